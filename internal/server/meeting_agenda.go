package server

import (
	"net/http"
	"strconv"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/templates/layout"
	pages "samverka/templates/meeting"
)

// agendaRoutes are those of putting an agenda together.
func (s *Server) agendaRoutes(r chi.Router) {
	r.Get("/moten/{id}/dagordning", s.page(s.agendaShow))
	r.Post("/moten/{id}/punkter", s.page(s.itemSetUp))
	r.Post("/moten/{id}/egna-punkter", s.page(s.itemAdd))
	r.Post("/moten/{id}/overfor", s.page(s.itemCarry))
	r.Post("/moten/{id}/punkter/{item}/flytta", s.page(s.itemMove))
	r.Post("/moten/{id}/punkter/{item}/ta-bort", s.page(s.itemRemove))
	r.Post("/moten/{id}/punkter/{item}/tid", s.page(s.itemShape))
	r.Post("/moten/{id}/punkter/{item}/samla", s.page(s.itemGroup))
	r.Post("/moten/{id}/punkter/{item}/foredragande", s.page(s.itemPresenter))
	r.Get("/moten/{id}/punkter/{item}/foredragning", s.page(s.presentation))
	r.Get("/moten/{id}/punkter/{item}/sekretess", s.page(s.itemSecrecy))
	r.Post("/moten/{id}/punkter/{item}/sekretess", s.page(s.itemMarkSecret))
	r.Post("/moten/{id}/punkter/{item}/sekretess/havd", s.page(s.itemMarkPublic))
	r.Get("/organisation/grupper/{id}/dagordning", s.page(s.templateShow))
	r.Post("/organisation/grupper/{id}/dagordning", s.page(s.templateSave))
	s.suggestRoutes(r)
	s.requestRoutes(r)
}

func (s *Server) agendaShow(w http.ResponseWriter, r *http.Request) error {
	v, body, err := s.showAgenda(r, pages.Sent{})
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, v, body)
}

func (s *Server) showAgenda(r *http.Request, sent pages.Sent) (view, templ.Component, error) {
	id, err := pathID(r, "id")
	if err != nil {
		return view{}, nil, err
	}
	data, err := s.Meeting.Agenda(r.Context(), actor(r), id)
	if err != nil {
		return view{}, nil, err
	}
	p := pages.AgendaPage{AgendaPage: data, Once: onceField(), Sent: sent}
	return view{Title: i18n.T(r.Context(), "agenda.build.title", "Meeting", pages.Name(r.Context(), data.Meeting)), Active: layout.Meetings, Script: "agenda.js"}, pages.Agenda(p), nil
}

// onAgenda reports whether a form was sent from the agenda's own page, and not from the meeting's.
func onAgenda(r *http.Request) bool { return r.PostForm.Get("from") == "dagordning" }

// agendaPath is where a form about the agenda leads on to: the page that it was sent from.
func agendaPath(r *http.Request, id int64, anchor string) string {
	if onAgenda(r) {
		return pages.Path(id, "/dagordning"+anchor)
	}
	return pages.Path(id, anchor)
}

func itemAnchor(item int64) string { return "#punkt-" + strconv.FormatInt(item, 10) }

// refusedAgenda gives a refused form about the agenda back: on the agenda's page to whoever runs the meeting, and to others
// on the meeting's.
func (s *Server) refusedAgenda(w http.ResponseWriter, r *http.Request, err error, form string) error {
	return s.againOn(w, r, err, form, false, func(x pages.Sent) (view, templ.Component, error) {
		v, body, err := s.showAgenda(r, x)
		if fail.KindOf(err) == fail.Forbidden {
			return s.showMeeting(r, x)
		}
		return v, body, err
	})
}

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

// itemSetUp puts a matter on the agenda; it is sent from the meeting's page, the agenda's and the matter's.
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
		return s.refusedAgenda(w, r, err, "item-set-up")
	}
	anchor := ""
	if p, err := s.Meeting.Get(r.Context(), actor(r), id); err == nil {
		for _, it := range p.Items {
			if it.MatterID == formID(f.Matter) {
				anchor = itemAnchor(it.ID)
			}
		}
	}
	return s.done(w, r, agendaPath(r, id, anchor), "meeting.done.set_up")
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
	About   string `form:"about" max:"4000"`
	Reason  string `form:"reason" max:"2000"`
}

