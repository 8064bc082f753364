package acceptance

import (
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"github.com/jackc/pgx/v5"

	"samverka/internal/notify/smtptest"
	"samverka/internal/reminder"
)

// postSteps are about what time brings about, and how people want their mail.
func (w *world) postSteps(sc book) {
	phrase(sc, `har "…" fått TAL morgonbrev`, func(p string, n int) error { return w.hasLetters(p, n, "") })
	phrase(sc, `har "…" fått TAL morgonbrev med "…"`, w.hasLetters)
	phrase(sc, `har "…" fått morgonbrev med "…"`, func(p, text string) error { return w.hasLetter(p, text, true) })
	phrase(sc, `har "…" inte fått morgonbrev med "…"`, func(p, text string) error { return w.hasLetter(p, text, false) })
	phrase(sc, `står "…" i mejlet till "…" med ämnet "…"`, w.mailSays)
	phrase(sc, `"…" väljer mejl om "…" "…"`, w.choosesMail)
	phrase(sc, `"…" avslutar mejlen genom länken i det senaste morgonbrevet`, w.unsubscribes)
}

// due does what time has made due in every organisation, as the jobs do.
func (w *world) due() error {
	rows, err := w.db.Pool().Query(w.ctx, `SELECT id FROM organisations ORDER BY id`)
	if err != nil {
		return err
	}
	orgs, err := pgx.CollectRows(rows, pgx.RowTo[int64])
	if err != nil {
		return err
	}
	s := w.reminders()
	for _, org := range orgs {
		if err := s.Run(w.ctx, org); err != nil {
			return err
		}
	}
	return w.drain()
}

func (w *world) reminders() *reminder.Service {
	return &reminder.Service{DB: w.db, Clock: w.clock, Announce: w.mails, Letters: w.mails}
}

// mailSays holds when a mail with the subject holds the text, whatever its lines.
func (w *world) mailSays(text, name, subject string) error {
	p, err := w.person(name)
	if err != nil {
		return err
	}
	for _, m := range w.post.To(p.email) {
		if squeeze(m.Subject) == squeeze(subject) && says(squeeze(m.Body), text) {
			return nil
		}
	}
	return fmt.Errorf("inget mejl till %s med ämnet %q säger det", name, subject)
}

// letters are the person's morning letters that hold the text, in the order in which they came.
func (w *world) letters(name, text string) (found []smtptest.Message, all []string, err error) {
	p, err := w.person(name)
	if err != nil {
		return nil, nil, err
	}
	if err := w.drain(); err != nil {
		return nil, nil, err
	}
	for _, m := range w.post.To(p.email) {
		if !strings.HasSuffix(m.Subject, "att göra i samverkan") && m.Subject != "Nytt i samverkan" {
			continue
		}
		all = append(all, m.Subject+": "+m.Body)
		if strings.Contains(squeeze(m.Body), squeeze(text)) {
			found = append(found, m)
		}
	}
	return found, all, nil
}

func (w *world) hasLetters(name string, n int, text string) error {
	found, all, err := w.letters(name, text)
	if err == nil && len(found) != n {
		err = fmt.Errorf("%s har fått %d morgonbrev med %q, inte %d: %s", name, len(found), text, n, shorten(strings.Join(all, "; ")))
	}
	return err
}

func (w *world) hasLetter(name, text string, want bool) error {
	found, all, err := w.letters(name, text)
	if err == nil && (len(found) > 0) != want {
		err = fmt.Errorf("%s har fått morgonbreven: %s", name, shorten(strings.Join(all, "; ")))
	}
	return err
}

// choosesMail sets one topic on the person's own page, both by their Swedish names.
func (w *world) choosesMail(name, topic, manner string) error {
	p, err := w.person(name)
	if err != nil {
		return err
	}
	page, err := p.open("/konto/mejl")
	if err != nil {
		return err
	}
	set := page.doc.Find(`form[data-form="mail-settings"] fieldset`).FilterFunction(func(_ int, s *goquery.Selection) bool {
		return strings.EqualFold(squeeze(s.Find("legend").Text()), topic)
	})
	if set.Length() != 1 {
		return fmt.Errorf("sidan har inget val om %q", topic)
	}
	label := set.Find("label").FilterFunction(func(_ int, s *goquery.Selection) bool { return strings.EqualFold(squeeze(s.Text()), manner) })
	input := set.Find("#" + label.AttrOr("for", "saknas"))
	if input.Length() != 1 {
		return fmt.Errorf("%q går inte att välja för %q", manner, topic)
	}
	a, err := p.send("/konto/mejl", url.Values{input.AttrOr("name", ""): {input.AttrOr("value", "")}})
	if err == nil && a.status >= 400 {
		err = errors.New(a.why())
	}
	return err
}

var endMail = regexp.MustCompile(`/avsluta-mejl/\S+`)

// unsubscribes presses the button behind the letter's link, without signing in.
func (w *world) unsubscribes(name string) error {
	found, _, err := w.letters(name, "")
	if err != nil {
		return err
	}
	if len(found) == 0 {
		return fmt.Errorf("%s har inte fått något morgonbrev", name)
	}
	link := endMail.FindString(found[len(found)-1].Body)
	a, err := newBrowser(w.base).submit(link, url.Values{"List-Unsubscribe": {"One-Click"}})
	if err == nil && a.status != 200 {
		err = fmt.Errorf("%s svarade %d", link, a.status)
	}
	return err
}
