package server

import (
	"net/http"
	"strconv"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/organisation"
	pages "samverka/templates/organisation"
	"samverka/templates/ui"
)

// agreementRoutes show the local agreement's parameters to all and let them be changed from a day on.
func (s *Server) agreementRoutes(r chi.Router) {
	r.Get("/installningar/avtal", s.page(s.agreements))
	r.Get("/installningar/avtal/nytt", s.page(s.editAgreement))
	r.Post("/installningar/avtal", s.page(s.saveAgreement))
}

func (s *Server) agreements(w http.ResponseWriter, r *http.Request) error {
	a, err := s.Organisation.Agreements(r.Context(), actor(r))
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "agreement.title")}, pages.Agreements(a))
}

func (s *Server) editAgreement(w http.ResponseWriter, r *http.Request) error {
	if err := actor(r).Require(access.OrganisationWrite); err != nil {
		return err
	}
	a, err := s.Organisation.Agreements(r.Context(), actor(r))
	if err != nil {
		return err
	}
	f := pages.FormOf(a.Current)
	f.ValidFrom = clock.Today(s.Clock).String()
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "agreement.change")}, pages.EditAgreement(ui.ErrorSummaryProps{}, f))
}

// saveAgreement shows the effect first; with step=save it stores, with step=change it asks again.
func (s *Server) saveAgreement(w http.ResponseWriter, r *http.Request) error {
	now, err := s.Organisation.Agreements(r.Context(), actor(r))
	if err != nil {
		return err
	}
	var f pages.AgreementForm
	var a organisation.Agreement
	if err = bind(r, &f); err == nil {
		if a, err = readAgreement(f, now.Current); err == nil {
			err = s.Organisation.CheckAgreement(r.Context(), actor(r), a)
		}
	}
	edit := func(why ui.ErrorSummaryProps) templ.Component { return pages.EditAgreement(why, f) }
	v := view{Title: i18n.T(r.Context(), "agreement.change")}
	switch {
	case err != nil:
		return s.again(w, r, err, v, edit)
	case f.Step == "change":
		return s.render(w, r, http.StatusOK, v, edit(ui.ErrorSummaryProps{}))
	case f.Step != "save":
		v.Title = i18n.T(r.Context(), "agreement.preview.title")
		return s.render(w, r, http.StatusOK, v, pages.PreviewAgreement(pages.AgreementEffect{Now: now.Current, New: a, Form: f}))
	}
	if err := s.Organisation.SaveAgreement(r.Context(), actor(r), a); err != nil {
		return s.again(w, r, err, v, edit)
	}
	return s.done(w, r, "/installningar/avtal", "agreement.saved", "From", a.ValidFrom.String())
}

// readAgreement reads the form's numbers and choices; what it does not ask about stays as it is now.
func readAgreement(f pages.AgreementForm, now organisation.Agreement) (organisation.Agreement, error) {
	var form fail.Form
	number := func(name, text string) int { return formNumber(&form, name, text, "agreement.error.number") }
	yes := func(name, text string) bool {
		if text != "ja" && text != "nej" {
			form.Add(name, "agreement.error.choice")
		}
		return text == "ja"
	}
	if f.Publish == "" { // a form from before the parameter was there
		f.Publish = strconv.Itoa(organisation.Default(clock.Date{}).PublishDays)
	}
	a := organisation.Agreement{ValidFrom: formDate(&form, "valid_from", f.ValidFrom), NoticeDays: number("notice_days", f.Notice), PapersDays: number("papers_days", f.Papers),
		ItemsDays: number("items_days", f.Items), RequestDays: number("request_days", f.Request),
		EffectiveAt: f.Effective, CentralDays: number("central_days", f.Central), ApprovalDays: number("approval_days", f.Approval), PublishDays: number("publish_days", f.Publish),
		RiskBeforeConclusion: yes("risk_before_conclusion", f.Risk), GroupOrder: f.Order, EditorialObjectionDays: number("editorial_objection_days", f.Editorial),
		ExtraMeetingDays: number("extra_meeting_days", f.Extra), MBLScope: f.MBL, StatisticsMinimum: number("statistics_minimum", f.Statistics),
		MoveToWorkingDay: yes("move_to_working_day", f.WorkingDay), SafetyGapMonths: number("safety_gap_months", f.SafetyGap), SafetyWarnDays: number("safety_warn_days", f.SafetyWarn),
		DisagreementSteps: now.DisagreementSteps, UnionRaised: now.UnionRaised,
		TableOnLatePapers: now.TableOnLatePapers, HoldExecution: now.HoldExecution, AfterwardsDays: now.AfterwardsDays}
	return a, form.Err()
}
