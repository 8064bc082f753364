package server

import (
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"strings"
	"time"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"
	"github.com/go-chi/httprate"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/ical"
	"samverka/internal/meeting"
	pages "samverka/templates/feed"
)

// feedsPerMinute is how often one address may be read: calendars read it a few times an hour.
const feedsPerMinute = 30

// feedRoutes are for calendars, which sign in nowhere: the address is the key.
func (s *Server) feedRoutes(r chi.Router) {
	slow := httprate.LimitBy(feedsPerMinute, time.Minute, func(r *http.Request) (string, error) { return r.URL.Path, nil })
	r.With(slow).Get("/kalender/{token}.ics", s.page(s.feed))
}

// calendarRoutes are for the person who has the address made, and for one meeting at a time.
func (s *Server) calendarRoutes(r chi.Router) {
	r.Get("/konto/kalender", s.page(s.calendar))
	r.Post("/konto/kalender", s.page(s.calendarCreate))
	r.Post("/konto/kalender/aterkalla", s.page(s.calendarRevoke))
	r.Get("/moten/{id}/kalender.ics", s.page(s.meetingCalendar))
}

// feed is a person's calendar. The answer says only what has changed: calendars ask again and again.
func (s *Server) feed(w http.ResponseWriter, r *http.Request) error {
	all, err := s.Feed.Read(r.Context(), chi.URLParam(r, "token"))
	if err != nil {
		return err
	}
	c := ical.Calendar{Name: i18n.T(i18n.With(r.Context(), i18n.Swedish), "calendar.name"), Refresh: 4 * time.Hour}
	for _, x := range all {
		c.Events = append(c.Events, x.Event(s.BaseURL))
	}
	object := c.Bytes()
	sum := sha256.Sum256(object)
	tag := `W/"` + base64.RawURLEncoding.EncodeToString(sum[:16]) + `"`
	w.Header().Set("ETag", tag)
	w.Header().Set("Cache-Control", "private, no-cache")
	w.Header().Set("Cross-Origin-Resource-Policy", "cross-origin")
	for seen := range strings.SplitSeq(r.Header.Get("If-None-Match"), ",") {
		if strings.TrimPrefix(strings.TrimSpace(seen), "W/") == strings.TrimPrefix(tag, "W/") {
			w.WriteHeader(http.StatusNotModified)
			return nil
		}
	}
	return sendCalendar(w, c, object, "samverka.ics", "inline")
}

func sendCalendar(w http.ResponseWriter, c ical.Calendar, object []byte, name, how string) error {
	w.Header().Set("Content-Type", c.Type()+"; charset=utf-8")
	w.Header().Set("Content-Disposition", how+`; filename="`+name+`"`)
	_, _ = w.Write(object) // a failed write means that the reader left
	return nil
}

// meetingCalendar is one meeting, for whoever wants to put it into their calendar by hand.
func (s *Server) meetingCalendar(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	if actor(r).Role == access.Employee {
		return fail.New(fail.NotFound, "error.not_found")
	}
	p, err := s.Meeting.Get(r.Context(), actor(r), id)
	if err != nil {
		return err
	}
	c := ical.Calendar{Events: []ical.Event{sittingOf(p.Meeting).Event(s.BaseURL)}}
	return sendCalendar(w, c, c.Bytes(), "mote-"+p.Day().String()+".ics", "attachment")
}

func sittingOf(m meeting.Meeting) ical.Sitting {
	return ical.Sitting{UID: m.CalendarUID, Sequence: m.CalendarSequence, Stamp: m.CreatedAt, Starts: m.StartsAt, Ends: m.EndsAt, MeetingID: m.ID,
		Name: m.GroupName, Place: m.Place, Called: m.NoticeAt != nil, Cancelled: m.Status == "cancelled"}
}

// calendar is where a person makes, copies and revokes the address that their calendar reads.
func (s *Server) calendar(w http.ResponseWriter, r *http.Request) error {
	f, ok, err := s.Feed.Mine(r.Context(), actor(r))
	if err != nil {
		return err
	}
	p := pages.Page{Feed: f, Standing: ok}
	if token := s.takeSecret(w, r); token != "" && ok {
		p.Address = s.BaseURL + "/kalender/" + token + ".ics"
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "calendar.page.title")}, templ.Component(pages.Show(p)))
}

// secretSeconds is how long the page after the button may still show the address; then nobody can see it again.
const secretSeconds = 300

func (s *Server) calendarCreate(w http.ResponseWriter, r *http.Request) error {
	token, err := s.Feed.Create(r.Context(), actor(r))
	if err != nil {
		return err
	}
	http.SetCookie(w, s.cookie("kalender", token, secretSeconds))
	return s.done(w, r, "/konto/kalender", "calendar.done.created")
}

func (s *Server) calendarRevoke(w http.ResponseWriter, r *http.Request) error {
	if err := s.Feed.Revoke(r.Context(), actor(r)); err != nil {
		return err
	}
	return s.done(w, r, "/konto/kalender", "calendar.done.revoked")
}

// takeSecret is the address that was just made; it is shown once.
func (s *Server) takeSecret(w http.ResponseWriter, r *http.Request) string {
	c, err := r.Cookie(s.cookieName("kalender"))
	if err != nil || c.Value == "" {
		return ""
	}
	http.SetCookie(w, s.cookie("kalender", "", -1))
	return c.Value
}
