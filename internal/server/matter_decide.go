package server

import (
	"errors"
	"net/http"

	"github.com/a-h/templ"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	pages "samverka/templates/matter"
	"samverka/templates/ui"
)

type decisionFields struct {
	DecidedOn string `form:"decided_on" max:"40"`
	Deviation string `form:"deviation" max:"20"`
	Text      string `form:"text" max:"10000"`
	Views     string `form:"views" max:"10000"`
}

func (f decisionFields) value() matter.DecisionForm {
	return matter.DecisionForm{Deviation: f.Deviation, Text: f.Text, Views: f.Views}
}

func (s *Server) decideForm(w http.ResponseWriter, r *http.Request) error {
	p, err := s.matterPage(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, decideView(r, p), pages.Decide(s.decisionOf(r, p, decisionFields{}, false)))
}

func decideView(r *http.Request, p matter.Page) view {
	return matterView(i18n.T(r.Context(), "matter.decide.title") + ": " + p.Title)
}

// decisionOf is the form of the decision, or why there is none.
func (s *Server) decisionOf(r *http.Request, p matter.Page, f decisionFields, board bool) pages.DecisionForm {
	show := s.showOf(r, p)
	d := pages.DecisionForm{Head: head(p.Matter), Gate: show.Gate, Board: board, DecidedOn: f.DecidedOn, Deviation: f.Deviation, Text: f.Text, Views: f.Views}
	d.Proposal, _ = p.Current()
	if board {
		if d.Offered = show.Can.Board; !d.Offered {
			d.Refused = i18n.T(r.Context(), "matter.board.refused")
		}
		return d
	}
	err := p.CanDecide(actor(r), p.Now)
	var b *matter.Blocked
	if d.Offered = err == nil; err != nil && !errors.As(err, &b) {
		d.Refused = message(r, err)
	}
	return d
}

func (s *Server) decide(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f decisionFields
	taken := false
	if err = bind(r, &f); err == nil {
		taken, err = s.Matter.Decide(r.Context(), actor(r), id, f.value())
	}
	switch {
	case err == nil && taken:
		return s.done(w, r, matterURL(id, ""), "matter.decide.done")
	case err == nil:
		return s.done(w, r, matterURL(id, "/forslag"), "matter.decide.new_version")
	}
	p, readErr := s.matterPage(r)
	if readErr != nil {
		return readErr
	}
	return s.decisionAgain(w, r, err, decideView(r, p), s.decisionOf(r, p, f, false))
}

// decisionAgain answers a refused decision: the form with what is wrong, or the list of what is missing.
func (s *Server) decisionAgain(w http.ResponseWriter, r *http.Request, err error, v view, form pages.DecisionForm) error {
	var b *matter.Blocked
	if errors.As(err, &b) {
		form.Blocked = b.Missing
		err = fail.Wrap(fail.Invalid, b, "matter.error.blocked")
	}
	return s.again(w, r, err, v, func(why ui.ErrorSummaryProps) templ.Component {
		form.Head = form.With(why)
		return pages.Decide(form)
	})
}

func (s *Server) boardForm(w http.ResponseWriter, r *http.Request) error {
	p, err := s.boardPage(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, boardView(r, p), pages.Decide(s.decisionOf(r, p, decisionFields{}, true)))
}

// boardPage reads the matter for whoever records what boards decide.
func (s *Server) boardPage(r *http.Request) (matter.Page, error) {
	if err := actor(r).Require(access.BoardRecord); err != nil {
		return matter.Page{}, err
	}
	return s.matterPage(r)
}

func boardView(r *http.Request, p matter.Page) view {
	return matterView(i18n.T(r.Context(), "matter.board.title") + ": " + p.Title)
}

func (s *Server) recordBoard(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f decisionFields
	form := matter.BoardForm{}
	if err = bind(r, &f); err == nil {
		form.DecidedOn, err = dateOf("decided_on", f.DecidedOn)
	}
	if err == nil {
		form.DecisionForm = f.value()
		err = s.Matter.RecordBoard(r.Context(), actor(r), id, form)
	}
	if err == nil {
		return s.done(w, r, matterURL(id, ""), "matter.board.done")
	}
	p, readErr := s.boardPage(r)
	if readErr != nil {
		return readErr
	}
	return s.decisionAgain(w, r, err, boardView(r, p), s.decisionOf(r, p, f, true))
}
