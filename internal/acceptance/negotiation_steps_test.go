package acceptance

import (
	"fmt"

	"github.com/PuerkitoBio/goquery"

	"samverka/internal/access"
)

func (w *world) negotiationSteps(sc book) {
	for _, s := range []struct{ say, try, form, path string }{
		{`begär MBL-förhandling`, `försöker begära MBL-förhandling`, "mbl-request", "/mbl"},
		{`begär central förhandling`, `försöker begära central förhandling`, "central-request", "/central"},
	} {
		phrase(sc, `"…" `+s.say+` i "…" för "…"`, func(p, x, u string) error { return w.forUnion(p, x, u, s.form, s.path, false) })
		phrase(sc, `"…" `+s.try+` i "…" för "…"`, func(p, x, u string) error { return w.forUnion(p, x, u, s.form, s.path, true) })
	}
	phrase(sc, `"…" avstår för "…" från central förhandling i "…"`,
		func(p, u, x string) error { return w.forUnion(p, x, u, "waive", "/avsta", false) })
	phrase(sc, `"…" försöker avstå för "…" från central förhandling i "…"`,
		func(p, u, x string) error { return w.forUnion(p, x, u, "waive", "/avsta", true) })
	phrase(sc, `förhandlingen med "…" i "…" avslutas av "…" genom "…"`, w.endNegotiation)
}

// forUnion sends a form of the matter that speaks for one union.
func (w *world) forUnion(name, title, unionName, formName, path string, attempt bool) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	u, err := w.union(unionName)
	if err != nil {
		return err
	}
	a := act{roles: []access.Role{access.UnionRep}, action: x.path(path), fields: []field{is("union", u)},
		places: []place{{x.path(path), formName, holding("union", u)}, {x.path(""), formName, holding("union", u)}}}
	if attempt {
		_, err = w.attempted(name, x, a)
		return err
	}
	_, err = w.do(name, a)
	return err
}

// endNegotiation ends the union's open negotiation; of several the central one, which was the latest to begin.
func (w *world) endNegotiation(unionName, title, name, how string) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	u, err := w.union(unionName)
	if err != nil {
		return err
	}
	manner, err := oneOf("sätt att avsluta", how, map[string]string{"enighet": "agreement", "oenighet": "disagreement", "skriftligt frånträdande": "withdrawal"})
	if err != nil {
		return err
	}
	central := func(s *goquery.Selection) bool { return holding("union", u)(s) && holding("kind", "mbl14")(s) }
	page, fields := x.path("/forhandling"), []field{is("manner", manner)}
	if manner == "withdrawal" {
		fields = append(fields, is("reason", "Vi har träffats och gått igenom frågan."))
	}
	_, err = w.do(name, act{roles: []access.Role{access.Manager, access.Negotiator}, action: page, fields: fields,
		places: []place{{page, "negotiation-end", central}, {page, "negotiation-end", holding("union", u)}}})
	if err != nil {
		return fmt.Errorf("förhandlingen med %s: %w", unionName, err)
	}
	return nil
}
