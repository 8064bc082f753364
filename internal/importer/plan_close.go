package importer

import (
	"slices"

	"samverka/internal/organisation"
)

// closeUnnamed closes what the files of its kind no longer name.
func (p *planner) closeUnnamed() {
	p.endMandates()
	if p.units.inFile {
		for id, u := range p.units.after {
			u.Closed = u.Closed || !p.units.named(id)
		}
	}
	if p.unions.inFile {
		for id, u := range p.unions.after {
			u.Closed = u.Closed || !p.unions.named(id)
		}
	}
	if p.groups.inFile {
		for id, g := range p.groups.after {
			g.Closed = g.Closed || !p.groups.named(id)
		}
	}
	p.closePeople()
}

// endMandates ends what is not named: the day before today is the last, since a mandate that is withdrawn gives no access
// that day (handbook 2, rule 3). Administrators' mandates are never touched, and those that no HR or union system knows
// (HR, förhandlingschef, registrator) only when the file names that role at all.
func (p *planner) endMandates() {
	if !p.mandates.inFile {
		return
	}
	named := map[string]bool{}
	for id := range p.mandates.from {
		named[p.mandates.after[id].Role] = true
	}
	own := []string{organisation.HR, organisation.Negotiator, organisation.Registrar}
	for _, id := range p.mandates.order {
		m := p.mandates.after[id]
		if p.mandates.named(id) || !m.holdsOrWill(p.today) || m.Role == organisation.Admin || slices.Contains(own, m.Role) && !named[m.Role] {
			continue
		}
		if m.Until = p.today.Add(-1); m.Until.Before(m.From.Add(-1)) {
			m.Until = m.From.Add(-1)
		}
	}
}

// closePeople closes people whom their file no longer names. Kept are administrators, and people without an employee number
// who have something to do here: a union's officer is in no HR system. Where the files have no employee numbers, having
// something to do means being named in the same import.
func (p *planner) closePeople() {
	if !p.people.inFile {
		return
	}
	busy := map[int64]bool{}
	admins := map[int64]bool{}
	for id, m := range p.mandates.after {
		if m.holdsOrWill(p.today) {
			busy[m.Person] = busy[m.Person] || p.codedPeople || p.mandates.named(id)
			admins[m.Person] = admins[m.Person] || m.Role == organisation.Admin
		}
	}
	for id, u := range p.units.after {
		busy[u.Manager] = busy[u.Manager] || !u.Closed && (p.codedPeople || p.units.named(id))
	}
	for id, g := range p.groups.after {
		busy[g.Chair] = busy[g.Chair] || !g.Closed && (p.codedPeople || p.groups.named(id))
	}
	kept := 0
	for id, r := range p.people.after {
		switch {
		case p.people.named(id), r.Closed:
		case admins[id], p.byHand(*r) && busy[id]:
			kept++
		default:
			r.Closed = true
		}
	}
	if kept > 0 {
		p.notices.add(p.tables[People][0].File, 0, "", "import.notice.people_kept", "Count", kept)
	}
	p.tellOrphans()
}

// tellOrphans says what the people who leave leave behind.
func (p *planner) tellOrphans() {
	gone := func(id int64) bool {
		r := p.people.after[id]
		return r != nil && r.Closed && !p.people.before[id].Closed
	}
	units, groups, mandates := 0, 0, 0
	for _, u := range p.units.after {
		if !u.Closed && gone(u.Manager) {
			units++
		}
	}
	for _, g := range p.groups.after {
		if !g.Closed && gone(g.Chair) {
			groups++
		}
	}
	for _, m := range p.mandates.after {
		if m.holdsOrWill(p.today) && gone(m.Person) {
			mandates++
		}
	}
	if units+groups+mandates > 0 {
		p.notices.add(p.tables[People][0].File, 0, "", "import.notice.orphans", "Units", units, "Groups", groups, "Mandates", mandates)
	}
}

// freeKeys takes an address away from whoever had it before, when the files give it to somebody else: the address follows
// the person of today. Somebody who is still open and not in the files keeps it, and the row is told.
func (p *planner) freeKeys() {
	owner := map[string]int64{}
	for id := range p.people.from {
		if r := p.people.after[id]; r.Email != "" {
			owner[r.Email] = id
		}
	}
	for _, id := range p.people.order {
		r := p.people.after[id]
		now, taken := owner[r.Email]
		if !taken || now == id || p.people.named(id) {
			continue
		}
		if l := p.people.from[now]; !r.Closed && l.table != nil {
			p.problems.at(l.at(Email), "import.problem.email_taken", "Text", r.Email, "Name", r.Name)
			continue
		}
		r.Email = ""
	}
}
