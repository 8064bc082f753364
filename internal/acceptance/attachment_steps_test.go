package acceptance

import (
	"fmt"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"github.com/cucumber/godog"

	"samverka/internal/access"
)

// attachmentSteps put files on a matter's list, read them and take them away.
func (w *world) attachmentSteps(sc book) {
	phrase(sc, `"…" lägger till bilagan "…" till "…":`, func(p, file, x string, text *godog.DocString) error { return w.attach(p, file, x, text, false) })
	phrase(sc, `"…" försöker lägga till bilagan "…" till "…":`, func(p, file, x string, text *godog.DocString) error { return w.attach(p, file, x, text, true) })
	phrase(sc, `"…" tar bort bilagan "…" från listan för "…"`, w.detach)
	phrase(sc, `"…" raderar bilagan "…" i "…" eftersom "…"`, func(p, title, x, why string) error { return w.erase(p, title, x, why, false) })
	phrase(sc, `"…" försöker radera bilagan "…" i "…" eftersom "…"`, func(p, title, x, why string) error { return w.erase(p, title, x, why, true) })
	phrase(sc, `läser "…" "…" i bilagan "…" i "…"`, w.readsAttachment)
	phrase(sc, `kan "…" inte läsa bilagan "…" i "…"`, w.cannotReadAttachment)
	phrase(sc, `visar förslag TAL av "…" för "…" bilagan "…"`, func(no int, x, p, title string) error { return w.versionHas(no, x, p, title, true) })
	phrase(sc, `visar förslag TAL av "…" för "…" inte bilagan "…"`, func(no int, x, p, title string) error { return w.versionHas(no, x, p, title, false) })
}

func (w *world) attach(name, file, title string, text *godog.DocString, attempt bool) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	at := x.path("/bilagor")
	a := act{roles: []access.Role{access.Manager}, action: at, places: []place{{page: at, form: "attach"}}, fields: []field{is("file", file+"\n"+text.Content)}}
	if attempt {
		_, err = w.attempted(name, x, a)
		return err
	}
	_, err = w.do(name, a)
	return err
}

// attachment is the path of a file that the owner has seen under the title; it is remembered, for when its content is gone.
func (w *world) attachment(title string, x *matterRef) (string, error) {
	page, err := w.see(x.owner, access.Manager, x.path("/bilagor"))
	if err != nil {
		return "", err
	}
	page.doc.Find(`main a[href$="/fil"], main a[href$="/radera"]`).Each(func(_ int, a *goquery.Selection) {
		card := a.Closest(".card")
		if words := squeeze(card.Find("h3").Text()); strings.HasSuffix(words, ". "+title) {
			path, _, _ := strings.Cut(a.AttrOr("href", ""), "/bilagor/")
			rest := strings.TrimPrefix(a.AttrOr("href", ""), path+"/bilagor/")
			no, _, _ := strings.Cut(rest, "/")
			w.attachments[title] = path + "/bilagor/" + no
		}
	})
	if w.attachments[title] == "" {
		return "", fmt.Errorf("ärendet har ingen bilaga %q", title)
	}
	return w.attachments[title], nil
}

func (w *world) detach(name, title, of string) error {
	x, err := w.matter(of)
	if err != nil {
		return err
	}
	path, err := w.attachment(title, x)
	if err != nil {
		return err
	}
	_, err = w.do(name, act{roles: []access.Role{access.Manager}, action: path + "/ta-bort", places: []place{{page: x.path("/bilagor"), form: "detach", which: to(path + "/ta-bort")}}})
	return err
}

func (w *world) erase(name, title, of, why string, attempt bool) error {
	x, err := w.matter(of)
	if err != nil {
		return err
	}
	path, err := w.attachment(title, x)
	if err != nil {
		return err
	}
	a := act{roles: []access.Role{access.Manager, access.HR}, action: path + "/radera", places: []place{{page: path + "/radera", form: "erase-attachment"}}, fields: []field{is("reason", why)}}
	if attempt {
		_, err = w.attempted(name, x, a)
		return err
	}
	_, err = w.do(name, a)
	return err
}

func (w *world) readsAttachment(name, text, title, of string) error {
	x, err := w.matter(of)
	if err != nil {
		return err
	}
	path, err := w.attachment(title, x)
	if err != nil {
		return err
	}
	file, err := w.see(name, access.UnionRep, path+"/fil")
	if err == nil && !strings.Contains(string(file.body), text) {
		err = fmt.Errorf("bilagan säger %q", file.body)
	}
	return err
}

func (w *world) cannotReadAttachment(name, title, of string) error {
	x, err := w.matter(of)
	if err != nil {
		return err
	}
	path, err := w.attachment(title, x)
	if err != nil {
		return err
	}
	if _, err := w.see(name, access.UnionRep, path+"/fil"); err == nil {
		return fmt.Errorf("%s kan läsa bilagan", name)
	}
	return nil
}

func (w *world) versionHas(no int, of, name, title string, want bool) error {
	x, err := w.matter(of)
	if err != nil {
		return err
	}
	page, err := w.see(name, access.UnionRep, x.path(fmt.Sprintf("/forslag/%d", no)))
	if err != nil {
		return err
	}
	links := squeeze(page.doc.Find(`main h2:contains("Bilagor") + ul.links`).First().Text())
	if says(links, title) != want {
		return fmt.Errorf("versionens bilagor: %q", links)
	}
	return nil
}
