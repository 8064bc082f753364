package server

import (
	"net/http"
	"slices"

	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/templates/problem"
	"samverka/templates/ui"
)

// confirm asks for a reason before a rule that warns is overridden: all that was sent stands hidden in the form and is sent
// again together with the reason.
func (s *Server) confirm(w http.ResponseWriter, r *http.Request, c *fail.Confirm) error {
	p := ui.ConfirmProps{Action: r.URL.RequestURI(), Form: "confirm", Submit: i18n.T(r.Context(), "error.confirm.submit"), Cancel: back(r)}
	names := make([]string, 0, len(r.PostForm))
	for name := range r.PostForm {
		if name != "reason" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		for _, value := range r.PostForm[name] {
			p.Fields = append(p.Fields, ui.Hidden{Name: name, Value: value})
		}
	}
	for _, warning := range c.Warnings {
		p.Warnings = append(p.Warnings, ui.ConfirmWarning{Text: i18n.Say(r.Context(), warning.Key, warning.Args...), Source: warning.Source})
	}
	return s.render(w, r, http.StatusUnprocessableEntity, view{Title: i18n.T(r.Context(), "error.confirm.title")}, problem.Confirm(p))
}

// back is the page that a form was sent from, when the browser says so and it is one of ours.
func back(r *http.Request) string {
	if u := sameSite(r, r.Referer()); u != "" {
		return u
	}
	return "/"
}
