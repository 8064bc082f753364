package server

import (
	"net/http"
	"strconv"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/meeting"
	"samverka/templates/layout"
	pages "samverka/templates/meeting"
)

func (s *Server) minutesSectionRoutes(r chi.Router) {
	r.Get("/moten/{id}/protokoll/paragraf/{item}", s.page(s.sectionEdit))
	r.Post("/moten/{id}/protokoll/paragraf/{item}", s.page(s.sectionWrite))
	r.Get("/moten/{id}/protokoll/paragraf/{item}/synpunkt", s.page(s.sectionRemarkForm))
	r.Post("/moten/{id}/protokoll/paragraf/{item}/synpunkt", s.page(s.sectionRemark))
	r.Post("/moten/{id}/protokoll/synpunkter/{remark}", s.page(s.remarkAnswer))
	r.Get("/protokoll/fraser", s.page(s.phrases))
	r.Post("/protokoll/fraser", s.page(s.phraseSave))
	r.Post("/protokoll/fraser/{phrase}/ta-bort", s.page(s.phraseRemove))
}

// sectionPage reads one § for who follows the meeting.
func (s *Server) sectionPage(r *http.Request) (pages.SectionPage, error) {
	p, err := s.minutesOf(r)
	if err != nil {
		return pages.SectionPage{}, err
	}
	itemID, err := pathID(r, "item")
	if err != nil {
		return pages.SectionPage{}, err
	}
	it, ok := p.Item(itemID)
	x, in := p.Section(itemID)
	if !ok || !in || p.Employee || !p.Unmasked {
		return pages.SectionPage{}, fail.New(fail.NotFound, "error.not_found")
	}
	return pages.SectionPage{MinutesPage: p, Item: it, Section: x}, nil
}

// showSection is the § to write, or to say something about.
func (s *Server) showSection(r *http.Request, edit bool, x pages.Sent, conflict bool) (view, templ.Component, error) {
	p, err := s.sectionPage(r)
	switch {
	case err != nil:
		return view{}, nil, err
	case p.Minutes == nil:
		return view{}, nil, fail.New(fail.NotFound, "error.not_found")
	case edit && !p.CanWriteSection(p.Who, p.Item.ID) && x.Form == "":
		return view{}, nil, fail.New(fail.Forbidden, "minutes.error.not_writer")
	case !edit && x.Form == "":
		if err := p.CanRemark(p.Who, p.Item.ID); err != nil {
			return view{}, nil, err
		}
	}
	p.Edit, p.Sent, p.Conflict = edit, x, conflict
	title := i18n.T(r.Context(), "meeting.doc.no", "No", p.Section.No) + " " + pages.Name(r.Context(), p.Meeting)
	if !edit {
		title = i18n.T(r.Context(), "minutes.section.remark", "No", p.Section.No) + ", " + pages.Name(r.Context(), p.Meeting)
	}
	return view{Title: title, Active: layout.Minutes}, pages.SectionView(p), nil
}

func (s *Server) sectionEdit(w http.ResponseWriter, r *http.Request) error {
	v, body, err := s.showSection(r, true, pages.Sent{}, false)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, v, body)
}

func (s *Server) sectionRemarkForm(w http.ResponseWriter, r *http.Request) error {
	v, body, err := s.showSection(r, false, pages.Sent{}, false)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, v, body)
}

type sectionForm struct {
	Text    string `form:"text" max:"20000"`
	Version string `form:"version" max:"10"`
	Phrase  string `form:"phrase" max:"2000"`
	Insert  string `form:"insert" max:"10"`
}

// sectionWrite saves the §. With the phrase's button, the phrase is added and the writing goes on.
func (s *Server) sectionWrite(w http.ResponseWriter, r *http.Request) error {
	id, item, err := s.itemIDs(r)
	if err != nil {
		return err
	}
	var f sectionForm
	if err = bind(r, &f); err == nil {
		phrase := ""
		if f.Insert != "" {
			phrase = f.Phrase
		}
		err = s.Meeting.WriteSection(r.Context(), actor(r), item, f.Text, phrase, int(formID(f.Version)))
	}
	if err != nil {
		conflict := fail.KindOf(err) == fail.Conflict
		return s.againOn(w, r, err, "section-write", false, func(x pages.Sent) (view, templ.Component, error) { return s.showSection(r, true, x, conflict) })
	}
	switch {
	case f.Insert != "" && f.Phrase != "":
		return s.done(w, r, r.URL.Path, "minutes.done.phrase")
	case f.Insert != "":
		return s.done(w, r, r.URL.Path, "minutes.done.section")
	}
	return s.done(w, r, pages.Path(id, "/protokoll"), "minutes.done.section")
}

