package followup

import (
	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
)

// Todo is what a follow-up asks of a person: to start the year's round, to answer for their side, or to read the statement.
type Todo struct {
	Kind      string // start, answer, approve
	RoundID   int64
	Year      int
	GroupID   int64
	GroupName string
}

// The kinds.
const (
	ToStart   = "start"
	ToAnswer  = "answer"
	ToApprove = "approve"
)

// QueueTodo queues what the follow-ups ask of the actor today. They are derived, never stored: who holds the seat is asked.
//
// From the first of the agreement's month until the year is out, HR and the negotiator see that no round has been started.
func QueueTodo(b *db.Batch, dst *[]Todo, who access.Actor, today clock.Date) {
	year, month, _ := today.YMD()
	side := map[access.Role]Side{access.Manager: Employer, access.UnionRep: Union}[who.Role]
	db.Many(b, dst, `
		SELECT 'start' AS kind, 0::bigint AS round_id, $1::int AS year, 0::bigint AS group_id, '' AS group_name
		FROM   agreement_on($2, '{}', 0) a WHERE $3 AND a.followup_month <= $4 AND NOT EXISTS (SELECT FROM followup_rounds r WHERE r.year = $1)
		UNION  ALL
		SELECT 'answer', r.id, r.year, g.id, g.name FROM followup_rounds r JOIN followup_groups e ON e.org_id = r.org_id AND e.round_id = r.id AND e.left_out = ''
		JOIN   groups g ON g.org_id = e.org_id AND g.id = e.group_id
		WHERE  r.stage = 'answers' AND $5 <> '' AND (g.id = ANY ($6) OR $5 = 'employer' AND EXISTS (SELECT FROM group_units gu WHERE gu.org_id = g.org_id AND gu.group_id = g.id AND gu.unit_id = ANY ($7)))
		AND    NOT EXISTS (SELECT FROM followup_answers x WHERE x.org_id = e.org_id AND x.entry_id = e.id AND x.side = $5 AND x.sent_at IS NOT NULL)
		UNION  ALL
		SELECT 'approve', r.id, r.year, g.id, g.name FROM followup_rounds r JOIN groups g ON g.org_id = r.org_id AND g.id = r.group_id
		WHERE  r.stage = 'statement' AND r.statement <> '' AND CASE WHEN $3 THEN NOT EXISTS (SELECT FROM followup_approvals x WHERE x.org_id = r.org_id AND x.round_id = r.id
		       AND x.version = r.statement_version AND x.union_id IS NULL)
		       ELSE $5 = 'union' AND g.id = ANY ($6) AND EXISTS (SELECT FROM unnest($8::bigint[]) u (id) WHERE NOT EXISTS (SELECT FROM followup_approvals x WHERE x.org_id = r.org_id
		       AND x.round_id = r.id AND x.version = r.statement_version AND x.union_id = u.id)) END
		ORDER  BY 3, 1, 5 LIMIT 20`,
		year, today, runs(who), int(month), string(side), who.Groups(), who.Units, who.Unions())
}
