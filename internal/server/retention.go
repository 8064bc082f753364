package server

import (
	"net/http"
	"strconv"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/retention"
	pages "samverka/templates/retention"
	"samverka/templates/ui"
)

// retentionRoutes are how long each kind of document is kept, and the weedings.
func (s *Server) retentionRoutes(r chi.Router) {
	r.Get("/installningar/bevarande", s.page(s.retentionRules))
	r.Get("/installningar/bevarande/{kind}", s.page(s.retentionRule))
	r.Post("/installningar/bevarande/{kind}", s.page(s.saveRetentionRule))
	r.Get("/gallring", s.page(s.weedings))
	r.Get("/gallring/underlag/{kind}", s.page(s.weedingDraft))
	r.Get("/gallring/underlag/{kind}.csv", s.page(s.weedingCSV))
	r.Post("/gallring/underlag/{kind}", s.page(s.proposeWeeding))
	r.Get("/gallring/{id}", s.page(s.weeding))
	r.Get("/gallring/{id}/lista.csv", s.page(s.proposedCSV))
	r.Post("/gallring/{id}/godkann", s.page(s.approveWeeding))
	r.Post("/gallring/{id}/avsla", s.page(s.declineWeeding))
	r.Post("/gallring/{id}/aterta", s.page(s.withdrawWeeding))
}

func (s *Server) rulesPage(r *http.Request) (pages.RulesPage, error) {
	who := actor(r)
	rules, today, err := s.Retention.Rules(r.Context(), who)
	return pages.RulesPage{Rules: rules, Today: today, Write: who.May(access.RetentionWrite), Weedings: who.May(access.WeedingRead), Settings: who.May(access.OrganisationWrite)}, err
}

func (s *Server) retentionRules(w http.ResponseWriter, r *http.Request) error {
	p, err := s.rulesPage(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "retention.rules.title")}, pages.Rules(p))
}

func (s *Server) rulePage(r *http.Request) (pages.RulePage, error) {
	k, ok := retention.KindOf(chi.URLParam(r, "kind"))
	if !ok {
		return pages.RulePage{}, fail.New(fail.NotFound, "error.not_found")
	}
	p, err := s.rulesPage(r)
	return pages.RulePage{RulesPage: p, Kind: k, Form: pages.FieldsOf(p.Rules, k.Name, p.Today)}, err
}

func (s *Server) retentionRule(w http.ResponseWriter, r *http.Request) error {
	p, err := s.rulePage(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: pages.Name(r.Context(), p.Kind.Name)}, pages.Rule(p))
}

func (s *Server) saveRetentionRule(w http.ResponseWriter, r *http.Request) error {
	if err := actor(r).Require(access.RetentionWrite); err != nil {
		return err
	}
	p, err := s.rulePage(r)
	if err != nil {
		return err
	}
	newest := p.Form.Seen
	p.Form = pages.RuleFields{}
	if err = bind(r, &p.Form); err == nil {
		err = s.saveRule(r, p)
	}
	if err == nil {
		return s.done(w, r, pages.RulePath(p.Kind.Name), "retention.form.saved")
	}
	if fail.KindOf(err) == fail.Conflict {
		p.Conflict, p.Form.Seen = true, newest
	}
	return s.again(w, r, err, view{Title: pages.Name(r.Context(), p.Kind.Name)}, func(why ui.ErrorSummaryProps) templ.Component {
		p.Why = why
		return pages.Rule(p)
	})
}

func (s *Server) saveRule(r *http.Request, p pages.RulePage) error {
	from, err := dateOf("valid_from", p.Form.From)
	if err != nil {
		return err
	}
	years, _ := strconv.Atoi(p.Form.Years) // no number is refused as 0
	seen, err := strconv.Atoi(p.Form.Seen)
	if err != nil {
		seen = -1
	}
	return s.Retention.SaveRule(r.Context(), actor(r), retention.RuleForm{Kind: p.Kind.Name, Seen: seen, Weed: p.Form.What == "weed", Years: years, ValidFrom: from, Source: p.Form.Source})
}

func (s *Server) weedings(w http.ResponseWriter, r *http.Request) error {
	p, err := s.Retention.Page(r.Context(), actor(r))
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "retention.list.title")}, pages.Weedings(p))
}

func (s *Server) weedingDraftPage(r *http.Request) (pages.DraftPage, view, error) {
	d, err := s.Retention.Draft(r.Context(), actor(r), chi.URLParam(r, "kind"))
	if err != nil {
		return pages.DraftPage{}, view{}, err
	}
	title := i18n.T(r.Context(), "retention.draft.title", "Kind", pages.Name(r.Context(), d.Kind.Name))
	return pages.DraftPage{Draft: d, Once: onceField()}, view{Title: title}, nil
}

