package paper

import (
	"context"
	"slices"

	"samverka/internal/document"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	content "samverka/internal/meeting"
	"samverka/templates/meeting"
)

// Minutes is the protokoll, of the same content as its page shows.
func Minutes(ctx context.Context, p meeting.MinutesPage, l Look) document.Doc {
	ctx = swedish(ctx)
	c := p.Content
	heading := i18n.T(ctx, "meeting.doc.heading", "Group", c.Group)
	d := sheet(l, heading, heading+", "+i18n.Date(ctx, c.Date),
		i18n.T(ctx, "meeting.doc.subject", "Group", c.Group, "Date", i18n.Date(ctx, c.Date)))
	d.Footer = minutesFooter(ctx, p)
	switch {
	case p.Minutes.ApprovedAt != nil:
		d.Created = *p.Minutes.ApprovedAt
	case p.ClosedAt != nil:
		d.Created = *p.ClosedAt
	}
	d.Blocks = append(d.Blocks, facts(meeting.Facts(ctx, c)))
	d.Blocks = append(d.Blocks, presentees(ctx, i18n.T(ctx, "meeting.doc.present"), c.Present, true)...)
	if len(c.Absent) > 0 {
		d.Blocks = append(d.Blocks, presentees(ctx, i18n.T(ctx, "meeting.doc.absent"), c.Absent, false)...)
	}
	for _, x := range c.Paragraph {
		d.Blocks = append(d.Blocks, paragraph(ctx, x)...)
		for _, note := range p.Notes(ctx, x) {
			d.Blocks = append(d.Blocks, document.Paragraph{Text: note})
		}
	}
	d.Blocks = append(d.Blocks, minutesEnd(ctx, p)...)
	return d
}

// MinutesName is what the minutes' file is called, without its ending.
func MinutesName(ctx context.Context, p meeting.MinutesPage) string {
	return i18n.T(swedish(ctx), "paper.file.minutes", "Group", p.GroupName, "Date", p.Day().String())
}

// minutesFooter says on every page what the file is: a draft, or what was approved with its digest.
func minutesFooter(ctx context.Context, p meeting.MinutesPage) string {
	state := i18n.T(ctx, "meeting.doc.footer", "State", meeting.MinutesLabel(ctx, p.Minutes.State(p.Now)))
	if p.Signed != "" {
		return state + "\n" + i18n.T(ctx, "meeting.doc.footer_digest", "Digest", p.Signed[:16])
	}
	return state
}

func presentees(ctx context.Context, title string, all []content.Presentee, here bool) []document.Block {
	blocks := []document.Block{document.Heading{Level: 2, Text: title}}
	if len(all) == 0 {
		return append(blocks, document.Paragraph{Text: i18n.T(ctx, "meeting.doc.nobody")})
	}
	var items []string
	for _, x := range all {
		items = append(items, x.Name+", "+meeting.Presentee(ctx, x, here))
	}
	return append(blocks, document.List{Items: items})
}

func paragraph(ctx context.Context, x content.Paragraph) []document.Block {
	blocks := []document.Block{document.Heading{Level: 2, Text: i18n.T(ctx, "meeting.doc.no", "No", x.No) + " " + meeting.Title(ctx, x)}}
	if x.Masked || x.Class != matter.Standing {
		blocks = append(blocks, document.Paragraph{Text: meeting.ParagraphAbout(ctx, x)})
	}
	if x.Proposal != "" {
		blocks = append(blocks, document.Paragraph{Runs: []document.Run{{Text: i18n.T(ctx, "paper.minutes.proposal") + " ", Bold: true}, {Text: x.Proposal}}})
	}
	blocks = append(blocks, said(x.Note)...)
	for _, l := range meeting.Lines(ctx, x) {
		blocks = append(blocks, document.Paragraph{Runs: []document.Run{{Text: l.Text, Bold: l.Mark}}})
	}
	return blocks
}

