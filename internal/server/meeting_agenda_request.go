package server

import (
	"net/http"
	"strconv"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/meeting"
	"samverka/templates/layout"
	pages "samverka/templates/meeting"
	"samverka/templates/ui"
)

// requestRoutes are those of a safety representative's request (AML 6:6a).
func (s *Server) requestRoutes(r chi.Router) {
	r.Get("/begaran", s.page(s.requests))
	r.Get("/begaran/ny", s.page(s.requestForm))
	r.Post("/begaran", s.page(s.requestMake))
	r.Get("/begaran/{id}", s.page(s.request))
	r.Post("/begaran/{id}/svara", s.page(s.requestAnswer))
	r.Post("/begaran/{id}/ta-tillbaka", s.page(s.requestWithdraw))
}

func requestPath(id int64) string { return "/begaran/" + strconv.FormatInt(id, 10) }

func (s *Server) requests(w http.ResponseWriter, r *http.Request) error {
	l, err := s.Meeting.Requests(r.Context(), actor(r))
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "agenda.requests.title"), Active: layout.Meetings}, pages.Requests(l, actor(r).May(access.SafetyRequest)))
}

func requestView(r *http.Request) view {
	return view{Title: i18n.T(r.Context(), "agenda.request.new"), Active: layout.Meetings}
}

func (s *Server) requestForm(w http.ResponseWriter, r *http.Request) error {
	units, err := s.Meeting.RequestUnits(r.Context(), actor(r))
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, requestView(r), pages.NewRequest(pages.RequestPage{Units: units, Once: onceField(), Form: pages.RequestFields{Committee: true, Kind: meeting.RequestMeasure}}))
}

func (s *Server) requestMake(w http.ResponseWriter, r *http.Request) error {
	var f pages.RequestFields
	var id int64
	err := bind(r, &f)
	if err == nil {
		form := meeting.RequestForm{UnitID: formID(f.Unit), Place: f.Place, Title: f.Title, Problem: f.Problem, Wanted: f.Wanted, Kind: f.Kind, Committee: f.Committee}
		if form.UnitID == 0 {
			form.UnitName = f.Unit
		}
		id, err = s.Meeting.RequestSafety(r.Context(), actor(r), form)
	}
	if err == nil {
		return s.done(w, r, requestPath(id), "agenda.done.requested")
	}
	units, readErr := s.Meeting.RequestUnits(r.Context(), actor(r))
	if readErr != nil {
		return readErr
	}
	return s.again(w, r, err, requestView(r), func(why ui.ErrorSummaryProps) templ.Component {
		return pages.NewRequest(pages.RequestPage{Units: units, Once: onceField(), Form: f, Why: why})
	})
}

func (s *Server) request(w http.ResponseWriter, r *http.Request) error {
	v, body, err := s.showRequest(r, pages.Sent{})
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, v, body)
}

func (s *Server) showRequest(r *http.Request, sent pages.Sent) (view, templ.Component, error) {
	id, err := pathID(r, "id")
	if err != nil {
		return view{}, nil, err
	}
	p, err := s.Meeting.Request(r.Context(), actor(r), id)
	if err != nil {
		return view{}, nil, err
	}
	body := pages.Request(pages.ReceiptPage{RequestPage: p, CanAnswer: p.AnswersFor(actor(r)), CanWithdraw: p.CanWithdraw(actor(r)), Sent: sent})
	return view{Title: i18n.T(r.Context(), "agenda.request.title", "Title", p.Title), Active: layout.Meetings}, body, nil
}

type requestAnswerFields struct {
	Outcome string `form:"outcome" max:"20"`
	Answer  string `form:"answer" max:"4000"`
	Version string `form:"version" max:"20"`
}

func (s *Server) requestAnswer(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f requestAnswerFields
	if err = bind(r, &f); err == nil {
		err = s.Meeting.AnswerRequest(r.Context(), actor(r), id, int(formID(f.Version)), f.Outcome, f.Answer)
	}
	if fail.KindOf(err) == fail.Conflict {
		err = fail.New(fail.Conflict, "agenda.error.request_answered")
	}
	if err != nil {
		return s.againOn(w, r, err, "request-answer", false, func(x pages.Sent) (view, templ.Component, error) { return s.showRequest(r, x) })
	}
	return s.done(w, r, requestPath(id), "agenda.done.answered")
}

type requestWithdrawFields struct {
	Reason  string `form:"reason" max:"2000"`
	Version string `form:"version" max:"20"`
}

func (s *Server) requestWithdraw(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f requestWithdrawFields
	if err = bind(r, &f); err == nil {
		err = s.Meeting.WithdrawRequest(r.Context(), actor(r), id, int(formID(f.Version)), f.Reason)
	}
	if fail.KindOf(err) == fail.Conflict {
		err = fail.New(fail.Conflict, "agenda.error.request_answered")
	}
	if err != nil {
		return s.againOn(w, r, err, "request-withdraw", false, func(x pages.Sent) (view, templ.Component, error) { return s.showRequest(r, x) })
	}
	return s.done(w, r, requestPath(id), "agenda.done.request_withdrawn")
}
