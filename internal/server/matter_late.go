package server

import (
	"net/http"
	"slices"

	"github.com/a-h/templ"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	pages "samverka/templates/matter"
	"samverka/templates/ui"
)

type lateFields struct {
	Union  string `form:"union" max:"20"`
	Reason string `form:"reason" max:"4000"`
}

// lateForm lets a union ask for negotiation after the first samverkan occasion: both have to want it.
func (s *Server) lateForm(w http.ResponseWriter, r *http.Request) error {
	p, err := s.unionPage(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, lateView(r, p), pages.RequestLate(lateOf(r, p)))
}

func lateView(r *http.Request, p matter.Page) view {
	return matterView(i18n.T(r.Context(), "negotiation.late.title") + ": " + p.Title)
}

func lateOf(r *http.Request, p matter.Page) pages.LateForm {
	f := pages.LateForm{Head: head(p.Matter)}
	var why error
	for _, u := range unionsOf(p.Record, actor(r)) {
		if err := p.CanRequestLate(u.ID, p.Now); err != nil {
			why = err
			continue
		}
		f.Unions = append(f.Unions, u)
	}
	if len(f.Unions) == 0 {
		if f.Refused = i18n.T(r.Context(), "matter.error.no_mandate"); why != nil {
			f.Refused = message(r, why)
		}
	}
	return f
}

func (s *Server) requestLate(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f lateFields
	if err = bind(r, &f); err == nil {
		err = s.Matter.RequestLate(r.Context(), actor(r), id, idOf(f.Union), f.Reason)
	}
	if err == nil {
		return s.done(w, r, matterURL(id, ""), "negotiation.late.done")
	}
	p, readErr := s.unionPage(r)
	if readErr != nil {
		return readErr
	}
	form := lateOf(r, p)
	form.Union, form.Reason = f.Union, f.Reason
	return s.again(w, r, err, lateView(r, p), func(why ui.ErrorSummaryProps) templ.Component {
		form.Head, form.Refused = form.With(why), ""
		return pages.RequestLate(form)
	})
}

type lateAnswerFields struct {
	Consent string `form:"consent" max:"3"`
	Answer  string `form:"answer" max:"4000"`
}

// lateAnswerForm lets the owner or the förhandlingschef consent or decline.
func (s *Server) lateAnswerForm(w http.ResponseWriter, r *http.Request) error {
	p, l, err := s.lateRequest(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, lateView(r, p), pages.AnswerLate(lateAnswerOf(r, p, l)))
}

// lateRequest reads the request of the path.
func (s *Server) lateRequest(r *http.Request) (matter.Page, matter.LateRequest, error) {
	id, err := pathID(r, "late")
	if err != nil {
		return matter.Page{}, matter.LateRequest{}, err
	}
	p, err := s.negotiationPage(r)
	if err != nil {
		return p, matter.LateRequest{}, err
	}
	i := slices.IndexFunc(p.Late, func(l matter.LateRequest) bool { return l.ID == id })
	if i < 0 {
		return p, matter.LateRequest{}, fail.New(fail.NotFound, "error.not_found")
	}
	return p, p.Late[i], nil
}

func lateAnswerOf(r *http.Request, p matter.Page, l matter.LateRequest) pages.LateAnswer {
	a := pages.LateAnswer{Head: head(p.Matter), Request: l}
	switch who := actor(r); {
	case l.AnsweredAt != nil:
		a.Refused = i18n.T(r.Context(), "matter.error.late_answered")
	case who.Role == access.Manager && who.PersonID != p.OwnerID:
		a.Refused = i18n.T(r.Context(), "matter.error.not_owner")
	}
	return a
}

func (s *Server) answerLate(w http.ResponseWriter, r *http.Request) error {
	p, l, err := s.lateRequest(r)
	if err != nil {
		return err
	}
	var f lateAnswerFields
	err = bind(r, &f)
	if err == nil && f.Consent != "yes" && f.Consent != "no" {
		err = invalid("consent", "matter.error.choose")
	}
	if err == nil {
		err = s.Matter.AnswerLate(r.Context(), actor(r), p.ID, l.ID, f.Consent == "yes", f.Answer)
	}
	switch {
	case err == nil && f.Consent == "yes":
		return s.done(w, r, matterURL(p.ID, "#sparen"), "negotiation.late.consented_done")
	case err == nil:
		return s.done(w, r, matterURL(p.ID, ""), "negotiation.late.declined_done")
	}
	form := lateAnswerOf(r, p, l)
	form.Consent, form.Answer = f.Consent, f.Answer
	return s.again(w, r, err, lateView(r, p), func(why ui.ErrorSummaryProps) templ.Component {
		form.Head = form.With(why)
		return pages.AnswerLate(form)
	})
}
