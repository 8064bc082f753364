package matter

import (
	"context"
	"slices"
	"time"

	"samverka/internal/access"
	"samverka/internal/action"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/process"
)

// RiskWork is what became of a row's measure: the action, and the look at its effect.
type RiskWork struct {
	No     int
	Action *action.Action
	Check  *Check
}

// RiskPage is everything about a matter's risk assessment: its versions, newest first, and the newest in full.
type RiskPage struct {
	Record   Record
	Versions []Assessment
	Newest   RiskAssessed // zero when there is none
	Work     []RiskWork
	Safety   []Person        // safety representatives who can be invited: of the units and groups concerned
	Doers    []action.Person // who may be asked to take a measure
	Hints    []process.Hint  // risks to consider, from the process that the matter follows
}

// Has reports whether there is an assessment.
func (p RiskPage) Has() bool { return len(p.Versions) > 0 }

// Draft reports whether the newest version may still be written.
func (p RiskPage) Draft() bool { return p.Has() && p.Newest.FixedAt == nil }

// Small are the units concerned that are so few that somebody might be recognised (agreement's statistics minimum).
func (p RiskPage) Small() []Unit {
	return slices.DeleteFunc(slices.Clone(p.Record.Units), func(u Unit) bool { return u.Headcount == 0 || u.Headcount >= p.Record.Agreement.StatisticsMinimum })
}

const safetyPeople = `
	SELECT DISTINCT pe.id, pe.name FROM mandates ma JOIN people pe ON pe.id = ma.person_id
	WHERE  ma.role IN ('safety_rep', 'chief_safety_rep') AND ma.valid_from <= $2 AND (ma.valid_until IS NULL OR ma.valid_until >= $2)
	AND    (ma.unit_id IN (SELECT unnest(u.ancestors) FROM matter_units mu JOIN units u ON u.id = mu.unit_id WHERE mu.matter_id = $1)
	     OR ma.group_id IN (SELECT t.group_id FROM tracks t WHERE t.matter_id = $1) OR ma.unit_id IS NULL AND ma.group_id IS NULL)
	ORDER  BY pe.name`

const (
	riskVersions = `
		SELECT ra.id, ra.no, ra.proposal_no, ra.change, ra.place, ra.starts, ra.reason, ra.affected, ra.no_change, ra.alternative_b, ra.equality, ra.economy, ra.service,
		       ra.conclusion, ra.follow_on, coalesce(ra.follow_by, 0) AS follow_by, coalesce(fb.name, '') AS follow_by_name, ra.without_reason, au.name AS author_name,
		       ra.created_at, ra.fixed_at, coalesce(fi.name, '') AS fixer_name, ra.followed_at, coalesce(fo.name, '') AS follower_name, ra.followed_note, ra.version
		FROM   risk_assessments ra JOIN people au ON au.id = ra.created_by LEFT JOIN people fi ON fi.id = ra.fixed_by LEFT JOIN people fb ON fb.id = ra.follow_by
		LEFT   JOIN people fo ON fo.id = ra.followed_by WHERE ra.matter_id = $1`
	riskRowsOf = `
		SELECT r.id, r.no, r.area, r.source, r.opportunity, r.affected, r.protection, r.probability, r.consequence, r.b_probability, r.b_consequence, r.none_probability,
		       r.none_consequence, r.serious, r.measure, r.at_once, r.responsible, coalesce(r.responsible_id, 0) AS responsible_id, coalesce(p.name, '') AS responsible_name,
		       r.due_on, r.after_probability AS after_prob, r.after_consequence AS after_cons, r.effect_on, r.version
		FROM   risk_rows r LEFT JOIN people p ON p.id = r.responsible_id WHERE r.assessment_id = `
	riskPeopleOf = `
		SELECT x.id, x.kind, coalesce(x.person_id, 0) AS person_id, x.name, x.invited_at, x.answer, x.answered_at, x.agrees, x.body, x.stated_at,
		       coalesce(x.stated_version, 0) AS stated_version
		FROM   risk_participants x WHERE x.assessment_id = `
	riskWorkOf = `
		SELECT a.risk_row, false AS is_check, a.id, a.what, p.name AS person_name, a.due_on, a.done_at, a.result, '' AS note
		FROM   actions a JOIN people p ON p.id = a.person_id WHERE a.matter_id = $1 AND a.risk_row IS NOT NULL
		UNION  ALL SELECT k.risk_row, true, k.id, k.what, p.name, k.due_on, k.checked_at, coalesce(k.result, ''), k.note
		FROM   matter_checks k JOIN people p ON p.id = k.person_id WHERE k.matter_id = $1 AND k.risk_row IS NOT NULL ORDER BY 1, 3`
	riskNewest = `(SELECT ra.id FROM risk_assessments ra WHERE ra.matter_id = $1 ORDER BY ra.no DESC LIMIT 1)`
	riskNo     = `(SELECT ra.id FROM risk_assessments ra WHERE ra.matter_id = $1 AND ra.no = $2)`
	riskOrder  = ` ORDER BY no`
	peopleKind = ` ORDER BY x.kind <> 'safety_rep', x.kind, x.name`
)

