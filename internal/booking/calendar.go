package booking

import (
	"context"
	"fmt"
	"slices"
	"time"

	"samverka/internal/clock"
	"samverka/internal/db"
)

// Need is what clashes will be looked for in: a span of time, and whose.
type Need struct {
	From, Until time.Time
	Groups      []int64 // all their members
	Units       []int64 // their managers
	People      []int64
	Places      []string // besides those of the groups' and units' own drafts
}

// Calendar is what a need was answered with.
type Calendar struct {
	Occupancies []Occupancy // of groups' meetings, in order of time
	sittings    []Occupancy // of APTs
	Slots       []Slot
	Seats       []Seat
	Names       []Name // in Swedish order
}

// Seat is somebody who comes to a group's meetings, or to a unit's APT as its manager.
type Seat struct {
	GroupID  int64
	UnitID   int64
	PersonID int64
	From     clock.Date
	Until    clock.Date
}

func (s Seat) holds(day clock.Date) bool {
	return !day.Before(s.From) && (s.Until.IsZero() || !day.After(s.Until))
}

// Name is a person by name.
type Name struct {
	ID   int64
	Name string
}

// interest are the people whom a need is about. Substitutes step in only when somebody cannot come, so they are left out,
// here and among those who are taken.
const interest = `
	WITH interest AS (
		SELECT unnest($1::bigint[]) AS person_id
		UNION SELECT ma.person_id FROM mandates ma WHERE ma.group_id = ANY ($2) AND ma.role <> 'union_substitute'
		      AND ma.valid_from <= $4::date AND (ma.valid_until IS NULL OR ma.valid_until >= $3::date)
		UNION SELECT g.chair_id FROM groups g WHERE g.id = ANY ($2) AND g.chair_id IS NOT NULL
		UNION SELECT u.manager_id FROM units u WHERE u.id = ANY ($5) AND u.manager_id IS NOT NULL)`

// rooms are those asked for, and those of the drafts that the groups and units have.
const rooms = `, rooms AS (
		SELECT unnest($8::text[]) AS place
		UNION SELECT lower(regexp_replace(btrim(d.place), '\s+', ' ', 'g')) FROM planned_dates d
		WHERE d.status = 'draft' AND d.place <> '' AND (d.group_id = ANY ($2) OR d.unit_id = ANY ($5)))`

// meetingsTaken are the meetings where somebody of interest sits, or that use one of the rooms.
const meetingsTaken = interest + rooms + `
	SELECT me.id AS meeting_id, 0::bigint AS sitting_id, g.name AS title, me.place, me.starts_at AS starts, me.ends_at AS ends, x.people
	FROM   meetings me JOIN groups g ON g.org_id = me.org_id AND g.id = me.group_id
	CROSS  JOIN LATERAL (SELECT coalesce(array_agg(DISTINCT y.person_id), '{}') AS people FROM (
		SELECT ma.person_id FROM mandates ma WHERE ma.org_id = me.org_id AND ma.group_id = me.group_id AND ma.role <> 'union_substitute'
		AND    ma.valid_from <= (me.starts_at AT TIME ZONE 'Europe/Stockholm')::date
		AND    (ma.valid_until IS NULL OR ma.valid_until >= (me.starts_at AT TIME ZONE 'Europe/Stockholm')::date)
		UNION ALL SELECT g.chair_id) y WHERE y.person_id IN (SELECT person_id FROM interest)) x
	WHERE  me.status <> 'cancelled' AND me.ends_at > $6 AND me.starts_at < $7
	AND    (x.people <> '{}' OR lower(regexp_replace(btrim(me.place), '\s+', ' ', 'g')) IN (SELECT place FROM rooms))
	ORDER  BY me.starts_at, me.id`

// sittingsTaken are the sittings of APTs led by somebody of interest, or that use one of the rooms.
const sittingsTaken = interest + rooms + `
	SELECT 0::bigint AS meeting_id, si.id AS sitting_id, a.title || ', ' || u.name AS title, si.place, si.starts_at AS starts, si.ends_at AS ends,
	       CASE WHEN a.lead_id IN (SELECT person_id FROM interest) THEN ARRAY[a.lead_id] ELSE '{}' END AS people
	FROM   apt_sittings si JOIN apts a ON a.org_id = si.org_id AND a.id = si.apt_id JOIN units u ON u.org_id = a.org_id AND u.id = a.unit_id
	WHERE  si.status <> 'cancelled' AND a.status <> 'cancelled' AND si.ends_at > $6 AND si.starts_at < $7 AND si.starts_at > $6::timestamptz - interval '2 days'
	AND    (a.lead_id IN (SELECT person_id FROM interest) OR lower(regexp_replace(btrim(si.place), '\s+', ' ', 'g')) IN (SELECT place FROM rooms))
	ORDER  BY si.starts_at, si.id`

// Queue queues the reads of a calendar.
func Queue(b *db.Batch, dst *Calendar, n Need) {
	from, until := clock.DateOf(n.From), clock.DateOf(n.Until)
	whose := []any{n.People, n.Groups, from, until, n.Units}
	var rooms []string
	for _, p := range n.Places {
		if r := room(p); r != "" {
			rooms = append(rooms, r)
		}
	}
	taken := append(slices.Clone(whose), n.From, n.Until, rooms)
	db.Many(b, &dst.Occupancies, meetingsTaken, taken...)
	db.Many(b, &dst.sittings, sittingsTaken, taken...)
	db.Many(b, &dst.Slots, interest+` SELECT `+slotColumns+` FROM union_slots s WHERE s.person_id IN (SELECT person_id FROM interest)
		AND (s.valid_until IS NULL OR s.valid_until >= $3::date - 7) ORDER BY s.id`, whose...)
	db.Many(b, &dst.Seats, `
		SELECT ma.group_id, 0::bigint AS unit_id, ma.person_id, ma.valid_from AS "from", ma.valid_until AS "until" FROM mandates ma
		WHERE  ma.group_id = ANY ($1) AND ma.role <> 'union_substitute'
		UNION  ALL SELECT g.id, 0, g.chair_id, NULL::date, NULL::date FROM groups g WHERE g.id = ANY ($1) AND g.chair_id IS NOT NULL
		UNION  ALL SELECT 0, u.id, u.manager_id, NULL::date, NULL::date FROM units u WHERE u.id = ANY ($2) AND u.manager_id IS NOT NULL`, n.Groups, n.Units)
	db.Many(b, &dst.Names, interest+` SELECT p.id, p.name FROM people p WHERE p.id IN (SELECT person_id FROM interest)
		ORDER BY p.sort_name COLLATE "sv-SE-x-icu"`, whose...)
}

// Clashes lists what speaks against a time that somebody wants to fix: the same person or the same room somewhere else, and
// representatives who have published when they can meet, and not then. They warn and never refuse:
// fail.NeedReason(reason, booking.Warnings(clashes)).
func Clashes(ctx context.Context, tx *db.OrgTx, q Query) ([]Clash, error) {
	n := Need{From: q.Starts, Until: q.Ends, People: q.People, Places: []string{q.Place}}
	if q.GroupID != 0 {
		n.Groups = []int64{q.GroupID}
	}
	if q.UnitID != 0 {
		n.Units = []int64{q.UnitID}
	}
	var c Calendar
	var b db.Batch
	Queue(&b, &c, n)
	if err := tx.Send(ctx, &b); err != nil {
		return nil, fmt.Errorf("looking for clashes: %w", err)
	}
	return c.Clashes(q), nil
}
