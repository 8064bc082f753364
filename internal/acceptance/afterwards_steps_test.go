package acceptance

import (
	"fmt"
	"strings"

	"github.com/PuerkitoBio/goquery"

	"samverka/internal/access"
)

// afterwardsSteps are what follows a decision.
func (w *world) afterwardsSteps(sc book) {
	phrase(sc, `"…" lägger till åtgärden "…" i "…" för "…" till DATUM`, w.addAction)
	phrase(sc, `"…" markerar åtgärden "…" i "…" som klar`, func(p, what, x string) error { return w.row(p, x, what, "action-done", is("result", "Det gick bra.")) })
	phrase(sc, `"…" återkopplar "…" till "…"`, func(p, x, name string) error {
		return w.row(p, x, name, "feedback-given", is("note", "Vi berättade hur det blev."))
	})
	phrase(sc, `"…" sätter "…" i verket`, func(p, x string) error { return w.stage(p, x, "execute", "/genomfor", false) })
	phrase(sc, `"…" försöker sätta "…" i verket`, func(p, x string) error { return w.stage(p, x, "execute", "/genomfor", true) })
	phrase(sc, `"…" går över till uppföljning av "…"`, func(p, x string) error { return w.stage(p, x, "follow", "/folj-upp", false) })
	phrase(sc, `"…" försöker gå över till uppföljning av "…"`, func(p, x string) error { return w.stage(p, x, "follow", "/folj-upp", true) })
	phrase(sc, `"…" följer upp "…" i "…" som "…"`, w.followUp)
	phrase(sc, `"…" avslutar ärendet "…" med lärdomen "…"`, func(p, x, said string) error { return w.written(p, x, "close", "/avsluta", is("note", said)) })
	phrase(sc, `"…" stoppar arbetet i "…" eftersom "…"`, func(p, x, why string) error { return w.written(p, x, "work-stop", "/stopp", is("why", why)) })
	phrase(sc, `"…" häver stoppet i "…" eftersom "…"`, func(p, x, why string) error { return w.written(p, x, "work-lift", "/stopp/hav", is("why", why)) })
}

var afterRoles = []access.Role{access.Manager, access.SafetyRep}

func (w *world) stage(name, title, form, path string, attempt bool) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	a := act{roles: []access.Role{access.Manager}, places: []place{{page: x.path("/efterat"), form: form}}, action: x.path("/efterat" + path)}
	if attempt {
		_, err = w.attempted(name, x, a)
		return err
	}
	_, err = w.do(name, a)
	return err
}

// written fills in a page that asks for one thing.
func (w *world) written(name, title, form, path string, fields ...field) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	page := x.path("/efterat" + path)
	_, err = w.do(name, act{roles: afterRoles, places: []place{{page: page, form: form}}, action: page, fields: fields})
	return err
}

func (w *world) addAction(name, what, title, person, due string) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	page := x.path("/efterat/atgard")
	_, err = w.do(name, act{roles: []access.Role{access.Manager}, places: []place{{page: page, form: "action-add"}}, action: page,
		fields: []field{is("what", what), is("due_on", due)}, fill: func(f *form) error {
			var id string
			f.sel.Find(`select[name="person"] option`).Each(func(_ int, o *goquery.Selection) {
				if squeeze(o.Text()) == person {
					id = optionValue(o)
				}
			})
			return f.set("person", id)
		}})
	return err
}

// row fills in the page that the row with the text leads to.
func (w *world) row(name, title, text, form string, fields ...field) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	p, err := w.person(name)
	if err != nil {
		return err
	}
	if err := p.as(access.Manager); err != nil {
		return err
	}
	list, err := p.open(x.path("/efterat"))
	if err != nil {
		return err
	}
	link := list.doc.Find("main a").FilterFunction(func(_ int, s *goquery.Selection) bool {
		return strings.Contains(squeeze(s.Text()), text) && (strings.HasPrefix(s.AttrOr("href", ""), x.path("/efterat/")) || strings.HasPrefix(s.AttrOr("href", ""), "/atgarder/"))
	})
	page := link.First().AttrOr("href", "")
	if page == "" {
		return fmt.Errorf("%s: ingen rad %q att öppna: %s", x.path("/efterat"), text, list.text("main"))
	}
	action := page
	if form == "action-done" {
		action += "/klar"
	}
	_, err = w.do(name, act{roles: []access.Role{access.Manager}, places: []place{{page: page, form: form}}, action: action, fields: fields})
	return err
}

func (w *world) followUp(name, what, title, result string) error {
	codes := map[string]string{"som vi hade tänkt": "as_meant", "delvis": "partly", "nej": "not"}
	code, ok := codes[result]
	if !ok {
		return fmt.Errorf("resultatet %q finns inte", result)
	}
	return w.row(name, title, what, "check-record", is("result", code), is("note", "Vi frågade alla på APT."))
}
