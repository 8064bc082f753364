package apt

import (
	"context"
	"fmt"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/booking"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// AddSitting plans one more sitting of the same APT, for those who work in shifts.
func (s *Service) AddSitting(ctx context.Context, who access.Actor, id int64, f SittingForm, reason string) error {
	if err := who.Require(access.APTRun); err != nil {
		return err
	}
	if err := checkSitting(&f, s.Clock); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.run(Planned, Invited); err != nil {
			return err
		}
		if err := c.place(ctx, f, 0, reason); err != nil {
			return err
		}
		c.log("apt.sitting_added", 0, "Date", clock.DateOf(f.StartsAt).String())
		if err := c.exec(ctx, `INSERT INTO apt_sittings (apt_id, starts_at, ends_at, place) VALUES ($1, $2, $3, $4)`, id, f.StartsAt, f.EndsAt, f.Place); err != nil {
			return fmt.Errorf("adding a sitting: %w", err)
		}
		return c.changed(ctx)
	})
}

func checkSitting(s *SittingForm, c clock.Clock) error {
	var f fail.Form
	s.check(&f, c.Now())
	return f.Err()
}

// place refuses a time that overlaps another APT of the unit or another sitting of this one, and warns of other clashes.
func (c *change) place(ctx context.Context, f SittingForm, except int64, reason string) error {
	for _, x := range c.rec.Live() {
		if x.ID != except && x.StartsAt.Before(f.EndsAt) && x.EndsAt.After(f.StartsAt) {
			return fail.New(fail.Conflict, "apt.error.overlap_sitting")
		}
	}
	if err := free(ctx, c.tx, c.rec.UnitID, c.rec.ID, f); err != nil {
		return err
	}
	ws, err := timeWarnings(ctx, c.tx, c.rec.UnitID, except, f)
	if err != nil {
		return err
	}
	return fail.NeedReason(reason, ws)
}

// timeWarnings ask why a sitting lies on a day off, or where the manager or the room is taken.
func timeWarnings(ctx context.Context, tx *db.OrgTx, unitID, except int64, fs ...SittingForm) ([]fail.Warning, error) {
	ws := dayOff(fs...)
	for _, f := range fs {
		clashes, err := booking.Clashes(ctx, tx, booking.Query{Starts: f.StartsAt, Ends: f.EndsAt, Place: f.Place, UnitID: unitID, ExceptSitting: except})
		if err != nil {
			return nil, err
		}
		ws = append(ws, booking.Warnings(clashes)...)
	}
	return ws, nil
}

// dayOff asks why a sitting lies on a day off.
func dayOff(fs ...SittingForm) (ws []fail.Warning) {
	for _, f := range fs {
		if d := clock.DateOf(f.StartsAt); !d.IsWorkingDay() {
			ws = append(ws, fail.Warning{Key: "apt.warn.day_off", Args: []any{"Date", d.String()}, Source: "Helgdagar, lag 1989:253"})
		}
	}
	return ws
}

// changed tells those who were invited that time or place has changed.
func (c *change) changed(ctx context.Context) error {
	if c.rec.InvitedAt != nil {
		if err := c.tell(ctx, announce.APTInvitation, c.versioned()); err != nil {
			return err
		}
	}
	return c.exec(ctx, `UPDATE apts SET version = version + 1 WHERE id = $1`, c.rec.ID)
}

// MoveSitting gives a sitting that has not begun another time or place, and tells those who were invited.
func (s *Service) MoveSitting(ctx context.Context, who access.Actor, sittingID int64, f SittingForm, reason string) error {
	if err := who.Require(access.APTRun); err != nil {
		return err
	}
	if err := checkSitting(&f, s.Clock); err != nil {
		return err
	}
	return s.changeSitting(ctx, who, sittingID, func(c *change, si Sitting) error {
		if err := c.run(Planned, Invited); err != nil {
			return err
		}
		if si.Status != SittingPlanned {
			return fail.New(fail.Invalid, "apt.error.begun")
		}
		if err := c.place(ctx, f, sittingID, reason); err != nil {
			return err
		}
		c.log("apt.sitting_moved", 0, "From", clock.DateOf(si.StartsAt).String(), "To", clock.DateOf(f.StartsAt).String(), "Reason", reason)
		if err := c.exec(ctx, `UPDATE apt_sittings SET starts_at = $1, ends_at = $2, place = $3, calendar_sequence = calendar_sequence + 1 WHERE id = $4`,
			f.StartsAt, f.EndsAt, f.Place, sittingID); err != nil {
			return fmt.Errorf("moving a sitting: %w", err)
		}
		return c.changed(ctx)
	})
}

