package overview

import (
	"fmt"
	"slices"

	"samverka/internal/access"
)

// rootsOf are the units that a manager is confined to; nil: none.
func rootsOf(who access.Actor) []int64 {
	if who.Role != access.Manager {
		return nil
	}
	return slices.Concat([]int64{}, who.Units)
}

// shown is the condition on the units u that the page needs: the scope with those above it, and its rows. Its arguments
// are numbered from first; $1 is today.
func shown(sc Scope, roots []int64, first int) (where string, args []any) {
	p := func(v any) string {
		args = append(args, v)
		return fmt.Sprintf("$%d", first+len(args)-1)
	}
	unit := p(sc.Unit)
	below := fmt.Sprintf("(%s::bigint = 0 OR %[1]s = ANY (u.ancestors))", unit)
	rows := "u.parent_id = " + unit
	switch {
	case sc.Deep:
		rows = below
	case sc.Filter != "":
		rows = fmt.Sprintf("strpos(lower(u.name), lower(%s)) > 0 AND %s", p(sc.Filter), below)
	case sc.Unit == 0 && len(roots) == 1:
		rows = fmt.Sprintf("(u.id = ANY (%s) OR u.parent_id = ANY (%[1]s))", p(roots))
	case sc.Unit == 0 && roots != nil:
		rows = fmt.Sprintf("u.id = ANY (%s)", p(roots))
	case sc.Unit == 0: // the highest; a lone one says no more than the whole does, so those below it come too
		rows = `(u.parent_id IS NULL OR u.parent_id = (SELECT min(x.id) FROM units x
			WHERE x.parent_id IS NULL AND (x.closed_on IS NULL OR x.closed_on > $1) HAVING count(*) = 1))`
	}
	where = fmt.Sprintf("(%s OR u.id = ANY (SELECT unnest(x.ancestors) FROM units x WHERE x.id = %s))", rows, unit)
	if roots != nil {
		where += fmt.Sprintf(" AND u.ancestors && %s", p(roots))
	}
	return where, args
}

// within is the condition that a thing's unit u lies in the scope; its arguments are numbered from first. It is written for
// each shape of scope: one text for all of them, with conditions on its arguments, gets a plan that suits none.
func within(sc Scope, roots []int64, first int) (where string, args []any) {
	where = "true"
	if sc.Unit != 0 {
		args = append(args, sc.Unit)
		where = fmt.Sprintf("$%d = ANY (u.ancestors)", first)
	}
	if roots != nil {
		args = append(args, roots)
		where += fmt.Sprintf(" AND u.ancestors && $%d", first+len(args)-1)
	}
	return where, args
}
