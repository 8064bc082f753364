package apt

import (
	"slices"
	"time"

	"samverka/internal/clock"
	"samverka/internal/meeting"
)

// The statuses of an APT, in order; cancelled may follow any of the first two.
const (
	Planned   = "planned"   // Planerad
	Invited   = "invited"   // Inbjuden
	Held      = "held"      // Genomförd
	Published = "published" // Anteckningar publicerade
	Cancelled = "cancelled" // Inställd
)

// The statuses of a sitting; an APT that is cancelled has cancelled sittings.
const (
	SittingPlanned   = "planned"
	SittingOpen      = "open"
	SittingClosed    = "closed"
	SittingCancelled = "cancelled"
)

// APT is one arbetsplatsträff, with one or several sittings.
type APT struct {
	ID           int64
	UnitID       int64
	UnitName     string
	UnitPath     []int64 // the unit and those above it
	Title        string
	Status       string
	StatusReason string
	LeadID       int64 // the manager
	LeadName     string
	StartsAt     time.Time // the first sitting
	EndsAt       time.Time // the last sitting's end
	InvitedAt    *time.Time
	AgendaAt     *time.Time
	PublishedAt  *time.Time
	Version      int
}

// Day is the date of the first sitting.
func (a APT) Day() clock.Date { return clock.DateOf(a.StartsAt) }

// Sitting is one occasion of an APT.
type Sitting struct {
	ID       int64
	StartsAt time.Time
	EndsAt   time.Time
	Place    string
	Status   string
	Attended *int // how many came; nil: not counted
	OpenedAt *time.Time
	ClosedAt *time.Time
	meeting.Pen
}

// Kinds of items: where they came from.
const (
	KindStanding = "standing"
	KindTheme    = "theme" // the year plan's
	KindOwn      = "own"
	KindProposal = "proposal"
	KindFeedback = "feedback" // on a decided matter
	KindCarried  = "carried"  // from an earlier APT
)

// Forms of dialogue, as the agenda offers them (SKR: topic, form of dialogue and time for each item).
const (
	FormInformation = "information"
	FormOpen        = "open"
	FormRound       = "round"
	FormPairs       = "pairs"
	FormGroups      = "groups"
	FormWriting     = "writing"
)

// Forms lists the forms of dialogue.
var Forms = []string{FormInformation, FormOpen, FormRound, FormPairs, FormGroups, FormWriting}

// Outcomes of an item (handbook 5.3).
const (
	Done           = "done"            // klart
	ManagerDecides = "manager_decides" // chefen beslutar
	ToGroup        = "group"           // till samverkansgrupp
	LevelUp        = "level_up"        // till högre nivå
	NewDialogue    = "dialogue"        // ny dialog
)

// Outcomes lists how an item may end.
var Outcomes = []string{Done, ManagerDecides, ToGroup, LevelUp, NewDialogue}

// Item is one item of the agenda.
type Item struct {
	ID            int64
	APTID         int64
	Position      int
	Kind          string
	Title         string
	Form          string
	Minutes       int
	Category      string // "": the item is about no change
	AboutMatterID int64  // feedback: the matter
	AboutNumber   string
	CarriedFrom   int64  // the item of an earlier APT
	Outcome       string // "": not ended
	OutcomeText   string
	OutcomeReason string
	OutcomeWarned bool
	OutcomeAt     *time.Time
	MatterID      int64 // the matter that it went to
	MatterNumber  string
	MatterTitle   string
	AnswerID      int64 // who answers what was lifted or is to be decided
	AnswerName    string
	Result        string // what came of it
	ResultAt      *time.Time
	Version       int
}

// Note is one sitting's notes on one item.
type Note struct {
	ItemID    int64
	SittingID int64
	Text      string
	Version   int
	UpdatedAt time.Time
}

// Question is one in the question box. Who asked is not known to anybody.
type Question struct {
	ID         int64
	ItemID     int64 // 0: about the whole
	Text       string
	AskedOn    clock.Date
	Answer     string
	AnsweredAt *time.Time
	Version    int
}

// Writer is somebody whom the manager lets write notes.
type Writer struct {
	PersonID int64
	Name     string
}

// Weeded is what was weeded of an APT (gallrat), and by which place in the organisation's plan.
type Weeded struct {
	ID     int64  // of the weeding
	Kind   string // apt_notes, apt_questions, apt_marks
	At     time.Time
	Source string
}

// Record is all that is known of one APT.
type Record struct {
	APT
	Sittings  []Sitting // by time
	Items     []Item    // by position
	Notes     []Note
	Questions []Question
	Writers   []Writer
	Weeded    []Weeded
	Rules     Rules
	Staff     int // how many are invited
	Attended  int // how many ticked that they took part
	Read      int // how many ticked that they have read the notes
}

// WeededOf is the newest weeding of the kind that took something from the APT.
func (r Record) WeededOf(kind string) (Weeded, bool) {
	i := slices.IndexFunc(r.Weeded, func(w Weeded) bool { return w.Kind == kind })
	if i < 0 {
		return Weeded{}, false
	}
	return r.Weeded[i], true
}

// Item returns the agenda's item with the given id.
func (r Record) Item(id int64) (Item, bool) {
	i := slices.IndexFunc(r.Items, func(it Item) bool { return it.ID == id })
	if i < 0 {
		return Item{}, false
	}
	return r.Items[i], true
}

// Sitting returns the sitting with the given id.
func (r Record) Sitting(id int64) (Sitting, bool) {
	i := slices.IndexFunc(r.Sittings, func(s Sitting) bool { return s.ID == id })
	if i < 0 {
		return Sitting{}, false
	}
	return r.Sittings[i], true
}

// Note is what the sitting wrote on the item; version 0 when nothing yet.
func (r Record) Note(itemID, sittingID int64) Note {
	for _, n := range r.Notes {
		if n.ItemID == itemID && n.SittingID == sittingID {
			return n
		}
	}
	return Note{ItemID: itemID, SittingID: sittingID}
}

// Live lists the sittings that take place, in order: those not cancelled.
func (r Record) Live() []Sitting {
	return slices.DeleteFunc(slices.Clone(r.Sittings), func(s Sitting) bool { return s.Status == SittingCancelled })
}

// PlannedMinutes is the agenda's time in all.
func (r Record) PlannedMinutes() int {
	sum := 0
	for _, it := range r.Items {
		sum += it.Minutes
	}
	return sum
}
