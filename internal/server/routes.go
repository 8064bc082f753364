package server

import (
	"net/http"

	"github.com/go-chi/chi/v5"
)

// routes lists every subject's routes; each subject registers its own. What stands in the group is for signed-in people.
func (s *Server) routes(r chi.Router) {
	r.NotFound(s.page(s.notFound))
	r.MethodNotAllowed(s.page(s.notAllowed))
	s.staticRoutes(r)
	s.healthRoutes(r)
	s.informationRoutes(r)
	s.signInRoutes(r)
	s.unsubscribeRoutes(r)
	s.feedRoutes(r)
	r.Group(func(r chi.Router) {
		r.Use(s.requireActor, s.onceOnly, s.guided)
		s.accountRoutes(r)
		s.calendarRoutes(r)
		s.meetingRoutes(r)
		s.aptRoutes(r)
		s.yearRoutes(r)
		s.followupRoutes(r)
		s.organisationRoutes(r)
		s.matterRoutes(r)
		s.raisedRoutes(r)
		s.todoRoutes(r)
		s.actionRoutes(r)
		s.searchRoutes(r)
		s.registerRoutes(r)
		s.overviewRoutes(r)
		s.outboxRoutes(r)
		s.guidanceRoutes(r)
		s.retentionRoutes(r)
		s.postRoutes(r)
		s.learningRoutes(r)
	})
}

// page is a handler that returns its refusal instead of writing it.
type page func(w http.ResponseWriter, r *http.Request) error

// page makes an http.HandlerFunc of a page: what it returns goes through the one table in errors.go.
func (s *Server) page(p page) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := p(w, r); err != nil {
			s.fail(w, r, err)
		}
	}
}
