package matter

import (
	"slices"
	"time"

	"samverka/internal/access"
	"samverka/internal/action"
	"samverka/internal/clock"
	"samverka/internal/fail"
)

// FollowUpWeeks is when the effect of a decision is looked at, when nobody says otherwise.
const FollowUpWeeks = 12

// Feedback is owed to the staff of a unit, on their APT, to a group, or to the manager who handed the question over.
type Feedback struct {
	ID         int64
	UnitID     int64 // 0: a group
	GroupID    int64 // 0: a unit
	ToPersonID int64 // 0: a unit or a group
	Name       string
	PersonID   int64
	PersonName string
	DueOn      clock.Date
	GivenAt    *time.Time
	Note       string
}

// Results of a check.
const (
	AsMeant    = "as_meant"
	PartlyMet  = "partly"
	NotAsMeant = "not"
)

// Results lists what a check may find.
var Results = []string{AsMeant, PartlyMet, NotAsMeant}

// Check is one look at the effect of the decision.
type Check struct {
	ID         int64
	What       string
	PersonID   int64
	PersonName string
	DueOn      clock.Date
	CheckedAt  *time.Time
	Result     string
	Note       string
}

// Stop is a safety representative's stop of work (AML 6:7): nothing is carried out until it is lifted.
type Stop struct {
	ID         int64
	PersonID   int64
	PersonName string
	Reason     string
	PlacedAt   time.Time
	LiftedAt   *time.Time
	LifterName string
	Lifting    string
}

// Aftermath is a matter with what follows its decision.
type Aftermath struct {
	Record
	Actions  []action.Action // of the plan, and those that meetings asked for when they treated the matter
	Feedback []Feedback
	Checks   []Check
	Stops    []Stop // oldest first
}

// Stopped is the stop of work that holds, if any.
func (a Aftermath) Stopped() (Stop, bool) {
	i := slices.IndexFunc(a.Stops, func(s Stop) bool { return s.LiftedAt == nil })
	if i < 0 {
		return Stop{}, false
	}
	return a.Stops[i], true
}

// settled reports whether the matter is decided, and the decision may be carried out: a material deviation may not, until
// it has been through samverkan itself (handbook "Decision differs").
func (r Record) settled() bool {
	d, ok := r.LastDecision()
	return ok && d.Deviation != MaterialDeviation
}

// CanTend refuses unless the matter is open: what has been asked for is done and looked at.
func (a Aftermath) CanTend() error {
	if a.Status != "open" {
		return fail.New(fail.Invalid, "matter.error.not_open_matter")
	}
	return nil
}

// CanAct refuses unless something may still be written down about what follows the decision.
func (a Aftermath) CanAct() error {
	switch {
	case a.Status != "open":
		return fail.New(fail.Invalid, "matter.error.not_open_matter")
	case !a.settled():
		return fail.New(fail.Invalid, "matter.error.not_decided")
	}
	return nil
}

// CanExecute refuses unless the decision may begin to be carried out: decided, not begun, and no stop of work (handbook
// T12; AML 6:7). Where the agreement says so, nothing is carried out during enhanced samverkan or MBL 14 § (Skellefteå).
func (a Aftermath) CanExecute() error {
	if err := a.CanAct(); err != nil {
		return err
	}
	if a.ExecutingAt != nil {
		return fail.New(fail.Conflict, "matter.error.executing_already")
	}
	if _, ok := a.Stopped(); ok {
		return fail.New(fail.Invalid, "matter.error.work_stopped")
	}
	if a.Held() {
		return fail.New(fail.Invalid, "matter.error.execution_held")
	}
	return nil
}

// Held reports whether the agreement lets nothing be carried out yet, because the parties go on after a disagreement
// (handbook T12).
func (a Aftermath) Held() bool {
	return a.ExecutingAt == nil && a.Agreement.HoldExecution && (a.centralOngoing() || len(a.OpenSteps(0)) > 0)
}

