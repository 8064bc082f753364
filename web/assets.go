package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"mime"
	"net/http"
	"path"
	"strings"
	"sync"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
)

// Prefix begins the path of every static file.
const Prefix = "/static/"

// An asset is one file in the three encodings it is sent in, compressed once.
type asset struct {
	name, url, kind string
	plain           []byte
	packed          func() (br, gz []byte)
}

var assets = load()

func load() map[string]*asset {
	entries, err := files.ReadDir("static")
	if err != nil {
		panic(err)
	}
	all := map[string]*asset{}
	for _, e := range entries {
		raw, err := files.ReadFile("static/" + e.Name())
		if err != nil {
			panic(err)
		}
		sum := sha256.Sum256(raw)
		all[e.Name()] = &asset{
			name:   e.Name(),
			url:    Prefix + hex.EncodeToString(sum[:6]) + "/" + e.Name(),
			kind:   mime.TypeByExtension(path.Ext(e.Name())),
			plain:  raw,
			packed: sync.OnceValues(func() ([]byte, []byte) { return pack(raw) }),
		}
	}
	return all
}

// pack compresses as hard as it goes: it is done once per process and file.
func pack(raw []byte) (br, gz []byte) {
	var b, g bytes.Buffer
	bw := brotli.NewWriterLevel(&b, brotli.BestCompression)
	gw, err := gzip.NewWriterLevel(&g, gzip.BestCompression)
	if err != nil {
		panic(err)
	}
	for _, w := range []interface {
		Write([]byte) (int, error)
		Close() error
	}{bw, gw} {
		if _, err := w.Write(raw); err != nil {
			panic(err)
		}
		if err := w.Close(); err != nil {
			panic(err)
		}
	}
	return b.Bytes(), g.Bytes()
}

// Path is the URL of the named static file: "/static/0a1b2c3d4e5f/app.css". It
// panics for a file that does not exist, which a page's first test finds.
func Path(name string) string {
	a, ok := assets[name]
	if !ok {
		panic(fmt.Sprintf("no static file %q", name))
	}
	return a.url
}

// Handler serves everything below Prefix. An old fingerprint answers 404: the
// page that asked is older than the program.
func Handler() http.Handler {
	byURL := map[string]*asset{}
	for _, a := range assets {
		byURL[a.url] = a
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		a, ok := byURL[r.URL.Path]
		if !ok || r.Method != http.MethodGet && r.Method != http.MethodHead {
			http.NotFound(w, r)
			return
		}
		a.serve(w, r)
	})
}

func (a *asset) serve(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Type", a.kind)
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Add("Vary", "Accept-Encoding")
	body := a.plain
	accepts := r.Header.Get("Accept-Encoding")
	switch br, gz := a.packed(); {
	case strings.Contains(accepts, "br") && len(br) < len(body):
		body = br
		h.Set("Content-Encoding", "br")
	case strings.Contains(accepts, "gzip") && len(gz) < len(body):
		body = gz
		h.Set("Content-Encoding", "gzip")
	}
	h.Set("Content-Length", fmt.Sprint(len(body)))
	if r.Method == http.MethodHead {
		return
	}
	// A failed write means that the browser left.
	_, _ = w.Write(body)
}
