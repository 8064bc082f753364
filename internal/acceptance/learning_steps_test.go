package acceptance

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"github.com/PuerkitoBio/goquery"

	"samverka/internal/access"
	"samverka/internal/db"
)

// learningSteps are introductions and trainings.
func (w *world) learningSteps(sc book) {
	phrase(sc, `"…" markerar "…" som klart i sin introduktion`, w.ticks)
	for verb, attempt := range map[string]bool{`skriver`: false, `försöker skriva`: true} {
		phrase(sc, `"…" `+verb+` in genomgången DATUM med "…" och "…"`, func(p, day, hr, rep string) error { return w.walksThrough(p, day, hr, rep, attempt) })
	}
	for verb, attempt := range map[string]bool{`bekräftar`: false, `försöker bekräfta`: true} {
		phrase(sc, `"…" `+verb+` sin introduktion`, func(p string) error { return w.confirms(p, attempt) })
	}
	phrase(sc, `säger introduktionen för "…" "…"`, func(p, text string) error { return w.pageSays(p, "/introduktion", text) })
	phrase(sc, `säger HR-sidan om introduktioner "…"`, func(text string) error { return w.statusSays(text, true) })
	phrase(sc, `säger HR-sidan om introduktioner inte "…"`, func(text string) error { return w.statusSays(text, false) })
	phrase(sc, `kan "…" inte se HR-sidan om introduktioner`, w.noStatus)

	phrase(sc, `"…" lägger till den gemensamma utbildningen "…"`, func(p, name string) error { return w.addsCourse(p, is("name", name), is("arranger", "both")) })
	phrase(sc, `"…" lägger till utbildningen "…" för "…"`, func(p, name, union string) error {
		return w.addsCourse(p, is("name", name), is("union", strconv.FormatInt(w.names.unions[union], 10)))
	})
	phrase(sc, `"…" lägger till tillfället DATUM för "…"`, func(p, day, course string) error {
		return w.onCourse(p, course, "", "course-occasion", "/tillfallen", false, is("held_on", day))
	})
	for verb, attempt := range map[string]bool{`anmäler`: false, `försöker anmäla`: true} {
		phrase(sc, `"…" `+verb+` "…" till "…" DATUM`, func(p, who, course, day string) error {
			return w.onCourse(p, course, day, "course-signup", "/deltagare", attempt, is("people", who))
		})
	}
	phrase(sc, `"…" skriver att alla anmälda deltog i "…" DATUM`, w.allTookPart)
	phrase(sc, `säger utbildningen "…" "…" till "…"`, func(course, text, p string) error { return w.courseSays(course, p, text, true) })
	phrase(sc, `säger utbildningen "…" inte "…" till "…"`, func(course, text, p string) error { return w.courseSays(course, p, text, false) })
	phrase(sc, `säger sidan om utbildningar "…" till "…"`, w.coursesSay)
}

var introduced = []access.Role{access.Manager, access.UnionRep, access.SafetyRep}

// introductionForm finds a form of the person's own introduction, by a point's heading.
func introductionForm(form, heading string) place {
	return place{page: "/introduktion", form: form, which: func(s *goquery.Selection) bool {
		return heading == "" || squeeze(s.Closest("[data-point]").Find("h3").Text()) == heading
	}}
}

func (w *world) ticks(name, point string) error {
	return w.onIntroduction(name, "/punkt", introductionForm("introduction-point", point), false)
}

func (w *world) walksThrough(name, day, hr, rep string, attempt bool) error {
	fields := []field{is("walked_on", day)}
	for at, who := range map[string]string{"hr": hr, "rep": rep} {
		id := ""
		if who != "" {
			found, err := w.personID(who)
			if err != nil {
				return err
			}
			id = found
		}
		fields = append(fields, is(at, id))
	}
	return w.onIntroduction(name, "/genomgang", introductionForm("introduction-walk", ""), attempt, fields...)
}

// confirms uses the button, or sends what it would, since the page shows none before all is done.
func (w *world) confirms(name string, attempt bool) error {
	return w.onIntroduction(name, "/bekrafta", introductionForm("introduction-confirm", ""), attempt)
}

