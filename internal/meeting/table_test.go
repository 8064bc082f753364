package meeting_test

import (
	"context"
	"testing"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/matter"
	"samverka/internal/scene"
)

// TestTableItemRefuses: tabling takes the chair, a reason and a day to come, before the item has ended (handbook T4).
func TestTableItemRefuses(t *testing.T) {
	t.Parallel()
	s := scene.Municipality(t, clock.NewDate(2027, 3, 1).At(9, 0))
	ctx, chair := context.Background(), s.Chef("Amina Larsson")
	id := s.Start("Amina Larsson", "Nytt schema", "Hemtjänst Väst", clock.NewDate(2027, 4, 30), "LSG VO Väst")
	s.Risk("Amina Larsson", id)
	day, later := clock.NewDate(2027, 3, 31), clock.NewDate(2027, 4, 14)
	m, item := s.Call("Amina Larsson", "LSG VO Väst", id, day.At(13, 0))
	s.At(2027, time.March, 31, 13, 0)
	s.Treat("Amina Larsson", m, item, scene.Stand{Person: "Maria Sjöberg", Union: "Kommunal", Stance: matter.Agrees})
	for _, c := range []struct {
		name   string
		who    access.Actor
		to     clock.Date
		reason string
		want   string
	}{
		{"by a union representative", s.Facklig("Maria Sjöberg"), later, "Mer underlag", "error.forbidden"},
		{"by another group's chair", s.Chef("Birgitta Ek"), later, "Mer underlag", "meeting.error.not_runner"},
		{"to no day", chair, clock.Date{}, "Mer underlag", "meeting.error.date_needed"},
		{"without a reason", chair, later, " ", "meeting.error.reason_needed"},
		{"to the meeting's own day", chair, day, "Mer underlag", "meeting.error.table_past"},
	} {
		if got := said(s.Meeting.TableItem(ctx, c.who, item, c.to, c.reason)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if got := s.Track(id, "LSG VO Väst"); got != matter.TrackOngoing {
			t.Errorf("%s: the track is %s", c.name, got)
		}
	}
	if err := s.Meeting.TableItem(ctx, chair, item, later, "Mer underlag"); err != nil {
		t.Fatal(err)
	}
	if got := s.Track(id, "LSG VO Väst"); got != matter.TrackTabled {
		t.Errorf("tabled: the track is %s", got)
	}
	if got := said(s.Meeting.TableItem(ctx, chair, item, later, "En gång till")); got != "meeting.error.item_done" {
		t.Errorf("once more: %q", got)
	}
}
