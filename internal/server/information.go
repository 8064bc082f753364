package server

import (
	"net/http"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/i18n"
	"samverka/templates/information"
	"samverka/templates/ui"
)

// informationRoutes are open to everybody, signed in or not.
func (s *Server) informationRoutes(r chi.Router) {
	r.Get("/sa-fungerar-samverkan", s.page(func(w http.ResponseWriter, r *http.Request) error {
		return s.inform(w, r, i18n.T(r.Context(), "information.how.title"), information.How())
	}))
	r.Get("/hjalp", s.page(func(w http.ResponseWriter, r *http.Request) error {
		return s.inform(w, r, i18n.T(r.Context(), "information.help.title"), information.Help())
	}))
	r.Get("/tillganglighet", s.page(func(w http.ResponseWriter, r *http.Request) error {
		return s.inform(w, r, i18n.T(r.Context(), "information.access.title"), information.Accessibility())
	}))
	r.Get("/stil", s.page(func(w http.ResponseWriter, r *http.Request) error {
		return s.inform(w, r, "Delarna som sidorna byggs av", ui.Gallery())
	}))
}

func (s *Server) inform(w http.ResponseWriter, r *http.Request, title string, body templ.Component) error {
	return s.render(w, r, http.StatusOK, view{Title: title}, body)
}
