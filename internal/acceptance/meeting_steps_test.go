package acceptance

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/PuerkitoBio/goquery"

	"samverka/internal/access"
)

func (w *world) meetingSteps(sc book) {
	phrase(sc, `"…" planerar MÖTET klockan KLOCKSLAG`, func(p, g, d, at string) error { return w.planMeeting(p, g, d, at, false) })
	phrase(sc, `"…" planerar extra MÖTET klockan KLOCKSLAG`, func(p, g, d, at string) error { return w.planMeeting(p, g, d, at, true) })
	phrase(sc, `"…" sätter upp "…" som "…" på MÖTET`, w.setUp)
	phrase(sc, `"…" skickar kallelsen till MÖTET`, func(p, g, d string) error { return w.onMeeting(p, g, d, "notice-send", "/kallelse", false) })
	phrase(sc, `"…" försöker skicka kallelsen till MÖTET`, func(p, g, d string) error { return w.onMeeting(p, g, d, "notice-send", "/kallelse", true) })
	phrase(sc, `"…" skickar handlingarna till MÖTET`, func(p, g, d string) error { return w.onMeeting(p, g, d, "papers-send", "/handlingar", false) })
	phrase(sc, `"…" försöker skicka handlingarna till MÖTET`, func(p, g, d string) error { return w.onMeeting(p, g, d, "papers-send", "/handlingar", true) })
	phrase(sc, `"…" öppnar MÖTET`, func(p, g, d string) error { return w.onMeeting(p, g, d, "meeting-open", "/oppna", false) })
	phrase(sc, `"…" försöker öppna MÖTET`, func(p, g, d string) error { return w.onMeeting(p, g, d, "meeting-open", "/oppna", true) })
	phrase(sc, `"…" avslutar MÖTET`, func(p, g, d string) error { return w.onMeeting(p, g, d, "meeting-close", "/avsluta", false) })
	phrase(sc, `"…" godtar för "…" sena handlingar om "…"`, func(p, u, x string) error { return w.answerPapers(p, u, x, "yes") })
	phrase(sc, `"…" begär för "…" bordläggning av "…"`, func(p, u, x string) error { return w.answerPapers(p, u, x, "no") })
	phrase(sc, `"…" godtar för "…" extra MÖTET`, func(p, u, g, d string) error { return w.answerExtra(p, u, g, d, "yes") })
	phrase(sc, `"…" godtar inte för "…" extra MÖTET`, func(p, u, g, d string) error { return w.answerExtra(p, u, g, d, "no") })
}

func (w *world) planMeeting(name, group, date, at string, extra bool) error {
	g, err := w.group(group)
	if err != nil {
		return err
	}
	a := act{roles: []access.Role{access.Manager}, places: []place{{page: "/moten/nytt?grupp=" + g, form: "meeting-plan"}}, action: "/moten",
		fields: []field{is("group", g), is("date", date), is("time", at), is("place", "Stora mötesrummet")}}
	if extra {
		a.fields = append(a.fields, is("extra", "yes"))
	}
	o, err := w.do(name, a)
	if err != nil {
		return err
	}
	id, err := madeID(o.led)
	if err == nil {
		w.meetings[meetingKey{group, date}] = &meetingRef{id: id, group: group, day: date, planner: name}
	}
	return err
}

var classes = map[string]string{"information": "information", "tidig dialog": "early_dialogue", "samverkan före beslut": "before_decision", "uppföljning": "follow_up"}

func (w *world) setUp(name, title, class, group, date string) error {
	x, m, err := w.matterOn(title, group, date)
	if err != nil {
		return err
	}
	c, err := oneOf("klass", class, classes)
	if err != nil {
		return err
	}
	id := strconv.FormatInt(x.id, 10)
	if _, err := w.do(name, act{roles: []access.Role{access.Manager}, action: m.path("/punkter"), fields: []field{is("matter", id), is("class", c)},
		places: []place{{page: x.path(fmt.Sprintf("/mote?mote=%d", m.id)), form: "item-set-up"}, {page: x.path(fmt.Sprintf("/mote?mote=%d", m.id)), form: "set-up"},
			{page: m.path(""), form: "item-set-up"}}}); err != nil {
		return err
	}
	if !slices.Contains(x.meetings, m) {
		x.meetings = append(x.meetings, m)
	}
	return nil
}

func (w *world) matterOn(title, group, date string) (*matterRef, *meetingRef, error) {
	x, err := w.matter(title)
	if err != nil {
		return nil, nil, err
	}
	m, err := w.meeting(group, date)
	return x, m, err
}

// onMeeting sends one of the meeting's buttons, which stand on its page or on the page for running it.
func (w *world) onMeeting(name, group, date, formName, path string, attempt bool) error {
	m, err := w.meeting(group, date)
	if err != nil {
		return err
	}
	a := act{roles: []access.Role{access.Manager}, action: m.path(path), places: []place{{page: m.path(""), form: formName}, {page: m.path("/lage"), form: formName}}}
	if attempt {
		_, err = w.attempted(name, nil, a)
		return err
	}
	_, err = w.do(name, a)
	return err
}

// treatments are the meetings where the matter stands on the agenda, those where it is open first, then the newest.
func (w *world) treatments(x *matterRef) (open, others []treatment, err error) {
	for i := len(x.meetings) - 1; i >= 0; i-- {
		m := x.meetings[i]
		id, status, err := w.item(m, x)
		if err != nil {
			return nil, nil, err
		}
		t := treatment{m, id, status}
		if status == "open" {
			open = append(open, t)
		} else {
			others = append(others, t)
		}
	}
	if len(open)+len(others) == 0 {
		return nil, nil, fmt.Errorf("%q står inte på dagordningen för något möte", x.title)
	}
	return open, others, nil
}

type treatment struct {
	meeting *meetingRef
	item    int64
	status  string
}

func (t treatment) path(part string) string {
	return t.meeting.path(fmt.Sprintf("/punkter/%d%s", t.item, part))
}

// answerPapers answers on the page of the item, for the nearest meeting that offers it.
func (w *world) answerPapers(name, unionName, title, accept string) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	u, err := w.union(unionName)
	if err != nil {
		return err
	}
	open, others, err := w.treatments(x)
	if err != nil {
		return err
	}
	var last error
	for _, t := range append(open, others...) {
		_, last = w.do(name, act{roles: []access.Role{access.UnionRep}, action: t.path("/handlingar"), fields: []field{is("accept", accept)},
			places: []place{{t.path(""), "papers-answer", holding("union", u)}}})
		if last == nil {
			return nil
		}
	}
	return last
}

func (w *world) answerExtra(name, unionName, group, date, accept string) error {
	m, err := w.meeting(group, date)
	if err != nil {
		return err
	}
	u, err := w.union(unionName)
	if err != nil {
		return err
	}
	both := func(s *goquery.Selection) bool { return holding("union", u)(s) && holding("accept", accept)(s) }
	_, err = w.do(name, act{roles: []access.Role{access.UnionRep}, action: m.path("/extra"), fields: []field{is("accept", accept)},
		places: []place{{m.path(""), "extra-answer", both}}})
	return err
}
