package organisation

import (
	"context"
	"fmt"

	"samverka/internal/db"
)

// refreshAncestors recomputes every unit's path after units were added or moved; it touches only those that change. The
// caller has made sure that the tree has no cycle.
func refreshAncestors(ctx context.Context, tx *db.OrgTx) error {
	_, err := tx.Exec(ctx, `
		WITH RECURSIVE tree AS (
			SELECT id, ARRAY[id] AS path FROM units WHERE parent_id IS NULL
			UNION ALL
			SELECT u.id, t.path || u.id FROM units u JOIN tree t ON u.parent_id = t.id WHERE NOT u.id = ANY(t.path))
		UPDATE units u SET ancestors = t.path FROM tree t WHERE t.id = u.id AND u.ancestors IS DISTINCT FROM t.path`)
	if err != nil {
		return fmt.Errorf("recomputing the tree's paths: %w", err)
	}
	return nil
}

// RefreshAncestors is refreshAncestors for internal/importer, which writes many units at once.
func RefreshAncestors(ctx context.Context, tx *db.OrgTx) error { return refreshAncestors(ctx, tx) }
