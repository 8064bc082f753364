package clock

import (
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/se"
)

// redDays are the public holidays (lag 1989:253) and the eves that agreements treat as such: midsummer, Christmas and
// New Year's Eve. Sundays count through the weekday.
var redDays = func() *cal.Calendar {
	c := &cal.Calendar{Name: "Sverige"}
	c.AddHoliday(se.Holidays...)
	return c
}()

// IsWorkingDay reports whether d is Monday to Friday and neither a red day nor midsummer, Christmas or New Year's Eve.
func (d Date) IsWorkingDay() bool {
	if wd := d.Weekday(); wd == time.Saturday || wd == time.Sunday {
		return false
	}
	actual, _, _ := redDays.IsHoliday(d.t)
	return !actual
}

// RedDay is the name of the public holiday or eve on d: "Långfredagen"; "" on other days, Sundays included.
func (d Date) RedDay() string {
	if actual, _, h := redDays.IsHoliday(d.t); actual {
		return h.Name
	}
	return ""
}

// AddMonths is the same day n months after d, or the last day of that month when it is shorter.
func (d Date) AddMonths(n int) Date {
	y, m, day := d.t.Date()
	last := NewDate(y, m+time.Month(n)+1, 0)
	if _, _, most := last.YMD(); day > most {
		return last
	}
	return NewDate(y, m+time.Month(n), day)
}

// OrNextWorkingDay is d, or the first working day after it.
func (d Date) OrNextWorkingDay() Date {
	for !d.IsWorkingDay() {
		d = d.Add(1)
	}
	return d
}

// OrPreviousWorkingDay is d, or the last working day before it.
func (d Date) OrPreviousWorkingDay() Date {
	for !d.IsWorkingDay() {
		d = d.Add(-1)
	}
	return d
}

// AddWorkingDays is the n:th working day after d; d itself is day 0.
func (d Date) AddWorkingDays(n int) Date {
	for n > 0 {
		if d = d.Add(1); d.IsWorkingDay() {
			n--
		}
	}
	return d
}

// Deadline is the last day of a time limit of n days that starts with an event on d. The event's day is day 0; when
// toWorkingDay is set, a last day that is no working day moves to the next one (lag 1930:173 2 § by analogy; the local
// agreement decides, handbook section 11 "Deadline arithmetic").
func Deadline(d Date, n int, toWorkingDay bool) Date {
	last := d.Add(n)
	if toWorkingDay {
		last = last.OrNextWorkingDay()
	}
	return last
}
