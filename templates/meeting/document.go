package meeting

import (
	"context"
	"io"

	"github.com/a-h/templ"

	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/templates/ui"
)

// document is the minutes in the organisation's language, whatever the reader's.
func (p MinutesPage) document() templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		return document(p).Render(i18n.With(ctx, i18n.Swedish), w)
	})
}

// Facts are when and where the meeting was, and who led it.
func Facts(ctx context.Context, c meeting.Content) []ui.SummaryRow {
	rows := []ui.SummaryRow{{Key: i18n.T(ctx, "meeting.doc.date"), Value: i18n.LongDate(ctx, c.Date)}}
	if c.OpenedAt != nil && c.ClosedAt != nil {
		rows = append(rows, ui.SummaryRow{Key: i18n.T(ctx, "meeting.doc.time"), Value: i18n.TimeRange(ctx, *c.OpenedAt, *c.ClosedAt)})
	}
	if c.Place != "" {
		rows = append(rows, ui.SummaryRow{Key: i18n.T(ctx, "meeting.doc.place"), Value: c.Place})
	}
	rows = append(rows, ui.SummaryRow{Key: i18n.T(ctx, "meeting.doc.chair"), Value: c.Chair})
	if c.Extra {
		rows = append(rows, ui.SummaryRow{Key: i18n.T(ctx, "meeting.doc.kind"), Value: i18n.T(ctx, "meeting.extra")})
	}
	return rows
}

// ParagraphAbout is the line under a paragraph's heading: its class, the matter's number and the version treated.
func ParagraphAbout(ctx context.Context, x meeting.Paragraph) string {
	text := class(ctx, x.Class)
	if x.MatterNumber != "" {
		text += " · " + i18n.T(ctx, "meeting.doc.matter", "Number", x.MatterNumber)
	}
	if x.ProposalNo > 0 {
		text += " · " + i18n.T(ctx, "meeting.doc.version", "No", x.ProposalNo)
	}
	return text
}

// Signature says when and how an adjuster approved.
func Signature(ctx context.Context, a meeting.Adjuster) string {
	if a.AnsweredAt == nil {
		return say(ctx, adjusterKeys, "")
	}
	return say(ctx, adjusterKeys, a.Answer) + " " + i18n.DateTime(ctx, *a.AnsweredAt)
}

// Mask hides what is secret in minutes that everybody may read: of a matter under secrecy its number and the paragraph
// alone remain (OSL 10 kap. 11-14 §§; the handbook's masked version).
func Mask(ctx context.Context, c meeting.Content, ms []matter.Record) meeting.Content {
	secret := map[string]string{}
	for _, m := range ms {
		if m.Secrecy != "" {
			secret[m.Number] = m.Secrecy
		}
	}
	masked := make([]meeting.Paragraph, len(c.Paragraph))
	for i, x := range c.Paragraph {
		masked[i] = x
		if law, ok := secret[x.MatterNumber]; ok && x.MatterNumber != "" {
			masked[i] = meeting.Paragraph{No: x.No, MatterNumber: x.MatterNumber, Class: x.Class, Outcome: "masked",
				Title: i18n.T(ctx, "meeting.doc.masked_title", "Number", x.MatterNumber), Note: i18n.T(ctx, "meeting.doc.masked", "Law", law)}
		}
	}
	c.Paragraph = masked
	if len(secret) > 0 {
		c.Addition, c.Objection = "", nil
	}
	return c
}

func (p MinutesPage) version() []ui.Hidden {
	return []ui.Hidden{{Name: "version", Value: number(int64(p.Minutes.Version))}}
}

func (p MinutesPage) changeText(ctx context.Context) string {
	if p.Minutes.Status == "draft" {
		return i18n.T(ctx, "meeting.change.text")
	}
	return i18n.T(ctx, "meeting.change.text_sent")
}

func withHint(f ui.FieldProps, hint string) ui.FieldProps {
	f.Hint = hint
	return f
}

func inSwedish(f ui.FieldProps) ui.FieldProps {
	f.Lang, f.Rows = "sv", 8
	return f
}
