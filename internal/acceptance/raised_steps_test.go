package acceptance

import (
	"fmt"
	"strings"

	"github.com/cucumber/godog"

	"samverka/internal/access"
)

// raisedRef is a question that the scenario has let somebody bring.
type raisedRef struct {
	id int64
	by string
}

func (r *raisedRef) path(part string) string { return fmt.Sprintf("/vackta/%d%s", r.id, part) }

func (w *world) raisedSteps(sc book) {
	phrase(sc, `"…" väcker frågan "…" i "…":`, func(p, q, g string, t *godog.Table) error { return w.raise(p, q, g, t, false) })
	phrase(sc, `"…" försöker väcka frågan "…" i "…":`, func(p, q, g string, t *godog.Table) error { return w.raise(p, q, g, t, true) })
	phrase(sc, `"…" tar emot frågan "…":`, w.accept)
	phrase(sc, `"…" avböjer frågan "…" eftersom "…"`, func(p, q, why string) error {
		return w.aboutRaised(p, q, "decline", "/avboj", false, is("answer", why))
	})
	phrase(sc, `"…" försöker avböja frågan "…" eftersom "…"`, func(p, q, why string) error { return w.aboutRaised(p, q, "decline", "/avboj", true, is("answer", why)) })
	phrase(sc, `"…" återtar frågan "…"`, func(p, q string) error { return w.aboutRaised(p, q, "take-back", "/aterta", false) })
	phrase(sc, `"…" försöker återta frågan "…"`, func(p, q string) error { return w.aboutRaised(p, q, "take-back", "/aterta", true) })
	phrase(sc, `"…" begär förhandling enligt MBL (10|12) § om frågan "…"`, func(p, no, q string) error {
		return w.aboutRaised(p, q, "raised-negotiate", "/forhandling", false, is("paragraph", "mbl"+no))
	})
	phrase(sc, `"…" försöker begära förhandling enligt MBL (10|12) § om frågan "…"`, func(p, no, q string) error {
		return w.aboutRaised(p, q, "raised-negotiate", "/forhandling", true, is("paragraph", "mbl"+no))
	})
	phrase(sc, `förhandlingen om frågan "…" avslutas av "…" genom "…"`, func(q, p, how string) error {
		manner, err := oneOf("sätt att avsluta", how, map[string]string{"enighet": "agreement", "oenighet": "disagreement", "skriftligt frånträdande": "withdrawal"})
		if err != nil {
			return err
		}
		return w.aboutRaised(p, q, "raised-end", "/forhandling/avsluta", false, is("manner", manner))
	})
	phrase(sc, `läser "…" "…" om frågan "…"`, w.readsRaised)
	phrase(sc, `ser "…" inte frågan "…"`, w.noRaised)
	phrase(sc, `visar sidan Väck ärende för "…" "…"`, w.raisePage)
}

var raisers = []access.Role{access.UnionRep, access.SafetyRep}

func (w *world) raise(name, title, group string, t *godog.Table, attempt bool) error {
	r, err := fields(t, "fält", "vad", "enhet", "behandlas", "organisation")
	if err != nil {
		return err
	}
	id, err := w.group(group)
	if err != nil {
		return err
	}
	a := act{roles: raisers, places: []place{{page: "/vackta/ny", form: "raise"}}, action: "/vackta/ny",
		fields: []field{is("title", title), is("why", r["vad"]), is("wanted_on", r["behandlas"]), is("group", id)}}
	if r.has("enhet") && r["enhet"] != "" {
		unit, err := w.unit(r["enhet"])
		if err != nil {
			return err
		}
		a.fields = append(a.fields, is("unit", unit))
	}
	if r["organisation"] != "" {
		u, err := w.union(r["organisation"])
		if err != nil {
			return err
		}
		a.fields = append(a.fields, is("union", u))
	}
	var o outcome
	if attempt {
		if o, err = w.attempted(name, nil, a); err != nil || !o.done {
			return err
		}
	} else if o, err = w.do(name, a); err != nil {
		return err
	}
	made, err := madeID(o.led)
	if err == nil {
		w.raised[title] = &raisedRef{made, name}
	}
	return err
}

func (w *world) question(title string) (*raisedRef, error) {
	if q := w.raised[title]; q != nil {
		return q, nil
	}
	return nil, fmt.Errorf("scenariot har inte väckt någon fråga %q", title)
}

// accept makes a matter of the question, with the same title.
func (w *world) accept(name, title string, t *godog.Table) error {
	q, err := w.question(title)
	if err != nil {
		return err
	}
	made, err := w.newMatter(title, t)
	if err != nil {
		return err
	}
	o, err := w.do(name, act{roles: []access.Role{access.Manager}, places: []place{{page: q.path("/ta-emot"), form: "accept"}}, action: q.path("/ta-emot"), fields: made.fields})
	if err != nil {
		return err
	}
	return w.keepMatter(name, title, o)
}

func (w *world) aboutRaised(name, title, form, part string, attempt bool, fields ...field) error {
	q, err := w.question(title)
	if err != nil {
		return err
	}
	a := act{roles: []access.Role{access.Manager, access.Negotiator, access.UnionRep, access.SafetyRep}, places: []place{{page: q.path(""), form: form}}, action: q.path(part), fields: fields}
	if attempt {
		_, err = w.attempted(name, nil, a)
		return err
	}
	_, err = w.do(name, a)
	return err
}

func (w *world) readsRaised(name, text, title string) error {
	q, err := w.question(title)
	if err != nil {
		return err
	}
	p, err := w.person(name)
	if err != nil {
		return err
	}
	roles, err := p.fitting()
	if err != nil {
		return err
	}
	var got []string
	for _, r := range roles {
		if err := p.as(r); err != nil {
			return err
		}
		a, err := p.open(q.path(""))
		if err != nil {
			return err
		}
		if says(a.text("main"), text) {
			return nil
		}
		got = append(got, a.text("main"))
	}
	return fmt.Errorf("%s läser inte %q: %s", name, text, shorten(strings.Join(got, " | ")))
}

func (w *world) noRaised(name, title string) error {
	q, err := w.question(title)
	if err != nil {
		return err
	}
	p, err := w.person(name)
	if err != nil {
		return err
	}
	roles, err := p.fitting()
	if err != nil {
		return err
	}
	for _, r := range roles {
		if err := p.as(r); err != nil {
			return err
		}
		a, err := p.open(q.path(""))
		if err != nil {
			return err
		}
		if a.status == 200 || says(string(a.body), title) {
			return fmt.Errorf("%s ser frågan som %s (%d)", name, r, a.status)
		}
	}
	return nil
}

func (w *world) raisePage(name, text string) error {
	p, err := w.person(name)
	if err != nil {
		return err
	}
	roles, err := p.fitting(raisers...)
	if err != nil {
		return err
	}
	if err := p.as(roles[0]); err != nil {
		return err
	}
	a, err := p.open("/vackta/ny")
	if err == nil && !says(a.text("main"), text) {
		err = fmt.Errorf("sidan säger inte %q: %s", text, shorten(a.text("main")))
	}
	return err
}
