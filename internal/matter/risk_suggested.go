package matter

import (
	"context"
	"fmt"
	"slices"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/process"
)

// Untaken are the risks to consider, from the process that the matter follows, that are not rows of the assessment yet.
func (p RiskPage) Untaken() []process.Hint {
	return slices.DeleteFunc(slices.Clone(p.Hints), func(h process.Hint) bool {
		return slices.ContainsFunc(p.Newest.Rows, func(r RiskRow) bool { return r.Source == h.Source })
	})
}

// AddRiskRows puts several new rows into the draft, all of them or none. The message about a row's field has the row's place
// in the list behind its name, counted from 1.
func (s *Service) AddRiskRows(ctx context.Context, who access.Actor, id int64, rows []RiskRow) error {
	if err := who.Require(access.RiskWrite); err != nil {
		return err
	}
	return s.writeRisk(ctx, who, id, 0, func(c *change, draft Assessment) error {
		var f fail.Form
		for i, r := range rows {
			var one fail.Form
			r.check(&one)
			for _, x := range one.Fields {
				x.Name = fmt.Sprintf("%s_%d", x.Name, i+1)
				f.Fields = append(f.Fields, x)
			}
		}
		if len(rows) == 0 {
			f.Add("pick", "risk.error.pick")
		}
		if err := f.Err(); err != nil {
			return err
		}
		for _, r := range rows {
			r.No = 0
			if _, err := c.putRiskRow(ctx, draft, r); err != nil {
				return err
			}
		}
		return nil
	})
}
