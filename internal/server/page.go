package server

import (
	"bytes"
	"fmt"
	"net/http"
	"strconv"
	"sync"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/templates/layout"
)

// view is what a page says about the frame around it.
type view struct {
	Title  string         // unique; the organisation's name is added
	Active layout.Section // marks the navigation
	Wide   bool           // tables and meeting mode: the whole width
	Htmx   bool           // regions are replaced
	Script string         // a script of the page's own: agenda.js
	Live   bool           // the page follows a meeting
	Bare   bool           // nothing around it: a screen in a room
}

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// render sends body inside the frame. It is rendered whole before anything is sent, so a page that breaks half-way is a
// clean 500. With status 422 or 409 the title begins "Fel: ".
func (s *Server) render(w http.ResponseWriter, r *http.Request, status int, v view, body templ.Component) error {
	f := s.frame(w, r, v)
	f.HasError = status == http.StatusUnprocessableEntity || status == http.StatusConflict
	buf := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(buf)
	buf.Reset()
	ctx := templ.WithChildren(r.Context(), body)
	if err := layout.Page(f).Render(ctx, buf); err != nil {
		return fmt.Errorf("rendering %s: %w", pattern(r), err)
	}
	return send(w, status, buf)
}

// fragment sends body without the frame, to a script that puts it in the place of what stands on its page.
func (s *Server) fragment(w http.ResponseWriter, r *http.Request, body templ.Component) error {
	buf := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(buf)
	buf.Reset()
	if err := body.Render(r.Context(), buf); err != nil {
		return fmt.Errorf("rendering %s: %w", pattern(r), err)
	}
	return send(w, http.StatusOK, buf)
}

func send(w http.ResponseWriter, status int, buf *bytes.Buffer) error {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(buf.Bytes()) // a failed write means that the browser left
	return nil
}

// frame is what surrounds the page: organisation, acting role, navigation, receipt.
func (s *Server) frame(w http.ResponseWriter, r *http.Request, v view) layout.Frame {
	v2 := visitOf(r)
	f := layout.Frame{Title: v.Title, Active: v.Active, Wide: v.Wide, Htmx: v.Htmx, Script: v.Script, Live: v.Live, Bare: v.Bare, Scheme: scheme(r), Path: r.URL.Path,
		Demo: s.Demo, SignedOut: v2.who.PersonID == 0, OrgName: v2.session.OrgName, Palette: layout.Palette(v2.session.Palette),
		Notice: s.takeFlash(w, r)}
	if v2.session.HasLogo {
		f.LogoURL = "/logotyp"
	}
	if who := v2.who; who.PersonID != 0 {
		f.Actor = &layout.ActorView{Name: who.Name, RoleLabel: roleLabel(r, v2), CanSwitch: len(who.Roles) > 1 || v2.session.SeveralOrgs}
		f.Settings = who.May(access.OrganisationWrite)
		f.Nav = layout.DefaultNav(r.Context(), who.May(access.OverviewRead))
	}
	return f
}

// roleLabel says who one acts as: "Chef, Hemtjänst Väst".
func roleLabel(r *http.Request, v visit) string {
	label := i18n.T(r.Context(), v.who.Role.Key())
	if v.session.Place != "" {
		label += ", " + v.session.Place
	}
	return label
}

// actor is who asks; empty for whoever is not signed in.
func actor(r *http.Request) access.Actor { return visitOf(r).who }

// pathID reads a number of the path; what is no number is NotFound, as an unknown number is.
func pathID(r *http.Request, name string) (int64, error) {
	n, err := strconv.ParseInt(chi.URLParam(r, name), 10, 64)
	if err != nil || n <= 0 {
		return 0, fail.New(fail.NotFound, "error.not_found")
	}
	return n, nil
}

// seeOther leads on after a form was taken.
func seeOther(w http.ResponseWriter, r *http.Request, to string) error {
	http.Redirect(w, r, to, http.StatusSeeOther)
	return nil
}

// done leads on after a form was taken, and the next page says the text key as its receipt.
func (s *Server) done(w http.ResponseWriter, r *http.Request, to, key string, args ...any) error {
	s.setFlash(w, key, args...)
	return seeOther(w, r, to)
}

// pattern is the route as it was registered, for the log: never the path, which may name things.
func pattern(r *http.Request) string {
	if c := chi.RouteContext(r.Context()); c != nil {
		return c.RoutePattern()
	}
	return ""
}
