package importer

import (
	"slices"
	"strconv"
	"strings"
)

// compare fills the plan with the rows that differ from the register.
func (p *planner) compare(plan *Plan) {
	kind(plan, Units, p.units, &plan.writes.Units, func(r unitRec) (string, bool) { return r.Name, r.Closed }, p.unitDiff,
		func(a, b unitRec) bool { return a == b })
	kind(plan, People, p.people, &plan.writes.People, func(r personRec) (string, bool) { return r.Name, r.Closed }, p.personDiff,
		func(a, b personRec) bool { return a == b })
	kind(plan, Unions, p.unions, &plan.writes.Unions, func(r unionRec) (string, bool) { return r.Name, r.Closed }, unionDiff,
		func(a, b unionRec) bool { return a == b })
	kind(plan, Groups, p.groups, &plan.writes.Groups, func(r groupRec) (string, bool) { return r.Name, r.Closed }, p.groupDiff,
		func(a, b groupRec) bool { return len(p.groupDiff(a, b)) == 0 && a.Closed == b.Closed })
	kind(plan, Mandates, p.mandates, &plan.writes.Mandates, func(m mandateRec) (string, bool) {
		return p.mandateName(m), !m.holdsOrWill(p.today)
	}, p.mandateDiff, func(a, b mandateRec) bool { return a == b })
	plan.Moved = p.moved(plan.writes.Units)
	plan.Digest = plan.writes.digest()
}

// moved are the units among those written that come below another one, or end.
func (p *planner) moved(written []unitRec) (ms []MovedUnit) {
	for _, after := range written {
		before, had := p.units.before[after.ID]
		switch {
		case !had || before.Closed:
		case after.Closed:
			ms = append(ms, MovedUnit{ID: after.ID, Name: after.Name, Closed: true})
		case after.Parent != before.Parent:
			ms = append(ms, MovedUnit{ID: after.ID, Name: after.Name, From: p.unitName(before.Parent), To: p.unitName(after.Parent)})
		}
	}
	return ms
}

// kind compares one kind's rows and notes those that differ.
func kind[T any](plan *Plan, k Kind, b *book[T], out *[]T, describe func(T) (string, bool), diff func(a, b T) []Difference, same func(a, b T) bool) {
	kp := KindPlan{Kind: k}
	shown := map[Sort]int{}
	note := func(s Sort, n *int, r T, ds []Difference) {
		*n++
		*out = append(*out, r)
		if shown[s]++; shown[s] <= samplesShown {
			name, _ := describe(r)
			kp.Samples = append(kp.Samples, Change{s, name, ds})
		}
	}
	for _, id := range b.order {
		after := *b.after[id]
		before, had := b.before[id]
		_, nowClosed := describe(after)
		_, wasClosed := describe(before)
		switch {
		case !had:
			note(New, &kp.New, after, diff(before, after))
		case nowClosed && !wasClosed:
			note(Closed, &kp.Closed, after, nil)
		case !same(before, after):
			note(Changed, &kp.Changed, after, diff(before, after))
		case !nowClosed:
			kp.Unchanged++
		}
	}
	if b.inFile || len(kp.Samples) > 0 {
		plan.Kinds = append(plan.Kinds, kp)
	}
}

// differences keeps the properties whose texts differ.
func differences(ds ...Difference) (out []Difference) {
	for _, d := range ds {
		if d.Before != d.After {
			out = append(out, d)
		}
	}
	return out
}

func (p *planner) unitDiff(a, b unitRec) []Difference {
	return differences(Difference{Name, a.Name, b.Name}, Difference{Code, a.Code, b.Code}, Difference{Parent, p.unitName(a.Parent), p.unitName(b.Parent)},
		Difference{Manager, p.personName(a.Manager), p.personName(b.Manager)}, Difference{Headcount, number(a.Headcount), number(b.Headcount)})
}

func (p *planner) personDiff(a, b personRec) []Difference {
	return differences(Difference{Name, a.Name, b.Name}, Difference{Code, a.Code, b.Code}, Difference{Email, a.Email, b.Email},
		Difference{Unit, p.unitName(a.Unit), p.unitName(b.Unit)})
}

func unionDiff(a, b unionRec) []Difference {
	return differences(Difference{Name, a.Name, b.Name}, Difference{From, a.From.String(), b.From.String()},
		Difference{Until, a.Until.String(), b.Until.String()}, Difference{Collective, yesNoSign(a.Collective), yesNoSign(b.Collective)})
}

func (p *planner) groupDiff(a, b groupRec) []Difference {
	list := func(ids []int64) string {
		var names []string
		for _, id := range ids {
			names = append(names, p.unitName(id))
		}
		slices.Sort(names)
		return strings.Join(names, ", ")
	}
	var parentA, parentB string
	if g := p.groups.after[a.Parent]; g != nil {
		parentA = g.Name
	}
	if g := p.groups.after[b.Parent]; g != nil {
		parentB = g.Name
	}
	ds := differences(Difference{Name, a.Name, b.Name}, Difference{Level, a.Level, b.Level}, Difference{Chair, p.personName(a.Chair), p.personName(b.Chair)},
		Difference{Parent, parentA, parentB}, Difference{Safety, yesNoSign(a.Safety), yesNoSign(b.Safety)})
	if !slices.Equal(a.Units, b.Units) {
		ds = append(ds, Difference{UnitList, list(a.Units), list(b.Units)})
	}
	return ds
}

func (p *planner) mandateDiff(a, b mandateRec) []Difference {
	return differences(Difference{From, a.From.String(), b.From.String()}, Difference{Until, a.Until.String(), b.Until.String()})
}

// mandateName says whose mandate it is and where.
func (p *planner) mandateName(m mandateRec) string {
	parts := []string{p.personName(m.Person)}
	if u := p.unions.after[m.Union]; u != nil {
		parts = append(parts, u.Name)
	}
	if g := p.groups.after[m.Group]; g != nil {
		parts = append(parts, g.Name)
	}
	if name := p.unitName(m.Unit); name != "" {
		parts = append(parts, name)
	}
	return strings.Join(parts, ", ")
}

func (p *planner) unitName(id int64) string {
	if u := p.units.after[id]; u != nil {
		return u.Name
	}
	return ""
}

func (p *planner) personName(id int64) string {
	if r := p.people.after[id]; r != nil {
		return r.Name
	}
	return ""
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func yesNoSign(yes bool) string {
	if yes {
		return "ja"
	}
	return ""
}
