package server

import (
	"net/http"
	"strconv"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	pages "samverka/templates/matter"
	"samverka/templates/ui"
)

func (s *Server) wizardStart(w http.ResponseWriter, r *http.Request) error {
	drafts, err := s.Matter.Drafts(r.Context(), actor(r))
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, matterView(i18n.T(r.Context(), "matter.start.title")), pages.WizardStart(onceField(), drafts))
}

func (s *Server) startWizard(w http.ResponseWriter, r *http.Request) error {
	id, err := s.Matter.StartDraft(r.Context(), actor(r))
	if err != nil {
		return err
	}
	return seeOther(w, r, draftURL(id, "1"))
}

func draftURL(id int64, part string) string {
	return "/arenden/nytt/" + strconv.FormatInt(id, 10) + "/" + part
}

// draftPage reads the wizard of the path.
func (s *Server) draftPage(r *http.Request) (matter.DraftPage, error) {
	id, err := pathID(r, "draft")
	if err != nil {
		return matter.DraftPage{}, err
	}
	return s.Matter.GetDraft(r.Context(), actor(r), id, firstRunes(r.URL.Query().Get("enhet"), 100))
}

// pathStep reads the number of a question.
func pathStep(r *http.Request) (int, error) {
	n, err := strconv.Atoi(chi.URLParam(r, "step"))
	if err != nil || n < 1 || n > matter.DraftSteps {
		return 0, fail.New(fail.NotFound, "error.not_found")
	}
	return n, nil
}

func (s *Server) wizardStep(w http.ResponseWriter, r *http.Request) error {
	step, err := pathStep(r)
	if err != nil {
		return err
	}
	d, err := s.draftPage(r)
	switch {
	case err != nil:
		return err
	case d.MatterID != 0:
		return seeOther(w, r, matterURL(d.MatterID, ""))
	}
	p := pages.Step{No: step, Draft: d, Answers: d.Answers, Date: d.Answers.PlannedDecision.String(), Filter: r.URL.Query().Get("enhet")}
	return s.render(w, r, http.StatusOK, s.stepView(r, step), pages.Wizard(p))
}

func (s *Server) stepView(r *http.Request, step int) view {
	return matterView(i18n.T(r.Context(), "matter.wizard.title", "No", step, "Question", pages.StepTitle(r.Context(), step)))
}

// stepFields are the answers to any one of the questions.
type stepFields struct {
	Version         string   `form:"version" max:"10"`
	Title           string   `form:"title" max:"200"`
	Purpose         string   `form:"purpose" max:"4000"`
	Category        string   `form:"category" max:"40"`
	Decider         string   `form:"decider" max:"20"`
	Important       string   `form:"important" max:"10"`
	Units           []string `form:"units" max:"20"`
	Concerned       []string `form:"concerned" max:"20"`
	Outsiders       string   `form:"outsiders" max:"3"`
	WorkEnvironment string   `form:"work_environment" max:"3"`
	Individuals     string   `form:"individuals" max:"3"`
	Secret          string   `form:"secret" max:"3"`
	Secrecy         string   `form:"secrecy" max:"200"`
	PlannedDecision string   `form:"planned_decision" max:"40"`
	Open            string   `form:"open" max:"10"`
}

// into writes the answers to the step's question.
func (f stepFields) into(step int, a *matter.Answers) {
	switch step {
	case 1:
		a.Title, a.Purpose, a.Category = f.Title, f.Purpose, f.Category
	case 2:
		a.Decider = f.Decider
	case 3:
		a.Important = f.Important
	case 4:
		a.Units = idsOf(f.Units)
	case 5:
		a.Unions, a.Concerned = "yes", idsOf(f.Concerned)
	case 6:
		a.Outsiders = f.Outsiders
	case 7:
		a.WorkEnvironment = f.WorkEnvironment
	case 8:
		a.Individuals = f.Individuals
	case 9:
		a.Secret, a.Secrecy = f.Secret, f.Secrecy
		if f.Secret == "no" {
			a.Secrecy = ""
		}
	case 10:
		a.PlannedDecision, _ = dateOf("", f.PlannedDecision)
		a.Open = f.Open
	}
}

