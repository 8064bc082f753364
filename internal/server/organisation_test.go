package server

import (
	"net/url"
	"strconv"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/google/go-cmp/cmp"

	"samverka/internal/access"
	"samverka/internal/organisation"
	"samverka/templates/layout"
)

// filled is what a form would send as it stands.
func filled(t *testing.T, page reply, form string) url.Values {
	t.Helper()
	f := page.doc(t).Find("form[data-form=" + form + "]")
	if f.Length() != 1 {
		t.Fatalf("%d forms %q on the page, want 1 (status %d)", f.Length(), form, page.status)
	}
	sent := url.Values{}
	f.Find("input[name], textarea[name], select[name]").Each(func(_ int, s *goquery.Selection) {
		name := s.AttrOr("name", "")
		switch kind := s.AttrOr("type", ""); {
		case goquery.NodeName(s) == "textarea":
			sent.Set(name, s.Text())
		case goquery.NodeName(s) == "select":
			sent.Set(name, s.Find("option[selected]").AttrOr("value", ""))
		case kind == "radio" || kind == "checkbox":
			if _, on := s.Attr("checked"); on {
				sent.Add(name, s.AttrOr("value", ""))
			}
		default:
			sent.Set(name, s.AttrOr("value", ""))
		}
	})
	return sent
}

func TestOrganisationPages(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	for path, want := range map[string]string{
		"/organisation":                 "Hemtjänst Väst",
		"/organisation?q=v%C3%A4st":     "1 träff",
		"/organisation?q=finns-inte":    "Ingen enhet eller chef",
		st.path("enheter", "unit"):      "Åsa Berg",
		"/organisation/grupper":         "FSG Omsorg",
		st.path("grupper", "group"):     "Bo Ek",
		"/organisation/forbund":         "Kommunal",
		"/ombud":                        "Sara Ny",
		"/ombud?roll=safety_rep&q=sara": "Sara Ny",
		"/installningar/avtal":          "Kallelsen skickas senast 14 dagar före mötet",
	} {
		got := st.as(access.Employee).get(path)
		if got.status != 200 || !strings.Contains(got.body, want) {
			t.Errorf("%s: got %d, want %q", path, got.status, want)
		}
		if strings.Contains(got.body, "/andra") || strings.Contains(got.body, "Hanna Ros") {
			t.Errorf("%s offers an employee to change, or shows who is HR", path)
		}
	}
}

func (st *stage) path(subject, row string) string {
	return "/organisation/" + subject + "/" + strconv.FormatInt(st.ids[row], 10)
}

func TestUnitFormKeepsWhatWasWritten(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	v := st.as(access.Admin)
	unit := st.path("enheter", "unit")
	form := filled(t, v.get(unit+"/andra"), "save-unit")
	form.Set("name", "Hemtjänst Sydväst")
	form.Set("manager", "Ingen Alls")
	form.Set("headcount", "många")
	got := v.post(unit, form)
	d := got.doc(t)
	if got.status != 422 || d.Find(".ds-error-summary a[href='#headcount']").Length() != 1 || d.Find("#name").AttrOr("value", "") != "Hemtjänst Sydväst" {
		t.Errorf("got %d, want 422 with the form as it was written", got.status)
	}
	form.Set("manager", "Eva Lind")
	form.Set("headcount", "12")
	if got := v.post(unit, form); got.status != 303 || got.location != unit {
		t.Fatalf("got %d to %q, want 303", got.status, got.location)
	}
	got = v.post(unit, form)
	if got.status != 409 || got.doc(t).Find("#name").AttrOr("value", "") != "Hemtjänst Sydväst" {
		t.Errorf("a stale version: got %d, want 409 with what was written", got.status)
	}
	closing := filled(t, v.get(unit+"/andra"), "close")
	if got := v.post(unit+"/avsluta", closing); got.status != 303 || !strings.Contains(v.get(unit).body, "Avslutad 1 mars 2027") {
		t.Errorf("closing: got %d", got.status)
	}
	if got := v.post(unit+"/avsluta", filled(t, v.get(unit+"/andra"), "reopen")); got.status != 303 || strings.Contains(v.get(unit).body, "Avslutad") {
		t.Errorf("opening again: got %d", got.status)
	}
}

func TestAddingTwiceAddsOnce(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	v := st.as(access.HR)
	for path, c := range map[string]struct {
		form string
		with url.Values
	}{
		"/organisation/enheter": {"save-unit", url.Values{"name": {"Ny enhet"}}},
		"/organisation/grupper": {"save-group", url.Values{"name": {"Ny grupp"}, "level": {"LSG"}, "units": {"Omsorgen\r\nHemtjänst Väst"}}},
		"/organisation/forbund": {"save-union", url.Values{"name": {"Nytt förbund"}}},
		"/organisation/mandat":  {"save-mandate", url.Values{"person": {"Nils Nord"}, "role": {"safety_rep"}, "unit": {"Hemtjänst Väst"}}},
	} {
		form := filled(t, v.get(path+"/ny"), c.form)
		for name, values := range c.with {
			form[name] = values
		}
		first, second := v.post(path, form), v.post(path, form)
		if first.status != 303 || second.status != 303 || second.location != first.location {
			t.Errorf("%s: got %d to %q and %d to %q, want the same twice", path, first.status, first.location, second.status, second.location)
		}
	}
	if n := st.number(st.org, `SELECT (SELECT count(*) FROM units WHERE name = 'Ny enhet') + (SELECT count(*) FROM group_units u JOIN groups g ON g.id = u.group_id WHERE g.name = 'Ny grupp')
		+ (SELECT count(*) FROM unions WHERE name = 'Nytt förbund') + (SELECT count(*) FROM mandates m JOIN people p ON p.id = m.person_id WHERE p.name = 'Nils Nord')`); n != 5 {
		t.Errorf("got %d rows, want 5", n)
	}
}

func TestMandateEndsAndAccessWithIt(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	rep := st.as(access.UnionRep)
	if got := rep.get("/"); !strings.Contains(got.body, "Facklig företrädare") {
		t.Fatalf("the representative does not act as one")
	}
	v := st.as(access.HR)
	path := st.path("mandat", "mandate")
	if got := v.post(path+"/avsluta", filled(t, v.get(path+"/andra"), "close")); got.status != 303 {
		t.Fatalf("ending: got %d", got.status)
	}
	if got := rep.get("/"); strings.Contains(got.body, "Facklig företrädare") {
		t.Error("the same day the representative still acts as one")
	}
}

func TestPalettesAreThoseOfTheFrame(t *testing.T) {
	t.Parallel()
	var want []string
	for _, p := range layout.Palettes {
		want = append(want, string(p))
	}
	if diff := cmp.Diff(want, organisation.Palettes); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
