package matter

import (
	"context"

	"samverka/internal/access"
	"samverka/internal/fail"
)

// SaveNote writes the union's own note on the matter. Conflict when a colleague saved first. It is not in the event log:
// the employer's side reads that.
func (s *Service) SaveNote(ctx context.Context, who access.Actor, id, unionID int64, body string, version int) error {
	if err := who.Require(access.UnionSpeak); err != nil {
		return err
	}
	var f fail.Form
	checkText(&f, "note", body, 20000, "")
	if err := f.Err(); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if !who.Represents(unionID) {
			return fail.New(fail.Forbidden, "matter.error.no_mandate")
		}
		return c.tx.Exec1(ctx, `
			INSERT INTO union_notes (matter_id, union_id, body, updated_by, updated_at) SELECT $1, $2, $3, $4, $5 WHERE $6 = 0 OR EXISTS (SELECT FROM union_notes WHERE matter_id = $1 AND union_id = $2)
			ON CONFLICT (org_id, matter_id, union_id) DO UPDATE SET body = excluded.body, updated_by = excluded.updated_by,
				updated_at = excluded.updated_at, version = union_notes.version + 1 WHERE union_notes.version = $6`,
			id, unionID, body, who.PersonID, c.now, version)
	})
}
