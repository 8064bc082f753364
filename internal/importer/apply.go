package importer

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/organisation"
)

// apply writes the plan. Rows go over as arrays, a column each, and a few statements for each kind bring the register to
// them: as quick as copying, and the application's role needs no tables of its own for it.
func apply(ctx context.Context, tx *db.OrgTx, w writes, today clock.Date) error {
	if err := w.number(ctx, tx); err != nil {
		return err
	}
	for _, step := range w.steps(today) {
		if _, err := tx.Exec(ctx, step.sql, step.args...); err != nil {
			return fmt.Errorf("importing %s: %w", step.what, err)
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
