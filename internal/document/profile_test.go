package document

import (
	"encoding/binary"
	"testing"
)

func TestColourProfile(t *testing.T) {
	t.Parallel()
	p := sRGB()
	if got, want := int(binary.BigEndian.Uint32(p)), len(p); got != want {
		t.Errorf("stated size: got %d, want %d", got, want)
	}
	if got, want := string(p[12:24]), "mntrRGB XYZ "; got != want {
		t.Errorf("class and spaces: got %q, want %q", got, want)
	}
	tags := map[string][]byte{}
	for i := range int(binary.BigEndian.Uint32(p[128:])) {
		entry := p[132+12*i:]
		offset, size := binary.BigEndian.Uint32(entry[4:]), binary.BigEndian.Uint32(entry[8:])
		tags[string(entry[:4])] = p[offset : offset+size]
	}
	// The three primaries add up to the white they are stated for (D50).
	for i, white := range []float64{0.9642, 1, 0.8249} {
		total := 0.0
		for _, name := range []string{"rXYZ", "gXYZ", "bXYZ"} {
			total += float64(int32(binary.BigEndian.Uint32(tags[name][8+4*i:]))) / 65536
		}
		if total < white-0.001 || total > white+0.001 {
			t.Errorf("coordinate %d of white: got %.4f, want %.4f", i, total, white)
		}
	}
}
