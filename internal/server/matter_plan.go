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

// mostPlanRows is how many lines a plan may have.
const mostPlanRows = 40

func (s *Server) matterPlanPage(r *http.Request) (matter.PlanPage, error) {
	id, err := pathID(r, "id")
	if err != nil {
		return matter.PlanPage{}, err
	}
	return s.Matter.Plan(r.Context(), actor(r), id)
}

func (s *Server) matterPlanForm(w http.ResponseWriter, r *http.Request) error {
	p, err := s.matterPlanPage(r)
	if err != nil {
		return err
	}
	f := matterPlanOf(r, p)
	f.Rows = plannedRows(p)
	return s.render(w, r, http.StatusOK, matterPlanView(r, p), pages.Plan(f))
}

func matterPlanView(r *http.Request, p matter.PlanPage) view {
	return matterView(i18n.T(r.Context(), "matter.plan.title") + ": " + p.Title)
}

func matterPlanOf(r *http.Request, p matter.PlanPage) pages.PlanForm {
	f := pages.PlanForm{Head: head(p.Matter), Groups: p.Groups, Unions: p.Unions, Triage: p.Triage, First: p.PlanConfirmedAt == nil, Wide: p.Wide()}
	if a, ok := p.PlanAgreement(); ok {
		f.Agreed = pages.AgreedFields{On: a.AgreedOn.String(), How: a.How, Concluder: idText(a.ConcluderID)}
		for _, u := range a.Unions {
			f.Agreed.Unions = append(f.Agreed.Unions, idText(u))
		}
	}
	d, decided := p.LastDecision()
	if p.OwnerID != actor(r).PersonID || p.Status != "open" || decided && d.Deviation != matter.MaterialDeviation && d.ExceptionID == 0 {
		f.Refused = i18n.T(r.Context(), "matter.plan.refused")
	}
	return f
}

// plannedRows are the plan's lines, or before there is a plan those proposed, and an empty one. Negotiation about work by
// others is proposed until the plan has it: no decision is made without it (MBL 38 §).
func plannedRows(p matter.PlanPage) []pages.PlanRow {
	var rows []pages.PlanRow
	for _, t := range p.Tracks {
		deserted := p.Deserted(t, p.Today.Start())
		if t.Origin != "plan" && !deserted {
			continue
		}
		used := t.ClosedAt != nil || slices.ContainsFunc(p.Items, func(it matter.Item) bool { return it.TrackID == t.ID })
		row := pages.PlanRow{Kind: t.Kind, Group: idText(t.GroupID), Union: idText(t.UnionID), Name: t.Label(), Used: used}
		if deserted && p.PlanConfirmedAt != nil {
			row.Kind, row.Used, row.Reason, row.Source = matter.KindInfo, false, "matter.suggest.vacant", "MBL 11 §"
		}
		rows = append(rows, row)
	}
	for _, t := range p.Triage.Tracks {
		if p.PlanConfirmedAt == nil || t.Kind == matter.KindMBL38 && p.MissesMBL38() {
			row := pages.PlanRow{Kind: t.Kind, Group: idText(t.GroupID), Union: idText(t.UnionID), Reason: t.Reason, Source: t.Source,
				Name: matter.Track{Kind: t.Kind, GroupName: t.Name, UnionName: t.Name}.Label()}
			if !slices.ContainsFunc(rows, func(x pages.PlanRow) bool { return x.Group == row.Group && x.Union == row.Union }) {
				rows = append(rows, row)
			}
		}
	}
	return append(rows, pages.PlanRow{})
}

func idText(id int64) string {
	if id == 0 {
		return ""
	}
	return strconv.FormatInt(id, 10)
}

// planRowsSent reads the numbered lines of the form, as many as were sent.
func planRowsSent(r *http.Request) (rows []pages.PlanRow) {
	last := 0
	for n := 1; n <= mostPlanRows; n++ {
		row := pages.PlanRow{Kind: rowField(r, "kind", n), Group: rowField(r, "group", n), Union: rowField(r, "union", n)}
		if rows = append(rows, row); row != (pages.PlanRow{}) {
			last = n
		}
	}
	return rows[:last]
}

// rowField is one short field of the n:th line.
func rowField(r *http.Request, name string, n int) string {
	v := r.PostForm.Get(name + "_" + strconv.Itoa(n))
	return firstRunes(v, 20)
}

// namedRows gives the lines that were sent the names and reasons of those that stood there.
func namedRows(sent, stood []pages.PlanRow) []pages.PlanRow {
	for i, row := range sent {
		for _, x := range stood {
			if x.Name != "" && x.Group == row.Group && x.Union == row.Union {
				sent[i].Name, sent[i].Reason, sent[i].Source, sent[i].Used = x.Name, x.Reason, x.Source, x.Used
			}
		}
	}
	return sent
}

func planTracks(rows []pages.PlanRow) []matter.PlanTrack {
	var plan []matter.PlanTrack
	for _, row := range rows {
		t := matter.PlanTrack{Kind: row.Kind}
		switch row.Kind {
		case "":
			continue
		case matter.KindGroup, matter.KindInfo:
			if row.Group != "" {
				t.GroupID = idOf(row.Group)
			}
		default:
			if row.Union != "" {
				t.UnionID = idOf(row.Union)
			}
		}
		if !slices.Contains(plan, t) {
			plan = append(plan, t)
		}
	}
	return plan
}

type doField struct {
	Do     string `form:"do" max:"10"`
	Reason string `form:"reason" max:"2000"`
}

func (s *Server) confirmPlan(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f doField
	var agreed pages.AgreedFields
	err = bind(r, &f)
	if err == nil {
		err = bind(r, &agreed)
	}
	if fail.KindOf(err) == fail.TooLarge {
		return err
	}
	rows := planRowsSent(r)
	if err == nil && f.Do != "add" {
		err = s.confirmPlanAs(r, id, planTracks(rows), f.Reason, agreed)
		if err == nil {
			return s.done(w, r, matterURL(id, ""), "matter.plan.done")
		}
	}
	p, readErr := s.matterPlanPage(r)
	if readErr != nil {
		return readErr
	}
	form := matterPlanOf(r, p)
	form.Rows = append(namedRows(rows, plannedRows(p)), pages.PlanRow{})
	form.Agreed = agreed
	if err == nil {
		return s.render(w, r, http.StatusOK, matterPlanView(r, p), pages.Plan(form))
	}
	return s.again(w, r, err, matterPlanView(r, p), func(why ui.ErrorSummaryProps) templ.Component {
		form.Head = form.With(why)
		return pages.Plan(form)
	})
}

func (s *Server) confirmPlanAs(r *http.Request, id int64, plan []matter.PlanTrack, reason string, f pages.AgreedFields) error {
	on, err := dateOf("agreed_on", f.On)
	if err != nil {
		return err
	}
	agreed := matter.AgreedForm{On: on, How: f.How, Unions: idsOf(f.Unions)}
	if f.Concluder != "" {
		agreed.Concluder = idOf(f.Concluder)
	}
	return s.Matter.ConfirmAgreedPlan(r.Context(), actor(r), id, plan, reason, agreed)
}
