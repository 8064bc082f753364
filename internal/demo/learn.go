package demo

import (
	"context"
	"slices"
	"strings"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/learning"
	"samverka/internal/organisation"
)

// newUnit has got a new manager lately; newArea has a new substitute in its group.
const (
	newUnit = "Förskolan Draken"
	newArea = "Hemtjänst Björkliden"
)

// apart deals out the units that get their manager a little later than the organisation begins here: that manager's
// introduction is part of the story.
func (s *sketch) apart() (all, later []organisation.UnitRow) {
	manager := s.personas[Code(access.Manager)]
	for _, u := range s.units {
		if u.Manager == manager && s.name == kommunName {
			later = append(later, u)
			u.Manager = ""
		}
		all = append(all, u)
	}
	return all, later
}

// settled is the first day on which all mandates of the sketch hold.
func (s *sketch) settled() clock.Date {
	day := s.agreement.ValidFrom
	for _, m := range s.mandates {
		if m.From.After(day) {
			day = m.From
		}
	}
	return day
}

// idle is the first of the unit's staff who has no role.
func (w *world) idle(unit string) string {
	for _, p := range w.people {
		if p.unit == unit && w.boss[unit] != p.name && !slices.ContainsFunc(w.mandates, func(m organisation.MandateRow) bool { return m.Person == p.name }) {
			return p.name
		}
	}
	panic("demo: everybody has a role in " + unit) // the sketch is the same every time: a test would have seen it
}

// learns is the story of three who are new in their roles (one has finished, one is half-way, one is late) and of two courses.
func (w *script) learns(hr, manager, rep string) {
	w.introduced(manager, hr, rep, 200, []learning.Point{learning.Read, learning.Observe, learning.Handover}, true)
	boss, substitute := w.idle(newUnit), w.idle(newArea)
	w.begins(26, "new manager", func(ctx context.Context, o *organisation.Service) error {
		who := w.actor(hr, access.HR)
		p, err := o.Unit(ctx, who, w.unit(newUnit))
		if err != nil {
			return err
		}
		u := p.Unit
		_, err = o.SaveUnit(ctx, who, organisation.UnitForm{ID: u.ID, Version: u.Version, Name: u.Name, Code: u.Code, Parent: u.ParentName, Manager: boss, Headcount: u.Headcount})
		return err
	})
	w.introduced(boss, hr, rep, 24, []learning.Point{learning.Read, learning.Handover}, false)
	w.begins(80, "new substitute", func(ctx context.Context, o *organisation.Service) error {
		_, err := o.SaveMandate(ctx, w.actor(hr, access.HR), organisation.MandateForm{Person: substitute, Role: organisation.UnionSubstitute, Union: kommunal,
			Group: homeCareGroup, From: before(clock.DateOf(w.end), 80)})
		return err
	})
	w.begins(79, "introductions", func(context.Context, *organisation.Service) error { return nil })
	w.joint(hr, manager, rep)
	w.own(rep)
}

// begins lets HR change the register some days ago, and the clockwork see it.
func (w *script) begins(daysAgo int, what string, do func(context.Context, *organisation.Service) error) {
	w.then(at(before(clock.DateOf(w.end), daysAgo), 9, daysAgo), "", what, func(ctx context.Context, h *hand) error {
		if err := do(ctx, &organisation.Service{DB: w.db, Clock: h.clock}); err != nil {
			return err
		}
		return w.db.InOrg(ctx, w.org, func(tx *db.OrgTx) error { return learning.Run(ctx, tx, h.clock.Now()) })
	})
}

