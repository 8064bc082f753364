package matter

import (
	"context"
	"strings"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/i18n"
	"samverka/templates/ui"
)

// eventKeys say what happened, by the kind of event.
var eventKeys = map[string]string{
	"matter.created": "audit.matter.created", "matter.proposed": "audit.matter.proposed", "matter.proposed_editorial": "audit.matter.proposed_editorial",
	"matter.objected_editorial": "audit.matter.objected_editorial", "matter.dialogue": "audit.matter.dialogue", "matter.planned": "audit.matter.planned",
	"matter.attached": "audit.matter.attached", "matter.detached": "audit.matter.detached", "matter.attachment_erased": "audit.matter.attachment_erased",
	"matter.steps_recounted": "audit.matter.steps_recounted",
	"matter.step_done":       "audit.matter.step_done", "matter.step_undone": "audit.matter.step_undone",
	"matter.triage_corrected": "audit.matter.triage_corrected", "matter.triage_objected": "audit.matter.triage_objected",
	"matter.risk_saved": "audit.matter.risk_saved", "matter.risk_described": "audit.matter.risk_described", "matter.risk_concluded": "audit.matter.risk_concluded",
	"matter.risk_row_removed": "audit.matter.risk_row_removed", "matter.risk_renewed": "audit.matter.risk_renewed", "matter.risk_answered": "audit.matter.risk_answered",
	"matter.risk_uninvited": "audit.matter.risk_uninvited", "matter.risk_followed": "audit.matter.risk_followed",
	"matter.risk_invited": "audit.matter.risk_invited", "matter.risk_stated": "audit.matter.risk_stated",
	"matter.risk_fixed": "audit.matter.risk_fixed", "matter.mbl_requested": "audit.matter.mbl_requested", "matter.central_requested": "audit.matter.central_requested",
	"matter.central_waived": "audit.matter.central_waived", "matter.negotiation_ended": "audit.matter.negotiation_ended", "matter.decided": "audit.matter.decided",
	"matter.decided_before": "audit.matter.decided_before", "matter.deviation": "audit.matter.deviation", "matter.board_decided": "audit.matter.board_decided",
	"matter.board_deviated": "audit.matter.board_deviated", "matter.exception_requested": "audit.matter.exception_requested",
	"matter.exception_approved": "audit.matter.exception_approved", "matter.exception_rejected": "audit.matter.exception_rejected",
	"apt.to_group":     "audit.apt.to_group",
	"matter.disclosed": "audit.matter.disclosed", "matter.disclosed_masked": "audit.matter.disclosed_masked",
	"matter.edited": "audit.matter.edited", "matter.plan_agreed": "audit.matter.plan_agreed", "matter.lifted": "audit.matter.lifted", "matter.sent_back": "audit.matter.sent_back",
	"matter.handed_over": "audit.matter.handed_over", "matter.taken_on": "audit.matter.taken_on", "matter.handed_back": "audit.matter.handed_back",
	"matter.taken_back": "audit.matter.taken_back", "matter.reopened": "audit.matter.reopened", "matter.regrouped": "audit.matter.regrouped",
	"raised.accepted":  "audit.raised.accepted",
	"matter.withdrawn": "audit.matter.withdrawn", "matter.executing": "audit.matter.executing", "matter.following": "audit.matter.following",
	"matter.step_requested": "audit.matter.step_requested", "matter.request_withdrawn": "audit.matter.request_withdrawn",
	"matter.late_requested": "audit.matter.late_requested", "matter.late_consented": "audit.matter.late_consented", "matter.late_declined": "audit.matter.late_declined",
	"matter.negotiation_logged": "audit.matter.negotiation_logged",
	"matter.closed":             "audit.matter.closed", "matter.action_added": "audit.matter.action_added", "action.done": "audit.action.done",
	"action.moved": "audit.action.moved", "action.given": "audit.action.given", "matter.feedback_given": "audit.matter.feedback_given",
	"matter.check_planned": "audit.matter.check_planned", "matter.effect_checked": "audit.matter.effect_checked",
	"matter.work_stopped": "audit.matter.work_stopped", "matter.work_resumed": "audit.matter.work_resumed",
}

