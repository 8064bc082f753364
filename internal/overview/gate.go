package overview

import (
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/matter"
)

// queueGate queues the matters that need the gate function itself; the result counts them and sorts them by measure.
func queueGate(b *db.Batch, sc Scope, roots []int64, today clock.Date) func(time.Time, *counter) map[Measure][]matter.Record {
	ids, args := gatedIn(sc, roots, today)
	above := map[int64][]int64{}
	b.Query(`SELECT u.id, u.ancestors FROM units u`, nil, func(rows pgx.Rows) error {
		var id int64
		var units []int64
		_, err := pgx.ForEachRow(rows, []any{&id, &units}, func() error { above[id] = slices.Clone(units); return nil })
		return err
	})
	records := matter.Queue(b, ids, args, today)
	return func(now time.Time, c *counter) map[Measure][]matter.Record {
		by := map[Measure][]matter.Record{}
		for _, r := range records() {
			for _, m := range judge(r, now) {
				by[m] = append(by[m], r)
				c.add(m, r.Units, above)
			}
		}
		return by
	}
}

// judge says which of the gate's measures count the matter.
func judge(r matter.Record, now time.Time) (ms []Measure) {
	switch r.State(now) {
	case matter.Deviates:
		ms = append(ms, Deviations)
	case matter.InSamverkan:
		ms = append(ms, InSamverkan)
	}
	if tooEarly(r, now) {
		ms = append(ms, EarlyPlans)
	}
	return ms
}

// tooEarly reports whether the matter's decision is planned for a day before it may lawfully be made (MBL 11 §).
func tooEarly(r matter.Record, now time.Time) bool {
	_, excepted := r.ApprovedException()
	return len(r.Decisions) == 0 && !excepted && len(r.Gate(now)) > 0 && r.PlannedDecision.Before(r.Earliest(now))
}
