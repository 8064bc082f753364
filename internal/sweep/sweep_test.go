package sweep

import (
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/go-chi/chi/v5"

	"samverka/internal/browsertest"
)

// notPages are the routes that answer with something else than a page.
var notPages = []string{"/arenden/{id}/bilagor/{attachment}/fil", "/moten/{id}/strom", "/static/*", "/healthz", "/readyz", "/logotyp", "/robots.txt", "/favicon.ico"}

// visit is one page to look at, as one person.
type visit struct {
	who  walker
	path string
}

// everyPage audits one page of every route that answers GET with HTML.
func (st *stage) everyPage(t *testing.T) {
	found := map[string]visit{}
	for _, w := range st.walkers(t) {
		st.walk(t, w, found)
	}
	for _, pattern := range st.pages(t) {
		if _, ok := found[pattern]; !ok {
			t.Errorf("nobody comes to a page of %s by following links", pattern)
		}
	}
	byWalker := map[walker][]string{}
	for _, v := range found {
		if v.path != "" {
			byWalker[v.who] = append(byWalker[v.who], v.path)
		}
	}
	for w, paths := range byWalker {
		t.Run(string(w.role), func(t *testing.T) {
			p := browsertest.New(t)
			base := st.base(w)
			if c := st.cookie(t, w); c != nil {
				p.Cookie(base, c.Name, c.Value)
			}
			slices.Sort(paths)
			for _, path := range paths {
				p.Audit(base + path)
			}
		})
	}
}

// pages lists the GET routes that are pages.
func (st *stage) pages(t *testing.T) []string {
	t.Helper()
	var ps []string
	err := chi.Walk(st.demo.Routes(), func(method, pattern string, _ http.Handler, _ ...func(http.Handler) http.Handler) error {
		file := slices.Contains([]string{".pdf", ".docx", ".zip", ".csv", ".xlsx", ".ics"}, path.Ext(pattern))
		if method == http.MethodGet && !file && !slices.Contains(notPages, pattern) && !slices.Contains(ps, pattern) {
			ps = append(ps, pattern)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return ps
}

// walk follows the links that the walker is given and notes one page of every route. A role's own walk meets each route
// once; the others only look for routes that nobody has come to.
func (st *stage) walk(t *testing.T, w walker, found map[string]visit) {
	t.Helper()
	cookie := st.cookie(t, w)
	queue := []string{w.start}
	met := map[string]bool{}
	for n := 0; n < w.deep && len(queue) > 0; n++ {
		path := queue[0]
		queue = queue[1:]
		for _, next := range st.look(t, w, cookie, path, found) {
			pattern := st.demo.Pattern(strings.Split(next, "?")[0])
			_, had := found[pattern]
			if met[pattern] || had && !w.whole {
				continue
			}
			met[pattern] = true
			queue = append(queue, next)
		}
	}
}

// look opens a page, notes it when its route is new, and returns the paths it links to.
func (st *stage) look(t *testing.T, w walker, cookie *http.Cookie, path string, found map[string]visit) []string {
	t.Helper()
	r, err := http.NewRequest(http.MethodGet, st.base(w)+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	if cookie != nil {
		r.AddCookie(cookie)
	}
	resp, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	pattern := st.demo.Pattern(strings.Split(path, "?")[0])
	_, had := found[pattern]
	switch to := resp.Header.Get("Location"); {
	case to != "":
		if !had && pattern != "" {
			found[pattern] = visit{who: w} // it only leads on
		}
		return []string{to}
	case resp.StatusCode >= 400:
		t.Errorf("%s is linked for %q and answers %d", path, w.role, resp.StatusCode)
		return nil
	case !strings.HasPrefix(resp.Header.Get("Content-Type"), "text/html"):
		return nil
	}
	if !had || found[pattern].path == "" {
		found[pattern] = visit{w, path}
	}
	doc, err := goquery.NewDocumentFromReader(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return links(doc, path)
}

// links are the paths of the page's own links, without fragments.
func links(doc *goquery.Document, from string) []string {
	here, _ := url.Parse(from)
	var paths []string
	doc.Find("a[href]").Each(func(_ int, a *goquery.Selection) {
		u, err := here.Parse(a.AttrOr("href", ""))
		if err != nil || u.Host != "" || u.Scheme != "" {
			return
		}
		u.Fragment = ""
		if p := u.String(); !slices.Contains(paths, p) {
			paths = append(paths, p)
		}
	})
	return paths
}
