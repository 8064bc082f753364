package server

import (
	"net/http"
	"strconv"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/followup"
	"samverka/internal/i18n"
	pages "samverka/templates/followup"
	"samverka/templates/layout"
	"samverka/templates/ui"
)

// followupRoutes are the parties' yearly follow-up.
func (s *Server) followupRoutes(r chi.Router) {
	r.Get("/uppfoljning", s.page(s.followups))
	r.Post("/uppfoljning", s.page(s.startFollowup))
	r.Get("/uppfoljning/{id}", s.page(s.showFollowup))
	r.Post("/uppfoljning/{id}/vidare", s.page(s.advanceFollowup))
	r.Post("/uppfoljning/{id}/analys", s.page(s.saveAnalysis))
	r.Post("/uppfoljning/{id}/dialog", s.page(s.holdDialogue))
	r.Get("/uppfoljning/{id}/uttalande", s.page(s.showStatement))
	r.Post("/uppfoljning/{id}/uttalande", s.page(s.saveStatement))
	r.Post("/uppfoljning/{id}/godkann", s.page(s.approveStatement))
	s.followupGroupRoutes(r)
}

func followupView(r *http.Request, title string) view {
	v := view{Title: title}
	if actor(r).May(access.OverviewRead) {
		v.Active = layout.Overview
	}
	return v
}

func (s *Server) followups(w http.ResponseWriter, r *http.Request) error {
	l, err := s.FollowUp.Rounds(r.Context(), actor(r))
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, followupView(r, i18n.T(r.Context(), "followup.list.title")), pages.Index(pages.List{List: l, Once: onceField()}))
}

type startFields struct {
	Year   string   `form:"year" max:"4"`
	Groups []string `form:"groups" max:"20"`
}

func (s *Server) startFollowup(w http.ResponseWriter, r *http.Request) error {
	var f startFields
	var id int64
	err := bind(r, &f)
	if err == nil {
		id, err = s.FollowUp.Start(r.Context(), actor(r), number(f.Year), idsOf(f.Groups))
	}
	if err == nil {
		return s.done(w, r, pages.Path(id, ""), "followup.done.started")
	}
	l, readErr := s.FollowUp.Rounds(r.Context(), actor(r))
	if readErr != nil {
		return readErr
	}
	return s.again(w, r, err, followupView(r, i18n.T(r.Context(), "followup.list.title")), func(why ui.ErrorSummaryProps) templ.Component {
		return pages.Index(pages.List{List: l, Once: onceField(), Chosen: idsOf(f.Groups), Sent: true, Why: why})
	})
}

// round reads the round of the path for the reader.
func (s *Server) round(r *http.Request) (pages.Round, error) {
	id, err := pathID(r, "id")
	if err != nil {
		return pages.Round{}, err
	}
	who := actor(r)
	p, err := s.FollowUp.Get(r.Context(), who, id)
	return pages.Round{Page: p, Asked: p.Asked(who), States: p.CanState(who) == nil}, err
}

func (s *Server) showFollowup(w http.ResponseWriter, r *http.Request) error {
	p, err := s.round(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, followupView(r, pages.Title(r.Context(), p.Year)), pages.Show(p))
}

// showStatement is for those who write and approve; everybody else reads the approved text on the round's page.
func (s *Server) showStatement(w http.ResponseWriter, r *http.Request) error {
	p, err := s.round(r)
	if err != nil {
		return err
	}
	if !p.Central {
		return fail.New(fail.NotFound, "error.not_found")
	}
	return s.render(w, r, http.StatusOK, statementView(r, p), pages.Statement(p))
}

func statementView(r *http.Request, p pages.Round) view {
	return followupView(r, i18n.T(r.Context(), "followup.statement.title")+", "+pages.Title(r.Context(), p.Year))
}

// ofRound does what one of a round's forms asks for and leads on, or shows its page once more with what stopped it.
func (s *Server) ofRound(w http.ResponseWriter, r *http.Request, form, to, receipt string, do func(id int64, f pages.Fields) error) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f pages.Fields
	if err = bind(r, &f); err == nil {
		err = do(id, f)
	}
	if err == nil {
		return s.done(w, r, pages.Path(id, to), receipt)
	}
	p, readErr := s.round(r)
	if readErr != nil {
		return readErr
	}
	p.Form, p.Sent, p.Theirs = f, form, fail.KindOf(err) == fail.Conflict
	v, show := followupView(r, pages.Title(r.Context(), p.Year)), pages.Show
	if form == "followup-statement" || form == "followup-approve" {
		if !p.Central {
			return err
		}
		v, show = statementView(r, p), pages.Statement
	}
	return s.again(w, r, err, v, func(why ui.ErrorSummaryProps) templ.Component {
		p.Why = why
		return show(p)
	})
}

func number(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil {
		return -1
	}
	return n
}

func (s *Server) advanceFollowup(w http.ResponseWriter, r *http.Request) error {
	return s.ofRound(w, r, "followup-advance", "", "followup.done.advanced", func(id int64, f pages.Fields) error {
		return s.FollowUp.Advance(r.Context(), actor(r), id, followup.Stage(f.Stage))
	})
}

func (s *Server) saveAnalysis(w http.ResponseWriter, r *http.Request) error {
	return s.ofRound(w, r, "followup-analysis", "", "followup.done.saved", func(id int64, f pages.Fields) error {
		return s.FollowUp.SaveAnalysis(r.Context(), actor(r), id, f.Analysis, number(f.Version))
	})
}

func (s *Server) holdDialogue(w http.ResponseWriter, r *http.Request) error {
	return s.ofRound(w, r, "followup-dialogue", "", "followup.done.saved", func(id int64, f pages.Fields) error {
		day, err := dateOf("dialogue_on", f.Dialogue)
		if err != nil {
			return err
		}
		return s.FollowUp.HoldDialogue(r.Context(), actor(r), id, day)
	})
}

func (s *Server) saveStatement(w http.ResponseWriter, r *http.Request) error {
	return s.ofRound(w, r, "followup-statement", "/uttalande", "followup.done.statement", func(id int64, f pages.Fields) error {
		return s.FollowUp.SaveStatement(r.Context(), actor(r), id, f.Statement, number(f.Version))
	})
}

func (s *Server) approveStatement(w http.ResponseWriter, r *http.Request) error {
	return s.ofRound(w, r, "followup-approve", "/uttalande", "followup.done.approved", func(id int64, f pages.Fields) error {
		union := int64(0)
		if f.Union != "" && f.Union != "0" {
			union = idOf(f.Union)
		}
		return s.FollowUp.Approve(r.Context(), actor(r), id, union, f.Digest)
	})
}
