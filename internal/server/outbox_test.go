package server

import (
	"fmt"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"samverka/internal/access"
	"samverka/internal/db"
)

func init() {
	accessRows = append(accessRows,
		accessRow{route: "GET /installningar/mejl", as: access.Admin, signedOut: 303, other: 200, noMandate: 403, unknown: 200},
		accessRow{route: "GET /installningar/jobb", as: access.Admin, signedOut: 303, other: 200, noMandate: 403, unknown: 200},
		accessRow{route: "POST /installningar/jobb/igen", as: access.Admin, signedOut: 303, other: 303, noMandate: 403, unknown: 303},
		accessRow{route: "POST /installningar/jobb/{id}/igen", as: access.Admin, ids: map[string]string{"id": "stuck job"}, signedOut: 303, other: 404, noMandate: 403, unknown: 404},
		accessRow{route: "POST /installningar/jobb/mejl/{id}", as: access.Admin, ids: map[string]string{"id": "failed mail"}, signedOut: 303, other: 404, noMandate: 403, unknown: 404},
		accessRow{route: "POST /installningar/jobb/adress/{person}", as: access.Admin, ids: map[string]string{"person": "dead address"}, signedOut: 303, other: 404, noMandate: 403, unknown: 404})
	seeds = append(seeds, seedFailures)
}

// TestTheOutboxNamesNoMatter: the administrator sees that mail went, and not what the matter is about.
func TestTheOutboxNamesNoMatter(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	st.ok(st.db.InOrg(st.ctx, st.org, func(tx *db.OrgTx) error {
		_, err := tx.Exec(st.ctx, `
			WITH m AS (INSERT INTO matters (number, title, category, purpose, planned_decision, decider, owner_id, created_at)
				VALUES ('SAM 2027/9', 'Hemlig flytt', 'premises', 'Syfte', '2027-05-01', 'manager', $1, $2) RETURNING id)
			INSERT INTO mails (person_id, kind, subject_id, matter_id, state, problem, queued_at) SELECT $1, k, 1, m.id, s, p, $2
			FROM m, (VALUES ('decided', 'sent', ''), ('deviation', 'failed', 'mail server said 550 to RCPT'), ('unheard_of', 'queued', '')) x (k, s, p)`,
			st.person(st.org, "Eva Lind"), st.clock.Now())
		return err
	}))
	got := st.as(access.Admin).get("/installningar/mejl")
	text := got.doc(t).Find("main").Text()
	if got.status != 200 || strings.Contains(got.body, "Hemlig flytt") || !strings.Contains(text, "Beslut fattat: SAM 2027/9") || !strings.Contains(text, "550") {
		t.Errorf("%d: %s", got.status, text)
	}
	if rows := got.doc(t).Find("tbody tr").Length(); rows != 4 {
		t.Errorf("%d rows, want 4", rows)
	}
	if got := st.neighbour(access.Admin).get("/installningar/mejl"); got.doc(t).Find("tbody tr").Length() != 0 {
		t.Errorf("the other organisation sees these mails")
	}
	if got := st.as(access.Admin).get("/installningar/mejl?fore=x"); got.status != 200 {
		t.Errorf("an odd page: %d", got.status)
	}
}

// seedFailures makes one mail that failed, one job that has given up and one address that mail comes back from.
func seedFailures(st *stage) {
	nils := st.person(st.org, "Nils Nord")
	st.ok(st.db.InOrg(st.ctx, st.org, func(tx *db.OrgTx) error {
		if _, err := tx.Exec(st.ctx, `UPDATE people SET mail_problem = '5.1.1', mail_problem_at = $2 WHERE id = $1`, nils, st.clock.Now()); err != nil {
			return err
		}
		var mail, job int64
		if err := tx.QueryRow(st.ctx, `INSERT INTO mails (person_id, kind, subject_id, state, problem, queued_at) VALUES ($1, 'notice', 4711, 'failed', 'mail server said 550 to RCPT', $2) RETURNING id`,
			nils, st.clock.Now()).Scan(&mail); err != nil {
			return err
		}
		err := tx.QueryRow(st.ctx, `
			INSERT INTO river_job (args, kind, max_attempts, attempt, state, finalized_at, attempted_at, errors)
			VALUES (jsonb_build_object('org_id', $1::bigint), 'remind', 3, 3, 'discarded', $2, $2, ARRAY[jsonb_build_object('at', $2::timestamptz, 'attempt', 3, 'error', 'postgres 57014', 'trace', '')])
			RETURNING id`, st.org, st.clock.Now()).Scan(&job)
		st.ids["failed mail"], st.ids["stuck job"], st.ids["dead address"] = mail, job, nils
		return err
	}))
}

// TestWhatFailedIsDoneAgain: the administrator sees why, does it again, and sees it no more.
func TestWhatFailedIsDoneAgain(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	admin := st.as(access.Admin)
	page := admin.get("/installningar/jobb").doc(t)
	for _, want := range []string{"mail server said 550 to RCPT", "postgres 57014", "Påminnelser och morgonbrev", "Nils Nord", "5.1.1"} {
		if text := page.Find("main").Text(); !strings.Contains(text, want) {
			t.Errorf("the page does not say %q: %s", want, text)
		}
	}
	page.Find("main form").Each(func(_ int, f *goquery.Selection) {
		action := f.AttrOr("action", "")
		if action == "/installningar/jobb/igen" {
			return
		}
		if got := admin.post(action, nil); got.status != 303 {
			t.Errorf("%s: %d", action, got.status)
		}
	})
	if text := admin.get("/installningar/jobb").doc(t).Find("main").Text(); !strings.Contains(text, "Allt har gått som det ska") {
		t.Errorf("left: %s", text)
	}
	if got := st.number(st.org, `SELECT count(*) FROM river_job WHERE state = 'available' AND kind IN ('mail', 'remind') AND args ->> 'org_id' = current_org()::text`); got != 2 {
		t.Errorf("%d jobs to be done, want 2", got)
	}
	for _, f := range []string{"/installningar/jobb/%d/igen", "/installningar/jobb/mejl/%d", "/installningar/jobb/adress/%d"} {
		if got := admin.post(fmt.Sprintf(f, st.ids["failed mail"]), nil); got.status != 404 {
			t.Errorf("%s once more: %d, want 404", f, got.status)
		}
	}
}

func TestAllIsDoneAgainAtOnce(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	if got := st.neighbour(access.Admin).post("/installningar/jobb/igen", nil); got.status != 303 {
		t.Errorf("the neighbour: %d", got.status)
	}
	states := func() int64 {
		return st.number(st.org, `SELECT count(*) FROM river_job WHERE state = 'available'`)
	}
	if got := states(); got != 0 {
		t.Errorf("the neighbour made %d jobs go", got)
	}
	if got := st.as(access.Admin).post("/installningar/jobb/igen", nil); got.status != 303 || states() != 2 {
		t.Errorf("%d, %d jobs, want 2", got.status, states())
	}
}
