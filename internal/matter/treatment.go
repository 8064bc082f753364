package matter

import (
	"time"

	"samverka/internal/clock"
)

// Classes of agenda items. An agenda must show which is which.
const (
	Standing       = "standing"
	Information    = "information"
	EarlyDialogue  = "early_dialogue"
	BeforeDecision = "before_decision"
	FollowUp       = "follow_up"
)

// Classes lists what a matter may be set up as.
var Classes = []string{Information, EarlyDialogue, BeforeDecision, FollowUp}

// ClassKey is the message key of a class's name.
func ClassKey(c string) string { return "matter.class." + c }

// Item is the matter on one meeting's agenda: its treatment there, bound to one version.
type Item struct {
	MatterID      int64
	ID            int64
	TrackID       int64 // 0: none
	Class         string
	Status        string // planned, open, tabled, concluded, handled
	OpenedAt      *time.Time
	ProposalNo    int
	TabledTo      clock.Date
	TabledReason  string
	ConcludedAt   *time.Time
	EffectiveAt   *time.Time
	MeetingID     int64
	GroupID       int64
	GroupName     string
	StartsAt      time.Time
	MeetingStatus string // planned, open, closed, cancelled
	Extra         bool
	NoticeAt      *time.Time // first notice
	PapersAt      *time.Time // first papers with this item
	// The chair's proposal to conclude although no organisation came, and HR's confirmation.
	AloneAt          *time.Time
	AloneConfirmedAt *time.Time
	Adjusters        []string // those who have been asked to approve the meeting's minutes and have not answered
}

// Day is the date of the meeting.
func (i Item) Day() clock.Date { return clock.DateOf(i.StartsAt) }

// Stances.
const (
	Agrees       = "agrees"
	Disagrees    = "disagrees"
	Abstains     = "abstains"
	NotConcerned = "not_concerned"
)

// Stances lists what an organisation may say.
var Stances = []string{Agrees, Disagrees, Abstains, NotConcerned}

// StanceKey is the message key of a stance's name.
func StanceKey(s string) string { return "matter.stance." + s }

// Position is an organisation's standing position in one treatment.
type Position struct {
	MatterID    int64
	ID          int64
	ItemID      int64
	UnionID     int64
	UnionName   string
	Stance      string
	Reason      string
	PersonName  string
	At          time.Time
	WindowUntil clock.Date // last day to request central negotiation; zero: not yet running, or no window
	WaivedAt    *time.Time
	// RecorderName is who wrote it down in the room for the representative; "": the representative gave it.
	RecorderName string
	ConfirmedAt  *time.Time // when the organisation said that what was written down is right
}

// Unconfirmed reports whether the organisation still has to say if what was written down for it is right. It stands meanwhile.
func (p Position) Unconfirmed() bool { return p.RecorderName != "" && p.ConfirmedAt == nil }

// PaperAnswer is an organisation's newest answer about late papers to one treatment.
type PaperAnswer struct {
	MatterID   int64
	ItemID     int64
	UnionID    int64
	Accepted   bool
	ProposalNo int
	At         time.Time
}

// Sent says that a union was reached by a dispatch.
type Sent struct {
	MatterID   int64
	MeetingID  int64
	GroupID    int64
	UnionID    int64
	Kind       string // notice or papers
	ProposalNo int    // papers: the version
	At         time.Time
}

// Seat is one union's mandate in a group.
type Seat struct {
	MatterID       int64
	GroupID        int64
	UnionID        int64
	UnionName      string
	PersonID       int64
	Role           string // union_rep or union_substitute
	From           clock.Date
	Until          clock.Date
	AgreementFrom  clock.Date
	AgreementUntil clock.Date
	Collective     bool
	FormerFrom     []clock.Date // the days that the union's agreement held before it ended and began again
	FormerUntil    []clock.Date
}

// Attendance is one person's presence at a meeting.
type Attendance struct {
	MatterID  int64
	MeetingID int64
	PersonID  int64
	Presence  string // in_person, remote, absent
	ArrivedAt *time.Time
	LeftAt    *time.Time
}

// Consent is a union's answer about an extra meeting.
type Consent struct {
	MatterID  int64
	MeetingID int64
	UnionID   int64
	Accepted  bool
}
