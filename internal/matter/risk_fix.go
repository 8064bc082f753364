package matter

import (
	"context"
	"fmt"
	"strings"

	"samverka/internal/access"
	"samverka/internal/action"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// RiskFix is what the owner says when fixing a version.
type RiskFix struct {
	WithoutReason string // why no safety representative has had their say
	Reason        string // why it is fixed in spite of what is warned of
	Version       int    // of the draft; 0: as it is
}

// FixRisk fixes the draft as a version that is never changed. Its measures become actions, and looks at their effect. Refused as
// RiskAssessed.CanFix says, and without a safety representative's statement unless a reason is given (AML 6:4).
func (s *Service) FixRisk(ctx context.Context, who access.Actor, id int64, x RiskFix) error {
	if err := who.Require(access.RiskWrite); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.owned(); err != nil {
			return err
		}
		a, err := c.assessed(ctx)
		if err != nil {
			return err
		}
		if err := a.CanFix(); err != nil {
			return err
		}
		if x.Version != 0 && x.Version != a.Version {
			return fail.New(fail.Conflict, "error.conflict")
		}
		var f fail.Form
		checkText(&f, "without_reason", x.WithoutReason, 2000, needed(!a.Stated(), "matter.error.without_reason_needed"))
		if err := f.Err(); err != nil {
			return err
		}
		if err := fail.NeedReason(x.Reason, a.FixWarnings()); err != nil {
			return err
		}
		if err := s.takeMeasures(ctx, c, a); err != nil {
			return err
		}
		return s.fixed(ctx, c, a, x)
	})
}

func (s *Service) fixed(ctx context.Context, c *change, a RiskAssessed, x RiskFix) error {
	c.log("matter.risk_fixed", "No", fmt.Sprint(a.No), "Reason", strings.TrimSpace(x.WithoutReason+" "+x.Reason))
	if err := c.exec(ctx, `UPDATE risk_assessments SET fixed_at = $1, fixed_by = $2, without_reason = $3, proposal_no = $4, version = version + 1 WHERE id = $5`,
		c.now, c.who.PersonID, strings.TrimSpace(x.WithoutReason), c.rec.currentNo(), a.ID); err != nil {
		return err
	}
	for _, kind := range []string{TaskStateRisk, TaskJoinRisk, TaskFollowRisk} {
		if err := FinishTasks(ctx, c.tx, s.Clock, Done{Kind: kind, MatterID: c.rec.ID}); err != nil {
			return err
		}
	}
	if a.FollowBy != 0 {
		if err := AddTasks(ctx, c.tx, s.Clock, Task{PersonID: a.FollowBy, Role: access.Manager, Kind: TaskFollowRisk, MatterID: c.rec.ID, DueOn: a.FollowOn}); err != nil {
			return err
		}
	}
	r, err := Load(ctx, c.tx, c.rec.ID, c.today())
	if err != nil {
		return err
	}
	return giveDecision(ctx, c.tx, s.Clock, r)
}

// assessed is the newest version with all that it holds; Invalid when there is none.
func (c *change) assessed(ctx context.Context) (RiskAssessed, error) {
	var a RiskAssessed
	var b db.Batch
	db.One(&b, &a.Assessment, fail.New(fail.Invalid, "matter.error.risk_empty"), riskVersions+` ORDER BY ra.no DESC LIMIT 1`, c.rec.ID)
	db.Many(&b, &a.Rows, riskRowsOf+riskNewest+riskOrder, c.rec.ID)
	db.Many(&b, &a.People, riskPeopleOf+riskNewest+peopleKind, c.rec.ID)
	return a, c.tx.Send(ctx, &b)
}

