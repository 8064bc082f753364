package clock_test

import (
	"testing"
	"time"

	"samverka/internal/clock"
)

// The oracle counts days by number from 1 January 2023, a Sunday, with month lengths, Easter and midsummer from tables: it
// shares neither code nor rule with the product, nor with the reckoning above.
type oracle struct {
	days    []clock.Date
	number  map[clock.Date]int
	working []bool
}

// Easter Sunday, month and day, as printed in almanacs.
var easterTable = map[int][2]int{2023: {4, 9}, 2024: {3, 31}, 2025: {4, 20}, 2026: {4, 5}, 2027: {3, 28}, 2028: {4, 16}, 2029: {4, 1}, 2030: {4, 21}, 2031: {4, 13},
	2032: {3, 28}, 2033: {4, 17}, 2034: {4, 9}, 2035: {3, 25}, 2036: {4, 13}, 2037: {4, 5}, 2038: {4, 25}, 2039: {4, 10}, 2040: {4, 1}, 2041: {4, 21}}

// Midsummer's Eve in June, likewise.
var midsummerTable = map[int]int{2023: 23, 2024: 21, 2025: 20, 2026: 19, 2027: 25, 2028: 23, 2029: 22, 2030: 21, 2031: 20, 2032: 25, 2033: 24, 2034: 23, 2035: 22,
	2036: 20, 2037: 19, 2038: 25, 2039: 24, 2040: 22, 2041: 21}

func newOracle() *oracle {
	o := &oracle{number: map[clock.Date]int{}}
	for y := 2023; y <= 2041; y++ {
		months := [13]int{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
		if y%4 == 0 { // no century here
			months[2] = 29
		}
		for m := 1; m <= 12; m++ {
			for d := 1; d <= months[m]; d++ {
				n := len(o.days)
				day := clock.NewDate(y, time.Month(m), d)
				o.days, o.number[day] = append(o.days, day), n
				o.working = append(o.working, n%7 != 0 && n%7 != 6 && !fixedRed[[2]int{m, d}] && (m != 6 || d != midsummerTable[y]))
			}
		}
	}
	for y, md := range easterTable {
		sunday := o.number[clock.NewDate(y, time.Month(md[0]), md[1])]
		for _, n := range []int{-2, 1, 39} { // Good Friday, Easter Monday, Ascension Day
			o.working[sunday+n] = false
		}
	}
	return o
}

var fixedRed = map[[2]int]bool{{1, 1}: true, {1, 6}: true, {5, 1}: true, {6, 6}: true, {12, 24}: true, {12, 25}: true, {12, 26}: true, {12, 31}: true}

// Every day of 2024-2040: the last day of a limit, the last working day to send something, and working days counted.
func TestEveryDayOf2024To2040(t *testing.T) {
	t.Parallel()
	o := newOracle()
	for n := o.number[clock.NewDate(2024, 1, 1)]; n <= o.number[clock.NewDate(2040, 12, 31)]; n++ {
		d := o.days[n]
		if got := d.IsWorkingDay(); got != o.working[n] {
			t.Errorf("%s: working day = %v, want %v", d, got, o.working[n])
		}
		for _, limit := range []int{0, 1, 2, 5, 7, 10, 14, 30} {
			plain, moved := n+limit, n+limit
			for !o.working[moved] {
				moved++
			}
			if got := clock.Deadline(d, limit, false); got != o.days[plain] {
				t.Errorf("%s and %d days: got %s, want %s", d, limit, got, o.days[plain])
			}
			if got := clock.Deadline(d, limit, true); got != o.days[moved] {
				t.Errorf("%s and %d days, to a working day: got %s, want %s", d, limit, got, o.days[moved])
			}
			// Backwards from the wished day: the last day, and the last working day, on which the limit is still kept.
			by, send := n-limit, n-limit
			for !o.working[send] {
				send--
			}
			if got := d.Add(-limit); got != o.days[by] || got.DaysUntil(d) != limit {
				t.Errorf("%d days before %s: got %s, want %s", limit, d, got, o.days[by])
			}
			if got := d.Add(-limit).OrPreviousWorkingDay(); got != o.days[send] {
				t.Errorf("the last working day %d days before %s: got %s, want %s", limit, d, got, o.days[send])
			}
		}
		for _, limit := range []int{0, 1, 3, 5} {
			at, left := n, limit
			for left > 0 {
				if at++; o.working[at] {
					left--
				}
			}
			if got := d.AddWorkingDays(limit); got != o.days[at] {
				t.Errorf("%d working days after %s: got %s, want %s", limit, d, got, o.days[at])
			}
		}
	}
}

// A limit is counted in days of the calendar, whatever hour things happen at and whether a day has 23, 24 or 25 hours.
func TestLimitsAcrossSummerTime(t *testing.T) {
	t.Parallel()
	o := newOracle()
	for y := 2024; y <= 2040; y++ {
		for _, change := range []clock.Date{lastSunday(o, y, 3), lastSunday(o, y, 10)} {
			n := o.number[change]
			for around := n - 15; around <= n+1; around++ {
				d := o.days[around]
				for _, at := range []time.Time{d.Start(), d.At(2, 30), d.At(12, 0), o.days[around+1].Start().Add(-time.Second)} {
					if got := clock.Deadline(clock.DateOf(at.UTC()), 14, false); got != o.days[around+14] {
						t.Errorf("14 days after %s: got %s, want %s", at, got, o.days[around+14])
					}
				}
				if got := clock.DateOf(o.days[around+14].Start()).DaysUntil(d); got != -14 {
					t.Errorf("from %s back to %s: got %d days", o.days[around+14], d, got)
				}
			}
			if got := o.days[n+1].Start().Sub(change.Start()); got != 23*time.Hour && got != 25*time.Hour {
				t.Errorf("%s is %v long: summer time does not change there", change, got)
			}
		}
	}
}

// lastSunday is the last Sunday of a month of 31 days.
func lastSunday(o *oracle, y int, m time.Month) clock.Date {
	n := o.number[clock.NewDate(y, m, 31)]
	return o.days[n-n%7]
}
