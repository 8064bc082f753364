package overview

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// Status is how it stands in one unit, or in all that the person may see (handbook 7, organisationsläge).
type Status struct {
	Today   clock.Date
	From    clock.Date // what has happened is counted from here
	Unit    UnitRow    // ID 0: all that the person may see
	Path    []UnitRow  // the units above Unit that the person may see, the highest first
	Rows    []UnitRow  // the units right below, or those whose name was asked for
	Filter  string
	Own     bool // the person sees only units of their own
	Minimum int  // figures about people are not shown for fewer than this (agreement: minsta grupp för statistik)
}

// UnitRow is one unit with its figures.
type UnitRow struct {
	ID       int64
	ParentID int64
	Name     string
	Below    bool // there are units below it
	Depth    int  // 1 when the row stands below the first one
	Figures  Figures
}

// Scope is what a Status is about.
type Scope struct {
	Unit   int64  // 0: all that the person may see
	Filter string // part of a unit's name; rows are then the units that have it
	Deep   bool   // rows are all units below, for export
}

// rowLimit is the most units that one page shows.
const rowLimit = 200

type unitRecord struct {
	ID        int64
	ParentID  int64
	Name      string
	Ancestors []int64
	Below     bool
}

// Status counts, in one round trip. Managers see their units and below. A unit that is not theirs, or unknown, is NotFound.
func (s *Service) Status(ctx context.Context, who access.Actor, sc Scope) (Status, error) {
	if err := who.Require(access.OverviewRead); err != nil {
		return Status{}, err
	}
	var b db.Batch
	finish := s.queueStatus(&b, who, sc, s.Clock.Now())
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return Status{}, fmt.Errorf("reading the overview: %w", err)
	}
	st, _, err := finish()
	return st, err
}

// queueStatus queues all that a Status needs; the result puts it together once the batch has been sent, and gives the
// matters that the gate counted too.
func (s *Service) queueStatus(b *db.Batch, who access.Actor, sc Scope, now time.Time) func() (Status, map[Measure][]matter.Record, error) {
	today := clock.DateOf(now)
	st := Status{Today: today, From: yearAgo(now), Filter: sc.Filter, Own: who.Role == access.Manager, Minimum: 10}
	var units []unitRecord
	var minimum []int
	roots := rootsOf(who)
	where, args := shown(sc, roots, 2)
	db.Many(b, &units, `
		SELECT u.id, coalesce(u.parent_id, 0) AS parent_id, u.name, u.ancestors,
		       EXISTS (SELECT FROM units c WHERE c.org_id = u.org_id AND c.parent_id = u.id AND (c.closed_on IS NULL OR c.closed_on > $1)) AS below
		FROM   units u WHERE (u.closed_on IS NULL OR u.closed_on > $1) AND `+where+` ORDER BY u.name COLLATE "sv-SE-x-icu"`,
		slices.Concat([]any{today}, args)...)
	db.Scalars(b, &minimum, `SELECT statistics_minimum FROM agreements WHERE valid_from <= $1 ORDER BY valid_from DESC LIMIT 1`, today)
	c := counter{figures: map[int64]Figures{}}
	for _, m := range Measures {
		if sources[m].facts != "" {
			c.queue(b, m, sc, roots, now)
		}
	}
	gate := queueGate(b, sc, roots, today)
	return func() (Status, map[Measure][]matter.Record, error) {
		judged := gate(now, &c)
		if len(minimum) > 0 {
			st.Minimum = minimum[0]
		}
		return st, judged, st.arrange(units, c.figures, sc)
	}
}

func yearAgo(now time.Time) clock.Date { return clock.DateOf(now.AddDate(0, -yearMonths, 0)) }

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

// counter collects figures by unit; unit 0 is the whole.
type counter struct{ figures map[int64]Figures }

func (c *counter) set(unit int64, m Measure, n int) {
	f := c.figures[unit]
	if f == nil {
		f = Figures{}
		c.figures[unit] = f
	}
	f[m] += n
}

