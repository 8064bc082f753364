package followup

import (
	"context"
	"encoding/hex"
	"fmt"

	"samverka/internal/action"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

const roundColumns = `
	SELECT r.id, r.year, r.group_id, g.name AS group_name, r.stage, r.analysis, r.analysis_version, r.dialogue_on, r.statement, r.statement_version,
	       r.started_at, r.stated_at, r.closed_at
	FROM   followup_rounds r JOIN groups g ON g.org_id = r.org_id AND g.id = r.group_id`

// represented are the unions that sit in the top group of round r on day $2 and whose agreement holds then.
const represented = `
	SELECT u.id, u.name FROM unions u WHERE u.closed_on IS NULL AND (u.agreement_from IS NULL OR u.agreement_from <= $2) AND (u.agreement_until IS NULL OR u.agreement_until >= $2)
	AND    EXISTS (SELECT FROM mandates ma WHERE ma.org_id = u.org_id AND ma.union_id = u.id AND ma.role IN ('union_rep', 'union_substitute')
	       AND ma.group_id = r.group_id AND ma.valid_from <= $2 AND (ma.valid_until IS NULL OR ma.valid_until >= $2))
	ORDER  BY u.name COLLATE "sv-SE-x-icu"`

// queue queues all that is known of the round; the result is whole once the batch has been sent. NotFound when there is none.
func queue(b *db.Batch, id int64, today clock.Date) func() Record {
	var r Record
	var actions []action.Action
	var approvals []struct {
		Approval
		Digest []byte
	}
	db.One(b, &r.Round, fail.New(fail.NotFound, "error.not_found"), roundColumns+` WHERE r.id = $1`, id)
	db.Many(b, &r.Entries, `
		SELECT e.id, e.group_id, g.name AS group_name, g.level, coalesce(g.chair_id, 0) AS chair_id,
		       ARRAY(SELECT gu.unit_id FROM group_units gu WHERE gu.org_id = g.org_id AND gu.group_id = g.id) AS units,
		       e.visit_on, coalesce(e.employer_visitor_id, 0) AS employer_visitor_id, coalesce(pe.name, '') AS employer_visitor,
		       coalesce(e.union_visitor_id, 0) AS union_visitor_id, coalesce(pu.name, '') AS union_visitor, e.visited_at, e.left_out,
		       e.good, e.lacking, e.joint_version, coalesce(pj.name, '') AS joint_by, e.joint_at, e.version
		FROM   followup_groups e JOIN groups g ON g.org_id = e.org_id AND g.id = e.group_id LEFT JOIN people pe ON pe.org_id = e.org_id AND pe.id = e.employer_visitor_id
		LEFT   JOIN people pu ON pu.org_id = e.org_id AND pu.id = e.union_visitor_id LEFT JOIN people pj ON pj.org_id = e.org_id AND pj.id = e.joint_by
		WHERE  e.round_id = $1 ORDER BY e.group_id <> (SELECT group_id FROM followup_rounds WHERE id = $1), g.level, g.name COLLATE "sv-SE-x-icu"`, id)
	db.Many(b, &r.Answers, `
		SELECT a.entry_id, a.side, a.grades, a.comment, p.name AS writer, a.written_at, a.sent_at, a.version
		FROM   followup_answers a JOIN followup_groups e ON e.org_id = a.org_id AND e.id = a.entry_id JOIN people p ON p.org_id = a.org_id AND p.id = a.written_by
		WHERE  e.round_id = $1`, id)
	var measures []struct {
		ID, EntryID, ActionID int64
		What                  string
	}
	db.Many(b, &measures, `SELECT m.id, m.entry_id, m.what, coalesce(m.action_id, 0) AS action_id FROM followup_measures m
		JOIN followup_groups e ON e.org_id = m.org_id AND e.id = m.entry_id WHERE e.round_id = $1 ORDER BY m.id`, id)
	action.Queue(b, &actions, action.OfRound, id)
	db.Many(b, &approvals, `
		SELECT coalesce(a.union_id, 0) AS union_id, coalesce(u.name, '') AS union_name, p.name AS person_name, a.role, a.at, a.digest
		FROM   followup_approvals a JOIN followup_rounds r ON r.org_id = a.org_id AND r.id = a.round_id AND r.statement_version = a.version
		JOIN   people p ON p.org_id = a.org_id AND p.id = a.person_id LEFT JOIN unions u ON u.org_id = a.org_id AND u.id = a.union_id
		WHERE  r.id = $1 ORDER BY a.id`, id)
	db.Many(b, &r.Parties, `SELECT p.* FROM followup_rounds r CROSS JOIN LATERAL (`+represented+`) p WHERE r.id = $1`, id, today)
	return func() Record {
		for _, m := range measures {
			x := Measure{ID: m.ID, EntryID: m.EntryID, What: m.What, ActionID: m.ActionID}
			for _, a := range actions {
				if a.ID == m.ActionID {
					x.Action = a
				}
			}
			r.Measures = append(r.Measures, x)
		}
		for _, a := range approvals {
			if hex.EncodeToString(a.Digest) == r.Digest() { // what was read, and nothing else
				r.Approvals = append(r.Approvals, a.Approval)
			}
		}
		return r
	}
}

// load reads the round inside a transaction that no other change of it goes on beside.
func load(ctx context.Context, tx *db.OrgTx, id int64, today clock.Date) (Record, error) {
	var b db.Batch
	b.Exec(`SELECT FROM followup_rounds WHERE id = $1 FOR UPDATE`, id)
	finish := queue(&b, id, today)
	if err := tx.Send(ctx, &b); err != nil {
		if fail.KindOf(err) != fail.Internal {
			return Record{}, err
		}
		return Record{}, fmt.Errorf("reading follow-up %d: %w", id, err)
	}
	return finish(), nil
}
