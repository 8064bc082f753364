package acceptance

import (
	"fmt"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"github.com/cucumber/godog"

	"samverka/internal/access"
)

// triageSteps answer the wizard's questions, look at what they lead to, and follow a process template.
func (w *world) triageSteps(sc book) {
	phrase(sc, `"…" svarar på frågorna om "…":`, w.answerQuestions)
	phrase(sc, `leder svaren till "…"`, func(text string) error { return w.answersSay(text, true) })
	phrase(sc, `leder svaren inte till "…"`, func(text string) error { return w.answersSay(text, false) })
	phrase(sc, `"…" rättar svaren till "…" eftersom "…"`, w.correctAnswers)
	phrase(sc, `"…" försöker rätta svaren till "…" utan skäl`, w.correctWithout)
	phrase(sc, `"…" skapar ärendet av svaren`, w.finishAnswers)
	phrase(sc, `säger bedömningen av "…" "…" till "…"`, w.assessmentSays)
	phrase(sc, `"…" invänder för "…" mot bedömningen av "…" eftersom "…"`, w.objectToAssessment)
	phrase(sc, `"…" läser rättelsen av "…"`, w.readCorrection)
	phrase(sc, `"…" informerar om "…" på MÖTET`, func(p, x, g, d string) error { return w.onItem(p, x, g, d, "item-handle", "/klar", false) })
	phrase(sc, `"…" kopierar mallen "…" som "…"`, w.copyTemplate)
	phrase(sc, `"…" lägger till steget "…" TAL dagar före beslutet i mallen "…"`, w.addStep)
	phrase(sc, `"…" tar mallen "…" ur bruk`, w.retireTemplate)
	phrase(sc, `kan "…" inte börja från mallen "…"`, w.notStarting)
	phrase(sc, `är nästa steg i "…" "…"`, w.nextStep)
	phrase(sc, `är steget "…" i "…" klart`, func(s, x string) error { return w.stepIs(s, x, "true") })
	phrase(sc, `är steget "…" i "…" inte klart`, func(s, x string) error { return w.stepIs(s, x, "false") })
	phrase(sc, `"…" markerar steget "…" i "…" som klart`, w.tickStep)
}

// answers to the questions, by what the table calls them: the page, the field and the words that stand for a value.
var questionFields = map[string]struct {
	step  int
	field string
	words map[string]string
}{
	"syfte":                     {1, "purpose", nil},
	"kategori":                  {1, "category", categories},
	"beslutsfattare":            {2, "decider", map[string]string{"chef": "manager", "nämnd": "board"}},
	"viktigare förändring":      {3, "important", map[string]string{"ja": "yes", "nej": "no", "osäker": "unsure"}},
	"enhet":                     {4, "units", nil},
	"fack som berörs":           {5, "concerned", nil},
	"utomstående utför arbetet": {6, "outsiders", map[string]string{"ja": "yes", "nej": "no"}},
	"arbetsmiljö påverkas":      {7, "work_environment", map[string]string{"ja": "yes", "nej": "no"}},
	"enskilda personer":         {8, "individuals", map[string]string{"ja": "yes", "nej": "no"}},
	"hemligt":                   {9, "secret", map[string]string{"ja": "yes", "nej": "no"}},
	"planerat beslut":           {10, "planned_decision", nil},
	"öppet":                     {10, "open", map[string]string{"ja": "yes", "ja, inget förslag": "idea", "nej": "no"}},
}

// usualAnswers are those that a table leaves out.
var usualAnswers = map[string]string{"syfte": "Bättre för alla", "kategori": "arbetstid", "beslutsfattare": "chef", "viktigare förändring": "ja", "utomstående utför arbetet": "nej",
	"arbetsmiljö påverkas": "nej", "enskilda personer": "nej", "hemligt": "nej", "öppet": "ja"}