// Risk reads the matter's risk assessment. NotFound when the actor may not know of the matter.
func (s *Service) Risk(ctx context.Context, who access.Actor, id int64) (RiskPage, error) {
	if err := who.Require(access.MatterRead); err != nil {
		return RiskPage{}, err
	}
	where, args := Visible(who, 2)
	return s.risk(ctx, who, id, where, args)
}

// RiskInvitation reads the assessment for somebody invited to its newest version, whatever their role. NotFound for others.
func (s *Service) RiskInvitation(ctx context.Context, who access.Actor, id int64) (RiskPage, error) {
	if err := who.Require(access.RiskAnswer); err != nil {
		return RiskPage{}, err
	}
	return s.risk(ctx, who, id, `EXISTS (SELECT FROM risk_participants x WHERE x.person_id = $2 AND x.assessment_id = `+riskNewest+`)`, []any{who.PersonID})
}

func (s *Service) risk(ctx context.Context, who access.Actor, id int64, where string, args []any) (RiskPage, error) {
	var p RiskPage
	today := clock.Today(s.Clock)
	var b db.Batch
	assemble := Queue(&b, `SELECT m.id FROM matters m WHERE m.id = $1 AND `+where, slices.Concat([]any{id}, args), today)
	assembleRisk, templates := p.queue(&b, id, today), process.Queue(&b)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return p, err
	}
	rs := assemble()
	if len(rs) == 0 {
		return RiskPage{}, fail.New(fail.NotFound, "error.not_found")
	}
	p.Record = rs[0]
	assembleRisk()
	if t, ok := process.Find(templates(), p.Record.Template); ok {
		p.Hints = t.Risks
	}
	return p, nil
}

type workRow struct {
	RiskRow      int
	IsCheck      bool
	ID           int64
	What         string
	PersonName   string
	DueOn        clock.Date
	DoneAt       *time.Time
	Result, Note string
}

func (p *RiskPage) queue(b *db.Batch, id int64, today clock.Date) (assemble func()) {
	var work []workRow
	db.Many(b, &p.Versions, riskVersions+` ORDER BY ra.no DESC`, id)
	db.Many(b, &p.Newest.Rows, riskRowsOf+riskNewest+riskOrder, id)
	db.Many(b, &p.Newest.People, riskPeopleOf+riskNewest+peopleKind, id)
	db.Many(b, &p.Safety, safetyPeople, id, today)
	action.QueueDoers(b, &p.Doers, action.Place{MatterID: id}, today)
	db.Many(b, &work, riskWorkOf, id)
	return func() {
		if p.Has() {
			p.Newest.Assessment = p.Versions[0]
		}
		p.Work = worksOf(work)
	}
}

// worksOf gathers what the rows have led to; the latest action and check of each row count.
func worksOf(rows []workRow) []RiskWork {
	var out []RiskWork
	for _, r := range rows {
		if n := len(out); n == 0 || out[n-1].No != r.RiskRow {
			out = append(out, RiskWork{No: r.RiskRow})
		}
		w := &out[len(out)-1]
		if r.IsCheck {
			w.Check = &Check{ID: r.ID, What: r.What, PersonName: r.PersonName, DueOn: r.DueOn, CheckedAt: r.DoneAt, Result: r.Result, Note: r.Note}
		} else {
			w.Action = &action.Action{ID: r.ID, What: r.What, PersonName: r.PersonName, DueOn: r.DueOn, DoneAt: r.DoneAt, Result: r.Result}
		}
	}
	return out
}

// WorkOf is what the row of the number has led to.
func (p RiskPage) WorkOf(no int) RiskWork {
	w, _ := find(p.Work, func(w RiskWork) bool { return w.No == no })
	return w
}

// RiskVersion is one version of a matter's risk assessment, with the one before it.
type RiskVersion struct {
	Record Record
	RiskAssessed
	Before *RiskAssessed // nil: this is the first
	Newest int           // the newest version's number
}

// RiskVersion reads one version by its number. NotFound when there is none, or the actor may not know of the matter.
func (s *Service) RiskVersion(ctx context.Context, who access.Actor, id int64, no int) (RiskVersion, error) {
	if err := who.Require(access.MatterRead); err != nil {
		return RiskVersion{}, err
	}
	var v RiskVersion
	var b db.Batch
	var before RiskAssessed
	var all []Assessment
	where, args := Visible(who, 2)
	assemble := Queue(&b, `SELECT m.id FROM matters m WHERE m.id = $1 AND `+where, slices.Concat([]any{id}, args), clock.Today(s.Clock))
	db.Many(&b, &all, riskVersions+` ORDER BY ra.no DESC`, id)
	db.Many(&b, &v.Rows, riskRowsOf+riskNo+riskOrder, id, no)
	db.Many(&b, &v.People, riskPeopleOf+riskNo+peopleKind, id, no)
	db.Many(&b, &before.Rows, riskRowsOf+riskNo+riskOrder, id, no-1)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return RiskVersion{}, err
	}
	rs := assemble()
	this, ok := find(all, func(a Assessment) bool { return a.No == no })
	if len(rs) == 0 || !ok {
		return RiskVersion{}, fail.New(fail.NotFound, "error.not_found")
	}
	v.Record, v.Assessment, v.Newest = rs[0], this, all[0].No
	if a, ok := find(all, func(a Assessment) bool { return a.No == no-1 }); ok {
		before.Assessment = a
		v.Before = &before
	}
	return v, nil
}