// introduced lets somebody tick points of their introduction, a few days apart, and confirm it when whole.
func (w *script) introduced(person, hr, rep string, daysAgo int, points []learning.Point, whole bool) {
	who := func() access.Actor { return w.actor(person, access.Manager) }
	step := func(days int, do func(context.Context, *learning.Service, learning.Introduction, *hand) error) {
		w.then(at(before(clock.DateOf(w.end), days), 14, days), "", "introduction of "+person, func(ctx context.Context, h *hand) error {
			s := &learning.Service{DB: w.db, Clock: h.clock}
			m, err := s.Mine(ctx, who())
			if err != nil || len(m.Introductions) == 0 {
				return err
			}
			return do(ctx, s, m.Introductions[0], h)
		})
	}
	if whole {
		w.begins(daysAgo+1, "introductions", func(context.Context, *organisation.Service) error { return nil })
	}
	for n, p := range points {
		step(daysAgo-5*n, func(ctx context.Context, s *learning.Service, i learning.Introduction, _ *hand) error {
			return s.Tick(ctx, who(), i.ID, p, true, i.Version)
		})
	}
	if !whole {
		return
	}
	step(daysAgo-25, func(ctx context.Context, s *learning.Service, i learning.Introduction, h *hand) error {
		return s.WalkThrough(ctx, who(), i.ID, learning.Walked{On: clock.Today(h.clock), HRID: w.person(hr), RepID: w.person(rep)}, i.Version)
	})
	step(daysAgo-26, func(ctx context.Context, s *learning.Service, i learning.Introduction, _ *hand) error {
		return s.Confirm(ctx, who(), i.ID, i.Version)
	})
}

// joint is the parties' course: once three years ago, so that it runs out, once this autumn, and once soon.
func (w *script) joint(hr, manager, rep string) {
	today := clock.DateOf(w.end)
	g := w.group[homeCareGroup]
	old, lately := []string{rep}, []string{manager, w.boss["Hemtjänst Sjöängen"], w.boss["Hemtjänst Kvarnby"], w.personas[Code(access.SafetyRep)]}
	for _, s := range g.seats {
		if s.person != rep && !slices.Contains(lately, s.person) {
			lately = append(lately, s.person)
		}
	}
	w.then(at(before(today, 12), 13, 12), "", "joint course", func(ctx context.Context, h *hand) error {
		c := trainer{&learning.Service{DB: w.db, Clock: h.clock}, w.world, w.actor(hr, access.HR)}
		id, err := c.s.SaveCourse(ctx, c.who, learning.Course{Name: "Samverkan från grunden", Arranger: learning.ByBoth,
			About: "En dag för chefer och företrädare tillsammans: avtalet, ärendets väg, dialogen på mötet och vad som händer när vi inte är eniga."})
		if err != nil {
			return err
		}
		if err := c.gives(ctx, h, id, workday(today.AddMonths(-36).Add(52), 0), "Folkets hus", old, true); err != nil {
			return err
		}
		if err := c.gives(ctx, h, id, before(today, 40), "Stadshuset, sal Älven", lately, true); err != nil {
			return err
		}
		return c.gives(ctx, h, id, after(today, 30), "Stadshuset, sal Älven", []string{rep, w.boss["Förskolan Granen"]}, false)
	})
}

// own is a union's own course.
func (w *script) own(rep string) {
	today := clock.DateOf(w.end)
	w.then(at(before(today, 9), 15, 9), "", "a union's own course", func(ctx context.Context, h *hand) error {
		c := trainer{&learning.Service{DB: w.db, Clock: h.clock}, w.world, w.actor(rep, access.UnionRep)}
		id, err := c.s.SaveCourse(ctx, c.who, learning.Course{Name: "Ny som företrädare", UnionID: w.union(kommunal), About: "Uppdraget, förtroendemannalagen och hur vi förankrar ståndpunkter."})
		if err != nil {
			return err
		}
		return c.gives(ctx, h, id, before(today, 60), "", []string{rep}, true)
	})
}

// trainer keeps a course.
type trainer struct {
	s   *learning.Service
	w   *world
	who access.Actor
}

// gives writes down one time that the course is given, with those who are signed up, and that all of them came.
func (c trainer) gives(ctx context.Context, h *hand, course int64, on clock.Date, place string, people []string, came bool) error {
	h.wait(2)
	if err := c.s.AddOccasion(ctx, c.who, course, on, place); err != nil {
		return err
	}
	g, err := c.s.Course(ctx, c.who, course)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(g.Occasions, func(o learning.Occasion) bool { return o.HeldOn == on })
	o := g.Occasions[i]
	if err := c.s.SignUp(ctx, c.who, course, o.ID, strings.Join(people, "\n")); err != nil || !came {
		return err
	}
	ids := make([]int64, len(people))
	for i, name := range people {
		ids[i] = c.w.person(name)
	}
	return c.s.Attend(ctx, c.who, course, o.ID, ids, o.Version)
}
