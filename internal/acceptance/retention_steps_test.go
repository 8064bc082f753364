package acceptance

import (
	"fmt"
	"strings"

	"samverka/internal/access"
)

// retentionSteps write the rules of what is kept, weed, and read what stays.
func (w *world) retentionSteps(sc book) {
	phrase(sc, `"…" bestämmer att "…" gallras efter TAL år enligt "…"`, func(p, kind, years, source string) error { return w.keepRule(p, kind, years, source, false) })
	phrase(sc, `"…" försöker bestämma att "…" gallras efter TAL år enligt "…"`, func(p, kind, years, source string) error { return w.keepRule(p, kind, years, source, true) })
	phrase(sc, `"…" bestämmer att "…" bevaras`, func(p, kind string) error { return w.keepRule(p, kind, "", "", false) })
	phrase(sc, `"…" föreslår gallring av "…"`, func(p, kind string) error { return w.proposeWeeding(p, kind, false) })
	phrase(sc, `"…" försöker föreslå gallring av "…"`, func(p, kind string) error { return w.proposeWeeding(p, kind, true) })
	phrase(sc, `"…" godkänner gallringen`, func(p string) error { return w.onWeeding(p, "weeding-approve", "/godkann", "", false) })
	phrase(sc, `"…" försöker godkänna gallringen`, func(p string) error { return w.onWeeding(p, "weeding-approve", "/godkann", "", true) })
	phrase(sc, `"…" avslår gallringen eftersom "…"`, func(p, why string) error { return w.onWeeding(p, "weeding-decline", "/avsla", why, false) })
	phrase(sc, `säger gallringens protokoll "…" till "…"`, func(text, p string) error { return w.pageSays(p, w.weeding, text) })
	phrase(sc, `säger underlaget för gallring av "…" "…" till "…"`, func(kind, text, p string) error {
		k, err := oneOf("slag", kind, documentKinds)
		if err != nil {
			return err
		}
		return w.pageSays(p, "/gallring/underlag/"+k, text)
	})
	phrase(sc, `säger reglerna för bevarande "…" till "…"`, func(text, p string) error { return w.pageSays(p, "/installningar/bevarande", text) })
	phrase(sc, `ser "…" inte gallringarna`, func(p string) error {
		if err := w.pageSays(p, "/gallring", "Gallring"); err == nil {
			return fmt.Errorf("%s ser gallringarna", p)
		}
		return nil
	})
}

// documentKinds are the kinds of documents as the scenarios name them.
var documentKinds = map[string]string{"protokoll": "minutes", "ärenden": "matters", "minnesanteckningar": "apt_notes", "frågor": "apt_questions", "kvittenser": "apt_marks",
	"förslag till APT": "apt_proposals", "mejlloggen": "mails", "utkast": "drafts", "lösa bilagor": "attachments"}

func (w *world) keepRule(name, kind, years, source string, attempt bool) error {
	k, err := oneOf("slag", kind, documentKinds)
	if err != nil {
		return err
	}
	path, what := "/installningar/bevarande/"+k, "weed"
	if years == "" {
		what = "preserve"
	}
	a := act{roles: []access.Role{access.Registrar, access.HR, access.Admin}, action: path, places: []place{{page: path, form: "retention-rule"}},
		fields: []field{is("what", what), is("years", years), is("source", source)}}
	if attempt {
		_, err = w.attempted(name, nil, a)
		return err
	}
	_, err = w.do(name, a)
	return err
}

func (w *world) proposeWeeding(name, kind string, attempt bool) error {
	k, err := oneOf("slag", kind, documentKinds)
	if err != nil {
		return err
	}
	path := "/gallring/underlag/" + k
	a := act{roles: []access.Role{access.Registrar, access.HR}, action: path, places: []place{{page: path, form: "weeding-propose"}}}
	if attempt {
		_, err = w.attempted(name, nil, a)
		return err
	}
	o, err := w.do(name, a)
	if err == nil {
		w.weeding, _, _ = strings.Cut(o.led, "#")
	}
	return err
}

// onWeeding answers the weeding that was proposed last.
func (w *world) onWeeding(name, form, part, why string, attempt bool) error {
	if w.weeding == "" {
		return fmt.Errorf("scenariot har inte föreslagit någon gallring")
	}
	a := act{roles: []access.Role{access.Registrar, access.HR}, action: w.weeding + part, places: []place{{page: w.weeding, form: form}}}
	if why != "" {
		a.fields = []field{is("reason", why)}
	}
	if attempt {
		_, err := w.attempted(name, nil, a)
		return err
	}
	_, err := w.do(name, a)
	return err
}
