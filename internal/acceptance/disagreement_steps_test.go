package acceptance

import (
	"fmt"
	"net/http"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"github.com/cucumber/godog"

	"samverka/internal/access"
)

// disagreementSteps are the agreement's steps before central negotiation, late requests, and the logs of negotiations.
func (w *world) disagreementSteps(sc book) {
	phrase(sc, `"…" begär nästa steg i "…" för "…"`, func(p, x, u string) error { return w.claimStep(p, x, u, false) })
	phrase(sc, `"…" försöker begära nästa steg i "…" för "…"`, func(p, x, u string) error { return w.claimStep(p, x, u, true) })
	phrase(sc, `"…" tar tillbaka begäran om nästa steg i "…"`, w.stepBack)
	phrase(sc, `"…" tar tillbaka begäran om "…" i "…"`, w.requestBack)
	phrase(sc, `"…" ber om förhandling i "…" för "…" eftersom "…"`, func(p, x, u, why string) error { return w.askLate(p, x, u, why, false) })
	phrase(sc, `"…" försöker be om förhandling i "…" för "…" eftersom "…"`, func(p, x, u, why string) error { return w.askLate(p, x, u, why, true) })
	phrase(sc, `"…" går med på att förhandla i "…"`, func(p, x string) error { return w.answerLate(p, x, "yes", "") })
	phrase(sc, `"…" går inte med på att förhandla i "…" eftersom "…"`, func(p, x, why string) error { return w.answerLate(p, x, "no", why) })
	phrase(sc, `"…" skriver i loggen för "…" i "…":`, w.logEntry)
	phrase(sc, `läser "…" "…" i loggen för "…" i "…"`, w.readsLog)
	phrase(sc, `kan "…" inte läsa loggen för "…" i "…"`, w.mayNotReadLog)
	phrase(sc, `säger ärendet "…" "…"`, w.matterSays)
}

func (w *world) claimStep(name, title, unionName string, attempt bool) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	page := x.path("/oenighet")
	mine := func(s *goquery.Selection) bool { return strings.Contains(squeeze(s.Find("button").Text()), unionName) }
	a := act{roles: []access.Role{access.UnionRep}, action: page, places: []place{{page, "step-request", mine}}, fields: []field{is("note", "Vi vill tala om bemanningen på kvällarna.")}}
	if attempt {
		_, err = w.attempted(name, x, a)
		return err
	}
	_, err = w.do(name, a)
	return err
}

// stepBack presses the button beside the request on the matter's page.
func (w *world) stepBack(name, title string) error {
	return w.press(name, title, access.UnionRep, "", "step-withdraw")
}

func (w *world) requestBack(name, track, title string) error {
	page, err := w.trackPage(name, access.UnionRep, track, title)
	if err != nil {
		return err
	}
	return w.press(name, title, access.UnionRep, page, "request-withdraw")
}

// press submits a form of one button, wherever it leads.
func (w *world) press(name, title string, role access.Role, page, form string) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	if page == "" {
		page = x.path("")
	}
	a, err := w.see(name, role, page)
	if err != nil {
		return err
	}
	f := a.form(form, nil)
	if f == nil {
		return fmt.Errorf("%s erbjuder inte formuläret %s: %s", page, form, shorten(a.text("main")))
	}
	_, err = w.do(name, act{roles: []access.Role{role}, action: f.action, places: []place{{page, form, nil}}})
	return err
}

// trackPage finds the page of the negotiation from the matter's own page, as the person sees it.
func (w *world) trackPage(name string, role access.Role, track, title string) (string, error) {
	x, err := w.matter(title)
	if err != nil {
		return "", err
	}
	a, err := w.see(name, role, x.path(""))
	if err != nil {
		return "", err
	}
	page := ""
	a.doc.Find("#sparen [data-track]").Each(func(_ int, s *goquery.Selection) {
		if squeeze(s.AttrOr("data-track", "")) == squeeze(track) {
			page = s.Find(`a[href*="/spar/"]`).First().AttrOr("href", "")
		}
	})
	if page == "" {
		return "", fmt.Errorf("%s leds inte till loggen för %q: %s", name, track, shorten(a.text("#sparen")))
	}
	return page, nil
}