// CancelSitting calls off one of several sittings. The last one left is the APT itself: cancel that instead.
func (s *Service) CancelSitting(ctx context.Context, who access.Actor, sittingID int64) error {
	if err := who.Require(access.APTRun); err != nil {
		return err
	}
	return s.changeSitting(ctx, who, sittingID, func(c *change, si Sitting) error {
		if err := c.run(Planned, Invited); err != nil {
			return err
		}
		if si.Status != SittingPlanned || len(c.rec.Live()) < 2 {
			return fail.New(fail.Invalid, "apt.error.last_sitting")
		}
		c.log("apt.sitting_cancelled", 0, "Date", clock.DateOf(si.StartsAt).String())
		if err := c.exec(ctx, `UPDATE apt_sittings SET status = 'cancelled', calendar_sequence = calendar_sequence + 1 WHERE id = $1`, sittingID); err != nil {
			return err
		}
		if err := c.changed(ctx); err != nil {
			return err
		}
		return c.heldIfDone(ctx, sittingID, "cancelled")
	})
}

// OpenSitting begins a sitting. Refused before its day.
func (s *Service) OpenSitting(ctx context.Context, who access.Actor, sittingID int64) error {
	if err := who.Require(access.APTRun); err != nil {
		return err
	}
	return s.changeSitting(ctx, who, sittingID, func(c *change, si Sitting) error {
		if err := c.run(Planned, Invited); err != nil {
			return err
		}
		day := clock.DateOf(si.StartsAt)
		switch {
		case si.Status != SittingPlanned:
			return fail.New(fail.Invalid, "apt.error.begun")
		case c.today().Before(day):
			return fail.New(fail.Invalid, "apt.error.too_early", "Date", day.String())
		}
		if err := c.collect(ctx); err != nil {
			return err
		}
		c.log("apt.sitting_opened", 0, "Date", day.String())
		return c.exec(ctx, `UPDATE apt_sittings SET status = 'open', opened_at = $1 WHERE id = $2`, c.now, sittingID)
	})
}

// CloseSitting ends a sitting; attended is how many came, or nil. When the last one ends, the APT has been held, and the
// notes are to be published.
func (s *Service) CloseSitting(ctx context.Context, who access.Actor, sittingID int64, attended *int) error {
	if err := who.Require(access.APTRun); err != nil {
		return err
	}
	if attended != nil && (*attended < 0 || *attended > 9999) {
		return &fail.Error{Kind: fail.Invalid, Key: "error.form", Fields: []fail.Field{{Name: "attended", Key: "apt.error.attended"}}}
	}
	return s.changeSitting(ctx, who, sittingID, func(c *change, si Sitting) error {
		if err := c.run(Planned, Invited); err != nil {
			return err
		}
		if si.Status != SittingOpen {
			return fail.New(fail.Invalid, "apt.error.not_open")
		}
		c.log("apt.sitting_closed", 0, "Date", clock.DateOf(si.StartsAt).String())
		if err := c.exec(ctx, `UPDATE apt_sittings SET status = 'closed', closed_at = $1, attended = $2 WHERE id = $3`, c.now, attended, sittingID); err != nil {
			return err
		}
		return c.heldIfDone(ctx, sittingID, SittingClosed)
	})
}

// heldIfDone makes the APT held once every sitting is closed; now is what just became of one of them.
func (c *change) heldIfDone(ctx context.Context, sittingID int64, now string) error {
	closed := 0
	for _, x := range c.rec.Sittings {
		if x.ID == sittingID {
			x.Status = now
		}
		switch x.Status {
		case SittingPlanned, SittingOpen:
			return nil
		case SittingClosed:
			closed++
		}
	}
	if closed == 0 {
		return nil
	}
	if err := c.exec(ctx, `UPDATE apts SET status = 'held', version = version + 1 WHERE id = $1`, c.rec.ID); err != nil {
		return err
	}
	return matter.AddTasks(ctx, c.tx, c.clock, matter.Task{PersonID: c.rec.LeadID, Role: access.Manager, Kind: matter.TaskAPTNotes, APTID: c.rec.ID,
		UnitID: c.rec.UnitID, DueOn: c.rec.Rules.NotesBy(clock.DateOf(c.rec.EndsAt))})
}
