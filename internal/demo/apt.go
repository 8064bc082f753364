package demo

import (
	"context"
	"fmt"
	"slices"
	"time"

	"samverka/internal/access"
	"samverka/internal/apt"
	"samverka/internal/clock"
	"samverka/internal/organisation"
)

// gathering is one APT in the making.
type gathering struct {
	unit, manager string
	branch        string
	day           clock.Date
	second        bool // a second sitting the day after, for those who work evenings
	n             int
	id            int64
}

// workplaces let the personas' workplaces have APT of every sort, and the others ordinary ones.
func (s *stage) workplaces() {
	main := map[string]string{kommunName: homeCare, companyName: "Kraftvärmeverket"}[s.name]
	s.full(main)
	for i, u := range s.sketch.units {
		if u.Name != main && u.Manager != "" && i%14 != 5 { // some have not begun
			s.ordinary(u, i)
		}
	}
}

// ordinary lets a unit meet twice lately, and once more in some weeks.
func (s *stage) ordinary(u organisation.UnitRow, i int) {
	today := clock.DateOf(s.end)
	for k, ago := range []int{62, 30} {
		g := &gathering{unit: u.Name, manager: u.Manager, branch: s.branchOf(u.Name), day: workday(today.Add(i%9-ago), 0), n: i + k}
		s.plan14(g)
		s.then(g.day.At(10, 5+i%50), g.branch, "APT of "+g.unit, func(ctx context.Context, h *hand) error { return s.meet(ctx, h, g, nil) })
		s.then(at(workday(g.day, 2), 11, i), g.branch, "notes of "+g.unit, func(ctx context.Context, h *hand) error {
			return h.apts.Publish(ctx, s.actor(g.manager, access.Manager), g.id, holidays)
		})
	}
	next := &gathering{unit: u.Name, manager: u.Manager, branch: s.branchOf(u.Name), day: workday(today.Add(9+i%23), 0), n: i}
	s.plan14(next)
}

// branchOf is the förvaltning that the unit lies in.
func (s *stage) branchOf(unit string) string {
	for _, g := range s.groups {
		if slices.Contains(s.under[g.home], unit) && g.Level == "FSG" {
			return g.branch
		}
	}
	return s.name
}

// plan14 puts the APT in the calendar and invites to it, in time.
func (s *stage) plan14(g *gathering) {
	s.then(at(before(g.day, 24), 9, g.n), g.branch, "plan APT of "+g.unit, func(ctx context.Context, h *hand) error {
		who := s.actor(g.manager, access.Manager)
		f := apt.PlanForm{UnitID: s.unit(g.unit), Reason: busy, Sittings: []apt.SittingForm{{StartsAt: g.day.At(14, 0), EndsAt: g.day.At(15, 30), Place: "Personalrummet"}}}
		if g.second {
			next := workday(g.day, 1)
			f.Sittings = append(f.Sittings, apt.SittingForm{StartsAt: next.At(8, 0), EndsAt: next.At(9, 30), Place: "Personalrummet"})
		}
		var err error
		g.id, err = h.apts.Plan(ctx, who, f)
		return err
	})
	s.then(at(before(g.day, 16), 10, g.n), g.branch, "invite to APT of "+g.unit, func(ctx context.Context, h *hand) error {
		return h.apts.Invite(ctx, s.actor(g.manager, access.Manager), g.id, holidays)
	})
}

// meet holds the next sitting: it is opened, do happens, and it is closed.
func (s *stage) meet(ctx context.Context, h *hand, g *gathering, do func(p apt.Page, si apt.Sitting) error) error {
	who := s.actor(g.manager, access.Manager)
	p, err := h.apts.Show(ctx, who, g.id)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(p.Sittings, func(x apt.Sitting) bool { return x.Status == apt.SittingPlanned })
	if i < 0 {
		return fmt.Errorf("the APT of %s has no sitting left", g.unit)
	}
	si := p.Sittings[i]
	if err := h.apts.OpenSitting(ctx, who, si.ID); err != nil {
		return err
	}
	if do != nil {
		if p, err = h.apts.Show(ctx, who, g.id); err != nil {
			return err
		}
		if err := do(p, si); err != nil {
			return err
		}
	}
	h.wait(70)
	came := 6 + g.n%9
	return h.apts.CloseSitting(ctx, who, si.ID, &came)
}

// colleague is somebody employed in the unit who holds no office; n picks whom.
func (s *stage) colleague(unit string, n int) access.Actor {
	var names []string
	for _, p := range s.people {
		if p.unit == unit && p.name != s.boss[unit] {
			names = append(names, p.name)
		}
	}
	who := s.actor(names[n%len(names)], access.Employee)
	who.Mandates = []access.Mandate{{Role: "employee", UnitID: s.unit(unit), UnitName: unit}}
	return who
}

// later is an act of the APT by its manager.
func (s *stage) later(when time.Time, g *gathering, what string, do func(context.Context, *hand, access.Actor) error) {
	s.then(when, g.branch, what+" of "+g.unit, func(ctx context.Context, h *hand) error { return do(ctx, h, s.actor(g.manager, access.Manager)) })
}
