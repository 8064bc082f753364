// Package todo shows what a person has to do.
package todo

import (
	"context"
	"strconv"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/followup"
	"samverka/internal/i18n"
	"samverka/internal/overview"
	pages "samverka/templates/followup"
	"samverka/templates/ui"
)

// texts are the names of the tasks, each beginning with a verb. They may use Title, No, Group, Date, Unit and Union.
var texts = map[string]string{
	"feedback_apt":       "todo.task.feedback_apt",
	"feedback_group":     "todo.task.feedback_group",
	"check_effect":       "todo.task.check_effect",
	"consult_proposal":   "todo.task.consult_proposal",
	"consult_afterwards": "todo.task.consult_afterwards",
	"decide":             "todo.task.decide",
	"record_board":       "todo.task.record_board",
	"decide_exception":   "todo.task.decide_exception",
	"state_risk":         "todo.task.state_risk",
	"read_triage":        "todo.task.read_triage",
	"join_risk":          "todo.task.join_risk",
	"follow_risk":        "todo.task.follow_risk",
	"negotiate":          "todo.task.negotiate",
	"central_window":     "todo.task.central_window",
	"object_editorial":   "todo.task.object_editorial",
	"read_papers":        "todo.task.read_papers",
	"answer_late_papers": "todo.task.answer_late_papers",
	"answer_extra":       "todo.task.answer_extra",
	"approve_minutes":    "todo.task.approve_minutes",
	"answer_objection":   "todo.task.answer_objection",
	"do_action":          "todo.task.do_action",
	"confirm_position":   "todo.task.confirm_position",
	"confirm_alone":      "todo.task.confirm_alone",
	"approve_part":       "todo.task.approve_part",
	"approve_correction": "todo.task.approve_correction",
	"answer_remark":      "todo.task.answer_remark",
	"apt_invite":         "todo.task.apt_invite",
	"apt_notes":          "todo.task.apt_notes",
	"apt_question":       "todo.task.apt_question",
	"apt_proposal":       "todo.task.apt_proposal",
	"apt_answer":         "todo.task.apt_answer",
	"apt_lifted":         "todo.task.apt_lifted",
	"send_notice":        "todo.task.send_notice",
	"send_papers":        "todo.task.send_papers",
	"write_minutes":      "todo.task.write_minutes",
	"send_minutes":       "todo.task.send_minutes",
	"answer_suggestion":  "todo.task.answer_suggestion",
	"answer_request":     "todo.task.answer_request",
	"take_up_lifted":     "todo.task.take_up_lifted",
	"take_over":          "todo.task.take_over",
	"feedback_manager":   "todo.task.feedback_manager",
	"answer_raised":      "todo.task.answer_raised",
	"negotiate_raised":   "todo.task.negotiate_raised",
	"present_item":       "todo.task.present_item",
	"introduction":       "todo.task.introduction",
	"renew_training":     "todo.task.renew_training",

	"disagreement_step":   "todo.task.disagreement_step",
	"answer_late_request": "todo.task.answer_late_request",
	"agreement_ends":      "todo.task.agreement_ends",
}

// Text names a task: "Justera protokollet från LSG VO Väst 31 mars 2027". A kind that is not known is named by what it is
// about.
func Text(ctx context.Context, t overview.Task) string {
	key, ok := texts[t.Kind]
	if !ok {
		key = "todo.task.other"
	}
	what := t.Title
	if what == "" {
		what = t.GroupName
	}
	return i18n.T(ctx, key, "Title", what, "No", t.ProposalNo, "Group", t.GroupName, "Date", i18n.Date(ctx, t.Day()), "Unit", t.UnitName, "Union", t.UnionName, "What", t.What)
}

func rows(ctx context.Context, ts []overview.Task, today clock.Date) []ui.ListRow {
	var rs []ui.ListRow
	for _, t := range ts {
		r := ui.ListRow{ID: "uppgift-" + strconv.FormatInt(t.ID, 10), Text: Text(ctx, t), Href: t.Link(), Detail: about(ctx, t), Meta: due(ctx, t.DueOn, today)}
		rs = append(rs, r)
	}
	return rs
}

