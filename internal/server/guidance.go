package server

import (
	"net/http"
	"strconv"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/guidance"
	"samverka/internal/i18n"
	pages "samverka/templates/guidance"
	"samverka/templates/ui"
)

// guidanceRoutes are the help for managers, and the organisation's own words in it.
func (s *Server) guidanceRoutes(r chi.Router) {
	r.Get("/stod", s.page(s.guidanceAll))
	r.Get("/installningar/stod", s.page(s.guidanceSettings))
	r.Get("/installningar/stod/{topic}", s.page(s.guidanceForm))
	r.Post("/installningar/stod/{topic}", s.page(s.saveGuidance))
	r.Post("/installningar/stod/{topic}/aterga", s.page(s.revertGuidance))
}

// guided gives pages the organisation's own help texts. They are kept in memory until somebody changes them, so a page costs
// no further round trip.
func (s *Server) guided(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v := visitOf(r)
		if v.who.PersonID == 0 || v.session.HelpVersion == 0 {
			next.ServeHTTP(w, r)
			return
		}
		own, err := s.Guidance.Of(r.Context(), v.who, v.session.HelpVersion)
		if err != nil {
			s.fail(w, r, err)
			return
		}
		next.ServeHTTP(w, r.WithContext(guidance.With(r.Context(), own)))
	})
}

func (s *Server) guidanceAll(w http.ResponseWriter, r *http.Request) error {
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "guidance.title")}, pages.All(actor(r).May(access.GuidanceWrite)))
}

func (s *Server) guidanceSettings(w http.ResponseWriter, r *http.Request) error {
	saved, err := s.Guidance.Settings(r.Context(), actor(r))
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "guidance.settings.title")}, pages.Settings(saved, guidance.Slug(visitOf(r).session.OrgName)))
}

// topicOf is the topic of the path; the operations refuse one that is not known.
func topicOf(r *http.Request) guidance.Topic { return guidance.Topic(chi.URLParam(r, "topic")) }

func (s *Server) guidancePage(r *http.Request) (view, pages.EditPage, error) {
	p := pages.EditPage{Topic: topicOf(r)}
	var err error
	if p.Saved, err = s.Guidance.History(r.Context(), actor(r), p.Topic); err != nil {
		return view{}, p, err
	}
	if len(p.Saved) > 0 {
		p.Body, p.Version = p.Saved[0].Body, p.Saved[0].Version
	}
	return view{Title: i18n.T(r.Context(), "guidance.edit.title", "Topic", pages.Name(r.Context(), p.Topic))}, p, nil
}

func (s *Server) guidanceForm(w http.ResponseWriter, r *http.Request) error {
	v, p, err := s.guidancePage(r)
	if err != nil {
		return err
	}
	if p.Body == "" && r.URL.Query().Get("borja") != "" {
		p.Body = pages.Ours(i18n.With(r.Context(), i18n.Swedish), p.Topic)
	}
	return s.render(w, r, http.StatusOK, v, pages.Edit(p))
}

type guidanceFields struct {
	Body    string `form:"body" max:"20000"`
	Version string `form:"version" max:"10"`
}

func (f guidanceFields) version() int {
	n, _ := strconv.Atoi(f.Version)
	return n
}

// saveGuidance keeps the organisation's own text. When somebody else saved first, both texts are shown.
func (s *Server) saveGuidance(w http.ResponseWriter, r *http.Request) error {
	var f guidanceFields
	err := bind(r, &f)
	if err == nil {
		err = s.Guidance.Save(r.Context(), actor(r), topicOf(r), f.Body, f.version())
	}
	if err == nil {
		return s.done(w, r, "/installningar/stod#"+string(topicOf(r)), "guidance.edit.saved")
	}
	v, p, readErr := s.guidancePage(r)
	if readErr != nil {
		return readErr
	}
	return s.again(w, r, err, v, func(why ui.ErrorSummaryProps) templ.Component {
		if fail.KindOf(err) == fail.Conflict {
			p.Theirs = p.Body
		} else {
			p.Version = f.version()
		}
		p.Why, p.Body = why, f.Body
		return pages.Edit(p)
	})
}

func (s *Server) revertGuidance(w http.ResponseWriter, r *http.Request) error {
	var f guidanceFields
	err := bind(r, &f)
	if err == nil {
		err = s.Guidance.Save(r.Context(), actor(r), topicOf(r), "", f.version())
	}
	if err != nil {
		return err
	}
	return s.done(w, r, "/installningar/stod#"+string(topicOf(r)), "guidance.revert.done")
}
