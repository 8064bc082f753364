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
