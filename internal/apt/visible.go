package apt

import (
	"fmt"

	"samverka/internal/access"
)

// covered is the condition that the APT of the unit au is for those who work in the unit x: in the unit itself, or below it
// where no other manager has an APT of their own.
const covered = `au.id = ANY (x.ancestors) AND NOT EXISTS (SELECT FROM units mid WHERE mid.id = ANY (x.ancestors) AND mid.id <> au.id
	AND au.id = ANY (mid.ancestors) AND mid.manager_id IS NOT NULL AND mid.manager_id IS DISTINCT FROM au.manager_id)`

// workplaces selects the units whose APT are for the person $%[1]d with the workplaces $%[2]d: where they are employed, those
// above it up to the manager, and for a manager the one above, whose staff managers are.
const workplaces = `(SELECT au.id FROM units x JOIN units au ON ` + covered + `
		WHERE x.id = ANY ($%[2]d::bigint[]) OR x.id = (SELECT p.unit_id FROM people p WHERE p.id = $%[1]d)
	UNION SELECT c.parent_id FROM units c WHERE c.manager_id = $%[1]d AND c.parent_id IS NOT NULL AND c.closed_on IS NULL)`

// Workplaces selects the ids of the units whose APT are for a person: person and homes are the numbers of the parameters
// that hold who it is and the workplaces that an employee's mandates name.
func Workplaces(person, homes int) string { return fmt.Sprintf(workplaces, person, homes) }

// homes are the workplaces that an employee's mandates name.
func homes(who access.Actor) []int64 {
	if who.Role != access.Employee {
		return nil
	}
	return who.MandateUnits()
}

// staffOf selects the people whom the APT of a unit is for on the day $2; unit is the SQL of its id.
func staffOf(unit string) string {
	cover := `(SELECT x.id FROM units au JOIN units x ON ` + covered + ` WHERE au.id = ` + unit + `)`
	return `
	SELECT p.id, p.name, p.sort_name FROM people p JOIN (
		SELECT q.id FROM people q WHERE q.unit_id IN ` + cover + `
		UNION SELECT ma.person_id FROM mandates ma WHERE ma.unit_id IN ` + cover + ` AND ma.role = 'employee'
			AND ma.valid_from <= $2::date AND (ma.valid_until IS NULL OR ma.valid_until >= $2::date)
		UNION SELECT c.manager_id FROM units c WHERE c.parent_id = ` + unit + ` AND c.closed_on IS NULL) s ON s.id = p.id
	WHERE  p.closed_on IS NULL OR p.closed_on > $2::date`
}

// Visible is the condition on a row a of apts that the actor may know of it: those whose workplace it is, the manager of
// the unit and those above, the skyddsombud of the area, and HR. There is no party relationship at an APT, so union
// representatives see those of their own workplace and no others (handbook 3).
func Visible(who access.Actor, first int) (where string, args []any) {
	p := func(v any) int {
		args = append(args, v)
		return first + len(args) - 1
	}
	switch {
	case who.Role == access.HR:
		return "true", nil
	case who.Role == access.Admin, who.PersonID == 0:
		return "false", nil
	}
	where = fmt.Sprintf("(a.unit_id IN "+workplaces, p(who.PersonID), p(homes(who)))
	switch who.Role {
	case access.Manager:
		where += fmt.Sprintf(" OR EXISTS (SELECT FROM units u WHERE u.id = a.unit_id AND u.ancestors && $%d)", p(who.Units))
	case access.SafetyRep:
		if who.Everywhere() {
			return "true", nil
		}
		where += fmt.Sprintf(" OR EXISTS (SELECT FROM units u WHERE u.id = a.unit_id AND (u.ancestors && $%d", p(who.MandateUnits()))
		where += fmt.Sprintf(" OR EXISTS (SELECT FROM group_units gu WHERE gu.group_id = ANY ($%d) AND gu.unit_id = ANY (u.ancestors))))", p(who.Groups()))
	}
	return where + ")", args
}
