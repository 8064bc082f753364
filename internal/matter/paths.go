package matter

import (
	"context"
	"slices"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// queuePaths queues what has moved the matters between levels and managers, and what the parties have agreed on.
func (r *records) queuePaths(b *db.Batch) {
	p := &r.parts
	db.Many(b, &p.Handovers, `
		SELECT h.matter_id, h.id, h.from_id, f.name AS from_name, h.to_id, t.name AS to_name, h.reason, h.at, h.accepted_at, h.returned_at, h.returned_reason,
		       coalesce(rb.name, '') AS returner_name
		FROM   matter_handovers h JOIN people f ON f.id = h.from_id JOIN people t ON t.id = h.to_id LEFT JOIN people rb ON rb.id = h.returned_by
		WHERE  `+in("h.matter_id")+` ORDER BY h.id`)
	db.Many(b, &p.Agreed, `
		SELECT a.matter_id, a.agreed_on, a.how, coalesce(a.concluder_id, 0) AS concluder_id, coalesce(g.name, '') AS concluder_name, rb.name AS recorder_name, a.recorded_at,
		       ARRAY(SELECT au.union_id FROM plan_agreement_unions au WHERE au.matter_id = a.matter_id ORDER BY 1) AS unions,
		       ARRAY(SELECT un.name FROM plan_agreement_unions au JOIN unions un ON un.id = au.union_id WHERE au.matter_id = a.matter_id ORDER BY un.name) AS union_names
		FROM   plan_agreements a LEFT JOIN groups g ON g.id = a.concluder_id JOIN people rb ON rb.id = a.recorded_by
		WHERE  `+in("a.matter_id"))
}

// readOne reads the matter for a manager's page, together with what more queues in the same round trip. NotFound when the
// actor may not know of it.
func (s *Service) readOne(ctx context.Context, who access.Actor, id int64, rec *Record, more func(b *db.Batch)) error {
	if err := who.Require(access.MatterWrite); err != nil {
		return err
	}
	var b db.Batch
	where, args := Visible(who, 2)
	assemble := Queue(&b, `SELECT m.id FROM matters m WHERE m.id = $1 AND `+where, slices.Concat([]any{id}, args), clock.Today(s.Clock))
	more(&b)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return err
	}
	rs := assemble()
	if len(rs) == 0 {
		return fail.New(fail.NotFound, "error.not_found")
	}
	*rec = rs[0]
	return nil
}
