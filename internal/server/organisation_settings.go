package server

import (
	"errors"
	"io"
	"net/http"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/organisation"
	pages "samverka/templates/organisation"
	"samverka/templates/ui"
)

// settingsRoutes are the administrator's pages.
func (s *Server) settingsRoutes(r chi.Router) {
	r.Get("/installningar", s.page(s.settings))
	r.Get("/installningar/profil", s.page(s.profile))
	r.Post("/installningar/profil", s.page(s.saveProfile))
	s.agreementRoutes(r)
	s.breakRoutes(r)
	s.importRoutes(r)
}

func (s *Server) settings(w http.ResponseWriter, r *http.Request) error {
	set, err := s.Organisation.Settings(r.Context(), actor(r))
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "organisation.settings.title")}, pages.Settings(set))
}

func (s *Server) profile(w http.ResponseWriter, r *http.Request) error {
	set, err := s.Organisation.Settings(r.Context(), actor(r))
	if err != nil {
		return err
	}
	o := set.Organisation
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "organisation.settings.profile")},
		pages.Profile(ui.ErrorSummaryProps{}, pages.ProfileForm{Name: o.Name, Palette: o.Palette, Version: o.Version}, o.LogoType != ""))
}

func (s *Server) saveProfile(w http.ResponseWriter, r *http.Request) error {
	set, err := s.Organisation.Settings(r.Context(), actor(r))
	if err != nil {
		return err
	}
	var f pages.ProfileForm
	if err = bind(r, &f); err == nil {
		var logo []byte
		if logo, err = uploaded(r, "logo"); err == nil {
			err = s.Organisation.SaveProfile(r.Context(), actor(r), organisation.Profile{Version: f.Version, Name: f.Name, Palette: f.Palette, Logo: logo, NoLogo: f.NoLogo})
		}
	}
	if err == nil {
		return s.done(w, r, "/installningar", "organisation.profile.saved")
	}
	return s.again(w, r, err, view{Title: i18n.T(r.Context(), "organisation.settings.profile")}, func(why ui.ErrorSummaryProps) templ.Component {
		return pages.Profile(why, f, set.Organisation.LogoType != "")
	})
}

// uploaded is the one file of a field; nil when none was chosen.
func uploaded(r *http.Request, field string) ([]byte, error) {
	file, _, err := r.FormFile(field)
	if errors.Is(err, http.ErrMissingFile) || errors.Is(err, http.ErrNotMultipart) {
		return nil, nil
	}
	if err != nil {
		return nil, fail.Wrap(fail.Invalid, err, "error.body")
	}
	defer file.Close()
	data, err := io.ReadAll(file)
	if err != nil {
		return nil, fail.Wrap(fail.Invalid, err, "error.body")
	}
	return data, nil
}
