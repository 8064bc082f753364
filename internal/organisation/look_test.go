package organisation_test

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"testing"
	"time"

	"samverka/internal/access"
	"samverka/internal/organisation"
)

// picture is of one colour with a mark of another in its middle, a fifth of it.
func picture(width, height int, ground, mark color.Color) image.Image {
	m := image.NewNRGBA(image.Rect(0, 0, width, height))
	draw.Draw(m, m.Bounds(), image.NewUniform(ground), image.Point{}, draw.Src)
	draw.Draw(m, image.Rect(2*width/5, 0, 3*width/5, height), image.NewUniform(mark), image.Point{}, draw.Src)
	return m
}

func asPNG(t *testing.T, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestLogoIsDrawnAnew(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.setup()
	teal, gone := color.NRGBA{G: 96, B: 107, A: 255}, color.NRGBA{}
	var photo bytes.Buffer
	if err := jpeg.Encode(&photo, picture(300, 100, color.White, teal), nil); err != nil {
		t.Fatal(err)
	}
	hidden := append(asPNG(t, picture(1900, 300, gone, teal)), "hemligt efter bilden"...)
	for name, c := range map[string]struct {
		file          []byte
		refused       string
		width, height int
	}{
		"small":                 {asPNG(t, picture(40, 40, gone, teal)), "", 40, 40},
		"photo":                 {photo.Bytes(), "", 300, 100},
		"wide, with more in it": {hidden, "", 600, 95},
		"high":                  {asPNG(t, picture(100, 1600, teal, gone)), "", 10, 160},
		"white on nothing":      {asPNG(t, picture(40, 40, gone, color.White)), "logo:logo_faint", 0, 0},
		"yellow on white":       {asPNG(t, picture(40, 40, color.White, color.NRGBA{R: 255, G: 230, A: 255})), "logo:logo_faint", 0, 0},
		"thin teal":             {asPNG(t, picture(40, 40, gone, color.NRGBA{G: 96, B: 107, A: 40})), "logo:logo_faint", 0, 0},
		"white on teal":         {asPNG(t, picture(40, 40, teal, color.White)), "", 40, 40},
		"too many points":       {asPNG(t, image.NewGray(image.Rect(0, 0, 2001, 1))), "logo:logo_format", 0, 0},
		"cut off":               {photo.Bytes()[:photo.Len()/2], "logo:logo_format", 0, 0},
	} {
		ctx, s, who := context.Background(), w.service(), w.as(access.Admin)
		set, err := s.Settings(ctx, who)
		if err != nil {
			t.Fatal(err)
		}
		err = s.SaveProfile(ctx, who, organisation.Profile{Version: set.Organisation.Version, Name: "Älvsunda", Palette: "teal", Logo: c.file})
		if told(err) != c.refused {
			t.Errorf("%s: got %q, want %q", name, told(err), c.refused)
			continue
		}
		if c.refused != "" {
			continue
		}
		look, err := s.LookAt(ctx, who, time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		kept, format, err := image.DecodeConfig(bytes.NewReader(look.Logo))
		if err != nil || format != "png" || kept.Width != c.width || kept.Height != c.height || bytes.Contains(look.Logo, []byte("hemligt")) {
			t.Errorf("%s: kept %s %d×%d, %v; want png %d×%d", name, format, kept.Width, kept.Height, err, c.width, c.height)
		}
	}
}

func TestLookAtATime(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.setup()
	ctx, s, who := context.Background(), w.service(), w.as(access.HR)
	began := w.clock.Now()
	logo := asPNG(t, picture(40, 40, color.White, color.Black))
	save := func(days int, p organisation.Profile) {
		t.Helper()
		w.clock.Set(began.AddDate(0, 0, days))
		set, err := s.Settings(ctx, who)
		if err != nil {
			t.Fatal(err)
		}
		p.Version = set.Organisation.Version
		if err := s.SaveProfile(ctx, who, p); err != nil {
			t.Fatal(err)
		}
	}
	first, err := s.LookAt(ctx, who, began)
	if err != nil {
		t.Fatal(err)
	}
	save(10, organisation.Profile{Name: first.Name, Palette: "teal", Logo: logo})
	save(20, organisation.Profile{Name: first.Name, Palette: "teal"}) // nothing new
	save(30, organisation.Profile{Name: "Nya kommunen", Palette: "teal"})
	save(40, organisation.Profile{Name: "Nya kommunen", Palette: "teal", NoLogo: true})
	if got, want := w.id(`SELECT count(*) FROM former_looks`), int64(3); got != want {
		t.Errorf("got %d former looks, want %d", got, want)
	}
	for days, want := range map[int]struct {
		name, palette string
		logo          bool
	}{
		0: {first.Name, first.Palette, false}, 9: {first.Name, first.Palette, false}, 10: {first.Name, "teal", true}, 29: {first.Name, "teal", true},
		30: {"Nya kommunen", "teal", true}, 40: {"Nya kommunen", "teal", false}, 99: {"Nya kommunen", "teal", false},
	} {
		got, err := s.LookAt(ctx, who, began.AddDate(0, 0, days))
		if err != nil || got.Name != want.name || got.Palette != want.palette || (got.Picture() != nil) != want.logo {
			t.Errorf("day %d: got %s, %s, logo %v, %v; want %+v", days, got.Name, got.Palette, got.Picture() != nil, err, want)
		}
	}
}
