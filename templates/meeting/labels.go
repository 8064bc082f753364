// Package meeting holds the pages of group meetings (samverkansgruppens möten): the list, the meeting with its agenda,
// meeting mode, the union representative's reading and position page, the notice and the minutes.
package meeting

import (
	"context"
	"fmt"

	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/templates/ui"
)

// stateKeys are the labels of a meeting's states.
var stateKeys = map[meeting.State]string{
	meeting.Planned: "meeting.state.planned", meeting.Called: "meeting.state.called", meeting.PapersOut: "meeting.state.papers",
	meeting.Open: "meeting.state.open", meeting.Closed: "meeting.state.closed", meeting.Cancelled: "meeting.state.cancelled",
	meeting.Moved: "meeting.state.moved",
}

// stateTones colour them; the word says the same.
var stateTones = map[meeting.State]ui.Tone{
	meeting.Called: ui.Info, meeting.PapersOut: ui.Info, meeting.Open: ui.Success, meeting.Cancelled: ui.Warning, meeting.Moved: ui.Warning,
}

// minutesKeys are the labels of the minutes' states.
var minutesKeys = map[meeting.MinutesState]string{
	meeting.MinutesDraft: "meeting.minutes.draft", meeting.MinutesSent: "meeting.minutes.sent", meeting.MinutesApproved: "meeting.minutes.approved",
	meeting.MinutesObjected: "meeting.minutes.approved_with_objection", meeting.MinutesUnapproved: "meeting.minutes.unapproved",
}

var minutesTones = map[meeting.MinutesState]ui.Tone{
	meeting.MinutesSent: ui.Info, meeting.MinutesApproved: ui.Success, meeting.MinutesObjected: ui.Success, meeting.MinutesUnapproved: ui.Warning,
}

// memberKeys name the mandates that people have in a group.
var memberKeys = map[string]string{
	"chair": "meeting.role.chair", "secretary": "meeting.role.secretary", "employer_rep": "meeting.role.employer_rep", "union_rep": "meeting.role.union_rep",
	"union_substitute": "meeting.role.union_substitute", "safety_rep": "meeting.role.safety_rep", "chief_safety_rep": "meeting.role.chief_safety_rep",
	"hr": "meeting.role.hr", "negotiator": "meeting.role.negotiator", "registrar": "meeting.role.registrar", "employee": "meeting.role.employee", "": "meeting.role.guest",
}

// presenceKeys are the ways to attend.
var presenceKeys = map[string]string{
	"in_person": "meeting.presence.in_person", "remote": "meeting.presence.remote", "absent": "meeting.presence.absent", "": "meeting.presence.none",
}

// presences lists them in the order they are offered.
var presences = []string{"in_person", "remote", "absent"}

// dispatchKeys say what was sent.
var dispatchKeys = map[string]string{"notice": "meeting.dispatch.notice", "papers": "meeting.dispatch.papers", "reminder": "meeting.dispatch.reminder"}

var stanceTones = map[string]ui.Tone{matter.Agrees: ui.Success, matter.Disagrees: ui.Warning}

