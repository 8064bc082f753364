package server

import (
	"context"
	"net/http"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/access"
	"samverka/internal/action"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	pages "samverka/templates/matter"
	"samverka/templates/ui"
)

// afterFields are all that the steps after a decision ask for; each asks for some of them.
type afterFields struct {
	What   string `form:"what" max:"1000"`
	Person string `form:"person" max:"20"`
	DueOn  string `form:"due_on" max:"40"`
	Result string `form:"result" max:"2000"`
	Note   string `form:"note" max:"4000"`
	Why    string `form:"why" max:"4000"`
	Reason string `form:"reason" max:"2000"`
}

// afterStep is one page that asks for one thing about what follows a decision.
type afterStep struct {
	act   access.Action
	early bool                                                                                            // before the decision too: looks at the effect of a risk assessment's measures
	show  func(ctx context.Context, p matter.AfterPage, row int64, f afterFields) (pages.AfterStep, bool) // false: no such row
	save  func(r *http.Request, id, row int64, f afterFields) error
	done  string // key of the receipt
}

// rowOf is the row of the path; 0: the path has none.
func rowOf(r *http.Request) (int64, error) {
	if chi.URLParam(r, "row") == "" {
		return 0, nil
	}
	return pathID(r, "row")
}

func (s *Server) stepForm(x afterStep) page {
	return func(w http.ResponseWriter, r *http.Request) error {
		p, form, err := s.stepOf(r, x, afterFields{})
		if err != nil {
			return err
		}
		return s.render(w, r, http.StatusOK, matterView(form.Title+": "+p.Title), pages.AfterForm(form))
	}
}

// stepOf is the step's form, or why there is none.
func (s *Server) stepOf(r *http.Request, x afterStep, f afterFields) (matter.AfterPage, pages.AfterStep, error) {
	if err := actor(r).Require(x.act); err != nil {
		return matter.AfterPage{}, pages.AfterStep{}, err
	}
	row, err := rowOf(r)
	if err != nil {
		return matter.AfterPage{}, pages.AfterStep{}, err
	}
	p, err := s.afterPage(r)
	if err != nil {
		return p, pages.AfterStep{}, err
	}
	form, ok := x.show(r.Context(), p, row, f)
	if !ok {
		return p, form, fail.New(fail.NotFound, "error.not_found")
	}
	form.Head = head(p.Matter)
	form.Action = r.URL.Path
	can := p.CanAct
	if x.early {
		can = p.CanTend
	}
	if err := can(); err != nil {
		form.Refused = message(r, err)
	}
	return p, form, nil
}

func (s *Server) stepSent(x afterStep) page {
	return func(w http.ResponseWriter, r *http.Request) error {
		id, err := pathID(r, "id")
		if err != nil {
			return err
		}
		row, err := rowOf(r)
		if err != nil {
			return err
		}
		var f afterFields
		if err = bind(r, &f); err == nil {
			err = x.save(r, id, row, f)
		}
		if err == nil {
			return s.done(w, r, matterURL(id, "/efterat"), x.done)
		}
		p, form, readErr := s.stepOf(r, x, f)
		if readErr != nil {
			return readErr
		}
		return s.again(w, r, err, matterView(form.Title+": "+p.Title), func(why ui.ErrorSummaryProps) templ.Component {
			form.Head = form.With(why)
			return pages.AfterForm(form)
		})
	}
}

func (s *Server) actionStep() afterStep {
	return afterStep{act: access.MatterFollow, done: "afterwards.action.added",
		show: func(ctx context.Context, p matter.AfterPage, _ int64, f afterFields) (pages.AfterStep, bool) {
			return pages.AfterStep{Title: i18n.T(ctx, "afterwards.action.add"), Lead: i18n.T(ctx, "afterwards.action.lead"), Form: "action-add", Submit: i18n.T(ctx, "afterwards.action.submit"),
				People: p.People, Chosen: f.Person, What: pages.AfterText{Label: i18n.T(ctx, "afterwards.action.what"), Hint: i18n.T(ctx, "afterwards.action.what_hint"), Value: f.What},
				Due: pages.AfterText{Label: i18n.T(ctx, "afterwards.due_label"), Value: f.DueOn}}, true
		},
		save: func(r *http.Request, id, _ int64, f afterFields) error {
			due, err := dateOf("due_on", f.DueOn)
			if err != nil {
				return err
			}
			return s.Matter.AddAction(r.Context(), actor(r), id, action.Form{What: f.What, PersonID: idOf(f.Person), DueOn: due})
		}}
}

func (s *Server) feedbackStep() afterStep {
	return afterStep{act: access.MatterFollow, done: "afterwards.feedback.done",
		show: func(ctx context.Context, p matter.AfterPage, row int64, f afterFields) (pages.AfterStep, bool) {
			for _, x := range p.Feedback {
				if x.ID == row && x.GivenAt == nil {
					return pages.AfterStep{Title: i18n.T(ctx, "afterwards.feedback.give", "Name", x.Name), Lead: i18n.T(ctx, "afterwards.feedback.give_lead"), Form: "feedback-given",
						Submit: i18n.T(ctx, "afterwards.feedback.submit"), Note: pages.AfterText{Name: "note", Label: i18n.T(ctx, "afterwards.feedback.note"), Hint: i18n.T(ctx, "afterwards.feedback.note_hint"), Value: f.Note, Optional: true}}, true
				}
			}
			return pages.AfterStep{}, false
		},
		save: func(r *http.Request, id, row int64, f afterFields) error {
			return s.Matter.GiveFeedback(r.Context(), actor(r), id, row, f.Note)
		}}
}

