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
	"time"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/access"
	"samverka/internal/importer"
)

const (
	sampleUnits  = "Enhet;Överordnad enhet;Chef\nOmsorgen;;Eva Lind\nHemtjänst Väst;Omsorgen;Åsa Berg\nHemtjänst Öst;Omsorgen;Åsa Berg\n"
	samplePeople = "Namn;E-post;Personnummer;Enhet\nAnna Ny;anna.ny@k.se;811218-9876;Hemtjänst Öst\n"
)

func sampleImport() []importer.File {
	return []importer.File{{Name: "enheter.csv", Data: []byte(sampleUnits)}}
}

// upload sends files, given as name and text, as a browser does.
func (v visitor) upload(path string, files ...string) reply {
	v.st.t.Helper()
	var b bytes.Buffer
	m := multipart.NewWriter(&b)
	for i := 0; i+1 < len(files); i += 2 {
		w, err := m.CreateFormFile("files", files[i])
		v.st.ok(err)
		_, err = w.Write([]byte(files[i+1]))
		v.st.ok(err)
	}
	v.st.ok(m.Close())
	r := httptest.NewRequest(http.MethodPost, "http://samverka.test"+path, &b)
	r.Header.Set("Content-Type", m.FormDataContentType())
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	return v.send(r)
}

// countOf reads the preview's table of counts for a kind.
func countOf(t *testing.T, page reply, kind importer.Kind) (counts []string) {
	t.Helper()
	cells := page.doc(t).Find("#antal-" + string(kind) + " td")
	for i := range cells.Length() {
		counts = append(counts, strings.TrimSpace(cells.Eq(i).Text()))
	}
	return counts
}

func TestImportFromPreviewToReceipt(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	v := st.as(access.Admin)
	sent := v.upload("/installningar/import", "enheter.csv", sampleUnits, "förbund.csv", "Organisation\nKommunal\nVision\n")
	if sent.status != 303 {
		t.Fatalf("got %d, want 303: %s", sent.status, sent.body)
	}
	page := v.get(sent.location)
	if got, want := countOf(t, page, importer.Units), []string{"1", "0", "0", "2"}; !cmp.Equal(got, want) {
		t.Errorf("got counts %v, want %v", got, want)
	}
	if n := st.number(st.org, `SELECT count(*) FROM units`); n != 2 {
		t.Errorf("the preview wrote: %d units, want 2", n)
	}
	digest, _ := page.doc(t).Find("form[data-form=confirm-import] input[name=digest]").Attr("value")
	for range 2 { // a double press is one import
		if got := v.post(sent.location+"/bekrafta", url.Values{"digest": {digest}}); got.status != 303 || got.location != sent.location {
			t.Fatalf("got %d to %q, want 303 to the receipt", got.status, got.location)
		}
	}
	if n := st.number(st.org, `SELECT count(*) FROM units`); n != 3 {
		t.Errorf("got %d units, want 3", n)
	}
	receipt := v.get(sent.location)
	if got, want := countOf(t, receipt, importer.Units), []string{"1", "0", "0", "2"}; !cmp.Equal(got, want) || receipt.doc(t).Find("form[data-form=confirm-import]").Length() != 0 {
		t.Errorf("got receipt %v, want %v and nothing to confirm", got, want)
	}
	again := v.upload("/installningar/import", "enheter.csv", sampleUnits)
	if got, want := countOf(t, v.get(again.location), importer.Units), []string{"0", "0", "0", "3"}; !cmp.Equal(got, want) {
		t.Errorf("again: got counts %v, want %v", got, want)
	}
}

func TestImportOfAnotherRegisterIsConflict(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	v := st.as(access.Admin)
	sent := v.upload("/installningar/import", "enheter.csv", sampleUnits)
	digest, _ := v.get(sent.location).doc(t).Find("input[name=digest]").Attr("value")
	if got := v.post("/organisation/enheter", url.Values{"name": {"Hemtjänst Öst"}, "parent": {"Omsorgen"}}); got.status != 303 {
		t.Fatalf("adding the unit: got %d", got.status)
	}
	got := v.post(sent.location+"/bekrafta", url.Values{"digest": {digest}})
	if got.status != 409 || !strings.Contains(got.body, "Granska på nytt") || got.doc(t).Find("form[data-form=confirm-import]").Length() != 1 {
		t.Fatalf("got %d, want 409 with the new plan to confirm", got.status)
	}
	digest, _ = got.doc(t).Find("input[name=digest]").Attr("value")
	if got := v.post(sent.location+"/bekrafta", url.Values{"digest": {digest}}); got.status != 303 {
		t.Errorf("confirming the new plan: got %d, want 303", got.status)
	}
}

func TestImportRefusesWrongFiles(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	v := st.as(access.Admin)
	for name, c := range map[string]struct {
		files []string
		want  string
	}{
		"none":      {nil, "Välj minst en fil"},
		"empty":     {[]string{"tom.csv", ""}, "Filen är tom"},
		"a picture": {[]string{"bild.csv", "\x89PNG\r\n\x1a\n\x00\x00"}, "varken CSV eller Excel"},
		"old Excel": {[]string{"a.xls", "\xd0\xcf\x11\xe0"}, "äldre Excelformat"},
		"a zip":     {[]string{"a.xlsx", "PK\x03\x04"}, "går inte att läsa"},
	} {
		got := v.upload("/installningar/import", c.files...)
		d := got.doc(t)
		if got.status != 422 || !strings.Contains(d.Find(".ds-error-summary").Text(), c.want) || !strings.HasPrefix(d.Find("title").Text(), "Fel: ") {
			t.Errorf("%s: got %d %q, want 422 with %q", name, got.status, d.Find(".ds-error-summary").Text(), c.want)
		}
	}
	if got := v.upload("/installningar/import", "stor.csv", strings.Repeat("x", importLimit)); got.status != 413 {
		t.Errorf("too large: got %d, want 413", got.status)
	}
	if n := st.number(st.org, `SELECT count(*) FROM imports WHERE id <> $1`, st.ids["import"]); n != 0 {
		t.Errorf("%d imports were kept, want none", n)
	}
}

