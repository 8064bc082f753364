package document

// tableStyle is what differs between kinds of tables.
type tableStyle struct {
	textStyle
	padding float64 // above and below the text of a row
	ruled   bool    // with lines between rows
	signed  bool    // with a line to sign on where the last two cells are empty
}

// cellPadding is the space left and right in a cell.
const cellPadding = 5.0

var (
	ruledTable  = tableStyle{tableText, 4, true, false}
	plainTable  = tableStyle{bodyText, 1.5, false, false}
	signedTable = tableStyle{tableText, 8, true, true}
)

// tableLayout is a table being set.
type tableLayout struct {
	*layout
	style     tableStyle
	elem      *elem
	left      float64 // of the first cell
	widths    []float64
	header    []cell // repeated on every page; nil when there is none or it would fill the page
	rowHeader bool
}

type cell struct {
	elem  *elem // nil in a repeated heading
	lines []line
}

func (l *layout) table(t Table) { l.setTable(t, ruledTable, nil) }

func (l *layout) facts(f Facts) {
	t := Table{RowHeader: true}
	for _, row := range f.Rows {
		t.Rows = append(t.Rows, []string{row.Term, row.Value})
	}
	l.setTable(t, plainTable, []float64{0.28, 0.72})
}

func (l *layout) signatures(s Signatures) {
	l.setTable(s.table(l.words), signedTable, []float64{0.24, 0.26, 0.22, 0.28})
}

// table is the approvals with a heading for each column.
func (s Signatures) table(w words) Table {
	t := Table{Caption: s.Caption, RowHeader: true, Header: []string{w.name, w.role, w.when, w.how}}
	for _, row := range s.Rows {
		t.Rows = append(t.Rows, []string{row.Name, row.Role, row.When, row.How})
	}
	return t
}

// setTable sets the table with the given shares of the width, or with widths
// after its text. A table without rows is left out.
func (l *layout) setTable(t Table, s tableStyle, shares []float64) {
	header, rows := t.cells()
	if len(rows) == 0 {
		return
	}
	tl := &tableLayout{layout: l, style: s, rowHeader: t.RowHeader, left: marginLeft}
	if !s.ruled {
		tl.left -= cellPadding // so that the text stands under other text
	}
	if shares == nil {
		all := rows
		if header != nil {
			all = append([][]string{header}, rows...)
		}
		tl.widths = l.columnWidths(all, textWidth, s)
	}
	for _, share := range shares {
		tl.widths = append(tl.widths, share*textWidth)
	}
	tl.elem = l.root.add("Table", "")
	tl.caption(t.Caption, header, rows)
	if header != nil {
		tl.setHeader(header)
	}
	body := tl.elem.add("TBody", "")
	for _, row := range rows {
		tl.row(tl.bodyCells(body.add("TR", ""), row))
	}
	l.gap(paragraphGap + 3)
}

// cells is the table's text cleaned, all rows equally long; header is nil when
// no column has one.
func (t Table) cells() (header []string, rows [][]string) {
	columns := len(t.Header)
	for _, row := range t.Rows {
		columns = max(columns, len(row))
	}
	if columns == 0 {
		return nil, nil
	}
	filled := func(cells []string) []string {
		out := make([]string, columns)
		for i, c := range cells {
			out[i] = clean(c)
		}
		return out
	}
	if len(t.Header) > 0 {
		header = filled(t.Header)
	}
	for _, row := range t.Rows {
		rows = append(rows, filled(row))
	}
	return header, rows
}

const captionGap = 2.0

// caption sets the table's name, on the same page as its heading and first row. Who has approved stands together, when one page holds it.
func (t *tableLayout) caption(text string, header []string, rows [][]string) {
	text = cleanLine(text)
	lines := t.wrap([]run{{text, style{bold: true}}}, bodyText.units(textWidth))
	height := float64(len(lines))*bodyText.leading + captionGap
	if header != nil {
		height += t.height(t.bodyCells(&elem{}, header))
	}
	const page = pageHeight - marginTop - marginBottom
	first := height + t.height(t.bodyCells(&elem{}, rows[0]))
	whole := height
	for _, row := range rows {
		if whole += t.height(t.bodyCells(&elem{}, row)); whole >= page || !t.style.signed {
			break
		}
	}
	switch {
	case t.style.signed && whole < page:
		t.need(whole)
	case first < page:
		t.need(first)
	}
	if len(lines) > 0 {
		t.flow(t.elem.add("Caption", ""), lines, marginLeft, bodyText)
		t.gap(captionGap)
	}
}

func (t *tableLayout) setHeader(texts []string) {
	tr := t.elem.add("THead", "").add("TR", "")
	var cells []cell
	for i, text := range texts {
		cells = append(cells, t.cell(tr.add("TH", columnHeader), text, i, true))
	}
	t.headRow(cells)
	if t.height(cells) > (pageHeight-marginTop-marginBottom)/4 {
		return
	}
	t.header = make([]cell, len(cells))
	for i, c := range cells {
		t.header[i] = cell{lines: c.lines}
	}
}

func (t *tableLayout) bodyCells(tr *elem, texts []string) (cells []cell) {
	for i, text := range texts {
		if i == 0 && t.rowHeader {
			cells = append(cells, t.cell(tr.add("TH", rowHeader), text, i, true))
			continue
		}
		cells = append(cells, t.cell(tr.add("TD", ""), text, i, false))
	}
	return cells
}

func (t *tableLayout) cell(e *elem, text string, column int, bold bool) cell {
	room := t.style.units(t.widths[column] - 2*cellPadding)
	return cell{e, t.wrap([]run{{text, style{bold: bold}}}, room)}
}
