package acceptance

import (
	"bytes"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"github.com/cucumber/godog"
	ics "github.com/emersion/go-ical"

	"samverka/internal/access"
	"samverka/internal/clock"
)

// callingSteps call, move and remind, and read what reached people's calendars.
func (w *world) callingSteps(sc book) {
	phrase(sc, `"…" flyttar MÖTET till DATUM klockan KLOCKSLAG eftersom "…"`, w.moveMeeting)
	phrase(sc, `"…" ställer in MÖTET eftersom "…"`, func(p, g, d, why string) error {
		return w.changeMeeting(p, g, d, "meeting-cancel", "/stall-in", is("reason", why))
	})
	phrase(sc, `"…" byter plats för MÖTET till "…"`, func(p, g, d, to string) error {
		return w.changeMeeting(p, g, d, "meeting-place", "/plats", is("place", to))
	})
	phrase(sc, `"…" påminner om handlingarna till MÖTET`, func(p, g, d string) error {
		return w.onMeeting(p, g, d, "papers-remind", "/paminn", false)
	})
	phrase(sc, `"…" säger att hen har läst handlingarna till MÖTET`, w.readPapers)
	phrase(sc, `står "…" på sidan om MÖTET för "…"`, func(text, g, d, p string) error { return w.meetingSays(text, g, d, p, true) })
	phrase(sc, `står inte "…" på sidan om MÖTET för "…"`, func(text, g, d, p string) error { return w.meetingSays(text, g, d, p, false) })
	phrase(sc, `är utskicken till MÖTET:`, w.dispatches)
	phrase(sc, `är kalenderposterna till "…":`, w.calendarMails)
	phrase(sc, `"…" skapar en kalenderadress`, w.subscribes)
	phrase(sc, `"…" återkallar sin kalenderadress`, w.unsubscribesCalendar)
	phrase(sc, `innehåller kalendern för "…":`, w.feedHolds)
	phrase(sc, `går kalendern för "…" inte att läsa`, w.feedIsGone)
}

// changeMeeting comes some time after what was done before: the mail of that is out. What is not out yet is not put into
// calendars any more.
func (w *world) changeMeeting(name, group, date, form, path string, fields ...field) error {
	m, err := w.meeting(group, date)
	if err != nil {
		return err
	}
	if err := w.drain(); err != nil {
		return err
	}
	_, err = w.do(name, act{roles: []access.Role{access.Manager}, action: m.path(path), places: []place{{page: m.path(""), form: form}}, fields: fields})
	return err
}

// moveMeeting knows the meeting by its new day from then on. It, too, comes some time after.
func (w *world) moveMeeting(name, group, date, to, at, why string) error {
	m, err := w.meeting(group, date)
	if err != nil {
		return err
	}
	if err := w.drain(); err != nil {
		return err
	}
	o, err := w.do(name, act{roles: []access.Role{access.Manager}, action: m.path("/flytta"), places: []place{{page: m.path(""), form: "meeting-move"}},
		fields: []field{is("date", to), is("time", at), is("why", why)}})
	if err != nil {
		return err
	}
	id, err := madeID(o.led)
	if err != nil {
		return err
	}
	moved := &meetingRef{id: id, group: group, day: to, planner: m.planner}
	delete(w.meetings, meetingKey{group, date})
	w.meetings[meetingKey{group, to}] = moved
	for _, x := range w.matters {
		if i := slices.Index(x.meetings, m); i >= 0 {
			x.meetings[i] = moved
		}
	}
	return nil
}

func (w *world) readPapers(name, group, date string) error {
	m, err := w.meeting(group, date)
	if err != nil {
		return err
	}
	_, err = w.do(name, act{roles: []access.Role{access.UnionRep, access.SafetyRep}, action: m.path("/last"), places: []place{{page: m.path(""), form: "papers-read"}}})
	return err
}

func (w *world) meetingPage(name string, m *meetingRef) (answer, error) {
	role := access.UnionRep
	if name == m.planner {
		role = access.Manager
	}
	return w.see(name, role, m.path(""))
}

func (w *world) meetingSays(text, group, date, name string, want bool) error {
	m, err := w.meeting(group, date)
	if err != nil {
		return err
	}
	a, err := w.meetingPage(name, m)
	if err != nil {
		return err
	}
	if said := squeeze(a.text("main")); strings.Contains(said, squeeze(text)) != want {
		return fmt.Errorf("sidan säger: %s", shorten(said))
	}
	return nil
}

// dispatches compares the meeting's log with a table, the newest sending first.
func (w *world) dispatches(group, date string, t *godog.Table) error {
	want, err := rows(t, []string{"utskick", "till"}, []string{"innehåll"})
	if err != nil {
		return err
	}
	m, err := w.meeting(group, date)
	if err != nil {
		return err
	}
	a, err := w.meetingPage(m.planner, m)
	if err != nil {
		return err
	}
	kinds := map[string]string{"notice": "kallelse", "papers": "handlingar", "reminder": "påminnelse"}
	var got []string
	a.doc.Find("[data-dispatch]").Each(func(_ int, d *goquery.Selection) {
		got = append(got, kinds[d.AttrOr("data-dispatch", "")]+": "+strings.Join(texts(d.Find("tbody th")), ", ")+": "+strings.Join(texts(d.Find("li")), " "))
	})
	var expected []string
	for _, r := range want {
		expected = append(expected, r["utskick"]+": "+r["till"]+": "+r["innehåll"])
	}
	if !slices.Equal(got, expected) {
		return fmt.Errorf("utskicken är\n%s\ninte\n%s", strings.Join(got, "\n"), strings.Join(expected, "\n"))
	}
	return nil
}

