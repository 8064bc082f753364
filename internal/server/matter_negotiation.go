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

type negotiationFields struct {
	Kind   string `form:"kind" max:"10"`
	Union  string `form:"union" max:"20"`
	Manner string `form:"manner" max:"20"`
}

// negotiationPage reads the matter for those who negotiate for the employer.
func (s *Server) negotiationPage(r *http.Request) (matter.Page, error) {
	if err := actor(r).Require(access.NegotiationEnd); err != nil {
		return matter.Page{}, err
	}
	return s.matterPage(r)
}

func (s *Server) negotiations(w http.ResponseWriter, r *http.Request) error {
	p, err := s.negotiationPage(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, negotiationView(r, p), pages.EndNegotiations(s.negotiationsOf(r, p)))
}

func negotiationView(r *http.Request, p matter.Page) view {
	return matterView(i18n.T(r.Context(), "matter.negotiation.title") + ": " + p.Title)
}

func (s *Server) negotiationsOf(r *http.Request, p matter.Page) pages.Negotiations {
	n := pages.Negotiations{Head: head(p.Matter)}
	if s.showOf(r, p).Can.EndNegotiation {
		n.Tracks = p.OpenNegotiations(p.Now)
	}
	return n
}

func (s *Server) endNegotiation(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f negotiationFields
	if err = bind(r, &f); err == nil {
		err = s.Matter.EndNegotiation(r.Context(), actor(r), id, f.Kind, idOf(f.Union), f.Manner)
	}
	if err == nil {
		return s.done(w, r, matterURL(id, ""), "matter.negotiation.done")
	}
	p, readErr := s.negotiationPage(r)
	if readErr != nil {
		return readErr
	}
	if fail.KeyOf(err) == "matter.error.no_negotiation" { // the matter is there, the negotiation is not, or no longer
		err = fail.New(fail.Invalid, "matter.error.no_negotiation")
	}
	form := s.negotiationsOf(r, p)
	return s.again(w, r, err, negotiationView(r, p), func(why ui.ErrorSummaryProps) templ.Component {
		form.Head = form.With(why)
		return pages.EndNegotiations(form)
	})
}
