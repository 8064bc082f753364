package clock_test

import (
	"testing"
	"time"

	"samverka/internal/clock"
)

// Days begin and end in Stockholm, also when they are 23 or 25 hours long.
func TestDaysOfSummerTime(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		day   clock.Date
		hours time.Duration
	}{
		{"an ordinary day", clock.NewDate(2027, 2, 24), 24},
		{"summer time begins", clock.NewDate(2027, 3, 28), 23},
		{"summer time ends", clock.NewDate(2027, 10, 31), 25},
	} {
		start, next := c.day.Start(), c.day.Add(1).Start()
		if got := next.Sub(start); got != c.hours*time.Hour {
			t.Errorf("%s: %s is %v long, want %v h", c.name, c.day, got, int(c.hours))
		}
		for _, in := range []time.Time{start, start.Add(2 * time.Hour), c.day.At(12, 0), next.Add(-time.Nanosecond)} {
			if got := clock.DateOf(in.UTC()); got != c.day {
				t.Errorf("%s: %s is on %s, want %s", c.name, in, got, c.day)
			}
		}
		if got := clock.DateOf(next); got != c.day.Add(1) {
			t.Errorf("%s: the next day begins on %s", c.name, got)
		}
		if got := c.day.At(13, 5).Format("15:04"); got != "13:05" {
			t.Errorf("%s: 13:05 is shown as %s", c.name, got)
		}
	}
	// 02:30 is skipped in spring and comes twice in autumn; both are still on their day.
	for _, d := range []clock.Date{clock.NewDate(2027, 3, 28), clock.NewDate(2027, 10, 31)} {
		if got := clock.DateOf(d.At(2, 30)); got != d {
			t.Errorf("02:30 on %s falls on %s", d, got)
		}
	}
}

func TestDateOfIsTheDateInStockholm(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"2027-02-24T22:59:59Z": "2027-02-24", "2027-02-24T23:00:00Z": "2027-02-25",
		"2027-06-24T21:59:59Z": "2027-06-24", "2027-06-24T22:00:00Z": "2027-06-25",
		"2026-12-31T23:30:00Z": "2027-01-01",
	} {
		at, err := time.Parse(time.RFC3339, in)
		if err != nil {
			t.Fatal(err)
		}
		if got := clock.DateOf(at).String(); got != want {
			t.Errorf("date of %s = %s, want %s", in, got, want)
		}
	}
	if got := clock.DateOf(time.Time{}); !got.IsZero() {
		t.Errorf("date of no time = %s, want none", got)
	}
}

func TestParseDate(t *testing.T) {
	t.Parallel()
	want := clock.NewDate(2027, 3, 31)
	for _, s := range []string{"2027-03-31", "31/3 2027", "31/03 2027", "31/3-2027", "2027/03/31", "20270331", "31.3.2027", "31.03.2027", "  2027-03-31\n"} {
		if got, err := clock.ParseDate(s); err != nil || got != want {
			t.Errorf("ParseDate(%q) = %s, %v, want %s", s, got, err, want)
		}
	}
	for _, s := range []string{"", "i morgon", "2027-02-29", "2027-13-01", "2027-00-10", "31/4 2027", "3/31 2027", "2027-3", "0027-03-31", "2200-01-01", "1899-12-31",
		"2027-03-31T10:00", "20270332", "2027-03-31; DROP TABLE", "\x00", "٢٠٢٧-٠٣-٣١"} {
		if got, err := clock.ParseDate(s); err == nil {
			t.Errorf("ParseDate(%q) = %s, want an error", s, got)
		}
	}
	if got, err := clock.ParseDate("2028-02-29"); err != nil || got != clock.NewDate(2028, 2, 29) {
		t.Errorf("a leap day = %s, %v", got, err)
	}
}

func TestParseTime(t *testing.T) {
	t.Parallel()
	for s, want := range map[string][2]int{"13:00": {13, 0}, "13.00": {13, 0}, "9:05": {9, 5}, " 09:05 ": {9, 5}, "00:00": {0, 0}, "23:59": {23, 59}} {
		if h, m, err := clock.ParseTime(s); err != nil || [2]int{h, m} != want {
			t.Errorf("ParseTime(%q) = %d:%d, %v, want %v", s, h, m, err, want)
		}
	}
	for _, s := range []string{"", "24:00", "13", "13:60", "-1:00", "13:00:00", "ett"} {
		if h, m, err := clock.ParseTime(s); err == nil {
			t.Errorf("ParseTime(%q) = %d:%d, want an error", s, h, m)
		}
	}
}

func TestISOWeek(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		day        clock.Date
		year, week int
	}{
		{clock.NewDate(2027, 1, 1), 2026, 53}, {clock.NewDate(2027, 1, 3), 2026, 53}, {clock.NewDate(2027, 1, 4), 2027, 1},
		{clock.NewDate(2024, 12, 30), 2025, 1}, {clock.NewDate(2027, 3, 31), 2027, 13},
	} {
		if y, w := c.day.ISOWeek(); y != c.year || w != c.week {
			t.Errorf("%s is in week %d of %d, want %d of %d", c.day, w, y, c.week, c.year)
		}
	}
}

func TestDateIsStoredAndReadBack(t *testing.T) {
	t.Parallel()
	for _, want := range []clock.Date{{}, clock.NewDate(2027, 3, 31), clock.NewDate(2028, 2, 29)} {
		v, err := want.Value()
		if err != nil {
			t.Fatal(err)
		}
		var got clock.Date
		if err := got.Scan(v); err != nil || got != want {
			t.Errorf("%v through the database = %v, %v", want, got, err)
		}
		text, err := want.MarshalText()
		if err != nil {
			t.Fatal(err)
		}
		got = clock.NewDate(1999, 1, 1)
		if err := got.UnmarshalText(text); err != nil || got != want {
			t.Errorf("%v through text %q = %v, %v", want, text, got, err)
		}
	}
	var d clock.Date
	if err := d.Scan(int64(5)); err == nil {
		t.Error("a number was read as a date")
	}
}

func TestDaysUntilAndOrder(t *testing.T) {
	t.Parallel()
	a, b := clock.NewDate(2027, 3, 24), clock.NewDate(2027, 3, 31) // summer time begins between
	if got := a.DaysUntil(b); got != 7 {
		t.Errorf("days from %s to %s = %d, want 7", a, b, got)
	}
	if got := b.DaysUntil(a); got != -7 {
		t.Errorf("days back = %d, want -7", got)
	}
	if !a.Before(b) || !b.After(a) || a.Before(a) || a.After(a) {
		t.Error("dates are not in order")
	}
}

func TestTestClockStandsStill(t *testing.T) {
	t.Parallel()
	at := time.Date(2027, 3, 31, 11, 0, 0, 0, time.UTC)
	c := clock.NewTest(at)
	if got := c.Now(); !got.Equal(at) || got.Location() != clock.Stockholm || got != c.Now() {
		t.Errorf("now = %s", got)
	}
	c.Set(at.Add(time.Hour))
	if got := c.Now().Format("15:04"); got != "14:00" {
		t.Errorf("now = %s, want 14:00 in Stockholm", got)
	}
	if got := clock.Today(c); got != clock.NewDate(2027, 3, 31) {
		t.Errorf("today = %s", got)
	}
}
