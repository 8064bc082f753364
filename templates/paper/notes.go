package paper

import (
	"context"
	"strconv"

	content "samverka/internal/apt"
	"samverka/internal/document"
	"samverka/internal/i18n"
	"samverka/templates/apt"
)

// Notes is the minnesanteckningar of an APT as their page shows them, with nothing of who said what.
func Notes(ctx context.Context, p apt.NotesPage, l Look) document.Doc {
	ctx = swedish(ctx)
	heading := i18n.T(ctx, "apt.doc.title", "Title", p.Doc.Title, "Unit", p.Doc.Unit)
	title := heading + ", " + i18n.Date(ctx, p.Day())
	d := sheet(l, heading, title, title)
	d.Footer = i18n.T(ctx, "apt.doc.draft")
	if p.Doc.PublishedAt != nil {
		d.Footer, d.Created = i18n.T(ctx, "paper.notes.published", "Date", i18n.Date(ctx, *p.Doc.PublishedAt)), *p.Doc.PublishedAt
	}
	if p.Doc.ChangedAt != nil {
		d.Created = *p.Doc.ChangedAt
	}
	d.Blocks = append(d.Blocks, facts(apt.DocFacts(ctx, p)))
	if p.Doc.Weeded != nil {
		d.Blocks = append(d.Blocks, document.Paragraph{Text: apt.WeededText(ctx, *p.Doc.Weeded)})
	} else if len(p.Doc.Items) == 0 {
		d.Blocks = append(d.Blocks, document.Paragraph{Text: i18n.T(ctx, "apt.doc.empty")})
	}
	for _, it := range p.Doc.Items {
		d.Blocks = append(d.Blocks, notesItem(ctx, p, it)...)
	}
	d.Blocks = append(d.Blocks, notesQuestions(ctx, p)...)
	return d
}

// NotesName is what the notes' file is called, without its ending.
func NotesName(ctx context.Context, p apt.NotesPage) string {
	return i18n.T(swedish(ctx), "paper.file.notes", "Unit", p.Doc.Unit, "Date", p.Day().String())
}

func notesItem(ctx context.Context, p apt.NotesPage, it content.NotesItem) []document.Block {
	blocks := []document.Block{document.Heading{Level: 2, Text: strconv.Itoa(it.No) + " " + it.Title}}
	for _, t := range it.Texts {
		if t.Sitting != 0 {
			blocks = append(blocks, document.Heading{Level: 3, Text: i18n.T(ctx, "apt.notes.sitting", "No", t.Sitting, "Date", i18n.Date(ctx, t.StartsAt))})
		}
		blocks = append(blocks, said(t.Text)...)
	}
	if it.Outcome == "" {
		return blocks
	}
	blocks = append(blocks, document.Paragraph{Runs: []document.Run{{Text: apt.OutcomeText(ctx, p, it), Bold: true}}})
	if x, ok := p.Item(it.ID); ok {
		for _, line := range apt.Became(ctx, p.Page, x, false) {
			text := line.Text
			if line.Meta != "" {
				text += " (" + line.Meta + ")"
			}
			blocks = append(blocks, said(text)...)
		}
	}
	return blocks
}

// notesQuestions are those of the box that have an answer.
func notesQuestions(ctx context.Context, p apt.NotesPage) []document.Block {
	if len(p.Doc.Questions) == 0 {
		return nil
	}
	blocks := []document.Block{document.Heading{Level: 2, Text: i18n.T(ctx, "apt.box.title")}}
	for _, q := range p.Doc.Questions {
		blocks = append(blocks, document.Paragraph{Runs: []document.Run{{Text: q.Text, Bold: true}}})
		blocks = append(blocks, said(q.Answer)...)
	}
	return blocks
}
