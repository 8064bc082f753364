package meeting_test

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/internal/scene"
)

var (
	kommunal = scene.Stand{Person: "Maria Sjöberg", Union: "Kommunal", Stance: matter.Agrees}
	vision   = scene.Stand{Person: "Per Holm", Union: "Vision", Stance: matter.Agrees}
	opposed  = scene.Stand{Person: "Per Holm", Union: "Vision", Stance: matter.Disagrees, Reason: "För kort framförhållning"}
	aside    = scene.Stand{Person: "Lina Åkerlund", Union: "Vårdförbundet", Stance: matter.NotConcerned}
)

func TestInAgreement(t *testing.T) {
	t.Parallel()
	s := scene.Municipality(t, clock.NewDate(2027, 3, 1).At(9, 0))
	ctx := context.Background()
	id := s.Start("Amina Larsson", "Nytt schema", "Hemtjänst Väst", clock.NewDate(2027, 3, 31), "LSG VO Väst")
	if got := s.State(id); got != matter.Preparation {
		t.Errorf("state after the plan = %s, want %s", got, matter.Preparation)
	}
	s.Risk("Amina Larsson", id)
	m, item := s.Call("Amina Larsson", "LSG VO Väst", id, clock.NewDate(2027, 3, 31).At(13, 0))
	if got := s.State(id); got != matter.InSamverkan {
		t.Errorf("state after the papers = %s, want %s", got, matter.InSamverkan)
	}
	if got, want := s.Record(id).Earliest(s.Clock.Now()), clock.NewDate(2027, 3, 31); got != want {
		t.Errorf("earliest = %s, want %s", got, want)
	}
	s.At(2027, 3, 31, 13, 0)
	s.Treat("Amina Larsson", m, item, kommunal, vision, aside)
	s.Conclude("Amina Larsson", m, item)
	if got := s.Track(id, "LSG VO Väst"); got != matter.TrackAgreed {
		t.Errorf("track = %s, want %s", got, matter.TrackAgreed)
	}
	if got := s.State(id); got != matter.Ready {
		t.Errorf("state = %s, want %s; missing %v", got, matter.Ready, s.Record(id).Gate(s.Clock.Now()))
	}
	if _, err := s.Matter.Decide(ctx, s.Chef("Amina Larsson"), id, matter.DecisionForm{Deviation: matter.AsProposed}); err != nil {
		t.Fatal(err)
	}
	if got := s.State(id); got != matter.Decided {
		t.Errorf("state = %s, want %s", got, matter.Decided)
	}
	want := []announce.Kind{announce.Notice, announce.Papers, announce.Decided}
	if diff := cmp.Diff(want, s.Told.Kinds()); diff != "" {
		t.Errorf("announced (-want +got):\n%s", diff)
	}
}

