package yearplan

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/clock"
)

func on(y int, m time.Month, d int) clock.Date { return clock.NewDate(y, m, d) }

// told is an occasion as a line: the rule's day, what became of it, and why.
func told(os []Occasion) (lines []string) {
	for _, o := range os {
		switch {
		case o.Day.IsZero():
			lines = append(lines, fmt.Sprintf("%s skipped: %s %s", o.RuleDay, o.Why, o.Name))
		case o.Moved():
			lines = append(lines, fmt.Sprintf("%s to %s: %s %s", o.RuleDay, o.Day, o.Why, o.Name))
		default:
			lines = append(lines, o.Day.String())
		}
	}
	return lines
}

func TestDates(t *testing.T) {
	t.Parallel()
	winter := []Break{{Name: "Sportlov", FirstOn: on(2027, 3, 1), LastOn: on(2027, 3, 7)}, {Name: "Höstlov", FirstOn: on(2027, 11, 1), LastOn: on(2027, 11, 5)}}
	for _, tc := range []struct {
		name        string
		rule        Rule
		from, until clock.Date
		want        []string
	}{
		{"every third Thursday", Rule{Kind: Weeks, Every: 3, Weekday: 4, From: on(2027, 1, 14), OnDayOff: Move}, on(2027, 1, 1), on(2027, 6, 30),
			[]string{"2027-01-14", "2027-02-04", "2027-02-25", "2027-03-18", "2027-04-08", "2027-04-29", "2027-05-20", "2027-06-10"}},
		{"the first week's day has passed when the series begins", Rule{Kind: Weeks, Every: 2, Weekday: 1, From: on(2027, 1, 14), OnDayOff: Move}, on(2027, 1, 1), on(2027, 2, 28),
			[]string{"2027-01-25", "2027-02-08", "2027-02-22"}},
		{"a red day moves within its week", Rule{Kind: Weeks, Every: 1, Weekday: 4, From: on(2027, 4, 29), Until: on(2027, 5, 13), OnDayOff: Move}, on(2027, 1, 1), on(2027, 12, 31),
			[]string{"2027-04-29", "2027-05-06 to 2027-05-07: day_off Kristi himmelsfärds dag", "2027-05-13"}},
		{"Good Friday moves back to Thursday", Rule{Kind: Weeks, Every: 1, Weekday: 5, From: on(2027, 3, 26), Until: on(2027, 3, 26), OnDayOff: Move}, on(2027, 1, 1), on(2027, 12, 31),
			[]string{"2027-03-26 to 2027-03-25: day_off Långfredagen"}},
		{"a red day is skipped when the series says so", Rule{Kind: Weeks, Every: 1, Weekday: 4, From: on(2027, 5, 6), Until: on(2027, 5, 13), OnDayOff: Skip}, on(2027, 1, 1), on(2027, 12, 31),
			[]string{"2027-05-06 skipped: day_off Kristi himmelsfärds dag", "2027-05-13"}},
		{"a whole week of school break is skipped", Rule{Kind: Weeks, Every: 1, Weekday: 3, From: on(2027, 2, 24), Until: on(2027, 3, 10), OnDayOff: Move, Breaks: true}, on(2027, 1, 1), on(2027, 12, 31),
			[]string{"2027-02-24", "2027-03-03 skipped: school_break Sportlov", "2027-03-10"}},
		{"school breaks are not everybody's", Rule{Kind: Weeks, Every: 1, Weekday: 3, From: on(2027, 2, 24), Until: on(2027, 3, 10), OnDayOff: Move}, on(2027, 1, 1), on(2027, 12, 31),
			[]string{"2027-02-24", "2027-03-03", "2027-03-10"}},
		{"weeks to skip, week 53 among them", Rule{Kind: Weeks, Every: 1, Weekday: 1, From: on(2026, 12, 14), SkipWeeks: []int{52, 53, 1}, OnDayOff: Move}, on(2026, 12, 1), on(2027, 1, 12),
			[]string{"2026-12-14", "2026-12-21 skipped: skipped_week ", "2026-12-28 skipped: skipped_week ", "2027-01-04 skipped: skipped_week ", "2027-01-11"}},
		{"every second week goes on over week 53", Rule{Kind: Weeks, Every: 2, Weekday: 2, From: on(2026, 12, 1), OnDayOff: Move}, on(2026, 12, 1), on(2027, 1, 31),
			[]string{"2026-12-01", "2026-12-15", "2026-12-29", "2027-01-12", "2027-01-26"}},
		{"the second Tuesday of every month", Rule{Kind: MonthWeekday, Every: 1, Weekday: 2, Nth: 2, From: on(2027, 1, 1), OnDayOff: Move}, on(2027, 1, 1), on(2027, 4, 30),
			[]string{"2027-01-12", "2027-02-09", "2027-03-09", "2027-04-13"}},
		{"the last Friday of every second month", Rule{Kind: MonthWeekday, Every: 2, Weekday: 5, Nth: Last, From: on(2027, 1, 20), OnDayOff: Move}, on(2027, 1, 1), on(2027, 12, 31),
			[]string{"2027-01-29", "2027-03-26 to 2027-03-25: day_off Långfredagen", "2027-05-28", "2027-07-30", "2027-09-24", "2027-11-26"}},
		{"the 15th, to the Friday before when it is a Saturday", Rule{Kind: MonthDay, Every: 1, MonthDay: 15, From: on(2027, 4, 1), OnDayOff: Move}, on(2027, 4, 1), on(2027, 6, 30),
			[]string{"2027-04-15", "2027-05-15 to 2027-05-14: day_off ", "2027-06-15"}},
		{"the 31st is the last day of a shorter month", Rule{Kind: MonthDay, Every: 1, MonthDay: 31, From: on(2028, 1, 1), OnDayOff: Move}, on(2028, 1, 1), on(2028, 4, 30),
			[]string{"2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30 to 2028-04-28: day_off "}},
		{"a week that is red on both sides", Rule{Kind: Weeks, Every: 1, Weekday: 5, From: on(2026, 12, 25), Until: on(2026, 12, 25), OnDayOff: Move}, on(2026, 12, 1), on(2026, 12, 31),
			[]string{"2026-12-25 to 2026-12-23: day_off Juldagen"}},
		{"only between the days asked for", Rule{Kind: Weeks, Every: 1, Weekday: 1, From: on(2020, 1, 6), OnDayOff: Move}, on(2027, 2, 2), on(2027, 2, 15),
			[]string{"2027-02-08", "2027-02-15"}},
		{"an end before the beginning", Rule{Kind: Weeks, Every: 1, Weekday: 1, From: on(2027, 2, 1), OnDayOff: Move}, on(2027, 1, 1), on(2027, 1, 31), nil},
	} {
		if diff := cmp.Diff(tc.want, told(tc.rule.Dates(tc.from, tc.until, winter))); diff != "" {
			t.Errorf("%s: want - got +\n%s", tc.name, diff)
		}
	}
}

