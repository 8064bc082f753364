package dossier_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/dossier"
	"samverka/internal/fail"
	"samverka/internal/matter"
	"samverka/internal/scene"
)

var ctx = context.Background()

var begins = clock.NewDate(2027, 2, 1)

type stage struct {
	*scene.Scene
	dossiers *dossier.Service
	id       int64
	meeting  int64
}

// treated is a matter that two unions have taken positions on, one of them against, in the LSG alone.
func treated(t *testing.T) *stage {
	t.Helper()
	s := &stage{Scene: scene.Municipality(t, begins.At(8, 0))}
	s.dossiers = &dossier.Service{DB: s.DB, Clock: s.Clock, Matter: s.Matter, Meeting: s.Meeting}
	s.id = s.Start("Amina Larsson", "Nytt schema", "Hemtjänst Väst", begins.Add(60), "LSG VO Väst", "FSG VO")
	s.Risk("Amina Larsson", s.id)
	s.Clock.Set(begins.Add(10).At(9, 0))
	meeting, item := s.Call("Amina Larsson", "LSG VO Väst", s.id, begins.Add(20).At(13, 0))
	s.meeting = meeting
	s.Clock.Set(begins.Add(20).At(13, 0))
	s.Treat("Amina Larsson", meeting, item, scene.Stand{Person: "Maria Sjöberg", Union: "Kommunal", Stance: matter.Agrees},
		scene.Stand{Person: "Per Holm", Union: "Vision", Stance: matter.Disagrees, Reason: "För kort vila."},
		scene.Stand{Person: "Lina Åkerlund", Union: "Vårdförbundet", Stance: matter.NotConcerned})
	s.Clock.Set(begins.Add(20).At(14, 0))
	s.Conclude("Amina Larsson", meeting, item)
	s.Clock.Set(begins.Add(40).At(8, 0))
	return s
}

func (s *stage) story(t *testing.T, name string, role access.Role) dossier.Story {
	t.Helper()
	st, err := s.dossiers.Story(ctx, s.As(name, role), s.id)
	if err != nil {
		t.Fatal(err)
	}
	return st
}

func kinds(st dossier.Story) (all []string) {
	for _, m := range st.Moments() {
		all = append(all, string(m.Stage)+" "+m.Kind)
	}
	return all
}

func TestStoryTellsInOrderAndByStage(t *testing.T) {
	t.Parallel()
	s := treated(t)
	want := []string{"beginning matter.created", "preparation matter.proposed", "preparation matter.planned", "preparation matter.risk_described", "preparation matter.risk_saved", "preparation matter.risk_concluded", "preparation matter.risk_fixed",
		"preparation meeting.set_up", "samverkan meeting.notice_sent", "samverkan meeting.papers_sent", "samverkan meeting.opened", "samverkan meeting.item_opened",
		"samverkan meeting.position", "samverkan meeting.position", "samverkan meeting.position", "samverkan meeting.concluded", "samverkan meeting.closed", "samverkan "}
	if diff := cmp.Diff(want, kinds(s.story(t, "Amina Larsson", access.Manager))); diff != "" {
		t.Errorf("moments (-want +got):\n%s", diff)
	}
}

func TestDaysAreCountedAgainstTheAgreement(t *testing.T) {
	t.Parallel()
	st := treated(t).story(t, "Rut Alm", access.Registrar)
	got := map[string]dossier.Count{}
	for _, m := range st.Moments() {
		if c, ok := st.Count(m); ok {
			got[m.Kind] = c
		}
	}
	want := map[string]dossier.Count{"meeting.notice_sent": {Days: 10, Asked: 14}, "meeting.papers_sent": {Days: 10, Asked: 7}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("counts (-want +got):\n%s", diff)
	}
	if got["meeting.notice_sent"].Kept() || !got["meeting.papers_sent"].Kept() {
		t.Errorf("kept: got %v and %v, want false and true", got["meeting.notice_sent"].Kept(), got["meeting.papers_sent"].Kept())
	}
}

// Who is in another group on the matter sees what the matter's page says of the meeting, and nothing of who was there.
func TestAMeetingThatTheReaderMayNotOpenStaysClosed(t *testing.T) {
	t.Parallel()
	s := treated(t)
	s.In(func(ctx context.Context, tx *db.OrgTx) error {
		_, err := tx.Exec(ctx, `UPDATE mandates SET valid_until = '2027-02-25' WHERE group_id = $1 AND person_id = $2`, s.ID("groups", "LSG VO Väst"), s.ID("people", "Per Holm"))
		return err
	})
	inside, outside := s.story(t, "Maria Sjöberg", access.UnionRep), s.story(t, "Per Holm", access.UnionRep)
	if !inside.MayOpen(s.meeting) || outside.MayOpen(s.meeting) {
		t.Fatalf("may open: got %v inside and %v outside", inside.MayOpen(s.meeting), outside.MayOpen(s.meeting))
	}
	if len(outside.Present) != 0 {
		t.Errorf("got %d people at a meeting that is not the reader's", len(outside.Present))
	}
	for _, e := range outside.Events {
		if e.Kind == "meeting.opened" || e.Kind == "meeting.notice_sent" && e.Detail["Reason"] != "" {
			t.Errorf("%s %v is told to who may not open the meeting", e.Kind, e.Detail)
		}
	}
	if !slices.ContainsFunc(outside.Events, func(e dossier.Event) bool { return e.Detail["Reason"] == "För kort vila." }) {
		t.Error("the position that the matter's page shows is left out")
	}
}

