package ical

import (
	"context"
	"strconv"
	"time"

	"samverka/internal/i18n"
)

// Sitting is a group's meeting, or one sitting of an APT, on its way into a calendar. It holds nothing of what is to be
// talked about: calendars are shared with colleagues and lie in other people's computers.
type Sitting struct {
	UID       string
	Sequence  int
	Stamp     time.Time // when what stands here was written
	Starts    time.Time
	Ends      time.Time
	MeetingID int64 // 0: of an APT
	APTID     int64
	Name      string // of the group, or of the APT's unit
	Place     string
	Called    bool // those who are to come have been told
	Cancelled bool
}

// Event is the entry, in the organisation's language and with a link to the page where everything stands.
func (s Sitting) Event(base string) Event {
	ctx := i18n.With(context.Background(), i18n.Swedish)
	e := Event{UID: s.UID, Sequence: s.Sequence, Stamp: s.Stamp, Start: s.Starts, End: s.Ends, Location: s.Place, Status: Tentative}
	if s.APTID != 0 {
		e.Summary, e.URL = i18n.T(ctx, "calendar.summary.apt", "Unit", s.Name), base+"/apt/"+strconv.FormatInt(s.APTID, 10)
	} else {
		e.Summary, e.URL = i18n.T(ctx, "calendar.summary.meeting", "Group", s.Name), base+"/moten/"+strconv.FormatInt(s.MeetingID, 10)
	}
	e.Description = i18n.T(ctx, "calendar.description", "Link", e.URL)
	switch {
	case s.Cancelled:
		e.Status, e.Summary = Cancelled, i18n.T(ctx, "calendar.summary.cancelled", "Summary", e.Summary)
	case s.Called:
		e.Status = Confirmed
	}
	return e
}
