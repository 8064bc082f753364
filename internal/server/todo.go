package server

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"samverka/internal/i18n"
	"samverka/templates/layout"
	"samverka/templates/todo"
)

// todoRoutes is the page that everybody lands on.
func (s *Server) todoRoutes(r chi.Router) {
	r.Get("/", s.page(s.todo))
}

func (s *Server) todo(w http.ResponseWriter, r *http.Request) error {
	who := actor(r)
	t, err := s.Overview.Todo(r.Context(), who)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "todo.show.title"), Active: layout.ToDo}, todo.Show(todo.Page{Todo: t, Role: who.Role}))
}
