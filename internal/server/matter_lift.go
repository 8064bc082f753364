package server

import (
	"context"
	"net/http"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	pages "samverka/templates/matter"
	"samverka/templates/ui"
)

func (s *Server) liftForm(r *http.Request, f pathFields) (pages.ReasonForm, error) {
	p, err := s.ownPage(r)
	if err != nil {
		return pages.ReasonForm{}, err
	}
	ctx := r.Context()
	t, err := p.CanLiftUp(actor(r), idOf(f.Group))
	if fail.KindOf(err) == fail.NotFound && err != nil {
		return pages.ReasonForm{}, err
	}
	_, above := t.Above()
	return pages.ReasonForm{Head: head(p.Matter), Title: i18n.T(ctx, "paths.lift.title"), Lead: i18n.T(ctx, "paths.lift.lead", "Group", t.GroupName, "To", above),
		Action: matterURL(p.ID, "/lyft"), Form: "lift", Label: i18n.T(ctx, "paths.lift.reason"), Hint: i18n.T(ctx, "paths.lift.reason_hint"), Button: i18n.T(ctx, "paths.lift.submit", "To", above),
		Hidden:  []ui.Hidden{{Name: "group", Value: f.Group}},
		Effects: []string{i18n.T(ctx, "paths.lift.effect1", "Group", t.GroupName), i18n.T(ctx, "paths.lift.effect2", "To", above), i18n.T(ctx, "paths.lift.effect3", "Group", t.GroupName)},
		Reason:  f.Reason, Refused: refused(r, err),
		Help: i18n.T(ctx, "paths.lift.help"), HelpText: i18n.T(ctx, "paths.lift.help_text"), Source: i18n.T(ctx, "paths.lift.help_source")}, nil
}

// ownPage reads the matter for a manager.
func (s *Server) ownPage(r *http.Request) (matter.Page, error) {
	p, err := s.matterPage(r)
	if err != nil {
		return p, err
	}
	return p, actor(r).Require(access.MatterWrite)
}

func (s *Server) lift(ctx context.Context, who access.Actor, id int64, f pathFields) error {
	return s.Matter.Lift(ctx, who, id, idOf(f.Group), f.Reason)
}

// sendBackForm names the group that lifted the question; the one that has it now follows from that.
func (s *Server) sendBackForm(r *http.Request, f pathFields) (pages.ReasonForm, error) {
	p, err := s.ownPage(r)
	if err != nil {
		return pages.ReasonForm{}, err
	}
	ctx := r.Context()
	from, to, err := p.CanSendBack(actor(r), handedTo(p.Record, idOf(f.To)), idOf(f.To))
	if fail.KindOf(err) == fail.NotFound && err != nil {
		return pages.ReasonForm{}, err
	}
	return pages.ReasonForm{Head: head(p.Matter), Title: i18n.T(ctx, "paths.send_back.title"), Lead: i18n.T(ctx, "paths.send_back.lead", "Group", from.GroupName, "To", to.GroupName),
		Action: matterURL(p.ID, "/aterremittera"), Form: "send-back", Label: i18n.T(ctx, "paths.send_back.reason"), Button: i18n.T(ctx, "paths.send_back.submit", "To", to.GroupName),
		Hidden: []ui.Hidden{{Name: "from", Value: idText(from.GroupID)}, {Name: "to", Value: f.To}}, Reason: f.Reason, Refused: refused(r, err),
		Help: i18n.T(ctx, "paths.lift.help"), HelpText: i18n.T(ctx, "paths.lift.help_text"), Source: i18n.T(ctx, "paths.lift.help_source")}, nil
}

func handedTo(m matter.Record, group int64) int64 {
	for _, t := range m.Tracks {
		if t.GroupID == group {
			return t.HandedTo
		}
	}
	return 0
}

func (s *Server) sendBack(ctx context.Context, who access.Actor, id int64, f pathFields) error {
	return s.Matter.SendBack(ctx, who, id, idOf(f.From), idOf(f.To), f.Reason)
}
