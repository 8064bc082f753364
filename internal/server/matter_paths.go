package server

import (
	"context"
	"net/http"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/access"
	"samverka/internal/i18n"
	pages "samverka/templates/matter"
	"samverka/templates/ui"
)

// pathRoutes are the ways of a matter between groups and managers.
func (s *Server) pathRoutes(r chi.Router) {
	r.Get("/arenden/{id}/andra", s.page(s.editMatterForm))
	r.Post("/arenden/{id}/andra", s.page(s.editMatter))
	r.Get("/arenden/{id}/lyft", s.page(s.pathPage(s.liftForm)))
	r.Post("/arenden/{id}/lyft", s.page(s.pathPost(s.liftForm, s.lift, "paths.lift.done")))
	r.Get("/arenden/{id}/aterremittera", s.page(s.pathPage(s.sendBackForm)))
	r.Post("/arenden/{id}/aterremittera", s.page(s.pathPost(s.sendBackForm, s.sendBack, "paths.send_back.done")))
	r.Get("/arenden/{id}/lamna-over", s.page(s.pathPage(s.handOverForm)))
	r.Post("/arenden/{id}/lamna-over", s.page(s.pathPost(s.handOverForm, s.handOver, "paths.hand_over.done")))
	r.Get("/arenden/{id}/oppna-igen", s.page(s.pathPage(s.reopenForm)))
	r.Post("/arenden/{id}/oppna-igen", s.page(s.pathPost(s.reopenForm, s.reopen, "paths.reopen.done")))
	r.Get("/arenden/{id}/overlamnat", s.page(s.takeOnForm))
	r.Post("/arenden/{id}/ta-emot", s.page(s.takeOn))
	r.Post("/arenden/{id}/aterlamna", s.page(s.handBack))
}

// pathFields are what a matter is moved with.
type pathFields struct {
	Reason string `form:"reason" max:"2000"`
	Group  string `form:"group" max:"20"`
	From   string `form:"from" max:"20"`
	To     string `form:"to" max:"20"`
}

// pathForm is the page that asks why, for what was sent or, at first, what the address says.
type pathForm func(r *http.Request, f pathFields) (pages.ReasonForm, error)

func (s *Server) pathPage(form pathForm) func(http.ResponseWriter, *http.Request) error {
	return func(w http.ResponseWriter, r *http.Request) error {
		group := r.URL.Query().Get("grupp")
		p, err := form(r, pathFields{Group: group, To: group})
		if err != nil {
			return err
		}
		return s.render(w, r, http.StatusOK, matterView(p.Title+": "+p.Matter), pages.Reason(p))
	}
}

func (s *Server) pathPost(form pathForm, do func(context.Context, access.Actor, int64, pathFields) error, done string) func(http.ResponseWriter, *http.Request) error {
	return func(w http.ResponseWriter, r *http.Request) error {
		id, err := pathID(r, "id")
		if err != nil {
			return err
		}
		var f pathFields
		if err = bind(r, &f); err == nil {
			err = do(r.Context(), actor(r), id, f)
		}
		if err == nil {
			return s.done(w, r, matterURL(id, ""), done)
		}
		p, readErr := form(r, f)
		if readErr != nil {
			return readErr
		}
		p.Refused = ""
		return s.again(w, r, err, matterView(p.Title+": "+p.Matter), func(why ui.ErrorSummaryProps) templ.Component {
			p.Head = p.With(why)
			p.Choices.Error = why.Errors.For("to")
			return pages.Reason(p)
		})
	}
}

// refused is why the page has no form.
func refused(r *http.Request, err error) string {
	if err == nil {
		return ""
	}
	return message(r, err)
}

func (s *Server) reopenForm(r *http.Request, f pathFields) (pages.ReasonForm, error) {
	p, err := s.ownPage(r)
	if err != nil {
		return pages.ReasonForm{}, err
	}
	ctx := r.Context()
	return pages.ReasonForm{Head: head(p.Matter), Title: i18n.T(ctx, "paths.reopen.title"), Lead: i18n.T(ctx, "paths.reopen.lead"), Action: matterURL(p.ID, "/oppna-igen"), Form: "reopen",
		Label: i18n.T(ctx, "paths.reopen.reason"), Button: i18n.T(ctx, "paths.reopen.submit"), Reason: f.Reason, Refused: refused(r, p.CanReopen(actor(r)))}, nil
}

func (s *Server) reopen(ctx context.Context, who access.Actor, id int64, f pathFields) error {
	return s.Matter.Reopen(ctx, who, id, f.Reason)
}