func texts(s *goquery.Selection) (all []string) {
	s.Each(func(_ int, one *goquery.Selection) { all = append(all, squeeze(one.Text())) })
	return all
}

// entries reads a calendar object with a library of its own, one line for each entry. The times are Stockholm's.
func entries(object string, uids map[string]bool) (all []string, err error) {
	cal, err := ics.NewDecoder(strings.NewReader(object)).Decode()
	if err != nil {
		return nil, fmt.Errorf("kalendern går inte att läsa: %w\n%s", err, object)
	}
	method, _ := cal.Props.Text(ics.PropMethod)
	for _, e := range cal.Events() {
		start, err := e.DateTimeStart(nil)
		if err != nil {
			return nil, err
		}
		text := func(name string) string { s, _ := e.Props.Text(name); return s }
		uids[text(ics.PropUID)] = true
		all = append(all, strings.Join([]string{method, e.Props.Get(ics.PropSequence).Value, start.In(clock.Stockholm).Format("2006-01-02 15:04"),
			text(ics.PropSummary), text(ics.PropLocation), text(ics.PropStatus)}, "|"))
	}
	return all, nil
}

// calendarMails compares the calendar parts of all mails to a person with a table. All are about one and the same entry.
func (w *world) calendarMails(name string, t *godog.Table) error {
	want, err := rows(t, []string{"metod", "nummer", "tid", "rubrik"}, []string{"plats"})
	if err != nil {
		return err
	}
	p, err := w.person(name)
	if err != nil {
		return err
	}
	if err := w.drain(); err != nil {
		return err
	}
	uids := map[string]bool{}
	var got []string
	for _, m := range w.post.To(p.email) {
		if len(m.Parts) < 2 {
			continue
		}
		lines, err := entries(m.Parts[1].Content, uids)
		if err != nil {
			return err
		}
		if !strings.HasPrefix(m.Parts[1].Type, "text/calendar; method="+strings.SplitN(lines[0], "|", 2)[0]) || m.Parts[2].Name != "invite.ics" {
			return fmt.Errorf("mejlets delar är %q och filen %q", m.Parts[1].Type, m.Parts[2].Name)
		}
		got = append(got, lines...)
	}
	for i, r := range want {
		line := strings.Join([]string{r["metod"], r["nummer"], r["tid"], r["rubrik"]}, "|")
		if r.has("plats") {
			line += "|" + r["plats"]
		}
		if i >= len(got) || !strings.HasPrefix(got[i], line+"|") {
			return fmt.Errorf("kalenderposterna är\n%s", strings.Join(got, "\n"))
		}
	}
	if len(got) != len(want) || len(uids) != 1 {
		return fmt.Errorf("%d kalenderposter om %d möten:\n%s", len(got), len(uids), strings.Join(got, "\n"))
	}
	return nil
}

// subscribes makes the address on the account's page and copies it from there.
func (w *world) subscribes(name string) error {
	p, err := w.person(name)
	if err != nil {
		return err
	}
	o, err := w.do(name, act{action: "/konto/kalender", places: []place{{page: "/konto/kalender", form: "feed-create"}}})
	if err != nil {
		return err
	}
	address := o.answer.doc.Find(`textarea[name="address"]`).Text()
	if address == "" {
		return fmt.Errorf("sidan visar ingen adress: %s", o.answer.text("main"))
	}
	p.calendar = address
	return nil
}

func (w *world) unsubscribesCalendar(name string) error {
	_, err := w.do(name, act{action: "/konto/kalender/aterkalla", places: []place{{page: "/konto/kalender", form: "feed-revoke"}}})
	return err
}

// feed reads the person's address as a calendar does: without signing in.
func (w *world) feed(name string) (answer, error) {
	p, err := w.person(name)
	if err != nil {
		return answer{}, err
	}
	if p.calendar == "" {
		return answer{}, fmt.Errorf("%s har ingen kalenderadress", name)
	}
	return newBrowser(w.base).send(http.MethodGet, p.calendar, nil)
}

func (w *world) feedHolds(name string, t *godog.Table) error {
	want, err := rows(t, []string{"tid", "rubrik"}, []string{"läge"})
	if err != nil {
		return err
	}
	a, err := w.feed(name)
	if err != nil {
		return err
	}
	got, err := entries(string(bytes.TrimSpace(a.body))+"\r\n", map[string]bool{})
	if err != nil {
		return err
	}
	states := map[string]string{"preliminär": "TENTATIVE", "bekräftad": "CONFIRMED", "inställd": "CANCELLED"}
	for i, r := range want {
		if i >= len(got) || !strings.Contains(got[i], "|"+r["tid"]+"|"+r["rubrik"]+"|") || r.has("läge") && !strings.HasSuffix(got[i], "|"+states[r["läge"]]) {
			return fmt.Errorf("kalendern innehåller\n%s", strings.Join(got, "\n"))
		}
	}
	if len(got) != len(want) {
		return fmt.Errorf("kalendern innehåller %d poster:\n%s", len(got), strings.Join(got, "\n"))
	}
	return nil
}

func (w *world) feedIsGone(name string) error {
	a, err := w.feed(name)
	if err == nil && a.status != http.StatusNotFound {
		err = fmt.Errorf("adressen svarade %d", a.status)
	}
	return err
}
