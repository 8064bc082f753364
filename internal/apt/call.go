package apt

import (
	"context"
	"fmt"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// Invite invites all staff of the unit. Warned of: later than the agreement says. Sent again, it reaches those who are new.
func (s *Service) Invite(ctx context.Context, who access.Actor, id int64, reason string) error {
	if err := who.Require(access.APTRun); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.coming(); err != nil {
			return err
		}
		if c.rec.InvitedAt == nil {
			if err := fail.NeedReason(reason, c.rec.inviteWarnings(c.today())); err != nil {
				return err
			}
		}
		if err := c.collect(ctx); err != nil {
			return err
		}
		if err := c.tell(ctx, announce.APTInvitation, c.rec.ID); err != nil {
			return err
		}
		c.log("apt.invited", 0, "Days", fmt.Sprint(c.today().DaysUntil(c.rec.Day())), "Reason", reason)
		if err := c.exec(ctx, `UPDATE apts SET status = 'invited', invited_at = coalesce(invited_at, $1), version = version + 1 WHERE id = $2`, c.now, id); err != nil {
			return err
		}
		return matter.FinishTasks(ctx, c.tx, s.Clock, matter.Done{Kind: matter.TaskAPTInvite, APTID: id})
	})
}

// SendAgenda tells all staff that the agenda is ready, or that it has changed. Warned of: later than the agreement says.
func (s *Service) SendAgenda(ctx context.Context, who access.Actor, id int64, reason string) error {
	if err := who.Require(access.APTRun); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.coming(); err != nil {
			return err
		}
		if c.rec.InvitedAt == nil {
			return fail.New(fail.Invalid, "apt.error.invite_first")
		}
		if c.rec.AgendaAt == nil {
			if err := fail.NeedReason(reason, c.rec.agendaWarnings(c.today())); err != nil {
				return err
			}
		}
		if err := c.collect(ctx); err != nil {
			return err
		}
		if err := c.tell(ctx, announce.APTAgenda, c.versioned()); err != nil {
			return err
		}
		c.log("apt.agenda_sent", 0, "Days", fmt.Sprint(c.today().DaysUntil(c.rec.Day())), "Reason", reason)
		return c.exec(ctx, `UPDATE apts SET agenda_at = $1, version = version + 1 WHERE id = $2`, c.now, id)
	})
}

// coming refuses unless the actor leads the APT and some of it is still to come.
func (c *change) coming() error {
	if err := c.run(Planned, Invited); err != nil {
		return err
	}
	if !c.now.Before(c.rec.EndsAt) {
		return fail.New(fail.Invalid, "apt.error.begun")
	}
	return nil
}

// Cancel calls the APT off and tells those who were invited.
func (s *Service) Cancel(ctx context.Context, who access.Actor, id int64, reason string) error {
	if err := who.Require(access.APTRun); err != nil {
		return err
	}
	var f fail.Form
	checkText(&f, "reason", reason, 2000, "apt.error.reason_needed")
	if err := f.Err(); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.run(Planned, Invited); err != nil {
			return err
		}
		for _, si := range c.rec.Sittings {
			if si.Status == SittingOpen || si.Status == SittingClosed {
				return fail.New(fail.Invalid, "apt.error.begun")
			}
		}
		if c.rec.InvitedAt != nil {
			if err := c.tell(ctx, announce.APTCancelled, c.versioned()); err != nil {
				return err
			}
		}
		c.log("apt.cancelled", 0, "Reason", reason)
		if err := c.exec(ctx, `UPDATE apt_sittings SET status = 'cancelled', calendar_sequence = calendar_sequence + 1 WHERE apt_id = $1 AND status = 'planned'`, id); err != nil {
			return err
		}
		if err := c.exec(ctx, `UPDATE tasks SET done_at = $1 WHERE apt_id = $2 AND done_at IS NULL`, c.now, id); err != nil {
			return err
		}
		if err := c.exec(ctx, `UPDATE apt_proposals SET apt_id = NULL, item_id = NULL, status = 'waiting' WHERE apt_id = $1 AND status <> 'declined'`, id); err != nil {
			return err
		}
		return c.exec(ctx, `UPDATE apts SET status = 'cancelled', status_reason = $1, version = version + 1 WHERE id = $2`, reason, id)
	})
}