// answerQuestions goes through the wizard page by page, from the start page or from a template.
func (w *world) answerQuestions(name, title string, t *godog.Table) error {
	all, err := rows(t, []string{"fråga", "svar"}, nil)
	if err != nil {
		return err
	}
	said := map[string]string{}
	for k, v := range usualAnswers {
		said[k] = v
	}
	template := ""
	for _, r := range all {
		if r["fråga"] == "mall" {
			template = r["svar"]
		} else if _, ok := questionFields[r["fråga"]]; !ok {
			return fmt.Errorf("det finns ingen fråga %q", r["fråga"])
		} else {
			said[r["fråga"]] = r["svar"]
		}
	}
	start := act{roles: []access.Role{access.Manager}, action: "/arenden/nytt", places: []place{{page: "/arenden/nytt", form: "wizard-start"}}}
	if template != "" {
		page, err := w.templatePath(name, template)
		if err != nil {
			return err
		}
		start.action, start.places = page+"/starta", []place{{page: page, form: "process-start"}}
	}
	o, err := w.do(name, start)
	if err != nil {
		return err
	}
	w.draft, w.draftOf, w.draftTitle = strings.TrimSuffix(o.led, "/1"), name, title
	for step := 1; step <= 10; step++ {
		page := fmt.Sprintf("%s/%d", w.draft, step)
		a := act{roles: []access.Role{access.Manager}, action: page, places: []place{{page: page, form: "wizard-step"}}}
		if a.fields, err = w.answersTo(step, said, title); err != nil {
			return err
		}
		if o, err = w.do(name, a); err != nil {
			return err
		}
		if strings.HasSuffix(o.led, "/stopp") {
			w.answered = o.led
			return nil
		}
	}
	w.answered = o.led
	return nil
}

func (w *world) answersTo(step int, said map[string]string, title string) ([]field, error) {
	var fs []field
	if step == 1 {
		fs = append(fs, is("title", title))
	}
	for k, q := range questionFields {
		v, ok := said[k]
		if q.step != step || !ok {
			continue
		}
		values := []string{v}
		switch {
		case q.words != nil:
			one, err := oneOf(k, v, q.words)
			if err != nil {
				return nil, err
			}
			values = []string{one}
		case k == "enhet" || k == "fack som berörs":
			values = nil
			for _, n := range w.listed(v) {
				id, err := map[bool]func(string) (string, error){true: w.unit, false: w.union}[k == "enhet"](n)
				if err != nil {
					return nil, err
				}
				values = append(values, id)
			}
		}
		fs = append(fs, is(q.field, values...))
	}
	return fs, nil
}

func (w *world) answersSay(text string, want bool) error {
	a, err := w.see(w.draftOf, access.Manager, w.answered)
	if err != nil {
		return err
	}
	if said := a.text("main"); strings.Contains(said, text) != want {
		return fmt.Errorf("svaren leder till: %s", shorten(said))
	}
	return nil
}

func (w *world) correction(to, why string) (act, error) {
	duty, err := oneOf("rättelsen", to, map[string]string{"information": "information", "samverkan": "before_decision"})
	page := w.draft + "/ratta"
	return act{roles: []access.Role{access.Manager}, action: page, places: []place{{page: page, form: "triage-correct"}}, fields: []field{is("duty", duty), is("reason", why)}}, err
}

func (w *world) correctAnswers(name, to, why string) error {
	a, err := w.correction(to, why)
	if err == nil {
		_, err = w.do(name, a)
	}
	return err
}

func (w *world) correctWithout(name, to string) error {
	a, err := w.correction(to, "")
	if err != nil {
		return err
	}
	_, err = w.attempted(name, nil, a)
	return err
}

func (w *world) finishAnswers(name string) error {
	page := w.draft + "/kontrollera"
	o, err := w.do(name, act{roles: []access.Role{access.Manager}, action: page, places: []place{{page: page, form: "wizard-create"}}})
	if err != nil {
		return err
	}
	return w.keepMatter(name, w.draftTitle, o)
}

func (w *world) assessmentSays(title, text, name string) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	p, err := w.person(name)
	if err != nil {
		return err
	}
	if err := p.findRoles(); err != nil {
		return err
	}
	for _, r := range []access.Role{access.HR, access.UnionRep, access.SafetyRep, access.Manager} {
		if fit, err := p.fitting(r); err != nil || len(fit) == 0 {
			continue
		}
		a, err := w.see(name, r, x.path("/bedomning"))
		if err != nil {
			return err
		}
		if said := a.text("main"); !strings.Contains(said, text) {
			return fmt.Errorf("bedömningen säger: %s", shorten(said))
		}
		return nil
	}
	return fmt.Errorf("%s har ingen roll som ser bedömningen", name)
}

func (w *world) objectToAssessment(name, union, title, why string) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	id, err := w.union(union)
	if err != nil {
		return err
	}
	_, err = w.do(name, act{roles: []access.Role{access.UnionRep}, action: x.path("/bedomning/invandning"),
		places: []place{{page: x.path("/bedomning"), form: "triage-object", which: holding("union", id)}}, fields: []field{is("reason", why)}})
	return err
}

func (w *world) readCorrection(name, title string) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	_, err = w.do(name, act{roles: []access.Role{access.HR}, action: x.path("/bedomning/last"), places: []place{{page: x.path("/bedomning"), form: "triage-read"}}})
	return err
}

