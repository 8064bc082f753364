package server

import (
	"math"
	"net/http"

	"github.com/a-h/templ"

	"samverka/internal/meeting"
	pages "samverka/templates/meeting"
)

type whyForm struct {
	Why string `form:"why" max:"2000"`
}

func (s *Server) meetingMove(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	moved, err := s.move(r, id)
	if err != nil {
		return s.againOn(w, r, err, "meeting-move", false, func(x pages.Sent) (view, templ.Component, error) { return s.showMeeting(r, x) })
	}
	return s.done(w, r, pages.Path(moved, ""), "meeting.done.moved")
}

func (s *Server) move(r *http.Request, id int64) (int64, error) {
	var f pages.PlanFields
	var why whyForm
	if err := bind(r, &f); err != nil {
		return 0, err
	}
	if err := bind(r, &why); err != nil {
		return 0, err
	}
	f.Group = "1" // the meeting's own group stands
	plan, err := planOf(f)
	if err != nil {
		return 0, err
	}
	plan.Why = why.Why
	return s.Meeting.Move(r.Context(), actor(r), id, plan)
}

type placeForm struct {
	Place string `form:"place" max:"400"`
	Ends  string `form:"ends" max:"20"`
}

func (s *Server) meetingPlace(w http.ResponseWriter, r *http.Request) error {
	return s.onMeeting(w, r, "meeting-place", "", "meeting.done.place", func(id int64) error {
		var f placeForm
		if err := bind(r, &f); err != nil {
			return err
		}
		return s.Meeting.SetPlace(r.Context(), actor(r), id, meeting.PlaceForm{Place: f.Place, Ends: f.Ends})
	})
}

func (s *Server) meetingRemind(w http.ResponseWriter, r *http.Request) error {
	return s.onMeeting(w, r, "papers-remind", "#utskick", "meeting.done.reminded", func(id int64) error {
		return s.Meeting.Remind(r.Context(), actor(r), id)
	})
}

type againForm struct {
	Dispatch string `form:"dispatch" max:"20"`
	Person   string `form:"person" max:"20"`
}

func (s *Server) meetingSendAgain(w http.ResponseWriter, r *http.Request) error {
	return s.onMeeting(w, r, "dispatch-again", "#utskick", "meeting.done.sent_again", func(id int64) error {
		var f againForm
		if err := bind(r, &f); err != nil {
			return err
		}
		return s.Meeting.SendAgain(r.Context(), actor(r), id, formID(f.Dispatch), formID(f.Person))
	})
}

type readForm struct {
	Item string `form:"item" max:"20"`
	Seen string `form:"seen" max:"20"` // the newest dispatch on the page; without it, all that has been sent
}

// meetingMarkRead notes that the actor has read the papers, and leads back to where they were read.
func (s *Server) meetingMarkRead(w http.ResponseWriter, r *http.Request) error {
	var f readForm
	if err := bind(r, &f); err != nil {
		return err
	}
	to, last := "", int64(math.MaxInt64)
	if n := formID(f.Item); n > 0 {
		to = "/punkter/" + f.Item
	}
	if n := formID(f.Seen); n > 0 {
		last = n
	}
	return s.onMeeting(w, r, "papers-read", to, "meeting.done.read", func(id int64) error {
		return s.Meeting.MarkReadTo(r.Context(), actor(r), id, last)
	})
}
