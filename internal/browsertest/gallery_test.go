package browsertest

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/a-h/templ"

	"samverka/internal/i18n"
	"samverka/templates/layout"
	"samverka/templates/ui"
	"samverka/web"
)

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

func TestMain(m *testing.M) { Main(m) }

// serve answers with the gallery in its frame, under the product's own policy.
func serve(t *testing.T) string {
	t.Helper()
	mux := http.NewServeMux()
	mux.Handle(web.Prefix, web.Handler())
	page := func(path string, c func(layout.Frame) templ.Component, f layout.Frame) {
		mux.HandleFunc("GET "+path, func(w http.ResponseWriter, r *http.Request) {
			ctx := i18n.With(r.Context(), r.URL.Query().Get("lang"))
			f.Nav = layout.DefaultNav(ctx, true)
			f.Palette = layout.Palette(r.URL.Query().Get("palette"))
			w.Header().Set("Content-Security-Policy", policy)
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			if err := c(f).Render(ctx, w); err != nil {
				t.Error(err)
			}
		})
	}
	actor := &layout.ActorView{Name: "Åsa Lindqvist", RoleLabel: "Chef, Förskolan Äppelgården", CanSwitch: true}
	page("/stil", gallery, layout.Frame{Title: "Delar", OrgName: "Älvsunda kommun", Actor: actor, Active: layout.Matters, Demo: true, Notice: "Ärendet är sparat.", Htmx: true})
	page("/fel", missing, layout.Frame{Title: "Sidan finns inte", SignedOut: true})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}

func gallery(f layout.Frame) templ.Component {
	return inFrame(f, ui.Gallery())
}

func missing(f layout.Frame) templ.Component {
	return layout.Error(f, layout.ErrorPage{Title: f.Title, Text: "Länken kan vara gammal.", Todo: "Börja om från Att göra.", Href: "/", Link: "Gå till Att göra"})
}

func inFrame(f layout.Frame, body templ.Component) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		return layout.Page(f).Render(templ.WithChildren(ctx, body), w)
	})
}

func TestGallery(t *testing.T) {
	base := serve(t)
	p := New(t)
	p.Audit(base+"/stil", base+"/fel")
	if got, want := p.Status(), http.StatusOK; got != want {
		t.Errorf("status = %d, want %d", got, want)
	}
}

func TestGalleryInEveryPalette(t *testing.T) {
	base := serve(t)
	p := New(t)
	for _, palette := range layout.Palettes {
		for _, scheme := range []string{"light", "dark"} {
			p.Scheme(scheme).Open(base + "/stil?palette=" + string(palette))
			p.look(string(palette) + " " + scheme)
		}
	}
}

func TestGalleryPictures(t *testing.T) {
	base := serve(t)
	p := New(t)
	for _, scheme := range []string{"light", "dark"} {
		p.Scheme(scheme).Width(1280).Open(base + "/stil").Shot("stil-1280-" + scheme)
		p.Width(360).Open(base + "/stil").Shot("stil-360-" + scheme)
	}
	p.Scheme("light").Width(1280).Open(base + "/fel").Shot("fel-1280-light")
}

// The harness must find what is wrong, otherwise its silence says nothing.
func TestAuditFindsFaults(t *testing.T) {
	const page = `<!doctype html><html lang="sv"><title>Fel – test</title><body><main><h1>Fel</h1>
		<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><a href="#x" class="bare">länk</a><p class="wide">!ui.missing.key</p></main>
		<link rel="stylesheet" href="/fel.css"><script src="/fel.js"></script>`
	mux := http.NewServeMux()
	mux.HandleFunc("/fel.css", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/css")
		write(t, w, ".wide{width:2000px} .bare:focus{outline:none} .bare{color:#000;text-decoration:none}")
	})
	mux.HandleFunc("/fel.js", func(w http.ResponseWriter, _ *http.Request) { write(t, w, "throw new Error('trasig')") })
	mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { write(t, w, page) })
	server := httptest.NewServer(mux)
	defer server.Close()

	found := &recorder{TB: t}
	p := New(t)
	p.t = found
	p.Audit(server.URL + "/a")
	for _, want := range []string{"image-alt", "px wide", "trasig", "a key without text", "cannot be seen"} {
		if !found.has(want) {
			t.Errorf("the audit did not report %q; it reported %q", want, found.messages)
		}
	}
}

func TestNoScriptStillReads(t *testing.T) {
	base := serve(t)
	p := New(t).NoScript().Phone().Open(base + "/stil")
	if got, want := p.Text("h1"), "Nytt schema på Äppelgården"; got != want {
		t.Errorf("h1 = %q, want %q", got, want)
	}
	if got := p.Has("form[data-form=sample]"); !got {
		t.Error("the form is missing without JavaScript")
	}
}
