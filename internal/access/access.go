// Package access says who may do what. An Actor is a person in one organisation, acting in one role, with the mandates
// that hold that day. Require answers by role; whether it is *this* meeting's chair or *this* union's representative is
// asked of the Actor's mandates by the operation that has the row in hand.
package access

import (
	"slices"

	"samverka/internal/fail"
)

// Role is the standing that a person acts in. A person may have several, chooses one, and the log records it (handbook 2,
// rule 2).
type Role string

// The roles.
const (
	Manager    Role = "manager"    // chef, ordförande, sekreterare, arbetsgivarföreträdare: the employer's side
	UnionRep   Role = "union_rep"  // facklig företrädare and ersättare (FML 1 §)
	SafetyRep  Role = "safety_rep" // skyddsombud and huvudskyddsombud (AML 6:2-3)
	Employee   Role = "employee"   // medarbetare
	HR         Role = "hr"         // samverkanssamordnare
	Negotiator Role = "negotiator" // förhandlingschef
	Registrar  Role = "registrar"  // registrator
	Admin      Role = "admin"      // administratör: settings, no content
)

// Roles lists every role in the order in which they are offered.
var Roles = []Role{Manager, UnionRep, SafetyRep, HR, Negotiator, Registrar, Employee, Admin}

// Mandate is one thing that the actor is notified or appointed for today, in the acting role.
type Mandate struct {
	Role      string // union_rep, union_substitute, safety_rep, chief_safety_rep, secretary, employer_rep, hr …
	UnionID   int64  // 0: none
	GroupID   int64  // 0: none
	UnitID    int64  // 0: none
	UnionName string
	GroupName string
	UnitName  string
}

// Actor is who asks.
type Actor struct {
	OrgID    int64
	PersonID int64
	Name     string
	Role     Role
	Roles    []Role    // all roles that the person may choose
	Mandates []Mandate // those of Role that hold today
	Units    []int64   // units that the person manages (Role Manager)
	Chairs   []int64   // groups that the person chairs (Role Manager)
}

// Require refuses with Forbidden unless the actor's role may do act.
func (a Actor) Require(act Action) error {
	if a.PersonID != 0 && slices.Contains(grants[act], a.Role) {
		return nil
	}
	return fail.New(fail.Forbidden, "error.forbidden")
}

// May is Require as a yes or no, for what a page offers.
func (a Actor) May(act Action) bool { return a.Require(act) == nil }

// Chairs the group: calls its meetings, declares treatments concluded, answers for the minutes.
func (a Actor) IsChair(groupID int64) bool {
	return a.Role == Manager && slices.Contains(a.Chairs, groupID)
}

// RunsMeetings reports whether the actor is the group's chair or secretary.
func (a Actor) RunsMeetings(groupID int64) bool {
	return a.IsChair(groupID) || a.Role == Manager && a.holds("secretary", groupID)
}

// InGroup reports whether the actor takes part in the group, on either side.
func (a Actor) InGroup(groupID int64) bool {
	return a.IsChair(groupID) || slices.ContainsFunc(a.Mandates, func(m Mandate) bool { return m.GroupID == groupID })
}

func (a Actor) holds(role string, groupID int64) bool {
	return slices.ContainsFunc(a.Mandates, func(m Mandate) bool { return m.Role == role && m.GroupID == groupID })
}

// Speaks reports whether the actor may speak for the union in the group today, as representative or substitute.
func (a Actor) Speaks(unionID, groupID int64) bool {
	return a.Role == UnionRep && slices.ContainsFunc(a.Mandates, func(m Mandate) bool { return m.UnionID == unionID && m.GroupID == groupID })
}

// Represents reports whether the actor holds any mandate for the union today, in any group or in none.
func (a Actor) Represents(unionID int64) bool {
	return a.Role == UnionRep && slices.ContainsFunc(a.Mandates, func(m Mandate) bool { return m.UnionID == unionID })
}

// Substitute reports whether the actor is only a substitute for the union in the group.
func (a Actor) Substitute(unionID, groupID int64) bool {
	sub := false
	for _, m := range a.Mandates {
		if m.UnionID == unionID && m.GroupID == groupID {
			if m.Role == "union_rep" {
				return false
			}
			sub = true
		}
	}
	return sub
}

// Unions lists the unions that the actor represents, each once.
func (a Actor) Unions() []int64 {
	var ids []int64
	for _, m := range a.Mandates {
		if m.UnionID != 0 && !slices.Contains(ids, m.UnionID) {
			ids = append(ids, m.UnionID)
		}
	}
	return ids
}

// Groups lists the groups that the actor takes part in.
func (a Actor) Groups() []int64 {
	ids := slices.Clone(a.Chairs)
	for _, m := range a.Mandates {
		if m.GroupID != 0 && !slices.Contains(ids, m.GroupID) {
			ids = append(ids, m.GroupID)
		}
	}
	return ids
}

// MandateUnits lists the units of the actor's mandates: a safety representative's skyddsområde, an employee's workplace.
func (a Actor) MandateUnits() []int64 {
	var ids []int64
	for _, m := range a.Mandates {
		if m.UnitID != 0 && !slices.Contains(ids, m.UnitID) {
			ids = append(ids, m.UnitID)
		}
	}
	return ids
}

// Everywhere reports whether some mandate of the actor is for no unit and no group in particular: a chief safety
// representative for the whole organisation.
func (a Actor) Everywhere() bool {
	return slices.ContainsFunc(a.Mandates, func(m Mandate) bool { return m.UnitID == 0 && m.GroupID == 0 })
}
