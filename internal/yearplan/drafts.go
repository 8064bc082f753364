package yearplan

import (
	"context"
	"slices"
	"time"

	"samverka/internal/access"
	"samverka/internal/booking"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// The statuses of a draft.
const (
	Kept      = "draft"
	Dropped   = "dropped"
	Published = "published"
)

// Draft is a date that is in nobody's calendar yet.
type Draft struct {
	ID       int64
	RuleDate clock.Date // the day that the series' rule gave; zero: put in by hand
	StartsAt time.Time
	EndsAt   time.Time
	Place    string
	Status   string
	Version  int

	Clashes []booking.Clash `db:"-"`
	Own     bool            `db:"-"` // it overlaps another of the scope's own meetings or drafts: it cannot be published so
}

// Day is the draft's date.
func (d Draft) Day() clock.Date { return clock.DateOf(d.StartsAt) }

func (d Draft) query(scope Scope) booking.Query {
	return booking.Query{Starts: d.StartsAt, Ends: d.EndsAt, Place: d.Place, GroupID: scope.GroupID, UnitID: scope.UnitID}
}

const draftColumns = `id, rule_date, starts_at, ends_at, place, status, version`

// Half is a half-year: spring is January to June, autumn July to December.
type Half struct {
	Year   int
	Autumn bool
}

// Days are the half-year's first and last day.
func (h Half) Days() (first, last clock.Date) {
	if h.Autumn {
		return clock.NewDate(h.Year, time.July, 1), clock.NewDate(h.Year, time.December, 31)
	}
	return clock.NewDate(h.Year, time.January, 1), clock.NewDate(h.Year, time.June, 30)
}

// HalfOf is the half-year of a day.
func HalfOf(d clock.Date) Half {
	y, m, _ := d.YMD()
	return Half{y, m > time.June}
}

// Made is what making a half-year's drafts came to.
type Made struct {
	Drafts  int
	Skipped int // days that the rule gave and that were skipped
}

// MakeDrafts lays out the half-year's meetings by the scope's series as drafts, from tomorrow on. What is there already
// stays as it is: adjusted drafts, dropped ones, and days on which the scope meets anyway. A scope without series is
// refused as Invalid.
func (s *Service) MakeDrafts(ctx context.Context, who access.Actor, scope Scope, h Half) (made Made, err error) {
	if err := who.Require(access.YearPlan); err != nil {
		return made, err
	}
	if scope.IsZero() {
		return made, fail.New(fail.NotFound, "error.not_found")
	}
	first, last := h.Days()
	if tomorrow := clock.Today(s.Clock).Add(1); first.Before(tomorrow) {
		first = tomorrow
	}
	if last.Before(first) {
		return made, fail.New(fail.Invalid, "year.error.half_past")
	}
	err = s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		if _, err := editable(ctx, tx, who, scope); err != nil {
			return err
		}
		made, err = makeDrafts(ctx, tx, scope, first, last)
		return err
	})
	return made, err
}

func makeDrafts(ctx context.Context, tx *db.OrgTx, scope Scope, first, last clock.Date) (made Made, err error) {
	var series []Series
	var breaks []Break
	var days []clock.Date
	var b db.Batch
	db.Many(&b, &series, `SELECT `+seriesColumns+` FROM meeting_series WHERE `+where+` ORDER BY id`, scope.GroupID, scope.UnitID)
	db.Many(&b, &breaks, breaksOf, first.Add(-7), last.Add(7))
	db.Scalars(&b, &days, daysTaken, scope.GroupID, scope.UnitID, first.Add(-7).Start(), last.Add(8).Start())
	if err := tx.Send(ctx, &b); err != nil {
		return made, err
	}
	if len(series) == 0 {
		return made, fail.New(fail.Invalid, "year.error.no_series")
	}
	for _, x := range series {
		for _, o := range x.Dates(first, last, breaks) {
			if o.Day.IsZero() {
				made.Skipped++
				continue
			}
			if slices.Contains(days, o.Day) {
				continue
			}
			starts := o.Day.At(x.Starts/60, x.Starts%60)
			tag, err := tx.Exec(ctx, `INSERT INTO planned_dates (group_id, unit_id, series_id, rule_date, starts_at, ends_at, place)
				VALUES (nullif($1::bigint, 0), nullif($2::bigint, 0), $3, $4, $5, $6, $7) ON CONFLICT ON CONSTRAINT planned_dates_rule_once DO NOTHING`,
				scope.GroupID, scope.UnitID, x.ID, o.RuleDay, starts, starts.Add(time.Duration(x.Minutes)*time.Minute), x.Place)
			if err != nil {
				return made, err
			}
			made.Drafts += int(tag.RowsAffected())
		}
	}
	return made, nil
}

