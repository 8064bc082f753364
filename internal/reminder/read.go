package reminder

import (
	"context"
	"fmt"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/matter"
	"samverka/internal/yearplan"
)

// lookBack is for how many days something that has come to its end is looked at.
const lookBack = 7

// facts reads what Due needs, in one round trip inside the transaction. Tasks count while the person holds the role that
// they were given in.
func facts(ctx context.Context, tx *db.OrgTx, now time.Time) (Facts, error) {
	var f Facts
	var b db.Batch
	today := clock.DateOf(now)
	asking := make([]string, 0, len(kinds))
	for k := range kinds {
		asking = append(asking, k)
	}
	db.Many(&b, &f.Unanswered, `
		SELECT t.id AS task_id, t.person_id, t.kind, coalesce(t.matter_id, 0) AS matter_id, coalesce(t.meeting_id, 0) AS meeting_id,
		       coalesce(t.union_id, 0) AS union_id, t.created_at AS asked_at, t.due_on, me.starts_at
		FROM   tasks t JOIN held_roles($1) h ON h.person_id = t.person_id AND h.role = t.role
		LEFT   JOIN meetings me ON me.id = t.meeting_id
		WHERE  t.done_at IS NULL AND t.kind = ANY ($2) AND t.due_on > $3 ORDER BY t.id`, today, asking, today.Add(-tooLate))
	db.Many(&b, &f.Unions, `SELECT id, agreement_until AS until FROM unions WHERE agreement_until BETWEEN $1 AND $2 AND closed_on IS NULL ORDER BY id`,
		today, today.Add(agreementWarns[0]))
	db.Scalars(&b, &f.MandateEnd, `
		SELECT DISTINCT ma.valid_until FROM mandates ma WHERE ma.valid_until BETWEEN $1 AND $2 AND ma.valid_from <= ma.valid_until
		AND ma.role IN ('union_rep', 'union_substitute', 'safety_rep', 'chief_safety_rep', 'secretary', 'employer_rep')
		AND NOT EXISTS (SELECT FROM mandates n WHERE n.role = ma.role AND n.union_id IS NOT DISTINCT FROM ma.union_id AND n.group_id IS NOT DISTINCT FROM ma.group_id
		    AND n.unit_id IS NOT DISTINCT FROM ma.unit_id AND n.person_id = ma.person_id AND n.valid_from <= ma.valid_until + 1 AND (n.valid_until IS NULL OR n.valid_until > ma.valid_until))
		ORDER BY 1`, today, today.Add(mandateWarns))
	yearplan.QueueCommittees(&b, &f.Committees, tx.OrgID, nil, today)
	db.Scalars(&b, &f.Watchers, `SELECT DISTINCT person_id FROM held_roles($1) WHERE role IN ($2, $3) ORDER BY 1`, today, string(access.HR), string(access.Negotiator))
	records := matter.Queue(&b, recent, []any{today.Add(-lookBack), today, now.AddDate(0, 0, -lookBack)}, today)
	near := matter.Queue(&b, nearing, []any{today, today.Add(blockedWarns)}, today)
	if err := tx.Send(ctx, &b); err != nil {
		return Facts{}, fmt.Errorf("reading what is due: %w", err)
	}
	f.Ready, f.Blocked = records(), near()
	return f, nil
}

// recent are the open matters in which a limit has run out, a conclusion has taken effect or a negotiation has ended
// lately, and whose owner has not been told that the decision may be made on the newest version.
const recent = `
	SELECT m.id FROM matters m WHERE m.status = 'open' AND m.plan_confirmed_at IS NOT NULL
	AND NOT EXISTS (SELECT FROM decisions d WHERE d.matter_id = m.id AND d.deviation <> 'material' AND d.exception_id IS NULL)
	AND NOT EXISTS (SELECT FROM mails x WHERE x.kind IN ('ready', 'ready_board') AND x.matter_id = m.id
	    AND x.subject_id = m.id << 12 | (SELECT max(p.no) FROM proposals p WHERE p.matter_id = m.id))
	AND (EXISTS (SELECT FROM agenda_items ai JOIN positions po ON po.item_id = ai.id WHERE ai.matter_id = m.id AND po.window_until BETWEEN $1 AND $2)
	  OR EXISTS (SELECT FROM agenda_items ai WHERE ai.matter_id = m.id AND ai.effective_at >= $3)
	  OR EXISTS (SELECT FROM tracks t WHERE t.matter_id = m.id AND (t.window_until BETWEEN $1 AND $2 OR t.closed_at >= $3 OR t.waived_at >= $3))
	  OR EXISTS (SELECT FROM proposals p WHERE p.matter_id = m.id AND p.objection_until BETWEEN $1 AND $2)
	  OR EXISTS (SELECT FROM risk_assessments ra WHERE ra.matter_id = m.id AND ra.fixed_at >= $3))`

// nearing are the matters on their way that wait for something, whose planned day is near and whose owner has not been told
// of it.
const nearing = `
	SELECT m.id FROM matters m JOIN matter_verdicts v ON v.matter_id = m.id
	WHERE  v.missing > 0 AND m.status = 'open' AND m.planned_decision BETWEEN $1 AND $2
	AND    NOT EXISTS (SELECT FROM mails x WHERE x.kind = 'blocked' AND x.matter_id = m.id AND x.person_id = m.owner_id AND x.about_on = m.planned_decision)
	LIMIT  200`
