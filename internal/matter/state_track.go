package matter

import (
	"slices"
	"time"

	"samverka/internal/clock"
	"samverka/internal/organisation"
)

// TrackState is where a track stands.
type TrackState string

// The states of a track.
const (
	TrackPlanned     TrackState = "planned"     // Planerat
	TrackEnhanced    TrackState = "enhanced"    // Förstärkt samverkan
	TrackOngoing     TrackState = "ongoing"     // Pågår
	TrackTabled      TrackState = "tabled"      // Bordlagt
	TrackAdjourned   TrackState = "adjourned"   // Ajournerat
	TrackAgreed      TrackState = "agreed"      // Fullgjord i enighet
	TrackDisagreed   TrackState = "disagreed"   // Fullgjord i oenighet
	TrackAlone       TrackState = "alone"       // Avslutad utan närvarande organisation
	TrackAwaits      TrackState = "awaits"      // Inväntar begäran
	TrackNegotiating TrackState = "negotiating" // Förhandling pågår
	TrackClosed      TrackState = "closed"      // Avslutat
	TrackOutdated    TrackState = "outdated"    // Inaktuellt
	TrackHanded      TrackState = "handed"      // Överlämnat
)

// Key is the message key of the state's label.
func (s TrackState) Key() string { return "matter.track." + string(s) }

// Finished reports whether nothing more is owed on a mandatory track in this state.
func (s TrackState) Finished() bool {
	return s == TrackAgreed || s == TrackDisagreed || s == TrackAlone || s == TrackClosed || s == TrackHanded
}

// baseNo is the lowest proposal number whose outcomes still hold: the newest version that is not editorial, or whose
// being editorial an organisation has objected to in time (handbook 4.3 "New information").
func (r Record) baseNo() int {
	base := 0
	for _, p := range r.Proposals {
		if p.Material() {
			base = p.No
		}
	}
	return base
}

// outcome is the newest treatment that concluded the group's track on a version that still holds.
func (r Record) outcome(t Track) (Item, bool) {
	for _, it := range slices.Backward(r.Items) {
		if it.TrackID == t.ID && r.Holds(it) {
			return it, true
		}
	}
	return Item{}, false
}

// Holds reports whether the treatment was concluded on a version that still holds.
func (r Record) Holds(it Item) bool {
	return it.Class == BeforeDecision && it.ConcludedAt != nil && it.ProposalNo >= r.baseNo()
}

// disagreements are the positions against in all of the group's treatments whose conclusions hold, in effect or not.
func (r Record) disagreements(t Track) []Position {
	return slices.DeleteFunc(slices.Clone(r.Positions), func(p Position) bool {
		it, _ := r.Item(p.ItemID)
		return p.Stance != Disagrees || it.TrackID != t.ID || !r.Holds(it)
	})
}

// latest is the newest treatment of the track on a meeting that is not cancelled.
func (r Record) latest(t Track) (Item, bool) {
	for i := len(r.Items) - 1; i >= 0; i-- {
		if it := r.Items[i]; it.TrackID == t.ID && it.MeetingStatus != "cancelled" && (t.Kind == KindInfo || it.Class == BeforeDecision) {
			return it, true
		}
	}
	return Item{}, false
}

// windowOpen reports whether the position's organisation may still request central negotiation (MBL 14 §), so that the
// decision has to wait.
func (r Record) windowOpen(p Position, now time.Time) bool {
	return p.Stance == Disagrees && !p.WindowUntil.IsZero() && p.WaivedAt == nil &&
		!clock.DateOf(now).After(p.WindowUntil) && !r.claimed(p) && !r.hasCentral(p.UnionID)
}

// hasCentral reports whether the union has requested central negotiation on a version that still holds.
func (r Record) hasCentral(unionID int64) bool {
	for _, t := range r.Tracks {
		if t.Kind == KindMBL14 && t.UnionID == unionID && !t.Void() && t.ProposalNo >= r.baseNo() {
			return true
		}
	}
	return false
}

