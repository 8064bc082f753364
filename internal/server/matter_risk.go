package server

import (
	"errors"
	"net/http"
	"slices"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/access"
	"samverka/internal/document"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	pages "samverka/templates/matter"
	"samverka/templates/paper"
	"samverka/templates/ui"
)

// riskRoutes are the risk assessment's: one page for each part of it.
func (s *Server) riskRoutes(r chi.Router) {
	const at = "/arenden/{id}/riskbedomning"
	r.Get("/riskbedomningar", s.page(s.riskList))
	r.Get(at, s.page(s.riskPage))
	r.Get(at+"/andring", s.page(s.riskForm(s.riskChangePage)))
	r.Post(at+"/andring", s.page(s.saveRiskChange))
	r.Get(at+"/mall", s.page(s.riskForm(s.riskSuggested)))
	r.Post(at+"/mall", s.page(s.addSuggestedRisks))
	r.Get(at+"/rad", s.page(s.riskRowPage))
	r.Post(at+"/rad", s.page(s.saveRiskRow))
	r.Get(at+"/rad/{row}", s.page(s.riskRowPage))
	r.Post(at+"/rad/{row}", s.page(s.saveRiskRow))
	r.Post(at+"/rad/{row}/ta-bort", s.page(s.removeRiskRow))
	r.Get(at+"/slutsats", s.page(s.riskForm(s.riskConcludePage)))
	r.Post(at+"/slutsats", s.page(s.saveRiskConclusion))
	r.Get(at+"/deltagare", s.page(s.riskPeople))
	r.Post(at+"/deltagare", s.page(s.inviteRisk))
	r.Post(at+"/deltagare/{row}", s.page(s.noteParticipant))
	r.Get(at+"/inbjudan", s.page(s.riskInvitation))
	r.Post(at+"/inbjudan", s.page(s.answerRisk))
	r.Post(at+"/yttrande", s.page(s.stateRisk))
	r.Post(at+"/ny", s.page(s.renewRisk))
	r.Get(at+"/faststall", s.page(s.riskForm(s.riskFixPage)))
	r.Post(at+"/faststall", s.page(s.fixRisk))
	r.Get(at+"/uppfoljd", s.page(s.riskFollow))
	r.Post(at+"/uppfoljd", s.page(s.followRisk))
	r.Get(at+"/{no}", s.page(s.riskVersion))
	r.Get(at+"/{no}/riskbedomning.pdf", s.page(s.riskFile))
}

func riskURL(id int64, part string) string { return matterURL(id, "/riskbedomning"+part) }

func (s *Server) readRisk(r *http.Request) (matter.RiskPage, error) {
	id, err := pathID(r, "id")
	if err != nil {
		return matter.RiskPage{}, err
	}
	return s.Matter.Risk(r.Context(), actor(r), id)
}

func riskView(r *http.Request, title string, p matter.RiskPage) view {
	return matterView(title + ": " + p.Record.Title)
}

// riskOf is the page as it is stored, with what the reader may do.
func (s *Server) riskOf(r *http.Request, page matter.RiskPage) pages.RiskPage {
	who, rec := actor(r), page.Record
	open := rec.Status == "open"
	owner := who.May(access.RiskWrite) && who.PersonID == rec.OwnerID && open
	return pages.RiskPage{Head: head(rec.Matter), Page: page, Write: owner, State: open && who.May(access.RiskState) && page.Draft(),
		Follow: open && who.May(access.MatterFollow) && page.Has() && page.Newest.CanFollow() == nil && (who.PersonID == rec.OwnerID || who.PersonID == page.Newest.FollowBy)}
}

func (s *Server) riskPage(w http.ResponseWriter, r *http.Request) error {
	p, err := s.readRisk(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, riskView(r, i18n.T(r.Context(), "risk.title"), p), pages.RiskAssessment(s.riskOf(r, p)))
}

// riskForm shows a form of the draft to its owner.
func (s *Server) riskForm(form func(r *http.Request, p matter.RiskPage) (string, templ.Component)) page {
	return func(w http.ResponseWriter, r *http.Request) error {
		p, err := s.ownRisk(r)
		if err != nil {
			return err
		}
		title, body := form(r, p)
		return s.render(w, r, http.StatusOK, riskView(r, title, p), body)
	}
}

// ownRisk reads the assessment for its owner. Forbidden for others; Invalid when it is too late to write.
func (s *Server) ownRisk(r *http.Request) (matter.RiskPage, error) {
	if err := actor(r).Require(access.RiskWrite); err != nil {
		return matter.RiskPage{}, err
	}
	p, err := s.readRisk(r)
	if err != nil {
		return p, err
	}
	if actor(r).PersonID != p.Record.OwnerID {
		return p, fail.New(fail.Forbidden, "matter.error.not_owner")
	}
	return p, nil
}

// refused shows a form of the draft again, with what was written and why it was not taken. theirs fills in what somebody else saved.
func (s *Server) riskRefused(w http.ResponseWriter, r *http.Request, why error, title string, form func(p matter.RiskPage, conflict bool, why ui.ErrorSummaryProps) templ.Component) error {
	p, err := s.readRisk(r)
	if err != nil {
		return err
	}
	return s.again(w, r, why, riskView(r, title, p), func(x ui.ErrorSummaryProps) templ.Component {
		return form(p, fail.KindOf(why) == fail.Conflict, x)
	})
}

