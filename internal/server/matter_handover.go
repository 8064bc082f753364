package server

import (
	"context"
	"net/http"
	"strconv"

	"github.com/a-h/templ"

	"samverka/internal/access"
	"samverka/internal/i18n"
	pages "samverka/templates/matter"
	"samverka/templates/ui"
)

func (s *Server) handOverForm(r *http.Request, f pathFields) (pages.ReasonForm, error) {
	id, err := pathID(r, "id")
	if err != nil {
		return pages.ReasonForm{}, err
	}
	p, err := s.Matter.Receivers(r.Context(), actor(r), id)
	if err != nil {
		return pages.ReasonForm{}, err
	}
	ctx := r.Context()
	form := pages.ReasonForm{Head: head(p.Matter), Title: i18n.T(ctx, "paths.hand_over.title"), Lead: i18n.T(ctx, "paths.hand_over.lead"), Action: matterURL(id, "/lamna-over"), Form: "hand-over",
		Label: i18n.T(ctx, "paths.hand_over.reason"), Button: i18n.T(ctx, "paths.hand_over.submit"), Reason: f.Reason, Refused: refused(r, p.CanHandOver(actor(r))),
		Choices: ui.ChoiceProps{Name: "to", Legend: i18n.T(ctx, "paths.hand_over.to")},
		Effects: []string{i18n.T(ctx, "paths.hand_over.effect1"), i18n.T(ctx, "paths.hand_over.effect2"), i18n.T(ctx, "paths.hand_over.effect3")},
		Help:    i18n.T(ctx, "paths.hand_over.help"), HelpText: i18n.T(ctx, "paths.hand_over.help_text"), Source: i18n.T(ctx, "paths.hand_over.help_source")}
	for _, x := range p.Receivers {
		id := strconv.FormatInt(x.PersonID, 10)
		form.Choices.Options = append(form.Choices.Options, ui.Option{Value: id, Label: x.Name, Hint: x.Unit, Selected: f.To == id || len(p.Receivers) == 1})
	}
	if form.Refused == "" && len(p.Receivers) == 0 {
		form.Refused = i18n.T(ctx, "paths.error.no_manager_above")
	}
	return form, nil
}

func (s *Server) handOver(ctx context.Context, who access.Actor, id int64, f pathFields) error {
	return s.Matter.HandOver(ctx, who, id, idOf(f.To), f.Reason)
}

func (s *Server) takeOnForm(w http.ResponseWriter, r *http.Request) error {
	p, err := s.takeOnPage(r, "")
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, takeOnView(r, p), pages.TakeOn(p))
}

func takeOnView(r *http.Request, p pages.TakeOnPage) view {
	return matterView(i18n.T(r.Context(), "paths.take_on.title") + ": " + p.Matter)
}

func (s *Server) takeOnPage(r *http.Request, reason string) (pages.TakeOnPage, error) {
	p, err := s.ownPage(r)
	if err != nil {
		return pages.TakeOnPage{}, err
	}
	h, err := p.CanReturn(actor(r))
	waits := h.AcceptedAt == nil && h.ToID == actor(r).PersonID
	return pages.TakeOnPage{Head: head(p.Matter), Handover: h, Reason: reason, Receiver: waits, Holder: h.ToID == actor(r).PersonID, Refused: refused(r, err)}, nil
}

func (s *Server) takeOn(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	if err := s.Matter.TakeOn(r.Context(), actor(r), id); err != nil {
		return err
	}
	return s.done(w, r, matterURL(id, ""), "paths.take_on.done")
}

func (s *Server) handBack(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f pathFields
	if err = bind(r, &f); err == nil {
		err = s.Matter.Return(r.Context(), actor(r), id, f.Reason)
	}
	if err == nil {
		return s.done(w, r, matterURL(id, ""), "paths.hand_back.done")
	}
	p, readErr := s.takeOnPage(r, f.Reason)
	if readErr != nil {
		return readErr
	}
	return s.again(w, r, err, takeOnView(r, p), func(why ui.ErrorSummaryProps) templ.Component {
		p.Head = p.With(why)
		return pages.TakeOn(p)
	})
}
