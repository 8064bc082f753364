package yearplan

import (
	"context"
	"slices"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// Series is how often a group, or a unit's APT, meets, when on the day, and where.
type Series struct {
	ID int64
	Scope
	Rule
	Starts  int // minutes of the day; -1: not understood
	Minutes int
	Place   string
	Version int
}

const seriesColumns = `id, coalesce(group_id, 0) AS group_id, coalesce(unit_id, 0) AS unit_id, kind, every::int AS every, coalesce(weekday, 0)::int AS weekday,
	coalesce(nth, 0)::int AS nth, coalesce(month_day, 0)::int AS month_day, valid_from AS "from", valid_until AS "until", skip_weeks::int[] AS skip_weeks,
	on_day_off, breaks, (extract(epoch FROM from_time) / 60)::int AS starts, minutes::int AS minutes, place, version`

// check refuses a series that does not add up, field by field.
func (s Series) check() error {
	var f fail.Form
	if !slices.Contains([]string{Weeks, MonthWeekday, MonthDay}, s.Kind) {
		f.Add("kind", "year.error.kind")
	}
	if s.Every < 1 || s.Every > 26 {
		f.Add("every", "year.error.every")
	}
	if s.Kind != MonthDay && (s.Weekday < 1 || s.Weekday > 5) {
		f.Add("weekday", "year.error.weekday")
	}
	if s.Kind == MonthWeekday && (s.Nth < 1 || s.Nth > Last) {
		f.Add("nth", "year.error.nth")
	}
	if s.Kind == MonthDay && (s.MonthDay < 1 || s.MonthDay > 31) {
		f.Add("month_day", "year.error.month_day")
	}
	if s.Starts < 0 || s.Starts >= 24*60 {
		f.Add("starts", "year.error.time")
	}
	if s.Minutes < 15 || s.Minutes > 480 || s.Starts+s.Minutes >= 24*60 {
		f.Add("minutes", "year.error.minutes")
	}
	checkText(&f, "place", s.Place, 200)
	if s.From.IsZero() {
		f.Add("valid_from", "year.error.date")
	}
	if !s.Until.IsZero() && s.Until.Before(s.From) {
		f.Add("valid_until", "year.error.until_before")
	}
	for _, w := range s.SkipWeeks {
		if w < 1 || w > 53 {
			f.Add("skip_weeks", "year.error.skip_weeks")
			break
		}
	}
	if s.OnDayOff != Move && s.OnDayOff != Skip {
		f.Add("on_day_off", "year.error.on_day_off")
	}
	return f.Err()
}

// SeriesByID is one series to be edited.
func (s *Service) SeriesByID(ctx context.Context, who access.Actor, id int64) (x Series, name string, err error) {
	if err := who.Require(access.YearPlan); err != nil {
		return x, "", err
	}
	err = s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		if x, err = findSeries(ctx, tx, id); err != nil {
			return err
		}
		name, err = editable(ctx, tx, who, x.Scope)
		return err
	})
	return x, name, err
}

func findSeries(ctx context.Context, tx *db.OrgTx, id int64) (x Series, err error) {
	var b db.Batch
	db.One(&b, &x, fail.New(fail.NotFound, "error.not_found"), `SELECT `+seriesColumns+` FROM meeting_series WHERE id = $1`, id)
	return x, tx.Send(ctx, &b)
}

// Planner answers with the scope's name when the actor plans for it, and refuses otherwise.
func (s *Service) Planner(ctx context.Context, who access.Actor, scope Scope) (name string, err error) {
	if err := who.Require(access.YearPlan); err != nil {
		return "", err
	}
	if scope.IsZero() {
		return "", fail.New(fail.NotFound, "error.not_found")
	}
	err = s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		name, err = editable(ctx, tx, who, scope)
		return err
	})
	return name, err
}

// SaveSeries stores a new series (ID 0) or changes one. Changing leaves drafts and published meetings as they are; new
// drafts follow the new rule. Conflict when somebody else has changed it meanwhile.
func (s *Service) SaveSeries(ctx context.Context, who access.Actor, x Series) error {
	if err := who.Require(access.YearPlan); err != nil {
		return err
	}
	if err := x.check(); err != nil {
		return err
	}
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		if x.ID != 0 {
			old, err := findSeries(ctx, tx, x.ID)
			if err != nil {
				return err
			}
			x.Scope = old.Scope
		}
		if x.IsZero() {
			return fail.New(fail.NotFound, "error.not_found")
		}
		name, err := editable(ctx, tx, who, x.Scope)
		if err != nil {
			return err
		}
		if err := x.store(ctx, tx, who, s.Clock); err != nil {
			return err
		}
		return audit.Write(ctx, tx, who, s.Clock.Now(), audit.Event{Kind: "year.series_saved", Detail: map[string]string{"Name": name}})
	})
}

func (s Series) store(ctx context.Context, tx *db.OrgTx, who access.Actor, c clock.Clock) error {
	if s.SkipWeeks == nil {
		s.SkipWeeks = []int{}
	}
	args := []any{s.ID, s.Kind, s.Every, s.Weekday, s.Nth, s.MonthDay, s.Starts, s.Minutes, s.Place, s.From, s.Until, s.SkipWeeks, s.OnDayOff, s.Breaks}
	if s.ID != 0 {
		return tx.Exec1(ctx, `UPDATE meeting_series SET kind = $2, every = $3, weekday = nullif($4::int, 0), nth = nullif($5::int, 0), month_day = nullif($6::int, 0),
			from_time = '00:00'::time + make_interval(mins => $7), minutes = $8, place = $9, valid_from = $10, valid_until = $11, skip_weeks = $12, on_day_off = $13,
			breaks = $14, version = version + 1 WHERE id = $1 AND version = $15`, append(args, s.Version)...)
	}
	_, err := tx.Exec(ctx, `INSERT INTO meeting_series (group_id, unit_id, kind, every, weekday, nth, month_day, from_time, minutes, place, valid_from, valid_until,
			skip_weeks, on_day_off, breaks, created_by, created_at)
		SELECT nullif($15::bigint, 0), nullif($16::bigint, 0), $2, $3, nullif($4::int, 0), nullif($5::int, 0), nullif($6::int, 0),
			'00:00'::time + make_interval(mins => $7), $8, $9, $10, $11, $12, $13, $14, $17, $18 WHERE $1::bigint = 0`,
		append(args, s.GroupID, s.UnitID, who.PersonID, c.Now())...)
	return err
}

// RemoveSeries takes a series away together with its drafts; published meetings stay.
func (s *Service) RemoveSeries(ctx context.Context, who access.Actor, id int64) (Scope, error) {
	if err := who.Require(access.YearPlan); err != nil {
		return Scope{}, err
	}
	var scope Scope
	err := s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		x, err := findSeries(ctx, tx, id)
		if err != nil {
			return err
		}
		scope = x.Scope
		name, err := editable(ctx, tx, who, x.Scope)
		if err != nil {
			return err
		}
		var b db.Batch
		b.Exec(`DELETE FROM planned_dates WHERE series_id = $1 AND status <> 'published'`, id)
		b.Exec(`DELETE FROM meeting_series WHERE id = $1`, id)
		if err := tx.Send(ctx, &b); err != nil {
			return err
		}
		return audit.Write(ctx, tx, who, s.Clock.Now(), audit.Event{Kind: "year.series_removed", Detail: map[string]string{"Name": name}})
	})
	return scope, err
}
