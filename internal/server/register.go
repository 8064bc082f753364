package server

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/go-chi/chi/v5"

	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/internal/overview"
	"samverka/templates/layout"
	"samverka/templates/outcome"
	"samverka/templates/register"
)

// registerRoutes are the decision register, as a page and for a spreadsheet.
func (s *Server) registerRoutes(r chi.Router) {
	r.Get("/beslut", s.page(s.register))
	r.Get("/beslut.csv", s.page(s.registerCSV))
	r.Get("/sa-gick-det", s.page(s.outcomes))
}

// outcomes is what came of the questions about an employee's workplace.
func (s *Server) outcomes(w http.ResponseWriter, r *http.Request) error {
	rows, err := s.Overview.Outcomes(r.Context(), actor(r))
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "outcome.title")}, outcome.Show(rows))
}

// registerFilter reads the filter of the address; what is none of what is offered is left out.
func registerFilter(r *http.Request) overview.RegisterFilter {
	q := r.URL.Query()
	f := overview.RegisterFilter{Before: queryID(q, "fore")}
	if y, err := strconv.Atoi(q.Get("ar")); err == nil && y > 1900 && y < 3000 {
		f.Year = y
	}
	if c := q.Get("kategori"); slices.Contains(matter.Categories, c) {
		f.Category = c
	}
	if k := q.Get("sort"); slices.Contains(overview.DecisionKinds, k) {
		f.Kind = k
	}
	return f
}

func (s *Server) register(w http.ResponseWriter, r *http.Request) error {
	f := registerFilter(r)
	rows, years, more, err := s.Overview.Register(r.Context(), actor(r), f)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "register.title"), Active: layout.Matters},
		register.Show(register.Page{Rows: rows, Years: years, More: more, Filter: f}))
}

func (s *Server) registerCSV(w http.ResponseWriter, r *http.Request) error {
	f := registerFilter(r)
	f.All, f.Before = true, 0
	rows, _, _, err := s.Overview.Register(r.Context(), actor(r), f)
	if err != nil {
		return err
	}
	ctx := r.Context()
	lines := [][]string{{i18n.T(ctx, "register.csv.number"), i18n.T(ctx, "register.csv.title"), i18n.T(ctx, "register.category"), i18n.T(ctx, "register.csv.day"), i18n.T(ctx, "register.csv.by"),
		i18n.T(ctx, "register.csv.units"), i18n.T(ctx, "register.csv.groups"), i18n.T(ctx, "register.csv.outcome"), i18n.T(ctx, "register.csv.deviation"), i18n.T(ctx, "register.csv.views")}}
	for _, d := range rows {
		by := d.OwnerName
		if d.ByBoard {
			by = i18n.T(ctx, "register.board")
		}
		lines = append(lines, []string{d.Number, d.Title, i18n.T(ctx, matter.CategoryKey(d.Category)), d.DecidedOn.String(), by, strings.Join(d.Units, ", "), strings.Join(d.Groups, ", "),
			register.Outcome(ctx, d), d.DeviationText, d.Views})
	}
	w.Header().Set("Content-Disposition", `attachment; filename="beslutsregister.csv"`)
	return sendCSV(w, lines)
}
