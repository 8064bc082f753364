package importer

import (
	"slices"
	"strings"
)

// matchUnions finds each row's union by name, or adds it.
func (p *planner) matchUnions() {
	names := index{}
	for _, id := range p.unions.order {
		names.add(p.unions.before[id].Name, id)
	}
	p.lines(Unions, func(l line) {
		name := l.at(Name)
		if name.text == "" {
			p.problems.at(name, "import.problem.name_missing")
			return
		}
		id, _ := names.one(name.text)
		switch {
		case p.unions.named(id):
			p.problems.at(name, "import.problem.union_twice", "Name", name.text, "First", p.unions.from[id].Line)
			return
		case id == 0:
			id = p.unions.add(unionRec{Name: name.text, Collective: true})
			names.add(name.text, id)
		}
		u := p.unions.after[id]
		p.unions.from[id] = l
		u.Closed = false
		p.date(l.at(From), &u.From)
		p.date(l.at(Until), &u.Until)
		p.yesNo(l.at(Collective), &u.Collective)
		if !u.From.IsZero() && !u.Until.IsZero() && u.Until.Before(u.From) {
			p.problems.at(l.at(Until), "import.problem.dates_in_order", "From", u.From.String())
		}
	})
}

// matchGroups finds each row's group by name, or adds it. A group may stand on several rows, one for each unit.
func (p *planner) matchGroups() {
	names := index{}
	for _, id := range p.groups.order {
		names.add(p.groups.before[id].Name, id)
	}
	p.lines(Groups, func(l line) {
		name, level := l.at(Name), l.at(Level)
		switch {
		case name.text == "":
			p.problems.at(name, "import.problem.name_missing")
			return
		case level.text == "":
			p.problems.at(level, "import.problem.level_missing", "Name", name.text)
			return
		}
		id, _ := names.one(name.text)
		if p.groups.named(id) {
			p.groupAgain(p.groups.from[id], l, id)
			return
		}
		if id == 0 {
			id = p.groups.add(groupRec{Name: name.text})
			names.add(name.text, id)
		}
		g := p.groups.after[id]
		p.groups.from[id] = l
		g.Level, g.Units, g.Closed = level.text, nil, false
		p.yesNo(l.at(Safety), &g.Safety)
	})
}

// groupAgain refuses two rows that tell different things of one group.
func (p *planner) groupAgain(first, l line, id int64) {
	for _, f := range []Field{Level, Chair, ChairEmail, Parent, Safety} {
		if a, b := first.at(f), l.at(f); b.text != "" && fold(a.text) != fold(b.text) {
			p.problems.at(b, "import.problem.group_twice", "Name", p.groups.after[id].Name, "First", first.Line)
			return
		}
	}
}

// linkGroups resolves units, chairs and parents.
func (p *planner) linkGroups() {
	p.lines(Groups, func(l line) {
		id, _ := p.groupNames.one(l.at(Name).text)
		if g := p.groups.after[id]; g != nil {
			g.Units = append(g.Units, p.unitList(l.at(UnitList))...)
		}
	})
	for _, id := range p.groups.order {
		l, ok := p.groups.from[id]
		if !ok {
			continue
		}
		g := p.groups.after[id]
		g.Units = sorted(g.Units)
		if c := l.at(Chair); l.table.column(Chair) >= 0 || l.table.column(ChairEmail) >= 0 {
			g.Chair = 0
			if mail := l.at(ChairEmail); !nobody(c.text) || !nobody(mail.text) {
				g.Chair = p.person(c, mail, cell{table: l.table, row: l.Line, field: Code})
			}
		}
		if c := l.at(Parent); l.table.column(Parent) >= 0 {
			g.Parent = 0
			if !nobody(c.text) {
				if g.Parent, _ = p.groupNames.one(c.text); g.Parent == 0 {
					p.problems.at(c, "import.problem.group_unknown", "Text", c.text)
				}
			}
		}
	}
	p.groupCircles()
}

// unitList resolves a cell that names one unit or several, separated by semicolon, bar or comma. A comma may also be part
// of a name.
func (p *planner) unitList(c cell) (ids []int64) {
	if c.text == "" {
		p.problems.at(c, "import.problem.units_missing")
		return nil
	}
	if id, several := p.unitNames.one(c.text); id != 0 && !several {
		return []int64{id}
	}
	sep := ","
	for _, s := range []string{";", "|"} {
		if strings.Contains(c.text, s) {
			sep = s
			break
		}
	}
	for part := range strings.SplitSeq(c.text, sep) {
		if part = strings.TrimSpace(part); part != "" {
			c.text = part
			if id := p.unit(c); id != 0 {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

func (p *planner) groupCircles() {
	for _, id := range p.groups.order {
		l, ok := p.groups.from[id]
		if !ok {
			continue
		}
		var path []int64
		for at := p.groups.after[id].Parent; at != 0 && !slices.Contains(path, at); at = p.groups.after[at].Parent {
			if at == id {
				p.problems.at(l.at(Parent), "import.problem.group_circle", "Name", p.groups.after[id].Name)
				break
			}
			path = append(path, at)
		}
	}
}

// yesNo reads a yes or no when the file has the column.
func (p *planner) yesNo(c cell, to *bool) {
	if c.table.column(c.field) < 0 {
		return
	}
	yes, ok := parseYesNo(c.text)
	if !ok {
		p.problems.at(c, "import.problem.yes_no", "Text", c.text)
		return
	}
	*to = yes
}
