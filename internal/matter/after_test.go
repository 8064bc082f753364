package matter_test

import (
	"strings"
	"testing"
	"time"

	"samverka/internal/access"
	"samverka/internal/action"
	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// after is the matter decided in agreement, with what follows.
func after(change ...func(*matter.Aftermath)) matter.Aftermath {
	a := matter.Aftermath{Record: concluded(decided(matter.AsProposed, 0)),
		Actions:  []action.Action{{ID: 1, What: "Skriv om mallen", PersonID: amina, DueOn: day(4, 15)}},
		Feedback: []matter.Feedback{{ID: 1, UnitID: 1, Name: "Hemtjänst Väst"}},
		Checks:   []matter.Check{{ID: 1, What: "Blev det som tänkt?", DueOn: day(6, 9)}}}
	a.Decisions[0].RecordedAt = evening
	for _, f := range change {
		f(&a)
	}
	return a
}

func executing(a *matter.Aftermath) { a.ExecutingAt = ptr(evening) }
func following(a *matter.Aftermath) { executing(a); a.FollowingAt = ptr(evening) }
func stopped(a *matter.Aftermath)   { a.Stops = []matter.Stop{{ID: 1, PersonID: 300, PlacedAt: evening}} }
func lifted(a *matter.Aftermath)    { stopped(a); a.Stops[0].LiftedAt = ptr(evening) }
func alone(deviation string) func(*matter.Aftermath) {
	return func(a *matter.Aftermath) { a.Decisions[0].Deviation = deviation }
}

func warnings(ws []fail.Warning) string {
	var ks []string
	for _, w := range ws {
		if w.Source == "" {
			ks = append(ks, "no source")
		}
		ks = append(ks, strings.TrimPrefix(w.Key, "matter."))
	}
	return strings.Join(ks, " ")
}

func TestAfterTheDecision(t *testing.T) {
	t.Parallel()
	today := day(4, 10)
	safety, other := access.Actor{PersonID: 300, Role: access.SafetyRep}, access.Actor{PersonID: 301, Role: access.SafetyRep}
	execute := func(a matter.Aftermath) string { return refusal(a.CanExecute()) }
	follow := func(a matter.Aftermath) string { return refusal(a.CanFollow(today)) }
	closing := func(a matter.Aftermath) string { return refusal(a.CanClose()) }
	stop := func(who access.Actor) func(matter.Aftermath) string {
		return func(a matter.Aftermath) string { return refusal(a.CanStop(who)) }
	}
	lift := func(who access.Actor) func(matter.Aftermath) string {
		return func(a matter.Aftermath) string { return refusal(a.CanLift(who)) }
	}
	undecided := func(a *matter.Aftermath) { a.Decisions = nil }
	holds := func(a *matter.Aftermath) { a.Agreement.HoldExecution = true }
	central := func(change ...func(*matter.Track)) func(*matter.Aftermath) {
		return func(a *matter.Aftermath) { negotiation(matter.KindMBL14, vision, change...)(&a.Record) }
	}
	step := func(change ...func(*matter.Step)) func(*matter.Aftermath) {
		return func(a *matter.Aftermath) { requested(enhanced, 0, change...)(&a.Record) }
	}
	for name, c := range map[string]struct {
		rule func(matter.Aftermath) string
		in   matter.Aftermath
		want string
	}{
		"T12: decided":   {execute, after(), ""},
		"T12: undecided": {execute, after(undecided), "error.not_decided"},
		"T12: a material deviation is not carried out": {execute, after(alone(matter.MaterialDeviation)), "error.not_decided"},
		"T12: a minor deviation is":                    {execute, after(alone(matter.MinorDeviation)), ""},
		"T12: begun already":                           {execute, after(executing), "error.executing_already"},
		"T12: withdrawn":                               {execute, after(func(a *matter.Aftermath) { a.Status = "withdrawn" }), "error.not_open_matter"},
		"T12: work is stopped (AML 6:7)":               {execute, after(stopped), "error.work_stopped"},
		"T12: the stop is lifted (AML 6:7)":            {execute, after(lifted), ""},
		"T12: MBL 14 § goes on, and the agreement waits for it (Skellefteå)":           {execute, after(holds, central()), "error.execution_held"},
		"T12: MBL 14 § goes on, and the agreement does not wait":                       {execute, after(central()), ""},
		"T12: MBL 14 § is ended (MBL 16 §)":                                            {execute, after(holds, central(ended(matter.InDisagreement, day(4, 1), clock.Date{}))), ""},
		"T12: enhanced samverkan goes on, and the agreement waits for it (Skellefteå)": {execute, after(holds, step()), "error.execution_held"},
		"T12: enhanced samverkan goes on, and the agreement does not wait":             {execute, after(step()), ""},
		"T12: the request for enhanced samverkan is taken back":                        {execute, after(holds, step(takenBack)), ""},
		"T13: carried out":                                  {follow, after(executing), ""},
		"T13: not begun":                                    {follow, after(), "error.not_executing"},
		"T13: already":                                      {follow, after(following), "error.following_already"},
		"T13: an action is late":                            {follow, after(executing, func(a *matter.Aftermath) { a.Actions[0].DueOn = day(4, 9) }), "error.action_late"},
		"T13: an action is due today":                       {follow, after(executing, func(a *matter.Aftermath) { a.Actions[0].DueOn = today }), ""},
		"T13: a late action is done":                        {follow, after(executing, func(a *matter.Aftermath) { a.Actions[0].DueOn, a.Actions[0].DoneAt = day(4, 9), ptr(evening) }), ""},
		"T13: no check of the effect":                       {follow, after(executing, func(a *matter.Aftermath) { a.Checks = nil }), "error.no_check"},
		"T14: followed up":                                  {closing, after(following), ""},
		"T14: not followed up":                              {closing, after(executing), "error.not_following"},
		"T14: work is stopped (AML 6:7)":                    {closing, after(following, stopped), "error.work_stopped"},
		"AML 6:7: a safety representative stops":            {stop(safety), after(executing), ""},
		"AML 6:7: nothing is decided":                       {stop(safety), after(undecided), "error.not_decided"},
		"AML 6:7: stopped already":                          {stop(other), after(stopped), "error.work_stopped_already"},
		"AML 6:7: the manager does not stop":                {stop(asAmina), after(executing), "error.forbidden"},
		"AML 6:7: who placed it lifts it":                   {lift(safety), after(stopped), ""},
		"AML 6:7: the owner, with the authority's decision": {lift(asAmina), after(stopped), ""},
		"AML 6:7: another representative does not":          {lift(other), after(stopped), "error.not_stopper"},
		"AML 6:7: nothing to lift":                          {lift(safety), after(lifted), "error.not_found"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := c.rule(c.in); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestWarningsAfterTheDecision(t *testing.T) {
	t.Parallel()
	fixed := func(at time.Time) func(*matter.Aftermath) {
		return func(a *matter.Aftermath) { a.Risks = []matter.Risk{{No: 1, FixedAt: &at}} }
	}
	done := func(a *matter.Aftermath) {
		a.Actions[0].DoneAt, a.Feedback[0].GivenAt, a.Checks[0].CheckedAt = ptr(evening), ptr(evening), ptr(evening)
	}
	for name, c := range map[string]struct{ got, want string }{
		"T12: an action, and the risks of what was decided": {warnings(after(fixed(evening)).ExecuteWarnings()), ""},
		"T12: no action": {warnings(after(fixed(evening), func(a *matter.Aftermath) { a.Actions = nil }).ExecuteWarnings()), "warn.no_actions"},
		"6: the risks were assessed before the decision": {warnings(after(fixed(during)).ExecuteWarnings()), "warn.risk_not_renewed"},
		"6: no work environment":                         {warnings(after(func(a *matter.Aftermath) { a.WorkEnvironment, a.Risks = false, nil }).ExecuteWarnings()), ""},
		"T14: all is done":                               {warnings(after(done).CloseWarnings()), ""},
		"T14: nothing is done":                           {warnings(after().CloseWarnings()), "warn.no_feedback warn.not_checked warn.action_left"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if c.got != c.want {
				t.Errorf("got %q, want %q", c.got, c.want)
			}
		})
	}
}

func TestStateAfterTheDecision(t *testing.T) {
	t.Parallel()
	later := clock.NewDate(2027, 6, 1).At(9, 0)
	for name, c := range map[string]struct {
		in   matter.Aftermath
		want matter.State
	}{
		"decided (T11)":   {after(), matter.Decided},
		"executing (T12)": {after(executing), matter.Executing},
		"following (T13)": {after(following), matter.Following},
		"closed (T14)":    {after(following, func(a *matter.Aftermath) { a.Status = "closed" }), matter.Closed},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := c.in.State(later); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}
