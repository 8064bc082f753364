package server

import (
	"net/http"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/guidance"
	"samverka/internal/i18n"
	"samverka/templates/information"
	"samverka/templates/ui"
)

// informationRoutes are open to everybody, signed in or not.
func (s *Server) informationRoutes(r chi.Router) {
	r.Get("/om-samverkan", s.page(s.publicPage))
	r.Get("/om-samverkan/{slug}", s.page(s.publicPage))
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

// publicPage tells everybody how samverkan works, with what one organisation adds: the reader's own, the one that the address
// names, or the only one there is. It holds nobody's name; who is not signed in may keep it for a while.
func (s *Server) publicPage(w http.ResponseWriter, r *http.Request) error {
	slug, v := chi.URLParam(r, "slug"), visitOf(r)
	if slug == "" && v.session.OrgName != "" {
		slug = guidance.Slug(v.session.OrgName)
	}
	a, err := s.Guidance.Public(r.Context(), slug)
	if err != nil {
		return err
	}
	if v.tokenHash == nil && !s.Demo {
		w.Header().Set("Cache-Control", "public, max-age=300")
		w.Header().Add("Vary", "Cookie, Accept-Language")
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "public.title")}, information.Samverkan(information.Public{Own: a, SignedIn: v.who.PersonID != 0}))
}
