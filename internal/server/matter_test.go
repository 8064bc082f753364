package server

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/access"
	"samverka/internal/db"
)

// newMatterForm is the quick form, rightly filled in.
func (st *stage) newMatterForm(org int64) url.Values {
	st.t.Helper()
	return url.Values{"title": {"Flytt till Storgatan"}, "units": {st.unit(org, "Omsorgen")}, "category": {"premises"}, "purpose": {"Hyresavtalet löper ut"},
		"planned_decision": {"2027-04-15"}, "decider": {"manager"}, "work_environment": {"yes"}, "outsiders": {"no"}, "secrecy": {""}}
}

func (st *stage) unit(org int64, name string) string {
	st.t.Helper()
	return strconv.FormatInt(st.number(org, `SELECT id FROM units WHERE name = $1`, name), 10)
}

func (st *stage) group(name string) string {
	st.t.Helper()
	return strconv.FormatInt(st.number(st.org, `SELECT id FROM groups WHERE name = $1`, name), 10)
}

// created follows the answer to a created matter and returns its path.
func (st *stage) created(got reply) string {
	st.t.Helper()
	m := regexp.MustCompile(`^(/arenden/\d+)/plan$`).FindStringSubmatch(got.location)
	if got.status != 303 || m == nil {
		st.t.Fatalf("creating: %d to %q\n%s", got.status, got.location, got.body)
	}
	return m[1]
}

// must posts a form that has to succeed.
func (v visitor) must(path string, form url.Values) reply {
	v.st.t.Helper()
	got := v.post(path, form)
	if got.status != 303 {
		v.st.t.Fatalf("POST %s: %d\n%s", path, got.status, text(v.st.t, got, "main"))
	}
	return got
}

// text is what a part of the page says, in single spaces.
func text(t testing.TB, r reply, selector string) string {
	t.Helper()
	return strings.Join(strings.Fields(r.doc(t).Find(selector).First().Text()), " ")
}

// The main path: a matter from its start to the gate's question about the meeting.
func TestMatterFromStartToPlan(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	eva := st.as(access.Manager)
	path := st.created(eva.post("/arenden/ny", st.newMatterForm(st.org)))

	page := eva.get(path)
	if got := text(t, page, "[data-state]"); got != "Utkast" {
		t.Errorf("state %q, want Utkast", got)
	}
	if got := text(t, page, "#beslutslage h2"); got != "Du får inte besluta ännu. 3 saker saknas." {
		t.Errorf("panel %q", got)
	}
	eva.must(path+"/apt", url.Values{"unit": {st.unit(st.org, "Omsorgen")}, "note": {"Oro för restiden."}})
	eva.must(path+"/forslag", url.Values{"body": {"Vi flyttar den 1 september."}})
	plan := eva.get(path + "/plan")
	doc := plan.doc(t)
	if got, _ := doc.Find(`#kind_1 option[selected]`).Attr("value"); got != "group" {
		t.Errorf("proposed kind %q, want group", got)
	}
	if got := doc.Find(`#plan legend`).First().Text(); got != "FSG Omsorg" {
		t.Errorf("proposed group %q, want FSG Omsorg", got)
	}
	if got, _ := doc.Find(`time[data-earliest]`).Attr("datetime"); got != "2027-03-15" {
		t.Errorf("earliest on the plan %q, want 2027-03-15", got)
	}
	eva.must(path+"/plan", url.Values{"kind_1": {"group"}, "group_1": {st.group("FSG Omsorg")}, "kind_2": {""}})

	page = eva.get(path)
	doc = page.doc(t)
	if got := text(t, page, "[data-state]"); got != "Beredning" {
		t.Errorf("state %q, want Beredning", got)
	}
	if got, _ := doc.Find(`time[data-earliest]`).Attr("datetime"); got != "2027-03-15" {
		t.Errorf("earliest %q, want 2027-03-15", got)
	}
	if got := text(t, page, `#sparen [data-track="FSG Omsorg"] [data-track-state]`); got != "Planerat" {
		t.Errorf("track %q, want Planerat", got)
	}
	var missing []string
	for _, s := range doc.Find("#beslutslage .panel-missing .panel-what").EachIter() {
		missing = append(missing, s.Text())
	}
	want := []string{"Riskbedömningen är inte fastställd.", "FSG Omsorg har inte behandlat frågan, och den är inte uppsatt på något möte."}
	if diff := cmp.Diff(want, missing); diff != "" {
		t.Errorf("missing (-want +got):\n%s", diff)
	}
	if doc.Find(`[data-offer="decide"]`).Length() != 0 {
		t.Error("the decision is offered")
	}
	if got := eva.post(path+"/beslut", url.Values{"deviation": {"none"}}); got.status != 422 || !strings.Contains(got.body, "FSG Omsorg har inte behandlat") {
		t.Errorf("deciding all the same: %d, want 422 with the list", got.status)
	}
	if !strings.Contains(text(t, page, "#historik"), "Dialog på APT i Omsorgen") {
		t.Error("the history lacks the dialogue")
	}
	for _, route := range []string{"/forslag", "/forslag/1", "/apt", "/plan", "/mote", "/beslut", "/undantag", "/riskbedomning", "/aterta", "/forhandling"} {
		if got := eva.get(path + route); got.status != 200 {
			t.Errorf("GET %s: %d", route, got.status)
		}
	}
}

