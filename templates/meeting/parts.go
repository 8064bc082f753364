package meeting

import (
	"context"
	"fmt"
	"slices"

	"samverka/internal/access"
	"samverka/internal/i18n"
	"samverka/internal/meeting"
	"samverka/templates/ui"
)

// PartsPage is what has an approval of its own.
type PartsPage struct {
	MinutesPage
	Rows []PartRow
}

// PartRow is one part with the reader's share in it.
type PartRow struct {
	meeting.Part
	Text      meeting.PartText
	Adjusters []meeting.PartAdjuster
	Mine      *meeting.PartAdjuster // nil: none
	Heading   string
}

func (p PartsPage) back() string { return partsBack(p.MinutesPage) }

// PartRows are the meeting's parts as the reader may read them, newest first.
func PartRows(ctx context.Context, p MinutesPage) []PartRow {
	var all []PartRow
	for _, part := range slices.Backward(p.Parts) {
		x, err := p.PartText(part)
		if err != nil || !p.Unmasked && x.Paragraph.Secrecy != "" {
			continue
		}
		row := PartRow{Part: part, Text: x, Adjusters: p.AdjustersOf(part.ID)}
		switch {
		case part.Kind == meeting.Immediate:
			row.Heading = i18n.T(ctx, "meeting.doc.no", "No", x.Paragraph.No) + " " + x.Paragraph.Title
		case x.Paragraph.No != 0:
			row.Heading = i18n.T(ctx, "minutes.correction.of", "No", x.Paragraph.No)
		default:
			row.Heading = i18n.T(ctx, "minutes.correction.whole")
		}
		for _, a := range meeting.ActiveIn(row.Adjusters) {
			if a.PersonID == p.Who.PersonID && p.Who.May(access.MinutesApprove) {
				row.Mine = &a
			}
		}
		all = append(all, row)
	}
	return all
}

var partKeys = map[string]string{"sent": "minutes.parts.sent", "approved": "minutes.parts.approved", "withdrawn": "minutes.parts.withdrawn"}

var partTones = map[string]ui.Tone{"sent": ui.Info, "approved": ui.Success}

func partKey(form string, id int64) string { return form + "-" + number(id) }

func partPath(id, part int64, action string) string {
	return fmt.Sprintf("/moten/%d/protokoll/delar/%d%s", id, part, action)
}

func partAnswer(ctx context.Context, a meeting.PartAdjuster) string {
	if a.ReplacedAt != nil {
		return i18n.T(ctx, "minutes.adjuster.replaced")
	}
	text := say(ctx, adjusterKeys, a.Answer)
	if a.AnsweredAt != nil {
		text += " " + i18n.DateTime(ctx, *a.AnsweredAt)
	}
	if a.ReplacesName != "" {
		text += ", " + i18n.T(ctx, "minutes.adjuster.replaces", "Name", a.ReplacesName)
	}
	return text
}

// replaceable are those who have not approved, for whom a substitute may be named.
func (x PartRow) replaceable(p PartsPage) []ui.Option {
	var all []ui.Option
	for _, a := range meeting.ActiveIn(x.Adjusters) {
		if a.Answer != "approved" {
			all = append(all, ui.Option{Value: number(a.PersonID), Label: a.Name, Selected: p.Sent.value(partKey("part-substitute", x.ID), "adjuster", "") == number(a.PersonID)})
		}
	}
	return all
}

// substitutes are those who may answer instead.
func (x PartRow) substitutes(p PartsPage) []ui.Option {
	var all []ui.Option
	for _, c := range p.Candidate {
		if !slices.ContainsFunc(meeting.ActiveIn(x.Adjusters), func(a meeting.PartAdjuster) bool { return a.PersonID == c.PersonID }) {
			all = append(all, ui.Option{Value: number(c.PersonID), Label: c.Name + " (" + c.What + ")", Selected: p.Sent.value(partKey("part-substitute", x.ID), "substitute", "") == number(c.PersonID)})
		}
	}
	return all
}
