package server

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"samverka/web"
)

func (s *Server) staticRoutes(r chi.Router) {
	r.Get(web.Prefix+"*", web.Handler().ServeHTTP)
	r.Get("/robots.txt", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		_, _ = w.Write([]byte("User-agent: *\nDisallow: /\n"))
	})
}
