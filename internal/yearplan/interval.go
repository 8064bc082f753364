package yearplan

import (
	"samverka/internal/clock"
	"samverka/internal/organisation"
)

// Interval is how a safety committee stands against the rule that it meets at least once every third month (AMF 8a §; the
// agreement may say less, never more). Planned meetings count as soon as they are published.
type Interval struct {
	Last  clock.Date // the latest meeting held; zero: none
	Next  clock.Date // the next one planned; zero: none
	Limit clock.Date // the last day for the next one; zero: none has been held
}

// IntervalState is what is to be said of an interval.
type IntervalState string

// The states.
const (
	InTime  IntervalState = ""         // the next meeting lies within the limit, or it is early yet
	Near    IntervalState = "near"     // nothing is planned, and the warning's day has come
	TooLong IntervalState = "too_long" // the next meeting lies after the limit
	Passed  IntervalState = "passed"   // the limit has passed, and nothing is planned
	Never   IntervalState = "never"    // no meeting has been held, and none is planned
)

// IntervalOf is the interval after the latest meeting held.
func IntervalOf(last, next clock.Date, a organisation.Agreement) Interval {
	i := Interval{Last: last, Next: next}
	if !last.IsZero() {
		i.Limit = last.AddMonths(a.SafetyGapMonths)
	}
	return i
}

// State says how the interval stands on a day. It warns from the agreement's number of days after the latest meeting; a
// next meeting that is planned too late warns at once.
func (i Interval) State(today clock.Date, a organisation.Agreement) IntervalState {
	switch {
	case i.Last.IsZero() && i.Next.IsZero():
		return Never
	case i.Last.IsZero():
		return InTime
	case i.Next.IsZero() && today.After(i.Limit):
		return Passed
	case i.Next.IsZero() && !today.Before(i.Last.Add(a.SafetyWarnDays)):
		return Near
	case !i.Next.IsZero() && i.Next.After(i.Limit):
		return TooLong
	}
	return InTime
}

// Gaps lists the intervals from the latest meeting held on that break the rule or come close: days are those of meetings
// held and planned, in order. It is what a plan is read for before it is published.
func Gaps(days []clock.Date, today clock.Date, a organisation.Agreement) []Interval {
	var last clock.Date
	var coming []clock.Date
	for _, d := range days {
		if d.Before(today) {
			last = d
		} else {
			coming = append(coming, d)
		}
	}
	var all []Interval
	for _, next := range append(coming, clock.Date{}) {
		i := IntervalOf(last, next, a)
		if i.State(today, a) != InTime {
			all = append(all, i)
		}
		last = next
	}
	return all
}
