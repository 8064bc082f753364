package server

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"

	"samverka/internal/access"
	"samverka/internal/db"
)

// Two people write the notes of the same sitting at once, round after round: one is first, and whoever is late has both texts before
// them, and saves what both wrote. Nothing is lost.
func TestTwoWriteAnAPTsNotesAtOnce(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	eva, colleague, page, item := st.writing()
	at := page + "/punkter/" + item
	sitting := id(st.ids["apt sitting"])
	live := page + "/lage?tillfalle=" + sitting + "&punkt=" + item
	form := func(c visitor, text string) url.Values {
		version := c.get(live).doc(t).Find("form[data-form=apt-note] input[name=version]").AttrOr("value", "0")
		return url.Values{"sitting": {sitting}, "version": {version}, "text": {text}}
	}
	stands := func() (text string) {
		st.ok(st.db.InOrg(st.ctx, st.org, func(tx *db.OrgTx) error {
			return tx.QueryRow(st.ctx, `SELECT text FROM apt_notes WHERE item_id = $1 AND sitting_id = $2`, st.ids["apt item"], st.ids["apt sitting"]).Scan(&text)
		}))
		return text
	}
	for round := range 12 {
		st.number(st.org, `UPDATE apt_sittings SET writer_id = NULL, writer_until = NULL WHERE id = $1 RETURNING id`, st.ids["apt sitting"])
		before := ""
		if round > 0 {
			before = stands()
		}
		texts := [2]string{fmt.Sprintf("%s\nChefen skrev rad %d.", before, round), fmt.Sprintf("%s\nKollegan skrev rad %d.", before, round)}
		forms := [2]url.Values{form(eva, texts[0]), form(colleague, texts[1])}
		var got [2]reply
		var wg sync.WaitGroup
		wg.Go(func() { got[0] = eva.post(at+"/anteckning", forms[0]) })
		wg.Go(func() { got[1] = colleague.post(at+"/anteckning", forms[1]) })
		wg.Wait()
		first, late, c := 0, 1, colleague
		if got[1].status == http.StatusSeeOther {
			first, late, c = 1, 0, eva
		}
		if got[first].status != http.StatusSeeOther || got[late].status != http.StatusConflict {
			t.Fatalf("round %d: answered %d and %d, want one to be first and one to be told", round, got[0].status, got[1].status)
		}
		doc := got[late].doc(t)
		if mine, theirs := doc.Find("form[data-form=apt-note] textarea").Text(), doc.Find(".theirs").Text(); !strings.Contains(mine, strings.TrimSpace(texts[late])) || !strings.Contains(theirs, strings.TrimSpace(texts[first])) {
			t.Fatalf("round %d: whoever was late has %q, and beside it %q", round, mine, theirs)
		}
		both := url.Values{"sitting": {sitting}, "text": {strings.TrimSpace(texts[first]) + "\n" + strings.TrimSpace(strings.TrimPrefix(texts[late], before))}}
		for _, name := range []string{"version", "over"} {
			both.Set(name, doc.Find("form[data-form=apt-note] input[name="+name+"]").AttrOr("value", ""))
		}
		if r := c.post(at+"/anteckning", both); r.status != http.StatusSeeOther {
			t.Fatalf("round %d: both texts are answered %d", round, r.status)
		}
	}
	for round := range 12 {
		for _, who := range []string{"Chefen", "Kollegan"} {
			if line := fmt.Sprintf("%s skrev rad %d.", who, round); strings.Count(stands(), line) != 1 {
				t.Errorf("%q stands %d times", line, strings.Count(stands(), line))
			}
		}
	}
}

// While one writes, the others read, and the pen changes hands when somebody says so.
func TestThePenOfASitting(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	eva, colleague, page, item := st.writing()
	sitting := id(st.ids["apt sitting"])
	pen, live := page+"/tillfallen/"+sitting+"/penna", page+"/lage?tillfalle="+sitting+"&punkt="+item
	colleague.post(page+"/punkter/"+item+"/anteckning", url.Values{"sitting": {sitting}, "version": {"0"}, "text": {"Ljudet stör mest på morgonen."}})
	shown := eva.get(live).doc(t)
	if got := shown.Find("[data-writer]").Text(); !strings.Contains(got, "Ljudet stör mest") || shown.Find("form[data-form=apt-note]").Length() != 0 {
		t.Errorf("while another writes, the manager sees %q", got)
	}
	if got := eva.post(pen, url.Values{"item": {item}}); got.status != http.StatusOK || got.doc(t).Find("form[data-form=apt-pen-take-confirm]").Length() != 1 {
		t.Errorf("taking the pen is answered %d", got.status)
	}
	if got := eva.post(pen, url.Values{"item": {item}, "do": {"over"}}); got.status != http.StatusSeeOther {
		t.Errorf("taking it over is answered %d", got.status)
	}
	late := colleague.post(page+"/punkter/"+item+"/anteckning", url.Values{"sitting": {sitting}, "version": {"1"}, "text": {"Ljudet stör mest på kvällen."}})
	if late.status != http.StatusConflict || !strings.Contains(late.doc(t).Find("form[data-form=apt-note]").Text(), "på kvällen") {
		t.Errorf("without the pen: %d", late.status)
	}
	if got := eva.post(pen, url.Values{"item": {item}, "do": {"drop"}}); got.status != http.StatusSeeOther {
		t.Errorf("laying it down is answered %d", got.status)
	}
	if got := colleague.get(live).doc(t).Find("form[data-form=apt-note]").Length(); got != 1 {
		t.Errorf("with the pen on the table the colleague has %d forms", got)
	}
}

// writing opens the APT's sitting, with a colleague who may write.
func (st *stage) writing() (eva, colleague visitor, page, item string) {
	st.t.Helper()
	st.number(st.org, `UPDATE apt_sittings SET status = 'open', opened_at = now() WHERE id = $1 RETURNING id`, st.ids["apt sitting"])
	st.number(st.org, `INSERT INTO apt_writers (apt_id, person_id) SELECT $1, id FROM people WHERE name = 'Åsa Berg' RETURNING person_id`, st.ids["apt"])
	return st.as(access.Manager), st.named(st.org, "Åsa Berg"), fmt.Sprintf("/apt/%d", st.ids["apt"]), id(st.ids["apt item"])
}
