package booking

import (
	"slices"
	"strings"
	"time"

	"samverka/internal/clock"
	"samverka/internal/fail"
)

// Query is a time that somebody wants to fix.
type Query struct {
	Starts, Ends  time.Time
	Place         string
	GroupID       int64   // whose members of that day come; 0: none
	UnitID        int64   // whose manager comes; 0: none
	People        []int64 // who else comes
	ExceptMeeting int64   // the meeting that is moved, 0: none
	ExceptSitting int64   // the APT's sitting that is moved, 0: none
}

// Kind is what clashes.
type Kind string

// The kinds of clashes.
const (
	Person     Kind = "person"     // the same person somewhere else
	Room       Kind = "room"       // the same room
	Unreleased Kind = "unreleased" // a representative has published times, and not this one
)

// Clash is one thing that speaks against a time.
type Clash struct {
	Kind      Kind
	People    []string // Person and Unreleased: whom it concerns
	Title     string   // Person and Room: the group, or the APT's unit
	Place     string
	Starts    time.Time
	Ends      time.Time
	MeetingID int64
	SittingID int64
}

// Warning is the clash as a warning to be overridden with a reason.
func (c Clash) Warning() fail.Warning {
	args := []any{"People", strings.Join(c.People, ", "), "Title", c.Title, "Place", c.Place, "Date", clock.DateOf(c.Starts).String(),
		"From", hour(c.Starts), "Until", hour(c.Ends)}
	switch c.Kind {
	case Room:
		return fail.Warning{Key: "booking.warn.room", Args: args}
	case Unreleased:
		return fail.Warning{Key: "booking.warn.unreleased", Args: args, Source: "FML 6 §"}
	}
	return fail.Warning{Key: "booking.warn.person", Args: args}
}

func hour(t time.Time) string { return t.In(clock.Stockholm).Format("15.04") }

// Warnings are the clashes as warnings.
func Warnings(cs []Clash) []fail.Warning {
	var ws []fail.Warning
	for _, c := range cs {
		ws = append(ws, c.Warning())
	}
	return ws
}

// Occupancy is a time that is taken.
type Occupancy struct {
	MeetingID int64 // 0: none
	SittingID int64 // 0: none
	Title     string
	Place     string
	Starts    time.Time
	Ends      time.Time
	People    []int64
}

func (o Occupancy) overlaps(q Query) bool { return o.Starts.Before(q.Ends) && q.Starts.Before(o.Ends) }

func (o Occupancy) excepted(q Query) bool {
	return o.MeetingID != 0 && o.MeetingID == q.ExceptMeeting || o.SittingID != 0 && o.SittingID == q.ExceptSitting
}

// Clashes lists what speaks against the time: first people, then the room, then times that are not released.
func (c Calendar) Clashes(q Query) []Clash {
	people := c.comingTo(q)
	var taken, rooms []Clash
	for _, o := range slices.Concat(c.Occupancies, c.sittings) {
		if !o.overlaps(q) || o.excepted(q) {
			continue
		}
		clash := Clash{Title: o.Title, Place: o.Place, Starts: o.Starts, Ends: o.Ends, MeetingID: o.MeetingID, SittingID: o.SittingID}
		if both := c.named(people, func(id int64) bool { return slices.Contains(o.People, id) }); len(both) > 0 {
			clash.Kind, clash.People = Person, both
			taken = append(taken, clash)
		}
		if r := room(q.Place); r != "" && r == room(o.Place) {
			clash.Kind, clash.People = Room, nil
			rooms = append(rooms, clash)
		}
	}
	all := append(taken, rooms...)
	if without := c.named(people, func(id int64) bool { return c.unreleased(id, q) }); len(without) > 0 {
		all = append(all, Clash{Kind: Unreleased, People: without, Starts: q.Starts, Ends: q.Ends})
	}
	return all
}

func (c Calendar) unreleased(person int64, q Query) bool {
	published, covered := released(c.Slots, person, q.Starts, q.Ends)
	return published && !covered
}

// comingTo are the people of the query: those named, the group's members of that day, the unit's manager.
func (c Calendar) comingTo(q Query) []int64 {
	people := slices.Clone(q.People)
	day := clock.DateOf(q.Starts)
	for _, s := range c.Seats {
		if s.GroupID != 0 && s.GroupID == q.GroupID && s.holds(day) || s.UnitID != 0 && s.UnitID == q.UnitID {
			people = append(people, s.PersonID)
		}
	}
	slices.Sort(people)
	return slices.Compact(people)
}

// named are the names of the people that the condition holds for, in the calendar's order, which is Swedish.
func (c Calendar) named(people []int64, holds func(int64) bool) []string {
	var names []string
	for _, p := range c.Names {
		if slices.Contains(people, p.ID) && holds(p.ID) {
			names = append(names, p.Name)
		}
	}
	return names
}

// nowhere are places that any number of meetings may have at once.
var nowhere = []string{"digitalt", "teams", "zoom", "skype", "webex", "distans", "på distans", "telefon", "://"}

// room is the place as it is compared; "" for no room in particular.
func room(place string) string {
	r := strings.ToLower(strings.Join(strings.Fields(place), " "))
	for _, n := range nowhere {
		if strings.Contains(r, n) {
			return ""
		}
	}
	return r
}
