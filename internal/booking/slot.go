package booking

import (
	"cmp"
	"slices"
	"time"

	"samverka/internal/clock"
)

// Slot is a time when a union or safety representative can meet: every week on a weekday while it holds, or on one day.
type Slot struct {
	ID         int64
	PersonID   int64
	Weekday    int // 1 is Monday, 7 Sunday; 0: on one day, ValidFrom
	From       int // minutes of the day
	Until      int
	ValidFrom  clock.Date
	ValidUntil clock.Date // last day; zero: until further notice
}

// Weekly reports whether the slot comes every week.
func (s Slot) Weekly() bool { return s.Weekday != 0 }

func (s Slot) valid(day clock.Date) bool {
	return !day.Before(s.ValidFrom) && (s.ValidUntil.IsZero() || !day.After(s.ValidUntil))
}

func (s Slot) on(day clock.Date) bool {
	return s.valid(day) && (!s.Weekly() || s.Weekday == isoWeekday(day))
}

func isoWeekday(day clock.Date) int { return (int(day.Weekday())+6)%7 + 1 }

// speaksOf reports whether somebody with this slot has thereby said when they can meet in the day's week: a weekly slot
// speaks of every week while it holds, a single day of its own week.
func (s Slot) speaksOf(day clock.Date) bool {
	if s.Weekly() {
		return s.valid(day)
	}
	y, w := day.ISOWeek()
	sy, sw := s.ValidFrom.ISOWeek()
	return y == sy && w == sw
}

// released reports whether the person has said when they can meet in that week, and whether what they have said covers the
// whole time. Slots that meet end to end count as one.
func released(slots []Slot, person int64, starts, ends time.Time) (published, covered bool) {
	day := clock.DateOf(starts)
	var mine []Slot
	for _, s := range slots {
		if s.PersonID != person {
			continue
		}
		published = published || s.speaksOf(day)
		if s.on(day) {
			mine = append(mine, s)
		}
	}
	if clock.DateOf(ends) != day {
		return published, false
	}
	slices.SortFunc(mine, func(a, b Slot) int { return cmp.Compare(a.From, b.From) })
	from, until := minuteOf(starts), minuteOf(ends)
	for _, s := range mine {
		if s.From <= from && s.Until > from {
			from = s.Until
		}
	}
	return published, from >= until
}

func minuteOf(t time.Time) int {
	t = t.In(clock.Stockholm)
	return t.Hour()*60 + t.Minute()
}
