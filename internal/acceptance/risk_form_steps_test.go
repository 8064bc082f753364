package acceptance

import (
	"fmt"
	"strconv"

	"github.com/PuerkitoBio/goquery"
	"github.com/cucumber/godog"

	"samverka/internal/access"
)

// riskSteps write a risk assessment part by part, and look at it.
func (w *world) riskSteps(sc book) {
	for attempt, verb := range map[bool][6]string{
		false: {`"…" beskriver ändringen i riskbedömningen för "…" som "…"`, `"…" skriver i riskbedömningen för "…" raden:`, `"…" drar slutsatsen "…" i riskbedömningen för "…"`,
			`"…" fastställer utkastet till riskbedömning för "…"`, `"…" följer upp riskbedömningen för "…" med "…"`, `"…" instämmer inte i riskbedömningen för "…" eftersom "…"`},
		true: {`"…" försöker beskriva ändringen i riskbedömningen för "…" som "…"`, `"…" försöker skriva i riskbedömningen för "…" raden:`, `"…" försöker dra slutsatsen "…" i riskbedömningen för "…"`,
			`"…" försöker fastställa utkastet till riskbedömning för "…"`, `"…" försöker följa upp riskbedömningen för "…" med "…"`, `"…" försöker invända i riskbedömningen för "…" eftersom "…"`},
	} {
		phrase(sc, verb[0], func(p, x, text string) error {
			return w.risk(p, x, "/andring", "risk-change", attempt, is("change", text))
		})
		phrase(sc, verb[1], func(p, x string, t *godog.Table) error { return w.riskRow(p, x, t, attempt) })
		phrase(sc, verb[2], func(p, text, x string) error { return w.riskConclude(p, x, text, attempt) })
		phrase(sc, verb[3], func(p, x string) error { return w.risk(p, x, "/faststall", "risk-fix", attempt) })
		phrase(sc, verb[4], func(p, x, note string) error {
			return w.risk(p, x, "/uppfoljd", "risk-follow", attempt, is("note", note))
		})
		phrase(sc, verb[5], func(p, x, why string) error { return w.riskState(p, x, "no", why, attempt) })
	}
	phrase(sc, `"…" instämmer i riskbedömningen för "…"`, func(p, x string) error { return w.riskState(p, x, "yes", "", false) })
	phrase(sc, `"…" bjuder in skyddsombudet "…" till riskbedömningen för "…"`, func(p, q, x string) error {
		m, err := w.matter(x)
		if err != nil {
			return err
		}
		return w.inviteRisk(p, m, q)
	})
	phrase(sc, `"…" bjuder in "…" som medarbetare till riskbedömningen för "…"`, func(p, q, x string) error {
		return w.risk(p, x, "/deltagare", "risk-add", false, is("name", q), is("kind", "employee"))
	})
	phrase(sc, `"…" tackar ja till riskbedömningen för "…"`, func(p, x string) error { return w.riskAnswer(p, x, "coming") })
	phrase(sc, `"…" tackar nej till riskbedömningen för "…"`, func(p, x string) error { return w.riskAnswer(p, x, "declined") })
	phrase(sc, `"…" gör en ny version av riskbedömningen för "…"`, func(p, x string) error {
		m, err := w.matter(x)
		if err != nil {
			return err
		}
		_, err = w.do(p, act{roles: []access.Role{access.Manager}, places: []place{{page: m.path("/riskbedomning"), form: "risk-new"}}, action: m.path("/riskbedomning/ny")})
		return err
	})
	phrase(sc, `"…" tar bort rad TAL ur riskbedömningen för "…"`, func(p, no, x string) error {
		m, err := w.matter(x)
		if err != nil {
			return err
		}
		page := m.path("/riskbedomning/rad/" + no)
		_, err = w.do(p, act{roles: []access.Role{access.Manager}, places: []place{{page: page, form: "risk-remove"}}, action: page + "/ta-bort"})
		return err
	})
	phrase(sc, `säger riskbedömningen för "…" "…" till "…"`, func(x, text, p string) error { return w.riskSays(p, x, "", text, true) })
	phrase(sc, `säger riskbedömningen för "…" inte "…" till "…"`, func(x, text, p string) error { return w.riskSays(p, x, "", text, false) })
	phrase(sc, `säger version TAL av riskbedömningen för "…" "…" till "…"`, func(no, x, text, p string) error { return w.riskSays(p, x, "/"+no, text, true) })
	phrase(sc, `finns riskbedömningen för "…" i listan för "…"`, func(x, p string) error { return w.riskListed(p, x, true) })
	phrase(sc, `finns riskbedömningen för "…" inte i listan för "…"`, func(x, p string) error { return w.riskListed(p, x, false) })
}