func (s *Server) checkStep() afterStep {
	return afterStep{act: access.MatterFollow, done: "afterwards.check.added",
		show: func(ctx context.Context, p matter.AfterPage, _ int64, f afterFields) (pages.AfterStep, bool) {
			due := f.DueOn
			if due == "" {
				due = p.Today.Add(7 * matter.FollowUpWeeks).OrNextWorkingDay().String()
			}
			return pages.AfterStep{Title: i18n.T(ctx, "afterwards.check.add"), Lead: i18n.T(ctx, "afterwards.check.add_lead"), Form: "check-add", Submit: i18n.T(ctx, "afterwards.check.submit"),
				People: p.People, Chosen: f.Person, What: pages.AfterText{Label: i18n.T(ctx, "afterwards.check.what"), Hint: i18n.T(ctx, "afterwards.check.what_hint"), Value: f.What},
				Due: pages.AfterText{Label: i18n.T(ctx, "afterwards.check.when"), Value: due}}, true
		},
		save: func(r *http.Request, id, _ int64, f afterFields) error {
			due, err := dateOf("due_on", f.DueOn)
			if err != nil {
				return err
			}
			return s.Matter.AddCheck(r.Context(), actor(r), id, matter.CheckForm{What: f.What, PersonID: idOf(f.Person), DueOn: due})
		}}
}

func (s *Server) checkResultStep() afterStep {
	return afterStep{act: access.MatterFollow, early: true, done: "afterwards.check.done",
		show: func(ctx context.Context, p matter.AfterPage, row int64, f afterFields) (pages.AfterStep, bool) {
			for _, k := range p.Checks {
				if k.ID == row && k.CheckedAt == nil {
					return pages.AfterStep{Title: i18n.T(ctx, "afterwards.check.record"), Lead: k.What, Form: "check-record", Submit: i18n.T(ctx, "afterwards.check.record_submit"), Result: true, Chosen: f.Result,
						Note: pages.AfterText{Name: "note", Label: i18n.T(ctx, "afterwards.check.note"), Hint: i18n.T(ctx, "afterwards.check.note_hint"), Value: f.Note, Optional: true}}, true
				}
			}
			return pages.AfterStep{}, false
		},
		save: func(r *http.Request, id, row int64, f afterFields) error {
			return s.Matter.RecordCheck(r.Context(), actor(r), id, row, f.Result, f.Note)
		}}
}

func (s *Server) closeStep() afterStep {
	return afterStep{act: access.MatterFollow, done: "afterwards.close.done",
		show: func(ctx context.Context, p matter.AfterPage, _ int64, f afterFields) (pages.AfterStep, bool) {
			return pages.AfterStep{Title: i18n.T(ctx, "afterwards.close.title"), Lead: i18n.T(ctx, "afterwards.close.lead"), Form: "close", Submit: i18n.T(ctx, "afterwards.close.submit"),
				Note: pages.AfterText{Name: "note", Label: i18n.T(ctx, "afterwards.close.lessons"), Hint: i18n.T(ctx, "afterwards.close.lessons_hint"), Value: f.Note}}, true
		},
		save: func(r *http.Request, id, _ int64, f afterFields) error {
			return s.Matter.Close(r.Context(), actor(r), id, f.Note, f.Reason)
		}}
}

func (s *Server) stopStep() afterStep {
	return afterStep{act: access.WorkStop, done: "afterwards.stop.done",
		show: func(ctx context.Context, _ matter.AfterPage, _ int64, f afterFields) (pages.AfterStep, bool) {
			return pages.AfterStep{Title: i18n.T(ctx, "afterwards.stop.link"), Lead: i18n.T(ctx, "afterwards.stop.form_lead"), Form: "work-stop", Submit: i18n.T(ctx, "afterwards.stop.submit"), Danger: true,
				Note: pages.AfterText{Name: "why", Label: i18n.T(ctx, "afterwards.stop.reason"), Hint: i18n.T(ctx, "afterwards.stop.reason_hint"), Value: f.Why}}, true
		},
		save: func(r *http.Request, id, _ int64, f afterFields) error {
			return s.Matter.StopWork(r.Context(), actor(r), id, f.Why)
		}}
}

func (s *Server) liftStep() afterStep {
	return afterStep{act: access.WorkLift, done: "afterwards.stop.lift_done",
		show: func(ctx context.Context, p matter.AfterPage, _ int64, f afterFields) (pages.AfterStep, bool) {
			stop, ok := p.Stopped()
			return pages.AfterStep{Title: i18n.T(ctx, "afterwards.stop.lift"), Lead: stop.Reason, Form: "work-lift", Submit: i18n.T(ctx, "afterwards.stop.lift"),
				Note: pages.AfterText{Name: "why", Label: i18n.T(ctx, "afterwards.why"), Hint: i18n.T(ctx, "afterwards.stop.lift_hint"), Value: f.Why}}, ok
		},
		save: func(r *http.Request, id, _ int64, f afterFields) error {
			return s.Matter.LiftStop(r.Context(), actor(r), id, f.Why)
		}}
}
