package matter

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// RiskForm is the draft as its owner writes it. Rows replace those that were there.
type RiskForm struct {
	Change     string
	Conclusion string
	Rows       []RiskRow
	Version    int // of the draft; 0: there is none yet
}

func (r RiskForm) check() error {
	var f fail.Form
	checkText(&f, "change", r.Change, 10000, "")
	if !slices.Contains([]string{"", "proceed", "with_measures", "not_now"}, r.Conclusion) {
		f.Add("conclusion", "matter.error.conclusion")
	}
	for i, row := range r.Rows {
		n := fmt.Sprintf("rows.%d.", i)
		if strings.TrimSpace(row.Source) == "" {
			f.Add(n+"source", "matter.error.risk_source_needed")
		}
		if !slices.Contains(RiskAreas, row.Area) {
			f.Add(n+"area", "matter.error.risk_area")
		}
		if row.Probability < 1 || row.Probability > 5 || row.Consequence < 1 || row.Consequence > 5 {
			f.Add(n+"probability", "matter.error.risk_scale")
		}
		for _, text := range []string{row.Source, row.Affected, row.Protection, row.Measure, row.Responsible} {
			checkText(&f, n+"source", text, 2000, "")
		}
	}
	return f.Err()
}

// SaveRisk writes the draft, making one when there is none or the newest version is fixed. Conflict when somebody else
// saved first.
func (s *Service) SaveRisk(ctx context.Context, who access.Actor, id int64, form RiskForm) error {
	if err := who.Require(access.RiskWrite); err != nil {
		return err
	}
	if err := form.check(); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.owned(); err != nil {
			return err
		}
		draft, err := c.riskDraft(ctx)
		if err != nil {
			return err
		}
		if form.Version != 0 && form.Version != draft.Version {
			return fail.New(fail.Conflict, "error.conflict")
		}
		return c.writeRisk(ctx, draft.ID, form)
	})
}

func (c *change) writeRisk(ctx context.Context, draft int64, form RiskForm) error {
	var b db.Batch
	b.Exec(`UPDATE risk_assessments SET change = $1, conclusion = $2, proposal_no = $3, version = version + 1 WHERE id = $4`,
		form.Change, form.Conclusion, c.rec.currentNo(), draft)
	b.Exec(`DELETE FROM risk_rows WHERE assessment_id = $1`, draft)
	for _, r := range form.Rows {
		b.Exec(`INSERT INTO risk_rows (assessment_id, area, source, opportunity, affected, protection, probability, consequence, serious, measure, responsible, due_on)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
			draft, r.Area, r.Source, r.Opportunity, r.Affected, r.Protection, r.Probability, r.Consequence, r.Serious, r.Measure, r.Responsible, r.DueOn)
	}
	c.log("matter.risk_saved", "Rows", fmt.Sprint(len(form.Rows)))
	return c.tx.Send(ctx, &b)
}

// riskDraft is the unfixed newest version, made when there is none.
func (c *change) riskDraft(ctx context.Context) (a Assessment, err error) {
	err = c.tx.QueryRow(ctx, `SELECT id, no, version FROM risk_assessments WHERE matter_id = $1 AND fixed_at IS NULL ORDER BY no DESC LIMIT 1`,
		c.rec.ID).Scan(&a.ID, &a.No, &a.Version)
	if err == pgx.ErrNoRows {
		err = c.tx.QueryRow(ctx, `
			INSERT INTO risk_assessments (matter_id, no, proposal_no, created_by, created_at)
			SELECT $1, coalesce(max(no), 0) + 1, $2, $3, $4 FROM risk_assessments WHERE matter_id = $1 RETURNING id, no, version`,
			c.rec.ID, c.rec.currentNo(), c.who.PersonID, c.now).Scan(&a.ID, &a.No, &a.Version)
	}
	if err != nil {
		return a, fmt.Errorf("opening the risk assessment: %w", err)
	}
	return a, nil
}
