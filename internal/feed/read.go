package feed

import (
	"context"
	"fmt"

	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/ical"
)

// How far a feed reaches.
const (
	daysBack    = 60
	monthsAhead = 18
)

// owner is whose a token is, while it stands and its person works here.
const owner = `
	SELECT f.id, f.fetched_on FROM feeds f JOIN people p ON p.id = f.person_id
	WHERE  f.hash = $1 AND f.revoked_at IS NULL AND (p.closed_on IS NULL OR p.closed_on > $2)`

// sittings are the owner's: meetings of groups where they have a mandate on the meeting's day or hold the chair. A meeting
// that has been moved is there once, where it was moved to.
const sittings = `
	WITH me_ AS (SELECT f.person_id FROM feeds f WHERE f.hash = $1 AND f.revoked_at IS NULL)
	SELECT me.calendar_uid::text AS uid, me.calendar_sequence AS sequence, me.created_at AS stamp, me.starts_at AS starts, me.ends_at AS ends,
	       me.id AS meeting_id, 0::bigint AS apt_id, g.name, me.place, me.status = 'cancelled' AS cancelled,
	       EXISTS (SELECT FROM dispatches d WHERE d.meeting_id = me.id AND d.kind = 'notice') AS called
	FROM   meetings me JOIN groups g ON g.id = me.group_id
	WHERE  me.starts_at BETWEEN $2 AND $3 AND me.moved_to IS NULL
	AND    (g.chair_id = (SELECT person_id FROM me_)
	        OR EXISTS (SELECT FROM mandates ma WHERE ma.group_id = me.group_id AND ma.person_id = (SELECT person_id FROM me_)
	                   AND (me.starts_at AT TIME ZONE 'Europe/Stockholm')::date BETWEEN ma.valid_from AND coalesce(ma.valid_until, 'infinity')))
	ORDER  BY me.starts_at, me.id`

// Read is what stands at the address: the sittings of its owner, the first first. NotFound when nothing does, whether it
// never existed or has been revoked.
func (s *Service) Read(ctx context.Context, token string) ([]ical.Sitting, error) {
	org, err := orgOf(token)
	if err != nil {
		return nil, err
	}
	today := clock.Today(s.Clock)
	var f struct {
		ID        int64
		FetchedOn clock.Date
	}
	var all []ical.Sitting
	var b db.Batch
	db.One(&b, &f, fail.New(fail.NotFound, "error.not_found"), owner, hash(token), today)
	db.Many(&b, &all, sittings, hash(token), today.Add(-daysBack).Start(), today.Start().AddDate(0, monthsAhead, 0))
	if err := s.DB.ReadOrg(ctx, org, &b); err != nil {
		return nil, err
	}
	if f.FetchedOn == today {
		return all, nil
	}
	return all, s.DB.InOrg(ctx, org, func(tx *db.OrgTx) error {
		if _, err := tx.Exec(ctx, `UPDATE feeds SET fetched_on = $1 WHERE id = $2 AND revoked_at IS NULL`, today, f.ID); err != nil {
			return fmt.Errorf("noting that a calendar read its feed: %w", err)
		}
		return nil
	})
}