// takeMeasures makes the version's measures actions with somebody and a day, each once, and its looks at their effect checks; what
// an earlier version asked for and this one does not, falls away (AML 3:2a; AFS 2023:1).
func (s *Service) takeMeasures(ctx context.Context, c *change, a RiskAssessed) error {
	var b db.Batch
	id := c.rec.ID
	gone := fmt.Sprintf("Utgår i version %d av riskbedömningen.", a.No)
	b.Exec(`UPDATE actions x SET done_at = $2, done_by = $3, result = $4, version = version + 1 WHERE x.matter_id = $1 AND x.risk_row IS NOT NULL AND x.done_at IS NULL
		AND NOT EXISTS (SELECT FROM risk_rows r WHERE r.assessment_id = $5 AND r.no = x.risk_row AND r.measure <> '' AND NOT r.at_once)`, id, c.now, c.who.PersonID, gone, a.ID)
	for _, r := range a.Rows {
		if r.Planned() {
			b.Exec(`UPDATE actions SET what = $3, person_id = $4, due_on = $5, version = version + 1 WHERE matter_id = $1 AND risk_row = $2 AND done_at IS NULL`,
				id, r.No, r.Measure, r.ResponsibleID, r.DueOn)
			b.Exec(`INSERT INTO actions (matter_id, what, person_id, due_on, created_by, created_at, risk_row) SELECT $1, $3, $4, $5, $6, $7, $2
				WHERE NOT EXISTS (SELECT FROM actions x WHERE x.matter_id = $1 AND x.risk_row = $2 AND (x.done_at IS NULL OR x.what = $3))`,
				id, r.No, r.Measure, r.ResponsibleID, r.DueOn, c.who.PersonID, c.now)
		}
		if !r.EffectOn.IsZero() {
			person := r.ResponsibleID
			if person == 0 {
				person = c.rec.OwnerID
			}
			what := fmt.Sprintf("Effekten av åtgärden på rad %d i riskbedömningen: %s", r.No, r.Measure)
			b.Exec(`UPDATE matter_checks SET what = $3, person_id = $4, due_on = $5 WHERE matter_id = $1 AND risk_row = $2 AND checked_at IS NULL`, id, r.No, what, person, r.EffectOn)
			b.Exec(`INSERT INTO matter_checks (matter_id, what, person_id, due_on, created_at, risk_row) SELECT $1, $3, $4, $5, $6, $2
				WHERE NOT EXISTS (SELECT FROM matter_checks x WHERE x.matter_id = $1 AND x.risk_row = $2 AND (x.checked_at IS NULL OR x.what = $3))`,
				id, r.No, what, person, r.EffectOn, c.now)
		}
	}
	if err := c.tx.Send(ctx, &b); err != nil {
		return fmt.Errorf("making the measures actions: %w", err)
	}
	after := &afterChange{change: c, after: Aftermath{Record: c.rec}}
	for _, person := range after.after.doers() {
		if err := s.recheck(ctx, after, person); err != nil {
			return err
		}
	}
	return action.Retask(ctx, c.tx, c.now, id)
}

// FollowRisk says that the fixed assessment has been followed up, and what came of it. The owner does, or who was to. Warned of:
// measures that are not taken, effects not looked at (AFS 2023:1).
func (s *Service) FollowRisk(ctx context.Context, who access.Actor, id int64, note, reason string) error {
	if err := who.Require(access.MatterFollow); err != nil {
		return err
	}
	var f fail.Form
	checkText(&f, "note", note, 4000, "matter.error.effect_needed")
	if err := f.Err(); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		a, err := c.assessed(ctx)
		switch {
		case err != nil:
			return err
		case c.rec.OwnerID != who.PersonID && a.FollowBy != who.PersonID:
			return fail.New(fail.Forbidden, "matter.error.not_responsible")
		}
		if err := a.CanFollow(); err != nil {
			return err
		}
		work, err := c.riskWork(ctx)
		if err != nil {
			return err
		}
		if err := fail.NeedReason(reason, FollowWarnings(work)); err != nil {
			return err
		}
		c.log("matter.risk_followed", "No", fmt.Sprint(a.No), "Text", note, "Reason", reason)
		if err := c.exec(ctx, `UPDATE risk_assessments SET followed_at = $1, followed_by = $2, followed_note = $3, version = version + 1 WHERE id = $4`,
			c.now, who.PersonID, strings.TrimSpace(note), a.ID); err != nil {
			return err
		}
		return FinishTasks(ctx, c.tx, s.Clock, Done{Kind: TaskFollowRisk, MatterID: id})
	})
}

func (c *change) riskWork(ctx context.Context) ([]RiskWork, error) {
	var rows []workRow
	var b db.Batch
	db.Many(&b, &rows, riskWorkOf, c.rec.ID)
	err := c.tx.Send(ctx, &b)
	return worksOf(rows), err
}
