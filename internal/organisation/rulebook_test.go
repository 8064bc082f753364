package organisation_test

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/organisation"
)

func day(m, d int) clock.Date { return clock.NewDate(2027, 1, 1).AddMonths(m - 1).Add(d - 1) }

// raw writes the value as arrangements keep it.
func raw(v any) json.RawMessage {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return b
}

// Each place takes what it has of its own and the rest from the nearest place around it (handbook 11: organisation →
// förvaltning → group), as it held on the day.
func TestRulebookOn(t *testing.T) {
	t.Parallel()
	late := organisation.Default(day(3, 1))
	late.NoticeDays, late.CentralDays = 21, 10
	b := organisation.Rulebook{Agreements: []organisation.Agreement{organisation.Default(day(1, 1)), late},
		Arrangements: []organisation.Arrangement{
			{ID: 1, UnitID: 10, ValidFrom: day(2, 1), Terms: organisation.Terms{"notice_days": raw(10), "approval_days": raw(5)}},
			{ID: 2, UnitID: 11, ValidFrom: day(2, 1), Terms: organisation.Terms{"notice_days": raw(8)}},
			{ID: 3, GroupID: 7, ValidFrom: day(2, 1), Terms: organisation.Terms{"notice_days": raw(6)}},
			{ID: 4, GroupID: 7, ValidFrom: day(4, 1), Terms: organisation.Terms{}},
			{ID: 5, UnitID: 12, ValidFrom: day(2, 1), Terms: organisation.Terms{"group_categories": raw([]string{"budget"}), "from_another_version": raw(1), "papers_days": raw("seven")}},
		}, Groups: []organisation.GroupPath{{ID: 7, Path: []int64{1, 10, 11}}, {ID: 8, Path: []int64{1}}}}
	for _, c := range []struct {
		name     string
		day      clock.Date
		at       organisation.Place
		notice   int
		approval int
		central  int
	}{
		{"before the first agreement", day(1, 1).Add(-40), organisation.Place{}, 14, 10, 7},
		{"the organisation", day(2, 1), organisation.Place{}, 14, 10, 7},
		{"the organisation's next agreement", day(3, 1), organisation.Place{}, 21, 10, 10},
		{"the day before the own one", day(1, 31), organisation.Place{Within: []int64{1, 10}}, 14, 10, 7},
		{"the own one", day(2, 1), organisation.Place{Within: []int64{1, 10}}, 10, 5, 7},
		{"it keeps the organisation's other new rules", day(3, 1), organisation.Place{Within: []int64{1, 10}}, 10, 5, 10},
		{"the nearest goes first", day(2, 1), organisation.Place{Within: []int64{1, 10, 11}}, 8, 5, 7},
		{"the group first of all", day(2, 1), b.InGroup(7), 6, 5, 7},
		{"until its own one ends", day(4, 1), b.InGroup(7), 8, 5, 10},
		{"a group above", day(2, 1), b.InGroup(8), 14, 10, 7},
		{"a group that is not known", day(2, 1), b.InGroup(9), 14, 10, 7},
	} {
		got := b.On(c.day, c.at)
		if got.NoticeDays != c.notice || got.ApprovalDays != c.approval || got.CentralDays != c.central {
			t.Errorf("%s: got %d, %d and %d days, want %d, %d and %d", c.name, got.NoticeDays, got.ApprovalDays, got.CentralDays, c.notice, c.approval, c.central)
		}
	}
	own := b.On(day(2, 1), organisation.Place{Within: []int64{12}})
	if got, want := own.GroupCategories, []string{"budget"}; !cmp.Equal(got, want) || own.PapersDays != 7 {
		t.Errorf("got %v and %d days, want %v and 7", got, own.PapersDays, want)
	}
	if got := b.On(day(2, 1), organisation.Place{}).GroupCategories; len(got) != 7 {
		t.Errorf("one place's list changed another's: %v", got)
	}
}

func TestInUnits(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		paths [][]int64
		want  []int64
	}{
		{nil, nil},
		{[][]int64{{1, 2, 3}}, []int64{1, 2, 3}},
		{[][]int64{{1, 2, 3}, {1, 2, 4}}, []int64{1, 2}},
		{[][]int64{{1, 2}, {1, 2, 4}}, []int64{1, 2}},
		{[][]int64{{1, 2}, {5}}, []int64{}},
	} {
		if got := organisation.InUnits(c.paths...).Within; !cmp.Equal(got, c.want) {
			t.Errorf("%v: got %v, want %v", c.paths, got, c.want)
		}
	}
}

