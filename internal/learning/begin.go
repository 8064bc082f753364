package learning

import (
	"context"
	"fmt"
	"time"

	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/organisation"
)

// Began is somebody who holds a role that bears samverkan, and is not noted in it.
type Began struct {
	PersonID int64
	Role     string
	UnitID   int64
	GroupID  int64
	Since    clock.Date // zero: the register does not say since when, so it is today
	Known    bool       // they had the role when the product came into use
}

// beginners are all who hold a role today (units' managers, groups' chairs, mandates of unions and safety representatives)
// and are not noted in it. However the role was given (by a form, an import, an earlier mandate whose day has come), it
// stands in these tables, so nobody is missed.
//
// Who had the role already is not nagged: until the organisation has its first matter or meeting here, and the first time
// that anybody looks, everybody is known; so is a mandate from before or on the first day of the first agreement.
const beginners = `
	WITH held AS (
		SELECT manager_id AS person_id, 'manager' AS role, id AS unit_id, 0::bigint AS group_id, NULL::date AS since FROM units WHERE manager_id IS NOT NULL AND (closed_on IS NULL OR closed_on > $1)
		UNION ALL SELECT chair_id, 'manager', 0, id, NULL FROM groups WHERE chair_id IS NOT NULL AND (closed_on IS NULL OR closed_on > $1)
		UNION ALL SELECT person_id, CASE WHEN role IN ('union_rep', 'union_substitute') THEN 'union_rep' ELSE 'safety_rep' END, coalesce(unit_id, 0), coalesce(group_id, 0), valid_from
		FROM   mandates WHERE role IN ('union_rep', 'union_substitute', 'safety_rep', 'chief_safety_rep') AND valid_from <= $1 AND (valid_until IS NULL OR valid_until >= $1)),
	used AS (SELECT EXISTS (SELECT FROM introductions) AND (EXISTS (SELECT FROM matters) OR EXISTS (SELECT FROM meetings)) AS yes,
		(SELECT min(valid_from) FROM agreements) AS first)
	SELECT DISTINCT ON (h.person_id, h.role) h.person_id, h.role, h.unit_id, h.group_id, h.since, NOT used.yes OR coalesce(h.since <= used.first, false) AS known
	FROM   held h JOIN people p ON p.id = h.person_id AND (p.closed_on IS NULL OR p.closed_on > $1) CROSS JOIN used
	WHERE  NOT EXISTS (SELECT FROM introductions i WHERE i.person_id = h.person_id AND i.role = h.role)
	ORDER  BY h.person_id, h.role, h.since, h.unit_id = 0, h.unit_id, h.group_id`

// Run notes who has come into a role, gives each their task, and tells whose joint training runs out. The clockwork calls it
// in the transaction of its tick; done again it does nothing more.
func Run(ctx context.Context, tx *db.OrgTx, now time.Time) error {
	today := clock.DateOf(now)
	var all []Began
	var b db.Batch
	db.Many(&b, &all, beginners, today)
	if err := tx.Send(ctx, &b); err != nil {
		return fmt.Errorf("looking for new roles: %w", err)
	}
	if len(all) > 0 {
		if err := note(ctx, tx, all, today); err != nil {
			return err
		}
	}
	var tasks db.Batch
	tasks.Exec(`
		INSERT INTO tasks (person_id, role, kind, unit_id, due_on, created_at)
		SELECT i.person_id, i.role, $1, i.unit_id, i.due_on, $2 FROM introductions i
		WHERE  i.due_on IS NOT NULL AND i.confirmed_at IS NULL
		AND    NOT EXISTS (SELECT FROM tasks t WHERE t.person_id = i.person_id AND t.role = i.role AND t.kind = $1)`, TaskIntroduction, now)
	queueRenewals(&tasks, now)
	if err := tx.Send(ctx, &tasks); err != nil {
		return fmt.Errorf("giving people their introductions: %w", err)
	}
	return nil
}

// note writes the rows, each with the last day that its own place's agreement gives.
func note(ctx context.Context, tx *db.OrgTx, all []Began, today clock.Date) error {
	n := len(all)
	people, roles, units, groups, began, due := make([]int64, n), make([]string, n), make([]int64, n), make([]int64, n), make([]clock.Date, n), make([]clock.Date, n)
	for i, x := range all {
		day := x.Since
		if day.IsZero() {
			day = today
		}
		people[i], roles[i], units[i], groups[i], began[i] = x.PersonID, x.Role, x.UnitID, x.GroupID, day
		if x.Known {
			continue
		}
		a, err := organisation.AgreementOn(ctx, tx, day, organisation.Scope{UnitID: x.UnitID, GroupID: x.GroupID})
		if err != nil {
			return err
		}
		due[i] = a.IntroducedBy(day)
	}
	_, err := tx.Exec(ctx, `
		INSERT INTO introductions (person_id, role, unit_id, group_id, began_on, due_on)
		SELECT x.person_id, x.role, nullif(x.unit_id, 0), nullif(x.group_id, 0), x.began_on, x.due_on
		FROM   unnest($1::bigint[], $2::text[], $3::bigint[], $4::bigint[], $5::date[], $6::date[]) x (person_id, role, unit_id, group_id, began_on, due_on)
		ON     CONFLICT ON CONSTRAINT introductions_once DO NOTHING`, people, roles, units, groups, began, due)
	if err != nil {
		return fmt.Errorf("noting new roles: %w", err)
	}
	return nil
}
