package matter_test

import (
	"context"
	"slices"
	"testing"

	"samverka/internal/clock"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/internal/scene"
)

// A union whose agreement did not hold on the day of the treatment is owed negotiation (handbook 4.3 Split regime), also when
// the employer had planned it already: a later plan without it leaves it.
func TestOwedNegotiationOutlivesThePlan(t *testing.T) {
	t.Parallel()
	s := scene.Municipality(t, clock.NewDate(2027, 3, 1).At(9, 0))
	ctx := context.Background()
	amina := s.Chef("Amina Larsson")
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	id := s.Start("Amina Larsson", "Nytt schema", "Hemtjänst Väst", clock.NewDate(2027, 4, 30), "LSG VO Väst")
	_, err := s.Test.Super.Exec(ctx, `UPDATE unions SET agreement_until = '2027-03-15' WHERE name = 'Vision'`)
	must(err)
	group := matter.PlanTrack{Kind: matter.KindGroup, GroupID: s.ID("groups", "LSG VO Väst")}
	must(s.Matter.ConfirmPlan(ctx, amina, id, []matter.PlanTrack{group, {Kind: matter.KindMBL11, UnionID: s.ID("unions", "Vision")}}, scene.Why))
	m, item := s.Call("Amina Larsson", "LSG VO Väst", id, clock.NewDate(2027, 3, 31).At(13, 0))
	s.At(2027, 3, 31, 13, 0)
	must(s.Meeting.Open(ctx, amina, m))
	must(s.Meeting.Attend(ctx, amina, m, []meeting.Presence{{PersonID: amina.PersonID, Presence: "in_person"}}))
	must(s.Meeting.OpenItem(ctx, amina, item))
	must(s.Matter.ConfirmPlan(ctx, amina, id, []matter.PlanTrack{group}, scene.Why))
	kept := slices.ContainsFunc(s.Record(id).Tracks, func(x matter.Track) bool { return x.Kind == matter.KindMBL11 && x.UnionName == "Vision" && x.Mandatory })
	if !kept {
		t.Errorf("the negotiation is gone: %+v", s.Record(id).Tracks)
	}
}
