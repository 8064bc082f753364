package killtest

import (
	"context"
	"fmt"
	"testing"
	"time"

	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/identity"
	"samverka/internal/meeting"
	"samverka/internal/notify/smtptest"
	"samverka/internal/organisation"
	"samverka/internal/scene"
)

const (
	password = "fyra gröna hästar dansar"
	crowd    = 36 // representatives beside the scene's own
	group    = "LSG VO Väst"
	chair    = "Amina Larsson"
)

// stage is the scene's municipality with a large group, a mail server, and what the processes need to know.
type stage struct {
	*scene.Scene
	post  *smtptest.Server
	env   []string
	today clock.Date
}

func newStage(t *testing.T) *stage {
	t.Helper()
	now := clock.System{}.Now()
	s := &stage{Scene: scene.Municipality(t, clock.DateOf(now).Add(-60).At(9, 0)), post: smtptest.New(t), today: clock.DateOf(now)}
	s.In(func(ctx context.Context, tx *db.OrgTx) error {
		var ms []organisation.MandateRow
		for i := range crowd {
			ms = append(ms, organisation.MandateRow{Person: fmt.Sprintf("Ombud Nummer%02d", i), Role: "union_rep", Union: []string{"Kommunal", "Vision"}[i%2], Group: group})
		}
		return s.Setup.Mandates(ctx, tx, ms)
	})
	s.env = []string{"SAMVERKA_DATABASE_URL=" + s.Test.OwnerURL, "SAMVERKA_SMTP_URL=" + s.post.URL, "SAMVERKA_MAIL_FROM=samverka@alvsunda.example"}
	s.must(s.DB.Pool().Ping(context.Background()))
	return s
}

func (s *stage) must(err error) {
	s.T.Helper()
	if err != nil {
		s.T.Fatal(err)
	}
}

// account gives a person of the scene a password, and tells the address that they sign in with.
func (s *stage) account(name string) string {
	s.T.Helper()
	ctx := context.Background()
	id := &identity.Service{DB: s.DB, Clock: clock.System{}, Hasher: identity.NewHasher(64, 1)}
	email := s.text(`SELECT email FROM people WHERE name = $1`, name)
	account, err := id.CreateAccount(ctx, email, password)
	s.must(err)
	s.must(id.Link(ctx, s.Org, s.ID("people", name), account))
	return email
}

// plan makes a meeting of the group so many days from today.
func (s *stage) plan(days, hour int) int64 {
	s.T.Helper()
	day := s.today.Add(days)
	id, err := s.Meeting.Plan(context.Background(), s.Chef(chair), meeting.PlanForm{GroupID: s.ID("groups", group), StartsAt: day.At(hour, 0), EndsAt: day.At(hour, 50), Place: fmt.Sprint("Rum ", days, hour), Reason: "Provet"})
	s.must(err)
	return id
}

// begun is a meeting that was opened days ago, with one item to take notes on.
func (s *stage) begun(days, hour int) (id, item int64) {
	s.T.Helper()
	ctx := context.Background()
	id = s.plan(-days, hour)
	s.Clock.Set(s.today.Add(-days).At(hour, 0))
	s.must(s.Meeting.Open(ctx, s.Chef(chair), id))
	item = s.number(`SELECT min(id) FROM agenda_items WHERE meeting_id = $1`, id)
	return id, item
}

// number and text read one value as the superuser.
func (s *stage) number(sql string, args ...any) (n int64) {
	s.T.Helper()
	s.must(s.Test.Super.QueryRow(context.Background(), sql, args...).Scan(&n))
	return n
}

func (s *stage) text(sql string, args ...any) (text string) {
	s.T.Helper()
	s.must(s.Test.Super.QueryRow(context.Background(), sql, args...).Scan(&text))
	return text
}

func (s *stage) exec(sql string, args ...any) {
	s.T.Helper()
	_, err := s.Test.Super.Exec(context.Background(), sql, args...)
	s.must(err)
}

// timePasses is what happens while nobody looks: a dead process's lease runs out, its jobs count as stuck, and what waits
// to be tried again has waited.
func (s *stage) timePasses() {
	s.T.Helper()
	for s.number(`SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'samverka'`) > 0 {
		time.Sleep(5 * time.Millisecond) // Postgres ends what the dead process asked for last
	}
	s.exec(`DELETE FROM river_leader`)
	s.exec(`UPDATE river_job SET attempted_at = attempted_at - interval '1 hour' WHERE state = 'running'`)
}

// drain waits until no mail is left to send.
func (s *stage) drain() {
	s.T.Helper()
	for end := time.Now().Add(2 * time.Minute); ; time.Sleep(50 * time.Millisecond) {
		s.exec(`UPDATE river_job SET scheduled_at = now() WHERE state IN ('retryable', 'scheduled') AND kind = 'mail'`)
		left := s.number(`SELECT count(*) FROM river_job WHERE kind = 'mail' AND state NOT IN ('completed', 'discarded', 'cancelled')`)
		if left == 0 {
			return
		}
		if time.Now().After(end) {
			s.T.Fatalf("%d mails are left", left)
		}
	}
}
