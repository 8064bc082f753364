package acceptance

import (
	"fmt"
	"net/http"

	"samverka/internal/access"
)

// topics are the help texts by name.
var helpTopics = map[string]string{"Idé": "ide", "APT": "apt", "Beredning": "beredning", "Kallelse": "kallelse", "Mötet": "motet", "Oenighet": "oenighet",
	"Beslut": "beslut", "Efteråt": "efterat", "Verktyg": "verktyg", "Öppna sidan": "om"}

// guidanceSteps are the help beside the work, and the page that is open to everybody.
func (w *world) guidanceSteps(sc book) {
	phrase(sc, `"…" skriver stödtexten "…":`, func(p, t, body string) error { return w.writeHelp(p, t, body, false) })
	phrase(sc, `"…" försöker skriva stödtexten "…":`, func(p, t, body string) error { return w.writeHelp(p, t, body, true) })
	phrase(sc, `"…" och "…" skriver stödtexten "…" samtidigt`, w.writeHelpTogether)
	phrase(sc, `"…" återgår till vår stödtext "…"`, w.revertHelp)
	phrase(sc, `säger stödet "…" till "…" "…"`, func(t, p, text string) error { return w.helpSays(t, p, text, true) })
	phrase(sc, `säger stödet "…" inte till "…" "…"`, func(t, p, text string) error { return w.helpSays(t, p, text, false) })
	phrase(sc, `får "…" tipset "…" på ärendet "…"`, w.tipOnMatter)
	phrase(sc, `säger den öppna sidan "…"`, func(text string) error { return w.publicSays("", text, true) })
	phrase(sc, `säger den öppna sidan inte "…"`, func(text string) error { return w.publicSays("", text, false) })
	phrase(sc, `säger den öppna sidan för "…" "…"`, func(slug, text string) error { return w.publicSays("/"+slug, text, true) })
	phrase(sc, `finns ingen öppen sida för "…"`, w.noPublic)
}

var helpWriters = []access.Role{access.HR, access.Admin}

func helpPath(topic string) (string, error) {
	t, ok := helpTopics[topic]
	if !ok {
		return "", fmt.Errorf("stödtexten %q finns inte", topic)
	}
	return "/installningar/stod/" + t, nil
}

func (w *world) writeHelp(name, topic, body string, attempt bool) error {
	path, err := helpPath(topic)
	if err != nil {
		return err
	}
	a := act{roles: helpWriters, places: []place{{page: path, form: "guidance"}}, action: path, fields: []field{is("body", body)}}
	if attempt {
		_, err = w.attempted(name, nil, a)
	} else {
		_, err = w.do(name, a)
	}
	return err
}

// writeHelpTogether lets both open the form before either saves; the one who saves last is asked to compare.
func (w *world) writeHelpTogether(one, two, topic string) error {
	path, err := helpPath(topic)
	if err != nil {
		return err
	}
	var forms []*form
	for _, name := range []string{one, two} {
		page, err := w.see(name, access.HR, path)
		if err != nil {
			return err
		}
		f := page.form("guidance", nil)
		if f == nil {
			return fmt.Errorf("%s får inget formulär: %s", name, page.text("main"))
		}
		if err := f.set("body", "Skrivet av "+name); err != nil {
			return err
		}
		forms = append(forms, f)
	}
	for i, name := range []string{one, two} {
		a, err := w.people[name].send(path, forms[i].values)
		if err != nil {
			return err
		}
		if want := []int{http.StatusSeeOther, http.StatusConflict}[i]; a.status != want {
			return fmt.Errorf("%s: sidan svarar %d, inte %d", name, a.status, want)
		}
		if i == 1 && (!says(a.text("main"), "Skrivet av "+one) || !says(string(a.body), "Skrivet av "+two)) {
			return fmt.Errorf("sidan visar inte båda texterna: %s", a.text("main"))
		}
	}
	return nil
}

func (w *world) revertHelp(name, topic string) error {
	path, err := helpPath(topic)
	if err != nil {
		return err
	}
	_, err = w.do(name, act{roles: helpWriters, places: []place{{page: path, form: "guidance-revert"}}, action: path + "/aterga"})
	return err
}

func (w *world) helpSays(topic, name, text string, want bool) error {
	t, ok := helpTopics[topic]
	if !ok {
		return fmt.Errorf("stödtexten %q finns inte", topic)
	}
	page, err := w.see(name, access.Manager, "/stod")
	if err != nil {
		return err
	}
	if got := page.text(`main section[data-topic="` + t + `"]`); says(got, text) != want {
		return fmt.Errorf("stödet säger: %s", got)
	}
	return nil
}

func (w *world) tipOnMatter(name, topic, title string) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	page, err := w.see(name, access.Manager, x.path(""))
	if err != nil {
		return err
	}
	if got := page.doc.Find("main details[data-tips]").First().AttrOr("data-tips", ""); got != helpTopics[topic] {
		return fmt.Errorf("tipset är %q", got)
	}
	return nil
}

// publicSays opens the page as somebody who is not signed in.
func (w *world) publicSays(path, text string, want bool) error {
	a, err := newBrowser(w.base).get("/om-samverkan" + path)
	if err != nil {
		return err
	}
	if a.status != http.StatusOK || says(a.text("main"), text) != want {
		return fmt.Errorf("den öppna sidan (%d) säger: %s", a.status, a.text("main"))
	}
	return nil
}

func (w *world) noPublic(slug string) error {
	a, err := newBrowser(w.base).get("/om-samverkan/" + slug)
	if err == nil && a.status != http.StatusNotFound {
		err = fmt.Errorf("sidan svarar %d", a.status)
	}
	return err
}
