package server

import (
	"net/http"
	"strings"

	"github.com/a-h/templ"

	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/templates/layout"
	pages "samverka/templates/meeting"
)

// itemSecrecy is where the chair marks one item as secret, or takes the mark away.
func (s *Server) itemSecrecy(w http.ResponseWriter, r *http.Request) error {
	v, body, err := s.secretPage(r, pages.Sent{})
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, v, body)
}

func (s *Server) secretPage(r *http.Request, sent pages.Sent) (view, templ.Component, error) {
	id, item, err := s.itemIDs(r)
	if err != nil {
		return view{}, nil, err
	}
	who := actor(r)
	data, err := s.Meeting.Get(r.Context(), who, id)
	if err != nil {
		return view{}, nil, err
	}
	it, ok := data.Item(item)
	switch {
	case !ok:
		return view{}, nil, fail.New(fail.NotFound, "error.not_found")
	case !who.RunsMeetings(data.GroupID):
		return view{}, nil, fail.New(fail.Forbidden, "meeting.error.not_runner")
	}
	p := pages.SecretPage{Page: data, Item: it, Sent: sent}
	if m, _ := data.Matter(it.MatterID); m.Secrecy != "" {
		p.Matter = m.Number
	}
	return view{Title: i18n.T(r.Context(), "meeting.secret.title") + ", " + pages.Name(r.Context(), data.Meeting), Active: layout.Meetings}, pages.Secret(p), nil
}

type secretFields struct {
	Law    string `form:"law" max:"200"`
	Reason string `form:"reason" max:"2000"`
}

func (s *Server) itemMarkSecret(w http.ResponseWriter, r *http.Request) error {
	return s.itemMark(w, r, "item-secret", "meeting.done.secret", func(f *secretFields) error {
		if f.Law = strings.TrimSpace(f.Law); f.Law == "" {
			var bad fail.Form
			bad.Add("law", "matter.error.secrecy_needed")
			return bad.Err()
		}
		return nil
	})
}

func (s *Server) itemMarkPublic(w http.ResponseWriter, r *http.Request) error {
	return s.itemMark(w, r, "item-public", "meeting.done.public", func(f *secretFields) error { f.Law = ""; return nil })
}

func (s *Server) itemMark(w http.ResponseWriter, r *http.Request, form, done string, law func(*secretFields) error) error {
	id, item, err := s.itemIDs(r)
	if err != nil {
		return err
	}
	var f secretFields
	if err = bind(r, &f); err == nil {
		if err = law(&f); err == nil {
			err = s.Meeting.MarkSecret(r.Context(), actor(r), item, f.Law, f.Reason)
		}
	}
	if err != nil {
		return s.againOn(w, r, err, form, false, func(x pages.Sent) (view, templ.Component, error) { return s.secretPage(r, x) })
	}
	return s.done(w, r, pages.ItemPath(id, item, "/sekretess"), done)
}
