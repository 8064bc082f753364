package server

import (
	"net/http"
	"slices"
	"strconv"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/learning"
	"samverka/templates/layout"
	pages "samverka/templates/learning"
	"samverka/templates/ui"
)

func (s *Server) courseRoutes(r chi.Router) {
	r.Get("/utbildningar", s.page(s.courses))
	r.Get("/utbildningar/ny", s.page(s.newCourse))
	r.Post("/utbildningar", s.page(s.saveCourse))
	r.Get("/utbildningar/{id}", s.page(s.course))
	r.Get("/utbildningar/{id}/andra", s.page(s.editCourse))
	r.Post("/utbildningar/{id}/andra", s.page(s.saveCourse))
	r.Post("/utbildningar/{id}/tillfallen", s.page(s.addOccasion))
	r.Post("/utbildningar/{id}/tillfallen/{occasion}/deltagare", s.page(s.signUp))
	r.Post("/utbildningar/{id}/tillfallen/{occasion}/avanmal", s.page(s.signOff))
	r.Post("/utbildningar/{id}/tillfallen/{occasion}/narvaro", s.page(s.attend))
}

func courseView(title string) view { return view{Title: title, Active: layout.ToDo} }

func (s *Server) courses(w http.ResponseWriter, r *http.Request) error {
	reg, err := s.Learning.Courses(r.Context(), actor(r))
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, courseView(i18n.T(r.Context(), "learning.list.title")), pages.Courses(pages.List{Register: reg, Write: actor(r).May(access.TrainingWrite)}))
}

// courseForm is the form as it begins: of HR, or of the unions that the actor speaks for.
func courseForm(r *http.Request, c learning.Course) pages.CourseForm {
	who := actor(r)
	f := pages.CourseForm{Course: c, Once: onceField()}
	for _, m := range who.Mandates {
		o := ui.Option{Value: strconv.FormatInt(m.UnionID, 10), Label: m.UnionName, Selected: m.UnionID == c.UnionID}
		if who.Role == access.UnionRep && m.UnionID != 0 && !slices.Contains(f.Unions, o) {
			f.Unions = append(f.Unions, o)
		}
	}
	return f
}

func (s *Server) newCourse(w http.ResponseWriter, r *http.Request) error {
	if err := actor(r).Require(access.TrainingWrite); err != nil {
		return err
	}
	f := courseForm(r, learning.Course{Arranger: learning.ByBoth})
	return s.render(w, r, http.StatusOK, courseView(f.Title(r.Context())), pages.EditCourse(f))
}

// keptCourse reads a course to change it. NotFound for one that is not theirs to keep.
func (s *Server) keptCourse(r *http.Request) (learning.Course, error) {
	if err := actor(r).Require(access.TrainingWrite); err != nil {
		return learning.Course{}, err
	}
	id, err := pathID(r, "id")
	if err != nil {
		return learning.Course{}, err
	}
	g, err := s.Learning.Course(r.Context(), actor(r), id)
	if err == nil && !g.Keeps {
		err = fail.New(fail.NotFound, "error.not_found")
	}
	return g.Course, err
}

func (s *Server) editCourse(w http.ResponseWriter, r *http.Request) error {
	c, err := s.keptCourse(r)
	if err != nil {
		return err
	}
	f := courseForm(r, c)
	return s.render(w, r, http.StatusOK, courseView(f.Title(r.Context())), pages.EditCourse(f))
}

type courseFields struct {
	Version  string `form:"version" max:"10"`
	Name     string `form:"name" max:"100"`
	About    string `form:"about" max:"1000"`
	Arranger string `form:"arranger" max:"20"`
	Joint    bool   `form:"joint"`
	Union    string `form:"union" max:"20"`
}

