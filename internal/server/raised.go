package server

import (
	"net/http"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/access"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/templates/layout"
	pages "samverka/templates/matter"
	"samverka/templates/ui"
)

// raisedRoutes are the questions that unions and safety representatives bring.
func (s *Server) raisedRoutes(r chi.Router) {
	r.Get("/vackta", s.page(s.raisedList))
	r.Get("/vackta/ny", s.page(s.raiseForm))
	r.Post("/vackta/ny", s.page(s.raise))
	r.Get("/vackta/{id}", s.page(s.showRaised))
	r.Get("/vackta/{id}/ta-emot", s.page(s.acceptForm))
	r.Post("/vackta/{id}/ta-emot", s.page(s.acceptRaised))
	r.Post("/vackta/{id}/avboj", s.page(s.declineRaised))
	r.Post("/vackta/{id}/aterta", s.page(s.takeBackRaised))
	r.Post("/vackta/{id}/forhandling", s.page(s.requestRaised))
	r.Post("/vackta/{id}/forhandling/avsluta", s.page(s.endRaised))
}

func raisedURL(id int64, part string) string { return "/vackta/" + idText(id) + part }

func (s *Server) raisedList(w http.ResponseWriter, r *http.Request) error {
	l, err := s.Matter.RaisedList(r.Context(), actor(r))
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "paths.raised.title"), Active: layout.Matters}, pages.RaisedList(l, actor(r).May(access.MatterRaise)))
}

func (s *Server) raiseForm(w http.ResponseWriter, r *http.Request) error {
	p, err := s.raisePage(r, pages.RaiseFields{Group: firstRunes(r.URL.Query().Get("grupp"), 20)})
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, raiseView(r), pages.Raise(p))
}

func raiseView(r *http.Request) view { return matterView(i18n.T(r.Context(), "paths.raise.title")) }

func (s *Server) raisePage(r *http.Request, f pages.RaiseFields) (pages.RaisePage, error) {
	c, err := s.Matter.RaiseChoices(r.Context(), actor(r))
	return pages.RaisePage{Once: onceField(), Form: f, RaiseChoices: c, Safety: actor(r).May(access.SafetyRequest)}, err
}

func (s *Server) raise(w http.ResponseWriter, r *http.Request) error {
	var f pages.RaiseFields
	var id int64
	err := bind(r, &f)
	form := matter.RaiseForm{Title: f.Title, Why: f.Why}
	if err == nil {
		form.WantedOn, err = dateOf("wanted_on", f.WantedOn)
	}
	for dst, text := range map[*int64]string{&form.GroupID: f.Group, &form.UnitID: f.Unit, &form.UnionID: f.Union} {
		if text != "" {
			*dst = idOf(text)
		}
	}
	if err == nil {
		id, err = s.Matter.Raise(r.Context(), actor(r), form)
	}
	if err == nil {
		return s.done(w, r, raisedURL(id, ""), "paths.raise.done")
	}
	p, readErr := s.raisePage(r, f)
	if readErr != nil {
		return readErr
	}
	return s.again(w, r, err, raiseView(r), func(why ui.ErrorSummaryProps) templ.Component {
		p.Why = why
		return pages.Raise(p)
	})
}

// raisedPage reads the question and what the reader may do about it.
func (s *Server) raisedPage(r *http.Request) (pages.RaisedPage, error) {
	id, err := pathID(r, "id")
	if err != nil {
		return pages.RaisedPage{}, err
	}
	who := actor(r)
	q, err := s.Matter.Raised(r.Context(), who, id)
	return pages.RaisedPage{RaisedPage: q, CanAnswer: q.CanAnswer(who) == nil, CanAsk: q.CanNegotiate(who) == nil, CanEnd: who.May(access.NegotiationEnd) && q.CanEnd(who) == nil,
		CanTake: who.May(access.MatterRaise) && q.CanTakeBack(who) == nil, Matter: q.MatterID != 0, Safety: who.May(access.SafetyRequest)}, err
}

func (s *Server) showRaised(w http.ResponseWriter, r *http.Request) error {
	p, err := s.raisedPage(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, matterView(p.Title), pages.Raised(p))
}

