package demo

import (
	"fmt"
	"slices"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/clock"
	"samverka/internal/matter"
	"samverka/internal/privacy"
)

// onPaper is a stage whose ids are made up: a script needs no database.
func onPaper(s *sketch, now time.Time) *stage {
	w := &world{sketch: s, ids: map[string]map[string]int64{}, group: map[string]*group{}, under: map[string][]string{}, boss: map[string]string{}}
	for _, table := range []string{"people", "units", "unions", "groups"} {
		w.ids[table] = map[string]int64{}
	}
	number := func(table, name string) { w.ids[table][name] = int64(len(w.ids[table]) + 1) }
	for _, p := range s.people {
		number("people", p.name)
	}
	for _, u := range s.units {
		number("units", u.Name)
	}
	for _, u := range s.unions {
		number("unions", u.Name)
	}
	for _, g := range s.groups {
		number("groups", g.Name)
	}
	w.arrange()
	return &stage{world: w, end: now}
}

// lines are all that would happen, as text.
func lines(t *testing.T, draw func(clock.Date) *sketch, now time.Time) []string {
	t.Helper()
	subjects, err := readSubjects()
	if err != nil {
		t.Fatal(err)
	}
	s := onPaper(draw(clock.DateOf(now)), now)
	s.script(subjects)
	var all []string
	for _, m := range s.mandates {
		all = append(all, fmt.Sprint(m))
	}
	for _, a := range s.acts {
		all = append(all, a.at.Format(time.DateTime)+" "+a.branch+": "+a.what)
	}
	return all
}

func TestTheSameEveryTime(t *testing.T) {
	t.Parallel()
	for name, draw := range map[string]func(clock.Date) *sketch{kommunName: drawKommun, companyName: drawCompany} {
		now := monday.At(10, 0)
		first, second := lines(t, draw, now), lines(t, draw, now)
		if len(first) < 200 {
			t.Errorf("%s: %d lines", name, len(first))
		}
		if diff := cmp.Diff(first, second); diff != "" {
			t.Errorf("%s: not the same twice (-first +second):\n%.2000s", name, diff)
		}
	}
}

// On any day of the year there is a script, everything in it is in the past, and one meeting goes on.
func TestEveryDay(t *testing.T) {
	t.Parallel()
	subjects, err := readSubjects()
	if err != nil {
		t.Fatal(err)
	}
	for day := 0; day < 366; day += 13 {
		now := monday.Add(day).At(day%24, 7)
		s := onPaper(drawKommun(clock.DateOf(now)), now)
		s.script(subjects)
		for _, a := range s.acts {
			if a.at.After(now) {
				t.Fatalf("%v: %s happens at %v", now, a.what, a.at)
			}
		}
		if start := ongoing(now); start.After(now) || now.Sub(start) > 8*24*time.Hour {
			t.Errorf("%v: the meeting that goes on began at %v", now, start)
		}
		if len(s.acts) < 2000 {
			t.Errorf("%v: only %d acts", now, len(s.acts))
		}
	}
}

func TestSubjects(t *testing.T) {
	t.Parallel()
	subjects, err := readSubjects()
	if err != nil {
		t.Fatal(err)
	}
	if len(subjects) < 60 {
		t.Errorf("subjects: got %d, want at least 60", len(subjects))
	}
	seen := map[string]bool{}
	for _, s := range subjects {
		if seen[s.title] {
			t.Errorf("%s: twice", s.title)
		}
		seen[s.title] = true
		for _, text := range []string{s.title, s.purpose, s.proposal, s.alternatives, s.dialogue, s.minutes, s.views, s.revised} {
			if n := utf8.RuneCountInString(text); n < 10 || n > 600 {
				t.Errorf("%s: a text of %d letters: %q", s.title, n, text)
			}
			if privacy.HasPersonnummer(text) || privacy.Sensitive(text) != "" {
				t.Errorf("%s: about individuals: %q", s.title, text)
			}
		}
		if !slices.Contains(matter.Categories, s.category) {
			t.Errorf("%s: category %q", s.title, s.category)
		}
		if s.environment && len(s.risks) == 0 {
			t.Errorf("%s: no risks", s.title)
		}
		for _, r := range s.risks {
			if !slices.Contains(matter.RiskAreas, r.Area) {
				t.Errorf("%s: area %q", s.title, r.Area)
			}
		}
		if len(s.objection) == 0 || len(s.kinds) == 0 && s.level == "LSG" {
			t.Errorf("%s: nobody objects, or it comes up nowhere", s.title)
		}
	}
	for _, of := range []map[kind]int{staff} {
		for k := range of {
			if !slices.ContainsFunc(subjects, func(s *subject) bool { return s.fits("LSG", k, "") }) {
				t.Errorf("nothing comes up at %s", k)
			}
		}
	}
}
