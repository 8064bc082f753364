package matter

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// RiskAreas are the areas that a risk assessment goes through (handbook 6).
var RiskAreas = []string{"workload", "working_time", "roles", "social", "threats", "working_alone", "ergonomics", "premises",
	"equipment", "chemicals", "competence", "digital", "users"}

// RiskAreaKey is the message key of an area's name.
func RiskAreaKey(a string) string { return "matter.risk_area." + a }

// RiskRow is one source of risk, or an opportunity.
type RiskRow struct {
	ID          int64
	Area        string
	Source      string
	Opportunity bool
	Affected    string // group of people, never an individual
	Protection  string // what protects already
	Probability int    // 1-5
	Consequence int    // 1-5
	Serious     bool
	Measure     string
	Responsible string
	DueOn       clock.Date
}

// Value is probability times consequence, 1-25.
func (r RiskRow) Value() int { return r.Probability * r.Consequence }

// RiskStatement is one safety representative's part: invited, and what they said (AML 6:4).
type RiskStatement struct {
	PersonID   int64
	PersonName string
	InvitedAt  time.Time
	Agrees     *bool
	Body       string
	StatedAt   *time.Time
}

// Assessment is one version of a matter's risk assessment.
type Assessment struct {
	ID            int64
	No            int
	ProposalNo    int
	Change        string
	Conclusion    string // "", proceed, with_measures, not_now
	WithoutReason string
	AuthorName    string
	CreatedAt     time.Time
	FixedAt       *time.Time
	FixerName     string
	Version       int
}

// RiskPage is everything about a matter's risk assessment, newest version first in Versions; Rows and Statements are
// those of the newest.
type RiskPage struct {
	Record     Record
	Versions   []Assessment
	Rows       []RiskRow
	Statements []RiskStatement
	Safety     []Person // safety representatives who can be invited: of the units and groups concerned
}

// Current is the newest version, and whether there is one.
func (p RiskPage) Current() (Assessment, bool) {
	if len(p.Versions) == 0 {
		return Assessment{}, false
	}
	return p.Versions[0], true
}

// Person is a name to choose.
type Person struct {
	ID   int64
	Name string
}

const safetyPeople = `
	SELECT DISTINCT pe.id, pe.name FROM mandates ma JOIN people pe ON pe.id = ma.person_id
	WHERE  ma.role IN ('safety_rep', 'chief_safety_rep') AND ma.valid_from <= $2 AND (ma.valid_until IS NULL OR ma.valid_until >= $2)
	AND    (ma.unit_id IN (SELECT unnest(u.ancestors) FROM matter_units mu JOIN units u ON u.id = mu.unit_id WHERE mu.matter_id = $1)
	     OR ma.group_id IN (SELECT t.group_id FROM tracks t WHERE t.matter_id = $1) OR ma.unit_id IS NULL AND ma.group_id IS NULL)
	ORDER  BY pe.name`

// Risk reads the matter's risk assessment. NotFound when the actor may not know of the matter.
func (s *Service) Risk(ctx context.Context, who access.Actor, id int64) (RiskPage, error) {
	var p RiskPage
	if err := who.Require(access.MatterRead); err != nil {
		return p, err
	}
	now := s.Clock.Now()
	var b db.Batch
	where, args := Visible(who, 2)
	assemble := Queue(&b, `SELECT m.id FROM matters m WHERE m.id = $1 AND `+where, slices.Concat([]any{id}, args), clock.DateOf(now))
	p.queue(&b, id, clock.DateOf(now))
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return p, err
	}
	rs := assemble()
	if len(rs) == 0 {
		return RiskPage{}, fail.New(fail.NotFound, "error.not_found")
	}
	p.Record = rs[0]
	return p, nil
}

func (p *RiskPage) queue(b *db.Batch, id int64, today clock.Date) {
	const newest = `(SELECT ra.id FROM risk_assessments ra WHERE ra.matter_id = $1 ORDER BY ra.no DESC LIMIT 1)`
	db.Many(b, &p.Versions, `
		SELECT ra.id, ra.no, ra.proposal_no, ra.change, ra.conclusion, ra.without_reason, au.name AS author_name, ra.created_at, ra.fixed_at,
		       coalesce(fi.name, '') AS fixer_name, ra.version
		FROM   risk_assessments ra JOIN people au ON au.id = ra.created_by LEFT JOIN people fi ON fi.id = ra.fixed_by
		WHERE  ra.matter_id = $1 ORDER BY ra.no DESC`, id)
	db.Many(b, &p.Rows, `
		SELECT id, area, source, opportunity, affected, protection, probability, consequence, serious, measure, responsible, due_on
		FROM   risk_rows WHERE assessment_id = `+newest+` ORDER BY id`, id)
	db.Many(b, &p.Statements, `
		SELECT rs.person_id, pe.name AS person_name, rs.invited_at, rs.agrees, rs.body, rs.stated_at
		FROM   risk_statements rs JOIN people pe ON pe.id = rs.person_id WHERE rs.assessment_id = `+newest+` ORDER BY pe.name`, id)
	db.Many(b, &p.Safety, safetyPeople, id, today)
}

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

func (r Record) currentNo() int {
	p, _ := r.Current()
	return p.No
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