func TestDisagreementWaitsForTheWindow(t *testing.T) {
	t.Parallel()
	s := scene.Municipality(t, clock.NewDate(2027, 1, 11).At(9, 0))
	ctx := context.Background()
	id := s.Start("Amina Larsson", "Nytt schema", "Hemtjänst Väst", clock.NewDate(2027, 3, 1), "LSG VO Väst")
	s.Risk("Amina Larsson", id)
	m, item := s.Call("Amina Larsson", "LSG VO Väst", id, clock.NewDate(2027, 2, 17).At(9, 0))
	s.At(2027, 2, 17, 9, 0)
	s.Treat("Amina Larsson", m, item, kommunal, opposed, aside)
	s.Conclude("Amina Larsson", m, item)
	if got := s.State(id); got != matter.AwaitsRequest {
		t.Errorf("state = %s, want %s", got, matter.AwaitsRequest)
	}
	if got, want := s.Record(id).Earliest(s.Clock.Now()), clock.NewDate(2027, 2, 25); got != want {
		t.Errorf("earliest = %s, want %s", got, want)
	}
	s.At(2027, 2, 24, 23, 59)
	var blocked *matter.Blocked
	if _, err := s.Matter.Decide(ctx, s.Chef("Amina Larsson"), id, matter.DecisionForm{Deviation: matter.AsProposed}); !errors.As(err, &blocked) {
		t.Fatalf("deciding inside the window = %v, want it blocked", err)
	}
	s.At(2027, 2, 24, 16, 40)
	if err := s.Matter.RequestCentral(ctx, s.Facklig("Maria Sjöberg"), id, s.ID("unions", "Kommunal")); err == nil {
		t.Error("a union that agreed could request central negotiation")
	}
	if err := s.Matter.RequestCentral(ctx, s.Facklig("Per Holm"), id, s.ID("unions", "Vision")); err != nil {
		t.Fatal(err)
	}
	if got := s.State(id); got != matter.Central {
		t.Errorf("state = %s, want %s", got, matter.Central)
	}
	s.At(2027, 3, 10, 9, 0)
	if err := s.Matter.EndNegotiation(ctx, s.Chef("Amina Larsson"), id, matter.KindMBL14, s.ID("unions", "Vision"),
		matter.Ending{Manner: matter.ByWithdrawal, Reason: "Vi har förhandlat på två möten.", NoticeOn: clock.Today(s.Clock)}); err != nil {
		t.Fatal(err)
	}
	if got := s.State(id); got != matter.Ready {
		t.Errorf("state = %s, want %s", got, matter.Ready)
	}
	if got := s.Track(id, "LSG VO Väst"); got != matter.TrackDisagreed {
		t.Errorf("track = %s, want %s", got, matter.TrackDisagreed)
	}
}

func TestConclusionNamesWhatIsMissing(t *testing.T) {
	t.Parallel()
	s := scene.Municipality(t, clock.NewDate(2027, 3, 1).At(9, 0))
	id := s.Start("Amina Larsson", "Nytt schema", "Hemtjänst Väst", clock.NewDate(2027, 3, 31), "LSG VO Väst")
	m, item := s.Call("Amina Larsson", "LSG VO Väst", id, clock.NewDate(2027, 3, 5).At(13, 0))
	if err := s.Meeting.AnswerPapers(context.Background(), s.Facklig("Maria Sjöberg"), item, s.ID("unions", "Kommunal"), true); err != nil {
		t.Fatal(err)
	}
	if err := s.Meeting.AnswerPapers(context.Background(), s.Facklig("Per Holm"), item, s.ID("unions", "Vision"), false); err != nil {
		t.Fatal(err)
	}
	s.At(2027, 3, 5, 13, 0)
	s.Treat("Amina Larsson", m, item, kommunal, vision, aside)
	var blocked *matter.Blocked
	if err := s.Meeting.Conclude(context.Background(), s.Chef("Amina Larsson"), item); !errors.As(err, &blocked) {
		t.Fatalf("concluding = %v, want it blocked", err)
	}
	var got []string
	for _, x := range blocked.Missing {
		got = append(got, x.Key+" "+x.Who)
	}
	want := []string{"matter.conclude.risk ", "matter.conclude.tabling Vision", "matter.conclude.papers Vårdförbundet"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("missing (-want +got):\n%s", diff)
	}
}

