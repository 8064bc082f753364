package matter

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/clock"
	"samverka/internal/fail"
)

var draftDay = clock.NewDate(2027, time.February, 3)

// whole are answers to every question.
func whole() Answers {
	return Answers{Title: "Nytt schema", Purpose: "Längre återhämtning", Category: "working_time", Decider: ByManager, Important: "yes", Units: []int64{1},
		Unions: "yes", Outsiders: "no", WorkEnvironment: "yes", Individuals: "no", Secret: "no", PlannedDecision: clock.NewDate(2027, time.March, 31), Open: "yes"}
}

func TestDraftAsksForWhatIsMissing(t *testing.T) {
	t.Parallel()
	if got := whole().Missing(draftDay); len(got) != 0 {
		t.Fatalf("whole answers: got missing %v, want none", got)
	}
	for _, c := range []struct {
		name  string
		step  int
		spoil func(*Answers)
		want  string // field:key
	}{
		{"no title", 1, func(a *Answers) { a.Title = " " }, "title:matter.error.title_needed"},
		{"no purpose", 1, func(a *Answers) { a.Purpose = "" }, "purpose:matter.error.purpose_needed"},
		{"no category", 1, func(a *Answers) { a.Category = "nonsense" }, "category:matter.error.category"},
		{"a personnummer", 1, func(a *Answers) { a.Purpose = "Gäller 811228-9874" }, "purpose:error.personnummer"},
		{"no decider", 2, func(a *Answers) { a.Decider = "mayor" }, "decider:matter.error.decider"},
		{"importance", 3, func(a *Answers) { a.Important = "" }, "important:matter.error.choose"},
		{"no unit", 4, func(a *Answers) { a.Units = nil }, "units:matter.error.units_needed"},
		{"outsiders", 6, func(a *Answers) { a.Outsiders = "unsure" }, "outsiders:matter.error.choose"},
		{"work environment", 7, func(a *Answers) { a.WorkEnvironment = "" }, "work_environment:matter.error.choose"},
		{"individuals", 8, func(a *Answers) { a.Individuals = "" }, "individuals:matter.error.choose"},
		{"secret without paragraph", 9, func(a *Answers) { a.Secret = "yes" }, "secrecy:matter.error.secrecy_needed"},
		{"no date", 10, func(a *Answers) { a.PlannedDecision = clock.Date{} }, "planned_decision:matter.error.date_needed"},
		{"a past date", 10, func(a *Answers) { a.PlannedDecision = draftDay.Add(-1) }, "planned_decision:matter.error.date_past"},
		{"still open", 10, func(a *Answers) { a.Open = "" }, "open:matter.error.choose"},
	} {
		a := whole()
		c.spoil(&a)
		got := ""
		if fs := fail.Fields(a.CheckStep(c.step, draftDay)); len(fs) > 0 {
			got = fs[0].Name + ":" + fs[0].Key
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
		if diff := cmp.Diff([]int{c.step}, a.Missing(draftDay)); diff != "" {
			t.Errorf("%s: missing (-want +got):\n%s", c.name, diff)
		}
	}
	a := whole()
	a.Unions = ""
	if diff := cmp.Diff([]int{5}, a.Missing(draftDay)); diff != "" {
		t.Errorf("unions not looked at (-want +got):\n%s", diff)
	}
}

func TestDraftDescribesTheMatter(t *testing.T) {
	t.Parallel()
	a := whole()
	a.Outsiders, a.Secret, a.Secrecy = "yes", "yes", "OSL 19:6"
	want := New{Title: "Nytt schema", UnitIDs: []int64{1}, Category: "working_time", Purpose: "Längre återhämtning",
		PlannedDecision: clock.NewDate(2027, time.March, 31), Decider: ByManager, WorkEnvironment: true, Outsiders: true, Secrecy: "OSL 19:6"}
	if diff := cmp.Diff(want, a.New(), cmp.Transformer("date", clock.Date.String)); diff != "" {
		t.Errorf("matter (-want +got):\n%s", diff)
	}
}
