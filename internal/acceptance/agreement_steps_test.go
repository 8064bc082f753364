package acceptance

import (
	"fmt"
	"net/http"
	"strings"

	"github.com/cucumber/godog"

	"samverka/internal/access"
)

const agreementPath = "/installningar/avtal"

// agreementSteps change the agreement through its forms, as an administrator or HR does, and read its pages.
func (w *world) agreementSteps(sc book) {
	phrase(sc, `"…" ändrar avtalet från DATUM:`, func(p, from string, t *godog.Table) error { return w.changeAgreement(p, "", from, t, false) })
	phrase(sc, `"…" ändrar avtalet för "…" från DATUM:`, func(p, place, from string, t *godog.Table) error { return w.changeAgreement(p, place, from, t, false) })
	phrase(sc, `"…" försöker ändra avtalet från DATUM:`, func(p, from string, t *godog.Table) error { return w.changeAgreement(p, "", from, t, true) })
	phrase(sc, `"…" försöker ändra avtalet för "…" från DATUM:`, func(p, place, from string, t *godog.Table) error { return w.changeAgreement(p, place, from, t, true) })
	phrase(sc, `visar förhandsvisningen av avtalet "…"`, func(text string) error { return w.previewSays(text, true) })
	phrase(sc, `visar förhandsvisningen av avtalet inte "…"`, func(text string) error { return w.previewSays(text, false) })
	phrase(sc, `säger avtalet "…" till "…"`, func(text, p string) error { return w.pageSays(p, agreementPath, text) })
	phrase(sc, `säger avtalet för "…" "…" till "…"`, w.placeAgreementSays)
	phrase(sc, `säger avtalets historik "…" till "…"`, func(text, p string) error { return w.pageSays(p, agreementPath+"/historik", text) })
	phrase(sc, `"…" lägger in avtalstexten "…" från DATUM:`, w.addAgreementText)
	phrase(sc, `"…" kopplar punkten "…" i avtalstexten till "…"`, w.linkClause)
}

// parameterFields are the parameters as the scenarios name them.
var parameterFields = map[string]string{"kallelse, dagar": "notice_days", "handlingar, dagar": "papers_days", "sista dag för punkter, dagar": "items_days", "extra möte, dagar": "extra_meeting_days",
	"extra möten": "extra_meetings", "samverkan fullgjord vid": "effective_at", "deltagande vid avslut": "quorum", "frist för central förhandling, dagar": "central_days",
	"justering, dagar": "approval_days", "justerare från arbetstagarsidan": "adjusters_minimum", "skyddskommitté, längsta mellanrum månader": "safety_gap_months", "undantag godkänns av": "exception_approver",
	"platser per organisation": "seats_per_union", "APT som samverkansform": "apt_formal_forum", "introduktion, dagar": "introduction_days", "ärendenummer": "number_pattern", "arbete av andra i samverkan": "mbl38_inside", "uppföljningen börjar månad": "followup_month", "grund": "reason"}

var parameterWords = map[string]string{"mötets slut": "meeting_end", "justering": "approval", "HR": "hr", "förhandlingschefen": "negotiator", "tomt": ""}

// changeAgreement fills in the form, looks at the effect and saves.
func (w *world) changeAgreement(name, place1, from string, t *godog.Table, attempt bool) error {
	all, err := rows(t, []string{"parameter", "värde"}, nil)
	if err != nil {
		return err
	}
	fields := []field{is("valid_from", from), is("reason", "Enligt scenariot")}
	for _, r := range all {
		if r["parameter"] == "frågor till grupp" {
			own, err := w.groupCategories(r["värde"], place1 != "")
			if err != nil {
				return err
			}
			fields = append(fields, own...)
			continue
		}
		key, ok := parameterFields[r["parameter"]]
		if !ok {
			return fmt.Errorf("avtalet har ingen parameter %q", r["parameter"])
		}
		value := r["värde"]
		if word, ok := parameterWords[value]; ok {
			value = word
		}
		fields = append(fields, is(key, value))
	}
	path, err := w.agreementForm(place1)
	if err != nil {
		return err
	}
	a := act{roles: []access.Role{access.HR, access.Admin}, action: agreementPath, places: []place{{page: path, form: "agreement"}}, fields: fields}
	if attempt {
		_, err = w.attempted(name, nil, a)
		return err
	}
	return w.throughPreview(name, path, a)
}

