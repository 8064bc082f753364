package server

import (
	"net/http"
	"strings"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/identity"
	pages "samverka/templates/identity"
	"samverka/templates/ui"
)

func (s *Server) signInRoutes(r chi.Router) {
	r.Get("/logga-in", s.page(s.signInForm))
	r.Post("/logga-in", s.page(s.signIn))
	r.Post("/logga-ut", s.page(s.signOut))
	r.Get("/glomt-losenord", s.page(s.askResetForm))
	r.Post("/glomt-losenord", s.page(s.askReset))
	r.Get("/nytt-losenord/{token}", s.page(s.newPasswordForm))
	r.Post("/nytt-losenord/{token}", s.page(s.newPassword))
	r.Get("/demo", s.page(s.demoPicker))
	r.Post("/demo", s.page(s.enterAs))
	r.Post("/sprak", s.page(s.chooseLanguage))
}

func (s *Server) signInForm(w http.ResponseWriter, r *http.Request) error {
	if s.Demo {
		return s.demoPicker(w, r)
	}
	if actor(r).PersonID != 0 {
		return seeOther(w, r, "/")
	}
	p := pages.SignInPage{ReturnTo: sameSite(r, r.URL.Query().Get("till")), Reset: s.Identity.Mail != nil}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "identity.signin.title")}, pages.SignIn(p))
}

type signInForm struct {
	Email    string `form:"email" max:"254"`
	Password string `form:"password,raw" max:"1000"`
	ReturnTo string `form:"till" max:"2000"`
}

func (s *Server) signIn(w http.ResponseWriter, r *http.Request) error {
	var f signInForm
	token, err := "", bind(r, &f)
	if err == nil {
		token, err = s.Identity.SignIn(r.Context(), f.Email, f.Password, s.visitFrom(r))
	}
	if err != nil {
		return s.again(w, r, err, view{Title: i18n.T(r.Context(), "identity.signin.title")}, func(why ui.ErrorSummaryProps) templ.Component {
			return pages.SignIn(pages.SignInPage{Why: why, Email: f.Email, ReturnTo: sameSite(r, f.ReturnTo), Reset: s.Identity.Mail != nil})
		})
	}
	if err := s.leave(r); err != nil {
		return err
	}
	s.keepSession(w, token)
	return seeOther(w, r, orHome(sameSite(r, f.ReturnTo)))
}

func orHome(path string) string {
	if path == "" {
		return "/"
	}
	return path
}

// signOut ends the session and asks the browser to forget what it keeps of us.
func (s *Server) signOut(w http.ResponseWriter, r *http.Request) error {
	if err := s.leave(r); err != nil {
		return err
	}
	s.dropSession(w)
	w.Header().Set("Clear-Site-Data", `"cache", "storage"`)
	return s.done(w, r, "/logga-in", "identity.signout.done")
}

// leave ends the session that the request came with, if any.
func (s *Server) leave(r *http.Request) error {
	v := visitOf(r)
	if v.tokenHash == nil {
		return nil
	}
	return s.Identity.SignOut(r.Context(), v.tokenHash)
}

func (s *Server) askResetForm(w http.ResponseWriter, r *http.Request) error {
	if s.Identity.Mail == nil {
		return fail.New(fail.NotFound, "error.not_found")
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "identity.ask.title")}, pages.AskReset(pages.AskResetPage{}))
}

type askResetForm struct {
	Email string `form:"email" max:"254"`
}

func (s *Server) askReset(w http.ResponseWriter, r *http.Request) error {
	var f askResetForm
	err := bind(r, &f)
	if err == nil {
		err = s.Identity.AskReset(r.Context(), f.Email, i18n.Lang(r.Context()), s.visitFrom(r))
	}
	if err != nil {
		return s.again(w, r, err, view{Title: i18n.T(r.Context(), "identity.ask.title")}, func(why ui.ErrorSummaryProps) templ.Component {
			return pages.AskReset(pages.AskResetPage{Why: why, Email: f.Email})
		})
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "identity.asked.title")}, pages.AskedReset())
}

func (s *Server) newPasswordForm(w http.ResponseWriter, r *http.Request) error {
	token := chi.URLParam(r, "token")
	if err := s.Identity.CheckReset(r.Context(), token); err != nil {
		return s.deadLink(w, r, err)
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "identity.new.title")}, pages.NewPassword(pages.NewPasswordPage{Token: token}))
}

type newPasswordForm struct {
	Password string `form:"password,raw" max:"1000"`
}

func (s *Server) newPassword(w http.ResponseWriter, r *http.Request) error {
	var f newPasswordForm
	token := chi.URLParam(r, "token")
	err := bind(r, &f)
	if err == nil {
		err = s.Identity.UseReset(r.Context(), token, f.Password)
	}
	if fail.KeyOf(err) == "identity.reset.dead" {
		return s.deadLink(w, r, err)
	}
	if err != nil {
		return s.again(w, r, err, view{Title: i18n.T(r.Context(), "identity.new.title")}, func(why ui.ErrorSummaryProps) templ.Component {
			return pages.NewPassword(pages.NewPasswordPage{Why: why, Token: token})
		})
	}
	return s.done(w, r, "/logga-in", "identity.new.done")
}

func (s *Server) deadLink(w http.ResponseWriter, r *http.Request, err error) error {
	if fail.KindOf(err) != fail.Invalid {
		return err
	}
	s.logRefusal(r, http.StatusNotFound, err)
	return s.render(w, r, http.StatusNotFound, view{Title: i18n.T(r.Context(), "identity.dead.title")}, pages.DeadLink())
}

// visitFrom tells sign-in where a request comes from.
func (s *Server) visitFrom(r *http.Request) identity.Visit {
	return identity.Visit{Address: s.clientAddress(r), Device: device(r)}
}

// device describes a browser well enough for its owner to know it again, and no better.
func device(r *http.Request) string {
	agent := r.UserAgent()
	pick := func(names ...string) string {
		for _, n := range names {
			if strings.Contains(agent, n) {
				return n
			}
		}
		return ""
	}
	browser, system := pick("Edg", "Firefox", "Chrome", "Safari"), pick("Android", "iPhone", "iPad", "Windows", "Macintosh", "Linux")
	if browser == "Edg" {
		browser = "Edge"
	}
	if system == "Macintosh" {
		system = "Mac"
	}
	if name := strings.Trim(browser+", "+system, ", "); name != "" {
		return name
	}
	return i18n.T(r.Context(), "identity.account.device")
}
