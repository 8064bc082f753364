// Package truetype reads a TrueType font and makes small copies of it that hold
// only the letters a document uses.
package truetype

import (
	"encoding/binary"
	"errors"
	"fmt"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Font is a parsed font. It never changes and may be used by many at once.
type Font struct {
	outlines *sfnt.Font
	tables   map[string][]byte
	longLoca bool
	glyphs   int
}

// Metrics are measures for a whole font, in thousandths of an em.
type Metrics struct {
	XMin, YMin, XMax, YMax     int
	Ascent, Descent, CapHeight int
}

var errTruncated = errors.New("truetype: font is cut short")

// Parse reads a font with TrueType outlines and 1000 units per em.
// Any other font is refused.
func Parse(data []byte) (*Font, error) {
	outlines, err := sfnt.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("truetype: %w", err)
	}
	if outlines.UnitsPerEm() != 1000 {
		return nil, fmt.Errorf("truetype: %d units per em, want 1000", outlines.UnitsPerEm())
	}
	tables, err := readTables(data)
	if err != nil {
		return nil, err
	}
	f := &Font{outlines: outlines, tables: tables, glyphs: outlines.NumGlyphs()}
	f.longLoca = binary.BigEndian.Uint16(f.tables["head"][50:]) == 1
	return f, nil
}

// readTables splits a font file into its tables. The ones that subsets are made
// of must be there.
func readTables(data []byte) (map[string][]byte, error) {
	if len(data) < 12 {
		return nil, errTruncated
	}
	tables := map[string][]byte{}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		if len(data) < 28+16*i {
			return nil, errTruncated
		}
		entry := data[12+16*i : 28+16*i]
		offset, length := binary.BigEndian.Uint32(entry[8:]), binary.BigEndian.Uint32(entry[12:])
		if uint64(offset)+uint64(length) > uint64(len(data)) {
			return nil, errTruncated
		}
		tables[string(entry[:4])] = data[offset : offset+length]
	}
	for _, name := range []string{"glyf", "head", "hhea", "hmtx", "loca", "maxp"} {
		if tables[name] == nil {
			return nil, fmt.Errorf("truetype: table %q is missing", name)
		}
	}
	return tables, nil
}

// Glyph finds the glyph for a letter; ok is false when the font has none.
func (f *Font) Glyph(r rune) (glyph uint16, ok bool) {
	var buf sfnt.Buffer
	g, err := f.outlines.GlyphIndex(&buf, r)
	return uint16(g), err == nil && g != 0
}

// Advance is the width of a glyph in thousandths of an em.
func (f *Font) Advance(glyph uint16) int {
	var buf sfnt.Buffer
	a, err := f.outlines.GlyphAdvance(&buf, sfnt.GlyphIndex(glyph), fixed.I(1000), font.HintingNone)
	if err != nil {
		return 0
	}
	return a.Round()
}

// Metrics tells the measures of the whole font.
func (f *Font) Metrics() Metrics {
	head, hhea := f.tables["head"], f.tables["hhea"]
	m := Metrics{
		XMin: signed(head[36:]), YMin: signed(head[38:]), XMax: signed(head[40:]), YMax: signed(head[42:]),
		Ascent: signed(hhea[4:]), Descent: signed(hhea[6:]), CapHeight: 714,
	}
	if os2 := f.tables["OS/2"]; len(os2) >= 90 {
		m.CapHeight = signed(os2[88:])
	}
	return m
}

func signed(b []byte) int { return int(int16(binary.BigEndian.Uint16(b))) }
