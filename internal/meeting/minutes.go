package meeting

import (
	"slices"
	"time"

	"samverka/internal/clock"
)

// Minutes are the protokoll of one meeting.
type Minutes struct {
	Status      string // draft, sent, approved, approved_with_objection
	Addition    string // what the chair has added or changed in words
	Version     int
	SentAt      *time.Time
	DueOn       clock.Date
	ApprovedAt  *time.Time
	Content     []byte     // canonical JSON of what was sent or approved; empty while they are a draft
	Digest      []byte     // SHA-256 of Content
	Approval    string     // canonical JSON, fixed at approval
	PublishedOn clock.Date // from when employees may read them; zero: not approved
}

// Adjuster is one of those who approve the minutes.
type Adjuster struct {
	PersonID     int64
	Name         string
	Answer       string // "", approved, objected, maintained
	Objection    string
	AnsweredAt   *time.Time
	Version      int // of the minutes that the answer is about
	Side         string
	AskedAt      *time.Time
	Digest       []byte
	Method       string
	Role         string
	ReplacedAt   *time.Time // a substitute answers instead
	ReplacesID   int64
	ReplacesName string
}

// Active reports whether the minutes wait for, or have, the adjuster's answer.
func (a Adjuster) Active() bool { return a.ReplacedAt == nil }

// The sides of those who approve.
const (
	EmployerSide = "employer"
	UnionSide    = "union"
)

// MinutesState is where the minutes stand, as people say it.
type MinutesState string

// The states of minutes.
const (
	MinutesDraft      MinutesState = "draft"                   // Utkast
	MinutesSent       MinutesState = "sent"                    // För justering
	MinutesApproved   MinutesState = "approved"                // Justerat
	MinutesObjected   MinutesState = "approved_with_objection" // Justerat med erinran
	MinutesUnapproved MinutesState = "unapproved"              // Ojusterat
)

// Key is the message key of the state's label.
func (s MinutesState) Key() string { return "meeting.minutes." + string(s) }

// State derives where the minutes stand at now: never approved by silence, unapproved when the time is out (handbook 5.2).
func (m Minutes) State(now time.Time) MinutesState {
	if m.Status == "sent" && clock.DateOf(now).After(m.DueOn) {
		return MinutesUnapproved
	}
	return MinutesState(m.Status)
}

// Final reports whether the minutes are approved and can never be changed.
func (m Minutes) Final() bool { return m.ApprovedAt != nil }

// Active are the adjusters whose answers count: those who have been replaced keep their mark and are asked no more.
func Active(as []Adjuster) []Adjuster {
	return slices.DeleteFunc(slices.Clone(as), func(a Adjuster) bool { return !a.Active() })
}

// complete reports whether every adjuster has approved or maintains an objection, and whether any maintains.
func complete(as []Adjuster) (all, objected bool) {
	as = Active(as)
	all = len(as) > 0 && !slices.ContainsFunc(as, func(a Adjuster) bool { return a.Answer != "approved" && a.Answer != "maintained" })
	return all, slices.ContainsFunc(as, func(a Adjuster) bool { return a.Answer == "maintained" })
}
