package matter

import (
	"slices"
	"time"

	"samverka/internal/clock"
)

// State is where the matter stands. It is derived from what has happened and from the clock, never stored (handbook 4.3).
type State string

// The states of a matter, in the order of the journey, then the side states.
const (
	Draft         State = "draft"          // Utkast
	Early         State = "early_dialogue" // Tidig dialog
	Preparation   State = "preparation"    // Beredning
	InSamverkan   State = "in_samverkan"   // Under samverkan
	AwaitsRequest State = "awaits_request" // Inväntar begäran
	Central       State = "central"        // Central förhandling
	Ready         State = "ready"          // Redo för beslut
	Decided       State = "decided"        // Beslutat
	Executing     State = "executing"      // Genomförs
	Following     State = "following"      // Uppföljning
	Closed        State = "closed"         // Avslutat
	Withdrawn     State = "withdrawn"      // Återtaget
	HandedOver    State = "handed_over"    // Överlämnat
	BeforeSamv    State = "before"         // Beslut före samverkan
	Deviates      State = "deviates"       // Beslut avviker
)

// States lists all states.
var States = []State{Draft, Early, Preparation, InSamverkan, AwaitsRequest, Central, Ready, Decided, Executing, Following, Closed,
	Withdrawn, HandedOver, BeforeSamv, Deviates}

// Key is the message key of the state's label.
func (s State) Key() string { return "matter.state." + string(s) }

// TrackState is where a track stands.
type TrackState string

// The states of a track.
const (
	TrackPlanned     TrackState = "planned"     // Planerat
	TrackOngoing     TrackState = "ongoing"     // Pågår
	TrackTabled      TrackState = "tabled"      // Bordlagt
	TrackAdjourned   TrackState = "adjourned"   // Ajournerat
	TrackAgreed      TrackState = "agreed"      // Fullgjord i enighet
	TrackDisagreed   TrackState = "disagreed"   // Fullgjord i oenighet
	TrackAwaits      TrackState = "awaits"      // Inväntar begäran
	TrackNegotiating TrackState = "negotiating" // Förhandling pågår
	TrackClosed      TrackState = "closed"      // Avslutat
	TrackOutdated    TrackState = "outdated"    // Inaktuellt
)

// Key is the message key of the state's label.
func (s TrackState) Key() string { return "matter.track." + string(s) }

