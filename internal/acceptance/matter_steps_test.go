package acceptance

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/cucumber/godog"

	"samverka/internal/access"
)

func (w *world) matterSteps(sc book) {
	w.attemptSteps(sc)
	phrase(sc, `"…" skapar ärendet "…":`, w.createMatter)
	phrase(sc, `"…" försöker skapa ärendet "…":`, w.tryToCreateMatter)
	phrase(sc, `APT-dialog om "…" hålls på "…" av "…"`, w.dialogue)
	phrase(sc, `"…" fastställer samverkansplanen för "…":`, w.confirmPlan)
	phrase(sc, `"…" fastställer riskbedömningen för "…" med "…" som instämmer`,
		func(p, x, q string) error { return w.fixRisk(p, x, q, true) })
	phrase(sc, `"…" fastställer riskbedömningen för "…" med "…" som inte instämmer`,
		func(p, x, q string) error { return w.fixRisk(p, x, q, false) })
	phrase(sc, `"…" fastställer riskbedömningen för "…" utan skyddsombud eftersom "…"`, w.fixRiskAlone)
}

var categories = map[string]string{"arbetstid": "working_time", "organisation": "organisation", "lokaler": "premises", "budget": "budget",
	"policy": "policy", "bemanning": "staffing", "chefstillsättning": "manager_appointment", "arbetsmiljö": "work_environment", "övrigt": "other"}

// newMatter reads the table that describes a matter. What the table leaves out is left as the form has it.
func (w *world) newMatter(title string, t *godog.Table) (act, error) {
	r, err := fields(t, "fält", "enhet", "kategori", "syfte", "planerat beslut", "beslutsfattare", "arbetsmiljö påverkas", "utomstående utför arbetet", "sekretess", "viktigare förändring")
	if err != nil {
		return act{}, err
	}
	a := act{roles: []access.Role{access.Manager}, places: []place{{page: "/arenden/ny", form: "matter-new"}}, action: "/arenden/ny"}
	add := func(name string, values ...string) { a.fields = append(a.fields, is(name, values...)) }
	add("title", title)
	if r.has("enhet") {
		var ids []string
		for _, u := range w.listed(r["enhet"]) {
			id, err := w.unit(u)
			if err != nil {
				return a, err
			}
			ids = append(ids, id)
		}
		add("units", ids...)
	}
	for column, x := range map[string]struct {
		field string
		words map[string]string
	}{
		"kategori":                  {"category", categories},
		"beslutsfattare":            {"decider", map[string]string{"chef": "manager", "nämnd": "board"}},
		"viktigare förändring":      {"important", map[string]string{"ja": "yes", "nej": "no", "osäker": "unsure"}},
		"arbetsmiljö påverkas":      {"work_environment", map[string]string{"ja": "yes", "nej": "no"}},
		"utomstående utför arbetet": {"outsiders", map[string]string{"ja": "yes", "nej": "no"}},
	} {
		if r[column] == "" {
			continue
		}
		v, err := oneOf(column, r[column], x.words)
		if err != nil {
			return a, err
		}
		add(x.field, v)
	}
	if r.has("syfte") {
		add("purpose", r["syfte"])
	}
	if r.has("sekretess") {
		add("secrecy", r["sekretess"])
	}
	if r.has("planerat beslut") {
		add("planned_decision", r["planerat beslut"])
	}
	return a, nil
}

func (w *world) createMatter(name, title string, t *godog.Table) error {
	a, err := w.newMatter(title, t)
	if err != nil {
		return err
	}
	o, err := w.do(name, a)
	if err != nil {
		return err
	}
	return w.keepMatter(name, title, o)
}

func (w *world) keepMatter(owner, title string, o outcome) error {
	id, err := madeID(o.led)
	if err == nil {
		w.matters[title] = &matterRef{id: id, title: title, owner: owner}
	}
	return err
}

// tryToCreateMatter judges "nothing changed" by the list of matters.
func (w *world) tryToCreateMatter(name, title string, t *godog.Table) error {
	a, err := w.newMatter(title, t)
	if err != nil {
		return err
	}
	before, err := w.shownMatters(name)
	if err != nil {
		return err
	}
	o, err := w.attempted(name, nil, a)
	if err != nil {
		return err
	}
	if o.done {
		return w.keepMatter(name, title, o)
	}
	after, err := w.shownMatters(name)
	if before != after {
		w.attempt.changed = fmt.Sprintf("listan av ärenden: %s → %s", before, after)
	}
	return err
}

func (w *world) dialogue(title, unit, name string) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	id, err := w.unit(unit)
	if err != nil {
		return err
	}
	_, err = w.do(name, act{roles: []access.Role{access.Manager}, places: []place{{page: x.path("/apt"), form: "dialogue"}}, action: x.path("/apt"),
		fields: []field{is("unit", id), is("note", "Frågan togs upp på arbetsplatsträffen.")}})
	return err
}

var trackKinds = map[string]string{"grupp": "group", "information": "info", "MBL 11": "mbl11", "MBL 13": "mbl13", "MBL 38": "mbl38"}

// confirmPlan sets the rows of the plan to those of the table, and no others.
func (w *world) confirmPlan(name, title string, t *godog.Table) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	all, err := rows(t, []string{"spår"}, []string{"grupp", "organisation"})
	if err != nil {
		return err
	}
	a := act{roles: []access.Role{access.Manager}, places: []place{{page: x.path("/plan"), form: "plan"}}, action: x.path("/plan")}
	a.fill = func(f *form) error { return w.fillPlan(f, all) }
	_, err = w.do(name, a)
	return err
}

// fillPlan writes the tracks into the form's rows, which may be fewer than the table's, and empties the others. The last
// row offers every group and union.
func (w *world) fillPlan(f *form, all []row) error {
	if err := w.fillPlanRows(f, all); err != nil {
		return err
	}
	return w.agree(f)
}

func (w *world) fillPlanRows(f *form, all []row) error {
	for name := range f.values {
		if strings.HasPrefix(name, "kind_") {
			f.values.Set(name, "")
		}
	}
	for i, r := range all {
		kind, err := oneOf("spår", r["spår"], trackKinds)
		if err != nil {
			return err
		}
		n := strconv.Itoa(i + 1)
		f.values.Set("kind_"+n, kind)
		f.values.Del("group_" + n)
		f.values.Del("union_" + n)
		var id string
		if kind == "group" || kind == "info" {
			id, err = w.group(r["grupp"])
			f.values.Set("group_"+n, id)
		} else {
			id, err = w.union(r["organisation"])
			f.values.Set("union_"+n, id)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
