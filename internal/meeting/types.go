package meeting

import (
	"slices"
	"time"

	"samverka/internal/action"
	"samverka/internal/clock"
	"samverka/internal/matter"
	"samverka/internal/organisation"
)

// Meeting is one sitting of a group.
type Meeting struct {
	ID               int64
	GroupID          int64
	GroupName        string
	Level            string
	SafetyCommittee  bool
	ChairID          int64
	ChairName        string
	StartsAt         time.Time
	EndsAt           time.Time // as planned
	Place            string
	Extra            bool
	Status           string // planned, open, closed, cancelled
	StatusReason     string
	MovedTo          *int64
	OpenedAt         *time.Time
	ClosedAt         *time.Time
	NoticeAt         *time.Time // first notice
	PapersAt         *time.Time // first papers
	CalendarUID      string     // the entry in people's calendars; a moved meeting keeps it
	CalendarSequence int        // grows each time the entry changes
	CreatedAt        time.Time
	Version          int
	AgendaVersion    int        // raised by every change to what stands on the agenda, and in which order
	LiveVersion      int64      // raised by every change
	ChangedAt        *time.Time // the last change
	Pen
}

// Day is the date of the meeting.
func (m Meeting) Day() clock.Date { return clock.DateOf(m.StartsAt) }

// State is where a meeting stands, as people say it.
type State string

// The states of a meeting.
const (
	Planned   State = "planned"   // Planerat
	Called    State = "called"    // Kallat
	PapersOut State = "papers"    // Handlingar utsända
	Open      State = "open"      // Pågår
	Closed    State = "closed"    // Avslutat
	Cancelled State = "cancelled" // Inställt
	Moved     State = "moved"     // Flyttat
)

// Key is the message key of the state's label.
func (s State) Key() string { return "meeting.state." + string(s) }

// State derives where the meeting stands.
func (m Meeting) State() State {
	switch {
	case m.Status == "cancelled" && m.MovedTo != nil:
		return Moved
	case m.Status == "planned" && m.PapersAt != nil:
		return PapersOut
	case m.Status == "planned" && m.NoticeAt != nil:
		return Called
	}
	return State(m.Status)
}

// Item is one item of the agenda.
type Item struct {
	ID             int64
	Position       int
	Title          string
	Class          string // matter.Standing, matter.Information …
	MinutesPlanned int
	MatterID       int64 // 0: none
	Status         string
	OpenedAt       *time.Time
	ProposalNo     int
	Note           string
	NoteVersion    int
	TabledTo       clock.Date
	TabledReason   string
	ConcludedAt    *time.Time
	// ConcludedReason is why the treatment is to be concluded, or is, although no organisation came.
	ConcludedReason    string
	AloneAt            *time.Time // when the chair proposed that
	AloneByID          int64
	AloneByName        string
	AloneConfirmedAt   *time.Time // when HR confirmed it
	AloneConfirmedName string
	EffectiveAt        *time.Time
	EndedAt            *time.Time // when the treatment in this meeting was over

	About         string
	PresenterRole string     // who presents it, by role; "": nobody said
	PresenterID   int64      // adjungerad: invited for this item alone; 0: nobody
	PresenterName string     // the person's; or who presents it without being in the register
	LateAt        *time.Time // added after the notice, or after the last day for items
	LateReason    string
	FromMeetingID int64 // the meeting that deferred it; 0: none
	FromDay       clock.Date
	SuggestionID  int64 // what somebody wanted taken up; 0: none
	RequestID     int64 // a request under AML 6:6a; 0: none
	// RequestWithdrawn: the representative has taken the request back.
	RequestWithdrawn bool
	TogetherID       int64 // the item that it is treated together with; 0: none
	// Secrecy is the paragraph of OSL under which the item itself is secret, whatever its matter is; "": it is not.
	Secrecy string
}

// Member is somebody in the group, with one mandate.
type Member struct {
	PersonID  int64
	Name      string
	Role      string // chair, or the mandate's role
	UnionID   int64
	UnionName string
	From      clock.Date
	Until     clock.Date
}

func (m Member) holds(day clock.Date) bool {
	return !day.Before(m.From) && (m.Until.IsZero() || !day.After(m.Until))
}

// Attendance is one person's presence, as recorded.
type Attendance struct {
	PersonID     int64
	Name         string
	Presence     string // in_person, remote, absent
	ArrivedAt    *time.Time
	LeftAt       *time.Time
	ReplacesID   int64
	ReplacesName string
}

// Present reports whether the person took part.
func (a Attendance) Present() bool { return a.Presence != "absent" }

// Dispatch is one sending of notice or papers.
type Dispatch struct {
	ID         int64
	Kind       string // notice, papers or reminder
	SentAt     time.Time
	SenderName string
	Reason     string
	Recipients int
	Read       int
}

// Recipient is who got a dispatch, for which union.
type Recipient struct {
	DispatchID int64
	Kind       string
	PersonID   int64
	UnionID    int64
	ReadAt     *time.Time
}

// Paper is one item's papers in one dispatch.
type Paper struct {
	DispatchID int64
	ItemID     int64
	No         int // the proposal's version
	Before     int // the version that the item's papers had in the dispatch before; 0: none
}

// Consent is a union's answer about an extra meeting.
type Consent struct {
	UnionID   int64
	UnionName string
	Accepted  bool
	At        time.Time
}

// Record is all that is known of one meeting.
type Record struct {
	Meeting
	Items         []Item
	Members       []Member
	Attendance    []Attendance
	Actions       []action.Action // recorded in this meeting
	Dispatches    []Dispatch      // newest first
	Recipients    []Recipient
	Papers        []Paper // oldest first
	Consents      []Consent
	Minutes       *Minutes
	Adjusters     []Adjuster
	Matters       []matter.Record        // those on the agenda
	Agreement     organisation.Agreement // that the meeting was called by, or would be today
	Rules         *organisation.Rulebook
	Parts         []Part // §§ approved at once and corrections, oldest first
	PartAdjusters []PartAdjuster
	Remarks       []ParagraphRemark
	Writers       []MinutesWriter
}

// Matter returns the record of the matter on the agenda.
func (r Record) Matter(id int64) (matter.Record, bool) {
	i := slices.IndexFunc(r.Matters, func(m matter.Record) bool { return m.ID == id })
	if i < 0 {
		return matter.Record{}, false
	}
	return r.Matters[i], true
}

// Item returns the agenda's item with the given id.
func (r Record) Item(id int64) (Item, bool) {
	i := slices.IndexFunc(r.Items, func(it Item) bool { return it.ID == id })
	if i < 0 {
		return Item{}, false
	}
	return r.Items[i], true
}

func (m Member) unionSide() bool {
	return m.UnionID != 0 || m.Role == "safety_rep" || m.Role == "chief_safety_rep"
}

// MembersOn lists the members whose mandates hold on day, each mandate once.
func (r Record) MembersOn(day clock.Date) []Member {
	return slices.DeleteFunc(slices.Clone(r.Members), func(m Member) bool { return !m.holds(day) })
}

// Unions lists the unions with a mandate in the group on the meeting's day, each once.
func (r Record) Unions() []matter.Union {
	var us []matter.Union
	for _, m := range r.MembersOn(r.Day()) {
		u := matter.Union{ID: m.UnionID, Name: m.UnionName}
		if m.UnionID != 0 && !slices.Contains(us, u) {
			us = append(us, u)
		}
	}
	return us
}