// Others see what they may, in their own words, and nothing of what the owner may do.
func TestMatterForOthers(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	eva := st.as(access.Manager)
	path := st.created(eva.post("/arenden/ny", st.newMatterForm(st.org)))
	if got := st.as(access.UnionRep).get(path); got.status != 404 || strings.Contains(got.body, "Storgatan") {
		t.Errorf("before the plan the union sees it: %d", got.status)
	}
	eva.must(path+"/plan", url.Values{"kind_1": {"group"}, "group_1": {st.group("FSG Omsorg")}})
	for _, role := range []access.Role{access.UnionRep, access.HR, access.Registrar, access.SafetyRep} {
		page := st.as(role).get(path)
		if page.status != 200 {
			t.Errorf("%s: %d, want 200", role, page.status)
			continue
		}
		if got := text(t, page, "#beslutslage h2"); !strings.HasPrefix(got, "Chefen får inte besluta ännu.") {
			t.Errorf("%s: panel %q", role, got)
		}
		doc := page.doc(t)
		for _, part := range []string{"/forslag", "/plan", "/aterta", "/undantag"} {
			if doc.Find(`main a[href="`+path+part+`"]`).Length() != 0 {
				t.Errorf("%s: offered %s", role, part)
			}
		}
		if got := doc.Find(`form[data-form="union-note"]`).Length() == 1; got != (role == access.UnionRep) {
			t.Errorf("%s: a note's form: %t", role, got)
		}
		list := st.as(role).get("/arenden")
		if list.doc(t).Find(`main a[href="`+path+`"]`).Length() != 1 {
			t.Errorf("%s: not in the list", role)
		}
	}
	if got := st.as(access.Negotiator).get(path); got.status != 404 {
		t.Errorf("the förhandlingschef sees what is not negotiated: %d", got.status)
	}
}

