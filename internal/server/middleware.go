package server

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"strings"
	"time"

	"github.com/go-chi/httprate"
	"github.com/klauspost/compress/gzhttp"

	"samverka/internal/fail"
	"samverka/internal/i18n"
)

// around puts the router inside what every request passes, the outermost last.
func (s *Server) around(h http.Handler) http.Handler {
	h = s.session(s.writable(h))
	h = language(h)
	h = s.deadline(h)
	h = limitForms(h)
	h = s.sameOriginOnly(h)
	if s.RequestLimit > 0 {
		h = s.limitRate(h)
	}
	h = s.headers(h)
	h = compress(h)
	h = s.recover(h)
	return s.identify(h)
}

type requestKey struct{}

// identify gives the request a number, for the log and for whoever reports an error.
func (s *Server) identify(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var b [6]byte
		_, _ = rand.Read(b[:]) // never fails (crypto/rand)
		id := hex.EncodeToString(b[:])
		w.Header().Set("X-Request-Id", id)
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), requestKey{}, id)))
	})
}

func requestID(r *http.Request) string {
	id, _ := r.Context().Value(requestKey{}).(string)
	return id
}

// recover turns a panic into the page of an internal error. The value is not logged: it may hold what was written.
func (s *Server) recover(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			switch v := recover(); v {
			case nil:
			case http.ErrAbortHandler:
				panic(v)
			default:
				s.Log.LogAttrs(r.Context(), slog.LevelError, "panic", slog.String("request", requestID(r)),
					slog.String("type", fmt.Sprintf("%T", v)), slog.String("stack", string(debug.Stack())))
				if err := s.errorPage(w, r, http.StatusInternalServerError, nil); err != nil {
					s.broken(w, r, err)
				}
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// logged writes one line for each page that was answered: ids, route and time, never the address, which may name things.
// What was refused has a line of its own (logRefusal).
func (s *Server) logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if anonymous(r.URL.Path) {
			next.ServeHTTP(w, r)
			return
		}
		began := time.Now()
		watch := &statusWriter{ResponseWriter: w}
		next.ServeHTTP(watch, r)
		if s.Observe != nil {
			s.Observe(r.Method, pattern(r), max(watch.status, http.StatusOK), time.Since(began))
		}
		if watch.status >= http.StatusBadRequest {
			return
		}
		who := actor(r)
		s.Log.LogAttrs(r.Context(), slog.LevelInfo, "answered", slog.String("request", requestID(r)), slog.Int64("org", who.OrgID),
			slog.Int64("person", who.PersonID), slog.String("role", string(who.Role)), slog.String("method", r.Method),
			slog.String("route", pattern(r)), slog.Int("status", max(watch.status, http.StatusOK)), slog.Duration("took", time.Since(began)))
	})
}

const contentPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// headers tells the browser what it may do with our pages. Nothing of a page is kept anywhere unless a handler says so.
func (s *Server) headers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", contentPolicy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), browsing-topics=()")
		h.Set("Cache-Control", "private, no-store")
		if s.Secure {
			h.Set("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
		}
		next.ServeHTTP(w, r)
	})
}

// sameOriginOnly refuses forms that another site's page sends (CSRF).
func (s *Server) sameOriginOnly(next http.Handler) http.Handler {
	guard := http.NewCrossOriginProtection()
	guard.SetDenyHandler(s.page(func(http.ResponseWriter, *http.Request) error {
		return fail.New(fail.Forbidden, "error.cross_origin")
	}))
	return guard.Handler(next)
}

// writable refuses what would be written while nothing may be; signing in and out goes on.
func (s *Server) writable(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		changes := r.Method == http.MethodPost && !strings.HasPrefix(r.URL.Path, "/logga-") && r.URL.Path != "/demo"
		if changes && s.ReadOnly != nil && s.ReadOnly() {
			s.fail(w, r, fail.New(fail.Unavailable, "error.read_only"))
			return
		}
		next.ServeHTTP(w, r)
	})
}

// deadline is the longest that a request may work.
func (s *Server) deadline(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if isStream(r) {
			next.ServeHTTP(w, r)
			return
		}
		ctx, cancel := context.WithTimeout(r.Context(), s.Timeout)
		defer cancel()
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// limitRate slows down a client that asks more than people do, in this process. A whole municipality may sit behind one
// address, so the limit is set high; sign-in has its own (internal/identity).
func (s *Server) limitRate(next http.Handler) http.Handler {
	return httprate.LimitBy(s.RequestLimit, time.Minute, func(r *http.Request) (string, error) { return s.clientAddress(r), nil },
		httprate.WithLimitHandler(func(w http.ResponseWriter, r *http.Request) {
			http.Error(w, i18n.T(r.Context(), "error.rate"), http.StatusTooManyRequests)
		}))(next)
}

// compress packs pages lightly: a higher level costs more time than it saves bytes. Static files are packed already.
func compress(next http.Handler) http.Handler {
	wrap, err := gzhttp.NewWrapper(gzhttp.CompressionLevel(2), gzhttp.MinSize(1200),
		gzhttp.ContentTypes([]string{"text/html", "application/json", "text/csv", "text/calendar"}))
	if err != nil {
		panic(err) // the options are constants
	}
	packed := wrap(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if isStream(r) {
			next.ServeHTTP(w, r)
			return
		}
		packed.ServeHTTP(w, r)
	})
}

// language is the one that the reader chose, else Swedish: browsers at work are often set to English by somebody else.
func language(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		lang := i18n.Swedish
		if c, err := r.Cookie("lang"); err == nil {
			lang = c.Value
		}
		next.ServeHTTP(w, r.WithContext(i18n.With(r.Context(), lang)))
	})
}

// sameSite is the path and query of an address when it is one of ours, else "".
func sameSite(r *http.Request, address string) string {
	rest, ok := strings.CutPrefix(address, "https://"+r.Host)
	if !ok {
		rest, ok = strings.CutPrefix(address, "http://"+r.Host)
	}
	if !ok {
		rest = address
	}
	if !strings.HasPrefix(rest, "/") || strings.HasPrefix(rest, "//") || strings.HasPrefix(rest, "/\\") {
		return ""
	}
	return rest
}
