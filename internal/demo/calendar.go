package demo

import (
	"time"

	"samverka/internal/clock"
)

// How far the demo reaches.
const (
	pastDays   = 275 // about nine months
	futureDays = 183 // about six
	planAhead  = 186 // meetings are in the calendar half a year before (handbook 5.1)
)

// workday is the n:th working day after d, or before it when n is negative; 0 is d or the working day before it.
func workday(d clock.Date, n int) clock.Date {
	for !d.IsWorkingDay() {
		d = d.Add(-1)
	}
	if n >= 0 {
		return d.AddWorkingDays(n)
	}
	for n < 0 {
		if d = d.Add(-1); d.IsWorkingDay() {
			n++
		}
	}
	return d
}

// before is a working day at least n days before d.
func before(d clock.Date, n int) clock.Date { return workday(d.Add(-n), 0) }

// after is a working day at least n days after d.
func after(d clock.Date, n int) clock.Date { return d.Add(n).OrNextWorkingDay() }

// at is a time of day that differs from thing to thing and is the same every time: n picks it.
func at(d clock.Date, hour, n int) time.Time { return d.At(hour, 3+(n*17)%53) }

// today is the newest working day on which something may have happened by now: before half past nine, yesterday's.
func ongoing(now time.Time) (start time.Time) {
	today := clock.DateOf(now)
	switch d := workday(today, 0); {
	case d != today:
		return d.At(13, 0)
	case now.Before(today.At(9, 30)):
		return workday(today, -1).At(13, 0)
	case now.Before(today.At(13, 30)):
		return today.At(9, 0)
	default:
		return today.At(13, 0)
	}
}
