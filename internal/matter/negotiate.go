package matter

import (
	"context"
	"fmt"
	"slices"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/fail"
)

// RequestMBL takes the matter out of samverkan for the union: the employer negotiates under MBL 11 § instead. By the
// agreement's parameter the whole matter follows. Refused after the first samverkan occasion (SKR FAQ 2018; handbook T5).
func (s *Service) RequestMBL(ctx context.Context, who access.Actor, id, unionID int64) error {
	if err := who.Require(access.UnionSpeak); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if !who.Represents(unionID) {
			return fail.New(fail.Forbidden, "matter.error.no_mandate")
		}
		if err := c.rec.CanRequestMBL(unionID, c.now); err != nil {
			return err
		}
		unions := []Union{{unionID, c.unionName(unionID)}}
		if c.rec.Agreement.MBLScope == "all" {
			unions = c.everyUnion(unions)
			if err := c.exec(ctx, `UPDATE tracks SET mandatory = false WHERE matter_id = $1 AND kind = 'group'`, id); err != nil {
				return err
			}
		}
		ids := make([]int64, len(unions))
		for i, u := range unions {
			var err error
			if ids[i], err = c.openNegotiation(ctx, KindMBL11, u, "request"); err != nil {
				return err
			}
		}
		c.log("matter.mbl_requested", "Union", unions[0].Name)
		return s.tellNegotiation(ctx, c, announce.MBL, ids[0], unions)
	})
}

// everyUnion adds the unions entitled in the plan's groups today to first.
func (c *change) everyUnion(first []Union) []Union {
	for _, t := range c.rec.Tracks {
		if t.Kind != KindGroup {
			continue
		}
		for _, u := range c.rec.Entitled(t.GroupID, c.today()) {
			if !slices.ContainsFunc(first, func(x Union) bool { return x.ID == u.ID }) {
				first = append(first, u)
			}
		}
	}
	return first
}

// openNegotiation starts a negotiation with the union, or marks the planned one as requested, and returns its track.
func (c *change) openNegotiation(ctx context.Context, kind string, u Union, origin string) (id int64, err error) {
	no := 0
	if p, ok := c.rec.Current(); ok && kind == KindMBL14 {
		no = p.No
	}
	err = c.tx.QueryRow(ctx, `
		INSERT INTO tracks (matter_id, kind, union_id, mandatory, origin, proposal_no, requested_at, requested_by, created_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $7)
		ON CONFLICT (org_id, matter_id, kind, union_id) WHERE union_id IS NOT NULL AND closed_at IS NULL
		DO UPDATE SET origin = excluded.origin, requested_at = excluded.requested_at, requested_by = excluded.requested_by,
			proposal_no = greatest(tracks.proposal_no, excluded.proposal_no)
		RETURNING id`, c.rec.ID, kind, u.ID, kind != KindMBL14 && kind != KindMBL19, origin, no, c.now, c.who.PersonID).Scan(&id)
	if err != nil {
		return 0, fmt.Errorf("opening a negotiation: %w", err)
	}
	return id, nil
}

func (s *Service) tellNegotiation(ctx context.Context, c *change, kind announce.Kind, trackID int64, unions []Union) error {
	to, err := parties(ctx, c.tx, c.rec.ID, c.today())
	if err != nil {
		return err
	}
	c.tell(kind, trackID, append(to.Chiefs, c.rec.OwnerID)...)
	var ts []Task
	for _, u := range unions {
		ts = append(ts, Task{PersonID: c.rec.OwnerID, Role: access.Manager, Kind: TaskNegotiate, MatterID: c.rec.ID, UnionID: u.ID, DueOn: c.today().Add(14)})
	}
	return AddTasks(ctx, c.tx, s.Clock, ts...)
}

