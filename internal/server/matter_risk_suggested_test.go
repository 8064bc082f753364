package server

import (
	"net/url"
	"strconv"
	"strings"
	"testing"

	"samverka/internal/access"
	"samverka/internal/db"
)

// The risks that a process suggests become rows of the draft in one go: those ticked, each judged; or none.
func TestSuggestedRisksBecomeRowsInOneGo(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	eva := st.as(access.Manager)
	path := st.created(eva.post("/arenden/ny", st.newMatterForm(st.org))) + "/riskbedomning"
	st.ok(st.server.Matter.DB.InOrg(st.ctx, st.org, func(tx *db.OrgTx) error {
		return tx.Exec1(st.ctx, `UPDATE matters SET template = 'flytt' WHERE id = $1`, idOf(strings.TrimSuffix(strings.TrimPrefix(path, "/arenden/"), "/riskbedomning")))
	}))
	before := st.number(st.org, `SELECT count(*) FROM risk_rows`)
	page := eva.get(path + "/mall")
	boxes := page.doc(t).Find("form[data-form=risk-suggested] input[name=pick]")
	if boxes.Length() < 3 {
		t.Fatalf("the page offers %d risks, want those of the process", boxes.Length())
	}
	form := url.Values{}
	for i := range boxes.Length() {
		n := strconv.Itoa(i + 1)
		source, _ := page.doc(t).Find("input[name=source_" + n + "]").Attr("value")
		form.Set("source_"+n, source)
	}
	form["pick"] = []string{"1", "3"}
	form.Set("probability_1", "4")
	form.Set("consequence_1", "3")
	refused := eva.post(path+"/mall", form)
	if refused.status != 422 || refused.doc(t).Find("a[href='#probability_3']").Length() != 1 || refused.doc(t).Find("#pick[checked], #pick_3[checked]").Length() != 2 {
		t.Errorf("a risk that is not judged: %d, want 422 with its field named and the choice kept", refused.status)
	}
	if n := st.number(st.org, `SELECT count(*) FROM risk_rows`) - before; n != 0 {
		t.Errorf("%d rows were stored all the same", n)
	}
	form.Set("probability_3", "2")
	form.Set("consequence_3", "5")
	eva.must(path+"/mall", form)
	if n := st.number(st.org, `SELECT count(*) FROM risk_rows WHERE (probability, consequence) IN ((4, 3), (2, 5))`); n != 2 {
		t.Errorf("got %d rows, want the 2 that were ticked", n)
	}
	if got := eva.get(path + "/mall").doc(t).Find("input[name=pick]").Length(); got != boxes.Length()-2 {
		t.Errorf("the page offers %d risks afterwards, want %d", got, boxes.Length()-2)
	}
	if got := eva.post(path+"/mall", url.Values{}); got.status != 422 || got.doc(t).Find("a[href='#pick']").Length() != 1 {
		t.Errorf("nothing ticked: %d, want 422 that says so", got.status)
	}
}
