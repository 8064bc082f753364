package server

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/yearplan"
	"samverka/templates/layout"
	"samverka/templates/ui"
	pages "samverka/templates/yearplan"
)

// yearRoutes are the year plans.
func (s *Server) yearRoutes(r chi.Router) {
	r.Get("/arshjul", s.page(s.yearShow))
	r.Post("/arshjul/utkast", s.page(s.yearMake))
	r.Post("/arshjul/publicera", s.page(s.yearPublish))
	r.Get("/arshjul/serier/ny", s.page(s.seriesNew))
	r.Post("/arshjul/serier", s.page(s.seriesSave))
	r.Get("/arshjul/serier/{id}", s.page(s.seriesEdit))
	r.Post("/arshjul/serier/{id}", s.page(s.seriesSave))
	r.Post("/arshjul/serier/{id}/ta-bort", s.page(s.seriesRemove))
	r.Get("/arshjul/utkast/ny", s.page(s.yearDraftNew))
	r.Post("/arshjul/utkast/enstaka", s.page(s.yearDraftSave))
	r.Get("/arshjul/utkast/{id}", s.page(s.yearDraftEdit))
	r.Post("/arshjul/utkast/{id}", s.page(s.yearDraftSave))
	r.Post("/arshjul/utkast/{id}/ta-bort", s.page(s.yearDraftDrop))
	r.Post("/arshjul/utkast/{id}/aterta", s.page(s.yearDraftTakeBack))
	r.Get("/arshjul/teman", s.page(s.themes))
	r.Post("/arshjul/teman", s.page(s.themeAdd))
	r.Post("/arshjul/teman/ta-bort", s.page(s.themeRemove))
	r.Post("/arshjul/teman/aterstall", s.page(s.themesReset))
	s.slotRoutes(r)
}

// scopeOf is whose plan the address is about.
func scopeOf(r *http.Request) yearplan.Scope {
	q := r.URL.Query()
	if g := queryID(q, "grupp"); g != 0 {
		return yearplan.Scope{GroupID: g}
	}
	return yearplan.Scope{UnitID: queryID(q, "enhet")}
}

// yearShow shows a plan, or, when the address names none, which ones there are. Whoever has only one is led to it.
func (s *Server) yearShow(w http.ResponseWriter, r *http.Request) error {
	scope := scopeOf(r)
	if !scope.IsZero() {
		return s.yearPlan(w, r, scope)
	}
	q := r.URL.Query()
	c, err := s.Year.Choose(r.Context(), actor(r), q.Get("q"))
	if err != nil {
		return err
	}
	if len(c.Mine) == 1 && !c.Search && q.Get("alla") == "" {
		return seeOther(w, r, pages.Path(c.Mine[0].Scope, 0))
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "year.choose.title"), Active: layout.Meetings},
		pages.Choose(pages.ChoosePage{Choices: c, Settings: actor(r).May(access.OrganisationWrite)}))
}

func (s *Server) yearPlan(w http.ResponseWriter, r *http.Request, scope yearplan.Scope) error {
	p, err := s.yearPage(r, scope)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, yearView(r, p.Plan), pages.Show(p))
}

func (s *Server) yearPage(r *http.Request, scope yearplan.Scope) (pages.ShowPage, error) {
	year, _, _ := clock.Today(s.Clock).YMD()
	for _, asked := range []string{r.URL.Query().Get("ar"), r.PostForm.Get("ar")} {
		if n, err := strconv.Atoi(asked); err == nil {
			year = n
		}
	}
	p, err := s.Year.Plan(r.Context(), actor(r), scope, year)
	return pages.ShowPage{Plan: p, Once: onceField()}, err
}

func yearView(r *http.Request, p yearplan.Plan) view {
	return view{Title: i18n.T(r.Context(), "year.plan.title", "Name", pages.Name(r.Context(), p.Scope, p.Name), "Year", p.Year), Active: layout.Meetings, Wide: true}
}

// yearAgain answers what was refused on a plan's own page.
func (s *Server) yearAgain(w http.ResponseWriter, r *http.Request, err error, scope yearplan.Scope) error {
	if k := fail.KindOf(err); k != fail.Invalid && k != fail.Conflict {
		return err
	}
	p, readErr := s.yearPage(r, scope)
	if readErr != nil {
		return readErr
	}
	return s.again(w, r, err, yearView(r, p.Plan), func(why ui.ErrorSummaryProps) templ.Component {
		p.Why = why
		return pages.Show(p)
	})
}

// yearMake lays out a half-year's meetings as drafts.
func (s *Server) yearMake(w http.ResponseWriter, r *http.Request) error {
	if err := parse(r); err != nil {
		return err
	}
	scope := scopeOf(r)
	year, err := strconv.Atoi(r.PostForm.Get("ar"))
	if err != nil || year < 2000 || year > 2199 {
		year, _, _ = clock.Today(s.Clock).YMD()
	}
	made, err := s.Year.MakeDrafts(r.Context(), actor(r), scope, yearplan.Half{Year: year, Autumn: r.PostForm.Get("halvar") == "host"})
	switch {
	case err != nil:
		return s.yearAgain(w, r, err, scope)
	case made.Drafts == 0:
		return s.done(w, r, pages.Path(scope, year), "year.done.none_made")
	case made.Skipped > 0:
		return s.done(w, r, pages.Path(scope, year), "year.done.made_skipped", "Count", made.Drafts, "Skipped", made.Skipped)
	}
	return s.done(w, r, pages.Path(scope, year), "year.done.made", "Count", made.Drafts)
}

// yearPublish publishes the drafts that are ticked, in the versions that the page showed.
func (s *Server) yearPublish(w http.ResponseWriter, r *http.Request) error {
	if err := parse(r); err != nil {
		return err
	}
	scope := scopeOf(r)
	year, _ := strconv.Atoi(r.PostForm.Get("ar"))
	done, err := s.Year.Publish(r.Context(), actor(r), scope, picked(r), strings.TrimSpace(r.PostForm.Get("reason")))
	if err != nil {
		return s.yearAgain(w, r, err, scope)
	}
	return s.done(w, r, pages.Path(scope, year), "year.done.published", "Count", done.Count)
}

// picked are the drafts that are ticked among those seen.
func picked(r *http.Request) (all []yearplan.Pick) {
	for _, seen := range r.PostForm["seen"] {
		id, version, _ := strings.Cut(seen, ":")
		n, err := strconv.Atoi(version)
		if err != nil || r.PostForm.Get("draft_"+id) == "" {
			continue
		}
		if p := (yearplan.Pick{ID: formID(id), Version: n}); p.ID != 0 && !slices.Contains(all, p) {
			all = append(all, p)
		}
	}
	return all
}
