package apt_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/apt"
	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/matter"
	"samverka/internal/scene"
)

// stage is Hemtjänst Väst with an APT of two sittings on 3 and 4 February 2027, planned on 11 January.
type stage struct {
	*scene.Scene
	ctx   context.Context
	amina access.Actor // the manager
	tove  access.Actor // an employee
	id    int64
}

func newStage(t *testing.T) *stage {
	t.Helper()
	s := &stage{Scene: scene.Municipality(t, clock.NewDate(2027, 1, 11).At(9, 0)), ctx: context.Background()}
	s.amina, s.tove = s.Chef("Amina Larsson"), s.As("Tove Lind", access.Employee)
	day := clock.NewDate(2027, 2, 3)
	id, err := s.APT.Plan(s.ctx, s.amina, apt.PlanForm{UnitID: s.ID("units", "Hemtjänst Väst"), Sittings: []apt.SittingForm{
		{StartsAt: day.At(14, 0), EndsAt: day.At(15, 30), Place: "Personalrummet"}, {StartsAt: day.Add(1).At(8, 0), EndsAt: day.Add(1).At(9, 30)}}})
	s.must(err)
	s.id = id
	return s
}

func (s *stage) must(err error) {
	s.T.Helper()
	if err != nil {
		s.T.Fatal(err)
	}
}

func (s *stage) show(who access.Actor) apt.Page {
	s.T.Helper()
	p, err := s.APT.Show(s.ctx, who, s.id)
	s.must(err)
	return p
}

func (s *stage) item(title string) apt.Item {
	s.T.Helper()
	p := s.show(s.amina)
	i := slices.IndexFunc(p.Items, func(it apt.Item) bool { return it.Title == title })
	if i < 0 {
		s.T.Fatalf("no item %q", title)
	}
	return p.Items[i]
}

func (s *stage) add(title, category string) apt.Item {
	s.T.Helper()
	s.must(s.APT.AddItem(s.ctx, s.amina, s.id, apt.ItemForm{Title: title, Form: apt.FormRound, Minutes: 10, Category: category}))
	return s.item(title)
}

// open begins the first sitting on its day.
func (s *stage) open() apt.Sitting {
	s.T.Helper()
	s.must(s.APT.Invite(s.ctx, s.amina, s.id, "sent"))
	s.At(2027, 2, 3, 14, 0)
	si := s.show(s.amina).Sittings[0]
	s.must(s.APT.OpenSitting(s.ctx, s.amina, si.ID))
	return si
}

func (s *stage) end(it apt.Item, f apt.EndForm) error {
	f.Version = it.Version
	return s.APT.EndItem(s.ctx, s.amina, it.ID, f)
}

func (s *stage) tasks(who access.Actor) []string {
	s.T.Helper()
	var kinds []string
	rows, err := s.Test.Super.Query(s.ctx, `SELECT kind FROM tasks WHERE person_id = $1 AND done_at IS NULL ORDER BY kind`, who.PersonID)
	s.must(err)
	for rows.Next() {
		var k string
		s.must(rows.Scan(&k))
		kinds = append(kinds, k)
	}
	return kinds
}

