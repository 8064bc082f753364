package server

import (
	"net/http"
	"slices"
	"strconv"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	pages "samverka/templates/matter"
	"samverka/templates/ui"
)

// triageRoutes are what the answers led to, and what people make of it.
func (s *Server) triageRoutes(r chi.Router) {
	r.Get("/arenden/nytt/{draft}/ratta", s.page(s.correctDraftForm))
	r.Post("/arenden/nytt/{draft}/ratta", s.page(s.correctDraft))
	r.Get("/arenden/{id}/bedomning", s.page(s.assessment))
	r.Get("/arenden/{id}/bedomning/ratta", s.page(s.correctForm))
	r.Post("/arenden/{id}/bedomning/ratta", s.page(s.correct))
	r.Post("/arenden/{id}/bedomning/invandning", s.page(s.objectTriage))
	r.Post("/arenden/{id}/bedomning/last", s.page(s.readTriage))
	r.Get("/bedomningar", s.page(s.corrections))
}

type correctFields struct {
	Version string `form:"version" max:"10"`
	Duty    string `form:"duty" max:"20"`
	NoRisk  bool   `form:"no_risk"`
	Reason  string `form:"reason" max:"2000"`
	Do      string `form:"do" max:"10"`
}

func (f correctFields) correction() matter.Correction {
	return matter.Correction{Duty: f.Duty, NoRisk: f.NoRisk, Reason: f.Reason}
}

// correctView names the page, and the matter once there is one.
func correctView(r *http.Request, p pages.CorrectForm) view {
	title := i18n.T(r.Context(), "triage.correct.title")
	if p.Matter != "" {
		title += ": " + p.Matter
	}
	return matterView(title)
}

// draftCorrection is the form for a wizard that is under way.
func draftCorrection(d matter.DraftPage) pages.CorrectForm {
	a := d.Answers
	return pages.CorrectForm{Action: draftURL(d.ID, "ratta"), Back: draftURL(d.ID, "kontrollera"), Ruled: d.Triage.Ruled, Version: d.Version, Duty: d.Triage.Duty,
		NoRisk: a.Correction.NoRisk, Reason: a.Correction.Reason, Undo: a.Correction.Made(), Draft: true}
}

func (s *Server) correctDraftForm(w http.ResponseWriter, r *http.Request) error {
	d, err := s.draftPage(r)
	switch {
	case err != nil:
		return err
	case d.MatterID != 0:
		return seeOther(w, r, matterURL(d.MatterID, "/bedomning"))
	}
	return s.render(w, r, http.StatusOK, correctView(r, pages.CorrectForm{}), pages.Correct(draftCorrection(d)))
}

func (s *Server) correctDraft(w http.ResponseWriter, r *http.Request) error {
	d, err := s.draftPage(r)
	if err != nil {
		return err
	}
	var f correctFields
	if err = bind(r, &f); err == nil {
		version, _ := strconv.Atoi(f.Version)
		x := f.correction()
		if f.Do == "undo" {
			x = matter.Correction{}
		}
		err = s.Matter.CorrectDraft(r.Context(), actor(r), d.ID, version, x)
	}
	if err == nil {
		return seeOther(w, r, draftURL(d.ID, "kontrollera"))
	}
	p := draftCorrection(d)
	p.Duty, p.NoRisk, p.Reason = f.Duty, f.NoRisk, f.Reason
	return s.again(w, r, err, correctView(r, pages.CorrectForm{}), func(why ui.ErrorSummaryProps) templ.Component {
		p.Why = why
		return pages.Correct(p)
	})
}

