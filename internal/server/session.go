package server

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"

	"samverka/internal/access"
	"samverka/internal/identity"
)

// visit is who a request is from.
type visit struct {
	session   identity.Session
	who       access.Actor
	tokenHash []byte // nil: nobody is signed in
}

type visitKey struct{}

func visitOf(r *http.Request) visit {
	v, _ := r.Context().Value(visitKey{}).(visit)
	return v
}

// session finds out once who asks; static files and health checks do not ask.
func (s *Server) session(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token := s.sessionToken(r)
		if token == "" || s.Identity == nil || anonymous(r.URL.Path) {
			next.ServeHTTP(w, r)
			return
		}
		v := visit{tokenHash: identity.Hash(token)}
		var err error
		v.session, v.who, err = s.Identity.Load(r.Context(), v.tokenHash)
		switch {
		case errors.Is(err, identity.ErrNoSession):
			s.dropSession(w)
		case err != nil:
			s.fail(w, r, err)
			return
		default:
			r = r.WithContext(context.WithValue(r.Context(), visitKey{}, v))
		}
		next.ServeHTTP(w, r)
	})
}

func anonymous(path string) bool {
	return strings.HasPrefix(path, "/static/") || strings.HasPrefix(path, "/kalender/") || path == "/healthz" || path == "/readyz"
}

// requireActor sends whoever is not signed in to sign-in and, after it, back to the page that was asked for; and whoever has
// not chosen among several organisations to the choice.
func (s *Server) requireActor(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch v := visitOf(r); {
		case v.tokenHash == nil:
			http.Redirect(w, r, "/logga-in"+returnTo(r), http.StatusSeeOther)
		case v.who.PersonID == 0 && r.URL.Path != "/valj-roll" && r.URL.Path != "/valj-organisation":
			http.Redirect(w, r, "/valj-roll", http.StatusSeeOther)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// returnTo is the query that brings one back to a page after sign-in; a form is not sent again by it.
func returnTo(r *http.Request) string {
	if r.Method != http.MethodGet || r.URL.Path == "/" {
		return ""
	}
	return "?till=" + url.QueryEscape(r.URL.RequestURI())
}

// cookieName is bound to this host alone where cookies can be.
func (s *Server) cookieName(name string) string {
	if s.Secure {
		return "__Host-" + name
	}
	return name
}

func (s *Server) cookie(name, value string, seconds int) *http.Cookie {
	return &http.Cookie{Name: s.cookieName(name), Value: value, Path: "/", MaxAge: seconds, HttpOnly: true, Secure: s.Secure, SameSite: http.SameSiteLaxMode}
}

func (s *Server) sessionToken(r *http.Request) string {
	c, err := r.Cookie(s.cookieName("session"))
	if err != nil {
		return ""
	}
	return c.Value
}

func (s *Server) keepSession(w http.ResponseWriter, token string) {
	http.SetCookie(w, s.cookie("session", token, int(identity.AbsoluteTimeout.Seconds())))
}

func (s *Server) dropSession(w http.ResponseWriter) {
	http.SetCookie(w, s.cookie("session", "", -1))
}