// Over many years: no meeting on a day to be avoided, in another week than the rule's, or twice for one rule day; and
// every step of the rule is accounted for.
func TestDatesOverTheYears(t *testing.T) {
	t.Parallel()
	for year := 2024; year <= 2040; year++ {
		breaks := Proposals(year)
		for _, r := range []Rule{
			{Kind: Weeks, Every: 1, Weekday: 1}, {Kind: Weeks, Every: 3, Weekday: 4}, {Kind: Weeks, Every: 2, Weekday: 5},
			{Kind: MonthWeekday, Every: 1, Weekday: 3, Nth: 1}, {Kind: MonthWeekday, Every: 1, Weekday: 2, Nth: Last}, {Kind: MonthDay, Every: 1, MonthDay: 31},
		} {
			r.From, r.OnDayOff, r.Breaks = on(year, 1, 1), Move, true
			os := r.Dates(on(year, 1, 1), on(year, 12, 31), breaks)
			steps := map[string]int{Weeks: 52 / r.Every, MonthWeekday: 12, MonthDay: 12}[r.Kind]
			if len(os) < steps || len(os) > steps+1 {
				t.Errorf("%d %+v: %d occasions, want %d or one more", year, r, len(os), steps)
			}
			for i, o := range os {
				if i > 0 && !o.RuleDay.After(os[i-1].RuleDay) {
					t.Errorf("%d %s does not come after %s", year, o.RuleDay, os[i-1].RuleDay)
				}
				if o.Day.IsZero() {
					continue
				}
				if why, name := avoided(o.Day, breaks); why != AsPlanned {
					t.Errorf("%d %+v: %s is %s %s", year, r, o.Day, why, name)
				}
				ry, rw := o.RuleDay.ISOWeek()
				dy, dw := o.Day.ISOWeek()
				if ry != dy || rw != dw {
					t.Errorf("%d: %s was moved to %s, another week", year, o.RuleDay, o.Day)
				}
				// The hour on the wall is the same in winter and summer.
				if got := o.Day.At(13, 0).Format("15:04"); got != "13:00" {
					t.Errorf("%s at 13:00 is %s", o.Day, got)
				}
			}
		}
	}
}
