package web

import (
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
)

// The ceilings keep the first view of a page below 37 kB: stylesheet 13.6 kB,
// script of every page 10 kB, both as brotli. htmx comes on top where a page
// asks for it.
func TestWeight(t *testing.T) {
	t.Parallel()
	for name, ceiling := range map[string]int{"app.css": 13_600, "app.js": 5_000, "live.js": 5_000, "agenda.js": 1_500, "htmx.js": 16_000} {
		br, _ := assets[name].packed()
		if got := len(br); got == 0 || got > ceiling {
			t.Errorf("%s: got %d bytes, want 1 to %d", name, got, ceiling)
		}
	}
}

func TestHandler(t *testing.T) {
	t.Parallel()
	css := Path("app.css")
	if !regexp.MustCompile(`^/static/[0-9a-f]{12}/app\.css$`).MatchString(css) {
		t.Fatalf("Path = %q, want a fingerprint", css)
	}
	for _, c := range []struct {
		name, method, path, accept string
		status                     int
		encoding                   string
	}{
		{"brotli first", "GET", css, "gzip, deflate, br, zstd", 200, "br"},
		{"gzip", "GET", css, "gzip", 200, "gzip"},
		{"plain", "GET", css, "", 200, ""},
		{"head", "HEAD", css, "br", 200, "br"},
		{"old fingerprint", "GET", "/static/000000000000/app.css", "br", 404, ""},
		{"no such file", "GET", "/static/x/../../embed.go", "", 404, ""},
		{"not for writing", "POST", css, "", 404, ""},
	} {
		r := httptest.NewRequest(c.method, "http://x/", nil)
		r.URL.Path = c.path
		r.Header.Set("Accept-Encoding", c.accept)
		w := httptest.NewRecorder()
		Handler().ServeHTTP(w, r)
		if got := w.Code; got != c.status {
			t.Errorf("%s: status %d, want %d", c.name, got, c.status)
		}
		if got := w.Header().Get("Content-Encoding"); got != c.encoding {
			t.Errorf("%s: encoding %q, want %q", c.name, got, c.encoding)
		}
		if c.status != http.StatusOK {
			continue
		}
		if got, want := w.Header().Get("Cache-Control"), "public, max-age=31536000, immutable"; got != want {
			t.Errorf("%s: Cache-Control %q, want %q", c.name, got, want)
		}
		if got, want := w.Header().Get("Content-Type"), "text/css"; !strings.HasPrefix(got, want) {
			t.Errorf("%s: Content-Type %q, want %q", c.name, got, want)
		}
		if got, want := w.Body.Len() > 0, c.method == "GET"; got != want {
			t.Errorf("%s: has a body: %v, want %v", c.name, got, want)
		}
	}
}

func TestPathOfNothingPanics(t *testing.T) {
	t.Parallel()
	defer func() {
		if recover() == nil {
			t.Error("Path of a missing file did not panic")
		}
	}()
	Path("no.css")
}

// Nothing is fetched from elsewhere.
func TestNothingFromOutside(t *testing.T) {
	t.Parallel()
	css := string(assets["app.css"].plain)
	for _, bad := range []string{"url(http", "url(//", "@import"} {
		if strings.Contains(css, bad) {
			t.Errorf("app.css contains %q", bad)
		}
	}
}
