package server

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"samverka/internal/access"
	"samverka/internal/action"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	pages "samverka/templates/matter"
)

// afterRoutes are what follows a matter's decision.
func (s *Server) afterRoutes(r chi.Router) {
	const at = "/arenden/{id}/efterat"
	r.Get(at, s.page(s.afterwards))
	r.Post(at+"/genomfor", s.page(s.execute))
	r.Post(at+"/folj-upp", s.page(s.followUp))
	for _, x := range []struct {
		path string
		step afterStep
	}{
		{"/atgard", s.actionStep()},
		{"/aterkoppling/{row}", s.feedbackStep()}, {"/kontroll", s.checkStep()}, {"/kontroll/{row}", s.checkResultStep()},
		{"/avsluta", s.closeStep()}, {"/stopp", s.stopStep()}, {"/stopp/hav", s.liftStep()},
	} {
		r.Get(at+x.path, s.page(s.stepForm(x.step)))
		r.Post(at+x.path, s.page(s.stepSent(x.step)))
	}
}

func (s *Server) afterPage(r *http.Request) (matter.AfterPage, error) {
	id, err := pathID(r, "id")
	if err != nil {
		return matter.AfterPage{}, err
	}
	return s.Matter.After(r.Context(), actor(r), id)
}

func (s *Server) afterwards(w http.ResponseWriter, r *http.Request) error {
	p, err := s.afterPage(r)
	if err != nil {
		return err
	}
	a := pages.After{Head: head(p.Matter), AfterPage: p, Can: afterCan(p, actor(r))}
	a.Concerns = func(x action.Action) bool { return x.Concerns(actor(r)) }
	if p.Status != "closed" {
		if err := p.CanAct(); err != nil && (len(p.Actions)+len(p.Checks) == 0 || p.CanTend() != nil) {
			a.Refused = message(r, err)
		}
	}
	return s.render(w, r, http.StatusOK, matterView(i18n.T(r.Context(), "afterwards.title")+": "+p.Title), pages.Afterwards(a))
}

// afterCan works out what to offer. The operations decide; this only keeps what would be refused off the page.
func afterCan(p matter.AfterPage, who access.Actor) pages.AfterCan {
	owner := who.Role == access.Manager && who.PersonID == p.OwnerID
	c := pages.AfterCan{Act: owner && p.CanAct() == nil, Stop: p.CanStop(who) == nil, Lift: who.May(access.WorkLift) && p.CanLift(who) == nil}
	if who.May(access.MatterFollow) {
		c.Me = who.PersonID
	}
	if owner {
		c.Execute, c.Follow, c.Close = p.CanExecute() == nil, p.CanFollow(p.Today) == nil, p.CanClose() == nil
	}
	return c
}

// reasonFields is a form that holds nothing but why, once a rule has warned.
type reasonFields struct {
	Reason string `form:"reason" max:"2000"`
}

func (s *Server) execute(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f reasonFields
	if err = bind(r, &f); err == nil {
		err = s.Matter.Execute(r.Context(), actor(r), id, f.Reason)
	}
	if err != nil {
		return err
	}
	return s.done(w, r, matterURL(id, "/efterat"), "afterwards.execute_done")
}

func (s *Server) followUp(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err == nil {
		err = s.Matter.Follow(r.Context(), actor(r), id)
	}
	if err != nil {
		return err
	}
	return s.done(w, r, matterURL(id, "/efterat"), "afterwards.follow_done")
}
