package learning

import (
	"slices"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/fail"
)

// The kinds of tasks that stand in Att göra. The message key is todo.task.<kind>.
const (
	TaskIntroduction = "introduction"   // Gå igenom din introduktion
	TaskRenew        = "renew_training" // Gå utbildningen igen
)

// Point is a point of the checklist.
type Point string

// The points, in the order in which they are shown (handbook 7). The confirmation comes when all are done.
const (
	Read     Point = "read"     // read the agreement
	Walk     Point = "walk"     // a walk-through with HR and a union representative
	Observe  Point = "observe"  // observe one meeting
	Handover Point = "handover" // take over open matters: a manager
)

// Introduction is one person's introduction to one role.
type Introduction struct {
	ID         int64
	PersonID   int64
	Role       access.Role // Manager, UnionRep or SafetyRep
	PlaceName  string      // the unit or the group that the role began with; "": the whole organisation
	BeganOn    clock.Date
	DueOn      clock.Date
	ReadOn     clock.Date
	WalkedOn   clock.Date
	HRName     string // who held the walk-through
	RepName    string
	ObservedOn clock.Date
	HandedOn   clock.Date

	ConfirmedAt *time.Time
	Version     int
}

// State is how far an introduction has come.
type State string

// The states.
const (
	UnderWay State = "under_way"
	Overdue  State = "overdue"
	Done     State = "done"
)

// Points are the points of this introduction.
func (i Introduction) Points() []Point {
	if i.Role == access.Manager {
		return []Point{Read, Walk, Observe, Handover}
	}
	return []Point{Read, Walk, Observe} // nobody hands matters over to a representative
}

// On is the day on which the point was done; no day when it is left.
func (i Introduction) On(p Point) clock.Date {
	switch p {
	case Read:
		return i.ReadOn
	case Walk:
		return i.WalkedOn
	case Observe:
		return i.ObservedOn
	case Handover:
		return i.HandedOn
	}
	return clock.Date{}
}

// Left are the points that are not done.
func (i Introduction) Left() []Point {
	return slices.DeleteFunc(i.Points(), func(p Point) bool { return !i.On(p).IsZero() })
}

// State is how it stands on the day.
func (i Introduction) State(today clock.Date) State {
	switch {
	case i.ConfirmedAt != nil:
		return Done
	case today.After(i.DueOn):
		return Overdue
	}
	return UnderWay
}

// CanTick reports whether the person may say on the day that the point is done, or is not after all. Whoever has the role
// says it: the checklist is theirs (handbook 7: never a personal score).
func (i Introduction) CanTick(who access.Actor, p Point) error {
	switch {
	case i.PersonID != who.PersonID:
		return notFound()
	case !slices.Contains(i.Points(), p):
		return fail.New(fail.Invalid, "learning.error.point")
	case i.ConfirmedAt != nil:
		return fail.New(fail.Invalid, "learning.error.confirmed")
	}
	return nil
}

// Walked is a walk-through as its form says it.
type Walked struct {
	On    clock.Date
	HRID  int64
	RepID int64
}

// check refuses a walk-through that has not been, or that one side alone held: HR and a union representative hold it together
// (handbook 7), and nobody walks themselves through.
func (w Walked) check(who access.Actor, today clock.Date, hr, reps []Person) error {
	var f fail.Form
	switch {
	case w.On.IsZero():
		f.Add("walked_on", "learning.error.day")
	case w.On.After(today):
		f.Add("walked_on", "learning.error.day_ahead")
	}
	if !has(hr, w.HRID) || w.HRID == who.PersonID {
		f.Add("hr", "learning.error.hr")
	}
	switch {
	case !has(reps, w.RepID) || w.RepID == who.PersonID:
		f.Add("rep", "learning.error.rep")
	case w.RepID == w.HRID:
		f.Add("rep", "learning.error.two")
	}
	return f.Err()
}

// CanConfirm reports whether the person may confirm: when every point is done.
func (i Introduction) CanConfirm(who access.Actor) error {
	switch {
	case i.PersonID != who.PersonID:
		return notFound()
	case i.ConfirmedAt != nil:
		return fail.New(fail.Invalid, "learning.error.confirmed")
	case len(i.Left()) > 0:
		return fail.New(fail.Invalid, "learning.error.left", "N", len(i.Left()))
	}
	return nil
}

// Person is somebody to choose.
type Person struct {
	ID   int64
	Name string
}

func has(all []Person, id int64) bool {
	return slices.ContainsFunc(all, func(p Person) bool { return p.ID == id })
}

func notFound() error { return fail.New(fail.NotFound, "error.not_found") }
