package truetype

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// Flags of one component in a composite glyph (OpenType specification, glyf table).
const (
	wordArguments  = 0x0001
	oneScale       = 0x0008
	moreComponents = 0x0020
	twoScales      = 0x0040
	twoByTwo       = 0x0080
)

// Subset returns a font file where glyph number i is a copy of glyphs[i]. The
// same glyph may be asked for several times. Parts that composite glyphs are
// built of follow after. The file has no cmap: it is meant for embedding in PDF
// where the numbers are known.
func (f *Font) Subset(glyphs []uint16) []byte {
	s := subset{font: f, source: slices.Clone(glyphs), parts: map[uint16]uint16{}}
	var glyf, loca, hmtx bytes.Buffer
	for i := 0; i < len(s.source); i++ { // s.source grows as parts are found
		put32(&loca, uint32(glyf.Len()))
		glyf.Write(s.renumber(f.outline(s.source[i])))
		for glyf.Len()%4 != 0 {
			glyf.WriteByte(0)
		}
		hmtx.Write(f.horizontal(s.source[i]))
	}
	put32(&loca, uint32(glyf.Len()))

	head := slices.Clone(f.tables["head"])
	binary.BigEndian.PutUint32(head[8:], 0)  // checksum of the file, set by assemble
	binary.BigEndian.PutUint16(head[50:], 1) // long loca
	hhea := slices.Clone(f.tables["hhea"])
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(s.source)))
	maxp := slices.Clone(f.tables["maxp"])
	binary.BigEndian.PutUint16(maxp[4:], uint16(len(s.source)))
	return assemble([]table{
		{"glyf", glyf.Bytes()}, {"head", head}, {"hhea", hhea},
		{"hmtx", hmtx.Bytes()}, {"loca", loca.Bytes()}, {"maxp", maxp},
	})
}

type subset struct {
	font   *Font
	source []uint16          // new number → number in the full font
	parts  map[uint16]uint16 // number in the full font → new number
}

// renumber points the parts of a composite outline to their new numbers.
func (s *subset) renumber(outline []byte) []byte {
	if len(outline) < 10 || signed(outline) >= 0 {
		return outline
	}
	outline = slices.Clone(outline)
	for at := 10; at+4 <= len(outline); {
		flags := binary.BigEndian.Uint16(outline[at:])
		old := binary.BigEndian.Uint16(outline[at+2:])
		number, ok := s.parts[old]
		if !ok {
			number = uint16(len(s.source))
			s.parts[old] = number
			s.source = append(s.source, old)
		}
		binary.BigEndian.PutUint16(outline[at+2:], number)
		if flags&moreComponents == 0 {
			break
		}
		at += componentSize(flags)
	}
	return outline
}

func componentSize(flags uint16) int {
	size := 6
	if flags&wordArguments != 0 {
		size += 2
	}
	switch {
	case flags&oneScale != 0:
		size += 2
	case flags&twoScales != 0:
		size += 4
	case flags&twoByTwo != 0:
		size += 8
	}
	return size
}

// outline is a glyph's bytes in the glyf table; empty for a space.
func (f *Font) outline(glyph uint16) []byte {
	if int(glyph) >= f.glyphs {
		return nil
	}
	loca, glyf := f.tables["loca"], f.tables["glyf"]
	var from, to uint32
	if f.longLoca {
		from, to = binary.BigEndian.Uint32(loca[4*int(glyph):]), binary.BigEndian.Uint32(loca[4*int(glyph)+4:])
	} else {
		from, to = 2*uint32(binary.BigEndian.Uint16(loca[2*int(glyph):])), 2*uint32(binary.BigEndian.Uint16(loca[2*int(glyph)+2:]))
	}
	if from > to || int(to) > len(glyf) {
		return nil
	}
	return glyf[from:to]
}

// horizontal is a glyph's advance and left side bearing as stored in hmtx.
func (f *Font) horizontal(glyph uint16) []byte {
	hmtx := f.tables["hmtx"]
	full := int(binary.BigEndian.Uint16(f.tables["hhea"][34:]))
	if int(glyph) < full {
		return hmtx[4*int(glyph) : 4*int(glyph)+4]
	}
	bearing := 4*full + 2*(int(glyph)-full)
	if bearing+2 > len(hmtx) {
		return make([]byte, 4)
	}
	return append(slices.Clone(hmtx[4*full-4:4*full-2]), hmtx[bearing:bearing+2]...)
}