// Every form says what is wrong, keeps what was written, and stores nothing.
func TestMatterFormsRefuseBadInput(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	eva, bo, sara, gun, rut := st.as(access.Manager), st.as(access.UnionRep), st.as(access.SafetyRep), st.as(access.Negotiator), st.as(access.Registrar)
	path := st.created(eva.post("/arenden/ny", st.newMatterForm(st.org)))
	eva.must(path+"/forslag", url.Values{"body": {"Vi flyttar."}, "reason": {"Prov"}})
	eva.must(path+"/plan", url.Values{"kind_1": {"group"}, "group_1": {st.group("FSG Omsorg")}})
	eva.must(path+"/undantag", url.Values{"what": {"a"}, "harm": {"b"}, "unforeseen": {"c"}, "no_extra_meeting": {"d"}})
	board := st.newMatterForm(st.org)
	board.Set("decider", "board")
	boardPath := st.created(eva.post("/arenden/ny", board))
	eva.must(boardPath+"/forslag", url.Values{"body": {"Nämnden stänger."}, "reason": {"Prov"}})
	free := st.created(eva.post("/arenden/ny", st.newMatterForm(st.org))) // may be decided, by an exception
	eva.must(free+"/forslag", url.Values{"body": {"Flytt i dag."}, "reason": {"Prov"}})
	eva.must(free+"/plan", url.Values{"kind_1": {"group"}, "group_1": {st.group("FSG Omsorg")}})
	eva.must(free+"/riskbedomning", url.Values{"area_1": {"premises"}, "source_1": {"Trångt"}, "probability_1": {"2"}, "consequence_1": {"2"}})
	if got := eva.post(free+"/undantag", url.Values{"what": {"x"}}); got.status != 422 || got.doc(t).Find("#harm").Length() != 1 || !strings.Contains(text(t, got, ".ds-error-summary"), "skada") {
		t.Errorf("an exception without motives: %d", got.status)
	}
	eva.must(free+"/undantag", url.Values{"what": {"a"}, "harm": {"b"}, "unforeseen": {"c"}, "no_extra_meeting": {"d"}})
	gun.must(free+"/undantag/svar", url.Values{"approve": {"yes"}})

	change := func(form url.Values, field, value string) url.Values {
		out := url.Values{}
		for k, v := range form {
			out[k] = v
		}
		out.Set(field, value)
		return out
	}
	long, nonsense, personnummer := strings.Repeat("å", 20_001), "a\xff\xfeb", "Kalle 811228-9874"
	whole := st.newMatterForm(st.org)
	for _, c := range []struct {
		name   string
		who    visitor
		path   string
		form   url.Values
		field  string
		status int
	}{
		{"no title", eva, "/arenden/ny", change(whole, "title", "  "), "title", 422},
		{"a long title", eva, "/arenden/ny", change(whole, "title", strings.Repeat("x", 201)), "title", 422},
		{"a title that is no text", eva, "/arenden/ny", change(whole, "title", nonsense), "title", 422},
		{"a personnummer", eva, "/arenden/ny", change(whole, "purpose", personnummer), "purpose", 422},
		{"no purpose", eva, "/arenden/ny", change(whole, "purpose", ""), "purpose", 422},
		{"no unit", eva, "/arenden/ny", change(whole, "units", ""), "units", 422},
		{"a unit that does not exist", eva, "/arenden/ny", change(whole, "units", "99999999"), "units", 422},
		{"a unit that is no number", eva, "/arenden/ny", change(whole, "units", "'; DROP TABLE"), "units", 422},
		{"the neighbour's unit", eva, "/arenden/ny", change(whole, "units", st.unit(st.other, "Omsorgen")), "units", 422},
		{"no category", eva, "/arenden/ny", change(whole, "category", "vip"), "category", 422},
		{"no date", eva, "/arenden/ny", change(whole, "planned_decision", ""), "planned_decision", 422},
		{"a date that is none", eva, "/arenden/ny", change(whole, "planned_decision", "31 feb"), "planned_decision", 422},
		{"a day that has been", eva, "/arenden/ny", change(whole, "planned_decision", "2027-02-28"), "planned_decision", 422},
		{"no decider", eva, "/arenden/ny", change(whole, "decider", "king"), "decider", 422},
		{"an empty proposal", eva, path + "/forslag", url.Values{"body": {" "}}, "body", 422},
		{"a long proposal", eva, path + "/forslag", url.Values{"body": {long}}, "body", 422},
		{"a proposal that is no text", eva, path + "/forslag", url.Values{"body": {nonsense}}, "body", 422},
		{"a dialogue without unit", eva, path + "/apt", url.Values{"note": {"x"}}, "unit", 422},
		{"a dialogue in the neighbour's unit", eva, path + "/apt", url.Values{"unit": {st.unit(st.other, "Omsorgen")}}, "unit", 422},
		{"a long note", eva, path + "/apt", url.Values{"unit": {st.unit(st.org, "Omsorgen")}, "note": {long}}, "note", 422},
		{"an empty plan", eva, path + "/plan", url.Values{"kind_1": {""}}, "", 422},
		{"a plan without its group", eva, path + "/plan", url.Values{"kind_1": {"group"}}, "", 422},
		{"a plan of a group that does not exist", eva, path + "/plan", url.Values{"kind_1": {"group"}, "group_1": {"99999999"}}, "", 422},
		{"a plan of information alone", eva, path + "/plan", url.Values{"kind_1": {"info"}, "group_1": {st.group("FSG Omsorg")}}, "", 422},
		{"a negotiation without its union", eva, path + "/plan", url.Values{"kind_1": {"mbl11"}}, "", 422},
		{"a made-up kind", eva, path + "/plan", url.Values{"kind_1": {"mbl14"}, "union_1": {"1"}}, "", 422},
		{"no deviation said", eva, free + "/beslut", url.Values{}, "deviation", 422},
		{"a deviation without words", eva, free + "/beslut", url.Values{"deviation": {"minor"}}, "text", 422},
		{"long views", eva, free + "/beslut", url.Values{"deviation": {"none"}, "views": {long}}, "views", 422},
		{"a board's decision in a manager's matter", rut, path + "/namndbeslut", url.Values{"decided_on": {"2027-03-01"}, "deviation": {"none"}}, "", 422},
		{"a board's decision without a day", rut, boardPath + "/namndbeslut", url.Values{"deviation": {"none"}}, "decided_on", 422},
		{"a board's decision on no day", rut, boardPath + "/namndbeslut", url.Values{"decided_on": {"i går"}, "deviation": {"none"}}, "decided_on", 422},
		{"a board's decision to come", rut, boardPath + "/namndbeslut", url.Values{"decided_on": {"2027-03-02"}, "deviation": {"none"}}, "decided_on", 422},
		{"a board's decision too early", rut, boardPath + "/namndbeslut", url.Values{"decided_on": {"2027-03-01"}, "deviation": {"none"}}, "", 422},
		{"a second exception", eva, path + "/undantag", url.Values{"what": {"a"}, "harm": {"b"}, "unforeseen": {"c"}, "no_extra_meeting": {"d"}}, "", 409},
		{"no answer to an exception", gun, path + "/undantag/svar", url.Values{"answer": {"x"}}, "approve", 422},
		{"a rejection without a reason", gun, path + "/undantag/svar", url.Values{"approve": {"no"}}, "answer", 422},
		{"the neighbour's union", bo, path + "/mbl", url.Values{"union": {strconv.FormatInt(st.number(st.other, `SELECT id FROM unions WHERE name = 'Kommunal'`), 10)}}, "", 403},
		{"no union", bo, path + "/central", url.Values{}, "", 403},
		{"central negotiation without disagreement", bo, path + "/central", url.Values{"union": {st.union("Kommunal")}}, "", 422},
		{"a waiver of nothing", bo, path + "/avsta", url.Values{"union": {st.union("Kommunal")}}, "", 422},
		{"an objection to what is not editorial", bo, path + "/forslag/1/invandning", url.Values{"union": {st.union("Kommunal")}}, "", 422},
		{"a note that is no text", bo, path + "/anteckning", url.Values{"union": {st.union("Kommunal")}, "note": {nonsense}}, "", 422},
		{"a negotiation that is not there", eva, path + "/forhandling", url.Values{"kind": {"mbl11"}, "union": {"1"}, "manner": {"agreement"}}, "", 422},
		{"a manner that is none", eva, path + "/forhandling", url.Values{"kind": {"mbl11"}, "union": {"1"}, "manner": {"tired"}}, "", 422},
		{"no reason to withdraw", eva, path + "/aterta", url.Values{}, "reason", 422},
		{"a risk without words", eva, path + "/riskbedomning", url.Values{"area_1": {"workload"}, "probability_1": {"1"}, "consequence_1": {"1"}}, "source_1", 422},
		{"a risk beyond the scale", eva, path + "/riskbedomning", url.Values{"area_1": {"workload"}, "source_1": {"x"}, "probability_1": {"6"}, "consequence_1": {"1"}}, "probability_1", 422},
		{"a risk with a day that is none", eva, path + "/riskbedomning", url.Values{"area_1": {"workload"}, "source_1": {"x"}, "probability_1": {"1"}, "consequence_1": {"1"}, "due_on_1": {"snart"}}, "due_on_1", 422},
		{"a risk that is no text", eva, path + "/riskbedomning", url.Values{"area_1": {"workload"}, "source_1": {nonsense}, "probability_1": {"1"}, "consequence_1": {"1"}}, "source_1", 422},
		{"nobody invited", eva, path + "/riskbedomning/bjud-in", url.Values{}, "person", 422},
		{"somebody who is no safety representative", eva, path + "/riskbedomning/bjud-in", url.Values{"person": {strconv.FormatInt(st.person(st.org, "Nils Nord"), 10)}}, "", 422},
		{"an opinion without its answer", sara, free + "/riskbedomning/yttrande", url.Values{"body": {"x"}}, "agrees", 422},
		{"a disagreement without words", sara, free + "/riskbedomning/yttrande", url.Values{"agrees": {"no"}}, "body", 422},
		{"an empty assessment fixed", eva, path + "/riskbedomning/faststall", url.Values{"without_reason": {"x"}}, "", 422},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := st.fingerprint(t)
			got := c.who.post(c.path, c.form)
			if got.status != c.status {
				t.Fatalf("got %d, want %d\n%s", got.status, c.status, text(t, got, "main"))
			}
			if after := st.fingerprint(t); after != before {
				t.Error("something was stored")
			}
			if c.status == 403 {
				return
			}
			doc := got.doc(t)
			if !strings.HasPrefix(doc.Find("title").Text(), "Fel: ") {
				t.Errorf("title %q does not begin with Fel:", doc.Find("title").Text())
			}
			if doc.Find(".ds-error-summary").Length() != 1 {
				t.Error("no error summary")
			}
			if c.field == "" {
				return
			}
			if doc.Find(`.ds-error-summary a[href="#`+c.field+`"]`).Length() == 0 {
				t.Errorf("the summary does not lead to %s: %s", c.field, text(t, got, ".ds-error-summary"))
			}
			if doc.Find("#"+c.field).Length() != 1 {
				t.Errorf("the form has no field %s", c.field)
			}
			for k, v := range c.form {
				written := doc.Find(`input[type=text][name="` + k + `"], input[type=date][name="` + k + `"], textarea[name="` + k + `"]`)
				kept := written.AttrOr("value", written.Text())
				if want := strings.TrimSpace(strings.ToValidUTF8(v[0], "\uFFFD")); written.Length() == 1 && kept != want {
					t.Errorf("%s: kept %.40q, want %.40q", k, kept, want)
				}
			}
		})
	}
}

