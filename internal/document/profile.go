package document

import (
	"bytes"
	"encoding/binary"
	"math"
	"unicode/utf16"
)

// sRGB is a colour profile (ICC.1:2010, version 4) that says what the document's
// greys look like, as PDF/A demands. It is made here from the numbers of
// IEC 61966-2-1, so no foreign file is embedded.
func sRGB() []byte {
	gamma := parametricCurve(2.4, 1/1.055, 0.055/1.055, 1/12.92, 0.04045)
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", localized("sRGB")},
		{"cprt", localized("No copyright, use freely")},
		{"wtpt", xyz(0.9642, 1, 0.8249)},
		{"chad", fixedArray(1.0478112, 0.0228866, -0.0501270, 0.0295424, 0.9904844, -0.0170491, -0.0092345, 0.0150436, 0.7521316)},
		{"rXYZ", xyz(0.4360747, 0.2225045, 0.0139322)},
		{"gXYZ", xyz(0.3850649, 0.7168786, 0.0971045)},
		{"bXYZ", xyz(0.1430804, 0.0606169, 0.7141733)},
		{"rTRC", gamma}, {"gTRC", gamma}, {"bTRC", gamma},
	}
	var index, data bytes.Buffer
	start := 128 + 4 + 12*len(tags)
	be(&index, uint32(len(tags)))
	for _, t := range tags {
		index.WriteString(t.name)
		be(&index, uint32(start+data.Len()), uint32(len(t.data)))
		data.Write(t.data)
		for data.Len()%4 != 0 {
			data.WriteByte(0)
		}
	}
	out := profileHeader(start + data.Len())
	return append(append(out, index.Bytes()...), data.Bytes()...)
}

func profileHeader(size int) []byte {
	var b bytes.Buffer
	be(&b, uint32(size), uint32(0), uint32(0x04200000))
	b.WriteString("mntrRGB XYZ ")
	be(&b, uint16(2026), uint16(1), uint16(1), uint16(0), uint16(0), uint16(0))
	b.WriteString("acsp")
	b.Write(make([]byte, 28)) // platform, flags, device, attributes, rendering intent: none or perceptual
	for _, v := range []float64{0.9642, 1, 0.8249} {
		be(&b, fixed16(v)) // the light that the profile is stated for: D50
	}
	b.Write(make([]byte, 128-b.Len()))
	return b.Bytes()
}

func parametricCurve(parameters ...float64) []byte {
	var b bytes.Buffer
	b.WriteString("para")
	be(&b, uint32(0), uint16(3), uint16(0))
	for _, p := range parameters {
		be(&b, fixed16(p))
	}
	return b.Bytes()
}

func xyz(x, y, z float64) []byte {
	b := fixedArray(x, y, z)
	copy(b, "XYZ ")
	return b
}

func fixedArray(values ...float64) []byte {
	var b bytes.Buffer
	b.WriteString("sf32")
	be(&b, uint32(0))
	for _, v := range values {
		be(&b, fixed16(v))
	}
	return b.Bytes()
}

func localized(text string) []byte {
	var b bytes.Buffer
	letters := utf16.Encode([]rune(text))
	b.WriteString("mluc")
	be(&b, uint32(0), uint32(1), uint32(12))
	b.WriteString("enUS")
	be(&b, uint32(2*len(letters)), uint32(28), letters)
	return b.Bytes()
}

// fixed16 is a number with sixteen binary decimals.
func fixed16(v float64) int32 { return int32(math.Round(v * 65536)) }

func be(b *bytes.Buffer, values ...any) {
	for _, v := range values {
		binary.Write(b, binary.BigEndian, v) // a bytes.Buffer takes all
	}
}
