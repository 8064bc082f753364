package document

// marginText is the small text above and below the page's own.
var marginText = textStyle{size: 8.5, leading: 11.5, ink: grey(0.25)}

// margins sets the organisation, the document's title and the page number at the
// top of every page and the footer at its foot. They are outside the reading
// order (ISO 14289-1, 7.8).
func (l *layout) margins(d Doc) {
	footer := l.wrap([]run{{d.Footer, style{}}}, marginText.units(textWidth))
	if len(footer) > 2 {
		footer = footer[:2]
	}
	for i, p := range l.pages {
		l.page = p
		p.close()
		number := l.words.pageOf(i+1, len(l.pages))
		right := marginText.points(l.regular.width(number))
		room := marginText.units(textWidth - right - 20 - l.logo.room())
		p.artifact("/Type/Pagination/Subtype/Header/Attached[/Top]", func() {
			from := marginLeft + l.logo.draw(p)
			l.y = pageHeight - 42
			l.set(nil, line{{number, style{}}}, pageWidth-marginRight-right, marginText)
			l.y = pageHeight - 42
			l.set(nil, line{{l.shortened(d.Author, true, room), style{bold: true}}}, from, marginText)
			if i > 0 {
				l.set(nil, line{{l.shortened(d.Title, false, room), style{}}}, from, marginText)
			}
		})
		p.rule(marginLeft, pageWidth-marginRight, pageHeight-marginTop+22, 1.2, l.accent)
		if len(footer) == 0 {
			continue
		}
		p.rule(marginLeft, pageWidth-marginRight, marginBottom-24, 0.5, grey(0.6))
		p.artifact("/Type/Pagination/Subtype/Footer/Attached[/Bottom]", func() {
			l.y = marginBottom - 29
			for _, ln := range footer {
				l.set(nil, ln, marginLeft, marginText)
			}
		})
	}
}

// shortened is the text, cut with … when it is wider than the room.
func (l *layout) shortened(s string, bold bool, room int) string {
	p := piece{s, style{bold: bold}}
	if fits, _ := l.prefix(p, room, false); fits == s {
		return s
	}
	fits, _ := l.prefix(p, room-l.face(p.style).width("…"), false)
	return fits + "…"
}
