package overview

import (
	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/organisation"
	"samverka/internal/yearplan"
)

// Committee is a safety committee of the person's that comes near, or has passed, the longest time between its meetings.
type Committee struct {
	GroupID  int64
	Name     string
	Interval yearplan.Interval
	State    yearplan.IntervalState
}

// committeeRow is a safety committee with the agreement's parameters of the day.
type committeeRow struct {
	GroupID    int64
	Name       string
	Last, Next clock.Date
	Months     int
	Days       int
}

// queueCommittees reads how the safety committees stand that the person runs, or is a safety representative in.
func queueCommittees(b *db.Batch, dst *[]committeeRow, who access.Actor, today clock.Date) {
	groups := who.Groups()
	if who.Role != access.Manager && who.Role != access.SafetyRep || len(groups) == 0 {
		return
	}
	db.Many(b, dst, `
		SELECT g.id AS group_id, g.name,
		       (SELECT (max(me.starts_at) AT TIME ZONE 'Europe/Stockholm')::date FROM meetings me WHERE me.org_id = g.org_id AND me.group_id = g.id
		        AND me.status IN ('open', 'closed')) AS last,
		       (SELECT (min(me.starts_at) AT TIME ZONE 'Europe/Stockholm')::date FROM meetings me WHERE me.org_id = g.org_id AND me.group_id = g.id
		        AND me.status = 'planned' AND me.starts_at >= $3) AS next,
		       coalesce(a.safety_gap_months, 3) AS months, coalesce(a.safety_warn_days, 75) AS days
		FROM   groups g LEFT JOIN LATERAL (SELECT safety_gap_months, safety_warn_days FROM agreements WHERE org_id = g.org_id
		       ORDER BY valid_from <= $2 DESC, abs(valid_from - $2) LIMIT 1) a ON true
		WHERE  g.id = ANY ($1) AND g.safety_committee AND (g.closed_on IS NULL OR g.closed_on > $2) ORDER BY g.name COLLATE "sv-SE-x-icu"`, groups, today, today.Start())
}

// committees keeps those that a rule warns of. A manager is told of the groups whose meetings they run.
func committees(rows []committeeRow, who access.Actor, today clock.Date) (all []Committee) {
	for _, r := range rows {
		if who.Role == access.Manager && !who.RunsMeetings(r.GroupID) {
			continue
		}
		a := organisation.Agreement{SafetyGapMonths: r.Months, SafetyWarnDays: r.Days}
		i := yearplan.IntervalOf(r.Last, r.Next, a)
		if s := i.State(today, a); s != yearplan.InTime {
			all = append(all, Committee{r.GroupID, r.Name, i, s})
		}
	}
	return all
}