func TestNobodyWithoutTheMatterHearsOfIt(t *testing.T) {
	t.Parallel()
	s := treated(t)
	for name, role := range map[string]access.Role{"Tove Lind": access.Employee, "Nils Öberg": access.Negotiator} {
		if _, err := s.dossiers.Story(ctx, s.As(name, role), s.id); fail.KindOf(err) != fail.NotFound {
			t.Errorf("%s: got %v, want NotFound", name, err)
		}
	}
}

func TestAUnionsOwnNoteIsNowhere(t *testing.T) {
	t.Parallel()
	s := treated(t)
	rep := s.As("Per Holm", access.UnionRep)
	if err := s.Matter.SaveNote(ctx, rep, s.id, s.ID("unions", "Vision"), "Vår smärtgräns är elva timmar.", 0); err != nil {
		t.Fatal(err)
	}
	for name, role := range map[string]access.Role{"Amina Larsson": access.Manager, "Rut Alm": access.Registrar, "Per Holm": access.UnionRep} {
		b, err := s.dossiers.Bundle(ctx, s.As(name, role), s.id, 0)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(fmt.Sprintf("%+v", b), "smärtgräns") {
			t.Errorf("%s: the note is in the bundle", name)
		}
	}
}

// secret marks the matter secret, as the wizard does.
func (s *stage) secret(t *testing.T) {
	t.Helper()
	s.In(func(ctx context.Context, tx *db.OrgTx) error {
		_, err := tx.Exec(ctx, `UPDATE matters SET secrecy = 'OSL 19 kap. 6 §' WHERE id = $1`, s.id)
		return err
	})
}

func TestWhoGivesOutGetsItMaskedUntilTheAssessmentIsNoted(t *testing.T) {
	t.Parallel()
	s := treated(t)
	s.secret(t)
	registrar := s.As("Rut Alm", access.Registrar)
	says := func(id int64) string {
		t.Helper()
		b, err := s.dossiers.Bundle(ctx, registrar, s.id, id)
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprintf("%+v", b)
	}
	secrets := []string{"Nytt schema", "Färre delade turer", "Sexveckorsschema", "För kort vila", "Kortare vila", "Hemtjänst Väst", "disagrees"}
	for _, x := range secrets {
		if strings.Contains(says(0), x) {
			t.Errorf("masked: it says %q", x)
		}
	}
	if _, err := s.dossiers.Disclose(ctx, registrar, s.id, false, " "); fail.KindOf(err) != fail.Invalid {
		t.Errorf("whole without a reason: got %v, want Invalid", err)
	}
	id, err := s.dossiers.Disclose(ctx, registrar, s.id, false, "Förhandlingen är över.")
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range secrets {
		if !strings.Contains(says(id), x) {
			t.Errorf("whole: %q is missing", x)
		}
	}
	if st := s.story(t, "Amina Larsson", access.Manager); st.Events[len(st.Events)-1].Kind != "matter.disclosed" {
		t.Errorf("the log's last event: got %s", st.Events[len(st.Events)-1].Kind)
	}
}

// What has happened since the assessment has not been assessed.
func TestADisclosureHoldsUntilSomethingHappens(t *testing.T) {
	t.Parallel()
	s := treated(t)
	registrar := s.As("Rut Alm", access.Registrar)
	id, err := s.dossiers.Disclose(ctx, registrar, s.id, true, "")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.dossiers.Disclose(ctx, registrar, s.id, true, ""); err != nil {
		t.Fatal(err)
	}
	b, err := s.dossiers.Bundle(ctx, registrar, s.id, id)
	if err != nil {
		t.Fatalf("after another disclosure: %v", err)
	}
	if last := b.Events[len(b.Events)-1].Kind; last != "meeting.closed" {
		t.Errorf("a disclosure's own note is in it: %s", last)
	}
	if _, err := s.Matter.Propose(ctx, s.Chef("Amina Larsson"), s.id, matter.ProposalForm{Body: "Åtta veckor.", Reason: scene.Why}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.dossiers.Bundle(ctx, registrar, s.id, id); fail.KindOf(err) != fail.Conflict {
		t.Errorf("after a new proposal: got %v, want Conflict", err)
	}
}

func TestOnlyTheRegistrarGivesOut(t *testing.T) {
	t.Parallel()
	s := treated(t)
	for name, role := range map[string]access.Role{"Amina Larsson": access.Manager, "Per Holm": access.UnionRep, "Hanna Ros": access.HR} {
		if _, err := s.dossiers.Disclose(ctx, s.As(name, role), s.id, true, ""); fail.KindOf(err) != fail.Forbidden {
			t.Errorf("%s: got %v, want Forbidden", name, err)
		}
	}
}

// What one press of a button led to has one time: a matter begins before it is judged, a decision comes before its deviation,
// and the day that passed comes before both. Else the log's order holds.
func TestTheSameInstantHasAnOrder(t *testing.T) {
	t.Parallel()
	at := clock.NewDate(2027, 3, 3).Start()
	event := func(seq int64, kind string) dossier.Event {
		return dossier.Event{Entry: audit.Entry{Seq: seq, At: at, Kind: kind}}
	}
	st := dossier.Story{Now: at, Events: []dossier.Event{event(1, "matter.triage_corrected"), event(2, "matter.created"), event(3, "matter.deviation"), event(4, "matter.decided"), event(5, "matter.proposed")}}
	st.Items = []matter.Item{{ID: 7}}
	st.Positions = []matter.Position{{ItemID: 7, UnionName: "Vision", Stance: matter.Disagrees, WindowUntil: clock.NewDate(2027, 3, 2)}}
	var got []string
	for _, m := range st.Moments() {
		got = append(got, m.Kind)
	}
	if diff := cmp.Diff([]string{"", "matter.created", "matter.triage_corrected", "matter.decided", "matter.proposed", "matter.deviation"}, got); diff != "" {
		t.Errorf("moments (-want +got):\n%s", diff)
	}
}
