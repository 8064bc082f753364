package acceptance

import (
	"fmt"
	"slices"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"github.com/cucumber/godog"
	"github.com/google/go-cmp/cmp"

	"samverka/internal/access"
)

// yearSteps plan a group's year.
func (w *world) yearSteps(sc book) {
	phrase(sc, `"…" lägger in lovet "…" DATUM till DATUM`, w.addBreak)
	phrase(sc, `"…" lägger till en serie för gruppen "…":`, w.addSeries)
	phrase(sc, `"…" skapar (vårens|höstens) möten TAL för gruppen "…"`, w.makeDrafts)
	phrase(sc, `"…" flyttar utkastet DATUM för gruppen "…" till DATUM klockan KLOCKSLAG`, w.moveDraft)
	phrase(sc, `"…" tar bort utkastet DATUM för gruppen "…"`, w.dropDraft)
	phrase(sc, `"…" publicerar årsplanen TAL för gruppen "…"`, w.publishYear)
	phrase(sc, `"…" lägger ut tiden "…" KLOCKSLAG till KLOCKSLAG`, w.publishSlot)
	phrase(sc, `är årsplanen TAL för gruppen "…" enligt "…":`, w.yearIs)
	phrase(sc, `säger årsplanen TAL för gruppen "…" "…" till "…"`, func(y, g, text, p string) error { return w.yearSays(y, g, text, p, true) })
	phrase(sc, `säger årsplanen TAL för gruppen "…" inte "…" till "…"`, func(y, g, text, p string) error { return w.yearSays(y, g, text, p, false) })
	phrase(sc, `säger Att göra "…" till "…"`, w.todoSays)
}

var yearWeekdays = map[string]string{"måndag": "1", "tisdag": "2", "onsdag": "3", "torsdag": "4", "fredag": "5"}

func (w *world) addBreak(name, title, first, last string) error {
	_, err := w.do(name, act{roles: []access.Role{access.HR, access.Admin}, action: "/installningar/lov", places: []place{{page: "/installningar/lov", form: "break-add"}},
		fields: []field{is("name", title), is("first_on", first), is("last_on", last)}})
	return err
}

// yearPath is the address of the group's plan.
func (w *world) yearPath(path, group, year string) (string, error) {
	id, err := w.group(group)
	if err != nil {
		return "", err
	}
	path += "?grupp=" + id
	if year != "" {
		path = "/arshjul?ar=" + year + "&grupp=" + id
	}
	return path, nil
}

// addSeries fills in what the table names; the rest keeps what the form proposes.
func (w *world) addSeries(name, group string, t *godog.Table) error {
	all, err := rows(t, []string{"fält", "värde"}, nil)
	if err != nil {
		return err
	}
	page, err := w.yearPath("/arshjul/serier/ny", group, "")
	if err != nil {
		return err
	}
	a := act{roles: []access.Role{access.Manager}, action: "/arshjul/serier", places: []place{{page: page, form: "year-series"}}, fields: []field{is("kind", "weeks")}}
	names := map[string]string{"var n:te vecka": "every", "klockan": "starts", "minuter": "minutes", "plats": "place", "från": "valid_from", "till": "valid_until", "veckor utan möte": "skip_weeks"}
	for _, r := range all {
		switch f := r["fält"]; {
		case f == "veckodag":
			n, err := oneOf("veckodag", r["värde"], yearWeekdays)
			if err != nil {
				return err
			}
			a.fields = append(a.fields, is("weekday", n))
		case f == "röd dag":
			n, err := oneOf("röd dag", r["värde"], map[string]string{"flytta": "move", "hoppa över": "skip"})
			if err != nil {
				return err
			}
			a.fields = append(a.fields, is("on_day_off", n))
		case names[f] != "":
			a.fields = append(a.fields, is(names[f], r["värde"]))
		default:
			return fmt.Errorf("serien har inget fält %q", f)
		}
	}
	_, err = w.do(name, a)
	return err
}

func (w *world) makeDrafts(name, half, year, group string) error {
	page, err := w.yearPath("", group, year)
	if err != nil {
		return err
	}
	value := map[string]string{"vårens": "var", "höstens": "host"}[half]
	_, err = w.do(name, act{roles: []access.Role{access.Manager}, action: "/arshjul/utkast",
		places: []place{{page, "year-make", func(s *goquery.Selection) bool { return s.Find(`[name=halvar]`).AttrOr("value", "") == value }}}})
	return err
}

// draftID finds the kept draft of the day on the plan's page.
func (w *world) draftID(name, group, date string) (string, error) {
	page, err := w.yearPath("", group, date[:4])
	if err != nil {
		return "", err
	}
	a, err := w.see(name, access.Manager, page)
	if err != nil {
		return "", err
	}
	id := a.doc.Find(fmt.Sprintf(`[data-draft][data-date="%s"][data-status=draft]`, date)).AttrOr("data-draft", "")
	if id == "" {
		return "", fmt.Errorf("det finns inget utkast %s för %q", date, group)
	}
	return id, nil
}

