package matter

import (
	"slices"
	"time"

	"samverka/internal/organisation"
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
	Enhanced      State = "enhanced"       // Förstärkt samverkan
	HigherGroup   State = "raised"         // I högre samverkansgrupp
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
var States = []State{Draft, Early, Preparation, InSamverkan, AwaitsRequest, Enhanced, HigherGroup, Central, Ready, Decided, Executing, Following, Closed,
	Withdrawn, HandedOver, BeforeSamv, Deviates}

// Key is the message key of the state's label.
func (s State) Key() string { return "matter.state." + string(s) }

// Current is the newest proposal, and whether there is one.
func (r Record) Current() (Proposal, bool) {
	if len(r.Proposals) == 0 {
		return Proposal{}, false
	}
	return r.Proposals[len(r.Proposals)-1], true
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
	case r.stepOngoing(organisation.StepEnhanced):
		return Enhanced
	case r.stepOngoing(organisation.StepHigherGroup):
		return HigherGroup
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
		case s == TrackNegotiating || t.Negotiation() && t.Kind != KindMBL19 && s == TrackClosed && !t.Void():
			started = true
		}
		if s := r.TrackState(t, now); r.owed(t) && s != TrackAwaits && !s.Finished() {
			rest = true
		}
	}
	if len(r.missingWindowsBesides(now)) > 0 {
		awaits, started = true, true
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

func (r Record) stepOngoing(kind string) bool {
	return slices.ContainsFunc(r.OpenSteps(0), func(s Step) bool { return s.Kind == kind })
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
