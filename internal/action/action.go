package action

import (
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/fail"
)

// Task is the kind of task that an action gives its person.
const Task = "do_action"

// Action is one åtgärd.
type Action struct {
	ID              int64
	MatterID        int64 // what it is about; 0: an item of a meeting that is about no matter
	Number          string
	Title           string // the matter's, otherwise the item's
	OwnerID         int64  // of the matter
	MatterStatus    string
	MeetingID       int64 // that asked for it; 0: planned in the matter
	ItemID          int64
	GroupID         int64
	GroupName       string
	StartsAt        *time.Time // of the meeting
	FollowupID      int64      // the group's place in a yearly follow-up that asked for it; 0: none
	RoundID         int64      // the follow-up
	Year            int        // of the follow-up
	RiskRow         int        // of the matter's risk assessment that it comes from; 0: none
	What            string
	PersonID        int64
	PersonName      string
	FirstPersonName string // who was asked at first
	DueOn           clock.Date
	FirstDueOn      clock.Date // the day that was said at first
	Replanned       string     // why it was moved or handed on last
	DoneAt          *time.Time
	Result          string
	Version         int
}

// Late reports whether the action should have been done before today.
func (a Action) Late(today clock.Date) bool { return a.DoneAt == nil && a.DueOn.Before(today) }

// Planned reports whether the action stands in the matter's own plan: no meeting asked for it, and no follow-up.
func (a Action) Planned() bool { return a.MeetingID == 0 && a.FollowupID == 0 }

// leads reports whether the actor answers for the plan or the list that the action stands in: the matter's owner, the group's
// chair or secretary, and of a follow-up also HR and the negotiator (AFS 2023:1 2 kap. 13 §; the agreement's handlingsplan is the responsible manager's).
func (a Action) leads(who access.Actor) bool {
	return a.MatterID != 0 && a.OwnerID == who.PersonID && who.Role == access.Manager || a.GroupID != 0 && who.RunsMeetings(a.GroupID) ||
		a.FollowupID != 0 && (who.Role == access.HR || who.Role == access.Negotiator)
}

// Concerns reports whether the action is the actor's: to do, or to see to.
func (a Action) Concerns(who access.Actor) bool { return a.PersonID == who.PersonID || a.leads(who) }

// CanFinish refuses unless the action is the actor's and left to do. What was planned in a matter that is closed or taken back
// falls away with it; what a meeting asked for does not.
func (a Action) CanFinish(who access.Actor) error {
	switch {
	case !a.Concerns(who):
		return fail.New(fail.Forbidden, "action.error.not_yours")
	case a.DoneAt != nil:
		return fail.New(fail.Conflict, "action.error.done")
	case a.Planned() && a.MatterStatus != "open":
		return fail.New(fail.Invalid, "matter.error.not_open_matter")
	}
	return nil
}

// CanMove refuses unless the action is the actor's to finish, and moves to a day to come (AFS 2023:1 2 kap. 13 §: the plan says when).
func (a Action) CanMove(who access.Actor, due, today clock.Date) error {
	if err := a.CanFinish(who); err != nil {
		return err
	}
	if due.Before(today) {
		return fail.New(fail.Invalid, "action.error.date_past")
	}
	return nil
}

// CanGive refuses unless the actor leads: nobody hands on what they were asked to do without whoever asked (AFS 2023:1 2 kap. 13 §: the plan
// says who). The person must be one of those who may be asked.
func (a Action) CanGive(who access.Actor, person int64, doers []Person) error {
	if err := a.CanFinish(who); err != nil {
		return err
	}
	if !a.leads(who) {
		return fail.New(fail.Forbidden, "action.error.not_leader")
	}
	if _, ok := find(doers, person); !ok {
		return fail.New(fail.Invalid, "action.error.who")
	}
	return nil
}

// May says what to offer the actor on the action's page.
type May struct{ Finish, Give bool }

// May works out what the actor may do with the action.
func (a Action) May(who access.Actor) May {
	ok := a.CanFinish(who) == nil
	return May{Finish: ok, Give: ok && a.leads(who)}
}
