package server

import (
	"net/http"
	"slices"

	"github.com/a-h/templ"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/templates/layout"
	pages "samverka/templates/meeting"
)

// itemShow is one matter on the agenda, for reading its papers and taking a position.
func (s *Server) itemShow(w http.ResponseWriter, r *http.Request) error {
	p, err := s.itemPage(r)
	if err != nil {
		return err
	}
	v, body := itemView(r, p)
	return s.render(w, r, http.StatusOK, v, body)
}

func itemView(r *http.Request, p pages.ItemPage) (view, templ.Component) {
	return view{Title: p.Item.Title + ", " + pages.Name(r.Context(), p.Record.Meeting), Active: layout.Meetings}, pages.Item(p)
}

// itemPage reads the item and its matter. NotFound for an item without a matter: there is nothing to read.
func (s *Server) itemPage(r *http.Request) (pages.ItemPage, error) {
	var p pages.ItemPage
	id, err := pathID(r, "id")
	if err != nil {
		return p, err
	}
	item, err := pathID(r, "item")
	if err != nil {
		return p, err
	}
	who := actor(r)
	data, err := s.Meeting.Get(r.Context(), who, id)
	if err != nil {
		return p, err
	}
	it, ok := data.Item(item)
	m, known := data.Matter(it.MatterID)
	if !ok || !known || !reads(who, data.Record, m.ID) {
		return p, fail.New(fail.NotFound, "error.not_found")
	}
	p = pages.ItemPage{Page: data, Item: it, Matter: m, Unions: speaksIn(who, data.Record), Note: who.Role == access.UnionRep, Me: who.PersonID}
	entitled := m.Entitled(data.GroupID, data.Day())
	p.Entitle = slices.DeleteFunc(slices.Clone(p.Unions), func(u matter.Union) bool { return !slices.Contains(entitled, u) })
	p.CanTake = len(p.Entitle) > 0 && it.Class == matter.BeforeDecision && data.Status == "open" && (it.Status == "open" && it.ConcludedAt == nil || corrects(m, it, p.Entitle))
	return p, nil
}

// corrects reports whether one of the unions may still correct what was written down for it, though the item is concluded.
func corrects(m matter.Record, it meeting.Item, mine []matter.Union) bool {
	t, _ := m.Item(it.ID)
	return slices.ContainsFunc(mine, func(u matter.Union) bool { return m.Corrects(t, u.ID) })
}

// itemOfMatter leads from a matter to where the actor's union takes its position on it.
func (s *Server) itemOfMatter(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	m, item, err := s.Meeting.ItemRef(r.Context(), actor(r), id)
	if err != nil {
		return err
	}
	return seeOther(w, r, pages.ItemPath(m, item, ""))
}

func (s *Server) itemAgain(w http.ResponseWriter, r *http.Request, err error, form string) error {
	return s.againOn(w, r, err, form, true, func(x pages.Sent) (view, templ.Component, error) {
		p, readErr := s.itemPage(r)
		if readErr != nil {
			return view{}, nil, readErr
		}
		p.Sent = x
		v, body := itemView(r, p)
		return v, body, nil
	})
}

// itemAnswerPapers is a union's answer about papers that came late.
func (s *Server) itemAnswerPapers(w http.ResponseWriter, r *http.Request) error {
	id, item, err := s.inMeeting(r)
	if err != nil {
		return err
	}
	var f answerForm
	if err = bind(r, &f); err == nil {
		var accept bool
		if accept, err = f.yes(); err == nil {
			err = s.Meeting.AnswerPapers(r.Context(), actor(r), item, formID(f.Union), accept)
		}
	}
	if err != nil {
		return s.itemAgain(w, r, err, "papers-answer")
	}
	return s.done(w, r, pages.ItemPath(id, item, ""), "meeting.done.papers_answer")
}

// itemPosition takes a union's position: first a page to check it on, then, confirmed, for real.
func (s *Server) itemPosition(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	item, err := pathID(r, "item")
	if err != nil {
		return err
	}
	var f pages.PositionFields
	if err = bind(r, &f); err == nil && f.Confirm {
		err = s.Meeting.TakePosition(r.Context(), actor(r), item, formID(f.Union), f.Stance, f.Reason)
	}
	switch {
	case err != nil:
		return s.itemAgain(w, r, err, "position")
	case !f.Confirm:
		return s.checkPosition(w, r, f)
	}
	return s.done(w, r, pages.ItemPath(id, item, ""), "meeting.done.position", "Time", i18n.Time(r.Context(), s.Clock.Now()))
}

// checkPosition shows the position once more; what would be refused is refused here already, with the form.
func (s *Server) checkPosition(w http.ResponseWriter, r *http.Request, f pages.PositionFields) error {
	p, err := s.itemPage(r)
	if err != nil {
		return err
	}
	t, _ := p.Matter.Item(p.Item.ID)
	if err := actor(r).Require(access.UnionSpeak); err != nil {
		return err
	}
	if formID(f.Union) == 0 {
		return s.itemAgain(w, r, invalid("union", "meeting.error.union_needed"), "position")
	}
	if err := p.Matter.CanTakePosition(t, actor(r), formID(f.Union), f.Stance, f.Reason, p.Now); err != nil {
		return s.itemAgain(w, r, err, "position")
	}
	c := pages.CheckPage{Page: p.Page, Item: p.Item, Form: f}
	for _, u := range p.Unions {
		if u.ID == formID(f.Union) {
			c.Union = u.Name
		}
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "meeting.check.title"), Active: layout.Meetings}, pages.Check(c))
}
