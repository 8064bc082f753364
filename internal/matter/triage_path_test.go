package matter_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/internal/scene"
)

// asked lets Amina answer the ten questions; change spoils the usual answers.
func asked(t *testing.T, s *scene.Scene, change func(*matter.Answers)) (draft int64) {
	t.Helper()
	ctx, amina := context.Background(), s.Chef("Amina Larsson")
	draft, err := s.Matter.StartDraft(ctx, amina)
	if err != nil {
		t.Fatal(err)
	}
	a := matter.Answers{Title: "Ny rutin för nycklar", Purpose: "Färre borttappade", Category: "other", Decider: matter.ByManager, Important: "no",
		Units: []int64{s.ID("units", "Hemtjänst Väst")}, Unions: "yes", Outsiders: "no", WorkEnvironment: "no", Individuals: "no", Secret: "no",
		PlannedDecision: clock.NewDate(2027, time.March, 31), Open: "yes"}
	if change != nil {
		change(&a)
	}
	if err := s.Matter.SaveStep(ctx, amina, draft, 1, 1, func(x *matter.Answers) { *x = a }); err != nil {
		t.Fatal(err)
	}
	return draft
}

func finish(t *testing.T, s *scene.Scene, draft int64) int64 {
	t.Helper()
	id, err := s.Matter.FinishDraft(context.Background(), s.Chef("Amina Larsson"), draft, "")
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// planInfo plans the matter as information to the LSG and takes it up on a meeting.
func planInfo(t *testing.T, s *scene.Scene, id int64) {
	t.Helper()
	ctx, amina := context.Background(), s.Chef("Amina Larsson")
	if _, err := s.Matter.Propose(ctx, amina, id, matter.ProposalForm{Body: "Nycklarna i ett skåp.", Reason: scene.Why}); err != nil {
		t.Fatal(err)
	}
	if err := s.Matter.ConfirmPlan(ctx, amina, id, []matter.PlanTrack{{Kind: matter.KindInfo, GroupID: s.ID("groups", "LSG VO Väst")}}, ""); err != nil {
		t.Fatal(err)
	}
}

func inform(t *testing.T, s *scene.Scene, id int64) {
	t.Helper()
	ctx, amina := context.Background(), s.Chef("Amina Larsson")
	m, err := s.Meeting.Plan(ctx, amina, meeting.PlanForm{GroupID: s.ID("groups", "LSG VO Väst"), StartsAt: time.Date(2027, 3, 10, 9, 0, 0, 0, clock.Stockholm), Reason: scene.Why})
	for _, step := range []func() error{
		func() error { return err },
		func() error {
			return s.Meeting.SetUp(ctx, amina, m, meeting.SetUpForm{MatterID: id, Class: matter.Information, Reason: scene.Why})
		},
		func() error { return s.Meeting.SendNotice(ctx, amina, m, scene.Why) },
		func() error { s.At(2027, 3, 10, 9, 0); return s.Meeting.Open(ctx, amina, m) },
		func() error { return s.Meeting.Handle(ctx, amina, s.Item(m, id)) },
	} {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
}

func gateKeys(ms []matter.Missing) []string {
	var ks []string
	for _, m := range ms {
		ks = append(ks, m.Key)
	}
	return ks
}

// A small change is information: nothing may be decided until the groups of the plan have been told (MBL 19 §), and the
// trigger says the same.
func TestInformationBeforeDecision(t *testing.T) {
	t.Parallel()
	s := scene.Municipality(t, time.Date(2027, 2, 3, 9, 0, 0, 0, clock.Stockholm))
	ctx, amina := context.Background(), s.Chef("Amina Larsson")
	id := finish(t, s, asked(t, s, nil))
	if got := s.Record(id).Duty; got != matter.DutyInform {
		t.Fatalf("duty %q, want information", got)
	}
	if err := s.Matter.ConfirmPlan(ctx, amina, id, nil, ""); err == nil {
		t.Error("an empty plan was fixed: something must precede every decision")
	}
	planInfo(t, s, id)
	if diff := cmp.Diff([]string{"matter.gate.info"}, gateKeys(s.Record(id).Gate(s.Clock.Now()))); diff != "" {
		t.Errorf("the gate (-want +got):\n%s", diff)
	}
	probe := func() error {
		return s.DB.InOrg(ctx, s.Org, func(tx *db.OrgTx) error {
			_, err := tx.Exec(ctx, `INSERT INTO decisions (matter_id, proposal_id, decided_on, recorded_by, recorded_at)
				SELECT $1, max(id), $2, $3, $4 FROM proposals WHERE matter_id = $1`, id, clock.Today(s.Clock), amina.PersonID, s.Clock.Now())
			return err
		})
	}
	if probe() == nil {
		t.Fatal("the trigger let a decision past before anybody was informed")
	}
	inform(t, s, id)
	if got := gateKeys(s.Record(id).Gate(s.Clock.Now())); got != nil {
		t.Errorf("the gate after the information: %v", got)
	}
	if _, err := s.Matter.Propose(ctx, amina, id, matter.ProposalForm{Body: "Nycklarna hemma hos var och en.", Reason: scene.Why}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"matter.gate.info_outdated"}, gateKeys(s.Record(id).Gate(s.Clock.Now()))); diff != "" {
		t.Errorf("the gate after a new version (-want +got):\n%s", diff)
	}
	if probe() == nil {
		t.Error("the trigger let a decision past on a version that nobody was informed of")
	}
}

// A union that objects takes a question handled as information to samverkan before the decision (MBL 12 §), and the
// employer cannot take it back.
func TestUnionObjectsToInformation(t *testing.T) {
	t.Parallel()
	s := scene.Municipality(t, time.Date(2027, 2, 3, 9, 0, 0, 0, clock.Stockholm))
	ctx, amina, maria := context.Background(), s.Chef("Amina Larsson"), s.Facklig("Maria Sjöberg")
	id := finish(t, s, asked(t, s, nil))
	planInfo(t, s, id)
	inform(t, s, id)
	kommunal, vision := s.ID("unions", "Kommunal"), s.ID("unions", "Vision")
	if err := s.Matter.ObjectTriage(ctx, maria, id, vision, "Vi menar det"); err == nil {
		t.Error("Kommunal's representative objected for Vision")
	}
	if err := s.Matter.ObjectTriage(ctx, maria, id, kommunal, " "); err == nil {
		t.Error("an objection without a reason")
	}
	if err := s.Matter.ObjectTriage(ctx, maria, id, kommunal, "Nycklarna styr hur passen börjar."); err != nil {
		t.Fatal(err)
	}
	rec := s.Record(id)
	if rec.Duty != matter.DutyNegotiate || rec.Tracks[0].Kind != matter.KindGroup {
		t.Errorf("duty %s, track %s: want samverkan", rec.Duty, rec.Tracks[0].Kind)
	}
	if diff := cmp.Diff([]string{"matter.gate.group"}, gateKeys(rec.Gate(s.Clock.Now()))); diff != "" {
		t.Errorf("the gate (-want +got):\n%s", diff)
	}
	if !slices.Contains(s.Told.Kinds(), announce.TriageObjected) {
		t.Error("nobody was told of the objection")
	}
	if err := s.Matter.ObjectTriage(ctx, maria, id, kommunal, "En gång till"); err == nil {
		t.Error("objected to samverkan")
	}
	if err := s.Matter.CorrectTriage(ctx, amina, id, matter.Correction{Duty: matter.DutyInform, NoRisk: true, Reason: "Nej"}); err == nil {
		t.Error("the employer called it information in spite of the objection")
	}
}

// What the manager corrects downwards needs a reason, which HR gets as a task and the unions are told of.
func TestCorrectedTriage(t *testing.T) {
	t.Parallel()
	s := scene.Municipality(t, time.Date(2027, 2, 3, 9, 0, 0, 0, clock.Stockholm))
	ctx, amina, hanna := context.Background(), s.Chef("Amina Larsson"), s.As("Hanna Ros", access.HR)
	draft := asked(t, s, func(a *matter.Answers) { a.Important, a.Category, a.WorkEnvironment = "yes", "working_time", "yes" })
	if err := s.Matter.CorrectDraft(ctx, amina, draft, 2, matter.Correction{Duty: matter.DutyInform}); err == nil {
		t.Error("corrected without a reason")
	}
	if err := s.Matter.CorrectDraft(ctx, amina, draft, 2, matter.Correction{Duty: matter.DutyInform, NoRisk: true, Reason: "Två timmar en fredag."}); err != nil {
		t.Fatal(err)
	}
	id := finish(t, s, draft)
	if rec := s.Record(id); rec.Duty != matter.DutyInform || rec.WorkEnvironment {
		t.Errorf("duty %s, risk assessment %v: want information without", rec.Duty, rec.WorkEnvironment)
	}
	cs, err := s.Matter.Corrections(ctx, hanna)
	if err != nil || len(cs) != 2 || cs[0].Reason != "Två timmar en fredag." || cs[0].ReadAt != nil {
		t.Fatalf("HR sees %+v, %v", cs, err)
	}
	if !slices.ContainsFunc(s.Told.All(), func(a announce.Announcement) bool {
		return a.Kind == announce.TriageCorrected && slices.Contains(a.To, hanna.PersonID) && slices.Contains(a.To, s.Facklig("Maria Sjöberg").PersonID)
	}) {
		t.Error("HR and the unions were not told")
	}
	if err := s.Matter.ReadCorrections(ctx, amina, id); err == nil {
		t.Error("the manager ticked the reading off")
	}
	if err := s.Matter.ReadCorrections(ctx, hanna, id); err != nil {
		t.Fatal(err)
	}
	if cs, _ = s.Matter.Corrections(ctx, hanna); cs[0].ReaderName != "Hanna Ros" {
		t.Errorf("read by %q", cs[0].ReaderName)
	}
	planInfo(t, s, id)
	if err := s.Matter.CorrectTriage(ctx, amina, id, matter.Correction{Duty: matter.DutyInform, NoRisk: true, Reason: "Samma"}); err == nil {
		t.Error("corrected nothing")
	}
	if err := s.Matter.CorrectTriage(ctx, amina, id, matter.Correction{Duty: matter.DutyNegotiate, Reason: "Det blev fler fredagar."}); err != nil {
		t.Fatal(err)
	}
	if rec := s.Record(id); rec.Duty != matter.DutyNegotiate || !rec.WorkEnvironment || rec.Tracks[0].Kind != matter.KindGroup {
		t.Errorf("after the correction upwards: %s, %v, %s", rec.Duty, rec.WorkEnvironment, rec.Tracks[0].Kind)
	}
}

// To leave a proposed group out of the plan needs a reason; without one nothing is fixed.
func TestPlanWithoutProposedGroup(t *testing.T) {
	t.Parallel()
	s := scene.Municipality(t, time.Date(2027, 2, 3, 9, 0, 0, 0, clock.Stockholm))
	ctx, amina := context.Background(), s.Chef("Amina Larsson")
	id := finish(t, s, asked(t, s, func(a *matter.Answers) { a.Important = "yes" }))
	fsg := []matter.PlanTrack{{Kind: matter.KindGroup, GroupID: s.ID("groups", "FSG VO")}}
	if err := s.Matter.ConfirmPlan(ctx, amina, id, fsg, ""); err == nil {
		t.Fatal("the LSG was left out without a reason")
	}
	if err := s.Matter.ConfirmPlan(ctx, amina, id, fsg, "Gruppen är vilande."); err != nil {
		t.Fatal(err)
	}
	p, err := s.Matter.Assessment(ctx, s.Facklig("Per Holm"), id)
	if err != nil || len(p.Corrections) != 1 || p.Corrections[0].What != matter.CorrectForum || p.Corrections[0].Was != "LSG VO Väst" {
		t.Errorf("the union sees %+v, %v", p.Corrections, err)
	}
	if err := s.Matter.ConfirmPlan(ctx, amina, id, fsg, ""); err != nil {
		t.Errorf("asked for the reason again: %v", err)
	}
}
