package server

import (
	"net/http"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/action"
	"samverka/internal/fail"
	"samverka/internal/followup"
	"samverka/internal/i18n"
	pages "samverka/templates/followup"
	"samverka/templates/ui"
)

// followupGroupRoutes are a group's part of a follow-up.
func (s *Server) followupGroupRoutes(r chi.Router) {
	r.Get("/uppfoljning/{id}/grupper/{group}", s.page(s.showFollowupGroup))
	r.Post("/uppfoljning/{id}/grupper/{group}/besok", s.page(s.planVisit))
	r.Post("/uppfoljning/{id}/grupper/{group}/besokt", s.page(s.markVisited))
	r.Post("/uppfoljning/{id}/grupper/{group}/utan", s.page(s.leaveOutGroup))
	r.Get("/uppfoljning/{id}/grupper/{group}/svar", s.page(s.followupAnswer))
	r.Post("/uppfoljning/{id}/grupper/{group}/svar", s.page(s.saveFollowupAnswer))
	r.Post("/uppfoljning/{id}/grupper/{group}/gemensam", s.page(s.saveJoint))
	r.Post("/uppfoljning/{id}/grupper/{group}/atgarder", s.page(s.addMeasure))
	r.Post("/uppfoljning/{id}/grupper/{group}/atgarder/{measure}/ansvarig", s.page(s.giveMeasure))
	r.Post("/uppfoljning/{id}/grupper/{group}/atgarder/{measure}/ta-bort", s.page(s.dropMeasure))
}

// followupGroup reads the group of the path for the reader.
func (s *Server) followupGroup(r *http.Request) (p pages.Group, id, group int64, err error) {
	if id, err = pathID(r, "id"); err != nil {
		return p, 0, 0, err
	}
	if group, err = pathID(r, "group"); err != nil {
		return p, 0, 0, err
	}
	who := actor(r)
	g, err := s.FollowUp.Group(r.Context(), who, id, group)
	return pages.Group{GroupPage: g, Mine: func(a action.Action) bool { return a.Concerns(who) }}, id, group, err
}

func groupView(r *http.Request, p pages.Group) view {
	return followupView(r, p.Entry.GroupName+", "+pages.Title(r.Context(), p.Year))
}

func followupAnswerView(r *http.Request, p pages.Group) view {
	return followupView(r, i18n.T(r.Context(), "followup.answer.page", "Group", p.Entry.GroupName, "Year", p.Year))
}

func (s *Server) showFollowupGroup(w http.ResponseWriter, r *http.Request) error {
	p, _, _, err := s.followupGroup(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, groupView(r, p), pages.ShowGroup(p))
}

// followupAnswer is the form of the reader's side, while it may be written in.
func (s *Server) followupAnswer(w http.ResponseWriter, r *http.Request) error {
	p, id, group, err := s.followupGroup(r)
	switch {
	case err != nil:
		return err
	case p.Side == "":
		return fail.New(fail.NotFound, "error.not_found")
	case !p.May.Answer:
		return seeOther(w, r, pages.GroupPath(id, group, "#svar"))
	}
	return s.render(w, r, http.StatusOK, followupAnswerView(r, p), pages.AnswerForm(p))
}

// ofFollowupGroup does what one of the group's forms asks for and leads back, or shows the page once more with what stopped it; when
// somebody else was first, what stands is shown beside what was sent.
func (s *Server) ofFollowupGroup(w http.ResponseWriter, r *http.Request, form, anchor string, do func(id, group int64, f pages.GroupFields) (receipt string, err error)) error {
	before, id, group, err := s.followupGroup(r)
	if err != nil {
		return err
	}
	var f pages.GroupFields
	receipt := ""
	if err = bind(r, &f); err == nil {
		receipt, err = do(id, group, f)
	}
	if err == nil {
		return s.done(w, r, pages.GroupPath(id, group, anchor), receipt)
	}
	p, _, _, readErr := s.followupGroup(r)
	if readErr != nil {
		return readErr
	}
	p.Form, p.Sent, p.Theirs = f, form, fail.KindOf(err) == fail.Conflict
	if chi.URLParam(r, "measure") != "" {
		p.Measure = idOf(chi.URLParam(r, "measure"))
	}
	v, show := groupView(r, p), pages.ShowGroup
	if form == "followup-answer" && p.May.Answer && before.Side != "" {
		v, show = followupAnswerView(r, p), pages.AnswerForm
	}
	return s.again(w, r, err, v, func(why ui.ErrorSummaryProps) templ.Component {
		p.Why = why
		return show(p)
	})
}

