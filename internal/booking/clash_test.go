package booking

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/clock"
)

var wednesday = clock.NewDate(2027, time.March, 31)

// office is a calendar with two groups, a unit, a room that is taken, and two representatives with published times.
func office() Calendar {
	return Calendar{
		Names: []Name{{1, "Amina Larsson"}, {2, "Rosa Lindqvist"}, {3, "Jonas Berg"}, {4, "Eva Åberg"}},
		Seats: []Seat{{GroupID: 10, PersonID: 1}, {GroupID: 10, PersonID: 2}, {GroupID: 10, PersonID: 3, From: clock.NewDate(2027, 1, 1), Until: clock.NewDate(2027, 3, 30)}, {UnitID: 20, PersonID: 4}},
		Occupancies: []Occupancy{
			{MeetingID: 7, Title: "FSG Omsorg", Place: "Rådhuset,  sal 2", Starts: wednesday.At(13, 0), Ends: wednesday.At(15, 0), People: []int64{1, 2, 3}},
			{SittingID: 8, Title: "APT Hemtjänst Väst", Place: "Teams", Starts: wednesday.At(9, 0), Ends: wednesday.At(10, 30), People: []int64{4}}},
		Slots: []Slot{
			{PersonID: 2, Weekday: 3, From: 8 * 60, Until: 12 * 60, ValidFrom: clock.NewDate(2027, 1, 1)},
			{PersonID: 2, Weekday: 3, From: 12 * 60, Until: 15*60 + 30, ValidFrom: clock.NewDate(2027, 1, 1)},
			{PersonID: 3, From: 8 * 60, Until: 9 * 60, ValidFrom: wednesday.Add(-1), ValidUntil: wednesday.Add(-1)}},
	}
}

func TestClashes(t *testing.T) {
	t.Parallel()
	at := func(h, m, h2, m2 int) Query {
		return Query{Starts: wednesday.At(h, m), Ends: wednesday.At(h2, m2), GroupID: 10}
	}
	with := func(q Query, f func(*Query)) Query { f(&q); return q }
	fsg := Clash{Kind: Person, People: []string{"Amina Larsson", "Rosa Lindqvist"}, Title: "FSG Omsorg", Place: "Rådhuset,  sal 2", Starts: wednesday.At(13, 0), Ends: wednesday.At(15, 0), MeetingID: 7}
	room := fsg
	room.Kind, room.People = Room, nil
	for _, tc := range []struct {
		name string
		q    Query
		want []Clash
	}{
		{"members in another meeting; a mandate that has ended does not count", at(14, 0, 15, 0), []Clash{fsg}},
		{"end to end is no clash", at(15, 0, 15, 30), nil},
		{"before", at(11, 0, 13, 0), nil},
		{"one minute over", at(11, 0, 13, 1), []Clash{fsg}},
		{"the meeting that is moved", with(at(14, 0, 15, 0), func(q *Query) { q.ExceptMeeting = 7 }), nil},
		{"the same room, however it is written", with(at(14, 0, 15, 0), func(q *Query) { q.GroupID, q.Place = 0, "rådhuset, SAL 2 " }), []Clash{room}},
		{"person before room", with(at(14, 0, 15, 0), func(q *Query) { q.Place = "Rådhuset, sal 2" }), []Clash{fsg, room}},
		{"digital places are never taken", with(at(9, 0, 10, 0), func(q *Query) { q.Place = "Teams" }), nil},
		{"the unit's manager has another APT", with(at(10, 0, 11, 0), func(q *Query) { q.GroupID, q.UnitID = 0, 20 }),
			[]Clash{{Kind: Person, People: []string{"Eva Åberg"}, Title: "APT Hemtjänst Väst", Place: "Teams", Starts: wednesday.At(9, 0), Ends: wednesday.At(10, 30), SittingID: 8}}},
		{"an APT's own sitting is moved", with(at(10, 0, 11, 0), func(q *Query) { q.GroupID, q.UnitID, q.ExceptSitting = 0, 20, 8 }), nil},
		{"outside published times", at(15, 15, 16, 0), []Clash{{Kind: Unreleased, People: []string{"Rosa Lindqvist"}, Starts: wednesday.At(15, 15), Ends: wednesday.At(16, 0)}}},
		{"people named one by one, whose single day speaks of its own week", with(at(16, 0, 17, 0), func(q *Query) { q.GroupID, q.People = 0, []int64{3} }),
			[]Clash{{Kind: Unreleased, People: []string{"Jonas Berg"}, Starts: wednesday.At(16, 0), Ends: wednesday.At(17, 0)}}},
	} {
		if diff := cmp.Diff(tc.want, office().Clashes(tc.q)); diff != "" {
			t.Errorf("%s: want - got +\n%s", tc.name, diff)
		}
	}
}

func TestReleased(t *testing.T) {
	t.Parallel()
	slots := []Slot{
		{PersonID: 1, Weekday: 3, From: 540, Until: 720, ValidFrom: clock.NewDate(2027, 1, 4), ValidUntil: clock.NewDate(2027, 6, 30)},
		{PersonID: 2, From: 540, Until: 720, ValidFrom: wednesday, ValidUntil: wednesday}}
	for _, tc := range []struct {
		name               string
		person             int64
		day                clock.Date
		published, covered bool
	}{
		{"on the weekday", 1, wednesday, true, true},
		{"on another weekday", 1, wednesday.Add(1), true, false},
		{"after the last day nothing has been said", 1, clock.NewDate(2027, 7, 7), false, false},
		{"before the first day nothing has been said", 1, clock.NewDate(2026, 12, 30), false, false},
		{"the single day", 2, wednesday, true, true},
		{"the single day's week", 2, wednesday.Add(-2), true, false},
		{"the week after", 2, wednesday.Add(5), false, false},
		{"who has published nothing", 3, wednesday, false, false},
	} {
		published, covered := released(slots, tc.person, tc.day.At(9, 0), tc.day.At(12, 0))
		if published != tc.published || covered != tc.covered {
			t.Errorf("%s: published %v, covered %v, want %v, %v", tc.name, published, covered, tc.published, tc.covered)
		}
	}
	// 28 March is 23 hours long: times of day are compared as the clock on the wall shows them.
	sunday := clock.NewDate(2027, 3, 28)
	s := []Slot{{PersonID: 1, Weekday: 7, From: 9 * 60, Until: 12 * 60, ValidFrom: sunday.Add(-30)}}
	if _, covered := released(s, 1, sunday.At(9, 0), sunday.At(12, 0)); !covered {
		t.Error("on the day when summer time begins 9-12 is not within 9-12")
	}
	if _, covered := released(s, 1, sunday.At(11, 0), sunday.Add(1).At(11, 0)); covered {
		t.Error("a meeting over midnight is covered by one day's time")
	}
}
