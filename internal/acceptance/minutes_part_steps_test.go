package acceptance

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/PuerkitoBio/goquery"

	"samverka/internal/access"
)

func (w *world) minutesPartSteps(sc book) {
	phrase(sc, `"…" lämnar paragrafen om "…" för omedelbar justering till "…" på MÖTET`, w.atOnce)
	phrase(sc, `"…" justerar paragrafen om "…" på MÖTET`, func(p, _, g, d string) error { return w.approvePart(p, g, d, "immediate") })
	phrase(sc, `"…" justerar rättelsen av protokollet från MÖTET`, func(p, g, d string) error { return w.approvePart(p, g, d, "correction") })
	phrase(sc, `"…" skriver "…" om "…" i protokollet från MÖTET`, func(p, text, x, g, d string) error {
		_, err := w.section(p, x, g, d, "section-write", "", "", w.do, is("text", text))
		return err
	})
	phrase(sc, `"…" försöker skriva "…" om "…" i protokollet från MÖTET`, func(p, text, x, g, d string) error {
		_, err := w.section(p, x, g, d, "section-write", "", "", func(name string, a act) (outcome, error) { return w.attempted(name, nil, a) }, is("text", text))
		return err
	})
	phrase(sc, `"…" lämnar synpunkten "…" på paragrafen om "…" på MÖTET`, func(p, text, x, g, d string) error {
		_, err := w.section(p, x, g, d, "remark", "/synpunkt", "/synpunkt", w.do, is("text", text))
		return err
	})
	phrase(sc, `"…" svarar "…" på synpunkten "…" på MÖTET`, w.answerRemark)
	phrase(sc, `"…" läser protokollet från MÖTET`, w.readMinutes)
	phrase(sc, `"…" försöker justera den text som hen läste i protokollet från MÖTET`, w.approveWhatWasRead)
	phrase(sc, `ser "…" att "…" har ändrats i protokollet från MÖTET`, w.seesChanged)
	phrase(sc, `"…" utser "…" till justerare i stället för "…" på MÖTET`, w.substitute)
	phrase(sc, `"…" rättar paragrafen om "…" i protokollet från MÖTET: "…"`, w.correct)
	phrase(sc, `visar utdraget om "…" från MÖTET "…"`, w.excerptSays)
}

// sectionOf is the address of the matter's § in the meeting's minutes.
func (w *world) sectionOf(title, group, date string) (m *meetingRef, path string, item int64, err error) {
	if m, err = w.meeting(group, date); err != nil {
		return nil, "", 0, err
	}
	x, err := w.matter(title)
	if err != nil {
		return nil, "", 0, err
	}
	item, _, err = w.item(m, x)
	return m, m.path(fmt.Sprintf("/protokoll/paragraf/%d", item)), item, err
}

// section does something with the form of one §.
func (w *world) section(name, title, group, date, formName, page, action string, by func(string, act) (outcome, error), fields ...field) (outcome, error) {
	_, path, _, err := w.sectionOf(title, group, date)
	if err != nil {
		return outcome{}, err
	}
	return by(name, act{roles: adjusting, action: path + action, fields: fields, fill: w.passwordAgain, places: []place{{page: path + page, form: formName}}})
}

func (w *world) atOnce(name, title, adjuster, group, date string) error {
	id, err := w.personID(adjuster)
	if err != nil {
		return err
	}
	_, err = w.section(name, title, group, date, "section-approve", "/justera", "/justera", w.do, is("adjuster", id))
	return err
}

// approvePart approves what waits for the person among the meeting's parts of the kind.
func (w *world) approvePart(name, group, date, kind string) error {
	m, err := w.meeting(group, date)
	if err != nil {
		return err
	}
	p, err := w.person(name)
	if err != nil {
		return err
	}
	roles, err := p.fitting(adjusting...)
	if err != nil {
		return err
	}
	if err := p.as(roles[0]); err != nil {
		return err
	}
	page, err := p.open(m.path("/protokoll/delar"))
	if err != nil {
		return err
	}
	part := page.doc.Find(fmt.Sprintf(`[data-part-kind=%q][data-part-status="sent"]`, kind)).First().AttrOr("data-part", "")
	if part == "" {
		return fmt.Errorf("%s ser inget att justera: %s", name, page.text("main"))
	}
	action := m.path("/protokoll/delar/" + part + "/justera")
	_, err = w.do(name, act{roles: adjusting, action: action, fill: w.passwordAgain, places: []place{{page: m.path("/protokoll/delar"), form: "part-approve", which: to(action)}}})
	return err
}