func (s *Server) saveCourse(w http.ResponseWriter, r *http.Request) error {
	var stood learning.Course
	var err error
	if chi.URLParam(r, "id") != "" {
		if stood, err = s.keptCourse(r); err != nil {
			return err
		}
	} else if err = actor(r).Require(access.TrainingWrite); err != nil {
		return err
	}
	var f courseFields
	err = bind(r, &f)
	c := learning.Course{ID: stood.ID, Name: f.Name, About: f.About, Arranger: stood.Arranger, Joint: stood.Joint, UnionID: stood.UnionID}
	if c.ID == 0 {
		c.Arranger, c.Joint, c.UnionID = f.Arranger, f.Joint, idOf(f.Union)
	}
	c.Version, _ = strconv.Atoi(f.Version)
	id := c.ID
	if err == nil {
		id, err = s.Learning.SaveCourse(r.Context(), actor(r), c)
	}
	if err == nil {
		return s.done(w, r, pages.CoursePath(id), "learning.done.course")
	}
	p := courseForm(r, c)
	if fail.KindOf(err) == fail.Conflict {
		p.Version, p.Stood = stood.Version, &stood
	}
	return s.again(w, r, err, courseView(p.Title(r.Context())), func(why ui.ErrorSummaryProps) templ.Component {
		p.Why = why
		return pages.EditCourse(p)
	})
}

func (s *Server) coursePage(r *http.Request) (pages.CoursePage, error) {
	id, err := pathID(r, "id")
	if err != nil {
		return pages.CoursePage{}, err
	}
	g, err := s.Learning.Course(r.Context(), actor(r), id)
	return pages.CoursePage{Given: g}, err
}

func (s *Server) course(w http.ResponseWriter, r *http.Request) error {
	p, err := s.coursePage(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, courseView(p.Name), pages.Course(p))
}

func (s *Server) addOccasion(w http.ResponseWriter, r *http.Request) error {
	return s.ofCourse(w, r, "learning.done.occasion", func(course, _ int64, f pages.CourseFields) error {
		on, err := dateOf("held_on", f.HeldOn)
		if err != nil {
			return err
		}
		return s.Learning.AddOccasion(r.Context(), actor(r), course, on, f.Place)
	})
}

func (s *Server) signUp(w http.ResponseWriter, r *http.Request) error {
	return s.ofCourse(w, r, "learning.done.signed_up", func(course, occasion int64, f pages.CourseFields) error {
		return s.Learning.SignUp(r.Context(), actor(r), course, occasion, f.People)
	})
}

func (s *Server) signOff(w http.ResponseWriter, r *http.Request) error {
	return s.ofCourse(w, r, "learning.done.signed_off", func(course, occasion int64, f pages.CourseFields) error {
		return s.Learning.SignOff(r.Context(), actor(r), course, occasion, idOf(f.Person))
	})
}

func (s *Server) attend(w http.ResponseWriter, r *http.Request) error {
	return s.ofCourse(w, r, "learning.done.attended", func(course, occasion int64, f pages.CourseFields) error {
		var took []int64
		for _, id := range f.Took {
			took = append(took, idOf(id))
		}
		version, _ := strconv.Atoi(f.Version)
		return s.Learning.Attend(r.Context(), actor(r), course, occasion, took, version)
	})
}

// ofCourse does what one of the course page's forms asks for, and leads back to it; or shows it once more with what stopped it.
func (s *Server) ofCourse(w http.ResponseWriter, r *http.Request, receipt string, do func(course, occasion int64, f pages.CourseFields) error) error {
	c, err := s.keptCourse(r)
	if err != nil {
		return err
	}
	var occasion int64
	if chi.URLParam(r, "occasion") != "" {
		if occasion, err = pathID(r, "occasion"); err != nil {
			return err
		}
	}
	var f pages.CourseFields
	if err = bind(r, &f); err == nil {
		err = do(c.ID, occasion, f)
	}
	if err == nil {
		return s.done(w, r, pages.CoursePath(c.ID), receipt)
	}
	p, readErr := s.coursePage(r)
	if readErr != nil {
		return readErr
	}
	p.Form, p.Sent = f, occasion
	return s.again(w, r, err, courseView(c.Name), func(why ui.ErrorSummaryProps) templ.Component {
		p.Why = why
		return pages.Course(p)
	})
}
