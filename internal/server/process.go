package server

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/internal/process"
	pages "samverka/templates/process"
	"samverka/templates/ui"
)

// processRoutes are the templates that a matter may start from.
func (s *Server) processRoutes(r chi.Router) {
	r.Get("/mallar", s.page(s.processList))
	r.Get("/mallar/{ref}", s.page(s.processPage))
	r.Post("/mallar/{ref}/starta", s.page(s.startProcess))
	r.Post("/mallar/{ref}/kopiera", s.page(s.copyProcess))
	r.Get("/mallar/{ref}/andra", s.page(s.processForm))
	r.Post("/mallar/{ref}/andra", s.page(s.saveProcess))
	r.Post("/mallar/{ref}/bruk", s.page(s.retireProcess))
}

func (s *Server) processList(w http.ResponseWriter, r *http.Request) error {
	ts, err := s.Process.List(r.Context(), actor(r))
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, matterView(i18n.T(r.Context(), "process.list.title")), pages.Index(pages.List{Templates: ts, Write: actor(r).May(access.ProcessWrite)}))
}

// processShow reads the template of the path, with what the reader may do with it.
func (s *Server) processShow(r *http.Request) (pages.Show, error) {
	who := actor(r)
	t, err := s.Process.Get(r.Context(), who, chi.URLParam(r, "ref"))
	if err != nil {
		return pages.Show{}, err
	}
	return pages.Show{Template: t, Start: who.May(access.MatterWrite), Write: who.May(access.ProcessWrite), Once: onceField(), Name: t.Name}, nil
}

func processView(t process.Template) view { return matterView(t.Name) }

func (s *Server) processPage(w http.ResponseWriter, r *http.Request) error {
	p, err := s.processShow(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, processView(p.Template), pages.Page(p))
}

func (s *Server) startProcess(w http.ResponseWriter, r *http.Request) error {
	id, err := s.Matter.StartFrom(r.Context(), actor(r), chi.URLParam(r, "ref"))
	if err != nil {
		return err
	}
	return seeOther(w, r, draftURL(id, "1"))
}

type copyFields struct {
	Name string `form:"name" max:"100"`
}

func (s *Server) copyProcess(w http.ResponseWriter, r *http.Request) error {
	var f copyFields
	var id int64
	err := bind(r, &f)
	if err == nil {
		id, err = s.Process.Copy(r.Context(), actor(r), chi.URLParam(r, "ref"), f.Name)
	}
	if err == nil {
		return s.done(w, r, "/mallar/"+strconv.FormatInt(id, 10)+"/andra", "process.done.copied")
	}
	p, readErr := s.processShow(r)
	if readErr != nil {
		return readErr
	}
	p.Name = f.Name
	return s.again(w, r, err, processView(p.Template), func(why ui.ErrorSummaryProps) templ.Component {
		p.Why = why
		return pages.Page(p)
	})
}

// ownProcess reads one of the organisation's own templates to edit. Ours are NotFound: they are copied first.
func (s *Server) ownProcess(r *http.Request) (process.Template, error) {
	if err := actor(r).Require(access.ProcessWrite); err != nil {
		return process.Template{}, err
	}
	t, err := s.Process.Get(r.Context(), actor(r), chi.URLParam(r, "ref"))
	if err == nil && t.ID == 0 {
		err = fail.New(fail.NotFound, "error.not_found")
	}
	return t, err
}

func (s *Server) processForm(w http.ResponseWriter, r *http.Request) error {
	t, err := s.ownProcess(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, processView(t), pages.Form(pages.Edit{Template: t, Version: t.Version, Categories: matter.Categories}))
}

type processFields struct {
	Version  string `form:"version" max:"10"`
	Name     string `form:"name" max:"100"`
	Summary  string `form:"summary" max:"1000"`
	Category string `form:"category" max:"40"`
	Papers   string `form:"papers" max:"4000"`
	Do       string `form:"do" max:"20"`
}

// mostProcessRows is how many steps, and how many risks, one form may hold.
const mostProcessRows = 60

