package meeting

import (
	"context"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// cancel takes a meeting off. Calendars only heed news with a higher sequence.
const cancel = `UPDATE meetings SET status = 'cancelled', status_reason = $1, calendar_sequence = calendar_sequence + 1, version = version + 1 WHERE id = $2`

// Cancel calls the meeting off and tells those who were called.
func (s *Service) Cancel(ctx context.Context, who access.Actor, id int64, reason string) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	var f fail.Form
	checkText(&f, "reason", reason, 2000, "meeting.error.reason_needed")
	if err := f.Err(); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.run("planned"); err != nil {
			return err
		}
		c.log("meeting.cancelled", 0, "Reason", reason)
		var to []int64
		for _, r := range c.rec.Recipients {
			to = append(to, r.PersonID)
		}
		c.tell(announce.Cancelled, id, to)
		if err := c.exec(ctx, `UPDATE tasks SET done_at = $1 WHERE meeting_id = $2 AND done_at IS NULL`, c.now, id); err != nil {
			return err
		}
		return c.exec(ctx, cancel, reason, id)
	})
}

// Move plans a new time for the meeting: the old one is marked as moved, its agenda follows, and notice and papers have
// to go out again. It returns the new meeting.
func (s *Service) Move(ctx context.Context, who access.Actor, id int64, p PlanForm) (newID int64, err error) {
	if err := who.Require(access.MeetingRun); err != nil {
		return 0, err
	}
	err = s.change(ctx, who, id, func(c *change) error {
		if err := c.run("planned"); err != nil {
			return err
		}
		p.GroupID, p.Extra = c.rec.GroupID, c.rec.Extra
		if err := p.check(c.now); err != nil {
			return err
		}
		if err := fail.NeedReason(p.Reason, p.warnings()); err != nil {
			return err
		}
		if p.EndsAt.IsZero() {
			p.EndsAt = p.StartsAt.Add(c.rec.EndsAt.Sub(c.rec.StartsAt))
		}
		if err := c.exec(ctx, cancel, p.Reason, id); err != nil {
			return err
		}
		if newID, err = insert(ctx, c.tx, who, p, c.now); err != nil {
			return err
		}
		c.log("meeting.moved", 0, "To", clock.DateOf(p.StartsAt).String(), "Reason", p.Reason)
		var to []int64
		for _, r := range c.rec.Recipients {
			to = append(to, r.PersonID)
		}
		c.tell(announce.Cancelled, id, to)
		return c.moveItems(ctx, newID)
	})
	return newID, err
}

// moveItems lets the new meeting take over the old one's place in calendars, and its agenda.
func (c *change) moveItems(ctx context.Context, newID int64) error {
	var b db.Batch
	b.Exec(`UPDATE meetings SET moved_to = $1 WHERE id = $2`, newID, c.rec.ID)
	b.Exec(`UPDATE meetings me SET calendar_uid = old.calendar_uid, calendar_sequence = old.calendar_sequence FROM meetings old WHERE me.id = $1 AND old.id = $2`, newID, c.rec.ID)
	b.Exec(`INSERT INTO agenda_items (meeting_id, position, title, class, minutes_planned, matter_id, track_id)
		SELECT $1, position, title, class, minutes_planned, matter_id, track_id FROM agenda_items WHERE meeting_id = $2 AND class <> 'standing'`, newID, c.rec.ID)
	return c.tx.Send(ctx, &b)
}
