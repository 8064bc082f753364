package learning

import (
	"time"

	"samverka/internal/clock"
	"samverka/internal/db"
)

// soonMonths is how long before its last day a training is said to run out.
const soonMonths = 3

// Validity is how it stands with a training.
type Validity string

// The validities.
const (
	Valid    Validity = "valid"
	RunsOut  Validity = "runs_out" // within three months
	Lapsed   Validity = "lapsed"
	NotTaken Validity = "none"
)

// ValidityOn is how it stands on the day with a training whose last day is until; no day: there is none.
func ValidityOn(until, today clock.Date) Validity {
	switch {
	case until.IsZero():
		return NotTaken
	case today.After(until):
		return Lapsed
	case !until.After(today.AddMonths(soonMonths)):
		return RunsOut
	}
	return Valid
}

// trained are the last days of each person's newest joint training, by the agreement of day $1: Agreement.TrainedUntil says
// the same, and a test holds the two together.
const trained = `trained AS (
	SELECT cp.person_id, (max(o.held_on) + make_interval(months => (SELECT training_months FROM agreement_on($1::date, '{}', 0))))::date AS until
	FROM   course_participants cp JOIN course_occasions o ON o.id = cp.occasion_id JOIN courses c ON c.id = o.course_id
	WHERE  cp.took_part AND c.joint GROUP BY cp.person_id)`

// queueRenewals gives each whose joint training runs out within three months one task, in the first of their roles, and ends
// those that time or a newer training has made moot.
func queueRenewals(b *db.Batch, now time.Time) {
	today := clock.DateOf(now)
	b.Exec(`WITH `+trained+`
		UPDATE tasks t SET done_at = $3 WHERE t.kind = $2 AND t.done_at IS NULL
		AND NOT EXISTS (SELECT FROM trained x WHERE x.person_id = t.person_id AND x.until = t.due_on AND x.until >= $1)`, today, TaskRenew, now)
	b.Exec(`WITH `+trained+`
		INSERT INTO tasks (person_id, role, kind, due_on, created_at)
		SELECT x.person_id, h.role, $2, x.until, $3 FROM trained x
		CROSS  JOIN LATERAL (SELECT r.role FROM held_roles($1::date) r WHERE r.person_id = x.person_id AND r.role IN ('manager', 'union_rep', 'safety_rep') ORDER BY r.role LIMIT 1) h
		WHERE  x.until BETWEEN $1 AND $4
		AND    NOT EXISTS (SELECT FROM tasks t WHERE t.person_id = x.person_id AND t.kind = $2 AND t.due_on = x.until)`,
		today, TaskRenew, now, today.AddMonths(soonMonths))
}
