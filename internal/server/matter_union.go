package server

import (
	"context"
	"net/http"
	"strconv"

	"github.com/a-h/templ"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	pages "samverka/templates/matter"
	"samverka/templates/ui"
)

// unionAct is one thing that a representative does for a union about a matter.
type unionAct struct {
	part   string // of the path, and of the page's texts
	form   string // data-form
	may    func(p matter.Page, union int64) error
	note   func(ctx context.Context, p matter.Page, union int64) string
	do     func(ctx context.Context, who access.Actor, id, union int64) error
	title  string // message keys
	lead   string
	button string
	done   string
	more   string // key of a link to another way, where the union may not do this
	way    string // its part of the path
	other  func(p matter.Page, union int64) error
	help   string
	why    string
	source string
}

func (s *Server) mblAct() unionAct {
	return unionAct{part: "/mbl", form: "mbl-request", title: "matter.mbl.title", lead: "matter.mbl.lead", button: "matter.mbl.submit", done: "matter.mbl.done",
		help: "matter.help.mbl", why: "matter.help.mbl_text", source: "matter.help.mbl_source",
		may:  func(p matter.Page, u int64) error { return p.CanRequestMBL(u, p.Now) },
		more: "negotiation.late.way", way: "/mbl/sent", other: func(p matter.Page, u int64) error { return p.CanRequestLate(u, p.Now) },
		note: func(ctx context.Context, _ matter.Page, _ int64) string { return i18n.T(ctx, "matter.mbl.note") },
		do: func(ctx context.Context, who access.Actor, id, u int64) error {
			return s.Matter.RequestMBL(ctx, who, id, u)
		}}
}

func (s *Server) centralAct() unionAct {
	return unionAct{part: "/central", form: "central-request", title: "matter.central.title", lead: "matter.central.lead", button: "matter.central.submit", done: "matter.central.done",
		help: "matter.help.central", why: "matter.help.central_text", source: "matter.help.central_source",
		may:  func(p matter.Page, u int64) error { _, err := p.CanRequestCentral(u, p.Now); return err },
		more: "negotiation.step.way", way: "/oenighet", other: mayStep,
		note: func(ctx context.Context, p matter.Page, u int64) string {
			return i18n.T(ctx, "matter.union.window", "Until", i18n.Date(ctx, p.WindowOf(u, p.Now)))
		},
		do: func(ctx context.Context, who access.Actor, id, u int64) error {
			return s.Matter.RequestCentral(ctx, who, id, u)
		}}
}

// mayStep refuses unless the union has a disagreement for which the agreement puts a step before central negotiation.
func mayStep(p matter.Page, union int64) (err error) {
	for _, c := range p.Claims(union, p.Now) {
		if _, err = p.CanRequestStep(c.Position.ID, p.Now); err == nil {
			return nil
		}
	}
	if err == nil {
		err = fail.New(fail.Invalid, "matter.error.no_step")
	}
	return err
}

func (s *Server) waiveAct() unionAct {
	a := s.centralAct()
	a.may, a.more = func(p matter.Page, u int64) error { return p.CanWaive(u, clock.DateOf(p.Now)) }, ""
	a.note = func(ctx context.Context, p matter.Page, u int64) string {
		if until := p.WindowOf(u, p.Now); !until.IsZero() {
			return i18n.T(ctx, "matter.union.window", "Until", i18n.Date(ctx, until))
		}
		return ""
	}
	a.part, a.form, a.title, a.lead, a.button, a.done = "/avsta", "waive", "matter.waive.title", "matter.waive.lead", "matter.waive.submit", "matter.waive.done"
	a.do = func(ctx context.Context, who access.Actor, id, u int64) error { return s.Matter.Waive(ctx, who, id, u) }
	return a
}

func (s *Server) objectAct(no int) unionAct {
	return unionAct{part: "/forslag/" + strconv.Itoa(no) + "/invandning", form: "object-editorial", title: "matter.object.title", lead: "matter.object.lead",
		button: "matter.object.submit", done: "matter.object.done", help: "matter.help.object", why: "matter.help.object_text", source: "matter.help.object_source",
		may: func(p matter.Page, _ int64) error { return p.CanObjectEditorial(no, p.Now) },
		note: func(ctx context.Context, _ matter.Page, _ int64) string {
			return i18n.T(ctx, "matter.object.note", "No", no)
		},
		do: func(ctx context.Context, who access.Actor, id, u int64) error {
			return s.Matter.ObjectEditorial(ctx, who, id, no, u)
		}}
}

func (s *Server) mblForm(w http.ResponseWriter, r *http.Request) error {
	return s.unionForm(w, r, s.mblAct())
}

func (s *Server) requestMBL(w http.ResponseWriter, r *http.Request) error {
	return s.unionDo(w, r, s.mblAct())
}

func (s *Server) centralForm(w http.ResponseWriter, r *http.Request) error {
	return s.unionForm(w, r, s.centralAct())
}

