package clock

import (
	"database/sql/driver"
	"fmt"
	"strings"
	"time"
)

// Date is a civil date in Sweden, without a time of day. The zero Date is "no date"; see IsZero.
type Date struct{ t time.Time } // midnight UTC

// NewDate returns the date y-m-d, normalised as time.Date does.
func NewDate(y int, m time.Month, d int) Date { return Date{time.Date(y, m, d, 0, 0, 0, 0, time.UTC)} }

// DateOf is the date in Stockholm at the instant t.
func DateOf(t time.Time) Date {
	if t.IsZero() {
		return Date{}
	}
	y, m, d := t.In(Stockholm).Date()
	return NewDate(y, m, d)
}

// Today is the date in Stockholm by c.
func Today(c Clock) Date { return DateOf(c.Now()) }

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d.t.IsZero() }

// Add is the date n days after d.
func (d Date) Add(n int) Date { return Date{d.t.AddDate(0, 0, n)} }

// Before reports whether d comes before e.
func (d Date) Before(e Date) bool { return d.t.Before(e.t) }

// After reports whether d comes after e.
func (d Date) After(e Date) bool { return d.t.After(e.t) }

// DaysUntil is the number of days from d to e; negative when e comes first.
func (d Date) DaysUntil(e Date) int { return int(e.t.Sub(d.t) / (24 * time.Hour)) }

// Weekday is the day of the week.
func (d Date) Weekday() time.Weekday { return d.t.Weekday() }

// ISOWeek is the ISO 8601 year and week number of d.
func (d Date) ISOWeek() (year, week int) { return d.t.ISOWeek() }

// YMD returns the parts of d.
func (d Date) YMD() (int, time.Month, int) { return d.t.Date() }

// Start is the first instant of d in Stockholm.
func (d Date) Start() time.Time { return d.At(0, 0) }

// At is the instant hour:min on d in Stockholm.
func (d Date) At(hour, min int) time.Time {
	y, m, day := d.t.Date()
	return time.Date(y, m, day, hour, min, 0, 0, Stockholm)
}

// String is the date as 2027-03-31, or "" for no date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return d.t.Format(time.DateOnly)
}

var dateLayouts = []string{time.DateOnly, "2/1 2006", "2/1-2006", "2006/01/02", "20060102", "2.1.2006"}

// ParseDate reads 2027-03-31, 31/3 2027, 31.3.2027 and 20270331. The error is for the program; forms say it in words.
func ParseDate(s string) (Date, error) {
	s = strings.TrimSpace(s)
	for _, l := range dateLayouts {
		if t, err := time.Parse(l, s); err == nil && t.Year() >= 1900 && t.Year() < 2200 {
			return Date{t}, nil
		}
	}
	return Date{}, fmt.Errorf("%q is not a date", s)
}

// ParseTime reads a time of day as 13:00, 13.00 or 9:05.
func ParseTime(s string) (hour, min int, err error) {
	s = strings.ReplaceAll(strings.TrimSpace(s), ".", ":")
	t, err := time.Parse("15:04", s)
	if err != nil {
		return 0, 0, fmt.Errorf("%q is not a time of day", s)
	}
	return t.Hour(), t.Minute(), nil
}

// Scan implements sql.Scanner for Postgres dates.
func (d *Date) Scan(v any) error {
	switch x := v.(type) {
	case nil:
		*d = Date{}
	case time.Time:
		*d = NewDate(x.Date())
	case string:
		e, err := ParseDate(x)
		if err != nil {
			return err
		}
		*d = e
	default:
		return fmt.Errorf("cannot read a date from %T", v)
	}
	return nil
}

// Value implements driver.Valuer: no date is NULL.
func (d Date) Value() (driver.Value, error) {
	if d.IsZero() {
		return nil, nil
	}
	return d.t, nil
}

// MarshalText writes the date as String does.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText wrote; an empty text is no date.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	e, err := ParseDate(string(b))
	if err != nil {
		return err
	}
	*d = e
	return nil
}
