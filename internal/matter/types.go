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
var Categories = organisation.Categories

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
	Duty            string // DutyNegotiate or DutyInform
	Template        string // the process that it started from; "": none
	Status          string // open, withdrawn, handed_over, closed
	StatusReason    string
	PlanConfirmedAt *time.Time
	ExecutingAt     *time.Time // when the decision began to be carried out
	FollowingAt     *time.Time // when it passed into following up
	AgreementOn     clock.Date // the first treatment: the matter keeps the parameters that held then; zero: not treated
	AgreementID     int64      // the organisation's agreement that held; 0: not treated
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
	// DepartmentID is the förvaltning that the unit lies in; 0: none, or the whole organisation.
	DepartmentID int64
	ClosedOn     clock.Date // when the unit ended
	Path         []int64    // the units from the root down to and including it
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

// Record is all that the rules need to know of one matter.
type Record struct {
	Matter
	Units       []Unit
	Proposals   []Proposal // by number
	Attachments []Attachment
	Dialogues   []Dialogue
	Tracks      []Track
	Items       []Item // by meeting
	Positions   []Position
	Steps       []Step // requested after disagreement, oldest first
	Late        []LateRequest
	Answers     []PaperAnswer
	Sent        []Sent
	Seats       []Seat
	Attendance  []Attendance
	Consents    []Consent
	Risks       []Risk // by number
	Exceptions  []Exception
	Decisions   []Decision             // oldest first
	Handovers   []Handover             // oldest first
	Agreed      []PlanAgreement        // one at most
	Agreement   organisation.Agreement // what the matter as a whole follows
	Rules       *organisation.Rulebook // all that is agreed; nil: Agreement everywhere
	Today       clock.Date
}
