package meeting

import (
	"context"
	"fmt"
	"slices"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// SetUpForm puts a matter on the agenda.
type SetUpForm struct {
	MatterID int64
	Class    string
	Minutes  int    // 0: 20
	Reason   string // why although a rule warned
}

// SetUp puts a matter on the meeting's agenda in one class, or changes the class of one that is already there. The
// matter's owner, and the meeting's chair or secretary, may. A class before decision makes the group part of the plan.
func (s *Service) SetUp(ctx context.Context, who access.Actor, id int64, f SetUpForm) error {
	if err := who.Require(access.MeetingSetUp); err != nil {
		return err
	}
	if !slices.Contains(matter.Classes, f.Class) {
		return fail.New(fail.Invalid, "meeting.error.class")
	}
	if f.Minutes <= 0 || f.Minutes > 480 {
		f.Minutes = 20
	}
	return s.change(ctx, who, id, func(c *change) error {
		m, err := matter.Lock(ctx, c.tx, who, f.MatterID, c.today())
		switch {
		case err != nil:
			return err
		case m.OwnerID != who.PersonID && !who.RunsMeetings(c.rec.GroupID):
			return fail.New(fail.Forbidden, "meeting.error.not_runner")
		case c.rec.Status != "planned" && c.rec.Status != "open":
			return fail.New(fail.Invalid, "meeting.error.status")
		case m.Status != "open":
			return fail.New(fail.Invalid, "matter.error.not_open_matter")
		}
		if err := fail.NeedReason(f.Reason, c.rec.setUpWarnings(m, f)); err != nil {
			return err
		}
		track, err := matter.TrackFor(ctx, c.tx, s.Clock, m.ID, c.rec.GroupID, f.Class)
		if err != nil {
			return err
		}
		c.log("meeting.set_up", m.ID, "Class", f.Class, "Title", m.Title, "Reason", f.Reason)
		return c.setUp(ctx, m, f, track)
	})
}

func (c *change) setUp(ctx context.Context, m matter.Record, f SetUpForm, track int64) error {
	tag, err := c.tx.Exec(ctx, `
		INSERT INTO agenda_items (meeting_id, position, title, class, minutes_planned, matter_id, track_id)
		SELECT $1, coalesce(max(position) + 10, $2), $3, $4, $5, $6, nullif($7::bigint, 0)
		FROM   agenda_items WHERE meeting_id = $1 AND position BETWEEN $2 AND $2 + 999
		ON CONFLICT (org_id, meeting_id, matter_id) WHERE matter_id IS NOT NULL
		DO UPDATE SET class = excluded.class, position = excluded.position, minutes_planned = excluded.minutes_planned, track_id = excluded.track_id
		WHERE agenda_items.status = 'planned'`,
		c.rec.ID, classPosition[f.Class], m.Title, f.Class, f.Minutes, m.ID, track)
	if err == nil && tag.RowsAffected() == 0 {
		return fail.New(fail.Invalid, "meeting.error.item_begun")
	}
	return err
}

// setUpWarnings ask why a matter is treated after its planned decision, or added when the notice has gone out.
func (r Record) setUpWarnings(m matter.Record, f SetUpForm) []fail.Warning {
	var ws []fail.Warning
	if f.Class == matter.BeforeDecision && r.Day().After(m.PlannedDecision) {
		ws = append(ws, fail.Warning{Key: "meeting.warn.after_decision", Args: []any{"Date", r.Day().String(), "Planned", m.PlannedDecision.String()}, Source: "MBL 11 §"})
	}
	already := slices.ContainsFunc(r.Items, func(it Item) bool { return it.MatterID == m.ID })
	if r.NoticeAt != nil && !already {
		ws = append(ws, fail.Warning{Key: "meeting.warn.after_notice", Source: "Avtalet: sista dag för punkter"})
	}
	return ws
}

// AddItem puts an item without a matter on the agenda. Members of the group may propose one by mail; the chair or
// secretary adds it.
func (s *Service) AddItem(ctx context.Context, who access.Actor, id int64, title, class string, minutes int) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	var f fail.Form
	checkText(&f, "title", title, 200, "meeting.error.title_needed")
	if class != matter.Standing && !slices.Contains(matter.Classes, class) || class == matter.BeforeDecision {
		f.Add("class", "meeting.error.class")
	}
	if minutes < 1 || minutes > 480 {
		f.Add("minutes", "meeting.error.minutes")
	}
	if err := f.Err(); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.run("planned", "open"); err != nil {
			return err
		}
		c.log("meeting.item_added", 0, "Title", title)
		return c.exec(ctx, `
			INSERT INTO agenda_items (meeting_id, position, title, class, minutes_planned)
			SELECT $1, coalesce(max(position) + 10, $2), $3, $4, $5 FROM agenda_items WHERE meeting_id = $1 AND position BETWEEN $2 AND $2 + 999`,
			id, classPosition[class], title, class, minutes)
	})
}

// MoveItem swaps the item with its neighbour above (up) or below.
func (s *Service) MoveItem(ctx context.Context, who access.Actor, itemID int64, up bool) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	return s.changeItem(ctx, who, itemID, func(c *change, it Item) error {
		if err := c.run("planned", "open"); err != nil {
			return err
		}
		i := slices.IndexFunc(c.rec.Items, func(x Item) bool { return x.ID == it.ID })
		j := i + 1
		if up {
			j = i - 1
		}
		if j < 0 || j >= len(c.rec.Items) {
			return nil
		}
		a, b := c.rec.Items[i], c.rec.Items[j]
		if a.Position == b.Position {
			b.Position += map[bool]int{true: -1, false: 1}[up]
		}
		if err := c.exec(ctx, `UPDATE agenda_items SET position = CASE id WHEN $1 THEN $2::integer ELSE $4::integer END WHERE id IN ($1, $3)`,
			a.ID, b.Position, b.ID, a.Position); err != nil {
			return fmt.Errorf("ordering the agenda: %w", err)
		}
		return nil
	})
}

// RemoveItem takes an item that has not begun off the agenda, as long as no papers about it have gone out.
func (s *Service) RemoveItem(ctx context.Context, who access.Actor, itemID int64) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	return s.changeItem(ctx, who, itemID, func(c *change, it Item) error {
		if err := c.run("planned"); err != nil {
			return err
		}
		c.log("meeting.item_removed", it.MatterID, "Title", it.Title)
		tag, err := c.tx.Exec(ctx, `DELETE FROM agenda_items ai WHERE ai.id = $1 AND ai.status = 'planned' AND NOT EXISTS (SELECT FROM dispatch_papers dp WHERE dp.item_id = ai.id)
			AND NOT EXISTS (SELECT FROM paper_answers pa WHERE pa.item_id = ai.id)`, itemID)
		if err == nil && tag.RowsAffected() == 0 {
			return fail.New(fail.Invalid, "meeting.error.item_sent")
		}
		return err
	})
}
