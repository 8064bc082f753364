package retention

import (
	"slices"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
)

// Due is what Att göra says of weeding.
type Due struct {
	Ripe  []Heap  // what nobody has taken up this year, for the registrar
	Waits []int64 // weedings that wait for this person's yes or no
}

// due is what is ripe and has not been taken up this year. Once a year is enough: what becomes ripe day by day waits for the
// next one.
func due(heaps []Heap, taken []string) []Heap {
	var ripe []Heap
	for _, h := range heaps {
		if h.Number > 0 && !slices.Contains(taken, h.Kind.Name) {
			ripe = append(ripe, h)
		}
	}
	return ripe
}

// QueueDue queues what Att göra says to the actor; the returned function completes dst. Nothing is asked for other roles.
func QueueDue(b *db.Batch, dst *Due, who access.Actor, today clock.Date) func() {
	if !who.May(access.WeedingDecide) {
		return func() {}
	}
	db.Scalars(b, &dst.Waits, `SELECT id FROM weedings WHERE outcome IS NULL AND proposed_by <> $1 AND ($2 = $3 OR proposed_as = $3) ORDER BY id`,
		who.PersonID, string(who.Role), string(access.Registrar))
	if who.Role != access.Registrar {
		return func() {}
	}
	year, _, _ := today.YMD()
	var taken []string
	db.Scalars(b, &taken, `SELECT DISTINCT kind FROM weedings WHERE outcome IS NULL OR decided_at >= $1 AND outcome IN ('approved', 'declined')`, clock.NewDate(year, 1, 1).Start())
	heaps := queueHeaps(b, today, Weedable()...)
	return func() { dst.Ripe = due(heaps(), taken) }
}
