package matter

import (
	"fmt"

	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/organisation"
)

// plannedRows is how many coming meetings, and how many APTs, a triage looks at.
const plannedRows = 300

// queue queues the groups around the units, given as a query with its arguments, the unions, and what is planned.
func (in *Situation) queue(b *db.Batch, today clock.Date, units string, args ...any) {
	db.Many(b, &in.Coverage, `
		SELECT mu.id AS unit_id, g.id AS group_id, g.name, g.level, g.safety_committee AS committee, max(cardinality(cu.ancestors)) AS depth,
		       NOT EXISTS (SELECT FROM units r WHERE r.parent_id IS NULL AND r.closed_on IS NULL
		           AND NOT EXISTS (SELECT FROM group_units x WHERE x.group_id = g.id AND x.unit_id = r.id)) AS wide
		FROM   units mu JOIN units cu ON cu.id = ANY (mu.ancestors) JOIN group_units gu ON gu.unit_id = cu.id
		JOIN   groups g ON g.id = gu.group_id AND g.closed_on IS NULL
		WHERE  mu.id IN (`+units+`) GROUP BY mu.id, g.id, g.name, g.level, g.safety_committee ORDER BY g.name`, args...)
	db.Many(b, &in.Unions, `
		SELECT un.id, un.name, un.agreement_from, un.agreement_until, un.collective_agreement AS collective,
		       ARRAY(SELECT DISTINCT ma.group_id FROM mandates ma WHERE ma.union_id = un.id AND ma.group_id IS NOT NULL
		           AND ma.valid_from <= $1 AND (ma.valid_until IS NULL OR ma.valid_until >= $1)) AS groups
		FROM   unions un WHERE un.closed_on IS NULL ORDER BY un.name COLLATE "sv-SE-x-icu"`, today)
	from, start := append(args[:len(args):len(args)], today.Start(), plannedRows), placeholder(len(args)+1)
	db.Many(b, &in.Meetings, `
		SELECT me.id, me.group_id, (me.starts_at AT TIME ZONE 'Europe/Stockholm')::date AS day,
		       EXISTS (SELECT FROM dispatches d WHERE d.meeting_id = me.id AND d.kind = 'notice') AS called
		FROM   meetings me WHERE me.status = 'planned' AND NOT me.extra AND me.starts_at >= `+start+` AND me.group_id IN (
		       SELECT gu.group_id FROM group_units gu JOIN units u ON gu.unit_id = ANY (u.ancestors) WHERE u.id IN (`+units+`))
		ORDER  BY me.starts_at LIMIT `+placeholder(len(args)+2), from...)
	db.Many(b, &in.APTs, `
		SELECT u.name AS unit_name, (a.starts_at AT TIME ZONE 'Europe/Stockholm')::date AS day
		FROM   apts a JOIN units u ON u.id = a.unit_id
		WHERE  a.status IN ('planned', 'invited') AND a.starts_at >= `+start+` AND u.ancestors && ARRAY(`+units+`)
		ORDER  BY a.starts_at LIMIT `+placeholder(len(args)+2), from...)
	in.Rules, in.day = &organisation.Rulebook{}, today
	organisation.QueueRulebook(b, in.Rules, today, `SELECT DISTINCT gu.group_id FROM group_units gu JOIN units u ON gu.unit_id = ANY (u.ancestors) WHERE u.id IN (`+units+`)`, args...)
	db.Many(b, &in.Paths, `SELECT u.ancestors AS path FROM units u WHERE u.id IN (`+units+`)`, args...)
}

// agree fills in what a matter about the units would follow today.
func (in *Situation) agree() { in.Agreement = in.Rules.On(in.day, placeOf(in.Paths)) }

// answer fills in what the wizard's answers say.
func (in *Situation) answer(a Answers) {
	in.Category, in.Units, in.Decider, in.Concerned = a.Category, a.Units, a.Decider, a.Concerned
	in.NotImportant, in.Unsure = a.Important == "no", a.Important == "unsure"
	in.Individuals, in.Secret, in.Outsiders, in.WorkEnvironment = a.Individuals == "yes", a.Secret == "yes", a.Outsiders == "yes", a.WorkEnvironment == "yes"
	in.Idea, in.Settled = a.Open == OpenIdea, a.Open == "no"
	in.PlannedDecision, in.Correction = a.PlannedDecision, a.Correction
}

// describe fills in what the matter itself says, which is newer than the answers it came from.
func (in *Situation) describe(r Record) {
	in.Units = nil
	for _, u := range r.Units {
		in.Units = append(in.Units, u.ID)
	}
	in.Category, in.Decider, in.Outsiders, in.WorkEnvironment = r.Category, r.Decider, r.Outsiders, r.WorkEnvironment
	in.Secret, in.Individuals = r.Secrecy != "", false
	in.PlannedDecision, in.Agreement = r.PlannedDecision, r.Agreement
	in.agreementID, in.day = r.AgreementID, r.agreedOn()
	in.Correction = Correction{Duty: r.Duty}
}

func placeholder(n int) string { return fmt.Sprintf("$%d", n) }
