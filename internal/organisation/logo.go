package organisation

import (
	"bytes"
	"image"
	"image/color"
	_ "image/jpeg" // the two formats that a logo may come in
	"image/png"
	"math"

	"golang.org/x/image/draw"

	"samverka/internal/fail"
)

// Logo limits. What is kept is never larger than what a page and a paper show.
const (
	maxLogoBytes  = 500 << 10
	maxLogoSide   = 2000
	keptLogoSide  = 600
	keptLogoRise  = 160
	leastContrast = 3 // to white, for graphics (WCAG 2.2, 1.4.11)
	leastShare    = 0.01
)

// cleanLogo looks at the file, whatever it is called, and draws the picture anew: what else the file held is left behind.
// It returns PNG, nil when there is no file.
func cleanLogo(f *fail.Form, file []byte) []byte {
	if len(file) == 0 {
		return nil
	}
	if len(file) > maxLogoBytes {
		f.Add("logo", "organisation.error.logo_large", "Max", maxLogoBytes>>10)
		return nil
	}
	c, _, err := image.DecodeConfig(bytes.NewReader(file))
	if err != nil || c.Width > maxLogoSide || c.Height > maxLogoSide {
		f.Add("logo", "organisation.error.logo_format", "Max", maxLogoSide)
		return nil
	}
	picture, _, err := image.Decode(bytes.NewReader(file))
	if err != nil {
		f.Add("logo", "organisation.error.logo_format", "Max", maxLogoSide)
		return nil
	}
	kept := scaled(picture)
	if !showsOnWhite(kept) {
		f.Add("logo", "organisation.error.logo_faint")
		return nil
	}
	var out bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, kept); err != nil {
		f.Add("logo", "organisation.error.logo_format", "Max", maxLogoSide)
		return nil
	}
	return out.Bytes()
}

// scaled draws the picture no larger than what is kept.
func scaled(picture image.Image) *image.NRGBA {
	b := picture.Bounds()
	share := min(1, keptLogoSide/float64(b.Dx()), keptLogoRise/float64(b.Dy()))
	out := image.NewNRGBA(image.Rect(0, 0, max(1, int(math.Round(share*float64(b.Dx())))), max(1, int(math.Round(share*float64(b.Dy()))))))
	draw.CatmullRom.Scale(out, out.Bounds(), picture, b, draw.Src, nil)
	return out
}

// showsOnWhite reports whether enough of the picture stands out from white paper and from a light page. On a dark page it
// lies on a white plate.
func showsOnWhite(picture *image.NRGBA) bool {
	clear := 0
	b := picture.Bounds()
	for y := range b.Dy() {
		for x := range b.Dx() {
			if 1.05/(luminance(picture.NRGBAAt(x, y))+0.05) >= leastContrast {
				clear++
			}
		}
	}
	return float64(clear) >= leastShare*float64(b.Dx()*b.Dy())
}

// luminance is how light a colour is when it lies on white, from 0 to 1 (WCAG 2.2, relative luminance).
func luminance(c color.NRGBA) float64 {
	part := func(v uint8) float64 {
		on := (float64(v)*float64(c.A) + 255*(255-float64(c.A))) / 255 / 255
		if on <= 0.04045 {
			return on / 12.92
		}
		return math.Pow((on+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}
