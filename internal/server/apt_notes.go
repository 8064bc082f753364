package server

import (
	"net/http"
	"strconv"

	"github.com/a-h/templ"

	"samverka/internal/access"
	"samverka/internal/apt"
	"samverka/internal/i18n"
	pages "samverka/templates/apt"
	"samverka/templates/layout"
	"samverka/templates/ui"
)

// aptNotes is the notes: for all staff once they are published, before that for those who write them.
func (s *Server) aptNotes(w http.ResponseWriter, r *http.Request) error {
	p, err := s.aptNotesPage(r, ui.Sent{})
	if err != nil {
		return err
	}
	if p.Status != apt.Published && !p.MayWrite {
		return seeOther(w, r, pages.Path(p.ID, ""))
	}
	v, body := aptNotesView(r, p)
	return s.render(w, r, http.StatusOK, v, body)
}

func aptNotesView(r *http.Request, p pages.NotesPage) (view, templ.Component) {
	return view{Title: i18n.T(r.Context(), "apt.doc.short") + ", " + pages.Name(r.Context(), p.APT), Active: layout.Meetings}, pages.Notes(p)
}

func (s *Server) aptNotesPage(r *http.Request, sent ui.Sent) (pages.NotesPage, error) {
	show, err := s.aptShowPage(r, sent)
	if err != nil {
		return pages.NotesPage{}, err
	}
	return pages.NotesPage{ShowPage: show, Me: actor(r).PersonID, Doc: show.Content(), SeesWeedings: actor(r).May(access.WeedingRead)}, nil
}

// onNotes carries out one action of the notes' page: refused, the page comes again.
func (s *Server) onNotes(w http.ResponseWriter, r *http.Request, form, to, receipt string, act func(id int64) error) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	if err := parse(r); err != nil {
		return err
	}
	if err := act(id); err != nil {
		return s.againSent(w, r, err, form, func(x ui.Sent) (view, templ.Component, error) {
			p, readErr := s.aptNotesPage(r, x)
			if readErr != nil {
				return view{}, nil, readErr
			}
			v, body := aptNotesView(r, p)
			return v, body, nil
		})
	}
	return s.done(w, r, pages.Path(id, "/anteckningar"+to), receipt)
}

func (s *Server) aptPublish(w http.ResponseWriter, r *http.Request) error {
	return s.onNotes(w, r, "apt-publish", "", "apt.receipt.published", func(id int64) error {
		var f reasonForm
		if err := bind(r, &f); err != nil {
			return err
		}
		return s.APT.Publish(r.Context(), actor(r), id, f.Reason)
	})
}

func (s *Server) aptMarkRead(w http.ResponseWriter, r *http.Request) error {
	return s.onNotes(w, r, "apt-read", "", "apt.receipt.read", func(id int64) error { return s.APT.MarkRead(r.Context(), actor(r), id) })
}

type askFields struct {
	Item        string `form:"item" max:"20"`
	Text        string `form:"text" max:"4000"`
	ReadThrough bool   `form:"read_through"`
}

func (s *Server) aptAsk(w http.ResponseWriter, r *http.Request) error {
	return s.onNotes(w, r, "apt-ask", "#fragor", "apt.receipt.asked", func(id int64) error {
		var f askFields
		if err := bind(r, &f); err != nil {
			return err
		}
		return s.APT.Ask(r.Context(), actor(r), id, formID(f.Item), f.Text, f.ReadThrough)
	})
}

type aptAnswerFields struct {
	Answer      string `form:"answer" max:"8000"`
	Version     string `form:"version" max:"10"`
	ReadThrough bool   `form:"read_through"`
}

func (s *Server) aptAnswerQuestion(w http.ResponseWriter, r *http.Request) error {
	_, question, err := s.inAPT(r, "question", func(p apt.Page, id int64) bool {
		for _, q := range p.Questions {
			if q.ID == id {
				return true
			}
		}
		return false
	})
	if err != nil {
		return err
	}
	n := strconv.FormatInt(question, 10)
	return s.onNotes(w, r, "apt-question-answer-"+n, "#fraga-"+n, "apt.receipt.answered", func(int64) error {
		var f aptAnswerFields
		if err := bind(r, &f); err != nil {
			return err
		}
		return s.APT.AnswerQuestion(r.Context(), actor(r), question, f.Answer, int(formID(f.Version)), f.ReadThrough)
	})
}

type resultFields struct {
	Result      string `form:"result" max:"8000"`
	ReadThrough bool   `form:"read_through"`
}

// aptAnswer tells what came of an item that was to be decided, or was lifted.
func (s *Server) aptAnswer(w http.ResponseWriter, r *http.Request) error {
	_, item, err := s.inAPT(r, "item", ownItem)
	if err != nil {
		return err
	}
	n := strconv.FormatInt(item, 10)
	return s.onNotes(w, r, "apt-item-answer-"+n, "#punkt-"+n, "apt.receipt.result", func(int64) error {
		var f resultFields
		if err := bind(r, &f); err != nil {
			return err
		}
		return s.APT.Answer(r.Context(), actor(r), item, f.Result, f.ReadThrough)
	})
}
