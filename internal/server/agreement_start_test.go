package server

import (
	"net/url"
	"strings"
	"testing"

	"samverka/internal/access"
	"samverka/internal/db"
)

// No matter is started before somebody has said when samverkan takes effect; it is said once.
func TestTheFirstMatterWaitsForTheChoice(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	eva, hr := st.as(access.Manager), st.as(access.HR)
	st.ok(st.db.InOrg(st.ctx, st.org, func(tx *db.OrgTx) error {
		_, err := tx.Exec(st.ctx, `UPDATE agreements SET effective_at = ''`)
		return err
	}))
	if got := eva.post("/arenden/ny", st.newMatterForm(st.org)); got.status != 422 || !strings.Contains(got.body, "när samverkan gäller") {
		t.Errorf("starting a matter: %d, want 422 that says what is missing", got.status)
	}
	if got := hr.get("/installningar").doc(t).Find("a[href='/installningar/avtal/start']").Length(); got != 2 {
		t.Errorf("the settings have %d links to the choice, want the alert's and the list's", got)
	}
	if got := hr.post("/installningar/avtal/start", url.Values{}); got.status != 422 || got.doc(t).Find("form[data-form=agreement-start] input[checked]").Length() != 0 {
		t.Errorf("nothing chosen: %d, want 422 with nothing chosen beforehand", got.status)
	}
	hr.must("/installningar/avtal/start", url.Values{"effective_at": {"approval"}})
	if got := hr.post("/installningar/avtal/start", url.Values{"effective_at": {"meeting_end"}}); got.status != 409 {
		t.Errorf("choosing again: %d, want 409", got.status)
	}
	if n := st.number(st.org, `SELECT count(*) FROM agreement_changes WHERE after->>'effective_at' = 'approval'`); n != 1 {
		t.Errorf("the history has %d changes, want 1", n)
	}
	st.created(eva.post("/arenden/ny", st.newMatterForm(st.org)))
}
