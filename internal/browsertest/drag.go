package browsertest

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// Drag takes hold of what the first selector finds, carries it by the mouse just below the middle of what the second one finds, lets
// go, and waits for the page that follows.
func (p *Page) Drag(what, onto string) *Page {
	p.t.Helper()
	x, y := p.middle(what)
	_, to := p.middle(onto)
	to += 4
	p.do(chromedp.MouseEvent(input.MouseMoved, x, y), chromedp.MouseEvent(input.MousePressed, x, y, chromedp.ButtonLeft))
	for i := 1.0; i <= 4; i++ {
		p.do(chromedp.MouseEvent(input.MouseMoved, x, y+(to-y)*i/4, chromedp.ButtonLeft))
	}
	p.follow(chromedp.ActionFunc(func(ctx context.Context) error {
		return chromedp.MouseEvent(input.MouseReleased, x, to, chromedp.ButtonLeft).Do(ctx)
	}))
	return p
}

// middle is where on the screen the middle of what the selector finds is, scrolled into view.
func (p *Page) middle(selector string) (x, y float64) {
	p.t.Helper()
	s := p.eval(fmt.Sprintf(`(() => { const b = document.querySelector(%q).getBoundingClientRect(); return (b.x + b.width / 2) + " " + (b.y + b.height / 2); })()`, selector))
	left, right, _ := strings.Cut(s, " ")
	x, errX := strconv.ParseFloat(left, 64)
	y, errY := strconv.ParseFloat(right, 64)
	if errX != nil || errY != nil {
		p.t.Fatalf("%s: %s is nowhere: %q", p.where(), selector, s)
	}
	return x, y
}

// Focused is the id of what has focus.
func (p *Page) Focused() string {
	p.t.Helper()
	return p.eval("document.activeElement.id")
}

// PressOn sends keys to what has focus and waits for the page that follows.
func (p *Page) PressOn(keys string) *Page {
	p.t.Helper()
	p.follow(chromedp.KeyEvent(keys))
	return p
}
