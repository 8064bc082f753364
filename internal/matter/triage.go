package matter

import (
	"slices"

	"samverka/internal/clock"
	"samverka/internal/organisation"
)

// What the employer owes the unions before a matter is decided, the least that its plan must hold.
const (
	// DutyNegotiate: samverkan before the decision, which replaces negotiation (MBL 11 §). The plan has a group or a
	// negotiation that has to be finished.
	DutyNegotiate = "before_decision"
	// DutyInform: the unions are kept informed (MBL 19 §). MBL would let the employer decide first; here every group of the
	// plan is informed before the decision, so that any union there can object while it still matters. So both duties have
	// one gate: a decision is always preceded by some mandatory track.
	DutyInform = "information"
)

// TriageType is what kind of question the answers describe.
type TriageType string

// The types.
const (
	TypeIndividual TriageType = "individual"      // not for samverkan (handbook "Not for samverkan")
	TypeInform     TriageType = "information"     // MBL 19 §
	TypeEarly      TriageType = "early_dialogue"  // begin with early dialogue; samverkan before the decision follows
	TypeSamverkan  TriageType = "before_decision" // replaces MBL 11 §
	TypeMBL11      TriageType = "mbl11"           // no union of the groups is within the agreement
	TypeMBL13      TriageType = "mbl13"           // only a union without collective agreement is owed negotiation
	TypeMBL38      TriageType = "mbl38"           // only the work by others than employees is to be negotiated
)

// TriageTypes lists the types.
var TriageTypes = []TriageType{TypeIndividual, TypeInform, TypeEarly, TypeSamverkan, TypeMBL11, TypeMBL13, TypeMBL38}

// Correction is what the manager changes in the rules' answer, and why. HR and the unions see it.
type Correction struct {
	Duty   string `json:"duty,omitempty"`    // "": as the rules say
	NoRisk bool   `json:"no_risk,omitempty"` // no risk assessment although the work environment is affected
	Reason string `json:"reason,omitempty"`
}

// Made reports whether anything is corrected.
func (c Correction) Made() bool { return c.Duty != "" || c.NoRisk }

// Situation is what a triage rests on: the answers to the steering questions (handbook 4.2), the groups and unions around
// the units, and what is planned.
type Situation struct {
	Category        string
	Units           []int64
	Decider         string
	NotImportant    bool // no important change: MBL 11 § does not require negotiation
	Unsure          bool // the manager does not know whether it is
	Individuals     bool // it is about identifiable people
	Idea            bool // there is no proposal yet
	Settled         bool // in practice it is already decided
	Secret          bool
	Outsiders       bool    // MBL 38 §
	WorkEnvironment bool    // AML 6:4, AFS 2023:1
	Concerned       []int64 // unions that no group hears, whose members are concerned (MBL 11, 13 §§)
	PlannedDecision clock.Date
	Correction      Correction
	Coverage        []Coverage
	Unions          []PartyChoice
	Meetings        []PlannedMeeting
	APTs            []PlannedAPT
	Agreement       organisation.Agreement // what the matter as a whole follows
	Rules           *organisation.Rulebook // nil: every group and unit follows Agreement
	Paths           []unitPath             // the units above and of each unit, for their own rules
	agreementID     int64                  // the agreement that the matter keeps; 0: none yet
	day             clock.Date             // whose rules hold
}

// agreementIn is what the group follows: its own arrangement may differ from what the matter as a whole follows (handbook 11: organisation →
// förvaltning → group).
func (in Situation) agreementIn(groupID int64) organisation.Agreement {
	if in.Rules == nil {
		return in.Agreement
	}
	return in.Rules.Kept(in.agreementID, in.day, in.Rules.InGroup(groupID))
}

// regulated reports whether the parties have agreed, for any of the units, that such questions are taken in a group however
// small the change is (handbook 11 "Decision types in samverkan"). An APT there warns by the same list.
func (in Situation) regulated() bool {
	if in.Rules == nil || len(in.Paths) == 0 {
		return in.Agreement.ToGroup(in.Category)
	}
	return slices.ContainsFunc(in.Paths, func(u unitPath) bool {
		return in.Rules.Kept(in.agreementID, in.day, organisation.InUnits(u.Path)).ToGroup(in.Category)
	})
}

// Reason is one thing that the triage says, and what it rests on.
type Reason struct {
	Key    string
	Args   []any
	Source string // paragraph or agreement clause
}

// Forum is one place where the matter is taken up, in the order that it travels.
type Forum struct {
	Kind    string // ForumAPT, KindGroup, KindInfo or a negotiation
	Class   string // EarlyDialogue, BeforeDecision, Information; "": a negotiation
	GroupID int64
	UnionID int64
	Name    string
	Day     clock.Date // the planned meeting that fits; zero: none, or a negotiation
	Reason  string
	Source  string
}

// ForumAPT is the forum of all staff at a workplace.
const ForumAPT = "apt"

// UnionWay is how one union meets the matter.
type UnionWay struct {
	ID   int64
	Name string
	Way  string // KindGroup, KindInfo, KindMBL11, KindMBL13, or WayDirect
	Reason
}

// WayDirect: a union outside the agreement is informed directly, not through a group (MBL 19 §).
const WayDirect = "direct"

