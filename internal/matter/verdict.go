package matter

import (
	"context"
	"fmt"
	"time"

	"samverka/internal/clock"
	"samverka/internal/db"
)

// Verdict is what the gate says of a matter on one day.
type Verdict struct {
	State    State
	Missing  int // entries of the gate
	Earliest clock.Date
	TooEarly bool // planned for a day before it may lawfully be decided (MBL 11 §)
}

// Verdict judges the matter at now.
func (r Record) Verdict(now time.Time) Verdict {
	s := Verdict{State: r.State(now), Missing: len(r.Gate(now)), Earliest: r.Earliest(now)}
	_, excepted := r.ApprovedException()
	s.TooEarly = len(r.Decisions) == 0 && !excepted && s.Missing > 0 && r.PlannedDecision.Before(s.Earliest)
	return s
}

// pending is the condition on a matter m that its verdict is kept: open, and undecided or with a decision that deviates.
const pending = `m.status = 'open' AND (NOT EXISTS (SELECT FROM decisions d WHERE d.org_id = m.org_id AND d.matter_id = m.id)
	OR EXISTS (SELECT FROM decisions d WHERE d.org_id = m.org_id AND d.matter_id = m.id AND d.deviation = 'material'))`

// Unjudged selects true when some verdict is missing or out of date; $1 is today.
const Unjudged = `SELECT EXISTS (SELECT FROM matter_marks) OR EXISTS (SELECT FROM matters m
	LEFT JOIN matter_verdicts s ON s.org_id = m.org_id AND s.matter_id = m.id AND s.judged_on = $1 WHERE s.matter_id IS NULL AND ` + pending + `)`

// judgeRows is how many matters are judged in one transaction.
const judgeRows = 500

// Judge brings the verdicts of the organisation's matters up to date: those that no row of today tells of, and those that
// an event has touched since. For reads across subjects; the gate is the one of Record.Gate.
func Judge(ctx context.Context, d *db.DB, orgID int64, now time.Time) error {
	for more := true; more; {
		err := d.InOrg(ctx, orgID, func(tx *db.OrgTx) (err error) {
			more, err = judge(ctx, tx, now)
			return err
		})
		if err != nil {
			return fmt.Errorf("judging the matters: %w", err)
		}
	}
	return nil
}

func judge(ctx context.Context, tx *db.OrgTx, now time.Time) (more bool, err error) {
	today := clock.DateOf(now)
	if _, err := tx.Exec(ctx, `SELECT verdicts_lock()`); err != nil {
		return false, err
	}
	var marks, ids []int64
	var b db.Batch
	db.Scalars(&b, &marks, `SELECT id FROM matter_marks ORDER BY id LIMIT 5000`)
	if err := tx.Send(ctx, &b); err != nil {
		return false, err
	}
	b = db.Batch{}
	db.Scalars(&b, &ids, `
		SELECT DISTINCT matter_id FROM matter_marks WHERE id = ANY ($3)
		UNION (SELECT m.id FROM matters m LEFT JOIN matter_verdicts s ON s.org_id = m.org_id AND s.matter_id = m.id AND s.judged_on = $1
		       WHERE s.matter_id IS NULL AND `+pending+` LIMIT $2)`, today, judgeRows, marks)
	if err := tx.Send(ctx, &b); err != nil || len(ids) == 0 {
		return false, err
	}
	records, err := LoadAll(ctx, tx, ids, today)
	if err != nil {
		return false, err
	}
	return len(ids) >= judgeRows || len(marks) > 0, keep(ctx, tx, records, marks, now)
}

// keep stores what the gate says of the records, and takes away the marks that were seen.
func keep(ctx context.Context, tx *db.OrgTx, records []Record, marks []int64, now time.Time) error {
	var ids []int64
	var states []string
	var missing []int
	var earliest []clock.Date
	var early []bool
	for _, r := range records {
		s := r.Verdict(now)
		ids, states, missing = append(ids, r.ID), append(states, string(s.State)), append(missing, s.Missing)
		earliest, early = append(earliest, s.Earliest), append(early, s.TooEarly)
	}
	var b db.Batch
	b.Exec(`DELETE FROM matter_verdicts WHERE matter_id = ANY ($1)`, ids)
	b.Exec(`INSERT INTO matter_verdicts (matter_id, judged_on, state, missing, earliest, too_early)
		SELECT x.id, $1, x.state, x.missing, x.earliest, x.early
		FROM   unnest($2::bigint[], $3::text[], $4::integer[], $5::date[], $6::boolean[]) AS x (id, state, missing, earliest, early)
		JOIN   matters m ON m.id = x.id WHERE `+pending, clock.DateOf(now), ids, states, missing, earliest, early)
	b.Exec(`DELETE FROM matter_marks WHERE id = ANY ($1)`, marks)
	return tx.Send(ctx, &b)
}
