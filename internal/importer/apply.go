package importer

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/organisation"
)

// apply writes the plan: rows go as they are into temporary tables, and five statements bring the register to them.
func apply(ctx context.Context, tx *db.OrgTx, w writes, today clock.Date) error {
	if err := w.number(ctx, tx); err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, temporary); err != nil {
		return fmt.Errorf("making room for the import: %w", err)
	}
	if err := w.copy(ctx, tx, today); err != nil {
		return err
	}
	for _, q := range bring {
		if _, err := tx.Exec(ctx, q.sql); err != nil {
			return fmt.Errorf("importing %s: %w", q.what, err)
		}
	}
	return organisation.RefreshAncestors(ctx, tx)
}

// number gives new rows the ids that they will have, everywhere they are referred to.
func (w *writes) number(ctx context.Context, tx *db.OrgTx) error {
	units, people, unions, groups := map[int64]int64{0: 0}, map[int64]int64{0: 0}, map[int64]int64{0: 0}, map[int64]int64{0: 0}
	mandates := map[int64]int64{}
	for _, k := range []struct {
		table string
		ids   map[int64]int64
		each  func(func(int64))
	}{
		{"units", units, func(f func(int64)) { each(w.Units, f, func(r unitRec) int64 { return r.ID }) }},
		{"people", people, func(f func(int64)) { each(w.People, f, func(r personRec) int64 { return r.ID }) }},
		{"unions", unions, func(f func(int64)) { each(w.Unions, f, func(r unionRec) int64 { return r.ID }) }},
		{"groups", groups, func(f func(int64)) { each(w.Groups, f, func(r groupRec) int64 { return r.ID }) }},
		{"mandates", mandates, func(f func(int64)) { each(w.Mandates, f, func(r mandateRec) int64 { return r.ID }) }},
	} {
		var fresh []int64
		k.each(func(id int64) {
			if id < 0 {
				fresh = append(fresh, id)
			}
		})
		rows, err := tx.Query(ctx, `SELECT nextval(pg_get_serial_sequence($1, 'id')) FROM generate_series(1, $2::integer)`, k.table, len(fresh))
		if err != nil {
			return err
		}
		ids, err := pgx.CollectRows(rows, pgx.RowTo[int64])
		if err != nil {
			return fmt.Errorf("numbering %s: %w", k.table, err)
		}
		for i, id := range fresh {
			k.ids[id] = ids[i]
		}
	}
	real := func(ids map[int64]int64, id *int64) {
		if *id < 0 {
			*id = ids[*id]
		}
	}
	for i := range w.Units {
		r := &w.Units[i]
		real(units, &r.ID)
		real(units, &r.Parent)
		real(people, &r.Manager)
	}
	for i := range w.People {
		r := &w.People[i]
		real(people, &r.ID)
		real(units, &r.Unit)
	}
	for i := range w.Unions {
		real(unions, &w.Unions[i].ID)
	}
	for i := range w.Groups {
		r := &w.Groups[i]
		real(groups, &r.ID)
		real(groups, &r.Parent)
		real(people, &r.Chair)
		for j := range r.Units {
			real(units, &r.Units[j])
		}
	}
	for i := range w.Mandates {
		r := &w.Mandates[i]
		real(mandates, &r.ID)
		real(people, &r.Person)
		real(unions, &r.Union)
		real(groups, &r.Group)
		real(units, &r.Unit)
	}
	return nil
}

func each[T any](rows []T, f func(int64), id func(T) int64) {
	for _, r := range rows {
		f(id(r))
	}
}

