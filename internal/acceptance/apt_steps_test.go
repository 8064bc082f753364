package acceptance

import (
	"fmt"
	"net/http"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"github.com/cucumber/godog"

	"samverka/internal/access"
)

// aptSteps plan, hold and look back at an APT. It is known by its unit: the one that was planned there last.
func (w *world) aptSteps(sc book) {
	phrase(sc, `"…" planerar APT på "…":`, w.planAPT)
	phrase(sc, `"…" bjuder in till APT på "…"`, func(p, u string) error { return w.onAPT(p, u, "apt-invite", "", "/inbjudan") })
	phrase(sc, `"…" skickar dagordningen till APT på "…"`, func(p, u string) error { return w.onAPT(p, u, "apt-agenda-send", "", "/dagordning") })
	phrase(sc, `"…" lägger till APT-punkten "…" på "…"`, func(p, t, u string) error { return w.addAPTItem(p, t, "", u) })
	phrase(sc, `"…" lägger till APT-punkten "…" om "…" på "…"`, w.addAPTItem)
	phrase(sc, `"…" föreslår "…" till APT på "…"`, func(p, t, u string) error {
		return w.onAPT(p, u, "apt-propose", "/foresla", "/foresla", is("title", t))
	})
	phrase(sc, `"…" tar upp förslaget "…" på APT på "…"`, w.acceptProposal)
	phrase(sc, `"…" låter "…" skriva på APT på "…"`, func(p, q, u string) error {
		id, err := w.personID(q)
		if err != nil {
			return err
		}
		return w.onAPT(p, u, "apt-writer-add", "", "/skribenter", is("person", id))
	})
	phrase(sc, `"…" öppnar tillfälle TAL av APT på "…"`, func(p, n, u string) error { return w.onSitting(p, n, u, "apt-sitting-open", "/oppna") })
	phrase(sc, `"…" avslutar tillfälle TAL av APT på "…" med TAL deltagare`, func(p, n, u, count string) error {
		return w.onSitting(p, n, u, "apt-sitting-close", "/avsluta", is("attended", count))
	})
	phrase(sc, `"…" antecknar "…" om APT-punkten "…" vid tillfälle TAL på "…"`, func(p, text, t, n, u string) error { return w.noteAPT(p, text, t, n, u, false) })
	phrase(sc, `"…" försöker anteckna "…" om APT-punkten "…" vid tillfälle TAL på "…"`, func(p, text, t, n, u string) error { return w.noteAPT(p, text, t, n, u, true) })
	phrase(sc, `"…" tar över pennan vid tillfälle TAL av APT på "…"`, w.takeAPTPen)
	phrase(sc, `ser "…" "…" i anteckningen om APT-punkten "…" vid tillfälle TAL på "…"`, w.aptNoteSays)
	phrase(sc, `"…" avslutar APT-punkten "…" på "…" med "…"`, w.endAPTItem)
	phrase(sc, `"…" publicerar anteckningarna från APT på "…"`, func(p, u string) error { return w.onAPT(p, u, "apt-publish", "/anteckningar", "/publicera") })
	phrase(sc, `"…" säger att hen har läst anteckningarna från APT på "…"`, func(p, u string) error { return w.onAPT(p, u, "apt-read", "/anteckningar", "/last") })
	phrase(sc, `"…" frågar "…" efter APT på "…"`, func(p, q, u string) error { return w.onAPT(p, u, "apt-ask", "/anteckningar", "/fragor", is("text", q)) })
	phrase(sc, `"…" svarar "…" på frågan "…" efter APT på "…"`, w.answerAPT)
	phrase(sc, `"…" berättar "…" om APT-punkten "…" på "…"`, w.resultAPT)
	phrase(sc, `står "…" i anteckningarna från APT på "…" för "…"`, func(text, u, p string) error { return w.aptSays(p, u, "/anteckningar", text) })
	phrase(sc, `står "…" på APT-sidan för "…" på "…"`, func(text, p, u string) error { return w.aptSays(p, u, "", text) })
	phrase(sc, `ser "…" inte texten "…" på sidorna om APT på "…"`, w.aptHides)
	phrase(sc, `ser "…" inte APT på "…"`, w.aptUnknown)
}

// apt is the address of the unit's APT.
func (w *world) apt(unit, part string) (string, error) {
	id, ok := w.apts[unit]
	if !ok {
		return "", fmt.Errorf("scenariot har inte planerat någon APT på %q", unit)
	}
	return fmt.Sprintf("/apt/%d%s", id, part), nil
}

