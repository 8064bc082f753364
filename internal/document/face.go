package document

import (
	"fmt"
	"strings"
	"sync"

	"samverka/internal/document/fonts"
	"samverka/internal/document/truetype"
)

// fallback is what is shown for a letter that the typeface lacks.
const fallback = '\ufffd'

// typefaces parses the embedded fonts once; they are part of the program, so an
// error here is one that every test would meet.
var typefaces = sync.OnceValue(func() (t struct{ regular, bold *truetype.Font }) {
	t.regular, t.bold = mustParse(fonts.Regular), mustParse(fonts.Bold)
	return t
})

func mustParse(data []byte) *truetype.Font {
	f, err := truetype.Parse(data)
	if err != nil {
		panic(err)
	}
	return f
}

// face is a typeface as one document uses it. Each letter gets a number of its
// own in the order of first use, so that equal glyphs (fallback, the two spaces)
// still give back the right letter when text is read out of the file.
type face struct {
	font    *truetype.Font
	name    string // in page resources
	stem    int
	numbers map[rune]letter
	glyphs  []uint16 // by number; 0 is "no such glyph"
	runes   []rune   // by number
}

type letter struct {
	number uint16
	width  int // thousandths of an em
}

func newFace(f *truetype.Font, name string, stem int) *face {
	return &face{font: f, name: name, stem: stem, numbers: map[rune]letter{}, glyphs: []uint16{0}, runes: []rune{0}}
}

func (f *face) letter(r rune) letter {
	l, ok := f.numbers[r]
	if ok {
		return l
	}
	if len(f.runes) > 0xfff0 && r != fallback { // more different letters than a font file can number
		return f.letter(fallback)
	}
	glyph, ok := f.font.Glyph(r)
	if !ok {
		glyph, _ = f.font.Glyph(fallback)
	}
	l = letter{number: uint16(len(f.runes)), width: f.font.Advance(glyph)}
	f.numbers[r] = l
	f.glyphs, f.runes = append(f.glyphs, glyph), append(f.runes, r)
	return l
}

// width is the text's width in thousandths of an em.
func (f *face) width(s string) (w int) {
	for _, r := range s {
		w += f.letter(r).width
	}
	return w
}

// shown is the text as a string for the Tj operator.
func (f *face) shown(s string) string {
	var b strings.Builder
	b.WriteByte('<')
	for _, r := range s {
		fmt.Fprintf(&b, "%04X", f.letter(r).number)
	}
	b.WriteByte('>')
	return b.String()
}
