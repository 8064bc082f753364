package matter

import (
	"fmt"
	"strings"
	"time"

	"samverka/internal/clock"
	"samverka/internal/organisation"
)

// The organisation of these cases: Hemtjänst Väst (11) and Hemtjänst Norr (12) below Vård och omsorg (10), Tallkotten (21)
// below Utbildning (20), all below the kommun (1). FSG VO and CSG are safety committees, the LSG are not.
var (
	lsgVast = func(u int64) Coverage { return Coverage{UnitID: u, GroupID: 111, Name: "LSG Väst", Depth: 3} }
	lsgNorr = func(u int64) Coverage { return Coverage{UnitID: u, GroupID: 112, Name: "LSG Norr", Depth: 3} }
	fsgVO   = func(u int64) Coverage {
		return Coverage{UnitID: u, GroupID: 110, Name: "FSG VO", Depth: 2, Committee: true}
	}
	fsgUT = func(u int64) Coverage {
		return Coverage{UnitID: u, GroupID: 120, Name: "FSG UT", Depth: 2, Committee: true}
	}
	csg = func(u int64) Coverage {
		return Coverage{UnitID: u, GroupID: 100, Name: "CSG", Depth: 1, Wide: true, Committee: true}
	}

	vast    = []Coverage{lsgVast(11), fsgVO(11), csg(11)}
	norr    = []Coverage{lsgNorr(12), fsgVO(12), csg(12)}
	tall    = []Coverage{fsgUT(21), csg(21)}
	company = []Coverage{{UnitID: 31, GroupID: 130, Name: "Bolagets samverkansgrupp", Depth: 1, Wide: true, Committee: true}}

	// Wednesdays of the year plan, and what the unions have signed.
	triageDay = clock.NewDate(2027, time.February, 3)
	meetings  = append(wednesdays(111, "02-24", "03-31", "04-28", "06-02"), append(wednesdays(112, "03-03", "04-07", "05-12"),
		append(wednesdays(110, "02-10", "03-10", "04-14", "05-19", "06-16"), append(wednesdays(120, "02-17", "04-21"), wednesdays(100, "03-17", "05-05", "06-09")...)...)...)...)
	apts = []PlannedAPT{{"Hemtjänst Väst", clock.NewDate(2027, time.February, 10)}, {"Hemtjänst Väst", clock.NewDate(2027, time.March, 3)},
		{"Hemtjänst Väst", clock.NewDate(2027, time.April, 7)}}

	kommunal = PartyChoice{ID: 1, Name: "Kommunal", Collective: true, AgreementFrom: clock.NewDate(2020, time.January, 1), Groups: []int64{111, 112, 110, 120, 100, 130}}
	vision   = PartyChoice{ID: 2, Name: "Vision", Collective: true, AgreementFrom: clock.NewDate(2020, time.January, 1), Groups: []int64{111, 110, 120, 100}}
	leaving  = PartyChoice{ID: 2, Name: "Vision", Collective: true, AgreementFrom: clock.NewDate(2020, time.January, 1), AgreementUntil: clock.NewDate(2027, time.March, 15),
		Groups: []int64{111, 110}}
	doctors  = PartyChoice{ID: 3, Name: "Läkarförbundet", Collective: true, AgreementUntil: clock.NewDate(2026, time.December, 31)} // outside the local agreement since
	brand    = PartyChoice{ID: 4, Name: "Brandmännens RF"}                                                                          // no collective agreement
	everyone = []PartyChoice{kommunal, vision, doctors, brand}
)

func wednesdays(group int64, days ...string) []PlannedMeeting {
	var ms []PlannedMeeting
	for i, d := range days {
		day, err := clock.ParseDate("2027-" + d)
		if err != nil {
			panic(err)
		}
		ms = append(ms, PlannedMeeting{ID: group*10 + int64(i), GroupID: group, Day: day, Called: day.String() == "2027-02-10"})
	}
	return ms
}

// usual are the answers that most cases share: a manager in Hemtjänst Väst with a proposal that affects the work, wished
// decided on 14 April.
func usual(change ...func(*Situation)) Situation {
	in := Situation{Category: "organisation", Units: []int64{11}, Decider: ByManager, WorkEnvironment: true, Coverage: vast, Unions: []PartyChoice{kommunal, vision},
		Meetings: meetings, APTs: apts, Agreement: organisation.Default(triageDay), PlannedDecision: clock.NewDate(2027, time.April, 14)}
	for _, f := range change {
		f(&in)
	}
	return in
}

