package acceptance

import (
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"github.com/cucumber/godog"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/organisation"
)

// followSteps let the people who the Beslutsläge names do what it asks for, by its own links, until the decision is made.
func (w *world) followSteps(sc book) {
	phrase(sc, `länkarna i beslutsläget för "…" följs tills beslutet är fattat`, func(x string) error { return w.follow(x, "") })
	phrase(sc, `länkarna i beslutsläget för "…" följs tills "…" står först`, w.follow)
	phrase(sc, `har beslutsläget för "…" bett om:`, w.hasAsked)
	phrase(sc, `"…" svarar "…" när det frågas`, w.willSay)
}

const (
	mostSteps = 80 // from a fresh matter to its decision
	mostAsked = 16 // for one entry of the Beslutsläge
	nearby    = 2  // clicks from the page that an entry leads to
)

// entry is one thing that is missing, as the page tells it.
type entry struct{ what, who, day, link string }

func (a answer) entries() (es []entry) {
	a.doc.Find("#beslutslage .panel-missing > li").Each(func(_ int, s *goquery.Selection) {
		who, _, _ := strings.Cut(squeeze(s.Find(".meta").First().Text()), "·")
		es = append(es, entry{squeeze(s.Find(".panel-what").Text()), strings.TrimSpace(who), s.Find(".meta time").AttrOr("datetime", ""), s.Find("a.ds-link").AttrOr("href", "")})
	})
	return es
}

// linkOf is where the entry leads the reader.
func (a answer) linkOf(what string) string {
	for _, e := range a.entries() {
		if e.what == what {
			return e.link
		}
	}
	return ""
}

// follower is one walk from a matter to its decision.
type follower struct {
	*world
	x     *matterRef
	item  string          // the agenda item that the entry leads to; "": none
	sent  map[string]bool // forms that have been sent for the entry at hand
	asked map[string]int  // how often each thing has stood first
}

// follow goes on until until stands first, and to the decision when it is empty.
func (w *world) follow(title, until string) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	f := follower{world: w, x: x, asked: map[string]int{}}
	last := ""
	for range mostSteps {
		page, err := w.matterPage(x)
		if err != nil {
			return err
		}
		es := page.entries()
		switch {
		case len(es) == 0 && until == "":
			return w.decide(x.owner, title, "none", "")
		case len(es) == 0:
			return fmt.Errorf("%q har aldrig stått först", until)
		}
		if e := es[0]; e.what != last {
			last, f.sent = e.what, map[string]bool{}
			w.asked = append(w.asked, e.what)
		}
		if until != "" && says(last, until) {
			return nil
		}
		if f.asked[last]++; f.asked[last] > mostAsked {
			return fmt.Errorf("%q står kvar fast alla har gjort det som sidorna ber om", last)
		}
		if err := f.take(es[0]); err != nil {
			return fmt.Errorf("%q: %w", last, err)
		}
	}
	return fmt.Errorf("efter %d steg saknas fortfarande %q", mostSteps, last)
}

// take lets those who the entry names follow its link and do the first thing there that nobody has done. When they have done
// all there is, time passes to the day that the entry names, or past it.
func (f *follower) take(e entry) error {
	named, err := f.named(e.who)
	if err != nil {
		return err
	}
	for _, n := range named {
		f.item = ""
		page, err := f.see(n.name, n.role, f.x.path(""))
		if err != nil {
			return err
		}
		link := page.linkOf(e.what)
		if link == "" {
			return fmt.Errorf("sidan leder inte %s vidare", n.name)
		}
		if m := itemLink.FindStringSubmatch(link); m != nil {
			f.item = m[1]
		}
		if page, err = f.see(n.name, n.role, link); err != nil {
			return err
		}
		if done, err := f.press(f.people[n.name], page); done || err != nil {
			return err
		}
	}
	return f.wait(e)
}

func (f *follower) wait(e entry) error {
	until, err := clock.ParseDate(e.day)
	if err != nil {
		return fmt.Errorf("%s har inget kvar att göra, och ingen dag att vänta på: %v", e.who, f.sent)
	}
	if today := clock.Today(f.clock); !until.After(today) {
		until = today.Add(1)
	}
	return f.theClock(until.String(), "13:00")
}

// somebody is a person, and the role that they are named in.
type somebody struct {
	name string
	role access.Role
}

