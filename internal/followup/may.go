package followup

import (
	"slices"
	"strings"

	"samverka/internal/access"
	"samverka/internal/fail"
)

// CanPlan refuses unless the visit may be planned or changed.
func (r Record) CanPlan(e Entry) error {
	switch {
	case r.Stage != Planned && r.Stage != Answering:
		return fail.New(fail.Invalid, "followup.error.visits_over")
	case e.LeftOut != "":
		return fail.New(fail.Invalid, "followup.error.left_out")
	case e.VisitedAt != nil:
		return fail.New(fail.Invalid, "followup.error.visited")
	}
	return nil
}

// CanLeaveOut refuses unless the group may be left out of the round, or taken back into it.
func (r Record) CanLeaveOut(e Entry) error {
	switch {
	case r.Stage != Planned && r.Stage != Answering:
		return fail.New(fail.Invalid, "followup.error.visits_over")
	case len(r.answersOf(e.ID)) > 0:
		return fail.New(fail.Invalid, "followup.error.answered_group")
	}
	return nil
}

func (r Record) answersOf(entryID int64) (all []Answer) {
	for _, a := range r.Answers {
		if a.EntryID == entryID && a.SentAt != nil {
			all = append(all, a)
		}
	}
	return all
}

// CanVisit refuses unless the visit may be noted as made.
func (r Record) CanVisit(e Entry) error {
	switch err := r.CanPlan(e); {
	case err != nil:
		return err
	case r.Stage == Planned:
		return fail.New(fail.Invalid, "followup.error.not_begun")
	case !e.visitPlanned():
		return fail.New(fail.Invalid, "followup.error.visit_unplanned")
	}
	return nil
}

// CanAnswer refuses unless the actor may write their side's answer. Sent, it stands: the other side may have read it.
func (r Record) CanAnswer(who access.Actor, e Entry) error {
	side := e.SideOf(who)
	switch {
	case side == "":
		return fail.New(fail.Forbidden, "followup.error.not_side")
	case e.LeftOut != "":
		return fail.New(fail.Invalid, "followup.error.left_out")
	case r.Stage == Planned:
		return fail.New(fail.Invalid, "followup.error.not_begun")
	case r.Stage != Answering:
		return fail.New(fail.Invalid, "followup.error.answers_over")
	case r.sent(e.ID, side):
		return fail.New(fail.Conflict, "followup.error.sent")
	}
	return nil
}

// CanJoin refuses unless the actor may write in the joint text: either side, when both have answered.
func (r Record) CanJoin(who access.Actor, e Entry) error {
	switch {
	case e.SideOf(who) == "":
		return fail.New(fail.Forbidden, "followup.error.not_side")
	case r.Stage != Answering:
		return fail.New(fail.Invalid, "followup.error.answers_over")
	case !r.BothSent(e.ID):
		return fail.New(fail.Invalid, "followup.error.not_both")
	}
	return nil
}

// CanAddMeasure refuses unless the actor may say what should be done: either side of the group, and whoever leads the round, from
// when both sides have answered until the round is closed.
func (r Record) CanAddMeasure(who access.Actor, e Entry) error {
	switch {
	case e.SideOf(who) == "" && !runs(who):
		return fail.New(fail.Forbidden, "followup.error.not_side")
	case r.Stage == Closed:
		return fail.New(fail.Invalid, "followup.error.closed")
	case e.LeftOut != "" || !r.Stage.reached(Answering) || !r.BothSent(e.ID):
		return fail.New(fail.Invalid, "followup.error.not_both")
	}
	return nil
}

// CanWriteAnalysis refuses unless the analysis may be written: by whoever leads the round, when the answers are in.
func (r Record) CanWriteAnalysis(who access.Actor) error {
	switch {
	case !runs(who):
		return fail.New(fail.Forbidden, "followup.error.not_lead")
	case r.Stage != Analysing && r.Stage != Talking:
		return fail.New(fail.Invalid, "followup.error.not_analysis")
	}
	return nil
}

// CanHoldDialogue refuses unless the dialogue in the top group may be noted.
func (r Record) CanHoldDialogue(who access.Actor) error {
	switch {
	case !runs(who):
		return fail.New(fail.Forbidden, "followup.error.not_lead")
	case r.Stage != Talking:
		return fail.New(fail.Invalid, "followup.error.not_dialogue")
	}
	return nil
}

// CanState refuses unless the actor may write in the joint statement: whoever leads the round, and the unions' representatives in
// the top group.
func (r Record) CanState(who access.Actor) error {
	switch {
	case !runs(who) && (who.Role != access.UnionRep || !who.InGroup(r.GroupID)):
		return fail.New(fail.Forbidden, "followup.error.not_party")
	case r.Stage != Stating:
		return fail.New(fail.Invalid, "followup.error.not_statement")
	}
	return nil
}

// CanApprove refuses unless the actor may approve the statement for the union, or for the employer when unionID is 0. A party that
// has not may still do so until the round is closed.
func (r Record) CanApprove(who access.Actor, unionID int64) error {
	mine := runs(who)
	if unionID != 0 {
		mine = who.Speaks(unionID, r.GroupID) && slices.ContainsFunc(r.Parties, func(p Party) bool { return p.ID == unionID })
	}
	switch {
	case !mine:
		return fail.New(fail.Forbidden, "followup.error.not_party")
	case r.Stage != Stating && r.Stage != Acting:
		return fail.New(fail.Invalid, "followup.error.not_statement")
	case strings.TrimSpace(r.Statement) == "":
		return fail.New(fail.Invalid, "followup.missing.statement")
	case r.approved(unionID):
		return fail.New(fail.Conflict, "followup.error.approved")
	}
	return nil
}

// Asked are the parties that the actor may approve for now; 0 is the employer.
func (r Record) Asked(who access.Actor) (ids []int64) {
	for _, id := range append([]int64{0}, partyIDs(r.Parties)...) {
		if r.CanApprove(who, id) == nil {
			ids = append(ids, id)
		}
	}
	return ids
}

func partyIDs(ps []Party) (ids []int64) {
	for _, p := range ps {
		ids = append(ids, p.ID)
	}
	return ids
}

// CanAdvance refuses unless the actor leads the round and nothing is missing.
func (r Record) CanAdvance(who access.Actor) error {
	if !runs(who) {
		return fail.New(fail.Forbidden, "followup.error.not_lead")
	}
	if _, ok := r.Stage.Next(); !ok {
		return fail.New(fail.Invalid, "followup.error.closed")
	}
	if missing := r.Gate(); len(missing) > 0 {
		return fail.New(fail.Invalid, missing[0].Key, missing[0].Args...)
	}
	return nil
}
