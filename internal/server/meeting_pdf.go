package server

import (
	"context"
	"strings"

	"samverka/internal/document"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	pages "samverka/templates/meeting"
)

// minutesDoc makes a document of the same content as the page shows, in the language of ctx.
func minutesDoc(ctx context.Context, p pages.MinutesPage) document.Doc {
	c := p.Content
	d := document.Doc{Title: i18n.T(ctx, "meeting.doc.heading", "Group", c.Group) + ", " + i18n.Date(ctx, c.Date), Lang: "sv-SE", Author: p.OrgName,
		Subject: i18n.T(ctx, "meeting.doc.subject", "Group", c.Group, "Date", i18n.Date(ctx, c.Date)), Footer: minutesFooter(ctx, p)}
	switch {
	case p.Minutes.ApprovedAt != nil:
		d.Created = *p.Minutes.ApprovedAt
	case p.ClosedAt != nil:
		d.Created = *p.ClosedAt
	}
	d.Blocks = append(d.Blocks, document.Heading{Level: 1, Text: d.Title}, minutesFacts(ctx, c))
	d.Blocks = append(d.Blocks, presenteesTable(ctx, i18n.T(ctx, "meeting.doc.present"), c.Present, true)...)
	if len(c.Absent) > 0 {
		d.Blocks = append(d.Blocks, presenteesTable(ctx, i18n.T(ctx, "meeting.doc.absent"), c.Absent, false)...)
	}
	for _, x := range c.Paragraph {
		d.Blocks = append(d.Blocks, paragraphBlocks(ctx, x)...)
	}
	d.Blocks = append(d.Blocks, minutesEnd(ctx, p)...)
	return d
}

// minutesFooter says on every page what the file is: a draft, or what was approved with its digest.
func minutesFooter(ctx context.Context, p pages.MinutesPage) string {
	state := i18n.T(ctx, "meeting.doc.footer", "State", pages.MinutesLabel(ctx, p.Minutes.State(p.Now)))
	if p.Signed != "" {
		return state + "\n" + i18n.T(ctx, "meeting.doc.footer_digest", "Digest", p.Signed[:16])
	}
	return state
}

func minutesFacts(ctx context.Context, c meeting.Content) document.Facts {
	var f document.Facts
	for _, row := range pages.Facts(ctx, c) {
		f.Rows = append(f.Rows, document.Fact{Term: row.Key, Value: row.Value})
	}
	return f
}

func presenteesTable(ctx context.Context, title string, all []meeting.Presentee, here bool) []document.Block {
	blocks := []document.Block{document.Heading{Level: 2, Text: title}}
	if len(all) == 0 {
		return append(blocks, document.Paragraph{Text: i18n.T(ctx, "meeting.doc.nobody")})
	}
	var items []string
	for _, x := range all {
		items = append(items, x.Name+", "+pages.Presentee(ctx, x, here))
	}
	return append(blocks, document.List{Items: items})
}

func paragraphBlocks(ctx context.Context, x meeting.Paragraph) []document.Block {
	blocks := []document.Block{document.Heading{Level: 2, Text: i18n.T(ctx, "meeting.doc.no", "No", x.No) + " " + x.Title}}
	if x.Class != matter.Standing {
		blocks = append(blocks, document.Paragraph{Text: pages.ParagraphAbout(ctx, x)})
	}
	for _, text := range []string{x.Proposal, x.Note} {
		if strings.TrimSpace(text) != "" {
			blocks = append(blocks, document.Paragraph{Text: text})
		}
	}
	for _, l := range pages.Lines(ctx, x) {
		blocks = append(blocks, document.Paragraph{Runs: []document.Run{{Text: l.Text, Bold: l.Mark}}})
	}
	return blocks
}

// minutesEnd is what follows the paragraphs: additions, objections that stand, and who approved.
func minutesEnd(ctx context.Context, p pages.MinutesPage) []document.Block {
	var blocks []document.Block
	if p.Content.Addition != "" {
		blocks = append(blocks, document.Heading{Level: 2, Text: i18n.T(ctx, "meeting.doc.addition")}, document.Paragraph{Text: p.Content.Addition})
	}
	if len(p.Content.Objection) > 0 {
		blocks = append(blocks, document.Heading{Level: 2, Text: i18n.T(ctx, "meeting.doc.objections")})
		for _, o := range p.Content.Objection {
			blocks = append(blocks, document.Paragraph{Runs: []document.Run{{Text: o.Name + ": ", Bold: true}, {Text: o.Text}}})
		}
	}
	if len(p.Adjusters) == 0 {
		return blocks
	}
	signed := document.Signatures{Caption: i18n.T(ctx, "meeting.doc.approval")}
	for _, a := range p.Adjusters {
		row := document.Signature{Name: a.Name, How: pages.AdjusterLabel(ctx, a.Answer)}
		if a.AnsweredAt != nil {
			row.When = i18n.DateTime(ctx, *a.AnsweredAt)
		}
		signed.Rows = append(signed.Rows, row)
	}
	return append(blocks, signed)
}
