package matter_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"samverka/internal/matter"
)

// kind is a literal that names a kind of entry, and not the text of its link.
var kind = regexp.MustCompile(`^(matter|paths)\.gate\.([a-z]+_?)+$`)

// TestEveryKindNamesWhatWhoWhenAndWhere: each kind of entry that the code knows is brought about, and complete.
func TestEveryKindNamesWhatWhoWhenAndWhere(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, c := range everyKind() {
		for _, m := range c.rec.Gate(c.now) {
			seen[m.Key] = true
			if m.Who == "" || m.When.IsZero() && m.Before.IsZero() || !strings.HasPrefix(m.Link, "/") || m.Action == "" || m.Source == "" {
				t.Errorf("%s does not say who, when, where and why: %+v", m.Key, m)
			}
		}
	}
	for _, k := range kinds(t) {
		if !seen[k] {
			t.Errorf("no record misses %s", k)
		}
	}
}

type moment struct {
	rec matter.Record
	now time.Time
}

func everyKind() []moment {
	item := func(f func(*matter.Item)) func(*matter.Record) { return func(r *matter.Record) { f(&r.Items[0]) } }
	informed := func(r *matter.Record) {
		r.Duty, r.Tracks[0].Kind, r.Items[0].Class = matter.DutyInform, matter.KindInfo, matter.Information
	}
	wide := func(r *matter.Record) {
		r.PlanConfirmedAt, r.Units = nil, []matter.Unit{{DepartmentID: 1}, {DepartmentID: 2}}
	}
	proposed := func(r *matter.Record) { r.Items[1].AloneAt = ptr(at(second, 14, 0)) }
	return []moment{
		{planned(withoutRisk, func(r *matter.Record) { r.Proposals, r.PlanConfirmedAt, r.Outsiders = nil, nil, true }), before},
		{planned(wide), before},
		{concluded(negotiation(matter.KindMBL11, vision)), evening},
		{concluded(func(r *matter.Record) { r.Seats[1].AgreementUntil = treatment.Add(-1) }), evening},
		{planned(func(r *matter.Record) { r.Items = nil }), before},
		{planned(), before},
		{planned(func(r *matter.Record) { r.Seats = nil }), before},
		{opened(), during},
		{stated(), during},
		{opened(item(func(i *matter.Item) { i.MeetingStatus = "closed" })), evening},
		{opened(item(func(i *matter.Item) { i.Status, i.TabledTo = "tabled", day(4, 14) })), evening},
		{concluded(version(false)), at(day(4, 1), 10, 0)},
		{stated(conclude(0), item(func(i *matter.Item) { i.MeetingStatus, i.EffectiveAt = "open", nil })), evening},
		{stated(conclude(0), item(func(i *matter.Item) { i.EffectiveAt, i.Adjusters = nil, []string{"Per Holm"} })), evening},
		{nobody(), evening}, {nobody(recalled), at(second, 16, 0)}, {nobody(recalled, proposed), at(second, 16, 0)},
		{disagreed(), evening}, {disagreed(steps(enhanced)), evening}, {disagreed(steps(higher)), evening},
		{disagreed(steps(enhanced), requested(enhanced, 0)), at(day(4, 2), 9, 0)}, {disagreed(steps(higher), above, requested(higher, 0)), at(day(4, 2), 9, 0)},
		{disagreed(steps(enhanced), requested(enhanced, 0), func(r *matter.Record) { r.Seats = nil }), at(day(4, 2), 9, 0)},
		{disagreed(negotiation(matter.KindMBL14, vision)), at(day(5, 3), 9, 0)},
		{concluded(version(true)), at(day(4, 6), 23, 59)},
		{planned(informed, func(r *matter.Record) { r.Items = nil }), before},
		{planned(informed), before},
		{concluded(informed, version(false)), at(day(4, 1), 10, 0)},
		{planned(ended1(day(3, 1))), before},
	}
}

// kinds are the kinds that the package's own code names.
func kinds(t *testing.T) (all []string) {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING {
				if s, err := strconv.Unquote(l.Value); err == nil && kind.MatchString(s) && !strings.Contains(s, ".do_") && !strings.Contains(s, ".see_") && !slices.Contains(all, s) {
					all = append(all, s)
				}
			}
			return true
		})
	}
	if len(all) < 25 {
		t.Fatalf("only %d kinds were found: %v", len(all), all)
	}
	return all
}
