package demo

import (
	"slices"
	"time"

	"samverka/internal/clock"
)

// rhythm is how often a group meets, and when next, in working days.
type rhythm struct{ cycle, next int }

// rhythms gives every group its own days, so that on any day some group has just met and another is about to. The groups
// where the personas sit have theirs by hand: one is meeting right now.
func (w *world) rhythms() map[string]rhythm {
	rs := map[string]rhythm{}
	n := map[string]int{}
	rare := false
	for _, g := range w.groups {
		i := n[g.Level]
		n[g.Level]++
		switch g.Level {
		case "LSG":
			rs[g.Name] = rhythm{31, (i*7+2)%30 + 1}
			if g.SafetyCommittee && !rare { // its next meeting is not in the calendar yet, and its time is soon out
				rs[g.Name], rare = rhythm{190, 136}, true
			}
		case "CSG":
			rs[g.Name] = rhythm{20, 8}
		case "FSG":
			rs[g.Name] = rhythm{25, 2 + 4*i}
		}
	}
	if w.name == companyName {
		rs[companyGroup] = rhythm{30, 7}
		for i, c := range company {
			rs[lsg(c.name)] = rhythm{30, []int{29, 4, 12}[i]}
		}
		return rs
	}
	rs[homeCareGroup] = rhythm{15, 4}
	rs[lsg("Hemtjänst Öst")] = rhythm{31, 0}
	rs[lsg("Hemtjänst Norr")] = rhythm{31, 3}
	return rs
}

// sittings lays out every group's meetings, past and to come, in order of time.
func (s *stage) sittings() []*sitting {
	today := clock.DateOf(s.end)
	base := workday(today, 0)
	var all []*sitting
	for name, r := range s.rhythms() {
		g := s.group[name]
		for k := r.next - (200/r.cycle+1)*r.cycle; ; k += r.cycle {
			day := workday(base, k)
			if day.Before(today.Add(-pastDays)) {
				continue
			}
			if day.After(today.Add(futureDays)) {
				break
			}
			t := &sitting{group: g, start: day.At([]int{9, 13, 10, 14}[int(g.id)%4], 0), length: 2 * time.Hour}
			if k == 0 {
				t.start, t.goesOn = ongoing(s.end), true
			}
			all = append(all, t)
		}
	}
	order(all, func(t *sitting) string { return t.start.UTC().Format(time.DateTime) + t.Name })
	for i, t := range all {
		t.n, t.long = i, t.day().Before(today.Add(-100))
		if t.Level != "LSG" && t.day().After(today.Add(-100)) && t.day().Before(today.Add(40)) {
			t.extras = extras[t.Level][i%3 : i%3+2]
		}
	}
	return all
}

// extras are what groups are informed of without a matter.
var extras = map[string][]string{
	"CSG": {"Läget i ekonomin efter månaden", "Statistik om sjukfrånvaro och arbetsskador", "Budgetprocessen: tider för nästa år", "Medarbetarenkäten: svarsfrekvens"},
	"FSG": {"Månadsrapport: ekonomi och personal", "Rapporterade tillbud och arbetsskador", "Läget i bemanningen inför helgerna", "Genomgång av företagshälsovårdens insatser"},
}

// following is the group's first sitting at least n days after the given one, other than one that was called off.
func following(all []*sitting, t *sitting, g string, n int) *sitting {
	i := slices.IndexFunc(all, func(x *sitting) bool { return x.Name == g && t.day().DaysUntil(x.day()) >= n && x.cancelled == "" })
	if i < 0 {
		return nil
	}
	return all[i]
}

// preceding is the group's newest sitting at least n days before the given one.
func preceding(all []*sitting, t *sitting, n int) *sitting {
	for _, x := range slices.Backward(all) {
		if x.Name == t.Name && x.day().DaysUntil(t.day()) >= n && x.cancelled == "" {
			return x
		}
	}
	return nil
}
