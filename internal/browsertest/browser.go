// Package browsertest drives Chromium for tests: pages with their own cookies,
// phone or desk, light or dark, with or without JavaScript, and an audit of
// what a page must be: accessible, free of sideways scroll and console errors,
// and reachable with the keyboard.
//
// One browser serves a whole test process. Nothing outside this machine is
// reachable from it. A missing Chromium is a failed test, never a skipped one.
package browsertest

import (
	"context"
	"os"
	"os/exec"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

var (
	start      sync.Once
	browser    context.Context
	stop       = func() {}
	errBrowser error
)

// Main runs a package's tests and closes the browser after them:
//
//	func TestMain(m *testing.M) { browsertest.Main(m) }
func Main(m *testing.M) {
	code := m.Run()
	stop()
	os.Exit(code)
}

// shared starts the browser the first time.
func shared(t testing.TB) context.Context {
	t.Helper()
	start.Do(func() {
		path, err := find()
		if err != nil {
			errBrowser = err
			return
		}
		options := append(chromedp.DefaultExecAllocatorOptions[:],
			chromedp.ExecPath(path),
			chromedp.NoSandbox, // tests may run as root, in containers
			chromedp.Flag("disable-dev-shm-usage", true),
			chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"),
			chromedp.Flag("lang", "sv-SE"),
		)
		alloc, stopAlloc := chromedp.NewExecAllocator(context.Background(), options...)
		ctx, stopTab := chromedp.NewContext(alloc)
		browser, stop = ctx, func() { stopTab(); stopAlloc() }
		errBrowser = chromedp.Run(ctx)
	})
	if errBrowser != nil {
		t.Fatalf("browser tests need Chromium: %v (on Debian: apt-get install chromium)", errBrowser)
	}
	return browser
}

// openTab opens a window that shares no cookies with others. It closes when the
// test ends. (Chromium refuses a tab in a fresh context without a window, so
// chromedp.WithNewBrowserContext does not do.)
func openTab(t testing.TB) context.Context {
	t.Helper()
	parent := shared(t)
	onBrowser := cdp.WithExecutor(parent, chromedp.FromContext(parent).Browser)
	own, err := target.CreateBrowserContext().WithDisposeOnDetach(true).Do(onBrowser)
	if err != nil {
		t.Fatal(err)
	}
	id, err := target.CreateTarget("about:blank").WithBrowserContextID(own).WithNewWindow(true).Do(onBrowser)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := chromedp.NewContext(parent, chromedp.WithTargetID(id))
	t.Cleanup(func() {
		cancel()
		if err := target.DisposeBrowserContext(own).Do(onBrowser); err != nil {
			t.Logf("closing a tab: %v", err)
		}
	})
	return ctx
}

func find() (string, error) {
	var err error
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		var path string
		if path, err = exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", err
}
