package meeting_test

import (
	"context"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/internal/organisation"
	"samverka/internal/scene"
)

// hall is an organisation whose FSG is the safety committee, with a meeting of it on 31 March.
func hall(t *testing.T) (s *scene.Scene, id int64) {
	t.Helper()
	s = scene.Municipality(t, clock.NewDate(2027, 3, 1).At(9, 12))
	s.In(func(ctx context.Context, tx *db.OrgTx) error {
		return s.Setup.Groups(ctx, tx, []organisation.GroupRow{{Name: "FSG VO", Level: "FSG", Units: []string{"Vård och omsorg"}, Chair: "Birgitta Ek", SafetyCommittee: true}})
	})
	return s, plan(t, s, clock.NewDate(2027, 3, 31))
}

func plan(t *testing.T, s *scene.Scene, day clock.Date) int64 {
	t.Helper()
	id, err := s.Meeting.Plan(context.Background(), s.Chef("Birgitta Ek"), meeting.PlanForm{GroupID: s.ID("groups", "FSG VO"), StartsAt: day.At(13, 0), Reason: scene.Why})
	ok(t, err)
	return id
}

func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func refused(t *testing.T, err error, key string) {
	t.Helper()
	if got := fail.KeyOf(err); got != key {
		t.Errorf("got %q (%v), want %q", got, err, key)
	}
}

func agenda(t *testing.T, s *scene.Scene, id int64) meeting.AgendaPage {
	t.Helper()
	p, err := s.Meeting.Agenda(context.Background(), s.Chef("Birgitta Ek"), id)
	ok(t, err)
	return p
}

// find is the item with the title; its ID is 0 when there is none.
func find(p meeting.AgendaPage, title string) (it meeting.Item, place int) {
	i := slices.IndexFunc(p.Items, func(x meeting.Item) bool { return x.Title == title })
	if i < 0 {
		return it, 0
	}
	return p.Items[i], i + 1
}

var request = meeting.RequestForm{Title: "Trasigt räcke", Problem: "Räcket är löst.", Wanted: "Laga räcket.", Kind: meeting.RequestMeasure, Committee: true}

func (f fixture) request(t *testing.T) int64 {
	t.Helper()
	form := request
	form.UnitID = f.s.ID("units", "Hemtjänst Väst")
	id, err := f.s.Meeting.RequestSafety(context.Background(), f.s.As("Jonas Berg", access.SafetyRep), form)
	ok(t, err)
	return id
}

type fixture struct{ s *scene.Scene }

