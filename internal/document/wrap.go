package document

import (
	"strings"
	"unicode"
)

// style is how a stretch of text looks and whether it is a link.
type style struct {
	bold bool
	link *hyperlink
}

type run struct {
	text  string
	style style
}

// piece is text in one style on one line.
type piece struct {
	text  string
	style style
}

type line []piece

// token is text that is not broken over lines unless it is wider than a line.
type token struct {
	pieces  []piece
	width   int    // thousandths of an em
	space   *style // the space before it, if any
	newline bool   // begins a new line
}

// wrap breaks the runs into lines no wider than max thousandths of an em. Where a
// line ends between two words it keeps the space, unseen at its end, so that the
// words stay apart when the text is read out.
func (l *layout) wrap(runs []run, max int) (lines []line) {
	var current line
	used := 0
	add := func(p piece) {
		if n := len(current); n > 0 && current[n-1].style == p.style {
			current[n-1].text += p.text
			return
		}
		current = append(current, p)
	}
	end := func(space *style) {
		if space != nil {
			add(piece{" ", *space})
		}
		lines, current, used = append(lines, current), nil, 0
	}
	for _, t := range l.tokens(runs) {
		blank := 0
		if t.space != nil && used > 0 {
			blank = l.face(*t.space).letter(' ').width
		}
		switch {
		case used == 0:
		case t.newline || used+blank+t.width > max:
			end(t.space)
		case t.space != nil:
			add(piece{" ", *t.space})
			used += blank
		}
		for _, p := range t.pieces {
			for p.text != "" {
				fits, width := l.prefix(p, max-used, used == 0)
				if fits == "" {
					end(nil)
					continue
				}
				add(piece{fits, p.style})
				p.text, used = p.text[len(fits):], used+width
			}
		}
	}
	if len(current) > 0 {
		lines = append(lines, current)
	}
	return lines
}

// prefix is as much of the piece as the width holds; at least one letter when
// the line is empty.
func (l *layout) prefix(p piece, room int, empty bool) (string, int) {
	face, width := l.face(p.style), 0
	for i, r := range p.text {
		w := face.letter(r).width
		if width+w > room && (i > 0 || !empty) {
			return p.text[:i], width
		}
		width += w
	}
	return p.text, width
}

// tokens splits runs at spaces, at newlines and inside words after hyphens and
// slashes that stand before a letter. A single letter is not left before the
// break: e-tjänst stays whole.
func (l *layout) tokens(runs []run) (out []token) {
	var t token
	var text strings.Builder
	var last rune
	var at style
	letters := 0 // in the token
	piecewise := func() {
		if text.Len() > 0 {
			t.pieces = append(t.pieces, piece{text.String(), at})
			text.Reset()
		}
	}
	flush := func() {
		piecewise()
		if len(t.pieces) > 0 {
			out, t, letters = append(out, t), token{}, 0
		}
	}
	for _, run := range runs {
		piecewise()
		at = run.style
		for _, r := range run.text {
			switch {
			case r == '\n':
				flush()
				t.newline, t.space = true, &style{at.bold, nil}
			case r == ' ':
				flush()
				if t.space == nil {
					t.space = &style{at.bold, at.link}
				}
			default:
				if (last == '-' || last == '/') && letters > 2 && unicode.IsLetter(r) {
					flush()
				}
				text.WriteRune(r)
				t.width += l.face(at).letter(r).width
				letters++
			}
			last = r
		}
	}
	flush()
	return out
}

func (l *layout) face(s style) *face {
	if s.bold {
		return l.bold
	}
	return l.regular
}

// lineWidth is the width of a line in thousandths of an em.
func (l *layout) lineWidth(ln line) (w int) {
	for _, p := range ln {
		w += l.face(p.style).width(p.text)
	}
	return w
}
