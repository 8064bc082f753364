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
	"samverka/internal/meeting"
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
	r.Post("/moten/{id}/protokoll/ersattare", s.page(s.minutesSubstitute))
	r.Post("/moten/{id}/protokoll/skrivare", s.page(s.minutesWriters))
	r.Post("/moten/{id}/protokoll/sekretess", s.page(s.minutesSecret))
	r.Post("/moten/{id}/protokoll/rattelser", s.page(s.minutesCorrect))
	r.Get("/moten/{id}/protokoll/utdrag", s.page(s.minutesExcerpt))
	r.Get("/moten/{id}/protokoll/utdrag.pdf", s.page(s.minutesExcerptFile))
	s.minutesSectionRoutes(r)
	s.minutesPartRoutes(r)
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

// minutesPage reads the minutes as the actor may see them. NotFound before the meeting is over, for employees before their
// day has come, and for whoever is outside before they are approved.
func (s *Server) minutesPage(r *http.Request) (pages.MinutesPage, error) {
	p, err := s.minutesComing(r)
	if err == nil && p.NotYet() {
		err = fail.New(fail.NotFound, "error.not_found")
	}
	return p, err
}

// minutesComing is minutesPage, and also approved minutes whose day has not come: of them nothing but the day is shown.
func (s *Server) minutesComing(r *http.Request) (pages.MinutesPage, error) {
	p, err := s.minutesOf(r)
	if err != nil {
		return p, err
	}
	if p.Minutes == nil || p.Employee && !p.Minutes.Final() {
		return p, fail.New(fail.NotFound, "error.not_found")
	}
	if p.Minutes.Status == "sent" && p.Unmasked && p.Who.May(access.MinutesApprove) && !p.HasRead(p.Who.PersonID) {
		return p, s.Meeting.NoteRead(r.Context(), p.Who, p.ID, p.Minutes.Version)
	}
	return p, nil
}

// minutesOf is the minutes with what their reader may do, or the meeting as its minutes would be.
func (s *Server) minutesOf(r *http.Request) (pages.MinutesPage, error) {
	var p pages.MinutesPage
	id, err := pathID(r, "id")
	if err != nil {
		return p, err
	}
	who, ses := actor(r), visitOf(r).session
	data, err := s.Meeting.Minutes(r.Context(), who, id)
	if err != nil {
		return p, err
	}
	p = pages.MinutesPage{MinutesPage: data, Who: who, OrgName: ses.OrgName, CanRun: who.RunsMeetings(data.GroupID), Employee: !insider(who, data.Record),
		Unmasked: data.Unmasked(who, data.Opened), Fresh: ses.Fresh(data.Now), Once: onceField(), MayKeep: who.May(access.MeetingArchive)}
	if p.Content, err = data.For(who, data.Opened); err != nil {
		return p, err
	}
	if data.Minutes != nil && data.Minutes.Final() {
		p.Signed = hex.EncodeToString(data.Minutes.Digest)
	}
	for _, a := range meeting.Active(data.Adjusters) {
		if a.PersonID == who.PersonID && who.May(access.MinutesApprove) {
			p.Adjuster = &a
		}
	}
	if p.CanRun {
		p.Candidate = pages.Candidates(r.Context(), data.Record)
	}
	return p, nil
}

func (s *Server) showMinutes(r *http.Request, x pages.Sent, conflict bool) (view, templ.Component, error) {
	p, err := s.minutesComing(r)
	if err != nil {
		return view{}, nil, err
	}
	p.Sent, p.Conflict, p.Theirs = x, conflict, p.Minutes.Addition
	title := i18n.T(r.Context(), "meeting.doc.title", "Group", p.GroupName) + " " + i18n.Date(r.Context(), p.Day())
	if p.NotYet() {
		return view{Title: title, Active: layout.Minutes}, pages.MinutesNotYet(p), nil
	}
	return view{Title: title, Active: layout.Minutes}, pages.MinutesView(p), nil
}

type minutesForm struct {
	Text       string   `form:"text" max:"40000"`
	Version    string   `form:"version" max:"10"`
	Digest     string   `form:"digest" max:"64"`
	Password   string   `form:"password,raw" max:"300"`
	Adjusters  []string `form:"adjuster" max:"20"`
	Substitute string   `form:"substitute" max:"20"`
	Writers    []string `form:"writer" max:"20"`
	Item       string   `form:"item" max:"20"`
	Reason     string   `form:"reason" max:"2000"`
}

