package matter_test

import (
	"testing"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/matter"
)

// What is to be done after a decision is its person's, and the owner's, to say something about; what is done or answered
// stays so.
func TestWhoSaysWhatIsDone(t *testing.T) {
	t.Parallel()
	today := day(4, 10)
	owner, doer, other := access.Actor{PersonID: amina, Role: access.Manager}, access.Actor{PersonID: birgitta, Role: access.Manager}, access.Actor{PersonID: 102, Role: access.Manager}
	theirs := func(a *matter.Aftermath) {
		a.Actions[0].PersonID, a.Feedback[0].PersonID, a.Checks[0].PersonID = birgitta, birgitta, birgitta
	}
	done := func(a *matter.Aftermath) {
		a.Actions[0].DoneAt, a.Feedback[0].GivenAt, a.Checks[0].CheckedAt = ptr(evening), ptr(evening), ptr(evening)
	}
	say := func(id int64) func(matter.Aftermath, access.Actor) error {
		return func(a matter.Aftermath, who access.Actor) error { _, err := a.Action(who, id); return err }
	}
	move := func(to clock.Date) func(matter.Aftermath, access.Actor) error {
		return func(a matter.Aftermath, who access.Actor) error { _, err := a.CanReplan(who, 1, to, today); return err }
	}
	check := func(id int64) func(matter.Aftermath, access.Actor) error {
		return func(a matter.Aftermath, who access.Actor) error { _, err := a.CanCheck(who, id); return err }
	}
	tell := func(id int64) func(matter.Aftermath, access.Actor) error {
		return func(a matter.Aftermath, who access.Actor) error { _, err := a.Owed(who, id); return err }
	}
	for name, c := range map[string]struct {
		a    matter.Aftermath
		who  access.Actor
		rule func(matter.Aftermath, access.Actor) error
		want string
	}{
		"an action, by who does it":            {after(theirs), doer, say(1), ""},
		"an action, by the owner":              {after(theirs), owner, say(1), ""},
		"an action, by somebody else":          {after(theirs), other, say(1), "error.not_responsible"},
		"an action that there is not":          {after(theirs), owner, say(9), "error.not_found"},
		"an action that is done, once more":    {after(theirs, done), doer, say(1), ""},
		"moved to today":                       {after(theirs), doer, move(today), ""},
		"moved to a day to come, by the owner": {after(theirs), owner, move(today.Add(30)), ""},
		"moved to yesterday":                   {after(theirs), doer, move(today.Add(-1)), "error.date_past"},
		"moved, by somebody else":              {after(theirs), other, move(today.Add(30)), "error.not_responsible"},
		"moved when it is done":                {after(theirs, done), doer, move(today.Add(30)), "error.action_done"},
		"a check, by who looks":                {after(theirs), doer, check(1), ""},
		"a check, by somebody else":            {after(theirs), other, check(1), "error.not_responsible"},
		"a check that there is not":            {after(theirs), owner, check(9), "error.not_found"},
		"a check that is answered":             {after(theirs, done), doer, check(1), "error.checked_already"},
		"feedback, by who gives it":            {after(theirs), doer, tell(1), ""},
		"feedback, by somebody else":           {after(theirs), other, tell(1), "error.not_responsible"},
		"feedback that there is not":           {after(theirs), owner, tell(9), "error.not_found"},
		"feedback that is given, once more":    {after(theirs, done), doer, tell(1), ""},
	} {
		if got := refusal(c.rule(c.a, c.who)); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}