// RequestCentral requests central negotiation for the union that disagreed (MBL 14 §), inside the agreement's window. The
// employer must then negotiate before deciding.
func (s *Service) RequestCentral(ctx context.Context, who access.Actor, id, unionID int64) error {
	if err := who.Require(access.UnionSpeak); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if !who.Represents(unionID) {
			return fail.New(fail.Forbidden, "matter.error.no_mandate")
		}
		if _, err := c.rec.CanRequestCentral(unionID, c.now); err != nil {
			return err
		}
		u := Union{unionID, c.unionName(unionID)}
		trackID, err := c.openNegotiation(ctx, KindMBL14, u, "request")
		if err != nil {
			return err
		}
		c.log("matter.central_requested", "Union", u.Name)
		return s.tellNegotiation(ctx, c, announce.Central, trackID, []Union{u})
	})
}

// Waive gives up the union's window to request central negotiation.
func (s *Service) Waive(ctx context.Context, who access.Actor, id, unionID int64) error {
	if err := who.Require(access.UnionSpeak); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if !who.Represents(unionID) {
			return fail.New(fail.Forbidden, "matter.error.no_mandate")
		}
		if err := c.rec.CanWaive(unionID, c.today()); err != nil {
			return err
		}
		c.log("matter.central_waived", "Union", c.unionName(unionID))
		if err := c.exec(ctx, `UPDATE tracks SET waived_at = $1 WHERE matter_id = $2 AND union_id = $3 AND closed_at IS NOT NULL AND window_until IS NOT NULL`,
			c.now, id, unionID); err != nil {
			return err
		}
		return c.exec(ctx, `
			UPDATE positions p SET waived_at = $1, waived_by = $2 FROM agenda_items ai
			WHERE  ai.id = p.item_id AND ai.matter_id = $3 AND p.union_id = $4 AND p.stance = 'disagrees' AND p.superseded_at IS NULL AND p.waived_at IS NULL`,
			c.now, who.PersonID, id, unionID)
	})
}

// WithdrawRequest takes the union's request for negotiation back: under MBL 11 § it comes back into samverkan, and of a
// central negotiation the window runs on to its end.
func (s *Service) WithdrawRequest(ctx context.Context, who access.Actor, id int64, kind string, unionID int64) error {
	if err := who.Require(access.UnionSpeak); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if !who.Represents(unionID) {
			return fail.New(fail.Forbidden, "matter.error.no_mandate")
		}
		t, err := c.rec.CanWithdrawRequest(kind, unionID)
		if err != nil {
			return err
		}
		c.log("matter.request_withdrawn", "Union", t.UnionName, "Track", t.Label())
		if err := c.exec(ctx, `UPDATE tracks SET closed_at = $1, closed_by = $2, close_manner = $3, proposal_no = $4 WHERE id = $5`,
			c.now, who.PersonID, RequestWithdrawn, max(t.ProposalNo, c.rec.currentNo()), t.ID); err != nil {
			return err
		}
		return s.relieved(ctx, c, Done{Kind: TaskNegotiate, MatterID: id, UnionID: unionID})
	})
}

// Withdraw takes the matter back: nothing is decided and nothing more is owed.
func (s *Service) Withdraw(ctx context.Context, who access.Actor, id int64, reason string) error {
	if err := who.Require(access.MatterWrite); err != nil {
		return err
	}
	var f fail.Form
	checkText(&f, "reason", reason, 2000, "matter.error.reason_needed")
	if err := f.Err(); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.owned(); err != nil {
			return err
		}
		if len(c.rec.Decisions) > 0 {
			return fail.New(fail.Invalid, "matter.error.already_decided")
		}
		c.log("matter.withdrawn", "Reason", reason)
		if err := c.exec(ctx, `UPDATE tasks SET done_at = $1 WHERE matter_id = $2 AND done_at IS NULL`, c.now, id); err != nil {
			return err
		}
		err := c.exec(ctx, `UPDATE matters SET status = 'withdrawn', status_reason = $1, version = version + 1 WHERE id = $2`, reason, id)
		if err != nil {
			return fmt.Errorf("withdrawing matter %d: %w", id, err)
		}
		return nil
	})
}
