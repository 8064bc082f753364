package server

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"samverka/internal/access"
)

func TestAgreementShowsEffectBeforeItIsSaved(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	v := st.as(access.Admin)
	form := filled(t, v.get("/installningar/avtal/nytt"), "agreement")
	form.Set("notice_days", "21")
	form.Set("valid_from", "2027-04-01")
	form.Set("reason", "Partsmöte 1 mars")
	form.Set("step", "preview")
	preview := v.post("/installningar/avtal", form)
	if preview.status != 200 || !strings.Contains(preview.body, "Kallelsen skickas senast 21 dagar före mötet") || !strings.Contains(preview.body, "10 mars 2028") {
		t.Fatalf("got %d, want the effect with an example: %s", preview.status, preview.doc(t).Find(".ds-error-summary, table").Text())
	}
	if n := st.number(st.org, `SELECT count(*) FROM agreements`); n != 1 {
		t.Errorf("looking at the effect stored it")
	}
	carried := filled(t, preview, "save-agreement")
	carried.Set("step", "change")
	if got := v.post("/installningar/avtal", carried); got.status != 200 || got.doc(t).Find("#notice_days").AttrOr("value", "") != "21" {
		t.Errorf("changing again: got %d", got.status)
	}
	carried.Set("step", "save")
	if got := v.post("/installningar/avtal", carried); got.status != 303 {
		t.Fatalf("saving: got %d", got.status)
	}
	if got := v.get("/installningar/avtal"); !strings.Contains(got.body, "Börjar gälla 1 april 2027") {
		t.Error("the coming rules are not shown")
	}
	if got := v.get("/installningar/avtal/historik"); !strings.Contains(got.body, "Partsmöte 1 mars") || !strings.Contains(got.body, "senast 21 dagar före mötet") {
		t.Error("the change is not in the history")
	}
	for name, value := range map[string]string{"notice_days": "fjorton", "papers_days": "91", "effective_at": "aldrig", "valid_from": "2027-02-28", "risk_before_conclusion": "",
		"disagreement_steps": "central,enhanced", "level_names": " ", "number_pattern": "SAM", "reason": "", "extra_meeting_days": "15"} {
		bad := filled(t, v.get("/installningar/avtal/nytt"), "agreement")
		bad.Set("reason", "Partsmöte")
		bad.Set(name, value)
		if got := v.post("/installningar/avtal", bad); got.status != 422 || got.doc(t).Find(".ds-error-summary a[href='#"+name+"']").Length() != 1 {
			t.Errorf("%s = %q: got %d, want 422 at the field", name, value, got.status)
		}
	}
}

func TestOwnRulesOfAUnit(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	v := st.as(access.HR)
	find := filled(t, v.get("/installningar/avtal/egna"), "agreement-place")
	find.Set("place", "Ingenstans")
	if got := v.post("/installningar/avtal/egna", find); got.status != 422 {
		t.Errorf("an unknown place: got %d, want 422", got.status)
	}
	find.Set("place", "Hemtjänst Väst")
	found := v.post("/installningar/avtal/egna", find)
	form := filled(t, v.get(found.header.Get("Location")), "agreement")
	form.Set("notice_days", "10")
	form.Set("effective_at", "approval")
	form.Set("own_list", "ja")
	form["group_categories"] = []string{"budget", "staffing"}
	form.Set("reason", "Eget avtal")
	form.Set("valid_from", "2027-04-01")
	form.Set("step", "preview")
	preview := v.post("/installningar/avtal", form)
	if preview.status != 200 || !strings.Contains(preview.body, "Hemtjänst Väst") {
		t.Fatalf("got %d, want the effect", preview.status)
	}
	save := filled(t, preview, "save-agreement")
	save.Set("step", "save")
	if got := v.post("/installningar/avtal", save); got.status != 303 {
		t.Fatalf("saving: got %d", got.status)
	}
	if n := st.number(st.org, `SELECT count(*) FROM arrangements WHERE terms = '{"notice_days": 10, "effective_at": "approval", "group_categories": ["budget", "staffing"]}'`); n != 1 {
		t.Error("the own rules are not stored as they were written")
	}
	page := v.get("/installningar/avtal")
	again := filled(t, v.get(page.doc(t).Find("a[href*='row=']").AttrOr("href", "")), "agreement")
	if got := again["group_categories"]; len(got) != 2 || again.Get("notice_days") != "10" || again.Get("papers_days") != "" {
		t.Errorf("the form says %v, want what is stored", again)
	}
	remove := filled(t, page, "remove-agreement")
	if got := v.post("/installningar/avtal/ta-bort", remove); got.status != 303 {
		t.Errorf("removing: got %d", got.status)
	}
	if got := v.post("/installningar/avtal/ta-bort", remove); got.status != 404 {
		t.Errorf("removing again: got %d, want 404", got.status)
	}
	unit := strconv.FormatInt(st.number(st.org, `SELECT id FROM units WHERE name = 'Hemtjänst Väst'`), 10)
	if got := v.get("/installningar/avtal/enhet/" + unit); got.status != 200 || !strings.Contains(got.body, "Inga egna regler") {
		t.Errorf("the unit's page: got %d", got.status)
	}
}

