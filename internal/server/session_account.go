package server

import (
	"net/http"

	"github.com/a-h/templ"

	"samverka/internal/fail"
	"samverka/internal/i18n"
	pages "samverka/templates/identity"
	"samverka/templates/ui"
)

func (s *Server) account(w http.ResponseWriter, r *http.Request) error {
	p, err := s.accountPage(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "identity.account.title")}, pages.Account(p))
}

func (s *Server) accountPage(r *http.Request) (pages.AccountPage, error) {
	v := visitOf(r)
	p := pages.AccountPage{Name: v.who.Name, Several: len(v.who.Roles) > 1 || v.session.SeveralOrgs,
		Password: v.session.Method == "password", Scheme: scheme(r)}
	for _, role := range v.who.Roles {
		p.Roles = append(p.Roles, i18n.T(r.Context(), role.Key()))
	}
	if v.session.AccountID == 0 {
		return p, nil
	}
	open, err := s.Identity.Sessions(r.Context(), v.session.AccountID, v.tokenHash)
	for _, o := range open {
		p.Sessions = append(p.Sessions, pages.SessionRow(o))
	}
	return p, err
}

type changePasswordForm struct {
	Current  string `form:"current,raw" max:"1000"`
	Password string `form:"password,raw" max:"1000"`
}

func (s *Server) changePassword(w http.ResponseWriter, r *http.Request) error {
	v := visitOf(r)
	if v.session.AccountID == 0 {
		return fail.New(fail.Forbidden, "error.forbidden")
	}
	var f changePasswordForm
	err := bind(r, &f)
	if err == nil {
		err = s.Identity.ChangePassword(r.Context(), v.session.AccountID, v.tokenHash, f.Current, f.Password)
	}
	if err == nil {
		return s.done(w, r, "/konto", "identity.account.changed")
	}
	p, readErr := s.accountPage(r)
	if readErr != nil {
		return readErr
	}
	return s.again(w, r, err, view{Title: i18n.T(r.Context(), "identity.account.title")}, func(why ui.ErrorSummaryProps) templ.Component {
		p.Why = why
		return pages.Account(p)
	})
}

// signOutEverywhere ends this session too: whoever presses it may be unsure who else is in.
func (s *Server) signOutEverywhere(w http.ResponseWriter, r *http.Request) error {
	v := visitOf(r)
	if v.session.AccountID == 0 {
		return s.signOut(w, r)
	}
	if err := s.Identity.SignOutEverywhere(r.Context(), v.session.AccountID, nil); err != nil {
		return err
	}
	s.dropSession(w)
	return s.done(w, r, "/logga-in", "identity.signout.everywhere")
}

type appearanceForm struct {
	Scheme string `form:"scheme" max:"10"`
}

func (s *Server) appearance(w http.ResponseWriter, r *http.Request) error {
	var f appearanceForm
	if err := bind(r, &f); err != nil {
		return err
	}
	c := &http.Cookie{Name: "scheme", Value: f.Scheme, Path: "/", MaxAge: 365 * 24 * 3600, HttpOnly: true, Secure: s.Secure, SameSite: http.SameSiteLaxMode}
	if f.Scheme != "light" && f.Scheme != "dark" {
		c.Value, c.MaxAge = "", -1
	}
	http.SetCookie(w, c)
	return s.done(w, r, "/konto", "identity.account.saved")
}

// scheme is the appearance that the reader chose: light, dark, or "" to follow their system.
func scheme(r *http.Request) string {
	if c, err := r.Cookie("scheme"); err == nil && (c.Value == "light" || c.Value == "dark") {
		return c.Value
	}
	return ""
}
