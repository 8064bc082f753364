package server

import (
	"net/http"
	"strings"

	"github.com/go-chi/chi/v5"

	"samverka/internal/i18n"
	"samverka/templates/search"
)

// searchRoutes is search across subjects; its address can be shared, and shows everybody only what they may know.
func (s *Server) searchRoutes(r chi.Router) {
	r.Get("/sok", s.page(s.search))
}

func (s *Server) search(w http.ResponseWriter, r *http.Request) error {
	q := asked(r, "q")
	found, err := s.Overview.Search(r.Context(), actor(r), q)
	if err != nil {
		return err
	}
	title := i18n.T(r.Context(), "search.show.title")
	if q != "" {
		title = i18n.T(r.Context(), "search.show.title_of", "Query", q)
	}
	return s.render(w, r, http.StatusOK, view{Title: title}, search.Show(search.Page{Query: q, Results: found}))
}

// asked reads a filter of the address: valid text of at most 200 characters, whatever was sent.
func asked(r *http.Request, name string) string {
	q := strings.TrimSpace(strings.ReplaceAll(strings.ToValidUTF8(r.URL.Query().Get(name), ""), "\x00", ""))
	if runes := []rune(q); len(runes) > 200 {
		q = string(runes[:200])
	}
	return q
}
