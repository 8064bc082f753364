package matter

import (
	"slices"
	"time"

	"samverka/internal/clock"
)

// Union names one union.
type Union struct {
	ID   int64
	Name string
}

func (s Seat) holds(day clock.Date) bool {
	return !day.Before(s.From) && (s.Until.IsZero() || !day.After(s.Until))
}

// Covered reports whether the samverkansavtal holds for the seat's union on day: agreements are per union, and what
// counts is the day of the treatment (handbook 4.3 "Split regime").
func (s Seat) Covered(day clock.Date) bool {
	return s.Collective && slices.ContainsFunc(s.agreements(), func(p period) bool { return p.holds(day) })
}

// period is days on which something holds; no last day: until further notice.
type period struct{ from, until clock.Date }

func (p period) holds(day clock.Date) bool {
	return !day.Before(p.from) && (p.until.IsZero() || !day.After(p.until))
}

// agreements are the days of the union's agreement: those before it ended and began again, and those that are registered now.
func (s Seat) agreements() []period {
	ps := []period{{s.AgreementFrom, s.AgreementUntil}}
	for i := range min(len(s.FormerFrom), len(s.FormerUntil)) {
		ps = append(ps, period{s.FormerFrom[i], s.FormerUntil[i]})
	}
	return ps
}

// CoveredUntil is the last day of the agreement that covers the seat's union on day; zero: it has none, or does not hold.
func (s Seat) CoveredUntil(day clock.Date) clock.Date {
	for _, p := range s.agreements() {
		if s.Collective && p.holds(day) {
			return p.until
		}
	}
	return clock.Date{}
}

// Entitled lists the unions that must be heard in the group on day: they have a mandate there, their agreement holds,
// and they have not taken the matter out of samverkan by requesting negotiation under MBL.
func (r Record) Entitled(groupID int64, day clock.Date) []Union {
	return r.seated(groupID, day, func(s Seat) bool { return s.Covered(day) && !r.negotiates(s.UnionID) })
}

// Uncovered lists the unions with a mandate in the group on day for which a collective agreement but no samverkansavtal
// holds: the employer owes them negotiation under MBL 11 §.
func (r Record) Uncovered(groupID int64, day clock.Date) []Union {
	return r.seated(groupID, day, func(s Seat) bool { return s.Collective && !s.Covered(day) })
}

func (r Record) seated(groupID int64, day clock.Date, fits func(Seat) bool) []Union {
	var us []Union
	for _, s := range r.Seats {
		u := Union{s.UnionID, s.UnionName}
		if s.GroupID == groupID && s.holds(day) && fits(s) && !slices.Contains(us, u) {
			us = append(us, u)
		}
	}
	return us
}

// Deserted reports whether no organisation can be heard in the group on the day of its treatment: none has a mandate there,
// or the employer negotiates with all that have under MBL instead. Then the plan has to change, or a mandate be registered.
func (r Record) Deserted(t Track, now time.Time) bool {
	return t.Kind == KindGroup && !r.concluded(t) && len(r.Entitled(t.GroupID, r.treatmentDay(t, now))) == 0
}

// negotiates reports whether the union has requested negotiation under MBL instead of samverkan.
func (r Record) negotiates(unionID int64) bool {
	return slices.ContainsFunc(r.Tracks, func(t Track) bool {
		return t.Kind == KindMBL11 && t.Origin == "request" && t.UnionID == unionID && !t.Void()
	})
}

// present reports whether somebody with the union's mandate attends the item's meeting at the given moment; the zero
// time asks for any part of the meeting.
func (r Record) present(it Item, unionID int64, at time.Time) bool {
	return slices.ContainsFunc(r.Attendance, func(a Attendance) bool {
		return a.MeetingID == it.MeetingID && a.attends(at) && slices.ContainsFunc(r.Seats, func(s Seat) bool {
			return s.PersonID == a.PersonID && s.UnionID == unionID && s.GroupID == it.GroupID && s.holds(it.Day())
		})
	})
}

func (a Attendance) attends(at time.Time) bool {
	if a.Presence == "absent" {
		return false
	}
	return at.IsZero() || (a.ArrivedAt == nil || !at.Before(*a.ArrivedAt)) && (a.LeftAt == nil || at.Before(*a.LeftAt))
}

// called reports whether the union was called to the item's meeting.
func (r Record) called(it Item, unionID int64) bool {
	return slices.ContainsFunc(r.Sent, func(s Sent) bool {
		return s.Kind == "notice" && s.MeetingID == it.MeetingID && s.UnionID == unionID && s.At.Before(it.StartsAt.Add(time.Minute))
	})
}

// papersDay is the first day that the union had the papers of a version that still holds, in this group; zero: never.
func (r Record) papersDay(it Item, unionID int64) clock.Date {
	var first clock.Date
	for _, s := range r.Sent {
		if s.Kind == "papers" && s.GroupID == it.GroupID && s.UnionID == unionID && s.ProposalNo >= r.baseNo() && s.ProposalNo > 0 {
			if d := clock.DateOf(s.At); first.IsZero() || d.Before(first) {
				first = d
			}
		}
	}
	return first
}

// answer is the union's newest answer about late papers to the item, on a version that still holds.
func (r Record) answer(it Item, unionID int64) (accepted, tabling bool) {
	for _, a := range r.Answers {
		if a.ItemID == it.ID && a.UnionID == unionID && a.ProposalNo >= r.baseNo() {
			return a.Accepted, !a.Accepted
		}
	}
	return false, false
}

// PapersLate reports whether the union had the item's papers later than the agreement says, or not at all.
func (r Record) PapersLate(it Item, unionID int64) bool {
	d := r.papersDay(it, unionID)
	return d.IsZero() || d.After(r.meetingRules(it).PapersBy(it.Day(), it.Extra))
}

func (r Record) position(itemID, unionID int64) (Position, bool) {
	for _, p := range r.Positions {
		if p.ItemID == itemID && p.UnionID == unionID {
			return p, true
		}
	}
	return Position{}, false
}