// Finished reports whether nothing more is owed on a mandatory track in this state.
func (s TrackState) Finished() bool {
	return s == TrackAgreed || s == TrackDisagreed || s == TrackClosed
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

// Current is the newest proposal, and whether there is one.
func (r Record) Current() (Proposal, bool) {
	if len(r.Proposals) == 0 {
		return Proposal{}, false
	}
	return r.Proposals[len(r.Proposals)-1], true
}

// outcome is the newest treatment that concluded the group's track on a version that still holds.
func (r Record) outcome(t Track) (Item, bool) {
	for _, it := range slices.Backward(r.Items) {
		if it.TrackID == t.ID && r.holds(it) {
			return it, true
		}
	}
	return Item{}, false
}

// holds reports whether the treatment was concluded on a version that still holds.
func (r Record) holds(it Item) bool {
	return it.Class == BeforeDecision && it.ConcludedAt != nil && it.ProposalNo >= r.baseNo()
}

// disagreements are the positions against in all of the group's treatments whose conclusions hold, in effect or not.
func (r Record) disagreements(t Track) []Position {
	return slices.DeleteFunc(slices.Clone(r.Positions), func(p Position) bool {
		it, _ := r.Item(p.ItemID)
		return p.Stance != Disagrees || it.TrackID != t.ID || !r.holds(it)
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
		!clock.DateOf(now).After(p.WindowUntil) && !r.hasCentral(p.UnionID)
}

// hasCentral reports whether the union has requested central negotiation on a version that still holds.
func (r Record) hasCentral(unionID int64) bool {
	for _, t := range r.Tracks {
		if t.Kind == KindMBL14 && t.UnionID == unionID && t.ProposalNo >= r.baseNo() {
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
	if it, ok := r.outcome(t); ok {
		return r.outcomeState(t, it, now)
	}
	it, ok := r.latest(t)
	switch {
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

func (r Record) outcomeState(t Track, it Item, now time.Time) TrackState {
	if it.EffectiveAt == nil {
		return TrackOngoing
	}
	state := TrackAgreed
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

func (r Record) infoState(t Track) TrackState {
	it, ok := r.latest(t)
	switch {
	case ok && (it.Status == "handled" || it.Status == "concluded"):
		return TrackClosed
	case ok && it.Status == "open":
		return TrackOngoing
	case ok && it.Status == "tabled":
		return TrackTabled
	}
	return TrackPlanned
}

// State derives where the matter stands at now.
func (r Record) State(now time.Time) State {
	switch r.Status {
	case "withdrawn":
		return Withdrawn
	case "handed_over":
		return HandedOver
	case "closed":
		return Closed
	}
	open := len(r.Gate(now)) > 0
	if d, ok := r.LastDecision(); ok {
		switch {
		case d.Deviation == MaterialDeviation && open:
			return Deviates
		case d.Deviation == MaterialDeviation:
			return Ready
		case d.ExceptionID != 0 && open:
			return BeforeSamv
		case r.FollowingAt != nil:
			return Following
		case r.ExecutingAt != nil:
			return Executing
		}
		return Decided
	}
	return r.undecided(open, now)
}

func (r Record) undecided(open bool, now time.Time) State {
	started, awaits, rest := r.progress(now)
	switch {
	case r.centralOngoing():
		return Central
	case !open:
		return Ready
	case awaits && !rest:
		return AwaitsRequest
	case started:
		return InSamverkan
	case len(r.Proposals) > 0:
		return Preparation
	case len(r.Dialogues) > 0 || r.earlyTreated():
		return Early
	}
	return Draft
}

// progress says whether samverkan on a version that still holds has started, whether some window is open, and whether
// any other mandatory track is unfinished.
func (r Record) progress(now time.Time) (started, awaits, rest bool) {
	for _, it := range r.Items {
		if it.Class == BeforeDecision && it.MeetingStatus != "cancelled" && (r.papersOut(it) || it.OpenedAt != nil && it.ProposalNo >= r.baseNo()) {
			started = true
		}
	}
	for _, t := range r.Tracks {
		switch s := r.TrackState(t, now); {
		case s == TrackAwaits:
			awaits, started = true, true
		case s == TrackNegotiating || t.Negotiation() && s == TrackClosed:
			started = true
		}
		if s := r.TrackState(t, now); t.Mandatory && s != TrackAwaits && !s.Finished() {
			rest = true
		}
	}
	return started, awaits, rest || len(r.uncoveredTracks(now)) > 0
}

// papersOut reports whether papers of a version that still holds went out for the item's meeting.
func (r Record) papersOut(it Item) bool {
	for _, s := range r.Sent {
		if s.Kind == "papers" && s.MeetingID == it.MeetingID && s.ProposalNo >= r.baseNo() && s.ProposalNo > 0 {
			return true
		}
	}
	return false
}

func (r Record) centralOngoing() bool {
	for _, t := range r.Tracks {
		if t.Kind == KindMBL14 && t.ClosedAt == nil && t.ProposalNo >= r.baseNo() {
			return true
		}
	}
	return false
}

func (r Record) earlyTreated() bool {
	for _, it := range r.Items {
		if it.Class == EarlyDialogue && it.OpenedAt != nil {
			return true
		}
	}
	return false
}

// LastDecision is the newest decision, and whether there is one.
func (r Record) LastDecision() (Decision, bool) {
	if len(r.Decisions) == 0 {
		return Decision{}, false
	}
	return r.Decisions[len(r.Decisions)-1], true
}