// A request under AML 6:6a comes on the next agenda, moves on when that meeting is moved or called off, and stays until the
// committee has treated it. The database itself refuses to take it away.
func TestARequestIsPlacedAndStays(t *testing.T) {
	t.Parallel()
	s, first := hall(t)
	ctx, chair := context.Background(), s.Chef("Birgitta Ek")
	fixture{s}.request(t)
	it, _ := find(agenda(t, s, first), "Trasigt räcke")
	if it.RequestID == 0 || it.LateAt != nil || it.Class != matter.EarlyDialogue || it.About != "Räcket är löst." {
		t.Fatalf("got %+v, want the request in time, with its text", it)
	}
	refused(t, s.Meeting.RemoveItem(ctx, chair, it.ID), "agenda.error.request_stays")
	if err := s.DB.InOrg(ctx, s.Org, func(tx *db.OrgTx) error {
		_, err := tx.Exec(ctx, `DELETE FROM agenda_items WHERE id = $1`, it.ID)
		return err
	}); err == nil {
		t.Error("the database lets it be deleted")
	}
	second, err := s.Meeting.Move(ctx, chair, first, meeting.PlanForm{StartsAt: clock.NewDate(2027, 4, 7).At(13, 0), Reason: scene.Why})
	ok(t, err)
	if it, _ = find(agenda(t, s, second), "Trasigt räcke"); it.RequestID == 0 {
		t.Error("it did not follow the moved meeting")
	}
	ok(t, s.Meeting.Cancel(ctx, chair, second, scene.Why))
	third := plan(t, s, clock.NewDate(2027, 4, 28))
	if it, _ = find(agenda(t, s, third), "Trasigt räcke"); it.RequestID == 0 {
		t.Fatal("it did not come on the meeting that was planned next")
	}
	fourth := plan(t, s, clock.NewDate(2027, 5, 26))
	s.At(2027, 4, 28, 13, 0)
	ok(t, s.Meeting.Open(ctx, chair, third))
	ok(t, s.Meeting.TableItem(ctx, chair, it.ID, clock.NewDate(2027, 5, 1), scene.Why))
	if again, _ := find(agenda(t, s, fourth), "Trasigt räcke"); again.FromMeetingID != third {
		t.Errorf("tabled, it comes from meeting %d, want %d", again.FromMeetingID, third)
	}
	ok(t, s.Meeting.Close(ctx, chair, third))
	s.At(2027, 5, 26, 13, 0)
	again, _ := find(agenda(t, s, fourth), "Trasigt räcke")
	ok(t, s.Meeting.Open(ctx, chair, fourth))
	ok(t, s.Meeting.Handle(ctx, chair, again.ID))
	ok(t, s.Meeting.Close(ctx, chair, fourth))
	fifth := plan(t, s, clock.NewDate(2027, 6, 23))
	if it, _ := find(agenda(t, s, fifth), "Trasigt räcke"); it.ID != 0 {
		t.Error("treated, it came back")
	}
}

func TestARequestIsForOnesOwnArea(t *testing.T) {
	t.Parallel()
	s, _ := hall(t)
	s.In(func(ctx context.Context, tx *db.OrgTx) error {
		ok(t, s.Setup.Units(ctx, tx, []organisation.UnitRow{{Name: "Skolan", Manager: "Stig Hed"}}))
		return s.Setup.Mandates(ctx, tx, []organisation.MandateRow{{Person: "Sune Ek", Role: "safety_rep", Unit: "Skolan"}})
	})
	ctx := context.Background()
	form := request
	form.UnitID = s.ID("units", "Hemtjänst Väst")
	sune := s.As("Sune Ek", access.SafetyRep)
	if _, err := s.Meeting.RequestSafety(ctx, sune, form); len(fail.Fields(err)) != 1 || fail.Fields(err)[0].Key != "agenda.error.unit_area" {
		t.Errorf("another's area: got %v", err)
	}
	form.UnitID, form.UnitName = 0, "skolan"
	id, err := s.Meeting.RequestSafety(ctx, sune, form)
	ok(t, err)
	for name, c := range map[string]struct {
		who  access.Actor
		want fail.Kind
	}{
		"who asked": {sune, 0}, "the unit's manager": {s.Chef("Stig Hed"), 0}, "HR": {s.As("Hanna Ros", access.HR), 0},
		"another safety representative": {s.As("Jonas Berg", access.SafetyRep), fail.NotFound},
		"another manager":               {s.Chef("Amina Larsson"), fail.NotFound},
		"a union representative":        {s.Facklig("Maria Sjöberg"), fail.NotFound},
		"an employee":                   {s.As("Tove Lind", access.Employee), fail.Forbidden},
	} {
		if _, err := s.Meeting.Request(ctx, c.who, id); fail.KindOf(err) != c.want && !(err == nil && c.want == 0) {
			t.Errorf("%s: got %v, want kind %d", name, err, c.want)
		}
	}
	refused(t, s.Meeting.AnswerRequest(ctx, s.Chef("Amina Larsson"), id, 1, "done", "Klart"), "error.not_found")
	ok(t, s.Meeting.AnswerRequest(ctx, s.Chef("Stig Hed"), id, 1, "done", "Klart"))
	refused(t, s.Meeting.AnswerRequest(ctx, s.Chef("Stig Hed"), id, 1, "not", "Nej"), "error.conflict")
}

