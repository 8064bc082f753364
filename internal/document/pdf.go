package document

import (
	"io"
	"strings"
)

// PDF writes the document as PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1); build/verapdf
// has both judged. The same Doc gives the same bytes
// each time, so a hash of the file can be kept. Errors come from w alone.
func (d Doc) PDF(w io.Writer) error {
	d = d.prepared()
	return d.laidOut().write(w, d)
}

// laidOut sets the document on pages.
func (d Doc) laidOut() *layout {
	l := newLayout(wordsFor(d.Lang))
	l.accent, l.logo = d.Colour.legible(), placeLogo(d.Logo)
	if h, ok := first(d.Blocks); !ok || h.Level != 1 || cleanLine(h.Text) == "" {
		l.heading(Heading{1, d.Title})
	}
	for _, b := range d.Blocks {
		l.place(b)
	}
	l.margins(d)
	return l
}

// prepared is the document with its own lines cleaned and its gaps filled.
func (d Doc) prepared() Doc {
	d.Lang = language(d.Lang)
	d.Title, d.Author, d.Subject = cleanLine(d.Title), cleanLine(d.Author), cleanLine(d.Subject)
	if d.Title == "" {
		d.Title = wordsFor(d.Lang).untitled
	}
	d.Footer = strings.TrimSpace(clean(d.Footer))
	return d
}

func first(blocks []Block) (h Heading, ok bool) {
	if len(blocks) > 0 {
		h, ok = blocks[0].(Heading)
	}
	return h, ok
}

func (l *layout) place(b Block) {
	switch b := b.(type) {
	case Heading:
		l.heading(b)
	case Paragraph:
		l.paragraph(b)
	case List:
		l.list(b)
	case Table:
		l.table(b)
	case Facts:
		l.facts(b)
	case Signatures:
		l.signatures(b)
	}
}

func (l *layout) write(w io.Writer, d Doc) error {
	o := l.objects
	catalog, pages := o.reserve(), o.reserve()
	l.writePages(pages)
	structure := l.structure()
	l.writeLinks()
	bookmarks := l.writeBookmarks()
	metadata := o.plain("/Type/Metadata/Subtype/XML", d.metadata())
	profile := o.packed("/N 3", sRGB())
	intent := o.add("<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile %v>>", profile)
	o.set(catalog, "<</Type/Catalog/Pages %v/Lang%s/MarkInfo<</Marked true>>/StructTreeRoot %v"+
		"/ViewerPreferences<</DisplayDocTitle true>>/Metadata %v/OutputIntents[%v]/Outlines %v/PageMode/UseNone>>",
		pages, byteString(d.Lang), structure, metadata, intent, bookmarks)
	return o.writeTo(w, catalog, o.add("%s", d.info()))
}
