package document

import (
	"archive/zip"
	"bytes"
	"fmt"
	"image/png"
	"io"
	"strings"
	"time"
)

// DOCX writes the document as a working copy for word processors (ECMA-376, transitional), marked as one on every page. The
// same Doc gives the same bytes each time. What is to be kept is the PDF; approved minutes have no working copy.
func (d Doc) DOCX(w io.Writer) error {
	d = d.prepared()
	x := &wordFile{doc: d, words: wordsFor(d.Lang), accent: d.Colour.legible(), logo: placeLogo(d.Logo)}
	if h, ok := first(d.Blocks); !ok || h.Level != 1 || cleanLine(h.Text) == "" {
		x.heading(Heading{1, d.Title})
	}
	for _, b := range d.Blocks {
		x.place(b)
	}
	z := zip.NewWriter(w)
	for _, part := range x.parts() {
		f, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate, Modified: firstDay})
		if err != nil {
			return err
		}
		if _, err := f.Write(part.data); err != nil {
			return err
		}
	}
	return z.Close()
}

// firstDay is 1 January 1980, the first that a zip file knows.
var firstDay = time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)

// wordFile is a working copy being written.
type wordFile struct {
	doc     Doc
	words   words
	accent  Colour
	logo    *placedLogo
	body    strings.Builder
	level   int      // of the latest heading
	links   []string // addresses, rLink1 …
	numbers int      // numbered lists so far
	marked  bool     // the copy says that it is one
}

type wordPart struct {
	name string
	data []byte
}

// parts are the files of the package; the list of their kinds comes first.
func (x *wordFile) parts() []wordPart {
	part := func(name, content string) wordPart { return wordPart{name, []byte(xmlBegin + content)} }
	all := []wordPart{
		part("[Content_Types].xml", contentTypes),
		part("_rels/.rels", packageRelations),
		part("docProps/core.xml", x.core()),
		part("word/document.xml", x.document()),
		part("word/_rels/document.xml.rels", x.relations()),
		part("word/styles.xml", x.styles()),
		part("word/numbering.xml", x.numbering()),
		part("word/settings.xml", x.settings()),
		part("word/header1.xml", x.header()),
		part("word/footer1.xml", x.footer()),
	}
	if x.logo == nil {
		return all
	}
	var picture bytes.Buffer
	if err := png.Encode(&picture, x.logo.pixels); err != nil { // a bytes.Buffer takes all, and the picture is not empty
		panic(err)
	}
	return append(all, part("word/_rels/header1.xml.rels", logoRelation), wordPart{"word/media/logo.png", picture.Bytes()})
}

func (x *wordFile) place(b Block) {
	switch b := b.(type) {
	case Heading:
		x.heading(b)
	case Paragraph:
		x.paragraph(b)
	case List:
		x.list(b)
	case Table:
		x.table(b)
	case Facts:
		t := Table{RowHeader: true}
		for _, row := range b.Rows {
			t.Rows = append(t.Rows, []string{row.Term, row.Value})
		}
		x.table(t)
	case Signatures:
		x.table(b.table(x.words))
	}
}

// document is the main part: everything between the first heading and the measures of the page.
func (x *wordFile) document() string {
	return `<w:document ` + wordSpaces + `><w:body>` + x.body.String() +
		`<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>` +
		`<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/>` +
		`</w:sectPr></w:body></w:document>`
}

// core is what the file says of itself (ECMA-376, part 2, 11).
func (x *wordFile) core() string {
	var b strings.Builder
	item := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "<%s>%s</%s>", name, escaped(value), name)
		}
	}
	b.WriteString(`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	item("dc:title", x.doc.Title)
	item("dc:subject", x.doc.Subject)
	item("dc:creator", x.doc.Author)
	item("dc:language", x.doc.Lang)
	item("cp:category", x.words.copy)
	if !x.doc.Created.IsZero() {
		fmt.Fprintf(&b, `<dcterms:created xsi:type="dcterms:W3CDTF">%s</dcterms:created>`, x.doc.Created.UTC().Format("2006-01-02T15:04:05Z"))
	}
	return b.String() + `</cp:coreProperties>`
}
