package server

import (
	"cmp"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/templates/layout"
	pages "samverka/templates/meeting"
	"samverka/templates/ui"
)

// templateShow is what the group's meetings begin with: to its chair and secretary as a form, to its members as a list.
func (s *Server) templateShow(w http.ResponseWriter, r *http.Request) error {
	p, err := s.templatePage(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, templateView(r, p), pages.Template(p))
}

func templateView(r *http.Request, p pages.TemplatePage) view {
	return view{Title: i18n.T(r.Context(), "agenda.template.title", "Group", p.GroupName), Active: layout.Meetings}
}

func (s *Server) templatePage(r *http.Request) (pages.TemplatePage, error) {
	id, err := pathID(r, "id")
	if err != nil {
		return pages.TemplatePage{}, err
	}
	data, err := s.Meeting.Template(r.Context(), actor(r), id)
	return pages.TemplatePage{TemplatePage: data, CanRun: actor(r).RunsMeetings(id), Rows: pages.TemplateRows(data.Items)}, err
}

// templateRows is how many rows of a template are read from one form.
const templateRows = 48

// readTemplate reads the rows of the form: in the order of their places, and those without a title are left out. Each row
// keeps the number that its fields have.
func readTemplate(r *http.Request) (rows []pages.TemplateRow) {
	for i := 1; i <= templateRows; i++ {
		n := "-" + strconv.Itoa(i)
		if !r.PostForm.Has("class" + n) {
			continue
		}
		row := pages.TemplateRow{No: i}
		get := func(name string) string { return strings.TrimSpace(r.PostForm.Get(name + n)) }
		row.Place, row.Class, row.Title, row.Minutes, row.Presenter = get("place"), get("class"), get("title"), get("minutes"), get("presenter")
		rows = append(rows, row)
	}
	return rows
}

// templateOf turns rows into a template, and says which row each of its items comes from.
func templateOf(rows []pages.TemplateRow) (items []meeting.TemplateItem, err error) {
	var bad fail.Form
	kept := slices.DeleteFunc(slices.Clone(rows), func(x pages.TemplateRow) bool { return x.Class == matter.Standing && x.Title == "" })
	place := map[int]int{}
	for _, x := range kept {
		n, err := strconv.Atoi(x.Place)
		if err != nil || n < 1 || n > 99 {
			bad.Add("place-"+strconv.Itoa(x.No), "agenda.error.template_place")
		}
		place[x.No] = n
	}
	// Of two rows with one place, the one that came from below stands first, and the one from above last.
	side := func(x pages.TemplateRow) int { return cmp.Compare(place[x.No], x.No) }
	slices.SortStableFunc(kept, func(a, b pages.TemplateRow) int {
		return cmp.Or(cmp.Compare(place[a.No], place[b.No]), cmp.Compare(side(a), side(b)))
	})
	for _, x := range kept {
		item := meeting.TemplateItem{Class: x.Class, Title: x.Title, Presenter: x.Presenter, Minutes: 20}
		if x.Class == matter.Standing {
			if item.Minutes, err = strconv.Atoi(x.Minutes); err != nil || item.Minutes < 1 || item.Minutes > 480 {
				bad.Add("minutes-"+strconv.Itoa(x.No), "meeting.error.minutes")
			}
		} else {
			item.Title, item.Presenter = "", ""
		}
		items = append(items, item)
	}
	return items, bad.Err()
}

type templateForm struct {
	Version string `form:"version" max:"20"`
}

func (s *Server) templateSave(w http.ResponseWriter, r *http.Request) error {
	p, err := s.templatePage(r)
	if err != nil {
		return err
	}
	var f templateForm
	if err := bind(r, &f); err != nil {
		return err
	}
	rows := readTemplate(r)
	items, err := templateOf(rows)
	if err == nil {
		err = s.Meeting.SaveTemplate(r.Context(), actor(r), p.GroupID, int(formID(f.Version)), items)
	}
	if err == nil {
		return s.done(w, r, "/organisation/grupper/"+strconv.FormatInt(p.GroupID, 10)+"/dagordning", "agenda.done.template")
	}
	if fail.KindOf(err) == fail.Conflict {
		p.Theirs = p.Items
	}
	p.Rows = rows
	return s.again(w, r, err, templateView(r, p), func(why ui.ErrorSummaryProps) templ.Component {
		p.Why = why
		return pages.Template(p)
	})
}
