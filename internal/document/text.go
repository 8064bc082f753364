package document

import (
	"fmt"
	"strings"
)

// headingStyles are by level, with the space before and after.
var headingStyles = [4]struct {
	textStyle
	before, after float64
}{
	1: {textStyle{size: 19, leading: 25}, 0, 8},
	2: {textStyle{size: 13, leading: 18}, 17, 4},
	3: {textStyle{size: 10.5, leading: 15}, 12, 2},
}

func (l *layout) heading(h Heading) {
	text := cleanLine(h.Text)
	if text == "" {
		return
	}
	l.level = min(max(h.Level, 1), 3, l.level+1)
	s := headingStyles[l.level]
	if l.level == 1 {
		s.ink = l.accent
	}
	lines := l.wrap([]run{{text, style{bold: true}}}, s.units(textWidth))
	l.gap(s.before)
	l.need(float64(len(lines))*s.leading + s.after + 4*bodyText.leading)
	l.bookmarks = append(l.bookmarks, bookmark{text: text, level: l.level, page: l.page, top: l.y})
	l.flow(l.root.add(fmt.Sprintf("H%d", l.level), ""), lines, marginLeft, s.textStyle)
	l.gap(s.after)
}

// paragraphGap is the space after a paragraph, list or table.
const paragraphGap = 7.0

func (l *layout) paragraph(p Paragraph) {
	for _, runs := range p.paragraphs() {
		lines := l.wrap(runs, bodyText.units(textWidth))
		if len(lines) == 0 {
			continue
		}
		l.flow(l.root.add("P", ""), lines, marginLeft, bodyText)
		l.gap(paragraphGap)
	}
}

// paragraphs cleans the runs and splits them where an empty line stands.
func (p Paragraph) paragraphs() [][]run {
	runs := p.Runs
	if len(runs) == 0 {
		runs = []Run{{Text: p.Text}}
	}
	out := [][]run{nil}
	for _, r := range runs {
		at := style{bold: r.Bold}
		if a := address(r.Link); a != "" && strings.TrimSpace(r.Text) != "" {
			at.link = &hyperlink{address: a}
		}
		for i, part := range splitParagraphs(clean(r.Text)) {
			if i > 0 {
				out = append(out, nil)
				if at.link != nil {
					at.link = &hyperlink{address: at.link.address}
				}
			}
			out[len(out)-1] = append(out[len(out)-1], run{part, at})
		}
	}
	return out
}

// splitParagraphs splits at lines that hold nothing but spaces.
func splitParagraphs(s string) []string {
	out := []string{""}
	for i, ln := range strings.Split(s, "\n") {
		switch last := &out[len(out)-1]; {
		case i == 0:
			*last = ln
		case strings.TrimSpace(ln) == "" && strings.TrimSpace(*last) != "":
			out = append(out, "")
		default:
			*last += "\n" + ln
		}
	}
	return out
}

// listIndent is the room for a bullet; numbers get more when they need it.
const listIndent = 20.0

func (l *layout) list(items List) {
	attributes := bulletList
	if items.Numbered {
		attributes = numberedList
	}
	indent := listIndent
	if items.Numbered {
		last := fmt.Sprintf("%d.", len(items.Items))
		indent = max(indent, bodyText.points(l.regular.width(last))+10)
	}
	var list *elem
	number := 0
	for _, item := range items.Items {
		lines := l.wrap([]run{{clean(item), style{}}}, bodyText.units(textWidth-indent))
		if len(lines) == 0 {
			continue
		}
		if list == nil {
			list = l.root.add("L", attributes)
		}
		number++
		label := "•"
		if items.Numbered {
			label = fmt.Sprintf("%d.", number)
		}
		l.listItem(list.add("LI", ""), label, lines, indent)
	}
	if list != nil {
		l.gap(paragraphGap)
	}
}

func (l *layout) listItem(item *elem, label string, lines []line, indent float64) {
	l.need(float64(min(len(lines), 3)) * bodyText.leading)
	top := l.y
	l.set(item.add("Lbl", ""), line{{label, style{}}}, marginLeft+4, bodyText)
	l.y = top
	l.flow(item.add("LBody", ""), lines, marginLeft+indent, bodyText)
	l.gap(2)
}