// seen is the text that the form's sender had before them.
func (f minutesForm) seen(method string) meeting.Seen {
	return meeting.Seen{Version: int(formID(f.Version)), Digest: f.Digest, Method: method}
}

// signed sees to that who signs something has proved who they are lately, and says how; with the form's password, when they
// had not.
func (s *Server) signed(r *http.Request, password string) (method string, err error) {
	v, now := visitOf(r), s.Clock.Now()
	if v.session.Fresh(now) {
		return v.session.Signature(now), nil
	}
	if password == "" {
		var f fail.Form
		f.Add("password", "minutes.error.password_needed")
		return "", f.Err()
	}
	if err := s.Identity.Reauthenticate(r.Context(), v.session, v.tokenHash, password); err != nil {
		return "", err
	}
	v.session.AuthAt = now
	return v.session.Signature(now), nil
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

// minutesApprove takes an approval of the text that the form names. Who has no part in it is told so before anything else.
func (s *Server) minutesApprove(w http.ResponseWriter, r *http.Request) error {
	return s.onMinutes(w, r, "minutes-approve", "meeting.done.approved", func(id int64, f minutesForm) error {
		if err := s.Meeting.CanAnswer(r.Context(), actor(r), id, f.seen("")); err != nil {
			return err
		}
		how, err := s.signed(r, f.Password)
		if err != nil {
			return err
		}
		return s.Meeting.Approve(r.Context(), actor(r), id, f.seen(how))
	})
}

func (s *Server) minutesObject(w http.ResponseWriter, r *http.Request) error {
	return s.onMinutes(w, r, "minutes-object", "meeting.done.objected", func(id int64, f minutesForm) error {
		return s.Meeting.Object(r.Context(), actor(r), id, int(formID(f.Version)), f.Text)
	})
}

func (s *Server) minutesMaintain(w http.ResponseWriter, r *http.Request) error {
	return s.onMinutes(w, r, "minutes-maintain", "meeting.done.maintained", func(id int64, f minutesForm) error {
		if err := s.Meeting.CanAnswer(r.Context(), actor(r), id, f.seen("")); err != nil {
			return err
		}
		how, err := s.signed(r, f.Password)
		if err != nil {
			return err
		}
		return s.Meeting.Maintain(r.Context(), actor(r), id, f.seen(how))
	})
}

func (s *Server) minutesChange(w http.ResponseWriter, r *http.Request) error {
	return s.onMinutes(w, r, "minutes-change", "meeting.done.changed", func(id int64, f minutesForm) error {
		return s.Meeting.ChangeMinutes(r.Context(), actor(r), id, f.Text, int(formID(f.Version)))
	})
}

func (s *Server) minutesSubstitute(w http.ResponseWriter, r *http.Request) error {
	return s.onMinutes(w, r, "minutes-substitute", "minutes.done.substitute", func(id int64, f minutesForm) error {
		replaced := ""
		if len(f.Adjusters) > 0 {
			replaced = f.Adjusters[0]
		}
		return s.Meeting.Substitute(r.Context(), actor(r), id, formID(replaced), formID(f.Substitute))
	})
}

func (s *Server) minutesWriters(w http.ResponseWriter, r *http.Request) error {
	return s.onMinutes(w, r, "minutes-writers", "minutes.done.writers", func(id int64, f minutesForm) error {
		return s.Meeting.LetWrite(r.Context(), actor(r), id, personIDs(f.Writers))
	})
}

func (s *Server) minutesSecret(w http.ResponseWriter, r *http.Request) error {
	return s.onMinutes(w, r, "minutes-secret", "minutes.done.secret", func(id int64, f minutesForm) error {
		return s.Meeting.OpenSecret(r.Context(), actor(r), id, f.Reason)
	})
}

func (s *Server) minutesCorrect(w http.ResponseWriter, r *http.Request) error {
	return s.onMinutes(w, r, "minutes-correct", "minutes.done.correction", func(id int64, f minutesForm) error {
		how, err := s.signed(r, f.Password)
		if err != nil {
			return err
		}
		_, err = s.Meeting.Correct(r.Context(), actor(r), id, formID(f.Item), f.Text, how)
		return err
	})
}