func (s *Server) itemAdd(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f addFields
	if err = bind(r, &f); err == nil {
		err = s.addItem(r, id, f)
	}
	if err != nil {
		return s.refusedAgenda(w, r, err, "item-add")
	}
	return s.done(w, r, agendaPath(r, id, "#dagordning"), "meeting.done.added")
}

func (s *Server) addItem(r *http.Request, id int64, f addFields) error {
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
	return s.Meeting.AddItem(r.Context(), actor(r), id, meeting.AddForm{Title: f.Title, Class: f.Class, Minutes: n, About: f.About, Reason: f.Reason})
}

type carryFields struct {
	Item   string `form:"item" max:"20"` // empty: all
	Reason string `form:"reason" max:"2000"`
}

// itemCarry takes what an earlier meeting left.
func (s *Server) itemCarry(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f carryFields
	if err = bind(r, &f); err == nil {
		err = s.Meeting.CarryOver(r.Context(), actor(r), id, formID(f.Item), f.Reason)
	}
	if err != nil {
		return s.refusedAgenda(w, r, err, "item-carry")
	}
	return s.done(w, r, pages.Path(id, "/dagordning#dagordning"), "agenda.done.carried")
}

// onAgendaItem carries out one action on an item, and leads back to it.
func (s *Server) onAgendaItem(w http.ResponseWriter, r *http.Request, form string, fields any, receipt string, act func(item int64) error) error {
	id, item, err := s.inMeeting(r)
	if err != nil {
		return err
	}
	if err = bind(r, fields); err == nil {
		err = act(item)
	}
	if err != nil {
		return s.refusedAgenda(w, r, err, form+"-"+strconv.FormatInt(item, 10))
	}
	return s.done(w, r, agendaPath(r, id, itemAnchor(item)), receipt)
}

type shapeFields struct {
	Minutes   string `form:"minutes" max:"10"`
	Presenter string `form:"presenter" max:"20"`
}

func (s *Server) itemShape(w http.ResponseWriter, r *http.Request) error {
	var f shapeFields
	return s.onAgendaItem(w, r, "item-shape", &f, "agenda.done.shaped", func(item int64) error {
		var bad fail.Form
		n := minutesOf(&bad, f.Minutes)
		if err := bad.Err(); err != nil {
			return err
		}
		return s.Meeting.ShapeItem(r.Context(), actor(r), item, n, f.Presenter)
	})
}

type groupFields struct {
	With string `form:"with" max:"20"`
}

func (s *Server) itemGroup(w http.ResponseWriter, r *http.Request) error {
	var f groupFields
	return s.onAgendaItem(w, r, "item-group", &f, "agenda.done.grouped", func(item int64) error {
		return s.Meeting.Group(r.Context(), actor(r), item, formID(f.With))
	})
}

type presenterFields struct {
	Person string `form:"person" max:"254"`
	Guest  bool   `form:"guest"`
}

func (s *Server) itemPresenter(w http.ResponseWriter, r *http.Request) error {
	var f presenterFields
	return s.onAgendaItem(w, r, "item-presenter", &f, "agenda.done.presenter", func(item int64) error {
		if f.Guest && f.Person != "" {
			return s.Meeting.NamePresenter(r.Context(), actor(r), item, f.Person)
		}
		return s.Meeting.InvitePresenter(r.Context(), actor(r), item, f.Person)
	})
}

func (s *Server) itemRemove(w http.ResponseWriter, r *http.Request) error {
	id, item, err := s.inMeeting(r)
	if err != nil {
		return err
	}
	if err := parse(r); err != nil {
		return err
	}
	if err := s.Meeting.RemoveItem(r.Context(), actor(r), item); err != nil {
		return s.refusedAgenda(w, r, err, "item-remove")
	}
	return s.done(w, r, agendaPath(r, id, "#dagordning"), "meeting.done.item_removed")
}

// presentation is what somebody sees who is invited to present one item.
func (s *Server) presentation(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	item, err := pathID(r, "item")
	if err != nil {
		return err
	}
	p, err := s.Meeting.Presentation(r.Context(), actor(r), id, item)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "agenda.present.title", "Title", p.Title)}, pages.Presentation(p))
}
