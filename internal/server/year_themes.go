package server

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/clock"
	"samverka/internal/i18n"
	"samverka/internal/yearplan"
	"samverka/templates/layout"
	"samverka/templates/ui"
	pages "samverka/templates/yearplan"
)

func themesView(r *http.Request) view {
	return view{Title: i18n.T(r.Context(), "year.themes.title"), Active: layout.Meetings}
}

func (s *Server) themes(w http.ResponseWriter, r *http.Request) error {
	p, err := s.Year.Themes(r.Context(), actor(r), scopeOf(r))
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, themesView(r), pages.Themes(pages.ThemesPage{ThemesPage: p}))
}

func (s *Server) themeAdd(w http.ResponseWriter, r *http.Request) error {
	scope := scopeOf(r)
	var f pages.ThemeFields
	err := bind(r, &f)
	if err == nil {
		month, _ := strconv.Atoi(f.Month)
		err = s.Year.AddTheme(r.Context(), actor(r), scope, yearplan.Theme{Month: month, Title: f.Title, Class: f.Class})
	}
	if err == nil {
		return s.done(w, r, pages.In("/arshjul/teman", scope), "year.done.theme")
	}
	p, readErr := s.Year.Themes(r.Context(), actor(r), scope)
	if readErr != nil {
		return readErr
	}
	return s.again(w, r, err, themesView(r), func(why ui.ErrorSummaryProps) templ.Component {
		return pages.Themes(pages.ThemesPage{ThemesPage: p, Form: f, Why: why})
	})
}

func (s *Server) themeRemove(w http.ResponseWriter, r *http.Request) error {
	scope := scopeOf(r)
	var f pages.ThemeFields
	if err := bind(r, &f); err != nil {
		return err
	}
	month, _ := strconv.Atoi(f.Month)
	if err := s.Year.RemoveTheme(r.Context(), actor(r), scope, yearplan.Theme{Month: month, Title: f.Title}); err != nil {
		return err
	}
	return s.done(w, r, pages.In("/arshjul/teman", scope), "year.done.theme_removed")
}

func (s *Server) themesReset(w http.ResponseWriter, r *http.Request) error {
	scope := scopeOf(r)
	if err := s.Year.ResetThemes(r.Context(), actor(r), scope); err != nil {
		return err
	}
	return s.done(w, r, pages.In("/arshjul/teman", scope), "year.done.themes_reset")
}

// breakRoutes are the organisation's school breaks, among its settings.
func (s *Server) breakRoutes(r chi.Router) {
	r.Get("/installningar/lov", s.page(s.breaks))
	r.Post("/installningar/lov", s.page(s.breakAdd))
	r.Post("/installningar/lov/{id}/ta-bort", s.page(s.breakRemove))
}

func breaksView(r *http.Request) view {
	return view{Title: i18n.T(r.Context(), "year.breaks.title")}
}

func (s *Server) breaks(w http.ResponseWriter, r *http.Request) error {
	own, proposed, err := s.Year.Breaks(r.Context(), actor(r))
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, breaksView(r), pages.Breaks(pages.BreaksPage{Own: own, Proposed: proposed}))
}

// breakAdd adds one break as it is written, or the proposed ones that are ticked.
func (s *Server) breakAdd(w http.ResponseWriter, r *http.Request) error {
	own, proposed, err := s.Year.Breaks(r.Context(), actor(r))
	if err != nil {
		return err
	}
	var f pages.BreakFields
	if err = bind(r, &f); err == nil {
		err = s.Year.AddBreaks(r.Context(), actor(r), breaksOf(f, proposed)...)
	}
	if err == nil {
		return s.done(w, r, "/installningar/lov", "year.done.break")
	}
	return s.again(w, r, err, breaksView(r), func(why ui.ErrorSummaryProps) templ.Component {
		return pages.Breaks(pages.BreaksPage{Own: own, Proposed: proposed, Form: f, Why: why})
	})
}

func breaksOf(f pages.BreakFields, proposed []yearplan.Break) (all []yearplan.Break) {
	if len(f.Proposed) == 0 {
		parse := func(text string) clock.Date {
			d, err := clock.ParseDate(text)
			if err != nil {
				return clock.Date{}
			}
			return d
		}
		return []yearplan.Break{{Name: strings.TrimSpace(f.Name), FirstOn: parse(f.First), LastOn: parse(f.Last)}}
	}
	for _, p := range proposed {
		for _, chosen := range f.Proposed {
			if chosen == pages.BreakValue(p) {
				all = append(all, p)
			}
		}
	}
	return all
}

func (s *Server) breakRemove(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	if err := s.Year.RemoveBreak(r.Context(), actor(r), id); err != nil {
		return err
	}
	return s.done(w, r, "/installningar/lov", "year.done.break_removed")
}