func (st *stage) union(name string) string {
	st.t.Helper()
	return strconv.FormatInt(st.number(st.org, `SELECT id FROM unions WHERE name = $1`, name), 10)
}

// A body beyond the limit is refused whole.
func TestMatterTooLarge(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	path := "/arenden/" + strconv.FormatInt(st.ids["matter"], 10)
	for _, part := range []string{"/forslag", "/plan", "/riskbedomning"} {
		if got := st.as(access.Manager).post(path+part, url.Values{"body": {strings.Repeat("x", 2<<20)}}); got.status != 413 {
			t.Errorf("%s: %d, want 413", part, got.status)
		}
	}
}

// What warns asks for a reason, and goes through with one.
func TestMatterWarnings(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	eva := st.as(access.Manager)
	form := st.newMatterForm(st.org)
	form.Set("purpose", "Efter en diagnos behövs en ny organisation")
	got := eva.post("/arenden/ny", form)
	doc := got.doc(t)
	if got.status != 422 || !strings.Contains(doc.Find(".warnings").Text(), "diagnos") {
		t.Fatalf("got %d with %q, want a warning", got.status, doc.Find(".warnings").Text())
	}
	sent := url.Values{"reason": {"Det gäller hela enheten"}}
	for _, f := range doc.Find("form[data-confirm] input[type=hidden]").EachIter() {
		name, _ := f.Attr("name")
		value, _ := f.Attr("value")
		sent.Add(name, value)
	}
	path := st.created(eva.post("/arenden/ny", sent))
	if !strings.Contains(text(t, eva.get(path), "#historik"), "Skäl: Det gäller hela enheten") {
		t.Error("the reason is not in the history")
	}
	if got := eva.post(path+"/forslag", url.Values{"body": {"Ett förslag"}}); got.status != 422 || got.doc(t).Find("form[data-confirm]").Length() != 1 {
		t.Errorf("a proposal without dialogue: %d, want a question", got.status)
	}
}

