package acceptance

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/PuerkitoBio/goquery"

	"samverka/internal/access"
)

// dossierSteps read a matter's timeline and its bundle, and give it out.
func (w *world) dossierSteps(sc book) {
	phrase(sc, `säger tidslinjen för "…" till "…" "…"`, func(x, p, text string) error { return w.timelineSays(x, p, "", text, true) })
	phrase(sc, `säger tidslinjen för "…" inte till "…" "…"`, func(x, p, text string) error { return w.timelineSays(x, p, "", text, false) })
	phrase(sc, `säger tidslinjen för "…" till "…", när bara "…" visas, "…"`, func(x, p, sort, text string) error { return w.timelineSays(x, p, sort, text, true) })
	phrase(sc, `säger tidslinjen för "…" inte till "…", när bara "…" visas, "…"`, func(x, p, sort, text string) error { return w.timelineSays(x, p, sort, text, false) })
	phrase(sc, `säger akten för "…" till "…" "…"`, func(x, p, text string) error { return w.bundleSays(x, p, false, text, true) })
	phrase(sc, `säger akten för "…" inte till "…" "…"`, func(x, p, text string) error { return w.bundleSays(x, p, false, text, false) })
	phrase(sc, `säger den utlämnade akten för "…" till "…" "…"`, func(x, p, text string) error { return w.bundleSays(x, p, true, text, true) })
	phrase(sc, `säger den utlämnade akten för "…" inte till "…" "…"`, func(x, p, text string) error { return w.bundleSays(x, p, true, text, false) })
	phrase(sc, `"…" lämnar ut akten för "…" maskerad`, func(p, x string) error { return w.disclose(p, x, "masked", "", false) })
	phrase(sc, `"…" lämnar ut akten för "…" omaskerad eftersom "…"`, func(p, x, why string) error { return w.disclose(p, x, "whole", why, false) })
	phrase(sc, `"…" försöker lämna ut akten för "…" omaskerad eftersom "…"`, func(p, x, why string) error { return w.disclose(p, x, "whole", why, true) })
	phrase(sc, `kan "…" inte hämta den utlämnade akten för "…"`, w.nothingToGet)
	phrase(sc, `"…" skriver "…" i den egna anteckningen för "…" om "…"`, w.ownNote)
	phrase(sc, `står "…" under Så gick det för "…"`, func(text, p string) error { return w.outcomeSays(text, p, true) })
	phrase(sc, `står "…" inte under Så gick det för "…"`, func(text, p string) error { return w.outcomeSays(text, p, false) })
}

// timelineSays opens the timeline, or the part of it that is called sort.
func (w *world) timelineSays(title, name, sort, text string, want bool) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	path := x.path("/tidslinje")
	page, err := w.see(name, access.Manager, path)
	if err != nil {
		return err
	}
	if sort != "" {
		value := ""
		page.doc.Find(`select[name="visa"] option`).Each(func(_ int, o *goquery.Selection) {
			if says(o.Text(), sort) {
				value = optionValue(o)
			}
		})
		if value == "" {
			return fmt.Errorf("tidslinjen går inte att begränsa till %q", sort)
		}
		if page, err = w.see(name, access.Manager, path+"?visa="+url.QueryEscape(value)); err != nil {
			return err
		}
	}
	var told strings.Builder
	page.doc.Find("main section[data-stage]").Each(func(_ int, s *goquery.Selection) { told.WriteString(words(s) + "\n") })
	if says(told.String(), text) != want {
		return fmt.Errorf("tidslinjen säger: %s", shorten(squeeze(told.String())))
	}
	return nil
}

// bundleSays reads the bundle as PDF: the reader's own, or the one that was given out last.
func (w *world) bundleSays(title, name string, given bool, text string, want bool) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	path := x.path("/akt.pdf")
	if given {
		if path, err = w.givenOut(x, name); err != nil {
			return err
		}
	}
	file, err := w.see(name, access.Manager, path)
	if err != nil {
		return err
	}
	said, err := fileText(".pdf", file.body)
	if err != nil {
		return err
	}
	if says(said, text) != want {
		return fmt.Errorf("akten säger: %s", shorten(squeeze(said)))
	}
	return nil
}

// givenOut is the address of what was given out last.
func (w *world) givenOut(x *matterRef, name string) (string, error) {
	page, err := w.see(name, access.Registrar, x.path("/akt"))
	if err != nil {
		return "", err
	}
	link := page.doc.Find(`main a[href*="akt.pdf?"]`).First().AttrOr("href", "")
	if link == "" {
		return "", fmt.Errorf("ingen utlämnad akt att hämta: %s", page.text("main"))
	}
	return link, nil
}

func (w *world) nothingToGet(name, title string) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	if link, err := w.givenOut(x, name); err == nil {
		return fmt.Errorf("sidan leder till %s", link)
	}
	return nil
}

func (w *world) disclose(name, title, how, why string, attempt bool) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	page := x.path("/akt")
	a := act{roles: []access.Role{access.Registrar}, places: []place{{page: page, form: "disclose"}}, action: page, fields: []field{is("how", how), is("reason", why)}}
	if attempt {
		_, err = w.attempted(name, x, a)
		return err
	}
	_, err = w.do(name, a)
	return err
}

// ownNote writes what only the union's own representatives may read.
func (w *world) ownNote(name, text, union, title string) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	_, err = w.do(name, act{roles: []access.Role{access.UnionRep}, action: x.path("/anteckning"), fields: []field{is("note", text)},
		places: []place{{page: x.path(""), form: "union-note", which: func(s *goquery.Selection) bool { return says(s.Find("label").Text(), union) }}}})
	return err
}

func (w *world) outcomeSays(text, name string, want bool) error {
	page, err := w.see(name, access.Employee, "/sa-gick-det")
	if err != nil {
		return err
	}
	if says(page.text("main"), text) != want {
		return fmt.Errorf("sidan säger: %s", page.text("main"))
	}
	return nil
}
