package matter

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/privacy"
)

// RiskChange is the first part of the form: what changes, and the alternatives.
type RiskChange struct {
	Change, Place, Starts, Reason, Affected string
	NoChange, AlternativeB                  string
	ReadThrough                             bool // the writer has read through what may tell of one person
	Version                                 int  // of the draft; 0: there is none yet
}

func (x RiskChange) texts() []named {
	return []named{{"change", x.Change, 10000}, {"place", x.Place, 1000}, {"starts", x.Starts, 1000}, {"why", x.Reason, 4000}, {"affected", x.Affected, 2000},
		{"no_change", x.NoChange, 4000}, {"alternative_b", x.AlternativeB, 1000}}
}

// RiskConclusion is the last part of the form: other consequences, what the owner comes to, and when it is followed up.
type RiskConclusion struct {
	Equality, Economy, Service string
	Conclusion                 string
	FollowOn                   clock.Date
	FollowBy                   int64
	ReadThrough                bool
	Version                    int
}

func (x RiskConclusion) texts() []named {
	return []named{{"equality", x.Equality, 4000}, {"economy", x.Economy, 4000}, {"service", x.Service, 4000}}
}

// named is a text of a form.
type named struct {
	Field, Text string
	Most        int
}

// DescribeRisk writes what changes and the alternatives, in the draft, which is made when there is none. Conflict when somebody
// else saved first.
func (s *Service) DescribeRisk(ctx context.Context, who access.Actor, id int64, x RiskChange) error {
	if err := who.Require(access.RiskWrite); err != nil {
		return err
	}
	return s.writeRisk(ctx, who, id, x.Version, func(c *change, draft Assessment) error {
		var f fail.Form
		checkText(&f, "change", x.Change, 10000, "risk.error.change_needed")
		if err := c.checkRisk(ctx, f, x.ReadThrough, x.texts()[1:]...); err != nil {
			return err
		}
		c.log("matter.risk_described")
		return c.exec(ctx, `
			UPDATE risk_assessments SET change = $1, place = $2, starts = $3, reason = $4, affected = $5, no_change = $6, alternative_b = $7, proposal_no = $8, version = version + 1
			WHERE  id = $9`, x.Change, x.Place, x.Starts, x.Reason, x.Affected, x.NoChange, strings.TrimSpace(x.AlternativeB), c.rec.currentNo(), draft.ID)
	})
}

// ConcludeRisk writes other consequences, the owner's conclusion and when the assessment is followed up. Conflict when somebody
// else saved first.
func (s *Service) ConcludeRisk(ctx context.Context, who access.Actor, id int64, x RiskConclusion) error {
	if err := who.Require(access.RiskWrite); err != nil {
		return err
	}
	return s.writeRisk(ctx, who, id, x.Version, func(c *change, draft Assessment) error {
		var f fail.Form
		if x.Conclusion != "" && !slices.Contains(Conclusions, x.Conclusion) {
			f.Add("conclusion", "matter.error.conclusion")
		}
		if !x.FollowOn.IsZero() && x.FollowBy == 0 {
			f.Add("follow_by", "matter.error.who_needed")
		}
		if x.FollowBy != 0 && !slices.Contains(Aftermath{Record: c.rec}.doers(), x.FollowBy) {
			f.Add("follow_by", "matter.error.who_needed")
		}
		if err := c.checkRisk(ctx, f, x.ReadThrough, x.texts()...); err != nil {
			return err
		}
		c.log("matter.risk_concluded", "Conclusion", x.Conclusion)
		return c.exec(ctx, `
			UPDATE risk_assessments SET equality = $1, economy = $2, service = $3, conclusion = $4, follow_on = $5, follow_by = nullif($6::bigint, 0), version = version + 1
			WHERE  id = $7`, x.Equality, x.Economy, x.Service, x.Conclusion, x.FollowOn, x.FollowBy, draft.ID)
	})
}

// RenewRisk begins a new version from the newest fixed one. Nothing happens when there is a draft already.
func (s *Service) RenewRisk(ctx context.Context, who access.Actor, id int64) error {
	if err := who.Require(access.RiskWrite); err != nil {
		return err
	}
	return s.writeRisk(ctx, who, id, 0, func(c *change, _ Assessment) error { return nil })
}

