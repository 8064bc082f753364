package server

import (
	"net/http"
	"slices"
	"strconv"

	"github.com/a-h/templ"

	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	pages "samverka/templates/matter"
	"samverka/templates/ui"
)

type editFields struct {
	newMatterFields
	Version string
}

func (s *Server) editMatterForm(w http.ResponseWriter, r *http.Request) error {
	p, err := s.editPage(r, nil)
	if err != nil {
		return err
	}
	f := fieldsOf(p.Record)
	return s.render(w, r, http.StatusOK, editView(r, p), pages.Edit(editOf(r, p, f)))
}

func editView(r *http.Request, p matter.EditPage) view {
	return matterView(i18n.T(r.Context(), "paths.edit.title") + ": " + p.Title)
}

// editPage reads the matter and the units that may be chosen; those chosen, or the matter's own, are always among them.
func (s *Server) editPage(r *http.Request, chosen []int64) (matter.EditPage, error) {
	id, err := pathID(r, "id")
	if err != nil {
		return matter.EditPage{}, err
	}
	p, err := s.Matter.ForEdit(r.Context(), actor(r), id, firstRunes(r.URL.Query().Get("enhet"), 100), chosen)
	if err != nil {
		return p, err
	}
	for _, u := range slices.Backward(p.Units) {
		if !slices.ContainsFunc(p.Start.Units, func(x matter.UnitChoice) bool { return x.ID == u.ID }) {
			p.Start.Units = slices.Insert(p.Start.Units, 0, matter.UnitChoice{ID: u.ID, Name: u.Name})
		}
	}
	return p, nil
}

// fieldsOf is the question as the form shows it.
func fieldsOf(m matter.Record) editFields {
	var f editFields
	f.Title, f.Category, f.Purpose, f.PlannedDecision, f.Decider, f.Secrecy = m.Title, m.Category, m.Purpose, m.PlannedDecision.String(), m.Decider, m.Secrecy
	f.WorkEnvironment, f.Outsiders, f.Version = yesOrNo(m.WorkEnvironment), yesOrNo(m.Outsiders), strconv.Itoa(m.Version)
	for _, u := range m.Units {
		f.Units = append(f.Units, idText(u.ID))
	}
	return f
}

func yesOrNo(yes bool) string {
	if yes {
		return "yes"
	}
	return "no"
}

func editOf(r *http.Request, p matter.EditPage, f editFields) pages.EditPage {
	e := pages.EditPage{Head: head(p.Matter), New: pages.New{Start: p.Start, Title: f.Title, Category: f.Category, Purpose: f.Purpose, PlannedDecision: f.PlannedDecision,
		Decider: f.Decider, WorkEnvironment: f.WorkEnvironment, Outsiders: f.Outsiders, Secrecy: f.Secrecy, Units: f.Units}, Version: p.Version, Decided: p.Settled()}
	if len(p.Gate(p.Now)) > 0 {
		e.Earliest = i18n.Date(r.Context(), p.Record.Earliest(p.Now))
	}
	if err := p.CanEdit(actor(r), nil); err != nil {
		e.Refused = message(r, err)
	}
	return e
}

func (s *Server) editMatter(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f editFields
	var n matter.New
	if err = bind(r, &f.newMatterFields); err == nil {
		n, err = f.value()
	}
	f.Version = r.PostForm.Get("version")
	version, _ := strconv.Atoi(f.Version)
	form := matter.EditForm{New: n, Version: version}
	if err == nil {
		err = s.Matter.Edit(r.Context(), actor(r), id, form)
	}
	if err == nil {
		return s.done(w, r, matterURL(id, ""), "paths.edit.done")
	}
	p, readErr := s.editPage(r, idsOf(f.Units))
	if readErr != nil {
		return readErr
	}
	e := editOf(r, p, f)
	if fail.KindOf(err) == fail.Conflict {
		e.Theirs = p.Edits(form, unitNames(p.Start.Units, form.UnitIDs))
	}
	return s.again(w, r, err, editView(r, p), func(why ui.ErrorSummaryProps) templ.Component {
		e.Head = e.With(why)
		return pages.Edit(e)
	})
}

// unitNames are the names of the units chosen.
func unitNames(units []matter.UnitChoice, ids []int64) (names []string) {
	for _, u := range units {
		if slices.Contains(ids, u.ID) {
			names = append(names, u.Name)
		}
	}
	return names
}
