package server

import (
	"net/http"

	"github.com/a-h/templ"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/templates/layout"
	pages "samverka/templates/meeting"
)

// meetingShow is the meeting's own page. Employees are led to its minutes: that is what they may read.
func (s *Server) meetingShow(w http.ResponseWriter, r *http.Request) error {
	v, body, err := s.showMeeting(r, pages.Sent{})
	if err != nil {
		return err
	}
	if actor(r).Role == access.Employee {
		return seeOther(w, r, r.URL.Path+"/protokoll")
	}
	return s.render(w, r, http.StatusOK, v, body)
}

func (s *Server) showMeeting(r *http.Request, sent pages.Sent) (view, templ.Component, error) {
	id, err := pathID(r, "id")
	if err != nil {
		return view{}, nil, err
	}
	who := actor(r)
	data, err := s.Meeting.Show(r.Context(), who, id)
	if err != nil {
		return view{}, nil, err
	}
	if !insider(who, data.Record) {
		data.Events = nil
	}
	p := pages.ShowPage{ShowPage: data, CanRun: who.RunsMeetings(data.GroupID), Follows: follows(who, data.Record), CanSetUp: who.May(access.MeetingSetUp), Reads: func(id int64) bool { return reads(who, data.Record, id) },
		Unions: speaksIn(who, data.Record), Me: who.PersonID, Once: onceField(), Sent: sent}
	return view{Title: pages.Name(r.Context(), data.Record.Meeting), Active: layout.Meetings}, pages.Show(p), nil
}

// speaksIn are the unions that the actor speaks for in the meeting's group.
func speaksIn(who access.Actor, rec meeting.Record) []matter.Union {
	var all []matter.Union
	for _, u := range rec.Unions() {
		if who.Speaks(u.ID, rec.GroupID) {
			all = append(all, u)
		}
	}
	return all
}

// onMeeting carries out one action of the meeting's page: refused, the page comes again; done, to leads on.
func (s *Server) onMeeting(w http.ResponseWriter, r *http.Request, form, to, receipt string, act func(id int64) error) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	if err := parse(r); err != nil {
		return err
	}
	if err := act(id); err != nil {
		return s.againOn(w, r, err, form, false, func(x pages.Sent) (view, templ.Component, error) { return s.showMeeting(r, x) })
	}
	return s.done(w, r, pages.Path(id, to), receipt)
}

type reasonForm struct {
	Reason string `form:"reason" max:"2000"`
}

func (s *Server) meetingSendNotice(w http.ResponseWriter, r *http.Request) error {
	return s.onMeeting(w, r, "notice-send", "", "meeting.done.notice", func(id int64) error {
		var f reasonForm
		if err := bind(r, &f); err != nil {
			return err
		}
		return s.Meeting.SendNotice(r.Context(), actor(r), id, f.Reason)
	})
}

func (s *Server) meetingSendPapers(w http.ResponseWriter, r *http.Request) error {
	return s.onMeeting(w, r, "papers-send", "", "meeting.done.papers", func(id int64) error {
		var f reasonForm
		if err := bind(r, &f); err != nil {
			return err
		}
		return s.Meeting.SendPapers(r.Context(), actor(r), id, f.Reason)
	})
}

func (s *Server) meetingCancel(w http.ResponseWriter, r *http.Request) error {
	return s.onMeeting(w, r, "meeting-cancel", "", "meeting.done.cancelled", func(id int64) error {
		var f reasonForm
		if err := bind(r, &f); err != nil {
			return err
		}
		return s.Meeting.Cancel(r.Context(), actor(r), id, f.Reason)
	})
}

func (s *Server) meetingOpen(w http.ResponseWriter, r *http.Request) error {
	return s.onMeeting(w, r, "meeting-open", "/lage", "meeting.done.opened", func(id int64) error {
		return s.Meeting.Open(r.Context(), actor(r), id)
	})
}

type answerForm struct {
	Union  string `form:"union" max:"20"`
	Accept string `form:"accept" max:"10"`
}

// yes reads a yes or a no; anything else is Invalid, since silence accepts nothing.
func (f answerForm) yes() (bool, error) {
	if f.Accept != "yes" && f.Accept != "no" {
		return false, fail.New(fail.Invalid, "meeting.error.answer")
	}
	return f.Accept == "yes", nil
}

func (s *Server) meetingAnswerExtra(w http.ResponseWriter, r *http.Request) error {
	return s.onMeeting(w, r, "extra-answer", "", "meeting.done.extra", func(id int64) error {
		var f answerForm
		if err := bind(r, &f); err != nil {
			return err
		}
		accept, err := f.yes()
		if err != nil {
			return err
		}
		return s.Meeting.AnswerExtra(r.Context(), actor(r), id, formID(f.Union), accept)
	})
}

// meetingNotice is the notice as it is printed.
func (s *Server) meetingNotice(w http.ResponseWriter, r *http.Request) error {
	p, err := s.noticePage(r)
	if err != nil {
		return err
	}
	title := i18n.T(r.Context(), "meeting.notice.title", "Group", p.GroupName)
	return s.render(w, r, http.StatusOK, view{Title: title + " " + i18n.Date(r.Context(), p.Day()), Active: layout.Meetings}, pages.Notice(p))
}

// noticePage reads the notice. Employees are not among those called.
func (s *Server) noticePage(r *http.Request) (pages.NoticePage, error) {
	id, err := pathID(r, "id")
	if err != nil {
		return pages.NoticePage{}, err
	}
	who := actor(r)
	p, err := s.Meeting.Get(r.Context(), who, id)
	if err != nil {
		return pages.NoticePage{}, err
	}
	if who.Role == access.Employee {
		return pages.NoticePage{}, fail.New(fail.NotFound, "error.not_found")
	}
	return pages.NoticePage{Page: p, OrgName: visitOf(r).session.OrgName}, nil
}