func TestApprovalMakesEffective(t *testing.T) {
	t.Parallel()
	s := scene.Municipality(t, clock.NewDate(2027, 3, 1).At(9, 0))
	ctx := context.Background()
	if _, err := s.Test.Super.Exec(ctx, `UPDATE agreements SET effective_at = 'approval'`); err != nil {
		t.Fatal(err)
	}
	id := s.Start("Amina Larsson", "Nytt schema", "Hemtjänst Väst", clock.NewDate(2027, 3, 31), "LSG VO Väst")
	s.Risk("Amina Larsson", id)
	m, item := s.Call("Amina Larsson", "LSG VO Väst", id, clock.NewDate(2027, 3, 31).At(13, 0))
	s.At(2027, 3, 31, 13, 0)
	s.Treat("Amina Larsson", m, item, kommunal, opposed, aside)
	s.Conclude("Amina Larsson", m, item)
	if got := s.Track(id, "LSG VO Väst"); got != matter.TrackOngoing {
		t.Errorf("track before approval = %s, want %s", got, matter.TrackOngoing)
	}
	amina, maria := s.Chef("Amina Larsson"), s.Facklig("Maria Sjöberg")
	s.At(2027, 4, 6, 9, 0)
	for _, step := range []func() error{
		func() error { return s.Meeting.SendMinutes(ctx, amina, m, []int64{amina.PersonID, maria.PersonID}) },
		func() error { return s.Meeting.Object(ctx, maria, m, 0, "§ 5 saknar vår fråga") },
		func() error { return s.Meeting.ChangeMinutes(ctx, amina, m, "Kommunal frågade om helgerna.", 0) },
		func() error { return s.Meeting.Approve(ctx, amina, m, seen(t, s, amina, m)) },
		func() error { return s.Meeting.Object(ctx, maria, m, 0, "Fortfarande inte rätt") },
		func() error { return s.Meeting.Maintain(ctx, maria, m, seen(t, s, maria, m)) },
	} {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
	p, err := s.Meeting.Get(ctx, maria, m)
	if err != nil {
		t.Fatal(err)
	}
	if got := p.Minutes.State(s.Clock.Now()); got != "approved_with_objection" {
		t.Errorf("minutes = %s, want approved_with_objection", got)
	}
	c, err := p.Read()
	if err != nil {
		t.Fatal(err)
	}
	if c.Addition != "Kommunal frågade om helgerna." || p.Approved().Signatures[1].Objection != "Fortfarande inte rätt" {
		t.Errorf("content = %+v", c)
	}
	if got := s.Track(id, "LSG VO Väst"); got != matter.TrackAwaits {
		t.Errorf("track after approval = %s, want %s", got, matter.TrackAwaits)
	}
	if err := s.Meeting.ChangeMinutes(ctx, amina, m, "Efteråt", 0); err == nil {
		t.Error("approved minutes could be changed")
	}
	if _, err := s.Test.Super.Exec(ctx, `UPDATE minutes SET addition = 'smuggled'`); err == nil {
		t.Error("the database let approved minutes be changed")
	}
}

// seen is the text that somebody has before them now.
func seen(t *testing.T, s *scene.Scene, who access.Actor, id int64) meeting.Seen {
	t.Helper()
	p, err := s.Meeting.Get(context.Background(), who, id)
	if err != nil {
		t.Fatal(err)
	}
	return p.Seen()
}

func TestBoardDecidesSomethingElse(t *testing.T) {
	t.Parallel()
	s := scene.Municipality(t, clock.NewDate(2027, 9, 1).At(9, 0))
	ctx := context.Background()
	id := s.Start("Birgitta Ek", "Färre träffpunkter", "Vård och omsorg", clock.NewDate(2027, 10, 20), "FSG VO")
	if _, err := s.Test.Super.Exec(ctx, `UPDATE matters SET decider = 'board', work_environment = false`); err != nil {
		t.Fatal(err)
	}
	m, item := s.Call("Birgitta Ek", "FSG VO", id, clock.NewDate(2027, 10, 13).At(13, 0))
	s.At(2027, 10, 13, 13, 0)
	s.Treat("Birgitta Ek", m, item, kommunal, vision, aside)
	s.Conclude("Birgitta Ek", m, item)
	s.At(2027, 10, 21, 9, 0)
	rut := s.As("Rut Alm", access.Registrar)
	early := matter.BoardForm{DecidedOn: clock.NewDate(2027, 10, 12), DecisionForm: matter.DecisionForm{Deviation: matter.AsProposed}}
	if err := s.Matter.RecordBoard(ctx, rut, id, early); err == nil {
		t.Error("a board decision from before samverkan was recorded as lawful")
	}
	other := matter.BoardForm{DecidedOn: clock.NewDate(2027, 10, 20), DecisionForm: matter.DecisionForm{Deviation: matter.MaterialDeviation, Text: "Två stängs"}}
	if err := s.Matter.RecordBoard(ctx, rut, id, other); err != nil {
		t.Fatal(err)
	}
	if got := s.State(id); got != matter.Deviates {
		t.Errorf("state = %s, want %s", got, matter.Deviates)
	}
	if got := s.Track(id, "FSG VO"); got != matter.TrackOutdated {
		t.Errorf("track = %s, want %s", got, matter.TrackOutdated)
	}
}

func TestException(t *testing.T) {
	t.Parallel()
	s := scene.Municipality(t, clock.NewDate(2027, 3, 1).At(6, 45))
	ctx := context.Background()
	id := s.Start("Amina Larsson", "Akut flytt", "Hemtjänst Väst", clock.NewDate(2027, 3, 1), "LSG VO Väst")
	amina := s.Chef("Amina Larsson")
	form := matter.ExceptionForm{What: "Flytt i dag", Harm: "Lokalen är obrukbar", Unforeseen: "En ledning brast", NoExtraMeeting: "Vi öppnar 07.30"}
	if err := s.Matter.RequestException(ctx, amina, id, form); err != nil {
		t.Fatal(err)
	}
	if err := s.Matter.AnswerException(ctx, amina, id, true, ""); err == nil {
		t.Error("the one who asked could approve")
	}
	if err := s.Matter.AnswerException(ctx, s.As("Nils Öberg", access.Negotiator), id, true, ""); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Matter.Decide(ctx, amina, id, matter.DecisionForm{Deviation: matter.AsProposed}); err != nil {
		t.Fatal(err)
	}
	if got := s.State(id); got != matter.BeforeSamv {
		t.Errorf("state = %s, want %s", got, matter.BeforeSamv)
	}
}

// A board may decide first on the same ground as a manager: approved synnerliga skäl (MBL 11 § second paragraph).
func TestBoardDecidesUnderAnException(t *testing.T) {
	t.Parallel()
	s := scene.Municipality(t, clock.NewDate(2027, 3, 1).At(8, 0))
	ctx := context.Background()
	id := s.Start("Birgitta Ek", "Akut flytt", "Vård och omsorg", clock.NewDate(2027, 3, 1), "FSG VO")
	if _, err := s.Test.Super.Exec(ctx, `UPDATE matters SET decider = 'board'`); err != nil {
		t.Fatal(err)
	}
	rut := s.As("Rut Alm", access.Registrar)
	decision := matter.BoardForm{DecidedOn: clock.NewDate(2027, 3, 1), DecisionForm: matter.DecisionForm{Deviation: matter.AsProposed}}
	if err := s.Matter.RecordBoard(ctx, rut, id, decision); err == nil {
		t.Error("the board's decision was recorded as lawful without samverkan or exception")
	}
	form := matter.ExceptionForm{What: "Flytt i dag", Harm: "Lokalen är obrukbar", Unforeseen: "En ledning brast", NoExtraMeeting: "Vi öppnar 07.30"}
	if err := s.Matter.RequestException(ctx, s.Chef("Birgitta Ek"), id, form); err != nil {
		t.Fatal(err)
	}
	if err := s.Matter.AnswerException(ctx, s.As("Nils Öberg", access.Negotiator), id, true, ""); err != nil {
		t.Fatal(err)
	}
	if err := s.Matter.RecordBoard(ctx, rut, id, decision); err != nil {
		t.Fatal(err)
	}
	if got := s.State(id); got != matter.BeforeSamv {
		t.Errorf("state = %s, want %s", got, matter.BeforeSamv)
	}
}
