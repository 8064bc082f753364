package reminder_test

import (
	"testing"
	"time"

	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/reminder"
	"samverka/internal/yearplan"
)

// A safety committee's chair is told on the agreement's warning day, and once more when the limit has passed; never of what
// is planned in time, nor of what passed long ago (AMF 8a §).
func TestTheChairOfASafetyCommitteeIsRemindedOfItsGap(t *testing.T) {
	t.Parallel()
	committee := yearplan.Committee{GroupID: 5, Name: "FSG VO", ChairID: 7, LastID: 40, Last: clock.NewDate(2027, 1, 12), Months: 3, Days: 75} // the limit is 12 April
	with := func(f func(*yearplan.Committee)) yearplan.Committee {
		c := committee
		f(&c)
		return c
	}
	planned := func(m time.Month, d int) yearplan.Committee {
		return with(func(c *yearplan.Committee) { c.Next = clock.NewDate(2027, m, d) })
	}
	for _, c := range []struct {
		name string
		of   yearplan.Committee
		now  time.Time
		want int64 // -1: nobody is told
	}{
		{"74 days after", committee, at(3, 27, 23), -1},
		{"75 days after: the warning's day", committee, at(3, 28, 7), 80},
		{"the last day", committee, at(4, 12, 7), 80},
		{"the day after it", committee, at(4, 13, 7), 81},
		{"six days after it", committee, at(4, 18, 7), 81},
		{"long after it", committee, at(4, 19, 7), -1},
		{"planned on the last day", planned(4, 12), at(3, 28, 7), -1},
		{"planned a day too late, before the warning's day", planned(4, 13), at(3, 1, 7), -1},
		{"planned a day too late, on it", planned(4, 13), at(3, 28, 7), 80},
		{"no chair", with(func(c *yearplan.Committee) { c.ChairID = 0 }), at(3, 28, 7), -1},
		{"never met", with(func(c *yearplan.Committee) { c.LastID, c.Last = 0, clock.Date{} }), at(3, 28, 7), -1},
	} {
		got := int64(-1)
		for _, a := range reminder.Due(reminder.Facts{Committees: []yearplan.Committee{c.of}}, c.now) {
			if a.Kind != announce.CommitteeGap || a.MeetingID != 40 || len(a.To) != 1 || a.To[0] != 7 || a.On != clock.NewDate(2027, 4, 12) {
				t.Errorf("%s: %+v", c.name, a)
			}
			got = a.Subject
		}
		if got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}
