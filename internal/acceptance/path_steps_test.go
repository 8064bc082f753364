package acceptance

import (
	"fmt"

	"github.com/PuerkitoBio/goquery"
	"github.com/cucumber/godog"

	"samverka/internal/access"
	"samverka/internal/clock"
)

// pathSteps are a matter's ways between groups and managers, and the questions that unions bring.
func (w *world) pathSteps(sc book) {
	w.raisedSteps(sc)
	both := func(say, try string, f func(attempt bool) any) {
		phrase(sc, say, f(false))
		phrase(sc, try, f(true))
	}
	both(`"…" lyfter "…" från "…" eftersom "…"`, `"…" försöker lyfta "…" från "…" eftersom "…"`, func(attempt bool) any {
		return func(p, x, g, why string) error { return w.moveGroup(p, x, g, "/lyft", "lift", why, attempt) }
	})
	both(`"…" återremitterar "…" till "…" eftersom "…"`, `"…" försöker återremittera "…" till "…" eftersom "…"`, func(attempt bool) any {
		return func(p, x, g, why string) error {
			return w.moveGroup(p, x, g, "/aterremittera", "send-back", why, attempt)
		}
	})
	both(`"…" lämnar över ärendet "…" till "…" eftersom "…"`, `"…" försöker lämna över ärendet "…" till "…" eftersom "…"`, func(attempt bool) any {
		return func(p, x, to, why string) error { return w.handOver(p, x, to, why, attempt) }
	})
	both(`"…" tar emot ärendet "…"`, `"…" försöker ta emot ärendet "…"`, func(attempt bool) any {
		return func(p, x string) error { return w.onPath(p, x, "/overlamnat", "take-on", "/ta-emot", attempt) }
	})
	both(`"…" lämnar tillbaka ärendet "…" till "…" eftersom "…"`, `"…" försöker lämna tillbaka ärendet "…" till "…" eftersom "…"`, func(attempt bool) any {
		return func(p, x, to, why string) error {
			err := w.onPath(p, x, "/overlamnat", "hand-back", "/aterlamna", attempt, is("reason", why))
			if err == nil && (!attempt || w.attempt.done) {
				w.matters[x].owner = to
			}
			return err
		}
	})
	both(`"…" återtar ärendet "…" eftersom "…"`, `"…" försöker återta ärendet "…" eftersom "…"`, func(attempt bool) any {
		return func(p, x, why string) error {
			return w.onPath(p, x, "/aterta", "withdraw", "/aterta", attempt, is("reason", why))
		}
	})
	both(`"…" öppnar ärendet "…" igen eftersom "…"`, `"…" försöker öppna ärendet "…" igen eftersom "…"`, func(attempt bool) any {
		return func(p, x, why string) error {
			return w.onPath(p, x, "/oppna-igen", "reopen", "/oppna-igen", attempt, is("reason", why))
		}
	})
	both(`"…" ändrar ärendet "…":`, `"…" försöker ändra ärendet "…":`, func(attempt bool) any {
		return func(p, x string, t *godog.Table) error { return w.editMatter(p, x, t, attempt) }
	})
	phrase(sc, `"…" försöker avsluta ärendet "…" med lärdomen "…"`, func(p, x, said string) error {
		return w.onPath(p, x, "/efterat/avsluta", "close", "/efterat/avsluta", true, is("note", said))
	})
	phrase(sc, `"…" avslutar gruppen "…" och flyttar allt till "…"`, func(p, g, to string) error { return w.endGroup(p, g, to, true) })
	phrase(sc, `"…" avslutar gruppen "…" till förmån för "…" utan att flytta något`, func(p, g, to string) error { return w.endGroup(p, g, to, false) })
	phrase(sc, `"…" och "…" ändrar "…" samtidigt`, w.editAtOnce)
	phrase(sc, `"…" försöker sätta upp "…" som "…" på MÖTET`, w.trySetUp)
	phrase(sc, `"…" försöker fastställa samverkansplanen för "…":`, w.tryPlan)
	phrase(sc, `"…" fastställer samverkansplanen för "…" där "…" avslutar för alla:`, w.planConcluder)
}

// onPath fills in one of the pages that move a matter.
func (w *world) onPath(name, title, page, form, action string, attempt bool, fields ...field) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	a := act{roles: []access.Role{access.Manager}, places: []place{{page: x.path(page), form: form}}, action: x.path(action), fields: fields}
	if attempt {
		_, err = w.attempted(name, x, a)
		return err
	}
	_, err = w.do(name, a)
	return err
}

// moveGroup moves the question from, or back to, a group.
func (w *world) moveGroup(name, title, group, part, form, why string, attempt bool) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	id, err := w.group(group)
	if err != nil {
		return err
	}
	a := act{roles: []access.Role{access.Manager}, places: []place{{page: x.path(part + "?grupp=" + id), form: form}}, action: x.path(part), fields: []field{is("reason", why)},
		plain: map[string][]string{"group": {id}, "to": {id}, "reason": {why}}}
	if attempt {
		_, err = w.attempted(name, x, a)
		return err
	}
	_, err = w.do(name, a)
	return err
}

