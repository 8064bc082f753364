package document

// layout sets a document on pages. Lengths are in points; y is measured from the
// foot of the page.
type layout struct {
	objects       *objects
	regular, bold *face
	words         words
	pages         []*page
	page          *page   // the last one
	y             float64 // where the next line has its top
	root          *elem
	links         []placedLink
	bookmarks     []bookmark
	level         int // of the latest heading
	accent        Colour
	logo          *placedLogo
}

// textStyle is size and line height of running text.
type textStyle struct {
	size, leading float64
	ink           Colour
}

var (
	bodyText  = textStyle{size: 10.5, leading: 15.5}
	tableText = textStyle{size: 9.5, leading: 13.5}
)

func newLayout(w words) *layout {
	t := typefaces()
	l := &layout{
		objects: &objects{}, words: w, root: &elem{tag: "Document"},
		regular: newFace(t.regular, "F1", 80), bold: newFace(t.bold, "F2", 140),
	}
	l.newPage()
	return l
}

func (l *layout) newPage() {
	if l.page != nil {
		l.page.close()
	}
	l.page = &page{ref: l.objects.reserve()}
	l.pages = append(l.pages, l.page)
	l.y = pageHeight - marginTop
}

// room is the height left on the page.
func (l *layout) room() float64 { return l.y - marginBottom }

// fresh tells whether nothing has been set on the page yet.
func (l *layout) fresh() bool { return l.y >= pageHeight-marginTop }

// need begins a new page unless the height is left on this one.
func (l *layout) need(height float64) {
	if l.room() < height && !l.fresh() {
		l.newPage()
	}
}

// gap leaves space, but not at the top of a page.
func (l *layout) gap(height float64) {
	if !l.fresh() {
		l.y -= height
	}
}

// units is a width in thousandths of an em at the style's size.
func (s textStyle) units(width float64) int { return int(width * 1000 / s.size) }

// points is the opposite of units.
func (s textStyle) points(units int) float64 { return float64(units) * s.size / 1000 }

// baseline is how far under the top of a line its letters stand.
func (s textStyle) baseline() float64 { return s.leading/2 + s.size*0.36 }

// flow sets lines under each other from x, over pages when needed. It leaves
// no single first or last line of a longer paragraph alone on a page.
func (l *layout) flow(e *elem, lines []line, x float64, s textStyle) {
	for len(lines) > 0 {
		n := l.fitting(len(lines), s)
		for _, ln := range lines[:n] {
			l.set(e, ln, x, s)
		}
		lines = lines[n:]
		if len(lines) > 0 {
			l.newPage()
		}
	}
}

// fitting is how many of the lines to set on this page.
func (l *layout) fitting(lines int, s textStyle) int {
	n := min(lines, max(0, int(l.room()/s.leading)))
	if lines-n == 1 && n > 2 {
		n-- // two lines rather than one go over
	}
	if n == 1 && lines > 1 {
		n = 0
	}
	if n == 0 && l.fresh() {
		return 1
	}
	return n
}

// set writes one line for the element and moves down. Without an element the
// line belongs to the artifact being drawn.
func (l *layout) set(e *elem, ln line, x float64, s textStyle) {
	y := l.y - s.baseline()
	for _, p := range ln {
		width := s.points(l.face(p.style).width(p.text))
		switch {
		case e == nil:
		case p.style.link != nil:
			target := p.style.link.elemIn(e)
			l.page.mark(target)
			l.placeLink(target, p.style.link.address, p.text, x, y, width, s)
		default:
			l.page.mark(e)
		}
		l.page.text(l.face(p.style), s.size, x, y, s.ink, p.text)
		if p.style.link != nil {
			l.page.rule(x, x+width, y-1.6, 0.5, s.ink)
		}
		x += width
	}
	l.y -= s.leading
}
