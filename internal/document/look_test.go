package document

import (
	"bytes"
	"image"
	"image/color"
	"strings"
	"testing"
)

// twoPages is a document that goes over to a second page.
func twoPages() Doc {
	return Doc{Title: "Protokoll", Author: "Ekby kommun", Blocks: []Block{Paragraph{Text: strings.Repeat("Gruppen godkänner dagordningen. ", 150)}}}.prepared()
}

func TestLogoIsAnArtifactOnEveryPage(t *testing.T) {
	t.Parallel()
	m := image.NewNRGBA(image.Rect(10, 10, 50, 30))
	m.Set(20, 20, color.NRGBA{R: 200, A: 128})
	d := twoPages()
	d.Logo = m
	l := d.laidOut()
	if len(l.pages) != 2 {
		t.Fatalf("got %d pages, want 2", len(l.pages))
	}
	for i, p := range l.pages {
		content := p.content.String()
		header, _, _ := strings.Cut(content[strings.Index(content, "/Subtype/Header"):], "EMC")
		if !strings.Contains(header, "/Im1 Do") {
			t.Errorf("page %d does not show the logo within the artifact", i+1)
		}
	}
	var b bytes.Buffer
	if err := d.PDF(&b); err != nil {
		t.Fatal(err)
	}
	if got := bytes.Count(b.Bytes(), []byte("/Subtype/Image/Width 40/Height 20")); got != 1 || bytes.Contains(b.Bytes(), []byte("/SMask")) {
		t.Errorf("the picture stands %d times in the file, want once and without transparency", got)
	}
}

func TestNoLogoLeavesNoRoom(t *testing.T) {
	t.Parallel()
	for name, picture := range map[string]image.Image{"none": nil, "empty": image.NewGray(image.Rectangle{})} {
		d := twoPages()
		d.Logo = picture
		l := d.laidOut()
		if l.logo != nil || l.logo.room() != 0 || strings.Contains(l.pages[0].content.String(), "/Im1") {
			t.Errorf("%s: the page shows a logo", name)
		}
	}
}

func TestColourIsUsedWhenItCanBeRead(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		colour Colour
		want   bool
	}{
		"teal": {Colour{0, 96, 107}, true}, "yellow": {Colour{255, 220, 0}, false}, "black": {Colour{}, false},
		"just enough": {Colour{0x76, 0x76, 0x75}, true}, "just not": {Colour{0x78, 0x77, 0x77}, false},
	} {
		d := twoPages()
		d.Colour = c.colour
		if got := strings.Contains(d.laidOut().pages[0].content.String(), " rg "); got != c.want {
			t.Errorf("%s: got colour %v, want %v", name, got, c.want)
		}
	}
}

// Swedish, the Sámi languages (Northern, Lule, Southern, Pite, Ume, Inari, Skolt), Finnish and Meänkieli, and what the
// neighbours' names have.
func TestLettersOfTheCountrysLanguages(t *testing.T) {
	t.Parallel()
	fonts := typefaces()
	for _, r := range "ÅåÄäÖöÉéÁáÂâČčĐđŊŋŠšŦŧŽžÏïÆæØøÕõǤǥǦǧǨǩƷʒǮǯʹʼÑñÜüÀàÍíÓóÚúÝýÞþÐð§–—”’…≥→☐" {
		for name, f := range map[string]interface{ Glyph(rune) (uint16, bool) }{"regular": fonts.regular, "bold": fonts.bold} {
			if _, ok := f.Glyph(r); !ok {
				t.Errorf("%s has no shape for %c", name, r)
			}
		}
	}
	if _, ok := fonts.regular.Glyph('漢'); ok {
		t.Error("the test cannot fail: a letter that the typeface lacks has a shape")
	}
}
