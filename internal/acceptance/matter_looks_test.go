package acceptance

import (
	"fmt"

	"github.com/PuerkitoBio/goquery"
)

// matterLooks read where a matter stands.
func (w *world) matterLooks(sc book) {
	phrase(sc, `är ärendet "…" "…"`, w.matterState)
	phrase(sc, `är spåret "…" i "…" "…"`, w.trackState)
	phrase(sc, `finns inte spåret "…" i "…"`, w.noTrack)
	phrase(sc, `är tidigaste beslutsdag för "…" DATUM`, w.earliest)
	phrase(sc, `innehåller händelseloggen för "…" "…"`, w.history)
	phrase(sc, `varnas "…" med "…"`, w.warned)
}

func (w *world) page(title string) (*matterRef, answer, error) {
	x, err := w.matter(title)
	if err != nil {
		return nil, answer{}, err
	}
	a, err := w.matterPage(x)
	return x, a, err
}

func (w *world) matterState(title, want string) error {
	_, a, err := w.page(title)
	if err != nil {
		return err
	}
	if got := a.stateLabel(); got != squeeze(want) {
		return fmt.Errorf("ärendet är %q, inte %q. %s", got, want, a.text("#beslutslage"))
	}
	return nil
}

// tracks are the labels of the tracks' states, by the track's name.
func (a answer) tracks() map[string]string {
	ts := map[string]string{}
	a.doc.Find("#sparen [data-track]").Each(func(_ int, s *goquery.Selection) {
		ts[squeeze(s.AttrOr("data-track", ""))] = squeeze(s.Find("[data-track-state]").First().Text())
	})
	return ts
}

func (w *world) trackState(track, title, want string) error {
	_, a, err := w.page(title)
	if err != nil {
		return err
	}
	got, ok := a.tracks()[squeeze(track)]
	switch {
	case !ok:
		return fmt.Errorf("ärendet har inget spår %q: %v", track, a.tracks())
	case got != squeeze(want):
		return fmt.Errorf("spåret är %q, inte %q. %s", got, want, a.text("#beslutslage"))
	}
	return nil
}

func (w *world) noTrack(track, title string) error {
	_, a, err := w.page(title)
	if err != nil {
		return err
	}
	if state, ok := a.tracks()[squeeze(track)]; ok {
		return fmt.Errorf("ärendet har spåret %q (%s)", track, state)
	}
	return nil
}

func (w *world) earliest(title, want string) error {
	_, a, err := w.page(title)
	if err != nil {
		return err
	}
	if got := a.doc.Find("time[data-earliest]").First().AttrOr("datetime", ""); got != want {
		return fmt.Errorf("tidigaste beslutsdag är %q, inte %s. %s", got, want, a.text("#beslutslage"))
	}
	return nil
}

func (w *world) history(title, text string) error {
	_, a, err := w.page(title)
	if err != nil {
		return err
	}
	if got := a.text("#historik"); !says(got, text) {
		return fmt.Errorf("händelseloggen innehåller inte %q: %s", text, shorten(got))
	}
	return nil
}

// warned holds when what the person last did was warned of with the text.
func (w *world) warned(name, text string) error {
	p, err := w.person(name)
	if err != nil {
		return err
	}
	if !says(p.warned, text) {
		return fmt.Errorf("%s varnades inte med %q utan med %q", name, text, shorten(squeeze(p.warned)))
	}
	return nil
}
