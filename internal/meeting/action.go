package meeting

import (
	"context"
	"slices"

	"samverka/internal/access"
	"samverka/internal/action"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// AddAction records that somebody who belongs to the meeting is to do something. It comes on their list at once.
func (s *Service) AddAction(ctx context.Context, who access.Actor, itemID int64, form action.Form) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	return s.changeItem(ctx, who, itemID, func(c *change, it Item) error {
		if err := c.draft(); err != nil {
			return err
		}
		if err := c.write(ctx); err != nil {
			return err
		}
		c.log("meeting.action_added", it.MatterID, "Title", it.Title, "Text", form.What, "To", form.DueOn.String())
		_, err := action.Add(ctx, c.tx, who, c.now, action.Place{MatterID: it.MatterID, MeetingID: c.rec.ID, ItemID: itemID}, form, c.rec.Day())
		return err
	})
}

// RemoveAction takes back an action that was recorded in this meeting, until the minutes are sent.
func (s *Service) RemoveAction(ctx context.Context, who access.Actor, meetingID, actionID int64) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	return s.change(ctx, who, meetingID, func(c *change) error {
		if err := c.draft(); err != nil {
			return err
		}
		i := slices.IndexFunc(c.rec.Actions, func(a action.Action) bool { return a.ID == actionID })
		if i < 0 {
			return fail.New(fail.NotFound, "error.not_found")
		}
		if err := c.write(ctx); err != nil {
			return err
		}
		c.log("meeting.action_removed", 0, "Text", c.rec.Actions[i].What)
		return action.Remove(ctx, c.tx, actionID)
	})
}

// FinishAction notes in the meeting that an action of it, or of an earlier one of the group, is done. Those who follow see it.
func (s *Service) FinishAction(ctx context.Context, who access.Actor, meetingID, actionID int64) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	return s.change(ctx, who, meetingID, func(c *change) error {
		if err := c.run("planned", "open", "closed"); err != nil {
			return err
		}
		var all []action.Action
		var b db.Batch
		action.Queue(&b, &all, `WHERE ac.id = $1 AND ag.id = $2`, actionID, c.rec.GroupID)
		if err := c.tx.Send(ctx, &b); err != nil {
			return err
		}
		if len(all) == 0 {
			return fail.New(fail.NotFound, "error.not_found")
		}
		if err := all[0].CanFinish(who); err != nil {
			return err
		}
		c.log("action.done", all[0].MatterID, "What", all[0].What)
		return action.Finish(ctx, c.tx, who, c.now, all[0], "")
	})
}

// draft refuses unless the actor runs the meeting and what is written in it may still be changed.
func (c *change) draft() error {
	if err := c.run("open", "closed"); err != nil {
		return err
	}
	if c.rec.Minutes != nil && c.rec.Minutes.Status != "draft" {
		return fail.New(fail.Invalid, "meeting.error.minutes_sent")
	}
	return nil
}
