package matter

import (
	"context"
	"slices"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// Regroup moves what a group that ends owes the matter to the group that goes on, inside the transaction that ends it
// (handbook 3 "Two trees": open matters are transferred explicitly). The treatments on the meetings that move go along; what
// was planned on others becomes information. It returns what is to be told. Nothing happens to what the group has concluded.
func Regroup(ctx context.Context, tx *db.OrgTx, s clock.Clock, who access.Actor, id, from, to int64, meetings []int64, reason string) ([]announce.Announcement, *Moved, error) {
	now := s.Now()
	rec, err := Lock(ctx, tx, who, id, clock.DateOf(now))
	if err != nil {
		return nil, nil, err
	}
	t, ok := rec.track(from)
	switch {
	case !ok || t.HandedAt != nil || rec.concluded(t):
		return nil, nil, nil
	case slices.ContainsFunc(rec.Items, func(it Item) bool { return it.TrackID == t.ID && it.Status == "open" && it.MeetingStatus == "open" }):
		return nil, nil, fail.New(fail.Invalid, "matter.error.treatment_open")
	}
	c := &change{tx: tx, rec: rec, who: who, now: now}
	var track int64
	err = tx.QueryRow(ctx, `
		INSERT INTO tracks (matter_id, kind, group_id, mandatory, origin, created_at) SELECT $1, o.kind, $2, o.mandatory, o.origin, $4 FROM tracks o WHERE o.id = $3
		ON CONFLICT (org_id, matter_id, group_id) WHERE group_id IS NOT NULL
		DO UPDATE SET kind = CASE WHEN excluded.kind = 'group' THEN 'group' ELSE tracks.kind END, mandatory = tracks.mandatory OR excluded.mandatory,
			handed_to = CASE WHEN excluded.mandatory THEN NULL ELSE tracks.handed_to END, handed_at = CASE WHEN excluded.mandatory THEN NULL ELSE tracks.handed_at END,
			handed_by = CASE WHEN excluded.mandatory THEN NULL ELSE tracks.handed_by END
		RETURNING id`, id, to, t.ID, now).Scan(&track)
	if err != nil {
		return nil, nil, err
	}
	var b db.Batch
	b.Exec(`UPDATE agenda_items SET track_id = $1 WHERE track_id = $2 AND meeting_id = ANY ($3)`, track, t.ID, meetings)
	b.Exec(`UPDATE tracks SET handed_to = $1 WHERE matter_id = $2 AND handed_to = $3 AND group_id <> $1`, to, id, from)
	if err := tx.Send(ctx, &b); err != nil {
		return nil, nil, err
	}
	if err := c.leave(ctx, t, to, reason, meetings); err != nil {
		return nil, nil, err
	}
	all, err := parties(ctx, tx, id, clock.DateOf(now))
	c.tell(announce.Regrouped, stamped(t.ID, now), slices.Concat(all.Unions, all.Safety, []int64{rec.OwnerID})...)
	return c.tells, &Moved{id, t.GroupName}, err
}

// Moved names a matter that was moved, and from where.
type Moved struct {
	MatterID int64
	From     string
}

// leave ends the group's own track: it is taken away when nothing ever happened on it.
func (c *change) leave(ctx context.Context, t Track, to int64, reason string, meetings []int64) error {
	left := slices.ContainsFunc(c.rec.Items, func(it Item) bool { return it.TrackID == t.ID && !slices.Contains(meetings, it.MeetingID) })
	if !left {
		return c.exec(ctx, `DELETE FROM tracks WHERE id = $1`, t.ID)
	}
	return c.hand(ctx, t.ID, to, reason)
}

// Owed are the open matters whose question the group still has: before decision, or to be told of.
const Owed = `SELECT m.id FROM matters m WHERE m.status = 'open' AND EXISTS (SELECT FROM tracks t WHERE t.matter_id = m.id AND t.group_id = $1 AND t.handed_at IS NULL)
	AND NOT EXISTS (SELECT FROM decisions d WHERE d.matter_id = m.id AND d.deviation <> 'material' AND d.exception_id IS NULL)`

// OwedBy reports whether the group has not concluded in the matter, and not passed it on.
func (r Record) OwedBy(groupID int64) bool {
	t, ok := r.track(groupID)
	return ok && t.HandedAt == nil && !r.concluded(t)
}
