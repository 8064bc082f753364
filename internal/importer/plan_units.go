package importer

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// matchUnits finds each row's unit, by code or else by name, or adds it.
func (p *planner) matchUnits() {
	codes, names := index{}, index{}
	for _, open := range []bool{true, false} { // an open unit is found before a closed namesake
		for _, id := range p.units.order {
			if u := p.units.before[id]; u.Closed != open {
				codes.add(u.Code, id)
				if _, several := names.one(u.Name); open || !several && len(names[fold(u.Name)]) == 0 {
					names.add(u.Name, id)
				}
			}
		}
	}
	capitals := map[*Table]bool{}
	for _, t := range p.tables[Units] {
		if capitals[t] = mostlyShouted(t, Name); capitals[t] {
			p.notices.add(t.File, 0, t.Columns[t.column(Name)].Header, "import.notice.capitals")
		}
	}
	seen := map[string]line{}
	p.lines(Units, func(l line) {
		name, code := l.at(Name), l.at(Code)
		if capitals[l.table] && shouted(name.text) {
			name.text = unitName(name.text)
		}
		if name.text == "" {
			p.problems.at(name, "import.problem.name_missing")
			return
		}
		key := "n" + fold(name.text)
		if code.text != "" {
			key = "c" + fold(code.text)
		}
		if first, twice := seen[key]; twice {
			p.unitTwice(first, l)
			return
		}
		seen[key] = l
		id, several := p.findUnit(codes, names, code.text, name.text)
		if several {
			p.problems.at(name, "import.problem.unit_several", "Name", name.text)
			return
		}
		if id == 0 || p.units.named(id) {
			id = p.units.add(unitRec{})
		}
		u := p.units.after[id]
		p.units.from[id] = l
		u.Name, u.Closed = name.text, false
		if code.text != "" {
			u.Code = code.text
		}
		p.headcount(l.at(Headcount), u)
	})
}

// findUnit looks for the register's unit of a row. A unit that has another code is another unit, whatever its name.
func (p *planner) findUnit(codes, names index, code, name string) (id int64, several bool) {
	if code != "" {
		if id, _ := codes.one(code); id != 0 {
			return id, false
		}
		free := slices.DeleteFunc(slices.Clone(names[fold(name)]), func(id int64) bool { return p.units.before[id].Code != "" })
		if len(free) == 1 {
			return free[0], false
		}
		return 0, false
	}
	return names.one(name)
}

// unitTwice says what is wrong when two rows are about one unit; rows that say the same are one row.
func (p *planner) unitTwice(first, l line) {
	differs := func(fs ...Field) bool {
		return slices.ContainsFunc(fs, func(f Field) bool { return fold(first.at(f).text) != fold(l.at(f).text) })
	}
	switch name := l.at(Name); {
	case differs(Manager, ManagerEmail, ManagerCode):
		p.problems.at(l.at(anyOf(l, Manager, ManagerEmail, ManagerCode)), "import.problem.two_managers", "Name", name.text, "First", first.Line)
	case differs(Parent):
		p.problems.at(l.at(Parent), "import.problem.two_parents", "Name", name.text, "First", first.Line)
	case differs(Name):
		p.problems.at(l.at(Code), "import.problem.unit_code_twice", "Code", l.at(Code).text, "First", first.Line)
	}
}

// anyOf is the first of the fields that the line's table has.
func anyOf(l line, fs ...Field) Field {
	for _, f := range fs {
		if l.table.column(f) >= 0 {
			return f
		}
	}
	return fs[0]
}

func (p *planner) headcount(c cell, u *unitRec) {
	if c.table.column(c.field) < 0 {
		return
	}
	u.Headcount = 0
	if nobody(c.text) {
		return
	}
	n, err := strconv.ParseFloat(strings.NewReplacer(" ", "", "\u00a0", "", ",", ".").Replace(c.text), 64)
	if err != nil || n < 0 || n > 1e6 {
		p.problems.at(c, "import.problem.number", "Text", c.text)
		return
	}
	u.Headcount = int(math.Round(n))
}