// sendFile posts the form as a browser does when it has a field for a file.
func (v visitor) sendFile(path string, form url.Values, name string, file []byte) reply {
	v.st.t.Helper()
	var b bytes.Buffer
	m := multipart.NewWriter(&b)
	for field, values := range form {
		for _, value := range values {
			if field != "file" {
				v.st.ok(m.WriteField(field, value))
			}
		}
	}
	if file != nil {
		part, err := m.CreateFormFile("file", name)
		v.st.ok(err)
		_, err = part.Write(file)
		v.st.ok(err)
	}
	v.st.ok(m.Close())
	r := httptest.NewRequest(http.MethodPost, "http://samverka.test"+path, &b)
	r.Header.Set("Content-Type", m.FormDataContentType())
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	return v.send(r)
}

func TestAgreementTextIsTakenIn(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	v := st.as(access.Admin)
	for name, c := range map[string]struct {
		file []byte
		body string
		at   string
	}{
		"neither": {nil, "", "file"}, "no PDF": {[]byte("<html>"), "", "file"}, "too large": {append([]byte("%PDF-"), make([]byte, 10<<20)...), "", "file"},
		"no numbers": {nil, "Kallelsen skickas i god tid.", "body"}, "a personal number": {nil, "1 Anna 811218-9876 kallar.", "body"},
	} {
		form := filled(t, v.get("/installningar/avtal/text/ny"), "agreement-text")
		form.Set("title", "Samverkansavtal")
		form.Set("body", c.body)
		if got := v.sendFile("/installningar/avtal/text", form, "avtal.pdf", c.file); got.status != 422 || got.doc(t).Find(".ds-error-summary a[href='#"+c.at+"']").Length() != 1 {
			t.Errorf("%s: got %d, want 422 at %s", name, got.status, c.at)
		}
	}
	form := filled(t, v.get("/installningar/avtal/text/ny"), "agreement-text")
	form.Set("title", "Samverkansavtal 2027")
	form.Set("body", "Inledning\n4 Möten\n4.1 Kallelsen skickas 14 dagar före mötet.\nDagordningen följer med.\n§ 6 Protokollet justeras inom tio dagar.")
	saved := v.sendFile("/installningar/avtal/text", form, "Avtal 2027.pdf", []byte("%PDF-1.7 våra ord"))
	at := saved.header.Get("Location")
	if saved.status != 303 {
		t.Fatalf("saving: got %d", saved.status)
	}
	file := st.as(access.Employee).get(at + "/fil.pdf")
	if file.body != "%PDF-1.7 våra ord" || file.header.Get("Content-Type") != "application/pdf" || !strings.HasPrefix(file.header.Get("Content-Disposition"), `attachment; filename="Avtal 2027.pdf"`) {
		t.Errorf("the file: got %q, %v", file.body, file.header)
	}
	links := filled(t, v.get(at+"/regler"), "link-clauses")
	clause := strconv.FormatInt(st.number(st.org, `SELECT id FROM agreement_clauses WHERE body LIKE '%följer%'`), 10)
	links.Set("notice_days", clause)
	if got := v.post(at+"/regler", links); got.status != 303 {
		t.Fatalf("linking: got %d", got.status)
	}
	if got := v.post(at+"/regler", links); got.status != 409 {
		t.Errorf("linking a stale version: got %d, want 409", got.status)
	}
	page := v.get(at)
	if !strings.Contains(page.body, "Kopplad till: Kallelse") || strings.Contains(page.body, "Inledning") {
		t.Error("the text does not say which rule rests on the clause")
	}
	again := filled(t, v.get(at+"/andra"), "agreement-text")
	again.Set("body", strings.ReplaceAll(again.Get("body"), "14 dagar", "två veckor"))
	if got := v.post(at, again); got.status != 303 {
		t.Fatalf("changing: got %d", got.status)
	}
	if n := st.number(st.org, `SELECT count(*) FROM agreement_clauses WHERE body LIKE '%två veckor%' AND rules = '{notice_days}'`); n != 1 {
		t.Error("the clause lost its link when its words changed")
	}
	if got := v.post(at+"/ta-bort", filled(t, v.get(at), "remove-agreement-text")); got.status != 303 {
		t.Errorf("removing: got %d", got.status)
	}
	if got := v.get(at); got.status != 404 {
		t.Errorf("after removing: got %d, want 404", got.status)
	}
}
