package server

import (
	"errors"
	"net/http"

	"github.com/a-h/templ"

	"samverka/internal/access"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/templates/layout"
	pages "samverka/templates/meeting"
)

// itemAlone is where the chair proposes that samverkan is concluded although no organisation came, and HR answers.
func (s *Server) itemAlone(w http.ResponseWriter, r *http.Request) error {
	v, body, err := s.alonePage(r, pages.Sent{})
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, v, body)
}

func (s *Server) alonePage(r *http.Request, sent pages.Sent) (view, templ.Component, error) {
	item, err := s.itemPage(r)
	if err != nil {
		return view{}, nil, err
	}
	who := actor(r)
	a := item.Item.Alone()
	p := pages.AlonePage{Page: item.Page, Item: item.Item, Matter: item.Matter, Sent: sent, IsChair: who.IsChair(item.GroupID),
		Answers: who.May(access.AloneConfirm) && a.At != nil && a.ConfirmedAt == nil && a.ByID != who.PersonID}
	t, _ := item.Matter.Item(item.Item.ID)
	var blocked *matter.Blocked
	switch err := item.Matter.CanConcludeAlone(t, item.Now); {
	case errors.As(err, &blocked):
		p.Missing = blocked.Missing
	case err == nil:
		p.Can = true
	}
	return view{Title: i18n.T(r.Context(), "meeting.alone.title"), Active: layout.Meetings}, pages.Alone(p), nil
}

type aloneFields struct {
	Reason string `form:"reason" max:"2000"`
	Seen   string `form:"seen" max:"20"`
	Answer string `form:"answer" max:"10"`
}

// itemProposeAlone is the chair's proposal.
func (s *Server) itemProposeAlone(w http.ResponseWriter, r *http.Request) error {
	id, item, err := s.inMeeting(r)
	if err != nil {
		return err
	}
	var f aloneFields
	if err = bind(r, &f); err == nil {
		err = s.Meeting.ProposeAlone(r.Context(), actor(r), item, f.Reason)
	}
	if err != nil {
		return s.againOn(w, r, err, "alone-propose", false, func(x pages.Sent) (view, templ.Component, error) { return s.alonePage(r, x) })
	}
	return s.done(w, r, pages.ItemPath(id, item, "/utan-organisation"), "meeting.done.alone_proposed")
}

// itemAnswerAlone is HR's answer to the proposal.
func (s *Server) itemAnswerAlone(w http.ResponseWriter, r *http.Request) error {
	id, item, err := s.inMeeting(r)
	if err != nil {
		return err
	}
	var f aloneFields
	if err = bind(r, &f); err == nil {
		err = s.Meeting.AnswerAlone(r.Context(), actor(r), item, f.Seen, f.Answer == "yes", f.Reason)
	}
	if err != nil {
		return s.againOn(w, r, err, "alone-answer", false, func(x pages.Sent) (view, templ.Component, error) { return s.alonePage(r, x) })
	}
	receipt := "meeting.done.alone_declined"
	if f.Answer == "yes" {
		receipt = "meeting.done.alone_confirmed"
	}
	return s.done(w, r, pages.ItemPath(id, item, "/utan-organisation"), receipt)
}
