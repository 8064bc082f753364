package organisation

import (
	"context"
	"strconv"
	"strings"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// Agreements are the local agreement's parameters through time.
type Agreements struct {
	Current Agreement
	Rows    []Agreement // the newest first
	Today   clock.Date
	Write   bool
}

// Agreements reads the parameters that hold today and all others, before and after.
func (s *Service) Agreements(ctx context.Context, who access.Actor) (Agreements, error) {
	if err := who.Require(access.OrganisationRead); err != nil {
		return Agreements{}, err
	}
	a := Agreements{Today: s.today(), Write: who.May(access.OrganisationWrite)}
	var b db.Batch
	QueueAgreement(&b, &a.Current, a.Today)
	db.Many(&b, &a.Rows, `SELECT `+AgreementColumns+` FROM agreements ORDER BY valid_from DESC`)
	err := s.DB.ReadOrg(ctx, who.OrgID, &b)
	return a, err
}

// CheckAgreement says what SaveAgreement would refuse, and stores nothing: the page shows the effect first.
func (s *Service) CheckAgreement(ctx context.Context, who access.Actor, a Agreement) error {
	if err := who.Require(access.OrganisationWrite); err != nil {
		return err
	}
	var f fail.Form
	a.check(&f)
	if !a.ValidFrom.IsZero() && a.ValidFrom.Before(s.today()) {
		f.Add("valid_from", "agreement.error.past")
	}
	return f.Err()
}

// SaveAgreement stores new parameters that hold from a day that has not passed, in place of those that begin the same day.
// What was treated before keeps the parameters of its own day (handbook 11). Values out of range are Invalid.
func (s *Service) SaveAgreement(ctx context.Context, who access.Actor, a Agreement) error {
	if err := s.CheckAgreement(ctx, who, a); err != nil {
		return err
	}
	return s.write(ctx, who, func(tx *db.OrgTx) (audit.Event, error) {
		return audit.Event{Kind: "organisation.agreement_saved", Detail: a.detail()}, saveAgreement(ctx, tx, a, s.Clock.Now())
	})
}

// detail is the agreement as the log keeps it.
func (a Agreement) detail() map[string]string {
	return map[string]string{"valid_from": a.ValidFrom.String(), "notice_days": strconv.Itoa(a.NoticeDays), "papers_days": strconv.Itoa(a.PapersDays),
		"items_days": strconv.Itoa(a.ItemsDays), "request_days": strconv.Itoa(a.RequestDays),
		"effective_at": a.EffectiveAt, "central_days": strconv.Itoa(a.CentralDays), "approval_days": strconv.Itoa(a.ApprovalDays), "publish_days": strconv.Itoa(a.PublishDays),
		"risk_before_conclusion": strconv.FormatBool(a.RiskBeforeConclusion), "group_order": a.GroupOrder,
		"editorial_objection_days": strconv.Itoa(a.EditorialObjectionDays), "extra_meeting_days": strconv.Itoa(a.ExtraMeetingDays),
		"mbl_scope": a.MBLScope, "statistics_minimum": strconv.Itoa(a.StatisticsMinimum), "move_to_working_day": strconv.FormatBool(a.MoveToWorkingDay),
		"safety_gap_months": strconv.Itoa(a.SafetyGapMonths), "safety_warn_days": strconv.Itoa(a.SafetyWarnDays),
		"disagreement_steps": strings.Join(a.DisagreementSteps, " "), "union_raised": strconv.FormatBool(a.UnionRaised),
		"table_on_late_papers": strconv.FormatBool(a.TableOnLatePapers), "hold_execution": strconv.FormatBool(a.HoldExecution), "afterwards_days": strconv.Itoa(a.AfterwardsDays)}
}