func (s *Server) requestCentral(w http.ResponseWriter, r *http.Request) error {
	return s.unionDo(w, r, s.centralAct())
}

func (s *Server) waiveForm(w http.ResponseWriter, r *http.Request) error {
	return s.unionForm(w, r, s.waiveAct())
}

func (s *Server) waive(w http.ResponseWriter, r *http.Request) error {
	return s.unionDo(w, r, s.waiveAct())
}

func (s *Server) objectForm(w http.ResponseWriter, r *http.Request) error {
	no, err := pathNo(r)
	if err != nil {
		return err
	}
	return s.unionForm(w, r, s.objectAct(no))
}

func (s *Server) objectEditorial(w http.ResponseWriter, r *http.Request) error {
	no, err := pathNo(r)
	if err != nil {
		return err
	}
	return s.unionDo(w, r, s.objectAct(no))
}

// unionPage reads the matter for a representative.
func (s *Server) unionPage(r *http.Request) (matter.Page, error) {
	if err := actor(r).Require(access.UnionSpeak); err != nil {
		return matter.Page{}, err
	}
	return s.matterPage(r)
}

func (s *Server) unionForm(w http.ResponseWriter, r *http.Request, a unionAct) error {
	p, err := s.unionPage(r)
	if err != nil {
		return err
	}
	f := unionOf(r, p, a)
	return s.render(w, r, http.StatusOK, matterView(f.Title+": "+p.Title), pages.ForUnion(f))
}

// unionOf offers the action for each union that it is open to; for none, it says why.
func unionOf(r *http.Request, p matter.Page, a unionAct) pages.UnionAction {
	ctx := r.Context()
	f := pages.UnionAction{Head: head(p.Matter), Title: i18n.T(ctx, a.title), Lead: i18n.T(ctx, a.lead), Action: matterURL(p.ID, a.part), Form: a.form,
		Button: i18n.T(ctx, a.button), Help: i18n.T(ctx, a.help), HelpText: i18n.T(ctx, a.why), Source: i18n.T(ctx, a.source)}
	var why error
	for _, u := range unionsOf(p.Record, actor(r)) {
		if err := a.may(p, u.ID); err != nil {
			why = err
			if a.more != "" && a.other(p, u.ID) == nil {
				f.More, f.MoreHref = i18n.T(ctx, a.more), matterURL(p.ID, a.way)
			}
			continue
		}
		f.Unions, f.Notes = append(f.Unions, u), append(f.Notes, a.note(ctx, p, u.ID))
	}
	if len(f.Unions) == 0 {
		if f.Refused = i18n.T(ctx, "matter.error.no_mandate"); why != nil {
			f.Refused = message(r, why)
		}
	}
	return f
}

type unionField struct {
	Union string `form:"union" max:"20"`
}

func (s *Server) unionDo(w http.ResponseWriter, r *http.Request, a unionAct) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f unionField
	if err = bind(r, &f); err == nil {
		err = a.do(r.Context(), actor(r), id, idOf(f.Union))
	}
	if err == nil {
		return s.done(w, r, matterURL(id, ""), a.done)
	}
	p, readErr := s.unionPage(r)
	if readErr != nil {
		return readErr
	}
	form := unionOf(r, p, a)
	return s.again(w, r, err, matterView(form.Title+": "+p.Title), func(why ui.ErrorSummaryProps) templ.Component {
		form.Head, form.Refused = form.With(why), ""
		return pages.ForUnion(form)
	})
}

type noteFields struct {
	Union   string `form:"union" max:"20"`
	Note    string `form:"note" max:"20000"`
	Version string `form:"version" max:"10"`
}

// saveNote keeps the union's own note. When a colleague saved first, both texts are shown.
func (s *Server) saveNote(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f noteFields
	if err = bind(r, &f); err == nil {
		version, _ := strconv.Atoi(f.Version)
		err = s.Matter.SaveNote(r.Context(), actor(r), id, idOf(f.Union), f.Note, version)
	}
	if err == nil {
		return s.done(w, r, matterURL(id, ""), "matter.union.note_done")
	}
	p, readErr := s.unionPage(r)
	if readErr != nil {
		return readErr
	}
	union, note := matter.Union{ID: idOf(f.Union)}, matter.UnionNote{}
	for _, u := range unionsOf(p.Record, actor(r)) {
		if u.ID == union.ID {
			union = u
		}
	}
	for _, n := range p.Notes {
		if n.UnionID == union.ID && fail.KindOf(err) == fail.Conflict {
			note = n
		} else if n.UnionID == union.ID {
			note.Version = n.Version
		}
	}
	return s.again(w, r, err, matterView(i18n.T(r.Context(), "matter.union.note", "Union", union.Name)+": "+p.Title), func(why ui.ErrorSummaryProps) templ.Component {
		return pages.NoteConflict(head(p.Matter).With(why), union, note.Body, f.Note, note.Version)
	})
}
