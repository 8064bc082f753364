package importer

import (
	"samverka/internal/clock"
)

// step is one statement with its arrays.
type step struct {
	what, sql string
	args      []any
}

// A row that was closed keeps its day; one that comes back is open again; a day to come is left as it is. $1 is today.
const closing = `CASE WHEN t.closed THEN least(x.closed_on, $1) WHEN x.closed_on <= $1 THEN NULL ELSE x.closed_on END`

const (
	peopleRows = `FROM unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::boolean[])
		AS t (id, code, name, sort_name, email, unit_id, closed)`
	unitRows = `FROM unnest($2::bigint[], $3::text[], $4::text[], $5::bigint[], $6::bigint[], $7::integer[], $8::boolean[])
		AS t (id, code, name, parent_id, manager_id, headcount, closed)`
	unionRows   = `FROM unnest($2::bigint[], $3::text[], $4::date[], $5::date[], $6::boolean[], $7::boolean[]) AS t (id, name, agreement_from, agreement_until, collective, closed)`
	groupRows   = `FROM unnest($2::bigint[], $3::text[], $4::text[], $5::bigint[], $6::bigint[], $7::boolean[], $8::boolean[]) AS t (id, name, level, parent_id, chair_id, safety, closed)`
	mandateRows = `FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[], $7::date[], $8::date[])
		AS t (id, person_id, role, union_id, group_id, unit_id, valid_from, valid_until)`
)

// steps are the statements, in order. Keys that change hands are let go of first. New units and people refer to each
// other: units come first without their manager, who is there when they are brought to their rows.
func (w *writes) steps(today clock.Date) []step {
	people, units, unions, groups, mandates := w.peopleArgs(today), w.unitArgs(today), w.unionArgs(today), w.groupArgs(today), w.mandateArgs()
	links, linked := w.linkArgs()
	return []step{
		{"keys", `UPDATE people x SET email = NULL, code = NULL FROM unnest($1::bigint[], $2::text[], $3::text[]) AS t (id, code, email)
			WHERE t.id = x.id AND (x.email, x.code) IS DISTINCT FROM (t.email, t.code)`, []any{people[1], people[2], people[5]}},
		{"keys", `UPDATE units x SET code = NULL FROM unnest($1::bigint[], $2::text[]) AS t (id, code)
			WHERE t.id = x.id AND x.code IS DISTINCT FROM t.code`, []any{units[1], units[2]}},
		{"units", `INSERT INTO units (id, code, name, parent_id, headcount, closed_on) OVERRIDING SYSTEM VALUE
			SELECT t.id, t.code, t.name, t.parent_id, t.headcount, CASE WHEN t.closed THEN $1::date END ` + unitRows + `
			WHERE NOT EXISTS (SELECT FROM units x WHERE x.id = t.id)`, units},
		{"people", `INSERT INTO people (id, code, name, sort_name, email, unit_id, closed_on) OVERRIDING SYSTEM VALUE
			SELECT t.id, t.code, t.name, t.sort_name, t.email, t.unit_id, CASE WHEN t.closed THEN $1::date END ` + peopleRows + `
			WHERE NOT EXISTS (SELECT FROM people x WHERE x.id = t.id)`, people},
		{"people", `UPDATE people x SET code = t.code, name = t.name, sort_name = t.sort_name, email = t.email, unit_id = t.unit_id,
			closed_on = ` + closing + ` ` + peopleRows + ` WHERE t.id = x.id
			AND (x.code, x.name, x.sort_name, x.email, x.unit_id, coalesce(x.closed_on <= $1, false))
			IS DISTINCT FROM (t.code, t.name, t.sort_name, t.email, t.unit_id, t.closed)`, people},
		{"units", `UPDATE units x SET code = t.code, name = t.name, parent_id = t.parent_id, manager_id = t.manager_id, headcount = t.headcount,
			closed_on = ` + closing + ` ` + unitRows + ` WHERE t.id = x.id
			AND (x.code, x.name, x.parent_id, x.manager_id, x.headcount, coalesce(x.closed_on <= $1, false))
			IS DISTINCT FROM (t.code, t.name, t.parent_id, t.manager_id, t.headcount, t.closed)`, units},
		{"unions", `INSERT INTO unions (id, name, agreement_from, agreement_until, collective_agreement, closed_on) OVERRIDING SYSTEM VALUE
			SELECT t.id, t.name, t.agreement_from, t.agreement_until, t.collective, CASE WHEN t.closed THEN $1::date END ` + unionRows + `
			WHERE NOT EXISTS (SELECT FROM unions x WHERE x.id = t.id)`, unions},
		{"unions", `UPDATE unions x SET name = t.name, agreement_from = t.agreement_from, agreement_until = t.agreement_until,
			collective_agreement = t.collective, closed_on = ` + closing + ` ` + unionRows + ` WHERE t.id = x.id`, unions},
		{"groups", `INSERT INTO groups (id, name, level, parent_id, chair_id, safety_committee, closed_on) OVERRIDING SYSTEM VALUE
			SELECT t.id, t.name, t.level, t.parent_id, t.chair_id, t.safety, CASE WHEN t.closed THEN $1::date END ` + groupRows + `
			WHERE NOT EXISTS (SELECT FROM groups x WHERE x.id = t.id)`, groups},
		{"groups", `UPDATE groups x SET name = t.name, level = t.level, parent_id = t.parent_id, chair_id = t.chair_id, safety_committee = t.safety,
			closed_on = ` + closing + ` ` + groupRows + ` WHERE t.id = x.id`, groups},
		{"the groups' units", `DELETE FROM group_units x WHERE x.group_id = ANY($1::bigint[]) AND NOT EXISTS (
			SELECT FROM unnest($2::bigint[], $3::bigint[]) AS t (group_id, unit_id) WHERE t.group_id = x.group_id AND t.unit_id = x.unit_id)`, []any{groups[1], links, linked}},
		{"the groups' units", `INSERT INTO group_units (group_id, unit_id) SELECT * FROM unnest($1::bigint[], $2::bigint[]) ON CONFLICT DO NOTHING`, []any{links, linked}},
		{"mandates", `INSERT INTO mandates (id, person_id, role, union_id, group_id, unit_id, valid_from, valid_until) OVERRIDING SYSTEM VALUE
			SELECT t.id, t.person_id, t.role, t.union_id, t.group_id, t.unit_id, t.valid_from, t.valid_until ` + mandateRows + `
			WHERE NOT EXISTS (SELECT FROM mandates x WHERE x.id = t.id)`, mandates},
		{"mandates", `UPDATE mandates x SET valid_from = t.valid_from, valid_until = t.valid_until
			FROM unnest($1::bigint[], $2::date[], $3::date[]) AS t (id, valid_from, valid_until) WHERE t.id = x.id`, []any{mandates[0], mandates[6], mandates[7]}},
	}
}
