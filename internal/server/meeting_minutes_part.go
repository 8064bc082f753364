package server

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/document"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/templates/layout"
	pages "samverka/templates/meeting"
	"samverka/templates/paper"
	"samverka/templates/ui"
)

func (s *Server) minutesPartRoutes(r chi.Router) {
	r.Get("/moten/{id}/protokoll/delar", s.page(s.parts))
	r.Get("/moten/{id}/protokoll/paragraf/{item}/justera", s.page(s.atOnceForm))
	r.Post("/moten/{id}/protokoll/paragraf/{item}/justera", s.page(s.atOnce))
	r.Post("/moten/{id}/protokoll/delar/{part}/justera", s.page(s.partApprove))
	r.Post("/moten/{id}/protokoll/delar/{part}/erinran", s.page(s.partObject))
	r.Post("/moten/{id}/protokoll/delar/{part}/ersattare", s.page(s.partSubstitute))
	r.Post("/moten/{id}/protokoll/delar/{part}/ta-tillbaka", s.page(s.partWithdraw))
}

func (s *Server) showParts(r *http.Request, x pages.Sent) (view, templ.Component, error) {
	p, err := s.minutesOf(r)
	if err != nil {
		return view{}, nil, err
	}
	if p.Employee {
		return view{}, nil, fail.New(fail.NotFound, "error.not_found")
	}
	p.Sent = x
	title := i18n.T(r.Context(), "minutes.parts.title") + ", " + pages.Name(r.Context(), p.Meeting)
	return view{Title: title, Active: layout.Minutes}, pages.PartsView(pages.PartsPage{MinutesPage: p, Rows: pages.PartRows(r.Context(), p)}), nil
}

// parts is what has an approval of its own; also while the meeting goes on.
func (s *Server) parts(w http.ResponseWriter, r *http.Request) error {
	v, body, err := s.showParts(r, pages.Sent{})
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, v, body)
}

func (s *Server) showAtOnce(r *http.Request, x pages.Sent) (view, templ.Component, error) {
	p, err := s.sectionPage(r)
	switch {
	case err != nil:
		return view{}, nil, err
	case !p.CanRun:
		return view{}, nil, fail.New(fail.NotFound, "error.not_found")
	case x.Form == "":
		if err := p.CanApproveAtOnce(p.Item); err != nil {
			return view{}, nil, err
		}
	}
	p.Sent = x
	title := i18n.T(r.Context(), "minutes.at_once.title", "No", p.Section.No) + ", " + pages.Name(r.Context(), p.Meeting)
	return view{Title: title, Active: layout.Minutes}, pages.AtOnceView(p), nil
}

func (s *Server) atOnceForm(w http.ResponseWriter, r *http.Request) error {
	v, body, err := s.showAtOnce(r, pages.Sent{})
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, v, body)
}

// atOnce lays a § before those who approve it at once.
func (s *Server) atOnce(w http.ResponseWriter, r *http.Request) error {
	id, item, err := s.itemIDs(r)
	if err != nil {
		return err
	}
	var f minutesForm
	if err = bind(r, &f); err == nil {
		var how string
		if how, err = s.signed(r, f.Password); err == nil {
			_, err = s.Meeting.ApproveAtOnce(r.Context(), actor(r), item, personIDs(f.Adjusters), f.seen(how))
		}
	}
	if err != nil {
		return s.againOn(w, r, err, "section-approve", false, func(x pages.Sent) (view, templ.Component, error) { return s.showAtOnce(r, x) })
	}
	return s.done(w, r, pages.Path(id, "/protokoll/delar"), "minutes.done.at_once")
}

// onPart carries out one action on a part: refused, the page of all parts comes again.
func (s *Server) onPart(w http.ResponseWriter, r *http.Request, form, receipt string, act func(part int64, f minutesForm) error) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	part, err := pathID(r, "part")
	if err != nil {
		return err
	}
	var f minutesForm
	if err = bind(r, &f); err == nil {
		err = act(part, f)
	}
	if err != nil {
		return s.againOn(w, r, err, form+"-"+strconv.FormatInt(part, 10), false, func(x pages.Sent) (view, templ.Component, error) { return s.showParts(r, x) })
	}
	return s.done(w, r, pages.Path(id, "/protokoll/delar"), receipt)
}