// risk fills in one part of the assessment.
func (w *world) risk(name, title, part, form string, attempt bool, fields ...field) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	page := x.path("/riskbedomning" + part)
	a := act{roles: []access.Role{access.Manager}, places: []place{{page: page, form: form}}, action: page, fields: fields}
	if attempt {
		_, err = w.attempted(name, x, a)
		return err
	}
	_, err = w.do(name, a)
	return err
}

// labelled chooses the option of the label in a select.
func labelled(f *form, name, label string) error {
	value := ""
	f.sel.Find(fmt.Sprintf(`select[name=%q] option`, name)).Each(func(_ int, o *goquery.Selection) {
		if squeeze(o.Text()) == label {
			value = optionValue(o)
		}
	})
	return f.set(name, value)
}

func (w *world) riskRow(name, title string, t *godog.Table, attempt bool) error {
	r, err := fields(t, "fält", "område", "vad kan hända", "vilka", "sannolikhet", "konsekvens", "om inget ändras", "åtgärd", "görs direkt", "ansvarig", "klar", "effekt")
	if err != nil {
		return err
	}
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	page := x.path("/riskbedomning/rad")
	a := act{roles: []access.Role{access.Manager}, places: []place{{page: page, form: "risk-row"}}, action: page,
		fields: []field{is("source", r["vad kan hända"]), is("affected", r["vilka"]), is("probability", r["sannolikhet"]), is("consequence", r["konsekvens"]), is("measure", r["åtgärd"]),
			is("due_on", r["klar"]), is("effect_on", r["effekt"]), is("do", "save")},
		fill: func(f *form) error {
			if err := labelled(f, "area", r["område"]); err != nil {
				return err
			}
			if who := r["ansvarig"]; who != "" {
				if err := labelled(f, "responsible_id", who); err != nil {
					return err
				}
			}
			if r["om inget ändras"] == "finns inte" {
				if err := f.set("none_probability", "-1"); err != nil {
					return err
				}
			}
			if r["görs direkt"] == "ja" {
				return f.set("at_once", "yes")
			}
			return nil
		}}
	if attempt {
		_, err = w.attempted(name, x, a)
		return err
	}
	_, err = w.do(name, a)
	return err
}

var riskConclusions = map[string]string{"kan göras": "proceed", "kan göras med åtgärder": "with_measures", "inte nu": "not_now"}

func (w *world) riskConclude(name, title, text string, attempt bool) error {
	c, ok := riskConclusions[text]
	if !ok {
		return fmt.Errorf("okänd slutsats %q", text)
	}
	p, err := w.person(name)
	if err != nil {
		return err
	}
	return w.risk(name, title, "/slutsats", "risk-conclude", attempt, is("conclusion", c), is("follow_on", "2027-09-01"), is("follow_by", strconv.FormatInt(p.id, 10)))
}

func (w *world) riskState(name, title, agrees, body string, attempt bool) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	a := act{roles: []access.Role{access.SafetyRep}, places: []place{{page: x.path("/riskbedomning/inbjudan"), form: "risk-state"}},
		action: x.path("/riskbedomning/yttrande"), fields: []field{is("agrees", agrees), is("body", body)}}
	if attempt {
		_, err = w.attempted(name, x, a)
		return err
	}
	_, err = w.do(name, a)
	return err
}

// riskAnswer is one press on the invitation's page.
func (w *world) riskAnswer(name, title, answer string) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	page := x.path("/riskbedomning/inbjudan")
	_, err = w.do(name, act{roles: []access.Role{access.SafetyRep, access.Employee, access.Manager}, places: []place{{page: page, form: "risk-answer-" + answer}}, action: page})
	return err
}

func (w *world) riskSays(name, title, part, text string, want bool) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	var last answer
	for _, role := range []access.Role{access.Manager, access.SafetyRep, access.HR} {
		a, err := w.see(name, role, x.path("/riskbedomning"+part))
		if err != nil {
			continue
		}
		last = a
		if says(a.text("main"), text) == want {
			return nil
		}
	}
	return fmt.Errorf("riskbedömningen säger %v %q: %s", !want, text, shorten(squeeze(last.text("main"))))
}

func (w *world) riskListed(name, title string, want bool) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	for _, role := range []access.Role{access.SafetyRep, access.Manager, access.HR} {
		a, err := w.see(name, role, "/riskbedomningar")
		if err != nil {
			continue
		}
		if got := a.doc.Find(fmt.Sprintf(`main a[href=%q]`, x.path("/riskbedomning"))).Length() > 0; got != want {
			return fmt.Errorf("riskbedömningen i listan för %s: %v", name, got)
		}
		return nil
	}
	return fmt.Errorf("%s kan inte läsa listan", name)
}
