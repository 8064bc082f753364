package identity

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// RequireDemoOnly refuses when the database holds any organisation that is not a demo: there the role picker would be an
// open door.
func (s *Service) RequireDemoOnly(ctx context.Context) error {
	var names []string
	rows, _ := s.DB.Pool().Query(ctx, `SELECT name FROM organisations WHERE NOT demo ORDER BY id LIMIT 3`)
	names, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		return fmt.Errorf("looking for other data: %w", err)
	}
	if len(names) > 0 {
		return fail.New(fail.Conflict, "identity.demo.other_data", "Name", names[0])
	}
	return nil
}

// Persona is one person that a visitor of the demo may be.
type Persona struct {
	OrgID    int64
	OrgName  string
	PersonID int64
	Name     string
	Role     access.Role
	Place    string // "Hemtjänst Väst"
}

// personas finds, for each role, the person of the organisation whom the demo is told about, or else the one who has most to
// do in it; among equals, the one who takes
// part in most. An employee is one of a unit that many matters are about.
const personas = `
	WITH held AS (
		SELECT m.person_id, CASE WHEN m.role IN ('union_rep', 'union_substitute') THEN 'union_rep'
				WHEN m.role IN ('safety_rep', 'chief_safety_rep') THEN 'safety_rep'
				WHEN m.role IN ('secretary', 'employer_rep') THEN 'manager' ELSE m.role END AS role,
			CASE WHEN m.role IN ('secretary', 'employer_rep') THEN 0 WHEN m.group_id IS NOT NULL THEN 3 ELSE 1 END AS weight
		FROM   mandates m WHERE m.org_id = current_org() AND m.valid_from <= $1 AND (m.valid_until IS NULL OR m.valid_until >= $1)
		UNION ALL
		SELECT u.manager_id, 'manager', 1 FROM units u WHERE u.org_id = current_org() AND u.manager_id IS NOT NULL AND u.closed_on IS NULL
		UNION ALL
		SELECT g.chair_id, 'manager', 3 FROM groups g WHERE g.org_id = current_org() AND g.chair_id IS NOT NULL AND g.closed_on IS NULL
		UNION ALL
		(SELECT p.id, 'employee', 0 FROM people p LEFT JOIN (SELECT unit_id, count(*) AS n FROM matter_units WHERE org_id = current_org() GROUP BY 1) m
				ON m.unit_id = p.unit_id
			WHERE p.org_id = current_org() AND p.unit_id IS NOT NULL AND p.closed_on IS NULL
			AND NOT EXISTS (SELECT FROM mandates m WHERE m.org_id = p.org_id AND m.person_id = p.id)
			AND NOT EXISTS (SELECT FROM units u WHERE u.org_id = p.org_id AND u.manager_id = p.id)
			AND NOT EXISTS (SELECT FROM groups g WHERE g.org_id = p.org_id AND g.chair_id = p.id) ORDER BY p.code = 'demo-employee' DESC NULLS LAST, coalesce(m.n, 0) DESC, p.id LIMIT 1)
	), todo AS (
		SELECT t.person_id, t.role, count(*) AS n FROM tasks t WHERE t.org_id = current_org() AND t.done_at IS NULL GROUP BY 1, 2
	), best AS (
		SELECT DISTINCT ON (h.role) h.role, h.person_id FROM held h JOIN people p ON p.org_id = current_org() AND p.id = h.person_id
		LEFT   JOIN todo t ON t.person_id = h.person_id AND t.role = h.role
		WHERE  p.closed_on IS NULL GROUP BY h.role, h.person_id, p.code, t.n
		ORDER  BY h.role, coalesce(p.code = 'demo-' || replace(h.role, '_', '-'), false) DESC, coalesce(t.n, 0) DESC, sum(h.weight) DESC, h.person_id)
	SELECT o.id AS org_id, o.name AS org_name, p.id AS person_id, p.name, b.role, coalesce(
		(SELECT u.name FROM units u WHERE b.role = 'manager' AND u.org_id = p.org_id AND u.manager_id = p.id ORDER BY cardinality(u.ancestors) LIMIT 1),
		(SELECT n.name FROM mandates m JOIN unions n ON n.org_id = m.org_id AND n.id = m.union_id
			WHERE b.role = 'union_rep' AND m.org_id = p.org_id AND m.person_id = p.id ORDER BY m.id LIMIT 1),
		(SELECT u.name FROM units u WHERE b.role = 'employee' AND u.org_id = p.org_id AND u.id = p.unit_id), '') AS place
	FROM   best b JOIN people p ON p.org_id = current_org() AND p.id = b.person_id JOIN organisations o ON o.id = p.org_id
	WHERE  o.demo`

// DemoPersonas lists, for each demo organisation, one fitting person for every role, in the order of access.Roles.
func (s *Service) DemoPersonas(ctx context.Context) ([]Persona, error) {
	all, err := acrossOrgs[Persona](ctx, s, personas, clock.Today(s.Clock))
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(all, func(a, b Persona) int {
		if a.OrgID != b.OrgID {
			return int(a.OrgID - b.OrgID)
		}
		return slices.Index(access.Roles, a.Role) - slices.Index(access.Roles, b.Role)
	})
	return all, nil
}

// EnterAs starts a session as any person of a demo organisation, in the role given. In an organisation that is not a demo,
// and for a person who is not there, it is NotFound.
func (s *Service) EnterAs(ctx context.Context, orgID, personID int64, role access.Role, visit Visit) (token string, err error) {
	var b db.Batch
	var found []int64
	db.Scalars(&b, &found, `
		SELECT p.id FROM people p JOIN organisations o ON o.id = p.org_id AND o.demo
		WHERE  p.org_id = current_org() AND p.id = $1 AND (p.closed_on IS NULL OR p.closed_on > $2)`, personID, clock.Today(s.Clock))
	if err := s.DB.ReadOrg(ctx, orgID, &b); err != nil {
		return "", err
	}
	if len(found) == 0 {
		return "", fail.New(fail.NotFound, "error.not_found")
	}
	token, err = s.start(ctx, newSession{orgID: orgID, personID: personID, role: role, method: "demo", device: visit.Device})
	if err != nil {
		return "", err
	}
	return token, s.mustHold(ctx, token, role)
}

// mustHold ends a session begun in a role that its person does not hold.
func (s *Service) mustHold(ctx context.Context, token string, role access.Role) error {
	_, who, err := s.Load(ctx, Hash(token))
	if err == nil && slices.Contains(who.Roles, role) {
		return nil
	}
	return errors.Join(fail.New(fail.NotFound, "error.not_found"), err, s.SignOut(ctx, Hash(token)))
}