// about says what the task belongs to, when its name does not: the matter's number; the meeting that asked for an action.
func about(ctx context.Context, t overview.Task) string {
	if t.ActionID != 0 && t.MatterID == 0 {
		return i18n.T(ctx, "action.row.meeting", "Group", t.GroupName, "Date", i18n.Date(ctx, t.Day()))
	}
	return t.Number
}

func due(ctx context.Context, on, today clock.Date) string {
	switch {
	case on.Before(today):
		return i18n.T(ctx, "todo.due.late", "Date", i18n.Date(ctx, on))
	case on == today:
		return i18n.T(ctx, "todo.due.today")
	}
	return i18n.T(ctx, "todo.due.by", "Date", i18n.Date(ctx, on))
}

func waiting(ctx context.Context, ws []overview.Waiting, today clock.Date) []ui.ListRow {
	var rs []ui.ListRow
	for _, w := range ws {
		who := i18n.List(ctx, w.Names)
		if more := w.People - len(w.Names); more > 0 {
			who = i18n.N(ctx, "todo.waiting.more", more, "Names", who)
		}
		rs = append(rs, ui.ListRow{Text: Text(ctx, w.Task), Href: w.About(), Detail: who, Meta: due(ctx, w.DueOn, today)})
	}
	return rs
}

func matters(ctx context.Context, ms []overview.OwnMatter) []ui.ListRow {
	var rs []ui.ListRow
	for _, m := range ms {
		r := ui.ListRow{Text: m.Title, Href: "/arenden/" + strconv.FormatInt(m.ID, 10), Tag: i18n.T(ctx, m.State.Key()), TagTone: ui.Info}
		switch {
		case len(m.Missing) == 0:
			r.Detail, r.TagTone = i18n.T(ctx, "todo.matter.ready"), ui.Success
		default:
			r.Detail = i18n.N(ctx, "todo.matter.missing", len(m.Missing), "First", i18n.T(ctx, m.Missing[0].Key, m.Missing[0].Args...))
		}
		if m.Early() {
			r.Meta = i18n.T(ctx, "todo.matter.early", "Planned", i18n.Date(ctx, m.PlannedOn), "Earliest", i18n.Date(ctx, m.Earliest))
			r.TagTone = ui.Warning
		} else if len(m.Missing) > 0 {
			r.Meta = i18n.T(ctx, "todo.matter.earliest", "Earliest", i18n.Date(ctx, m.Earliest))
		}
		rs = append(rs, r)
	}
	return rs
}

// shortcut is a way on for a role whose work does not come as tasks.
type shortcut struct{ href, text, hint string }

