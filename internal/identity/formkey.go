package identity

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/db"
)

// keptFor is how long a form's key is remembered.
const keptFor = 24 * time.Hour

// ClaimForm takes the key of a form that a person sends. Only the first sending gets it; a later one learns where the first
// led to, or "" while it is still worked on.
func (s *Service) ClaimForm(ctx context.Context, orgID, personID int64, key string) (location string, first bool, err error) {
	now := s.Clock.Now()
	err = s.DB.InOrg(ctx, orgID, func(tx *db.OrgTx) error {
		var b pgx.Batch
		b.Queue(`DELETE FROM form_keys WHERE org_id = current_org() AND at < $1`, now.Add(-keptFor))
		b.Queue(`INSERT INTO form_keys (person_id, key, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING true`, personID, key, now).
			Query(func(rows pgx.Rows) error {
				got, err := pgx.CollectRows(rows, pgx.RowTo[bool])
				first = len(got) == 1
				return err
			})
		b.Queue(`SELECT coalesce(location, '') FROM form_keys WHERE org_id = current_org() AND person_id = $1 AND key = $2`, personID, key).
			QueryRow(func(row pgx.Row) error { return row.Scan(&location) })
		return tx.SendBatch(ctx, &b).Close()
	})
	return location, first, err
}

// SettleForm notes where the form led to; with "" it was refused, and its key may be sent again.
func (s *Service) SettleForm(ctx context.Context, orgID, personID int64, key, location string) error {
	ctx = context.WithoutCancel(ctx)
	return s.DB.InOrg(ctx, orgID, func(tx *db.OrgTx) error {
		sql := `UPDATE form_keys SET location = $3 WHERE org_id = current_org() AND person_id = $1 AND key = $2`
		if location == "" {
			sql = `DELETE FROM form_keys WHERE org_id = current_org() AND person_id = $1 AND key = $2 AND $3 = ''`
		}
		_, err := tx.Exec(ctx, sql, personID, key, location)
		return err
	})
}