func TestImportErrorsStopIt(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	v := st.as(access.Admin)
	sent := v.upload("/installningar/import", "enheter.csv", "Enhet;Överordnad enhet;Chef\nA;B;\nB;A;Okänd Person\n", "personer.csv", samplePeople)
	page := v.get(sent.location)
	text := page.doc(t).Find("#fel").Text()
	for _, want := range []string{"cirkel", "Okänd Person", "Hemtjänst Öst"} {
		if !strings.Contains(text, want) {
			t.Errorf("the errors lack %q: %s", want, text)
		}
	}
	if page.doc(t).Find("form[data-form=confirm-import]").Length() != 0 || strings.Contains(page.body, "9876") {
		t.Errorf("the page offers to confirm, or shows a personnummer")
	}
	if got := v.post(sent.location+"/bekrafta", url.Values{"digest": {""}}); got.status != 422 {
		t.Errorf("confirming anyway: got %d, want 422", got.status)
	}
	if got := v.post(sent.location+"/ta-bort", nil); got.status != 303 || got.location != "/installningar/import" {
		t.Errorf("discarding: got %d to %q", got.status, got.location)
	}
	if got := v.post(sent.location+"/bekrafta", url.Values{"digest": {""}}); got.status != 409 {
		t.Errorf("confirming what is discarded: got %d, want 409", got.status)
	}
}

func TestImportAsksForUnknownColumnsOnce(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	v := st.as(access.HR)
	file := "Spalt ett;Spalt två;Spalt tre\nAnna Ny;anna.ny@k.se;hemlig lön\n"
	sent := v.upload("/installningar/import", "lista.csv", file)
	d := v.get(sent.location).doc(t)
	if d.Find("form[data-form=map-import] select").Length() != 4 {
		t.Fatalf("got %d questions, want 4", d.Find("form[data-form=map-import] select").Length())
	}
	if got := v.post(sent.location+"/kolumner", url.Values{"kind-0": {"people"}}); got.status != 422 {
		t.Errorf("nothing chosen: got %d, want 422", got.status)
	}
	form := url.Values{"kind-0": {"people"}, "column-0-0": {"name"}, "column-0-1": {"email"}, "column-0-2": {""}}
	if got := v.post(sent.location+"/kolumner", form); got.status != 303 {
		t.Fatalf("got %d, want 303", got.status)
	}
	page := v.get(sent.location)
	if got := countOf(t, page, importer.People); len(got) == 0 || got[0] != "1" {
		t.Errorf("got counts %v, want 1 new person", got)
	}
	if strings.Contains(page.body, "hemlig") {
		t.Error("what is not needed is still shown")
	}
	next := v.upload("/installningar/import", "lista.csv", file)
	if v.get(next.location).doc(t).Find("form[data-form=map-import]").Length() != 0 {
		t.Error("the second time it asks again")
	}
	if got := v.get("/installningar/import/" + strconv.FormatInt(st.ids["import"], 10)); !strings.Contains(got.body, "ersattes av en nyare") {
		t.Error("the earlier preview is not discarded")
	}
}

// A reorganisation by import leaves open matters behind: HR sees them before and after, also in Att göra, until somebody has
// seen to their plans. Who administers sees that there are some, and none of them.
func TestImportListsWhatAReorganisationLeaves(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	eva, hr, admin := st.as(access.Manager), st.as(access.HR), st.as(access.Admin)
	path := st.created(eva.post("/arenden/ny", st.newMatterForm(st.org)))
	st.clock.Set(st.clock.Now().Add(time.Minute))
	sent := hr.upload("/installningar/import", "enheter.csv", "Enhet;Överordnad enhet;Chef\nStaben;;Eva Lind\nOmsorgen;Staben;Eva Lind\n")
	page := sent.location
	preview := hr.get(page)
	if got := text(t, preview, "#flyttat"); !strings.Contains(got, "Omsorgen") || !strings.Contains(got, "Flytt till Storgatan") {
		t.Errorf("the preview lists %q, want the unit and its open matter", got)
	}
	digest, _ := preview.doc(t).Find("form[data-form=confirm-import] input[name=digest]").Attr("value")
	hr.must(page+"/bekrafta", url.Values{"digest": {digest}})
	receipt := hr.get(page)
	if got := receipt.doc(t).Find("#flyttat a[href='" + path + "']").Length(); got != 1 {
		t.Errorf("the receipt has %d links to the matter, want 1: %s", got, text(t, receipt, "#flyttat"))
	}
	if got := text(t, admin.get(page), "#flyttat"); strings.Contains(got, "Storgatan") || !strings.Contains(got, "HR ser") {
		t.Errorf("the administrator reads %q", got)
	}
	if got := hr.get("/").doc(t).Find("a[href='" + page + "#flyttat']").Length(); got != 1 {
		t.Errorf("Att göra has %d links to the import, want 1", got)
	}
	st.clock.Set(st.clock.Now().Add(time.Minute))
	eva.must(path+"/plan", url.Values{"kind_1": {"group"}, "group_1": {st.group("FSG Omsorg")}, "do": {"save"}})
	if got := text(t, hr.get(page), "#flyttat"); strings.Contains(got, "Flytt till Storgatan") {
		t.Errorf("the receipt still lists the matter when its plan has been seen to: %q", got)
	}
}
