package server

import (
	"net/http"
	"strconv"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/access"
	"samverka/internal/i18n"
	"samverka/internal/learning"
	"samverka/templates/layout"
	pages "samverka/templates/learning"
	"samverka/templates/ui"
)

// learningRoutes are one's own introduction, what HR sees of all of them, and the register of trainings.
func (s *Server) learningRoutes(r chi.Router) {
	r.Get("/introduktion", s.page(s.introduction))
	r.Post("/introduktion/{id}/punkt", s.page(s.tickIntroduction))
	r.Post("/introduktion/{id}/genomgang", s.page(s.walkThrough))
	r.Post("/introduktion/{id}/bekrafta", s.page(s.confirmIntroduction))
	r.Get("/introduktioner", s.page(s.introductions))
	s.courseRoutes(r)
}

func (s *Server) ownIntroduction(r *http.Request) (pages.Own, error) {
	m, err := s.Learning.Mine(r.Context(), actor(r))
	return pages.Own{Mine: m, Courses: actor(r).May(access.TrainingRead), Me: actor(r).PersonID}, err
}

func introductionView(r *http.Request) view {
	return view{Title: i18n.T(r.Context(), "learning.own.title"), Active: layout.ToDo}
}

func (s *Server) introduction(w http.ResponseWriter, r *http.Request) error {
	p, err := s.ownIntroduction(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, introductionView(r), pages.Introduction(p))
}

func (s *Server) tickIntroduction(w http.ResponseWriter, r *http.Request) error {
	return s.ofIntroduction(w, r, "learning.done.saved", func(id int64, f pages.WalkFields, version int) error {
		return s.Learning.Tick(r.Context(), actor(r), id, learning.Point(f.Point), f.Done, version)
	})
}

func (s *Server) walkThrough(w http.ResponseWriter, r *http.Request) error {
	return s.ofIntroduction(w, r, "learning.done.saved", func(id int64, f pages.WalkFields, version int) error {
		on, err := dateOf("walked_on", f.On)
		if err != nil {
			return err
		}
		return s.Learning.WalkThrough(r.Context(), actor(r), id, learning.Walked{On: on, HRID: idOf(f.HR), RepID: idOf(f.Rep)}, version)
	})
}

func (s *Server) confirmIntroduction(w http.ResponseWriter, r *http.Request) error {
	return s.ofIntroduction(w, r, "learning.done.confirmed", func(id int64, _ pages.WalkFields, version int) error {
		return s.Learning.Confirm(r.Context(), actor(r), id, version)
	})
}

// ofIntroduction does what one of the checklist's forms asks for, and leads back to it; or shows it once more with what
// stopped it.
func (s *Server) ofIntroduction(w http.ResponseWriter, r *http.Request, receipt string, do func(id int64, f pages.WalkFields, version int) error) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f pages.WalkFields
	if err = bind(r, &f); err == nil {
		version, _ := strconv.Atoi(f.Version)
		err = do(id, f, version)
	}
	if err == nil {
		return s.done(w, r, "/introduktion", receipt)
	}
	p, readErr := s.ownIntroduction(r)
	if readErr != nil {
		return readErr
	}
	p.Form, p.Sent = f, id
	return s.again(w, r, err, introductionView(r), func(why ui.ErrorSummaryProps) templ.Component {
		p.Why = why
		return pages.Introduction(p)
	})
}

func (s *Server) introductions(w http.ResponseWriter, r *http.Request) error {
	st, err := s.Learning.Status(r.Context(), actor(r))
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "learning.status.title"), Active: layout.Overview}, pages.Status(st))
}