// afterRaised leads on, or shows the question again with what stopped the form.
func (s *Server) afterRaised(w http.ResponseWriter, r *http.Request, err error, done, written string) error {
	if err == nil {
		id, _ := pathID(r, "id")
		return s.done(w, r, raisedURL(id, ""), done)
	}
	p, readErr := s.raisedPage(r)
	if readErr != nil {
		return readErr
	}
	p.Answer = written
	return s.again(w, r, err, matterView(p.Title), func(why ui.ErrorSummaryProps) templ.Component {
		p.Why = why
		return pages.Raised(p)
	})
}

type raisedFields struct {
	Answer    string `form:"answer" max:"4000"`
	Paragraph string `form:"paragraph" max:"10"`
	Manner    string `form:"manner" max:"20"`
}

// answered binds the answer to the question of the path, and does it.
func (s *Server) answered(w http.ResponseWriter, r *http.Request, done string, do func(id int64, f raisedFields) error) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f raisedFields
	if err = bind(r, &f); err == nil {
		err = do(id, f)
	}
	return s.afterRaised(w, r, err, done, f.Answer)
}

func (s *Server) declineRaised(w http.ResponseWriter, r *http.Request) error {
	return s.answered(w, r, "paths.raised.declined_done", func(id int64, f raisedFields) error {
		return s.Matter.Decline(r.Context(), actor(r), id, f.Answer)
	})
}

func (s *Server) takeBackRaised(w http.ResponseWriter, r *http.Request) error {
	return s.answered(w, r, "paths.raised.taken_back", func(id int64, _ raisedFields) error { return s.Matter.TakeBack(r.Context(), actor(r), id) })
}

func (s *Server) requestRaised(w http.ResponseWriter, r *http.Request) error {
	return s.answered(w, r, "paths.mbl.done", func(id int64, f raisedFields) error {
		return s.Matter.RequestRaised(r.Context(), actor(r), id, f.Paragraph)
	})
}

func (s *Server) endRaised(w http.ResponseWriter, r *http.Request) error {
	return s.answered(w, r, "matter.negotiation.done", func(id int64, f raisedFields) error {
		return s.Matter.EndRaised(r.Context(), actor(r), id, f.Manner)
	})
}

func (s *Server) acceptForm(w http.ResponseWriter, r *http.Request) error {
	p, err := s.raisedPage(r)
	if err == nil {
		err = p.RaisedPage.CanAnswer(actor(r))
	}
	if err != nil {
		return err
	}
	f := newMatterFields{Title: p.Title, Purpose: p.Raised.Why, PlannedDecision: p.WantedOn.String(), WorkEnvironment: "yes", Outsiders: "no"}
	if p.UnitID != 0 {
		f.Units = []string{idText(p.UnitID)}
	}
	return s.render(w, r, http.StatusOK, acceptView(r, p), pages.Accept(acceptOf(p, f)))
}

func acceptView(r *http.Request, p pages.RaisedPage) view {
	return matterView(i18n.T(r.Context(), "paths.raised.accept") + ": " + p.Title)
}

func acceptOf(p pages.RaisedPage, f newMatterFields) pages.AcceptPage {
	return pages.AcceptPage{ID: p.ID, Question: p.Title, New: pages.New{Once: onceField(), Start: p.Start, Title: f.Title, Category: f.Category, Purpose: f.Purpose,
		PlannedDecision: f.PlannedDecision, Decider: f.Decider, WorkEnvironment: f.WorkEnvironment, Outsiders: f.Outsiders, Secrecy: f.Secrecy, Units: f.Units}}
}

func (s *Server) acceptRaised(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f newMatterFields
	var n matter.New
	var made int64
	if err = bind(r, &f); err == nil {
		n, err = f.value()
	}
	if err == nil {
		made, err = s.Matter.Accept(r.Context(), actor(r), id, n)
	}
	if err == nil {
		return s.done(w, r, matterURL(made, "/plan"), "paths.accept.done")
	}
	p, readErr := s.raisedPage(r)
	if readErr != nil {
		return readErr
	}
	a := acceptOf(p, f)
	return s.again(w, r, err, acceptView(r, p), func(why ui.ErrorSummaryProps) templ.Component {
		a.Why = why
		return pages.Accept(a)
	})
}
