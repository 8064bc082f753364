package document

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strings"
)

// objects adds the face to the file: a composite font (ISO 32000-1, 9.7) with
// only the letters in use, and the table that gives the letters back as Unicode.
func (f *face) objects(o *objects) ref {
	name := f.subsetName()
	data := f.font.Subset(f.glyphs)
	file := o.packed(fmt.Sprintf("/Length1 %d", len(data)), data)
	unicode := o.packed("", []byte(f.toUnicode()))
	m := f.font.Metrics()
	descriptor := o.add("<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[%d %d %d %d]/ItalicAngle 0"+
		"/Ascent %d/Descent %d/CapHeight %d/StemV %d/FontFile2 %v>>",
		name, m.XMin, m.YMin, m.XMax, m.YMax, m.Ascent, m.Descent, m.CapHeight, f.stem, file)
	var widths strings.Builder
	for number, glyph := range f.glyphs {
		fmt.Fprintf(&widths, "%d", f.font.Advance(glyph))
		if number < len(f.glyphs)-1 {
			widths.WriteByte(' ')
		}
	}
	descendant := o.add("<</Type/Font/Subtype/CIDFontType2/BaseFont/%s"+
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"+
		"/FontDescriptor %v/DW 0/W[0[%s]]/CIDToGIDMap/Identity>>", name, descriptor, widths.String())
	return o.add("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%v]/ToUnicode %v>>",
		name, descendant, unicode)
}

// subsetName is the name with six letters before it that tell this selection of
// letters from others (ISO 32000-1, 9.6.4).
func (f *face) subsetName() string {
	var b []byte
	for _, glyph := range f.glyphs {
		b = binary.BigEndian.AppendUint16(b, glyph)
	}
	hash := sha256.Sum256(b)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + hash[i]%26
	}
	weight := map[bool]string{true: "Bold", false: "Regular"}[f.stem > 100]
	return string(tag) + "+NotoSans-" + weight
}

// toUnicode is the CMap from letter number to Unicode (ISO 32000-1, 9.10.3).
func (f *face) toUnicode() string {
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def\n" +
		"/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n")
	for from := 1; from < len(f.runes); from += 100 {
		to := min(from+100, len(f.runes))
		fmt.Fprintf(&b, "%d beginbfchar\n", to-from)
		for number := from; number < to; number++ {
			code := strings.Replace(textString(string(f.runes[number])), "<FEFF", "<", 1)
			fmt.Fprintf(&b, "<%04X>%s\n", number, code)
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	return b.String()
}
