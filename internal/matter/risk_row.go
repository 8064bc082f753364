package matter

import (
	"context"
	"fmt"
	"slices"

	"samverka/internal/access"
	"samverka/internal/fail"
)

// mostRiskRows is how many rows one assessment may have.
const mostRiskRows = 100

// check notes what is wrong with the row's values; its texts are checked apart.
func (r RiskRow) check(f *fail.Form) {
	checkText(f, "source", r.Source, 2000, "matter.error.risk_source_needed")
	if !slices.Contains(RiskAreas, r.Area) {
		f.Add("area", "matter.error.risk_area")
	}
	within := func(name string, value, from int) {
		if value < from || value > 5 {
			f.Add(name, "matter.error.risk_scale")
		}
	}
	within("probability", r.Probability, 1)
	within("consequence", r.Consequence, 1)
	within("b_probability", r.BProbability, NotThere)
	within("b_consequence", r.BConsequence, 0)
	within("none_probability", r.NoneProbability, NotThere)
	within("none_consequence", r.NoneConsequence, 0)
	within("after_probability", r.AfterProb, 0)
	within("after_consequence", r.AfterCons, 0)
	if r.AfterProb > 0 != (r.AfterCons > 0) {
		f.Add("after_probability", "risk.error.after_both")
	}
	if r.Measure == "" && (!r.EffectOn.IsZero() || r.AfterProb > 0) {
		f.Add("measure", "risk.error.measure_first")
	}
	if !r.EffectOn.IsZero() && !r.DueOn.IsZero() && r.EffectOn.Before(r.DueOn) {
		f.Add("effect_on", "risk.error.effect_early")
	}
}

func (r RiskRow) texts() []named {
	return []named{{"source", r.Source, 2000}, {"affected", r.Affected, 2000}, {"protection", r.Protection, 2000}, {"measure", r.Measure, 1000}}
}

// SaveRiskRow writes one row of the draft, which is made when there is none: a new row when its number is 0. Returned is the
// row's number. Conflict when somebody else saved the row first.
func (s *Service) SaveRiskRow(ctx context.Context, who access.Actor, id int64, r RiskRow, readThrough bool) (no int, err error) {
	if err := who.Require(access.RiskWrite); err != nil {
		return 0, err
	}
	err = s.writeRisk(ctx, who, id, 0, func(c *change, draft Assessment) error {
		var f fail.Form
		r.check(&f)
		checkText(&f, "responsible", r.Responsible, 200, "")
		if r.ResponsibleID != 0 && !slices.Contains(Aftermath{Record: c.rec}.doers(), r.ResponsibleID) {
			f.Add("responsible_id", "matter.error.who_needed")
		}
		if err := c.checkRisk(ctx, f, readThrough, r.texts()...); err != nil {
			return err
		}
		no, err = c.putRiskRow(ctx, draft, r)
		return err
	})
	return no, err
}

func (c *change) putRiskRow(ctx context.Context, draft Assessment, r RiskRow) (int, error) {
	values := []any{draft.ID, r.Area, r.Source, r.Opportunity, r.Affected, r.Protection, r.Probability, r.Consequence, r.NoneProbability, r.NoneConsequence,
		r.BProbability, r.BConsequence, r.AfterProb, r.AfterCons, r.Serious, r.Measure, r.AtOnce, r.Responsible, r.ResponsibleID, r.DueOn, r.EffectOn}
	if r.No == 0 {
		var rows int
		// A number is never used again, so that those who speak of a row keep meaning the same.
		err := c.tx.QueryRow(ctx, `SELECT (SELECT count(*) FROM risk_rows r WHERE r.assessment_id = a.id), a.last_row + 1 FROM risk_assessments a WHERE a.id = $1`,
			draft.ID).Scan(&rows, &r.No)
		if err != nil {
			return 0, fmt.Errorf("numbering the row: %w", err)
		}
		if rows >= mostRiskRows {
			return 0, fail.New(fail.Invalid, "risk.error.rows_most", "Most", mostRiskRows)
		}
		err = c.exec(ctx, `
			INSERT INTO risk_rows (assessment_id, area, source, opportunity, affected, protection, probability, consequence, none_probability, none_consequence,
				b_probability, b_consequence, after_probability, after_consequence, serious, measure, at_once, responsible, responsible_id, due_on, effect_on, no)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, nullif($19::bigint, 0), $20, $21, $22)`, append(values, r.No)...)
		if err != nil {
			return 0, err
		}
	} else if err := c.tx.Exec1(ctx, `
		UPDATE risk_rows SET area = $2, source = $3, opportunity = $4, affected = $5, protection = $6, probability = $7, consequence = $8, none_probability = $9,
			none_consequence = $10, b_probability = $11, b_consequence = $12, after_probability = $13, after_consequence = $14, serious = $15, measure = $16, at_once = $17,
			responsible = $18, responsible_id = nullif($19::bigint, 0), due_on = $20, effect_on = $21, version = version + 1
		WHERE  assessment_id = $1 AND no = $22 AND version = $23`, append(values, r.No, r.Version)...); err != nil {
		return 0, err
	}
	c.log("matter.risk_saved", "Row", fmt.Sprint(r.No))
	return r.No, c.touchRisk(ctx, draft.ID, r.No)
}

// touchRisk counts the draft's version on, so that a statement is known to be about what stood there before.
func (c *change) touchRisk(ctx context.Context, draft int64, row int) error {
	return c.exec(ctx, `UPDATE risk_assessments SET version = version + 1, last_row = greatest(last_row, $2), proposal_no = $3 WHERE id = $1`, draft, row, c.rec.currentNo())
}

// RemoveRiskRow takes a row out of the draft. Its number is not used again. Conflict when somebody else saved the row first.
func (s *Service) RemoveRiskRow(ctx context.Context, who access.Actor, id int64, no, version int) error {
	if err := who.Require(access.RiskWrite); err != nil {
		return err
	}
	return s.writeRisk(ctx, who, id, 0, func(c *change, draft Assessment) error {
		if err := c.tx.Exec1(ctx, `DELETE FROM risk_rows WHERE assessment_id = $1 AND no = $2 AND version = $3`, draft.ID, no, version); err != nil {
			return err
		}
		c.log("matter.risk_row_removed", "Row", fmt.Sprint(no))
		return c.touchRisk(ctx, draft.ID, no)
	})
}
