package apt

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"samverka/internal/db"
	"samverka/internal/matter"
)

// collect puts on the agenda what waits for the unit's next APT: feedback on decided matters, and items of earlier APT that
// asked for a new dialogue. What already stands on an agenda is left alone.
func (c *change) collect(ctx context.Context) error {
	return collect(ctx, c.tx, c.rec.ID, c.rec.UnitID)
}

func collect(ctx context.Context, tx *db.OrgTx, aptID, unitID int64) error {
	if _, err := tx.Exec(ctx, `
		INSERT INTO apt_items (apt_id, position, kind, title, form, minutes, about_matter_id)
		SELECT $1, $4 + 10 * (row_number() OVER (ORDER BY t.due_on, t.id))::integer, 'feedback', 'Återkoppling: ' || left(m.title, 180), 'information', 5, m.id
		FROM   tasks t JOIN matters m ON m.id = t.matter_id
		WHERE  t.kind = $3 AND t.unit_id = $2 AND t.done_at IS NULL
		AND    NOT EXISTS (SELECT FROM apt_items i JOIN apts a ON a.id = i.apt_id WHERE i.about_matter_id = m.id AND a.unit_id = $2 AND a.status <> 'cancelled')`,
		aptID, unitID, matter.TaskFeedback, placeOf[KindFeedback]); err != nil {
		return fmt.Errorf("collecting feedback: %w", err)
	}
	_, err := tx.Exec(ctx, `
		INSERT INTO apt_items (apt_id, position, kind, title, form, minutes, category, carried_from)
		SELECT $1, $3 + 10 * (row_number() OVER (ORDER BY i.id))::integer, 'carried', i.title, i.form, i.minutes, i.category, i.id
		FROM   apt_items i JOIN apts a ON a.id = i.apt_id
		WHERE  a.unit_id = $2 AND a.id <> $1 AND a.status <> 'cancelled' AND i.outcome = 'dialogue'
		AND    NOT EXISTS (SELECT FROM apt_items n JOIN apts na ON na.id = n.apt_id WHERE n.carried_from = i.id AND na.status <> 'cancelled')`,
		aptID, unitID, placeOf[KindCarried])
	if err != nil {
		return fmt.Errorf("collecting what was carried over: %w", err)
	}
	return nil
}

// carry puts what the item asks for on the unit's next APT, if one is planned; otherwise the next one collects it.
func (c *change) carry(ctx context.Context) error {
	var next int64
	err := c.tx.QueryRow(ctx, `SELECT id FROM apts WHERE unit_id = $1 AND id <> $2 AND status IN ('planned', 'invited') AND starts_at > $3 ORDER BY starts_at LIMIT 1`,
		c.rec.UnitID, c.rec.ID, c.rec.StartsAt).Scan(&next)
	if err == pgx.ErrNoRows {
		return nil
	}
	if err != nil {
		return fmt.Errorf("finding the next APT: %w", err)
	}
	return collect(ctx, c.tx, next, c.rec.UnitID)
}

// collectIfNext lets the APT collect when no other of the unit that has not begun comes before it.
func collectIfNext(ctx context.Context, tx *db.OrgTx, id, unitID int64) error {
	var earlier bool
	err := tx.QueryRow(ctx, `SELECT EXISTS (SELECT FROM apts a JOIN apts me ON me.id = $1 WHERE a.unit_id = $2 AND a.id <> me.id AND a.status IN ('planned', 'invited')
		AND a.starts_at < me.starts_at AND NOT EXISTS (SELECT FROM apt_sittings s WHERE s.apt_id = a.id AND s.status IN ('open', 'closed')))`, id, unitID).Scan(&earlier)
	if err != nil {
		return fmt.Errorf("looking for an earlier APT: %w", err)
	}
	if earlier {
		return nil
	}
	return collect(ctx, tx, id, unitID)
}
