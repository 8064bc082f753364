package yearplan

import (
	"slices"
	"time"

	"samverka/internal/clock"
)

// The kinds of rules.
const (
	Weeks        = "weeks"         // a weekday every n:th week
	MonthWeekday = "month_weekday" // the n:th weekday of every n:th month
	MonthDay     = "month_day"     // a day of every n:th month
)

// Last is the nth that means the month's last such weekday.
const Last = 5

// What becomes of a meeting on a day to be avoided.
const (
	Move = "move" // to another working day of the same week, the next one first
	Skip = "skip"
)

// Rule says on which days a series meets.
type Rule struct {
	Kind      string
	Every     int // weeks or months from the first one
	Weekday   int // 1 is Monday
	Nth       int // 1-4, or Last
	MonthDay  int // the month's last day when it is shorter
	From      clock.Date
	Until     clock.Date // zero: until further notice
	SkipWeeks []int      // ISO weeks
	OnDayOff  string     // Move or Skip
	Breaks    bool       // school breaks are avoided as days off are
}

// Break is one of the organisation's school breaks.
type Break struct {
	ID      int64
	Name    string
	FirstOn clock.Date
	LastOn  clock.Date
}

func (b Break) holds(d clock.Date) bool { return !d.Before(b.FirstOn) && !d.After(b.LastOn) }

// Why a series does not meet on the day that its rule gives.
type Why string

// The reasons.
const (
	AsPlanned   Why = ""
	DayOff      Why = "day_off"
	SchoolBreak Why = "school_break"
	SkippedWeek Why = "skipped_week"
)

// Occasion is one day that the rule gives, and what became of it.
type Occasion struct {
	RuleDay clock.Date
	Day     clock.Date // zero: skipped
	Why     Why
	Name    string // of the red day or the break; "" for weekends
}

// Moved reports whether the occasion lies on another day than the rule's.
func (o Occasion) Moved() bool { return !o.Day.IsZero() && o.Day != o.RuleDay }

// Dates lists the days that the rule gives from one day to another, both included, with what was moved or skipped and why.
func (r Rule) Dates(from, until clock.Date, breaks []Break) []Occasion {
	if from.Before(r.From) {
		from = r.From
	}
	if !r.Until.IsZero() && until.After(r.Until) {
		until = r.Until
	}
	if !r.Breaks {
		breaks = nil
	}
	var all []Occasion
	for step := 0; ; step++ {
		first, day := r.day(step)
		if first.After(until) {
			return all
		}
		if !day.Before(from) && !day.After(until) {
			all = append(all, r.settle(day, breaks))
		}
	}
}

// day is the rule's day in its step:th week or month, and that week's or month's first day.
func (r Rule) day(step int) (first, day clock.Date) {
	every := max(r.Every, 1)
	if r.Kind == Weeks {
		monday := r.From.Add(1 - isoWeekday(r.From) + 7*every*step)
		return monday, monday.Add(r.Weekday - 1)
	}
	y, m, _ := r.From.YMD()
	first = clock.NewDate(y, m+time.Month(every*step), 1)
	last := first.AddMonths(1).Add(-1)
	if r.Kind == MonthDay {
		_, _, most := last.YMD()
		return first, first.Add(min(r.MonthDay, most) - 1)
	}
	if r.Nth == Last {
		return first, last.Add(-((isoWeekday(last) - r.Weekday + 7) % 7))
	}
	return first, first.Add((r.Weekday-isoWeekday(first)+7)%7 + 7*(r.Nth-1))
}

// settle keeps the day, moves it within its week, or skips it.
func (r Rule) settle(day clock.Date, breaks []Break) Occasion {
	o := Occasion{RuleDay: day}
	if _, week := day.ISOWeek(); slices.Contains(r.SkipWeeks, week) {
		o.Why = SkippedWeek
		return o
	}
	if o.Why, o.Name = avoided(day, breaks); o.Why == AsPlanned {
		o.Day = day
		return o
	}
	if r.OnDayOff == Skip {
		return o
	}
	monday := day.Add(1 - isoWeekday(day))
	for _, d := range nearest(day, monday) {
		if why, _ := avoided(d, breaks); why == AsPlanned {
			o.Day = d
			return o
		}
	}
	return o
}

// nearest are the other days of the week: those after the day in order, then those before it, the closest first.
func nearest(day, monday clock.Date) (all []clock.Date) {
	for d := day.Add(1); !d.After(monday.Add(4)); d = d.Add(1) {
		all = append(all, d)
	}
	for d := day.Add(-1); !d.Before(monday); d = d.Add(-1) {
		all = append(all, d)
	}
	return all
}

func avoided(day clock.Date, breaks []Break) (Why, string) {
	if !day.IsWorkingDay() {
		return DayOff, day.RedDay()
	}
	for _, b := range breaks {
		if b.holds(day) {
			return SchoolBreak, b.Name
		}
	}
	return AsPlanned, ""
}

func isoWeekday(d clock.Date) int { return (int(d.Weekday())+6)%7 + 1 }
