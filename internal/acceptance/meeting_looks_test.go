package acceptance

import (
	"fmt"

	"samverka/internal/access"
	"samverka/internal/document/pdftext"
)

// meetingLooks read where a meeting and its minutes stand.
func (w *world) meetingLooks(sc book) {
	phrase(sc, `är MÖTET "…"`, w.meetingState)
	phrase(sc, `är protokollet från MÖTET "…"`, w.minutesState)
	phrase(sc, `står "…" i protokollet från MÖTET`, func(text, g, d string) error { return w.minutesSay(text, g, d, true) })
	phrase(sc, `står inte "…" i protokollet från MÖTET`, func(text, g, d string) error { return w.minutesSay(text, g, d, false) })
}

// ofMeeting opens one of the meeting's pages as its chair.
func (w *world) ofMeeting(group, date, path string) (answer, error) {
	m, err := w.meeting(group, date)
	if err != nil {
		return answer{}, err
	}
	return w.see(w.chair(m), access.Manager, m.path(path))
}

func (w *world) meetingState(group, date, want string) error {
	return w.labelOf(group, date, "", want)
}

func (w *world) minutesState(group, date, want string) error {
	return w.labelOf(group, date, "/protokoll", want)
}

func (w *world) labelOf(group, date, path, want string) error {
	a, err := w.ofMeeting(group, date, path)
	if err != nil {
		return err
	}
	if got := a.stateLabel(); got != squeeze(want) {
		return fmt.Errorf("läget är %q, inte %q", got, want)
	}
	return nil
}

// minutesSay reads the minutes as a page and as a PDF; both have to say the text, or neither.
func (w *world) minutesSay(text, group, date string, want bool) error {
	page, err := w.ofMeeting(group, date, "/protokoll")
	if err != nil {
		return err
	}
	link := page.doc.Find(`a[href$="/protokoll.pdf"]`).First().AttrOr("href", "")
	if link == "" {
		return fmt.Errorf("protokollets sida leder inte till dess PDF")
	}
	file, err := w.ofMeeting(group, date, "/protokoll.pdf")
	if err != nil {
		return err
	}
	printed, err := pdftext.Text(file.body)
	if err != nil {
		return fmt.Errorf("protokollets PDF går inte att läsa: %w", err)
	}
	for where, said := range map[string]string{"sidan": page.text("#protokoll"), "PDF:en": printed} {
		if says(said, text) != want {
			return fmt.Errorf("%q: på %s står %s", text, where, shorten(squeeze(said)))
		}
	}
	return nil
}