const temporary = `
	DROP TABLE IF EXISTS import_units, import_people, import_unions, import_groups, import_group_units, import_mandates, import_today;
	CREATE TEMP TABLE import_today (day date) ON COMMIT DROP;
	CREATE TEMP TABLE import_units (id bigint, code text, name text, parent_id bigint, manager_id bigint, headcount integer, closed_on date) ON COMMIT DROP;
	CREATE TEMP TABLE import_people (id bigint, code text, name text, sort_name text, email text, unit_id bigint, closed_on date) ON COMMIT DROP;
	CREATE TEMP TABLE import_unions (id bigint, name text, agreement_from date, agreement_until date, collective boolean, closed_on date) ON COMMIT DROP;
	CREATE TEMP TABLE import_groups (id bigint, name text, level text, parent_id bigint, chair_id bigint, safety boolean, closed_on date) ON COMMIT DROP;
	CREATE TEMP TABLE import_group_units (group_id bigint, unit_id bigint) ON COMMIT DROP;
	CREATE TEMP TABLE import_mandates (id bigint, person_id bigint, role text, union_id bigint, group_id bigint, unit_id bigint, valid_from date, valid_until date) ON COMMIT DROP`

// copy fills the temporary tables.
func (w *writes) copy(ctx context.Context, tx *db.OrgTx, today clock.Date) error {
	var links [][2]int64
	for _, g := range w.Groups {
		for _, u := range g.Units {
			links = append(links, [2]int64{g.ID, u})
		}
	}
	for _, t := range []struct {
		name    string
		columns []string
		n       int
		row     func(int) ([]any, error)
	}{
		{"import_today", []string{"day"}, 1, func(int) ([]any, error) { return []any{today}, nil }},
		{"import_units", []string{"id", "code", "name", "parent_id", "manager_id", "headcount", "closed_on"}, len(w.Units), func(i int) ([]any, error) {
			r := w.Units[i]
			return []any{r.ID, text(r.Code), r.Name, ref(r.Parent), ref(r.Manager), ref(int64(r.Headcount)), end(r.Closed, today)}, nil
		}},
		{"import_people", []string{"id", "code", "name", "sort_name", "email", "unit_id", "closed_on"}, len(w.People), func(i int) ([]any, error) {
			r := w.People[i]
			return []any{r.ID, text(r.Code), r.Name, r.SortName, text(r.Email), ref(r.Unit), end(r.Closed, today)}, nil
		}},
		{"import_unions", []string{"id", "name", "agreement_from", "agreement_until", "collective", "closed_on"}, len(w.Unions), func(i int) ([]any, error) {
			r := w.Unions[i]
			return []any{r.ID, r.Name, r.From, r.Until, r.Collective, end(r.Closed, today)}, nil
		}},
		{"import_groups", []string{"id", "name", "level", "parent_id", "chair_id", "safety", "closed_on"}, len(w.Groups), func(i int) ([]any, error) {
			r := w.Groups[i]
			return []any{r.ID, r.Name, r.Level, ref(r.Parent), ref(r.Chair), r.Safety, end(r.Closed, today)}, nil
		}},
		{"import_group_units", []string{"group_id", "unit_id"}, len(links), func(i int) ([]any, error) {
			return []any{links[i][0], links[i][1]}, nil
		}},
		{"import_mandates", []string{"id", "person_id", "role", "union_id", "group_id", "unit_id", "valid_from", "valid_until"}, len(w.Mandates), func(i int) ([]any, error) {
			r := w.Mandates[i]
			return []any{r.ID, r.Person, r.Role, ref(r.Union), ref(r.Group), ref(r.Unit), r.From, r.Until}, nil
		}},
	} {
		if t.n == 0 {
			continue
		}
		if _, err := tx.CopyFrom(ctx, pgx.Identifier{t.name}, t.columns, pgx.CopyFromSlice(t.n, t.row)); err != nil {
			return fmt.Errorf("copying %s: %w", t.name, err)
		}
	}
	return nil
}