// groupCategories ticks the kinds of questions that are taken in a group.
func (w *world) groupCategories(list string, own bool) ([]field, error) {
	var ticked []string
	for _, word := range w.listed(list) {
		c, err := oneOf("värde", word, categories)
		if err != nil {
			return nil, err
		}
		ticked = append(ticked, c)
	}
	fs := []field{is("group_categories", ticked...)}
	if own {
		fs = append(fs, is("own_list", "ja"))
	}
	return fs, nil
}

// throughPreview fills in the form, reads what it would mean, and saves.
func (w *world) throughPreview(name, path string, a act) error {
	p, roles, err := w.ready(name, a)
	if err != nil {
		return err
	}
	if err := p.as(roles[0]); err != nil {
		return err
	}
	page, err := p.open(path)
	if err != nil {
		return err
	}
	f := page.form("agreement", nil)
	if f == nil {
		return fmt.Errorf("%s (%d) erbjuder inte formuläret: %s", path, page.status, shorten(page.text("main")))
	}
	if err := a.fillIn(f); err != nil {
		return err
	}
	preview, err := p.send(f.action, f.values)
	if err != nil {
		return err
	}
	w.preview = preview.text("main")
	save := preview.form("save-agreement", nil)
	if save == nil {
		return fmt.Errorf("avtalet ändrades inte: %s", shorten(preview.why()))
	}
	save.values.Set("step", "save")
	saved, err := p.send(save.action, save.values)
	if err == nil && saved.status != http.StatusSeeOther {
		err = fmt.Errorf("avtalet sparades inte (%d): %s", saved.status, shorten(saved.why()))
	}
	return err
}

func (w *world) agreementForm(place string) (string, error) {
	if place == "" {
		return agreementPath + "/nytt", nil
	}
	if id, err := w.group(place); err == nil {
		return agreementPath + "/nytt?group=" + id, nil
	}
	id, err := w.unit(place)
	return agreementPath + "/nytt?unit=" + id, err
}

func (w *world) previewSays(text string, want bool) error {
	if says(w.preview, text) != want {
		return fmt.Errorf("förhandsvisningen säger %s", shorten(w.preview))
	}
	return nil
}

func (w *world) placeAgreementSays(place, text, name string) error {
	if id, err := w.group(place); err == nil {
		return w.pageSays(name, agreementPath+"/grupp/"+id, text)
	}
	id, err := w.unit(place)
	if err != nil {
		return err
	}
	return w.pageSays(name, agreementPath+"/enhet/"+id, text)
}

func (w *world) addAgreementText(name, title, from string, body *godog.DocString) error {
	o, err := w.do(name, act{roles: []access.Role{access.HR, access.Admin}, action: agreementPath + "/text", places: []place{{page: agreementPath + "/text/ny", form: "agreement-text"}},
		fields: []field{is("title", title), is("valid_from", from), is("body", body.Content)}})
	w.textPath = o.led
	return err
}

// linkClause chooses the clause that begins with the number.
func (w *world) linkClause(name, number, parameter string) error {
	path := w.textPath + "/regler"
	_, err := w.do(name, act{roles: []access.Role{access.HR, access.Admin}, action: path, places: []place{{page: path, form: "link-clauses"}}, fill: func(f *form) error {
		for _, o := range f.sel.Find(`select[name="` + parameterFields[parameter] + `"] option`).EachIter() {
			if strings.HasPrefix(squeeze(o.Text()), number+" ") {
				return f.set(parameterFields[parameter], optionValue(o))
			}
		}
		return fmt.Errorf("avtalstexten har ingen punkt %s", number)
	}})
	return err
}