func (w *world) handOver(name, title, to, why string, attempt bool) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	id, err := named("person", to, w.names.people)
	if err != nil {
		return err
	}
	a := act{roles: []access.Role{access.Manager}, places: []place{{page: x.path("/lamna-over"), form: "hand-over"}}, action: x.path("/lamna-over"),
		fields: []field{is("to", id), is("reason", why)}}
	if attempt {
		if _, err = w.attempted(name, x, a); err != nil || !w.attempt.done {
			return err
		}
	} else if _, err = w.do(name, a); err != nil {
		return err
	}
	x.owner = to
	return nil
}

// edit writes what the table names into the form as it stands.
func (w *world) edit(title string, t *godog.Table) (*matterRef, act, error) {
	x, err := w.matter(title)
	if err != nil {
		return nil, act{}, err
	}
	made, err := w.newMatter(title, t)
	if err != nil {
		return nil, act{}, err
	}
	a := act{roles: []access.Role{access.Manager}, places: []place{{page: x.path("/andra"), form: "matter-edit"}}, action: x.path("/andra"), fields: made.fields}
	return x, a, nil
}

func (w *world) editMatter(name, title string, t *godog.Table, attempt bool) error {
	x, a, err := w.edit(title, t)
	if err != nil {
		return err
	}
	if attempt {
		_, err = w.attempted(name, x, a)
		return err
	}
	_, err = w.do(name, a)
	return err
}

// editAtOnce opens the form twice and saves both: the second is refused with both texts.
func (w *world) editAtOnce(name, other, title string) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	var forms [2]*form
	var people [2]*person
	for i, n := range []string{name, other} {
		if people[i], err = w.person(n); err != nil {
			return err
		}
		if err := people[i].as(access.Manager); err != nil {
			return err
		}
		page, err := people[i].open(x.path("/andra"))
		if err != nil {
			return err
		}
		if forms[i] = page.form("matter-edit", nil); forms[i] == nil {
			return fmt.Errorf("%s erbjuds inte att ändra: %s", n, page.text("main"))
		}
		if err := forms[i].set("purpose", "Syfte enligt flik "+string(rune('1'+i))); err != nil {
			return err
		}
	}
	if a, err := people[0].send(forms[0].action, forms[0].values); err != nil || a.status != 303 {
		return fmt.Errorf("den första ändringen sparades inte (%d): %w", a.status, err)
	}
	a, err := people[1].send(forms[1].action, forms[1].values)
	w.attempt = &attempt{done: a.status < 400, said: a.text("main") + " " + a.doc.Find("textarea").Text()}
	if a.status != 409 {
		return fmt.Errorf("den andra ändringen svarade %d, inte 409: %s", a.status, a.why())
	}
	return err
}

func (w *world) tryPlan(name, title string, t *godog.Table) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	all, err := rows(t, []string{"spår"}, []string{"grupp", "organisation"})
	if err != nil {
		return err
	}
	a := act{roles: []access.Role{access.Manager}, places: []place{{page: x.path("/plan"), form: "plan"}}, action: x.path("/plan")}
	a.fill = func(f *form) error { return w.fillPlanRows(f, all) }
	_, err = w.attempted(name, x, a)
	return err
}

func (w *world) planConcluder(name, title, group string, t *godog.Table) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	id, err := w.group(group)
	if err != nil {
		return err
	}
	all, err := rows(t, []string{"spår"}, []string{"grupp", "organisation"})
	if err != nil {
		return err
	}
	a := act{roles: []access.Role{access.Manager}, places: []place{{page: x.path("/plan"), form: "plan"}}, action: x.path("/plan")}
	a.fill = func(f *form) error {
		if err := w.fillPlan(f, all); err != nil {
			return err
		}
		return f.set("concluder", id)
	}
	_, err = w.do(name, a)
	return err
}

// agree writes what the parties are said to have agreed on, where the plan asks: all organisations, today.
func (w *world) agree(f *form) error {
	if f.sel.Find("[data-wide]").Length() == 0 {
		return nil
	}
	var unions []string
	f.sel.Find(`input[name="unions"]`).Each(func(_ int, s *goquery.Selection) { unions = append(unions, s.AttrOr("value", "")) })
	for _, x := range []field{is("how", "Enligt scenariot."), is("agreed_on", clock.Today(w.clock).String()), is("unions", unions...)} {
		if f.values.Get(x.name) != "" {
			continue
		}
		if err := f.set(x.name, x.values...); err != nil {
			return err
		}
	}
	return nil
}

func (w *world) trySetUp(name, title, class, group, date string) error {
	x, m, err := w.matterOn(title, group, date)
	if err != nil {
		return err
	}
	c, err := oneOf("klass", class, classes)
	if err != nil {
		return err
	}
	_, err = w.attempted(name, x, act{roles: []access.Role{access.Manager}, action: m.path("/punkter"), fields: []field{is("matter", fmt.Sprint(x.id)), is("class", c)},
		places: []place{{page: x.path(fmt.Sprintf("/mote?mote=%d", m.id)), form: "set-up"}}})
	return err
}

// endGroup ends a group with everything that the page offers to move chosen, or with nothing.
func (w *world) endGroup(name, group, to string, all bool) error {
	g, err := w.group(group)
	if err != nil {
		return err
	}
	successor, err := w.group(to)
	if err != nil {
		return err
	}
	page := "/organisation/grupper/" + g + "/flytta"
	_, err = w.do(name, act{roles: []access.Role{access.HR}, places: []place{{page: page + "?till=" + successor, form: "regroup"}}, action: page, fill: func(f *form) error {
		if !all {
			f.values.Del("matters")
			f.values.Del("meetings")
		}
		return nil
	}})
	return err
}
