package followup

import (
	"slices"
	"strings"

	"samverka/internal/access"
)

// Record is all that is known of a round.
type Record struct {
	Round
	Entries   []Entry
	Answers   []Answer
	Measures  []Measure
	Approvals []Approval // of the statement as it stands
	Parties   []Party
}

// Missing is one thing that stands between a round and its next stage.
type Missing struct {
	Key     string
	Args    []any // name, value pairs
	GroupID int64 // on whose page it is done; 0: on the round's
	Anchor  string
}

// Gate lists what is missing before the next stage, in the order in which it can be done; the page shows it, and Advance refuses by
// it. Guards: handbook 7 (the statement needs both sides' approval; actions need owner and date).
func (r Record) Gate() []Missing {
	switch r.Stage {
	case Planned:
		return r.missingVisits()
	case Answering:
		return r.missingAnswers()
	case Analysing:
		return when(strings.TrimSpace(r.Analysis) == "", Missing{Key: "followup.missing.analysis", Anchor: "analys"})
	case Talking:
		return when(r.DialogueOn.IsZero(), Missing{Key: "followup.missing.dialogue", Args: []any{"Group", r.GroupName}, Anchor: "dialog"})
	case Stating:
		return r.missingApprovals()
	case Acting:
		return r.missingOwners()
	}
	return nil
}

func when(is bool, m Missing) []Missing {
	if is {
		return []Missing{m}
	}
	return nil
}

// missingVisits: every group has a day and two visitors, one from each side (S:SEED3: all groups were visited).
func (r Record) missingVisits() (all []Missing) {
	followed := 0
	for _, e := range r.Entries {
		if e.LeftOut != "" {
			continue
		}
		followed++
		if !e.visitPlanned() {
			all = append(all, Missing{Key: "followup.missing.visit", Args: []any{"Group", e.GroupName}, GroupID: e.GroupID, Anchor: "besok"})
		}
	}
	if followed == 0 {
		all = append(all, Missing{Key: "followup.missing.groups", Anchor: "grupper"})
	}
	return all
}

func (e Entry) visitPlanned() bool {
	return !e.VisitOn.IsZero() && e.EmployerVisitorID != 0 && e.UnionVisitorID != 0
}

// missingAnswers: each group was visited, each side has answered by itself, and then both have written together (handbook 7).
func (r Record) missingAnswers() (all []Missing) {
	for _, e := range r.Entries {
		if e.LeftOut != "" {
			continue
		}
		miss := func(key, anchor string) {
			all = append(all, Missing{Key: key, Args: []any{"Group", e.GroupName}, GroupID: e.GroupID, Anchor: anchor})
		}
		if e.VisitedAt == nil {
			miss("followup.missing.visited", "besok")
		}
		if !r.sent(e.ID, Employer) {
			miss("followup.missing.employer", "svar")
		}
		if !r.sent(e.ID, Union) {
			miss("followup.missing.union", "svar")
		}
		if strings.TrimSpace(e.Good) == "" || strings.TrimSpace(e.Lacking) == "" {
			miss("followup.missing.joint", "gemensam")
		}
	}
	return all
}

// missingApprovals takes this rule for both sides' approval (S:SEED3 [D]): HR or the negotiator approves for the employer, and at
// least one union for the other side. Every union within the agreement that is represented in the top group is asked, and the
// statement names those who stand behind it; one that does not cannot keep the others from making theirs known.
func (r Record) missingApprovals() (all []Missing) {
	if strings.TrimSpace(r.Statement) == "" {
		return []Missing{{Key: "followup.missing.statement", Anchor: "text"}}
	}
	if !r.approved(0) {
		all = append(all, Missing{Key: "followup.missing.employer_approves", Anchor: "godkannanden"})
	}
	if !slices.ContainsFunc(r.Approvals, func(a Approval) bool { return a.UnionID != 0 }) {
		all = append(all, Missing{Key: "followup.missing.union_approves", Args: []any{"Group", r.GroupName}, Anchor: "godkannanden"})
	}
	return all
}

func (r Record) missingOwners() (all []Missing) {
	for _, m := range r.Measures {
		if e, _ := r.entry(func(e Entry) bool { return e.ID == m.EntryID }); m.ActionID == 0 && e.LeftOut == "" {
			all = append(all, Missing{Key: "followup.missing.owner", Args: []any{"What", m.What, "Group", e.GroupName}, GroupID: e.GroupID, Anchor: "atgarder"})
		}
	}
	return all
}

func (r Record) entry(is func(Entry) bool) (Entry, bool) {
	i := slices.IndexFunc(r.Entries, is)
	if i < 0 {
		return Entry{}, false
	}
	return r.Entries[i], true
}

// Answer is what the side has written in the entry; a new one when there is nothing.
func (r Record) Answer(entryID int64, side Side) Answer {
	i := slices.IndexFunc(r.Answers, func(a Answer) bool { return a.EntryID == entryID && a.Side == side })
	if i < 0 {
		return Answer{EntryID: entryID, Side: side, Grades: make([]int, Questions)}
	}
	return r.Answers[i]
}

func (r Record) sent(entryID int64, side Side) bool { return r.Answer(entryID, side).SentAt != nil }

// BothSent reports whether both sides of the group have sent their answers: until then neither reads the other's.
func (r Record) BothSent(entryID int64) bool {
	return r.sent(entryID, Employer) && r.sent(entryID, Union)
}

func (r Record) approved(unionID int64) bool {
	return slices.ContainsFunc(r.Approvals, func(a Approval) bool { return a.UnionID == unionID })
}

// runs reports whether the actor leads the follow-up: HR, and the employer's negotiator.
func runs(who access.Actor) bool { return who.Role == access.HR || who.Role == access.Negotiator }

// SideOf is the side that the actor answers for in the group: the employer's by its chair, those whom the employer has seated and the
// managers of its units; the unions' by their representatives there. "" for everybody else.
func (e Entry) SideOf(who access.Actor) Side {
	switch who.Role {
	case access.Manager:
		if who.InGroup(e.GroupID) || slices.ContainsFunc(e.Units, func(u int64) bool { return slices.Contains(who.Units, u) }) {
			return Employer
		}
	case access.UnionRep:
		if who.InGroup(e.GroupID) {
			return Union
		}
	}
	return ""
}

// Central reports whether the actor follows the whole round: HR, the negotiator, and whoever sits in the top group.
func (r Round) Central(who access.Actor) bool { return runs(who) || who.InGroup(r.GroupID) }

// Reads reports whether the actor may know what a group has answered: whoever sits in it, and those who follow the whole round.
func (r Round) Reads(who access.Actor, e Entry) bool {
	return r.Central(who) || who.InGroup(e.GroupID) || e.SideOf(who) != ""
}

// Shows reports whether the actor may read the side's answer: their own always, and both when both have sent.
func (r Record) Shows(who access.Actor, e Entry, side Side) bool {
	return e.SideOf(who) == side || r.BothSent(e.ID) && r.Reads(who, e)
}
