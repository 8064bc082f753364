package clock_test

import (
	"testing"
	"time"

	"samverka/internal/clock"
)

// easter is Easter Sunday by the anonymous Gregorian algorithm (Meeus/Jones/Butcher), apart from the calendar that the
// product uses.
func easter(y int) clock.Date {
	a, b, c := y%19, y/100, y%100
	d, e, f := b/4, b%4, (b+8)/25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return clock.NewDate(y, time.Month(n/31), n%31+1)
}

// firstSaturday is the first Saturday on or after y-m-d.
func firstSaturday(y int, m time.Month, d int) clock.Date {
	x := clock.NewDate(y, m, d)
	for x.Weekday() != time.Saturday {
		x = x.Add(1)
	}
	return x
}

// redDays are the public holidays of lag 1989:253 that can fall on Monday to Friday, and the three eves.
func redDays(y int) map[clock.Date]string {
	e := easter(y)
	return map[clock.Date]string{
		clock.NewDate(y, 1, 1): "nyårsdagen", clock.NewDate(y, 1, 6): "trettondedag jul",
		e.Add(-2): "långfredagen", e.Add(1): "annandag påsk", clock.NewDate(y, 5, 1): "första maj",
		e.Add(39): "Kristi himmelsfärdsdag", clock.NewDate(y, 6, 6): "nationaldagen",
		firstSaturday(y, 6, 20).Add(-1): "midsommarafton", clock.NewDate(y, 12, 24): "julafton",
		clock.NewDate(y, 12, 25): "juldagen", clock.NewDate(y, 12, 26): "annandag jul", clock.NewDate(y, 12, 31): "nyårsafton",
	}
}

func TestIsWorkingDay(t *testing.T) {
	t.Parallel()
	for y := 2024; y <= 2040; y++ {
		red := redDays(y)
		for d := clock.NewDate(y, 1, 1); d.Before(clock.NewDate(y+1, 1, 1)); d = d.Add(1) {
			weekend := d.Weekday() == time.Saturday || d.Weekday() == time.Sunday
			want := !weekend && red[d] == ""
			if got := d.IsWorkingDay(); got != want {
				t.Errorf("%s, %s %s: working day = %v, want %v", d, d.Weekday(), red[d], got, want)
			}
		}
	}
}

// Days that people ask about, by name and year, against the rule above going wrong in the same way as the product.
func TestNamedDays(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		day  clock.Date
		want bool
	}{
		{"skärtorsdagen 2027", clock.NewDate(2027, 3, 25), true},
		{"långfredagen 2027", clock.NewDate(2027, 3, 26), false},
		{"annandag påsk 2027", clock.NewDate(2027, 3, 29), false},
		{"annandag påsk 2024", clock.NewDate(2024, 4, 1), false},
		{"Kristi himmelsfärdsdag 2026", clock.NewDate(2026, 5, 14), false},
		{"the Friday after Ascension Day", clock.NewDate(2026, 5, 15), true},
		{"annandag pingst, a holiday until 2004", clock.NewDate(2027, 5, 17), true},
		{"första maj 2026, a Friday", clock.NewDate(2026, 5, 1), false},
		{"valborgsmässoafton", clock.NewDate(2026, 4, 30), true},
		{"nationaldagen 2028, a Tuesday", clock.NewDate(2028, 6, 6), false},
		{"midsommarafton 2027", clock.NewDate(2027, 6, 25), false},
		{"midsommarafton 2026, its earliest day", clock.NewDate(2026, 6, 19), false},
		{"the Thursday before midsummer", clock.NewDate(2027, 6, 24), true},
		{"alla helgons dag 2026, a Saturday", clock.NewDate(2026, 10, 31), false},
		{"the Friday before All Saints", clock.NewDate(2026, 10, 30), true},
		{"julafton 2027, a Friday", clock.NewDate(2027, 12, 24), false},
		{"mellandagarna", clock.NewDate(2027, 12, 28), true},
		{"nyårsafton 2027, a Friday", clock.NewDate(2027, 12, 31), false},
		{"trettondagsafton", clock.NewDate(2028, 1, 5), true},
		{"trettondagen 2028, a Thursday", clock.NewDate(2028, 1, 6), false},
	} {
		if got := c.day.IsWorkingDay(); got != c.want {
			t.Errorf("%s (%s): working day = %v, want %v", c.name, c.day, got, c.want)
		}
	}
}

func TestDeadline(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		from clock.Date
		n    int
		move bool
		want clock.Date
	}{
		{"day 0 is the event's", clock.NewDate(2027, 2, 17), 7, true, clock.NewDate(2027, 2, 24)},
		{"no days: the same day", clock.NewDate(2027, 2, 17), 0, true, clock.NewDate(2027, 2, 17)},
		{"no days on a Sunday: Monday", clock.NewDate(2027, 2, 21), 0, true, clock.NewDate(2027, 2, 22)},
		{"no days on a Sunday, not moved", clock.NewDate(2027, 2, 21), 0, false, clock.NewDate(2027, 2, 21)},
		{"Saturday: Monday", clock.NewDate(2027, 2, 13), 7, true, clock.NewDate(2027, 2, 22)},
		{"Good Friday: Tuesday after Easter Monday", clock.NewDate(2027, 3, 19), 7, true, clock.NewDate(2027, 3, 30)},
		{"Christmas Eve 2026, a Thursday: Monday the 28th", clock.NewDate(2026, 12, 17), 7, true, clock.NewDate(2026, 12, 28)},
		{"New Year's Eve 2026, a Thursday: Monday the 4th", clock.NewDate(2026, 12, 24), 7, true, clock.NewDate(2027, 1, 4)},
		{"over a leap day", clock.NewDate(2028, 2, 22), 7, true, clock.NewDate(2028, 2, 29)},
		{"over the turn to summer time", clock.NewDate(2027, 3, 24), 14, true, clock.NewDate(2027, 4, 7)},
	} {
		if got := clock.Deadline(c.from, c.n, c.move); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
	for d := clock.NewDate(2026, 1, 1); d.Before(clock.NewDate(2028, 1, 1)); d = d.Add(1) {
		for n := range 15 {
			if got := clock.Deadline(d, n, true); !got.IsWorkingDay() || got.Before(d.Add(n)) || got.After(d.Add(n+5)) {
				t.Fatalf("%d days from %s end on %s", n, d, got)
			}
		}
	}
}

func TestAddWorkingDays(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		from clock.Date
		n    int
		want clock.Date
	}{
		{"three from a Monday", clock.NewDate(2027, 2, 15), 3, clock.NewDate(2027, 2, 18)},
		{"three from a Thursday: Tuesday", clock.NewDate(2027, 2, 18), 3, clock.NewDate(2027, 2, 23)},
		{"one from a Saturday: Monday", clock.NewDate(2027, 2, 20), 1, clock.NewDate(2027, 2, 22)},
		{"three from Maundy Thursday", clock.NewDate(2027, 3, 25), 3, clock.NewDate(2027, 4, 1)},
		{"three from 23 December", clock.NewDate(2026, 12, 23), 3, clock.NewDate(2026, 12, 30)},
		{"none", clock.NewDate(2027, 2, 15), 0, clock.NewDate(2027, 2, 15)},
	} {
		if got := c.from.AddWorkingDays(c.n); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}