// sent is the template as the form was written; days holds what was written of each step's days.
func (f processFields) sent(r *http.Request, stood process.Template) (t process.Template, days []string) {
	t = stood
	t.Name, t.Summary, t.Papers, t.Steps, t.Risks = f.Name, f.Summary, linesOf(f.Papers), nil, nil
	if slices.Contains(matter.Categories, f.Category) {
		t.Category = f.Category
	}
	for n := 1; n <= mostProcessRows; n++ {
		get := func(name string) string { return textRow(r, name, n) }
		if r.PostForm.Has("title_" + strconv.Itoa(n)) {
			written := get("days")
			d, err := strconv.Atoi(strings.ReplaceAll(written, "−", "-"))
			if err != nil {
				d = tooFar
			}
			t.Steps = append(t.Steps, process.Step{Title: get("title"), Kind: get("kind"), Forum: get("forum"), Days: d, Text: get("text"), Questions: linesOf(get("questions"))})
			days = append(days, written)
		}
		if source := get("source"); source != "" {
			t.Risks = append(t.Risks, process.Hint{Area: get("area"), Source: source})
		}
	}
	return t, days
}

// tooFar is what stands for days that are no number: no template may have it.
const tooFar = 1 << 20

func textRow(r *http.Request, name string, n int) string {
	return firstRunes(strings.TrimSpace(strings.ReplaceAll(r.PostForm.Get(name+"_"+strconv.Itoa(n)), "\r\n", "\n")), 2000)
}

// linesOf are the lines of a text that hold something.
func linesOf(text string) []string {
	var ls []string
	for l := range strings.Lines(text) {
		if l = strings.TrimSpace(l); l != "" {
			ls = append(ls, l)
		}
	}
	return ls
}

// rearrange does what one of the form's buttons asks: a step up, down, away or added, a risk added.
func rearrange(do string, t *process.Template, days *[]string) bool {
	what, at, _ := strings.Cut(do, "_")
	n, _ := strconv.Atoi(at)
	i, last := n-1, len(t.Steps)-1
	swap := func(a, b int) {
		t.Steps[a], t.Steps[b] = t.Steps[b], t.Steps[a]
		(*days)[a], (*days)[b] = (*days)[b], (*days)[a]
	}
	switch {
	case what == "add":
		t.Steps, *days = append(t.Steps, process.Step{Kind: process.Task}), append(*days, "0")
	case what == "add-risk":
		t.Risks = append(t.Risks, process.Hint{Area: process.Areas[0]})
	case what == "up" && i > 0 && i <= last:
		swap(i, i-1)
	case what == "down" && i >= 0 && i < last:
		swap(i, i+1)
	case what == "remove" && i >= 0 && i <= last:
		t.Steps, *days = slices.Delete(t.Steps, i, i+1), slices.Delete(*days, i, i+1)
	default:
		return false
	}
	return true
}

func (s *Server) saveProcess(w http.ResponseWriter, r *http.Request) error {
	stood, err := s.ownProcess(r)
	if err != nil {
		return err
	}
	var f processFields
	err = bind(r, &f)
	if fail.KindOf(err) == fail.TooLarge {
		return err
	}
	t, days := f.sent(r, stood)
	version, _ := strconv.Atoi(f.Version)
	p := pages.Edit{Template: t, Version: version, Categories: matter.Categories, Days: days}
	if err == nil && rearrange(f.Do, &p.Template, &p.Days) {
		return s.render(w, r, http.StatusOK, processView(stood), pages.Form(p))
	}
	if err == nil {
		err = s.Process.Save(r.Context(), actor(r), stood.ID, version, t)
	}
	if err == nil {
		return s.done(w, r, pages.Path(stood, ""), "process.done.saved")
	}
	if fail.KindOf(err) == fail.Conflict {
		p.Conflict, p.Version = stood.Name, stood.Version
	}
	return s.again(w, r, err, processView(stood), func(why ui.ErrorSummaryProps) templ.Component {
		p.Why = why
		return pages.Form(p)
	})
}

type retireFields struct {
	Version string `form:"version" max:"10"`
	Retired string `form:"retired" max:"5"`
}

func (s *Server) retireProcess(w http.ResponseWriter, r *http.Request) error {
	t, err := s.ownProcess(r)
	if err != nil {
		return err
	}
	var f retireFields
	if err = bind(r, &f); err != nil {
		return err
	}
	version, _ := strconv.Atoi(f.Version)
	if err := s.Process.Retire(r.Context(), actor(r), t.ID, version, f.Retired == "true"); err != nil {
		return err
	}
	return s.done(w, r, pages.Path(t, ""), "process.done.saved")
}
