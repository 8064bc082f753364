package server

import (
	"net/http"
	"slices"

	"github.com/a-h/templ"

	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	pages "samverka/templates/matter"
	"samverka/templates/ui"
)

type dialogueFields struct {
	Unit string `form:"unit" max:"20"`
	Note string `form:"note" max:"10000"`
}

func (s *Server) dialogueForm(w http.ResponseWriter, r *http.Request) error {
	p, err := s.matterPage(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, dialogueView(r, p), pages.Dialogue(s.dialogueOf(r, p, dialogueFields{})))
}

func dialogueView(r *http.Request, p matter.Page) view {
	return matterView(i18n.T(r.Context(), "matter.dialogue.title") + ": " + p.Title)
}

func (s *Server) dialogueOf(r *http.Request, p matter.Page, f dialogueFields) pages.DialogueForm {
	d := pages.DialogueForm{Head: head(p.Matter), Dialogues: p.Dialogues, Unit: f.Unit, Note: f.Note}
	if !s.showOf(r, p).Can.Dialogue {
		d.Refused = i18n.T(r.Context(), "matter.dialogue.refused")
	}
	for _, u := range p.Units {
		d.Units = append(d.Units, matter.UnitChoice{ID: u.ID, Name: u.Name})
	}
	return d
}

func (s *Server) recordDialogue(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f dialogueFields
	err = bind(r, &f)
	if err == nil && f.Unit == "" {
		err = invalid("unit", "matter.error.unit_needed")
	}
	if err == nil {
		err = s.Matter.RecordDialogue(r.Context(), actor(r), id, idOf(f.Unit), f.Note)
	}
	if err == nil {
		return s.done(w, r, matterURL(id, ""), "matter.dialogue.done")
	}
	p, readErr := s.matterPage(r)
	if readErr != nil {
		return readErr
	}
	form := s.dialogueOf(r, p, f)
	return s.again(w, r, renamed(err, "units", "unit"), dialogueView(r, p), func(why ui.ErrorSummaryProps) templ.Component {
		form.Head = form.With(why)
		return pages.Dialogue(form)
	})
}

// renamed is the refusal with one field called what the form calls it.
func renamed(err error, from, to string) error {
	fields := slices.Clone(fail.Fields(err))
	for i, f := range fields {
		if f.Name == from {
			fields[i].Name = to
		}
	}
	if len(fields) == 0 {
		return err
	}
	return &fail.Error{Kind: fail.KindOf(err), Key: fail.KeyOf(err), Fields: fields}
}

// setUpForm chooses a meeting, and then how the matter is to be taken up there. The meeting takes the form.
func (s *Server) setUpForm(w http.ResponseWriter, r *http.Request) error {
	p, err := s.matterPage(r)
	if err != nil {
		return err
	}
	f := pages.SetUp{Head: head(p.Matter), Class: matter.BeforeDecision}
	if !s.showOf(r, p).Can.SetUp {
		f.Refused = i18n.T(r.Context(), "matter.setup.refused")
	}
	f.Meetings = p.Meetings
	if group := r.URL.Query().Get("grupp"); group != "" {
		f.Group = idOf(group)
		f.Meetings = slices.DeleteFunc(slices.Clone(p.Meetings), func(m matter.MeetingChoice) bool { return m.GroupID != f.Group })
		f.Plans = actor(r).RunsMeetings(f.Group)
	}
	if chosen := r.URL.Query().Get("mote"); chosen != "" {
		i := slices.IndexFunc(p.Meetings, func(m matter.MeetingChoice) bool { return m.ID == idOf(chosen) })
		if i < 0 {
			return fail.New(fail.NotFound, "error.not_found")
		}
		f.Chosen = p.Meetings[i]
		if slices.ContainsFunc(p.Tracks, func(t matter.Track) bool { return t.GroupID == f.Chosen.GroupID && t.Kind == matter.KindInfo }) {
			f.Class = matter.Information
		}
	}
	return s.render(w, r, http.StatusOK, matterView(i18n.T(r.Context(), "matter.setup.title")+": "+p.Title), pages.SetUpOnMeeting(f))
}

type withdrawFields struct {
	Reason string `form:"reason" max:"2000"`
}

func (s *Server) withdrawForm(w http.ResponseWriter, r *http.Request) error {
	p, err := s.matterPage(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, withdrawView(r, p), pages.Withdraw(s.withdrawOf(r, p, "")))
}

func withdrawView(r *http.Request, p matter.Page) view {
	return matterView(i18n.T(r.Context(), "matter.withdraw.title", "Title", p.Title))
}

func (s *Server) withdrawOf(r *http.Request, p matter.Page, reason string) pages.WithdrawForm {
	f := pages.WithdrawForm{Head: head(p.Matter), Reason: reason}
	if !s.showOf(r, p).Can.Withdraw {
		f.Refused = i18n.T(r.Context(), "matter.withdraw.refused")
	}
	return f
}

func (s *Server) withdraw(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f withdrawFields
	if err = bind(r, &f); err == nil {
		err = s.Matter.Withdraw(r.Context(), actor(r), id, f.Reason)
	}
	if err == nil {
		return s.done(w, r, matterURL(id, ""), "matter.withdraw.done")
	}
	p, readErr := s.matterPage(r)
	if readErr != nil {
		return readErr
	}
	form := s.withdrawOf(r, p, f.Reason)
	return s.again(w, r, err, withdrawView(r, p), func(why ui.ErrorSummaryProps) templ.Component {
		form.Head = form.With(why)
		return pages.Withdraw(form)
	})
}