func (w *world) moveDraft(name, date, group, to, at string) error {
	id, err := w.draftID(name, group, date)
	if err != nil {
		return err
	}
	path := "/arshjul/utkast/" + id
	_, err = w.do(name, act{roles: []access.Role{access.Manager}, action: path, places: []place{{page: path, form: "year-draft"}},
		fields: []field{is("date", to), is("starts", at), is("ends", "16:45")}})
	return err
}

func (w *world) dropDraft(name, date, group string) error {
	id, err := w.draftID(name, group, date)
	if err != nil {
		return err
	}
	page, err := w.yearPath("", group, date[:4])
	if err != nil {
		return err
	}
	action := "/arshjul/utkast/" + id + "/ta-bort"
	_, err = w.do(name, act{roles: []access.Role{access.Manager}, action: action, places: []place{{page, "draft-drop", to(action)}}})
	return err
}

// publishYear publishes the drafts that are ticked, which all are. The meetings are known by their days from then on.
func (w *world) publishYear(name, year, group string) error {
	page, err := w.yearPath("", group, year)
	if err != nil {
		return err
	}
	if _, err = w.do(name, act{roles: []access.Role{access.Manager}, action: "/arshjul/publicera", places: []place{{page: page, form: "year-publish"}}}); err != nil {
		return err
	}
	a, err := w.see(name, access.Manager, page)
	if err != nil {
		return err
	}
	a.doc.Find(`[data-date] a[href^="/moten/"]`).Each(func(_ int, s *goquery.Selection) {
		n, err := madeID(s.AttrOr("href", ""))
		day := s.Closest("[data-date]").AttrOr("data-date", "")
		if err == nil && w.meetings[meetingKey{group, day}] == nil {
			w.meetings[meetingKey{group, day}] = &meetingRef{id: n, group: group, day: day, planner: name}
		}
	})
	return nil
}

func (w *world) publishSlot(name, weekday, from, until string) error {
	n, err := oneOf("veckodag", weekday, yearWeekdays)
	if err != nil {
		return err
	}
	_, err = w.do(name, act{roles: []access.Role{access.UnionRep, access.SafetyRep}, action: "/mina-tider", places: []place{{page: "/mina-tider", form: "slot-add"}},
		fields: []field{is("weekday", n), is("starts", from), is("ends", until)}})
	return err
}

var planStatuses = map[string]string{"draft": "utkast", "dropped": "borttaget", "planned": "planerat", "cancelled": "inställt", "open": "pågår", "closed": "hållet"}

// yearIs holds the plan's days against the table; what clashes is told by its kind.
func (w *world) yearIs(year, group, name string, t *godog.Table) error {
	all, err := rows(t, []string{"dag", "läge"}, []string{"krock"})
	if err != nil {
		return err
	}
	a, err := w.yearAs(year, group, name)
	if err != nil {
		return err
	}
	clashes := map[string]string{"person": "person", "room": "rum", "unreleased": "inte utlagd tid"}
	var want, got []string
	for _, r := range all {
		want = append(want, strings.TrimSpace(r["dag"]+" "+r["läge"]+" "+r["krock"]))
	}
	a.doc.Find("[data-month] [data-date]").Each(func(_ int, s *goquery.Selection) {
		line := s.AttrOr("data-date", "") + " " + planStatuses[s.AttrOr("data-status", "")]
		var kinds []string
		s.Find("[data-clash]").Each(func(_ int, c *goquery.Selection) {
			if k := clashes[c.AttrOr("data-clash", "")]; !slices.Contains(kinds, k) {
				kinds = append(kinds, k)
			}
		})
		got = append(got, strings.TrimSpace(line+" "+strings.Join(kinds, ", ")))
	})
	slices.Sort(want)
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		return fmt.Errorf("årsplanen %s för %q (- enligt scenariot, + på sidan):\n%s", year, group, diff)
	}
	return nil
}

func (w *world) yearAs(year, group, name string) (answer, error) {
	page, err := w.yearPath("", group, year)
	if err != nil {
		return answer{}, err
	}
	var a answer
	for _, role := range []access.Role{access.Manager, access.UnionRep, access.HR, access.Employee} {
		if a, err = w.see(name, role, page); err == nil && a.status == 200 {
			return a, nil
		}
	}
	return a, fmt.Errorf("%s får %d på %s (%v)", name, a.status, page, err)
}

func (w *world) yearSays(year, group, text, name string, says bool) error {
	a, err := w.yearAs(year, group, name)
	if err != nil {
		return err
	}
	if got := strings.Contains(a.text("main"), text); got != says {
		return fmt.Errorf("årsplanen för %q: %q står där: %v, ska stå: %v\n%s", group, text, got, says, a.text("main"))
	}
	return nil
}

func (w *world) todoSays(text, name string) error {
	a, err := w.see(name, access.Manager, "/")
	if err != nil {
		return err
	}
	if !strings.Contains(a.text("main"), text) {
		return fmt.Errorf("%q står inte på Att göra för %s:\n%s", text, name, a.text("main"))
	}
	return nil
}
