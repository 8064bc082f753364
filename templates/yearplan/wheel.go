package yearplan

import (
	"fmt"
	"math"
	"time"

	"samverka/internal/clock"
	"samverka/internal/yearplan"
)

// The wheel's measures, in the units of its viewBox: twelve months between two rings, dots on the outer one.
const (
	wheelMiddle = 120.0
	wheelInner  = 52.0
	wheelOuter  = 98.0
	wheelDots   = 108.0
	wheelText   = 76.0
)

// Segment is one month of the wheel.
type Segment struct {
	Path  string
	X, Y  string // of the label
	Month int
	Now   bool
}

// Dot is one meeting on the wheel's rim.
type Dot struct {
	X, Y  string
	Class string
}

// segments are the twelve months, January from the top and on clockwise.
func segments(year int, today clock.Date) []Segment {
	ty, tm, _ := today.YMD()
	all := make([]Segment, 12)
	for i := range all {
		from, to := turn(clock.NewDate(year, time.Month(i+1), 1)), turn(clock.NewDate(year, time.Month(i+2), 1))
		if i == 11 {
			to = 1
		}
		ax, ay := at(from, wheelOuter)
		bx, by := at(to, wheelOuter)
		cx, cy := at(to, wheelInner)
		dx, dy := at(from, wheelInner)
		all[i].Path = fmt.Sprintf("M%s %sA%g %g 0 0 1 %s %sL%s %sA%g %g 0 0 0 %s %sZ", ax, ay, wheelOuter, wheelOuter, bx, by, cx, cy, wheelInner, wheelInner, dx, dy)
		all[i].X, all[i].Y = at((from+to)/2, wheelText)
		all[i].Month, all[i].Now = i+1, ty == year && int(tm) == i+1
	}
	return all
}

// turn is how far into its year the day lies, from 0 to 1.
func turn(d clock.Date) float64 {
	y, _, _ := d.YMD()
	first := clock.NewDate(y, time.January, 1)
	return float64(first.DaysUntil(d)) / float64(first.DaysUntil(clock.NewDate(y+1, time.January, 1)))
}

// at is the point of a turn on a ring.
func at(turn, radius float64) (x, y string) {
	a := turn*2*math.Pi - math.Pi/2
	return fmt.Sprintf("%.1f", wheelMiddle+radius*math.Cos(a)), fmt.Sprintf("%.1f", wheelMiddle+radius*math.Sin(a))
}

// dots are the plan's meetings and drafts; what is called off is not there.
func dots(p yearplan.Plan) (all []Dot) {
	put := func(d clock.Date, class string) {
		x, y := at(turn(d), wheelDots)
		all = append(all, Dot{x, y, class})
	}
	for _, m := range p.Meetings {
		switch {
		case m.Status == "cancelled":
		case m.Held():
			put(m.Day(), "wheel-held")
		default:
			put(m.Day(), "wheel-planned")
		}
	}
	for _, d := range p.Kept() {
		put(d.Day(), "wheel-draft")
	}
	return all
}
