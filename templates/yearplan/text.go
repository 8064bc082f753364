package yearplan

import (
	"context"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"samverka/internal/booking"
	"samverka/internal/clock"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/internal/yearplan"
	"samverka/templates/ui"
)

// Name is what the plan is called: the group, or the unit's APT.
func Name(ctx context.Context, s yearplan.Scope, name string) string {
	if s.UnitID != 0 {
		return i18n.T(ctx, "year.name.apt", "Unit", name)
	}
	return name
}

func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// weekday is the name of a day of the week, 1 is Monday.
func weekday(ctx context.Context, n int) string {
	return i18n.Weekday(ctx, clock.NewDate(2027, time.January, 3+n)) // 4 January 2027 is a Monday
}

// monthName is the month without its year.
func monthName(ctx context.Context, n int) string {
	return strings.Fields(i18n.Month(ctx, clock.NewDate(2027, time.Month(n), 1)))[0]
}

// monthShort fits into the wheel.
func monthShort(ctx context.Context, n int) string {
	r := []rune(monthName(ctx, n))
	return string(r[:min(len(r), 3)])
}

// TimeOf writes minutes of the day as a form wants them.
func TimeOf(minutes int) string {
	return clock.NewDate(2027, time.January, 4).At(minutes/60, minutes%60).Format("15:04")
}

func timeRange(ctx context.Context, from, until int) string {
	d := clock.NewDate(2027, time.January, 4)
	return i18n.TimeRange(ctx, d.At(from/60, from%60), d.At(until/60, until%60))
}

var nthKeys = map[int]string{1: "year.nth.first", 2: "year.nth.second", 3: "year.nth.third", 4: "year.nth.fourth", yearplan.Last: "year.nth.last"}

// Rule says a series' rule in words: "Var 3:e torsdag", "Andra tisdagen varje månad".
func Rule(ctx context.Context, r yearplan.Rule) string {
	day := weekday(ctx, max(r.Weekday, 1))
	switch r.Kind {
	case yearplan.Weeks:
		switch r.Every {
		case 1:
			return i18n.T(ctx, "year.rule.every_week", "Day", day)
		case 2:
			return i18n.T(ctx, "year.rule.every_other_week", "Day", day)
		}
		return i18n.T(ctx, "year.rule.weeks", "Day", day, "N", r.Every)
	case yearplan.MonthDay:
		return i18n.T(ctx, "year.rule.month_day", "No", r.MonthDay, "Months", months(ctx, r.Every))
	}
	return capital(i18n.T(ctx, "year.rule.month_weekday", "Nth", i18n.T(ctx, nthKeys[r.Nth]), "Day", day, "Months", months(ctx, r.Every)))
}

func months(ctx context.Context, every int) string {
	switch every {
	case 1:
		return i18n.T(ctx, "year.rule.every_month")
	case 2:
		return i18n.T(ctx, "year.rule.every_other_month")
	}
	return i18n.T(ctx, "year.rule.months", "N", every)
}

// seriesAbout is the second line of a series: when on the day, where, and from when to when.
func seriesAbout(ctx context.Context, s yearplan.Series) string {
	parts := []string{timeRange(ctx, s.Starts, s.Starts+s.Minutes)}
	if s.Place != "" {
		parts = append(parts, s.Place)
	}
	if s.Until.IsZero() {
		parts = append(parts, i18n.T(ctx, "year.series.from", "From", i18n.Date(ctx, s.From)))
	} else {
		parts = append(parts, i18n.T(ctx, "year.series.span", "From", i18n.Date(ctx, s.From), "Until", i18n.Date(ctx, s.Until)))
	}
	return strings.Join(parts, " · ")
}

var clashKeys = map[booking.Kind]string{booking.Person: "year.clash.person", booking.Room: "year.clash.room", booking.Unreleased: "year.clash.unreleased"}