// named are those who "Amina Larsson", "Kommunal, Vision" or "HR" stands for.
func (f *follower) named(who string) (all []somebody, err error) {
	for _, name := range strings.Split(who, ", ") {
		found := len(all)
		for _, m := range f.scene.mandates {
			switch {
			case m.Union == name && m.Role == organisation.UnionRep:
				all = append(all, somebody{m.Person, access.UnionRep})
			case name == "HR" && m.Role == organisation.HR:
				all = append(all, somebody{m.Person, access.HR})
			case m.Person == name && m.Role == organisation.UnionRep:
				all = append(all, somebody{name, access.UnionRep})
			}
		}
		if len(all) == found && f.names.people[name] != 0 {
			all = append(all, somebody{name, access.Manager})
		}
		if len(all) == found {
			return nil, fmt.Errorf("ingen heter %q", name)
		}
	}
	return all, nil
}

// press sends the first form of those that stand on the page, or nearby, that has not been sent for the entry.
func (f *follower) press(p *person, page answer) (done bool, err error) {
	pages, err := f.around(p, page)
	if err != nil {
		return false, err
	}
	for _, ask := range asks {
		for _, page := range pages {
			form := page.form(ask.form, f.about)
			if form == nil || f.sent[p.name+ask.form] {
				continue
			}
			f.sent[p.name+ask.form] = true
			return true, f.send(p, page, ask, form)
		}
	}
	return false, nil
}

// send fills the form in and sends it, which must be allowed since the page asks for it.
func (f *follower) send(p *person, page answer, ask ask, form *form) error {
	if ask.fill != nil {
		if err := ask.fill(f.world, p, form); err != nil {
			return err
		}
	}
	var o outcome
	if err := p.carry(&o, ask.form, form.action, form.values); err != nil {
		return err
	}
	if !o.done {
		return fmt.Errorf("%s får inte göra det som %s ber om (%s): %s", p.name, page.path, ask.form, o)
	}
	if ask.form == "meeting-plan" {
		return f.keepMeeting(p, form, o)
	}
	return nil
}

// keepMeeting lets the scenario speak of a meeting that was planned on the way.
func (f *follower) keepMeeting(p *person, form *form, o outcome) error {
	group := ""
	for name, id := range f.names.groups {
		if strconv.FormatInt(id, 10) == form.values.Get("group") {
			group = name
		}
	}
	id, err := madeID(o.led)
	if err == nil {
		m := &meetingRef{id: id, group: group, day: form.values.Get("date"), planner: p.name}
		f.meetings[meetingKey{group, m.day}], f.x.meetings = m, append(f.x.meetings, m)
	}
	return err
}

// about reports whether the form, if it is about one item, is about the one that the entry leads to.
func (f *follower) about(s *goquery.Selection) bool {
	action := s.AttrOr("action", "")
	return f.item == "" || !strings.Contains(action, "/punkter/") || strings.Contains(action+"/", "/punkter/"+f.item+"/")
}

// around are the page and those that it leads on to, the nearest first.
func (f *follower) around(p *person, page answer) ([]answer, error) {
	pages, seen := []answer{page}, map[string]bool{page.path: true}
	for from, click := 0, 0; click < nearby; click++ {
		to := len(pages)
		for ; from < to; from++ {
			for _, link := range pages[from].ways() {
				if seen[link] {
					continue
				}
				seen[link] = true
				next, err := p.open(link)
				if err != nil || next.status != http.StatusOK {
					return nil, fmt.Errorf("%s leder %s till %s, som svarar %d (%v)", pages[from].path, p.name, link, next.status, err)
				}
				pages = append(pages, next)
			}
		}
	}
	return pages, nil
}

// ways are the page's links to what its own subject asks for.
func (a answer) ways() (links []string) {
	a.doc.Find(`main a[href]`).Each(func(_ int, s *goquery.Selection) {
		href, _, _ := strings.Cut(s.AttrOr("href", ""), "#")
		if wayOn.MatchString(href) && !slices.Contains(links, href) {
			links = append(links, href)
		}
	})
	return links
}

// hasAsked holds when each text has stood first among what was missing.
func (w *world) hasAsked(_ string, t *godog.Table) error {
	for _, r := range t.Rows {
		text := r.Cells[0].Value
		if !slices.ContainsFunc(w.asked, func(what string) bool { return says(what, text) }) {
			return fmt.Errorf("%q har inte stått först: %s", text, strings.Join(w.asked, " | "))
		}
	}
	return nil
}

func (w *world) willSay(name, stance string) (err error) {
	w.answers[name], err = oneOf("ställning", stance, stances)
	return err
}
