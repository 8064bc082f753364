package matter

import (
	"context"
	"slices"
	"strings"
	"time"

	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// department is the förvaltning of a unit u: under one top unit, the unit below it when it has units of its own; among
// several top units, the top unit itself when it has. A unit outside them, and the top of all, lie in none.
const department = `coalesce((SELECT d.id FROM units d WHERE d.id = CASE WHEN (SELECT count(*) FROM units r WHERE r.parent_id IS NULL) = 1 THEN u.ancestors[2] ELSE u.ancestors[1] END
	AND EXISTS (SELECT FROM units c WHERE c.parent_id = d.id)), 0)`

// PlanAgreement is what the parties have agreed on a question over several förvaltningar (handbook "Several groups").
type PlanAgreement struct {
	MatterID      int64
	AgreedOn      clock.Date
	How           string // how every context is covered
	ConcluderID   int64  // the group that concludes for all; 0: each for its own
	ConcluderName string
	Unions        []int64
	UnionNames    []string
	RecorderName  string
	RecordedAt    time.Time
}

// Wide reports whether the units lie in more than one förvaltning: how every context is covered needs a dialogue between
// the parties first (SEED3; handbook "Several groups").
func (r Record) Wide() bool {
	first := int64(0)
	for _, u := range r.Units {
		switch {
		case u.DepartmentID == 0 || u.DepartmentID == first:
		case first == 0:
			first = u.DepartmentID
		default:
			return true
		}
	}
	return false
}

// PlanAwaits reports whether the parties still have to agree on how every förvaltning is heard: before the first treatment,
// so no group is called to it, or gets papers for it, before that (SEED3; handbook "Several groups", T3).
func (r Record) PlanAwaits() bool { return r.Wide() && len(r.Agreed) == 0 }

// Agreement of the parties on the plan, if there is one.
func (r Record) PlanAgreement() (PlanAgreement, bool) {
	if len(r.Agreed) == 0 {
		return PlanAgreement{}, false
	}
	return r.Agreed[0], true
}

// AgreedForm is what the owner says that the parties have agreed on.
type AgreedForm struct {
	On        clock.Date
	How       string
	Concluder int64 // 0: each group for its own
	Unions    []int64
}

// checkAgreed refuses a plan over several förvaltningar that the parties have not agreed on (SEED3; handbook "Several
// groups"): when, with whom, how every context is covered. That one group concludes for all takes every union that has a
// mandate in the plan's groups.
func (r Record) checkAgreed(a AgreedForm, plan []PlanTrack, seated []int64, today clock.Date) error {
	if !r.Wide() {
		return nil
	}
	var f fail.Form
	checkText(&f, "how", a.How, 4000, "paths.error.how_needed")
	switch {
	case a.On.IsZero():
		f.Add("agreed_on", "paths.error.agreed_on_needed")
	case a.On.After(today):
		f.Add("agreed_on", "paths.error.agreed_on_future")
	}
	if len(a.Unions) == 0 {
		f.Add("unions", "paths.error.agreed_unions_needed")
	}
	if a.Concluder != 0 {
		if !slices.ContainsFunc(plan, func(p PlanTrack) bool { return p.Kind == KindGroup && p.GroupID == a.Concluder }) {
			f.Add("concluder", "paths.error.concluder_not_planned")
		}
		if len(a.Unions) > 0 && slices.ContainsFunc(seated, func(u int64) bool { return !slices.Contains(a.Unions, u) }) {
			f.Add("unions", "paths.error.concluder_needs_all")
		}
	}
	return f.Err()
}

// concludedBy makes the other groups' tracks information when one group concludes for all (handbook "Several groups").
func concludedBy(concluder int64, plan []PlanTrack) []PlanTrack {
	plan = slices.Clone(plan)
	for i, p := range plan {
		if concluder != 0 && p.Kind == KindGroup && p.GroupID != concluder {
			plan[i].Kind = KindInfo
		}
	}
	return plan
}

// seated are the unions with a mandate today in the plan's groups.
func (c *change) seated(ctx context.Context, plan []PlanTrack) (unions []int64, err error) {
	var groups []int64
	for _, p := range plan {
		if p.GroupID != 0 {
			groups = append(groups, p.GroupID)
		}
	}
	var b db.Batch
	db.Scalars(&b, &unions, `
		SELECT DISTINCT ma.union_id FROM mandates ma WHERE ma.group_id = ANY ($1) AND ma.union_id IS NOT NULL
		AND ma.valid_from <= $2 AND (ma.valid_until IS NULL OR ma.valid_until >= $2) ORDER BY 1`, groups, c.today())
	return unions, c.tx.Send(ctx, &b)
}

// keepAgreed stores what the parties have agreed on.
func (c *change) keepAgreed(ctx context.Context, a AgreedForm) error {
	if !c.rec.Wide() {
		return nil
	}
	var names []string
	var b db.Batch
	b.Exec(`
		INSERT INTO plan_agreements (matter_id, agreed_on, how, concluder_id, recorded_by, recorded_at) VALUES ($1, $2, $3, nullif($4::bigint, 0), $5, $6)
		ON CONFLICT (org_id, matter_id) DO UPDATE SET agreed_on = excluded.agreed_on, how = excluded.how, concluder_id = excluded.concluder_id,
			recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at`,
		c.rec.ID, a.On, strings.TrimSpace(a.How), a.Concluder, c.who.PersonID, c.now)
	b.Exec(`DELETE FROM plan_agreement_unions WHERE matter_id = $1`, c.rec.ID)
	b.Exec(`INSERT INTO plan_agreement_unions (matter_id, union_id) SELECT $1, u.id FROM unions u WHERE u.id = ANY ($2)`, c.rec.ID, a.Unions)
	db.Scalars(&b, &names, `SELECT u.name FROM unions u WHERE u.id = ANY ($1) ORDER BY u.name`, a.Unions)
	if err := c.tx.Send(ctx, &b); err != nil {
		return err
	}
	if len(names) == 0 {
		return fail.New(fail.Invalid, "matter.error.plan_foreign")
	}
	c.log("matter.plan_agreed", "Union", join(names), "Date", a.On.String(), "Text", strings.TrimSpace(a.How))
	return nil
}