func (s *Server) partApprove(w http.ResponseWriter, r *http.Request) error {
	return s.onPart(w, r, "part-approve", "minutes.done.part", func(part int64, f minutesForm) error {
		how, err := s.signed(r, f.Password)
		if err != nil {
			return err
		}
		return s.Meeting.ApprovePart(r.Context(), actor(r), part, f.seen(how))
	})
}

func (s *Server) partObject(w http.ResponseWriter, r *http.Request) error {
	return s.onPart(w, r, "part-object", "meeting.done.objected", func(part int64, f minutesForm) error {
		return s.Meeting.ObjectToPart(r.Context(), actor(r), part, f.Text)
	})
}

func (s *Server) partSubstitute(w http.ResponseWriter, r *http.Request) error {
	return s.onPart(w, r, "part-substitute", "minutes.done.substitute", func(part int64, f minutesForm) error {
		replaced := ""
		if len(f.Adjusters) > 0 {
			replaced = f.Adjusters[0]
		}
		return s.Meeting.SubstituteInPart(r.Context(), actor(r), part, formID(replaced), formID(f.Substitute))
	})
}

func (s *Server) partWithdraw(w http.ResponseWriter, r *http.Request) error {
	return s.onPart(w, r, "part-withdraw", "minutes.done.withdrawn", func(part int64, _ minutesForm) error {
		return s.Meeting.WithdrawPart(r.Context(), actor(r), part)
	})
}

// excerptPage is the §§ that the query names.
func (s *Server) excerptPage(r *http.Request) (pages.ExcerptPage, error) {
	m, err := s.minutesPage(r)
	if err != nil {
		return pages.ExcerptPage{}, err
	}
	p := pages.ExcerptPage{MinutesPage: m}
	var chosen []int
	q := url.Values{}
	for _, n := range r.URL.Query()["punkt"] {
		if i, err := strconv.Atoi(n); err == nil {
			chosen = append(chosen, i)
			q.Add("punkt", strconv.Itoa(i))
		}
	}
	for _, x := range m.Content.Paragraph {
		p.Choices = append(p.Choices, ui.Option{Value: strconv.Itoa(x.No), Label: i18n.T(r.Context(), "meeting.doc.no", "No", x.No) + " " + pages.Title(r.Context(), x), Selected: slices.Contains(chosen, x.No)})
	}
	p.Content.Paragraph = p.Content.Sections(chosen)
	p.Excerpt, p.Chosen, p.File = true, len(p.Content.Paragraph) > 0, pages.Path(p.ID, "/protokoll/utdrag.pdf?")+q.Encode()
	return p, nil
}

func (s *Server) minutesExcerpt(w http.ResponseWriter, r *http.Request) error {
	p, err := s.excerptPage(r)
	if err != nil {
		return err
	}
	title := i18n.T(r.Context(), "minutes.excerpt.title") + ", " + pages.Name(r.Context(), p.Meeting)
	return s.render(w, r, http.StatusOK, view{Title: title, Active: layout.Minutes}, pages.ExcerptView(p))
}

func (s *Server) minutesExcerptFile(w http.ResponseWriter, r *http.Request) error {
	p, err := s.excerptPage(r)
	if err != nil {
		return err
	}
	if !p.Chosen {
		return fail.New(fail.NotFound, "error.not_found")
	}
	d, err := s.dressed(r, func(l paper.Look) document.Doc { return paper.Excerpt(r.Context(), p.MinutesPage, l) })
	if err != nil {
		return err
	}
	return downloadPaper(w, paper.MinutesName(r.Context(), p.MinutesPage)+"-"+i18n.T(r.Context(), "minutes.excerpt.file"), ".pdf", d)
}
