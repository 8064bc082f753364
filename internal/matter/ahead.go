package matter

import (
	"context"
	"fmt"
	"slices"
	"time"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/db"
)

// Ahead lists what is not missing yet but will be: a union whose samverkansavtal has a last day while a group of the plan
// still has the matter before it. What is treated before that day stands; after it the employer negotiates with the union
// under MBL 11 §, or informs it under 19 § (handbook 4.3 "Split regime").
func (r Record) Ahead(now time.Time) []Missing {
	today := clock.DateOf(now)
	if d, decided := r.LastDecision(); r.Status != "open" || decided && d.Deviation != MaterialDeviation {
		return nil
	}
	var ms []Missing
	var seen []int64
	for _, t := range r.Tracks {
		if _, done := r.outcome(t); done || t.Kind != KindGroup && t.Kind != KindInfo || t.Kind == KindGroup && !r.owed(t) || r.TrackState(t, now).Finished() {
			continue
		}
		for _, s := range r.Seats {
			until := s.CoveredUntil(today)
			if s.GroupID != t.GroupID || !s.holds(today) || until.IsZero() || r.negotiates(s.UnionID) || slices.Contains(seen, s.UnionID) {
				continue
			}
			seen = append(seen, s.UnionID)
			ms = append(ms, r.ending(t, s, until))
		}
	}
	return ms
}

// ending says from which day the union is negotiated with by itself.
func (r Record) ending(t Track, s Seat, until clock.Date) Missing {
	key, source := "matter.ahead.agreement_ends", "MBL 11 §; samverkansavtalet gäller per organisation"
	if t.Kind == KindInfo {
		key, source = "matter.ahead.agreement_ends_info", "MBL 19 §; samverkansavtalet gäller per organisation"
	}
	m := Missing{Key: key, Args: []any{"Union", s.UnionName, "Until", until.String(), "From", until.Add(1).String(), "Group", t.GroupName}, Who: r.OwnerName, When: until,
		Link: r.path("/mote"), Action: "matter.gate.do_set_up", Source: source, UnionID: s.UnionID}
	if it, ok := r.latest(t); ok && it.ConcludedAt == nil && it.MeetingStatus == "planned" && !it.Day().After(until) {
		m.Link, m.Action = fmt.Sprintf("/moten/%d#punkt-%d", it.MeetingID, it.ID), "matter.gate.see_item"
	}
	return m
}

// endingMatters are undecided matters that a group still has before it, with a union in it whose agreement has a last day,
// and whose owner has not been told.
const endingMatters = `
	SELECT DISTINCT m.id FROM matters m JOIN tracks t ON t.matter_id = m.id AND t.group_id IS NOT NULL
	JOIN   mandates ma ON ma.group_id = t.group_id AND ma.role IN ('union_rep', 'union_substitute') AND ma.valid_from <= $1 AND (ma.valid_until IS NULL OR ma.valid_until >= $1)
	JOIN   unions un ON un.id = ma.union_id AND un.agreement_until >= $1 AND un.collective_agreement AND (un.agreement_from IS NULL OR un.agreement_from <= $1)
	WHERE  m.status = 'open' AND NOT EXISTS (SELECT FROM decisions d WHERE d.matter_id = m.id)
	AND    NOT EXISTS (SELECT FROM tasks x WHERE x.matter_id = m.id AND x.kind = 'agreement_ends' AND x.union_id = un.id AND x.due_on = un.agreement_until)
	ORDER  BY m.id LIMIT 200`

// WarnOfEnds is for internal/reminder: gives the owners of matters that a union's agreement ends in the middle of their task,
// from the day the last day is known, and tells them.
func WarnOfEnds(ctx context.Context, tx *db.OrgTx, c clock.Clock, tell announce.Sender) error {
	now := c.Now()
	var ids []int64
	var b db.Batch
	db.Scalars(&b, &ids, endingMatters, clock.DateOf(now))
	if err := tx.Send(ctx, &b); err != nil || len(ids) == 0 {
		return err
	}
	rs, err := LoadAll(ctx, tx, ids, clock.DateOf(now))
	if err != nil {
		return fmt.Errorf("warning of agreements that end: %w", err)
	}
	for _, r := range rs {
		for _, m := range r.Ahead(now) {
			if err := AddTasks(ctx, tx, c, Task{PersonID: r.OwnerID, Role: access.Manager, Kind: TaskAgreementEnds, MatterID: r.ID, UnionID: m.UnionID, DueOn: m.When}); err != nil {
				return err
			}
			if err := tell.Announce(ctx, tx, announce.Announcement{Kind: announce.AgreementInMatter, Subject: r.ID<<20 | m.UnionID&(1<<20-1), MatterID: r.ID, To: []int64{r.OwnerID}}); err != nil {
				return err
			}
		}
	}
	return nil
}
