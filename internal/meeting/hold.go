package meeting

import (
	"context"
	"fmt"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// Open begins the meeting. Refused before its day: time limits count to the day that was announced.
func (s *Service) Open(ctx context.Context, who access.Actor, id int64) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.run("planned"); err != nil {
			return err
		}
		if c.today().Before(c.rec.Day()) {
			return fail.New(fail.Invalid, "meeting.error.too_early", "Date", c.rec.Day().String())
		}
		c.log("meeting.opened", 0)
		return c.exec(ctx, `UPDATE meetings SET status = 'open', opened_at = $1, version = version + 1 WHERE id = $2`, c.now, id)
	})
}

func number(no int) string {
	if no == 0 {
		return ""
	}
	return fmt.Sprint(no)
}

// Close ends the meeting: items that were opened and are not before decision are dealt with, conclusions take effect
// when the agreement says so, and the minutes begin to build themselves.
func (s *Service) Close(ctx context.Context, who access.Actor, id int64) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.run("open"); err != nil {
			return err
		}
		c.log("meeting.closed", 0)
		if err := c.exec(ctx, `UPDATE meetings SET status = 'closed', closed_at = $1, version = version + 1 WHERE id = $2`, c.now, id); err != nil {
			return err
		}
		if err := c.exec(ctx, `
			UPDATE agenda_items SET status = CASE class WHEN 'before_decision' THEN status ELSE 'handled' END, ended_at = CASE status WHEN 'open' THEN $2::timestamptz END
			WHERE  meeting_id = $1 AND (status = 'open' OR status = 'planned' AND class = 'standing')`, id, c.now); err != nil {
			return err
		}
		if err := c.exec(ctx, `INSERT INTO minutes (meeting_id) VALUES ($1) ON CONFLICT DO NOTHING`, id); err != nil {
			return err
		}
		if err := s.takeEffect(ctx, c, "meeting_end"); err != nil {
			return err
		}
		if err := c.exec(ctx, `UPDATE tasks SET done_at = $1 WHERE meeting_id = $2 AND done_at IS NULL AND kind IN ('read_papers', 'answer_late_papers', 'answer_extra', 'present_item')`, c.now, id); err != nil {
			return err
		}
		if err := placeRequests(ctx, c.tx, c.rec.GroupID, c.now); err != nil {
			return err
		}
		return matter.AddTasks(ctx, c.tx, s.Clock, matter.Task{PersonID: c.rec.ChairID, Role: access.Manager, Kind: matter.TaskSendMinutes, MeetingID: id, DueOn: c.today().Add(5)})
	})
}

// takeEffect makes the meeting's conclusions effective where the matter's agreement says that it happens now.
func (s *Service) takeEffect(ctx context.Context, c *change, when string) error {
	for _, it := range c.rec.Items {
		if err := s.takeEffectOf(ctx, c, it.ID, when); err != nil {
			return err
		}
	}
	return nil
}

// takeEffectOf is takeEffect for one item.
func (s *Service) takeEffectOf(ctx context.Context, c *change, itemID int64, when string) error {
	it, _ := c.rec.Item(itemID)
	m, ok := c.rec.Matter(it.MatterID)
	if !ok || it.ConcludedAt == nil || it.EffectiveAt != nil || m.AgreementIn(c.rec.GroupID).EffectiveAt != when {
		return nil
	}
	return matter.TakeEffect(ctx, c.tx, s.Clock, m.ID, it.ID)
}
