package matter_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/access"
	"samverka/internal/matter"
)

// asItIs is the form that changes nothing.
func asItIs(r matter.Record, change ...func(*matter.EditForm)) (f matter.EditForm, units []string) {
	f.Title, f.Purpose, f.Category, f.PlannedDecision, f.Decider = r.Title, r.Purpose, r.Category, r.PlannedDecision, r.Decider
	f.WorkEnvironment, f.Outsiders, f.Secrecy = r.WorkEnvironment, r.Outsiders, r.Secrecy
	for _, u := range r.Units {
		units = append(units, u.Name)
	}
	for _, c := range change {
		c(&f)
	}
	return f, units
}

func TestEdits(t *testing.T) {
	t.Parallel()
	r := planned(func(r *matter.Record) { r.Units = []matter.Unit{{ID: 5, Name: "Hemtjänst Väst"}} })
	f, _ := asItIs(r, func(f *matter.EditForm) { f.Title, f.Outsiders = "Annat schema", true })
	want := []matter.Edited{{Field: "title", From: "Nytt schema", To: "Annat schema"}, {Field: "units", From: "Hemtjänst Väst", To: "Hemtjänst Öst"}, {Field: "outsiders", From: "false", To: "true"}}
	if diff := cmp.Diff(want, r.Edits(f, []string{"Hemtjänst Öst"})); diff != "" {
		t.Errorf("what changed (-want +got):\n%s", diff)
	}
	f, units := asItIs(r)
	if got := r.Edits(f, units); len(got) != 0 {
		t.Errorf("nothing is changed: got %v", got)
	}
}

func TestCanEdit(t *testing.T) {
	t.Parallel()
	changes := func(who access.Actor, field string) func(matter.Record, time.Time) string {
		return func(r matter.Record, _ time.Time) string {
			return refusal(r.CanEdit(who, []matter.Edited{{Field: field}}))
		}
	}
	check(t, []row[string]{
		{"the owner", planned(), before, ""},
		{"decided (MBL 11 §: what was through samverkan stands)", concluded(decided(matter.AsProposed, 0)), evening, "paths.error.edit_decided"},
		{"a decision that deviates opens it again (handbook Decision differs)", concluded(decided(matter.MaterialDeviation, 0)), evening, ""},
		{"in the middle of a treatment", opened(), during, "error.treatment_open"},
		{"withdrawn", planned(func(r *matter.Record) { r.Status = "withdrawn" }), before, "error.not_open_matter"},
	}, changes(asAmina, "units"))
	check(t, []row[string]{
		{"the title of a decided matter", concluded(decided(matter.AsProposed, 0)), evening, ""},
		{"the title during a treatment", opened(), during, ""},
	}, changes(asAmina, "title"))
	check(t, []row[string]{{"what is secret in a decided matter (OSL)", concluded(decided(matter.AsProposed, 0)), evening, ""}}, changes(asAmina, "secrecy"))
	check(t, []row[string]{{"the planned day during a treatment", opened(), during, ""}}, changes(asAmina, "planned_decision"))
	check(t, []row[string]{{"somebody else's", planned(), before, "error.not_owner"}}, changes(asBirgitta, "title"))
}

func TestEditWarnings(t *testing.T) {
	t.Parallel()
	warns := func(change func(*matter.EditForm), units ...string) func(matter.Record, time.Time) string {
		return func(r matter.Record, now time.Time) string {
			f, names := asItIs(r, change)
			names = append(names, units...)
			var ks []string
			for _, w := range r.EditWarnings(f, r.Edits(f, names), now) {
				ks = append(ks, strings.TrimPrefix(w.Key, "paths.warn."))
			}
			return strings.Join(ks, " ")
		}
	}
	none := func(*matter.EditForm) {}
	check(t, []row[string]{
		{"another unit: the plan is checked anew (MBL 11 §)", planned(), before, "plan_anew"},
		{"the plan was never confirmed", planned(func(r *matter.Record) { r.PlanConfirmedAt = nil }), before, ""},
		{"treated in full: a new version instead (handbook New information)", concluded(), evening, "new_version"},
		{"treated in one of two groups: both", concluded(inFSG), evening, "plan_anew new_version"},
		{"treated on a version that no longer holds", concluded(version(false)), at(day(4, 1), 10, 0), "plan_anew"},
	}, warns(none, "Hemtjänst Öst"))
	check(t, []row[string]{{"another decider", planned(), before, "plan_anew"}}, warns(func(f *matter.EditForm) { f.Decider = matter.ByBoard }))
	check(t, []row[string]{{"another category", planned(), before, "plan_anew"}}, warns(func(f *matter.EditForm) { f.Category = "premises" }))
	check(t, []row[string]{{"work by others (MBL 38 §)", planned(), before, "plan_anew"}}, warns(func(f *matter.EditForm) { f.Outsiders = true }))
	check(t, []row[string]{{"another purpose before any treatment", planned(), before, ""}, {"another purpose of what was treated", concluded(), evening, "new_version"}},
		warns(func(f *matter.EditForm) { f.Purpose = "Något annat" }))
	check(t, []row[string]{{"another title", concluded(), evening, ""}}, warns(func(f *matter.EditForm) { f.Title = "Annat" }))
	check(t, []row[string]{
		{"a day before the earliest lawful one (MBL 11 §)", planned(), before, "too_early"},
		{"any day when the gate is empty", concluded(), evening, ""},
	}, warns(func(f *matter.EditForm) { f.PlannedDecision = day(3, 20) }))
}

func TestWide(t *testing.T) {
	t.Parallel()
	units := func(departments ...int64) func(*matter.Record) {
		return func(r *matter.Record) {
			for _, d := range departments {
				r.Units = append(r.Units, matter.Unit{DepartmentID: d})
			}
		}
	}
	check(t, []row[bool]{
		{"one förvaltning", planned(units(1, 1)), before, false},
		{"two (SEED3; handbook Several groups)", planned(units(1, 1, 2)), before, true},
		{"one, and a unit outside them", planned(units(0, 1)), before, false},
		{"none", planned(units(0, 0)), before, false},
	}, func(r matter.Record, _ time.Time) bool { return r.Wide() })
	check(t, []row[string]{
		{"the plan waits for the parties", concluded(units(1, 2), func(r *matter.Record) { r.PlanConfirmedAt = nil }), evening, "paths.gate.plan_agreed"},
		{"agreed, and made unconfirmed since", concluded(units(1, 2), func(r *matter.Record) {
			r.PlanConfirmedAt, r.Agreed = nil, []matter.PlanAgreement{{AgreedOn: day(3, 1)}}
		}), evening, "gate.plan"},
	}, func(r matter.Record, now time.Time) string { return keys(r.Gate(now)) })
}
