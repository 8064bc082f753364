package organisation

import (
	"context"
	"fmt"

	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// A row's version is Postgres' own mark of its latest change. The database is asked for it and compares it; no other
// meaning is read into it.
const version = `xmin::text`

// update changes the row if nobody has since the version was shown. $1 is the id and $2 the version.
func update(ctx context.Context, tx *db.OrgTx, table string, id int64, seen, set string, args ...any) error {
	tag, err := tx.Exec(ctx, `UPDATE `+table+` SET `+set+` WHERE id = $1 AND `+version+` = $2`, append([]any{id, seen}, args...)...)
	if err != nil {
		return fmt.Errorf("changing %s: %w", table, err)
	}
	if tag.RowsAffected() == 1 {
		return nil
	}
	var there bool
	if err := tx.QueryRow(ctx, `SELECT EXISTS (SELECT FROM `+table+` WHERE id = $1)`, id).Scan(&there); err != nil {
		return err
	}
	if !there {
		return fail.New(fail.NotFound, "error.not_found")
	}
	return fail.New(fail.Conflict, "organisation.error.changed_meanwhile")
}

// closeRow sets or takes away the day that a row is closed from.
func closeRow(ctx context.Context, tx *db.OrgTx, table, kind string, id int64, seen string, on clock.Date) (audit.Event, error) {
	if err := update(ctx, tx, table, id, seen, `closed_on = $3`, on); err != nil {
		return audit.Event{}, err
	}
	var name string
	if err := tx.QueryRow(ctx, `SELECT name FROM `+table+` WHERE id = $1`, id).Scan(&name); err != nil {
		return audit.Event{}, err
	}
	return audit.Event{Kind: kind, Detail: map[string]string{"name": name, "from": on.String()}}, nil
}
