package sweep

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"

	"samverka/internal/browsertest"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/meeting"
	"samverka/internal/scene"
)

// newTable is a meeting with its agenda before the notice goes out.
func newTable(t *testing.T) *room {
	t.Helper()
	r := &room{workplace: newWorkplace(t)}
	id, err := r.Meeting.Plan(context.Background(), r.Chef("Amina Larsson"), meeting.PlanForm{GroupID: r.ID("groups", "LSG VO Väst"),
		StartsAt: clock.NewDate(2027, 4, 28).At(13, 0), Reason: scene.Why})
	if err != nil {
		t.Fatal(err)
	}
	r.meeting, r.path = id, r.url+"/moten/"+itoa(id)
	return r
}

// titles are the agenda's, in order, and the ids beside them.
func (r *room) titles(t *testing.T) (titles []string, ids []int64) {
	t.Helper()
	r.In(func(ctx context.Context, tx *db.OrgTx) error {
		rows, err := tx.Query(ctx, `SELECT id, title FROM agenda_items WHERE meeting_id = $1 ORDER BY position, id`, r.meeting)
		if err != nil {
			return err
		}
		var id int64
		var title string
		_, err = pgx.ForEachRow(rows, []any{&id, &title}, func() error {
			ids, titles = append(ids, id), append(titles, title)
			return nil
		})
		return err
	})
	return titles, ids
}

// An agenda is ordered by dragging, by buttons and by writing a place: by mouse, by keyboard alone, and without JavaScript.
// Afterwards focus is on the row that was moved, and the page says where it stands (WCAG 2.5.7).
func TestAgendaIsOrdered(t *testing.T) {
	t.Parallel()
	r := newTable(t)
	first, ids := r.titles(t)
	row := func(i int) string { return "#punkt-" + itoa(ids[i]) }
	p := r.enter(t, "Amina Larsson", "/dagordning", true, 1280)
	p.Drag(row(0)+" .agenda-no", row(2))
	want := []string{first[1], first[2], first[0]}
	if got, _ := r.titles(t); !slices.Equal(got[:3], want) {
		t.Errorf("dragged: got %v, want %v", got[:3], want)
	}
	if got := p.Focused(); got != row(0)[1:] {
		t.Errorf("focus is on %q, want the moved row", got)
	}
	if got := p.Text("[role=status]"); !strings.Contains(got, first[0]+" flyttad till plats 3 av ") {
		t.Errorf("the page says %q", got)
	}
	p.Shot("agenda-dragged")
	if strings.Contains(p.Text(row(1)+" .agenda-tools"), "Flytta upp") {
		t.Error("the first row can be moved up")
	}

	// By keyboard alone: from the moved row on comes what changes it, and then the button that moves it up.
	p.Press(kb.Tab).Press(kb.Tab).PressOn(kb.Enter)
	want = []string{first[1], first[0], first[2]}
	if got, _ := r.titles(t); !slices.Equal(got[:3], want) {
		t.Errorf("by the keyboard: got %v, want %v", got[:3], want)
	}

	bare := r.again("Amina Larsson", t)
	place := "#item-move-" + itoa(ids[0]) + "-to" // a place inside what is folded opens it
	bare.Open(r.path+"/dagordning"+place).Fill(place, "1").Click(row(0) + " [data-place] button")
	if got, _ := r.titles(t); !cmp.Equal(got, first) {
		t.Errorf("without JavaScript (-want +got):\n%s", cmp.Diff(first, got))
	}
	if got := bare.Text("[role=status]"); !strings.Contains(got, "flyttad till plats 1 av ") {
		t.Errorf("without JavaScript the page says %q", got)
	}
	for _, x := range []interface{ Problems() []string }{p, bare} {
		if got := x.Problems(); len(got) > 0 {
			t.Errorf("the browser complains: %v", got)
		}
	}
}

// again signs somebody in a second time, in a browser without JavaScript.
func (r *room) again(name string, t *testing.T) *browsertest.Page {
	t.Helper()
	p := browsertest.New(t).NoScript()
	return p.Open(r.url+"/logga-in").Fill("[name=email]", address(name)).Fill("[name=password]", passphrase).Submit("[data-form=sign-in]")
}
