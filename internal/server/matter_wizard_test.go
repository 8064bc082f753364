package server

import (
	"net/url"
	"strconv"
	"strings"
	"testing"

	"samverka/internal/access"
)

// The wizard keeps each answer, proposes with reasons, and makes one matter however often it is sent.
func TestWizard(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	eva := st.as(access.Manager)
	start := eva.must("/arenden/nytt", nil).location
	draft := strings.TrimSuffix(start, "/1")
	answers := []url.Values{
		{"title": {"Nytt schema"}, "purpose": {"Längre återhämtning"}, "category": {"working_time"}}, {"decider": {"board"}}, {"important": {"yes"}},
		{"units": {st.unit(st.org, "Hemtjänst Väst")}}, {}, {"outsiders": {"no"}}, {"work_environment": {"yes"}}, {"individuals": {"no"}}, {"secret": {"no"}},
		{"planned_decision": {"2027-03-10"}, "open": {"yes"}},
	}
	for i, form := range answers {
		at := draft + "/" + strconv.Itoa(i+1)
		page := eva.get(at)
		if page.status != 200 || page.doc(t).Find("h1").Length() != 1 {
			t.Fatalf("%s: %d, %d headings", at, page.status, page.doc(t).Find("h1").Length())
		}
		if i != 4 {
			if got := eva.post(at, url.Values{"version": form["version"]}); got.status != 422 && got.status != 409 {
				t.Errorf("%s without an answer: %d", at, got.status)
			}
		}
		version, _ := page.doc(t).Find("input[name=version]").Attr("value")
		form.Set("version", version)
		got := eva.must(at, form)
		if i == 0 {
			form.Set("title", "Ett annat namn")
			if again := eva.post(at, form); again.status != 409 || !strings.Contains(text(t, again, "main"), "Nytt schema") || again.doc(t).Find("#title").AttrOr("value", "") != "Ett annat namn" {
				t.Errorf("a stale answer: %d", again.status)
			}
		}
		if want := draft + "/" + strconv.Itoa(i+2); i < 9 && got.location != want {
			t.Errorf("%s led to %s, want %s", at, got.location, want)
		}
	}
	check := eva.get(draft + "/kontrollera")
	if got := text(t, check, "main"); !strings.Contains(got, "FSG Omsorg") || !strings.Contains(got, "Gruppen ligger närmast dem som berörs.") || !strings.Contains(got, "går inte att hålla") {
		t.Errorf("the check page lacks group, reason or warning: %s", got)
	}
	if got, _ := check.doc(t).Find("time[data-earliest]").Attr("datetime"); got != "2027-03-15" {
		t.Errorf("earliest %q, want 2027-03-15", got)
	}
	first, second := eva.must(draft+"/kontrollera", nil), eva.must(draft+"/kontrollera", nil)
	if first.location != second.location || st.created(first) == "" {
		t.Errorf("got %q and %q, want the same matter", first.location, second.location)
	}
	if got := eva.get(draft + "/3"); got.status != 303 || got.location != st.created(first) {
		t.Errorf("the used wizard: %d to %q, want its matter", got.status, got.location)
	}
	if got, _ := eva.get(first.location).doc(t).Find(`input[name=group_1]`).Attr("value"); got != st.group("FSG Omsorg") {
		t.Errorf("the plan proposes group %q", got)
	}
}

// What concerns individuals ends the wizard.
func TestWizardStopsAtIndividuals(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	eva := st.as(access.Manager)
	draft := strings.TrimSuffix(eva.must("/arenden/nytt", nil).location, "/1")
	if got := eva.must(draft+"/8", url.Values{"individuals": {"yes"}, "version": {"1"}}); got.location != draft+"/stopp" {
		t.Errorf("led to %q, want the stop", got.location)
	}
	if got := eva.get(draft + "/stopp"); got.status != 200 || !strings.Contains(got.body, "hör inte hemma i samverkan") {
		t.Errorf("the stop: %d", got.status)
	}
	if got := eva.get(draft + "/kontrollera"); got.location != draft+"/stopp" {
		t.Errorf("the check page leads to %q, want the stop", got.location)
	}
	if got := eva.post(draft+"/kontrollera", nil); got.status != 422 {
		t.Errorf("creating it all the same: %d, want 422", got.status)
	}
	eva.must(draft+"/ta-bort", nil)
	if got := eva.get(draft + "/8"); got.status != 404 {
		t.Errorf("after it is thrown away: %d, want 404", got.status)
	}
}