// ExecuteWarnings ask why there is no plan of action, or no risk assessment of what was decided when the agreement wants one
// (handbook T12, 6).
func (a Aftermath) ExecuteWarnings() []fail.Warning {
	var ws []fail.Warning
	if !slices.ContainsFunc(a.Actions, action.Action.Planned) {
		ws = append(ws, fail.Warning{Key: "matter.warn.no_actions", Source: "Samverkansavtalet: handlingsplan"})
	}
	d, _ := a.LastDecision()
	renewed := func(x Risk) bool { return x.FixedAt != nil && !x.FixedAt.Before(d.RecordedAt) }
	if a.WorkEnvironment && a.Agreement.RiskBeforeExecution && !slices.ContainsFunc(a.Risks, renewed) {
		ws = append(ws, fail.Warning{Key: "matter.warn.risk_not_renewed", Source: "AFS 2023:1; AML 6:4"})
	}
	return ws
}

// CanFollow refuses unless the carrying out may pass into following up: every action done or moved to a day to come, and
// the effect to be checked on a day (handbook T13).
func (a Aftermath) CanFollow(today clock.Date) error {
	if err := a.CanAct(); err != nil {
		return err
	}
	switch {
	case a.ExecutingAt == nil:
		return fail.New(fail.Invalid, "matter.error.not_executing")
	case a.FollowingAt != nil:
		return fail.New(fail.Conflict, "matter.error.following_already")
	}
	for _, x := range a.Actions {
		if x.DoneAt == nil && x.DueOn.Before(today) {
			return fail.New(fail.Invalid, "matter.error.action_late", "What", x.What)
		}
	}
	if len(a.Checks) == 0 {
		return fail.New(fail.Invalid, "matter.error.no_check")
	}
	return nil
}

// CanClose refuses unless the effect is being followed up and no work is stopped (handbook T14).
func (a Aftermath) CanClose() error {
	if err := a.CanAct(); err != nil {
		return err
	}
	if a.FollowingAt == nil {
		return fail.New(fail.Invalid, "matter.error.not_following")
	}
	if _, ok := a.Stopped(); ok {
		return fail.New(fail.Invalid, "matter.error.work_stopped")
	}
	for _, f := range a.Feedback {
		if f.GivenAt == nil && a.mustHear(f) {
			return fail.New(fail.Invalid, "paths.error.feedback_down", "Name", f.Name)
		}
	}
	return nil
}

// mustHear reports whether the feedback is owed to those who had the question and passed it on: the group that lifted it,
// the manager who handed it over. To others it is asked for, to them it is owed (Skellefteå; handbook "Lifting a matter").
func (a Aftermath) mustHear(f Feedback) bool {
	t, ok := a.track(f.GroupID)
	return f.ToPersonID != 0 || ok && t.HandedAt != nil
}

// CloseWarnings ask why the matter is closed although somebody has had no feedback, the effect has not been checked, or
// something is left to do (handbook T14).
func (a Aftermath) CloseWarnings() []fail.Warning {
	var ws []fail.Warning
	for _, f := range a.Feedback {
		if f.GivenAt == nil {
			ws = append(ws, fail.Warning{Key: "matter.warn.no_feedback", Args: []any{"Name", f.Name}, Source: "Samverkansavtalet: återkoppling"})
		}
	}
	for _, c := range a.Checks {
		if c.CheckedAt == nil {
			ws = append(ws, fail.Warning{Key: "matter.warn.not_checked", Args: []any{"What", c.What}, Source: "AFS 2023:1"})
		}
	}
	for _, x := range a.Actions {
		if x.DoneAt == nil {
			ws = append(ws, fail.Warning{Key: "matter.warn.action_left", Args: []any{"What", x.What}, Source: "Samverkansavtalet: handlingsplan"})
		}
	}
	return ws
}

// CanStop refuses unless the actor is a safety representative and there is something to stop: a decision that is not
// closed, and no stop that holds already (AML 6:7).
func (a Aftermath) CanStop(who access.Actor) error {
	if who.Role != access.SafetyRep {
		return fail.New(fail.Forbidden, "error.forbidden")
	}
	if err := a.CanAct(); err != nil {
		return err
	}
	if _, ok := a.Stopped(); ok {
		return fail.New(fail.Conflict, "matter.error.work_stopped_already")
	}
	return nil
}

// CanLift refuses unless the actor placed the stop, or is the owner, who states what Arbetsmiljöverket decided (AML 6:7).
func (a Aftermath) CanLift(who access.Actor) error {
	s, ok := a.Stopped()
	switch {
	case !ok:
		return fail.New(fail.NotFound, "error.not_found")
	case s.PersonID != who.PersonID && a.OwnerID != who.PersonID:
		return fail.New(fail.Forbidden, "matter.error.not_stopper")
	}
	return nil
}
