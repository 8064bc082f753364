package importer

import (
	"slices"

	"samverka/internal/clock"
	"samverka/internal/organisation"
)

// mandateKey is what a mandate is about, without its dates.
type mandateKey struct {
	person             int64
	role               string
	union, group, unit int64
}

func (m mandateRec) key() mandateKey { return mandateKey{m.Person, m.Role, m.Union, m.Group, m.Unit} }

// readMandates matches rows with mandates about the same thing: first those that begin the same day, then, when the file's
// row is the only one left or has no first day, what is left.
func (p *planner) readMandates() {
	if !p.has(Mandates) {
		return
	}
	type wanted struct {
		line
		rec             mandateRec
		hasFrom, hasEnd bool
	}
	rows := map[mandateKey][]wanted{}
	var keys []mandateKey
	p.lines(Mandates, func(l line) {
		rec, ok := p.mandate(l)
		if !ok {
			return
		}
		k := rec.key()
		if rows[k] == nil {
			keys = append(keys, k)
		}
		for _, w := range rows[k] {
			if w.rec.From == rec.From {
				p.problems.at(l.at(anyOf(l, Name, LastName, Email, Code)), "import.problem.mandate_twice", "First", w.Line)
				return
			}
		}
		rows[k] = append(rows[k], wanted{l, rec, !rec.From.IsZero(), l.table.column(Until) >= 0})
	})
	had := map[mandateKey][]int64{}
	for _, id := range p.mandates.order {
		k := p.mandates.before[id].key()
		had[k] = append(had[k], id)
	}
	for _, k := range keys {
		free := had[k]
		take := func(w wanted, id int64) {
			free = slices.DeleteFunc(slices.Clone(free), func(x int64) bool { return x == id })
			p.mandates.from[id] = w.line
			m := p.mandates.after[id]
			if w.hasFrom {
				m.From = w.rec.From
			}
			if w.hasEnd {
				m.Until = w.rec.Until
			} else if !m.holdsOrWill(p.today) {
				m.Until = clock.Date{} // it is named again
			}
		}
		var rest []wanted
		for _, w := range rows[k] {
			if i := slices.IndexFunc(free, func(id int64) bool { return p.mandates.before[id].From == w.rec.From }); w.hasFrom && i >= 0 {
				take(w, free[i])
			} else {
				rest = append(rest, w)
			}
		}
		for _, w := range rest {
			if i := p.current(free); i >= 0 && (!w.hasFrom || len(rest) == 1) {
				take(w, free[i])
				continue
			}
			if !w.hasFrom {
				w.rec.From = p.today
			}
			p.mandates.from[p.mandates.add(w.rec)] = w.line
		}
	}
}

// current is the place of the latest mandate that has not ended.
func (p *planner) current(ids []int64) int {
	for i := len(ids) - 1; i >= 0; i-- {
		if p.mandates.before[ids[i]].holdsOrWill(p.today) {
			return i
		}
	}
	return -1
}

// mandate reads one row; what is wrong with it is told and makes it no mandate.
func (p *planner) mandate(l line) (m mandateRec, ok bool) {
	before := p.problems.Total
	name, _, _, _ := fullName(l)
	who := cell{table: l.table, row: l.Line, field: anyOf(l, Name, LastName), text: name}
	role := l.at(Role)
	m.Role = roles[plain(role.text)]
	switch {
	case name == "" && l.at(Email).text == "" && l.at(Code).text == "":
		p.problems.at(who, "import.problem.name_missing")
	case role.text == "":
		p.problems.at(role, "import.problem.role_missing")
	case m.Role == "":
		p.problems.at(role, "import.problem.role_unknown", "Text", role.text)
	case m.Role == organisation.Admin:
		p.problems.at(role, "import.problem.role_admin")
	}
	p.mandatePlaces(l, &m)
	p.date(l.at(From), &m.From)
	p.date(l.at(Until), &m.Until)
	if !m.From.IsZero() && !m.Until.IsZero() && m.Until.Before(m.From) {
		p.problems.at(l.at(Until), "import.problem.dates_in_order", "From", m.From.String())
	}
	if p.problems.Total == before { // nobody is added for the sake of a row that is refused
		m.Person = p.person(who, l.at(Email), l.at(Code))
	}
	return m, p.problems.Total == before
}

// mandatePlaces resolves union, group and unit.
func (p *planner) mandatePlaces(l line, m *mandateRec) {
	if c := l.at(Union); c.text != "" && c.text != "-" {
		if m.Union, _ = p.unionNames.one(c.text); m.Union == 0 {
			p.problems.at(c, "import.problem.union_unknown", "Text", c.text)
		}
	} else if organisation.OfUnion(m.Role) {
		p.problems.at(c, "import.problem.union_missing")
	}
	if c := l.at(Group); c.text != "" && c.text != "-" {
		if m.Group, _ = p.groupNames.one(c.text); m.Group == 0 {
			p.problems.at(c, "import.problem.group_unknown", "Text", c.text)
		}
	}
	if c := l.at(Unit); c.text != "" && c.text != "-" {
		m.Unit = p.unit(c)
	}
}

// date reads a date when the file has the column.
func (p *planner) date(c cell, to *clock.Date) {
	if c.table.column(c.field) < 0 {
		return
	}
	if openEnded(c.text) {
		*to = clock.Date{}
		return
	}
	d, ok := parseDate(c.text)
	if !ok {
		p.problems.at(c, "import.problem.date", "Text", c.text)
		return
	}
	*to = d
}
