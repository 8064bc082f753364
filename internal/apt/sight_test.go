package apt_test

import (
	"sync"
	"testing"

	"samverka/internal/access"
	"samverka/internal/apt"
	"samverka/internal/fail"
)

func TestWhoKnowsOfAnAPT(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	for _, c := range []struct {
		name string
		role access.Role
		want fail.Kind // Internal: it shows
	}{
		{"Amina Larsson", access.Manager, fail.Internal},
		{"Birgitta Ek", access.Manager, fail.Internal},
		{"Tove Lind", access.Employee, fail.Internal},
		{"Jonas Berg", access.SafetyRep, fail.Internal},
		{"Hanna Ros", access.HR, fail.Internal},
		{"Maria Sjöberg", access.UnionRep, fail.NotFound},
		{"Nils Öberg", access.Negotiator, fail.NotFound},
		{"Rut Alm", access.Registrar, fail.NotFound},
	} {
		_, err := s.APT.Show(s.ctx, s.As(c.name, c.role), s.id)
		if got := fail.KindOf(err); err == nil && c.want != fail.Internal || err != nil && got != c.want {
			t.Errorf("%s as %s: %v, want kind %d", c.name, c.role, err, c.want)
		}
		rows, _, err := s.APT.List(s.ctx, s.As(c.name, c.role), apt.Filter{})
		s.must(err)
		if got, want := len(rows) == 1, c.want == fail.Internal; got != want {
			t.Errorf("%s as %s finds %d APT in the list, want it there: %v", c.name, c.role, len(rows), want)
		}
	}
}

// Two who write the same note at once: one is saved, the other is told, and two sittings never meet.
func TestTwoWriters(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.must(s.APT.LetWrite(s.ctx, s.amina, s.id, s.tove.PersonID))
	first := s.open()
	it := s.item("Ekonomi")
	texts := []string{"Vi ligger nära budget.", "Vikarierna kostar mer än planerat."}
	errs := make([]error, 2)
	var wg sync.WaitGroup
	for i, who := range []access.Actor{s.amina, s.tove} {
		wg.Go(func() {
			errs[i] = s.APT.WriteNote(s.ctx, who, it.ID, apt.NoteForm{SittingID: first.ID, Text: texts[i]})
		})
	}
	wg.Wait()
	won := 0
	if errs[0] != nil {
		won = 1
	}
	if errs[won] != nil || fail.KindOf(errs[1-won]) != fail.Conflict {
		t.Fatalf("writing at once = %v and %v, want one saved and one conflict", errs[0], errs[1])
	}
	n := s.show(s.tove).Note(it.ID, first.ID)
	if n.Text != texts[won] || n.Version != 1 {
		t.Errorf("the note is %q in version %d, want %q in 1", n.Text, n.Version, texts[won])
	}
	s.must(s.APT.WriteNote(s.ctx, s.tove, it.ID, apt.NoteForm{SittingID: first.ID, Text: texts[0] + " " + texts[1], Version: n.Version, Over: true}))
	second := s.show(s.amina).Sittings[1]
	if err := s.APT.WriteNote(s.ctx, s.amina, it.ID, apt.NoteForm{SittingID: second.ID, Text: "x"}); fail.KindOf(err) != fail.Invalid {
		t.Errorf("writing at a sitting that has not begun = %v, want it refused", err)
	}
	s.must(s.APT.StopWriting(s.ctx, s.amina, s.id, s.tove.PersonID))
	if err := s.APT.WriteNote(s.ctx, s.tove, it.ID, apt.NoteForm{SittingID: first.ID, Text: "x", Version: 2}); fail.KindOf(err) != fail.Forbidden {
		t.Errorf("writing without the manager's leave = %v, want it forbidden", err)
	}
}

// What employees ask, propose and tick leaves no trace of who in the event log.
func TestTheLogDoesNotHoldWhoAsked(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.must(s.APT.Propose(s.ctx, s.tove, s.id, apt.ProposalForm{Title: "Buller"}))
	s.must(s.APT.Cancel(s.ctx, s.amina, s.id, "Sjukdom"))
	var n int
	s.must(s.Test.Super.QueryRow(s.ctx, `SELECT count(*) FROM events WHERE person_id = $1`, s.tove.PersonID).Scan(&n))
	if n != 0 {
		t.Errorf("the log holds %d events by the employee, want none", n)
	}
}
