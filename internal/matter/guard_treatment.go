package matter

import (
	"slices"
	"strings"
	"time"

	"samverka/internal/access"
	"samverka/internal/fail"
)

// CanConclude refuses with *Blocked unless samverkan about the matter may be declared concluded in the treatment: every
// entitled organisation called and heard, papers in time or accepted late, the risk assessment fixed, the groups' order
// kept (handbook T6, T7; SKR on minutes).
func (r Record) CanConclude(it Item, now time.Time) error {
	if it.Status != "open" || it.MeetingStatus != "open" {
		return fail.New(fail.Invalid, "matter.error.not_open")
	}
	ms := r.unready(it)
	entitled := r.Entitled(it.GroupID, it.Day())
	for _, u := range entitled {
		ms = append(ms, r.owedTo(it, u)...)
	}
	ms = append(ms, r.missingQuorum(it, entitled)...)
	if ms = append(ms, r.unordered(it)...); len(ms) > 0 {
		return &Blocked{r.quoted(ms)}
	}
	return nil
}

// missingQuorum asks that the agreement's number of called organisations take part, and never more than there are.
func (r Record) missingQuorum(it Item, entitled []Union) []Missing {
	heard := 0
	for _, u := range entitled {
		if r.heard(it, u) {
			heard++
		}
	}
	const source = "Avtalet: beslutför med ordförande och kallade organisationer"
	switch need := max(1, min(r.AgreementIn(it.GroupID).Quorum, len(entitled))); {
	case heard == 0:
		return []Missing{{Key: "matter.conclude.quorum", Source: source}}
	case heard < need:
		return []Missing{{Key: "matter.conclude.few", Args: []any{"Heard", heard, "Need", need}, Source: source}}
	}
	return nil
}

// unready lists what keeps the treatment from any conclusion: a version that no longer holds, a plan over several
// förvaltningar that the parties have not agreed on, a risk assessment that is not fixed.
func (r Record) unready(it Item) []Missing {
	var ms []Missing
	if it.ProposalNo < r.baseNo() {
		ms = append(ms, Missing{Key: "matter.conclude.outdated", Args: []any{"No", it.ProposalNo}, Source: "MBL 11 §"})
	}
	if r.PlanAwaits() {
		ms = append(ms, Missing{Key: "paths.conclude.plan_agreed", Who: r.OwnerName, Link: r.path("/plan"), Action: "matter.gate.do_plan",
			Source: "Samverkansavtalet: frågor över förvaltningsgränser"})
	}
	if r.NeedsRisk() && !r.RiskFixed() {
		ms = append(ms, Missing{Key: "matter.conclude.risk", Source: "AML 6:4; avtalet: riskbedömning före avslut"})
	}
	return ms
}

// unordered lists the groups that have to conclude before the treatment's.
func (r Record) unordered(it Item) []Missing {
	var ms []Missing
	for _, name := range r.before(it) {
		ms = append(ms, Missing{Key: "matter.conclude.order", Args: []any{"Group", name}, Source: "Avtalet: ordning mellan grupper"})
	}
	return ms
}

// heard reports whether the organisation has said something or attends.
func (r Record) heard(it Item, u Union) bool {
	_, ok := r.position(it.ID, u.ID)
	return ok || r.present(it, u.ID, time.Time{})
}

// owedTo lists what the treatment still owes one entitled organisation.
func (r Record) owedTo(it Item, u Union) []Missing {
	var ms []Missing
	add := func(key, source string) {
		ms = append(ms, Missing{Key: key, Args: []any{"Union", u.Name}, Who: u.Name, Source: source})
	}
	if !r.called(it, u.ID) {
		add("matter.conclude.not_called", "Avtalet: kallelse")
	}
	if it.Extra && !slices.ContainsFunc(r.Consents, func(c Consent) bool {
		return c.MeetingID == it.MeetingID && c.UnionID == u.ID && c.Accepted
	}) {
		add("matter.conclude.extra", "Avtalet: extra möte")
	}
	accepted, tabling := r.answer(it, u.ID)
	switch late := r.PapersLate(it, u.ID); {
	case late && tabling && r.AgreementIn(it.GroupID).TableOnLatePapers:
		add("matter.conclude.tabling", "Avtalet: handlingar")
	case late && !accepted:
		add("matter.conclude.papers", "Avtalet: handlingar")
	}
	if _, ok := r.position(it.ID, u.ID); !ok && r.present(it, u.ID, time.Time{}) {
		add("matter.conclude.silent", "MBL 11 §")
	}
	return ms
}

