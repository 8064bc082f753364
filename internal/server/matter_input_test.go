package server

import (
	"net/url"
	"strconv"
	"strings"
	"testing"

	"samverka/internal/access"
)

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
	eva.must(free+"/riskbedomning/rad", url.Values{"area": {"premises"}, "source": {"Trångt"}, "probability": {"2"}, "consequence": {"2"}})
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
		{"a risk without words", eva, path + "/riskbedomning/rad", url.Values{"area": {"workload"}, "probability": {"1"}, "consequence": {"1"}}, "source", 422},
		{"a risk beyond the scale", eva, path + "/riskbedomning/rad", url.Values{"area": {"workload"}, "source": {"x"}, "probability": {"6"}, "consequence": {"1"}}, "probability", 422},
		{"a risk of no size", eva, path + "/riskbedomning/rad", url.Values{"area": {"workload"}, "source": {"x"}, "probability": {"mycket"}, "consequence": {"1"}}, "probability", 422},
		{"a risk in no area", eva, path + "/riskbedomning/rad", url.Values{"source": {"x"}, "probability": {"1"}, "consequence": {"1"}}, "area", 422},
		{"a risk with a day that is none", eva, path + "/riskbedomning/rad", url.Values{"area": {"workload"}, "source": {"x"}, "probability": {"1"}, "consequence": {"1"}, "due_on": {"snart"}}, "due_on", 422},
		{"a risk that is no text", eva, path + "/riskbedomning/rad", url.Values{"area": {"workload"}, "source": {nonsense}, "probability": {"1"}, "consequence": {"1"}}, "source", 422},
		{"a risk with a personnummer", eva, path + "/riskbedomning/rad", url.Values{"area": {"workload"}, "source": {"Gäller 19811218-9876"}, "probability": {"1"}, "consequence": {"1"}}, "source", 422},
		{"a risk about one person's health", eva, path + "/riskbedomning/rad", url.Values{"area": {"workload"}, "source": {"Hon har fått en diagnos"}, "probability": {"1"}, "consequence": {"1"}}, "source", 422},
		{"a risk that names somebody", eva, path + "/riskbedomning/rad", url.Values{"area": {"workload"}, "source": {"Nils Nord får för mycket"}, "probability": {"1"}, "consequence": {"1"}}, "source", 422},
		{"a measure by somebody who is not asked", eva, path + "/riskbedomning/rad", url.Values{"area": {"workload"}, "source": {"x"}, "probability": {"1"}, "consequence": {"1"}, "measure": {"y"}, "responsible_id": {strconv.FormatInt(st.person(st.org, "Nils Nord"), 10)}}, "responsible_id", 422},
		{"an effect without a measure", eva, path + "/riskbedomning/rad", url.Values{"area": {"workload"}, "source": {"x"}, "probability": {"1"}, "consequence": {"1"}, "effect_on": {"2027-06-01"}}, "measure", 422},
		{"an effect before the measure", eva, path + "/riskbedomning/rad", url.Values{"area": {"workload"}, "source": {"x"}, "probability": {"1"}, "consequence": {"1"}, "measure": {"y"}, "due_on": {"2027-06-02"}, "effect_on": {"2027-06-01"}}, "effect_on", 422},
		{"half of what is left", eva, path + "/riskbedomning/rad", url.Values{"area": {"workload"}, "source": {"x"}, "probability": {"1"}, "consequence": {"1"}, "measure": {"y"}, "after_probability": {"1"}}, "after_probability", 422},
		{"a change that is not described", eva, path + "/riskbedomning/andring", url.Values{}, "change", 422},
		{"a conclusion that is none", eva, path + "/riskbedomning/slutsats", url.Values{"conclusion": {"kanske"}}, "conclusion", 422},
		{"a follow-up by nobody", eva, path + "/riskbedomning/slutsats", url.Values{"follow_on": {"2027-06-01"}}, "follow_by", 422},
		{"a participant without a name", eva, path + "/riskbedomning/deltagare", url.Values{"kind": {"employee"}}, "name", 422},
		{"a participant as nothing", eva, path + "/riskbedomning/deltagare", url.Values{"name": {"Nils Nord"}}, "kind", 422},
		{"a participant whom nobody knows", eva, path + "/riskbedomning/deltagare", url.Values{"name": {"ingen@exempel.se"}, "kind": {"expert"}}, "name", 422},
		{"nobody invited", eva, path + "/riskbedomning/deltagare", url.Values{}, "person", 422},
		{"somebody who is no safety representative", eva, path + "/riskbedomning/deltagare", url.Values{"person": {strconv.FormatInt(st.person(st.org, "Nils Nord"), 10)}}, "", 422},
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
	for _, part := range []string{"/forslag", "/plan", "/riskbedomning/rad"} {
		if got := st.as(access.Manager).post(path+part, url.Values{"body": {strings.Repeat("x", 2<<20)}}); got.status != 413 {
			t.Errorf("%s: %d, want 413", part, got.status)
		}
	}
}
