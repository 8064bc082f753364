package matter

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/clock"
	"samverka/internal/organisation"
)

// The organisation of these cases: Hemtjänst Väst (11) and Hemtjänst Norr (12) below Vård och omsorg (10), Tallkotten (21)
// below Utbildning (20), all below the kommun (1).
var (
	lsgVast = func(u int64) Coverage { return Coverage{UnitID: u, GroupID: 111, Name: "LSG Väst", Depth: 3} }
	lsgNorr = func(u int64) Coverage { return Coverage{UnitID: u, GroupID: 112, Name: "LSG Norr", Depth: 3} }
	fsgVO   = func(u int64) Coverage { return Coverage{UnitID: u, GroupID: 110, Name: "FSG VO", Depth: 2} }
	fsgUT   = func(u int64) Coverage { return Coverage{UnitID: u, GroupID: 120, Name: "FSG UT", Depth: 2} }
	csg     = func(u int64) Coverage { return Coverage{UnitID: u, GroupID: 100, Name: "CSG", Depth: 1, Wide: true} }

	vast = []Coverage{lsgVast(11), fsgVO(11), csg(11)}
	norr = []Coverage{lsgNorr(12), fsgVO(12), csg(12)}
	tall = []Coverage{fsgUT(21), csg(21)}

	suggestDay = clock.NewDate(2027, time.February, 3) // a Wednesday
)

func with(parts ...[]Coverage) []Coverage {
	var all []Coverage
	for _, p := range parts {
		all = append(all, p...)
	}
	return all
}

