package matter

import (
	"time"

	"samverka/internal/clock"
	"samverka/internal/organisation"
)

// Deciders.
const (
	ByManager = "manager"
	ByBoard   = "board"
)

// Categories of matters, as the wizard offers them.
var Categories = []string{"working_time", "organisation", "premises", "budget", "policy", "staffing", "manager_appointment", "work_environment", "other"}

// CategoryKey is the message key of a category's name.
func CategoryKey(c string) string { return "matter.category." + c }

// Matter is the question itself, as its owner described it.
type Matter struct {
	ID              int64
	Number          string // SAM 2027/12
	Title           string
	Category        string
	Purpose         string
	PlannedDecision clock.Date
	Decider         string // ByManager or ByBoard
	OwnerID         int64
	OwnerName       string
	WorkEnvironment bool
	Outsiders       bool   // work by others than employees: MBL 38 §
	Secrecy         string // paragraph of OSL; "": nothing is secret
	Status          string // open, withdrawn, handed_over, closed
	StatusReason    string
	PlanConfirmedAt *time.Time
	ExecutingAt     *time.Time // when the decision began to be carried out
	FollowingAt     *time.Time // when it passed into following up
	AgreementID     *int64     // the parameters that held at the first treatment
	CreatedAt       time.Time
	Version         int
}

// Unit is a unit that the matter concerns.
type Unit struct {
	MatterID  int64
	ID        int64
	Name      string
	ManagerID int64 // 0: vacant
	Headcount int   // 0: not known
}

// Proposal is one version of what the employer proposes.
type Proposal struct {
	MatterID       int64
	ID             int64
	No             int
	Body           string
	Alternatives   string
	Editorial      bool
	ObjectionUntil clock.Date // last day to object to Editorial
	FromDeviation  bool       // made by a deviating decision; the owner may still describe it
	AuthorName     string
	CreatedAt      time.Time
	Version        int
	Objections     []string // unions that objected
}

// Material reports whether the version makes earlier outcomes outdated.
func (p Proposal) Material() bool { return !p.Editorial || len(p.Objections) > 0 }

// Dialogue is a dialogue about the matter at an APT.
type Dialogue struct {
	MatterID int64
	UnitID   int64
	UnitName string
	HeldAt   time.Time
	Note     string
	APTID    int64 // the APT that it was part of; 0: noted by itself
}

// Track kinds.
const (
	KindGroup = "group" // samverkan in a group: replaces MBL 11 §
	KindInfo  = "info"  // information in a group: replaces MBL 19 §
	KindMBL11 = "mbl11"
	KindMBL13 = "mbl13"
	KindMBL38 = "mbl38"
	KindMBL14 = "mbl14" // central negotiation
)

// Ways to end a negotiation (MBL 16 §; handbook T10).
const (
	InAgreement    = "agreement"
	InDisagreement = "disagreement"
	ByWithdrawal   = "withdrawal" // written notice of withdrawal by a party that has fulfilled its duty
)

// Track is one way that the matter must, or may, travel.
type Track struct {
	MatterID    int64
	ID          int64
	Kind        string
	GroupID     int64
	GroupName   string
	GroupAbove  []int64 // the groups above it, by id
	ChairID     int64
	ChairName   string
	UnionID     int64
	UnionName   string
	Mandatory   bool
	Origin      string // plan, agreement_ended, request
	ProposalNo  int    // the version that the negotiation was closed on, or that a central negotiation is about
	RequestedAt *time.Time
	ClosedAt    *time.Time
	CloseManner string
	WindowUntil clock.Date
	WaivedAt    *time.Time
}

// Negotiation reports whether the track is a negotiation under MBL rather than samverkan in a group.
func (t Track) Negotiation() bool { return t.UnionID != 0 }

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

// Risk is one version of the matter's risk assessment, in brief.
type Risk struct {
	MatterID   int64
	ID         int64
	No         int
	ProposalNo int
	Rows       int
	Invited    int
	Stated     int
	FixedAt    *time.Time
}

// Exception is a request to decide before samverkan (MBL 11 § second paragraph: synnerliga skäl).
type Exception struct {
	MatterID       int64
	ID             int64
	ProposalNo     int
	What           string
	Harm           string
	Unforeseen     string
	NoExtraMeeting string
	RequestedBy    int64
	RequesterName  string
	RequestedAt    time.Time
	DeciderName    string
	DecidedAt      *time.Time
	Approved       *bool
	Answer         string
}

// Deviations of a decision from what has been through samverkan.
const (
	AsProposed        = "none"
	MinorDeviation    = "minor"
	MaterialDeviation = "material"
)

// Decision is what was decided.
type Decision struct {
	MatterID      int64
	ID            int64
	ProposalNo    int
	DecidedOn     clock.Date
	ByBoard       bool
	Deviation     string
	DeviationText string
	Views         string
	ExceptionID   int64
	RecorderName  string
	RecordedAt    time.Time
}

// Record is all that the rules need to know of one matter.
type Record struct {
	Matter
	Units      []Unit
	Proposals  []Proposal // by number
	Dialogues  []Dialogue
	Tracks     []Track
	Items      []Item // by meeting
	Positions  []Position
	Answers    []PaperAnswer
	Sent       []Sent
	Seats      []Seat
	Attendance []Attendance
	Consents   []Consent
	Risks      []Risk // by number
	Exceptions []Exception
	Decisions  []Decision // oldest first
	Agreement  organisation.Agreement
}
