package action

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/fail"
)

const doer, owner, chair, other = 1, 2, 3, 4

var today = clock.NewDate(2027, 4, 10)

func as(person int64, role access.Role, chairs ...int64) access.Actor {
	return access.Actor{PersonID: person, Role: role, Chairs: chairs}
}

func refusal(err error) string {
	var e *fail.Error
	if errors.As(err, &e) {
		return e.Key
	}
	return ""
}

// Who may say that an åtgärd is done, move it and hand it on (AFS 2023:1 2 kap. 13 §: the plan says when, and by whom).
func TestWhoMay(t *testing.T) {
	t.Parallel()
	at := time.Date(2027, 4, 9, 18, 0, 0, 0, time.UTC)
	planned := Action{MatterID: 7, OwnerID: owner, MatterStatus: "open", PersonID: doer, DueOn: today}
	asked := Action{MeetingID: 8, ItemID: 9, GroupID: 5, PersonID: doer, DueOn: today}
	with := func(a Action, f func(*Action)) Action { f(&a); return a }
	done := func(a *Action) { a.DoneAt = &at }
	closed := func(a *Action) { a.MatterStatus = "closed" }
	about := with(asked, func(a *Action) { a.MatterID, a.OwnerID, a.MatterStatus = 7, owner, "open" })
	doers := []Person{{ID: doer}, {ID: other}}
	finish := func(a Action, who access.Actor) error { return a.CanFinish(who) }
	move := func(to clock.Date) func(Action, access.Actor) error {
		return func(a Action, who access.Actor) error { return a.CanMove(who, to, today) }
	}
	give := func(to int64) func(Action, access.Actor) error {
		return func(a Action, who access.Actor) error { return a.CanGive(who, to, doers) }
	}
	for name, c := range map[string]struct {
		a    Action
		who  access.Actor
		rule func(Action, access.Actor) error
		want string
	}{
		"planned, by who does it":                         {planned, as(doer, access.Manager), finish, ""},
		"planned, by the owner":                           {planned, as(owner, access.Manager), finish, ""},
		"planned, by the owner in another role":           {planned, as(owner, access.Employee), finish, "action.error.not_yours"},
		"planned, by somebody else":                       {planned, as(other, access.Manager), finish, "action.error.not_yours"},
		"planned, by the chair of a group":                {planned, as(chair, access.Manager, 5), finish, "action.error.not_yours"},
		"planned, in a matter that is closed":             {with(planned, closed), as(doer, access.Manager), finish, "matter.error.not_open_matter"},
		"asked for, by who does it":                       {asked, as(doer, access.UnionRep), finish, ""},
		"asked for, by the chair":                         {asked, as(chair, access.Manager, 5), finish, ""},
		"asked for, by another group's chair":             {asked, as(chair, access.Manager, 6), finish, "action.error.not_yours"},
		"asked for, by another member":                    {asked, as(other, access.UnionRep), finish, "action.error.not_yours"},
		"asked for about a matter, by its owner":          {about, as(owner, access.Manager), finish, ""},
		"asked for about a matter that is closed":         {with(about, closed), as(doer, access.UnionRep), finish, ""},
		"nobody's matter is not everybody's":              {asked, as(0, access.Manager), finish, "action.error.not_yours"},
		"done, once more":                                 {with(asked, done), as(doer, access.UnionRep), finish, "action.error.done"},
		"done, once more, by somebody else":               {with(asked, done), as(other, access.UnionRep), finish, "action.error.not_yours"},
		"moved to today":                                  {planned, as(doer, access.Manager), move(today), ""},
		"moved to a day to come, by the owner":            {planned, as(owner, access.Manager), move(today.Add(30)), ""},
		"moved to yesterday":                              {planned, as(doer, access.Manager), move(today.Add(-1)), "action.error.date_past"},
		"moved, by somebody else":                         {planned, as(other, access.Manager), move(today.Add(30)), "action.error.not_yours"},
		"moved when it is done":                           {with(planned, done), as(doer, access.Manager), move(today.Add(30)), "action.error.done"},
		"handed on by the owner":                          {planned, as(owner, access.Manager), give(other), ""},
		"handed on by the chair":                          {asked, as(chair, access.Manager, 5), give(other), ""},
		"handed on by who was asked":                      {asked, as(doer, access.UnionRep), give(other), "action.error.not_leader"},
		"handed on by somebody else":                      {asked, as(other, access.UnionRep), give(other), "action.error.not_yours"},
		"handed on to somebody who does not belong to it": {asked, as(chair, access.Manager, 5), give(99), "action.error.who"},
		"handed on when it is done":                       {with(planned, done), as(owner, access.Manager), give(other), "action.error.done"},
	} {
		if got := refusal(c.rule(c.a, c.who)); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

func TestAFormSaysWhatWhoAndWhen(t *testing.T) {
	t.Parallel()
	doers := []Person{{ID: doer}}
	whole := Form{What: "Skriv om mallen", PersonID: doer, DueOn: today}
	for name, c := range map[string]struct {
		change func(*Form)
		want   []string
	}{
		"whole":             {func(*Form) {}, nil},
		"nothing":           {func(f *Form) { *f = Form{What: "  "} }, []string{"action.error.what", "action.error.who", "action.error.date"}},
		"a stranger":        {func(f *Form) { f.PersonID = other }, []string{"action.error.who"}},
		"a day that was":    {func(f *Form) { f.DueOn = today.Add(-1) }, []string{"action.error.date_past"}},
		"with personnummer": {func(f *Form) { f.What = "Ring 19900101-0017" }, []string{"error.personnummer"}},
	} {
		f := whole
		c.change(&f)
		var got []string
		for _, x := range fail.Fields(f.check(today, doers)) {
			got = append(got, x.Key)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", name, diff)
		}
	}
}

func TestTheRoleThatSomebodyIsAskedIn(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		p    Person
		want access.Role
	}{
		{Person{Seat: "union_substitute"}, access.UnionRep}, {Person{Seat: "chief_safety_rep", Manages: true}, access.SafetyRep},
		{Person{Seat: "secretary"}, access.Manager}, {Person{Manages: true}, access.Manager}, {Person{}, access.Employee},
	} {
		if got := c.p.Role(); got != c.want {
			t.Errorf("%+v: got %s, want %s", c.p, got, c.want)
		}
	}
}
