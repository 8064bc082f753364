package matter

import (
	"context"
	"strconv"

	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/templates/ui"
)

// Paths is what the reader may do about where the matter lies.
type Paths struct {
	Edit     bool
	HandOver bool
	Answer   bool // a handover waits for the reader, or may be taken back
	HandBack bool // what the reader has taken on may go back
	Reopen   bool
	Lift     []int64 // groups that the question may be lifted from
	SendBack []int64 // groups that lifted it, to which it may go back
}

func (p TakeOnPage) backTitle(ctx context.Context) string {
	if p.Holder {
		return i18n.T(ctx, "paths.hand_back.title")
	}
	return i18n.T(ctx, "paths.take_back.title")
}

func (s Show) lifts(t matter.Track) bool { return has(s.Can.Paths.Lift, t.GroupID) }

func (s Show) sendsBack(t matter.Track) bool { return has(s.Can.Paths.SendBack, t.GroupID) }

func has(ids []int64, id int64) bool {
	for _, x := range ids {
		if x == id && id != 0 {
			return true
		}
	}
	return false
}

func inGroup(part string, id int64) string { return part + "?grupp=" + strconv.FormatInt(id, 10) }

// moves are the matter's ways between managers, as facts about it.
func (s Show) moves(ctx context.Context) (rows []ui.SummaryRow) {
	if q := s.Page.Raised; q.ID != 0 {
		by := q.Person
		if q.Union != "" {
			by = q.Union + ", " + q.Person
		}
		rows = append(rows, ui.SummaryRow{Key: i18n.T(ctx, "paths.show.raised_by"), Value: by})
	}
	for _, h := range s.Handovers {
		if h.ReturnedAt == nil {
			rows = append(rows, ui.SummaryRow{Key: i18n.T(ctx, "paths.show.from"), Value: i18n.T(ctx, "paths.show.from_who", "Name", h.FromName, "Date", i18n.Date(ctx, h.At))})
		}
	}
	if a, ok := s.PlanAgreement(); ok {
		rows = append(rows, ui.SummaryRow{Key: i18n.T(ctx, "paths.show.agreed"), Value: i18n.T(ctx, "paths.show.agreed_with", "Unions", i18n.List(ctx, a.UnionNames), "Date", i18n.Date(ctx, a.AgreedOn))})
		if a.ConcluderName != "" {
			rows = append(rows, ui.SummaryRow{Key: i18n.T(ctx, "paths.show.concluder"), Value: a.ConcluderName, Lang: "sv"})
		}
	}
	return rows
}

// fieldKeys name the parts of a question.
var fieldKeys = map[string]string{
	"title": "matter.field.title", "purpose": "matter.field.purpose", "units": "matter.field.units", "category": "matter.field.category",
	"planned_decision": "matter.field.planned", "decider": "matter.field.decider", "work_environment": "paths.field.work_environment",
	"outsiders": "matter.field.outsiders", "secrecy": "matter.field.secrecy",
}

// edited are the parts of a question in the order that the log shows them.
var edited = []string{"title", "purpose", "units", "category", "planned_decision", "decider", "work_environment", "outsiders", "secrecy"}

// editText says what changed in a question, from what to what.
func editText(ctx context.Context, detail map[string]string) (lines []string) {
	for _, field := range edited {
		from, ok := detail["from_"+field]
		if !ok {
			continue
		}
		lines = append(lines, i18n.T(ctx, "paths.edit.changed", "Field", say(ctx, fieldKeys, field), "From", fieldValue(ctx, field, from), "To", fieldValue(ctx, field, detail["to_"+field])))
	}
	return lines
}

// fieldValue puts what a part of a question was, or is, into words.
func fieldValue(ctx context.Context, field, value string) string {
	switch {
	case field == "category":
		return say(ctx, categoryKeys, value)
	case field == "decider":
		return say(ctx, deciderKeys, value)
	case field == "planned_decision":
		return args(ctx, []any{"", value})[1].(string)
	case value == "true":
		return i18n.T(ctx, "matter.yes")
	case value == "false":
		return i18n.T(ctx, "matter.no")
	}
	return value
}

func (p EditPage) dateHint(ctx context.Context) string {
	if p.Earliest == "" {
		return i18n.T(ctx, "matter.field.planned_hint")
	}
	return i18n.T(ctx, "paths.edit.earliest", "Date", p.Earliest)
}

func theirRows(ctx context.Context, cs []matter.Edited) []ui.SummaryRow {
	rows := make([]ui.SummaryRow, len(cs))
	for i, c := range cs {
		rows[i] = ui.SummaryRow{Key: say(ctx, fieldKeys, c.Field), Lang: "sv",
			Value: i18n.T(ctx, "paths.edit.theirs_row", "Theirs", fieldValue(ctx, c.Field, c.From), "Mine", fieldValue(ctx, c.Field, c.To))}
	}
	return rows
}
