package organisation

import (
	"slices"

	"samverka/internal/fail"
)

// Limits are the smallest and largest value that a number of the agreement may have.
type Limits struct{ Min, Max int }

// The limits, the same as the table's.
var (
	NoticeLimits     = Limits{0, 90}
	PapersLimits     = Limits{0, 90}
	ItemsLimits      = Limits{0, 90}
	RequestLimits    = Limits{1, 60}
	CentralLimits    = Limits{0, 60}
	ApprovalLimits   = Limits{1, 90}
	PublishLimits    = Limits{0, 60}
	EditorialLimits  = Limits{0, 30}
	ExtraLimits      = Limits{0, 30}
	StatisticsLimits = Limits{3, 100}
	SafetyGapLimits  = Limits{1, 3} // months; AMF 8a § says no more than three
	SafetyWarnLimits = Limits{14, 90}
	AfterwardsLimits = Limits{1, 30}
)

// check notes what does not add up, field by field.
func (a Agreement) check(f *fail.Form) {
	if a.ValidFrom.IsZero() {
		f.Add("valid_from", "agreement.error.valid_from")
	}
	for _, n := range []struct {
		field string
		value int
		Limits
	}{
		{"notice_days", a.NoticeDays, NoticeLimits}, {"papers_days", a.PapersDays, PapersLimits},
		{"items_days", a.ItemsDays, ItemsLimits}, {"request_days", a.RequestDays, RequestLimits},
		{"central_days", a.CentralDays, CentralLimits}, {"approval_days", a.ApprovalDays, ApprovalLimits}, {"publish_days", a.PublishDays, PublishLimits},
		{"editorial_objection_days", a.EditorialObjectionDays, EditorialLimits},
		{"extra_meeting_days", a.ExtraMeetingDays, ExtraLimits}, {"statistics_minimum", a.StatisticsMinimum, StatisticsLimits},
		{"safety_gap_months", a.SafetyGapMonths, SafetyGapLimits}, {"safety_warn_days", a.SafetyWarnDays, SafetyWarnLimits}, {"afterwards_days", a.AfterwardsDays, AfterwardsLimits},
	} {
		if n.value < n.Min || n.value > n.Max {
			f.Add(n.field, "agreement.error.range", "Min", n.Min, "Max", n.Max)
		}
	}
	if a.PapersDays > a.NoticeDays && a.NoticeDays >= NoticeLimits.Min && a.PapersDays <= PapersLimits.Max {
		f.Add("papers_days", "agreement.error.papers_before_notice", "Notice", a.NoticeDays)
	}
	if !slices.Contains([]string{AtMeetingEnd, AtApproval}, a.EffectiveAt) {
		f.Add("effective_at", "agreement.error.effective_at")
	}
	if !slices.Contains([]string{Parallel, BottomUp, TopDown}, a.GroupOrder) {
		f.Add("group_order", "agreement.error.group_order")
	}
	if !slices.Contains([]string{MBLRequesting, MBLAll}, a.MBLScope) {
		f.Add("mbl_scope", "agreement.error.mbl_scope")
	}
	if !stepsInOrder(a.DisagreementSteps) {
		f.Add("disagreement_steps", "agreement.error.disagreement_steps")
	}
}

// stepsInOrder reports whether the steps come in the order in which they are taken, each at most once, central negotiation
// last: MBL 14 § leaves it to whoever is not content with the local one.
func stepsInOrder(steps []string) bool {
	order := []string{StepEnhanced, StepHigherGroup, StepCentral}
	last := -1
	for _, s := range steps {
		i := slices.Index(order, s)
		if i <= last {
			return false
		}
		last = i
	}
	return last == len(order)-1
}