func about(category string) func(*Situation) { return func(in *Situation) { in.Category = category } }
func wished(m time.Month, day int) func(*Situation) {
	return func(in *Situation) { in.PlannedDecision = clock.NewDate(2027, m, day) }
}
func notImportant(in *Situation) { in.NotImportant = true }
func unsure(in *Situation)       { in.Unsure = true }
func board(in *Situation)        { in.Decider = ByBoard }
func idea(in *Situation)         { in.Idea = true }
func settled(in *Situation)      { in.Settled = true }
func individuals(in *Situation)  { in.Individuals = true }
func secret(in *Situation)       { in.Secret = true }
func outsiders(in *Situation)    { in.Outsiders = true }
func noRisk(in *Situation)       { in.WorkEnvironment = false }
func bothLocal(in *Situation) {
	in.Units, in.Coverage = []int64{11, 12}, append(append([]Coverage{}, vast...), norr...)
}
func acrossKommun(in *Situation) {
	in.Units, in.Coverage = []int64{11, 21}, append(append([]Coverage{}, vast...), tall...)
}
func unplanned(in *Situation)    { in.Meetings = nil }
func bottomUp(in *Situation)     { in.Agreement.GroupOrder = organisation.BottomUp }
func whenApproved(in *Situation) { in.Agreement.EffectiveAt = organisation.AtApproval }
func toGroup(categories ...string) func(*Situation) {
	return func(in *Situation) { in.Agreement.GroupCategories = categories }
}

// arranged lets LSG Väst (111) and the unit Hemtjänst Väst (11) follow an arrangement of their own beside the agreement.
func arranged(unit, group organisation.Terms) func(*Situation) {
	return func(in *Situation) {
		in.day, in.Paths = triageDay, []unitPath{{[]int64{1, 10, 11}}}
		in.Rules = &organisation.Rulebook{Agreements: []organisation.Agreement{in.Agreement}, Groups: []organisation.GroupPath{{ID: 111, Path: []int64{1, 10, 11}}},
			Arrangements: []organisation.Arrangement{{ID: 1, UnitID: 11, ValidFrom: triageDay, Terms: unit}, {ID: 2, GroupID: 111, ValidFrom: triageDay, Terms: group}}}
		in.Agreement = in.Rules.On(triageDay, placeOf(in.Paths))
	}
}

func terms(name, json string) organisation.Terms { return organisation.Terms{name: []byte(json)} }

func inCompany(in *Situation) {
	in.Units, in.Coverage, in.Unions, in.APTs = []int64{31}, company, []PartyChoice{kommunal}, nil
	in.Meetings = wednesdays(130, "03-31")
}
func unions(us ...PartyChoice) func(*Situation) { return func(in *Situation) { in.Unions = us } }
func concerned(ids ...int64) func(*Situation)   { return func(in *Situation) { in.Concerned = ids } }
func corrected(c Correction) func(*Situation)   { return func(in *Situation) { in.Correction = c } }

// told writes a triage the way the cases do: the type and why; the forums in order, each with its day; what is needed; the
// unions; the days; what there is to know.
func told(t Triage) []string {
	key := func(k string) string { return k[strings.LastIndex(k, ".")+1:] }
	day := func(d clock.Date) string { return strings.TrimPrefix(d.String(), "2027-") }
	lines := []string{string(t.Type) + ": " + key(t.Why.Key)}
	add := func(name string, parts []string) {
		if len(parts) > 0 {
			lines = append(lines, name+" "+strings.Join(parts, ", "))
		}
	}
	var forums, needs, unions, dates, words []string
	for _, f := range t.Forums {
		s := f.Kind
		if f.Name != "" {
			s = f.Kind + " " + f.Name
		}
		if f.Class == EarlyDialogue && f.Kind != ForumAPT {
			s = "early " + f.Name
		}
		if !f.Day.IsZero() {
			s += " " + day(f.Day)
		}
		forums = append(forums, s+" ("+key(f.Reason)+")")
	}
	for _, n := range t.Needs {
		needs = append(needs, key(n.Key))
	}
	for _, u := range t.Unions {
		unions = append(unions, u.Name+" "+u.Way)
	}
	for _, d := range t.Dates {
		dates = append(dates, day(d.Day)+" "+key(d.Key))
	}
	for _, w := range t.Words {
		words = append(words, key(w.Key))
		if i := len(w.Args); i >= 2 && strings.Contains("Earliest Planned Date", fmt.Sprint(w.Args[i-2])) {
			words[len(words)-1] += " " + strings.TrimPrefix(fmt.Sprint(w.Args[i-1]), "2027-")
		}
	}
	add("forums:", forums)
	add("needs:", needs)
	add("unions:", unions)
	add("days:", dates)
	add("words:", words)
	return lines
}
