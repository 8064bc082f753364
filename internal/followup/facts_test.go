package followup_test

import (
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/followup"
	"samverka/internal/scene"
)

// TestFacts counts what one group has done through the real operations, and what lies outside the twelve months.
func TestFacts(t *testing.T) {
	t.Parallel()
	s := scene.Municipality(t, clock.NewDate(2027, time.March, 1).At(9, 0))
	p := &place{Scene: s, svc: &followup.Service{DB: s.DB, Clock: s.Clock}, ctx: context.Background(), top: s.ID("groups", "FSG VO"), group: s.ID("groups", "LSG VO Väst"), hr: s.As("Hanna Ros", access.HR)}
	chair := "Amina Larsson"
	id := s.Start(chair, "Digitala lås", "Hemtjänst Väst", clock.NewDate(2027, 4, 30), "LSG VO Väst")
	s.Risk(chair, id)
	m, item := s.Call(chair, "LSG VO Väst", id, clock.NewDate(2027, 3, 31).At(13, 0))
	s.At(2027, 3, 31, 13, 0)
	s.Treat(chair, m, item, scene.Stand{Person: "Maria Sjöberg", Union: "Kommunal", Stance: "agrees"}, scene.Stand{Person: "Per Holm", Union: "Vision", Stance: "agrees"},
		scene.Stand{Person: "Lina Åkerlund", Union: "Vårdförbundet", Stance: "agrees"})
	s.Conclude(chair, m, item)
	p.in(`DELETE FROM attendances WHERE meeting_id = $1`, m)
	p.in(`INSERT INTO attendances (meeting_id, person_id, presence, replaces_id) SELECT $1, id, CASE name WHEN 'Maria Sjöberg' THEN 'absent' WHEN 'Per Holm' THEN 'absent' ELSE 'remote' END,
		CASE name WHEN 'Rut Alm' THEN (SELECT id FROM people WHERE name = 'Per Holm') END FROM people WHERE name IN ('Amina Larsson', 'Maria Sjöberg', 'Per Holm', 'Rut Alm')`, m)
	p.in(`INSERT INTO minutes (meeting_id, due_on) VALUES ($1, '2027-04-10') ON CONFLICT (org_id, meeting_id) DO UPDATE SET due_on = excluded.due_on`, m)
	late := `INSERT INTO meetings (group_id, starts_at, ends_at, status, created_by, created_at) VALUES ($1, $2::timestamptz, $2::timestamptz + interval '2 hours', 'closed', $3, $2)`
	p.in(late, p.group, clock.NewDate(2027, 5, 5).At(13, 0), p.hr.PersonID)  // nobody was called to it
	p.in(late, p.group, clock.NewDate(2026, 10, 5).At(13, 0), p.hr.PersonID) // before the twelve months
	s.At(2027, time.November, 1, 9, 0)
	var err error
	p.round, err = p.svc.Start(p.ctx, p.hr, 2027, []int64{p.group, p.top})
	p.ok(err)
	want := followup.Facts{GroupID: p.group, Meetings: 2, InTime: 1, Matters: 1, Minutes: 1, Late: 1, Called: 3, Came: 2}
	if got := p.page(p.hr).Facts; !cmp.Equal(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	p.in(`INSERT INTO agenda_items (meeting_id, position, title, class, matter_id) SELECT id, 1, 'Tidigt', 'early_dialogue', $2 FROM meetings WHERE group_id = $1 AND starts_at < '2027-01-01'`, p.group, id)
	r, err := p.svc.Get(p.ctx, p.hr, p.round)
	p.ok(err)
	if r.Sum.Early != 1 || r.Sum.Meetings != 2 || len(r.Facts) != 2 {
		t.Errorf("all groups: %+v", r.Sum)
	}
	p.in(`DELETE FROM agenda_items WHERE title = 'Tidigt'`)
	p.in(`INSERT INTO apt_dialogues (matter_id, unit_id, held_at, person_id) VALUES ($1, $2, $3, $4)`, id, s.ID("units", "Hemtjänst Väst"), clock.NewDate(2027, 4, 1).At(9, 0), p.hr.PersonID)
	if after := p.page(p.hr).Facts; after.Early != 0 {
		t.Errorf("an APT after the treatment counts as early dialogue: %+v", after)
	}
	p.in(`UPDATE apt_dialogues SET held_at = $1`, clock.NewDate(2027, 3, 20).At(9, 0))
	if before := p.page(p.hr).Facts; before.Early != 1 {
		t.Errorf("an APT before the treatment does not count as early dialogue: %+v", before)
	}
	if g, err := p.svc.Get(p.ctx, p.As("Tove Lind", access.Employee), p.round); err != nil || len(g.Own) != 0 || g.Central {
		t.Errorf("an employee sees %d groups (%v)", len(g.Own), err)
	}
}
