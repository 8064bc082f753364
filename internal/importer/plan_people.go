package importer

import (
	"strings"

	"samverka/internal/organisation"
)

// matchPeople finds each row's person, by employee number or else by address, or adds them.
func (p *planner) matchPeople() {
	m := personMatch{codes: index{}, mails: index{}, inFile: map[string]bool{}, rowOf: map[string]line{}, mailRow: map[string]line{}}
	for _, id := range p.people.order {
		r := p.people.before[id]
		m.codes.add(r.Code, id)
		m.mails.add(r.Email, id)
	}
	p.lines(People, func(l line) {
		if c := l.at(Code).text; c != "" {
			m.inFile[fold(c)], p.codedPeople = true, true
		}
	})
	loud := map[*Table]int{}
	p.lines(People, func(l line) {
		if p.matchPerson(l, m) {
			loud[l.table]++
		}
	})
	for _, t := range p.tables[People] {
		if loud[t] > 0 {
			p.notices.add(t.File, 0, "", "import.notice.names_in_capitals", "Count", loud[t])
		}
	}
}

// personMatch is what rows are matched by: what the register has, and what rows before have said.
type personMatch struct {
	codes, mails   index
	inFile         map[string]bool // employee numbers
	rowOf, mailRow map[string]line
}

// matchPerson takes one row; it reports whether the name was in capitals.
func (p *planner) matchPerson(l line, m personMatch) (loud bool) {
	name, sortName, explicit, loud := fullName(l)
	mail, code := l.at(Email), l.at(Code)
	mail.text = strings.ToLower(mail.text)
	switch {
	case name == "":
		p.problems.at(l.at(anyOf(l, Name, LastName)), "import.problem.name_missing")
		return false
	case mail.text != "" && !organisation.IsEmail(mail.text):
		p.problems.at(mail, "import.problem.email", "Text", mail.text)
		return false
	case mail.text == "" && code.text == "":
		p.problems.at(l.at(anyOf(l, Email, Code)), "import.problem.no_key", "Name", name)
		return false
	}
	key := "c" + fold(code.text)
	if code.text == "" {
		key = "m" + mail.text
	}
	if first, twice := m.rowOf[key]; twice {
		p.personTwice(first, l, name)
		return false
	}
	m.rowOf[key] = l
	if first, taken := m.mailRow[mail.text]; taken && mail.text != "" {
		p.problems.at(mail, "import.problem.email_twice", "Text", mail.text, "First", first.Line)
		return false
	}
	m.mailRow[mail.text] = l
	id := p.findPerson(m, code.text, mail.text, name)
	if id == 0 || p.people.named(id) {
		id = p.people.add(personRec{})
	}
	r := p.people.after[id]
	p.people.from[id] = l
	if explicit || r.Name != name {
		r.SortName = sortName
	}
	r.Name, r.Closed = name, false
	if l.table.column(Email) >= 0 {
		r.Email = mail.text
	}
	if code.text != "" {
		r.Code = code.text
	}
	return loud
}

// findPerson looks for the register's person of a row. A person with another employee number is somebody else who had the
// same address, unless the name is the same and the old number is gone: then the HR system has numbered anew.
func (p *planner) findPerson(m personMatch, code, mail, name string) int64 {
	if code != "" {
		if id, _ := m.codes.one(code); id != 0 {
			return id
		}
	}
	id, _ := m.mails.one(mail)
	if id == 0 {
		return 0
	}
	was := p.people.before[id]
	if code == "" || was.Code == "" || fold(was.Name) == fold(name) && !m.inFile[fold(was.Code)] {
		return id
	}
	return 0
}

// personTwice tells apart one person on several rows, who has several employments, and two persons with one key.
func (p *planner) personTwice(first, l line, name string) {
	was, _, _, _ := fullName(first)
	key := l.at(Code)
	if key.text == "" {
		key = l.at(Email)
	}
	switch {
	case fold(was) != fold(name) && key.field == Email:
		p.problems.at(key, "import.problem.email_twice", "Text", key.text, "First", first.Line)
	case fold(was) != fold(name):
		p.problems.at(key, "import.problem.code_twice", "Text", key.text, "First", first.Line)
	case first.at(Unit).text != l.at(Unit).text:
		p.notices.at(l.at(Unit), "import.notice.several_employments", "Name", name, "First", first.Line)
	}
}

// fullName puts a row's name together. explicit tells that given and family name are known apart.
func fullName(l line) (name, sortName string, explicit, loud bool) {
	given, family, whole := l.at(FirstName).text, l.at(LastName).text, l.at(Name).text
	if given == "" && family == "" {
		if f, g, ok := strings.Cut(whole, ","); ok && strings.TrimSpace(g) != "" && !strings.Contains(g, ",") {
			given, family = strings.TrimSpace(g), strings.TrimSpace(f)
		} else {
			name = personName(whole)
			return name, organisation.SortName(name), false, name != whole
		}
	}
	if loud = shouted(given + family); loud {
		given, family = nameCase(given, false), nameCase(family, true)
	}
	name = strings.TrimSpace(given + " " + family)
	return name, organisation.SortNameOf(given, family), true, loud
}

// linkPeople resolves where people are employed.
func (p *planner) linkPeople() {
	for _, id := range p.people.order {
		l, ok := p.people.from[id]
		if !ok || l.table == nil || l.table.column(Unit) < 0 {
			continue
		}
		c := l.at(Unit)
		p.people.after[id].Unit = 0
		if !nobody(c.text) {
			p.people.after[id].Unit = p.unit(c)
		}
	}
}

// person resolves a reference to a person by address, employee number or name, in that order; the name's cell may hold any
// of them. Somebody unknown whose name and address both stand there is added: a union's own officer is in no HR system.
func (p *planner) person(name, mail, code cell) int64 {
	for _, try := range []struct {
		index index
		text  string
	}{{p.personMails, mail.text}, {p.personCodes, code.text}, {p.personMails, name.text}, {p.personCodes, name.text}} {
		if try.text != "" {
			if id, _ := try.index.one(try.text); id != 0 {
				return id
			}
		}
	}
	at := name
	if at.header() == "" || at.text == "" {
		if at = mail; at.text == "" {
			at = code
		}
	}
	if mail.text != "" && !organisation.IsEmail(mail.text) {
		p.problems.at(mail, "import.problem.email", "Text", mail.text)
		return 0
	}
	given := personName(name.text)
	if mail.text == "" {
		if id, several := p.persons.one(given); several {
			p.problems.at(at, "import.problem.person_several", "Text", at.text)
			return 0
		} else if id != 0 {
			return id
		}
	}
	if given == "" || mail.text == "" {
		p.problems.at(at, "import.problem.person_unknown", "Text", at.text)
		return 0
	}
	if id, _ := p.persons.one(given); id != 0 {
		p.notices.at(at, "import.notice.namesake", "Name", given)
	}
	id := p.people.add(personRec{Name: given, SortName: organisation.SortName(given), Email: strings.ToLower(mail.text)})
	p.people.from[id] = line{}
	p.indexPerson(*p.people.after[id])
	return id
}
