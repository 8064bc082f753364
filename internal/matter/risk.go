package matter

import (
	"context"
	"slices"
	"time"

	"samverka/internal/access"
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

func (r Record) currentNo() int {
	p, _ := r.Current()
	return p.No
}
