package acceptance

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/PuerkitoBio/goquery"

	"samverka/internal/access"
)

// matterRef is a matter that the scenario has created.
type matterRef struct {
	id       int64
	title    string
	owner    string
	meetings []*meetingRef // where it has been set up, in that order
}

func (m *matterRef) path(part string) string { return fmt.Sprintf("/arenden/%d%s", m.id, part) }

// matter finds a matter by its title.
func (w *world) matter(title string) (*matterRef, error) {
	if m := w.matters[title]; m != nil {
		return m, nil
	}
	return nil, fmt.Errorf("scenariot har inte skapat något ärende %q", title)
}

// matterPage opens the matter as its owner sees it.
func (w *world) matterPage(m *matterRef) (answer, error) {
	return w.see(m.owner, access.Manager, m.path(""))
}

// see opens a page that the person must be able to open in the role.
func (w *world) see(name string, role access.Role, path string) (answer, error) {
	p, err := w.person(name)
	if err != nil {
		return answer{}, err
	}
	roles, err := p.fitting(role)
	if err != nil {
		return answer{}, err
	}
	var a answer
	for _, r := range roles {
		if err := p.as(r); err != nil {
			return a, err
		}
		if a, err = p.open(path); err != nil || a.status == 200 {
			return a, err
		}
	}
	return a, fmt.Errorf("%s kan inte öppna %s (%d): %s", name, path, a.status, a.why())
}

type meetingKey struct{ group, day string }

// meetingRef is a meeting that the scenario has planned.
type meetingRef struct {
	id      int64
	group   string
	day     string
	planner string
}

func (m *meetingRef) path(part string) string { return fmt.Sprintf("/moten/%d%s", m.id, part) }

func (w *world) meeting(group, day string) (*meetingRef, error) {
	if m := w.meetings[meetingKey{group, day}]; m != nil {
		return m, nil
	}
	return nil, fmt.Errorf("scenariot har inte planerat något möte med %q %s", group, day)
}

// chair is who leads the group's meetings: the chair of the table, or else who planned the meeting.
func (w *world) chair(m *meetingRef) string {
	if c := w.scene.groups[m.group].Chair; c != "" {
		return c
	}
	return m.planner
}

// item finds the matter's item on the meeting's agenda, as the chair sees it.
func (w *world) item(m *meetingRef, x *matterRef) (id int64, status string, err error) {
	a, err := w.see(w.chair(m), access.Manager, m.path(""))
	if err != nil {
		return 0, "", err
	}
	a.doc.Find("[data-item-id]").EachWithBreak(func(_ int, s *goquery.Selection) bool {
		if s.AttrOr("data-matter", "") == strconv.FormatInt(x.id, 10) {
			id, err = strconv.ParseInt(s.AttrOr("data-item-id", ""), 10, 64)
			status = s.AttrOr("data-item-status", "")
		}
		return id == 0
	})
	if err == nil && id == 0 {
		err = fmt.Errorf("%q står inte på dagordningen för mötet med %q %s", x.title, m.group, m.day)
	}
	return id, status, err
}

var idInPath = regexp.MustCompile(`^/(?:arenden|moten|apt|forslag|begaran|vackta)/(\d+)`)

// madeID is the id in the address that a new thing's form led to.
func madeID(location string) (int64, error) {
	m := idInPath.FindStringSubmatch(location)
	if m == nil {
		return 0, fmt.Errorf("formuläret ledde till %q och inte till det som skapades", location)
	}
	return strconv.ParseInt(m[1], 10, 64)
}

// union is the id of a union, as a text.
func (w *world) union(name string) (string, error) {
	return named("arbetstagarorganisation", name, w.names.unions)
}

func (w *world) group(name string) (string, error) { return named("grupp", name, w.names.groups) }

func (w *world) unit(name string) (string, error) { return named("enhet", name, w.names.units) }

func named(what, name string, ids map[string]int64) (string, error) {
	if id := ids[name]; id != 0 {
		return strconv.FormatInt(id, 10), nil
	}
	return "", fmt.Errorf("det finns ingen %s %q", what, strings.TrimSpace(name))
}
