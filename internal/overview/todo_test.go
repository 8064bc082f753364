package overview_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/matter"
	"samverka/internal/overview"
)

func kinds(ts []overview.Task) []string {
	var got []string
	for _, t := range ts {
		got = append(got, t.Kind)
	}
	return got
}

func TestTodoSortsByDay(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	m := s.matter("Nytt schema", clock.NewDate(2027, 4, 30), s.lsg, s.vast)
	for kind, due := range map[string]clock.Date{
		"late":   clock.NewDate(2027, 3, 16),
		"today":  clock.NewDate(2027, 3, 17),
		"sunday": clock.NewDate(2027, 3, 21),
		"monday": clock.NewDate(2027, 3, 22),
	} {
		s.task(task{person: s.amina, role: access.Manager, kind: kind, due: due, matter: m})
	}
	s.task(task{person: s.amina, role: access.SafetyRep, kind: "other role", due: clock.NewDate(2027, 3, 17), matter: m})
	s.task(task{person: s.maria, role: access.UnionRep, kind: "other person", due: clock.NewDate(2027, 3, 17), matter: m})
	s.exec(`UPDATE tasks SET done_at = $1 WHERE id = $2`, now, s.task(task{person: s.amina, role: access.Manager, kind: "done", due: clock.NewDate(2027, 3, 17)}))

	who := s.chef
	who.Roles = []access.Role{access.Manager, access.SafetyRep}
	got, err := s.svc.Todo(t.Context(), who)
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"late"}, {"today", "sunday"}, {"monday"}}
	if diff := cmp.Diff(want, [][]string{kinds(got.Late), kinds(got.Week), kinds(got.Later)}); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]overview.RoleCount{{Role: access.SafetyRep, N: 1}}, got.Other); diff != "" {
		t.Error(diff)
	}
	if got.Late[0].Title != "Nytt schema" || got.Late[0].Number != "SAM 2027/1" || got.Late[0].Link() == "" {
		t.Errorf("got %+v", got.Late[0])
	}
}

func TestTodoForgetsWhatAMandateNoLongerShows(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	m := s.matter("Nytt schema", clock.NewDate(2027, 4, 30), s.lsg, s.vast)
	s.task(task{person: s.maria, role: access.UnionRep, kind: matter.TaskCentralWindow, due: clock.NewDate(2027, 3, 18), matter: m})
	held := s.meeting(s.lsg, now.AddDate(0, 0, -7))
	approve := s.task(task{person: s.maria, role: access.UnionRep, kind: matter.TaskApproveMinutes, due: clock.NewDate(2027, 3, 19), meet: held})
	s.task(task{person: s.maria, role: access.UnionRep, kind: "present", due: clock.NewDate(2027, 3, 20), meet: held})
	if got, err := s.svc.Todo(t.Context(), s.fack); err != nil || len(got.Week) != 3 {
		t.Fatalf("with mandate: %+v, %v; want three tasks", got.Week, err)
	}
	if _, err := s.svc.Task(t.Context(), s.fack, approve); err != nil {
		t.Errorf("with mandate, one task: %v", err)
	}
	s.fack.Mandates = nil
	if got, err := s.svc.Todo(t.Context(), s.fack); err != nil || len(got.Week) != 1 || got.Week[0].Kind != "present" {
		t.Errorf("without mandate: %+v, %v; want what one presents without being a member, alone", got.Week, err)
	}
	if _, err := s.svc.Task(t.Context(), s.fack, approve); fail.KindOf(err) != fail.NotFound {
		t.Errorf("without mandate, one task: got %v, want not found", err)
	}
}

