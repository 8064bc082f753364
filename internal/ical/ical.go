// Package ical writes iCalendar objects (RFC 5545) and the messages that calendars exchange with them (RFC 5546), through
// a library behind our own small types. It knows neither the database nor the web.
//
// Times are written in UTC: each meeting is an entry of its own, so no rule of summer time is needed to read it, and it
// stands at the right hour in every calendar, on both sides of the last Sundays in March and October.
package ical

import (
	"net/url"
	"strconv"
	"strings"
	"time"
	"unicode"

	ics "github.com/arran4/golang-ical"
)

// Method is what a calendar is to do with the entries.
type Method string

// The methods. Without one, the object is a calendar to read (RFC 5545, 3.7.2).
const (
	None    Method = ""
	Request Method = "REQUEST" // put into the calendar, or change what stands there
	Cancel  Method = "CANCEL"  // take out of it
)

// Status is how sure an entry is.
type Status string

// The statuses of an entry (RFC 5545, 3.8.1.11).
const (
	Confirmed Status = "CONFIRMED"
	Tentative Status = "TENTATIVE"
	Cancelled Status = "CANCELLED"
)

// Person is one end of an invitation.
type Person struct{ Name, Email string }

// Event is one entry. UID stays the same for as long as the meeting is the same, also when it moves; Sequence grows each
// time it changes, or calendars keep what they have.
type Event struct {
	UID         string
	Sequence    int
	Stamp       time.Time // when what stands here was written
	Start, End  time.Time
	Summary     string
	Location    string
	Description string
	URL         string
	Status      Status
	Organizer   Person // zero: nobody is named
	Attendee    Person // zero: nobody is named. Only ever the one who reads it
}

// Calendar is one iCalendar object.
type Calendar struct {
	Method  Method
	Name    string        // as the reader's program shows it
	Refresh time.Duration // how often to read it again; 0: not said
	Events  []Event
}

// Type is the media type of the object, with its method (RFC 6047, 2.4).
func (c Calendar) Type() string {
	if c.Method == None {
		return "text/calendar"
	}
	return "text/calendar; method=" + string(c.Method)
}

// Bytes is the object as it goes over the wire: lines end in CRLF, are at most 75 octets long and cut no letter in two.
func (c Calendar) Bytes() []byte {
	cal := ics.NewCalendar()
	cal.SetProductId("-//Samverka//Samverka//SV")
	cal.SetCalscale("GREGORIAN")
	if c.Method != None {
		cal.SetMethod(ics.Method(c.Method))
	}
	if c.Name != "" {
		cal.SetXWRCalName(clean(c.Name))
	}
	if c.Refresh > 0 {
		every := "PT" + strconv.Itoa(int(c.Refresh.Minutes())) + "M"
		cal.SetRefreshInterval(every)
		cal.SetXPublishedTTL(every)
	}
	for _, e := range c.Events {
		cal.AddVEvent(e.entry())
	}
	return []byte(cal.Serialize(ics.WithNewLineWindows))
}

func (e Event) entry() *ics.VEvent {
	v := ics.NewEvent(clean(e.UID))
	v.SetDtStampTime(e.Stamp)
	v.SetSequence(e.Sequence)
	v.SetStartAt(e.Start)
	v.SetEndAt(e.End)
	v.SetSummary(clean(e.Summary))
	if e.Location != "" {
		v.SetLocation(clean(e.Location))
	}
	if e.Description != "" {
		v.SetDescription(clean(e.Description))
	}
	if e.URL != "" {
		v.SetURL(oneLine(e.URL))
	}
	v.SetStatus(ics.ObjectStatus(e.Status))
	transparency := ics.TransparencyOpaque
	if e.Status == Cancelled {
		transparency = ics.TransparencyTransparent
	}
	v.SetTimeTransparency(transparency)
	if e.Organizer.Email != "" {
		v.SetOrganizer(mailto(e.Organizer.Email), ics.WithCN(parameter(e.Organizer.Name)))
	}
	if e.Attendee.Email != "" {
		v.AddAttendee(mailto(e.Attendee.Email), ics.WithCN(parameter(e.Attendee.Name)), ics.ParticipationRoleReqParticipant,
			ics.ParticipationStatusNeedsAction, ics.WithRSVP(false))
	}
	return v
}

// clean makes lines of a text end in line feeds, and takes away what iCalendar texts may not hold: other control
// characters (RFC 5545, 3.1) and bytes that are no letters.
func clean(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n").Replace(strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && unicode.IsControl(r) {
			return -1
		}
		return r
	}, s)
}

func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(clean(s), unicode.IsSpace), " ")
}

// parameter is a name as it may stand beside an address: there no sign can be escaped, so those that would end the name
// give way to spaces.
func parameter(s string) string {
	return oneLine(strings.NewReplacer(`"`, " ", ",", " ", ";", " ", ":", " ", `\`, " ", "'", "’").Replace(s))
}

func mailto(address string) string {
	return "mailto:" + url.PathEscape(strings.ReplaceAll(oneLine(address), " ", ""))
}
