package server

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/meeting"
	pages "samverka/templates/meeting"
)

// meetingAttend records the attendance list: a row for each member, and one for a guest.
func (s *Server) meetingAttend(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	if err := parse(r); err != nil {
		return err
	}
	p, err := s.Meeting.Get(r.Context(), actor(r), id)
	if err != nil {
		return err
	}
	rows, err := s.attendanceOf(r, p.Record)
	if err == nil {
		err = s.Meeting.Attend(r.Context(), actor(r), id, rows)
	}
	if err != nil {
		return s.againOn(w, r, err, "attendance", true, func(x pages.Sent) (view, templ.Component, error) { return s.liveAgain(r, 0, x) })
	}
	return s.done(w, r, pages.Path(id, "/lage"), "meeting.done.attendance")
}

// attendanceOf reads the rows. NotFound for a row about somebody who is neither a member nor on the list.
func (s *Server) attendanceOf(r *http.Request, rec meeting.Record) ([]meeting.Presence, error) {
	var f fail.Form
	var rows []meeting.Presence
	for name := range r.PostForm {
		written, ok := strings.CutPrefix(name, "presence_")
		if !ok || r.PostForm.Get(name) == "" {
			continue
		}
		if !attends(rec, formID(written)) {
			return nil, fail.New(fail.NotFound, "error.not_found")
		}
		rows = append(rows, presenceOf(&f, r, rec.Day(), formID(written), "_"+written, name))
	}
	slices.SortFunc(rows, func(a, b meeting.Presence) int { return int(a.PersonID - b.PersonID) })
	if guest := clean(&f, "guest", r.PostForm.Get("guest"), false, 200); guest != "" && f.Err() == nil {
		person, err := s.Meeting.FindGuest(r.Context(), actor(r), guest)
		if err != nil {
			return nil, err
		}
		rows = append(rows, guestOf(&f, r, rec.Day(), person))
	}
	for _, row := range rows {
		if row.ReplacesID != 0 && !attends(rec, row.ReplacesID) {
			return nil, fail.New(fail.NotFound, "error.not_found")
		}
	}
	return rows, f.Err()
}

// attends reports whether the person belongs on the list: a member on the day, or somebody who is there already.
func attends(rec meeting.Record, person int64) bool {
	return slices.ContainsFunc(rec.MembersOn(rec.Day()), func(m meeting.Member) bool { return m.PersonID == person }) ||
		slices.ContainsFunc(rec.Attendance, func(a meeting.Attendance) bool { return a.PersonID == person })
}

func presenceOf(f *fail.Form, r *http.Request, day clock.Date, person int64, suffix, presence string) meeting.Presence {
	row := meeting.Presence{PersonID: person, Presence: r.PostForm.Get(presence), ReplacesID: formID(r.PostForm.Get("replaces" + suffix))}
	if row.Presence != "in_person" && row.Presence != "remote" && row.Presence != "absent" {
		f.Add(presence, "meeting.error.presence")
	}
	row.ArrivedAt = timeOf(f, "in"+suffix, "meeting.error.time", day, strings.TrimSpace(r.PostForm.Get("in"+suffix)))
	row.LeftAt = timeOf(f, "out"+suffix, "meeting.error.time", day, strings.TrimSpace(r.PostForm.Get("out"+suffix)))
	if !row.LeftAt.IsZero() && !row.ArrivedAt.IsZero() && !row.LeftAt.After(row.ArrivedAt) {
		f.Add("out"+suffix, "meeting.error.left_before")
	}
	return row
}

// guestOf is the guest's row, whose fields are named after what they are.
func guestOf(f *fail.Form, r *http.Request, day clock.Date, person int64) meeting.Presence {
	if r.PostForm.Get("guest_presence") == "" {
		r.PostForm.Set("guest_presence", "in_person")
	}
	row := meeting.Presence{PersonID: person, Presence: r.PostForm.Get("guest_presence"), ReplacesID: formID(r.PostForm.Get("guest_replaces"))}
	if row.Presence != "in_person" && row.Presence != "remote" && row.Presence != "absent" {
		f.Add("guest_presence", "meeting.error.presence")
	}
	row.ArrivedAt = timeOf(f, "guest_in", "meeting.error.time", day, strings.TrimSpace(r.PostForm.Get("guest_in")))
	row.LeftAt = timeOf(f, "guest_out", "meeting.error.time", day, strings.TrimSpace(r.PostForm.Get("guest_out")))
	if !row.LeftAt.IsZero() && !row.ArrivedAt.IsZero() && !row.LeftAt.After(row.ArrivedAt) {
		f.Add("guest_out", "meeting.error.left_before")
	}
	return row
}

// personIDs reads the people of repeated checkboxes.
func personIDs(written []string) []int64 {
	var ids []int64
	for _, w := range written {
		if n, err := strconv.ParseInt(w, 10, 64); err == nil && n > 0 && !slices.Contains(ids, n) {
			ids = append(ids, n)
		}
	}
	return ids
}
