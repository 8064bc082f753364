package acceptance

import (
	"fmt"
	"net/http"
	"strconv"

	"github.com/PuerkitoBio/goquery"
)

// onAgenda reads the meeting's own page, as its chair sees it.
func (w *world) onAgenda(title, group, date string, want bool) error {
	a, err := w.ofMeeting(group, date, "")
	if err != nil {
		return err
	}
	found := false
	a.doc.Find("[data-item-id]").Each(func(_ int, s *goquery.Selection) { found = found || s.AttrOr("data-item", "") == title })
	if found != want {
		return fmt.Errorf("%q på dagordningen: %v, inte %v: %s", title, found, want, shorten(a.text(".agenda")))
	}
	return nil
}

func (w *world) itemSays(title, group, date, text string) error {
	_, sel, _, err := w.ownItem(title, group, date)
	if err != nil {
		return err
	}
	if got := words(sel); !says(got, text) {
		return fmt.Errorf("punkten säger %s", shorten(got))
	}
	return nil
}

func (w *world) itemPlace(title, place, group, date string) error {
	_, sel, _, err := w.ownItem(title, group, date)
	if err != nil {
		return err
	}
	if got := strconv.Itoa(sel.Index() + 1); got != place {
		return fmt.Errorf("%q står på plats %s, inte %s", title, got, place)
	}
	return nil
}

func (w *world) agendaSays(group, date, text string) error {
	m, err := w.meeting(group, date)
	if err != nil {
		return err
	}
	a, err := w.builder(m)
	if err == nil && !says(a.text("main"), text) {
		err = fmt.Errorf("dagordningen säger %s", shorten(a.text("main")))
	}
	return err
}

func (w *world) offered(title, group, date string, want bool) error {
	m, err := w.meeting(group, date)
	if err != nil {
		return err
	}
	a, err := w.builder(m)
	if err != nil {
		return err
	}
	found := false
	a.doc.Find("[data-deferred]").Each(func(_ int, s *goquery.Selection) { found = found || s.AttrOr("data-deferred", "") == title })
	if found != want {
		return fmt.Errorf("%q erbjuds: %v, inte %v", title, found, want)
	}
	return nil
}

func (w *world) suggestionState(title, name, want string) error {
	path, err := w.suggestionPath(title, "")
	if err != nil {
		return err
	}
	return w.pageSays(name, path, want)
}

func (w *world) requestSays(title, name, want string) error {
	path, err := w.requestPath(title)
	if err != nil {
		return err
	}
	return w.pageSays(name, path, want)
}

// pageSays holds when one of the person's roles reads the text on the page.
func (w *world) pageSays(name, path, want string) error {
	p, err := w.person(name)
	if err != nil {
		return err
	}
	roles, err := p.fitting()
	if err != nil {
		return err
	}
	said := ""
	for _, r := range roles {
		if err := p.as(r); err != nil {
			return err
		}
		a, err := p.open(path)
		if err != nil {
			return err
		}
		if a.status == http.StatusOK && says(a.text("main"), want) {
			return nil
		}
		said += fmt.Sprintf("som %s (%d): %s; ", r, a.status, a.text("main"))
	}
	return fmt.Errorf("sidan säger inte %q: %s", want, shorten(said))
}

// seesOnly holds when the person reads the item on its page, and neither the meeting, its agenda, nor any other item.
func (w *world) seesOnly(name, title, group, date string) error {
	m, sel, id, err := w.ownItem(title, group, date)
	if err != nil {
		return err
	}
	var others []string
	sel.Parent().Find("[data-item]").Each(func(_ int, s *goquery.Selection) {
		if t := s.AttrOr("data-item", ""); t != title {
			others = append(others, t)
		}
	})
	if err := w.pageSays(name, m.path(fmt.Sprintf("/punkter/%d/foredragning", id)), title); err != nil {
		return err
	}
	p, err := w.person(name)
	if err != nil {
		return err
	}
	for _, path := range []string{m.path(""), m.path("/kallelse"), m.path("/dagordning"), m.path("/lage"), m.path("/protokoll"), m.path(fmt.Sprintf("/punkter/%d", id))} {
		a, err := p.open(path)
		if err != nil {
			return err
		}
		if a.status != http.StatusNotFound && a.status != http.StatusForbidden {
			return fmt.Errorf("%s svarar %d för %s", path, a.status, name)
		}
	}
	a, err := p.open(m.path(fmt.Sprintf("/punkter/%d/foredragning", id)))
	for _, t := range others {
		if says(a.text("main"), t) {
			return fmt.Errorf("sidan röjer punkten %q", t)
		}
	}
	return err
}
