package acceptance

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"github.com/PuerkitoBio/goquery"

	"samverka/internal/access"
)

// sight is where one role meets a matter.
type sight struct {
	status                   int
	page, list, search, todo bool // its title or a link to it is there
	titleOnRefusal           bool
	listStatus, searchStatus int
}

// look looks for the matter everywhere that the person could meet it, in one role.
func (p *person) look(role access.Role, x *matterRef) (s sight, err error) {
	if err = p.as(role); err != nil {
		return s, err
	}
	a, err := p.open(x.path(""))
	if err != nil {
		return s, err
	}
	s.status = a.status
	s.page = a.status == http.StatusOK && says(a.text("main h1"), x.title)
	s.titleOnRefusal = a.status != http.StatusOK && says(string(a.body), x.title)
	if s.list, s.listStatus, err = p.listed(x); err != nil {
		return s, err
	}
	if a, err = p.open("/sok?q=" + url.QueryEscape(x.title)); err != nil {
		return s, err
	}
	s.search, s.searchStatus = a.links(x), a.status
	if a, err = p.open("/"); err != nil {
		return s, err
	}
	s.todo = a.links(x) || says(a.text("main"), x.title)
	return s, nil
}

// links reports whether the page leads to the matter.
func (a answer) links(x *matterRef) bool {
	found := false
	if a.doc != nil {
		a.doc.Find("main a[href]").Each(func(_ int, s *goquery.Selection) {
			path, _, _ := strings.Cut(s.AttrOr("href", ""), "#")
			found = found || path == x.path("") || strings.HasPrefix(path, x.path("/"))
		})
	}
	return found
}

// listed reports whether the list of matters, leafed through, leads to the matter.
func (p *person) listed(x *matterRef) (bool, int, error) {
	path := "/arenden"
	for range 40 {
		a, err := p.open(path)
		if err != nil || a.status != http.StatusOK {
			return false, a.status, err
		}
		if a.links(x) {
			return true, a.status, nil
		}
		path = a.doc.Find(`main a[rel="next"]`).First().AttrOr("href", "")
		if path == "" {
			return false, a.status, nil
		}
	}
	return false, http.StatusOK, fmt.Errorf("listan av ärenden tar aldrig slut")
}

// shownMatters are the addresses and titles of the matters on the first page of the person's list.
func (w *world) shownMatters(name string) (string, error) {
	p, err := w.person(name)
	if err != nil {
		return "", err
	}
	roles, err := p.fitting(access.Manager)
	if err != nil {
		return "", err
	}
	if err := p.as(roles[0]); err != nil {
		return "", err
	}
	a, err := p.open("/arenden")
	if err != nil || a.status != http.StatusOK {
		return "", err
	}
	var shown []string
	a.doc.Find(`main a[href^="/arenden/"]`).Each(func(_ int, s *goquery.Selection) {
		shown = append(shown, s.AttrOr("href", "")+" "+squeeze(s.Text()))
	})
	return strings.Join(shown, ", "), nil
}

// sees holds when one of the person's roles opens the matter and finds it in the list and by search.
func (w *world) sees(name, title string) error {
	x, err := w.matter(title)
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
	var seen []string
	for _, r := range roles {
		s, err := p.look(r, x)
		if err != nil {
			return err
		}
		if s.page && s.list && s.search {
			return nil
		}
		seen = append(seen, fmt.Sprintf("som %s: sidan %v (%d), listan %v (%d), sökningen %v (%d)", r, s.page, s.status, s.list, s.listStatus, s.search, s.searchStatus))
	}
	return fmt.Errorf("%s ser inte ärendet: %s", name, strings.Join(seen, "; "))
}

// seesNot holds when no role meets the matter or its title anywhere.
func (w *world) seesNot(name, title string) error {
	x, err := w.matter(title)
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
		s, err := p.look(r, x)
		switch {
		case err != nil:
			return err
		case s.status != http.StatusNotFound:
			return fmt.Errorf("som %s svarar ärendets adress %d, inte 404", r, s.status)
		case s.titleOnRefusal:
			return fmt.Errorf("som %s: sidan som nekar (%d) röjer titeln", r, s.status)
		case s.list, s.search, s.todo:
			return fmt.Errorf("som %s: listan %v, sökningen %v, Att göra %v", r, s.list, s.search, s.todo)
		}
	}
	return nil
}
