package server

import (
	"net/http"
	"strconv"

	"github.com/a-h/templ"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/organisation"
	pages "samverka/templates/organisation"
	"samverka/templates/ui"
)

const unionsPath = "/organisation/forbund"

func (s *Server) unions(w http.ResponseWriter, r *http.Request) error {
	list, err := s.Organisation.Unions(r.Context(), actor(r))
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "organisation.union.list_title")},
		pages.Unions(list, clock.Today(s.Clock), actor(r).May(access.OrganisationWrite)))
}

func (s *Server) newUnion(w http.ResponseWriter, r *http.Request) error {
	if err := actor(r).Require(access.OrganisationWrite); err != nil {
		return err
	}
	e := newUnionEditing(r)
	return s.render(w, r, http.StatusOK, view{Title: e.Title}, pages.EditUnion(e, pages.UnionForm{}))
}

func newUnionEditing(r *http.Request) pages.Editing {
	return pages.Editing{Title: i18n.T(r.Context(), "organisation.union.new"), Back: unionsPath, Hidden: []ui.Hidden{onceField()}}
}

func (s *Server) editUnion(w http.ResponseWriter, r *http.Request) error {
	u, e, err := s.unionEditing(r)
	if err != nil {
		return err
	}
	f := pages.UnionForm{Name: u.Name, From: u.AgreementFrom.String(), Until: u.AgreementUntil.String(), NoCollective: !u.CollectiveAgreement, Version: u.Version}
	return s.render(w, r, http.StatusOK, view{Title: e.Title}, pages.EditUnion(e, f))
}

func (s *Server) unionEditing(r *http.Request) (organisation.UnionRecord, pages.Editing, error) {
	id, err := pathID(r, "id")
	if err != nil {
		return organisation.UnionRecord{}, pages.Editing{}, err
	}
	if err := actor(r).Require(access.OrganisationWrite); err != nil {
		return organisation.UnionRecord{}, pages.Editing{}, err
	}
	u, err := s.Organisation.Union(r.Context(), actor(r), id)
	e := pages.Editing{ID: id, Title: i18n.T(r.Context(), "organisation.union.edit", "Name", u.Name), Back: unionsPath,
		Close: pages.Closing{Action: unionsPath + "/" + strconv.FormatInt(id, 10) + "/avsluta", Version: u.Version, Closed: !u.ClosedOn.IsZero(), Date: clock.Today(s.Clock).String()}}
	return u, e, err
}

func (s *Server) saveUnion(w http.ResponseWriter, r *http.Request) error {
	id, err := optionalID(r)
	if err != nil {
		return err
	}
	var f pages.UnionForm
	if err = bind(r, &f); err == nil {
		var form fail.Form
		u := organisation.Union{ID: id, Version: f.Version, Name: f.Name, AgreementFrom: formDate(&form, "agreement_from", f.From),
			AgreementUntil: formDate(&form, "agreement_until", f.Until), CollectiveAgreement: !f.NoCollective}
		if err = form.Err(); err == nil {
			_, err = s.Organisation.SaveUnion(r.Context(), actor(r), u)
		}
	}
	if err == nil {
		return s.done(w, r, unionsPath, "organisation.list.saved", "Name", f.Name)
	}
	e := newUnionEditing(r)
	if id != 0 {
		var readErr error
		if _, e, readErr = s.unionEditing(r); readErr != nil {
			return readErr
		}
	}
	return s.again(w, r, err, view{Title: e.Title}, func(why ui.ErrorSummaryProps) templ.Component {
		e.Why = why
		return pages.EditUnion(e, f)
	})
}

func (s *Server) closeUnion(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	c, on, err := readClosing(r)
	if err != nil {
		return err
	}
	if err := s.Organisation.CloseUnion(r.Context(), actor(r), id, c.Version, on); err != nil {
		return err
	}
	return s.done(w, r, unionsPath, ended(c))
}
