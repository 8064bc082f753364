package yearplan

import (
	"testing"

	"samverka/internal/clock"
	"samverka/internal/organisation"
)

func TestIntervalState(t *testing.T) {
	t.Parallel()
	a := organisation.Default(on(2026, 1, 1))
	for _, tc := range []struct {
		name       string
		last, next clock.Date
		today      clock.Date
		want       IntervalState
		months     int
	}{
		{"early yet", on(2027, 1, 15), clock.Date{}, on(2027, 3, 30), InTime, 0},
		{"75 days after", on(2027, 1, 15), clock.Date{}, on(2027, 3, 31), Near, 0},
		{"on the last day", on(2027, 1, 15), clock.Date{}, on(2027, 4, 15), Near, 0},
		{"the day after", on(2027, 1, 15), clock.Date{}, on(2027, 4, 16), Passed, 0},
		{"the next one in time", on(2027, 1, 15), on(2027, 4, 15), on(2027, 4, 1), InTime, 0},
		{"the next one a day too late is told at once", on(2027, 1, 15), on(2027, 4, 16), on(2027, 1, 16), TooLong, 0},
		{"three months from 30 November end with February", on(2026, 11, 30), on(2027, 3, 1), on(2026, 12, 1), TooLong, 0},
		{"and so the last of February is in time", on(2026, 11, 30), on(2027, 2, 28), on(2026, 12, 1), InTime, 0},
		{"nothing held and nothing planned", clock.Date{}, clock.Date{}, on(2027, 1, 1), Never, 0},
		{"nothing held, one planned", clock.Date{}, on(2027, 9, 1), on(2027, 1, 1), InTime, 0},
		{"the agreement says every second month", on(2027, 1, 15), on(2027, 3, 16), on(2027, 1, 16), TooLong, 2},
	} {
		x := a
		if tc.months != 0 {
			x.SafetyGapMonths = tc.months
		}
		if got := IntervalOf(tc.last, tc.next, x).State(tc.today, x); got != tc.want {
			t.Errorf("%s: got %q, want %q", tc.name, got, tc.want)
		}
	}
}

func TestGaps(t *testing.T) {
	t.Parallel()
	a, today := organisation.Default(on(2026, 1, 1)), on(2027, 1, 20)
	for _, tc := range []struct {
		name string
		days []clock.Date
		want []clock.Date // the last meeting before each gap
	}{
		{"none", []clock.Date{on(2027, 1, 15), on(2027, 3, 15), on(2027, 6, 10)}, nil},
		{"the summer is too long", []clock.Date{on(2027, 1, 15), on(2027, 4, 10), on(2027, 6, 1), on(2027, 9, 15)}, []clock.Date{on(2027, 6, 1)}},
		{"held long ago, nothing planned", []clock.Date{on(2026, 9, 1)}, []clock.Date{on(2026, 9, 1)}},
		{"one held today counts as planned", []clock.Date{on(2026, 11, 1), on(2027, 1, 20)}, nil},
		{"nothing at all", nil, []clock.Date{{}}},
		{"the first one planned", []clock.Date{on(2027, 2, 1)}, nil},
	} {
		var got []clock.Date
		for _, g := range Gaps(tc.days, today, a) {
			got = append(got, g.Last)
		}
		if len(got) != len(tc.want) {
			t.Errorf("%s: got %v, want %v", tc.name, got, tc.want)
			continue
		}
		for i := range got {
			if got[i] != tc.want[i] {
				t.Errorf("%s: got %v, want %v", tc.name, got, tc.want)
			}
		}
	}
}
