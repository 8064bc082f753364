package acceptance

import (
	"fmt"
	"net/http"
	"strconv"

	"github.com/PuerkitoBio/goquery"

	"samverka/internal/access"
)

// agendaSteps are how an agenda is put together.
func (w *world) agendaSteps(sc book) {
	phrase(sc, `"…" lägger till punkten "…" på MÖTET`, w.addItem)
	phrase(sc, `"…" tar bort punkten "…" från MÖTET`, func(p, x, g, d string) error { return w.removeItem(p, x, g, d, false) })
	phrase(sc, `"…" försöker ta bort punkten "…" från MÖTET`, func(p, x, g, d string) error { return w.removeItem(p, x, g, d, true) })
	phrase(sc, `"…" flyttar punkten "…" till plats TAL på MÖTET`, w.placeItem)
	phrase(sc, `"…" tar med "…" från ett tidigare möte till MÖTET`, w.carryItem)
	phrase(sc, `punkten "…" bordläggs på MÖTET till DATUM eftersom "…"`, w.tableOwn)
	phrase(sc, `"…" bjuder in "…" att föredra "…" på MÖTET`, w.invitePresenter)
	phrase(sc, `"…" föreslår "…" för gruppen "…" eftersom "…"`, w.suggest)
	phrase(sc, `"…" tar upp förslaget "…" på MÖTET`, w.takeSuggestion)
	phrase(sc, `"…" svarar på förslaget "…" med "…"`, w.declineSuggestion)
	phrase(sc, `"…" begär en åtgärd enligt 6:6a på "…" om "…"`, w.requestSafety)
	phrase(sc, `"…" svarar på begäran "…" med "…"`, w.answerRequest)
	w.agendaLooks(sc)
}

// agendaLooks read what stands on an agenda, and who sees what of it.
func (w *world) agendaLooks(sc book) {
	phrase(sc, `står "…" på dagordningen för MÖTET`, func(x, g, d string) error { return w.onAgenda(x, g, d, true) })
	phrase(sc, `står "…" inte på dagordningen för MÖTET`, func(x, g, d string) error { return w.onAgenda(x, g, d, false) })
	phrase(sc, `säger punkten "…" på MÖTET "…"`, w.itemSays)
	phrase(sc, `står "…" på plats TAL på MÖTET`, w.itemPlace)
	phrase(sc, `säger dagordningen för MÖTET "…"`, w.agendaSays)
	phrase(sc, `erbjuds "…" till MÖTET`, func(x, g, d string) error { return w.offered(x, g, d, true) })
	phrase(sc, `erbjuds "…" inte till MÖTET`, func(x, g, d string) error { return w.offered(x, g, d, false) })
	phrase(sc, `är förslaget "…" för "…" "…"`, w.suggestionState)
	phrase(sc, `säger begäran "…" för "…" "…"`, w.requestSays)
	phrase(sc, `ser "…" bara punkten "…" på MÖTET`, w.seesOnly)
}

// builder is the page where the agenda is put together, as the chair sees it.
func (w *world) builder(m *meetingRef) (answer, error) {
	return w.see(w.chair(m), access.Manager, m.path("/dagordning"))
}

// ownItem finds an item of the meeting by its title.
func (w *world) ownItem(title, group, date string) (m *meetingRef, sel *goquery.Selection, id int64, err error) {
	if m, err = w.meeting(group, date); err != nil {
		return nil, nil, 0, err
	}
	a, err := w.builder(m)
	if err != nil {
		return m, nil, 0, err
	}
	if a.status != http.StatusOK {
		return m, nil, 0, fmt.Errorf("dagordningen svarade %d: %s", a.status, a.why())
	}
	a.doc.Find("[data-item-id]").EachWithBreak(func(_ int, s *goquery.Selection) bool {
		if s.AttrOr("data-item", "") == title {
			sel = s
			id, err = strconv.ParseInt(s.AttrOr("data-item-id", ""), 10, 64)
		}
		return sel == nil
	})
	if sel == nil {
		return m, nil, 0, fmt.Errorf("%q står inte på dagordningen: %s", title, shorten(a.text(".agenda")))
	}
	return m, sel, id, err
}

func (w *world) addItem(name, title, group, date string) error {
	m, err := w.meeting(group, date)
	if err != nil {
		return err
	}
	_, err = w.do(name, act{roles: []access.Role{access.Manager}, action: m.path("/egna-punkter"), places: []place{{page: m.path("/dagordning"), form: "item-add"}},
		fields: []field{is("title", title), is("class", "information"), is("minutes", "15")}})
	return err
}

