package acceptance

import (
	"bytes"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strings"

	"github.com/PuerkitoBio/goquery"
)

// browser is one person's: it keeps cookies, says where it comes from and runs no scripts.
type browser struct {
	base   string
	client *http.Client
	at     string // the page that is open
}

func newBrowser(base string) *browser {
	jar, _ := cookiejar.New(nil) // never fails without options
	return &browser{base: base, client: &http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}}
}

// answer is what the server said.
type answer struct {
	method, path string
	status       int
	to           string // where a redirect leads
	body         []byte
	doc          *goquery.Document // nil: no page
}

// get opens an address and follows where it leads.
func (b *browser) get(path string) (answer, error) {
	return b.follow(b.send(http.MethodGet, path, nil))
}

// submit sends a form; the answer may be a redirect.
func (b *browser) submit(path string, values url.Values) (answer, error) {
	return b.send(http.MethodPost, path, values)
}

// follow opens what redirects lead to.
func (b *browser) follow(a answer, err error) (answer, error) {
	for n := 0; err == nil && a.status >= 300 && a.status < 400 && n < 8; n++ {
		a, err = b.send(http.MethodGet, a.to, nil)
	}
	return a, err
}

func (b *browser) send(method, path string, values url.Values) (answer, error) {
	path = strings.TrimPrefix(path, b.base)
	if !strings.HasPrefix(path, "/") {
		return answer{}, fmt.Errorf("adressen %q är ingen av produktens", path)
	}
	path, _, _ = strings.Cut(path, "#")
	body, kind, err := encode(values)
	if err != nil {
		return answer{}, err
	}
	req, err := http.NewRequest(method, b.base+path, body)
	if err != nil {
		return answer{}, err
	}
	req.Header.Set("Sec-Fetch-Site", "same-origin")
	if values != nil {
		req.Header.Set("Content-Type", kind)
		req.Header.Set("Origin", b.base)
	}
	if b.at != "" {
		req.Header.Set("Referer", b.base+b.at)
	}
	res, err := b.client.Do(req)
	if err != nil {
		return answer{}, err
	}
	defer res.Body.Close()
	a := answer{method: method, path: path, status: res.StatusCode, to: res.Header.Get("Location")}
	if a.body, err = io.ReadAll(res.Body); err != nil {
		return a, err
	}
	if strings.HasPrefix(res.Header.Get("Content-Type"), "text/html") {
		if a.doc, err = goquery.NewDocumentFromReader(bytes.NewReader(a.body)); err != nil {
			return a, err
		}
		b.at = path
	}
	if a.status >= http.StatusInternalServerError {
		return a, fmt.Errorf("%s %s svarade %d: %s", method, path, a.status, a.text("main"))
	}
	return a, nil
}

// encode writes a form's values as a browser does. The field file is a file: its name on the first line, then its content.
func encode(values url.Values) (body io.Reader, kind string, err error) {
	if !values.Has("file") {
		return strings.NewReader(values.Encode()), "application/x-www-form-urlencoded", nil
	}
	var b bytes.Buffer
	m := multipart.NewWriter(&b)
	for name := range values {
		if name == "file" {
			file, content, _ := strings.Cut(values.Get(name), "\n")
			part, err := m.CreateFormFile(name, file)
			if err != nil {
				return nil, "", err
			}
			if _, err := io.WriteString(part, content); err != nil {
				return nil, "", err
			}
			continue
		}
		for _, v := range values[name] {
			if err := m.WriteField(name, v); err != nil {
				return nil, "", err
			}
		}
	}
	return &b, m.FormDataContentType(), m.Close()
}

// text is what stands in the elements, one after the other.
func (a answer) text(selector string) string {
	if a.doc == nil {
		return ""
	}
	return words(a.doc.Find(selector))
}

// inline are the elements that do not part words.
var inline = map[string]bool{"a": true, "span": true, "strong": true, "em": true, "b": true, "i": true, "abbr": true, "time": true}

// words are the elements' words as a reader sees them: what stands in different blocks is parted.
func words(s *goquery.Selection) string {
	var b strings.Builder
	var walk func(*goquery.Selection)
	walk = func(s *goquery.Selection) {
		s.Contents().Each(func(_ int, n *goquery.Selection) {
			switch name := goquery.NodeName(n); {
			case name == "#text":
				b.WriteString(n.Text())
			case inline[name]:
				walk(n)
			default:
				b.WriteByte(' ')
				walk(n)
				b.WriteByte(' ')
			}
		})
	}
	s.Each(func(_ int, one *goquery.Selection) {
		walk(one)
		b.WriteByte(' ')
	})
	return squeeze(b.String())
}

// why is the reason that a refusal's page gives: the summary of errors and what is missing, or else all that it says.
func (a answer) why() string {
	if t := squeeze(a.text(".ds-error-summary") + " " + a.text(".panel-missing") + " " + a.text(".field-error")); t != "" {
		return t
	}
	return a.text("main")
}

// warnings are what a page that asks for a reason warns of, and what else it draws attention to.
func (a answer) warnings() string { return a.text(".warnings, .ds-alert, .notice") }