// planAPT fills in one sitting for each row.
func (w *world) planAPT(name, unit string, t *godog.Table) error {
	all, err := rows(t, []string{"dag", "börjar"}, []string{"slutar", "plats"})
	if err != nil {
		return err
	}
	id, err := named("enhet", unit, w.names.units)
	if err != nil {
		return err
	}
	f := []field{is("unit", id)}
	for form, column := range map[string]string{"date": "dag", "time": "börjar", "ends": "slutar", "place": "plats"} {
		var values []string
		for _, r := range all {
			values = append(values, r[column])
		}
		f = append(f, is(form, values...))
	}
	o, err := w.do(name, act{roles: []access.Role{access.Manager}, action: "/apt", places: []place{{page: "/apt/ny", form: "apt-plan"}}, fields: f})
	if err != nil {
		return err
	}
	made, err := madeID(o.led)
	w.apts[unit] = made
	return err
}

// onAPT sends one of the APT's forms, which stands on the page, in whichever of the person's roles can.
func (w *world) onAPT(name, unit, form, page, action string, fields ...field) error {
	at, err := w.apt(unit, page)
	if err != nil {
		return err
	}
	to, _ := w.apt(unit, action)
	_, err = w.do(name, act{action: to, places: []place{{page: at, form: form}}, fields: fields})
	return err
}

var aptCategories = map[string]string{"lokaler": "premises", "arbetstid": "working_time", "arbetsmiljö": "work_environment", "budget": "budget"}

func (w *world) addAPTItem(name, title, category, unit string) error {
	f := []field{is("title", title), is("minutes", "10")}
	if category != "" {
		c, err := oneOf("förändring", category, aptCategories)
		if err != nil {
			return err
		}
		f = append(f, is("category", c))
	}
	return w.onAPT(name, unit, "apt-item-add", "", "/punkter", f...)
}

func (w *world) acceptProposal(name, title, unit string) error {
	at, err := w.apt(unit, "")
	if err != nil {
		return err
	}
	a, err := w.see(name, access.Manager, at)
	if err != nil {
		return err
	}
	action := a.doc.Find(fmt.Sprintf(`[data-proposal=%q] form[data-form="apt-proposal-accept"]`, title)).AttrOr("action", "")
	_, err = w.do(name, act{roles: []access.Role{access.Manager}, action: action, places: []place{{page: at, form: "apt-proposal-accept", which: to(action)}}})
	return err
}

// aptPart finds an item or a sitting on the page of the APT: by its title, or by its number.
func (w *world) aptPart(name, unit, selector string, n int) (string, error) {
	at, err := w.apt(unit, "")
	if err != nil {
		return "", err
	}
	p, err := w.person(name)
	if err != nil {
		return "", err
	}
	a, err := p.open(at)
	if err != nil {
		return "", err
	}
	found := a.doc.Find(selector).Eq(n)
	if id := found.AttrOr("data-item-id", found.AttrOr("data-sitting", "")); id != "" {
		return id, nil
	}
	return "", fmt.Errorf("%s visar inte %s (%d): %s", at, selector, a.status, shorten(a.text("main")))
}

func (w *world) sitting(name, unit, n string) (string, error) {
	return w.aptPart(name, unit, ".sittings [data-sitting]", int(n[0]-'1'))
}

func (w *world) aptItem(name, unit, title string) (string, error) {
	return w.aptPart(name, unit, fmt.Sprintf(`[data-item=%q]`, title), 0)
}

func (w *world) onSitting(name, n, unit, form, part string, fields ...field) error {
	si, err := w.sitting(name, unit, n)
	if err != nil {
		return err
	}
	at, _ := w.apt(unit, "")
	_, err = w.do(name, act{roles: []access.Role{access.Manager}, action: at + "/tillfallen/" + si + part, fields: fields,
		places: []place{{page: at + "/lage?tillfalle=" + si, form: form}}})
	return err
}

// onAPTItem sends one of meeting mode's forms about an item.
func (w *world) onAPTItem(name, title, n, unit, form, part string, attempt bool, fields ...field) error {
	si, err := w.sitting(name, unit, n)
	if err != nil {
		return err
	}
	it, err := w.aptItem(name, unit, title)
	if err != nil {
		return err
	}
	at, _ := w.apt(unit, "")
	a := act{action: at + "/punkter/" + it + part, fields: fields, places: []place{{page: at + "/lage?tillfalle=" + si + "&punkt=" + it, form: form}}}
	if attempt {
		_, err = w.attempted(name, nil, a)
		return err
	}
	_, err = w.do(name, a)
	return err
}

func (w *world) noteAPT(name, text, title, n, unit string, attempt bool) error {
	return w.onAPTItem(name, title, n, unit, "apt-note", "/anteckning", attempt, is("text", text))
}

