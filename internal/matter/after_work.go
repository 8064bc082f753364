package matter

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"samverka/internal/access"
	"samverka/internal/action"
	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/fail"
)

// AddAction puts an action on the plan. The owner does; the person must be one of those that After offers.
func (s *Service) AddAction(ctx context.Context, who access.Actor, id int64, a action.Form) error {
	if err := who.Require(access.MatterFollow); err != nil {
		return err
	}
	return s.act(ctx, who, id, func(c *afterChange) error {
		if err := c.owned(); err != nil {
			return err
		}
		c.log("matter.action_added", "What", a.What, "Due", a.DueOn.String())
		_, err := action.Add(ctx, c.tx, who, c.now, action.Place{MatterID: id}, a, c.today())
		return err
	})
}

// CheckForm is one more look at the effect: what at, by whom, and when.
type CheckForm struct {
	What     string
	PersonID int64
	DueOn    clock.Date
}

func (a CheckForm) check() error {
	var f fail.Form
	checkText(&f, "what", a.What, 1000, "matter.error.what_to_do")
	if a.PersonID == 0 {
		f.Add("person", "matter.error.who_needed")
	}
	if a.DueOn.IsZero() {
		f.Add("due_on", "matter.error.date_needed")
	}
	return f.Err()
}

// AddCheck plans one more look at the effect.
func (s *Service) AddCheck(ctx context.Context, who access.Actor, id int64, a CheckForm) error {
	if err := who.Require(access.MatterFollow); err != nil {
		return err
	}
	if err := a.check(); err != nil {
		return err
	}
	return s.act(ctx, who, id, func(c *afterChange) error {
		if err := c.mine(a.PersonID); err != nil {
			return err
		}
		c.log("matter.check_planned", "What", a.What, "Due", a.DueOn.String())
		if err := c.exec(ctx, `INSERT INTO matter_checks (matter_id, what, person_id, due_on, created_at) VALUES ($1, $2, $3, $4, $5)`,
			id, strings.TrimSpace(a.What), a.PersonID, a.DueOn, c.now); err != nil {
			return err
		}
		return s.recheck(ctx, c, a.PersonID)
	})
}

// RecordCheck says what the effect was. Who is to look may, and the owner.
func (s *Service) RecordCheck(ctx context.Context, who access.Actor, id, checkID int64, result, note string) error {
	if err := who.Require(access.MatterFollow); err != nil {
		return err
	}
	var f fail.Form
	if !slices.Contains(Results, result) {
		f.Add("result", "matter.error.choose")
	}
	checkText(&f, "note", note, 4000, needed(result != AsMeant, "matter.error.effect_needed"))
	if err := f.Err(); err != nil {
		return err
	}
	return s.tend(ctx, who, id, func(c *afterChange) error {
		k, err := c.after.CanCheck(who, checkID)
		if err != nil {
			return err
		}
		c.log("matter.effect_checked", "What", k.What, "Result", result)
		if err := c.exec(ctx, `UPDATE matter_checks SET checked_at = $1, checked_by = $2, result = $3, note = $4 WHERE id = $5`, c.now, who.PersonID, result, note, checkID); err != nil {
			return err
		}
		return s.recheck(ctx, c, k.PersonID)
	})
}

// recheck gives the person one task for the looks that they have left, due on the first day of them; none when nothing is left.
func (s *Service) recheck(ctx context.Context, c *afterChange, person int64) error {
	var due clock.Date
	err := c.tx.QueryRow(ctx, `SELECT min(due_on) FROM matter_checks WHERE matter_id = $1 AND person_id = $2 AND checked_at IS NULL`, c.rec.ID, person).Scan(&due)
	if err != nil {
		return fmt.Errorf("finding what is left: %w", err)
	}
	if err := FinishTasks(ctx, c.tx, s.Clock, Done{Kind: TaskCheck, MatterID: c.rec.ID, PersonID: person}); err != nil || due.IsZero() {
		return err
	}
	return AddTasks(ctx, c.tx, s.Clock, Task{PersonID: person, Role: access.Manager, Kind: TaskCheck, MatterID: c.rec.ID, DueOn: due})
}

// StopWork stops work that means immediate and serious danger, until Arbetsmiljöverket has decided or the representative
// lifts the stop (AML 6:7). Nothing of the decision is carried out meanwhile. Owner, HR and the unions get to know at once.
func (s *Service) StopWork(ctx context.Context, who access.Actor, id int64, reason string) error {
	if err := who.Require(access.WorkStop); err != nil {
		return err
	}
	var f fail.Form
	checkText(&f, "reason", reason, 4000, "matter.error.danger_needed")
	if err := f.Err(); err != nil {
		return err
	}
	return s.act(ctx, who, id, func(c *afterChange) error {
		if err := c.after.CanStop(who); err != nil {
			return err
		}
		var stop int64
		if err := c.tx.QueryRow(ctx, `INSERT INTO matter_stops (matter_id, person_id, reason, placed_at) VALUES ($1, $2, $3, $4) RETURNING id`,
			id, who.PersonID, strings.TrimSpace(reason), c.now).Scan(&stop); err != nil {
			return fmt.Errorf("stopping work: %w", err)
		}
		c.log("matter.work_stopped", "Reason", reason)
		return c.tellAll(ctx, announce.WorkStopped, stop)
	})
}

// LiftStop ends the stop: by who placed it, or by the owner, with what Arbetsmiljöverket decided (AML 6:7).
func (s *Service) LiftStop(ctx context.Context, who access.Actor, id int64, why string) error {
	if err := who.Require(access.WorkLift); err != nil {
		return err
	}
	var f fail.Form
	checkText(&f, "why", why, 4000, "matter.error.reason_needed")
	if err := f.Err(); err != nil {
		return err
	}
	return s.act(ctx, who, id, func(c *afterChange) error {
		if err := c.after.CanLift(who); err != nil {
			return err
		}
		stop, _ := c.after.Stopped()
		c.log("matter.work_resumed", "Reason", why)
		if err := c.exec(ctx, `UPDATE matter_stops SET lifted_at = $1, lifted_by = $2, lifting = $3 WHERE id = $4`, c.now, who.PersonID, strings.TrimSpace(why), stop.ID); err != nil {
			return err
		}
		return c.tellAll(ctx, announce.WorkResumed, stop.ID)
	})
}

func (c *afterChange) tellAll(ctx context.Context, kind announce.Kind, subject int64) error {
	to, err := parties(ctx, c.tx, c.rec.ID, c.today())
	if err != nil {
		return err
	}
	c.tell(kind, subject, slices.Concat(to.Unions, to.Safety, to.HR, []int64{c.rec.OwnerID})...)
	return nil
}
