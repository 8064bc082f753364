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
	var st Status
	err := s.judged(ctx, who, func(b *db.Batch, now time.Time) func() error {
		finish := s.queueStatus(b, who, sc, now)
		return func() (err error) {
			st, err = finish()
			return err
		}
	})
	return st, err
}

// judged sends what queue queues, in one round trip, and finishes it. When some matter's verdict is out of date, the
// matters are judged first and the batch is sent again.
func (s *Service) judged(ctx context.Context, who access.Actor, queue func(*db.Batch, time.Time) (finish func() error)) error {
	now := s.Clock.Now()
	for range 2 {
		var b db.Batch
		var unjudged []bool
		db.Scalars(&b, &unjudged, matter.Unjudged, clock.DateOf(now))
		finish := queue(&b, now)
		if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
			return fmt.Errorf("reading the overview: %w", err)
		}
		if !unjudged[0] {
			return finish()
		}
		if err := matter.Judge(ctx, s.DB, who.OrgID, now); err != nil {
			return err
		}
	}
	var b db.Batch // somebody changes matters all the time: what was judged just now is new enough
	finish := queue(&b, now)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return fmt.Errorf("reading the overview: %w", err)
	}
	return finish()
}

// queueStatus queues all that a Status needs; the result puts it together once the batch has been sent.
func (s *Service) queueStatus(b *db.Batch, who access.Actor, sc Scope, now time.Time) func() (Status, error) {
	today := clock.DateOf(now)
	st := Status{Today: today, From: yearAgo(now), Filter: sc.Filter, Own: who.Role == access.Manager, Minimum: 10}
	var units []unitRecord
	var minimum []int
	roots := rootsOf(who)
	if sc.Unit != 0 || roots != nil {
		// How much lies below a unit decides the plan: one that has to suit every unit takes seconds for a small one.
		b.Exec(`SET LOCAL plan_cache_mode = force_custom_plan`)
	}
	where, args := shown(sc, roots, 2)
	db.Many(b, &units, `
		SELECT u.id, coalesce(u.parent_id, 0) AS parent_id, u.name, u.ancestors,
		       EXISTS (SELECT FROM units c WHERE c.org_id = u.org_id AND c.parent_id = u.id AND (c.closed_on IS NULL OR c.closed_on > $1)) AS below
		FROM   units u WHERE (u.closed_on IS NULL OR u.closed_on > $1) AND `+where+` ORDER BY u.name COLLATE "sv-SE-x-icu"`,
		slices.Concat([]any{today}, args)...)
	db.Scalars(b, &minimum, `SELECT statistics_minimum FROM agreement_on($1, '{}', 0)`, today)
	c := counter{figures: map[int64]Figures{}}
	for _, m := range Measures {
		c.queue(b, m, sc, roots, now)
	}
	return func() (Status, error) {
		if len(minimum) > 0 {
			st.Minimum = minimum[0]
		}
		return st, st.arrange(units, c.figures, sc)
	}
}

func yearAgo(now time.Time) clock.Date { return clock.DateOf(now.AddDate(0, -yearMonths, 0)) }

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
