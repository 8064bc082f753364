package server

import (
	"net/http"
	"strconv"

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

func draftView(r *http.Request, id int64) view {
	v := view{Title: i18n.T(r.Context(), "year.draft.new"), Active: layout.Meetings}
	if id != 0 {
		v.Title = i18n.T(r.Context(), "year.draft.change_title")
	}
	return v
}

func (s *Server) yearDraftNew(w http.ResponseWriter, r *http.Request) error {
	scope := scopeOf(r)
	name, err := s.Year.Planner(r.Context(), actor(r), scope)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, draftView(r, 0), pages.Draft(pages.DraftPage{Scope: scope, Name: name, Once: onceField()}))
}

func (s *Server) yearDraftEdit(w http.ResponseWriter, r *http.Request) error {
	p, _, err := s.yearDraftPage(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, draftView(r, p.ID), pages.Draft(p))
}

// yearDraftPage is the form of a draft as it is stored.
func (s *Server) yearDraftPage(r *http.Request) (pages.DraftPage, yearplan.Draft, error) {
	id, err := pathID(r, "id")
	if err != nil {
		return pages.DraftPage{}, yearplan.Draft{}, err
	}
	d, scope, name, err := s.Year.DraftByID(r.Context(), actor(r), id)
	if err != nil {
		return pages.DraftPage{}, yearplan.Draft{}, err
	}
	at := func(h, m int) string { return pages.TimeOf(h*60 + m) }
	starts, ends := d.StartsAt.In(clock.Stockholm), d.EndsAt.In(clock.Stockholm)
	f := pages.DraftFields{Date: d.Day().String(), Starts: at(starts.Hour(), starts.Minute()), Ends: at(ends.Hour(), ends.Minute()), Place: d.Place, Version: strconv.Itoa(d.Version)}
	return pages.DraftPage{ID: id, Scope: scope, Name: name, Form: f, Clashes: d.Clashes}, d, nil
}

// yearDraftSave adjusts a draft, or puts a new one in by hand.
func (s *Server) yearDraftSave(w http.ResponseWriter, r *http.Request) error {
	p := pages.DraftPage{Scope: scopeOf(r), Once: onceField()}
	var stored yearplan.Draft
	var err error
	if chi.URLParam(r, "id") != "" {
		p, stored, err = s.yearDraftPage(r)
	} else {
		p.Name, err = s.Year.Planner(r.Context(), actor(r), p.Scope)
	}
	if err != nil {
		return err
	}
	theirs := p.Form
	p.Form = pages.DraftFields{}
	if err = bind(r, &p.Form); err == nil {
		var f yearplan.DraftForm
		if f, err = draftOf(p.Form); err == nil {
			f.ID, f.Scope = p.ID, p.Scope
			_, err = s.Year.SaveDraft(r.Context(), actor(r), f)
		}
	}
	if err == nil {
		year, _ := strconv.Atoi(p.Form.Date[:min(4, len(p.Form.Date))])
		return s.done(w, r, pages.Path(p.Scope, year), "year.done.draft")
	}
	if fail.KindOf(err) == fail.Conflict && p.ID != 0 {
		p.Theirs = i18n.LongDate(r.Context(), stored.StartsAt) + " " + i18n.TimeRange(r.Context(), stored.StartsAt, stored.EndsAt) + " " + stored.Place
		p.Form.Version = theirs.Version
	}
	return s.again(w, r, err, draftView(r, p.ID), func(why ui.ErrorSummaryProps) templ.Component {
		p.Why = why
		return pages.Draft(p)
	})
}

// draftOf reads when and where from the form.
func draftOf(f pages.DraftFields) (yearplan.DraftForm, error) {
	var form fail.Form
	d := yearplan.DraftForm{Place: f.Place}
	d.Version, _ = strconv.Atoi(f.Version)
	day, err := clock.ParseDate(f.Date)
	if err != nil {
		form.Add("date", "year.error.date")
		return d, form.Err()
	}
	if f.Starts == "" {
		form.Add("starts", "year.error.time")
	}
	d.StartsAt = timeOf(&form, "starts", "year.error.time", day, f.Starts)
	d.EndsAt = timeOf(&form, "ends", "year.error.time", day, f.Ends)
	return d, form.Err()
}

func (s *Server) yearDraftDrop(w http.ResponseWriter, r *http.Request) error {
	return s.keepDraft(w, r, false)
}

func (s *Server) yearDraftTakeBack(w http.ResponseWriter, r *http.Request) error {
	return s.keepDraft(w, r, true)
}

func (s *Server) keepDraft(w http.ResponseWriter, r *http.Request, keep bool) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	d, scope, _, err := s.Year.DraftByID(r.Context(), actor(r), id)
	if err != nil {
		return err
	}
	if _, err := s.Year.KeepDraft(r.Context(), actor(r), id, keep); err != nil {
		return err
	}
	year, month, _ := d.Day().YMD()
	to := pages.Path(scope, year) + "#m" + strconv.Itoa(int(month))
	if keep {
		return s.done(w, r, to, "year.done.kept")
	}
	return s.done(w, r, to, "year.done.dropped")
}