func (w *world) answerRemark(name, answer, text, group, date string) error {
	m, err := w.meeting(group, date)
	if err != nil {
		return err
	}
	page, err := w.see(name, access.Manager, m.path("/protokoll"))
	if err != nil {
		return err
	}
	id := ""
	page.doc.Find("[data-remark]").Each(func(_ int, s *goquery.Selection) {
		if strings.Contains(s.Text(), text) {
			id = strings.TrimPrefix(s.AttrOr("id", ""), "synpunkt-")
		}
	})
	value := map[string]string{"Texten har ändrats": "changed", "Texten ändras inte": "kept"}[answer]
	action := m.path("/protokoll/synpunkter/" + id)
	_, err = w.do(name, act{roles: []access.Role{access.Manager}, action: action, fields: []field{is("answer", value), is("reason", "Enligt scenariot")},
		places: []place{{page: m.path("/protokoll"), form: "remark-answer", which: to(action)}}})
	return err
}

// reading is the form of the minutes as a person had it before them.
func (w *world) readMinutes(name, group, date string) error {
	m, err := w.meeting(group, date)
	if err != nil {
		return err
	}
	p, err := w.person(name)
	if err != nil {
		return err
	}
	roles, err := p.fitting(adjusting...)
	if err != nil {
		return err
	}
	page, err := w.see(name, roles[0], m.path("/protokoll"))
	if err != nil {
		return err
	}
	if f := page.form("minutes-approve", nil); f != nil {
		w.read = map[string]string{"version": f.values.Get("version"), "digest": f.values.Get("digest"), "password": passphrase}
	}
	return nil
}

func (w *world) approveWhatWasRead(name, group, date string) error {
	m, err := w.meeting(group, date)
	if err != nil {
		return err
	}
	var fields []field
	for k, v := range w.read {
		fields = append(fields, is(k, v))
	}
	_, err = w.attempted(name, nil, act{roles: adjusting, action: m.path("/protokoll/justera"), fields: fields})
	return err
}

func (w *world) seesChanged(name, what, group, date string) error {
	m, err := w.meeting(group, date)
	if err != nil {
		return err
	}
	page, err := w.see(name, access.UnionRep, m.path("/protokoll"))
	if err != nil {
		return err
	}
	if got := page.text("[data-changed] h2"); !says(got, what) {
		return fmt.Errorf("%s ser att %q har ändrats, inte %q", name, got, what)
	}
	return nil
}

func (w *world) substitute(name, substitute, replaced, group, date string) error {
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
	_, err = w.do(name, act{roles: []access.Role{access.Manager}, action: m.path("/protokoll/ersattare"), fields: []field{is("adjuster", who), is("substitute", by)},
		places: []place{{page: m.path("/protokoll"), form: "minutes-substitute"}}})
	return err
}

func (w *world) correct(name, title, group, date, text string) error {
	m, _, item, err := w.sectionOf(title, group, date)
	if err != nil {
		return err
	}
	_, err = w.do(name, act{roles: []access.Role{access.Manager}, action: m.path("/protokoll/rattelser"), fill: w.passwordAgain,
		fields: []field{is("item", strconv.FormatInt(item, 10)), is("text", text)}, places: []place{{page: m.path("/protokoll"), form: "minutes-correct"}}})
	return err
}

// excerptSays holds when the excerpt of the matter's §, as page and as file, says the text.
func (w *world) excerptSays(title, group, date, text string) error {
	m, _, item, err := w.sectionOf(title, group, date)
	if err != nil {
		return err
	}
	page, err := w.see(w.chair(m), access.Manager, m.path("/protokoll/utdrag"))
	if err != nil {
		return err
	}
	no := ""
	page.doc.Find(`input[name="punkt"]`).Each(func(_ int, s *goquery.Selection) {
		if strings.Contains(page.doc.Find(`label[for="`+s.AttrOr("id", "")+`"]`).Text(), title) {
			no = s.AttrOr("value", "")
		}
	})
	if page, err = w.see(w.chair(m), access.Manager, m.path("/protokoll/utdrag?punkt="+no)); err != nil {
		return err
	}
	if got := page.text("#utdrag"); !says(got, text) || !says(got, title) {
		return fmt.Errorf("utdraget av punkt %d säger %s", item, shorten(got))
	}
	return nil
}
