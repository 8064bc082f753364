package acceptance

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/PuerkitoBio/goquery"

	"samverka/internal/access"
	"samverka/internal/db"
	"samverka/internal/organisation"
)

// personLooks read what people see, have to do, have been told of and can count.
func (w *world) personLooks(sc book) {
	phrase(sc, `ser "…" ärendet "…"`, w.sees)
	phrase(sc, `ser "…" inte ärendet "…"`, w.seesNot)
	phrase(sc, `har "…" uppgiften "…"`, func(p, text string) error { return w.hasTask(p, text, true) })
	phrase(sc, `har "…" inte uppgiften "…"`, func(p, text string) error { return w.hasTask(p, text, false) })
	phrase(sc, `har "…" fått e-post med ämnet "…"`, func(p, text string) error { return w.hasMail(p, text, true) })
	phrase(sc, `har "…" inte fått e-post med ämnet "…"`, func(p, text string) error { return w.hasMail(p, text, false) })
	phrase(sc, `visar HR-översikten TAL "…" för "…"`, w.count)
}

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

// hasTask looks at Att göra in each of the person's roles; what others are waited for is not theirs.
func (w *world) hasTask(name, text string, want bool) error {
	p, err := w.person(name)
	if err != nil {
		return err
	}
	roles, err := p.fitting()
	if err != nil {
		return err
	}
	var all []string
	for _, r := range roles {
		if err := p.as(r); err != nil {
			return err
		}
		a, err := p.open("/")
		if err != nil {
			return err
		}
		tasks := a.text("#forsenat, #veckan, #senare")
		if a.status != http.StatusOK {
			return fmt.Errorf("Att göra svarade %d: %s", a.status, a.why())
		}
		if says(tasks, text) {
			if want {
				return nil
			}
			return fmt.Errorf("%s har uppgiften som %s: %s", name, r, shorten(tasks))
		}
		all = append(all, fmt.Sprintf("som %s: %s", r, tasks))
	}
	if want {
		return fmt.Errorf("%s har inte uppgiften %q: %s", name, text, shorten(strings.Join(all, "; ")))
	}
	return nil
}

func (w *world) hasMail(name, subject string, want bool) error {
	p, err := w.person(name)
	if err != nil {
		return err
	}
	if err := w.drain(); err != nil {
		return err
	}
	var got []string
	found := false
	for _, m := range w.post.To(p.email) {
		got = append(got, m.Subject)
		found = found || squeeze(m.Subject) == squeeze(subject)
	}
	if found != want {
		return fmt.Errorf("%s har fått %q", name, got)
	}
	return nil
}

// count reads the overview as somebody in HR, or else as who may see it; the unit is found by name.
func (w *world) count(n int, measure, unit string) error {
	name, err := w.somebodyInHR()
	if err != nil {
		return err
	}
	a, err := w.see(name, access.HR, "/oversikt?enhet="+url.QueryEscape(unit))
	if err != nil {
		return err
	}
	var got string
	var measures []string
	a.doc.Find("[data-unit]").Each(func(_ int, s *goquery.Selection) {
		if !strings.EqualFold(s.AttrOr("data-unit", ""), unit) {
			return
		}
		s.Find("[data-measure]").Each(func(_ int, m *goquery.Selection) {
			measures = append(measures, m.AttrOr("data-measure", ""))
			if strings.EqualFold(squeeze(m.AttrOr("data-measure", "")), squeeze(measure)) {
				got = squeeze(m.Text())
			}
		})
	})
	if got != strconv.Itoa(n) {
		return fmt.Errorf("HR-översikten visar %q %s för %s, inte %d (mått: %s)", got, measure, unit, n, strings.Join(measures, ", "))
	}
	return nil
}

// somebodyInHR is who the tables have given HR's task; when there is nobody, somebody is.
func (w *world) somebodyInHR() (string, error) {
	for _, m := range w.scene.mandates {
		if m.Role == organisation.HR && m.Until.IsZero() {
			return m.Person, nil
		}
	}
	m := organisation.MandateRow{Person: "Personalavdelningen", Role: organisation.HR}
	err := w.layOut(func(s organisation.Setup, tx *db.OrgTx) error {
		return s.Mandates(w.ctx, tx, []organisation.MandateRow{m})
	})
	w.scene.mandates[m] = m
	return m.Person, err
}
