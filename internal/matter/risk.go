package matter

import (
	"time"

	"samverka/internal/clock"
)

// RiskAreas are the areas that a risk assessment goes through (handbook 6).
var RiskAreas = []string{"workload", "working_time", "roles", "social", "threats", "working_alone", "ergonomics", "premises",
	"equipment", "chemicals", "competence", "digital", "users"}

// RiskAreaKey is the message key of an area's name.
func RiskAreaKey(a string) string { return "matter.risk_area." + a }

// How a row stands in an alternative beside the proposal.
const (
	AsProposal = 0  // the same value as in the proposal
	NotThere   = -1 // the risk is not there
)

// Alternatives that are laid side by side.
const (
	AltProposal = "proposal"
	AltB        = "b"
	AltNone     = "none" // nollalternativet: nothing is changed
)

// RiskRow is one source of risk, or an opportunity. Its number stays the same from version to version.
type RiskRow struct {
	ID              int64
	No              int
	Area            string
	Source          string
	Opportunity     bool
	Affected        string // group of people, never an individual
	Protection      string // what protects already
	Probability     int    // 1-5, as everything is in the proposal and before the measure
	Consequence     int    // 1-5
	BProbability    int    // in the other alternative: AsProposal, NotThere or 1-5
	BConsequence    int    // AsProposal or 1-5
	NoneProbability int    // when nothing is changed
	NoneConsequence int
	Serious         bool
	Measure         string
	AtOnce          bool // done already, or at once: needs no plan (AML 3:2a)
	Responsible     string
	ResponsibleID   int64 // 0: nobody chosen
	ResponsibleName string
	DueOn           clock.Date
	AfterProb       int // 0: not judged
	AfterCons       int
	EffectOn        clock.Date // when the measure's effect is looked at
	Version         int
}

// Value is probability times consequence in the proposal, 1-25.
func (r RiskRow) Value() int { return r.Probability * r.Consequence }

// In is the row's probability and consequence in an alternative; false where it is not there.
func (r RiskRow) In(alternative string) (probability, consequence int, there bool) {
	p, c := AsProposal, AsProposal
	switch alternative {
	case AltB:
		p, c = r.BProbability, r.BConsequence
	case AltNone:
		p, c = r.NoneProbability, r.NoneConsequence
	}
	if p == NotThere {
		return 0, 0, false
	}
	if p == AsProposal {
		p = r.Probability
	}
	if c == AsProposal {
		c = r.Consequence
	}
	return p, c, true
}

// After is what is left of the risk when the measure has been taken; false when that has not been judged.
func (r RiskRow) After() (probability, consequence int, judged bool) {
	return r.AfterProb, r.AfterCons, r.AfterProb > 0
}

// Planned reports whether the row's measure belongs in the written plan: it is not done at once (AML 3:2a).
func (r RiskRow) Planned() bool { return r.Measure != "" && !r.AtOnce }

// RiskLevel is how grave a risk of the value is.
type RiskLevel string

// The levels, the slightest first.
const (
	LowRisk      RiskLevel = "low"
	MediumRisk   RiskLevel = "medium"
	HighRisk     RiskLevel = "high"
	VeryHighRisk RiskLevel = "very_high"
)

// RiskLevels lists the levels, the gravest first.
var RiskLevels = []RiskLevel{VeryHighRisk, HighRisk, MediumRisk, LowRisk}

// LevelOf is the level of a value, probability times consequence.
func LevelOf(value int) RiskLevel {
	switch {
	case value >= 16:
		return VeryHighRisk
	case value >= 10:
		return HighRisk
	case value >= 5:
		return MediumRisk
	}
	return LowRisk
}

// Kinds of participants.
const (
	AsSafetyRep = "safety_rep"
	AsEmployee  = "employee"
	AsExpert    = "expert"
	AsManager   = "manager"
)

// Answers to an invitation.
const (
	Coming   = "coming"
	Declined = "declined"
	TookPart = "took_part"
)

// Participant is somebody invited to the assessment, and what came of it. Only safety representatives state an opinion, which
// is about the draft as it was then (AML 6:4).
type Participant struct {
	ID            int64
	Kind          string
	PersonID      int64 // 0: no account
	Name          string
	InvitedAt     time.Time
	Answer        string // "": none yet
	AnsweredAt    *time.Time
	Agrees        *bool
	Body          string
	StatedAt      *time.Time
	StatedVersion int
}

// Assessment is one version of a matter's risk assessment.
type Assessment struct {
	ID            int64
	No            int
	ProposalNo    int
	Change        string // what
	Place         string
	Starts        string
	Reason        string // why
	Affected      string // groups of people
	NoChange      string // what happens when nothing is changed
	AlternativeB  string // "": there is no other alternative
	Equality      string
	Economy       string
	Service       string
	Conclusion    string // "", proceed, with_measures, not_now
	FollowOn      clock.Date
	FollowBy      int64
	FollowByName  string
	WithoutReason string
	AuthorName    string
	CreatedAt     time.Time
	FixedAt       *time.Time
	FixerName     string
	FollowedAt    *time.Time
	FollowerName  string
	FollowedNote  string
	Version       int
}

// Alternatives are those that the assessment lays side by side, the proposal first.
func (a Assessment) Alternatives() []string {
	if a.AlternativeB == "" {
		return []string{AltProposal, AltNone}
	}
	return []string{AltProposal, AltB, AltNone}
}

// RiskAssessed is one version with all that it holds.
type RiskAssessed struct {
	Assessment
	Rows   []RiskRow
	People []Participant
}

// The states of an assessment (handbook 6).
const (
	RiskDraft    = "draft"    // utkast
	RiskDialogue = "dialogue" // för dialog: somebody has been invited
	RiskFixed    = "fixed"    // fastställd
	RiskFollowed = "followed" // uppföljd
)

// State is how far the version has come.
func (a RiskAssessed) State() string {
	switch {
	case a.FollowedAt != nil:
		return RiskFollowed
	case a.FixedAt != nil:
		return RiskFixed
	case len(a.People) > 0:
		return RiskDialogue
	}
	return RiskDraft
}

// Participant is the invited person of the id.
func (a RiskAssessed) Participant(personID int64) (Participant, bool) {
	return find(a.People, func(p Participant) bool { return p.PersonID == personID && personID != 0 })
}

// Row is the row of the number.
func (a RiskAssessed) Row(no int) (RiskRow, bool) {
	return find(a.Rows, func(r RiskRow) bool { return r.No == no })
}

// Person is a name to choose.
type Person struct {
	ID   int64
	Name string
}

func (r Record) currentNo() int {
	p, _ := r.Current()
	return p.No
}
