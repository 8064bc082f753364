package followup

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"time"

	"samverka/internal/action"
	"samverka/internal/clock"
)

// Stage is how far a round has come.
type Stage string

// The stages (handbook 7): planerad, besök och svar pågår, analys, dialog i CSG, gemensamt uttalande, åtgärder, stängd.
const (
	Planned   Stage = "planned"
	Answering Stage = "answers"
	Analysing Stage = "analysis"
	Talking   Stage = "dialogue"
	Stating   Stage = "statement"
	Acting    Stage = "actions"
	Closed    Stage = "closed"
)

// Stages lists them in order.
var Stages = []Stage{Planned, Answering, Analysing, Talking, Stating, Acting, Closed}

// Next is the stage after s; a closed round has none.
func (s Stage) Next() (Stage, bool) {
	if i := slices.Index(Stages, s); i >= 0 && i+1 < len(Stages) {
		return Stages[i+1], true
	}
	return "", false
}

// reached reports whether s is at or past at.
func (s Stage) reached(at Stage) bool { return slices.Index(Stages, s) >= slices.Index(Stages, at) }

// Side is one of the two parties.
type Side string

// The sides.
const (
	Employer Side = "employer"
	Union    Side = "union"
)

// Sides lists both.
var Sides = []Side{Employer, Union}

// Questions is how many graded questions a side answers: understanding of the agreement, trust in the dialogue, conditions (time and
// papers), early dialogue, and following up what was decided.
const Questions = 5

// Round is one year's follow-up.
type Round struct {
	ID               int64
	Year             int
	GroupID          int64 // the top group
	GroupName        string
	Stage            Stage
	Analysis         string
	AnalysisVersion  int
	DialogueOn       clock.Date
	Statement        string
	StatementVersion int
	StartedAt        time.Time
	StatedAt         *time.Time
	ClosedAt         *time.Time
}

// Until is the day before which the facts are counted, Since the first day of the twelve months: what a round looks back on does
// not change while it goes on.
func (r Round) Until() clock.Date { return clock.DateOf(r.StartedAt) }

// Since is the first day that the facts are about.
func (r Round) Since() clock.Date { return r.Until().AddMonths(-12) }

// Digest names the statement's text: an approval is of that text alone.
func (r Round) Digest() string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%d\n%s", r.Year, r.Statement))
	return hex.EncodeToString(sum[:])
}

// Entry is a group's place in a round.
type Entry struct {
	ID                int64
	GroupID           int64
	GroupName         string
	Level             string
	ChairID           int64
	Units             []int64
	VisitOn           clock.Date
	EmployerVisitorID int64
	EmployerVisitor   string
	UnionVisitorID    int64
	UnionVisitor      string
	VisitedAt         *time.Time
	LeftOut           string // why the group is not followed up this year; "": it is
	Good              string
	Lacking           string
	JointVersion      int
	JointBy           string
	JointAt           *time.Time
	Version           int
}

// Answer is what one side of a group says.
type Answer struct {
	EntryID   int64
	Side      Side
	Grades    []int // one for each question, 1–5; 0: not answered
	Comment   string
	Writer    string
	WrittenAt time.Time
	SentAt    *time.Time
	Version   int // 0: nothing is written
}

// Measure is what the two sides of a group want to have done. Without an action nobody has it yet.
type Measure struct {
	ID       int64
	EntryID  int64
	What     string
	ActionID int64
	Action   action.Action // when ActionID is set
}

// Approval is a party's approval of the statement as it stands.
type Approval struct {
	UnionID    int64 // 0: the employer
	UnionName  string
	PersonName string
	Role       string
	At         time.Time
}

// Party is a union that is represented in the top group and within the agreement today.
type Party struct {
	ID   int64
	Name string
}
