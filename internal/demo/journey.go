package demo

import (
	"slices"
	"strings"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/matter"
)

// fate is how a matter's way to its decision ends.
type fate string

const (
	decided        fate = "decided"
	undecided      fate = "undecided" // nothing but the decision is left
	minor          fate = "minor"     // decided with a minor deviation
	withdrawn      fate = "withdrawn"
	waived         fate = "waived"          // the disagreeing union gives up its window
	centralised    fate = "centralised"     // it requests central negotiation
	revised        fate = "revised"         // a new version makes the outcome outdated; treated again
	outdated       fate = "outdated"        // the same, not treated again yet
	editorial      fate = "editorial"       // an editorial version, which may still be objected to
	deviating      fate = "deviating"       // the board decides something else
	enhanced       fate = "enhanced"        // it requests enhanced samverkan, which is still to be held
	negotiated     fate = "negotiated"      // a union takes the matter to negotiation under MBL 11 §
	nothing        fate = "nothing"         // it waits where it is
	laterEditorial fate = "later_editorial" // an editorial version whose time to object is over; decided
)

// journey is one matter on its way.
type journey struct {
	*subject
	n            int
	id           int64
	name         string // the title in full
	owner        string
	unit         string // whose question it is
	units        []string
	branch       string
	decider      string
	planned      clock.Date
	fate         fate
	path         []*sitting // where it is treated, in order
	informed     []*sitting // groups that are informed
	negotiator   map[string]bool
	tabledReason string
	early        *sitting // where it was up for early dialogue
	leave        bool     // it may be decided, and waits to be
	unstated     bool     // the safety representative has not said anything about the risk assessment yet
	undialogued  bool     // it has not been up at an APT
	secrecy      string
	created      clock.Date
}

// dropped reports whether the matter is withdrawn before any group has treated it.
func (j *journey) dropped() bool { return j.fate == withdrawn && j.n%2 == 0 }

func (j *journey) text(s string) string { return in(s, j.unit) }

// titled is the title with the workplace, when the subject has no place for it.
func titled(s *subject, unit string) string {
	if strings.Contains(s.title, "{enhet}") {
		return in(s.title, unit)
	}
	return s.title
}

func (j *journey) who(s *stage) access.Actor { return s.actor(j.owner, access.Manager) }

// tracks is the samverkansplan.
func (j *journey) tracks(s *stage) []matter.PlanTrack {
	var ts []matter.PlanTrack
	add := func(kind string, g *group) {
		if !slices.ContainsFunc(ts, func(t matter.PlanTrack) bool { return t.GroupID == g.id }) {
			ts = append(ts, matter.PlanTrack{Kind: kind, GroupID: g.id})
		}
	}
	for _, t := range j.path {
		add(matter.KindGroup, t.group)
	}
	for _, t := range j.informed {
		add(matter.KindInfo, t.group)
	}
	if j.outsiders {
		for _, x := range j.path[0].speakers()[:2] {
			ts = append(ts, matter.PlanTrack{Kind: matter.KindMBL38, UnionID: s.union(x.union)})
		}
	}
	return ts
}

// note is what the minutes say about the treatment.
func (j *journey) note(t *sitting, x *treatment) string {
	switch {
	case x.class == matter.Information:
		return "Gruppen informerades om frågan. " + j.text(j.purpose)
	case x.class == matter.EarlyDialogue:
		return "Tidig dialog. " + j.text(j.dialogue)
	case x.outcome == adjourned:
		return j.text(j.minutes) + " Behandlingen ajourneras: gruppen vill se siffrorna för hela året först."
	}
	return j.text(j.minutes)
}
