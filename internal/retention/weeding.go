package retention

import (
	"bytes"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/fail"
)

// Outcomes of a weeding that was proposed.
const (
	Approved  = "approved"
	Declined  = "declined"
	Withdrawn = "withdrawn"
)

// Weeding is one weeding, proposed and then decided. Its page is the protocol.
type Weeding struct {
	ID           int64
	Kind         string
	Version      int // of the rule
	Years        int
	Source       string
	Cutoff       clock.Date
	Number       int
	Oldest       clock.Date
	Newest       clock.Date
	Digest       []byte
	ProposedBy   int64
	ProposedName string
	ProposedAs   access.Role
	ProposedAt   time.Time
	Outcome      string // "": waits
	DecidedName  string
	DecidedAs    access.Role
	DecidedAt    *time.Time
	Reason       string
}

// Waits reports whether nobody has decided yet.
func (w Weeding) Waits() bool { return w.Outcome == "" }

// CanDecide refuses the one who proposed, and two who are neither of them registrar: weeding needs the archivist (handbook
// L7) and two people.
func (w Weeding) CanDecide(who access.Actor) error {
	switch {
	case !w.Waits():
		return fail.New(fail.Invalid, "retention.error.decided")
	case !who.May(access.WeedingDecide):
		return fail.New(fail.Forbidden, "error.forbidden")
	case who.PersonID == w.ProposedBy:
		return fail.New(fail.Invalid, "retention.error.same_person")
	case who.Role != access.Registrar && w.ProposedAs != access.Registrar:
		return fail.New(fail.Invalid, "retention.error.no_registrar")
	}
	return nil
}

// Holds refuses a weeding that is no longer what was proposed: the rule keeps longer now, or something has come or gone.
func (w Weeding) Holds(r Rule, s Selection, today clock.Date) error {
	cutoff, weeds := r.Cutoff(today)
	switch {
	case !weeds || w.Cutoff.After(cutoff):
		return fail.New(fail.Invalid, "retention.error.rule_changed")
	case s.Number != w.Number || !bytes.Equal(s.Digest(), w.Digest):
		return fail.New(fail.Invalid, "retention.error.changed", "Then", w.Number, "Now", s.Number)
	}
	return nil
}

// CanWithdraw refuses all but the one who proposed.
func (w Weeding) CanWithdraw(who access.Actor) error {
	switch {
	case !w.Waits():
		return fail.New(fail.Invalid, "retention.error.decided")
	case who.PersonID != w.ProposedBy:
		return fail.New(fail.Forbidden, "error.forbidden")
	}
	return nil
}
