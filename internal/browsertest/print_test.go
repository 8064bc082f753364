package browsertest

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// On paper there is no navigation, nothing to press, and nothing folded away.
func TestPrint(t *testing.T) {
	base := serve(t)
	p := New(t).Open(base + "/stil")
	p.do(emulation.SetEmulatedMedia().WithMedia("print"))
	for _, selector := range []string{".mainnav", "footer.foot", ".demo", ".crumbs", ".actions", ".filter", ".pages"} {
		if got := p.eval("getComputedStyle(document.querySelector('" + selector + "')).display"); got != "none" {
			t.Errorf("%s is printed", selector)
		}
	}
	if got := p.eval("String(document.querySelector('#handlingar > div').getBoundingClientRect().height > 10)"); got != "true" {
		t.Error("a closed details element hides its text on paper")
	}
	if got, want := p.eval("getComputedStyle(document.querySelector('thead')).display"), "table-header-group"; got != want {
		t.Errorf("thead is %q, want %q", got, want)
	}
	dir := os.Getenv("SAMVERKA_SHOTS")
	if dir == "" {
		return
	}
	p.do(chromedp.ActionFunc(func(ctx context.Context) error {
		pdf, _, err := page.PrintToPDF().WithPreferCSSPageSize(true).WithPrintBackground(true).Do(ctx)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(dir, "stil.pdf"), pdf, 0o644)
	}))
}