// clash says what speaks against a draft's time.
func clash(ctx context.Context, c booking.Clash) string {
	return i18n.T(ctx, clashKeys[c.Kind], "People", i18n.List(ctx, c.People), "Title", c.Title, "Place", c.Place, "Time", i18n.TimeRange(ctx, c.Starts, c.Ends))
}

var classKeys = map[string]string{matter.Information: "year.class.information", matter.EarlyDialogue: "year.class.early_dialogue", matter.FollowUp: "year.class.follow_up"}

var whyKeys = map[yearplan.Why]string{yearplan.DayOff: "year.why.day_off", yearplan.SchoolBreak: "year.why.school_break", yearplan.SkippedWeek: "year.why.skipped_week"}

// why says why a series does not meet on the day of its rule: "Kristi himmelsfärds dag", "sportlov", "helg".
func why(ctx context.Context, o yearplan.Occasion) string {
	if o.Name != "" {
		return o.Name
	}
	return i18n.T(ctx, whyKeys[o.Why])
}

var stateKeys = map[string]string{"planned": "year.state.planned", "open": "year.state.open", "closed": "year.state.closed", "cancelled": "year.state.cancelled"}

var stateTones = map[string]ui.Tone{"open": ui.Success, "cancelled": ui.Warning}

// state is a published meeting's tag.
func state(ctx context.Context, m yearplan.Meeting) (string, ui.Tone) {
	switch {
	case m.Moved:
		return i18n.T(ctx, "year.state.moved"), ui.Warning
	case m.Status == "planned" && m.Called:
		return i18n.T(ctx, "year.state.called"), ui.Info
	}
	return i18n.T(ctx, stateKeys[m.Status]), stateTones[m.Status]
}

// when is the line of a meeting or draft: "Torsdag 14 april 2027 kl. 13.00–15.00".
func when(ctx context.Context, from, until time.Time) string {
	return capital(i18n.LongDate(ctx, from)) + " " + i18n.TimeRange(ctx, from, until)
}

// Interval says how a safety committee stands against the rule of its meetings; "" when all is well.
func Interval(ctx context.Context, i yearplan.Interval, s yearplan.IntervalState) string {
	args := []any{"Last", i18n.Date(ctx, i.Last), "Next", i18n.Date(ctx, i.Next), "Limit", i18n.Date(ctx, i.Limit)}
	switch s {
	case yearplan.Near:
		return i18n.T(ctx, "year.interval.near", args...)
	case yearplan.Passed:
		return i18n.T(ctx, "year.interval.passed", args...)
	case yearplan.TooLong:
		return i18n.T(ctx, "year.interval.too_long", args...)
	case yearplan.Never:
		return i18n.T(ctx, "year.interval.never")
	}
	return ""
}

func intervalTone(s yearplan.IntervalState) ui.Tone {
	if s == yearplan.Passed {
		return ui.Danger
	}
	return ui.Warning
}

// slotText is a published time in words: "Onsdagar kl. 13.00–16.00".
func slotText(ctx context.Context, s booking.Slot) string {
	if s.Weekly() {
		return i18n.T(ctx, "booking.slot.weekly", "Day", capital(weekday(ctx, s.Weekday)), "Time", timeRange(ctx, s.From, s.Until))
	}
	return capital(i18n.LongDate(ctx, s.ValidFrom)) + " " + timeRange(ctx, s.From, s.Until)
}

func slotAbout(ctx context.Context, s booking.Slot) string {
	switch {
	case !s.Weekly():
		return ""
	case s.ValidUntil.IsZero():
		return i18n.T(ctx, "booking.slot.from", "From", i18n.Date(ctx, s.ValidFrom))
	}
	return i18n.T(ctx, "booking.slot.span", "From", i18n.Date(ctx, s.ValidFrom), "Until", i18n.Date(ctx, s.ValidUntil))
}

func options(n int, label func(int) string, chosen string) []ui.Option {
	all := make([]ui.Option, n)
	for i := range all {
		v := strconv.Itoa(i + 1)
		all[i] = ui.Option{Value: v, Label: label(i + 1), Selected: v == chosen}
	}
	return all
}
