package server

import (
	"net/http"
	"slices"
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

const mandatesPath = "/organisation/mandat"

func (s *Server) mandates(w http.ResponseWriter, r *http.Request) error {
	f := mandateFilter(r)
	f.Ended = asked(r, "avslutade") != ""
	list, err := s.Organisation.Mandates(r.Context(), actor(r), f)
	if err != nil {
		return err
	}
	p := pages.MandateListPage{MandatePage: list, Path: mandatesPath, Role: f.Role, Roles: organisation.MandateRoles, Ended: f.Ended}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "organisation.mandate.list_title")}, pages.Mandates(p))
}

// representatives is the list that the employer shall show all staff (AMF 10 §).
func (s *Server) representatives(w http.ResponseWriter, r *http.Request) error {
	f := mandateFilter(r)
	list, err := s.Organisation.Representatives(r.Context(), actor(r), f)
	if err != nil {
		return err
	}
	p := pages.MandateListPage{MandatePage: list, Path: "/ombud", Role: f.Role, Public: true,
		Roles: []string{organisation.SafetyRep, organisation.ChiefSafetyRep, organisation.UnionRep, organisation.UnionSubstitute}}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "organisation.reps.title")}, pages.Mandates(p))
}

func mandateFilter(r *http.Request) organisation.MandateFilter {
	return organisation.MandateFilter{Text: asked(r, "q"), Role: asked(r, "roll"), After: asked(r, "efter")}
}

// offeredRoles are the mandate roles that the person may give.
func offeredRoles(who access.Actor) []string {
	if who.Role == access.Admin {
		return organisation.MandateRoles
	}
	return slices.DeleteFunc(slices.Clone(organisation.MandateRoles), func(role string) bool { return role == organisation.Admin })
}

func (s *Server) newMandate(w http.ResponseWriter, r *http.Request) error {
	c, err := s.Organisation.Choices(r.Context(), actor(r))
	if err != nil {
		return err
	}
	e := newMandateEditing(r)
	f := pages.MandateForm{From: clock.Today(s.Clock).String(), Group: asked(r, "grupp")}
	return s.render(w, r, http.StatusOK, view{Title: e.Title}, pages.EditMandate(e, f, c, offeredRoles(actor(r))))
}

func newMandateEditing(r *http.Request) pages.Editing {
	return pages.Editing{Title: i18n.T(r.Context(), "organisation.mandate.new"), Back: mandatesPath, Hidden: []ui.Hidden{onceField()}}
}

func (s *Server) editMandate(w http.ResponseWriter, r *http.Request) error {
	m, c, e, err := s.mandateEditing(r)
	if err != nil {
		return err
	}
	f := pages.MandateForm{Person: m.PersonName, Role: m.Role, Union: m.UnionName, Group: m.GroupName, Unit: m.UnitName,
		From: m.ValidFrom.String(), Until: m.ValidUntil.String(), Version: m.Version}
	if m.Email != "" {
		f.Person = m.Email // namesakes are told apart by it
	}
	return s.render(w, r, http.StatusOK, view{Title: e.Title}, pages.EditMandate(e, f, c, offeredRoles(actor(r))))
}

func (s *Server) mandateEditing(r *http.Request) (organisation.Mandate, organisation.Choices, pages.Editing, error) {
	id, err := pathID(r, "id")
	if err != nil {
		return organisation.Mandate{}, organisation.Choices{}, pages.Editing{}, err
	}
	m, c, err := s.Organisation.Mandate(r.Context(), actor(r), id)
	e := pages.Editing{ID: id, Title: i18n.T(r.Context(), "organisation.mandate.edit", "Name", m.PersonName), Back: mandatesPath,
		Close: pages.Closing{Action: mandatesPath + "/" + strconv.FormatInt(id, 10) + "/avsluta", Version: m.Version, Mandate: true}}
	return m, c, e, err
}

func (s *Server) saveMandate(w http.ResponseWriter, r *http.Request) error {
	id, err := optionalID(r)
	if err != nil {
		return err
	}
	var f pages.MandateForm
	if err = bind(r, &f); err == nil {
		var form fail.Form
		in := organisation.MandateForm{ID: id, Version: f.Version, Person: f.Person, Email: f.Email, Role: f.Role, Union: f.Union, Group: f.Group,
			Unit: f.Unit, Reason: f.Reason, From: formDate(&form, "from", f.From), Until: formDate(&form, "until", f.Until)}
		if err = form.Err(); err == nil {
			_, err = s.Organisation.SaveMandate(r.Context(), actor(r), in)
		}
	}
	if err == nil {
		return s.done(w, r, mandatesPath, "organisation.list.saved", "Name", f.Person)
	}
	c, readErr := s.Organisation.Choices(r.Context(), actor(r))
	e := newMandateEditing(r)
	if id != 0 {
		_, c, e, readErr = s.mandateEditing(r)
	}
	if readErr != nil {
		return readErr
	}
	return s.again(w, r, err, view{Title: e.Title}, func(why ui.ErrorSummaryProps) templ.Component {
		e.Why = why
		return pages.EditMandate(e, f, c, offeredRoles(actor(r)))
	})
}

func (s *Server) endMandate(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var c closingForm
	if err := bind(r, &c); err != nil {
		return err
	}
	var f fail.Form
	last := formDate(&f, "last", c.Last)
	if err := f.Err(); err != nil {
		return err
	}
	if err := s.Organisation.EndMandate(r.Context(), actor(r), id, c.Version, last); err != nil {
		return err
	}
	return s.done(w, r, mandatesPath, ended(c))
}
