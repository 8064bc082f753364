package server

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/organisation"
	pages "samverka/templates/organisation"
	"samverka/templates/ui"
)

const agreementPath = "/installningar/avtal"

// agreementRoutes show the local agreement's parameters to all and let them be changed from a day on.
func (s *Server) agreementRoutes(r chi.Router) {
	r.Get(agreementPath+"/start", s.page(s.agreementStart))
	r.Post(agreementPath+"/start", s.page(s.chooseEffective))
	r.Get(agreementPath, s.page(s.agreements))
	r.Get(agreementPath+"/nytt", s.page(s.editAgreement))
	r.Post(agreementPath, s.page(s.saveAgreement))
	r.Post(agreementPath+"/ta-bort", s.page(s.removeAgreement))
	r.Get(agreementPath+"/historik", s.page(s.agreementHistory))
	r.Get(agreementPath+"/egna", s.page(s.agreementPlaces))
	r.Post(agreementPath+"/egna", s.page(s.findAgreementPlace))
	r.Get(agreementPath+"/enhet/{id}", s.page(s.unitAgreement))
	r.Get(agreementPath+"/grupp/{id}", s.page(s.groupAgreement))
	s.agreementTextRoutes(r)
}

func (s *Server) agreements(w http.ResponseWriter, r *http.Request) error {
	a, err := s.Organisation.Agreements(r.Context(), actor(r))
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "agreement.title")}, pages.Agreements(a))
}

func (s *Server) agreementHistory(w http.ResponseWriter, r *http.Request) error {
	list, err := s.Organisation.AgreementHistory(r.Context(), actor(r))
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "agreement.history.title")}, pages.AgreementHistory(list))
}

func (s *Server) unitAgreement(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	return s.placeAgreement(w, r, organisation.Scope{UnitID: id})
}

func (s *Server) groupAgreement(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	return s.placeAgreement(w, r, organisation.Scope{GroupID: id})
}

func (s *Server) placeAgreement(w http.ResponseWriter, r *http.Request, in organisation.Scope) error {
	d, err := s.Organisation.PlaceAgreement(r.Context(), actor(r), in)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "agreement.place.title", "Place", d.Name)}, pages.AgreementPlace(d, actor(r).May(access.OrganisationWrite)))
}

func (s *Server) agreementPlaces(w http.ResponseWriter, r *http.Request) error {
	if err := actor(r).Require(access.OrganisationWrite); err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "agreement.places.add")}, pages.AgreementPlaces(ui.ErrorSummaryProps{}, ""))
}

func (s *Server) findAgreementPlace(w http.ResponseWriter, r *http.Request) error {
	var f struct {
		Place string `form:"place" max:"200"`
	}
	err := bind(r, &f)
	var in organisation.Scope
	if err == nil {
		in, err = s.Organisation.FindPlace(r.Context(), actor(r), f.Place)
	}
	if err != nil {
		return s.again(w, r, err, view{Title: i18n.T(r.Context(), "agreement.places.add")}, func(why ui.ErrorSummaryProps) templ.Component {
			return pages.AgreementPlaces(why, f.Place)
		})
	}
	to := agreementPath + "/nytt?group=" + strconv.FormatInt(in.GroupID, 10)
	if in.UnitID != 0 {
		to = agreementPath + "/nytt?unit=" + strconv.FormatInt(in.UnitID, 10)
	}
	return seeOther(w, r, to)
}

// agreementScope is the place and the row that a query or a form names.
func agreementScope(v url.Values) (in organisation.Scope, row int64, err error) {
	for name, n := range map[string]*int64{"unit": &in.UnitID, "group": &in.GroupID, "row": &row} {
		if text := v.Get(name); text != "" {
			if *n, err = strconv.ParseInt(text, 10, 64); err != nil {
				return in, row, fail.New(fail.NotFound, "error.not_found")
			}
		}
	}
	return in, row, nil
}

func (s *Server) editAgreement(w http.ResponseWriter, r *http.Request) error {
	in, row, err := agreementScope(r.URL.Query())
	if err != nil {
		return err
	}
	d, err := s.Organisation.DraftAgreement(r.Context(), actor(r), in, row)
	if err != nil {
		return err
	}
	f := pages.FormOf(d)
	if row != 0 {
		f.Row = strconv.FormatInt(row, 10)
	}
	return s.render(w, r, http.StatusOK, view{Title: pages.EditTitle(r.Context(), d)}, pages.EditAgreement(ui.ErrorSummaryProps{}, pages.AgreementEditPage{Draft: d, Form: f}))
}