// onIntroduction fills in one of the forms of the person's newest introduction.
func (w *world) onIntroduction(name, part string, at place, attempt bool, fields ...field) error {
	id, err := w.number(`SELECT i.id FROM introductions i JOIN people p ON p.id = i.person_id WHERE p.name = $1 AND i.due_on IS NOT NULL ORDER BY i.id DESC LIMIT 1`, name)
	if err != nil {
		return err
	}
	return w.doOrTry(name, act{roles: introduced, places: []place{at}, action: fmt.Sprintf("/introduktion/%d%s", id, part), fields: fields}, attempt)
}

func (w *world) doOrTry(name string, a act, attempt bool) (err error) {
	if attempt {
		_, err = w.attempted(name, nil, a)
	} else {
		_, err = w.do(name, a)
	}
	return err
}

func (w *world) number(sql string, args ...any) (n int64, err error) {
	err = w.db.InOrg(w.ctx, w.org, func(tx *db.OrgTx) error { return tx.QueryRow(w.ctx, sql, args...).Scan(&n) })
	return n, err
}

// holds fails unless the page's text holds what it should, or does not hold what it should not.
func holds(a answer, text string, want bool) error {
	var all []string
	a.doc.Find("main").Find("h1, h2, h3, p, td, th, dd, dt, li, label, legend, a").Each(func(_ int, s *goquery.Selection) { all = append(all, s.Text()) })
	if said := strings.Join(all, " "); a.status != http.StatusOK || says(said, text) != want {
		return fmt.Errorf("sidan svarade %d: %s", a.status, squeeze(said))
	}
	return nil
}

func (w *world) statusSays(text string, want bool) error {
	name, err := w.somebodyInHR()
	if err != nil {
		return err
	}
	a, err := w.see(name, access.HR, "/introduktioner")
	if err != nil {
		return err
	}
	return holds(a, text, want)
}

func (w *world) noStatus(name string) error {
	p, err := w.person(name)
	if err != nil {
		return err
	}
	if err := p.as(access.Manager); err != nil {
		return err
	}
	a, err := p.open("/introduktioner")
	if err == nil && a.status != http.StatusForbidden {
		err = fmt.Errorf("sidan svarade %d", a.status)
	}
	return err
}

var trainers = []access.Role{access.HR, access.UnionRep}

func (w *world) addsCourse(name string, fields ...field) error {
	_, err := w.do(name, act{roles: trainers, places: []place{{page: "/utbildningar/ny", form: "course"}}, action: "/utbildningar", fields: fields})
	return err
}

func (w *world) coursePath(course string) (string, error) {
	id, err := w.number(`SELECT id FROM courses WHERE name = $1`, course)
	return fmt.Sprintf("/utbildningar/%d", id), err
}

// onCourse fills in one of the forms of a course's page: of the occasion on the day, or of a new one.
func (w *world) onCourse(name, course, day, form, action string, attempt bool, fields ...field) error {
	path, err := w.coursePath(course)
	if err != nil {
		return err
	}
	at := place{page: path, form: form}
	if day != "" {
		id, err := w.number(`SELECT o.id FROM course_occasions o JOIN courses c ON c.id = o.course_id WHERE c.name = $1 AND o.held_on = $2::date`, course, day)
		if err != nil {
			return err
		}
		action = fmt.Sprintf("/tillfallen/%d%s", id, action)
		at.which = func(s *goquery.Selection) bool { return s.AttrOr("action", "") == path+action }
	}
	return w.doOrTry(name, act{roles: trainers, places: []place{at}, action: path + action, fields: fields}, attempt)
}

func (w *world) allTookPart(name, course, day string) error {
	var ids []string
	err := w.db.InOrg(w.ctx, w.org, func(tx *db.OrgTx) error {
		return tx.QueryRow(w.ctx, `SELECT array_agg(cp.person_id::text) FROM course_participants cp JOIN course_occasions o ON o.id = cp.occasion_id JOIN courses c ON c.id = o.course_id
			WHERE c.name = $1 AND o.held_on = $2::date`, course, day).Scan(&ids)
	})
	if err != nil {
		return err
	}
	return w.onCourse(name, course, day, "course-attend", "/narvaro", false, is("took", ids...))
}

func (w *world) courseSays(course, name, text string, want bool) error {
	path, err := w.coursePath(course)
	if err != nil {
		return err
	}
	a, err := w.see(name, access.HR, path)
	if err != nil {
		return err
	}
	return holds(a, text, want)
}

func (w *world) coursesSay(text, name string) error {
	a, err := w.see(name, access.HR, "/utbildningar")
	if err != nil {
		return err
	}
	return holds(a, text, true)
}