func TestFromPlanToReadNotes(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	if diff := cmp.Diff([]string{matter.TaskAPTInvite}, s.tasks(s.amina)); diff != "" {
		t.Errorf("tasks once planned (-want +got):\n%s", diff)
	}
	s.must(s.APT.Invite(s.ctx, s.amina, s.id, ""))
	s.must(s.APT.Propose(s.ctx, s.tove, s.id, apt.ProposalForm{Title: "Buller i hall B"}))
	p := s.show(s.amina)
	if len(p.Proposals) != 1 || p.Proposals[0].ByName != "" {
		t.Fatalf("the manager sees %+v, want one proposal without a name", p.Proposals)
	}
	s.must(s.APT.Accept(s.ctx, s.amina, s.id, p.Proposals[0].ID, apt.ItemForm{Form: apt.FormOpen, Minutes: 10}))
	s.must(s.APT.SendAgenda(s.ctx, s.amina, s.id, ""))
	s.At(2027, 2, 3, 14, 0)
	first, second := p.Sittings[0], p.Sittings[1]
	noise := s.item("Buller i hall B")
	s.must(s.APT.OpenSitting(s.ctx, s.amina, first.ID))
	s.must(s.APT.WriteNote(s.ctx, s.amina, noise.ID, apt.NoteForm{SittingID: first.ID, Text: "Ljudet stör mest på morgonen."}))
	n := 12
	s.must(s.APT.CloseSitting(s.ctx, s.amina, first.ID, &n))
	s.At(2027, 2, 4, 8, 0)
	s.must(s.APT.OpenSitting(s.ctx, s.amina, second.ID))
	s.must(s.APT.WriteNote(s.ctx, s.amina, noise.ID, apt.NoteForm{SittingID: second.ID, Text: "Kvällspasset märker inget."}))
	s.must(s.end(noise, apt.EndForm{Outcome: apt.ManagerDecides, Text: "Chefen tar in pris på ljudplattor"}))
	s.must(s.APT.CloseSitting(s.ctx, s.amina, second.ID, nil))
	if diff := cmp.Diff([]string{matter.TaskAPTAnswer, matter.TaskAPTNotes}, s.tasks(s.amina)); diff != "" {
		t.Errorf("tasks once held (-want +got):\n%s", diff)
	}
	if got := s.show(s.tove).Notes; got != nil {
		t.Errorf("an employee reads %v before the notes are published", got)
	}
	s.must(s.APT.Publish(s.ctx, s.amina, s.id, ""))
	s.must(s.APT.MarkRead(s.ctx, s.tove, s.id))
	s.must(s.APT.Ask(s.ctx, s.tove, s.id, noise.ID, "När kommer plattorna?", false))
	q := s.show(s.amina).Questions[0]
	s.must(s.APT.AnswerQuestion(s.ctx, s.amina, q.ID, "Före sommaren.", q.Version, false))
	s.must(s.APT.Answer(s.ctx, s.amina, noise.ID, "Plattorna är beställda.", false))
	if got := s.tasks(s.amina); got != nil {
		t.Errorf("tasks at the end = %v, want none", got)
	}
	last := s.show(s.tove)
	notes := last.Content()
	if got, want := []int{len(notes.Items), len(notes.Items[0].Texts), last.Read, len(notes.Questions)}, []int{1, 2, 1, 1}; !slices.Equal(got, want) {
		t.Errorf("items, texts, readers and questions = %v, want %v", got, want)
	}
	if got := last.Proposals[0]; got.Outcome != apt.ManagerDecides || got.Result != "Plattorna är beställda." {
		t.Errorf("the proposer sees %+v, want what came of it", got)
	}
	want := []announce.Kind{announce.APTInvitation, announce.APTAgenda, announce.APTNotes}
	if diff := cmp.Diff(want, s.Told.Kinds()); diff != "" {
		t.Errorf("announced (-want +got):\n%s", diff)
	}
}