func (s *Server) saveWizardStep(w http.ResponseWriter, r *http.Request) error {
	step, err := pathStep(r)
	if err != nil {
		return err
	}
	id, err := pathID(r, "draft")
	if err != nil {
		return err
	}
	var f stepFields
	if err = bind(r, &f); err == nil && step == 10 {
		_, err = dateOf("planned_decision", f.PlannedDecision)
	}
	if err == nil {
		version, _ := strconv.Atoi(f.Version)
		err = s.Matter.SaveStep(r.Context(), actor(r), id, step, version, func(a *matter.Answers) { f.into(step, a) })
	}
	switch {
	case err == nil && step == 8 && f.Individuals == "yes":
		return seeOther(w, r, draftURL(id, "stopp"))
	case err == nil && step == matter.DraftSteps:
		return seeOther(w, r, draftURL(id, "kontrollera"))
	case err == nil:
		return seeOther(w, r, draftURL(id, strconv.Itoa(step+1)))
	}
	return s.stepAgain(w, r, err, step, f)
}

// stepAgain shows the question again with what was written; in a conflict also what is stored.
func (s *Server) stepAgain(w http.ResponseWriter, r *http.Request, err error, step int, f stepFields) error {
	d, readErr := s.draftPage(r)
	if readErr != nil {
		return readErr
	}
	p := pages.Step{No: step, Draft: d, Answers: d.Answers, Date: f.PlannedDecision, Conflict: fail.KindOf(err) == fail.Conflict}
	f.into(step, &p.Answers)
	return s.again(w, r, err, s.stepView(r, step), func(why ui.ErrorSummaryProps) templ.Component {
		p.Why = why
		return pages.Wizard(p)
	})
}

func (s *Server) wizardStopped(w http.ResponseWriter, r *http.Request) error {
	d, err := s.draftPage(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, matterView(i18n.T(r.Context(), "matter.stop.title")), pages.Stopped(d))
}

func (s *Server) dropWizard(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "draft")
	if err != nil {
		return err
	}
	if err := s.Matter.DropDraft(r.Context(), actor(r), id); err != nil {
		return err
	}
	return s.done(w, r, "/arenden", "matter.stop.dropped")
}

func (s *Server) wizardCheck(w http.ResponseWriter, r *http.Request) error {
	d, err := s.draftPage(r)
	switch {
	case err != nil:
		return err
	case d.MatterID != 0:
		return seeOther(w, r, matterURL(d.MatterID, ""))
	case d.Answers.Individuals == "yes":
		return seeOther(w, r, draftURL(d.ID, "stopp"))
	}
	return s.render(w, r, http.StatusOK, matterView(i18n.T(r.Context(), "triage.check.title")), pages.Check(d, ui.ErrorSummaryProps{}))
}

type finishFields struct {
	Reason string `form:"reason" max:"2000"`
}

func (s *Server) finishWizard(w http.ResponseWriter, r *http.Request) error {
	draft, err := pathID(r, "draft")
	if err != nil {
		return err
	}
	var f finishFields
	var id int64
	if err = bind(r, &f); err == nil {
		id, err = s.Matter.FinishDraft(r.Context(), actor(r), draft, f.Reason)
	}
	if err == nil {
		return s.done(w, r, matterURL(id, "/plan"), "matter.new.done")
	}
	d, readErr := s.draftPage(r)
	if readErr != nil {
		return readErr
	}
	return s.again(w, r, err, matterView(i18n.T(r.Context(), "triage.check.title")), func(why ui.ErrorSummaryProps) templ.Component {
		return pages.Check(d, why)
	})
}
