package overview

import (
	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/yearplan"
)

// Committee is a safety committee of the person's that comes near, or has passed, the longest time between its meetings.
type Committee struct {
	GroupID  int64
	Name     string
	Interval yearplan.Interval
	State    yearplan.IntervalState
}

// queueCommittees reads how the safety committees stand that the person runs, or is a safety representative in.
func queueCommittees(b *db.Batch, dst *[]yearplan.Committee, who access.Actor, today clock.Date) {
	groups := who.Groups()
	if who.Role != access.Manager && who.Role != access.SafetyRep || len(groups) == 0 {
		return
	}
	yearplan.QueueCommittees(b, dst, who.OrgID, groups, today)
}

// committees keeps those that a rule warns of. A manager is told of the groups whose meetings they run.
func committees(rows []yearplan.Committee, who access.Actor, today clock.Date) (all []Committee) {
	for _, r := range rows {
		if who.Role == access.Manager && !who.RunsMeetings(r.GroupID) {
			continue
		}
		if i, s := r.Interval(today); s != yearplan.InTime {
			all = append(all, Committee{r.GroupID, r.Name, i, s})
		}
	}
	return all
}
