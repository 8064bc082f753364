package i18n

import (
	"context"
	"fmt"
	"slices"
	"time"

	"samverka/internal/clock"
)

// nbsp keeps "kl. 13.00" and "vecka 47" on one line.
const nbsp = "\u00a0"

// A Day is what can be shown as a date: a civil date, or an instant, of which
// the date in Stockholm is shown. The zero value of either shows as "".
type Day interface{ clock.Date | time.Time }

var months = map[string][12]string{
	Swedish: {"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"},
	English: {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
}

var weekdays = map[string][7]string{
	Swedish: {"söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"},
	English: {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
}

// Date writes d for running text, always with the year: "12 november 2026"
// (Webbriktlinjer R66).
func Date[D Day](ctx context.Context, d D) string {
	c := civil(d)
	if c.IsZero() {
		return ""
	}
	y, m, day := c.YMD()
	return fmt.Sprintf("%d %s %d", day, months[Lang(ctx)][m-1], y)
}

// ShortDate writes d for narrow places such as tables: "2026-11-12".
func ShortDate[D Day](_ context.Context, d D) string { return civil(d).String() }

// LongDate is Date with the day of the week: "torsdag 12 november 2026".
func LongDate[D Day](ctx context.Context, d D) string {
	if civil(d).IsZero() {
		return ""
	}
	return Weekday(ctx, d) + " " + Date(ctx, d)
}

// Weekday is the name of the day: "torsdag".
func Weekday[D Day](ctx context.Context, d D) string {
	return weekdays[Lang(ctx)][civil(d).Weekday()]
}

// Month is the month with its year: "november 2026".
func Month[D Day](ctx context.Context, d D) string {
	y, m, _ := civil(d).YMD()
	return fmt.Sprintf("%s %d", months[Lang(ctx)][m-1], y)
}

// MonthName is the month alone: "november".
func MonthName(ctx context.Context, m time.Month) string { return months[Lang(ctx)][m-1] }

// Week is the ISO week: "vecka 47".
func Week[D Day](ctx context.Context, d D) string {
	_, w := civil(d).ISOWeek()
	return fmt.Sprintf("%s%s%d", speaking(ctx).week, nbsp, w)
}

// Time writes the time of day in Stockholm: "kl. 13.00", in English "13:00".
func Time(ctx context.Context, t time.Time) string {
	c := speaking(ctx)
	return c.at + t.In(clock.Stockholm).Format(c.hours)
}

// TimeRange writes from–to on one day: "kl. 13.00–14.30".
func TimeRange(ctx context.Context, from, to time.Time) string {
	c := speaking(ctx)
	return c.at + from.In(clock.Stockholm).Format(c.hours) + "–" + to.In(clock.Stockholm).Format(c.hours)
}

// DateTime writes both: "12 november 2026 kl. 13.00".
func DateTime(ctx context.Context, t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return Date(ctx, t) + speaking(ctx).dateTime + Time(ctx, t)
}

// Minutes writes a length of time: "45 min", "1 h 35 min".
func Minutes(_ context.Context, n int) string {
	switch h, m := n/60, n%60; {
	case h == 0:
		return fmt.Sprintf("%d%smin", m, nbsp)
	case m == 0:
		return fmt.Sprintf("%d%sh", h, nbsp)
	default:
		return fmt.Sprintf("%d%sh %d%smin", h, nbsp, m, nbsp)
	}
}

func civil[D Day](d D) clock.Date {
	switch d := any(d).(type) {
	case clock.Date:
		return d
	case time.Time:
		return clock.DateOf(d)
	}
	return clock.Date{}
}

// Days makes dates among a message's arguments readable: 2027-02-24 becomes 24 februari 2027.
func Days(ctx context.Context, args []any) []any {
	out := slices.Clone(args)
	for i, a := range out {
		s, ok := a.(string)
		if !ok || i%2 == 0 || len(s) != len("2027-02-24") {
			continue
		}
		if d, err := clock.ParseDate(s); err == nil && d.String() == s {
			out[i] = Date(ctx, d)
		}
	}
	return out
}
