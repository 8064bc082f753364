package acceptance

import (
	"fmt"
	"strconv"

	"github.com/cucumber/godog"

	"samverka/internal/access"
)

// roomSteps are what happens in the room.
func (w *world) roomSteps(sc book) {
	phrase(sc, `närvarande på MÖTET är:`, w.attendance)
	phrase(sc, `behandlingen av "…" inleds på MÖTET`, w.openItem)
	phrase(sc, `"…" bordläggs på MÖTET till DATUM eftersom "…"`, w.tableItem)
	phrase(sc, `organisationerna tar ställning i "…":`, w.positions)
	phrase(sc, `"…" försöker ta ställning för "…" i "…" som "…"`, w.tryPosition)
	phrase(sc, `"…" förklarar samverkan om "…" avslutad på MÖTET`, func(p, x, g, d string) error { return w.conclude(p, x, g, d, false) })
	phrase(sc, `"…" försöker förklara samverkan om "…" avslutad på MÖTET`, func(p, x, g, d string) error { return w.conclude(p, x, g, d, true) })
}

var presences = map[string]string{"på plats": "in_person", "digitalt": "remote", "frånvarande": "absent"}

// attendance fills in the rows of the people whom the table names; who is no member comes as a guest.
func (w *world) attendance(group, date string, t *godog.Table) error {
	m, err := w.meeting(group, date)
	if err != nil {
		return err
	}
	all, err := rows(t, []string{"person", "deltar"}, []string{"in", "ut", "ersätter"})
	if err != nil {
		return err
	}
	var guests []row
	fill := func(f *form) error {
		for _, r := range all {
			id, err := w.personID(r["person"])
			if err != nil {
				return err
			}
			if f.sel.Find(fmt.Sprintf(`[name="presence_%s"]`, id)).Length() == 0 {
				guests = append(guests, r)
				continue
			}
			if err := w.fillPresence(f, r, "presence_"+id, "in_"+id, "out_"+id, "replaces_"+id); err != nil {
				return err
			}
		}
		return nil
	}
	a := act{roles: []access.Role{access.Manager}, action: m.path("/narvaro"), places: []place{{page: m.path("/lage"), form: "attendance"}}, fill: fill}
	if _, err := w.do(w.chair(m), a); err != nil {
		return err
	}
	for _, r := range guests {
		a.fill = func(f *form) error {
			if err := f.set("guest", r["person"]); err != nil {
				return err
			}
			return w.fillPresence(f, r, "guest_presence", "guest_in", "guest_out", "guest_replaces")
		}
		if _, err := w.do(w.chair(m), a); err != nil {
			return err
		}
	}
	return nil
}

func (w *world) fillPresence(f *form, r row, presence, in, out, replaces string) error {
	p, err := oneOf("närvaro", r["deltar"], presences)
	if err != nil {
		return err
	}
	if err := f.set(presence, p); err != nil {
		return err
	}
	for column, name := range map[string]string{"in": in, "ut": out} {
		if r[column] != "" {
			if err := f.set(name, r[column]); err != nil {
				return err
			}
		}
	}
	if r["ersätter"] == "" {
		return nil
	}
	id, err := w.personID(r["ersätter"])
	if err != nil {
		return err
	}
	return f.set(replaces, id)
}

func (w *world) personID(name string) (string, error) {
	p, err := w.person(name)
	if err != nil {
		return "", err
	}
	return strconv.FormatInt(p.id, 10), nil
}

// onItem sends one of the item's forms as the meeting's chair, or as who is named.
func (w *world) onItem(name, title, group, date, formName, part string, attempt bool, fields ...field) error {
	x, m, err := w.matterOn(title, group, date)
	if err != nil {
		return err
	}
	if name == "" {
		name = w.chair(m)
	}
	id, _, err := w.item(m, x)
	if err != nil {
		return err
	}
	action := m.path(fmt.Sprintf("/punkter/%d%s", id, part))
	a := act{roles: []access.Role{access.Manager}, action: action, fields: fields,
		places: []place{{m.path(fmt.Sprintf("/lage?punkt=%d", id)), formName, to(action)}, {m.path("/lage"), formName, to(action)}, {m.path(""), formName, to(action)}}}
	if attempt {
		_, err = w.attempted(name, x, a)
		return err
	}
	_, err = w.do(name, a)
	return err
}

func (w *world) openItem(title, group, date string) error {
	return w.onItem("", title, group, date, "item-open", "/inled", false)
}

func (w *world) tableItem(title, group, date, until, why string) error {
	return w.onItem("", title, group, date, "item-table", "/bordlagg", false, is("to", until), is("reason", why))
}

func (w *world) conclude(name, title, group, date string, attempt bool) error {
	return w.onItem(name, title, group, date, "item-conclude", "/avsluta", attempt)
}

var stances = map[string]string{"enig": "agrees", "oenig": "disagrees", "avstår": "abstains", "avstår från yttrande": "abstains", "ej berörd": "not_concerned"}

// positions enters each organisation's position on the meeting where the matter is open. Disagreement needs a reason; the
// table's, or else the scenario's own.
func (w *world) positions(title string, t *godog.Table) error {
	all, err := rows(t, []string{"organisation", "ställning", "av"}, []string{"motivering"})
	if err != nil {
		return err
	}
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	for _, r := range all {
		open, _, err := w.treatments(x)
		if err != nil {
			return err
		}
		if len(open) == 0 {
			return fmt.Errorf("behandlingen av %q pågår inte på något möte", title)
		}
		if r["ställning"] == "oenig" && r["motivering"] == "" {
			r["motivering"] = "Enligt scenariot"
		}
		var last error
		for _, m := range open {
			a, err := w.position(m, r["organisation"], r["ställning"], r["motivering"])
			if err != nil {
				return err
			}
			if _, last = w.do(r["av"], a); last == nil {
				break
			}
		}
		if last != nil {
			return last
		}
	}
	return nil
}

// position is the form on the item's page, filled in for the union.
func (w *world) position(t treatment, unionName, stance, reason string) (act, error) {
	u, err := w.union(unionName)
	if err != nil {
		return act{}, err
	}
	s, err := oneOf("ställning", stance, stances)
	if err != nil {
		return act{}, err
	}
	return act{roles: []access.Role{access.UnionRep}, action: t.path("/standpunkt"),
		fields: []field{is("union", u), is("stance", s), is("reason", reason)},
		places: []place{{t.path(""), "position", holding("union", u)}}}, nil
}

// tryPosition tries where the matter is open, and everywhere else when it is not. No reason is given: the step says none.
func (w *world) tryPosition(name, unionName, title, stance string) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	open, others, err := w.treatments(x)
	if err != nil {
		return err
	}
	if len(open) == 0 {
		open = others
	}
	said := ""
	for _, t := range open {
		a, err := w.position(t, unionName, stance, "")
		if err != nil {
			return err
		}
		a.plain = map[string][]string{"confirm": {"yes"}}
		for _, f := range a.fields {
			a.plain[f.name] = f.values
		}
		o, err := w.attempted(name, x, a)
		if err != nil || o.done {
			return err
		}
		said += " " + o.String()
	}
	w.attempt.said = said
	return nil
}
