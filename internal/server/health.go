package server

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"time"

	"github.com/go-chi/chi/v5"
)

func (s *Server) healthRoutes(r chi.Router) {
	r.Get("/healthz", s.page(s.healthy))
	r.Get("/readyz", s.page(s.ready))
}

// healthy says that the process answers.
func (s *Server) healthy(w http.ResponseWriter, _ *http.Request) error {
	_, err := io.WriteString(w, "ok\n")
	return err
}

// ready says whether traffic should be sent here: not while draining, and only when all of Ready holds within a second.
func (s *Server) ready(w http.ResponseWriter, r *http.Request) error {
	ctx, cancel := context.WithTimeout(r.Context(), time.Second)
	defer cancel()
	err := errDraining
	if !s.draining.Load() {
		err = s.readyNow(ctx)
	}
	if err != nil {
		s.Log.LogAttrs(ctx, slog.LevelWarn, "not ready", slog.String("error", err.Error()))
		http.Error(w, "not ready", http.StatusServiceUnavailable)
		return nil
	}
	_, err = io.WriteString(w, "ready\n")
	return err
}

func (s *Server) readyNow(ctx context.Context) error {
	for _, check := range s.Ready {
		if err := check(ctx); err != nil {
			return err
		}
	}
	return nil
}
