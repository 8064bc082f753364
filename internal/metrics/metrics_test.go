package metrics_test

import (
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"samverka/internal/db"
	"samverka/internal/metrics"
	"samverka/internal/testdb"
)

func scrape(m *metrics.Metrics) (int, string) {
	w := httptest.NewRecorder()
	m.Handler().ServeHTTP(w, httptest.NewRequest("GET", "/metrics", nil))
	return w.Code, w.Body.String()
}

func TestWhatIsMeasured(t *testing.T) {
	t.Parallel()
	d := testdb.New(t)
	if _, err := d.Super.Exec(t.Context(), `
		INSERT INTO organisations (name, created_at) VALUES ('Hemliga kommunen', now()), ('Bolaget', now());
		INSERT INTO people (org_id, name, sort_name) SELECT id, 'Eva', 'Eva' FROM organisations;
		INSERT INTO mails (org_id, person_id, kind, subject_id, state, queued_at) SELECT org_id, id, 'notice', 1, 'failed', now() FROM people;
		INSERT INTO mails (org_id, person_id, kind, subject_id, state, queued_at) SELECT org_id, id, 'notice', 2, 'sent', now() FROM people;
		INSERT INTO river_job (args, kind, max_attempts, state, scheduled_at) VALUES ('{}', 'mail', 1, 'available', now() - interval '90 seconds');
		INSERT INTO river_job (args, kind, max_attempts, queue, state, finalized_at) VALUES ('{}', 'remind', 1, 'clock', 'discarded', now())`); err != nil {
		t.Fatal(err)
	}
	m := metrics.New(db.New(d.App))
	m.Request("GET", "/moten/{id}", 200, 30*time.Millisecond)
	m.Request("PROPFIND'\n", "", 404, time.Millisecond)
	m.Mail("sent")
	code, text := scrape(m)
	for _, want := range []string{
		`samverka_request_seconds_bucket{method="GET",route="/moten/{id}",status="200",le="0.05"} 1`,
		`samverka_request_seconds_count{method="other",route="none",status="404"} 1`,
		`samverka_mails{state="failed"} 2`,
		`samverka_mails_total{state="sent"} 1`,
		`samverka_jobs{queue="default",state="available"} 1`,
		`samverka_jobs{queue="clock",state="discarded"} 1`,
		`samverka_jobs_oldest_seconds{queue="default"} 9`,
		`samverka_db_connections_max `,
		`go_goroutines `,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is missing", want)
		}
	}
	if code != 200 || strings.Contains(text, "Hemliga") || strings.Contains(text, `state="sent"} 2`) {
		t.Errorf("%d: %s", code, text)
	}
}

// TestADatabaseThatIsDownIsNoSilence: what the process itself knows is still told.
func TestADatabaseThatIsDownIsNoSilence(t *testing.T) {
	t.Parallel()
	d := testdb.New(t)
	m := metrics.New(db.New(d.App))
	m.Request("GET", "/", 200, time.Millisecond)
	d.App.Close()
	if code, text := scrape(m); code != 200 || !strings.Contains(text, `route="/"`) || strings.Contains(text, "samverka_jobs{") {
		t.Errorf("%d: %s", code, text)
	}
}
