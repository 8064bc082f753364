package server

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/go-chi/chi/v5"

	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/organisation"
	pages "samverka/templates/organisation"
)

// organisationRoutes show who is who, and let HR and administrators keep it.
func (s *Server) organisationRoutes(r chi.Router) {
	r.Get("/organisation", s.page(s.tree))
	r.Get("/organisation/enheter/ny", s.page(s.newUnit))
	r.Post("/organisation/enheter", s.page(s.saveUnit))
	r.Get("/organisation/enheter/{id}", s.page(s.unit))
	r.Get("/organisation/enheter/{id}/andra", s.page(s.editUnit))
	r.Post("/organisation/enheter/{id}", s.page(s.saveUnit))
	r.Post("/organisation/enheter/{id}/avsluta", s.page(s.closeUnit))
	r.Get("/organisation/grupper", s.page(s.groups))
	r.Get("/organisation/grupper/ny", s.page(s.newGroup))
	r.Post("/organisation/grupper", s.page(s.saveGroup))
	r.Get("/organisation/grupper/{id}", s.page(s.group))
	r.Get("/organisation/grupper/{id}/andra", s.page(s.editGroup))
	r.Post("/organisation/grupper/{id}", s.page(s.saveGroup))
	r.Post("/organisation/grupper/{id}/avsluta", s.page(s.closeGroup))
	r.Get("/organisation/grupper/{id}/flytta", s.page(s.regroupForm))
	r.Post("/organisation/grupper/{id}/flytta", s.page(s.regroup))
	r.Get("/organisation/forbund", s.page(s.unions))
	r.Get("/organisation/forbund/ny", s.page(s.newUnion))
	r.Post("/organisation/forbund", s.page(s.saveUnion))
	r.Get("/organisation/forbund/{id}/andra", s.page(s.editUnion))
	r.Post("/organisation/forbund/{id}", s.page(s.saveUnion))
	r.Post("/organisation/forbund/{id}/avsluta", s.page(s.closeUnion))
	r.Get("/organisation/mandat", s.page(s.mandates))
	r.Get("/organisation/mandat/ny", s.page(s.newMandate))
	r.Post("/organisation/mandat", s.page(s.saveMandate))
	r.Get("/organisation/mandat/{id}/andra", s.page(s.editMandate))
	r.Post("/organisation/mandat/{id}", s.page(s.saveMandate))
	r.Post("/organisation/mandat/{id}/avsluta", s.page(s.endMandate))
	r.Get("/ombud", s.page(s.representatives))
	s.settingsRoutes(r)
}

// tree is the whole organisation, or with enhet= what lies below one unit, or with q= what a search finds.
func (s *Server) tree(w http.ResponseWriter, r *http.Request) error {
	root, _ := strconv.ParseInt(asked(r, "enhet"), 10, 64)
	q := asked(r, "q")
	t, err := s.Organisation.Tree(r.Context(), actor(r), max(root, 0), q)
	if err != nil {
		return err
	}
	title := i18n.T(r.Context(), "organisation.tree.title")
	if t.Root.ID != 0 {
		title = t.Root.Name
	}
	return s.render(w, r, http.StatusOK, view{Title: title}, pages.Tree(pages.TreePage{Tree: t, Filter: q}))
}

// optionalID is the id of the path, or 0 where the route has none: the same form adds and changes.
func optionalID(r *http.Request) (int64, error) {
	if chi.URLParam(r, "id") == "" {
		return 0, nil
	}
	return pathID(r, "id")
}

// formDate reads a date of a form; nothing written is no date.
func formDate(f *fail.Form, name, text string) clock.Date {
	if text == "" {
		return clock.Date{}
	}
	d, err := clock.ParseDate(text)
	if err != nil {
		f.Add(name, "organisation.error.date")
	}
	return d
}

// formNumber reads a whole number of a form, or notes key.
func formNumber(f *fail.Form, name, text, key string) int {
	n, err := strconv.Atoi(strings.ReplaceAll(text, " ", ""))
	if err != nil || n < 0 {
		f.Add(name, key)
	}
	return n
}

// closingForm is what the form that ends a thing sends.
type closingForm struct {
	On      string `form:"on" max:"40"`
	Last    string `form:"last" max:"40"`
	Reopen  bool   `form:"reopen"`
	Version string `form:"version" max:"40"`
}

// readClosing reads the day that something is closed from; no date opens it again when that was asked for.
func readClosing(r *http.Request) (c closingForm, on clock.Date, err error) {
	if err := bind(r, &c); err != nil {
		return c, on, err
	}
	var f fail.Form
	if on = formDate(&f, "on", c.On); on.IsZero() && !c.Reopen && f.Err() == nil {
		f.Add("on", "organisation.error.date")
	}
	return c, on, f.Err()
}

// ended is the receipt of readClosing's forms.
func ended(c closingForm) string {
	if c.Reopen {
		return "organisation.list.reopened"
	}
	return "organisation.list.ended"
}

// lines are the answers of a field with one per line.
func lines(text string) (out []string) {
	for l := range strings.Lines(text) {
		if l = organisation.CleanName(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}
