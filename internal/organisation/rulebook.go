package organisation

import (
	"encoding/json"
	"slices"

	"samverka/internal/clock"
	"samverka/internal/db"
)

// Terms are the parameters that a part of the organisation has its own values of, by name, as JSON.
type Terms map[string]json.RawMessage

// Arrangement (egen ordning) is what a unit and those below it, or one group, follow instead of the whole organisation's
// agreement from a day on. Without terms it ends the own arrangement.
type Arrangement struct {
	ID        int64
	UnitID    int64
	GroupID   int64
	ValidFrom clock.Date
	Terms     Terms
}

// Place is where an agreement is asked for: the units that hold it wholly, from the root down, and the group (0: none).
type Place struct {
	Within []int64
	Group  int64
}

// InUnits is the place of what concerns units, given by the ancestors of each: the units that hold them all.
func InUnits(paths ...[]int64) Place {
	if len(paths) == 0 {
		return Place{}
	}
	within := slices.Clone(paths[0])
	return Place{Within: slices.DeleteFunc(within, func(id int64) bool {
		return slices.ContainsFunc(paths[1:], func(p []int64) bool { return !slices.Contains(p, id) })
	})}
}

// Rulebook is all that is agreed, through time and for the parts of the organisation. Rows that have come into force are
// never changed, so a day and a place say what held there and then.
type Rulebook struct {
	Agreements   []Agreement
	Arrangements []Arrangement
	Groups       []GroupPath
	Clauses      []Clause // of the text that holds today, those that are linked to a rule
}

// GroupPath tells which units hold a group wholly, from the root down.
type GroupPath struct {
	ID   int64
	Path []int64
}

// InGroup is the place of the group.
func (b *Rulebook) InGroup(id int64) Place {
	i := slices.IndexFunc(b.Groups, func(g GroupPath) bool { return g.ID == id })
	if i < 0 {
		return Place{Group: id}
	}
	return Place{b.Groups[i].Path, id}
}

// On is the agreement that holds on the day in the place. Before the first agreement's date its parameters hold too: what
// is planned ahead of it is planned by it. Without any it is the handbook's. The SQL function agreement_on says the same.
func (b *Rulebook) On(day clock.Date, at Place) Agreement {
	return b.with(b.base(day), day, at)
}

// Kept is what a matter follows that was first treated on the day, by the agreement with the id (0: the day's).
func (b *Rulebook) Kept(id int64, day clock.Date, at Place) Agreement {
	for _, a := range b.Agreements {
		if a.ID == id && id != 0 {
			return b.with(a, day, at)
		}
	}
	return b.On(day, at)
}

// base is the whole organisation's agreement.
func (b *Rulebook) base(day clock.Date) Agreement {
	a, found := Default(day), false
	for _, x := range b.Agreements {
		switch later := x.ValidFrom.After(day); {
		case !found, a.ValidFrom.After(day) && x.ValidFrom.Before(a.ValidFrom), !later && x.ValidFrom.After(a.ValidFrom):
			a, found = x, true
		}
	}
	return a
}

// with is the agreement with what the places have of their own.
func (b *Rulebook) with(a Agreement, day clock.Date, at Place) Agreement {
	for _, unit := range at.Within {
		a = b.latest(day, unit, 0).Terms.applied(a)
	}
	if at.Group != 0 {
		a = b.latest(day, 0, at.Group).Terms.applied(a)
	}
	return a
}

// latest is the unit's or the group's arrangement that holds on the day.
func (b *Rulebook) latest(day clock.Date, unit, group int64) (best Arrangement) {
	for _, o := range b.Arrangements {
		if o.UnitID == unit && o.GroupID == group && !o.ValidFrom.After(day) && (best.ID == 0 && best.ValidFrom.IsZero() || o.ValidFrom.After(best.ValidFrom)) {
			best = o
		}
	}
	return best
}

// Calling is the agreement that a meeting held on day would be called by, and the last day to do it, seen from today: rules
// that come into force before the kallelse has gone out hold for it. Without a day left it is today's agreement.
func (b *Rulebook) Calling(today, day clock.Date, extra bool, at Place) (a Agreement, last clock.Date) {
	for d := day; !d.Before(today); d = d.Add(-1) {
		if a := b.On(d, at); !d.After(a.NoticeBy(day, extra)) {
			return a, d
		}
	}
	a = b.On(today, at)
	return a, a.NoticeBy(day, extra)
}

// applied is the agreement with the terms in place of its own values.
func (t Terms) applied(a Agreement) Agreement {
	for name, raw := range t {
		if p, ok := ParameterOf(name); ok {
			p.decode(raw, &a)
		}
	}
	return a
}

// decode reads the value that encode wrote; a value of another kind, from another version, is left as it was.
func (p Parameter) decode(raw json.RawMessage, a *Agreement) {
	if list, ok := p.field(a).(*[]string); ok {
		*list = nil // never into the array that another agreement holds
	}
	if err := json.Unmarshal(raw, p.field(a)); err != nil {
		return
	}
}

// QueueRulebook queues all that is agreed, with the places of the groups that the query ids selects.
func QueueRulebook(b *db.Batch, book *Rulebook, today clock.Date, ids string, args ...any) {
	queueClauses(b, &book.Clauses, today)
	db.Many(b, &book.Agreements, `SELECT `+AgreementColumns+` FROM agreements ORDER BY valid_from`)
	db.Many(b, &book.Arrangements, `SELECT id, coalesce(unit_id, 0) AS unit_id, coalesce(group_id, 0) AS group_id, valid_from, terms FROM arrangements ORDER BY valid_from`)
	db.Many(b, &book.Groups, `SELECT g.id, group_path(g.id) AS path FROM (`+ids+`) g (id) WHERE EXISTS (SELECT FROM arrangements)`, args...)
}
