package matter_test

import (
	"context"
	"testing"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/internal/process"
	"samverka/internal/scene"
)

// A matter that starts from a template has its steps on days that fit; what happens ticks them, and what the system cannot
// see is ticked by the owner alone.
func TestMatterFollowsATemplate(t *testing.T) {
	t.Parallel()
	s := scene.Municipality(t, time.Date(2027, 1, 13, 9, 0, 0, 0, clock.Stockholm))
	ctx, amina := context.Background(), s.Chef("Amina Larsson")
	lsg := s.ID("groups", "LSG VO Väst")
	for _, day := range []clock.Date{clock.NewDate(2027, time.April, 14), clock.NewDate(2027, time.May, 12)} {
		if _, err := s.Meeting.Plan(ctx, amina, meeting.PlanForm{GroupID: lsg, StartsAt: day.At(9, 0), Reason: scene.Why}); err != nil {
			t.Fatal(err)
		}
	}
	draft, err := s.Matter.StartFrom(ctx, amina, "sommarbemanning")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Matter.StartFrom(ctx, amina, "no-such-template"); fail.KindOf(err) != fail.NotFound {
		t.Errorf("a template that does not exist: %v", err)
	}
	if err := s.Matter.SaveStep(ctx, amina, draft, 1, 1, func(a *matter.Answers) {
		a.Title, a.Purpose, a.Decider, a.Important, a.Units, a.Unions, a.Outsiders = "Sommaren", "I god tid", matter.ByManager, "yes", []int64{s.ID("units", "Hemtjänst Väst")}, "yes", "no"
		a.Individuals, a.Secret, a.Open, a.PlannedDecision = "no", "no", "yes", clock.NewDate(2027, time.May, 12)
	}); err != nil {
		t.Fatal(err)
	}
	id := finish(t, s, draft)
	steps := func() matter.StepsPage {
		t.Helper()
		p, err := s.Matter.Steps(ctx, s.Facklig("Maria Sjöberg"), id)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	if err := s.Matter.ConfirmPlan(ctx, amina, id, []matter.PlanTrack{{Kind: matter.KindGroup, GroupID: lsg}}, ""); err != nil {
		t.Fatal(err)
	}
	p := steps()
	find := func(kind string) matter.ProcessStep {
		for _, x := range p.Process {
			if x.Kind == kind {
				return x
			}
		}
		t.Fatalf("no step of kind %s", kind)
		return matter.ProcessStep{}
	}
	if got := find(process.Samverkan); got.PlannedOn != clock.NewDate(2027, time.April, 14) || got.GroupID != lsg {
		t.Errorf("samverkan %s in %q, want 14 April in the LSG", got.PlannedOn, got.GroupName)
	}
	if err := s.Matter.TickStep(ctx, amina, id, find(process.Samverkan).ID, true); err == nil {
		t.Error("ticked what the system sees")
	}
	if err := s.Matter.TickStep(ctx, s.Chef("Birgitta Ek"), id, find(process.Task).ID, true); err == nil {
		t.Error("somebody else than the owner ticked")
	}
	if err := s.Matter.TickStep(ctx, amina, id, find(process.Task).ID, true); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Matter.Propose(ctx, amina, id, matter.ProposalForm{Body: "Fyra perioder.", Reason: scene.Why}); err != nil {
		t.Fatal(err)
	}
	if p = steps(); !find(process.Task).Done || find(process.Task).TickedBy != "Amina Larsson" || !find(process.Proposal).Done || find(process.Risk).Done {
		t.Errorf("done: %+v", p.Process)
	}
	if next, _ := matter.NextStep(p.Process); next.Kind != process.APT {
		t.Errorf("next is %q", next.Title)
	}
}

// An organisation's own template is edited by one at a time, keeps what matters have started with, and can be retired.
func TestOwnTemplate(t *testing.T) {
	t.Parallel()
	s := scene.Municipality(t, time.Date(2027, 1, 13, 9, 0, 0, 0, clock.Stockholm))
	ctx, hanna := context.Background(), s.As("Hanna Ros", access.HR)
	svc := &process.Service{DB: s.DB, Clock: s.Clock}
	if _, err := svc.Copy(ctx, s.Chef("Amina Larsson"), "flytt", "Vår flytt"); fail.KindOf(err) != fail.Forbidden {
		t.Errorf("a manager copied: %v", err)
	}
	if _, err := svc.Copy(ctx, hanna, "flytt", " "); fail.KindOf(err) != fail.Invalid {
		t.Errorf("a copy without a name: %v", err)
	}
	id, err := svc.Copy(ctx, hanna, "flytt", "Vår flytt")
	if err != nil {
		t.Fatal(err)
	}
	ts, err := svc.List(ctx, hanna)
	if err != nil || len(ts) != len(process.Ours())+1 {
		t.Fatalf("%d templates, %v", len(ts), err)
	}
	own := ts[len(ts)-1]
	own.Steps = own.Steps[2:]
	if err := svc.Save(ctx, hanna, id, own.Version, own); err != nil {
		t.Fatal(err)
	}
	if err := svc.Save(ctx, hanna, id, own.Version, own); fail.KindOf(err) != fail.Conflict {
		t.Errorf("a stale edit: %v", err)
	}
	again, err := svc.Copy(ctx, hanna, own.Ref(), "Vår andra flytt")
	if err != nil {
		t.Fatal(err)
	}
	copied, err := svc.Get(ctx, hanna, process.Template{ID: again}.Ref())
	if err != nil || len(copied.Steps) != len(own.Steps) || copied.CopiedFrom != own.Ref() {
		t.Errorf("a copy of our own: %d steps from %q, %v", len(copied.Steps), copied.CopiedFrom, err)
	}
	if err := svc.Retire(ctx, hanna, again, copied.Version, true); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Matter.StartFrom(ctx, s.Chef("Amina Larsson"), copied.Ref()); fail.KindOf(err) != fail.NotFound {
		t.Errorf("started from a retired template: %v", err)
	}
}
