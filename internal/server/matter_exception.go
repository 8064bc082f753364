package server

import (
	"net/http"

	"github.com/a-h/templ"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	pages "samverka/templates/matter"
	"samverka/templates/ui"
)

type exceptionFields struct {
	What           string `form:"what" max:"4000"`
	Harm           string `form:"harm" max:"4000"`
	Unforeseen     string `form:"unforeseen" max:"4000"`
	NoExtraMeeting string `form:"no_extra_meeting" max:"4000"`
}

func (s *Server) exceptionForm(w http.ResponseWriter, r *http.Request) error {
	p, err := s.matterPage(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, exceptionView(r, p), pages.AskException(s.exceptionOf(r, p, exceptionFields{})))
}

func exceptionView(r *http.Request, p matter.Page) view {
	return matterView(i18n.T(r.Context(), "matter.exception.page") + ": " + p.Title)
}

func (s *Server) exceptionOf(r *http.Request, p matter.Page, f exceptionFields) pages.ExceptionForm {
	e := pages.ExceptionForm{Head: head(p.Matter), ExtraDays: p.Agreement.ExtraMeetingDays, What: f.What, Harm: f.Harm, Unforeseen: f.Unforeseen, NoExtraMeeting: f.NoExtraMeeting}
	_, waiting := p.OpenException()
	switch can := s.showOf(r, p).Can; {
	case waiting:
		e.Refused = i18n.T(r.Context(), "matter.exception.refused_waiting")
	case !can.AskException:
		e.Refused = i18n.T(r.Context(), "matter.exception.refused")
	}
	return e
}

func (s *Server) askException(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f exceptionFields
	if err = bind(r, &f); err == nil {
		err = s.Matter.RequestException(r.Context(), actor(r), id, matter.ExceptionForm(f))
	}
	if err == nil {
		return s.done(w, r, matterURL(id, ""), "matter.exception.done")
	}
	p, readErr := s.matterPage(r)
	if readErr != nil {
		return readErr
	}
	form := s.exceptionOf(r, p, f)
	return s.again(w, r, err, exceptionView(r, p), func(why ui.ErrorSummaryProps) templ.Component {
		form.Head = form.With(why)
		return pages.AskException(form)
	})
}

type exceptionAnswerFields struct {
	Approve string `form:"approve" max:"3"`
	Answer  string `form:"answer" max:"4000"`
}

// negotiatorPage reads the matter for whom the agreement lets answer.
func (s *Server) negotiatorPage(r *http.Request) (matter.Page, error) {
	if err := actor(r).Require(access.ExceptionDecide); err != nil {
		return matter.Page{}, err
	}
	p, err := s.matterPage(r)
	if err == nil && actor(r).Role != p.Approver() {
		err = fail.New(fail.Forbidden, "matter.error.not_approver")
	}
	return p, err
}

func (s *Server) exceptionAnswerForm(w http.ResponseWriter, r *http.Request) error {
	p, err := s.negotiatorPage(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, answerView(r, p), pages.AnswerException(answerOf(r, p, exceptionAnswerFields{})))
}

func answerView(r *http.Request, p matter.Page) view {
	return matterView(i18n.T(r.Context(), "matter.exception.answer_title") + ": " + p.Title)
}

func answerOf(r *http.Request, p matter.Page, f exceptionAnswerFields) pages.ExceptionAnswer {
	a := pages.ExceptionAnswer{Head: head(p.Matter), Approve: f.Approve, Answer: f.Answer}
	e, waiting := p.OpenException()
	if a.Exception = e; !waiting {
		a.Refused = i18n.T(r.Context(), "matter.error.no_exception")
	}
	return a
}

func (s *Server) answerException(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f exceptionAnswerFields
	err = bind(r, &f)
	if err == nil && f.Approve != "yes" && f.Approve != "no" && actor(r).May(access.ExceptionDecide) {
		err = invalid("approve", "matter.error.choose")
	}
	if err == nil {
		err = s.Matter.AnswerException(r.Context(), actor(r), id, f.Approve == "yes", f.Answer)
	}
	switch {
	case err == nil && f.Approve == "yes":
		return s.done(w, r, matterURL(id, ""), "matter.exception.approved_done")
	case err == nil:
		return s.done(w, r, matterURL(id, ""), "matter.exception.rejected_done")
	}
	p, readErr := s.negotiatorPage(r)
	if readErr != nil {
		return readErr
	}
	form := answerOf(r, p, f)
	return s.again(w, r, err, answerView(r, p), func(why ui.ErrorSummaryProps) templ.Component {
		form.Head = form.With(why)
		return pages.AnswerException(form)
	})
}