// named are the details that the texts name; what an event lacks is left empty.
var named = []string{"Title", "No", "Row", "Union", "Unit", "Person", "Track", "Tracks", "Rows", "Date", "Group", "Class", "Stance", "Step", "To", "Days", "Due", "Count", "Status", "Name"}

// written are the details that people wrote, in the order they are shown, with what introduces each; "": nothing does.
var written = []struct{ name, key string }{
	{"What", "audit.detail.what"}, {"Harm", "audit.detail.harm"}, {"Unforeseen", "audit.detail.unforeseen"}, {"NoExtraMeeting", "audit.detail.no_extra_meeting"},
	{"Text", ""}, {"Answer", ""}, {"Reason", "audit.detail.reason"},
}

// roleLabel names the role that an event was made in.
func roleLabel(ctx context.Context, role string) string {
	if role == "" {
		return ""
	}
	if key := access.Role(role).Key(); i18n.Known(ctx, key) {
		return i18n.T(ctx, key)
	}
	return role
}

// History puts events into words, in the order given.
func History(ctx context.Context, entries []audit.Entry) []ui.Event {
	events := make([]ui.Event, len(entries))
	for i, e := range entries {
		events[i] = ui.Event{When: i18n.DateTime(ctx, e.At), Title: eventTitle(ctx, e), Text: eventText(ctx, e), Who: EventWho(ctx, e)}
	}
	return events
}

// Told reports whether the event has a text of its own.
func Told(ctx context.Context, e audit.Entry) bool {
	return eventKeys[e.Kind] != "" || i18n.Known(ctx, e.Key())
}

func eventTitle(ctx context.Context, e audit.Entry) string {
	key := eventKeys[e.Kind]
	if key == "" {
		key = e.Key()
	}
	var as []any
	for _, n := range named {
		as = append(as, n, detail(ctx, n, e.Detail[n]))
	}
	title := i18n.T(ctx, key, args(ctx, as)...)
	for _, part := range []string{say(ctx, mannerKeys, e.Detail["Manner"]), deviation(ctx, e), agrees(ctx, e)} {
		if part != "" {
			title += ": " + lowerFirst(part)
		}
	}
	return title
}

// detail says a detail in words where it is one of a few.
func detail(ctx context.Context, name, value string) string {
	switch name {
	case "Stance":
		return lowerFirst(say(ctx, stanceKeys, value))
	case "Step":
		return lowerFirst(say(ctx, stepKeys, value))
	case "Class":
		return lowerFirst(say(ctx, classKeys, value))
	}
	return value
}

func deviation(ctx context.Context, e audit.Entry) string {
	if e.Detail["Deviation"] == "" {
		return ""
	}
	return say(ctx, deviationKeys, e.Detail["Deviation"])
}

func agrees(ctx context.Context, e audit.Entry) string {
	switch e.Detail["Agrees"] {
	case "true":
		return i18n.T(ctx, "risk.stated.agrees")
	case "false":
		return i18n.T(ctx, "risk.stated.disagrees")
	}
	return ""
}

func lowerFirst(s string) string {
	if s == "" {
		return ""
	}
	r := []rune(s)
	return strings.ToLower(string(r[:1])) + string(r[1:])
}

// eventText is what people wrote.
func eventText(ctx context.Context, e audit.Entry) string {
	parts := editText(ctx, e.Detail)
	for _, w := range written {
		text := strings.TrimSpace(e.Detail[w.name])
		switch {
		case text == "":
		case w.key == "":
			parts = append(parts, text)
		default:
			parts = append(parts, i18n.T(ctx, w.key)+": "+text)
		}
	}
	return strings.Join(parts, "\n")
}

// EventTitle says what happened, in one line.
func EventTitle(ctx context.Context, e audit.Entry) string { return eventTitle(ctx, e) }

// EventText is what people wrote about it.
func EventText(ctx context.Context, e audit.Entry) string { return eventText(ctx, e) }

// EventWho is who did it, in which role; "": the program itself.
func EventWho(ctx context.Context, e audit.Entry) string {
	who := e.PersonName
	if role := roleLabel(ctx, e.Role); role != "" && who != "" {
		who += ", " + strings.ToLower(role)
	}
	return who
}