func TestFiveOutcomes(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	for _, title := range []string{"Städrutiner", "Ny cykel", "Nytt schema", "Fler platser", "Rasterna"} {
		s.add(title, "")
	}
	s.open()
	s.must(s.end(s.item("Städrutiner"), apt.EndForm{Outcome: apt.Done}))
	s.must(s.end(s.item("Ny cykel"), apt.EndForm{Outcome: apt.ManagerDecides}))
	s.must(s.end(s.item("Nytt schema"), apt.EndForm{Outcome: apt.ToGroup, Text: "Färre delade turer", Category: "working_time", Planned: clock.NewDate(2027, 4, 1)}))
	s.must(s.end(s.item("Fler platser"), apt.EndForm{Outcome: apt.LevelUp}))
	s.must(s.end(s.item("Rasterna"), apt.EndForm{Outcome: apt.NewDialogue}))

	m := s.Record(s.item("Nytt schema").MatterID)
	if len(m.Dialogues) != 1 || m.Dialogues[0].APTID != s.id || m.Title != "Nytt schema" {
		t.Errorf("the matter %q has dialogues %+v, want the one of this APT", m.Title, m.Dialogues)
	}
	birgitta := s.Chef("Birgitta Ek")
	if diff := cmp.Diff([]string{matter.TaskAPTLifted}, s.tasks(birgitta)); diff != "" {
		t.Errorf("the manager above has (-want +got):\n%s", diff)
	}
	s.must(s.APT.Answer(s.ctx, birgitta, s.item("Fler platser").ID, "Budgeten räcker till två.", false))
	if got := s.tasks(birgitta); got != nil {
		t.Errorf("the manager above still has %v", got)
	}
	next, err := s.APT.Plan(s.ctx, s.amina, apt.PlanForm{UnitID: s.ID("units", "Hemtjänst Väst"), Sittings: []apt.SittingForm{{StartsAt: clock.NewDate(2027, 3, 3).At(14, 0)}}})
	s.must(err)
	p := s.show(s.amina)
	if len(p.Carried) != 1 || p.Carried[0].APTID != next || p.Carried[0].From != s.item("Rasterna").ID {
		t.Errorf("carried = %+v, want Rasterna on the next APT", p.Carried)
	}
	if err := s.end(s.item("Städrutiner"), apt.EndForm{Outcome: apt.NewDialogue}); fail.KindOf(err) != fail.Conflict {
		t.Errorf("ending an item again = %v, want a conflict", err)
	}
}

// Handbook scenario 5: premises are decided after samverkan in a group.
func TestDecidingWhatBelongsToAGroup(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.add("Flytta till Storgatan 4", "premises")
	s.open()
	var asks *fail.Confirm
	f := apt.EndForm{Outcome: apt.ManagerDecides}
	if err := s.end(s.item("Flytta till Storgatan 4"), f); !errors.As(err, &asks) {
		t.Fatalf("deciding about premises = %v, want to be asked why", err)
	}
	f.Reason = "Hyresvärden säger upp avtalet"
	s.must(s.end(s.item("Flytta till Storgatan 4"), f))
	got := s.show(s.As("Hanna Ros", access.HR))
	i := slices.IndexFunc(got.Items, func(it apt.Item) bool { return it.OutcomeWarned })
	if i < 0 || got.Items[i].OutcomeReason != f.Reason {
		t.Errorf("HR does not see why the manager decides about premises: %+v", got.Items)
	}
	for _, it := range s.show(s.tove).Items {
		if it.OutcomeReason != "" {
			t.Errorf("an employee reads the reason %q", it.OutcomeReason)
		}
	}
}

func TestFeedbackComesToTheNextAPT(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	id := s.Start("Amina Larsson", "Nytt schema", "Hemtjänst Väst", clock.NewDate(2027, 3, 31), "LSG VO Väst")
	_, err := s.Test.Super.Exec(s.ctx, `INSERT INTO tasks (org_id, person_id, role, kind, matter_id, unit_id, due_on, created_at) VALUES ($1, $2, 'manager', $3, $4, $5, '2027-02-28', now())`,
		s.Org, s.amina.PersonID, matter.TaskFeedback, id, s.ID("units", "Hemtjänst Väst"))
	s.must(err)
	s.open()
	it := s.item("Återkoppling: Nytt schema")
	s.must(s.end(it, apt.EndForm{Outcome: apt.Done, Text: "Schemat gäller från 3 maj"}))
	if slices.Contains(s.tasks(s.amina), matter.TaskFeedback) {
		t.Error("the feedback is still to be given")
	}
}
