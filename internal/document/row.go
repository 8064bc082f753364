package document

// height is what a row takes when it is kept whole.
func (t *tableLayout) height(cells []cell) float64 {
	return float64(lineCount(cells))*t.style.leading + 2*t.style.padding
}

// lineCount is the number of lines in the row's longest cell, at least one.
func lineCount(cells []cell) int {
	n := 1
	for _, c := range cells {
		n = max(n, len(c.lines))
	}
	return n
}

// row sets a row whole, on the next page if need be. A row that no page can hold
// goes on over pages.
func (t *tableLayout) row(cells []cell) {
	total := lineCount(cells)
	if t.room() < t.height(cells) && (t.height(cells) <= t.fullRoom() || t.room() < 4*t.style.leading) {
		t.nextPage()
	}
	for from := 0; from < total; {
		n := max(1, int((t.room()-2*t.style.padding)/t.style.leading))
		to := min(total, from+n)
		t.slice(cells, from, to)
		if from = to; from < total {
			t.nextPage()
		}
	}
	if t.style.signed {
		t.signingLine(cells)
	}
}

// fullRoom is the height for rows on a page of its own.
func (t *tableLayout) fullRoom() float64 {
	room := pageHeight - marginTop - marginBottom
	if t.header != nil {
		room -= t.height(t.header)
	}
	return room
}

// nextPage begins a page with the table's heading.
func (t *tableLayout) nextPage() {
	if t.fresh() {
		return
	}
	t.newPage()
	if t.header != nil {
		t.headRow(t.header)
	}
}

// slice sets some of the row's lines, cell by cell, and a rule under them.
func (t *tableLayout) slice(cells []cell, from, to int) {
	top, x := t.y, t.left
	for i, c := range cells {
		t.y = top - t.style.padding
		for _, ln := range c.lines[min(from, len(c.lines)):min(to, len(c.lines))] {
			t.set(c.elem, ln, x+cellPadding, t.style.textStyle)
		}
		x += t.widths[i]
	}
	t.y = top - float64(to-from)*t.style.leading - 2*t.style.padding
	if t.style.ruled {
		t.page.rule(marginLeft, pageWidth-marginRight, t.y, 0.4, grey(0.7))
	}
}

// headRow sets the heading on a grey ground. When it comes again it is an
// artifact, so that it is read once.
func (t *tableLayout) headRow(cells []cell) {
	if cells[0].elem != nil {
		if t.height(cells) <= t.room() {
			t.ground(t.height(cells))
		}
		t.row(cells)
		return
	}
	t.ground(t.height(cells))
	t.page.artifact("/Type/Pagination", func() {
		top, x := t.y, t.left
		for i, c := range cells {
			t.y = top - t.style.padding
			for _, ln := range c.lines {
				t.set(nil, ln, x+cellPadding, t.style.textStyle)
			}
			x += t.widths[i]
		}
		t.y = top - t.height(cells)
	})
	t.page.rule(marginLeft, pageWidth-marginRight, t.y, 0.4, grey(0.7))
}

func (t *tableLayout) ground(height float64) {
	t.page.fill(marginLeft, t.y-height, textWidth, height, grey(0.93))
	t.page.rule(marginLeft, pageWidth-marginRight, t.y, 0.8, grey(0.3))
}

// signingLine draws a line to write on over the last two columns.
func (t *tableLayout) signingLine(cells []cell) {
	last := len(cells) - 1
	if cells[0].elem == nil || cells[0].elem.attributes != rowHeader || len(cells[last].lines)+len(cells[last-1].lines) > 0 {
		return
	}
	from := pageWidth - marginRight - t.widths[last] - t.widths[last-1] + cellPadding
	t.page.rule(from, pageWidth-marginRight-cellPadding, t.y+7, 0.6, grey(0.2))
}
