package matter

import (
	"slices"
	"time"

	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/organisation"
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

// CanRequestCentral refuses unless the union disagreed and its window to request central negotiation is open: the law sets
// no limit, the agreement does (MBL 14 §; handbook T9). Where the agreement puts another step first, that one comes first.
func (r Record) CanRequestCentral(unionID int64, now time.Time) (clock.Date, error) {
	if r.hasCentral(unionID) {
		return clock.Date{}, fail.New(fail.Conflict, "matter.error.central_already")
	}
	until, first, pending := r.window(unionID, clock.DateOf(now))
	switch {
	case pending:
		return until, fail.New(fail.Invalid, "matter.error.central_early")
	case until.IsZero() && first != "":
		return until, fail.New(fail.Invalid, stepFirst[first])
	case until.IsZero():
		return until, fail.New(fail.Invalid, "matter.error.central_not_disagreed")
	case clock.DateOf(now).After(until):
		return until, fail.New(fail.Invalid, "matter.error.central_late", "Until", until.String())
	case len(r.Decisions) > 0 && !r.reopened():
		return until, fail.New(fail.Invalid, "matter.error.already_decided")
	}
	return until, nil
}

// stepFirst says that another step comes before central negotiation.
var stepFirst = map[string]string{organisation.StepEnhanced: "matter.error.enhanced_first", organisation.StepHigherGroup: "matter.error.higher_first"}

// window is the last day on which the union may request central negotiation; first: the step that the agreement puts before
// it in a window that is open; pending: the union disagreed, but the conclusion has not taken effect yet.
func (r Record) window(unionID int64, today clock.Date) (until clock.Date, first string, pending bool) {
	for _, p := range r.Positions {
		it, _ := r.Item(p.ItemID)
		if p.UnionID != unionID || p.Stance != Disagrees || it.ProposalNo < r.baseNo() || it.ConcludedAt == nil || p.WaivedAt != nil || r.claimed(p) {
			continue
		}
		switch step := r.NextStep(p, today); {
		case it.EffectiveAt == nil:
			pending = true
		case step != organisation.StepCentral:
			if !today.After(p.WindowUntil) {
				first = step
			}
		case p.WindowUntil.After(until):
			until = p.WindowUntil
		}
	}
	for _, t := range r.Tracks {
		if t.UnionID == unionID && t.ClosedAt != nil && t.WaivedAt == nil && t.ProposalNo >= r.baseNo() && t.WindowUntil.After(until) {
			until = t.WindowUntil
		}
	}
	return until, first, pending && until.IsZero()
}

// CanWaive refuses unless the union has a window to give up.
func (r Record) CanWaive(unionID int64, today clock.Date) error {
	if until, first, pending := r.window(unionID, today); until.IsZero() && first == "" && !pending {
		return fail.New(fail.Invalid, "matter.error.central_not_disagreed")
	}
	return nil
}

// CanWithdrawRequest refuses unless the union's negotiation was requested, and has not ended. Negotiation under MBL 11 § that
// was requested instead of samverkan may be taken back for as long as no group has concluded the matter without the union.
func (r Record) CanWithdrawRequest(kind string, unionID int64) (Track, error) {
	t, ok := find(r.Tracks, func(t Track) bool {
		return t.Kind == kind && t.UnionID == unionID && t.Origin == "request" && t.ClosedAt == nil
	})
	switch {
	case !ok || kind != KindMBL11 && kind != KindMBL14:
		return t, fail.New(fail.NotFound, "matter.error.no_request")
	case r.Status != "open":
		return t, fail.New(fail.Invalid, "matter.error.not_open_matter")
	case kind == KindMBL14:
		return t, nil
	case r.Agreement.MBLScope == organisation.MBLAll:
		return t, fail.New(fail.Invalid, "matter.error.withdraw_all")
	}
	for _, g := range r.Tracks {
		if it, done := r.outcome(g); done && g.Kind == KindGroup && slices.ContainsFunc(r.Seats, func(s Seat) bool {
			return s.GroupID == g.GroupID && s.UnionID == unionID && s.holds(it.Day())
		}) {
			return t, fail.New(fail.Invalid, "matter.error.withdraw_concluded", "Group", g.GroupName)
		}
	}
	return t, nil
}

// WindowOf reports the union's running window to request central negotiation; zero when there is none at now.
func (r Record) WindowOf(unionID int64, now time.Time) clock.Date {
	if until, err := r.CanRequestCentral(unionID, now); err == nil {
		return until
	}
	return clock.Date{}
}