func shortcuts(ctx context.Context, role access.Role) []shortcut {
	switch role {
	case access.Manager:
		return []shortcut{{"/arenden/nytt", i18n.T(ctx, "todo.way.start"), i18n.T(ctx, "todo.way.start_hint")},
			{"/oversikt", i18n.T(ctx, "todo.way.overview"), i18n.T(ctx, "todo.way.overview_mine")}}
	case access.HR:
		return []shortcut{{"/oversikt", i18n.T(ctx, "todo.way.overview"), i18n.T(ctx, "todo.way.overview_hint")},
			{"/introduktioner", i18n.T(ctx, "learning.status.title"), i18n.T(ctx, "learning.status.hint")},
			{"/organisation", i18n.T(ctx, "todo.way.organisation"), i18n.T(ctx, "todo.way.organisation_hint")}}
	case access.Negotiator:
		return []shortcut{{"/oversikt", i18n.T(ctx, "todo.way.overview"), i18n.T(ctx, "todo.way.overview_hint")},
			{"/organisation", i18n.T(ctx, "todo.way.organisation"), i18n.T(ctx, "todo.way.organisation_hint")}}
	case access.Admin:
		return []shortcut{{"/installningar", i18n.T(ctx, "todo.way.settings"), i18n.T(ctx, "todo.way.settings_hint")},
			{"/installningar/mejl", i18n.T(ctx, "todo.way.outbox"), i18n.T(ctx, "todo.way.outbox_hint")},
			{"/organisation", i18n.T(ctx, "todo.way.organisation"), i18n.T(ctx, "todo.way.organisation_hint")}}
	case access.Registrar:
		return []shortcut{{"/arenden", i18n.T(ctx, "todo.way.matters"), i18n.T(ctx, "todo.way.matters_hint")},
			{"/protokoll", i18n.T(ctx, "todo.way.minutes"), i18n.T(ctx, "todo.way.minutes_hint")},
			{"/gallring", i18n.T(ctx, "retention.list.title"), i18n.T(ctx, "retention.list.hint")}}
	case access.Employee:
		return []shortcut{{"/sa-gick-det", i18n.T(ctx, "todo.way.outcomes"), i18n.T(ctx, "todo.way.outcomes_hint")},
			{"/om-samverkan", i18n.T(ctx, "todo.way.how"), i18n.T(ctx, "todo.way.how_hint")},
			{"/protokoll", i18n.T(ctx, "todo.way.minutes"), i18n.T(ctx, "todo.way.minutes_hint")}}
	}
	if role == access.SafetyRep {
		return []shortcut{{"/begaran/ny", i18n.T(ctx, "todo.way.request"), i18n.T(ctx, "todo.way.request_hint")},
			{"/vackta/ny", i18n.T(ctx, "paths.raise.title"), i18n.T(ctx, "paths.raise.hint")},
			{"/forslag/nytt", i18n.T(ctx, "todo.way.suggest"), i18n.T(ctx, "todo.way.suggest_hint")},
			{"/moten", i18n.T(ctx, "todo.way.meetings"), i18n.T(ctx, "todo.way.meetings_hint")}}
	}
	return []shortcut{{"/vackta/ny", i18n.T(ctx, "paths.raise.title"), i18n.T(ctx, "paths.raise.hint")},
		{"/forslag/nytt", i18n.T(ctx, "todo.way.suggest"), i18n.T(ctx, "todo.way.suggest_hint")}, {"/moten", i18n.T(ctx, "todo.way.meetings"), i18n.T(ctx, "todo.way.meetings_hint")},
		{"/arenden", i18n.T(ctx, "todo.way.matters"), i18n.T(ctx, "todo.way.matters_group")}}
}

func staffRows(ctx context.Context, g overview.StaffGroup) []ui.SummaryRow {
	next := ui.SummaryRow{Key: i18n.T(ctx, "todo.staff.next"), Value: i18n.T(ctx, "todo.staff.none")}
	if g.NextAt != nil {
		next.Value = i18n.LongDate(ctx, *g.NextAt) + " " + i18n.Time(ctx, *g.NextAt)
	}
	minutes := ui.SummaryRow{Key: i18n.T(ctx, "todo.staff.minutes"), Value: i18n.T(ctx, "todo.staff.no_minutes")}
	if g.MinutesAt != nil {
		minutes.Content = link("/moten/"+strconv.FormatInt(g.MinutesID, 10)+"/protokoll", i18n.T(ctx, "todo.staff.minutes_of", "Group", g.Name, "Date", i18n.Date(ctx, *g.MinutesAt)))
	}
	rows := []ui.SummaryRow{next, minutes}
	if g.ChairName != "" {
		rows = append(rows, ui.SummaryRow{Key: i18n.T(ctx, "todo.staff.chair"), Value: g.ChairName})
	}
	if len(g.SafetyMembers) > 0 {
		rows = append(rows, ui.SummaryRow{Key: i18n.T(ctx, "todo.staff.safety"), Value: i18n.List(ctx, g.SafetyMembers)})
	}
	return rows
}

// followups are what the yearly follow-ups ask of the person.
func followups(ctx context.Context, all []followup.Todo) (rows []ui.ListRow) {
	for _, x := range all {
		row := ui.ListRow{Text: i18n.T(ctx, "followup.todo.start", "Year", x.Year), Href: "/uppfoljning"}
		switch x.Kind {
		case followup.ToAnswer:
			row.Text, row.Href = i18n.T(ctx, "followup.todo.answer", "Group", x.GroupName), pages.GroupPath(x.RoundID, x.GroupID, "")
		case followup.ToApprove:
			row.Text, row.Href = i18n.T(ctx, "followup.todo.approve", "Year", x.Year), pages.Path(x.RoundID, "/uttalande")
		}
		rows = append(rows, row)
	}
	return rows
}
