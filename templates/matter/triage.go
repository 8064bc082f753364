package matter

import (
	"context"
	"strconv"

	"samverka/internal/clock"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/templates/ui"
)

// typeKeys are the kinds of question.
var typeKeys = map[matter.TriageType]string{
	matter.TypeIndividual: "triage.type.individual", matter.TypeInform: "triage.type.information", matter.TypeEarly: "triage.type.early_dialogue",
	matter.TypeSamverkan: "triage.type.before_decision", matter.TypeMBL11: "triage.type.mbl11", matter.TypeMBL13: "triage.type.mbl13", matter.TypeMBL38: "triage.type.mbl38",
}

var forumClassKeys = map[string]string{
	matter.EarlyDialogue: "triage.forum_class.early_dialogue", matter.BeforeDecision: "triage.forum_class.before_decision",
	matter.Information: "triage.forum_class.information", "": "triage.forum_class.negotiation",
}

var dutyKeys = map[string]string{matter.DutyNegotiate: "triage.show.duty_before", matter.DutyInform: "triage.show.duty_inform"}

// reason puts one of the triage's reasons into words.
func reason(ctx context.Context, r matter.Reason) string {
	return i18n.Say(ctx, r.Key, args(ctx, r.Args)...)
}

// assessmentPanel says what kind of question it is and why, and what there is to know about the day.
func assessmentPanel(ctx context.Context, t matter.Triage) ui.PanelProps {
	p := ui.PanelProps{ID: "bedomning", State: ui.PanelAllowed, Label: i18n.T(ctx, "triage.check.label"), Heading: say(ctx, typeKeys, t.Type), Text: reason(ctx, t.Why),
		Why: i18n.T(ctx, "triage.check.rule"), Source: t.Why.Source}
	if len(t.Words) > 0 {
		p.State = ui.PanelRemarks
	}
	if t.Late || t.NoGroup {
		p.State = ui.PanelNotYet
	}
	for _, w := range t.Words {
		p.Remarks = append(p.Remarks, reason(ctx, w))
	}
	return p
}

// dateRows are the plan's days, the decision last.
func dateRows(ctx context.Context, t matter.Triage, today clock.Date) []ui.Event {
	var es []ui.Event
	for _, d := range t.Dates {
		e := ui.Event{When: i18n.LongDate(ctx, d.Day), Title: i18n.Say(ctx, d.Key, d.Args...), Who: d.Source}
		if d.Day == today {
			e.When = i18n.T(ctx, "triage.check.now") + ", " + e.When
		}
		if d.Meeting != 0 {
			e.Href = "/moten/" + strconv.FormatInt(d.Meeting, 10)
		}
		es = append(es, e)
	}
	return es
}

// firsts are what to begin with: the first two days that are the manager's own to keep.
func firsts(ctx context.Context, t matter.Triage) []ui.ListRow {
	var rows []ui.ListRow
	for _, d := range t.Dates {
		switch d.Key {
		case "triage.date.apt", "triage.date.apt_needed", "triage.date.risk_start", "triage.date.early", "triage.date.meeting_needed", "triage.date.notice":
			if len(rows) < 2 {
				rows = append(rows, ui.ListRow{Text: i18n.Say(ctx, d.Key, d.Args...), Meta: i18n.Date(ctx, d.Day)})
			}
		}
	}
	return rows
}

func forumName(ctx context.Context, f matter.Forum) string {
	if f.Kind == matter.ForumAPT {
		return i18n.T(ctx, "triage.forum_kind.apt")
	}
	if f.UnionID != 0 {
		return matter.Track{Kind: f.Kind, UnionName: f.Name}.Label()
	}
	return f.Name
}

func forumMeta(ctx context.Context, f matter.Forum) string {
	meta := say(ctx, forumClassKeys, f.Class)
	if !f.Day.IsZero() {
		meta += ", " + i18n.Date(ctx, f.Day)
	}
	return meta
}

// forumReasons are the reasons of forums that are no tracks.
var forumReasons = map[string]string{"triage.forum.apt": "triage.forum.apt", "triage.forum.early": "triage.forum.early"}

func forumReason(ctx context.Context, f matter.Forum) string {
	if key, ok := forumReasons[f.Reason]; ok {
		return i18n.T(ctx, key)
	}
	return say(ctx, suggestKeys, f.Reason)
}

// correctionText says what was corrected.
func correctionText(ctx context.Context, c matter.Corrected) string {
	switch {
	case c.What == matter.CorrectDuty:
		return i18n.T(ctx, "triage.show.correction_duty", "Was", say(ctx, dutyKeys, c.Was), "Became", say(ctx, dutyKeys, c.Became))
	case c.What == matter.CorrectForum:
		return i18n.T(ctx, "triage.show.correction_forum", "Was", c.Was)
	case c.Became == "no":
		return i18n.T(ctx, "triage.show.correction_risk_no")
	}
	return i18n.T(ctx, "triage.show.correction_risk_yes")
}

func readText(ctx context.Context, c matter.Corrected) string {
	if c.ReadAt == nil {
		return i18n.T(ctx, "triage.show.unread")
	}
	return i18n.T(ctx, "triage.show.read", "Name", c.ReaderName, "When", i18n.Date(ctx, *c.ReadAt))
}

// correctionEvents are what people changed and objected to.
func correctionEvents(ctx context.Context, a matter.Assessed) []ui.Event {
	var es []ui.Event
	for _, c := range a.Corrections {
		es = append(es, ui.Event{When: i18n.DateTime(ctx, c.At), Title: correctionText(ctx, c), Who: c.PersonName + " · " + readText(ctx, c), Text: c.Reason})
	}
	return es
}

func objectionEvents(ctx context.Context, a matter.Assessed) []ui.Event {
	var es []ui.Event
	for _, o := range a.Objections {
		es = append(es, ui.Event{When: i18n.DateTime(ctx, o.At), Title: i18n.T(ctx, "triage.show.objection", "Union", o.UnionName), Who: o.PersonName, Text: o.Reason})
	}
	return es
}
