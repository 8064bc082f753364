package server

import (
	"net/http"

	"github.com/go-chi/chi/v5"
)

// Routes lists what is served, for tests that must not forget any of it.
func (s *Server) Routes() chi.Routes { return s.router }

// Pattern is the route that answers a GET of the path, or "" when none does.
func (s *Server) Pattern(path string) string {
	c := chi.NewRouteContext()
	if !s.router.Match(c, http.MethodGet, path) {
		return ""
	}
	return c.RoutePattern()
}
