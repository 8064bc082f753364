package retention

import (
	"fmt"

	"samverka/internal/clock"
	"samverka/internal/db"
)

// candidates selects what of a kind lies before the moment, the SQL before, with what it is bound to; what nothing holds first,
// then the oldest.
func (k Kind) candidates(before string) string {
	return `
	SELECT c.id, c.n, (c.at AT TIME ZONE 'Europe/Stockholm')::date AS day, c.label, f.open, f.negotiating, f.secret, c.waits
	FROM   (` + k.question + `) c
	CROSS  JOIN LATERAL (
		SELECT coalesce(bool_or(m.status NOT IN ('closed', 'withdrawn')), false) AS open, coalesce(bool_or(m.secrecy <> ''), false) AS secret,
		       coalesce(bool_or(EXISTS (SELECT FROM tracks t WHERE t.matter_id = m.id AND t.union_id IS NOT NULL AND t.requested_at IS NOT NULL AND t.closed_at IS NULL AND t.waived_at IS NULL)), false) AS negotiating
		FROM   matters m WHERE m.id = ANY (c.matters)) f
	WHERE  c.at < ` + before
}

// midnight is the moment when the day d, a SQL expression, is over.
func midnight(d string) string {
	return `((` + d + `)::date + 1)::timestamp AT TIME ZONE 'Europe/Stockholm'`
}

// ripeNow is midnight of the last day that the kind's rule of the day $1 lets go; NULL when it preserves. Rule.Cutoff says the same.
func (k Kind) ripeNow() string {
	return fmt.Sprintf(`(SELECT %s FROM (SELECT years FROM retention_rules WHERE kind = '%s' AND valid_from <= $1 ORDER BY version DESC LIMIT 1) r)`,
		midnight("$1::date - make_interval(years => r.years)"), k.Name)
}

const ruleColumns = `r.kind, r.version, r.valid_from, coalesce(r.years, 0) AS years, r.source, p.name AS by_name, r.changed_at`

func queueRules(b *db.Batch, dst *[]Rule) {
	db.Many(b, dst, `SELECT `+ruleColumns+` FROM retention_rules r JOIN people p ON p.id = r.changed_by ORDER BY r.kind, r.version DESC`)
}

// Heap is what of a kind is old enough today: what may go, and what is held.
type Heap struct {
	Kind   Kind
	Number int
	Oldest clock.Date
	Newest clock.Date
	Held   map[Hold]int
}

// bunch is a number of candidates that are bound alike.
type bunch struct {
	Tie
	N      int
	Oldest clock.Date
	Newest clock.Date
}

// heap adds up what a kind's bunches hold.
func heap(k Kind, bs []bunch) Heap {
	h := Heap{Kind: k, Held: map[Hold]int{}}
	for _, b := range bs {
		if why := b.Hold(); why != "" {
			h.Held[why] += b.N
			continue
		}
		if h.Number += b.N; h.Oldest.IsZero() || b.Oldest.Before(h.Oldest) {
			h.Oldest = b.Oldest
		}
		if b.Newest.After(h.Newest) {
			h.Newest = b.Newest
		}
	}
	return h
}

// queueHeaps queues what is old enough of the kinds; the returned function adds it up.
func queueHeaps(b *db.Batch, today clock.Date, kinds ...Kind) func() []Heap {
	bunches := make([][]bunch, len(kinds))
	for i, k := range kinds {
		db.Many(b, &bunches[i], `SELECT x.open, x.negotiating, x.secret, x.waits, sum(x.n)::bigint AS n, min(x.day) AS oldest, max(x.day) AS newest
			FROM (`+k.candidates(k.ripeNow())+`) x GROUP BY 1, 2, 3, 4`, today)
	}
	return func() []Heap {
		heaps := make([]Heap, len(kinds))
		for i, k := range kinds {
			heaps[i] = heap(k, bunches[i])
		}
		return heaps
	}
}

// queueSelection queues exactly what a weeding would take of what lies before the moment, a SQL expression of the day $1.
func (k Kind) queueSelection(b *db.Batch, dst *[]Candidate, before string, day clock.Date) {
	db.Many(b, dst, `SELECT * FROM (`+k.candidates(before)+`) x ORDER BY x.open OR x.negotiating OR x.secret OR x.waits, x.day, x.id LIMIT $2`, day, Most+1)
}

const weedingColumns = `w.id, w.kind, w.version, w.years, w.source, w.cutoff, w.number, w.oldest, w.newest, w.digest, w.proposed_by, pp.name AS proposed_name,
	w.proposed_as, w.proposed_at, coalesce(w.outcome, '') AS outcome, coalesce(dp.name, '') AS decided_name, w.decided_as, w.decided_at, w.reason`

const fromWeedings = ` FROM weedings w JOIN people pp ON pp.id = w.proposed_by LEFT JOIN people dp ON dp.id = w.decided_by `