// takeAPTPen takes over what somebody else has, and says yes when the page asks.
func (w *world) takeAPTPen(name, n, unit string) error {
	si, err := w.sitting(name, unit, n)
	if err != nil {
		return err
	}
	at, _ := w.apt(unit, "")
	_, err = w.do(name, act{action: at + "/tillfallen/" + si + "/penna", places: []place{{page: at + "/lage?tillfalle=" + si, form: "apt-pen-take"}}})
	return err
}

// aptNoteSays looks at meeting mode: in the field for notes, or in what somebody else is writing.
func (w *world) aptNoteSays(name, text, title, n, unit string) error {
	si, err := w.sitting(name, unit, n)
	if err != nil {
		return err
	}
	it, err := w.aptItem(name, unit, title)
	if err != nil {
		return err
	}
	p, err := w.person(name)
	if err != nil {
		return err
	}
	at, _ := w.apt(unit, "")
	a, err := p.open(at + "/lage?tillfalle=" + si + "&punkt=" + it)
	if err != nil {
		return err
	}
	if !says(a.text("main"), text) {
		return fmt.Errorf("mötesläget säger %s", shorten(a.text("main")))
	}
	return nil
}

var aptOutcomes = map[string]string{"klart": "done", "chefen beslutar": "manager_decides", "till samverkansgrupp": "group", "till högre nivå": "level_up", "ny dialog": "dialogue"}

// endAPTItem ends an item at the first sitting. What goes to a group becomes a matter that the scenario knows by the item's
// title.
func (w *world) endAPTItem(name, title, unit, outcome string) error {
	o, err := oneOf("besked", outcome, aptOutcomes)
	if err != nil {
		return err
	}
	f := []field{is("outcome", o), is("text", "Enligt scenariot")}
	if o == "group" {
		f = append(f, is("category", "working_time"), is("planned", "2027-12-01"))
	}
	if err := w.onAPTItem(name, title, "1", unit, "apt-item-end", "/besked", false, f...); err != nil || o != "group" {
		return err
	}
	at, _ := w.apt(unit, "")
	a, err := w.see(name, access.Manager, at)
	if err != nil {
		return err
	}
	id, err := madeID(a.doc.Find(fmt.Sprintf(`[data-item=%q] .became a`, title)).AttrOr("href", ""))
	w.matters[title] = &matterRef{id: id, title: title, owner: name}
	return err
}

func (w *world) answerAPT(name, text, question, unit string) error {
	at, err := w.apt(unit, "/anteckningar")
	if err != nil {
		return err
	}
	a, err := w.see(name, access.Manager, at)
	if err != nil {
		return err
	}
	action := a.doc.Find(fmt.Sprintf(`[data-question=%q] form`, question)).AttrOr("action", "")
	_, err = w.do(name, act{roles: []access.Role{access.Manager}, action: action, fields: []field{is("answer", text)}, places: []place{{page: at, form: "apt-question-answer", which: to(action)}}})
	return err
}

func (w *world) resultAPT(name, text, title, unit string) error {
	it, err := w.aptItem(name, unit, title)
	if err != nil {
		return err
	}
	at, _ := w.apt(unit, "")
	action := at + "/punkter/" + it + "/svar"
	_, err = w.do(name, act{roles: []access.Role{access.Manager}, action: action, fields: []field{is("result", text)},
		places: []place{{at + "/anteckningar", "apt-item-answer", to(action)}}})
	return err
}

func (w *world) aptSays(name, unit, page, text string) error {
	at, err := w.apt(unit, page)
	if err != nil {
		return err
	}
	return w.pageSays(name, at, text)
}

// aptHides holds when none of the APT's pages says the text to the person in any role.
func (w *world) aptHides(name, text, unit string) error {
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
		for _, page := range []string{"", "/anteckningar", "/lage"} {
			at, err := w.apt(unit, page)
			if err != nil {
				return err
			}
			a, err := p.open(at)
			if err != nil {
				return err
			}
			if a.doc != nil && strings.Contains(whole(a.doc), text) {
				return fmt.Errorf("%s säger %q", at, text)
			}
		}
	}
	return nil
}

func whole(d *goquery.Document) string {
	html, _ := d.Find("main").Html()
	return html
}

// aptUnknown holds when the APT's pages answer as one that does not exist, in every role.
func (w *world) aptUnknown(name, unit string) error {
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
		for _, page := range []string{"", "/anteckningar", "/lage", "/foresla"} {
			at, _ := w.apt(unit, page)
			a, err := p.open(at)
			if err != nil {
				return err
			}
			if a.status != http.StatusNotFound {
				return fmt.Errorf("%s öppnar %s som %s: %d", name, at, r, a.status)
			}
		}
	}
	return nil
}
