package document

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
)

// placedLogo is a logo as pages show it: on white, in the margin. A nil one shows nothing.
type placedLogo struct {
	pixels        *image.RGBA
	width, height float64 // on the page
}

const (
	logoName   = "Im1"
	logoHeight = 30.0
	logoWidth  = 150.0
	logoGap    = 10.0
)

func placeLogo(picture image.Image) *placedLogo {
	if picture == nil || picture.Bounds().Empty() {
		return nil
	}
	b := picture.Bounds()
	white := image.NewRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Draw(white, white.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(white, white.Bounds(), picture, b.Min, draw.Over)
	scale := min(logoWidth/float64(b.Dx()), logoHeight/float64(b.Dy()))
	return &placedLogo{white, scale * float64(b.Dx()), scale * float64(b.Dy())}
}

// room is the width that the logo takes from the text beside it.
func (p *placedLogo) room() float64 {
	if p == nil {
		return 0
	}
	return p.width + logoGap
}

// draw shows the logo on the page, within the artifact being drawn, and returns its room.
func (p *placedLogo) draw(on *page) float64 {
	if p == nil {
		return 0
	}
	foot := pageHeight - 53.5 - p.height/2
	fmt.Fprintf(&on.content, "q %.2f 0 0 %.2f %.2f %.2f cm /%s Do Q\n", p.width, p.height, marginLeft, foot, logoName)
	return p.room()
}

// resource adds the picture to the file, without transparency, and returns its entry among the pages' resources.
func (p *placedLogo) resource(o *objects) string {
	if p == nil {
		return ""
	}
	size := p.pixels.Bounds().Size()
	data := make([]byte, 0, 3*size.X*size.Y)
	for i := 0; i < len(p.pixels.Pix); i += 4 {
		data = append(data, p.pixels.Pix[i:i+3]...)
	}
	picture := o.packed(fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8", size.X, size.Y), data)
	return fmt.Sprintf("/XObject<</%s %v>>", logoName, picture)
}