// templatePath finds the template by its name in the list.
func (w *world) templatePath(name, template string) (string, error) {
	p, err := w.person(name)
	if err != nil {
		return "", err
	}
	roles, err := p.fitting(access.Manager, access.HR, access.Admin)
	if err != nil {
		return "", err
	}
	if err := p.as(roles[0]); err != nil {
		return "", err
	}
	a, err := p.open("/mallar")
	if err != nil || a.doc == nil {
		return "", fmt.Errorf("mallarna går inte att läsa: %w", err)
	}
	path := ""
	a.doc.Find("main a").Each(func(_ int, l *goquery.Selection) {
		if squeeze(l.Text()) == template {
			path = l.AttrOr("href", "")
		}
	})
	if path == "" {
		return "", fmt.Errorf("mallen %q finns inte i listan: %s", template, shorten(a.text("main")))
	}
	return path, nil
}

func (w *world) copyTemplate(name, template, as string) error {
	page, err := w.templatePath(name, template)
	if err != nil {
		return err
	}
	_, err = w.do(name, act{roles: []access.Role{access.HR, access.Admin}, action: page + "/kopiera", places: []place{{page: page, form: "process-copy"}}, fields: []field{is("name", as)}})
	return err
}

// addStep presses the button that adds a row, as one without JavaScript does, fills it in and saves.
func (w *world) addStep(name, title, days, template string) error {
	page, err := w.templatePath(name, template)
	if err != nil {
		return err
	}
	a, err := w.see(name, access.HR, page+"/andra")
	if err != nil {
		return err
	}
	f := a.form("process-edit", nil)
	if f == nil {
		return fmt.Errorf("mallen går inte att ändra")
	}
	n := f.sel.Find("[name^=title_]").Length() + 1
	f.values.Set("do", "add")
	p, err := w.person(name)
	if err != nil {
		return err
	}
	if a, err = p.send(f.action, f.values); err != nil {
		return err
	}
	if f = a.form("process-edit", nil); f == nil {
		return fmt.Errorf("formuläret kom inte tillbaka (%d)", a.status)
	}
	for k, v := range map[string]string{"title": title, "kind": "task", "days": days} {
		if err := f.set(fmt.Sprintf("%s_%d", k, n), v); err != nil {
			return err
		}
	}
	f.values.Set("do", "save")
	if a, err = p.send(f.action, f.values); err == nil && a.status != 303 {
		err = fmt.Errorf("mallen sparades inte (%d): %s", a.status, a.why())
	}
	return err
}

func (w *world) retireTemplate(name, template string) error {
	page, err := w.templatePath(name, template)
	if err != nil {
		return err
	}
	_, err = w.do(name, act{roles: []access.Role{access.HR, access.Admin}, action: page + "/bruk", places: []place{{page: page, form: "process-retire"}}})
	return err
}

func (w *world) notStarting(name, template string) error {
	if page, err := w.templatePath(name, template); err == nil {
		return fmt.Errorf("mallen erbjuds på %s", page)
	}
	return nil
}

// stepsPage is the page of the process that the matter follows, as its owner sees it.
func (w *world) stepsPage(title string) (answer, *matterRef, error) {
	x, err := w.matter(title)
	if err != nil {
		return answer{}, nil, err
	}
	a, err := w.see(x.owner, access.Manager, x.path("/steg"))
	return a, x, err
}

func (w *world) nextStep(title, step string) error {
	a, _, err := w.stepsPage(title)
	if err != nil {
		return err
	}
	next := a.doc.Find(`[data-step][data-done="false"]`).First().AttrOr("data-step", "")
	if next != step {
		return fmt.Errorf("nästa steg är %q", next)
	}
	return nil
}

func (w *world) stepIs(step, title, done string) error {
	a, _, err := w.stepsPage(title)
	if err != nil {
		return err
	}
	got := ""
	a.doc.Find("[data-step]").EachWithBreak(func(_ int, s *goquery.Selection) bool {
		if s.AttrOr("data-step", "") == step {
			got = s.AttrOr("data-done", "")
		}
		return got == ""
	})
	if got != done {
		return fmt.Errorf("steget är klart: %q", got)
	}
	return nil
}

func (w *world) tickStep(name, step, title string) error {
	_, x, err := w.stepsPage(title)
	if err != nil {
		return err
	}
	in := func(s *goquery.Selection) bool { return s.Closest("[data-step]").AttrOr("data-step", "") == step }
	_, err = w.do(name, act{roles: []access.Role{access.Manager}, action: x.path("/steg"), places: []place{{page: x.path("/steg"), form: "step-tick", which: in}}})
	return err
}
