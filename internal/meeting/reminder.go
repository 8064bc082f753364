package meeting

import (
	"slices"
	"time"

	"samverka/internal/clock"
	"samverka/internal/db"
)

// ReminderDays are how long after being asked an adjuster who has not answered is reminded (handbook 5.2). After the last
// one the chair names a substitute; silence never approves.
var ReminderDays = []int{3, 7, 10}

// Reminder is one adjuster who is due to be reminded.
type Reminder struct {
	MeetingID int64
	PersonID  int64
	Version   int       // of the minutes
	AskedAt   time.Time // when the person was asked about it
	DueOn     clock.Date
	Day       int // which of ReminderDays has come last
}

// Subject is what the reminder is about, for announcements: each person is reminded of the same once.
func (r Reminder) Subject() int64 { return versioned(r.MeetingID, r.Version)<<4 | int64(r.Day) }

// reminded is the last of ReminderDays that has come at today; ok: one has.
func reminded(asked, today clock.Date) (day int, ok bool) {
	for _, d := range ReminderDays {
		if asked.DaysUntil(today) >= d {
			day, ok = d, true
		}
	}
	return day, ok
}

// RemindersDue queues the organisation's adjusters who have been asked and have not answered, and are due to be reminded at
// now. Those who have answered, are replaced, or whose minutes are approved are not among them. Whoever sends them sees to
// that each (person, Subject) is sent once. The returned function completes dst once the batch has been sent.
func RemindersDue(b *db.Batch, dst *[]Reminder, now time.Time) func() {
	db.Many(b, dst, `
		SELECT aj.meeting_id, aj.person_id, mi.version, aj.asked_at, mi.due_on, 0 AS day
		FROM   adjusters aj JOIN minutes mi ON mi.org_id = aj.org_id AND mi.meeting_id = aj.meeting_id
		WHERE  mi.status = 'sent' AND aj.answer IS NULL AND aj.replaced_at IS NULL AND aj.asked_at IS NOT NULL
		ORDER  BY aj.meeting_id, aj.person_id`)
	today := clock.DateOf(now)
	return func() {
		*dst = slices.DeleteFunc(*dst, func(r Reminder) bool {
			_, due := reminded(clock.DateOf(r.AskedAt), today)
			return !due
		})
		for i, r := range *dst {
			(*dst)[i].Day, _ = reminded(clock.DateOf(r.AskedAt), today)
		}
	}
}
