package matter

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/fail"
)

// InviteRisk invites safety representatives of the matter's groups and units to the draft (AML 6:4).
func (s *Service) InviteRisk(ctx context.Context, who access.Actor, id int64, people []int64) error {
	if err := who.Require(access.RiskWrite); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.owned(); err != nil {
			return err
		}
		rows, _ := c.tx.Query(ctx, safetyPeople, id, c.today())
		safety, err := pgx.CollectRows(rows, pgx.RowToStructByName[Person])
		if err != nil {
			return fmt.Errorf("reading the safety representatives: %w", err)
		}
		draft, err := c.riskDraft(ctx)
		if err != nil {
			return err
		}
		var ts []Task
		for _, p := range people {
			i := slices.IndexFunc(safety, func(x Person) bool { return x.ID == p })
			if i < 0 {
				return fail.New(fail.Invalid, "matter.error.not_safety_rep")
			}
			if err := c.exec(ctx, `INSERT INTO risk_statements (assessment_id, person_id, invited_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
				draft.ID, p, c.now); err != nil {
				return err
			}
			c.log("matter.risk_invited", "Person", safety[i].Name)
			ts = append(ts, Task{PersonID: p, Role: access.SafetyRep, Kind: TaskStateRisk, MatterID: id, DueOn: c.today().Add(7)})
		}
		c.tell(announce.RiskInvite, draft.ID, people...)
		return AddTasks(ctx, c.tx, s.Clock, ts...)
	})
}

// StateRisk records the safety representative's statement on the draft: an opinion on the work environment, not a
// position of a union. Disagreement says why. Who has not been invited but sees the matter invites themselves by it.
func (s *Service) StateRisk(ctx context.Context, who access.Actor, id int64, agrees bool, body string) error {
	if err := who.Require(access.RiskState); err != nil {
		return err
	}
	var f fail.Form
	checkText(&f, "body", body, 10000, needed(!agrees, "matter.error.body_needed"))
	if err := f.Err(); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if !slices.ContainsFunc(c.rec.Risks, func(r Risk) bool { return r.FixedAt == nil }) {
			return fail.New(fail.Invalid, "matter.error.no_risk_draft")
		}
		draft, err := c.riskDraft(ctx)
		if err != nil {
			return err
		}
		c.log("matter.risk_stated", "Agrees", fmt.Sprint(agrees), "Text", body)
		err = c.exec(ctx, `
			INSERT INTO risk_statements (assessment_id, person_id, invited_at, agrees, body, stated_at) VALUES ($1, $2, $3, $4, $5, $3)
			ON CONFLICT (org_id, assessment_id, person_id) DO UPDATE SET agrees = excluded.agrees, body = excluded.body, stated_at = excluded.stated_at`,
			draft.ID, who.PersonID, c.now, agrees, body)
		if err != nil {
			return err
		}
		return FinishTasks(ctx, c.tx, s.Clock, Done{Kind: TaskStateRisk, MatterID: id, PersonID: who.PersonID})
	})
}

// FixRisk fixes the draft as a version that is never changed. Refused without rows, and without a safety representative's
// statement unless a reason is given (AML 6:4).
func (s *Service) FixRisk(ctx context.Context, who access.Actor, id int64, withoutReason string) error {
	if err := who.Require(access.RiskWrite); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.owned(); err != nil {
			return err
		}
		i := slices.IndexFunc(c.rec.Risks, func(r Risk) bool { return r.FixedAt == nil })
		if i < 0 || c.rec.Risks[i].Rows == 0 {
			return fail.New(fail.Invalid, "matter.error.risk_empty")
		}
		var f fail.Form
		checkText(&f, "without_reason", withoutReason, 2000, needed(c.rec.Risks[i].Stated == 0, "matter.error.without_reason_needed"))
		if err := f.Err(); err != nil {
			return err
		}
		c.log("matter.risk_fixed", "No", fmt.Sprint(c.rec.Risks[i].No), "Reason", withoutReason)
		if err := c.exec(ctx, `UPDATE risk_assessments SET fixed_at = $1, fixed_by = $2, without_reason = $3, proposal_no = $4, version = version + 1 WHERE id = $5`,
			c.now, who.PersonID, strings.TrimSpace(withoutReason), c.rec.currentNo(), c.rec.Risks[i].ID); err != nil {
			return err
		}
		if err := FinishTasks(ctx, c.tx, s.Clock, Done{Kind: TaskStateRisk, MatterID: id}); err != nil {
			return err
		}
		r, err := Load(ctx, c.tx, id, c.today())
		if err != nil {
			return err
		}
		return giveDecision(ctx, c.tx, s.Clock, r)
	})
}
