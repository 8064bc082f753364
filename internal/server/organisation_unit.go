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

func unitPath(id int64) string { return "/organisation/enheter/" + strconv.FormatInt(id, 10) }

func (s *Server) unit(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	p, err := s.Organisation.Unit(r.Context(), actor(r), id)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: p.Unit.Name}, pages.Unit(p))
}

func (s *Server) newUnit(w http.ResponseWriter, r *http.Request) error {
	if err := actor(r).Require(access.OrganisationWrite); err != nil {
		return err
	}
	e := pages.Editing{Title: i18n.T(r.Context(), "organisation.unit.new"), Back: "/organisation", Hidden: []ui.Hidden{onceField()}}
	return s.render(w, r, http.StatusOK, view{Title: e.Title}, pages.EditUnit(e, pages.UnitForm{}))
}

func (s *Server) editUnit(w http.ResponseWriter, r *http.Request) error {
	u, e, err := s.unitEditing(r)
	if err != nil {
		return err
	}
	f := pages.UnitForm{Name: u.Name, Code: u.Code, Parent: u.ParentName, Manager: u.ManagerName, Version: u.Version}
	if u.Headcount > 0 {
		f.Headcount = strconv.Itoa(u.Headcount)
	}
	return s.render(w, r, http.StatusOK, view{Title: e.Title}, pages.EditUnit(e, f))
}

// unitEditing reads the unit of the path and the frame of its form.
func (s *Server) unitEditing(r *http.Request) (organisation.Unit, pages.Editing, error) {
	id, err := pathID(r, "id")
	if err != nil {
		return organisation.Unit{}, pages.Editing{}, err
	}
	if err := actor(r).Require(access.OrganisationWrite); err != nil {
		return organisation.Unit{}, pages.Editing{}, err
	}
	p, err := s.Organisation.Unit(r.Context(), actor(r), id)
	e := pages.Editing{ID: id, Title: i18n.T(r.Context(), "organisation.unit.edit", "Name", p.Unit.Name), Back: unitPath(id),
		Close: pages.Closing{Action: unitPath(id) + "/avsluta", Version: p.Unit.Version, Closed: !p.Unit.ClosedOn.IsZero(), Date: clock.Today(s.Clock).String()}}
	return p.Unit, e, err
}

func (s *Server) saveUnit(w http.ResponseWriter, r *http.Request) error {
	id, err := optionalID(r)
	if err != nil {
		return err
	}
	var f pages.UnitForm
	if err = bind(r, &f); err == nil {
		var form fail.Form
		in := organisation.UnitForm{ID: id, Version: f.Version, Name: f.Name, Code: f.Code, Parent: f.Parent, Manager: f.Manager}
		if f.Headcount != "" {
			in.Headcount = formNumber(&form, "headcount", f.Headcount, "organisation.error.headcount")
		}
		if err = form.Err(); err == nil {
			id, err = s.Organisation.SaveUnit(r.Context(), actor(r), in)
		}
	}
	if err == nil {
		return s.done(w, r, unitPath(id), "organisation.list.saved", "Name", f.Name)
	}
	e := pages.Editing{Title: i18n.T(r.Context(), "organisation.unit.new"), Back: "/organisation", Hidden: []ui.Hidden{onceField()}}
	if id != 0 {
		var readErr error
		if _, e, readErr = s.unitEditing(r); readErr != nil {
			return readErr
		}
	}
	return s.again(w, r, err, view{Title: e.Title}, func(why ui.ErrorSummaryProps) templ.Component {
		e.Why = why
		return pages.EditUnit(e, f)
	})
}

func (s *Server) closeUnit(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	c, on, err := readClosing(r)
	if err != nil {
		return err
	}
	if err := s.Organisation.CloseUnit(r.Context(), actor(r), id, c.Version, on); err != nil {
		return err
	}
	return s.done(w, r, unitPath(id), ended(c))
}
