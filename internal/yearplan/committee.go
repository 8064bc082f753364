package yearplan

import (
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/organisation"
)

// Committee is a safety committee with its meetings and the agreement's parameters of the day.
type Committee struct {
	GroupID int64
	Name    string
	ChairID int64 // 0: vacant
	LastID  int64 // the latest meeting held; 0: none
	Last    clock.Date
	Next    clock.Date
	Months  int
	Days    int
}

// QueueCommittees reads how safety committees stand: those of the groups, or with nil all of the organisation's.
func QueueCommittees(b *db.Batch, dst *[]Committee, orgID int64, groups []int64, today clock.Date) {
	db.Many(b, dst, `
		SELECT g.id AS group_id, g.name, coalesce(g.chair_id, 0) AS chair_id, coalesce(l.id, 0) AS last_id, (l.starts_at AT TIME ZONE 'Europe/Stockholm')::date AS last,
		       (SELECT (min(me.starts_at) AT TIME ZONE 'Europe/Stockholm')::date FROM meetings me WHERE me.org_id = g.org_id AND me.group_id = g.id
		        AND me.status = 'planned' AND me.starts_at >= $3) AS next,
		       coalesce(a.safety_gap_months, 3) AS months, coalesce(a.safety_warn_days, 75) AS days
		FROM   groups g LEFT JOIN LATERAL agreement_on($2, group_path(g.id), g.id) a ON true
		LEFT   JOIN LATERAL (SELECT me.id, me.starts_at FROM meetings me WHERE me.org_id = g.org_id AND me.group_id = g.id
		       AND me.status IN ('open', 'closed') ORDER BY me.starts_at DESC LIMIT 1) l ON true
		WHERE  g.org_id = $4 AND ($1::bigint[] IS NULL OR g.id = ANY ($1)) AND g.safety_committee AND (g.closed_on IS NULL OR g.closed_on > $2)
		ORDER  BY g.name COLLATE "sv-SE-x-icu"`, groups, today, today.Start(), orgID)
}

// Interval is how the committee stands against the rule, and what is to be said of it on the day.
func (c Committee) Interval(today clock.Date) (Interval, IntervalState) {
	a := organisation.Agreement{SafetyGapMonths: c.Months, SafetyWarnDays: c.Days}
	i := IntervalOf(c.Last, c.Next, a)
	return i, i.State(today, a)
}
