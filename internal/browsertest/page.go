package browsertest

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// patience is how long one step may take before the test fails.
const patience = 30 * time.Second

// A Page is one tab with cookies of its own. Every method fails its test when
// the step does not succeed within 30 seconds.
type Page struct {
	t   testing.TB
	ctx context.Context

	width  int64
	scheme string
	titles map[string]string

	mu       sync.Mutex
	problems []string
	status   int64
	dialogs  int
}

// New opens a tab at 1280 × 900 in light mode with JavaScript on. It closes
// when the test ends.
func New(t testing.TB) *Page {
	t.Helper()
	ctx := openTab(t)
	p := &Page{t: t, ctx: ctx, width: 1280, scheme: "light", titles: map[string]string{}}
	chromedp.ListenTarget(ctx, p.listen)
	if err := chromedp.Run(ctx, log.Enable(), runtime.Enable(), network.Enable()); err != nil {
		t.Fatal(err)
	}
	p.apply()
	return p
}

// Phone makes the screen 360 pixels wide.
func (p *Page) Phone() *Page { return p.Width(360) }

// Width sets the screen's width.
func (p *Page) Width(pixels int64) *Page {
	p.t.Helper()
	p.width = pixels
	p.apply()
	return p
}

// Scheme chooses "light" or "dark" as the person's system does.
func (p *Page) Scheme(scheme string) *Page {
	p.t.Helper()
	p.scheme = scheme
	p.apply()
	return p
}

// NoScript switches JavaScript off.
func (p *Page) NoScript() *Page {
	p.t.Helper()
	p.do(emulation.SetScriptExecutionDisabled(true))
	return p
}

// Cookie sets a cookie for the server at url.
func (p *Page) Cookie(url, name, value string) *Page {
	p.t.Helper()
	p.do(network.SetCookie(name, value).WithURL(url).WithHTTPOnly(true))
	return p
}

// Open goes to url and waits until it is loaded.
func (p *Page) Open(url string) *Page {
	p.t.Helper()
	p.do(chromedp.Navigate(url))
	return p
}

// Click presses what the selector finds, once nothing covers it, and waits for the page that follows.
// For a link to a place on the same page, use Press.
func (p *Page) Click(selector string) *Page {
	p.t.Helper()
	p.reach(selector)
	p.follow(chromedp.Evaluate(fmt.Sprintf("("+hit+" ?? document.querySelector(%[1]q)).click(); 0", selector), nil, gesture))
	return p
}

// Submit sends the form that the selector finds, as its first button would.
func (p *Page) Submit(form string) *Page {
	p.t.Helper()
	return p.Click(form + " button[type=submit]")
}

// Fill writes into the field that the selector finds, replacing what is there.
// It works for dates and selects too.
func (p *Page) Fill(selector, value string) *Page {
	p.t.Helper()
	p.do(chromedp.SetValue(selector, value, chromedp.ByQuery))
	return p
}

// Choose marks a radio button or checkbox.
func (p *Page) Choose(selector string) *Page {
	p.t.Helper()
	p.do(chromedp.Evaluate(fmt.Sprintf("document.querySelector(%q).checked = true; 0", selector), nil))
	return p
}

// Unchoose takes the mark from a checkbox.
func (p *Page) Unchoose(selector string) *Page {
	p.t.Helper()
	p.do(chromedp.Evaluate(fmt.Sprintf("document.querySelector(%q).checked = false; 0", selector), nil))
	return p
}

// Unfold opens the details that the selector finds.
func (p *Page) Unfold(selector string) *Page {
	p.t.Helper()
	p.do(chromedp.Evaluate(fmt.Sprintf("document.querySelector(%q).open = true; 0", selector), nil))
	return p
}

// Upload puts files into the file field that the selector finds.
func (p *Page) Upload(selector string, paths ...string) *Page {
	p.t.Helper()
	p.do(chromedp.SetUploadFiles(selector, paths, chromedp.ByQuery))
	return p
}

// Press sends keys to what has focus: kb.Tab, kb.Enter, text.
func (p *Page) Press(keys string) *Page {
	p.t.Helper()
	p.do(chromedp.KeyEvent(keys))
	return p
}

// Type writes into the field that the selector finds as a person does, after what is there.
func (p *Page) Type(selector, text string) *Page {
	p.t.Helper()
	p.do(chromedp.SendKeys(selector, text, chromedp.ByQuery))
	return p
}

// Await waits until what the selector finds says the text, without anything being pressed.
func (p *Page) Await(selector, text string) *Page {
	p.t.Helper()
	found := fmt.Sprintf("[...document.querySelectorAll(%q)].some((e) => (typeof e.value === 'string' ? e.value : e.innerText).replaceAll('\u00a0', ' ').includes(%q)) ? 'yes' : ''", selector, text)
	if !p.comes(found) {
		p.t.Fatalf("%s: %s does not come to say %q:\n%s", p.where(), selector, text, p.Text("body"))
	}
	return p
}

// Offline cuts the tab's network, and lets it come back.
func (p *Page) Offline(cut bool) *Page {
	p.t.Helper()
	p.do(network.EmulateNetworkConditions(cut, 0, -1, -1))
	return p
}

// Text is the visible text of the first element the selector finds.
func (p *Page) Text(selector string) string {
	p.t.Helper()
	var s string
	p.do(chromedp.Text(selector, &s, chromedp.ByQuery))
	return strings.ReplaceAll(s, "\u00a0", " ")
}

// Has reports whether the page holds something the selector finds.
func (p *Page) Has(selector string) bool {
	p.t.Helper()
	return p.eval(fmt.Sprintf("document.querySelector(%q) ? 'yes' : ''", selector)) == "yes"
}

// Title is what the tab shows.
func (p *Page) Title() string {
	p.t.Helper()
	return p.eval("document.title")
}

// URL is where the page is, without scheme and host.
func (p *Page) URL() string {
	p.t.Helper()
	return p.eval("location.pathname + location.search + location.hash")
}

// Status is the HTTP status of the page's own answer.
func (p *Page) Status() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return int(p.status)
}

// Problems are the console errors and exceptions since the last Open.
func (p *Page) Problems() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]string(nil), p.problems...)
}

// Dialogs counts the browser's own questions so far, such as whether to leave
// unsaved changes. Each is answered yes.
func (p *Page) Dialogs() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.dialogs
}

// Shot writes a picture of the whole page to the folder that SAMVERKA_SHOTS
// names, and does nothing when it is not set.
func (p *Page) Shot(name string) {
	p.t.Helper()
	dir := os.Getenv("SAMVERKA_SHOTS")
	if dir == "" {
		return
	}
	var png []byte
	p.do(chromedp.FullScreenshot(&png, 100))
	if err := os.MkdirAll(dir, 0o755); err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name+".png"), png, 0o644); err != nil {
		p.t.Fatal(err)
	}
}