func TestSuggest(t *testing.T) {
	t.Parallel()
	kommunal := PartyChoice{ID: 1, Name: "Kommunal", Collective: true, Groups: []int64{111, 110}}
	vision := PartyChoice{ID: 2, Name: "Vision", Collective: true, AgreementUntil: clock.NewDate(2027, time.February, 10), Groups: []int64{111}}
	brand := PartyChoice{ID: 3, Name: "Brandmännens RF"}
	for _, c := range []struct {
		name string
		in   Situation
		want []string
	}{
		{"one unit: the nearest group", Situation{Units: []int64{11}, Coverage: vast},
			[]string{"group LSG Väst: nearest", "earliest 2027-02-17"}},
		{"two units of one group: that group", Situation{Units: []int64{11, 12}, Coverage: with(vast[1:], norr[1:])},
			[]string{"group FSG VO: nearest", "earliest 2027-02-17"}},
		{"two units with a group each: the common one, and information to both", Situation{Units: []int64{11, 12}, Coverage: with(vast, norr)},
			[]string{"group FSG VO: common", "info LSG Norr: inform", "info LSG Väst: inform", "earliest 2027-02-17"}},
		{"two förvaltningar: the central group", Situation{Units: []int64{11, 21}, Coverage: with(vast, tall)},
			[]string{"group CSG: common", "info FSG UT: inform", "info LSG Väst: inform", "earliest 2027-02-17"}},
		{"two förvaltningar without a central group: each one's own", Situation{Units: []int64{11, 21}, Coverage: with(vast[:2], tall[:1])},
			[]string{"group FSG UT: nearest", "group LSG Väst: nearest", "earliest 2027-02-17"}},
		{"a board decides: also its level", Situation{Units: []int64{11}, Coverage: vast, Decider: ByBoard},
			[]string{"group LSG Väst: nearest", "group FSG VO: board", "earliest 2027-02-17"}},
		{"a board decides over a whole förvaltning: one group", Situation{Units: []int64{21}, Coverage: tall, Decider: ByBoard},
			[]string{"group FSG UT: nearest", "earliest 2027-02-17"}},
		{"only a central group: it, whoever decides", Situation{Units: []int64{11}, Coverage: vast[2:], Decider: ByBoard},
			[]string{"group CSG: nearest", "earliest 2027-02-17"}},
		{"no important change", Situation{Units: []int64{11}, Coverage: vast, NotImportant: true},
			[]string{"group LSG Väst: not_important", "earliest 2027-02-17"}},
		{"no group at all", Situation{Units: []int64{11}},
			[]string{"earliest 2027-02-03", "no group"}},
		{"an agreement that ends before the meeting can be held", Situation{Units: []int64{11}, Coverage: vast, Unions: []PartyChoice{kommunal, vision}},
			[]string{"group LSG Väst: nearest", "mbl11 Vision: mbl11", "earliest 2027-02-17"}},
		{"a union without collective agreement is asked for, not assumed", Situation{Units: []int64{11}, Coverage: vast, Unions: []PartyChoice{kommunal, brand}},
			[]string{"group LSG Väst: nearest", "earliest 2027-02-17"}},
		{"a union without collective agreement whose members are concerned", Situation{Units: []int64{11}, Coverage: vast, Unions: []PartyChoice{kommunal, brand}, Concerned: []int64{3}},
			[]string{"group LSG Väst: nearest", "mbl13 Brandmännens RF: mbl13", "earliest 2027-02-17"}},
		{"a union with collective agreement is never one for MBL 13", Situation{Units: []int64{11}, Coverage: vast, Unions: []PartyChoice{kommunal}, Concerned: []int64{1}},
			[]string{"group LSG Väst: nearest", "earliest 2027-02-17"}},
		{"work by others than employees", Situation{Units: []int64{11}, Coverage: vast, Unions: []PartyChoice{kommunal, brand}, Outsiders: true},
			[]string{"group LSG Väst: nearest", "mbl38 Kommunal: mbl38", "earliest 2027-02-17"}},
		{"the work environment", Situation{Units: []int64{11}, Coverage: vast, WorkEnvironment: true},
			[]string{"group LSG Väst: nearest", "earliest 2027-02-17", "risk"}},
		{"a decision planned too early", Situation{Units: []int64{11}, Coverage: vast, PlannedDecision: clock.NewDate(2027, time.February, 16)},
			[]string{"group LSG Väst: nearest", "earliest 2027-02-17", "late"}},
		{"a decision planned for the first day", Situation{Units: []int64{11}, Coverage: vast, PlannedDecision: clock.NewDate(2027, time.February, 17)},
			[]string{"group LSG Väst: nearest", "earliest 2027-02-17"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			c.in.Agreement = organisation.Default(suggestDay)
			if diff := cmp.Diff(c.want, lines(Suggest(c.in, suggestDay))); diff != "" {
				t.Errorf("suggestion (-want +got):\n%s", diff)
			}
		})
	}
}

// lines writes a suggestion the way the cases do.
func lines(s Suggestion) []string {
	var out []string
	for _, t := range s.Tracks {
		out = append(out, fmt.Sprintf("%s %s: %s", t.Kind, t.Name, t.Reason[len("matter.suggest."):]))
	}
	out = append(out, "earliest "+s.Earliest.String())
	for _, f := range []struct {
		on   bool
		name string
	}{{s.Risk, "risk"}, {s.Late, "late"}, {s.NoGroup, "no group"}} {
		if f.on {
			out = append(out, f.name)
		}
	}
	return out
}

// The agreement's own times decide the day, and a day that is no working day moves on.
func TestSuggestEarliest(t *testing.T) {
	t.Parallel()
	a := organisation.Default(suggestDay)
	for _, c := range []struct {
		notice, papers int
		want           string
	}{{14, 7, "2027-02-17"}, {2, 7, "2027-02-10"}, {3, 3, "2027-02-08"}, {0, 0, "2027-02-03"}} {
		a.NoticeDays, a.PapersDays = c.notice, c.papers
		got := Suggest(Situation{Units: []int64{11}, Coverage: vast, Agreement: a}, suggestDay).Earliest
		if got.String() != c.want {
			t.Errorf("notice %d, papers %d: got %s, want %s", c.notice, c.papers, got, c.want)
		}
	}
}