// assessmentPage reads the triage of the matter in the path, with what the reader may do about it.
func (s *Server) assessmentPage(r *http.Request) (pages.AssessmentPage, error) {
	id, err := pathID(r, "id")
	if err != nil {
		return pages.AssessmentPage{}, err
	}
	who := actor(r)
	p := pages.AssessmentPage{}
	if p.AssessmentPage, err = s.Matter.Assessment(r.Context(), who, id); err != nil {
		return p, err
	}
	open := p.Status == "open" && len(p.Decisions) == 0
	p.Correct = open && who.Role == access.Manager && who.PersonID == p.OwnerID
	p.Read = who.May(access.TriageReview) && slices.ContainsFunc(p.Corrections, func(c matter.Corrected) bool { return c.ReadAt == nil })
	if open && who.Role == access.UnionRep && p.Duty == matter.DutyInform {
		for _, u := range unionsOf(p.Record, who) {
			p.Objects = append(p.Objects, pages.UnionCan{ID: u.ID, Name: u.Name})
		}
	}
	return p, nil
}

func assessmentView(r *http.Request, p pages.AssessmentPage) view {
	return matterView(i18n.T(r.Context(), "triage.show.title") + ": " + p.Title)
}

func (s *Server) assessment(w http.ResponseWriter, r *http.Request) error {
	p, err := s.assessmentPage(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, assessmentView(r, p), pages.Assessment(p))
}

// matterCorrection is the form for a matter; only its owner gets it.
func (s *Server) matterCorrection(r *http.Request) (pages.CorrectForm, error) {
	p, err := s.assessmentPage(r)
	switch {
	case err != nil:
		return pages.CorrectForm{}, err
	case !p.Correct:
		return pages.CorrectForm{}, fail.New(fail.Forbidden, "matter.error.not_owner")
	}
	return pages.CorrectForm{Matter: p.Title, Action: matterURL(p.ID, "/bedomning/ratta"), Back: matterURL(p.ID, "/bedomning"), Ruled: p.Assessed.Type, Duty: p.Duty, NoRisk: !p.WorkEnvironment}, nil
}

func (s *Server) correctForm(w http.ResponseWriter, r *http.Request) error {
	p, err := s.matterCorrection(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, correctView(r, p), pages.Correct(p))
}

func (s *Server) correct(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f correctFields
	if err = bind(r, &f); err == nil {
		err = s.Matter.CorrectTriage(r.Context(), actor(r), id, f.correction())
	}
	if err == nil {
		return s.done(w, r, matterURL(id, "/bedomning"), "triage.correct.done")
	}
	p, readErr := s.matterCorrection(r)
	if readErr != nil {
		return readErr
	}
	p.Duty, p.NoRisk, p.Reason = f.Duty, f.NoRisk, f.Reason
	return s.again(w, r, err, correctView(r, p), func(why ui.ErrorSummaryProps) templ.Component {
		p.Why = why
		return pages.Correct(p)
	})
}

type objectTriageFields struct {
	Union  string `form:"union" max:"20"`
	Reason string `form:"reason" max:"2000"`
}

func (s *Server) objectTriage(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f objectTriageFields
	if err = bind(r, &f); err == nil {
		err = s.Matter.ObjectTriage(r.Context(), actor(r), id, idOf(f.Union), f.Reason)
	}
	if err == nil {
		return s.done(w, r, matterURL(id, "/bedomning"), "triage.object.done")
	}
	p, readErr := s.assessmentPage(r)
	if readErr != nil {
		return readErr
	}
	return s.again(w, r, err, assessmentView(r, p), func(why ui.ErrorSummaryProps) templ.Component {
		p.Why, p.Reason = why, f.Reason
		return pages.Assessment(p)
	})
}

func (s *Server) readTriage(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	if err := s.Matter.ReadCorrections(r.Context(), actor(r), id); err != nil {
		return err
	}
	return s.done(w, r, matterURL(id, "/bedomning"), "triage.show.read_done")
}

func (s *Server) corrections(w http.ResponseWriter, r *http.Request) error {
	cs, err := s.Matter.Corrections(r.Context(), actor(r))
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, matterView(i18n.T(r.Context(), "triage.list.title")), pages.Corrections(cs))
}
