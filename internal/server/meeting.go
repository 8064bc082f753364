package server

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/access"
	"samverka/internal/i18n"
	"samverka/internal/meeting"
	"samverka/templates/layout"
	pages "samverka/templates/meeting"
	"samverka/templates/ui"
)

func (s *Server) meetingRoutes(r chi.Router) {
	r.Get("/moten", s.page(s.meetingList))
	r.Get("/moten/nytt", s.page(s.meetingPlanForm))
	r.Post("/moten", s.page(s.meetingPlan))
	r.Get("/moten/{id}", s.page(s.meetingShow))
	r.Get("/moten/{id}/kallelse", s.page(s.meetingNotice))
	r.Post("/moten/{id}/kallelse", s.page(s.meetingSendNotice))
	r.Post("/moten/{id}/handlingar", s.page(s.meetingSendPapers))
	r.Post("/moten/{id}/last", s.page(s.meetingMarkRead))
	r.Post("/moten/{id}/extra", s.page(s.meetingAnswerExtra))
	r.Post("/moten/{id}/stall-in", s.page(s.meetingCancel))
	r.Post("/moten/{id}/flytta", s.page(s.meetingMove))
	r.Post("/moten/{id}/plats", s.page(s.meetingPlace))
	r.Post("/moten/{id}/paminn", s.page(s.meetingRemind))
	r.Post("/moten/{id}/skicka-igen", s.page(s.meetingSendAgain))
	r.Post("/moten/{id}/oppna", s.page(s.meetingOpen))
	r.Post("/moten/{id}/narvaro", s.page(s.meetingAttend))
	r.Post("/moten/{id}/avsluta", s.page(s.meetingClose))
	s.liveRoutes(r)
	s.itemRoutes(r)
	s.agendaRoutes(r)
	s.minutesRoutes(r)
	s.paperRoutes(r)
}

// itemRoutes are those of one item of the agenda.
func (s *Server) itemRoutes(r chi.Router) {
	r.Get("/moten/{id}/punkter/{item}", s.page(s.itemShow))
	r.Get("/arenden/{id}/standpunkt", s.page(s.itemOfMatter))
	r.Post("/moten/{id}/punkter/{item}/standpunkt", s.page(s.itemPosition))
	r.Post("/moten/{id}/punkter/{item}/handlingar", s.page(s.itemAnswerPapers))
	r.Post("/moten/{id}/punkter/{item}/inled", s.page(s.itemOpen))
	r.Post("/moten/{id}/punkter/{item}/bordlagg", s.page(s.itemTable))
	r.Post("/moten/{id}/punkter/{item}/avsluta", s.page(s.itemConclude))
	r.Get("/moten/{id}/punkter/{item}/utan-organisation", s.page(s.itemAlone))
	r.Post("/moten/{id}/punkter/{item}/utan-organisation", s.page(s.itemProposeAlone))
	r.Post("/moten/{id}/punkter/{item}/utan-organisation/svar", s.page(s.itemAnswerAlone))
	r.Post("/moten/{id}/punkter/{item}/klar", s.page(s.itemHandle))
	r.Post("/moten/{id}/punkter/{item}/anteckning", s.page(s.itemNote))
}

// meetingList shows coming meetings, or earlier ones, of all groups or of one.
func (s *Server) meetingList(w http.ResponseWriter, r *http.Request) error {
	who, q := actor(r), r.URL.Query()
	f := meeting.Filter{Past: q.Get("visa") == "tidigare", GroupID: queryID(q, "grupp"), After: queryID(q, "efter")}
	rows, runs, more, err := s.Meeting.List(r.Context(), who, f)
	if err != nil {
		return err
	}
	p := pages.ListPage{Rows: rows, Now: s.Clock.Now(), Past: f.Past, GroupID: f.GroupID, Groups: groupsOf(who, runs), CanPlan: len(runs) > 0,
		CanSuggest: who.May(access.AgendaSuggest), CanRequests: who.May(access.SafetyRead), Slots: who.May(access.SlotsPublish)}
	if more {
		q.Set("efter", strconv.FormatInt(rows[len(rows)-1].ID, 10))
		p.Next = "/moten?" + q.Encode()
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "meeting.list.title"), Active: layout.Meetings}, pages.List(p))
}

// groupsOf are the groups that the actor takes part in, by name.
func groupsOf(who access.Actor, runs []meeting.Group) []meeting.Group {
	all := slices.Clone(runs)
	for _, m := range who.Mandates {
		if m.GroupID != 0 && !slices.ContainsFunc(all, func(g meeting.Group) bool { return g.ID == m.GroupID }) {
			all = append(all, meeting.Group{ID: m.GroupID, Name: m.GroupName})
		}
	}
	i18n.Sort(all, func(g meeting.Group) string { return g.Name })
	return all
}

// queryID is a number in the address; whatever is no number is 0.
func queryID(q url.Values, name string) int64 {
	n, err := strconv.ParseInt(q.Get(name), 10, 64)
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// formID is a number in a form; whatever is no number is 0, which nothing has.
func formID(text string) int64 {
	n, err := strconv.ParseInt(strings.TrimSpace(text), 10, 64)
	if err != nil || n < 0 {
		return 0
	}
	return n
}

func (s *Server) meetingPlanForm(w http.ResponseWriter, r *http.Request) error {
	p, err := s.planPage(r)
	if err != nil {
		return err
	}
	p.Form.Group, p.Form.Themes = r.URL.Query().Get("grupp"), true
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "meeting.plan.title"), Active: layout.Meetings}, pages.Plan(p))
}

func (s *Server) planPage(r *http.Request) (pages.PlanPage, error) {
	who := actor(r)
	if err := who.Require(access.MeetingRun); err != nil {
		return pages.PlanPage{}, err
	}
	groups, err := s.Meeting.Runs(r.Context(), who)
	return pages.PlanPage{Groups: groups, Once: onceField()}, err
}

func (s *Server) meetingPlan(w http.ResponseWriter, r *http.Request) error {
	var f pages.PlanFields
	err := bind(r, &f)
	var id int64
	if err == nil {
		var plan meeting.PlanForm
		if plan, err = planOf(f); err == nil {
			id, err = s.Year.PlanMeeting(r.Context(), actor(r), plan, f.Themes)
		}
	}
	if err == nil {
		return s.done(w, r, pages.Path(id, ""), "meeting.done.planned")
	}
	p, readErr := s.planPage(r)
	if readErr != nil {
		return readErr
	}
	p.Form = f
	return s.again(w, r, err, view{Title: i18n.T(r.Context(), "meeting.plan.title"), Active: layout.Meetings}, func(why ui.ErrorSummaryProps) templ.Component {
		p.Why = why
		return pages.Plan(p)
	})
}

// inMeeting reads the meeting's id of the path, and the item's when there is one; both must belong together, which the
// operations see to by the item alone: so the item is looked up in its meeting first.
func (s *Server) inMeeting(r *http.Request) (id, item int64, err error) {
	if id, err = pathID(r, "id"); err != nil {
		return 0, 0, err
	}
	if item, err = pathID(r, "item"); err != nil {
		return 0, 0, err
	}
	return id, item, s.Meeting.Holds(r.Context(), actor(r), id, item)
}
