package server

import (
	"context"
	"errors"
	"log/slog"
	"net/http"

	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/templates/layout"
	"samverka/templates/problem"
)

// statuses is the one table from refusals to HTTP.
var statuses = map[fail.Kind]int{
	fail.Internal:    http.StatusInternalServerError,
	fail.NotFound:    http.StatusNotFound,
	fail.Forbidden:   http.StatusForbidden,
	fail.Invalid:     http.StatusUnprocessableEntity,
	fail.Conflict:    http.StatusConflict,
	fail.TooLarge:    http.StatusRequestEntityTooLarge,
	fail.Unavailable: http.StatusServiceUnavailable,
}

// fail answers what a page refused, and logs it once.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, err error) {
	var c *fail.Confirm
	if errors.As(err, &c) {
		s.logRefusal(r, http.StatusUnprocessableEntity, err)
		if err := s.confirm(w, r, c); err != nil {
			s.broken(w, r, err)
		}
		return
	}
	status := statuses[fail.KindOf(err)]
	if errors.Is(err, context.DeadlineExceeded) && status == http.StatusInternalServerError {
		status = http.StatusServiceUnavailable
	}
	s.logRefusal(r, status, err)
	if err := s.errorPage(w, r, status, err); err != nil {
		s.broken(w, r, err)
	}
}

func (s *Server) errorPage(w http.ResponseWriter, r *http.Request, status int, err error) error {
	ctx := r.Context()
	if status == http.StatusUnprocessableEntity || status == http.StatusConflict {
		title := i18n.T(ctx, "error.refused.title")
		return s.render(w, r, status, view{Title: title}, problem.Refused(title, whyOf(r, err), back(r)))
	}
	p := layout.ErrorPage{Href: "/", Link: i18n.T(ctx, "error.home"), Ref: i18n.T(ctx, "error.ref", "ID", requestID(r))}
	switch status {
	case http.StatusNotFound:
		p.Title, p.Text, p.Todo, p.Ref = i18n.T(ctx, "error.not_found.title"), i18n.T(ctx, "error.not_found"), i18n.T(ctx, "error.not_found.todo"), ""
	case http.StatusForbidden:
		p.Title, p.Text, p.Todo, p.Ref = i18n.T(ctx, "error.forbidden.title"), message(r, err), i18n.T(ctx, "error.forbidden.todo"), ""
	case http.StatusRequestEntityTooLarge:
		p.Title, p.Text, p.Todo = i18n.T(ctx, "error.too_large.title"), message(r, err), i18n.T(ctx, "error.too_large.todo")
		p.Href, p.Link = back(r), i18n.T(ctx, "error.back")
	case http.StatusServiceUnavailable:
		p.Title, p.Text, p.Todo = i18n.T(ctx, "error.unavailable.title"), i18n.T(ctx, "error.unavailable"), i18n.T(ctx, "error.unavailable.todo")
		if fail.KindOf(err) == fail.Unavailable {
			p.Text = message(r, err)
		}
		w.Header().Set("Retry-After", "10")
	default:
		p.Title, p.Text, p.Todo = i18n.T(ctx, "error.internal.title"), i18n.T(ctx, "error.internal"), i18n.T(ctx, "error.internal.todo")
	}
	return s.render(w, r, status, view{Title: p.Title}, problem.Problem(p))
}

// broken is the last way out, when not even the error's page could be made.
func (s *Server) broken(w http.ResponseWriter, r *http.Request, err error) {
	s.Log.LogAttrs(r.Context(), slog.LevelError, "error page failed", slog.String("request", requestID(r)), slog.String("error", err.Error()))
	http.Error(w, i18n.T(r.Context(), "error.internal"), http.StatusInternalServerError)
}

// logRefusal writes one line about what was refused: ids, route and rule, never what was written. Only an internal error's
// own text is logged, and that of a refusal's cause is not: Postgres quotes values in it.
func (s *Server) logRefusal(r *http.Request, status int, err error) {
	v := visitOf(r)
	level := slog.LevelInfo
	rule := fail.KeyOf(err)
	attrs := []slog.Attr{slog.String("request", requestID(r)), slog.Int64("org", v.who.OrgID), slog.Int64("person", v.who.PersonID),
		slog.String("role", string(v.who.Role)), slog.String("method", r.Method), slog.String("route", pattern(r)), slog.Int("status", status)}
	for _, f := range fail.Fields(err) {
		rule += " " + f.Name + ":" + f.Key
	}
	var c *fail.Confirm
	if errors.As(err, &c) {
		rule = c.Error()
	}
	if status >= http.StatusInternalServerError {
		level = slog.LevelError
		attrs = append(attrs, slog.String("error", withoutValues(err)))
	}
	s.Log.LogAttrs(r.Context(), level, "refused", append(attrs, slog.String("rule", rule))...)
}

// withoutValues is an internal error's text; of what Postgres says only the code, since its text quotes rows.
func withoutValues(err error) string {
	var pg interface{ SQLState() string }
	if errors.As(err, &pg) {
		return "postgres " + pg.SQLState()
	}
	return err.Error()
}

func (s *Server) notFound(http.ResponseWriter, *http.Request) error {
	return fail.New(fail.NotFound, "error.not_found")
}

// notAllowed answers a form sent to a page, or a link to an action, like an address that does not exist.
func (s *Server) notAllowed(http.ResponseWriter, *http.Request) error {
	return fail.New(fail.NotFound, "error.not_found")
}
