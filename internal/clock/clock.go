// Package clock is the one clock: Swedish civil dates and times, and the working days of the Swedish calendar.
// Nothing else in the product reads the wall clock.
package clock

import (
	"sync"
	"time"
	_ "time/tzdata" // the zone must be there on the smallest image too
)

// Stockholm is the time zone of every date and time that a person sees.
var Stockholm = mustLoad("Europe/Stockholm")

func mustLoad(name string) *time.Location {
	l, err := time.LoadLocation(name)
	if err != nil {
		panic(err) // the zone database is compiled in
	}
	return l
}

// Clock tells the time.
type Clock interface{ Now() time.Time }

// System is the machine's clock, in Europe/Stockholm, cut to microseconds as Postgres keeps them.
type System struct{}

// Now implements Clock.
func (System) Now() time.Time { return time.Now().In(Stockholm).Truncate(time.Microsecond) }

// Test is a clock that stands still until it is set. The zero value stands at year 1; it is safe for concurrent use.
type Test struct {
	mu  sync.Mutex
	now time.Time
}

// NewTest returns a clock that stands at t.
func NewTest(t time.Time) *Test { return &Test{now: t.In(Stockholm)} }

// Now implements Clock.
func (c *Test) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// Set moves the clock to t.
func (c *Test) Set(t time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = t.In(Stockholm)
}