// asksToRead reports whether a text is to be read through before it is saved.
func asksToRead(err error) bool {
	return slices.ContainsFunc(fail.Fields(err), func(f fail.Field) bool { return f.Key == matter.RiskReadThrough })
}

func (s *Server) renewRisk(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err == nil {
		err = s.Matter.RenewRisk(r.Context(), actor(r), id)
	}
	if err != nil {
		return err
	}
	return s.done(w, r, riskURL(id, ""), "risk.renewed")
}

func (s *Server) riskFixPage(r *http.Request, p matter.RiskPage) (string, templ.Component) {
	return i18n.T(r.Context(), "risk.fix.title", "No", p.Newest.No), pages.RiskFix(s.riskFixOf(r, p))
}

func (s *Server) riskFixOf(r *http.Request, p matter.RiskPage) pages.RiskFixPage {
	x := pages.RiskFixPage{Head: head(p.Record.Matter), Page: p}
	if err := p.Newest.CanFix(); err != nil {
		x.Refused = message(r, err)
	}
	return x
}

type fixFields struct {
	Without string `form:"without_reason" max:"2000"`
	Reason  string `form:"reason" max:"2000"`
	Version string `form:"version" max:"10"`
}

func (s *Server) fixRisk(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f fixFields
	if err = bind(r, &f); err == nil {
		err = s.Matter.FixRisk(r.Context(), actor(r), id, matter.RiskFix{WithoutReason: f.Without, Reason: f.Reason, Version: int(formID(f.Version))})
	}
	var c *fail.Confirm
	switch {
	case err == nil:
		return s.done(w, r, riskURL(id, ""), "risk.fix.done")
	case errors.As(err, &c):
		return err
	}
	return s.riskRefused(w, r, err, i18n.T(r.Context(), "risk.fix.submit"), func(p matter.RiskPage, _ bool, why ui.ErrorSummaryProps) templ.Component {
		x := s.riskFixOf(r, p)
		x.Head, x.Without = x.With(why), f.Without
		return pages.RiskFix(x)
	})
}

func (s *Server) riskFollow(w http.ResponseWriter, r *http.Request) error {
	if err := actor(r).Require(access.MatterFollow); err != nil {
		return err
	}
	p, err := s.readRisk(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, riskView(r, i18n.T(r.Context(), "risk.follow.link"), p), pages.RiskFollow(s.riskFollowOf(r, p)))
}

func (s *Server) riskFollowOf(r *http.Request, p matter.RiskPage) pages.RiskFollowPage {
	x := pages.RiskFollowPage{Head: head(p.Record.Matter), Page: p}
	if err := p.Newest.CanFollow(); err != nil {
		x.Refused = message(r, err)
	} else if who := actor(r); who.PersonID != p.Record.OwnerID && who.PersonID != p.Newest.FollowBy {
		x.Refused = i18n.T(r.Context(), "matter.error.not_responsible")
	}
	return x
}

type riskFollowFields struct {
	Note   string `form:"note" max:"4000"`
	Reason string `form:"reason" max:"2000"`
}

func (s *Server) followRisk(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f riskFollowFields
	if err = bind(r, &f); err == nil {
		err = s.Matter.FollowRisk(r.Context(), actor(r), id, f.Note, f.Reason)
	}
	if err == nil {
		return s.done(w, r, riskURL(id, ""), "risk.follow.done")
	}
	return s.riskRefused(w, r, err, i18n.T(r.Context(), "risk.follow.link"), func(p matter.RiskPage, _ bool, why ui.ErrorSummaryProps) templ.Component {
		x := s.riskFollowOf(r, p)
		x.Head, x.Note = x.With(why), f.Note
		return pages.RiskFollow(x)
	})
}

func (s *Server) readRiskVersion(r *http.Request) (matter.RiskVersion, error) {
	id, err := pathID(r, "id")
	if err != nil {
		return matter.RiskVersion{}, err
	}
	no, err := pathNo(r)
	if err != nil {
		return matter.RiskVersion{}, err
	}
	return s.Matter.RiskVersion(r.Context(), actor(r), id, no)
}

func (s *Server) riskVersion(w http.ResponseWriter, r *http.Request) error {
	v, err := s.readRiskVersion(r)
	if err != nil {
		return err
	}
	p := pages.RiskVersion{RiskPage: pages.RiskPage{Head: head(v.Record.Matter), Page: matter.RiskPage{Record: v.Record, Newest: v.RiskAssessed}}, Version: v}
	return s.render(w, r, http.StatusOK, matterView(i18n.T(r.Context(), "risk.version", "No", v.No)+": "+v.Record.Title), pages.ReadRisk(p))
}

func (s *Server) riskFile(w http.ResponseWriter, r *http.Request) error {
	v, err := s.readRiskVersion(r)
	if err != nil {
		return err
	}
	d, err := s.dressed(r, func(l paper.Look) document.Doc { return paper.Risk(r.Context(), v, l) })
	if err != nil {
		return err
	}
	return downloadPaper(w, paper.RiskName(r.Context(), v), ".pdf", d)
}

// riskList lists the assessments that the reader may know of.
func (s *Server) riskList(w http.ResponseWriter, r *http.Request) error {
	only, before := r.URL.Query().Get("visa"), queryID(r.URL.Query(), "fore")
	l, err := s.Matter.Risks(r.Context(), actor(r), only, before)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, matterView(i18n.T(r.Context(), "risk.list.title")), pages.Risks(pages.RiskList{RiskList: l, Only: only, Before: before}))
}
