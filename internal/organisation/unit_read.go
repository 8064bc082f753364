package organisation

import (
	"context"
	"slices"

	"samverka/internal/access"
	"samverka/internal/db"
	"samverka/internal/fail"
)

func notFound() error { return fail.New(fail.NotFound, "error.not_found") }

// Link is something to go to.
type Link struct {
	ID   int64
	Name string
}

// UnitPage is a unit with all that is known of it.
type UnitPage struct {
	Unit        Unit
	ManagerMail string
	Path        []Link // the units above it, from the top
	Children    []TreeUnit
	Groups      []UnitGroup
	Safety      []Mandate // safety representatives whose area covers it
	HasSafety   bool
	Write       bool
	Plan        bool // the reader may see its year plan
}

// UnitGroup is a group that treats the unit's questions.
type UnitGroup struct {
	ID        int64
	Name      string
	Level     string
	ChairName string
	Own       bool // the unit itself is the group's; otherwise one above it
}

// NoSafety reports the vacancy "skyddsombud saknas", as TreeUnit.NoSafety.
func (p UnitPage) NoSafety() bool {
	return TreeUnit{Children: len(p.Children), HasSafety: len(p.Safety) > 0, Headcount: p.Unit.Headcount}.NoSafety()
}

const units = `
	SELECT u.id, coalesce(u.code, '') AS code, u.name, coalesce(u.parent_id, 0) AS parent_id, coalesce(pu.name, '') AS parent_name, u.ancestors,
		coalesce(p.id, 0) AS manager_id, coalesce(p.name, '') AS manager_name, coalesce(u.headcount, 0) AS headcount, u.closed_on, u.` + version + ` AS version
	FROM units u LEFT JOIN units pu ON pu.org_id = u.org_id AND pu.id = u.parent_id
	LEFT JOIN people p ON p.org_id = u.org_id AND p.id = u.manager_id AND (p.closed_on IS NULL OR p.closed_on > $2)
	WHERE u.id = $1`

// Unit reads one unit, open or closed. One that is not there is NotFound.
func (s *Service) Unit(ctx context.Context, who access.Actor, id int64) (UnitPage, error) {
	if err := who.Require(access.OrganisationRead); err != nil {
		return UnitPage{}, err
	}
	p := UnitPage{Write: who.May(access.OrganisationWrite)}
	var b db.Batch
	var mail []string
	db.One(&b, &p.Unit, notFound(), units, id, s.today())
	db.Many(&b, &p.Path, `SELECT a.id, a.name FROM units u JOIN units a ON a.org_id = u.org_id AND a.id = ANY(u.ancestors) AND a.id <> u.id
		WHERE u.id = $1 ORDER BY cardinality(a.ancestors)`, id)
	db.Scalars(&b, &mail, `SELECT coalesce(p.email, '') FROM units u JOIN people p ON p.org_id = u.org_id AND p.id = u.manager_id WHERE u.id = $1`, id)
	db.Many(&b, &p.Children, treeUnits+` WHERE u.parent_id = $2 AND (u.closed_on IS NULL OR u.closed_on > $1)
		ORDER BY u.name COLLATE "sv-SE-x-icu" LIMIT 100`, s.today(), id)
	db.Many(&b, &p.Groups, `
		SELECT g.id, g.name, g.level, coalesce(c.name, '') AS chair_name, bool_or(gu.unit_id = $1) AS own
		FROM units u JOIN group_units gu ON gu.org_id = u.org_id AND gu.unit_id = ANY(u.ancestors)
		JOIN groups g ON g.org_id = gu.org_id AND g.id = gu.group_id LEFT JOIN people c ON c.org_id = g.org_id AND c.id = g.chair_id
		WHERE u.id = $1 AND (g.closed_on IS NULL OR g.closed_on > $2)
		GROUP BY g.id, g.name, g.level, c.name ORDER BY own DESC, g.name COLLATE "sv-SE-x-icu"`, id, s.today())
	db.Many(&b, &p.Safety, mandates+` AND m.role IN ('safety_rep', 'chief_safety_rep') AND EXISTS (SELECT FROM units a WHERE a.org_id = m.org_id AND a.id = $2
		AND (m.unit_id = ANY(a.ancestors) OR m.unit_id IS NULL AND EXISTS (SELECT FROM group_units gu WHERE gu.org_id = m.org_id AND gu.group_id = m.group_id
			AND gu.unit_id = ANY(a.ancestors))))`+mandateOrder, s.today(), id)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return UnitPage{}, err
	}
	if len(mail) > 0 {
		p.ManagerMail = mail[0]
	}
	p.Plan = readsPlans(who) || slices.Contains(who.Units, id) || slices.ContainsFunc(p.Path, func(u Link) bool { return slices.Contains(who.Units, u.ID) })
	return p, nil
}

// mandates reads the mandates of open people; $1 is the day that they hold. mandateOrder sorts them as a list of people.
const mandates = mandateRows + ` WHERE m.valid_from <= $1 AND (m.valid_until IS NULL OR m.valid_until >= $1) AND (p.closed_on IS NULL OR p.closed_on > $1)`
const mandateRows = `
	SELECT m.id, m.person_id, p.name AS person_name, p.sort_name, coalesce(p.email, '') AS email, m.role, coalesce(m.union_id, 0) AS union_id,
		coalesce(n.name, '') AS union_name, coalesce(m.group_id, 0) AS group_id, coalesce(g.name, '') AS group_name,
		coalesce(m.unit_id, 0) AS unit_id, coalesce(u.name, '') AS unit_name, m.valid_from, m.valid_until, m.` + version + ` AS version
	FROM mandates m JOIN people p ON p.org_id = m.org_id AND p.id = m.person_id LEFT JOIN unions n ON n.org_id = m.org_id AND n.id = m.union_id
	LEFT JOIN groups g ON g.org_id = m.org_id AND g.id = m.group_id LEFT JOIN units u ON u.org_id = m.org_id AND u.id = m.unit_id`
const mandateOrder = ` ORDER BY p.sort_name COLLATE "sv-SE-x-icu", m.id`
