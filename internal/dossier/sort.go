package dossier

import (
	"strings"

	"samverka/internal/matter"
)

// Sort is what a moment is about; the timeline can be narrowed to one.
type Sort string

// The sorts, in the order in which they are offered.
const (
	Course      Sort = "arende"      // the matter itself: begun, planned, withdrawn, closed
	Dialogue    Sort = "dialog"      // with all staff, on an APT
	Proposals   Sort = "forslag"     // versions of the proposal
	Risk        Sort = "risk"        // the risk assessment
	Sent        Sort = "handlingar"  // notices and papers
	Treatment   Sort = "mote"        // treatments, positions, minutes
	Negotiation Sort = "forhandling" // under MBL, and the windows to request it
	Decision    Sort = "beslut"      // decisions, deviations, exceptions
	After       Sort = "efterat"     // feedback, actions, checks, stops
	Given       Sort = "utlamnande"  // given out
)

// Sorts lists them.
var Sorts = []Sort{Course, Dialogue, Proposals, Risk, Sent, Treatment, Negotiation, Decision, After, Given}

var sorts = map[string]Sort{
	"matter.created": Course, "matter.planned": Course, "matter.plan_agreed": Course, "matter.edited": Course, "matter.lifted": Course, "matter.sent_back": Course,
	"matter.handed_over": Course, "matter.taken_on": Course, "matter.handed_back": Course, "matter.taken_back": Course, "matter.regrouped": Course,
	"matter.withdrawn": Course, "matter.reopened": Course, "matter.closed": Course, "matter.triage_corrected": Course, "matter.triage_objected": Course,
	"matter.step_done": Course, "matter.step_undone": Course, "matter.steps_recounted": Course, "raised.accepted": Course,
	"matter.step_requested": Negotiation, "matter.request_withdrawn": Negotiation, "matter.late_requested": Negotiation, "matter.late_consented": Negotiation, "matter.late_declined": Negotiation,
	"matter.dialogue": Dialogue, "apt.to_group": Dialogue,
	"matter.proposed": Proposals, "matter.proposed_editorial": Proposals, "matter.objected_editorial": Proposals,
	"matter.attached": Proposals, "matter.detached": Proposals, "matter.attachment_erased": Proposals,
	"matter.decided": Decision, "matter.decided_before": Decision, "matter.deviation": Decision, "matter.board_decided": Decision, "matter.board_deviated": Decision,
	"matter.mbl_requested": Negotiation, "matter.central_requested": Negotiation, "matter.central_waived": Negotiation, "matter.negotiation_ended": Negotiation, "": Negotiation,
	"matter.executing": After, "matter.following": After, "matter.effect_checked": After, "matter.check_planned": After, "matter.feedback_given": After,
	"meeting.notice_sent": Sent, "meeting.papers_sent": Sent, "meeting.set_up": Sent, "meeting.late_papers_accepted": Sent, "meeting.tabling_requested": Sent,
	"meeting.extra_accepted": Sent, "meeting.extra_refused": Sent, "meeting.moved": Sent, "meeting.cancelled": Sent, "meeting.item_removed": Sent,
	disclosed: Given, disclosedMasked: Given,
}

// families are the sorts of kinds by how their names begin.
var families = []struct {
	begins string
	sort   Sort
}{
	{"matter.risk_", Risk}, {"matter.exception_", Decision}, {"matter.action_", After}, {"action.", After}, {"matter.work_", After}, {"matter.negotiation_", Negotiation},
	{"matter.mbl", Negotiation}, {"matter.central_", Negotiation}, {"meeting.", Treatment}, {"apt.", Dialogue},
}

// SortOf is the sort of a kind of event; one that nobody has placed is about the matter itself.
func SortOf(kind string) Sort {
	s, ok := placed(kind)
	if !ok {
		return Course
	}
	return s
}

// Placed reports whether the kind has a place of its own among the sorts.
func Placed(kind string) bool {
	_, ok := placed(kind)
	return ok
}

func placed(kind string) (Sort, bool) {
	if s, ok := sorts[kind]; ok {
		return s, true
	}
	for _, f := range families {
		if strings.HasPrefix(kind, f.begins) {
			return f.sort, true
		}
	}
	return "", false
}

// Stage is where the matter stood.
type Stage string

// The stages, as the matter's journey has them.
const (
	Beginning   Stage = "beginning"
	Early       Stage = "early"
	Preparation Stage = "preparation"
	Samverkan   Stage = "samverkan"
	Deciding    Stage = "deciding"
	Afterwards  Stage = "afterwards"
)

// order says which stage comes before which.
var order = map[Stage]int{Beginning: 0, Early: 1, Preparation: 2, Samverkan: 3, Deciding: 4, Afterwards: 5}

// stages gives each moment its stage. A decision that deviates takes the matter back into samverkan (handbook "Decision
// differs"); nothing else takes it back.
func stages(ms []Moment) {
	now := Beginning
	for i := range ms {
		next := ms[i].begins()
		switch {
		case ms[i].Kind == "matter.deviation" || ms[i].Kind == "matter.board_deviated":
			ms[i].Stage, now = Deciding, Samverkan
			continue
		case now == Deciding && next != Deciding:
			now = Afterwards
		case next != "" && order[next] > order[now]:
			now = next
		}
		ms[i].Stage = now
	}
}

// begins is the stage that the moment begins; "": none.
func (m Moment) begins() Stage {
	switch m.Kind {
	case "matter.dialogue", "apt.to_group":
		return Early
	case "matter.proposed":
		return Preparation
	case "meeting.notice_sent", "meeting.papers_sent", "meeting.position", "matter.mbl_requested":
		return Samverkan
	case "meeting.item_opened":
		if m.Item.Class == matter.EarlyDialogue {
			return Early
		}
		return Samverkan
	case "matter.decided", "matter.decided_before", "matter.board_decided":
		return Deciding
	}
	return ""
}
