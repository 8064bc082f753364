package meeting_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/internal/scene"
)

// post is what was announced from a point on: kind and whom, by name.
type post struct{ s *scene.Scene }

func (p post) since(n int) (all []string) {
	for _, a := range p.s.Told.All()[n:] {
		var names []string
		for _, id := range a.To {
			names = append(names, p.name(id))
		}
		slices.Sort(names)
		all = append(all, string(a.Kind)+": "+strings.Join(slices.Compact(names), ", "))
	}
	return all
}

func (p post) name(id int64) (name string) {
	p.s.In(func(ctx context.Context, tx *db.OrgTx) error {
		return tx.QueryRow(ctx, `SELECT name FROM people WHERE id = $1`, id).Scan(&name)
	})
	return name
}

// seat gives a person a mandate in LSG VO Väst from a day on.
func seat(s *scene.Scene, name, union string, from clock.Date) {
	s.In(func(ctx context.Context, tx *db.OrgTx) error {
		_, err := tx.Exec(ctx, `
			WITH p AS (INSERT INTO people (name, sort_name) VALUES ($1, $1) RETURNING id)
			INSERT INTO mandates (person_id, role, union_id, group_id, valid_from) SELECT p.id, 'union_rep', un.id, g.id, $3
			FROM p, unions un, groups g WHERE un.name = $2 AND g.name = 'LSG VO Väst'`, name, union, from)
		return err
	})
}

