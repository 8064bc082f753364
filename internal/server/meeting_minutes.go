package server

import (
	"encoding/hex"
	"net/http"
	"strconv"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/templates/layout"
	pages "samverka/templates/meeting"
)

func (s *Server) minutesRoutes(r chi.Router) {
	r.Get("/protokoll", s.page(s.minutesList))
	r.Get("/moten/{id}/protokoll", s.page(s.minutesShow))
	r.Post("/moten/{id}/protokoll/skicka", s.page(s.minutesSend))
	r.Post("/moten/{id}/protokoll/justera", s.page(s.minutesApprove))
	r.Post("/moten/{id}/protokoll/erinran", s.page(s.minutesObject))
	r.Post("/moten/{id}/protokoll/vidhall", s.page(s.minutesMaintain))
	r.Post("/moten/{id}/protokoll/andra", s.page(s.minutesChange))
}

// minutesList is the meetings with minutes, the newest first.
func (s *Server) minutesList(w http.ResponseWriter, r *http.Request) error {
	rows, more, err := s.Meeting.MinutesList(r.Context(), actor(r), queryID(r.URL.Query(), "efter"))
	if err != nil {
		return err
	}
	p := pages.ListPage{Rows: rows, Now: s.Clock.Now()}
	if more {
		p.Next = "/protokoll?efter=" + strconv.FormatInt(rows[len(rows)-1].ID, 10)
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "meeting.minutes_list.title"), Active: layout.Minutes}, pages.MinutesList(p))
}

func (s *Server) minutesShow(w http.ResponseWriter, r *http.Request) error {
	v, body, err := s.showMinutes(r, pages.Sent{}, false)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, v, body)
}

// minutesPage reads the minutes as the actor may see them. NotFound before the meeting is over.
func (s *Server) minutesPage(r *http.Request) (pages.MinutesPage, error) {
	var p pages.MinutesPage
	id, err := pathID(r, "id")
	if err != nil {
		return p, err
	}
	who := actor(r)
	data, err := s.Meeting.Get(r.Context(), who, id)
	if err != nil {
		return p, err
	}
	if data.Minutes == nil || !insider(who, data.Record) && !data.Minutes.Final() {
		return p, fail.New(fail.NotFound, "error.not_found")
	}
	p = pages.MinutesPage{Page: data, OrgName: visitOf(r).session.OrgName, CanRun: who.RunsMeetings(data.GroupID), Employee: !insider(who, data.Record),
		MayKeep: who.May(access.MeetingArchive)}
	if p.Content, err = data.Read(); err != nil {
		return p, err
	}
	if p.Employee {
		p.Content = pages.Mask(i18n.With(r.Context(), i18n.Swedish), p.Content, data.Matters)
	}
	if data.Minutes.Final() {
		p.Signed = hex.EncodeToString(data.Minutes.Digest)
	}
	for _, a := range data.Adjusters {
		if a.PersonID == who.PersonID && who.May(access.MinutesApprove) {
			p.Adjuster = &a
		}
	}
	if p.CanRun && !data.Minutes.Final() {
		p.Candidate = pages.Candidates(r.Context(), data.Record)
	}
	return p, nil
}

func (s *Server) showMinutes(r *http.Request, x pages.Sent, conflict bool) (view, templ.Component, error) {
	p, err := s.minutesPage(r)
	if err != nil {
		return view{}, nil, err
	}
	p.Sent, p.Conflict, p.Theirs = x, conflict, p.Minutes.Addition
	title := i18n.T(r.Context(), "meeting.doc.title", "Group", p.GroupName) + " " + i18n.Date(r.Context(), p.Day())
	return view{Title: title, Active: layout.Minutes}, pages.MinutesView(p), nil
}

type minutesForm struct {
	Text      string   `form:"text" max:"40000"`
	Version   string   `form:"version" max:"10"`
	Adjusters []string `form:"adjuster" max:"20"`
	Reason    string   `form:"reason" max:"2000"`
}

// onMinutes carries out one action on the minutes: refused, their page comes again, with both texts when it was a conflict.
func (s *Server) onMinutes(w http.ResponseWriter, r *http.Request, form, receipt string, act func(id int64, f minutesForm) error) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f minutesForm
	if err = bind(r, &f); err == nil {
		err = act(id, f)
	}
	if err != nil {
		conflict := form == "minutes-change" && fail.KindOf(err) == fail.Conflict
		return s.againOn(w, r, err, form, form == "minutes-send", func(x pages.Sent) (view, templ.Component, error) { return s.showMinutes(r, x, conflict) })
	}
	return s.done(w, r, pages.Path(id, "/protokoll"), receipt)
}

func (s *Server) minutesSend(w http.ResponseWriter, r *http.Request) error {
	return s.onMinutes(w, r, "minutes-send", "meeting.done.minutes_sent", func(id int64, f minutesForm) error {
		return s.Meeting.SendMinutes(r.Context(), actor(r), id, personIDs(f.Adjusters))
	})
}

func (s *Server) minutesApprove(w http.ResponseWriter, r *http.Request) error {
	return s.onMinutes(w, r, "minutes-approve", "meeting.done.approved", func(id int64, f minutesForm) error {
		return s.Meeting.Approve(r.Context(), actor(r), id, int(formID(f.Version)))
	})
}

func (s *Server) minutesObject(w http.ResponseWriter, r *http.Request) error {
	return s.onMinutes(w, r, "minutes-object", "meeting.done.objected", func(id int64, f minutesForm) error {
		return s.Meeting.Object(r.Context(), actor(r), id, int(formID(f.Version)), f.Text)
	})
}

func (s *Server) minutesMaintain(w http.ResponseWriter, r *http.Request) error {
	return s.onMinutes(w, r, "minutes-maintain", "meeting.done.maintained", func(id int64, f minutesForm) error {
		return s.Meeting.Maintain(r.Context(), actor(r), id, int(formID(f.Version)))
	})
}

func (s *Server) minutesChange(w http.ResponseWriter, r *http.Request) error {
	return s.onMinutes(w, r, "minutes-change", "meeting.done.changed", func(id int64, f minutesForm) error {
		return s.Meeting.ChangeMinutes(r.Context(), actor(r), id, f.Text, int(formID(f.Version)))
	})
}
