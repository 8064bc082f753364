package server

import (
	"net/http"
	"strconv"

	"github.com/a-h/templ"

	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	pages "samverka/templates/meeting"
)

type setUpFields struct {
	Matter  string `form:"matter" max:"20"`
	Class   string `form:"class" max:"40"`
	Minutes string `form:"minutes" max:"10"`
	Reason  string `form:"reason" max:"2000"`
}

// minutesOf reads a number of minutes; 0: nothing is written. Noted when it is no number between 1 and 480.
func minutesOf(f *fail.Form, written string) int {
	if written == "" {
		return 0
	}
	n, err := strconv.Atoi(written)
	if err != nil || n < 1 || n > 480 {
		f.Add("minutes", "meeting.error.minutes")
		return 0
	}
	return n
}

// itemSetUp puts a matter on the agenda; it is sent from the meeting's page and from the matter's.
func (s *Server) itemSetUp(w http.ResponseWriter, r *http.Request) error {
	var f setUpFields
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	if err = bind(r, &f); err == nil {
		err = s.setUp(r, id, f)
	}
	if err != nil {
		return s.againOn(w, r, err, "item-set-up", false, func(x pages.Sent) (view, templ.Component, error) { return s.showMeeting(r, x) })
	}
	to := pages.Path(id, "")
	if p, err := s.Meeting.Get(r.Context(), actor(r), id); err == nil {
		for _, it := range p.Items {
			if it.MatterID == formID(f.Matter) {
				to += "#punkt-" + strconv.FormatInt(it.ID, 10)
			}
		}
	}
	return s.done(w, r, to, "meeting.done.set_up")
}

func (s *Server) setUp(r *http.Request, id int64, f setUpFields) error {
	var bad fail.Form
	form := meeting.SetUpForm{MatterID: formID(f.Matter), Class: f.Class, Minutes: minutesOf(&bad, f.Minutes), Reason: f.Reason}
	if form.MatterID == 0 {
		bad.Add("matter", "meeting.error.matter_needed")
	}
	if err := bad.Err(); err != nil {
		return err
	}
	return s.Meeting.SetUp(r.Context(), actor(r), id, form)
}

type addFields struct {
	Title   string `form:"title" max:"200"`
	Class   string `form:"class" max:"40"`
	Minutes string `form:"minutes" max:"10"`
}

func (s *Server) itemAdd(w http.ResponseWriter, r *http.Request) error {
	return s.onMeeting(w, r, "item-add", "#dagordning", "meeting.done.added", func(id int64) error {
		var f addFields
		if err := bind(r, &f); err != nil {
			return err
		}
		var bad fail.Form
		n := minutesOf(&bad, f.Minutes)
		if f.Minutes == "" {
			n = 10
		}
		if err := bad.Err(); err != nil {
			return err
		}
		if f.Class == "" {
			f.Class = matter.Information
		}
		return s.Meeting.AddItem(r.Context(), actor(r), id, f.Title, f.Class, n)
	})
}

type moveForm struct {
	To string `form:"to" max:"10"`
}

// itemMove moves an item one step, and the page then begins at it.
func (s *Server) itemMove(w http.ResponseWriter, r *http.Request) error {
	id, item, err := s.inMeeting(r)
	if err != nil {
		return err
	}
	var f moveForm
	if err := bind(r, &f); err != nil {
		return err
	}
	if f.To != "up" && f.To != "down" {
		return fail.New(fail.Invalid, "meeting.error.move")
	}
	if err := s.Meeting.MoveItem(r.Context(), actor(r), item, f.To == "up"); err != nil {
		return err
	}
	p, err := s.Meeting.Get(r.Context(), actor(r), id)
	if err != nil {
		return err
	}
	to := pages.Path(id, "#punkt-"+strconv.FormatInt(item, 10))
	for i, it := range p.Items {
		if it.ID == item {
			return s.done(w, r, to, "meeting.done.item_moved", "Title", it.Title, "No", i18n.Number(r.Context(), i+1), "Total", i18n.Number(r.Context(), len(p.Items)))
		}
	}
	return seeOther(w, r, to)
}

func (s *Server) itemRemove(w http.ResponseWriter, r *http.Request) error {
	id, item, err := s.inMeeting(r)
	if err != nil {
		return err
	}
	if err := s.Meeting.RemoveItem(r.Context(), actor(r), item); err != nil {
		return err
	}
	return s.done(w, r, pages.Path(id, "#dagordning"), "meeting.done.item_removed")
}
