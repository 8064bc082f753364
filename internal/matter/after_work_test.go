package matter_test

import (
	"testing"

	"samverka/internal/access"
	"samverka/internal/matter"
)

// What is looked at and told after a decision is its person's, and the owner's, to say something about; what is done or answered
// stays so.
func TestWhoSaysWhatIsDone(t *testing.T) {
	t.Parallel()
	owner, doer, other := access.Actor{PersonID: amina, Role: access.Manager}, access.Actor{PersonID: birgitta, Role: access.Manager}, access.Actor{PersonID: 102, Role: access.Manager}
	theirs := func(a *matter.Aftermath) {
		a.Feedback[0].PersonID, a.Checks[0].PersonID = birgitta, birgitta
	}
	done := func(a *matter.Aftermath) {
		a.Feedback[0].GivenAt, a.Checks[0].CheckedAt = ptr(evening), ptr(evening)
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
		"a check, by who looks":             {after(theirs), doer, check(1), ""},
		"a check, by somebody else":         {after(theirs), other, check(1), "error.not_responsible"},
		"a check that there is not":         {after(theirs), owner, check(9), "error.not_found"},
		"a check that is answered":          {after(theirs, done), doer, check(1), "error.checked_already"},
		"feedback, by who gives it":         {after(theirs), doer, tell(1), ""},
		"feedback, by somebody else":        {after(theirs), other, tell(1), "error.not_responsible"},
		"feedback that there is not":        {after(theirs), owner, tell(9), "error.not_found"},
		"feedback that is given, once more": {after(theirs, done), doer, tell(1), ""},
	} {
		if got := refusal(c.rule(c.a, c.who)); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}
