package acceptance

import (
	"fmt"

	"samverka/internal/access"
)

// offered is the link that offers the decision.
const offered = `a[data-offer="decide"], [data-offer="decide"] a`

// mayDecide holds when the matter's page offers the decision and the page to decide on has its form, which is there only
// while posting it succeeds. It decides nothing.
func (w *world) mayDecide(name, title string) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	a, err := w.see(name, access.Manager, x.path(""))
	if err != nil {
		return err
	}
	offer := a.doc.Find(offered).First()
	if offer.Length() == 0 {
		return fmt.Errorf("sidan erbjuder %s inget beslut: %s", name, a.text("#beslutslage"))
	}
	p, err := w.person(name)
	if err != nil {
		return err
	}
	if a, err = p.open(offer.AttrOr("href", "")); err != nil {
		return err
	}
	f := a.form("decide", nil)
	if f == nil {
		return fmt.Errorf("sidan att besluta på har inget formulär (%d): %s", a.status, a.text("main"))
	}
	if f.action != x.path("/beslut") {
		return fmt.Errorf("formuläret leder till %s", f.action)
	}
	return f.set("deviation", "none")
}

// mayNotDecide holds when no page offers the person the decision and sending it anyway is refused; text stands in the list
// of what is missing.
func (w *world) mayNotDecide(name, title, text string) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	p, err := w.person(name)
	if err != nil {
		return err
	}
	roles, err := p.fitting(access.Manager)
	if err != nil {
		return err
	}
	missing := ""
	for _, r := range roles {
		if err := p.as(r); err != nil {
			return err
		}
		a, err := p.open(x.path(""))
		if err != nil {
			return err
		}
		if a.doc != nil && a.doc.Find(offered).Length() > 0 {
			return fmt.Errorf("sidan erbjuder %s att besluta som %s", name, r)
		}
		missing += " " + a.text("#beslutslage .panel-missing li")
	}
	if !says(missing, text) {
		return fmt.Errorf("%q står inte bland det som saknas: %s", text, missing)
	}
	kept := w.attempt
	o, err := w.attempted(name, x, decision(x, "none", ""))
	if err != nil {
		return err
	}
	if err := w.refused(""); err != nil {
		return err
	}
	if o.offered {
		return fmt.Errorf("sidan att besluta på har ett formulär fast beslutet inte är tillåtet")
	}
	w.attempt = kept
	return nil
}