func (s *Server) planVisit(w http.ResponseWriter, r *http.Request) error {
	return s.ofFollowupGroup(w, r, "followup-visit", "#besok", func(id, group int64, f pages.GroupFields) (string, error) {
		on, err := dateOf("visit_on", f.VisitOn)
		if err != nil {
			return "", err
		}
		return "followup.done.saved", s.FollowUp.PlanVisit(r.Context(), actor(r), id, group, followup.VisitForm{On: on, EmployerID: idOf(f.Employer), Union: idOf(f.Union)}, number(f.Version))
	})
}

func (s *Server) markVisited(w http.ResponseWriter, r *http.Request) error {
	return s.ofFollowupGroup(w, r, "followup-visited", "#besok", func(id, group int64, f pages.GroupFields) (string, error) {
		return "followup.done.saved", s.FollowUp.Visit(r.Context(), actor(r), id, group, number(f.Version))
	})
}

func (s *Server) leaveOutGroup(w http.ResponseWriter, r *http.Request) error {
	return s.ofFollowupGroup(w, r, "followup-leave-out", "", func(id, group int64, f pages.GroupFields) (string, error) {
		return "followup.done.saved", s.FollowUp.LeaveOut(r.Context(), actor(r), id, group, f.Out != "nej", f.Why, number(f.Version))
	})
}

func (s *Server) saveFollowupAnswer(w http.ResponseWriter, r *http.Request) error {
	return s.ofFollowupGroup(w, r, "followup-answer", "#svar", func(id, group int64, f pages.GroupFields) (string, error) {
		receipt := "followup.done.answer_saved"
		if f.Do == "send" {
			receipt = "followup.done.answer_sent"
		}
		return receipt, s.FollowUp.SaveAnswer(r.Context(), actor(r), id, group, followup.AnswerForm{Grades: f.Grades(), Comment: f.Comment, Send: f.Do == "send"}, number(f.Version))
	})
}

func (s *Server) saveJoint(w http.ResponseWriter, r *http.Request) error {
	return s.ofFollowupGroup(w, r, "followup-joint", "#gemensam", func(id, group int64, f pages.GroupFields) (string, error) {
		return "followup.done.saved", s.FollowUp.SaveJoint(r.Context(), actor(r), id, group, f.Good, f.Lacking, number(f.Version))
	})
}

func (s *Server) addMeasure(w http.ResponseWriter, r *http.Request) error {
	return s.ofFollowupGroup(w, r, "followup-measure", "#atgarder", func(id, group int64, f pages.GroupFields) (string, error) {
		due, err := dateOf("due", f.Due)
		if err != nil {
			return "", err
		}
		m := followup.MeasureForm{What: f.What, DueOn: due}
		if f.Person != "" {
			m.PersonID = idOf(f.Person)
		}
		return "followup.done.measure", s.FollowUp.AddMeasure(r.Context(), actor(r), id, group, m)
	})
}

func (s *Server) giveMeasure(w http.ResponseWriter, r *http.Request) error {
	return s.ofFollowupGroup(w, r, "followup-give", "#atgarder", func(id, group int64, f pages.GroupFields) (string, error) {
		measure, err := pathID(r, "measure")
		if err != nil {
			return "", err
		}
		due, err := dateOf("due", f.Due)
		if err != nil {
			return "", err
		}
		return "followup.done.measure", s.FollowUp.GiveMeasure(r.Context(), actor(r), id, group, measure, idOf(f.Person), due)
	})
}

func (s *Server) dropMeasure(w http.ResponseWriter, r *http.Request) error {
	return s.ofFollowupGroup(w, r, "followup-drop", "#atgarder", func(id, group int64, _ pages.GroupFields) (string, error) {
		measure, err := pathID(r, "measure")
		if err != nil {
			return "", err
		}
		return "followup.done.saved", s.FollowUp.DropMeasure(r.Context(), actor(r), id, group, measure)
	})
}
