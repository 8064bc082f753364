package server

import (
	"bytes"
	"io"
	"net/http"
	"strconv"
	"strings"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/organisation"
	pages "samverka/templates/organisation"
	"samverka/templates/ui"
)

const agreementTextPath = agreementPath + "/text"

// agreementTextRoutes show the agreement in its own words, and take it in.
func (s *Server) agreementTextRoutes(r chi.Router) {
	large := r.With(limitBody(organisation.MaxAgreementFile + 1<<20))
	r.Get(agreementTextPath, s.page(s.agreementTexts))
	r.Get(agreementTextPath+"/ny", s.page(s.newAgreementText))
	large.Post(agreementTextPath, s.page(s.saveAgreementText))
	r.Get(agreementTextPath+"/{id}", s.page(s.agreementText))
	r.Get(agreementTextPath+"/{id}/andra", s.page(s.editAgreementText))
	large.Post(agreementTextPath+"/{id}", s.page(s.saveAgreementText))
	r.Get(agreementTextPath+"/{id}/fil.pdf", s.page(s.agreementFile))
	r.Get(agreementTextPath+"/{id}/regler", s.page(s.linkClausesForm))
	r.Post(agreementTextPath+"/{id}/regler", s.page(s.linkClauses))
	r.Post(agreementTextPath+"/{id}/ta-bort", s.page(s.removeAgreementText))
}

func (s *Server) agreementTexts(w http.ResponseWriter, r *http.Request) error {
	t, err := s.Organisation.AgreementTexts(r.Context(), actor(r))
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "agreement.text.link")}, pages.AgreementTexts(t))
}

// textOf reads the text that the path names.
func (s *Server) textOf(r *http.Request) (organisation.AgreementText, error) {
	id, err := pathID(r, "id")
	if err != nil {
		return organisation.AgreementText{}, err
	}
	return s.Organisation.AgreementText(r.Context(), actor(r), id)
}

func (s *Server) agreementText(w http.ResponseWriter, r *http.Request) error {
	t, err := s.textOf(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: t.Title}, pages.AgreementText(t, actor(r).May(access.OrganisationWrite)))
}

func (s *Server) agreementFile(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	name, file, err := s.Organisation.AgreementFile(r.Context(), actor(r), id)
	if err != nil {
		return err
	}
	return download(w, strings.TrimSuffix(name, ".pdf"), ".pdf", func(out io.Writer) error {
		_, err := io.Copy(out, bytes.NewReader(file))
		return err
	})
}

func (s *Server) newAgreementText(w http.ResponseWriter, r *http.Request) error {
	if err := actor(r).Require(access.OrganisationWrite); err != nil {
		return err
	}
	f := pages.TextForm{ValidFrom: clock.Today(s.Clock).String()}
	return s.render(w, r, http.StatusOK, view{Title: pages.TextTitle(r.Context(), f)}, pages.EditAgreementText(ui.ErrorSummaryProps{}, f))
}

func (s *Server) editAgreementText(w http.ResponseWriter, r *http.Request) error {
	if err := actor(r).Require(access.OrganisationWrite); err != nil {
		return err
	}
	t, err := s.textOf(r)
	if err != nil {
		return err
	}
	f := pages.TextForm{ID: t.ID, Title: t.Title, ValidFrom: t.ValidFrom.String(), Body: organisation.WriteClauses(t.Clauses), Version: strconv.Itoa(t.Version), File: t.FileName}
	return s.render(w, r, http.StatusOK, view{Title: pages.TextTitle(r.Context(), f)}, pages.EditAgreementText(ui.ErrorSummaryProps{}, f))
}

// saveAgreementText adds a text, or changes the one that the path names.
func (s *Server) saveAgreementText(w http.ResponseWriter, r *http.Request) error {
	if err := actor(r).Require(access.OrganisationWrite); err != nil {
		return err
	}
	id, err := optionalID(r)
	if err != nil {
		return err
	}
	var f pages.TextForm
	if err = bind(r, &f); err == nil {
		var form fail.Form
		in := organisation.TextForm{ID: id, Title: f.Title, ValidFrom: formDate(&form, "valid_from", f.ValidFrom), Body: f.Body}
		in.Version, _ = strconv.Atoi(f.Version)
		in.File, in.FileName, err = uploadedFile(r, "file")
		if err == nil {
			err = form.Err()
		}
		if err == nil {
			id, err = s.Organisation.SaveAgreementText(r.Context(), actor(r), in)
		}
	}
	if err == nil {
		return s.done(w, r, agreementTextPath+"/"+strconv.FormatInt(id, 10), "agreement.text.saved")
	}
	f.ID = id
	return s.again(w, r, err, view{Title: pages.TextTitle(r.Context(), f)}, func(why ui.ErrorSummaryProps) templ.Component { return pages.EditAgreementText(why, f) })
}

// uploadedFile is the one file of a field with its name; nil when none was chosen.
func uploadedFile(r *http.Request, field string) ([]byte, string, error) {
	file, err := uploaded(r, field)
	if err != nil || len(file) == 0 || r.MultipartForm == nil || len(r.MultipartForm.File[field]) == 0 {
		return nil, "", err
	}
	return file, organisation.CleanName(r.MultipartForm.File[field][0].Filename), nil
}

func (s *Server) linkClausesForm(w http.ResponseWriter, r *http.Request) error {
	if err := actor(r).Require(access.OrganisationWrite); err != nil {
		return err
	}
	t, err := s.textOf(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "agreement.text.link_rules")}, pages.LinkClauses(t))
}

func (s *Server) linkClauses(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	if err := parse(r); err != nil {
		return err
	}
	links := map[string]int64{}
	for _, p := range organisation.Parameters {
		links[p.Name], _ = strconv.ParseInt(r.PostForm.Get(p.Name), 10, 64) // anything else is no clause
	}
	version, _ := strconv.Atoi(r.PostForm.Get("version"))
	if err := s.Organisation.LinkClauses(r.Context(), actor(r), id, version, links); err != nil {
		return err
	}
	return s.done(w, r, agreementTextPath+"/"+strconv.FormatInt(id, 10), "agreement.text.linked")
}

func (s *Server) removeAgreementText(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	if err := parse(r); err != nil {
		return err
	}
	version, _ := strconv.Atoi(r.PostForm.Get("version"))
	if err := s.Organisation.RemoveAgreementText(r.Context(), actor(r), id, version); err != nil {
		return err
	}
	return s.done(w, r, agreementTextPath, "agreement.text.removed")
}
