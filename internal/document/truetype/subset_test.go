package truetype

import (
	"encoding/binary"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/document/fonts"
)

// reopen reads a subset, which has no cmap and so is no font to Parse.
func reopen(t *testing.T, data []byte) *Font {
	t.Helper()
	tables, err := readTables(data)
	if err != nil {
		t.Fatal(err)
	}
	return &Font{tables: tables, longLoca: true, glyphs: int(binary.BigEndian.Uint16(tables["maxp"][4:]))}
}

func TestSubsetKeepsOutlinesAndWidths(t *testing.T) {
	t.Parallel()
	full, err := Parse(fonts.Regular)
	if err != nil {
		t.Fatal(err)
	}
	glyphs := []uint16{0}
	for _, r := range "aÅŊ≥a fiŠÅ" {
		g, _ := full.Glyph(r)
		glyphs = append(glyphs, g)
	}
	data := full.Subset(glyphs)
	small := reopen(t, data)
	if len(data) > len(fonts.Regular)/10 {
		t.Errorf("subset of %d glyphs is %d bytes, want less than a tenth of %d", len(glyphs), len(data), len(fonts.Regular))
	}
	for i, g := range glyphs {
		if diff := cmp.Diff(full.horizontal(g), small.horizontal(uint16(i))); diff != "" {
			t.Errorf("glyph %d: width differs (-full +subset):\n%s", i, diff)
		}
		sameOutline(t, full, small, g, uint16(i))
	}
}

// sameOutline compares two glyphs; composites by their parts.
func sameOutline(t *testing.T, full, small *Font, old, number uint16) {
	t.Helper()
	want, got := full.outline(old), small.outline(number)
	if len(want) < 10 || signed(want) >= 0 {
		if diff := cmp.Diff(want, got[:len(want)]); diff != "" {
			t.Errorf("glyph %d: outline differs (-full +subset):\n%s", number, diff)
		}
		return
	}
	for at := 10; ; {
		flags := binary.BigEndian.Uint16(want[at:])
		sameOutline(t, full, small, binary.BigEndian.Uint16(want[at+2:]), binary.BigEndian.Uint16(got[at+2:]))
		if flags&moreComponents == 0 {
			return
		}
		at += componentSize(flags)
	}
}

func TestSubsetChecksum(t *testing.T) {
	t.Parallel()
	full, err := Parse(fonts.Bold)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := checksum(full.Subset([]uint16{0, 36, 37})), uint32(0xB1B0AFBA); got != want {
		t.Errorf("file checksum: got %#x, want %#x", got, want)
	}
}
