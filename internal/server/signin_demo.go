package server

import (
	"net/http"
	"strconv"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	pages "samverka/templates/identity"
)

// demoPicker lets a visitor of the demo be anybody. Where the product is no demo there is no such page.
func (s *Server) demoPicker(w http.ResponseWriter, r *http.Request) error {
	if !s.Demo {
		return fail.New(fail.NotFound, "error.not_found")
	}
	people, err := s.Identity.DemoPersonas(r.Context())
	if err != nil {
		return err
	}
	var orgs []pages.DemoOrg
	for _, p := range people {
		if len(orgs) == 0 || orgs[len(orgs)-1].Name != p.OrgName {
			orgs = append(orgs, pages.DemoOrg{Name: p.OrgName})
		}
		o := &orgs[len(orgs)-1]
		o.Personas = append(o.Personas, pages.PersonaChoice{OrgID: p.OrgID, PersonID: p.PersonID, Role: string(p.Role), Name: p.Name, Place: p.Place,
			RoleLabel: i18n.T(r.Context(), p.Role.Key()), About: i18n.T(r.Context(), p.Role.AboutKey())})
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "identity.demo.title")}, pages.Demo(orgs))
}

type enterAsForm struct {
	Org    string `form:"org" max:"20"`
	Person string `form:"person" max:"20"`
	Role   string `form:"role" max:"20"`
}

func (s *Server) enterAs(w http.ResponseWriter, r *http.Request) error {
	if !s.Demo {
		return fail.New(fail.NotFound, "error.not_found")
	}
	var f enterAsForm
	if err := bind(r, &f); err != nil {
		return err
	}
	org, err1 := strconv.ParseInt(f.Org, 10, 64)
	person, err2 := strconv.ParseInt(f.Person, 10, 64)
	if err1 != nil || err2 != nil {
		return fail.New(fail.NotFound, "error.not_found")
	}
	token, err := s.Identity.EnterAs(r.Context(), org, person, access.Role(f.Role), s.visitFrom(r))
	if err != nil {
		return err
	}
	if err := s.leave(r); err != nil {
		return err
	}
	s.keepSession(w, token)
	return seeOther(w, r, landing(access.Role(f.Role)))
}

// landing is the page of the demo that shows most of what a role is about.
func landing(role access.Role) string {
	switch role {
	case access.HR:
		return "/oversikt"
	case access.Registrar:
		return "/arenden"
	case access.Admin:
		return "/organisation"
	}
	return "/"
}

type languageForm struct {
	Lang string `form:"lang" max:"5"`
	Path string `form:"path" max:"2000"`
}

// chooseLanguage keeps the reader's language in a cookie and goes back to the page.
func (s *Server) chooseLanguage(w http.ResponseWriter, r *http.Request) error {
	var f languageForm
	if err := bind(r, &f); err != nil {
		return err
	}
	for _, lang := range i18n.Languages {
		if f.Lang == lang {
			http.SetCookie(w, &http.Cookie{Name: "lang", Value: lang, Path: "/", MaxAge: 365 * 24 * 3600, HttpOnly: true, Secure: s.Secure, SameSite: http.SameSiteLaxMode})
		}
	}
	return seeOther(w, r, orHome(sameSite(r, f.Path)))
}