// itemIDs are the meeting and the item that the path names.
func (s *Server) itemIDs(r *http.Request) (id, item int64, err error) {
	if id, err = pathID(r, "id"); err != nil {
		return 0, 0, err
	}
	item, err = pathID(r, "item")
	return id, item, err
}

type remarkForm struct {
	Text   string `form:"text" max:"10000"`
	Answer string `form:"answer" max:"20"`
	Reason string `form:"reason" max:"10000"`
}

func (s *Server) sectionRemark(w http.ResponseWriter, r *http.Request) error {
	id, item, err := s.itemIDs(r)
	if err != nil {
		return err
	}
	var f remarkForm
	if err = bind(r, &f); err == nil {
		err = s.Meeting.Remark(r.Context(), actor(r), id, item, f.Text)
	}
	if err != nil {
		return s.againOn(w, r, err, "remark", false, func(x pages.Sent) (view, templ.Component, error) { return s.showSection(r, false, x, false) })
	}
	return s.done(w, r, pages.Path(id, "/protokoll"), "minutes.done.remark")
}

// remarkAnswer is the chair's answer to what somebody said about a §.
func (s *Server) remarkAnswer(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	remark, err := pathID(r, "remark")
	if err != nil {
		return err
	}
	var f remarkForm
	if err = bind(r, &f); err == nil {
		err = s.Meeting.AnswerRemark(r.Context(), actor(r), remark, f.Answer, f.Reason)
	}
	if err != nil {
		return s.againOn(w, r, err, "remark-answer-"+strconv.FormatInt(remark, 10), false, func(x pages.Sent) (view, templ.Component, error) { return s.showMinutes(r, x, false) })
	}
	return s.done(w, r, pages.Path(id, "/protokoll#synpunkt-"+strconv.FormatInt(remark, 10)), "minutes.done.answered")
}

func (s *Server) showPhrases(r *http.Request, x pages.Sent) (view, templ.Component, error) {
	all, err := s.Meeting.Phrases(r.Context(), actor(r))
	if err != nil {
		return view{}, nil, err
	}
	return view{Title: i18n.T(r.Context(), "minutes.phrases.title"), Active: layout.Minutes}, pages.PhrasesView(pages.PhrasesPage{Phrases: all, Sent: x}), nil
}

func (s *Server) phrases(w http.ResponseWriter, r *http.Request) error {
	v, body, err := s.showPhrases(r, pages.Sent{})
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, v, body)
}

type phraseForm struct {
	ID      string `form:"id" max:"20"`
	Seed    string `form:"seed" max:"40"`
	Version string `form:"version" max:"10"`
	Form    string `form:"form" max:"20"`
	Text    string `form:"text" max:"2000"`
	Class   string `form:"class" max:"40"`
	Outcome string `form:"outcome" max:"40"`
	Hidden  bool   `form:"hidden"`
}

func (s *Server) phraseSave(w http.ResponseWriter, r *http.Request) error {
	if err := actor(r).Require(access.PhrasesWrite); err != nil {
		return err
	}
	var f phraseForm
	err := bind(r, &f)
	if err == nil {
		err = s.Meeting.SavePhrase(r.Context(), actor(r), meeting.Phrase{ID: formID(f.ID), Seed: f.Seed, Class: f.Class, Outcome: f.Outcome, Text: f.Text, Hidden: f.Hidden, Version: int(formID(f.Version))})
	}
	if err != nil {
		return s.againOn(w, r, err, f.Form, false, func(x pages.Sent) (view, templ.Component, error) { return s.showPhrases(r, x) })
	}
	return s.done(w, r, "/protokoll/fraser", "minutes.done.phrase_saved")
}

func (s *Server) phraseRemove(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "phrase")
	if err != nil {
		return err
	}
	var f phraseForm
	if err = bind(r, &f); err == nil {
		err = s.Meeting.RemovePhrase(r.Context(), actor(r), id, int(formID(f.Version)))
	}
	if err != nil {
		return err
	}
	return s.done(w, r, "/protokoll/fraser", "minutes.done.phrase_removed")
}
