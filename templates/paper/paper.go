// Package paper makes documents of what the pages show: the same facts and the same words, for print and for keeping.
// Papers are in Swedish, whatever language their reader has.
package paper

import (
	"context"
	"strings"

	"samverka/internal/document"
	"samverka/internal/i18n"
	"samverka/internal/organisation"
	"samverka/templates/ui"
)

// Look is how the organisation's papers look: its name, logo and colour.
type Look = organisation.Look

// colours are the palettes' own, as the pages have them in light mode.
var colours = map[string]document.Colour{
	"blue": {R: 0x0a, G: 0x4a, B: 0x7a}, "green": {R: 0x00, G: 0x5b, B: 0x3c}, "red": {R: 0x8c, G: 0x1c, B: 0x2f},
	"purple": {R: 0x55, G: 0x30, B: 0x7c}, "teal": {R: 0x00, G: 0x60, B: 0x6b}, "slate": {R: 0x3c, G: 0x48, B: 0x56},
}

// sheet is an empty paper of the organisation. Its title names it among others; its heading stands above its facts.
func sheet(l Look, heading, title, subject string) document.Doc {
	return document.Doc{Title: title, Subject: subject, Lang: "sv-SE", Author: l.Name, Logo: l.Picture(), Colour: colours[l.Palette],
		Blocks: []document.Block{document.Heading{Level: 1, Text: heading}}}
}

func swedish(ctx context.Context) context.Context { return i18n.With(ctx, i18n.Swedish) }

func facts(rows []ui.SummaryRow) document.Facts {
	var f document.Facts
	for _, row := range rows {
		f.Rows = append(f.Rows, document.Fact{Term: row.Key, Value: row.Value})
	}
	return f
}

// said are the texts that say something, each a paragraph.
func said(texts ...string) []document.Block {
	var blocks []document.Block
	for _, text := range texts {
		if strings.TrimSpace(text) != "" {
			blocks = append(blocks, document.Paragraph{Text: text})
		}
	}
	return blocks
}
