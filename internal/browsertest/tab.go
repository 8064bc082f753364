package browsertest

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// maxTabs bounds the walk through one page.
const maxTabs = 150

// focused describes what has focus. Its box is on the screen's own scale.
const focused = `(() => {
	const e = document.activeElement;
	if (!e || e === document.body) return '';
	if (!window.seenByWalk) window.seenByWalk = new Set();
	const again = window.seenByWalk.has(e);
	window.seenByWalk.add(e);
	const box = (e.type === 'radio' || e.type === 'checkbox' ? e.parentElement : e).getBoundingClientRect(), c = getComputedStyle(e);
	return JSON.stringify({
		name: (e.tagName + ' ' + (e.innerText || e.labels?.[0]?.innerText || e.getAttribute('aria-label') || '').trim().slice(0, 50)),
		again: again,
		ring: c.outlineStyle !== 'none' && parseFloat(c.outlineWidth) > 0,
		shown: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
		x: box.x + scrollX, y: box.y + scrollY, w: box.width, h: box.height,
	});
})()`

type tabStop struct {
	Name        string
	Again       bool
	Ring, Shown bool
	X, Y, W, H  float64
}

// walk presses Tab through the page and tells where focus is out of sight.
func (p *Page) walk() []string {
	p.t.Helper()
	var problems []string
	for n := range maxTabs {
		p.Press(kb.Tab)
		raw := p.eval(focused)
		if raw == "" {
			if n == 0 {
				problems = append(problems, "Tab reaches nothing")
			}
			return problems
		}
		var s tabStop
		if err := json.Unmarshal([]byte(raw), &s); err != nil {
			p.t.Fatal(err)
		}
		if s.Again {
			return problems
		}
		if !s.Shown {
			problems = append(problems, fmt.Sprintf("focus on %q is outside the screen", s.Name))
		} else if !s.Ring && !p.changesWithFocus(s) {
			problems = append(problems, fmt.Sprintf("focus on %q cannot be seen", s.Name))
		}
	}
	return problems
}

// changesWithFocus compares pictures with and without focus, which is the only
// sure way: a ring may sit on a parent, or focus may show as another colour.
func (p *Page) changesWithFocus(s tabStop) bool {
	p.t.Helper()
	with := p.clip(s)
	p.do(chromedp.Evaluate("window.lastFocus = document.activeElement; document.activeElement.blur(); 0", nil))
	without := p.clip(s)
	p.do(chromedp.Evaluate("window.lastFocus.focus({preventScroll: true}); 0", nil))
	return !bytes.Equal(with, without)
}

func (p *Page) clip(s tabStop) []byte {
	p.t.Helper()
	const margin = 8
	var png []byte
	p.do(chromedp.ActionFunc(func(ctx context.Context) (err error) {
		png, err = page.CaptureScreenshot().WithCaptureBeyondViewport(true).WithClip(&page.Viewport{
			X: max(0, s.X-margin), Y: max(0, s.Y-margin), Width: s.W + 2*margin, Height: s.H + 2*margin, Scale: 1,
		}).Do(ctx)
		return err
	}))
	return png
}
