package acceptance

import (
	"fmt"
	"strings"

	"github.com/google/go-cmp/cmp"
)

// attempt is the last thing that might have been refused.
type attempt struct {
	done    bool
	said    string
	changed string // what is different afterwards although it was refused
}

// attempted tries and remembers what came of it. x is the matter that must not change by a refusal, nil when there is none.
func (w *world) attempted(name string, x *matterRef, a act) (outcome, error) {
	before, err := w.picture(x)
	if err != nil {
		return outcome{}, err
	}
	o, err := w.try(name, a)
	if err != nil {
		return o, err
	}
	w.attempt = &attempt{done: o.done, said: o.String()}
	if o.done {
		return o, nil
	}
	after, err := w.picture(x)
	w.attempt.changed = cmp.Diff(before, after)
	return o, err
}

// picture is what a matter's page shows of where it stands.
func (w *world) picture(x *matterRef) (map[string]string, error) {
	if x == nil {
		return nil, nil
	}
	a, err := w.matterPage(x)
	if err != nil {
		return nil, err
	}
	p := map[string]string{"läge": a.stateLabel(), "tidigast": a.doc.Find("time[data-earliest]").First().AttrOr("datetime", ""),
		"saknas": a.text("#beslutslage .panel-missing li"), "förslag": a.text("#forslag"), "spåren": a.text("#sparen")}
	for track, state := range a.tracks() {
		p["spår "+track] = state
	}
	return p, nil
}

// stateLabel is the label of the page's thing; the panel of the decision has a state of its own.
func (a answer) stateLabel() string {
	if a.doc == nil {
		return ""
	}
	return squeeze(a.doc.Find("main [data-state]").Not("#beslutslage, #beslutslage *, section").First().Text())
}

func (w *world) attemptSteps(sc book) {
	phrase(sc, `avvisas det`, func() error { return w.refused("") })
	phrase(sc, `avvisas det med "…"`, w.refused)
	phrase(sc, `går det`, w.notRefused)
}

func (w *world) refused(text string) error {
	switch t := w.attempt; {
	case t == nil:
		return fmt.Errorf("scenariot har inte försökt något")
	case t.done:
		return fmt.Errorf("det avvisades inte")
	case t.changed != "":
		return fmt.Errorf("det avvisades, men något ändrades:\n%s", t.changed)
	case !says(t.said, text):
		return fmt.Errorf("det avvisades utan att säga %q: %s", text, shorten(t.said))
	}
	return nil
}

func (w *world) notRefused() error {
	switch t := w.attempt; {
	case t == nil:
		return fmt.Errorf("scenariot har inte försökt något")
	case !t.done:
		return fmt.Errorf("det avvisades: %s", shorten(t.said))
	}
	return nil
}

func shorten(s string) string {
	if r := []rune(strings.TrimSpace(s)); len(r) > 1500 {
		return string(r[:1500]) + " …"
	}
	return s
}
