package matter

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/fail"
)

// CorrectTriage changes what the matter's plan must hold, or whether a risk assessment is needed. The owner does, with a
// reason that HR and the unions read. Refused: to call it information once a group has begun to treat it before decision,
// or against a union that has objected (MBL 11 §).
func (s *Service) CorrectTriage(ctx context.Context, who access.Actor, id int64, x Correction) error {
	if err := who.Require(access.MatterWrite); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.owned(); err != nil {
			return err
		}
		if err := x.check(Triage{Duty: c.rec.Duty}, c.rec.WorkEnvironment); err != nil {
			return err
		}
		if x.Duty == DutyInform && c.rec.Duty != DutyInform {
			if err := c.mayInform(ctx); err != nil {
				return err
			}
		}
		if x.Duty != "" && x.Duty != c.rec.Duty {
			if err := s.corrected(ctx, c, CorrectDuty, c.rec.Duty, x.Duty, x.Reason); err != nil {
				return err
			}
			if err := c.owe(ctx, x.Duty); err != nil {
				return err
			}
		}
		if x.NoRisk == c.rec.WorkEnvironment {
			if err := s.corrected(ctx, c, CorrectRisk, yesNo(c.rec.WorkEnvironment), yesNo(!x.NoRisk), x.Reason); err != nil {
				return err
			}
		}
		return c.exec(ctx, `UPDATE matters SET work_environment = $1, version = version + 1 WHERE id = $2`, !x.NoRisk, id)
	})
}

func yesNo(is bool) string {
	if is {
		return "yes"
	}
	return "no"
}

func (c *change) mayInform(ctx context.Context) error {
	var objected bool
	if err := c.tx.QueryRow(ctx, `SELECT EXISTS (SELECT FROM triage_objections WHERE matter_id = $1)`, c.rec.ID).Scan(&objected); err != nil {
		return fmt.Errorf("reading objections: %w", err)
	}
	switch {
	case objected:
		return fail.New(fail.Invalid, "triage.error.objected")
	case len(c.rec.Decisions) > 0:
		return fail.New(fail.Invalid, "matter.error.already_decided")
	case slices.ContainsFunc(c.rec.Tracks, c.rec.begun):
		return fail.New(fail.Invalid, "triage.error.begun")
	}
	return nil
}

// owe changes the matter's duty, and the plan's groups with it: what was to be informed is to treat the matter, or the
// other way about.
func (c *change) owe(ctx context.Context, duty string) error {
	was, becomes := KindInfo, KindGroup
	if duty == DutyInform {
		was, becomes = KindGroup, KindInfo
	}
	if err := c.exec(ctx, `UPDATE tracks SET kind = $1, mandatory = true WHERE matter_id = $2 AND kind = $3 AND origin = 'plan' AND handed_at IS NULL`, becomes, c.rec.ID, was); err != nil {
		return err
	}
	c.rec.Duty = duty
	return c.exec(ctx, `UPDATE matters SET duty = $1, version = version + 1 WHERE id = $2`, duty, c.rec.ID)
}

// ObjectTriage is a union's word that a question handled as information has to go through samverkan before the decision.
// From then on it does: a union that wants to negotiate is negotiated with (MBL 12 §), and the plan's groups treat the
// matter. Refused once it is decided.
func (s *Service) ObjectTriage(ctx context.Context, who access.Actor, id, unionID int64, reason string) error {
	if err := who.Require(access.UnionSpeak); err != nil {
		return err
	}
	var f fail.Form
	checkText(&f, "reason", reason, 2000, "matter.error.reason_needed")
	if err := f.Err(); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		switch {
		case !who.Represents(unionID):
			return fail.New(fail.Forbidden, "matter.error.no_mandate")
		case len(c.rec.Decisions) > 0 || c.rec.Status != "open":
			return fail.New(fail.Invalid, "matter.error.not_open_matter")
		case c.rec.Duty != DutyInform:
			return fail.New(fail.Conflict, "triage.error.not_information")
		}
		var objection int64
		if err := c.tx.QueryRow(ctx, `INSERT INTO triage_objections (matter_id, union_id, person_id, reason, at) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
			id, unionID, who.PersonID, strings.TrimSpace(reason), c.now).Scan(&objection); err != nil {
			return fmt.Errorf("storing the objection: %w", err)
		}
		if err := c.owe(ctx, DutyNegotiate); err != nil {
			return err
		}
		to, err := parties(ctx, c.tx, id, c.today())
		if err != nil {
			return err
		}
		c.log("matter.triage_objected", "Union", c.unionName(unionID), "Reason", strings.TrimSpace(reason))
		c.tell(announce.TriageObjected, objection, append(to.HR, c.rec.OwnerID)...)
		return nil
	})
}
