package document

import (
	"fmt"
	"math"
)

// Colour is a colour of sRGB; the zero value is black.
type Colour struct{ R, G, B uint8 }

// leastContrast is what text needs against white (WCAG 2.2, 1.4.3).
const leastContrast = 4.5

// legible is the colour when text in it can be read on white, otherwise black.
func (c Colour) legible() Colour {
	if 1.05/(c.luminance()+0.05) < leastContrast {
		return Colour{}
	}
	return c
}

func (c Colour) luminance() float64 {
	part := func(v uint8) float64 {
		if s := float64(v) / 255; s > 0.04045 {
			return math.Pow((s+0.055)/1.055, 2.4)
		}
		return float64(v) / 255 / 12.92
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}

// grey is from 0, black, to 1, white.
func grey(light float64) Colour {
	v := uint8(math.Round(255 * light))
	return Colour{v, v, v}
}

// fill and stroke are the operators that choose the colour for areas and for lines.
func (c Colour) fill() string {
	return c.operands() + map[bool]string{true: "g", false: "rg"}[c.isGrey()]
}
func (c Colour) stroke() string {
	return c.operands() + map[bool]string{true: "G", false: "RG"}[c.isGrey()]
}

func (c Colour) isGrey() bool { return c.R == c.G && c.G == c.B }

func (c Colour) operands() string {
	if c.isGrey() {
		return fmt.Sprintf("%.3g ", float64(c.R)/255)
	}
	return fmt.Sprintf("%.3g %.3g %.3g ", float64(c.R)/255, float64(c.G)/255, float64(c.B)/255)
}
