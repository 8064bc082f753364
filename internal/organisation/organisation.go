package organisation

import (
	"slices"
	"time"

	"samverka/internal/clock"
)

// Organisation is one employer: a municipality, a region, a municipal company (a legal person and agreement party of its
// own).
type Organisation struct {
	ID        int64
	Name      string
	Demo      bool
	Palette   string
	LogoType  string // "" : no logo
	CreatedAt time.Time
	Version   string
}

// Palettes are the colours that an organisation chooses between, the first one the default.
var Palettes = []string{"blue", "green", "red", "purple", "teal", "slate"}

// Unit (enhet) is a node of the organisation's tree. Every unit with a manager has its APT.
type Unit struct {
	ID          int64
	Code        string // the HR system's own key
	Name        string
	ParentID    int64 // 0: at the top
	ParentName  string
	Ancestors   []int64 // from the root down to and including the unit itself
	ManagerID   int64   // 0: none
	ManagerName string
	Headcount   int // 0: not known
	ClosedOn    clock.Date
	Version     string // what an update says it has seen
}

// Within reports whether the unit is the given one or lies below it.
func (u Unit) Within(ancestor int64) bool { return slices.Contains(u.Ancestors, ancestor) }

// Person (person) is somebody in one organisation. What they are notified or appointed for is in their mandates.
type Person struct {
	ID       int64
	Code     string
	Name     string
	SortName string
	Email    string
	UnitID   int64
	UnitName string
	ClosedOn clock.Date
}

// Union (arbetstagarorganisation). Agreement dates are the local samverkansavtal's for this union; CollectiveAgreement
// tells whether the employer has any collective agreement with it (without one: MBL 13 §).
type Union struct {
	ID                  int64
	Name                string
	AgreementFrom       clock.Date // zero: since before the register
	AgreementUntil      clock.Date // last day; zero: until further notice
	CollectiveAgreement bool
	ClosedOn            clock.Date
	Version             string
}

// InAgreement reports whether the samverkansavtal holds for the union on day.
func (u Union) InAgreement(day clock.Date) bool {
	return (u.AgreementFrom.IsZero() || !day.Before(u.AgreementFrom)) && (u.AgreementUntil.IsZero() || !day.After(u.AgreementUntil))
}

// Group (samverkansgrupp). A safety committee has tasks of its own (AML 6:8-9).
type Group struct {
	ID              int64
	Name            string
	Level           string // the organisation's own name of the level: CSG, FSG, LSG …
	ParentID        int64
	ParentName      string
	ChairID         int64
	ChairName       string
	SafetyCommittee bool
	ClosedOn        clock.Date
	Version         string
}

// Roles of mandates. Managers have none: they are their units' managers and their groups' chairs.
const (
	UnionRep        = "union_rep"        // facklig företrädare (FML 1 §)
	UnionSubstitute = "union_substitute" // ersättare
	SafetyRep       = "safety_rep"       // skyddsombud (AML 6:2)
	ChiefSafetyRep  = "chief_safety_rep" // huvudskyddsombud (AML 6:3)
	Secretary       = "secretary"
	EmployerRep     = "employer_rep"
	HR              = "hr"
	Negotiator      = "negotiator"
	Employee        = "employee"
	Registrar       = "registrar"
	Admin           = "admin"
)

// MandateRoles lists the roles in the order in which they are offered.
var MandateRoles = []string{UnionRep, UnionSubstitute, SafetyRep, ChiefSafetyRep, Secretary, EmployerRep, HR, Negotiator, Registrar, Employee, Admin}

// RoleKey is the message key of a mandate role's name.
func RoleKey(role string) string {
	switch role {
	case UnionRep:
		return "organisation.role.union_rep"
	case UnionSubstitute:
		return "organisation.role.union_substitute"
	case SafetyRep:
		return "organisation.role.safety_rep"
	case ChiefSafetyRep:
		return "organisation.role.chief_safety_rep"
	case Secretary:
		return "organisation.role.secretary"
	case EmployerRep:
		return "organisation.role.employer_rep"
	case HR:
		return "organisation.role.hr"
	case Negotiator:
		return "organisation.role.negotiator"
	case Registrar:
		return "organisation.role.registrar"
	case Admin:
		return "organisation.role.admin"
	}
	return "organisation.role.employee"
}

// OfUnion reports whether the role is held for a union.
func OfUnion(role string) bool { return role == UnionRep || role == UnionSubstitute }

// OfSafety reports whether the role is a safety representative's.
func OfSafety(role string) bool { return role == SafetyRep || role == ChiefSafetyRep }

// Mandate (mandat) is what a person is notified or appointed to do, with dates. It is never a membership.
type Mandate struct {
	ID         int64
	PersonID   int64
	PersonName string
	SortName   string
	Email      string
	Role       string
	UnionID    int64
	UnionName  string
	GroupID    int64
	GroupName  string
	UnitID     int64
	UnitName   string
	ValidFrom  clock.Date
	ValidUntil clock.Date // last day; zero: until further notice
	Version    string
}

// Holds reports whether the mandate holds on day.
func (m Mandate) Holds(day clock.Date) bool {
	return !day.Before(m.ValidFrom) && (m.ValidUntil.IsZero() || !day.After(m.ValidUntil))
}