// saveAgreement shows the effect first; with step=save it stores, with step=change it asks again.
func (s *Server) saveAgreement(w http.ResponseWriter, r *http.Request) error {
	if err := parse(r); err != nil {
		return err
	}
	in, row, err := agreementScope(r.PostForm)
	if err != nil {
		return err
	}
	d, err := s.Organisation.DraftAgreement(r.Context(), actor(r), in, row)
	if err != nil {
		return err
	}
	f := agreementForm(r.PostForm)
	e, err := readAgreement(f, d)
	var x organisation.AgreementEffect
	if err == nil {
		x, err = s.Organisation.CheckAgreement(r.Context(), actor(r), e)
	}
	v := view{Title: pages.EditTitle(r.Context(), d)}
	edit := func(why ui.ErrorSummaryProps) templ.Component {
		return pages.EditAgreement(why, pages.AgreementEditPage{Draft: d, Form: f})
	}
	switch {
	case err != nil:
		return s.again(w, r, err, v, edit)
	case f.Step == "change":
		return s.render(w, r, http.StatusOK, v, edit(ui.ErrorSummaryProps{}))
	case f.Step != "save":
		touched, err := s.Overview.Touched(r.Context(), actor(r), in, x)
		if err != nil {
			return err
		}
		v.Title = i18n.T(r.Context(), "agreement.preview.title")
		return s.render(w, r, http.StatusOK, v, pages.PreviewAgreement(pages.AgreementEffect{Effect: x, Form: f, Touched: touched}))
	}
	if err := s.Organisation.SaveAgreement(r.Context(), actor(r), e); err != nil {
		return s.again(w, r, err, v, edit)
	}
	return s.done(w, r, agreementPath, "agreement.saved", "From", e.Agreement.ValidFrom.String())
}

func (s *Server) removeAgreement(w http.ResponseWriter, r *http.Request) error {
	if err := parse(r); err != nil {
		return err
	}
	in, row, err := agreementScope(r.PostForm)
	if err != nil {
		return err
	}
	if err := s.Organisation.RemoveAgreement(r.Context(), actor(r), in, row, r.PostForm.Get("version"), ""); err != nil {
		return err
	}
	return s.done(w, r, agreementPath, "agreement.coming.removed")
}

// agreementForm is what was sent. Several answers to one question come together with commas.
func agreementForm(v url.Values) pages.AgreementForm {
	text := func(name string) string {
		var f fail.Form
		return clean(&f, name, strings.Join(v[name], ","), false, textLimit)
	}
	f := pages.AgreementForm{ValidFrom: text("valid_from"), Reason: text("reason"), Unit: text("unit"), Group: text("group"), Row: text("row"), Version: text("version"),
		Step: text("step"), OwnList: text("own_list") != "", Values: map[string]string{}}
	for _, p := range organisation.Parameters {
		if _, ok := v[p.Name]; ok {
			f.Values[p.Name] = text(p.Name)
		}
	}
	return f
}

// readAgreement reads the form's numbers and choices. A place has of its own what is written; an empty answer follows the
// rest of the organisation.
func readAgreement(f pages.AgreementForm, d organisation.AgreementDraft) (organisation.AgreementEdit, error) {
	var form fail.Form
	e := organisation.AgreementEdit{Scope: d.Scope, ID: d.ID, Version: f.Version, Agreement: d.Base, Reason: f.Reason}
	e.Agreement.ValidFrom = formDate(&form, "valid_from", f.ValidFrom)
	own := d.Scope != organisation.Scope{}
	for _, p := range organisation.Parameters {
		text, list := f.Values[p.Name], p.Name == "group_categories"
		switch {
		case !d.Reaches(p), own && !list && text == "", own && list && !f.OwnList:
			continue
		}
		if key := p.Read(&e.Agreement, text); key != "" {
			form.Add(p.Name, key)
		}
		if own {
			e.Own = append(e.Own, p.Name)
		}
	}
	return e, form.Err()
}
