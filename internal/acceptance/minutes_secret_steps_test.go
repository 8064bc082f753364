package acceptance

import (
	"fmt"

	"github.com/PuerkitoBio/goquery"

	"samverka/internal/access"
	"samverka/internal/document/pdftext"
)

// minutesSecretSteps are about what is secret in minutes, and who is named instead of somebody who does not answer about a part.
func (w *world) minutesSecretSteps(sc book) {
	phrase(sc, `ser "…" texten "…" i protokollet från MÖTET`, func(p, text, g, d string) error { return w.minutesShow(p, text, g, d, true) })
	phrase(sc, `ser "…" inte texten "…" i protokollet från MÖTET`, func(p, text, g, d string) error { return w.minutesShow(p, text, g, d, false) })
	phrase(sc, `"…" öppnar det sekretessbelagda i protokollet från MÖTET: "…"`, w.openSecret)
	phrase(sc, `"…" markerar punkten "…" som hemlig enligt "…" på MÖTET: "…"`, func(name, title, law, g, d, why string) error {
		return w.markItem(name, title, g, d, "item-secret", is("law", law), is("reason", why))
	})
	phrase(sc, `"…" tar bort sekretessen för punkten "…" på MÖTET: "…"`, func(name, title, g, d, why string) error {
		return w.markItem(name, title, g, d, "item-public", is("reason", why))
	})
	phrase(sc, `"…" utser "…" till justerare av rättelsen i stället för "…" på MÖTET`, w.substituteInPart)
}

// readers are the roles in which minutes are read.
var readers = []access.Role{access.Employee, access.HR, access.UnionRep, access.SafetyRep, access.Manager}

// minutesShow reads the minutes as the person, as a page and as a PDF.
func (w *world) minutesShow(name, text, group, date string, want bool) error {
	m, err := w.meeting(group, date)
	if err != nil {
		return err
	}
	p, err := w.person(name)
	if err != nil {
		return err
	}
	roles, err := p.fitting(readers...)
	if err != nil {
		return err
	}
	page, err := w.see(name, roles[0], m.path("/protokoll"))
	if err != nil {
		return err
	}
	file, err := w.see(name, roles[0], m.path("/protokoll.pdf"))
	if err != nil {
		return err
	}
	printed, err := pdftext.Text(file.body)
	if err != nil {
		return fmt.Errorf("protokollets PDF går inte att läsa: %w", err)
	}
	for where, said := range map[string]string{"sidan": page.text("main"), "PDF:en": printed} {
		if says(said, text) != want {
			return fmt.Errorf("%s läser på %s: %s", name, where, shorten(squeeze(said)))
		}
	}
	return nil
}

func (w *world) openSecret(name, group, date, reason string) error {
	m, err := w.meeting(group, date)
	if err != nil {
		return err
	}
	_, err = w.do(name, act{roles: []access.Role{access.HR, access.Negotiator, access.Registrar}, action: m.path("/protokoll/sekretess"), fields: []field{is("reason", reason)},
		places: []place{{page: m.path("/protokoll"), form: "minutes-secret"}}})
	return err
}

func (w *world) substituteInPart(name, substitute, replaced, group, date string) error {
	m, err := w.meeting(group, date)
	if err != nil {
		return err
	}
	by, err := w.personID(substitute)
	if err != nil {
		return err
	}
	who, err := w.personID(replaced)
	if err != nil {
		return err
	}
	page, err := w.ofMeeting(group, date, "/protokoll/delar")
	if err != nil {
		return err
	}
	action := ""
	page.doc.Find(`[data-part-kind="correction"] form[data-form="part-substitute"]`).Each(func(_ int, s *goquery.Selection) { action = s.AttrOr("action", "") })
	_, err = w.do(name, act{roles: []access.Role{access.Manager}, action: action, fields: []field{is("adjuster", who), is("substitute", by)},
		places: []place{{page: m.path("/protokoll/delar"), form: "part-substitute", which: to(action)}}})
	return err
}

// markItem fills in the page on which one item is marked as secret, or is so no longer.
func (w *world) markItem(name, title, group, date, form string, fields ...field) error {
	m, _, id, err := w.ownItem(title, group, date)
	if err != nil {
		return err
	}
	page := m.path(fmt.Sprintf("/punkter/%d/sekretess", id))
	action := page
	if form == "item-public" {
		action += "/havd"
	}
	_, err = w.do(name, act{roles: []access.Role{access.Manager}, action: action, fields: fields, places: []place{{page: page, form: form}}})
	return err
}
