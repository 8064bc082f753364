package matter

import (
	"slices"
	"strings"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/fail"
)

// Blocked is the refusal that lists all that is missing.
type Blocked struct{ Missing []Missing }

// Error implements error.
func (b *Blocked) Error() string {
	keys := make([]string, len(b.Missing))
	for i, m := range b.Missing {
		keys[i] = m.Key
	}
	return "blocked: " + strings.Join(keys, ", ")
}

// Item returns the matter's treatment with the given id.
func (r Record) Item(id int64) (Item, bool) {
	for _, it := range r.Items {
		if it.ID == id {
			return it, true
		}
	}
	return Item{}, false
}

// CanDecide refuses unless who is the one who decides and the gate is empty, or an exception is approved for the
// version at hand (MBL 11 §; handbook T11).
func (r Record) CanDecide(who access.Actor, now time.Time) error {
	if err := r.mayDecide(who); err != nil {
		return err
	}
	if _, ok := r.ApprovedException(); ok {
		return nil
	}
	if ms := r.Gate(now); len(ms) > 0 {
		return &Blocked{ms}
	}
	return nil
}

func (r Record) mayDecide(who access.Actor) error {
	d, decided := r.LastDecision()
	switch {
	case who.Role != access.Manager || who.PersonID != r.OwnerID:
		return fail.New(fail.Forbidden, "matter.error.not_decider")
	case r.Decider != ByManager:
		return fail.New(fail.Invalid, "matter.error.board_decides")
	case r.Status != "open":
		return fail.New(fail.Invalid, "matter.error.not_open_matter")
	case decided && d.Deviation != MaterialDeviation:
		return fail.New(fail.Conflict, "matter.error.already_decided")
	}
	return nil
}

// ApprovedException is the approved exception for the newest version, not yet used by a decision.
func (r Record) ApprovedException() (Exception, bool) {
	for _, e := range slices.Backward(r.Exceptions) {
		used := slices.ContainsFunc(r.Decisions, func(d Decision) bool { return d.ExceptionID == e.ID })
		if e.Approved != nil && *e.Approved && !used && e.ProposalNo >= r.baseNo() {
			return e, true
		}
	}
	return Exception{}, false
}

func (r Record) reopened() bool {
	d, ok := r.LastDecision()
	return ok && (d.Deviation == MaterialDeviation || d.ExceptionID != 0)
}

// CanObjectEditorial refuses unless the version is called editorial and the time to object is running.
func (r Record) CanObjectEditorial(no int, now time.Time) error {
	i := slices.IndexFunc(r.Proposals, func(p Proposal) bool { return p.No == no })
	switch {
	case i < 0:
		return fail.New(fail.NotFound, "error.not_found")
	case !r.Proposals[i].Editorial:
		return fail.New(fail.Invalid, "matter.error.not_editorial")
	case clock.DateOf(now).After(r.Proposals[i].ObjectionUntil):
		return fail.New(fail.Invalid, "matter.error.objection_late", "Until", r.Proposals[i].ObjectionUntil.String())
	}
	return nil
}
