package server

import (
	"net/http"
	"strconv"

	"github.com/go-chi/chi/v5"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	pages "samverka/templates/identity"
)

func (s *Server) accountRoutes(r chi.Router) {
	r.Get("/valj-roll", s.page(s.chooseForm))
	r.Post("/valj-roll", s.page(s.chooseRole))
	r.Post("/valj-organisation", s.page(s.chooseOrganisation))
	r.Get("/roll", s.page(func(w http.ResponseWriter, r *http.Request) error { return seeOther(w, r, "/valj-roll") }))
	r.Get("/logotyp", s.page(s.logo))
	r.Get("/konto", s.page(s.account))
	r.Post("/konto/losenord", s.page(s.changePassword))
	r.Post("/konto/logga-ut-overallt", s.page(s.signOutEverywhere))
	r.Post("/konto/utseende", s.page(s.appearance))
}

// chooseForm shows the roles of the person, and the organisations of the account when there are several.
func (s *Server) chooseForm(w http.ResponseWriter, r *http.Request) error {
	v := visitOf(r)
	var p pages.ChoosePage
	for _, role := range v.who.Roles {
		p.Roles = append(p.Roles, pages.RoleChoice{Value: string(role), Label: i18n.T(r.Context(), role.Key()),
			About: i18n.T(r.Context(), role.AboutKey()), Current: role == v.who.Role})
	}
	if v.session.SeveralOrgs {
		in, err := s.Identity.Memberships(r.Context(), v.session.AccountID)
		if err != nil {
			return err
		}
		for _, m := range in {
			p.Orgs = append(p.Orgs, pages.OrgChoice{ID: m.OrgID, Name: m.OrgName, Current: m.OrgID == v.session.OrgID})
		}
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "identity.choose.title")}, pages.Choose(p))
}

type chooseForm struct {
	Role string `form:"role" max:"20"`
	Org  string `form:"org" max:"20"`
}

func (s *Server) chooseRole(w http.ResponseWriter, r *http.Request) error {
	var f chooseForm
	if err := bind(r, &f); err != nil {
		return err
	}
	role := access.Role(f.Role)
	if err := s.Identity.ChooseRole(r.Context(), visitOf(r).tokenHash, role); err != nil {
		return err
	}
	return s.done(w, r, "/", "identity.choose.done", "Role", i18n.T(r.Context(), role.Key()))
}

func (s *Server) chooseOrganisation(w http.ResponseWriter, r *http.Request) error {
	var f chooseForm
	if err := bind(r, &f); err != nil {
		return err
	}
	org, err := strconv.ParseInt(f.Org, 10, 64)
	if err != nil {
		return fail.New(fail.NotFound, "error.not_found")
	}
	if err := s.Identity.ChooseOrganisation(r.Context(), visitOf(r).tokenHash, org); err != nil {
		return err
	}
	return seeOther(w, r, "/")
}

// logo is the organisation's own mark. The browser may keep it for a while; it is in the header of every page.
func (s *Server) logo(w http.ResponseWriter, r *http.Request) error {
	data, kind, err := s.Identity.Logo(r.Context(), actor(r).OrgID)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Security-Policy", "default-src 'none'; sandbox")
	w.Header().Set("Cache-Control", "private, max-age=600")
	_, err = w.Write(data)
	return err
}