// writeRisk lets f change the draft of a matter of the owner's, made when there is none. version is the draft's that the writer
// saw; 0: any.
func (s *Service) writeRisk(ctx context.Context, who access.Actor, id int64, version int, f func(*change, Assessment) error) error {
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.owned(); err != nil {
			return err
		}
		draft, err := c.riskDraft(ctx)
		if err != nil {
			return err
		}
		if version != 0 && version != draft.Version {
			return fail.New(fail.Conflict, "error.conflict")
		}
		return f(c, draft)
	})
}

// riskDraft is the unfixed newest version; when there is none, one is made of the newest fixed.
func (c *change) riskDraft(ctx context.Context) (a Assessment, err error) {
	err = c.tx.QueryRow(ctx, `SELECT id, no, version FROM risk_assessments WHERE matter_id = $1 AND fixed_at IS NULL`, c.rec.ID).Scan(&a.ID, &a.No, &a.Version)
	if err != pgx.ErrNoRows {
		return a, err
	}
	const texts = `change, place, starts, reason, affected, no_change, alternative_b, equality, economy, service, last_row, follow_on, follow_by`
	const rows = `no, area, source, opportunity, affected, protection, probability, consequence, none_probability, none_consequence, b_probability, b_consequence,
		after_probability, after_consequence, serious, measure, at_once, responsible, responsible_id, due_on, effect_on`
	last := int64(0)
	if n := len(c.rec.Risks); n > 0 {
		last, a.No = c.rec.Risks[n-1].ID, c.rec.Risks[n-1].No
	}
	a.No++
	err = c.tx.QueryRow(ctx, `
		INSERT INTO risk_assessments (matter_id, no, proposal_no, created_by, created_at) VALUES ($1, $2, $3, $4, $5) RETURNING id, version`,
		c.rec.ID, a.No, c.rec.currentNo(), c.who.PersonID, c.now).Scan(&a.ID, &a.Version)
	if err != nil || last == 0 {
		return a, err
	}
	c.log("matter.risk_renewed", "No", fmt.Sprint(a.No))
	var b db.Batch
	b.Exec(`UPDATE risk_assessments n SET (`+texts+`) = (SELECT `+texts+` FROM risk_assessments o WHERE o.id = $2) WHERE n.id = $1`, a.ID, last)
	b.Exec(`INSERT INTO risk_rows (assessment_id, `+rows+`) SELECT $1, `+rows+` FROM risk_rows WHERE assessment_id = $2`, a.ID, last)
	if err := c.tx.Send(ctx, &b); err != nil {
		return a, fmt.Errorf("copying the risk assessment: %w", err)
	}
	return a, nil
}

// RiskReadThrough is the message about a text that may tell of one person: it is saved once the writer says that they have read
// it through (handbook L11).
const RiskReadThrough = "risk.error.read_through"

// checkRisk checks the texts, and asks the writer to read through what may tell of one person: their health or union (GDPR 9.1
// art.), their name, or that they are the only one.
func (c *change) checkRisk(ctx context.Context, f fail.Form, read bool, texts ...named) error {
	for _, t := range texts {
		checkText(&f, t.Field, t.Text, t.Most, "")
	}
	if err := f.Err(); err != nil || read {
		return err
	}
	for _, t := range texts {
		names, err := c.peopleNamed(ctx, t.Text)
		if err != nil {
			return err
		}
		if words := slices.Concat(privacy.Individual(t.Text), privacy.Alone(t.Text), names); len(words) > 0 {
			f.Add(t.Field, RiskReadThrough, "Words", strings.Join(words, ", "))
		}
	}
	return f.Err()
}

// peopleNamed are the names in the text that people of the organisation have.
func (c *change) peopleNamed(ctx context.Context, text string) ([]string, error) {
	candidates := privacy.FullNames(text)
	if len(candidates) == 0 {
		return nil, nil
	}
	rows, _ := c.tx.Query(ctx, `SELECT DISTINCT name FROM people WHERE name = ANY ($1) ORDER BY name`, candidates)
	names, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		return nil, fmt.Errorf("looking for names: %w", err)
	}
	return names, nil
}