// text and ref make NULL of what is empty.
func text(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func ref(id int64) *int64 {
	if id == 0 {
		return nil
	}
	return &id
}

// A row that was closed keeps its day; one that comes back is open again; a day to come is left as it is.
const closing = `CASE WHEN t.closed_on IS NOT NULL THEN least(x.closed_on, t.closed_on) WHEN x.closed_on <= (SELECT day FROM import_today) THEN NULL ELSE x.closed_on END`

// bring are the statements, in order. Keys that change hands are let go of first. Units and people refer to each other:
// one statement adds both, and Postgres checks the references when it ends.
var bring = []struct{ what, sql string }{
	{"keys", `UPDATE people x SET email = NULL, code = NULL FROM import_people t WHERE t.id = x.id AND (x.email, x.code) IS DISTINCT FROM (t.email, t.code)`},
	{"keys", `UPDATE units x SET code = NULL FROM import_units t WHERE t.id = x.id AND x.code IS DISTINCT FROM t.code`},
	{"units and people", `
		WITH p AS (INSERT INTO people (id, code, name, sort_name, email, unit_id, closed_on) OVERRIDING SYSTEM VALUE
			SELECT id, code, name, sort_name, email, unit_id, closed_on FROM import_people t WHERE NOT EXISTS (SELECT FROM people x WHERE x.id = t.id))
		INSERT INTO units (id, code, name, parent_id, manager_id, headcount, closed_on) OVERRIDING SYSTEM VALUE
			SELECT id, code, name, parent_id, manager_id, headcount, closed_on FROM import_units t WHERE NOT EXISTS (SELECT FROM units x WHERE x.id = t.id)`},
	{"people", `UPDATE people x SET code = t.code, name = t.name, sort_name = t.sort_name, email = t.email, unit_id = t.unit_id, closed_on = ` + closing + `
		FROM import_people t WHERE t.id = x.id AND (x.code, x.name, x.sort_name, x.email, x.unit_id, x.closed_on)
			IS DISTINCT FROM (t.code, t.name, t.sort_name, t.email, t.unit_id, t.closed_on)`},
	{"units", `UPDATE units x SET code = t.code, name = t.name, parent_id = t.parent_id, manager_id = t.manager_id, headcount = t.headcount, closed_on = ` + closing + `
		FROM import_units t WHERE t.id = x.id AND (x.code, x.name, x.parent_id, x.manager_id, x.headcount, x.closed_on)
			IS DISTINCT FROM (t.code, t.name, t.parent_id, t.manager_id, t.headcount, t.closed_on)`},
	{"unions", `INSERT INTO unions (id, name, agreement_from, agreement_until, collective_agreement, closed_on) OVERRIDING SYSTEM VALUE
		SELECT id, name, agreement_from, agreement_until, collective, closed_on FROM import_unions t WHERE NOT EXISTS (SELECT FROM unions x WHERE x.id = t.id)`},
	{"unions", `UPDATE unions x SET name = t.name, agreement_from = t.agreement_from, agreement_until = t.agreement_until,
		collective_agreement = t.collective, closed_on = ` + closing + ` FROM import_unions t WHERE t.id = x.id`},
	{"groups", `INSERT INTO groups (id, name, level, parent_id, chair_id, safety_committee, closed_on) OVERRIDING SYSTEM VALUE
		SELECT id, name, level, parent_id, chair_id, safety, closed_on FROM import_groups t WHERE NOT EXISTS (SELECT FROM groups x WHERE x.id = t.id)`},
	{"groups", `UPDATE groups x SET name = t.name, level = t.level, parent_id = t.parent_id, chair_id = t.chair_id, safety_committee = t.safety,
		closed_on = ` + closing + ` FROM import_groups t WHERE t.id = x.id`},
	{"the groups' units", `DELETE FROM group_units x USING import_groups t WHERE x.group_id = t.id
		AND NOT EXISTS (SELECT FROM import_group_units g WHERE g.group_id = x.group_id AND g.unit_id = x.unit_id)`},
	{"the groups' units", `INSERT INTO group_units (group_id, unit_id) SELECT group_id, unit_id FROM import_group_units ON CONFLICT DO NOTHING`},
	{"mandates", `INSERT INTO mandates (id, person_id, role, union_id, group_id, unit_id, valid_from, valid_until) OVERRIDING SYSTEM VALUE
		SELECT id, person_id, role, union_id, group_id, unit_id, valid_from, valid_until FROM import_mandates t
		WHERE NOT EXISTS (SELECT FROM mandates x WHERE x.id = t.id)`},
	{"mandates", `UPDATE mandates x SET valid_from = t.valid_from, valid_until = t.valid_until FROM import_mandates t WHERE t.id = x.id`},
}
