package server

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"samverka/internal/i18n"
	"samverka/internal/overview"
	"samverka/templates/layout"
	overviewpage "samverka/templates/overview"
)

// overviewRoutes show how it stands, for those who follow up others' work.
func (s *Server) overviewRoutes(r chi.Router) {
	r.Get("/oversikt", s.page(s.overview))
	r.Get("/oversikt/{unit}", s.page(s.overview))
	r.Get("/oversikt/{unit}/oversikt.csv", s.page(s.overviewCSV))
	r.Get("/oversikt/{unit}/{measure}", s.page(s.overviewBehind))
}

func (s *Server) overview(w http.ResponseWriter, r *http.Request) error {
	unit, err := unitOf(r)
	if err != nil {
		return err
	}
	st, err := s.Overview.Status(r.Context(), actor(r), overview.Scope{Unit: unit, Filter: asked(r, "enhet")})
	if err != nil {
		return err
	}
	title := i18n.T(r.Context(), "overview.show.title")
	if st.Unit.ID != 0 {
		title = i18n.T(r.Context(), "overview.show.title_of", "Unit", st.Unit.Name)
	}
	return s.render(w, r, http.StatusOK, view{Title: title, Active: layout.Overview, Wide: true}, overviewpage.Show(st))
}

func (s *Server) overviewBehind(w http.ResponseWriter, r *http.Request) error {
	unit, err := unitOf(r)
	if err != nil {
		return err
	}
	b, err := s.Overview.Behind(r.Context(), actor(r), unit, overviewpage.MeasureOf(chi.URLParam(r, "measure")))
	if err != nil {
		return err
	}
	title := overviewpage.Title(r.Context(), b.Measure)
	if b.Status.Unit.ID != 0 {
		title += ", " + b.Status.Unit.Name
	}
	return s.render(w, r, http.StatusOK, view{Title: title, Active: layout.Overview}, overviewpage.Behind(b))
}

// unitOf is the unit of the address; 0 for the whole.
func unitOf(r *http.Request) (int64, error) {
	if u := chi.URLParam(r, "unit"); u == "" || u == overviewpage.All {
		return 0, nil
	}
	return pathID(r, "unit")
}
