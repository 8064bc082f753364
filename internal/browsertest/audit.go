package browsertest

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/chromedp/chromedp"
)

//go:embed testdata/axe/axe.min.js
var axe string

// runAxe asks for the rules of WCAG 2.2 A and AA.
const runAxe = `axe.run(document, {runOnly: {type: 'tag', values: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa']}, resultTypes: ['violations']})
	.then(r => JSON.stringify(r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' ') + ': ' + n.failureSummary.replace(/\s+/g, ' ')))))`

// sideways lists what reaches outside the screen, except inside a box that
// scrolls by itself.
const sideways = `document.documentElement.scrollWidth <= document.documentElement.clientWidth ? '' :
	'the page is ' + document.documentElement.scrollWidth + ' px wide: ' +
	[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll'))
	.map(e => e.tagName + '.' + e.className).slice(0, 5).join(', ')`

// structure lists breaches of what every page has.
const structure = `[
	document.querySelectorAll('h1').length === 1 ? '' : document.querySelectorAll('h1').length + ' h1 elements',
	document.querySelectorAll('main').length === 1 ? '' : 'not one main element',
	document.documentElement.lang ? '' : 'no language',
	document.title ? '' : 'no title',
	[...document.querySelectorAll('[style],style,script:not([src])')].length ? 'inline style or script' : '',
	/(^|\s)![a-z]+\.[a-z_.0-9]+/.test(document.body.innerText) ? 'a key without text: ' + document.body.innerText.match(/![a-z]+\.[a-z_.0-9]+/)[0] : '',
].filter(Boolean).join('; ')`

// Audit opens each page in light and dark at 1280 and 320 pixels and reports
// every accessibility violation of WCAG 2.2 A and AA that axe finds, sideways
// scroll, console errors, missing structure, a title that another page audited
// by p has, and focus that is not seen when walking with Tab.
func (p *Page) Audit(urls ...string) {
	p.t.Helper()
	for _, url := range urls {
		for _, scheme := range []string{"light", "dark"} {
			for _, width := range []int64{1280, 320} {
				p.Scheme(scheme).Width(width).Open(url)
				p.look(fmt.Sprintf("%s (%s, %d px)", url, scheme, width))
			}
		}
		p.Scheme("light").Width(1280).Open(url)
		p.title(url)
		for _, problem := range p.walk() {
			p.t.Errorf("%s: %s", url, problem)
		}
	}
}

// look reports what is wrong with the open page as it is shown now.
func (p *Page) look(where string) {
	p.t.Helper()
	p.do(chromedp.Evaluate(axe+";0", nil))
	var violations []string
	if err := json.Unmarshal([]byte(p.eval(runAxe)), &violations); err != nil {
		p.t.Fatal(err)
	}
	all := slices.Concat(violations, []string{p.eval(sideways), p.eval(structure)}, p.Problems())
	for _, problem := range all {
		if problem != "" {
			p.t.Errorf("%s: %s", where, problem)
		}
	}
}

func (p *Page) title(url string) {
	p.t.Helper()
	title := p.Title()
	if other, taken := p.titles[title]; taken && other != url {
		p.t.Errorf("%s and %s have the same title %q", url, other, title)
	}
	p.titles[title] = url
	if !strings.Contains(title, " – ") {
		p.t.Errorf("%s: the title %q does not name the place", url, title)
	}
}
