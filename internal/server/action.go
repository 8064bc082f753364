package server

import (
	"net/http"
	"strconv"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/access"
	"samverka/templates/action"
	"samverka/templates/layout"
	"samverka/templates/ui"
)

// actionRoutes are the page of an åtgärd, wherever it comes from.
func (s *Server) actionRoutes(r chi.Router) {
	r.Get("/atgarder/{id}", s.page(s.showAction))
	r.Post("/atgarder/{id}/klar", s.page(s.finishAction))
	r.Post("/atgarder/{id}/flytta", s.page(s.moveAction))
	r.Post("/atgarder/{id}/ansvarig", s.page(s.giveAction))
}

func (s *Server) actionPage(r *http.Request) (action.Page, error) {
	id, err := pathID(r, "id")
	if err != nil {
		return action.Page{}, err
	}
	p, err := s.Action.Get(r.Context(), actor(r), id)
	return action.Page{Page: p, Links: actor(r).Role != access.Employee}, err
}

func (s *Server) showAction(w http.ResponseWriter, r *http.Request) error {
	p, err := s.actionPage(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: p.What, Active: layout.ToDo}, action.Show(p))
}

func (s *Server) finishAction(w http.ResponseWriter, r *http.Request) error {
	return s.ofAction(w, r, "action-done", "action.done.receipt", func(id int64, f action.Fields, version int) error {
		return s.Action.Finish(r.Context(), actor(r), id, f.Result, version)
	})
}

func (s *Server) moveAction(w http.ResponseWriter, r *http.Request) error {
	return s.ofAction(w, r, "action-move", "action.move.receipt", func(id int64, f action.Fields, version int) error {
		due, err := dateOf("due_on", f.DueOn)
		if err != nil {
			return err
		}
		return s.Action.Move(r.Context(), actor(r), id, due, f.Why, version)
	})
}

func (s *Server) giveAction(w http.ResponseWriter, r *http.Request) error {
	return s.ofAction(w, r, "action-give", "action.give.receipt", func(id int64, f action.Fields, version int) error {
		return s.Action.Give(r.Context(), actor(r), id, idOf(f.Person), f.Given, version)
	})
}

// ofAction does what one of the page's forms asks for, and leads back to it; or shows the page once more with what stopped it.
func (s *Server) ofAction(w http.ResponseWriter, r *http.Request, form, receipt string, do func(id int64, f action.Fields, version int) error) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f action.Fields
	if err = bind(r, &f); err == nil {
		version, _ := strconv.Atoi(f.Version)
		err = do(id, f, version)
	}
	if err == nil {
		return s.done(w, r, action.Path(id, ""), receipt)
	}
	p, readErr := s.actionPage(r)
	if readErr != nil {
		return readErr
	}
	p.Form, p.Sent = f, form
	return s.again(w, r, err, view{Title: p.What, Active: layout.ToDo}, func(why ui.ErrorSummaryProps) templ.Component {
		p.Why = why
		return action.Show(p)
	})
}
