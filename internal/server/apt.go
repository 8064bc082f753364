package server

import (
	"net/http"
	"strconv"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/access"
	"samverka/internal/apt"
	"samverka/internal/i18n"
	pages "samverka/templates/apt"
	"samverka/templates/layout"
	"samverka/templates/ui"
)

func (s *Server) aptRoutes(r chi.Router) {
	r.Get("/apt", s.page(s.aptList))
	r.Get("/apt/ny", s.page(s.aptPlanForm))
	r.Post("/apt", s.page(s.aptPlan))
	r.Get("/apt/{id}", s.page(s.aptShow))
	r.Post("/apt/{id}/inbjudan", s.page(s.aptInvite))
	r.Post("/apt/{id}/dagordning", s.page(s.aptSendAgenda))
	r.Post("/apt/{id}/stall-in", s.page(s.aptCancel))
	r.Post("/apt/{id}/tillfallen", s.page(s.aptAddSitting))
	r.Post("/apt/{id}/tillfallen/{sitting}/flytta", s.page(s.aptMoveSitting))
	r.Post("/apt/{id}/tillfallen/{sitting}/stall-in", s.page(s.aptCancelSitting))
	r.Post("/apt/{id}/tillfallen/{sitting}/oppna", s.page(s.aptOpenSitting))
	r.Post("/apt/{id}/tillfallen/{sitting}/avsluta", s.page(s.aptCloseSitting))
	r.Post("/apt/{id}/tillfallen/{sitting}/penna", s.page(s.aptPen))
	r.Post("/apt/{id}/skribenter", s.page(s.aptLetWrite))
	r.Post("/apt/{id}/skribenter/ta-bort", s.page(s.aptStopWriting))
	r.Get("/apt/{id}/foresla", s.page(s.aptProposeForm))
	r.Post("/apt/{id}/foresla", s.page(s.aptPropose))
	r.Post("/apt/{id}/forslag/{proposal}/ta-upp", s.page(s.aptAccept))
	r.Post("/apt/{id}/forslag/{proposal}/svara", s.page(s.aptDecline))
	r.Get("/apt/{id}/lage", s.page(s.aptLive))
	r.Post("/apt/{id}/publicera", s.page(s.aptPublish))
	r.Get("/apt/{id}/anteckningar", s.page(s.aptNotes))
	r.Get("/apt/{id}/anteckningar.pdf", s.page(s.aptNotesFile(".pdf")))
	r.Get("/apt/{id}/anteckningar.docx", s.page(s.aptNotesFile(".docx")))
	r.Post("/apt/{id}/deltog", s.page(s.aptAttend))
	r.Post("/apt/{id}/last", s.page(s.aptMarkRead))
	r.Post("/apt/{id}/fragor", s.page(s.aptAsk))
	r.Post("/apt/{id}/fragor/{question}/svar", s.page(s.aptAnswerQuestion))
	s.aptItemRoutes(r)
}

// aptItemRoutes are those of one item of the agenda.
func (s *Server) aptItemRoutes(r chi.Router) {
	r.Post("/apt/{id}/punkter", s.page(s.aptAddItem))
	r.Post("/apt/{id}/punkter/{item}/andra", s.page(s.aptChangeItem))
	r.Post("/apt/{id}/punkter/{item}/flytta", s.page(s.aptMoveItem))
	r.Post("/apt/{id}/punkter/{item}/ta-bort", s.page(s.aptRemoveItem))
	r.Post("/apt/{id}/punkter/{item}/anteckning", s.page(s.aptNote))
	r.Post("/apt/{id}/punkter/{item}/besked", s.page(s.aptEndItem))
	r.Post("/apt/{id}/punkter/{item}/angra", s.page(s.aptUndoEnd))
	r.Post("/apt/{id}/punkter/{item}/svar", s.page(s.aptAnswer))
}

// aptList shows coming APT, or earlier ones.
func (s *Server) aptList(w http.ResponseWriter, r *http.Request) error {
	who, q := actor(r), r.URL.Query()
	f := apt.Filter{Past: q.Get("visa") == "tidigare", UnitID: queryID(q, "enhet"), After: queryID(q, "efter")}
	rows, more, err := s.APT.List(r.Context(), who, f)
	if err != nil {
		return err
	}
	p := pages.ListPage{Rows: rows, Past: f.Past, CanPlan: who.May(access.APTRun) && len(who.Units) > 0}
	if more {
		q.Set("efter", strconv.FormatInt(rows[len(rows)-1].ID, 10))
		p.Next = "/apt?" + q.Encode()
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "apt.list.title"), Active: layout.Meetings}, pages.List(p))
}

func (s *Server) aptPlanPage(r *http.Request) (pages.PlanPage, error) {
	units, err := s.APT.Units(r.Context(), actor(r))
	return pages.PlanPage{Units: units, Once: onceField()}, err
}

func (s *Server) aptPlanForm(w http.ResponseWriter, r *http.Request) error {
	p, err := s.aptPlanPage(r)
	if err != nil {
		return err
	}
	p.Form.Unit = r.URL.Query().Get("enhet")
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "apt.plan.title"), Active: layout.Meetings}, pages.Plan(p))
}

func (s *Server) aptPlan(w http.ResponseWriter, r *http.Request) error {
	var f pages.PlanFields
	err := bind(r, &f)
	var id int64
	if err == nil {
		var plan apt.PlanForm
		if plan, err = aptPlanOf(f); err == nil {
			id, err = s.APT.Plan(r.Context(), actor(r), plan)
		}
	}
	if err == nil {
		return s.done(w, r, pages.Path(id, ""), "apt.receipt.planned")
	}
	p, readErr := s.aptPlanPage(r)
	if readErr != nil {
		return readErr
	}
	p.Form = f
	return s.again(w, r, err, view{Title: i18n.T(r.Context(), "apt.plan.title"), Active: layout.Meetings}, func(why ui.ErrorSummaryProps) templ.Component {
		p.Why = why
		return pages.Plan(p)
	})
}

// aptShowPage reads the APT and what its reader may do with it.
func (s *Server) aptShowPage(r *http.Request, sent ui.Sent) (pages.ShowPage, error) {
	id, err := pathID(r, "id")
	if err != nil {
		return pages.ShowPage{}, err
	}
	who := actor(r)
	data, err := s.APT.Show(r.Context(), who, id)
	if err != nil {
		return pages.ShowPage{}, err
	}
	return pages.ShowPage{Page: data, CanRun: data.Runs(who), MayWrite: data.MayWrite(who), Me: who.PersonID, SeesReasons: who.Role == access.HR,
		SeesMatters: who.Role == access.HR || data.Runs(who), Once: onceField(), Sent: sent}, nil
}

func (s *Server) aptShow(w http.ResponseWriter, r *http.Request) error {
	v, body, err := s.showAPT(r, ui.Sent{})
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, v, body)
}

func (s *Server) showAPT(r *http.Request, sent ui.Sent) (view, templ.Component, error) {
	p, err := s.aptShowPage(r, sent)
	if err != nil {
		return view{}, nil, err
	}
	return view{Title: pages.Name(r.Context(), p.APT), Active: layout.Meetings}, pages.Show(p), nil
}
