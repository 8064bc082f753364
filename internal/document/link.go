package document

// hyperlink is a link in a paragraph; it may go over several lines.
type hyperlink struct {
	address string
	elem    *elem
}

// placedLink is the part of a link that stands on one line.
type placedLink struct {
	elem           *elem
	ref            ref
	address, text  string
	x1, y1, x2, y2 float64
}

// elemIn is the link's element, made under its paragraph at first use so that it
// comes in reading order.
func (h *hyperlink) elemIn(paragraph *elem) *elem {
	if h.elem == nil {
		h.elem = paragraph.add("Link", "")
	}
	return h.elem
}

func (l *layout) placeLink(e *elem, address, text string, x, y, width float64, s textStyle) {
	r := l.objects.reserve()
	e.kids = append(e.kids, linked{r})
	l.page.annotations = append(l.page.annotations, r)
	l.links = append(l.links, placedLink{e, r, address, text, x, y - s.size*0.25, x + width, y + s.size*0.8})
}

// writeLinks adds the active areas. Each has words for those who do not see it
// (ISO 14289-1, 7.18.5).
func (l *layout) writeLinks() {
	for i, k := range l.links {
		l.objects.set(k.ref, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%.2f %.2f %.2f %.2f]/Contents %s"+
			"/StructParent %d/A<</S/URI/URI%s>>>>",
			k.x1, k.y1, k.x2, k.y2, textString(k.text), len(l.pages)+i, byteString(k.address))
	}
}
