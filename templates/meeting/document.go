package meeting

import (
	"context"
	"io"
	"slices"

	"github.com/a-h/templ"

	"samverka/internal/i18n"
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
	if x.Masked {
		return i18n.T(ctx, "minutes.doc.masked", "No", x.No, "Law", x.Secrecy)
	}
	text := class(ctx, x.Class)
	if x.MatterNumber != "" {
		text += " · " + i18n.T(ctx, "meeting.doc.matter", "Number", x.MatterNumber)
	}
	if x.ProposalNo > 0 {
		text += " · " + i18n.T(ctx, "meeting.doc.version", "No", x.ProposalNo)
	}
	return text
}

// SignatureText says when and how an adjuster approved.
func SignatureText(ctx context.Context, x meeting.Signature) string {
	if x.Replaced {
		return i18n.T(ctx, "minutes.adjuster.replaced")
	}
	text := say(ctx, adjusterKeys, x.Answer)
	if !x.At.IsZero() {
		text += " " + i18n.DateTime(ctx, x.At)
	}
	if x.Replaces != "" {
		text += ", " + i18n.T(ctx, "minutes.adjuster.replaces", "Name", x.Replaces)
	}
	return text
}

// Title is the § in words: what is secret has only its number.
func Title(ctx context.Context, x meeting.Paragraph) string {
	if x.Masked {
		return i18n.T(ctx, "minutes.doc.masked_title")
	}
	return x.Title
}

// Objections are those that stand with the minutes. Where something is secret, whoever may not read it reads none: they
// may speak of it.
func (p MinutesPage) Objections() []meeting.Remark {
	all := slices.Clone(p.Content.Objection)
	if p.Excerpt || p.Content.Secret() && !p.Unmasked {
		return nil
	}
	for _, x := range p.Approved().Signatures {
		if x.Answer == "maintained" && len(p.Content.Objection) == 0 {
			all = append(all, meeting.Remark{Name: x.Name, Text: x.Objection})
		}
	}
	return all
}

// Notes are what has come of a § beside its text: when it took effect, and that it was approved at once.
func (p MinutesPage) Notes(ctx context.Context, x meeting.Paragraph) []string {
	if x.Masked {
		return nil
	}
	var all []string
	if part, ok := p.Immediate(x.Item); ok && x.Item != 0 {
		var names []string
		for _, a := range meeting.ActiveIn(p.AdjustersOf(part.ID)) {
			names = append(names, a.Name)
		}
		all = append(all, i18n.T(ctx, "minutes.doc.immediate", "When", i18n.DateTime(ctx, *part.EndedAt), "Names", i18n.List(ctx, names)))
	}
	for _, e := range p.Effects() {
		if e.Item != x.Item || x.EffectiveAt != nil {
			continue
		}
		all = append(all, i18n.T(ctx, "meeting.doc.effective", "When", i18n.DateTime(ctx, e.At)))
		if !e.WindowUntil.IsZero() {
			all = append(all, i18n.T(ctx, "meeting.doc.window", "Date", i18n.Date(ctx, e.WindowUntil)))
		}
	}
	return all
}

// CorrectionRow is one correction as it stands after the minutes.
type CorrectionRow struct {
	meeting.Part
	Text      meeting.PartText
	Adjusters []meeting.PartAdjuster
	Heading   string
	How       string // who approved it, and when; or that it waits
}

// CorrectionRows are the corrections that the reader may read: approved ones everybody, waiting ones who follows the
// meeting, and of a secret § whoever may read it.
func (p MinutesPage) CorrectionRows(ctx context.Context) []CorrectionRow {
	var all []CorrectionRow
	for i, part := range p.Corrections() {
		x, err := p.PartText(part)
		if err != nil || part.Status != "approved" && p.Employee || !p.Unmasked && (x.Paragraph.Secrecy != "" || x.Paragraph.No == 0 && p.Content.Secret()) {
			continue
		}
		row := CorrectionRow{Part: part, Text: x, Adjusters: p.AdjustersOf(part.ID), Heading: i18n.T(ctx, "minutes.correction.heading", "No", i+1)}
		if x.Paragraph.No != 0 {
			row.Heading = i18n.T(ctx, "minutes.correction.heading_of", "No", i+1, "Paragraph", x.Paragraph.No)
		}
		var names []string
		for _, a := range meeting.ActiveIn(row.Adjusters) {
			names = append(names, a.Name)
		}
		if row.How = i18n.T(ctx, "minutes.correction.waits"); part.Status == "approved" {
			row.How = i18n.T(ctx, "minutes.correction.approved", "When", i18n.DateTime(ctx, *part.EndedAt), "Names", i18n.List(ctx, names))
		}
		all = append(all, row)
	}
	return all
}

func (p MinutesPage) version() []ui.Hidden {
	return []ui.Hidden{{Name: "version", Value: number(int64(p.Minutes.Version))}}
}

// seen names the text that the reader has before them.
func (p MinutesPage) seen() []ui.Hidden {
	return append(p.version(), ui.Hidden{Name: "digest", Value: p.Seen().Digest})
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
