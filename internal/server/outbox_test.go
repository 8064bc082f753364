package server

import (
	"strings"
	"testing"

	"samverka/internal/access"
	"samverka/internal/db"
)

func init() {
	accessRows = append(accessRows, accessRow{route: "GET /installningar/mejl", as: access.Admin, signedOut: 303, other: 200, noMandate: 403, unknown: 200})
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
	if rows := got.doc(t).Find("tbody tr").Length(); rows != 3 {
		t.Errorf("%d rows, want 3", rows)
	}
	if got := st.neighbour(access.Admin).get("/installningar/mejl"); got.doc(t).Find("tbody tr").Length() != 0 {
		t.Errorf("the other organisation sees these mails")
	}
	if got := st.as(access.Admin).get("/installningar/mejl?fore=x"); got.status != 200 {
		t.Errorf("an odd page: %d", got.status)
	}
}
