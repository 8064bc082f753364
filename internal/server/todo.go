package server

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/overview"
	"samverka/templates/layout"
	"samverka/templates/todo"
)

// todoRoutes is the page that everybody lands on.
func (s *Server) todoRoutes(r chi.Router) {
	r.Get("/", s.page(s.todo))
	r.Get("/uppgifter/{id}", s.page(s.task))
	r.Post("/uppgifter/{id}/klar", s.page(s.finishTask))
}

func (s *Server) todo(w http.ResponseWriter, r *http.Request) error {
	who := actor(r)
	t, err := s.Overview.Todo(r.Context(), who)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "todo.show.title"), Active: layout.ToDo}, todo.Show(todo.Page{Todo: t, Role: who.Role}))
}

// ownTask is a task that is done by saying so; the others are done on their matter's or meeting's pages.
func (s *Server) ownTask(r *http.Request) (overview.Task, error) {
	id, err := pathID(r, "id")
	if err != nil {
		return overview.Task{}, err
	}
	t, err := s.Overview.Task(r.Context(), actor(r), id)
	if err == nil && !t.Own() {
		err = fail.New(fail.NotFound, "error.not_found")
	}
	return t, err
}

func (s *Server) task(w http.ResponseWriter, r *http.Request) error {
	t, err := s.ownTask(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: todo.Text(r.Context(), t), Active: layout.ToDo}, todo.Task(t))
}

func (s *Server) finishTask(w http.ResponseWriter, r *http.Request) error {
	t, err := s.ownTask(r)
	if err != nil {
		return err
	}
	if err := s.Matter.FinishTask(r.Context(), actor(r), t.ID); err != nil {
		return err
	}
	return s.done(w, r, "/", "todo.feedback.receipt")
}