// EventKeys say what happened to a meeting, by the kind of event.
var EventKeys = map[string]string{
	"meeting.planned": "audit.meeting.planned", "meeting.cancelled": "audit.meeting.cancelled", "meeting.moved": "audit.meeting.moved",
	"meeting.place_changed": "audit.meeting.place_changed", "meeting.reminded": "audit.meeting.reminded", "meeting.sent_again": "audit.meeting.sent_again",
	"meeting.regrouped": "audit.meeting.regrouped", "meeting.set_up": "audit.meeting.set_up", "meeting.item_added": "audit.meeting.item_added", "meeting.item_removed": "audit.meeting.item_removed",
	"meeting.item_grouped": "audit.meeting.item_grouped", "meeting.presenter": "audit.meeting.presenter", "meeting.suggested": "audit.meeting.suggested",
	"meeting.suggestion_declined": "audit.meeting.suggestion_declined", "meeting.suggestion_withdrawn": "audit.meeting.suggestion_withdrawn",
	"meeting.notice_sent": "audit.meeting.notice_sent", "meeting.papers_sent": "audit.meeting.papers_sent",
	"meeting.late_papers_accepted": "audit.meeting.late_papers_accepted", "meeting.tabling_requested": "audit.meeting.tabling_requested",
	"meeting.extra_accepted": "audit.meeting.extra_accepted", "meeting.extra_refused": "audit.meeting.extra_refused",
	"meeting.opened": "audit.meeting.opened", "meeting.attendance": "audit.meeting.attendance", "meeting.item_opened": "audit.meeting.item_opened", "meeting.item_handled": "audit.meeting.item_handled",
	"meeting.item_tabled": "audit.meeting.item_tabled", "meeting.position": "audit.meeting.position", "meeting.concluded": "audit.meeting.concluded",
	"meeting.closed": "audit.meeting.closed", "meeting.minutes_sent": "audit.meeting.minutes_sent", "meeting.minutes_approved": "audit.meeting.minutes_approved",
	"meeting.minutes_objected": "audit.meeting.minutes_objected", "meeting.minutes_maintained": "audit.meeting.minutes_maintained",
	"meeting.pen_taken": "audit.meeting.pen_taken", "meeting.action_added": "audit.meeting.action_added", "meeting.action_removed": "audit.meeting.action_removed",
	"action.done": "audit.action.done", "action.moved": "audit.action.moved", "action.given": "audit.action.given",
	"meeting.position_recorded": "audit.meeting.position_recorded", "meeting.position_confirmed": "audit.meeting.position_confirmed",
	"meeting.minutes_final": "audit.meeting.minutes_final", "meeting.minutes_changed": "audit.meeting.minutes_changed",
	"meeting.minutes_substitute": "audit.meeting.minutes_substitute",
	"meeting.minutes_section":    "audit.meeting.minutes_section",
	"meeting.minutes_writers":    "audit.meeting.minutes_writers",
	"meeting.part_immediate":     "audit.meeting.part_immediate",
	"meeting.part_correction":    "audit.meeting.part_correction",
	"meeting.part_approved":      "audit.meeting.part_approved",
	"meeting.part_objected":      "audit.meeting.part_objected",
	"meeting.part_final":         "audit.meeting.part_final",
	"meeting.part_withdrawn":     "audit.meeting.part_withdrawn",
	"meeting.remark":             "audit.meeting.remark",
	"meeting.remark_changed":     "audit.meeting.remark_changed",
	"meeting.remark_kept":        "audit.meeting.remark_kept",
	"meeting.disclosed":          "audit.meeting.disclosed",
	"meeting.item_secret":        "audit.meeting.item_secret",
	"meeting.item_public":        "audit.meeting.item_public",
	"meeting.alone_proposed":     "audit.meeting.alone_proposed",
	"meeting.alone_confirmed":    "audit.meeting.alone_confirmed",
	"meeting.alone_declined":     "audit.meeting.alone_declined",
}

// say is the text of one of these keys; what no table holds shows as it is.
func say[K ~string](ctx context.Context, keys map[K]string, k K) string {
	if key, ok := keys[k]; ok {
		return i18n.T(ctx, key)
	}
	return string(k)
}

// StateLabel is the name of the meeting's state.
func StateLabel(ctx context.Context, s meeting.State) string { return say(ctx, stateKeys, s) }

// MinutesLabel is the name of the minutes' state.
func MinutesLabel(ctx context.Context, s meeting.MinutesState) string {
	return say(ctx, minutesKeys, s)
}

// RoleLabel names what somebody is in the group.
func RoleLabel(ctx context.Context, role string) string { return say(ctx, memberKeys, role) }

// class names an agenda item's class.
func class(ctx context.Context, c string) string { return i18n.T(ctx, matter.ClassKey(c)) }

// stance names a position.
func stance(ctx context.Context, s string) string { return i18n.T(ctx, matter.StanceKey(s)) }

// Path is a page of the meeting.
func Path(id int64, part string) string { return fmt.Sprintf("/moten/%d%s", id, part) }

// ItemPath is a page of one item of the agenda.
func ItemPath(id, item int64, part string) string {
	return fmt.Sprintf("/moten/%d/punkter/%d%s", id, item, part)
}

// Name is what a meeting is called: the group and the day.
func Name(ctx context.Context, m meeting.Meeting) string {
	return m.GroupName + " " + i18n.Date(ctx, m.Day())
}
