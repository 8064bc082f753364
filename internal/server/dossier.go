package server

import (
	"net/http"
	"slices"

	"github.com/go-chi/chi/v5"

	"samverka/internal/dossier"
	"samverka/internal/i18n"
	pages "samverka/templates/dossier"
)

// dossierRoutes are a matter's story: as a page, and as a bundle to keep or to give out.
func (s *Server) dossierRoutes(r chi.Router) {
	r.Get("/arenden/{id}/tidslinje", s.page(s.timeline))
}

func (s *Server) timeline(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	st, err := s.Dossier.Story(r.Context(), actor(r), id)
	if err != nil {
		return err
	}
	p := pages.Timeline{Story: st, Moments: st.Moments()}
	if k := dossier.Sort(r.URL.Query().Get("visa")); slices.Contains(dossier.Sorts, k) {
		p.Sort = k
	}
	return s.render(w, r, http.StatusOK, matterView(i18n.T(r.Context(), "dossier.title")+": "+st.Title), pages.Story(p))
}