func (w *world) askLate(name, title, unionName, why string, attempt bool) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	u, err := w.union(unionName)
	if err != nil {
		return err
	}
	page := x.path("/mbl/sent")
	a := act{roles: []access.Role{access.UnionRep}, action: page, places: []place{{page, "late-request", holding("union", u)}}, fields: []field{is("union", u), is("reason", why)}}
	if attempt {
		_, err = w.attempted(name, x, a)
		return err
	}
	_, err = w.do(name, a)
	return err
}

// answerLate follows the link on the matter's page.
func (w *world) answerLate(name, title, consent, why string) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	for _, role := range []access.Role{access.Manager, access.Negotiator} {
		a, err := w.see(name, role, x.path(""))
		if err != nil {
			continue
		}
		page := a.doc.Find(`a[href*="/mbl/sent/"]`).First().AttrOr("href", "")
		if page == "" {
			return fmt.Errorf("%s leds inte till begäran: %s", name, shorten(a.text("#beslutslage")))
		}
		_, err = w.do(name, act{roles: []access.Role{role}, action: page, places: []place{{page, "late-answer", nil}}, fields: []field{is("consent", consent), is("answer", why)}})
		return err
	}
	return fmt.Errorf("%s kan inte öppna ärendet", name)
}

var logRoles = []access.Role{access.Manager, access.Negotiator, access.UnionRep, access.HR}

// logEntry writes one row of the table into the negotiation's log.
func (w *world) logEntry(name, track, title string, t *godog.Table) error {
	all, err := rows(t, []string{"rad", "dag", "text"}, []string{"med", "protokoll"})
	if err != nil {
		return err
	}
	kinds := map[string]string{"kallelse": "called", "möte": "met", "bud": "offer", "yrkande": "demand", "frånträdande": "notice", "protokoll": "minutes", "anteckning": "note"}
	for _, r := range all {
		kind, err := oneOf("rad", r["rad"], kinds)
		if err != nil {
			return err
		}
		done := false
		for _, role := range logRoles {
			page, err := w.trackPage(name, role, track, title)
			if err != nil {
				continue
			}
			if _, err := w.do(name, act{roles: []access.Role{role}, action: page, places: []place{{page, "track-entry", nil}}, fields: []field{is("kind", kind), is("happened_on", r["dag"]),
				is("body", r["text"]), is("counterpart", r["med"]), is("reference", r["protokoll"])}}); err != nil {
				return err
			}
			done = true
			break
		}
		if !done {
			return fmt.Errorf("%s kan inte skriva i loggen för %q", name, track)
		}
	}
	return nil
}

func (w *world) readsLog(name, text, track, title string) error {
	var last error
	for _, role := range logRoles {
		page, err := w.trackPage(name, role, track, title)
		if err != nil {
			last = err
			continue
		}
		a, err := w.see(name, role, page)
		if err != nil {
			return err
		}
		if !says(a.text("#logg"), text) {
			return fmt.Errorf("loggen säger %s", shorten(a.text("#logg")))
		}
		return nil
	}
	return last
}

// mayNotReadLog asks for the page as its owner knows it.
func (w *world) mayNotReadLog(name, track, title string) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	page, err := w.trackPage(x.owner, access.Manager, track, title)
	if err != nil {
		return err
	}
	p, err := w.person(name)
	if err != nil {
		return err
	}
	a, err := p.open(page)
	if err == nil && a.status != http.StatusNotFound && a.status != http.StatusForbidden {
		err = fmt.Errorf("%s läser loggen (%d): %s", name, a.status, shorten(a.text("main")))
	}
	return err
}

func (w *world) matterSays(title, text string) error {
	_, a, err := w.page(title)
	if err == nil && !says(a.text("main"), text) {
		err = fmt.Errorf("ärendet säger inte %q: %s", text, shorten(a.text("#beslutslage")+a.text("#sparen")))
	}
	return err
}
