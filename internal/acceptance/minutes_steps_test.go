package acceptance

import (
	"fmt"
	"regexp"

	"samverka/internal/access"
)

func (w *world) minutesSteps(sc book) {
	phrase(sc, `"…" skickar protokollet från MÖTET för justering till (".*")`, w.sendMinutes)
	phrase(sc, `"…" justerar protokollet från MÖTET`, func(p, g, d string) error { return w.onMinutes(p, g, d, "minutes-approve", "/justera") })
	phrase(sc, `"…" lämnar erinran mot protokollet från MÖTET: "…"`,
		func(p, g, d, text string) error {
			return w.onMinutes(p, g, d, "minutes-object", "/erinran", is("text", text))
		})
	phrase(sc, `"…" vidhåller sin erinran mot protokollet från MÖTET`, func(p, g, d string) error { return w.onMinutes(p, g, d, "minutes-maintain", "/vidhall") })
	phrase(sc, `"…" ändrar protokollet från MÖTET: "…"`,
		func(p, g, d, text string) error {
			return w.onMinutes(p, g, d, "minutes-change", "/andra", is("text", text))
		})
	phrase(sc, `"…" försöker justera protokollet från MÖTET`, w.tryToApprove)
}

// adjusting are the roles in which minutes are approved.
var adjusting = []access.Role{access.UnionRep, access.SafetyRep, access.Manager}

var quoted = regexp.MustCompile(`"((?:[^"\\]|\\.)*)"`)

func (w *world) sendMinutes(name, group, date, adjusters string) error {
	m, err := w.meeting(group, date)
	if err != nil {
		return err
	}
	var ids []string
	for _, q := range quoted.FindAllStringSubmatch(adjusters, -1) {
		id, err := w.personID(unquote(q[1]))
		if err != nil {
			return err
		}
		ids = append(ids, id)
	}
	if len(ids) == 0 {
		return fmt.Errorf("steget namnger ingen justerare: %s", adjusters)
	}
	_, err = w.do(name, act{roles: []access.Role{access.Manager}, action: m.path("/protokoll/skicka"), fields: []field{is("adjuster", ids...)},
		places: []place{{page: m.path("/protokoll"), form: "minutes-send"}}})
	return err
}

func (w *world) onMinutes(name, group, date, formName, path string, fields ...field) error {
	m, err := w.meeting(group, date)
	if err != nil {
		return err
	}
	roles := adjusting
	if formName == "minutes-change" {
		roles = []access.Role{access.Manager}
	}
	_, err = w.do(name, act{roles: roles, action: m.path("/protokoll" + path), fields: fields, fill: w.passwordAgain, places: []place{{page: m.path("/protokoll"), form: formName}}})
	return err
}

func (w *world) tryToApprove(name, group, date string) error {
	m, err := w.meeting(group, date)
	if err != nil {
		return err
	}
	_, err = w.attempted(name, nil, act{roles: adjusting, action: m.path("/protokoll/justera"), fill: w.passwordAgain, places: []place{{page: m.path("/protokoll"), form: "minutes-approve"}}})
	return err
}

// passwordAgain gives the password once more where a form asks for it: it is a while since the person signed in.
func (w *world) passwordAgain(f *form) error {
	if f.sel.Find(`[name="password"]`).Length() == 0 {
		return nil
	}
	return f.set("password", passphrase)
}
