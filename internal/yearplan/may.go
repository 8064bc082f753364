package yearplan

import (
	"context"
	"fmt"

	"samverka/internal/access"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// requireEdit asks for the role: HR and administrators keep the organisation's årshjul, managers plan.
func requireEdit(who access.Actor, scope Scope) error {
	if scope.IsZero() {
		return who.Require(access.OrganisationWrite)
	}
	return who.Require(access.YearPlan)
}

// editable refuses unless the actor plans for the scope: the group's chair or secretary, the unit's manager or one above.
// It holds the group's or unit's row to the end of the transaction, so that two who plan the same go one after the other,
// and returns its name.
func editable(ctx context.Context, tx *db.OrgTx, who access.Actor, scope Scope) (name string, err error) {
	switch {
	case scope.IsZero():
		_, err = tx.Exec(ctx, `SELECT pg_advisory_xact_lock(hashtextextended('year_themes', $1))`, who.OrgID)
		return "", err
	case scope.GroupID != 0:
		err = tx.QueryRow(ctx, `SELECT name FROM groups WHERE id = $1 AND closed_on IS NULL FOR UPDATE`, scope.GroupID).Scan(&name)
		if err == nil && !who.RunsMeetings(scope.GroupID) {
			return "", fail.New(fail.Forbidden, "year.error.not_planner")
		}
	default:
		var mine bool
		err = tx.QueryRow(ctx, `SELECT name, ancestors && $2 FROM units WHERE id = $1 AND closed_on IS NULL FOR UPDATE`, scope.UnitID, who.Units).Scan(&name, &mine)
		if err == nil && !mine {
			return "", fail.New(fail.Forbidden, "year.error.not_planner")
		}
	}
	if err != nil {
		return "", notFound(err)
	}
	return name, nil
}

// conditions number their arguments from first on.
type conditions struct {
	first int
	args  []any
}

func (c *conditions) p(v any) string {
	c.args = append(c.args, v)
	return fmt.Sprintf("$%d", c.first+len(c.args)-1)
}

// workplace are the units that somebody belongs to: those of the acting role's mandates, and where they are employed.
func (c *conditions) workplace(who access.Actor) string {
	return fmt.Sprintf("(SELECT unnest(%s::bigint[]) UNION SELECT p.unit_id FROM people p WHERE p.id = %s AND p.unit_id IS NOT NULL)",
		c.p(who.MandateUnits()), c.p(who.PersonID))
}

// group is the condition on a row g of groups that the actor may read its published plan: HR, förhandlingschef and
// registrar all; members their groups; managers those that cover their units, or lie below; everybody else those that
// cover their workplace.
func (c *conditions) group(who access.Actor) string {
	switch who.Role {
	case access.HR, access.Negotiator, access.Registrar:
		return "true"
	case access.Admin:
		return "false"
	case access.Manager:
		units := c.p(who.Units)
		return fmt.Sprintf(`(g.id = ANY (%s) OR EXISTS (SELECT FROM group_units gu JOIN units u ON u.id = gu.unit_id
			WHERE gu.group_id = g.id AND (u.ancestors && %s OR EXISTS (SELECT FROM units mine WHERE mine.id = ANY (%s) AND gu.unit_id = ANY (mine.ancestors)))))`, c.p(who.Groups()), units, units)
	}
	return fmt.Sprintf(`(g.id = ANY (%s) OR EXISTS (SELECT FROM group_units gu JOIN units mine ON gu.unit_id = ANY (mine.ancestors)
		WHERE gu.group_id = g.id AND mine.id IN %s))`, c.p(who.Groups()), c.workplace(who))
}

// unit is the same on a row u of units, for its APT.
func (c *conditions) unit(who access.Actor) string {
	switch who.Role {
	case access.HR, access.Negotiator, access.Registrar:
		return "true"
	case access.Admin:
		return "false"
	case access.Manager:
		return fmt.Sprintf("(u.ancestors && %s OR u.id IN %s)", c.p(who.Units), c.workplace(who))
	}
	return "u.id IN " + c.workplace(who)
}
