package document

import (
	"fmt"
	"strings"
)

// heading is a paragraph in one of Word's own heading styles, so that it stands in the list of headings. The mark of a
// working copy follows the first.
func (x *wordFile) heading(h Heading) {
	text := cleanLine(h.Text)
	if text == "" {
		return
	}
	x.level = min(max(h.Level, 1), 3, x.level+1)
	x.para(fmt.Sprintf(`<w:pStyle w:val="Heading%d"/>`, x.level), x.runText(text, ""))
	if !x.marked {
		x.marked = true
		x.para(`<w:pStyle w:val="WorkingCopy"/>`, x.runText(x.words.copyText, ""))
	}
}

func (x *wordFile) para(properties, content string) {
	if properties != "" {
		properties = "<w:pPr>" + properties + "</w:pPr>"
	}
	x.body.WriteString("<w:p>" + properties + content + "</w:p>")
}

// runText is text in one style; a newline breaks the line.
func (x *wordFile) runText(text, properties string) string {
	if properties != "" {
		properties = "<w:rPr>" + properties + "</w:rPr>"
	}
	var b strings.Builder
	for i, part := range strings.Split(text, "\n") {
		if i > 0 {
			b.WriteString("<w:r>" + properties + "<w:br/></w:r>")
		}
		if part != "" {
			b.WriteString("<w:r>" + properties + `<w:t xml:space="preserve">` + escaped(part) + "</w:t></w:r>")
		}
	}
	return b.String()
}

func (x *wordFile) paragraph(p Paragraph) {
	for _, runs := range p.paragraphs() {
		var b strings.Builder
		var open *hyperlink
		for i, r := range runs {
			if i == 0 {
				r.text = strings.TrimLeft(r.text, "\n")
			}
			if i == len(runs)-1 {
				r.text = strings.TrimRight(r.text, "\n")
			}
			properties := ""
			if r.style.link != nil {
				properties = `<w:rStyle w:val="Hyperlink"/>`
			}
			if r.style.bold {
				properties += "<w:b/>"
			}
			if r.style.link != open {
				x.turn(&b, open, r.style.link)
				open = r.style.link
			}
			b.WriteString(x.runText(r.text, properties))
		}
		x.turn(&b, open, nil)
		if strings.Contains(b.String(), "<w:t ") {
			x.para("", b.String())
		}
	}
}

// turn ends one link and begins another; nil is none.
func (x *wordFile) turn(b *strings.Builder, from, to *hyperlink) {
	if from != nil {
		b.WriteString("</w:hyperlink>")
	}
	if to != nil {
		x.links = append(x.links, to.address)
		fmt.Fprintf(b, `<w:hyperlink r:id="rLink%d">`, len(x.links))
	}
}

// Numbered lists each count from one: numbering 1 is the bullets', those after it the lists' in order.
const bullets = 1

func (x *wordFile) list(l List) {
	number := bullets
	if l.Numbered {
		x.numbers++
		number = bullets + x.numbers
	}
	for _, item := range l.Items {
		if text := strings.TrimSpace(clean(item)); text != "" {
			x.para(fmt.Sprintf(`<w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="%d"/></w:numPr>`, number), x.runText(text, ""))
		}
	}
}

// wordWidth is the width between the margins, in twentieths of a point.
const wordWidth = 9070

// mostColumns is what Word takes in one table.
const mostColumns = 63

// table is a table whose heading comes again on every page and whose rows stay whole.
func (x *wordFile) table(t Table) {
	header, rows := t.cells()
	if len(rows) == 0 {
		return
	}
	caption := cleanLine(t.Caption)
	if caption != "" {
		x.para(`<w:pStyle w:val="Caption"/><w:keepNext/>`, x.runText(caption, ""))
	}
	columns := min(len(rows[0]), mostColumns)
	style := "Rows"
	if header == nil {
		style = "Facts"
	}
	fmt.Fprintf(&x.body, `<w:tbl><w:tblPr><w:tblStyle w:val="%s"/><w:tblW w:w="5000" w:type="pct"/><w:tblLook w:val="0000" w:firstRow="%d" w:lastRow="0" w:firstColumn="%d" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`,
		style, flag(header != nil), flag(t.RowHeader))
	if caption != "" {
		fmt.Fprintf(&x.body, `<w:tblCaption w:val="%s"/>`, escaped(caption))
	}
	x.body.WriteString("</w:tblPr><w:tblGrid>")
	widths := x.widths(header, rows, columns)
	for _, w := range widths {
		fmt.Fprintf(&x.body, `<w:gridCol w:w="%d"/>`, w)
	}
	x.body.WriteString("</w:tblGrid>")
	if header != nil {
		x.row(header[:columns], widths, `<w:cantSplit/><w:tblHeader/>`, true, false)
	}
	for _, row := range rows {
		x.row(row[:columns], widths, `<w:cantSplit/>`, false, t.RowHeader)
	}
	x.body.WriteString("</w:tbl>")
	x.para(`<w:pStyle w:val="AfterTable"/>`, "")
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}

// widths share the page as they do in print: facts have narrow names, other columns what their text needs.
func (x *wordFile) widths(header []string, rows [][]string, columns int) []int {
	shares := []float64{0.28 * textWidth, 0.72 * textWidth}
	if header != nil || columns != 2 {
		all := rows
		if header != nil {
			all = append([][]string{header}, rows...)
		}
		shares = newLayout(x.words).columnWidths(all, textWidth, ruledTable)
	}
	out := make([]int, columns)
	for i := range out {
		out[i] = max(1, int(shares[i]*wordWidth/textWidth))
	}
	return out
}

func (x *wordFile) row(cells []string, widths []int, properties string, header, rowHeader bool) {
	x.body.WriteString("<w:tr><w:trPr>" + properties + "</w:trPr>")
	for i, text := range cells {
		bold := ""
		if header || rowHeader && i == 0 {
			bold = "<w:b/>"
		}
		fmt.Fprintf(&x.body, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>`, widths[i])
		x.para(`<w:pStyle w:val="Cell"/>`, x.runText(strings.TrimSpace(text), bold))
		x.body.WriteString("</w:tc>")
	}
	x.body.WriteString("</w:tr>")
}
