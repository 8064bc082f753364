package layout

import (
	"context"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"samverka/internal/i18n"
)

func page(t *testing.T, lang string, f Frame) *goquery.Document {
	t.Helper()
	var b strings.Builder
	if err := Page(f).Render(i18n.With(context.Background(), lang), &b); err != nil {
		t.Fatal(err)
	}
	d, err := goquery.NewDocumentFromReader(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestSignedIn(t *testing.T) {
	t.Parallel()
	ctx := i18n.With(context.Background(), "sv")
	d := page(t, "sv", Frame{Title: "Ärenden", OrgName: "Ekby kommun", Nav: DefaultNav(ctx, true), Active: Matters, HasError: true, Demo: true, Notice: "Sparat.",
		Palette: Green, Actor: &ActorView{Name: "Åsa Ek", RoleLabel: "Chef, Norr", CanSwitch: true}})
	for _, c := range []struct{ name, got, want string }{
		{"title", d.Find("title").Text(), "Fel: Ärenden – Ekby kommun"},
		{"active", strings.TrimSpace(d.Find("nav [aria-current=page]").Text()), "Ärenden"},
		{"role", d.Find(".role strong").Text(), "Chef, Norr"},
		{"notice", d.Find("main [role=status]").Text(), "Sparat."},
		{"palette", d.Find("html").AttrOr("data-palette", ""), "green"},
		{"scheme", d.Find("html").AttrOr("data-color-scheme", ""), "auto"},
		{"language", d.Find("html").AttrOr("lang", ""), "sv"},
		{"skip link", d.Find("body > a").First().AttrOr("href", ""), "#main"},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, c.got, c.want)
		}
	}
	if got, want := d.Find(".mainnav li").Length(), 5; got != want {
		t.Errorf("%d navigation links, want %d", got, want)
	}
	if d.Find(".demo").Length() != 1 {
		t.Error("no demo banner")
	}
	if got := d.Find("script:not([src]), style, [style]").Length(); got != 0 {
		t.Errorf("%d inline scripts or styles, want 0", got)
	}
	if got := d.Find("script").Length(); got != 1 {
		t.Errorf("%d scripts, want only app.js", got)
	}
}

func TestSignedOut(t *testing.T) {
	t.Parallel()
	d := page(t, "en", Frame{Title: "Sign in", SignedOut: true, Palette: "no-such"})
	if got := d.Find(".mainnav, .role, .demo").Length(); got != 0 {
		t.Errorf("%d parts for signed-in people, want 0", got)
	}
	if got, want := d.Find("title").Text(), "Sign in – Samverka"; got != want {
		t.Errorf("title %q, want %q", got, want)
	}
	if got, want := d.Find("html").AttrOr("data-palette", ""), "blue"; got != want {
		t.Errorf("palette %q, want %q", got, want)
	}
	if d.Find("footer a[href='/tillganglighet']").Length() != 1 {
		t.Error("no link to the accessibility statement")
	}
}

func TestHtmxOnlyWhereAsked(t *testing.T) {
	t.Parallel()
	d := page(t, "sv", Frame{Title: "Möte", Htmx: true})
	if got, want := d.Find("script").Length(), 2; got != want {
		t.Errorf("%d scripts, want %d", got, want)
	}
	config := d.Find("meta[name=htmx-config]").AttrOr("content", "")
	for _, want := range []string{`"allowEval":false`, `"includeIndicatorStyles":false`} {
		if !strings.Contains(config, want) {
			t.Errorf("htmx is configured without %s", want)
		}
	}
}