// Standing items come from the group's template; a saved one changes meetings planned from then on, and two who save at once
// do not overwrite each other.
func TestTemplate(t *testing.T) {
	t.Parallel()
	s, first := hall(t)
	ctx, chair, group := context.Background(), s.Chef("Birgitta Ek"), s.ID("groups", "FSG VO")
	for _, topic := range meeting.SafetyTopics {
		if it, _ := find(agenda(t, s, first), topic); it.ID == 0 {
			t.Errorf("%q is not on the safety committee's agenda (AML 6:9)", topic)
		}
	}
	p, err := s.Meeting.Template(ctx, chair, group)
	ok(t, err)
	changed := slices.Insert(slices.Clone(p.Items), 1, meeting.TemplateItem{Class: matter.Standing, Title: "Läget i bemanningen", Minutes: 10, Presenter: "employer"})
	ok(t, s.Meeting.SaveTemplate(ctx, chair, group, p.Version, changed))
	refused(t, s.Meeting.SaveTemplate(ctx, chair, group, p.Version, p.Items), "error.conflict")
	refused(t, s.Meeting.SaveTemplate(ctx, s.Chef("Amina Larsson"), group, 1, p.Items), "error.not_found")
	second := plan(t, s, clock.NewDate(2027, 4, 28))
	it, place := find(agenda(t, s, second), "Läget i bemanningen")
	if place != 2 || it.PresenterRole != "employer" || it.MinutesPlanned != 10 {
		t.Errorf("got %+v at place %d, want it second, by the employer", it, place)
	}
	if it, _ := find(agenda(t, s, first), "Läget i bemanningen"); it.ID != 0 {
		t.Error("a meeting that was planned before has changed")
	}
}

