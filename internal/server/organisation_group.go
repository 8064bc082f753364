package server

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/i18n"
	"samverka/internal/organisation"
	pages "samverka/templates/organisation"
	"samverka/templates/ui"
)

func groupPath(id int64) string { return "/organisation/grupper/" + strconv.FormatInt(id, 10) }

func (s *Server) groups(w http.ResponseWriter, r *http.Request) error {
	list, err := s.Organisation.Groups(r.Context(), actor(r))
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "organisation.group.list_title")},
		pages.Groups(list, actor(r).May(access.OrganisationWrite)))
}

func (s *Server) group(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	p, err := s.Organisation.Group(r.Context(), actor(r), id)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: p.Group.Name}, pages.Group(p))
}

func (s *Server) newGroup(w http.ResponseWriter, r *http.Request) error {
	c, err := s.Organisation.Choices(r.Context(), actor(r))
	if err != nil {
		return err
	}
	e := newGroupEditing(r)
	return s.render(w, r, http.StatusOK, view{Title: e.Title}, pages.EditGroup(e, pages.GroupForm{}, c))
}

func newGroupEditing(r *http.Request) pages.Editing {
	return pages.Editing{Title: i18n.T(r.Context(), "organisation.group.new"), Back: "/organisation/grupper", Hidden: []ui.Hidden{onceField()}}
}

func (s *Server) editGroup(w http.ResponseWriter, r *http.Request) error {
	p, c, e, err := s.groupEditing(r)
	if err != nil {
		return err
	}
	f := pages.GroupForm{Name: p.Group.Name, Level: p.Group.Level, Parent: p.Group.ParentName, Chair: p.Group.ChairName,
		Committee: p.Group.SafetyCommittee, Version: p.Group.Version}
	var units []string
	for _, u := range p.Units {
		units = append(units, u.Name)
	}
	f.Units = strings.Join(units, "\n")
	return s.render(w, r, http.StatusOK, view{Title: e.Title}, pages.EditGroup(e, f, c))
}

func (s *Server) groupEditing(r *http.Request) (organisation.GroupPage, organisation.Choices, pages.Editing, error) {
	id, err := pathID(r, "id")
	if err != nil {
		return organisation.GroupPage{}, organisation.Choices{}, pages.Editing{}, err
	}
	p, c, err := s.Organisation.EditGroup(r.Context(), actor(r), id)
	e := pages.Editing{ID: id, Title: i18n.T(r.Context(), "organisation.group.edit", "Name", p.Group.Name), Back: groupPath(id),
		Close: pages.Closing{Action: groupPath(id) + "/avsluta", Version: p.Group.Version, Closed: !p.Group.ClosedOn.IsZero(), Date: clock.Today(s.Clock).String()}}
	return p, c, e, err
}

func (s *Server) saveGroup(w http.ResponseWriter, r *http.Request) error {
	id, err := optionalID(r)
	if err != nil {
		return err
	}
	var f pages.GroupForm
	if err = bind(r, &f); err == nil {
		id, err = s.Organisation.SaveGroup(r.Context(), actor(r), organisation.GroupForm{ID: id, Version: f.Version, Name: f.Name, Level: f.Level,
			Parent: f.Parent, Chair: f.Chair, Units: lines(f.Units), SafetyCommittee: f.Committee})
	}
	if err == nil {
		return s.done(w, r, groupPath(id), "organisation.list.saved", "Name", f.Name)
	}
	c, readErr := s.Organisation.Choices(r.Context(), actor(r))
	e := newGroupEditing(r)
	if id != 0 {
		_, c, e, readErr = s.groupEditing(r)
	}
	if readErr != nil {
		return readErr
	}
	return s.again(w, r, err, view{Title: e.Title}, func(why ui.ErrorSummaryProps) templ.Component {
		e.Why = why
		return pages.EditGroup(e, f, c)
	})
}

func (s *Server) closeGroup(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	c, on, err := readClosing(r)
	if err != nil {
		return err
	}
	if err := s.Organisation.CloseGroup(r.Context(), actor(r), id, c.Version, on); err != nil {
		return err
	}
	return s.done(w, r, groupPath(id), ended(c))
}
