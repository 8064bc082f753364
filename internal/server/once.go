package server

import (
	"log/slog"
	"net/http"
	"strings"

	"samverka/internal/fail"
	"samverka/internal/identity"
	"samverka/templates/ui"
)

// onceField is the hidden field of a form that creates something: sent twice (a double press, a reload), it is worked on
// once, and the second sending is led to where the first one led.
func onceField() ui.Hidden { return ui.Hidden{Name: "once", Value: identity.NewToken()} }

// onceOnly keeps that promise for every form that carries the field. A refused form gives its key back.
func (s *Server) onceOnly(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		who := actor(r)
		if r.Method != http.MethodPost || who.PersonID == 0 || !strings.HasPrefix(r.Header.Get("Content-Type"), "application/x-www-form-urlencoded") {
			next.ServeHTTP(w, r)
			return
		}
		if err := parse(r); err != nil {
			s.fail(w, r, err)
			return
		}
		key := r.PostForm.Get("once")
		if len(key) < 16 || len(key) > 64 {
			next.ServeHTTP(w, r)
			return
		}
		location, first, err := s.Identity.ClaimForm(r.Context(), who.OrgID, who.PersonID, key)
		switch {
		case err != nil:
			s.fail(w, r, err)
		case first:
			s.settle(w, r, next, key)
		case location != "":
			_ = seeOther(w, r, location)
		default:
			s.fail(w, r, fail.New(fail.Conflict, "error.once"))
		}
	})
}

func (s *Server) settle(w http.ResponseWriter, r *http.Request, next http.Handler, key string) {
	kept := ""
	who := actor(r)
	defer func() {
		if err := s.Identity.SettleForm(r.Context(), who.OrgID, who.PersonID, key, kept); err != nil {
			s.Log.LogAttrs(r.Context(), slog.LevelWarn, "form key not settled", slog.String("request", requestID(r)))
		}
	}()
	watch := &statusWriter{ResponseWriter: w}
	next.ServeHTTP(watch, r)
	if watch.status == http.StatusSeeOther {
		kept = w.Header().Get("Location")
	}
}

// statusWriter remembers the answer's status.
type statusWriter struct {
	http.ResponseWriter
	status int
}

func (w *statusWriter) WriteHeader(status int) {
	if w.status == 0 {
		w.status = status
	}
	w.ResponseWriter.WriteHeader(status)
}

// Unwrap lets http.ResponseController reach what is wrapped.
func (w *statusWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }
