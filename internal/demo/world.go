package demo

import (
	"context"
	"fmt"
	"slices"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/organisation"
)

// world is a stored organisation with its rows' ids, and who may act for whom in it.
type world struct {
	*sketch
	db    *db.DB
	org   int64
	ids   map[string]map[string]int64 // people, units, unions, groups: by name
	group map[string]*group
	under map[string][]string // the units below each unit, itself included
	boss  map[string]string   // units' managers
}

// group is a samverkansgrupp with its seats.
type group struct {
	sketchGroup
	id     int64
	seats  []seat // union representatives, first the ordinary ones
	safety []string
}

type seat struct {
	person, union string
	substitute    bool
	until         clock.Date
}

func (w *world) person(name string) int64 { return w.id("people", name) }
func (w *world) unit(name string) int64   { return w.id("units", name) }
func (w *world) union(name string) int64  { return w.id("unions", name) }

func (w *world) id(table, name string) int64 {
	id, ok := w.ids[table][name]
	if !ok {
		panic(fmt.Sprintf("demo: %s has no %q", table, name)) // the script is the same every time: a test would have seen it
	}
	return id
}

// readWorld reads the ids of what the sketch has become.
func readWorld(ctx context.Context, d *db.DB, org int64, s *sketch) (*world, error) {
	w := &world{sketch: s, db: d, org: org, ids: map[string]map[string]int64{}, group: map[string]*group{}, under: map[string][]string{}, boss: map[string]string{}}
	type row struct {
		Name string
		ID   int64
	}
	tables := []string{"people", "units", "unions", "groups"}
	rows := make([][]row, len(tables))
	var b db.Batch
	for i, t := range tables {
		db.Many(&b, &rows[i], `SELECT name, id FROM `+t)
	}
	if err := d.ReadOrg(ctx, org, &b); err != nil {
		return nil, fmt.Errorf("reading %s: %w", s.name, err)
	}
	for i, t := range tables {
		w.ids[t] = map[string]int64{}
		for _, r := range rows[i] {
			w.ids[t][r.Name] = r.ID
		}
	}
	w.arrange()
	return w, nil
}

func (w *world) arrange() {
	parent := map[string]string{}
	for _, u := range w.units {
		parent[u.Name], w.boss[u.Name] = u.Parent, u.Manager
		for at := u.Name; at != ""; at = parent[at] {
			w.under[at] = append(w.under[at], u.Name)
		}
	}
	for _, g := range w.groups {
		w.group[g.Name] = &group{sketchGroup: g, id: w.id("groups", g.Name)}
	}
	for _, m := range w.mandates {
		g := w.group[m.Group]
		switch {
		case g == nil:
		case organisation.OfUnion(m.Role):
			g.seats = append(g.seats, seat{m.Person, m.Union, m.Role == organisation.UnionSubstitute, m.Until})
		case organisation.OfSafety(m.Role):
			g.safety = append(g.safety, m.Person)
		}
	}
	for _, g := range w.group {
		slices.SortStableFunc(g.seats, func(a, b seat) int {
			switch {
			case a.substitute == b.substitute:
				return 0
			case a.substitute:
				return 1
			}
			return -1
		})
	}
}

// actor is the person in the role, with all that they are notified and appointed for there.
func (w *world) actor(name string, role access.Role) access.Actor {
	a := access.Actor{OrgID: w.org, PersonID: w.person(name), Name: name, Role: role, Roles: []access.Role{role}}
	for _, m := range w.mandates {
		if m.Person != name || roleOf(m.Role) != role {
			continue
		}
		x := access.Mandate{Role: m.Role, UnionName: m.Union, GroupName: m.Group, UnitName: m.Unit}
		if m.Union != "" {
			x.UnionID = w.union(m.Union)
		}
		if m.Group != "" {
			x.GroupID = w.id("groups", m.Group)
		}
		if m.Unit != "" {
			x.UnitID = w.unit(m.Unit)
		}
		a.Mandates = append(a.Mandates, x)
	}
	if role == access.Manager {
		for _, u := range w.units {
			if u.Manager == name {
				a.Units = append(a.Units, w.unit(u.Name))
			}
		}
		for _, g := range w.groups {
			if g.Chair == name {
				a.Chairs = append(a.Chairs, w.id("groups", g.Name))
			}
		}
	}
	return a
}

func roleOf(mandate string) access.Role {
	switch {
	case organisation.OfUnion(mandate):
		return access.UnionRep
	case organisation.OfSafety(mandate):
		return access.SafetyRep
	case mandate == organisation.Secretary || mandate == organisation.EmployerRep:
		return access.Manager
	}
	return access.Role(mandate)
}

// holder is the first person with the mandate.
func (w *world) holder(role string) string {
	for _, m := range w.mandates {
		if m.Role == role {
			return m.Person
		}
	}
	panic("demo: nobody is " + role)
}

// safetyOf is a safety representative of the unit, "" when there is a vacancy.
func (w *world) safetyOf(unit string) string {
	for _, m := range w.mandates {
		if organisation.OfSafety(m.Role) && m.Unit == unit {
			return m.Person
		}
	}
	return ""
}