// linkUnits resolves parents and managers, and finds circles.
func (p *planner) linkUnits() {
	for _, id := range p.units.order {
		l, ok := p.units.from[id]
		if !ok {
			continue
		}
		u := p.units.after[id]
		if c := l.at(Parent); l.table.column(Parent) >= 0 {
			u.Parent = 0
			if !nobody(c.text) {
				u.Parent = p.unit(c)
			}
		}
		p.manager(l, u)
	}
	if p.has(Units) {
		p.circles()
	}
}

// manager resolves a unit's manager when the file has any column for it.
func (p *planner) manager(l line, u *unitRec) {
	name, mail, code := l.at(Manager), l.at(ManagerEmail), l.at(ManagerCode)
	if l.table.column(Manager) < 0 && l.table.column(ManagerEmail) < 0 && l.table.column(ManagerCode) < 0 {
		return
	}
	u.Manager = 0
	if nobody(name.text) && nobody(mail.text) && nobody(code.text) {
		return
	}
	for _, c := range []cell{name, mail, code} {
		if twoPeople(c.text) {
			p.problems.at(c, "import.problem.two_managers_cell", "Name", u.Name)
			return
		}
	}
	u.Manager = p.person(name, mail, code)
}

// twoPeople reports whether a cell names more than one person. "Ek, Anna" is one.
func twoPeople(s string) bool {
	for _, sep := range []string{";", "/", " & ", " och ", "+", "|"} {
		if a, b, ok := strings.Cut(s, sep); ok && strings.TrimSpace(a) != "" && strings.TrimSpace(b) != "" {
			return true
		}
	}
	a, b, ok := strings.Cut(s, ",")
	return ok && (strings.Contains(strings.TrimSpace(a), " ") && strings.Contains(strings.TrimSpace(b), " ") || strings.Contains(a, "@") && strings.Contains(b, "@"))
}

// unit resolves a reference to a unit, by code or name.
func (p *planner) unit(c cell) int64 {
	if id, _ := p.unitCodes.one(c.text); id != 0 {
		return id
	}
	id, several := p.unitNames.one(c.text)
	switch {
	case several:
		p.problems.at(c, "import.problem.unit_ambiguous", "Text", c.text)
		return 0
	case id == 0:
		p.problems.at(c, "import.problem.unit_unknown", "Text", c.text)
	}
	return id
}

// circles reports each circle of units once, on the row that closes it.
func (p *planner) circles() {
	done := map[int64]bool{}
	for _, start := range p.units.order {
		var path []int64
		for id := start; id != 0 && !done[id]; id = p.units.after[id].Parent {
			if at := slices.Index(path, id); at >= 0 {
				p.circle(path[at:])
				break
			}
			path = append(path, id)
			if p.units.after[id] == nil {
				break
			}
		}
		for _, id := range path {
			done[id] = true
		}
	}
}

func (p *planner) circle(ids []int64) {
	var names []string
	l, ok := line{}, false
	for _, id := range append(ids, ids[0]) {
		names = append(names, p.units.after[id].Name)
		if from, has := p.units.from[id]; has && from.Line > l.Line {
			l, ok = from, true
		}
	}
	if !ok { // it stood in the register before; the file does not touch it
		return
	}
	if len(ids) == 1 {
		p.problems.at(l.at(Parent), "import.problem.own_parent", "Name", names[0])
		return
	}
	p.problems.at(l.at(Parent), "import.problem.circle", "Names", strings.Join(names, " › "))
}

// mostlyShouted reports whether nearly all names of a table are in capitals: then that is how the system writes, and not
// an abbreviation.
func mostlyShouted(t *Table, f Field) bool {
	i := t.column(f)
	if i < 0 {
		return false
	}
	loud, all := 0, 0
	for _, r := range t.Rows {
		if r.Cells[i] != "" {
			all++
			if shouted(r.Cells[i]) {
				loud++
			}
		}
	}
	return loud > 0 && 10*loud >= 8*all
}
