package acceptance

import (
	"fmt"
	"regexp"
	"strconv"

	"github.com/cucumber/godog"

	"samverka/internal/access"
)

func (w *world) proposalSteps(sc book) {
	phrase(sc, `"…" lägger fram förslag TAL av "…":`,
		func(p string, no int, x string, text *godog.DocString) error { return w.propose(p, no, x, text, false) })
	phrase(sc, `"…" lägger fram förslag TAL av "…" som redaktionell ändring:`,
		func(p string, no int, x string, text *godog.DocString) error { return w.propose(p, no, x, text, true) })
	phrase(sc, `"…" invänder mot att förslag TAL av "…" är redaktionellt`,
		func(p string, no int, x string) error { return w.objectEditorial(p, no, x, false) })
	phrase(sc, `"…" försöker invända mot att förslag TAL av "…" är redaktionellt`,
		func(p string, no int, x string) error { return w.objectEditorial(p, no, x, true) })
}

// propose lays out the version and sees that it became the number that the scenario says. A version that a deviating
// decision has made already is described when its number is said.
func (w *world) propose(name string, no int, title string, text *godog.DocString, editorial bool) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	shown, err := w.proposals(x)
	if err != nil {
		return err
	}
	a := act{roles: []access.Role{access.Manager}, places: []place{{page: x.path("/forslag"), form: "proposal"}}, action: x.path("/forslag"),
		fields: []field{is("body", text.Content)}}
	if editorial {
		a.fields = append(a.fields, is("editorial", "yes"))
	}
	a.fill = func(f *form) error {
		if f.sel.Find(`[name="replace"]`).Length() == 0 {
			return nil
		}
		if no == shown {
			return f.set("replace", strconv.Itoa(no))
		}
		return f.set("replace", "0")
	}
	if _, err := w.do(name, a); err != nil {
		return err
	}
	if shown, err = w.proposals(x); err == nil && shown != no {
		err = fmt.Errorf("det blev förslag %d, inte %d", shown, no)
	}
	return err
}

var lastNumber = regexp.MustCompile(`\d+\s*$`)

// proposals is the number of the newest version that the matter's page shows; 0: none.
func (w *world) proposals(x *matterRef) (int, error) {
	a, err := w.matterPage(x)
	if err != nil {
		return 0, err
	}
	card := a.doc.Find("#forslag h3").First()
	if card.Length() == 0 || a.doc.Find("#forslag .empty").Length() > 0 {
		return 0, nil
	}
	newest, err := strconv.Atoi(lastNumber.FindString(card.Text()))
	if err != nil {
		return 0, fmt.Errorf("förslagets rubrik %q säger inget nummer", squeeze(card.Text()))
	}
	return newest, nil
}

// objectEditorial objects for each union that the person represents and that may.
func (w *world) objectEditorial(name string, no int, title string, attempt bool) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	action := x.path(fmt.Sprintf("/forslag/%d/invandning", no))
	a := act{roles: []access.Role{access.UnionRep}, places: []place{{page: x.path(""), form: "object-editorial", which: to(action)},
		{page: action, form: "object-editorial"}}, action: action}
	if u := w.unionOf(name); u != "" {
		a.plain = map[string][]string{"union": {u}}
	}
	if attempt {
		_, err = w.attempted(name, x, a)
		return err
	}
	_, err = w.do(name, a)
	return err
}

// unionOf is the id of the union that the tables have given the person a mandate for; "": none.
func (w *world) unionOf(name string) string {
	for _, m := range w.scene.mandates {
		if m.Person == name && m.Union != "" {
			if id, err := w.union(m.Union); err == nil {
				return id
			}
		}
	}
	return ""
}