// A form sent twice makes one matter.
func TestMatterSentTwice(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	eva := st.as(access.Manager)
	once, _ := eva.get("/arenden/ny").doc(t).Find(`form[data-form="matter-new"] input[name=once]`).Attr("value")
	form := st.newMatterForm(st.org)
	form.Set("once", once)
	first, second := eva.post("/arenden/ny", form), eva.post("/arenden/ny", form)
	if first.status != 303 || second.location != first.location {
		t.Errorf("got %q and %q, want the same matter twice", first.location, second.location)
	}
	if got := st.number(st.org, `SELECT count(*) FROM matters WHERE title = 'Flytt till Storgatan'`); got != 1 {
		t.Errorf("%d matters, want 1", got)
	}
}

// Whoever saves second sees both texts and can save again.
func TestMatterConflictsShowBothTexts(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	eva, bo := st.as(access.Manager), st.as(access.UnionRep)
	path := st.created(eva.post("/arenden/ny", st.newMatterForm(st.org)))
	eva.must(path+"/plan", url.Values{"kind_1": {"group"}, "group_1": {st.group("FSG Omsorg")}})
	note := url.Values{"union": {st.union("Kommunal")}, "note": {"Första texten"}, "version": {"0"}}
	bo.must(path+"/anteckning", note)
	note.Set("note", "Andra texten")
	got := bo.post(path+"/anteckning", note)
	if got.status != 409 || !strings.Contains(text(t, got, ".inset"), "Första texten") || got.doc(t).Find("textarea[name=note]").Text() != "Andra texten" {
		t.Fatalf("note: %d, inset %q", got.status, text(t, got, ".inset"))
	}
	version, _ := got.doc(t).Find(`form[data-form="union-note"] input[name=version]`).Attr("value")
	note.Set("version", version)
	bo.must(path+"/anteckning", note)
	if body := eva.get(path).body; strings.Contains(body, "Andra texten") || strings.Contains(body, "Första texten") {
		t.Error("the employer sees the union's note")
	}

	risk := url.Values{"area_1": {"workload"}, "source_1": {"Första risken"}, "probability_1": {"3"}, "consequence_1": {"3"}, "version": {"0"}}
	eva.must(path+"/riskbedomning", risk)
	version, _ = eva.get(path + "/riskbedomning").doc(t).Find(`form[data-form="risk-save"] input[name=version]`).Attr("value")
	risk.Set("version", version)
	risk.Set("source_1", "Andra risken")
	eva.must(path+"/riskbedomning", risk)
	risk.Set("source_1", "Tredje risken")
	got = eva.post(path+"/riskbedomning", risk)
	if got.status != 409 || !strings.Contains(text(t, got, "table"), "Andra risken") || got.doc(t).Find("#source_1").Text() != "Tredje risken" {
		t.Errorf("risk: %d, table %q, field %q", got.status, text(t, got, "table"), got.doc(t).Find("#source_1").Text())
	}
}

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
	if got := text(t, check, "main"); !strings.Contains(got, "FSG Omsorg") || !strings.Contains(got, "Gruppen ligger närmast dem som berörs.") || !strings.Contains(got, "Beslutet är planerat för tidigt") {
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

// The exception: another person answers, and the rejection's words stand in the history.
func TestExceptionOverHTTP(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	eva, gun := st.as(access.Manager), st.as(access.Negotiator)
	path := st.created(eva.post("/arenden/ny", st.newMatterForm(st.org)))
	eva.must(path+"/forslag", url.Values{"body": {"Flytt i dag."}, "reason": {"Akut"}})
	motives := url.Values{"what": {"Flytt i dag"}, "harm": {"Lokalerna går inte att använda"}, "unforeseen": {"En ledning brast"}, "no_extra_meeting": {"Vi öppnar 07.30"}}
	eva.must(path+"/undantag", motives)
	if got := eva.post(path+"/undantag/svar", url.Values{"approve": {"yes"}}); got.status != 403 {
		t.Errorf("answering one's own: %d, want 403", got.status)
	}
	if got := gun.get(path + "/undantag/svar"); !strings.Contains(got.body, "En ledning brast") {
		t.Error("the förhandlingschef does not see the motives")
	}
	gun.must(path+"/undantag/svar", url.Values{"approve": {"no"}, "answer": {"Det går att kalla till extra möte"}})
	if got := text(t, eva.get(path), "#historik"); !strings.Contains(got, "Det går att kalla till extra möte") {
		t.Error("the history lacks the answer")
	}
	eva.must(path+"/undantag", motives)
	gun.must(path+"/undantag/svar", url.Values{"approve": {"yes"}})
	page := eva.get(path)
	if page.doc(t).Find(`[data-offer="decide"] a`).Length() != 1 {
		t.Error("the decision is not offered")
	}
	eva.must(path+"/beslut", url.Values{"deviation": {"none"}})
	page = eva.get(path)
	if got := text(t, page, "[data-state]"); got != "Beslut före samverkan" {
		t.Errorf("state %q", got)
	}
	if got := eva.post(path+"/beslut", url.Values{"deviation": {"none"}}); got.status != 409 {
		t.Errorf("deciding twice: %d, want 409", got.status)
	}
}

// The list narrows and pages, and an unknown filter is no error.
func TestMatterList(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	eva := st.as(access.Manager)
	who := st.who(st.org, access.Manager)
	for i := range 27 {
		st.matter(who, "Ärende nummer "+strconv.Itoa(i))
	}
	page := eva.get("/arenden")
	doc := page.doc(t)
	if got := doc.Find("main .rowlist .row").Length(); got != 25 {
		t.Errorf("%d rows, want 25", got)
	}
	next, ok := doc.Find(`a[rel=next]`).Attr("href")
	rest := int(st.number(st.org, `SELECT count(*) FROM matters`)) - 25
	if got := eva.get(next).doc(t).Find("main .rowlist .row").Length(); !ok || got != rest {
		t.Errorf("page 2 (%q): %d rows, want %d", next, got, rest)
	}
	for path, want := range map[string]int{"/arenden?q=nummer+13": 1, "/arenden?kategori=budget": 0, "/arenden?mina=ja&q=sexvecko": 0, "/arenden?fore=x&kategori=y": 25, "/arenden?q=%ff%00": 25} {
		got := eva.get(path)
		if n := got.doc(t).Find("main .rowlist .row").Length(); got.status != 200 || n != want {
			t.Errorf("%s: %d with %d rows, want %d", path, got.status, n, want)
		}
	}
	if got := len(page.body); got > 40_000 {
		t.Errorf("the list is %d bytes", got)
	}
}

// runs a query that makes rows, for tests that need what meetings do.
func (st *stage) exec(sql string, args ...any) {
	st.t.Helper()
	st.ok(st.db.InOrg(st.ctx, st.org, func(tx *db.OrgTx) error {
		_, err := tx.Exec(st.ctx, sql, args...)
		return err
	}))
}

// Every page of matters speaks both languages whole.
func TestMatterPagesInBothLanguages(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	hole := regexp.MustCompile(`!(matter|audit|error|ui)\.[a-z0-9_.]+|![A-Z][A-Za-z]+\b`)
	for _, row := range accessRows {
		method, pattern, _ := strings.Cut(row.route, " ")
		if method != "GET" || !strings.HasPrefix(pattern, "/arenden") {
			continue
		}
		for _, lang := range []string{"sv", "en"} {
			r := httptest.NewRequest("GET", "http://samverka.test"+row.path(st.ids), nil)
			r.AddCookie(&http.Cookie{Name: "lang", Value: lang})
			got := st.as(row.as).send(r)
			if got.status == 404 && (row.as == access.Registrar || row.as == access.UnionRep || row.as == access.Negotiator) {
				continue // the seed's matter has no plan yet: these do not know of it
			}
			if got.status >= 400 {
				t.Errorf("%s: %d", row.route, got.status)
			}
			if m := hole.FindString(got.doc(t).Find("body").Text()); m != "" {
				t.Errorf("%s in %s: %s", row.route, lang, m)
			}
		}
	}
}
