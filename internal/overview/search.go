package overview

import (
	"context"
	"fmt"
	"slices"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/matter"
)

// hitLimit is the most hits of each sort that one page shows.
const hitLimit = 25

// Results is what a search found, within what the person may know.
type Results struct {
	Asked       bool // there was a word to look for
	Matters     []MatterHit
	MoreMatters bool
	Groups      []GroupHit
	MoreGroups  bool
	People      []PersonHit
	MorePeople  bool
}

// None reports whether nothing was found.
func (r Results) None() bool { return len(r.Matters)+len(r.Groups)+len(r.People) == 0 }

// MatterHit is a matter that was found.
type MatterHit struct {
	ID              int64
	Number          string
	Title           string
	OwnerName       string
	Units           []string
	PlannedDecision clock.Date
	Status          string
}

// GroupHit is a group, with its next and its latest meeting.
type GroupHit struct {
	ID       int64
	Name     string
	Level    string
	NextID   int64
	NextAt   *time.Time
	LatestID int64
	LatestAt *time.Time
}

// PersonHit is a person, with what they are notified or appointed for: what the employer announces (AMF 10 §), never a
// union.
type PersonHit struct {
	ID       int64
	Name     string
	UnitID   int64
	UnitName string
	Roles    []string // of mandates that hold today
	Manages  []string // units
}

// Search looks for matters, groups with their meetings, and people, in one round trip. Matters are those that
// matter.Visible lets the person know of, the newest first. An employee finds people with a role, not their workmates.
func (s *Service) Search(ctx context.Context, who access.Actor, q string) (Results, error) {
	if err := who.Require(access.Search); err != nil {
		return Results{}, err
	}
	ws := words(q)
	if len(ws) == 0 {
		return Results{}, nil
	}
	r := Results{Asked: true}
	now := s.Clock.Now()
	var b db.Batch
	queueMatters(&b, &r.Matters, who, ws)
	queueGroups(&b, &r.Groups, ws, now)
	queuePeople(&b, &r.People, who, ws, clock.DateOf(now))
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return Results{}, fmt.Errorf("searching: %w", err)
	}
	r.Matters, r.MoreMatters = cut(r.Matters)
	r.Groups, r.MoreGroups = cut(r.Groups)
	r.People, r.MorePeople = cut(r.People)
	return r, nil
}

func cut[T any](hits []T) ([]T, bool) {
	if len(hits) > hitLimit {
		return hits[:hitLimit], true
	}
	return hits, false
}

func queueMatters(b *db.Batch, dst *[]MatterHit, who access.Actor, ws []string) {
	visible, args := matter.Visible(who, 3)
	db.Many(b, dst, `
		SELECT m.id, m.number, m.title, o.name AS owner_name, m.planned_decision, m.status,
		       ARRAY(SELECT u.name FROM matter_units mu JOIN units u ON u.org_id = mu.org_id AND u.id = mu.unit_id
		             WHERE mu.org_id = m.org_id AND mu.matter_id = m.id ORDER BY u.name) AS units
		FROM   matters m JOIN people o ON o.org_id = m.org_id AND o.id = m.owner_id
		WHERE  m.id IN (SELECT search_matters(to_tsquery('swedish', $1))) AND `+visible+`
		ORDER  BY m.id DESC LIMIT $2`, slices.Concat([]any{stems(ws), hitLimit + 1}, args)...)
}

func queueGroups(b *db.Batch, dst *[]GroupHit, ws []string, now time.Time) {
	db.Many(b, dst, `
		SELECT g.id, g.name, g.level, coalesce(nx.id, 0) AS next_id, nx.starts_at AS next_at, coalesce(la.id, 0) AS latest_id, la.starts_at AS latest_at
		FROM   groups g
		LEFT   JOIN LATERAL (SELECT me.id, me.starts_at FROM meetings me WHERE me.org_id = g.org_id AND me.group_id = g.id
		       AND me.starts_at >= $3 AND me.status <> 'cancelled' ORDER BY me.starts_at LIMIT 1) nx ON true
		LEFT   JOIN LATERAL (SELECT me.id, me.starts_at FROM meetings me WHERE me.org_id = g.org_id AND me.group_id = g.id
		       AND me.starts_at < $3 AND me.status <> 'cancelled' ORDER BY me.starts_at DESC LIMIT 1) la ON true
		WHERE  (g.closed_on IS NULL OR g.closed_on > $4) AND (SELECT bool_and(strpos(lower(g.name), w) > 0) FROM unnest($1::text[]) w)
		ORDER  BY g.name COLLATE "sv-SE-x-icu" LIMIT $2`, ws, hitLimit+1, now, clock.DateOf(now))
}

// announced are the roles whose holders' names everybody may see (AMF 10 §).
var announced = []string{"union_rep", "union_substitute", "safety_rep", "chief_safety_rep", "secretary", "employer_rep", "hr", "negotiator", "registrar"}

func queuePeople(b *db.Batch, dst *[]PersonHit, who access.Actor, ws []string, today clock.Date) {
	db.Many(b, dst, `
		SELECT p.id, p.name, coalesce(p.unit_id, 0) AS unit_id, coalesce(u.name, '') AS unit_name, ro.roles, ma.manages
		FROM   people p LEFT JOIN units u ON u.org_id = p.org_id AND u.id = p.unit_id
		CROSS  JOIN LATERAL (SELECT ARRAY(SELECT DISTINCT x.role FROM mandates x WHERE x.org_id = p.org_id AND x.person_id = p.id AND x.role = ANY ($4)
		       AND x.valid_from <= $3 AND (x.valid_until IS NULL OR x.valid_until >= $3) ORDER BY 1) AS roles) ro
		CROSS  JOIN LATERAL (SELECT ARRAY(SELECT x.name FROM units x WHERE x.org_id = p.org_id AND x.manager_id = p.id
		       AND (x.closed_on IS NULL OR x.closed_on > $3) ORDER BY 1 LIMIT 3) AS manages) ma
		WHERE  p.id IN (SELECT search_people(to_tsquery('simple', search_name($1)))) AND (p.closed_on IS NULL OR p.closed_on > $3)
		AND    ($5 OR cardinality(ro.roles) > 0 OR cardinality(ma.manages) > 0)
		ORDER  BY p.sort_name COLLATE "sv-SE-x-icu", p.id LIMIT $2`, plain(ws), hitLimit+1, today, announced, who.Role != access.Employee)
}