// daysTaken are the days on which the scope meets already.
const daysTaken = `
	SELECT (starts_at AT TIME ZONE 'Europe/Stockholm')::date FROM meetings WHERE group_id = $1 AND status <> 'cancelled' AND starts_at >= $3 AND starts_at < $4
	UNION SELECT (si.starts_at AT TIME ZONE 'Europe/Stockholm')::date FROM apts a JOIN apt_sittings si ON si.org_id = a.org_id AND si.apt_id = a.id
	WHERE a.unit_id = $2 AND a.status <> 'cancelled' AND si.status <> 'cancelled' AND si.starts_at >= $3 AND si.starts_at < $4
	UNION SELECT (starts_at AT TIME ZONE 'Europe/Stockholm')::date FROM planned_dates WHERE status = 'draft' AND rule_date IS NULL
	AND ` + where + ` AND starts_at >= $3 AND starts_at < $4`

// DraftForm is when and where a draft is to lie.
type DraftForm struct {
	ID       int64 // 0: a new one, put in by hand
	Scope    Scope // of a new one
	Version  int
	StartsAt time.Time // zero: not understood
	EndsAt   time.Time
	Place    string
}

func (d DraftForm) check(now time.Time) error {
	var f fail.Form
	switch {
	case d.StartsAt.IsZero():
		f.Add("date", "year.error.date")
	case !d.StartsAt.After(now):
		f.Add("date", "year.error.date_past")
	}
	switch {
	case d.EndsAt.IsZero():
		f.Add("ends", "year.error.time")
	case !d.EndsAt.After(d.StartsAt):
		f.Add("ends", "year.error.ends_before")
	}
	checkText(&f, "place", d.Place, 200)
	return f.Err()
}

// DraftByID is one draft to be adjusted, with what speaks against its time.
func (s *Service) DraftByID(ctx context.Context, who access.Actor, id int64) (d Draft, scope Scope, name string, err error) {
	if err := who.Require(access.YearPlan); err != nil {
		return d, scope, "", err
	}
	err = s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		if d, scope, err = findDraft(ctx, tx, id); err != nil {
			return err
		}
		if name, err = editable(ctx, tx, who, scope); err != nil {
			return err
		}
		d.Clashes, err = booking.Clashes(ctx, tx, d.query(scope))
		return err
	})
	return d, scope, name, err
}

func findDraft(ctx context.Context, tx *db.OrgTx, id int64) (Draft, Scope, error) {
	var row struct {
		Draft
		Scope
	}
	var b db.Batch
	db.One(&b, &row, fail.New(fail.NotFound, "error.not_found"), `SELECT `+draftColumns+`, coalesce(group_id, 0) AS group_id, coalesce(unit_id, 0) AS unit_id
		FROM planned_dates WHERE id = $1 AND status <> 'published'`, id)
	err := tx.Send(ctx, &b)
	return row.Draft, row.Scope, err
}

// SaveDraft puts a new draft in by hand, or adjusts one. Conflict when somebody else has changed or published it meanwhile.
func (s *Service) SaveDraft(ctx context.Context, who access.Actor, f DraftForm) (scope Scope, err error) {
	if err := who.Require(access.YearPlan); err != nil {
		return scope, err
	}
	if err := f.check(s.Clock.Now()); err != nil {
		return scope, err
	}
	scope = f.Scope
	err = s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		if f.ID != 0 {
			if _, scope, err = findDraft(ctx, tx, f.ID); err != nil {
				return err
			}
		}
		if scope.IsZero() {
			return fail.New(fail.NotFound, "error.not_found")
		}
		if _, err := editable(ctx, tx, who, scope); err != nil {
			return err
		}
		if f.ID != 0 {
			return tx.Exec1(ctx, `UPDATE planned_dates SET starts_at = $3, ends_at = $4, place = $5, version = version + 1
				WHERE id = $1 AND version = $2 AND status <> 'published'`, f.ID, f.Version, f.StartsAt, f.EndsAt, f.Place)
		}
		_, err := tx.Exec(ctx, `INSERT INTO planned_dates (group_id, unit_id, starts_at, ends_at, place) VALUES (nullif($1::bigint, 0), nullif($2::bigint, 0), $3, $4, $5)`,
			scope.GroupID, scope.UnitID, f.StartsAt, f.EndsAt, f.Place)
		return err
	})
	return scope, err
}

// KeepDraft drops a draft, so that the half-year's drafts are made without it, or takes a dropped one back.
func (s *Service) KeepDraft(ctx context.Context, who access.Actor, id int64, keep bool) (scope Scope, err error) {
	if err := who.Require(access.YearPlan); err != nil {
		return scope, err
	}
	status := Dropped
	if keep {
		status = Kept
	}
	err = s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		if _, scope, err = findDraft(ctx, tx, id); err != nil {
			return err
		}
		if _, err := editable(ctx, tx, who, scope); err != nil {
			return err
		}
		return tx.Exec1(ctx, `UPDATE planned_dates SET status = $2, version = version + 1 WHERE id = $1 AND status <> 'published'`, id, status)
	})
	return scope, err
}
