package demo

import (
	"fmt"
	"slices"

	"samverka/internal/matter"
)

// invent makes a matter of the next subject that fits the group, about one of its workplaces.
func (w *script) invent(t *sitting, p pattern) *journey {
	fitting := slices.DeleteFunc(slices.Clone(w.subjects), func(x *subject) bool {
		plain := p.fate == decided && p.outcome == "" && !p.upwards
		return !x.fits(t.Level, w.kinds[t.Name], t.branch) || x.outsiders && !plain || p.unstated && !x.environment
	})
	for i := range 8 * len(fitting) {
		key := t.Level + string(w.kinds[t.Name])
		x := fitting[w.turn[key]%len(fitting)]
		unit := p.unit
		if unit == "" {
			unit = w.workplace(t, w.turn[key]/len(fitting))
		}
		w.turn[key]++
		if name := titled(x, unit); !w.used[name] && (i >= 4*len(fitting) || !w.used[t.Name+x.title]) {
			w.used[name], w.used[t.Name+x.title] = true, true
			return w.begin(t, p, x, name, unit)
		}
	}
	return nil
}

func (w *script) begin(t *sitting, p pattern, x *subject, name, unit string) *journey {
	j := &journey{subject: x, n: len(w.journeys), name: name, unit: unit, units: []string{unit}, owner: w.boss[unit], branch: t.branch, decider: matter.ByManager,
		fate: p.fate, leave: p.leave, unstated: p.unstated, tabledReason: "Gruppen vill se kostnaden för hela året. Frågan bordläggs till nästa möte."}
	if t.late {
		j.tabledReason = "Handlingarna kom för sent och en organisation begär att frågan bordläggs."
	}
	if x.outsiders && t.Level == "FSG" {
		j.secrecy = "OSL 19 kap. 3 §"
	}
	switch {
	case p.board:
		j.decider = matter.ByBoard
	case p.upwards && t.Level == "LSG":
		j.owner = w.boss[t.home]
	}
	if p.fate == negotiated {
		ss := t.speakers()
		j.negotiator = map[string]bool{ss[len(ss)-1].union: true}
	}
	switch t.Level {
	case "FSG":
		j.owner, j.units = w.boss[t.home], w.areas(t, j.n)
	case "CSG":
		j.undialogued = true
	}
	return j
}

// workplace is the unit that the matter is about: in local groups one after another of theirs.
func (w *script) workplace(t *sitting, round int) string {
	if t.Level != "LSG" {
		return t.home
	}
	below := w.under[t.home][1:]
	return below[(t.n+round)%len(below)]
}

// areas are some of the förvaltning's areas.
func (w *script) areas(t *sitting, n int) []string {
	var all []string
	for _, g := range w.groups {
		if g.Parent == t.Name {
			all = append(all, g.home)
		}
	}
	if len(all) == 0 {
		return []string{t.home}
	}
	some := []string{all[n%len(all)]}
	if next := all[(n+1)%len(all)]; next != some[0] && n%2 == 0 {
		some = append(some, next)
	}
	return some
}

// inform lets a neighbouring local group be informed of what its förvaltning's group treats.
func (w *script) inform(j *journey, t *sitting) {
	if t.Level != "FSG" || j.n%3 != 0 {
		return
	}
	next := following(w.all, t, lsg(j.units[0]), -10)
	if next == nil || next.goesOn || slices.Contains(j.path, next) {
		return
	}
	j.informed = append(j.informed, next)
	next.items = append(next.items, &treatment{j: j, class: matter.Information, outcome: handled})
}

// objections are the reasons of the first n unions in the group that have something against the proposal.
func (w *script) objections(j *journey, t *sitting, n int) map[string]string {
	why := map[string]string{}
	for _, s := range t.speakers() {
		if len(why) < n && j.objection[s.union] != "" && !j.negotiator[s.union] {
			why[s.union] = j.text(j.objection[s.union])
		}
	}
	for _, s := range t.speakers() {
		if len(why) < n && why[s.union] == "" && !j.negotiator[s.union] {
			why[s.union] = fmt.Sprintf("Våra medlemmar i %s får mer att göra utan att något tas bort. Vi vill se en plan för bemanningen först.", j.unit)
		}
	}
	return why
}
