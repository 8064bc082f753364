package retention

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"samverka/internal/clock"
)

// Tie is what a document is bound to.
type Tie struct {
	Open        bool // a matter that is not ended
	Negotiating bool // a negotiation that goes on
	Secret      bool // a matter with secrecy, which has to be examined first
	Waits       bool // somebody who has something left to do with it
}

// Hold is why something is not weeded although it is old enough.
type Hold string

// The holds, the strongest first.
const (
	HeldByMatter      Hold = "matter"
	HeldByNegotiation Hold = "negotiation"
	HeldBySecrecy     Hold = "secrecy"
	HeldByWaiting     Hold = "waiting"
)

// Holds lists why something may be held.
var Holds = []Hold{HeldByMatter, HeldByNegotiation, HeldBySecrecy, HeldByWaiting}

// Hold is what keeps the document from being weeded; "" when nothing does.
func (t Tie) Hold() Hold {
	switch {
	case t.Open:
		return HeldByMatter
	case t.Negotiating:
		return HeldByNegotiation
	case t.Secret:
		return HeldBySecrecy
	case t.Waits:
		return HeldByWaiting
	}
	return ""
}

// Candidate is something that is old enough, with what it is bound to.
type Candidate struct {
	ID    int64
	N     int // documents in it
	Day   clock.Date
	Label string
	Tie
}

// Most is how many candidates one weeding takes; the rest wait for the next one.
const Most = 20_000

// Selection is exactly what a weeding would take.
type Selection struct {
	Cutoff clock.Date
	Rows   []Candidate
	Number int
	Oldest clock.Date
	Newest clock.Date
	More   bool // there is more than one weeding takes
}

// choose leaves out what is held, and what is more than one weeding takes. Candidates come with the oldest first.
func choose(cutoff clock.Date, cs []Candidate) Selection {
	s := Selection{Cutoff: cutoff}
	for _, c := range cs {
		if c.Hold() != "" || c.Day.After(cutoff) {
			continue
		}
		if s.More = len(s.Rows) == Most; s.More {
			break
		}
		if s.Rows = append(s.Rows, c); s.Oldest.IsZero() || c.Day.Before(s.Oldest) {
			s.Oldest = c.Day
		}
		if c.Day.After(s.Newest) {
			s.Newest = c.Day
		}
		s.Number += c.N
	}
	return s
}

// IDs are what is weeded.
func (s Selection) IDs() []int64 {
	ids := make([]int64, len(s.Rows))
	for i, c := range s.Rows {
		ids[i] = c.ID
	}
	return ids
}

// Digest is the same for two selections only when they take the same documents.
func (s Selection) Digest() []byte {
	h := sha256.New()
	for _, c := range s.Rows {
		fmt.Fprintf(h, "%d:%d:%s\n", c.ID, c.N, c.Day)
	}
	return h.Sum(nil)
}

// Mark is the digest as a form carries it.
func (s Selection) Mark() string { return hex.EncodeToString(s.Digest()) }
