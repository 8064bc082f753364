package scene

import (
	"context"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/matter"
	"samverka/internal/meeting"
)

// Why is the reason given where a rule only warns.
const Why = "Enligt scenariot"

// Start lets the owner create a matter with a proposal and a plan of the groups named.
func (s *Scene) Start(owner, title, unit string, planned clock.Date, groups ...string) int64 {
	s.T.Helper()
	ctx := context.Background()
	who := s.Chef(owner)
	id, err := s.Matter.Create(ctx, who, matter.New{Title: title, UnitIDs: []int64{s.ID("units", unit)}, Category: "working_time",
		Purpose: "Färre delade turer", PlannedDecision: planned, Decider: matter.ByManager, WorkEnvironment: true})
	s.ok(err)
	_, err = s.Matter.Propose(ctx, who, id, matter.ProposalForm{Body: "Sexveckorsschema utan delade turer.", Reason: Why})
	s.ok(err)
	var plan []matter.PlanTrack
	for _, g := range groups {
		plan = append(plan, matter.PlanTrack{Kind: matter.KindGroup, GroupID: s.ID("groups", g)})
	}
	s.ok(s.Matter.ConfirmPlan(ctx, who, id, plan, ""))
	return id
}

// Risk lets the owner fix a risk assessment without a safety representative.
func (s *Scene) Risk(owner string, id int64) {
	s.T.Helper()
	ctx := context.Background()
	who := s.Chef(owner)
	s.ok(s.Matter.DescribeRisk(ctx, who, id, matter.RiskChange{Change: "Sexveckorsschema utan delade turer."}))
	_, err := s.Matter.SaveRiskRow(ctx, who, id, matter.RiskRow{Area: "working_time", Source: "Kortare vila", Probability: 2, Consequence: 3}, false)
	s.ok(err)
	s.ok(s.Matter.ConcludeRisk(ctx, who, id, matter.RiskConclusion{Conclusion: "proceed"}))
	s.ok(s.Matter.FixRisk(ctx, who, id, matter.RiskFix{WithoutReason: Why, Reason: Why}))
}

// Call plans a meeting of the group, sets the matter up before decision, and sends notice and papers.
func (s *Scene) Call(chair, group string, id int64, starts time.Time) (meetingID, itemID int64) {
	s.T.Helper()
	ctx := context.Background()
	who := s.Chef(chair)
	meetingID, err := s.Meeting.Plan(ctx, who, meeting.PlanForm{GroupID: s.ID("groups", group), StartsAt: starts, Reason: Why})
	s.ok(err)
	s.ok(s.Meeting.SetUp(ctx, who, meetingID, meeting.SetUpForm{MatterID: id, Class: matter.BeforeDecision, Reason: Why}))
	s.ok(s.Meeting.SendNotice(ctx, who, meetingID, Why))
	s.ok(s.Meeting.SendPapers(ctx, who, meetingID, Why))
	return meetingID, s.Item(meetingID, id)
}

// Stand is one union's position.
type Stand struct{ Person, Union, Stance, Reason string }

// Treat opens the meeting and the item and takes the positions.
func (s *Scene) Treat(chair string, meetingID, itemID int64, stands ...Stand) {
	s.T.Helper()
	ctx := context.Background()
	who := s.Chef(chair)
	s.ok(s.Meeting.Open(ctx, who, meetingID))
	s.ok(s.Meeting.OpenItem(ctx, who, itemID))
	for _, x := range stands {
		rep := s.As(x.Person, access.UnionRep)
		s.ok(s.Meeting.TakePosition(ctx, rep, itemID, s.ID("unions", x.Union), x.Stance, x.Reason))
	}
}

// Conclude declares samverkan concluded and ends the meeting.
func (s *Scene) Conclude(chair string, meetingID, itemID int64) {
	s.T.Helper()
	who := s.Chef(chair)
	s.ok(s.Meeting.Conclude(context.Background(), who, itemID))
	s.ok(s.Meeting.Close(context.Background(), who, meetingID))
}