// add counts a matter once in each unit that it concerns, those above included, and in the whole.
func (c *counter) add(m Measure, units []matter.Unit, above map[int64][]int64) {
	c.set(0, m, 1)
	seen := map[int64]bool{}
	for _, u := range units {
		for _, id := range above[u.ID] {
			if !seen[id] {
				seen[id] = true
				c.set(id, m, 1)
			}
		}
	}
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

// moment gives the facts' arguments their types, also those that a measure does not use.
const moment = `WITH moment AS (SELECT $1::date AS today, $2::timestamptz AS now, $3::date AS year_ago) `

func (c *counter) queue(b *db.Batch, m Measure, sc Scope, roots []int64, now time.Time) {
	where, args := within(sc, roots, 4)
	b.Query(moment+`
		SELECT a.unit_id, count(DISTINCT x.id) FROM (`+sources[m].facts+`) x LEFT JOIN units u ON u.id = x.unit_id
		CROSS  JOIN LATERAL unnest(0::bigint || coalesce(u.ancestors, '{}')) a (unit_id)
		WHERE  `+where+` GROUP BY 1`,
		slices.Concat([]any{clock.DateOf(now), now, yearAgo(now)}, args), func(rows pgx.Rows) error {
			var unit int64
			var n int
			_, err := pgx.ForEachRow(rows, []any{&unit, &n}, func() error { c.set(unit, m, n); return nil })
			return err
		})
}

// gatedIn selects the ids of the scope's matters that need the gate.
func gatedIn(sc Scope, roots []int64, today clock.Date) (ids string, args []any) {
	where, args := within(sc, roots, 2)
	if len(args) == 0 {
		return gated, []any{today}
	}
	return gated + ` AND EXISTS (SELECT FROM matter_units mu JOIN units u ON u.org_id = mu.org_id AND u.id = mu.unit_id
		WHERE mu.org_id = m.org_id AND mu.matter_id = m.id AND ` + where + `)`, slices.Concat([]any{today}, args)
}

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

// nest puts a lone highest unit before those below it.
func nest(rows []UnitRow) {
	slices.SortStableFunc(rows, func(a, b UnitRow) int {
		switch {
		case a.ID == b.ParentID:
			return -1
		case b.ID == a.ParentID:
			return 1
		}
		return 0
	})
	for i := range rows {
		if i > 0 && rows[i].ParentID == rows[0].ID {
			rows[i].Depth = 1
		}
	}
}

// arrange puts the units in their places and gives them their figures.
func (st *Status) arrange(units []unitRecord, figures map[int64]Figures, sc Scope) error {
	row := func(u unitRecord) UnitRow {
		return UnitRow{ID: u.ID, ParentID: u.ParentID, Name: u.Name, Below: u.Below, Figures: figures[u.ID]}
	}
	var scope unitRecord
	for _, u := range units {
		if u.ID == sc.Unit {
			scope = u
		}
	}
	if sc.Unit != 0 && scope.ID == 0 {
		return fail.New(fail.NotFound, "error.not_found")
	}
	st.Unit = row(scope)
	if sc.Unit == 0 {
		st.Unit.Figures = figures[0]
	}
	for _, u := range units {
		switch {
		case u.ID == sc.Unit:
		case slices.Contains(scope.Ancestors, u.ID):
			st.Path = append(st.Path, row(u))
		default:
			st.Rows = append(st.Rows, row(u))
		}
	}
	if sc.Unit == 0 && !sc.Deep && sc.Filter == "" {
		nest(st.Rows)
	}
	slices.SortFunc(st.Path, func(a, b UnitRow) int {
		return slices.Index(scope.Ancestors, a.ID) - slices.Index(scope.Ancestors, b.ID)
	})
	if !sc.Deep && len(st.Rows) > rowLimit {
		st.Rows = st.Rows[:rowLimit]
	}
	return nil
}
