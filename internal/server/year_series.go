package server

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/yearplan"
	"samverka/templates/layout"
	"samverka/templates/ui"
	pages "samverka/templates/yearplan"
)

func (s *Server) seriesNew(w http.ResponseWriter, r *http.Request) error {
	scope := scopeOf(r)
	name, err := s.Year.Planner(r.Context(), actor(r), scope)
	if err != nil {
		return err
	}
	f := pages.SeriesFields{Kind: yearplan.Weeks, Every: "4", Weekday: "3", Nth: "1", Starts: "13:00", Minutes: "120", From: clock.Today(s.Clock).Add(1).String(), OnDayOff: yearplan.Move, Breaks: true}
	return s.render(w, r, http.StatusOK, seriesView(r, 0), pages.Series(pages.SeriesPage{Scope: scope, Name: name, Form: f, Once: onceField()}))
}

func seriesView(r *http.Request, id int64) view {
	v := view{Title: i18n.T(r.Context(), "year.series.new"), Active: layout.Meetings}
	if id != 0 {
		v.Title = i18n.T(r.Context(), "year.series.change")
	}
	return v
}

func (s *Server) seriesEdit(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	x, name, err := s.Year.SeriesByID(r.Context(), actor(r), id)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, seriesView(r, id), pages.Series(pages.SeriesPage{ID: id, Scope: x.Scope, Name: name, Form: seriesFields(x)}))
}

// seriesFields writes a series as its form would.
func seriesFields(x yearplan.Series) pages.SeriesFields {
	text := func(n int) string {
		if n == 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	var skip []string
	for _, w := range x.SkipWeeks {
		skip = append(skip, strconv.Itoa(w))
	}
	return pages.SeriesFields{Kind: x.Kind, Every: text(x.Every), Weekday: text(x.Weekday), Nth: text(x.Nth), MonthDay: text(x.MonthDay), Starts: pages.TimeOf(x.Starts),
		Minutes: text(x.Minutes), Place: x.Place, From: x.From.String(), Until: x.Until.String(), Skip: strings.Join(skip, ", "), OnDayOff: x.OnDayOff, Breaks: x.Breaks,
		Version: text(x.Version)}
}

// seriesOf reads the form's answers; what cannot be understood is noted by its field. Numbers that the kind does not ask for
// are left out.
func seriesOf(f pages.SeriesFields) (yearplan.Series, error) {
	var form fail.Form
	number := func(name, key, text string) int {
		n, err := strconv.Atoi(text)
		if err != nil {
			form.Fields = append(form.Fields, fail.Field{Name: name, Key: key})
		}
		return n
	}
	x := yearplan.Series{Place: f.Place, Starts: minuteOfDay(f.Starts), Rule: yearplan.Rule{Kind: f.Kind, OnDayOff: f.OnDayOff, Breaks: f.Breaks}}
	x.Every = number("every", "year.error.every", f.Every)
	x.Minutes = number("minutes", "year.error.minutes", f.Minutes)
	x.Version, _ = strconv.Atoi(f.Version)
	if f.Kind != yearplan.MonthDay {
		x.Weekday = number("weekday", "year.error.weekday", f.Weekday)
	}
	if f.Kind == yearplan.MonthWeekday {
		x.Nth = number("nth", "year.error.nth", f.Nth)
	}
	if f.Kind == yearplan.MonthDay {
		x.MonthDay = number("month_day", "year.error.month_day", f.MonthDay)
	}
	x.From = yearDate(&form, "valid_from", f.From)
	x.Until = yearDate(&form, "valid_until", f.Until)
	for _, w := range strings.FieldsFunc(f.Skip, func(r rune) bool { return r == ',' || r == ' ' || r == ';' || r == '\n' }) {
		n, err := strconv.Atoi(w)
		if err != nil || n < 1 || n > 53 {
			form.Add("skip_weeks", "year.error.skip_weeks")
			break
		}
		x.SkipWeeks = append(x.SkipWeeks, n)
	}
	return x, form.Err()
}

// yearDate is a date that may be left out; what cannot be understood is noted.
func yearDate(f *fail.Form, name, written string) clock.Date {
	if written == "" {
		return clock.Date{}
	}
	d, err := clock.ParseDate(written)
	if err != nil {
		f.Fields = append(f.Fields, fail.Field{Name: name, Key: "year.error.date"})
	}
	return d
}

// minuteOfDay is a time of day in minutes; -1 when it cannot be understood.
func minuteOfDay(written string) int {
	h, m, err := clock.ParseTime(written)
	if err != nil {
		return -1
	}
	return h*60 + m
}

// seriesSave stores a new series, or a changed one.
func (s *Server) seriesSave(w http.ResponseWriter, r *http.Request) error {
	p := pages.SeriesPage{Scope: scopeOf(r), Once: onceField()}
	var err error
	if chi.URLParam(r, "id") != "" {
		if p.ID, err = pathID(r, "id"); err != nil {
			return err
		}
		var old yearplan.Series
		if old, p.Name, err = s.Year.SeriesByID(r.Context(), actor(r), p.ID); err != nil {
			return err
		}
		p.Scope = old.Scope
	} else if p.Name, err = s.Year.Planner(r.Context(), actor(r), p.Scope); err != nil {
		return err
	}
	var x yearplan.Series
	if err = bind(r, &p.Form); err == nil {
		if x, err = seriesOf(p.Form); err == nil {
			x.ID, x.Scope = p.ID, p.Scope
			err = s.Year.SaveSeries(r.Context(), actor(r), x)
		}
	}
	if err == nil {
		return s.done(w, r, pages.Path(p.Scope, 0), "year.done.series")
	}
	return s.again(w, r, err, seriesView(r, p.ID), func(why ui.ErrorSummaryProps) templ.Component {
		p.Why = why
		return pages.Series(p)
	})
}

func (s *Server) seriesRemove(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	scope, err := s.Year.RemoveSeries(r.Context(), actor(r), id)
	if err != nil {
		return err
	}
	return s.done(w, r, pages.Path(scope, 0), "year.done.series_removed")
}
