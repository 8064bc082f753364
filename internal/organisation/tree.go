package organisation

import (
	"context"
	"strings"

	"samverka/internal/access"
	"samverka/internal/db"
)

// treeRows is how many units one page shows: those nearest the top, with links to the rest.
const treeRows = 120

// safetyFrom is the number of employees at a workplace from which there shall be a safety representative (AML 6:2).
const safetyFrom = 5

// TreeUnit is a unit as the tree shows it.
type TreeUnit struct {
	ID          int64
	Name        string
	ParentID    int64
	Path        string // the names above it, for search hits
	ManagerName string // "" : nobody
	Headcount   int
	Groups      string // names of its groups
	Children    int
	HasSafety   bool // a safety representative's area covers it
}

// NoManager reports the vacancy "chef saknas".
func (u TreeUnit) NoManager() bool { return u.ManagerName == "" }

// NoSafety reports the vacancy "skyddsombud saknas": no area covers the workplace although it has, or may have, five
// employees (AML 6:2). Only the lowest units are workplaces of their own.
func (u TreeUnit) NoSafety() bool {
	return u.Children == 0 && !u.HasSafety && (u.Headcount == 0 || u.Headcount >= safetyFrom)
}

// Tree is the page /organisation.
type Tree struct {
	Root    TreeUnit // ID 0: the whole organisation
	Units   []TreeUnit
	More    bool // there are more units than the page shows
	Total   int  // open units in all
	NoChief int  // vacancies in all
	Unsafe  int
	Write   bool
}

// Tree lists the units below root (0: all of them), nearest the top first, or those that the filter finds by their own or
// their manager's name. A root that is not there is NotFound.
func (s *Service) Tree(ctx context.Context, who access.Actor, root int64, filter string) (Tree, error) {
	if err := who.Require(access.OrganisationRead); err != nil {
		return Tree{}, err
	}
	t := Tree{Write: who.May(access.OrganisationWrite)}
	var b db.Batch
	filter = CleanName(filter)
	if root != 0 {
		db.One(&b, &t.Root, notFound(), treeUnits+` WHERE u.id = $2`, s.today(), root)
	}
	db.Many(&b, &t.Units, treeUnits+`
		WHERE (u.closed_on IS NULL OR u.closed_on > $1) AND ($2 = 0 OR u.ancestors @> ARRAY[$2::bigint] AND u.id <> $2)
			AND ($3 = '' OR u.name ILIKE $3 OR p.name ILIKE $3)
		ORDER BY CASE WHEN $3 = '' THEN cardinality(u.ancestors) END, u.name COLLATE "sv-SE-x-icu", u.id LIMIT $4`,
		s.today(), root, like(filter), treeRows+1)
	var sums []struct{ Total, NoChief, Unsafe int }
	db.Many(&b, &sums, `SELECT count(*) AS total, count(*) FILTER (WHERE manager_name = '') AS no_chief,
		count(*) FILTER (WHERE children = 0 AND NOT has_safety AND (headcount = 0 OR headcount >= $2)) AS unsafe
		FROM (`+treeUnits+` WHERE u.closed_on IS NULL OR u.closed_on > $1) x`, s.today(), safetyFrom)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return Tree{}, err
	}
	t.Total, t.NoChief, t.Unsafe = sums[0].Total, sums[0].NoChief, sums[0].Unsafe
	if t.More = len(t.Units) > treeRows; t.More {
		t.Units = t.Units[:treeRows]
	}
	return t, nil
}

// treeUnits reads units with what hangs on them; $1 is today.
const treeUnits = `
	SELECT u.id, u.name, coalesce(u.parent_id, 0) AS parent_id, coalesce(u.headcount, 0) AS headcount, coalesce(p.name, '') AS manager_name,
		(SELECT coalesce(string_agg(a.name, ' › ' ORDER BY cardinality(a.ancestors)), '') FROM units a
			WHERE a.org_id = u.org_id AND a.id = ANY(u.ancestors) AND a.id <> u.id) AS path,
		(SELECT coalesce(string_agg(g.name, ', ' ORDER BY g.name COLLATE "sv-SE-x-icu"), '') FROM group_units gu JOIN groups g ON g.org_id = gu.org_id AND g.id = gu.group_id
			WHERE gu.org_id = u.org_id AND gu.unit_id = u.id AND (g.closed_on IS NULL OR g.closed_on > $1)) AS groups,
		(SELECT count(*) FROM units c WHERE c.org_id = u.org_id AND c.parent_id = u.id AND (c.closed_on IS NULL OR c.closed_on > $1)) AS children,
		u.ancestors && coalesce((` + safetyAreas + `), '{}') AS has_safety
	FROM units u LEFT JOIN people p ON p.org_id = u.org_id AND p.id = u.manager_id AND (p.closed_on IS NULL OR p.closed_on > $1)`

// safetyAreas are the units that some safety representative is notified for today, by unit or, without one, by group.
const safetyAreas = `
	SELECT array_agg(coalesce(m.unit_id, gu.unit_id)) FROM mandates m
	JOIN people sp ON sp.org_id = m.org_id AND sp.id = m.person_id AND (sp.closed_on IS NULL OR sp.closed_on > $1)
	LEFT JOIN group_units gu ON m.unit_id IS NULL AND gu.org_id = m.org_id AND gu.group_id = m.group_id
	WHERE m.role IN ('safety_rep', 'chief_safety_rep') AND m.valid_from <= $1 AND (m.valid_until IS NULL OR m.valid_until >= $1)`

// like makes a pattern that finds the text anywhere; what a pattern gives a meaning is taken as it stands.
func like(text string) string {
	if text == "" {
		return ""
	}
	return "%" + strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(text) + "%"
}