// before lists the groups that have to conclude first by the agreement's order.
func (r Record) before(it Item) []string {
	var mine Track
	for _, t := range r.Tracks {
		if t.ID == it.TrackID {
			mine = t
		}
	}
	var names []string
	for _, t := range r.Tracks {
		if t.Kind != KindGroup || !t.Mandatory || t.ID == mine.ID || r.concluded(t) {
			continue
		}
		below, above := slices.Contains(t.GroupAbove, mine.GroupID), slices.Contains(mine.GroupAbove, t.GroupID)
		if r.Agreement.GroupOrder == "bottom_up" && below || r.Agreement.GroupOrder == "top_down" && above {
			names = append(names, t.GroupName)
		}
	}
	return names
}

// concluded reports whether the chair has declared the track concluded on a version that still holds.
func (r Record) concluded(t Track) bool {
	_, ok := r.outcome(t)
	return ok
}

// CanTakePosition refuses unless who may state the union's position in the treatment now: the treatment is open, the
// person has a mandate for the union in the group today, the union is entitled there, and disagreement says why. A
// substitute has to be in the room (handbook 2 rule 1, 4.4). What the chair wrote down and the union has not confirmed, it
// may correct for as long as the meeting goes on: the position is its own.
func (r Record) CanTakePosition(it Item, who access.Actor, unionID int64, stance, reason string, now time.Time) error {
	correcting := r.Corrects(it, unionID)
	switch {
	case !who.Speaks(unionID, it.GroupID):
		return fail.New(fail.Forbidden, "matter.error.no_mandate")
	case it.Class != BeforeDecision:
		return fail.New(fail.Invalid, "matter.error.not_before_decision")
	case it.ConcludedAt != nil && !correcting:
		return fail.New(fail.Invalid, "matter.error.positions_locked")
	case (it.Status != "open" || it.MeetingStatus != "open") && !correcting:
		return fail.New(fail.Invalid, "matter.error.not_open")
	case !slices.ContainsFunc(r.Entitled(it.GroupID, it.Day()), func(u Union) bool { return u.ID == unionID }):
		return fail.New(fail.Invalid, "matter.error.not_entitled")
	case who.Substitute(unionID, it.GroupID) && !r.attends(it, who.PersonID, now):
		return fail.New(fail.Invalid, "matter.error.substitute_absent")
	}
	return checkStance(stance, reason)
}

func checkStance(stance, reason string) error {
	var f fail.Form
	if !slices.Contains(Stances, stance) {
		f.Add("stance", "matter.error.stance")
	}
	if stance == Disagrees && strings.TrimSpace(reason) == "" {
		f.Add("reason", "matter.error.reason_needed")
	}
	return f.Err()
}

// Corrects reports whether the union may still correct what the chair wrote down for it, after the conclusion too: it has
// not confirmed it, the meeting goes on and the conclusion has not taken effect.
func (r Record) Corrects(it Item, unionID int64) bool {
	p, ok := r.position(it.ID, unionID)
	return ok && p.Unconfirmed() && it.ConcludedAt != nil && it.EffectiveAt == nil && it.MeetingStatus == "open"
}

// CanRecordPosition refuses unless the chair may write down what the person says for the union: the treatment is open, the
// union is entitled there, and the person represents it and is in the room.
func (r Record) CanRecordPosition(it Item, unionID, personID int64, stance, reason string, now time.Time) error {
	switch {
	case it.Class != BeforeDecision:
		return fail.New(fail.Invalid, "matter.error.not_before_decision")
	case it.ConcludedAt != nil:
		return fail.New(fail.Invalid, "matter.error.positions_locked")
	case it.Status != "open" || it.MeetingStatus != "open":
		return fail.New(fail.Invalid, "matter.error.not_open")
	case !slices.ContainsFunc(r.Entitled(it.GroupID, it.Day()), func(u Union) bool { return u.ID == unionID }):
		return fail.New(fail.Invalid, "matter.error.not_entitled")
	case !slices.Contains(r.Speakers(it, unionID, now), personID):
		return fail.New(fail.Invalid, "matter.error.speaker_absent")
	}
	return checkStance(stance, reason)
}

// Speakers are those who represent the union in the treatment's group that day and are in the room now, substitutes last.
func (r Record) Speakers(it Item, unionID int64, now time.Time) []int64 {
	var ordinary, substitutes []int64
	for _, s := range r.Seats {
		switch {
		case s.UnionID != unionID || s.GroupID != it.GroupID || !s.holds(it.Day()) || !r.attends(it, s.PersonID, now):
		case s.Role == "union_rep" && !slices.Contains(ordinary, s.PersonID):
			ordinary = append(ordinary, s.PersonID)
		case s.Role == "union_substitute" && !slices.Contains(substitutes, s.PersonID):
			substitutes = append(substitutes, s.PersonID)
		}
	}
	return append(ordinary, substitutes...)
}

func (r Record) attends(it Item, personID int64, now time.Time) bool {
	return slices.ContainsFunc(r.Attendance, func(a Attendance) bool {
		return a.MeetingID == it.MeetingID && a.PersonID == personID && a.attends(now)
	})
}
