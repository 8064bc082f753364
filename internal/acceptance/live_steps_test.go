package acceptance

import (
	"fmt"
	"strings"

	"github.com/PuerkitoBio/goquery"

	"samverka/internal/access"
)

// liveSteps are the meeting as it goes: who writes, what is written down for others, and what is asked of people.
func (w *world) liveSteps(sc book) {
	phrase(sc, `"…" skriver "…" i anteckningen om "…" på MÖTET`, func(p, text, x, g, d string) error { return w.writeNote(p, text, x, g, d, false) })
	phrase(sc, `"…" försöker skriva "…" i anteckningen om "…" på MÖTET`, func(p, text, x, g, d string) error { return w.writeNote(p, text, x, g, d, true) })
	phrase(sc, `"…" tar över pennan på MÖTET`, w.takePen)
	phrase(sc, `"…" antecknar att "…" för "…" är "…" i "…" på MÖTET`, func(p, q, u, s, x, g, d string) error { return w.recordPosition(p, q, u, s, x, g, d, false) })
	phrase(sc, `"…" försöker anteckna att "…" för "…" är "…" i "…" på MÖTET`, func(p, q, u, s, x, g, d string) error { return w.recordPosition(p, q, u, s, x, g, d, true) })
	phrase(sc, `"…" bekräftar för "…" det antecknade i "…" på MÖTET`, w.confirmPosition)
	phrase(sc, `"…" antecknar åtgärden "…" för "…" till DATUM om "…" på MÖTET`, w.askFor)
	phrase(sc, `"…" säger på MÖTET att åtgärden "…" är klar`, w.actionDone)
	phrase(sc, `står åtgärden "…" i åtgärdslistan för MÖTET`, func(text, g, d string) error { return w.actionListed(text, g, d, true) })
	phrase(sc, `står åtgärden "…" inte i åtgärdslistan för MÖTET`, func(text, g, d string) error { return w.actionListed(text, g, d, false) })
	phrase(sc, `ser "…" texten "…" i mötesläget om "…" på MÖTET`, func(p, text, x, g, d string) error { return w.liveSays(p, text, x, g, d, true) })
	phrase(sc, `ser "…" inte texten "…" i mötesläget om "…" på MÖTET`, func(p, text, x, g, d string) error { return w.liveSays(p, text, x, g, d, false) })
	phrase(sc, `visar storbilden från MÖTET texten "…"`, func(g, d, text string) error { return w.screenSays(g, d, text, true) })
	phrase(sc, `visar storbilden från MÖTET inte texten "…"`, func(g, d, text string) error { return w.screenSays(g, d, text, false) })
}

func (w *world) writeNote(name, text, title, group, date string, attempt bool) error {
	return w.onItem(name, title, group, date, "item-note", "/anteckning", attempt, is("note", text))
}

// takePen takes over what somebody else has, and says yes when the page asks.
func (w *world) takePen(name, group, date string) error {
	m, err := w.meeting(group, date)
	if err != nil {
		return err
	}
	_, err = w.do(name, act{roles: []access.Role{access.Manager}, action: m.path("/penna"), places: []place{{page: m.path("/lage"), form: "pen-take"}}})
	return err
}

// recordPosition writes down what q says for the union.
func (w *world) recordPosition(name, q, unionName, stance, title, group, date string, attempt bool) error {
	x, m, err := w.matterOn(title, group, date)
	if err != nil {
		return err
	}
	u, err := w.union(unionName)
	if err != nil {
		return err
	}
	s, err := oneOf("ställning", stance, stances)
	if err != nil {
		return err
	}
	who, err := w.personID(q)
	if err != nil {
		return err
	}
	id, _, err := w.item(m, x)
	if err != nil {
		return err
	}
	a := act{roles: []access.Role{access.Manager}, action: m.path(fmt.Sprintf("/punkter/%d/antecknad-standpunkt", id)),
		fields: []field{is("union", u), is("person", who), is("stance", s)},
		places: []place{{m.path(fmt.Sprintf("/lage?punkt=%d", id)), "position-record", holding("union", u)}}}
	if s == "disagrees" {
		a.fields = append(a.fields, is("reason", "Enligt scenariot"))
	}
	if attempt {
		_, err = w.attempted(name, x, a)
		return err
	}
	_, err = w.do(name, a)
	return err
}

func (w *world) confirmPosition(name, unionName, title, group, date string) error {
	x, m, err := w.matterOn(title, group, date)
	if err != nil {
		return err
	}
	u, err := w.union(unionName)
	if err != nil {
		return err
	}
	id, _, err := w.item(m, x)
	if err != nil {
		return err
	}
	_, err = w.do(name, act{roles: []access.Role{access.UnionRep}, action: m.path(fmt.Sprintf("/punkter/%d/bekrafta", id)), fields: []field{is("union", u)},
		places: []place{{m.path(fmt.Sprintf("/lage?punkt=%d", id)), "position-agree", holding("union", u)}, {m.path(fmt.Sprintf("/punkter/%d", id)), "position-agree", holding("union", u)}}})
	return err
}

func (w *world) askFor(name, what, who, due, title, group, date string) error {
	id, err := w.personID(who)
	if err != nil {
		return err
	}
	return w.onItem(name, title, group, date, "action-add", "/atgarder", false, is("what", what), is("person", id), is("due_on", due))
}

// actionDone presses the button beside the action, on the meeting's page.
func (w *world) actionDone(name, group, date, what string) error {
	m, err := w.meeting(group, date)
	if err != nil {
		return err
	}
	page, err := w.see(name, access.Manager, m.path(""))
	if err != nil {
		return err
	}
	of := func(s *goquery.Selection) bool { return s.Closest("[data-action]").AttrOr("data-action", "") == what }
	f := page.form("action-done", of)
	if f == nil {
		return fmt.Errorf("mötets sida erbjuder inte att åtgärden %q är klar: %s", what, page.text("#atgarder"))
	}
	_, err = w.do(name, act{roles: []access.Role{access.Manager}, action: f.action, places: []place{{m.path(""), "action-done", of}}})
	return err
}

func (w *world) actionListed(what, group, date string, want bool) error {
	a, err := w.ofMeeting(group, date, "")
	if err != nil {
		return err
	}
	if list := a.text("#atgarder"); says(list, what) != want {
		return fmt.Errorf("åtgärdslistan är: %s", shorten(list))
	}
	return nil
}

// liveSays reads meeting mode as the person, in the role in which they may follow the meeting.
func (w *world) liveSays(name, text, title, group, date string, want bool) error {
	x, m, err := w.matterOn(title, group, date)
	if err != nil {
		return err
	}
	id, _, err := w.item(m, x)
	if err != nil {
		return err
	}
	path := m.path(fmt.Sprintf("/lage?punkt=%d", id))
	a, err := w.see(name, access.Manager, path)
	if err != nil {
		if a, err = w.see(name, access.UnionRep, path); err != nil {
			return err
		}
	}
	if said := a.text("main") + a.doc.Find("main textarea").Text(); says(said, text) != want {
		return fmt.Errorf("mötesläget säger: %s", shorten(strings.TrimSpace(said)))
	}
	return nil
}

func (w *world) screenSays(group, date, text string, want bool) error {
	a, err := w.ofMeeting(group, date, "/lage/visning")
	if err != nil {
		return err
	}
	if said := a.text("body"); says(said, text) != want {
		return fmt.Errorf("storbilden visar: %s", shorten(said))
	}
	return nil
}