// minutesEnd is what follows the paragraphs: additions, objections that stand, and who approved.
func minutesEnd(ctx context.Context, p meeting.MinutesPage) []document.Block {
	var blocks []document.Block
	if p.Content.Addition != "" {
		blocks = append(blocks, document.Heading{Level: 2, Text: i18n.T(ctx, "meeting.doc.addition")}, document.Paragraph{Text: p.Content.Addition})
	}
	if objections := p.Objections(); len(objections) > 0 {
		blocks = append(blocks, document.Heading{Level: 2, Text: i18n.T(ctx, "meeting.doc.objections")})
		for _, o := range objections {
			blocks = append(blocks, document.Paragraph{Runs: []document.Run{{Text: o.Name + ": ", Bold: true}, {Text: o.Text}}})
		}
	}
	blocks = append(blocks, corrections(ctx, p)...)
	signatures := p.Approved().Signatures
	if len(signatures) == 0 {
		return blocks
	}
	signed := document.Signatures{Caption: i18n.T(ctx, "meeting.doc.approval")}
	for _, a := range signatures {
		row := document.Signature{Name: a.Name, Role: signedAs(ctx, p.Content, a.Name), How: meeting.AdjusterLabel(ctx, a.Answer)}
		if a.Replaced {
			row.How = i18n.T(ctx, "minutes.adjuster.replaced")
		} else if a.Replaces != "" {
			row.How += ", " + i18n.T(ctx, "minutes.adjuster.replaces", "Name", a.Replaces)
		}
		if !a.At.IsZero() {
			row.When = i18n.DateTime(ctx, a.At)
		}
		signed.Rows = append(signed.Rows, row)
	}
	return append(blocks, signed)
}

// signedAs is what whoever approves was in the meeting; "" for somebody who was not there.
func signedAs(ctx context.Context, c content.Content, name string) string {
	for _, x := range slices.Concat(c.Present, c.Absent) {
		if x.Name == name {
			return meeting.Presentee(ctx, x, false)
		}
	}
	return ""
}

// corrections follow the text that they correct: it is never changed.
func corrections(ctx context.Context, p meeting.MinutesPage) []document.Block {
	rows := p.CorrectionRows(ctx)
	if len(rows) == 0 {
		return nil
	}
	blocks := []document.Block{document.Heading{Level: 2, Text: i18n.T(ctx, "minutes.correction.title")}}
	for _, x := range rows {
		blocks = append(blocks, document.Paragraph{Runs: []document.Run{{Text: x.Heading + ". ", Bold: true}, {Text: x.Text.Text}}}, document.Paragraph{Text: x.How})
	}
	return blocks
}

// Excerpt is some of the §§ with who was there and who approved, and the digest of the whole.
func Excerpt(ctx context.Context, p meeting.MinutesPage, l Look) document.Doc {
	ctx = swedish(ctx)
	c := p.Content
	heading := i18n.T(ctx, "minutes.excerpt.heading", "Group", c.Group)
	d := sheet(l, heading, heading+", "+i18n.Date(ctx, c.Date),
		i18n.T(ctx, "meeting.doc.subject", "Group", c.Group, "Date", i18n.Date(ctx, c.Date)))
	d.Footer = minutesFooter(ctx, p)
	if p.Minutes.ApprovedAt != nil {
		d.Created = *p.Minutes.ApprovedAt
	}
	d.Blocks = append(d.Blocks, facts(meeting.Facts(ctx, c)), document.Paragraph{Text: meeting.Attended(ctx, c)})
	for _, x := range c.Paragraph {
		d.Blocks = append(d.Blocks, paragraph(ctx, x)...)
		for _, note := range p.Notes(ctx, x) {
			d.Blocks = append(d.Blocks, document.Paragraph{Text: note})
		}
	}
	c.Addition = ""
	p.Content = c
	d.Blocks = append(d.Blocks, minutesEnd(ctx, p)...)
	d.Blocks = append(d.Blocks, document.Paragraph{Text: meeting.ExcerptOf(ctx, p)})
	return d
}
