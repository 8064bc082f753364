package server

import (
	"net/http"

	"github.com/a-h/templ"

	"samverka/internal/access"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	pages "samverka/templates/matter"
	"samverka/templates/ui"
)

// claimForm offers the step that the agreement puts before central negotiation, for each disagreement whose window is open.
func (s *Server) claimForm(w http.ResponseWriter, r *http.Request) error {
	p, err := s.unionPage(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, claimView(r, p), pages.RequestStep(claimsOf(r, p)))
}

func claimView(r *http.Request, p matter.Page) view {
	return matterView(i18n.T(r.Context(), "negotiation.step.title") + ": " + p.Title)
}

func claimsOf(r *http.Request, p matter.Page) pages.StepForm {
	f := pages.StepForm{Head: head(p.Matter)}
	var why error
	for _, u := range unionsOf(p.Record, actor(r)) {
		for _, c := range p.Claims(u.ID, p.Now) {
			if _, err := p.CanRequestStep(c.Position.ID, p.Now); err == nil {
				f.Claims = append(f.Claims, c)
			}
		}
		if err := mayStep(p, u.ID); err != nil {
			why = err
		}
	}
	if len(f.Claims) == 0 {
		if f.Refused = i18n.T(r.Context(), "matter.error.no_mandate"); why != nil {
			f.Refused = message(r, why)
		}
	}
	return f
}

type claimFields struct {
	Position string `form:"position" max:"20"`
	Note     string `form:"note" max:"4000"`
}

func (s *Server) requestStep(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f claimFields
	if err = bind(r, &f); err == nil {
		err = s.Matter.RequestStep(r.Context(), actor(r), id, idOf(f.Position), f.Note)
	}
	if err == nil {
		return s.done(w, r, matterURL(id, "#sparen"), "negotiation.step.done")
	}
	return s.claimAgain(w, r, err, f)
}

// claimAgain shows the form with what stopped it.
func (s *Server) claimAgain(w http.ResponseWriter, r *http.Request, err error, f claimFields) error {
	p, readErr := s.unionPage(r)
	if readErr != nil {
		return readErr
	}
	form := claimsOf(r, p)
	form.Position, form.Note = f.Position, f.Note
	return s.again(w, r, err, claimView(r, p), func(why ui.ErrorSummaryProps) templ.Component {
		form.Head, form.Refused = form.With(why), ""
		return pages.RequestStep(form)
	})
}

// withdrawStep takes the union's request for a step back.
func (s *Server) withdrawStep(w http.ResponseWriter, r *http.Request) error {
	if err := actor(r).Require(access.UnionSpeak); err != nil {
		return err
	}
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	step, err := pathID(r, "step")
	if err != nil {
		return err
	}
	if err := s.Matter.WithdrawStep(r.Context(), actor(r), id, step); err != nil {
		return s.claimAgain(w, r, err, claimFields{})
	}
	return s.done(w, r, matterURL(id, "#sparen"), "negotiation.withdraw.done")
}
