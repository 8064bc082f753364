package meeting

import (
	"context"
	"strings"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// OpenItem begins the treatment of an item. A matter before decision is bound to the version that stands.
func (s *Service) OpenItem(ctx context.Context, who access.Actor, itemID int64) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	return s.changeItem(ctx, who, itemID, func(c *change, it Item) error {
		if err := c.run("open"); err != nil {
			return err
		}
		if it.Status == "open" {
			return nil
		}
		if it.Status != "planned" {
			return fail.New(fail.Invalid, "meeting.error.item_begun")
		}
		no := 0
		if it.MatterID != 0 {
			m, t, err := c.treatment(it)
			if err != nil {
				return err
			}
			p, ok := m.Current()
			if !ok && it.Class == matter.BeforeDecision {
				return fail.New(fail.Invalid, "meeting.error.no_proposal", "Title", it.Title)
			}
			no = p.No
			if err := matter.Opened(ctx, c.tx, s.Clock, m, t); err != nil {
				return err
			}
			if err := matter.FinishTasks(ctx, c.tx, s.Clock, matter.Done{Kind: matter.TaskConfirmAlone, MatterID: m.ID}); err != nil {
				return err
			}
		}
		c.log("meeting.item_opened", it.MatterID, "Title", it.Title, "No", number(no))
		return c.exec(ctx, `UPDATE agenda_items SET status = 'open', opened_at = $1, proposal_no = $2 WHERE id = $3`, c.now, no, itemID)
	})
}

// TableItem postpones the item to a later day, with the reason (handbook T4).
func (s *Service) TableItem(ctx context.Context, who access.Actor, itemID int64, to clock.Date, reason string) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	var f fail.Form
	checkText(&f, "reason", reason, 2000, "meeting.error.reason_needed")
	if to.IsZero() {
		f.Add("to", "meeting.error.date_needed")
	}
	if err := f.Err(); err != nil {
		return err
	}
	return s.changeItem(ctx, who, itemID, func(c *change, it Item) error {
		if err := c.run("open"); err != nil {
			return err
		}
		switch {
		case it.Status != "planned" && it.Status != "open":
			return fail.New(fail.Invalid, "meeting.error.item_done")
		case !to.After(c.rec.Day()):
			return fail.New(fail.Invalid, "meeting.error.table_past")
		}
		if err := c.dropAlone(ctx, it); err != nil {
			return err
		}
		c.log("meeting.item_tabled", it.MatterID, "Title", it.Title, "To", to.String(), "Reason", reason)
		if err := c.exec(ctx, `UPDATE agenda_items SET status = 'tabled', tabled_at = $1, ended_at = $1, tabled_to = $2, tabled_reason = $3 WHERE id = $4`, c.now, to, reason, itemID); err != nil || it.RequestID == 0 {
			return err
		}
		return placeRequests(ctx, c.tx, c.rec.GroupID, c.now)
	})
}

// TakePosition states the union's position in the treatment. An earlier one is superseded, never overwritten.
func (s *Service) TakePosition(ctx context.Context, who access.Actor, itemID, unionID int64, stance, reason string) error {
	if err := who.Require(access.UnionSpeak); err != nil {
		return err
	}
	return s.changeItem(ctx, who, itemID, func(c *change, it Item) error {
		m, t, err := c.treatment(it)
		if err != nil {
			return err
		}
		if err := m.CanTakePosition(t, who, unionID, stance, reason, c.now); err != nil {
			return err
		}
		var f fail.Form
		checkText(&f, "reason", reason, 4000, "")
		if err := f.Err(); err != nil {
			return err
		}
		c.log("meeting.position", m.ID, "Union", c.unionName(unionID), "Stance", stance, "Reason", reason)
		if err := c.supersede(ctx, itemID, unionID); err != nil {
			return err
		}
		if err := matter.FinishTasks(ctx, c.tx, s.Clock, matter.Done{Kind: matter.TaskConfirmPosition, MatterID: m.ID, MeetingID: c.rec.ID, UnionID: unionID}); err != nil {
			return err
		}
		return c.exec(ctx, `INSERT INTO positions (item_id, union_id, stance, reason, person_id, at) VALUES ($1, $2, $3, $4, $5, $6)`,
			itemID, unionID, stance, strings.TrimSpace(reason), who.PersonID, c.now)
	})
}

// Conclude declares samverkan about the matter concluded in this group. The chair does. Refused with *matter.Blocked
// while anything is missing (handbook T6, T7).
func (s *Service) Conclude(ctx context.Context, who access.Actor, itemID int64) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	return s.changeItem(ctx, who, itemID, func(c *change, it Item) error {
		m, t, err := c.treatment(it)
		switch {
		case err != nil:
			return err
		case !who.IsChair(c.rec.GroupID):
			return fail.New(fail.Forbidden, "meeting.error.not_chair")
		case it.Class != matter.BeforeDecision:
			return fail.New(fail.Invalid, "matter.error.not_before_decision")
		case it.ConcludedAt != nil:
			return nil
		}
		if err := m.CanConclude(t, c.now); err != nil {
			return err
		}
		if err := c.dropAlone(ctx, it); err != nil {
			return err
		}
		c.log("meeting.concluded", m.ID, "Title", it.Title, "No", number(it.ProposalNo))
		return c.exec(ctx, `UPDATE agenda_items SET status = 'concluded', concluded_at = $1, ended_at = $1, concluded_by = $2 WHERE id = $3`, c.now, who.PersonID, itemID)
	})
}

// Handle marks an item that is not before decision as dealt with.
func (s *Service) Handle(ctx context.Context, who access.Actor, itemID int64) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	return s.changeItem(ctx, who, itemID, func(c *change, it Item) error {
		if err := c.run("open"); err != nil {
			return err
		}
		if it.Class == matter.BeforeDecision {
			return fail.New(fail.Invalid, "meeting.error.must_conclude")
		}
		no := it.ProposalNo
		if it.MatterID != 0 {
			m, _, err := c.treatment(it)
			if err != nil {
				return err
			}
			if it.Status == "planned" { // dealt with at once: bound to the version that stands
				p, _ := m.Current()
				no = p.No
			}
			c.log("meeting.item_handled", it.MatterID, "Title", it.Title, "No", number(no))
		}
		return c.exec(ctx, `UPDATE agenda_items SET status = 'handled', opened_at = coalesce(opened_at, $1), ended_at = $1, proposal_no = $3 WHERE id = $2 AND status IN ('planned', 'open')`,
			c.now, itemID, no)
	})
}
