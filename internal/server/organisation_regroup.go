package server

import (
	"net/http"

	"github.com/a-h/templ"

	"samverka/internal/clock"
	"samverka/internal/i18n"
	"samverka/internal/meeting"
	pages "samverka/templates/organisation"
	"samverka/templates/ui"
)

type regroupFields struct {
	To       string   `form:"to" max:"20"`
	On       string   `form:"on" max:"40"`
	Matters  []string `form:"matters" max:"20"`
	Meetings []string `form:"meetings" max:"20"`
	Version  string   `form:"version" max:"40"`
	Reason   string   `form:"reason" max:"2000"`
}

// regroupForm shows what ending the group means. At first everything goes along but what a called meeting is about to
// treat, and the group ends when its called meetings are over.
func (s *Server) regroupForm(w http.ResponseWriter, r *http.Request) error {
	to := int64(0)
	if chosen := r.URL.Query().Get("till"); chosen != "" {
		to = idOf(chosen)
	}
	p, err := s.regroupPage(r, to)
	if err != nil {
		return err
	}
	on := clock.Today(s.Clock)
	for _, m := range p.Regrouping.Matters {
		if day := p.TreatedOn(m.ID); day.IsZero() {
			p.Matters = append(p.Matters, idText(m.ID))
		}
	}
	for _, m := range p.Regrouping.Meetings {
		if m.Called {
			on = clock.DateOf(m.StartsAt).Add(1)
		}
	}
	p.On = on.String()
	for _, m := range p.Regrouping.Meetings {
		p.Meetings = append(p.Meetings, idText(m.ID))
	}
	return s.render(w, r, http.StatusOK, regroupView(r, p), pages.Regroup(p))
}

func regroupView(r *http.Request, p pages.RegroupPage) view {
	return view{Title: i18n.T(r.Context(), "paths.regroup.title") + ": " + p.Group.Name}
}

func (s *Server) regroupPage(r *http.Request, to int64) (pages.RegroupPage, error) {
	id, err := pathID(r, "id")
	if err != nil {
		return pages.RegroupPage{}, err
	}
	g, err := s.Meeting.Regrouping(r.Context(), actor(r), id, to)
	return pages.RegroupPage{Regrouping: g}, err
}

func (s *Server) regroup(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f regroupFields
	var on clock.Date
	if err = bind(r, &f); err == nil {
		on, err = dateOf("on", f.On)
	}
	to := int64(0)
	if f.To != "" {
		to = idOf(f.To)
	}
	if err == nil {
		err = s.Meeting.Regroup(r.Context(), actor(r), id, meeting.RegroupForm{To: to, On: on, Matters: idsOf(f.Matters), Meetings: idsOf(f.Meetings), Version: f.Version, Reason: f.Reason})
	}
	if err == nil {
		return s.done(w, r, groupPath(id), "paths.regroup.done")
	}
	p, readErr := s.regroupPage(r, to)
	if readErr != nil {
		return readErr
	}
	p.On, p.Matters, p.Meetings = f.On, f.Matters, f.Meetings
	return s.again(w, r, err, regroupView(r, p), func(why ui.ErrorSummaryProps) templ.Component {
		p.Why = why
		return pages.Regroup(p)
	})
}