func (s *Server) weedingDraft(w http.ResponseWriter, r *http.Request) error {
	p, v, err := s.weedingDraftPage(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, v, pages.Draft(p))
}

func (s *Server) weedingCSV(w http.ResponseWriter, r *http.Request) error {
	p, _, err := s.weedingDraftPage(r)
	if err != nil {
		return err
	}
	return sendWeedingList(w, r, p.Kind.Name, p.Rows)
}

// proposedCSV is what a weeding that waits would take.
func (s *Server) proposedCSV(w http.ResponseWriter, r *http.Request) error {
	p, err := s.protocolPage(r)
	if err != nil {
		return err
	}
	if !p.Waits() {
		return fail.New(fail.NotFound, "error.not_found")
	}
	return sendWeedingList(w, r, p.Kind, p.Now.Rows)
}

func sendWeedingList(w http.ResponseWriter, r *http.Request, kind string, rows []retention.Candidate) error {
	ctx := r.Context()
	lines := [][]string{{i18n.T(ctx, "retention.csv.id"), i18n.T(ctx, "retention.csv.day"), i18n.T(ctx, "retention.csv.label"), i18n.T(ctx, "retention.csv.number")}}
	for _, c := range rows {
		lines = append(lines, []string{strconv.FormatInt(c.ID, 10), c.Day.String(), pages.Label(ctx, kind, c), strconv.Itoa(c.N)})
	}
	w.Header().Set("Content-Disposition", `attachment; filename="gallringsunderlag.csv"`)
	return sendCSV(w, lines)
}

type weedingFields struct {
	Mark string `form:"mark" max:"64"`
}

func (s *Server) proposeWeeding(w http.ResponseWriter, r *http.Request) error {
	p, v, err := s.weedingDraftPage(r)
	if err != nil {
		return err
	}
	var f weedingFields
	var id int64
	if err = bind(r, &f); err == nil {
		id, err = s.Retention.Propose(r.Context(), actor(r), p.Kind.Name, f.Mark)
	}
	if err == nil {
		return s.done(w, r, pages.ProtocolPath(id, ""), "retention.draft.proposed")
	}
	return s.again(w, r, err, v, func(why ui.ErrorSummaryProps) templ.Component {
		p.Why = why
		return pages.Draft(p)
	})
}

func (s *Server) protocolPage(r *http.Request) (pages.ProtocolPage, error) {
	id, err := pathID(r, "id")
	if err != nil {
		return pages.ProtocolPage{}, err
	}
	got, err := s.Retention.Get(r.Context(), actor(r), id)
	if err != nil {
		return pages.ProtocolPage{}, err
	}
	p := pages.ProtocolPage{Protocol: got, OrgName: visitOf(r).session.OrgName, Withdraw: got.CanWithdraw(actor(r)) == nil}
	if got.Changed != nil {
		p.Changed = message(r, got.Changed)
	}
	if err := got.CanDecide(actor(r)); err != nil {
		p.Refused = message(r, err)
	}
	return p, nil
}

func (s *Server) weeding(w http.ResponseWriter, r *http.Request) error {
	p, err := s.protocolPage(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: p.Title(r.Context())}, pages.Protocol(p))
}

func (s *Server) approveWeeding(w http.ResponseWriter, r *http.Request) error {
	return s.onWeeding(w, r, "retention.protocol.done", func(id int64, _ string) error { return s.Retention.Approve(r.Context(), actor(r), id) })
}

func (s *Server) declineWeeding(w http.ResponseWriter, r *http.Request) error {
	return s.onWeeding(w, r, "retention.protocol.declined_receipt", func(id int64, reason string) error {
		return s.Retention.Decline(r.Context(), actor(r), id, reason)
	})
}

func (s *Server) withdrawWeeding(w http.ResponseWriter, r *http.Request) error {
	return s.onWeeding(w, r, "retention.protocol.withdrawn_receipt", func(id int64, _ string) error { return s.Retention.Withdraw(r.Context(), actor(r), id) })
}

type weedingReason struct {
	Reason string `form:"reason" max:"2000"`
}

// onWeeding does one thing with a weeding: refused, its page comes again as it stands now.
func (s *Server) onWeeding(w http.ResponseWriter, r *http.Request, receipt string, act func(id int64, reason string) error) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f weedingReason
	if err = bind(r, &f); err == nil {
		err = act(id, f.Reason)
	}
	if err == nil {
		return s.done(w, r, pages.ProtocolPath(id, ""), receipt)
	}
	p, readErr := s.protocolPage(r)
	if readErr != nil {
		return readErr
	}
	p.Reason = f.Reason
	return s.again(w, r, err, view{Title: p.Title(r.Context())}, func(why ui.ErrorSummaryProps) templ.Component {
		p.Why = why
		return pages.Protocol(p)
	})
}
