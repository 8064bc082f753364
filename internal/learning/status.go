package learning

import (
	"context"
	"fmt"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
)

// Status is how it stands with introductions: counts for each förvaltning, and the walk-throughs that HR arranges. Nothing is
// said of how far anybody has come (handbook 7: counts, not personal scores).
type Status struct {
	Today       clock.Date
	Departments []DepartmentCount
	Waiting     []Waiting
	More        bool // there are more who wait than are shown
}

// DepartmentCount counts the introductions of one förvaltning.
type DepartmentCount struct {
	Name     string // "": not one förvaltning's
	UnderWay int
	Overdue  int
	Done     int // confirmed in the last year
}

// Waiting is somebody who waits for a walk-through.
type Waiting struct {
	Name      string
	Role      access.Role
	PlaceName string
	DueOn     clock.Date
}

const waitingLimit = 100

// StillHeld is the condition on an introduction i that its person holds the role on day $1: whoever has left it has nothing
// to be introduced to.
const StillHeld = `CASE i.role WHEN 'manager' THEN
		EXISTS (SELECT FROM units hu WHERE hu.org_id = i.org_id AND hu.manager_id = i.person_id AND (hu.closed_on IS NULL OR hu.closed_on > $1::date))
		OR EXISTS (SELECT FROM groups hg WHERE hg.org_id = i.org_id AND hg.chair_id = i.person_id AND (hg.closed_on IS NULL OR hg.closed_on > $1::date))
	ELSE EXISTS (SELECT FROM mandates hm WHERE hm.org_id = i.org_id AND hm.person_id = i.person_id AND hm.valid_from <= $1::date AND (hm.valid_until IS NULL OR hm.valid_until >= $1::date)
		AND hm.role IN (i.role, CASE i.role WHEN 'union_rep' THEN 'union_substitute' ELSE 'chief_safety_rep' END)) END`

// held are the introductions of those who hold the role on day $1, each with its förvaltning: the one below a lone highest
// unit, or the highest.
const held = `held AS (
	SELECT i.*, coalesce(u.name, g.name, '') AS place_name, coalesce((SELECT d.name FROM units d
		WHERE d.id = CASE WHEN (SELECT count(*) FROM units r WHERE r.parent_id IS NULL) = 1 THEN w.path[2] ELSE w.path[1] END), '') AS department
	FROM   introductions i LEFT JOIN units u ON u.id = i.unit_id LEFT JOIN groups g ON g.id = i.group_id
	CROSS  JOIN LATERAL (SELECT CASE WHEN i.unit_id IS NULL THEN group_path(i.group_id) ELSE u.ancestors END AS path) w
	WHERE  i.due_on IS NOT NULL AND ` + StillHeld + `)`

// Status counts introductions for HR.
func (s *Service) Status(ctx context.Context, who access.Actor) (Status, error) {
	if err := who.Require(access.IntroductionsRead); err != nil {
		return Status{}, err
	}
	st := Status{Today: s.today()}
	var b db.Batch
	db.Many(&b, &st.Departments, `WITH `+held+`
		SELECT department AS name, count(*) FILTER (WHERE confirmed_at IS NULL AND due_on >= $1) AS under_way, count(*) FILTER (WHERE confirmed_at IS NULL AND due_on < $1) AS overdue,
		       count(*) FILTER (WHERE confirmed_at IS NOT NULL) AS done
		FROM   held WHERE confirmed_at IS NULL OR confirmed_at >= $1::date - interval '1 year' GROUP BY 1 ORDER BY department = '', department COLLATE "sv-SE-x-icu"`, st.Today)
	db.Many(&b, &st.Waiting, `WITH `+held+`
		SELECT p.name, x.role, x.place_name, x.due_on FROM held x JOIN people p ON p.id = x.person_id
		WHERE  x.confirmed_at IS NULL AND x.walked_on IS NULL ORDER BY x.due_on, p.sort_name COLLATE "sv-SE-x-icu", x.id LIMIT $2`, st.Today, waitingLimit+1)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return st, fmt.Errorf("reading introductions: %w", err)
	}
	if st.More = len(st.Waiting) > waitingLimit; st.More {
		st.Waiting = st.Waiting[:waitingLimit]
	}
	return st, nil
}
