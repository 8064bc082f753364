package matter

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"samverka/internal/clock"
	"samverka/internal/db"
)

// Parties are the people to be told of a matter's turns.
type Parties struct {
	Unions []int64 // representatives and substitutes of the unions in its groups
	Safety []int64 // safety representatives of its groups and units
	HR     []int64
	Chiefs []int64 // förhandlingschefer
}

// parties reads who is concerned today: the plan's groups and, before there is a plan, the groups that cover the matter's
// units.
func parties(ctx context.Context, tx *db.OrgTx, matterID int64, day clock.Date) (Parties, error) {
	rows, _ := tx.Query(ctx, `
		WITH up AS (SELECT DISTINCT unnest(u.ancestors) AS id FROM matter_units mu JOIN units u ON u.id = mu.unit_id WHERE mu.matter_id = $1),
		planned AS (SELECT t.group_id AS id FROM tracks t WHERE t.matter_id = $1 AND t.group_id IS NOT NULL
			UNION SELECT me.group_id FROM agenda_items ai JOIN meetings me ON me.id = ai.meeting_id WHERE ai.matter_id = $1),
		gs AS (SELECT id FROM planned UNION SELECT gu.group_id FROM group_units gu JOIN up ON up.id = gu.unit_id WHERE NOT EXISTS (SELECT FROM planned))
		SELECT DISTINCT ma.person_id, CASE WHEN ma.role LIKE 'union%' THEN 'union' WHEN ma.role LIKE '%safety_rep' THEN 'safety' ELSE ma.role END AS side
		FROM   mandates ma
		WHERE  ma.valid_from <= $2 AND (ma.valid_until IS NULL OR ma.valid_until >= $2)
		AND    (ma.role IN ('union_rep', 'union_substitute', 'safety_rep', 'chief_safety_rep') AND ma.group_id IN (SELECT id FROM gs)
		     OR ma.role IN ('safety_rep', 'chief_safety_rep') AND (ma.unit_id IN (SELECT id FROM up) OR ma.unit_id IS NULL AND ma.group_id IS NULL)
		     OR ma.role IN ('hr', 'negotiator'))`, matterID, day)
	var p Parties
	var id int64
	var side string
	_, err := pgx.ForEachRow(rows, []any{&id, &side}, func() error {
		switch side {
		case "union":
			p.Unions = append(p.Unions, id)
		case "safety":
			p.Safety = append(p.Safety, id)
		case "hr":
			p.HR = append(p.HR, id)
		default:
			p.Chiefs = append(p.Chiefs, id)
		}
		return nil
	})
	if err != nil {
		return p, fmt.Errorf("finding the parties of matter %d: %w", matterID, err)
	}
	return p, nil
}

// spokespeople are those who speak for the union today, in any group.
func spokespeople(ctx context.Context, tx *db.OrgTx, unionID int64, day clock.Date) ([]int64, error) {
	rows, _ := tx.Query(ctx, `SELECT DISTINCT ma.person_id FROM mandates ma WHERE ma.union_id = $1 AND ma.role IN ('union_rep', 'union_substitute')
		AND ma.valid_from <= $2 AND (ma.valid_until IS NULL OR ma.valid_until >= $2)`, unionID, day)
	ids, err := pgx.CollectRows(rows, pgx.RowTo[int64])
	if err != nil {
		return nil, fmt.Errorf("finding who speaks for union %d: %w", unionID, err)
	}
	return ids, nil
}
