package server

import (
	"net/http"

	"github.com/a-h/templ"

	"samverka/internal/access"
	"samverka/internal/clock"
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
	Reason string `form:"reason" max:"4000"`
	Notice string `form:"notice_on" max:"10"`
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
	cur, _ := p.Current()
	n.Version, n.Ending.Several, n.Ending.NoticeOn = cur.No, len(n.Tracks) > 1, clock.DateOf(p.Now).String()
	return n
}

func (s *Server) endNegotiation(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f negotiationFields
	if err = bind(r, &f); err == nil {
		var bad fail.Form
		e := matter.Ending{Manner: f.Manner, Reason: f.Reason, NoticeOn: formDate(&bad, "notice_on", f.Notice)}
		if err = bad.Err(); err == nil {
			err = s.Matter.EndNegotiation(r.Context(), actor(r), id, f.Kind, idOf(f.Union), e)
		}
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
	form.Ending = pages.Ending{Kind: f.Kind, Union: f.Union, Manner: f.Manner, Reason: f.Reason, NoticeOn: f.Notice, Several: len(form.Tracks) > 1}
	return s.again(w, r, err, negotiationView(r, p), func(why ui.ErrorSummaryProps) templ.Component {
		form.Head = form.With(why)
		return pages.EndNegotiations(form)
	})
}
