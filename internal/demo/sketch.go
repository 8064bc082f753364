package demo

import (
	"fmt"
	"math/rand/v2"

	"samverka/internal/clock"
	"samverka/internal/organisation"
)

// sketch is an organisation on paper: who is there and what they are, before anything has happened.
type sketch struct {
	name       string
	palette    string
	logo       []byte // nil: none
	mailDomain string
	agreement  organisation.Agreement
	units      []organisation.UnitRow
	unions     []organisation.UnionRow
	groups     []sketchGroup
	mandates   []organisation.MandateRow
	people     []sketchPerson
	personas   map[string]string // code, such as demo-manager: the person's name
	kinds      map[string]kind   // of units and groups with a workplace's own questions
}

type sketchGroup struct {
	organisation.GroupRow
	branch string // the part of the organisation whose groups share matters: a förvaltning, or the whole
	home   string // the unit that the group answers for
}

type sketchPerson struct{ name, unit string }

// drawing is a sketch in the making.
type drawing struct {
	*sketch
	rng     *rand.Rand
	roster  *roster
	today   clock.Date
	from    clock.Date          // since when mandates hold
	staffOf map[string][]string // people of a unit who are not its manager and have no mandate yet
}

func (d *drawing) person(name, unit string) string {
	d.people = append(d.people, sketchPerson{name, unit})
	return name
}

// unit adds a unit with its manager and n people in all.
func (d *drawing) unit(name, parent, manager string, n int) {
	d.person(manager, name)
	d.units = append(d.units, organisation.UnitRow{Name: name, Parent: parent, Manager: manager, Headcount: n})
	for range n - 1 {
		d.staffOf[name] = append(d.staffOf[name], d.person(d.roster.next(), name))
	}
}

// take is somebody in one of the units without a mandate yet; "" when there is nobody left.
func (d *drawing) take(units ...string) string {
	for range 3 * len(units) {
		u := pick(d.rng, units)
		if s := d.staffOf[u]; len(s) > 0 {
			d.staffOf[u] = s[1:]
			return s[0]
		}
	}
	return ""
}

func (d *drawing) mandate(person, role, union, group, unit string) {
	if person != "" {
		d.mandates = append(d.mandates, organisation.MandateRow{Person: person, Role: role, Union: union, Group: group, Unit: unit, From: d.from})
	}
}

// rename gives one person another name before anybody is stored, so that the personas have names of their own.
func (d *drawing) rename(from, to string) {
	if from == "" {
		panic(fmt.Sprintf("demo: nobody to be %s", to)) // the sketch is the same every time: a test would have seen it
	}
	for i := range d.people {
		if d.people[i].name == from {
			d.people[i].name = to
		}
	}
	for i := range d.units {
		if d.units[i].Manager == from {
			d.units[i].Manager = to
		}
	}
	for i := range d.groups {
		if d.groups[i].Chair == from {
			d.groups[i].Chair = to
		}
	}
	for i := range d.mandates {
		if d.mandates[i].Person == from {
			d.mandates[i].Person = to
		}
	}
}

// find is the first mandate that fits; zero fields fit anything.
func (d *drawing) find(role, union, group, unit string) string {
	for _, m := range d.mandates {
		if m.Role == role && (union == "" || m.Union == union) && (group == "" || m.Group == group) && (unit == "" || m.Unit == unit) {
			return m.Person
		}
	}
	return ""
}

func (d *drawing) managerOf(unit string) string {
	for _, u := range d.units {
		if u.Name == unit {
			return u.Manager
		}
	}
	return ""
}
