package feed

import (
	"context"
	"fmt"
	"slices"

	"samverka/internal/apt"
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

// owner is whose a token is, while it stands and its person works here, with the workplaces that their mandates name.
const owner = `
	SELECT f.id, f.person_id, f.fetched_on, ARRAY(SELECT ma.unit_id FROM mandates ma WHERE ma.person_id = p.id AND ma.role = 'employee'
	       AND ma.unit_id IS NOT NULL AND $2::date BETWEEN ma.valid_from AND coalesce(ma.valid_until, 'infinity')) AS homes
	FROM   feeds f JOIN people p ON p.id = f.person_id
	WHERE  f.hash = $1 AND f.revoked_at IS NULL AND (p.closed_on IS NULL OR p.closed_on > $2)`

// meetings are those of groups where the person has a mandate on the meeting's day or holds the chair. One that has been
// moved is there once, where it was moved to.
const meetings = `
	SELECT me.calendar_uid::text AS uid, me.calendar_sequence AS sequence, me.created_at AS stamp, me.starts_at AS starts, me.ends_at AS ends,
	       me.id AS meeting_id, 0::bigint AS apt_id, g.name, me.place, me.status = 'cancelled' AS cancelled,
	       EXISTS (SELECT FROM dispatches d WHERE d.meeting_id = me.id AND d.kind = 'notice') AS called
	FROM   meetings me JOIN groups g ON g.id = me.group_id
	WHERE  me.starts_at BETWEEN $2 AND $3 AND me.moved_to IS NULL
	AND    (g.chair_id = $1 OR EXISTS (SELECT FROM mandates ma WHERE ma.group_id = me.group_id AND ma.person_id = $1
	                   AND (me.starts_at AT TIME ZONE 'Europe/Stockholm')::date BETWEEN ma.valid_from AND coalesce(ma.valid_until, 'infinity')))
	ORDER  BY me.starts_at, me.id`

// apts are the sittings of APT at the person's workplaces, and of those that they lead.
var apts = `
	SELECT s.calendar_uid::text AS uid, s.calendar_sequence AS sequence, a.created_at AS stamp, s.starts_at AS starts, s.ends_at AS ends,
	       0::bigint AS meeting_id, a.id AS apt_id, u.name, s.place, s.status = 'cancelled' AS cancelled, a.invited_at IS NOT NULL AS called
	FROM   apt_sittings s JOIN apts a ON a.id = s.apt_id JOIN units u ON u.id = a.unit_id
	WHERE  s.starts_at BETWEEN $2 AND $3 AND (a.lead_id = $1 OR a.unit_id IN ` + apt.Workplaces(1, 4) + `)
	ORDER  BY s.starts_at, s.id`

// Read is what stands at the address: the sittings of its owner, the first first. NotFound when nothing does, whether it
// never existed or has been revoked.
func (s *Service) Read(ctx context.Context, token string) ([]ical.Sitting, error) {
	org, err := orgOf(token)
	if err != nil {
		return nil, err
	}
	today := clock.Today(s.Clock)
	var f struct {
		ID, PersonID int64
		FetchedOn    clock.Date
		Homes        []int64
	}
	var find db.Batch
	db.One(&find, &f, fail.New(fail.NotFound, "error.not_found"), owner, hash(token), today)
	if err := s.DB.ReadOrg(ctx, org, &find); err != nil {
		return nil, err
	}
	from, until := today.Add(-daysBack).Start(), today.Start().AddDate(0, monthsAhead, 0)
	var all, rest []ical.Sitting
	var b db.Batch
	db.Many(&b, &all, meetings, f.PersonID, from, until)
	db.Many(&b, &rest, apts, f.PersonID, from, until, f.Homes)
	if err := s.DB.ReadOrg(ctx, org, &b); err != nil {
		return nil, err
	}
	all = append(all, rest...)
	slices.SortStableFunc(all, func(a, b ical.Sitting) int { return a.Starts.Compare(b.Starts) })
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