// What a meeting left is offered once, to the first one that takes it; what was tabled, from its day on.
func TestWhatIsLeftIsOffered(t *testing.T) {
	t.Parallel()
	s, first := hall(t)
	ctx, chair := context.Background(), s.Chef("Birgitta Ek")
	april, may := plan(t, s, clock.NewDate(2027, 4, 14)), plan(t, s, clock.NewDate(2027, 5, 12))
	for _, title := range []string{"Nycklar", "Bilar"} {
		ok(t, s.Meeting.AddItem(ctx, chair, first, meeting.AddForm{Title: title, Class: matter.Information, Minutes: 10}))
	}
	id := s.Start("Amina Larsson", "Nytt schema", "Hemtjänst Väst", clock.NewDate(2027, 6, 30), "FSG VO")
	ok(t, s.Meeting.SetUp(ctx, chair, first, meeting.SetUpForm{MatterID: id, Class: matter.EarlyDialogue}))
	s.At(2027, 3, 31, 13, 0)
	ok(t, s.Meeting.Open(ctx, chair, first))
	cars, _ := find(agenda(t, s, first), "Bilar")
	ok(t, s.Meeting.TableItem(ctx, chair, cars.ID, clock.NewDate(2027, 5, 1), scene.Why))
	ok(t, s.Meeting.Close(ctx, chair, first))
	offers := func(id int64) (titles []string) {
		for _, d := range agenda(t, s, id).Deferred {
			titles = append(titles, d.Title)
		}
		return titles
	}
	if diff := cmp.Diff([]string{"Nytt schema", "Nycklar"}, offers(april)); diff != "" {
		t.Errorf("in April (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"Nytt schema", "Nycklar", "Bilar"}, offers(may)); diff != "" {
		t.Errorf("in May (-want +got):\n%s", diff)
	}
	ok(t, s.Meeting.CarryOver(ctx, chair, april, 0, scene.Why))
	if diff := cmp.Diff([]string{"Bilar"}, offers(may)); diff != "" {
		t.Errorf("in May, after April took the rest (-want +got):\n%s", diff)
	}
	if it, _ := find(agenda(t, s, april), "Nytt schema"); it.MatterID != id || it.FromMeetingID != first {
		t.Errorf("got %+v, want the matter, from the first meeting", it)
	}
	refused(t, s.Meeting.CarryOver(ctx, chair, april, cars.ID, scene.Why), "error.not_found")
	ok(t, s.Meeting.Cancel(ctx, chair, april, scene.Why))
	if got := offers(may); len(got) != 3 {
		t.Errorf("after April was called off, May is offered %v, want all three", got)
	}
}

// A presenter sees the item and nothing else of the meeting, in no operation.
func TestAPresenterSeesTheItemAlone(t *testing.T) {
	t.Parallel()
	s, id := hall(t)
	ctx, chair := context.Background(), s.Chef("Birgitta Ek")
	ok(t, s.Meeting.AddItem(ctx, chair, id, meeting.AddForm{Title: "Nytt larm", Class: matter.Information, Minutes: 15, About: "Hur det fungerar"}))
	ok(t, s.Meeting.AddItem(ctx, chair, id, meeting.AddForm{Title: "Budgeten", Class: matter.Information, Minutes: 15}))
	it, _ := find(agenda(t, s, id), "Nytt larm")
	other, _ := find(agenda(t, s, id), "Budgeten")
	tove := s.As("Tove Lind", access.Employee)
	if _, err := s.Meeting.Presentation(ctx, tove, id, it.ID); fail.KindOf(err) != fail.NotFound {
		t.Errorf("before the invitation: %v", err)
	}
	ok(t, s.Meeting.InvitePresenter(ctx, chair, it.ID, "Tove Lind"))
	p, err := s.Meeting.Presentation(ctx, tove, id, it.ID)
	ok(t, err)
	if p.Title != "Nytt larm" || p.About != "Hur det fungerar" || p.Expected().In(clock.Stockholm).Format("15:04") != "13:20" {
		t.Errorf("got %+v, expected %s", p, p.Expected().In(clock.Stockholm).Format("15:04"))
	}
	for what, err := range map[string]error{
		"the meeting":       second(s.Meeting.Get(ctx, tove, id)),
		"its page":          second(s.Meeting.Show(ctx, tove, id)),
		"another item":      second(s.Meeting.Presentation(ctx, tove, id, other.ID)),
		"as another person": second(s.Meeting.Presentation(ctx, s.Facklig("Maria Sjöberg"), id, it.ID)),
	} {
		if fail.KindOf(err) != fail.NotFound {
			t.Errorf("%s: got %v, want NotFound", what, err)
		}
	}
	ok(t, s.Meeting.InvitePresenter(ctx, chair, it.ID, ""))
	if _, err := s.Meeting.Presentation(ctx, tove, id, it.ID); fail.KindOf(err) != fail.NotFound {
		t.Errorf("after it was taken back: %v", err)
	}
	refused(t, s.Meeting.InvitePresenter(ctx, chair, it.ID, "Ingen Alls"), "error.form")
}

func second[T any](_ T, err error) error { return err }

// A presenter whom the register does not know stands by name alone, in the minutes too, and takes an invitation's place.
func TestAPresenterFromOutside(t *testing.T) {
	t.Parallel()
	s, id := hall(t)
	ctx, chair := context.Background(), s.Chef("Birgitta Ek")
	ok(t, s.Meeting.AddItem(ctx, chair, id, meeting.AddForm{Title: "Nytt larm", Class: matter.Information, Minutes: 15}))
	it, _ := find(agenda(t, s, id), "Nytt larm")
	ok(t, s.Meeting.InvitePresenter(ctx, chair, it.ID, "Tove Lind"))
	ok(t, s.Meeting.NamePresenter(ctx, chair, it.ID, "Karin Ek, företagshälsovården"))
	refused(t, s.Meeting.NamePresenter(ctx, chair, it.ID, " "), "error.form")
	if it, _ = find(agenda(t, s, id), "Nytt larm"); it.PresenterName != "Karin Ek, företagshälsovården" || it.PresenterID != 0 {
		t.Errorf("got %q, person %d", it.PresenterName, it.PresenterID)
	}
	if _, err := s.Meeting.Presentation(ctx, s.As("Tove Lind", access.Employee), id, it.ID); fail.KindOf(err) != fail.NotFound {
		t.Errorf("who was invited before: %v, want NotFound", err)
	}
	p, err := s.Meeting.Get(ctx, chair, id)
	ok(t, err)
	for _, x := range p.Content().Paragraph {
		if x.Title == "Nytt larm" && x.Presenter != "Karin Ek, företagshälsovården" {
			t.Errorf("the minutes name %q", x.Presenter)
		}
	}
}

// A representative takes their own request back: it stays readable, nobody owes an answer, and the chair may take it off.
func TestARequestIsTakenBack(t *testing.T) {
	t.Parallel()
	s, id := hall(t)
	ctx, chair, jonas := context.Background(), s.Chef("Birgitta Ek"), s.As("Jonas Berg", access.SafetyRep)
	r := fixture{s}.request(t)
	refused(t, s.Meeting.WithdrawRequest(ctx, chair, r, 1, ""), "error.forbidden")
	if err := s.Meeting.WithdrawRequest(ctx, jonas, r, 7, ""); fail.KindOf(err) != fail.Conflict {
		t.Errorf("another version: %v, want Conflict", err)
	}
	ok(t, s.Meeting.WithdrawRequest(ctx, jonas, r, 1, "Räcket är lagat."))
	ok(t, s.Meeting.WithdrawRequest(ctx, jonas, r, 1, "En gång till."))
	p, err := s.Meeting.Request(ctx, jonas, r)
	ok(t, err)
	if p.WithdrawnAt == nil || p.WithdrawnReason != "Räcket är lagat." || p.Overdue(clock.NewDate(2028, 1, 1)) || p.AnswersFor(chair) {
		t.Errorf("got %+v", p.SafetyRequest)
	}
	it, _ := find(agenda(t, s, id), "Trasigt räcke")
	if !it.RequestWithdrawn {
		t.Error("the agenda does not say so")
	}
	ok(t, s.Meeting.RemoveItem(ctx, chair, it.ID))
	if _, at := find(agenda(t, s, plan(t, s, clock.NewDate(2027, 5, 26))), "Trasigt räcke"); at != 0 {
		t.Error("it came back on the next agenda")
	}
}

// Requests may be grouped with another item, and then follow it; nothing else may.
func TestGrouping(t *testing.T) {
	t.Parallel()
	s, id := hall(t)
	ctx, chair := context.Background(), s.Chef("Birgitta Ek")
	fixture{s}.request(t)
	ok(t, s.Meeting.AddItem(ctx, chair, id, meeting.AddForm{Title: "Lokalerna", Class: matter.Information, Minutes: 15}))
	request, _ := find(agenda(t, s, id), "Trasigt räcke")
	lead, _ := find(agenda(t, s, id), "Lokalerna")
	refused(t, s.Meeting.Group(ctx, chair, lead.ID, request.ID), "agenda.error.group_request")
	refused(t, s.Meeting.Group(ctx, chair, request.ID, request.ID), "agenda.error.group_with")
	ok(t, s.Meeting.Group(ctx, chair, request.ID, lead.ID))
	_, at := find(agenda(t, s, id), "Lokalerna")
	if it, place := find(agenda(t, s, id), "Trasigt räcke"); it.TogetherID != lead.ID || place != at+1 {
		t.Errorf("got it at %d with %d, want at %d with %d", place, it.TogetherID, at+1, lead.ID)
	}
	ok(t, s.Meeting.MoveItem(ctx, chair, lead.ID, meeting.MoveForm{Place: 1}))
	if _, place := find(agenda(t, s, id), "Trasigt räcke"); place != 2 {
		t.Errorf("the request is at %d, want right after the one it is treated with", place)
	}
	ok(t, s.Meeting.Group(ctx, chair, request.ID, 0))
}

// What was suggested is answered once, and waits again when it is taken off the agenda.
func TestSuggestions(t *testing.T) {
	t.Parallel()
	s, id := hall(t)
	ctx, chair, maria := context.Background(), s.Chef("Birgitta Ek"), s.Facklig("Maria Sjöberg")
	form := meeting.SuggestForm{GroupID: s.ID("groups", "FSG VO"), Title: "Parkeringen", Why: "För få platser", Class: matter.EarlyDialogue}
	g, err := s.Meeting.Suggest(ctx, maria, form)
	ok(t, err)
	form.Class = matter.BeforeDecision
	refused(t, second(s.Meeting.Suggest(ctx, maria, form)), "error.form")
	form.Class, form.GroupID = matter.EarlyDialogue, 987654
	refused(t, second(s.Meeting.Suggest(ctx, maria, form)), "error.not_found")
	refused(t, second(s.Meeting.Suggestion(ctx, s.Facklig("Per Holm"), g)), "error.not_found")
	refused(t, s.Meeting.DeclineSuggestion(ctx, s.Chef("Amina Larsson"), g, "Nej"), "error.not_found")
	ok(t, s.Meeting.TakeSuggestion(ctx, chair, g, meeting.TakeForm{MeetingID: id}))
	refused(t, s.Meeting.DeclineSuggestion(ctx, chair, g, "Nej"), "agenda.error.answered")
	it, _ := find(agenda(t, s, id), "Parkeringen")
	if it.SuggestionID != g || it.About != "För få platser" {
		t.Errorf("got %+v", it)
	}
	ok(t, s.Meeting.RemoveItem(ctx, chair, it.ID))
	if got := agenda(t, s, id).Suggestions; len(got) != 1 || got[0].Status != meeting.Waiting {
		t.Errorf("taken off the agenda, it does not wait: %+v", got)
	}
	ok(t, s.Meeting.DeclineSuggestion(ctx, chair, g, "Frågan är löst."))
	p, err := s.Meeting.Suggestion(ctx, maria, g)
	ok(t, err)
	if p.Status != meeting.Declined || p.Answer != "Frågan är löst." || p.Runs {
		t.Errorf("got %+v", p)
	}
	refused(t, s.Meeting.WithdrawSuggestion(ctx, maria, g), "agenda.error.answered")
}

// Whoever saw another order than the one that stands moves nothing.
func TestOrderingHeedsTheVersion(t *testing.T) {
	t.Parallel()
	s, id := hall(t)
	ctx, chair := context.Background(), s.Chef("Birgitta Ek")
	p := agenda(t, s, id)
	ok(t, s.Meeting.MoveItem(ctx, chair, p.Items[3].ID, meeting.MoveForm{Place: 1, Version: p.AgendaVersion}))
	refused(t, s.Meeting.MoveItem(ctx, chair, p.Items[2].ID, meeting.MoveForm{Place: 1, Version: p.AgendaVersion}), "agenda.error.order_changed")
	if got := agenda(t, s, id).Items[0].ID; got != p.Items[3].ID {
		t.Errorf("first is %d, want %d", got, p.Items[3].ID)
	}
	refused(t, s.Meeting.MoveItem(ctx, chair, p.Items[2].ID, meeting.MoveForm{Place: 99}), "error.form")
	ok(t, s.Meeting.MoveItem(ctx, chair, p.Items[2].ID, meeting.MoveForm{Steps: -1})) // without a version: from where it stands
	if err := s.Meeting.ShapeItem(ctx, chair, p.Items[2].ID, 25, "union"); err != nil {
		t.Fatal(err)
	}
}
