package organisation_test

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/organisation"
)

func TestAgreementAddsUp(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.setup()
	for _, c := range []struct {
		name   string
		change func(*organisation.Agreement)
		want   string
	}{
		{"as it is", func(*organisation.Agreement) {}, ""},
		{"each in its limits", func(a *organisation.Agreement) { a.CentralDays, a.ApprovalDays, a.SafetyGapMonths = 61, 0, 4 },
			"central_days:range approval_days:range safety_gap_months:range"},
		{"papers after kallelse", func(a *organisation.Agreement) { a.PapersDays, a.ItemsDays = 15, 15 }, "papers_days:papers_before_notice"},
		{"items after papers", func(a *organisation.Agreement) { a.ItemsDays = 6 }, "items_days:items_after_papers"},
		{"items before kallelse", func(a *organisation.Agreement) { a.ItemsDays = 21 }, ""},
		{"longer notice for an extra meeting", func(a *organisation.Agreement) { a.ExtraMeetingDays = 15 }, "extra_meeting_days:extra_before_notice"},
		{"unless there are none", func(a *organisation.Agreement) { a.ExtraMeetingDays, a.ExtraMeetings = 15, false }, ""},
		{"an APT's agenda before its invitation", func(a *organisation.Agreement) { a.APTAgendaDays = 15 }, "apt_agenda_days:apt_agenda_before_invite"},
		{"a reminder after the limit", func(a *organisation.Agreement) { a.SafetyGapMonths = 2 }, "safety_warn_days:warn_after_gap"},
		{"nobody chose when it takes effect", func(a *organisation.Agreement) { a.EffectiveAt = "" }, "effective_at:pick"},
		{"steps in another order", func(a *organisation.Agreement) { a.DisagreementSteps = []string{"higher_group", "enhanced", "central"} }, "disagreement_steps:disagreement_steps"},
		{"without the last step", func(a *organisation.Agreement) { a.DisagreementSteps = []string{"enhanced"} }, "disagreement_steps:disagreement_steps"},
		{"all steps", func(a *organisation.Agreement) { a.DisagreementSteps = []string{"enhanced", "higher_group", "central"} }, ""},
		{"an unknown category", func(a *organisation.Agreement) { a.GroupCategories = []string{"holidays"} }, "group_categories:pick"},
		{"no levels", func(a *organisation.Agreement) { a.LevelNames = nil }, "level_names:level_names"},
		{"a level twice", func(a *organisation.Agreement) { a.LevelNames = []string{"CSG", "csg"} }, "level_names:level_names"},
		{"numbers without a year", func(a *organisation.Agreement) { a.NumberPattern = "SAM {löpnr}" }, "number_pattern:number_pattern"},
		{"numbers that run together", func(a *organisation.Agreement) { a.NumberPattern = "{år}{löpnr}" }, "number_pattern:number_pattern"},
		{"numbers of another look", func(a *organisation.Agreement) { a.NumberPattern = "KS {år}:{löpnr}" }, ""},
		{"a day that has come", func(a *organisation.Agreement) { a.ValidFrom = clock.NewDate(2027, 1, 20) }, "valid_from:past"},
		{"a day that has rules", func(a *organisation.Agreement) { a.ValidFrom = clock.NewDate(2027, 1, 1) }, "valid_from:past valid_from:same_day"},
		{"no day", func(a *organisation.Agreement) { a.ValidFrom = clock.Date{} }, "valid_from:valid_from"},
	} {
		a := organisation.Default(clock.NewDate(2027, 2, 1))
		c.change(&a)
		_, err := w.service().CheckAgreement(context.Background(), w.as(access.Admin), organisation.AgreementEdit{Agreement: a, Reason: "Partsmöte"})
		if got := told(err); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// Rows that have come into force stay; those to come may be changed and taken away, by whoever has seen them as they are.
func TestAgreementThroughTime(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.setup()
	ctx, s, who := context.Background(), w.service(), w.as(access.Admin)
	e := organisation.AgreementEdit{Agreement: organisation.Default(clock.NewDate(2027, 2, 1)), Reason: "Partsmöte 14 januari"}
	e.Agreement.NoticeDays = 21
	if err := s.SaveAgreement(ctx, who, e); err != nil {
		t.Fatal(err)
	}
	if err := s.SaveAgreement(ctx, who, e); told(err) != "valid_from:same_day" {
		t.Errorf("the same day twice: got %v", err)
	}
	e.Reason = " "
	if _, err := s.CheckAgreement(ctx, who, e); !strings.HasSuffix(told(err), "reason:reason") {
		t.Errorf("no reason: got %v", err)
	}
	a, err := s.Agreements(ctx, w.as(access.Employee))
	if err != nil || len(a.Rows) != 2 || a.Current.NoticeDays != 14 || a.Rows[0].NoticeDays != 21 || a.Write {
		t.Fatalf("got %+v, %v", a, err)
	}
	e.ID, e.Version, e.Reason = a.Rows[0].ID, a.Rows[0].Version, "Skrivfel: 28 dagar"
	e.Agreement.NoticeDays = 28
	if err := s.SaveAgreement(ctx, who, e); err != nil {
		t.Fatal(err)
	}
	if err := s.SaveAgreement(ctx, who, e); fail.KindOf(err) != fail.Conflict {
		t.Errorf("a stale version: got %v, want Conflict", err)
	}
	if err := s.RemoveAgreement(ctx, who, organisation.Scope{}, e.ID, e.Version, ""); fail.KindOf(err) != fail.Conflict {
		t.Errorf("removing a stale version: got %v, want Conflict", err)
	}
	first := a.Rows[1]
	for _, err := range []error{s.RemoveAgreement(ctx, who, organisation.Scope{}, first.ID, first.Version, ""), s.RemoveAgreement(ctx, who, organisation.Scope{}, 987654, "1", "")} {
		if fail.KindOf(err) != fail.NotFound {
			t.Errorf("removing what holds, or is not there: got %v, want NotFound", err)
		}
	}
	if _, err := s.DraftAgreement(ctx, who, organisation.Scope{}, first.ID); fail.KindOf(err) != fail.NotFound {
		t.Errorf("changing what holds: got %v, want NotFound", err)
	}
	draft, err := s.DraftAgreement(ctx, who, organisation.Scope{}, e.ID)
	if err != nil || draft.Agreement.NoticeDays != 28 {
		t.Fatalf("got %+v, %v", draft, err)
	}
	if err := s.RemoveAgreement(ctx, who, organisation.Scope{}, e.ID, draft.Version, "Avtalet blev inte av"); err != nil {
		t.Fatal(err)
	}
	changes, err := s.AgreementHistory(ctx, w.as(access.Employee))
	var got []string
	for _, c := range changes {
		got = append(got, c.Action+" "+c.ValidFrom.String()+" "+string(c.Before["notice_days"])+" "+string(c.After["notice_days"])+" "+c.Reason)
	}
	want := []string{"removed 2027-02-01 28 14 Avtalet blev inte av", "changed 2027-02-01 14 28 Skrivfel: 28 dagar", "added 2027-02-01 14 21 Partsmöte 14 januari"}
	if !cmp.Equal(got, want) || err != nil {
		t.Errorf("got %q, %v, want %q", got, err, want)
	}
	if got, want := w.lines(`SELECT kind FROM events ORDER BY seq`), []string{"organisation.created", "organisation.agreement_saved", "organisation.agreement_saved", "organisation.agreement_removed"}; !cmp.Equal(got, want) {
		t.Errorf("got log %v, want %v", got, want)
	}
}

func TestOwnArrangement(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.setup()
	ctx, s, who := context.Background(), w.service(), w.as(access.Admin)
	unit := organisation.Scope{UnitID: w.id(`SELECT id FROM units WHERE name = 'Vård och omsorg'`)}
	group := organisation.Scope{GroupID: w.id(`SELECT max(id) FROM groups`)}
	edit := func(in organisation.Scope, own ...string) organisation.AgreementEdit {
		e := organisation.AgreementEdit{Scope: in, Agreement: organisation.Default(clock.NewDate(2027, 2, 1)), Own: own, Reason: "Eget kollektivavtal"}
		e.Agreement.NoticeDays, e.Agreement.PapersDays, e.Agreement.ItemsDays = 10, 6, 8
		return e
	}
	for _, c := range []struct {
		name string
		e    organisation.AgreementEdit
		want string
	}{
		{"in the unit", edit(unit, "notice_days", "papers_days"), ""},
		{"against what is inherited", edit(unit, "papers_days", "items_days", "notice_days"), ""},
		{"the whole organisation's only", edit(unit, "statistics_minimum"), "statistics_minimum:reach"},
		{"the unit's only", edit(group, "central_days"), "central_days:reach"},
		{"a place that is not there", edit(organisation.Scope{GroupID: 987654}, "notice_days"), "error.not_found"},
	} {
		if _, err := s.CheckAgreement(ctx, who, c.e); told(err) != c.want {
			t.Errorf("%s: got %q, want %q", c.name, told(err), c.want)
		}
	}
	e := edit(unit, "notice_days")
	e.Agreement.NoticeDays = 5
	if _, err := s.CheckAgreement(ctx, who, e); told(err) != "papers_days:papers_before_notice" {
		t.Errorf("shorter than the inherited papers: got %v", err)
	}
	if err := s.SaveAgreement(ctx, who, edit(unit, "notice_days", "papers_days")); err != nil {
		t.Fatal(err)
	}
	// The organisation's own change must not make the unit's impossible.
	whole := organisation.AgreementEdit{Agreement: organisation.Default(clock.NewDate(2027, 3, 1)), Reason: "Partsmöte"}
	whole.Agreement.ExtraMeetingDays = 12
	if _, err := s.CheckAgreement(ctx, who, whole); told(err) != "extra_meeting_days:elsewhere" {
		t.Errorf("against a unit's own: got %v", err)
	}
	draft, err := s.DraftAgreement(ctx, who, unit, 0)
	if err != nil || draft.Name != "Vård och omsorg" || len(draft.Own) != 0 || draft.Base.NoticeDays != 14 {
		t.Errorf("got %+v, %v", draft, err)
	}
	w.clock.Set(w.clock.Now().AddDate(0, 0, 14))
	if draft, err = s.DraftAgreement(ctx, who, unit, 0); err != nil || !cmp.Equal(draft.Own, []string{"notice_days", "papers_days"}) || draft.Agreement.NoticeDays != 10 {
		t.Errorf("got %+v, %v", draft, err)
	}
	end := edit(unit)
	end.Agreement.ValidFrom = clock.NewDate(2027, 6, 1)
	x, err := s.CheckAgreement(ctx, who, end)
	if err != nil || x.Now.NoticeDays != 10 || x.Then.NoticeDays != 14 || len(x.Changed) != 2 {
		t.Errorf("ending it: got %+v, %v", x.Changed, err)
	}
}
