package acceptance

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"github.com/PuerkitoBio/goquery"

	"samverka/internal/access"
)

// place is where a form stands.
type place struct {
	page  string
	form  string
	which func(*goquery.Selection) bool // among several; nil: the first
}

// field is what a person writes or chooses in one field.
type field struct {
	name   string
	values []string
}

func is(name string, values ...string) field { return field{name, values} }

// act is one thing that a person does with a form.
type act struct {
	roles  []access.Role // in the order in which they fit
	places []place       // where the form may stand, the likeliest first
	fields []field
	fill   func(*form) error // more that depends on the form; nil: nothing
	action string            // the address that the form is sent to
	plain  url.Values        // sent to it when no page offers the form; nil: the fields
}

// outcome is what came of it.
type outcome struct {
	done    bool
	answer  answer // the last page
	led     string // where the first redirect led
	offered bool
	said    []string // what the pages said, the refusals first
}

func (o outcome) String() string { return strings.Join(o.said, " | ") }

// do does what has to succeed: through the pages alone, in the first of the person's roles that can.
func (w *world) do(name string, a act) (outcome, error) {
	p, roles, err := w.ready(name, a)
	if err != nil {
		return outcome{}, err
	}
	var all []string
	for _, r := range roles {
		o, err := p.perform(r, a, false)
		if err != nil || o.done {
			return o, err
		}
		all = append(all, fmt.Sprintf("som %s: %s", r, o))
	}
	return outcome{}, fmt.Errorf("%s: %s", name, strings.Join(all, "\n"))
}

// try does what may be refused. Where no page offers the form, it is sent all the same, in every role that the person has.
func (w *world) try(name string, a act) (outcome, error) {
	p, roles, err := w.ready(name, a)
	if err != nil {
		return outcome{}, err
	}
	var all outcome
	for _, r := range roles {
		o, err := p.perform(r, a, true)
		if err != nil || o.done {
			return o, err
		}
		all.said, all.answer, all.offered = append(all.said, o.said...), o.answer, all.offered || o.offered
	}
	return all, nil
}

func (w *world) ready(name string, a act) (*person, []access.Role, error) {
	p, err := w.person(name)
	if err != nil {
		return nil, nil, err
	}
	p.warned = ""
	roles, err := p.fitting(a.roles...)
	return p, roles, err
}

// perform opens the places in turn until one offers the form, and submits it. With force, what is not offered is sent
// anyway.
func (p *person) perform(role access.Role, a act, force bool) (o outcome, err error) {
	if err := p.as(role); err != nil {
		return o, err
	}
	for _, pl := range a.places {
		page, err := p.open(pl.page)
		if err != nil {
			return o, err
		}
		f := page.form(pl.form, pl.which)
		if f == nil {
			o.said = append(o.said, fmt.Sprintf("%s (%d) erbjuder inte formuläret %s: %s", pl.page, page.status, pl.form, page.text("main")))
			o.answer = page
			continue
		}
		if got, _, _ := strings.Cut(f.action, "?"); got != a.action {
			return o, fmt.Errorf("formuläret %s på %s leder till %s, inte till %s", pl.form, pl.page, f.action, a.action)
		}
		if err := a.fillIn(f); err != nil {
			o.said = append(o.said, err.Error())
			continue
		}
		o.offered = true
		err = p.carry(&o, pl.form, f.action, f.values)
		return o, err
	}
	if !force {
		return o, nil
	}
	values := a.plain
	if values == nil {
		values = url.Values{}
		for _, x := range a.fields {
			values[x.name] = x.values
		}
	}
	err = p.carry(&o, "", a.action, values)
	return o, err
}

func (a act) fillIn(f *form) error {
	for _, x := range a.fields {
		if err := f.set(x.name, x.values...); err != nil {
			return err
		}
	}
	if a.fill != nil {
		return a.fill(f)
	}
	return nil
}

// carry submits and goes on as far as the pages ask: a reason where a rule warns, a look through before it is sent.
func (p *person) carry(o *outcome, form, action string, values url.Values) error {
	for range 4 {
		a, err := p.send(action, values)
		if err != nil {
			return err
		}
		o.answer = a
		if a.status == http.StatusSeeOther {
			o.done, o.led = true, a.to
			if o.answer, err = p.browser.follow(a, nil); err == nil {
				p.warned += " " + o.answer.warnings()
			}
			return err
		}
		f := a.confirmation(form)
		if f == nil {
			if a.status < 400 {
				return fmt.Errorf("POST %s svarade %d utan att leda vidare: %s", action, a.status, a.why())
			}
			p.warned += " " + a.warnings()
			o.said = append([]string{a.why()}, o.said...)
			return nil
		}
		p.warned += " " + a.warnings()
		if f.sel.Is("[data-confirm]") {
			if err := f.set("reason", "Enligt scenariot"); err != nil {
				return err
			}
		}
		action, values = f.action, f.values
	}
	return fmt.Errorf("POST %s frågar gång på gång", action)
}

// confirmation is the form that asks to go on: the one that wants a reason, or the one to look through.
func (a answer) confirmation(name string) *form {
	if a.doc == nil {
		return nil
	}
	if s := a.doc.Find("form[data-confirm]").First(); s.Length() > 0 {
		return newForm(s, a.path)
	}
	if name == "" { // sent without a page
		name = "position"
	}
	return a.form(name+"-confirm", nil)
}