// A meeting may be called by the rules of any day until it is held; the last of those days is what matters.
func TestCalling(t *testing.T) {
	t.Parallel()
	meeting := day(3, 31)
	for _, c := range []struct {
		name     string
		today    clock.Date
		from     clock.Date
		new      int
		want     clock.Date
		wantDays int
	}{
		{"longer notice in good time", day(1, 10), day(2, 1), 21, day(3, 10), 21},
		{"longer notice that comes before the old last day", day(1, 10), day(3, 14), 21, day(3, 13), 14},
		{"longer notice after it", day(1, 10), day(3, 18), 21, day(3, 17), 14},
		{"shorter notice in good time", day(1, 10), day(2, 1), 7, day(3, 24), 7},
		{"shorter notice after the old last day", day(1, 10), day(3, 20), 7, day(3, 24), 7},
		{"too late by either", day(3, 30), day(2, 1), 21, day(3, 10), 21},
	} {
		later := organisation.Default(c.from)
		later.NoticeDays = c.new
		b := organisation.Rulebook{Agreements: []organisation.Agreement{organisation.Default(day(1, 1)), later}}
		a, got := b.Calling(c.today, meeting, false, organisation.Place{})
		if got != c.want || a.NoticeDays != c.wantDays {
			t.Errorf("%s: got %s by %d days, want %s by %d", c.name, got, a.NoticeDays, c.want, c.wantDays)
		}
	}
}

// What SQL says of a day and a place is what the rulebook says, whatever has been agreed.
func TestAgreementOnIsTheRulebook(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.setup()
	w.inOrg(func(ctx context.Context, tx *db.OrgTx) error {
		_, err := tx.Exec(ctx, `INSERT INTO groups (name, level) VALUES ('Utan enheter', 'LSG')`)
		return err
	})
	r := rand.New(rand.NewPCG(2027, 31))
	set := organisation.Setup{Clock: w.clock}
	for i := range 60 {
		var units, groups []string
		units, groups = w.lines(`SELECT name FROM units ORDER BY id`), w.lines(`SELECT name FROM groups ORDER BY id`)
		a := organisation.Default(day(1, 1).Add(r.IntN(300)))
		a.NoticeDays, a.PapersDays, a.EffectiveAt = r.IntN(40), r.IntN(20), []string{organisation.AtMeetingEnd, organisation.AtApproval}[r.IntN(2)]
		a.UnionRaised, a.GroupCategories = r.IntN(2) == 0, organisation.Categories[:r.IntN(9)]
		var names []string
		for _, p := range organisation.Parameters {
			if p.Reach != organisation.Everywhere && r.IntN(4) == 0 {
				names = append(names, p.Name)
			}
		}
		own := organisation.OwnRow{Names: names, Agreement: a}
		w.inOrg(func(ctx context.Context, tx *db.OrgTx) error {
			switch i % 3 {
			case 0:
				return set.Agreement(ctx, tx, a)
			case 1:
				own.Unit = units[r.IntN(len(units))]
			default:
				own.Group = groups[r.IntN(len(groups))]
			}
			return set.Own(ctx, tx, []organisation.OwnRow{own})
		})
		compareOn(t, w, day(1, 1).Add(r.IntN(330)-10))
	}
}

func compareOn(t *testing.T, w *world, on clock.Date) {
	t.Helper()
	var book organisation.Rulebook
	var units []struct {
		ID   int64
		Path []int64
	}
	var b db.Batch
	organisation.QueueRulebook(&b, &book, on, `SELECT id FROM groups`)
	db.Many(&b, &units, `SELECT id, ancestors AS path FROM units`)
	if err := w.db.ReadOrg(context.Background(), w.org, &b); err != nil {
		t.Fatal(err)
	}
	compare := func(in organisation.Scope, at organisation.Place) {
		var got organisation.Agreement
		var b db.Batch
		organisation.QueueAgreement(&b, &got, on, in)
		if err := w.db.ReadOrg(context.Background(), w.org, &b); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(fmt.Sprintf("%+v", book.On(on, at)), fmt.Sprintf("%+v", got)); diff != "" {
			t.Errorf("%s in %+v (-rulebook +SQL):\n%s", on, in, diff)
		}
	}
	compare(organisation.Scope{}, organisation.Place{})
	for _, u := range units {
		compare(organisation.Scope{UnitID: u.ID}, organisation.InUnits(u.Path))
	}
	for _, g := range book.Groups {
		compare(organisation.Scope{GroupID: g.ID}, book.InGroup(g.ID))
	}
}
