package matter

import (
	"slices"
	"time"

	"samverka/internal/clock"
	"samverka/internal/fail"
)

// CanRequestMBL refuses unless the union may request negotiation under MBL instead of samverkan: no later than the first
// samverkan occasion about the matter; an item that was tabled without being opened is none (SKR FAQ 2018; handbook T5).
func (r Record) CanRequestMBL(unionID int64, now time.Time) error {
	if slices.ContainsFunc(r.Tracks, func(t Track) bool { return t.Kind == KindMBL11 && t.UnionID == unionID && t.ClosedAt == nil }) {
		return fail.New(fail.Conflict, "matter.error.mbl_already")
	}
	if len(r.Decisions) > 0 || r.Status != "open" {
		return fail.New(fail.Invalid, "matter.error.not_open_matter")
	}
	if it, ok := r.firstOccasion(); ok && (it.MeetingStatus == "closed" || it.ConcludedAt != nil || clock.DateOf(now).After(it.Day())) {
		return fail.New(fail.Invalid, "matter.error.mbl_late", "Group", it.GroupName, "Date", it.Day().String())
	}
	return nil
}

// firstOccasion is the first treatment before decision that was opened.
func (r Record) firstOccasion() (Item, bool) {
	for _, it := range r.Items {
		if it.Class == BeforeDecision && it.OpenedAt != nil {
			return it, true
		}
	}
	return Item{}, false
}

// CanRequestCentral refuses unless the union disagreed, its window is running and no central negotiation has been
// requested. It returns the last day of the window. MBL sets no limit; the agreement does (MBL 14 §; handbook T9).
func (r Record) CanRequestCentral(unionID int64, now time.Time) (clock.Date, error) {
	if r.hasCentral(unionID) {
		return clock.Date{}, fail.New(fail.Conflict, "matter.error.central_already")
	}
	until, pending := r.window(unionID)
	switch {
	case pending:
		return until, fail.New(fail.Invalid, "matter.error.central_early")
	case until.IsZero():
		return until, fail.New(fail.Invalid, "matter.error.central_not_disagreed")
	case clock.DateOf(now).After(until):
		return until, fail.New(fail.Invalid, "matter.error.central_late", "Until", until.String())
	case len(r.Decisions) > 0 && !r.reopened():
		return until, fail.New(fail.Invalid, "matter.error.already_decided")
	}
	return until, nil
}

// window is the last day on which the union may request central negotiation; pending: it disagreed, but the conclusion
// has not taken effect yet.
func (r Record) window(unionID int64) (until clock.Date, pending bool) {
	for _, p := range r.Positions {
		it, _ := r.Item(p.ItemID)
		if p.UnionID != unionID || p.Stance != Disagrees || it.ProposalNo < r.baseNo() || it.ConcludedAt == nil || p.WaivedAt != nil {
			continue
		}
		if it.EffectiveAt == nil {
			pending = true
		} else if p.WindowUntil.After(until) {
			until = p.WindowUntil
		}
	}
	for _, t := range r.Tracks {
		if t.UnionID == unionID && t.ClosedAt != nil && t.WaivedAt == nil && t.ProposalNo >= r.baseNo() && t.WindowUntil.After(until) {
			until = t.WindowUntil
		}
	}
	return until, pending && until.IsZero()
}

// WindowOf reports the union's running window to request central negotiation; zero when there is none at now.
func (r Record) WindowOf(unionID int64, now time.Time) clock.Date {
	if until, err := r.CanRequestCentral(unionID, now); err == nil {
		return until
	}
	return clock.Date{}
}