func do(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// Sent again, papers are only what is new or has changed, to all; and everything to whoever is new.
func TestPapersSentAgainHoldOnlyWhatIsNew(t *testing.T) {
	t.Parallel()
	s := scene.Municipality(t, clock.NewDate(2027, 3, 1).At(9, 0))
	ctx, chair := context.Background(), s.Chef("Amina Larsson")
	day := clock.NewDate(2027, 3, 31)
	first := s.Start("Amina Larsson", "Nytt schema", "Hemtjänst Väst", day, "LSG VO Väst")
	id, item := s.Call("Amina Larsson", "LSG VO Väst", first, day.At(13, 0))
	do(t, s.Meeting.MarkRead(ctx, s.Facklig("Maria Sjöberg"), id))

	n := len(s.Told.All())
	do(t, s.Meeting.SendPapers(ctx, chair, id, scene.Why)) // nothing is new
	if got := (post{s}).since(n); got != nil {
		t.Errorf("sent without news: %v", got)
	}
	second := s.Start("Amina Larsson", "Ny lokal", "Hemtjänst Väst", day, "LSG VO Väst")
	do(t, s.Meeting.SetUp(ctx, chair, id, meeting.SetUpForm{MatterID: second, Class: matter.BeforeDecision, Reason: scene.Why}))
	_, err := s.Matter.Propose(ctx, chair, first, matter.ProposalForm{Body: "Åttaveckorsschema.", Reason: scene.Why})
	do(t, err)
	seat(s, "Nils Ny", "Vision", clock.NewDate(2027, 3, 1))
	do(t, s.Meeting.SendNotice(ctx, chair, id, scene.Why))
	do(t, s.Meeting.SendPapers(ctx, chair, id, scene.Why))
	p, err := s.Meeting.Show(ctx, chair, id)
	do(t, err)
	other := s.Item(id, second)
	held := map[string][]string{}
	for _, d := range p.Dispatches[:len(p.Dispatches)-1] {
		if d.Kind != "papers" {
			continue
		}
		var what []string
		for _, x := range p.Papers {
			if x.DispatchID == d.ID {
				what = append(what, fmt.Sprintf("%d version %d", map[int64]int{item: 1, other: 2}[x.ItemID], x.No))
			}
		}
		for _, x := range p.Deliveries {
			if x.DispatchID == d.ID {
				held[x.Name] = append(held[x.Name], strings.Join(what, ", "))
			}
		}
	}
	both := "1 version 2, 2 version 1"
	if diff := cmp.Diff([]string{both, "1 version 1"}, held["Maria Sjöberg"]); diff != "" {
		t.Errorf("Maria, newest first (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{both}, held["Nils Ny"]); diff != "" {
		t.Errorf("Nils, who is new (-want +got):\n%s", diff)
	}
	news, ok := p.News(s.Facklig("Maria Sjöberg").PersonID)
	var said []string
	for _, x := range news {
		said = append(said, fmt.Sprintf("%d: %d, read %d", map[int64]int{item: 1, other: 2}[x.ItemID], x.No, x.Before))
	}
	if diff := cmp.Diff([]string{"1: 2, read 1", "2: 1, read 0"}, said); diff != "" || !ok {
		t.Errorf("changed since Maria read (-want +got):\n%s", diff)
	}
	if _, ok := p.News(s.Facklig("Nils Ny").PersonID); ok {
		t.Error("Nils, who has read nothing, is told what has changed")
	}

	// A new member when nothing else is new: only that member gets papers, and all of them.
	seat(s, "Stina Sen", "Kommunal", clock.NewDate(2027, 3, 2))
	n = len(s.Told.All())
	do(t, s.Meeting.SendPapers(ctx, chair, id, scene.Why))
	if diff := cmp.Diff([]string{"papers: Stina Sen"}, (post{s}).since(n)); diff != "" {
		t.Errorf("only the new one (-want +got):\n%s", diff)
	}
}

// What is read is what was on the page: papers that came after it stay unread.
func TestReadingMarksWhatWasSeen(t *testing.T) {
	t.Parallel()
	s := scene.Municipality(t, clock.NewDate(2027, 3, 1).At(9, 0))
	ctx, chair, maria := context.Background(), s.Chef("Amina Larsson"), s.Facklig("Maria Sjöberg")
	day := clock.NewDate(2027, 3, 31)
	x := s.Start("Amina Larsson", "Nytt schema", "Hemtjänst Väst", day, "LSG VO Väst")
	id, _ := s.Call("Amina Larsson", "LSG VO Väst", x, day.At(13, 0))
	seen, err := s.Meeting.Show(ctx, maria, id)
	do(t, err)
	_, err = s.Matter.Propose(ctx, chair, x, matter.ProposalForm{Body: "Åttaveckorsschema.", Reason: scene.Why})
	do(t, err)
	do(t, s.Meeting.SendPapers(ctx, chair, id, scene.Why))
	do(t, s.Meeting.MarkReadTo(ctx, maria, id, seen.LastDispatch()))
	now, err := s.Meeting.Show(ctx, maria, id)
	do(t, err)
	if news, ok := now.News(maria.PersonID); !ok || len(news) != 1 || news[0].No != 2 || news[0].Before != 1 {
		t.Errorf("got %v, want version 2 unread after version 1", news)
	}
	if len(seen.Deliveries) != 0 {
		t.Error("a member sees what became of everybody's mail")
	}
	do(t, s.Meeting.MarkRead(ctx, maria, id))
	if now, err = s.Meeting.Show(ctx, maria, id); err != nil || slices.ContainsFunc(now.Unread(0), func(m meeting.Member) bool { return m.PersonID == maria.PersonID }) {
		t.Errorf("Maria still waits for papers (%v)", err)
	}
}

func TestRemindReachesOnlyThoseWhoHaveNotRead(t *testing.T) {
	t.Parallel()
	s := scene.Municipality(t, clock.NewDate(2027, 3, 1).At(9, 0))
	ctx, chair := context.Background(), s.Chef("Amina Larsson")
	day := clock.NewDate(2027, 3, 31)
	id, _ := s.Call("Amina Larsson", "LSG VO Väst", s.Start("Amina Larsson", "Nytt schema", "Hemtjänst Väst", day, "LSG VO Väst"), day.At(13, 0))
	do(t, s.Meeting.MarkRead(ctx, s.Facklig("Maria Sjöberg"), id))
	n := len(s.Told.All())
	do(t, s.Meeting.Remind(ctx, chair, id))
	for _, line := range (post{s}).since(n) {
		if strings.Contains(line, "Maria Sjöberg") || !strings.HasPrefix(line, "reminder: ") || !strings.Contains(line, "Per Holm") {
			t.Errorf("got %q", line)
		}
	}
	if err := s.Meeting.Remind(ctx, chair, id); fail.KindOf(err) != fail.Invalid {
		t.Errorf("a second time the same day: %v, want it refused", err)
	}
	s.At(2027, 3, 2, 9, 0)
	do(t, s.Meeting.Remind(ctx, chair, id))
	for _, name := range []string{"Per Holm", "Lina Åkerlund"} {
		do(t, s.Meeting.MarkRead(ctx, s.Facklig(name), id))
	}
	p, err := s.Meeting.Show(ctx, chair, id)
	do(t, err)
	for _, m := range p.Unread(0) {
		if m.UnionID != 0 {
			t.Errorf("%s has read and still waits", m.Name)
		}
	}
}

// A moved meeting keeps its place in calendars; who was called hears of the move, who is new is called, who has left hears
// that it is off. Moved twice, then called off.
func TestMovingAMeeting(t *testing.T) {
	t.Parallel()
	s := scene.Municipality(t, clock.NewDate(2027, 3, 1).At(9, 0))
	ctx, chair := context.Background(), s.Chef("Amina Larsson")
	day := clock.NewDate(2027, 3, 31)
	id, _ := s.Call("Amina Larsson", "LSG VO Väst", s.Start("Amina Larsson", "Nytt schema", "Hemtjänst Väst", day, "LSG VO Väst"), day.At(13, 0))
	seat(s, "Nils Ny", "Vision", clock.NewDate(2027, 4, 1))
	s.In(func(ctx context.Context, tx *db.OrgTx) error {
		_, err := tx.Exec(ctx, `UPDATE mandates SET valid_until = '2027-03-31' WHERE person_id = (SELECT id FROM people WHERE name = 'Lina Åkerlund')`)
		return err
	})
	before, err := s.Meeting.Show(ctx, chair, id)
	do(t, err)
	n := len(s.Told.All())
	moved, err := s.Meeting.Move(ctx, chair, id, meeting.PlanForm{StartsAt: clock.NewDate(2027, 4, 7).At(9, 0), Place: "Stora salen", Why: "Lokalen är upptagen", Reason: scene.Why})
	do(t, err)
	p, err := s.Meeting.Show(ctx, chair, moved)
	do(t, err)
	if p.CalendarUID != before.CalendarUID || p.CalendarSequence != before.CalendarSequence+1 {
		t.Errorf("got entry %s, %d; want %s, %d", p.CalendarUID, p.CalendarSequence, before.CalendarUID, before.CalendarSequence+1)
	}
	if p.State() != meeting.Called || len(p.MovedFrom) != 1 || !p.MovedFrom[0].Equal(before.StartsAt) || len(p.Uncalled()) != 0 {
		t.Errorf("got %s, moved from %v, %d not called", p.State(), p.MovedFrom, len(p.Uncalled()))
	}
	want := []string{"cancelled: Lina Åkerlund", "moved: Jonas Berg, Maria Sjöberg, Per Holm", "notice: Nils Ny"}
	if diff := cmp.Diff(want, (post{s}).since(n)); diff != "" {
		t.Errorf("told (-want +got):\n%s", diff)
	}
	old, err := s.Meeting.Show(ctx, chair, id)
	do(t, err)
	if old.State() != meeting.Moved || old.StatusReason != "Lokalen är upptagen" || old.CalendarSequence != p.CalendarSequence {
		t.Errorf("the old one: %s, %q, %d", old.State(), old.StatusReason, old.CalendarSequence)
	}
	again, err := s.Meeting.Move(ctx, chair, moved, meeting.PlanForm{StartsAt: clock.NewDate(2027, 10, 28).At(9, 0), Reason: scene.Why})
	do(t, err)
	n = len(s.Told.All())
	do(t, s.Meeting.SetPlace(ctx, chair, again, meeting.PlaceForm{Place: "Lilla salen", Ends: "10:30"}))
	do(t, s.Meeting.SetPlace(ctx, chair, again, meeting.PlaceForm{Place: "Lilla salen", Ends: "10:30"})) // nothing new
	do(t, s.Meeting.Cancel(ctx, chair, again, "Sjukdom"))
	p, err = s.Meeting.Show(ctx, chair, again)
	do(t, err)
	if p.CalendarUID != before.CalendarUID || p.CalendarSequence != before.CalendarSequence+4 || p.Place != "Lilla salen" || p.EndsAt.Sub(p.StartsAt) != 90*time.Minute {
		t.Errorf("got %s, %d, %s, %s", p.CalendarUID, p.CalendarSequence, p.Place, p.EndsAt.Sub(p.StartsAt))
	}
	var kinds []announce.Kind
	for _, a := range s.Told.All()[n:] {
		kinds = append(kinds, a.Kind)
	}
	if diff := cmp.Diff([]announce.Kind{announce.Updated, announce.Cancelled}, kinds); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A move that leaves fewer days than a notice needs, or clashes, asks why.
func TestMovingWarns(t *testing.T) {
	t.Parallel()
	s := scene.Municipality(t, clock.NewDate(2027, 3, 1).At(9, 0))
	ctx, chair := context.Background(), s.Chef("Amina Larsson")
	day := clock.NewDate(2027, 3, 31)
	id, _ := s.Call("Amina Larsson", "LSG VO Väst", s.Start("Amina Larsson", "Nytt schema", "Hemtjänst Väst", day, "LSG VO Väst"), day.At(13, 0))
	s.At(2027, 3, 15, 9, 0)
	_, err := s.Meeting.Move(ctx, chair, id, meeting.PlanForm{StartsAt: clock.NewDate(2027, 3, 22).At(13, 0), Why: "Lokalen är upptagen"})
	if err == nil || !strings.Contains(fmt.Sprintf("%+v", err), "notice_late") {
		t.Errorf("got %v, want the warning of a late notice", err)
	}
	if err := s.Meeting.SetPlace(ctx, chair, id, meeting.PlaceForm{Place: "A", Ends: "12:00"}); fail.KindOf(err) != fail.Invalid {
		t.Errorf("an end before the start: %v", err)
	}
	if err := s.Meeting.SetPlace(ctx, s.Chef("Birgitta Ek"), id, meeting.PlaceForm{Place: "A"}); err == nil {
		t.Error("somebody else changes the place")
	}
}

// A dispatch whose mail did not come through is sent again to one person, as a sending of its own with the same papers.
func TestSendAgain(t *testing.T) {
	t.Parallel()
	s := scene.Municipality(t, clock.NewDate(2027, 3, 1).At(9, 0))
	ctx, chair, maria := context.Background(), s.Chef("Amina Larsson"), s.Facklig("Maria Sjöberg")
	day := clock.NewDate(2027, 3, 31)
	id, _ := s.Call("Amina Larsson", "LSG VO Väst", s.Start("Amina Larsson", "Nytt schema", "Hemtjänst Väst", day, "LSG VO Väst"), day.At(13, 0))
	p, err := s.Meeting.Show(ctx, chair, id)
	do(t, err)
	papers := p.Dispatches[0]
	n := len(s.Told.All())
	do(t, s.Meeting.SendAgain(ctx, chair, id, papers.ID, maria.PersonID))
	if diff := cmp.Diff([]string{"papers: Maria Sjöberg"}, (post{s}).since(n)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	after, err := s.Meeting.Show(ctx, chair, id)
	do(t, err)
	if len(after.Dispatches) != len(p.Dispatches)+1 || len(after.Papers) != len(p.Papers)+1 || after.Dispatches[0].Recipients != 1 {
		t.Errorf("got %d dispatches with %d papers", len(after.Dispatches), len(after.Papers))
	}
	for _, wrong := range []struct{ dispatch, person int64 }{{papers.ID + 1000, maria.PersonID}, {papers.ID, 987654}} {
		if err := s.Meeting.SendAgain(ctx, chair, id, wrong.dispatch, wrong.person); fail.KindOf(err) != fail.NotFound {
			t.Errorf("%v: %v, want it not found", wrong, err)
		}
	}
}
