package document

import (
	"bytes"
	"fmt"
	"strings"
)

// A4 in points, and the margins that text keeps to. The left one leaves room for
// binding.
const (
	pageWidth, pageHeight = 595.28, 841.89
	marginLeft            = 71.0
	marginRight           = 71.0
	marginTop             = 92.0
	marginBottom          = 84.0
	textWidth             = pageWidth - marginLeft - marginRight
)

// page is a page under work.
type page struct {
	content     bytes.Buffer
	marks       []*elem // by marked-content number
	open        *elem   // whose content is being written
	annotations []ref
	ref         ref
}

// mark makes what follows belong to the element.
func (p *page) mark(e *elem) {
	if p.open == e {
		return
	}
	p.close()
	fmt.Fprintf(&p.content, "/%s<</MCID %d>>BDC\n", e.tag, len(p.marks))
	e.kids = append(e.kids, marked{p, len(p.marks)})
	p.marks = append(p.marks, e)
	p.open = e
}

// close ends what belongs to an element.
func (p *page) close() {
	if p.open != nil {
		p.content.WriteString("EMC\n")
		p.open = nil
	}
}

// artifact draws what a screen reader shall pass by: rules, page numbers,
// repeated headings (ISO 32000-1, 14.8.2.2).
func (p *page) artifact(properties string, draw func()) {
	p.close()
	fmt.Fprintf(&p.content, "/Artifact<<%s>>BDC\n", properties)
	draw()
	p.content.WriteString("EMC\n")
}

const decoration = "/Type/Layout"

// rule draws a level line.
func (p *page) rule(x1, x2, y, width float64, ink Colour) {
	p.artifact(decoration, func() {
		fmt.Fprintf(&p.content, "%.2f w %s %.2f %.2f m %.2f %.2f l S\n", width, ink.stroke(), x1, y, x2, y)
	})
}

// fill paints a grey area.
func (p *page) fill(x, y, width, height float64, ink Colour) {
	p.artifact(decoration, func() {
		fmt.Fprintf(&p.content, "%s %.2f %.2f %.2f %.2f re f 0 g\n", ink.fill(), x, y, width, height)
	})
}

// text writes one stretch of text with its baseline at y.
func (p *page) text(f *face, size, x, y float64, ink Colour, s string) {
	fmt.Fprintf(&p.content, "BT /%s %.1f Tf %s %.2f %.2f Td %s Tj ET\n", f.name, size, ink.fill(), x, y, f.shown(s))
}

// writePages adds the page objects and their content.
func (l *layout) writePages(tree ref) {
	resources := l.objects.add("<</Font<</%s %v/%s %v>>%s>>",
		l.regular.name, l.regular.objects(l.objects), l.bold.name, l.bold.objects(l.objects), l.logo.resource(l.objects))
	var kids strings.Builder
	for i, p := range l.pages {
		p.close()
		annotations := ""
		for _, a := range p.annotations {
			annotations += fmt.Sprintf("%v ", a)
		}
		if annotations != "" {
			annotations = "/Annots[" + annotations + "]"
		}
		content := l.objects.packed("", p.content.Bytes())
		l.objects.set(p.ref, "<</Type/Page/Parent %v/MediaBox[0 0 %.2f %.2f]/Contents %v/Resources %v/StructParents %d/Tabs/S%s>>",
			tree, pageWidth, pageHeight, content, resources, i, annotations)
		fmt.Fprintf(&kids, "%v ", p.ref)
	}
	l.objects.set(tree, "<</Type/Pages/Count %d/Kids[%s]>>", len(l.pages), kids.String())
}
