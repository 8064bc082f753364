package server

import (
	"net/http"
	"strconv"

	"github.com/go-chi/chi/v5"

	"samverka/internal/i18n"
	"samverka/templates/outbox"
)

// outboxRoutes show what has been mailed, to whoever looks after the installation.
func (s *Server) outboxRoutes(r chi.Router) {
	r.Get("/installningar/mejl", s.page(s.outbox))
}

func (s *Server) outbox(w http.ResponseWriter, r *http.Request) error {
	before, err := strconv.ParseInt(r.URL.Query().Get("fore"), 10, 64)
	if err != nil || before < 0 {
		before = 0
	}
	p := outbox.Page{}
	if p.Entries, p.More, err = s.Outbox.List(r.Context(), actor(r), before); err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "notify.outbox.title"), Wide: true}, outbox.Show(p))
}
