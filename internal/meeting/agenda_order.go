package meeting

import (
	"context"
	"fmt"
	"slices"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// MoveForm says where an item goes: some steps down (negative: up), or to a place, counted from 1.
type MoveForm struct {
	Steps   int
	Place   int // 0: Steps counts
	Version int // the agenda's version as the reader saw it; 0: whatever stands now
}

// MoveItem moves the item on the agenda; what is treated together with it follows. Conflict when somebody else has changed
// the agenda since the reader saw it: the page then shows how it stands.
func (s *Service) MoveItem(ctx context.Context, who access.Actor, itemID int64, f MoveForm) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	return s.changeItem(ctx, who, itemID, func(c *change, it Item) error {
		if err := c.run("planned", "open"); err != nil {
			return err
		}
		if f.Version != 0 && f.Version != c.rec.AgendaVersion {
			return fail.New(fail.Conflict, "agenda.error.order_changed")
		}
		to := f.Place
		if to == 0 {
			to = slices.IndexFunc(c.rec.Items, func(x Item) bool { return x.ID == it.ID }) + 1 + f.Steps
		}
		if to < 1 && f.Place != 0 || to > len(c.rec.Items) && f.Place != 0 {
			var bad fail.Form
			bad.Add("to", "agenda.error.place", "Total", len(c.rec.Items))
			return bad.Err()
		}
		return c.order(ctx, moved(c.rec.Items, it.ID, to))
	})
}

// moved is the agenda with the item at place to, counted from 1, followed by what is treated together with it. A place beyond
// the ends is the end.
func moved(items []Item, id int64, to int) []Item {
	var block, rest []Item
	for _, it := range items {
		switch {
		case it.ID == id:
			block = slices.Insert(block, 0, it)
		case it.TogetherID == id:
			block = append(block, it)
		default:
			rest = append(rest, it)
		}
	}
	return slices.Insert(rest, min(max(to-1, 0), len(rest)), block...)
}

// positions are the numbers that put items in the order given: those that they have between them, in order, none twice. So
// the places between them where each class begins stay where they are.
func positions(items []Item) []int {
	ps := make([]int, len(items))
	for i, it := range items {
		ps[i] = it.Position
	}
	slices.Sort(ps)
	for i := 1; i < len(ps); i++ {
		ps[i] = max(ps[i], ps[i-1]+1)
	}
	return ps
}

// order stores the agenda in the order given.
func (c *change) order(ctx context.Context, items []Item) error {
	ids, ps := make([]int64, len(items)), positions(items)
	for i, it := range items {
		ids[i] = it.ID
	}
	if err := c.exec(ctx, `UPDATE agenda_items ai SET position = x.p FROM unnest($1::bigint[], $2::integer[]) AS x (id, p) WHERE ai.id = x.id AND ai.position <> x.p`,
		ids, ps); err != nil {
		return fmt.Errorf("ordering the agenda: %w", err)
	}
	return c.touchAgenda(ctx)
}

// touchAgenda notes that the agenda has changed, so that whoever saw it before does not order it blindly.
func (c *change) touchAgenda(ctx context.Context) error {
	return c.exec(ctx, `UPDATE meetings SET agenda_version = agenda_version + 1 WHERE id = $1`, c.rec.ID)
}

// placeFor is where a new item of the class comes among items: after the last one of its class, and where there is none,
// where the class begins. push: what stands there has to make room.
func placeFor(items []Item, class string, begins int) (position int, push bool) {
	if class != matter.Standing {
		for i, it := range slices.Backward(items) {
			if it.Class != class {
				continue
			}
			if i+1 == len(items) || items[i+1].Position > it.Position+10 {
				return it.Position + 10, false
			}
			return it.Position + 1, items[i+1].Position <= it.Position+1
		}
	}
	position = begins
	for _, it := range items {
		if it.Position >= position && it.Position < begins+gap/2 {
			position = it.Position + 10
		}
	}
	return position, false
}

// place finds the position for a new item of the class, and makes room there.
func (c *change) place(ctx context.Context, class string) (position int, err error) {
	t, err := templateOf(ctx, c.tx, c.rec.GroupID)
	if err != nil {
		return 0, err
	}
	position, push := placeFor(c.rec.Items, class, starts(t)[class])
	if push {
		err = c.exec(ctx, `UPDATE agenda_items SET position = position + 10 WHERE meeting_id = $1 AND position >= $2`, c.rec.ID, position)
	}
	return position, err
}

// ShapeItem changes how long an item may take and who presents it. The order and the time may change after the notice too.
// minutes 0 leaves the time as it is.
func (s *Service) ShapeItem(ctx context.Context, who access.Actor, itemID int64, minutes int, presenter string) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	var f fail.Form
	if minutes < 0 || minutes > 480 {
		f.Add("minutes", "meeting.error.minutes")
	}
	if presenter != "" && !slices.Contains(Presenters, presenter) {
		f.Add("presenter", "agenda.error.presenter_role")
	}
	if err := f.Err(); err != nil {
		return err
	}
	return s.changeItem(ctx, who, itemID, func(c *change, it Item) error {
		if err := c.run("planned", "open"); err != nil {
			return err
		}
		if minutes == 0 {
			minutes = it.MinutesPlanned
		}
		return c.exec(ctx, `UPDATE agenda_items SET minutes_planned = $1, presenter_role = $2 WHERE id = $3`, minutes, presenter, itemID)
	})
}
