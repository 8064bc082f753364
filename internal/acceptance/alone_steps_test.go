package acceptance

import (
	"fmt"

	"samverka/internal/access"
)

// aloneSteps are samverkan that no organisation comes to: the chair proposes that it is concluded, HR answers.
func (w *world) aloneSteps(sc book) {
	propose := func(attempt bool) func(p, x, g, d, why string) error {
		return func(p, x, g, d, why string) error {
			return w.alone(p, x, g, d, access.Manager, "alone-propose", "", attempt, is("reason", why))
		}
	}
	answer := func(yes string, attempt bool) func(p, x, g, d, why string) error {
		return func(p, x, g, d, why string) error {
			return w.alone(p, x, g, d, access.HR, "alone-answer", "/svar", attempt, is("reason", why), is("answer", yes))
		}
	}
	phrase(sc, `"…" föreslår att samverkan om "…" avslutas utan organisation på MÖTET eftersom "…"`, propose(false))
	phrase(sc, `"…" försöker föreslå att samverkan om "…" avslutas utan organisation på MÖTET eftersom "…"`, propose(true))
	phrase(sc, `"…" bekräftar att samverkan om "…" avslutas utan organisation på MÖTET`, func(p, x, g, d string) error { return answer("yes", false)(p, x, g, d, "") })
	phrase(sc, `"…" försöker bekräfta att samverkan om "…" avslutas utan organisation på MÖTET`, func(p, x, g, d string) error { return answer("yes", true)(p, x, g, d, "") })
	phrase(sc, `"…" avslår att samverkan om "…" avslutas utan organisation på MÖTET eftersom "…"`, answer("no", false))
}

// alone sends a form of the item's page about it.
func (w *world) alone(name, title, group, date string, role access.Role, formName, part string, attempt bool, fields ...field) error {
	x, m, err := w.matterOn(title, group, date)
	if err != nil {
		return err
	}
	id, _, err := w.item(m, x)
	if err != nil {
		return err
	}
	page := m.path(fmt.Sprintf("/punkter/%d/utan-organisation", id))
	a := act{roles: []access.Role{role}, action: page + part, fields: fields, places: []place{{page: page, form: formName}}}
	if attempt {
		_, err = w.attempted(name, x, a)
		return err
	}
	_, err = w.do(name, a)
	return err
}
