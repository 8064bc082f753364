package meeting

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/matter"
	"samverka/internal/organisation"
)

// on is a meeting at 13 to 14.30 on 31 March 2027, under the handbook's agreement: notice 14 days before, items 10.
func on(change ...func(*Record)) Record {
	day := clock.NewDate(2027, 3, 31)
	r := Record{Meeting: Meeting{ID: 1, GroupID: 1, StartsAt: day.At(13, 0), EndsAt: day.At(14, 30), Status: "planned"}, Agreement: organisation.Default(day.Add(-90))}
	for _, f := range change {
		f(&r)
	}
	return r
}

func called(r *Record) { at := clock.NewDate(2027, 3, 17).At(10, 0); r.NoticeAt = &at }

func items(ids ...int64) []Item {
	var all []Item
	for i, id := range ids {
		all = append(all, Item{ID: id, Position: 1000 * (i + 1), MinutesPlanned: 10, Status: "planned"})
	}
	return all
}

func keys(ws []fail.Warning) []string {
	var all []string
	for _, w := range ws {
		all = append(all, w.Key)
	}
	return all
}

// Late: after the notice, and after the agreement's last day for items (handbook 5.2, SKR: the notice names that day).
func TestWhatComesLate(t *testing.T) {
	t.Parallel()
	extra := func(r *Record) { r.Extra = true }
	for _, c := range []struct {
		name  string
		rec   Record
		today clock.Date
		want  []string
	}{
		{"well before", on(), clock.NewDate(2027, 3, 1), nil},
		{"on the last day for items", on(), clock.NewDate(2027, 3, 21), nil},
		{"the day after", on(), clock.NewDate(2027, 3, 22), []string{"agenda.warn.late"}},
		{"the notice has gone out", on(called), clock.NewDate(2027, 3, 18), []string{"meeting.warn.after_notice"}},
		{"an extra meeting has its own time", on(extra), clock.NewDate(2027, 3, 29), nil},
		{"and its own last day", on(extra), clock.NewDate(2027, 3, 30), []string{"agenda.warn.late"}},
	} {
		if diff := cmp.Diff(c.want, keys(c.rec.lateWarnings(c.today))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		if got, want := c.rec.Late(c.today), c.want != nil; got != want {
			t.Errorf("%s: late = %v, want %v", c.name, got, want)
		}
	}
}

// Setting a matter up warns of the planned decision (MBL 11 §), of lateness, and of another class than the notice said.
func TestWhatSettingUpWarnsOf(t *testing.T) {
	t.Parallel()
	m := matter.Record{Matter: matter.Matter{ID: 7, PlannedDecision: clock.NewDate(2027, 4, 15)}}
	early := matter.Record{Matter: matter.Matter{ID: 7, PlannedDecision: clock.NewDate(2027, 3, 30)}}
	there := func(r *Record) { r.Items = []Item{{ID: 1, MatterID: 7, Class: matter.Information, Status: "planned"}} }
	for _, c := range []struct {
		name  string
		rec   Record
		m     matter.Record
		class string
		today clock.Date
		want  []string
	}{
		{"in time", on(), m, matter.BeforeDecision, clock.NewDate(2027, 3, 10), nil},
		{"after the planned decision", on(), early, matter.BeforeDecision, clock.NewDate(2027, 3, 10), []string{"meeting.warn.after_decision"}},
		{"information after it", on(), early, matter.Information, clock.NewDate(2027, 3, 10), nil},
		{"after the notice", on(called), m, matter.Information, clock.NewDate(2027, 3, 18), []string{"meeting.warn.after_notice"}},
		{"again, the same", on(called, there), m, matter.Information, clock.NewDate(2027, 3, 18), nil},
		{"again, as something else", on(called, there), m, matter.BeforeDecision, clock.NewDate(2027, 3, 18), []string{"agenda.warn.reclassed"}},
		{"as something else before the notice", on(there), m, matter.BeforeDecision, clock.NewDate(2027, 3, 10), nil},
	} {
		if diff := cmp.Diff(c.want, keys(c.rec.setUpWarnings(c.m, c.class, c.today))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// What the notice named is fixed, and what a safety representative has requested is never taken away (AML 6:6a).
func TestWhatMayBeRemoved(t *testing.T) {
	t.Parallel()
	at := clock.NewDate(2027, 3, 18).At(9, 0)
	sent := func(r *Record) {
		r.Matters = []matter.Record{{Matter: matter.Matter{ID: 7}, Sent: []matter.Sent{{MatterID: 7, MeetingID: 1, Kind: "papers"}}}}
	}
	open := func(r *Record) { r.Status = "open" }
	for _, c := range []struct {
		name string
		rec  Record
		it   Item
		want string
	}{
		{"before the notice", on(), Item{ID: 1, Status: "planned"}, ""},
		{"in the notice", on(called), Item{ID: 1, Status: "planned"}, "agenda.error.frozen"},
		{"late, after the notice", on(called), Item{ID: 1, Status: "planned", LateAt: &at}, ""},
		{"late, with its papers sent", on(called, sent), Item{ID: 1, Status: "planned", LateAt: &at, MatterID: 7}, "meeting.error.item_sent"},
		{"at the meeting", on(open), Item{ID: 1, Status: "planned"}, "meeting.error.status"},
		{"begun", on(), Item{ID: 1, Status: "open"}, "meeting.error.item_sent"},
		{"a request", on(), Item{ID: 1, Status: "planned", RequestID: 3}, "agenda.error.request_stays"},
		{"a request that is taken back", on(), Item{ID: 1, Status: "planned", RequestID: 3, RequestWithdrawn: true}, ""},
		{"a request that is taken back after the notice", on(called), Item{ID: 1, Status: "planned", RequestID: 3, RequestWithdrawn: true}, ""},
		{"a late request", on(called), Item{ID: 1, Status: "planned", RequestID: 3, LateAt: &at}, "agenda.error.request_stays"},
	} {
		if got := fail.KeyOf(c.rec.CanRemove(c.it)); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestTimeOfAnAgenda(t *testing.T) {
	t.Parallel()
	with := func(minutes ...int) func(*Record) {
		return func(r *Record) {
			for i, n := range minutes {
				r.Items = append(r.Items, Item{ID: int64(i + 1), MinutesPlanned: n})
			}
		}
	}
	grouped := func(r *Record) { r.Items[2].TogetherID = 1 }
	for _, c := range []struct {
		name string
		rec  Record
		want Time
		over int
		last string // when the last item comes up
	}{
		{"empty", on(), Time{0, 90}, 0, "13:00"},
		{"just enough", on(with(60, 30)), Time{90, 90}, 0, "14:00"},
		{"five minutes too much", on(with(60, 20, 15)), Time{95, 90}, 5, "14:20"},
		{"treated together counts once", on(with(60, 20, 15), grouped), Time{80, 90}, 0, "14:20"},
	} {
		got := c.rec.Time()
		if got != c.want || got.Over() != c.over {
			t.Errorf("%s: got %+v, over %d; want %+v, over %d", c.name, got, got.Over(), c.want, c.over)
		}
		if at := c.rec.Expected(int64(len(c.rec.Items))).In(clock.Stockholm).Format("15:04"); at != c.last {
			t.Errorf("%s: the last item comes %s, want %s", c.name, at, c.last)
		}
	}
}

func TestMoving(t *testing.T) {
	t.Parallel()
	together := func(all []Item) []Item { all[3].TogetherID = 2; return all }
	for _, c := range []struct {
		name  string
		items []Item
		id    int64
		to    int
		want  []int64
	}{
		{"down", items(1, 2, 3, 4), 1, 3, []int64{2, 3, 1, 4}},
		{"up", items(1, 2, 3, 4), 4, 2, []int64{1, 4, 2, 3}},
		{"to where it is", items(1, 2, 3, 4), 2, 2, []int64{1, 2, 3, 4}},
		{"above the first", items(1, 2, 3, 4), 3, 0, []int64{3, 1, 2, 4}},
		{"below the last", items(1, 2, 3, 4), 1, 9, []int64{2, 3, 4, 1}},
		{"with what is treated together with it", together(items(1, 2, 3, 4)), 2, 1, []int64{2, 4, 1, 3}},
	} {
		var got []int64
		after := moved(c.items, c.id, c.to)
		for _, it := range after {
			got = append(got, it.ID)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		if diff := cmp.Diff([]int{1000, 2000, 3000, 4000}, positions(after)); diff != "" {
			t.Errorf("%s: positions (-want +got):\n%s", c.name, diff)
		}
	}
	same := []Item{{ID: 1, Position: 5}, {ID: 2, Position: 5}, {ID: 3, Position: 6}}
	if diff := cmp.Diff([]int{5, 6, 7}, positions(same)); diff != "" {
		t.Errorf("none twice (-want +got):\n%s", diff)
	}
}

// A new item comes after the last one of its class; the first one where the group's template puts its class.
func TestWhereANewItemComes(t *testing.T) {
	t.Parallel()
	s := starts(DefaultTemplate(false))
	list := func(ps ...int) []Item {
		var all []Item
		for i, p := range ps {
			all = append(all, Item{ID: int64(i + 1), Position: p, Class: matter.Standing})
		}
		return all
	}
	class := func(all []Item, i int, c string) []Item { all[i].Class = c; return all }
	for _, c := range []struct {
		name  string
		items []Item
		class string
		want  int
		push  bool
	}{
		{"the first before decision", list(1000, 4000, 8000), matter.BeforeDecision, 5000, false},
		{"the second", class(list(1000, 5000, 8000), 1, matter.BeforeDecision), matter.BeforeDecision, 5010, false},
		{"after one that has been moved", class(list(1000, 2000, 3000), 1, matter.BeforeDecision), matter.BeforeDecision, 2010, false},
		{"where there is no room", class(list(1000, 2000, 2001), 1, matter.BeforeDecision), matter.BeforeDecision, 2001, true},
		{"last of all", class(list(1000, 2000), 1, matter.FollowUp), matter.FollowUp, 2010, false},
		{"an own standing item, before the meeting ends", list(1000, 10000, 11000), matter.Standing, 9500, false},
		{"another", list(1000, 9500, 10000, 11000), matter.Standing, 9510, false},
	} {
		if got, push := placeFor(c.items, c.class, s[c.class]); got != c.want || push != c.push {
			t.Errorf("%s: got %d, %v; want %d, %v", c.name, got, push, c.want, c.push)
		}
	}
}

// The standard agenda of the handbook (5.2), and the six topics of AML 6:9 in a safety committee.
func TestDefaultTemplate(t *testing.T) {
	t.Parallel()
	for safety, want := range map[bool]int{false: 11, true: 17} {
		got := DefaultTemplate(safety)
		if len(got) != want {
			t.Errorf("safety committee %v: got %d rows, want %d", safety, len(got), want)
		}
		if err := checkTemplate(got); err != nil {
			t.Errorf("safety committee %v: %v", safety, err)
		}
	}
	broken := DefaultTemplate(false)
	broken[0].Title, broken[1].Minutes, broken[2].Presenter = " ", 0, "vaktmästaren"
	var fields []string
	for _, f := range fail.Fields(checkTemplate(broken)) {
		fields = append(fields, f.Name)
	}
	if diff := cmp.Diff([]string{"title-1", "minutes-2", "presenter-3"}, fields); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := fail.KeyOf(checkTemplate(DefaultTemplate(false)[:5])); got != "agenda.error.class_missing" {
		t.Errorf("without places for all classes: got %q", got)
	}
}

// Without delay (AML 6:6a) is what the agreement counts: 14 days, moved to a working day.
func TestWhenAnAnswerIsOverdue(t *testing.T) {
	t.Parallel()
	a := organisation.Default(clock.NewDate(2027, 1, 1))
	if got, want := a.RequestUntil(clock.NewDate(2027, 3, 1)), clock.NewDate(2027, 3, 15); got != want {
		t.Errorf("asked on a Monday: got %s, want %s", got, want)
	}
	if got, want := a.RequestUntil(clock.NewDate(2027, 3, 13)), clock.NewDate(2027, 3, 30); got != want {
		t.Errorf("the last day is Easter Saturday: got %s, want %s", got, want)
	}
	due, answered := clock.NewDate(2027, 3, 15), time.Date(2027, 3, 20, 9, 0, 0, 0, clock.Stockholm)
	for _, c := range []struct {
		name  string
		r     SafetyRequest
		today clock.Date
		want  bool
	}{
		{"the last day", SafetyRequest{DueOn: due}, due, false},
		{"the day after", SafetyRequest{DueOn: due}, due.Add(1), true},
		{"answered late", SafetyRequest{DueOn: due, AnsweredAt: &answered}, due.Add(30), false},
	} {
		if got := c.r.Overdue(c.today); got != c.want {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}