// itemForm sends one of the forms of an item on the agenda's page. Where the page does not offer it, an attempt is sent anyway.
func (w *world) itemForm(name, title, group, date, form, part string, attempt bool, fields ...field) error {
	m, _, id, err := w.ownItem(title, group, date)
	if err != nil {
		return err
	}
	action := m.path(fmt.Sprintf("/punkter/%d%s", id, part))
	a := act{roles: []access.Role{access.Manager}, action: action, fields: fields,
		places: []place{{page: m.path("/dagordning"), form: form, which: func(s *goquery.Selection) bool {
			return s.AttrOr("action", "") == action && (form != "item-move" || s.Is("[data-place]"))
		}}}}
	if attempt {
		_, err = w.attempted(name, nil, a)
		return err
	}
	_, err = w.do(name, a)
	return err
}

func (w *world) removeItem(name, title, group, date string, attempt bool) error {
	return w.itemForm(name, title, group, date, "item-remove", "/ta-bort", attempt)
}

func (w *world) placeItem(name, title, to, group, date string) error {
	return w.itemForm(name, title, group, date, "item-move", "/flytta", false, is("to", to))
}

func (w *world) invitePresenter(name, who, title, group, date string) error {
	return w.itemForm(name, title, group, date, "item-presenter", "/foredragande", false, is("person", who))
}

func (w *world) carryItem(name, title, group, date string) error {
	m, err := w.meeting(group, date)
	if err != nil {
		return err
	}
	_, err = w.do(name, act{roles: []access.Role{access.Manager}, action: m.path("/overfor"), places: []place{{page: m.path("/dagordning"), form: "item-carry",
		which: func(s *goquery.Selection) bool {
			return s.Closest("[data-deferred]").AttrOr("data-deferred", "") == title
		}}}})
	return err
}

// tableOwn tables an item that has no matter.
func (w *world) tableOwn(title, group, date, to, why string) error {
	m, _, id, err := w.ownItem(title, group, date)
	if err != nil {
		return err
	}
	action := m.path(fmt.Sprintf("/punkter/%d/bordlagg", id))
	which := func(s *goquery.Selection) bool { return s.AttrOr("action", "") == action }
	_, err = w.do(w.chair(m), act{roles: []access.Role{access.Manager}, action: action, fields: []field{is("to", to), is("reason", why)},
		places: []place{{page: m.path(fmt.Sprintf("/lage?punkt=%d", id)), form: "item-table", which: which}}})
	return err
}

func (w *world) suggest(name, title, group, why string) error {
	g, err := w.group(group)
	if err != nil {
		return err
	}
	o, err := w.do(name, act{places: []place{{page: "/forslag/nytt", form: "suggest"}}, action: "/forslag",
		fields: []field{is("group", g), is("title", title), is("why", why), is("class", "early_dialogue")}})
	if err != nil {
		return err
	}
	w.suggestions[title], err = madeID(o.led)
	return err
}

func (w *world) suggestionPath(title, part string) (string, error) {
	if id := w.suggestions[title]; id != 0 {
		return fmt.Sprintf("/forslag/%d%s", id, part), nil
	}
	return "", fmt.Errorf("ingen har föreslagit %q", title)
}

func (w *world) takeSuggestion(name, title, group, date string) error {
	m, err := w.meeting(group, date)
	if err != nil {
		return err
	}
	action, err := w.suggestionPath(title, "/ta-upp")
	if err != nil {
		return err
	}
	_, err = w.do(name, act{roles: []access.Role{access.Manager}, action: action, places: []place{{page: m.path("/dagordning"), form: "suggestion-take",
		which: func(s *goquery.Selection) bool { return s.AttrOr("action", "") == action }}}})
	return err
}

func (w *world) declineSuggestion(name, title, answer string) error {
	page, err := w.suggestionPath(title, "")
	if err != nil {
		return err
	}
	_, err = w.do(name, act{roles: []access.Role{access.Manager}, action: page + "/svara", fields: []field{is("answer", answer)},
		places: []place{{page: page, form: "suggestion-decline"}}})
	return err
}

func (w *world) requestSafety(name, unit, title string) error {
	u, err := w.unit(unit)
	if err != nil {
		return err
	}
	o, err := w.do(name, act{roles: []access.Role{access.SafetyRep}, places: []place{{page: "/begaran/ny", form: "safety-request"}}, action: "/begaran",
		fields: []field{is("unit", u), is("title", title), is("problem", "Enligt scenariot"), is("wanted", "Enligt scenariot"), is("kind", "measure"), is("committee", "ja")}})
	if err != nil {
		return err
	}
	w.requests[title], err = madeID(o.led)
	return err
}

func (w *world) requestPath(title string) (string, error) {
	if id := w.requests[title]; id != 0 {
		return fmt.Sprintf("/begaran/%d", id), nil
	}
	return "", fmt.Errorf("ingen har begärt %q", title)
}

func (w *world) answerRequest(name, title, answer string) error {
	page, err := w.requestPath(title)
	if err != nil {
		return err
	}
	_, err = w.do(name, act{roles: []access.Role{access.Manager}, action: page + "/svara", fields: []field{is("outcome", "will_do"), is("answer", answer)},
		places: []place{{page: page, form: "request-answer"}}})
	return err
}
