package matter

import (
	"context"

	"samverka/internal/access"
	"samverka/internal/action"
	"samverka/internal/announce"
	"samverka/internal/fail"
)

// CanReopen refuses unless the owner may open the matter again: withdrawn or closed. One that is handed over is taken on or
// handed back instead (handbook 4.3, side states).
func (r Record) CanReopen(who access.Actor) error {
	switch {
	case who.Role != access.Manager || who.PersonID != r.OwnerID:
		return fail.New(fail.Forbidden, "matter.error.not_owner")
	case r.Status == "handed_over":
		return fail.New(fail.Invalid, "paths.error.reopen_handed")
	case r.Status != "withdrawn" && r.Status != "closed":
		return fail.New(fail.Conflict, "paths.error.reopen_open")
	}
	return nil
}

// Reopen opens a matter that was withdrawn or closed, with the reason. Tracks, outcomes and windows are as they were:
// what a later version made outdated is outdated.
func (s *Service) Reopen(ctx context.Context, who access.Actor, id int64, reason string) error {
	if err := who.Require(access.MatterWrite); err != nil {
		return err
	}
	if err := written(reason); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.rec.CanReopen(who); err != nil {
			return err
		}
		c.log("matter.reopened", "Reason", reason)
		if err := c.exec(ctx, `UPDATE matters SET status = 'open', status_reason = '', closed_at = NULL, version = version + 1 WHERE id = $1`, id); err != nil {
			return err
		}
		to, err := parties(ctx, c.tx, id, c.today())
		if err != nil {
			return err
		}
		c.tell(announce.Reopened, stamped(id, c.now), append(to.Unions, to.Safety...)...)
		if err := s.askAgain(ctx, c); err != nil {
			return err
		}
		return s.resume(ctx, c)
	})
}

// askAgain gives the owner back what the closing or the withdrawal took off the list: negotiations that are still open, and
// checks and feedback that were never made.
func (s *Service) askAgain(ctx context.Context, c *change) error {
	var ts []Task
	due := c.today().Add(14)
	for _, t := range c.rec.OpenNegotiations(c.now) {
		ts = append(ts, Task{PersonID: c.rec.OwnerID, Role: access.Manager, Kind: TaskNegotiate, MatterID: c.rec.ID, UnionID: t.UnionID, DueOn: due})
	}
	if err := action.Retask(ctx, c.tx, c.now, c.rec.ID); err != nil {
		return err
	}
	after := Aftermath{Record: c.rec}
	if err := after.read(ctx, c.tx); err != nil {
		return err
	}
	for _, x := range after.Checks {
		if x.CheckedAt == nil {
			ts = append(ts, Task{PersonID: x.PersonID, Role: access.Manager, Kind: TaskCheck, MatterID: c.rec.ID, DueOn: later(x.DueOn, due)})
		}
	}
	for _, f := range after.Feedback {
		kind := TaskFeedback
		switch {
		case f.GivenAt != nil:
			continue
		case f.GroupID != 0:
			kind = TaskFeedbackGroup
		case f.ToPersonID != 0:
			kind = TaskFeedbackManager
		}
		ts = append(ts, Task{PersonID: f.PersonID, Role: access.Manager, Kind: kind, MatterID: c.rec.ID, UnitID: f.UnitID, DueOn: later(f.DueOn, due)})
	}
	return AddTasks(ctx, c.tx, s.Clock, ts...)
}