// Triage is what the answers lead to, with the reason for each part. It proposes; the manager may correct it.
type Triage struct {
	Type     TriageType // as it stands, with corrections
	Duty     string
	Why      Reason     // for Type
	Ruled    TriageType // what the rules say without corrections
	RuledWhy Reason
	Tracks   []SuggestedTrack
	Forums   []Forum
	Needs    []Reason
	Unions   []UnionWay
	Dates    []Dated // in order of time
	Words    []Reason
	Risk     bool       // a risk assessment has to be fixed before samverkan is concluded
	NoGroup  bool       // no group covers the units: somebody has to set one up
	Earliest clock.Date // the earliest lawful day to decide, if the meetings are called today and all agree
	Planned  clock.Date // the earliest day with the meetings that are planned; zero: they do not suffice
	Fits     bool       // the wished day can be kept with the meetings that are planned
	Late     bool       // the wished day comes before the earliest lawful one
}

// Triage answers the steering questions: what kind of question this is, where it goes and in which order, what is needed,
// which unions are met and how, and the days counted backwards from the wished decision. It rests on the answers and the
// category alone, never on words in them.
func (in Situation) Triage(today clock.Date) Triage {
	if in.Individuals {
		why := Reason{Key: "triage.why.individual", Source: "Handboken 3: inte för samverkan; MBL 19 §"}
		return Triage{Type: TypeIndividual, Ruled: TypeIndividual, Why: why, RuledWhy: why}
	}
	duty, why := in.duty()
	t := Triage{Duty: duty, Earliest: today}
	if in.Correction.Duty != "" {
		t.Duty = in.Correction.Duty
	}
	t.Risk = in.WorkEnvironment && !in.Correction.NoRisk && in.Agreement.RiskBeforeConclusion
	t.Tracks = in.groups(t.Duty)
	if t.NoGroup = len(t.Tracks) == 0; !t.NoGroup {
		t.Earliest = in.soonest(t.Tracks, today)
	}
	plan := in.fit(t.Tracks, today)
	t.Planned, t.Fits = plan.earliest, plan.fits
	if !t.Planned.IsZero() && t.Planned.Before(t.Earliest) { // a meeting that is already called
		t.Earliest = t.Planned
	}
	t.Tracks = append(t.Tracks, in.negotiations(t.Tracks, t.Duty, plan.treatment(t.Earliest))...)
	t.Late = !in.PlannedDecision.IsZero() && in.PlannedDecision.Before(t.Earliest)
	t.Ruled, t.RuledWhy = in.typeOf(duty, why, plan.treatment(t.Earliest))
	t.Type, t.Why = t.Ruled, t.RuledWhy
	if in.Correction.Duty != "" && in.Correction.Duty != duty {
		t.Type, t.Why = in.typeOf(t.Duty, Reason{Key: "triage.why.corrected", Source: "Rättat av chefen"}, plan.treatment(t.Earliest))
	}
	t.Forums = in.forums(t, plan)
	t.Needs = in.needs(t)
	t.Unions = in.ways(t, plan.treatment(t.Earliest))
	t.Dates = in.dates(t, plan, today)
	t.Words = in.words(t, plan)
	return t
}

// duty is what the employer owes, and why.
func (in Situation) duty() (string, Reason) {
	switch {
	case in.NotImportant && in.regulated():
		return DutyNegotiate, Reason{Key: "triage.why.regulated", Source: "Avtalet: frågor som alltid samverkas före beslut"}
	case in.NotImportant:
		return DutyInform, Reason{Key: "triage.why.not_important", Source: "MBL 19 §"}
	case in.Unsure:
		return DutyNegotiate, Reason{Key: "triage.why.unsure", Source: "MBL 11 §"}
	}
	return DutyNegotiate, Reason{Key: "triage.why.important", Source: "MBL 11 §; avtalet: samverkan i stället för förhandling"}
}

// typeOf names the type: the duty, or the negotiation that alone has to be finished before the decision.
func (in Situation) typeOf(duty string, why Reason, day clock.Date) (TriageType, Reason) {
	groups := in.groups(duty)
	kinds := map[string]bool{}
	for _, n := range in.negotiations(groups, duty, day) {
		kinds[n.Kind] = true
	}
	switch {
	case duty == DutyInform && kinds[KindMBL38]:
		return TypeMBL38, Reason{Key: "triage.why.mbl38", Source: "MBL 38 §"}
	case duty == DutyInform && kinds[KindMBL13]:
		return TypeMBL13, Reason{Key: "triage.why.mbl13", Source: "MBL 13 §"}
	case duty == DutyInform:
		return TypeInform, why
	case kinds[KindMBL11] && !in.heard(groups, day):
		return TypeMBL11, Reason{Key: "triage.why.mbl11", Source: "MBL 11 §; avtalet gäller inte för någon organisation i grupperna"}
	case in.Idea:
		return TypeEarly, Reason{Key: "triage.why.idea", Source: "MBL 11 §; AD 2008 nr 3: frågan ska vara öppen när samverkan börjar"}
	}
	return TypeSamverkan, why
}

// heard reports whether some union of the groups that treat the matter is within the agreement on the day.
func (in Situation) heard(groups []SuggestedTrack, day clock.Date) bool {
	return slices.ContainsFunc(in.Unions, func(u PartyChoice) bool {
		return u.covered(day) && slices.ContainsFunc(groups, func(t SuggestedTrack) bool { return t.Kind == KindGroup && slices.Contains(u.Groups, t.GroupID) })
	})
}
