package server

import (
	"errors"
	"net/http"
	"strconv"

	"github.com/a-h/templ"

	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/templates/layout"
	pages "samverka/templates/meeting"
)

// meetingLive is meeting mode, for those who take part; before and after it, the meeting's page stands.
func (s *Server) meetingLive(w http.ResponseWriter, r *http.Request) error {
	p, err := s.livePage(r, queryID(r.URL.Query(), "punkt"))
	if err != nil {
		return err
	}
	if p.Status != "open" {
		return seeOther(w, r, pages.Path(p.ID, ""))
	}
	v, body := liveView(r, p)
	return s.renderLive(w, r, v, body)
}

func liveView(r *http.Request, p pages.LivePage) (view, templ.Component) {
	return view{Title: i18n.T(r.Context(), "meeting.live.title") + ", " + pages.Name(r.Context(), p.Meeting), Active: layout.Meetings, Wide: true, Live: true}, pages.Live(p)
}

// livePage reads the meeting and finds the item to show: the one asked for, else the one that is open, else the next.
func (s *Server) livePage(r *http.Request, item int64) (pages.LivePage, error) {
	id, err := pathID(r, "id")
	if err != nil {
		return pages.LivePage{}, err
	}
	who := actor(r)
	read := s.Meeting.Room
	if r.Method == http.MethodGet && r.Header.Get("HX-Request") != "" {
		read = s.Meeting.Follow
	}
	data, err := read(r.Context(), who, id)
	if err != nil {
		return pages.LivePage{}, err
	}
	if !follows(who, data.Record) {
		return pages.LivePage{}, fail.New(fail.NotFound, "error.not_found")
	}
	p := pages.LivePage{Room: data, Me: who.PersonID, CanRun: who.RunsMeetings(data.GroupID), IsChair: who.IsChair(data.GroupID), Unions: speaksIn(who, data.Record)}
	p.Current = currentItem(data.Record, item)
	p.Blocked = hindrances(data.Page, p.Current)
	return p, nil
}

func currentItem(rec meeting.Record, asked int64) meeting.Item {
	if it, ok := rec.Item(asked); ok {
		return it
	}
	if it, ok := pages.OpenItem(rec); ok {
		return it
	}
	for _, it := range rec.Items {
		if it.Status == "planned" {
			return it
		}
	}
	if len(rec.Items) > 0 {
		return rec.Items[len(rec.Items)-1]
	}
	return meeting.Item{}
}

// hindrances are what still stands between the item and its conclusion.
func hindrances(p meeting.Page, it meeting.Item) []matter.Missing {
	m, ok := p.Matter(it.MatterID)
	if !ok || it.Class != matter.BeforeDecision || it.Status != "open" {
		return nil
	}
	t, _ := m.Item(it.ID)
	var blocked *matter.Blocked
	if errors.As(m.CanConclude(t, p.Now), &blocked) {
		return blocked.Missing
	}
	return nil
}

// onItem carries out one action on an item in meeting mode: refused, meeting mode comes again with the item.
func (s *Server) onItem(w http.ResponseWriter, r *http.Request, form, receipt string, act func(item int64) error) error {
	id, item, err := s.inMeeting(r)
	if err != nil {
		return err
	}
	if err := parse(r); err != nil {
		return err
	}
	if err := act(item); err != nil {
		return s.againOn(w, r, err, form, false, func(x pages.Sent) (view, templ.Component, error) { return s.liveAgain(r, item, x) })
	}
	return s.done(w, r, pages.Path(id, "/lage?punkt="+strconv.FormatInt(item, 10)), receipt)
}

func (s *Server) liveAgain(r *http.Request, item int64, x pages.Sent) (view, templ.Component, error) {
	p, err := s.livePage(r, item)
	if err != nil {
		return view{}, nil, err
	}
	p.Sent = x
	v, body := liveView(r, p)
	return v, body, nil
}

func (s *Server) itemOpen(w http.ResponseWriter, r *http.Request) error {
	return s.onItem(w, r, "item-open", "meeting.done.item_opened", func(item int64) error { return s.Meeting.OpenItem(r.Context(), actor(r), item) })
}

func (s *Server) itemConclude(w http.ResponseWriter, r *http.Request) error {
	return s.onItem(w, r, "item-conclude", "meeting.done.concluded", func(item int64) error { return s.Meeting.Conclude(r.Context(), actor(r), item) })
}

func (s *Server) itemHandle(w http.ResponseWriter, r *http.Request) error {
	return s.onItem(w, r, "item-handle", "meeting.done.handled", func(item int64) error { return s.Meeting.Handle(r.Context(), actor(r), item) })
}

type tableFields struct {
	To     string `form:"to" max:"40"`
	Reason string `form:"reason" max:"2000"`
}

func (s *Server) itemTable(w http.ResponseWriter, r *http.Request) error {
	return s.onItem(w, r, "item-table", "meeting.done.tabled", func(item int64) error {
		var f tableFields
		if err := bind(r, &f); err != nil {
			return err
		}
		to, err := clock.ParseDate(f.To)
		if f.To != "" && err != nil {
			return &fail.Error{Kind: fail.Invalid, Key: "error.form", Fields: []fail.Field{{Name: "to", Key: "meeting.error.date_needed"}}}
		}
		return s.Meeting.TableItem(r.Context(), actor(r), item, to, f.Reason)
	})
}

func (s *Server) meetingClose(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	if err := parse(r); err != nil {
		return err
	}
	if err := s.Meeting.Close(r.Context(), actor(r), id); err != nil {
		return s.againOn(w, r, err, "meeting-close", false, func(x pages.Sent) (view, templ.Component, error) { return s.liveAgain(r, 0, x) })
	}
	return s.done(w, r, pages.Path(id, "/protokoll"), "meeting.done.closed")
}
