package apt

import (
	"context"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/meeting"
)

// write refuses while somebody else has the sitting's pen, unless the actor takes it over, and gives it to the actor: whoever saves is the
// one who writes, for as long as in a meeting.
func (c *change) write(ctx context.Context, si Sitting, over bool) error {
	if err := si.CanWrite(c.who.PersonID, c.now); err != nil && !over {
		return err
	}
	return c.exec(ctx, `UPDATE apt_sittings SET writer_id = $1, writer_until = $2 WHERE id = $3`, c.who.PersonID, c.now.Add(meeting.PenTime), si.ID)
}

// TakePen gives the actor the sitting's pen. While somebody else has it that is a Conflict, unless the actor says to take it over.
func (s *Service) TakePen(ctx context.Context, who access.Actor, sittingID int64, over bool) error {
	return s.withPen(ctx, who, sittingID, func(c *change, si Sitting) error { return c.write(ctx, si, over) })
}

// DropPen lays the actor's pen on the table; somebody else's stays where it is.
func (s *Service) DropPen(ctx context.Context, who access.Actor, sittingID int64) error {
	return s.withPen(ctx, who, sittingID, func(c *change, si Sitting) error { return c.drop(ctx, who.PersonID) })
}

func (s *Service) withPen(ctx context.Context, who access.Actor, sittingID int64, f func(*change, Sitting) error) error {
	if err := who.Require(access.APTTakePart); err != nil {
		return err
	}
	return s.changeSitting(ctx, who, sittingID, func(c *change, si Sitting) error {
		if err := c.writes(si); err != nil {
			return err
		}
		return f(c, si)
	})
}

// writes refuses who may not write the sitting's notes now.
func (c *change) writes(si Sitting) error {
	switch {
	case !c.rec.MayWrite(c.who), c.rec.Status == Published && !c.rec.Runs(c.who):
		return fail.New(fail.Forbidden, "apt.error.not_writer")
	case si.Status != SittingOpen && si.Status != SittingClosed:
		return fail.New(fail.Invalid, "apt.error.not_begun")
	}
	return nil
}

// drop takes the person's pen at all of the APT's sittings.
func (c *change) drop(ctx context.Context, person int64) error {
	return c.exec(ctx, `UPDATE apt_sittings SET writer_id = NULL, writer_until = NULL WHERE apt_id = $1 AND writer_id = $2`, c.rec.ID, person)
}
