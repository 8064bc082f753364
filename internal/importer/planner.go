package importer

import (
	"slices"

	"samverka/internal/clock"
)

// planner works out what files mean for a register. It reads no database and no clock.
type planner struct {
	today    clock.Date
	tables   map[Kind][]*Table
	units    *book[unitRec]
	people   *book[personRec]
	unions   *book[unionRec]
	groups   *book[groupRec]
	mandates *book[mandateRec]
	problems problems
	notices  problems

	unitCodes, unitNames              index
	personCodes, personMails, persons index
	unionNames, groupNames            index
	codedPeople                       bool // the people's files have employee numbers
}

func newPlanner(reg register, tables []Table, today clock.Date) *planner {
	p := &planner{today: today, tables: map[Kind][]*Table{},
		units:    newBook(reg.units, func(r unitRec) int64 { return r.ID }, func(r *unitRec, id int64) { r.ID = id }),
		people:   newBook(reg.people, func(r personRec) int64 { return r.ID }, func(r *personRec, id int64) { r.ID = id }),
		unions:   newBook(reg.unions, func(r unionRec) int64 { return r.ID }, func(r *unionRec, id int64) { r.ID = id }),
		groups:   newBook(reg.groups, func(r groupRec) int64 { return r.ID }, func(r *groupRec, id int64) { r.ID = id }),
		mandates: newBook(reg.mandates, func(r mandateRec) int64 { return r.ID }, func(r *mandateRec, id int64) { r.ID = id })}
	for i := range tables {
		t := &tables[i]
		p.tables[t.Kind] = append(p.tables[t.Kind], t)
		for _, pr := range t.Problems {
			p.problems.take(pr)
		}
	}
	p.units.inFile, p.people.inFile, p.unions.inFile = p.has(Units), p.has(People), p.has(Unions)
	p.groups.inFile, p.mandates.inFile = p.has(Groups), p.has(Mandates)
	return p
}

func (p *planner) has(k Kind) bool { return len(p.tables[k]) > 0 }

// run goes through the kinds: first what rows there are, then what they refer to, then what is no longer named.
func (p *planner) run() {
	p.matchUnits()
	p.matchPeople()
	p.matchUnions()
	p.matchGroups()
	p.indexAll()
	p.linkUnits()
	p.linkPeople()
	p.linkGroups()
	p.readMandates()
	p.closeUnnamed()
	p.freeKeys()
}

// lines gives every row of the kind's files.
func (p *planner) lines(k Kind, f func(line)) {
	for _, t := range p.tables[k] {
		for _, r := range t.Rows {
			f(line{t, r})
		}
	}
}

// indexAll makes what the files name, or else what is open, findable.
func (p *planner) indexAll() {
	p.unitCodes, p.unitNames = index{}, index{}
	for _, id := range p.units.order {
		if u := p.units.after[id]; p.units.named(id) || !p.units.inFile && !u.Closed {
			p.unitCodes.add(u.Code, id)
			p.unitNames.add(u.Name, id)
		}
	}
	p.personCodes, p.personMails, p.persons = index{}, index{}, index{}
	for _, id := range p.people.order {
		if r := p.people.after[id]; p.people.named(id) || !r.Closed && (!p.people.inFile || p.byHand(*r)) {
			p.indexPerson(*r)
		}
	}
	p.unionNames, p.groupNames = index{}, index{}
	for _, id := range p.unions.order {
		if u := p.unions.after[id]; p.unions.named(id) || !p.unions.inFile && !u.Closed {
			p.unionNames.add(u.Name, id)
		}
	}
	for _, id := range p.groups.order {
		if g := p.groups.after[id]; p.groups.named(id) || !p.groups.inFile && !g.Closed {
			p.groupNames.add(g.Name, id)
		}
	}
}

func (p *planner) indexPerson(r personRec) {
	p.personCodes.add(r.Code, r.ID)
	p.personMails.add(r.Email, r.ID)
	p.persons.add(r.Name, r.ID)
}

// byHand reports whether the person may have been added by somebody rather than by the HR system: no employee number.
// Such a person can still be referred to when the people's file does not name them.
func (p *planner) byHand(r personRec) bool { return r.Code == "" }

// one is the row that the text finds in the index; several is more than one.
func (x index) one(text string) (id int64, several bool) {
	switch ids := x[fold(text)]; len(ids) {
	case 0:
		return 0, false
	case 1:
		return ids[0], false
	default:
		return ids[0], true
	}
}

// sorted is a copy of ids in order, each once.
func sorted(ids []int64) []int64 {
	ids = slices.Clone(ids)
	slices.Sort(ids)
	return slices.Compact(ids)
}
