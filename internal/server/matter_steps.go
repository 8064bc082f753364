package server

import (
	"net/http"

	"samverka/internal/access"
	"samverka/internal/i18n"
	pages "samverka/templates/matter"
)

// matterSteps is the page of the process that the matter follows.
func (s *Server) matterSteps(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	p, err := s.Matter.Steps(r.Context(), actor(r), id)
	if err != nil {
		return err
	}
	owner := actor(r).May(access.MatterWrite) && actor(r).PersonID == p.OwnerID
	return s.render(w, r, http.StatusOK, matterView(i18n.T(r.Context(), "process.steps.title")+": "+p.Title), pages.Steps(pages.StepsView{StepsPage: p, Tick: owner}))
}

type tickFields struct {
	Step string `form:"step" max:"20"`
	Done string `form:"done" max:"3"`
}

func (s *Server) tickStep(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f tickFields
	if err := bind(r, &f); err != nil {
		return err
	}
	if err := s.Matter.TickStep(r.Context(), actor(r), id, idOf(f.Step), f.Done == "yes"); err != nil {
		return err
	}
	return s.done(w, r, matterURL(id, "/steg"), "process.done.ticked")
}

// recountSteps lays the steps out anew, for the decision as it is planned now.
func (s *Server) recountSteps(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	if err := s.Matter.Recount(r.Context(), actor(r), id); err != nil {
		return err
	}
	return s.done(w, r, matterURL(id, "/steg"), "process.done.recounted")
}