func TestTodoShowsOwnMattersAndWhoIsWaitedFor(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	m := s.matter("Nytt schema", clock.NewDate(2027, 3, 18), s.lsg, s.vast)
	meeting := s.meeting(s.lsg, clock.NewDate(2027, 3, 31).At(13, 0))
	s.item(meeting, m)
	s.task(task{person: s.jonas, role: access.SafetyRep, kind: matter.TaskStateRisk, due: clock.NewDate(2027, 3, 20), matter: m})
	s.task(task{person: s.maria, role: access.UnionRep, kind: matter.TaskApproveMinutes, due: clock.NewDate(2027, 3, 19), meet: meeting})
	s.task(task{person: s.jonas, role: access.SafetyRep, kind: matter.TaskApproveMinutes, due: clock.NewDate(2027, 3, 18), meet: meeting})
	s.task(task{person: s.maria, role: access.UnionRep, kind: matter.TaskReadPapers, due: clock.NewDate(2027, 3, 18), meet: meeting})

	got, err := s.svc.Todo(t.Context(), s.chef)
	if err != nil {
		t.Fatal(err)
	}
	type row struct {
		Kind   string
		People int
		Names  []string
		Due    string
	}
	var rows []row
	for _, w := range got.Waiting {
		rows = append(rows, row{w.Kind, w.People, w.Names, w.DueOn.String()})
	}
	want := []row{{matter.TaskApproveMinutes, 2, []string{"Jonas Berg", "Maria Sjöberg"}, "2027-03-18"}, {matter.TaskStateRisk, 1, []string{"Jonas Berg"}, "2027-03-20"}}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Error(diff)
	}
	if len(got.Matters) != 1 || !got.Matters[0].Early() || got.Matters[0].Earliest != clock.NewDate(2027, 3, 31) || len(got.Matters[0].Missing) != 1 {
		t.Errorf("own matters: %+v", got.Matters)
	}
	if got.Next == nil || got.Next.ID != meeting || got.Next.GroupName != "LSG VO Väst" {
		t.Errorf("next meeting: %+v", got.Next)
	}
}

func TestTodoForStaff(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	next, held := s.meeting(s.lsg, clock.NewDate(2027, 3, 31).At(13, 0)), s.meeting(s.lsg, clock.NewDate(2027, 2, 3).At(13, 0))
	s.exec(`INSERT INTO minutes (meeting_id, status) VALUES ($1, 'approved')`, held)
	got, err := s.svc.Todo(t.Context(), s.staff)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Groups) != 2 {
		t.Fatalf("groups %+v, want LSG VO Väst and, above it, FSG VO", got.Groups)
	}
	if g := got.Groups[0]; g.Name != "LSG VO Väst" || g.NextID != next || g.MinutesID != held || len(g.SafetyMembers) != 1 {
		t.Errorf("got %+v", g)
	}
}

func TestTodoForEveryRole(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	m := s.matter("Nytt schema", clock.NewDate(2027, 4, 30), s.lsg, s.vast)
	for _, role := range access.Roles {
		s.task(task{person: s.amina, role: role, kind: "whatever comes", due: clock.NewDate(2027, 3, 17), matter: m})
		who := access.Actor{OrgID: s.org, PersonID: s.amina, Role: role, Roles: []access.Role{role}}
		if _, err := s.svc.Todo(t.Context(), who); err != nil {
			t.Errorf("%s: %v", role, err)
		}
	}
}

func TestLinks(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		task overview.Task
		want string
	}{
		{overview.Task{Kind: matter.TaskDecide, MatterID: 3}, "/arenden/3/beslut"},
		{overview.Task{Kind: matter.TaskFeedback, ID: 5, MatterID: 3}, "/uppgifter/5"},
		{overview.Task{Kind: matter.TaskApproveMinutes, MeetingID: 4}, "/moten/4/protokoll"},
		{overview.Task{Kind: matter.TaskReadPapers, MeetingID: 4, MatterID: 3}, "/moten/4"},
		{overview.Task{Kind: "unheard of", MatterID: 3}, "/arenden/3"},
		{overview.Task{Kind: "unheard of"}, ""},
	} {
		if got := c.task.Link(); got != c.want {
			t.Errorf("%s: %q, want %q", c.task.Kind, got, c.want)
		}
	}
}
