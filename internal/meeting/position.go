package meeting

import (
	"context"
	"strings"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// Spoken is a position that a representative states in the room and the chair, or the secretary, writes down.
type Spoken struct {
	UnionID  int64
	PersonID int64 // who says it
	Stance   string
	Reason   string
}

// RecordPosition writes down what a union's representative says. The position is the organisation's: it stands, marked, and
// the representative is asked whether it is right.
func (s *Service) RecordPosition(ctx context.Context, who access.Actor, itemID int64, p Spoken) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	return s.changeItem(ctx, who, itemID, func(c *change, it Item) error {
		if err := c.run("open"); err != nil {
			return err
		}
		m, t, err := c.treatment(it)
		if err != nil {
			return err
		}
		if err := m.CanRecordPosition(t, p.UnionID, p.PersonID, p.Stance, p.Reason, c.now); err != nil {
			return err
		}
		var f fail.Form
		checkText(&f, "reason", p.Reason, 4000, "")
		if err := f.Err(); err != nil {
			return err
		}
		if x, ok := c.rec.Position(it, p.UnionID); ok && !x.Unconfirmed() {
			return fail.New(fail.Conflict, "live.error.own_position", "Union", x.UnionName)
		}
		if err := c.supersede(ctx, itemID, p.UnionID); err != nil {
			return err
		}
		c.log("meeting.position_recorded", m.ID, "Union", c.unionName(p.UnionID), "Stance", p.Stance, "Reason", p.Reason)
		if err := c.exec(ctx, `INSERT INTO positions (item_id, union_id, stance, reason, person_id, at, recorded_by) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
			itemID, p.UnionID, p.Stance, strings.TrimSpace(p.Reason), p.PersonID, c.now, who.PersonID); err != nil {
			return err
		}
		return matter.AddTasks(ctx, c.tx, s.Clock, matter.Task{PersonID: p.PersonID, Role: access.UnionRep, Kind: matter.TaskConfirmPosition,
			MatterID: m.ID, MeetingID: c.rec.ID, UnionID: p.UnionID, DueOn: c.today()})
	})
}

// ConfirmPosition says for the union that what the chair wrote down is right.
func (s *Service) ConfirmPosition(ctx context.Context, who access.Actor, itemID, unionID int64) error {
	if err := who.Require(access.UnionSpeak); err != nil {
		return err
	}
	return s.changeItem(ctx, who, itemID, func(c *change, it Item) error {
		if !who.Speaks(unionID, c.rec.GroupID) {
			return fail.New(fail.Forbidden, "matter.error.no_mandate")
		}
		x, ok := c.rec.Position(it, unionID)
		switch {
		case !ok || x.RecorderName == "":
			return fail.New(fail.Invalid, "live.error.nothing_recorded")
		case !x.Unconfirmed():
			return nil
		}
		c.log("meeting.position_confirmed", it.MatterID, "Union", x.UnionName, "Stance", x.Stance)
		if err := matter.FinishTasks(ctx, c.tx, s.Clock, matter.Done{Kind: matter.TaskConfirmPosition, MatterID: it.MatterID, MeetingID: c.rec.ID, UnionID: unionID}); err != nil {
			return err
		}
		return c.exec(ctx, `UPDATE positions SET confirmed_at = $1, confirmed_by = $2 WHERE id = $3`, c.now, who.PersonID, x.ID)
	})
}

// supersede puts aside the union's standing position, which is never overwritten.
func (c *change) supersede(ctx context.Context, itemID, unionID int64) error {
	return c.exec(ctx, `UPDATE positions SET superseded_at = $1 WHERE item_id = $2 AND union_id = $3 AND superseded_at IS NULL`, c.now, itemID, unionID)
}
