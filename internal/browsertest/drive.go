package browsertest

import (
	"context"
	"fmt"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// do runs actions, failing the test when they do not succeed in time.
func (p *Page) do(actions ...chromedp.Action) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	if err := chromedp.Run(ctx, actions...); err != nil {
		p.t.Fatalf("%s: %v", p.where(), err)
	}
}

// follow runs an action that leads to another page and waits for its load.
func (p *Page) follow(action chromedp.Action) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	if _, err := chromedp.RunResponse(ctx, action); err != nil {
		p.t.Fatalf("%s: %v", p.where(), err)
	}
}

// reach waits until what the selector finds is where a pointer can meet it. The press itself then needs no place on the
// screen: on a slow machine the page may still be moving.
func (p *Page) reach(selector string) {
	p.t.Helper()
	if !p.comes(fmt.Sprintf(hit, selector) + " ? 'yes' : ''") {
		p.t.Fatalf("%s: %s is not there to press:\n%s", p.where(), selector, p.Text("body"))
	}
}

// hit is what a pointer at the middle of the element meets: the element, what it holds, or nothing when it is covered.
const hit = `((e) => {
	e?.scrollIntoView({block: 'center', behavior: 'instant'});
	const box = e?.getClientRects()[0];
	const top = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
	return top?.contains(e) ? e : e?.contains(top) ? top.closest('a, button, summary, label, input') || e : null;
})(document.querySelector(%[1]q))`

// comes waits until the expression is 'yes', with JavaScript or without, and reports whether it came to be.
func (p *Page) comes(expression string) bool {
	p.t.Helper()
	const step = 20 * time.Millisecond
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(step) {
		if p.eval(expression) == "yes" {
			return true
		}
	}
	return false
}

// eval runs an expression whose value is a string.
func (p *Page) eval(expression string) string {
	p.t.Helper()
	var s string
	p.do(chromedp.Evaluate(expression, &s, await))
	return s
}

// gesture lets what follows count as done by a person.
func gesture(e *runtime.EvaluateParams) *runtime.EvaluateParams { return e.WithUserGesture(true) }

func await(e *runtime.EvaluateParams) *runtime.EvaluateParams { return e.WithAwaitPromise(true) }

// where names the page for messages about a step that failed.
func (p *Page) where() string {
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	var s string
	if err := chromedp.Run(ctx, chromedp.Location(&s)); err != nil {
		return "page"
	}
	return s
}

// apply puts the screen and the person's preferences into effect.
func (p *Page) apply() {
	p.t.Helper()
	p.do(
		emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: p.scheme},
			{Name: "prefers-reduced-motion", Value: "reduce"},
		}),
		emulation.SetDeviceMetricsOverride(p.width, 900, 1, p.width < 600),
	)
}

// listen keeps the page's status and what goes wrong in it.
func (p *Page) listen(event any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch e := event.(type) {
	case *page.EventJavascriptDialogOpening:
		p.dialogs++
		// Listeners must not block; an unanswered dialog would stop the page.
		go func() {
			if err := chromedp.Run(p.ctx, page.HandleJavaScriptDialog(true)); err != nil {
				p.note("dialog: " + err.Error())
			}
		}()
	case *network.EventRequestWillBeSent:
		if e.Type == network.ResourceTypeDocument {
			p.problems, p.status = nil, 0
		}
	case *network.EventResponseReceived:
		if e.Type == network.ResourceTypeDocument {
			p.status = e.Response.Status
		}
	case *log.EventEntryAdded:
		// A refused form answers 422; that the page itself did so is no error.
		own := e.Entry.Source == log.SourceNetwork && p.status >= 400
		if e.Entry.Level == log.LevelError && !own {
			p.problems = append(p.problems, e.Entry.Text+" "+e.Entry.URL)
		}
	case *runtime.EventExceptionThrown:
		p.problems = append(p.problems, e.ExceptionDetails.Error())
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.APITypeError {
			p.problems = append(p.problems, "console.error was called")
		}
	}
}

func (p *Page) note(problem string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.problems = append(p.problems, problem)
}