func (r Record) trackWindowOpen(t Track, now time.Time) bool {
	return t.ClosedAt != nil && !t.WindowUntil.IsZero() && t.WaivedAt == nil && !clock.DateOf(now).After(t.WindowUntil) && !r.hasCentral(t.UnionID)
}

// TrackState derives where the track stands at now.
func (r Record) TrackState(t Track, now time.Time) TrackState {
	switch t.Kind {
	case KindGroup:
		return r.groupState(t, now)
	case KindInfo:
		return r.infoState(t)
	}
	switch {
	case t.Void():
		return TrackClosed
	case t.ClosedAt == nil && t.RequestedAt != nil:
		return TrackNegotiating
	case t.ClosedAt == nil:
		return TrackPlanned
	case t.ProposalNo < r.baseNo():
		return TrackOutdated
	case r.trackWindowOpen(t, now):
		return TrackAwaits
	}
	return TrackClosed
}

func (r Record) groupState(t Track, now time.Time) TrackState {
	if ss := r.OpenSteps(t.ID); t.ID != 0 && len(ss) > 0 {
		return r.stepState(t, ss)
	}
	if it, ok := r.outcome(t); ok {
		return r.outcomeState(t, it, now)
	}
	it, ok := r.latest(t)
	switch {
	case t.HandedAt != nil:
		return TrackHanded
	case !t.Mandatory:
		return TrackClosed // the whole matter is negotiated under MBL instead
	case !ok:
		return TrackPlanned
	case it.ConcludedAt != nil:
		return TrackOutdated
	case it.Status == "tabled":
		return TrackTabled
	case it.Status == "open" && it.MeetingStatus == "closed":
		return TrackAdjourned
	case it.Status == "open":
		return TrackOngoing
	}
	return TrackPlanned
}

// stepState is where a step after disagreement stands: enhanced samverkan until it is over, and in the group above as any
// treatment there.
func (r Record) stepState(t Track, open []Step) TrackState {
	it, ok := r.latest(t)
	switch {
	case slices.ContainsFunc(open, func(s Step) bool { return s.Kind == organisation.StepEnhanced }):
		return TrackEnhanced
	case !ok || it.ConcludedAt != nil || it.Status == "planned":
		return TrackPlanned
	case it.Status == "tabled":
		return TrackTabled
	case it.MeetingStatus == "closed":
		return TrackAdjourned
	}
	return TrackOngoing
}

func (r Record) outcomeState(t Track, it Item, now time.Time) TrackState {
	if it.EffectiveAt == nil {
		return TrackOngoing
	}
	state := TrackAgreed
	if it.AloneConfirmedAt != nil {
		state = TrackAlone
	}
	for _, p := range r.disagreements(t) {
		if r.windowOpen(p, now) {
			return TrackAwaits
		}
		if p.ItemID == it.ID {
			state = TrackDisagreed
		}
	}
	return state
}

// informed reports whether the group has been informed, before any decision, of a version that still holds.
func (r Record) informed(t Track) bool {
	return slices.ContainsFunc(r.Items, func(it Item) bool {
		return it.TrackID == t.ID && it.Class != FollowUp && (it.Status == "handled" || it.Status == "concluded") && it.MeetingStatus != "cancelled" && it.ProposalNo >= r.baseNo()
	})
}

func (r Record) infoState(t Track) TrackState {
	it, ok := r.latest(t)
	switch {
	case t.HandedAt != nil:
		return TrackHanded
	case t.Mandatory && r.informed(t):
		return TrackClosed
	case ok && (it.Status == "handled" || it.Status == "concluded"):
		if t.Mandatory {
			return TrackOutdated
		}
		return TrackClosed
	case ok && it.Status == "open":
		return TrackOngoing
	case ok && it.Status == "tabled":
		return TrackTabled
	}
	return TrackPlanned
}
