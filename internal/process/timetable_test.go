package process

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/clock"
	"samverka/internal/fail"
)

var today = clock.NewDate(2027, time.January, 13) // a Wednesday

func date(t *testing.T, s string) clock.Date {
	t.Helper()
	d, err := clock.ParseDate("2027-" + s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// around is an LSG and an FSG that meet now and then, and three APTs.
func around(t *testing.T) Surroundings {
	t.Helper()
	in := Surroundings{Groups: map[string]Group{Near: {1, "LSG"}, Above: {2, "FSG"}, Central: {2, "FSG"}}}
	for i, d := range []string{"02-24", "03-24", "04-28"} {
		in.Meetings = append(in.Meetings, Meeting{ID: int64(10 + i), GroupID: 1, Day: date(t, d), By: date(t, d).Add(-14)})
	}
	for i, d := range []string{"03-03", "04-07"} {
		in.Meetings = append(in.Meetings, Meeting{ID: int64(20 + i), GroupID: 2, Day: date(t, d), By: date(t, d).Add(-14)})
	}
	for _, d := range []string{"01-20", "02-17", "03-17"} {
		in.APTs = append(in.APTs, date(t, d))
	}
	return in
}

func written(tt Timetable) []string {
	var out []string
	for _, p := range tt.Steps {
		s := strings.TrimPrefix(p.Day.String(), "2027-") + " " + p.Kind
		if p.Group.Name != "" {
			s += " " + p.Group.Name
		}
		if p.Unmet {
			s += " unmet"
		}
		if p.Late {
			s += " late"
		}
		out = append(out, s)
	}
	return append(out, fmt.Sprintf("fits %v %s", tt.Fits, strings.TrimPrefix(tt.Earliest.String(), "2027-")))
}

func TestLay(t *testing.T) {
	t.Parallel()
	short := Template{Steps: []Step{{Kind: APT, Days: 42}, {Kind: Risk, Days: 35}, {Kind: Samverkan, Forum: Near, Days: 14}, {Kind: Decision}, {Kind: Follow, Days: -70}}}
	for _, c := range []struct {
		name     string
		steps    []Step
		decision string
		want     []string
	}{
		{"meetings and APTs that are planned", short.Steps, "04-14", []string{"02-17 apt", "03-10 risk", "03-24 samverkan LSG", "04-14 decision", "06-23 follow", "fits true "}},
		{"a step on annandag påsk is done before Good Friday; what follows on the first of May comes after it", []Step{{Kind: Task, Days: 4}, {Kind: Decision}, {Kind: Task, Days: -29}}, "04-02",
			[]string{"03-25 task", "04-02 decision", "05-03 task", "fits true "}},
		{"no meeting in time: the first day that works", short.Steps, "02-26", []string{"01-15 apt unmet", "01-22 risk", "02-12 samverkan LSG unmet", "02-26 decision", "05-07 follow", "fits false 03-10"}},
		{"two groups, the lower first", []Step{{Kind: Samverkan, Forum: Near, Days: 28}, {Kind: Samverkan, Forum: Above, Days: 14}, {Kind: Decision}}, "04-28",
			[]string{"03-24 samverkan LSG", "04-07 samverkan FSG", "04-28 decision", "fits true "}},
		{"the later group's meeting pushes the earlier one back", []Step{{Kind: Samverkan, Forum: Near, Days: 15}, {Kind: Samverkan, Forum: Above, Days: 14}, {Kind: Decision}}, "03-24",
			[]string{"02-24 samverkan LSG", "03-03 samverkan FSG", "03-24 decision", "fits true "}},
		{"the same group for both: once is enough", []Step{{Kind: Samverkan, Forum: Above, Days: 28}, {Kind: Samverkan, Forum: Central, Days: 14}, {Kind: Decision}}, "04-28",
			[]string{"04-07 samverkan FSG", "04-28 decision", "fits true "}},
		{"a meeting that can no longer be called", []Step{{Kind: Early, Forum: Near, Days: 1}, {Kind: Decision}}, "02-25", []string{"02-24 early LSG", "02-25 decision", "fits true "}},
		{"what should have been done", []Step{{Kind: Task, Days: 60}, {Kind: Decision}}, "02-10", []string{"12-11 task late", "02-10 decision", "fits false 03-15"}},
	} {
		got := written(Template{Steps: c.steps}.Lay(date(t, c.decision), today, around(t)))
		for i := range got {
			got[i] = strings.TrimPrefix(got[i], "2026-")
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// Ours hold what an organisation's own must, and every one says when to treat the matter before the decision.
func TestOurs(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, x := range Ours() {
		if err := x.check(); err != nil {
			t.Errorf("%s: %v %v", x.Key, err, fail.Fields(err))
		}
		kinds := map[string]bool{}
		last := mostDays
		for _, s := range x.Steps {
			kinds[s.Kind] = true
			if s.Days > last {
				t.Errorf("%s: %s comes before the step above it", x.Key, s.Title)
			}
			last = s.Days
		}
		if seen[x.Key] || x.NameEN == "" || x.Source == "" || len(x.Papers) == 0 || len(x.Risks) < 3 {
			t.Errorf("%s is used twice, or lacks an English name, source, papers or risks", x.Key)
		}
		seen[x.Key] = true
		for _, k := range []string{APT, Proposal, Risk, Samverkan, Decision, Follow} {
			if !kinds[k] {
				t.Errorf("%s has no step of kind %s", x.Key, k)
			}
		}
	}
	if len(seen) != 7 {
		t.Errorf("got %d templates, want 7", len(seen))
	}
}

func TestCheck(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		spoil func(*Template)
		want  string
	}{
		{"no name", func(x *Template) { x.Name = " " }, "name:process.error.needed"},
		{"a personnummer", func(x *Template) { x.Summary = "811228-9874" }, "summary:error.personnummer"},
		{"an unknown kind", func(x *Template) { x.Steps[0].Kind = "dance" }, "kind_1:process.error.kind"},
		{"a treatment without a group", func(x *Template) { x.Steps[0].Kind, x.Steps[0].Forum = Early, "" }, "kind_1:process.error.kind"},
		{"days that are no number", func(x *Template) { x.Steps[0].Days = 1 << 20 }, "days_1:process.error.days"},
		{"samverkan after the decision", func(x *Template) { x.Steps[0] = Step{Title: "Sent", Kind: Samverkan, Forum: Near, Days: -7} }, "days_1:process.error.samverkan_after"},
		{"no decision", func(x *Template) { x.Steps = x.Steps[:1] }, "steps:process.error.one_decision"},
		{"two decisions", func(x *Template) { x.Steps = append(x.Steps, x.Steps[1]) }, "steps:process.error.one_decision"},
		{"a risk without a source", func(x *Template) { x.Risks = []Hint{{Area: "roles"}} }, "source_1:process.error.risk"},
		{"a step without a name", func(x *Template) { x.Steps[0].Title = "" }, "title_1:process.error.needed"},
	} {
		x := Template{Name: "Vårt", Summary: "När det passar", Steps: []Step{{Title: "Börja", Kind: Task, Days: 7}, {Title: "Besluta", Kind: Decision}}}
		if err := x.check(); err != nil {
			t.Fatalf("a good one: %v", err)
		}
		c.spoil(&x)
		got := ""
		if fs := fail.Fields(x.check()); len(fs) > 0 {
			got = fs[0].Name + ":" + fs[0].Key
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
