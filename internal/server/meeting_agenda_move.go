package server

import (
	"net/http"
	"strconv"

	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/meeting"
)

type moveForm struct {
	To      string `form:"to" max:"10"` // up, down, or a place counted from 1
	Version string `form:"version" max:"20"`
}

// read is the form as a wish to move.
func (f moveForm) read() (m meeting.MoveForm, err error) {
	m.Version = int(formID(f.Version))
	switch f.To {
	case "up":
		m.Steps = -1
	case "down":
		m.Steps = 1
	default:
		if m.Place, err = strconv.Atoi(f.To); err != nil || m.Place < 1 {
			return m, fail.New(fail.Invalid, "meeting.error.move")
		}
	}
	return m, nil
}

// itemMove moves an item, and the page then begins at it. When somebody else has changed the agenda since, the page comes
// again with how it stands, and nothing is moved.
func (s *Server) itemMove(w http.ResponseWriter, r *http.Request) error {
	id, item, err := s.inMeeting(r)
	if err != nil {
		return err
	}
	var f moveForm
	var m meeting.MoveForm
	if err = bind(r, &f); err == nil {
		m, err = f.read()
	}
	if err == nil {
		err = s.Meeting.MoveItem(r.Context(), actor(r), item, m)
	}
	if err != nil {
		return s.refusedAgenda(w, r, err, "item-move-"+strconv.FormatInt(item, 10))
	}
	p, err := s.Meeting.Get(r.Context(), actor(r), id)
	if err != nil {
		return err
	}
	to := agendaPath(r, id, itemAnchor(item))
	for i, it := range p.Items {
		if it.ID == item {
			return s.done(w, r, to, "meeting.done.item_moved", "Title", it.Title, "No", i18n.Number(r.Context(), i+1), "Total", i18n.Number(r.Context(), len(p.Items)))
		}
	}
	return seeOther(w, r, to)
}
