package proptest

import (
	"errors"
	"fmt"

	"pgregory.net/rapid"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/matter"
	"samverka/internal/scene"
)

// create lets a manager begin a matter.
func (w *world) create() {
	w.sequence++
	title := fmt.Sprintf("Ärende %d", w.sequence)
	owner := pick(w, []string{"Amina Larsson", "Birgitta Ek", "Amina Larsson", "Olle Berg"}, "owner")
	unit := map[string]string{"Birgitta Ek": units[0], "Amina Larsson": units[1], "Olle Berg": units[2]}[owner]
	who := w.actor(person{owner, access.Manager})
	n := matter.New{Title: title, UnitIDs: []int64{w.unit[unit]}, Category: "working_time", Purpose: "Längre vila", PlannedDecision: w.today().Add(30), Decider: matter.ByManager,
		WorkEnvironment: w.chance(2, 3), Outsiders: w.chance(1, 8), Reason: scene.Why}
	if w.chance(1, 3) {
		n.Decider = matter.ByBoard
	}
	id, err := w.Matter.Create(w.ctx, who, n)
	if w.did(who, err, "creates %q, decided by %s, environment %v, outsiders %v", title, n.Decider, n.WorkEnvironment, n.Outsiders) {
		w.matters = append(w.matters, id)
	}
}

// createBadly lets somebody begin a matter with whatever they write.
func (w *world) createBadly() {
	who := w.somebody(access.Manager)
	n := matter.New{Title: w.text("title"), UnitIDs: []int64{w.orForeign(w.unit[pick(w, units, "unit")])}, Category: pick(w, append([]string{"", "x"}, matter.Categories...), "category"),
		Purpose: w.text("purpose"), PlannedDecision: w.aDay(), Decider: pick(w, []string{matter.ByManager, matter.ByBoard, ""}, "decider"), Secrecy: w.text("secrecy"),
		DraftID: w.orForeign(0), Reason: w.text("reason")}
	_, err := w.Matter.Create(w.ctx, who, n)
	if err == nil {
		query(w, `SELECT id FROM matters ORDER BY id`, &w.matters)
	}
	w.did(who, err, "creates a matter by %+v", n)
}

// plan draws tracks for a matter; few are odd.
func (w *world) plan(odd bool) []matter.PlanTrack {
	var ps []matter.PlanTrack
	for _, g := range groups {
		switch rapid.IntRange(0, 5).Draw(w.t, "in "+g) {
		case 0, 1, 2:
			ps = append(ps, matter.PlanTrack{Kind: matter.KindGroup, GroupID: w.group[g]})
		case 3:
			ps = append(ps, matter.PlanTrack{Kind: matter.KindInfo, GroupID: w.group[g]})
		}
	}
	if w.chance(1, 6) {
		ps = append(ps, matter.PlanTrack{Kind: pick(w, []string{matter.KindMBL11, matter.KindMBL13, matter.KindMBL38}, "negotiation"), UnionID: w.union[pick(w, unions, "union")]})
	}
	if odd {
		ps = append(ps, matter.PlanTrack{Kind: pick(w, []string{matter.KindGroup, matter.KindInfo, matter.KindMBL11, matter.KindMBL14, "", "x"}, "kind"), GroupID: w.aGroup(), UnionID: w.aUnion()})
	}
	return ps
}

func (w *world) planText(ps []matter.PlanTrack) (s string) {
	for _, p := range ps {
		s += " " + p.Kind
		if p.GroupID != 0 {
			s += " " + nameOf(w.group, p.GroupID)
		}
		if p.UnionID != 0 {
			s += " " + nameOf(w.union, p.UnionID)
		}
	}
	return s
}

// ofMatters are operations on a matter, each with who usually does it.
var ofMatters = []func(w *world, id int64){
	func(w *world, id int64) {
		who, p := w.owner(id), matter.ProposalForm{Body: w.text("body"), Alternatives: w.text("alternatives"), Editorial: w.chance(1, 2), Reason: scene.Why}
		if w.chance(1, 6) {
			p.Replace, p.Version = rapid.IntRange(-1, 3).Draw(w.t, "replace"), rapid.IntRange(0, 2).Draw(w.t, "version")
		}
		no, err := w.Matter.Propose(w.ctx, who, id, p)
		w.did(who, err, "proposes in %d, editorial %v, replacing %d: version %d", id, p.Editorial, p.Replace, no)
	},
	func(w *world, id int64) {
		who, no, u := w.somebody(access.UnionRep), rapid.IntRange(0, 4).Draw(w.t, "no"), w.aUnion()
		w.did(who, w.Matter.ObjectEditorial(w.ctx, who, id, no, u), "objects for %s to version %d of %d being editorial", nameOf(w.union, u), no, id)
	},
	func(w *world, id int64) {
		who, unit := w.owner(id), w.orForeign(w.unit[pick(w, units, "unit")])
		w.did(who, w.Matter.RecordDialogue(w.ctx, who, id, unit, w.text("note")), "has dialogue about %d at an APT", id)
	},
	func(w *world, id int64) {
		who, ps := w.owner(id), w.plan(w.chance(1, 5))
		w.did(who, w.Matter.ConfirmPlan(w.ctx, who, id, ps, "Enligt försöket"), "plans %d:%s", id, w.planText(ps))
	},
	func(w *world, id int64) {
		who := w.owner(id)
		x := matter.Correction{Duty: pick(w, []string{matter.DutyNegotiate, matter.DutyInform, matter.DutyInform, "", "x"}, "duty"), NoRisk: w.chance(1, 3), Reason: pick(w, []string{scene.Why, scene.Why, ""}, "why")}
		w.did(who, w.Matter.CorrectTriage(w.ctx, who, id, x), "corrects the triage of %d to %q, no risk assessment %v", id, x.Duty, x.NoRisk)
	},
	func(w *world, id int64) {
		who, u := w.somebody(access.UnionRep), w.aUnion()
		w.did(who, w.Matter.ObjectTriage(w.ctx, who, id, u, scene.Why), "objects for %s to %d being information", nameOf(w.union, u), id)
	},
	func(w *world, id int64) {
		who := w.owner(id)
		x := matter.RiskChange{Change: w.text("change"), Affected: w.text("affected"), Version: rapid.IntRange(0, 2).Draw(w.t, "version")}
		w.did(who, w.Matter.DescribeRisk(w.ctx, who, id, x), "describes the change in the risk assessment of %d", id)
	},
	func(w *world, id int64) {
		who := w.owner(id)
		r := matter.RiskRow{No: rapid.IntRange(0, 2).Draw(w.t, "row"), Version: 1, Area: pick(w, []string{"social", "x"}, "area"), Source: w.text("source"),
			Probability: rapid.IntRange(0, 6).Draw(w.t, "p"), Consequence: 3, Measure: w.text("measure"), AtOnce: w.chance(1, 2), ResponsibleID: pick(w, []int64{0, who.PersonID, w.aPerson()}, "who"),
			DueOn: w.aDay(), EffectOn: w.aDay()}
		_, err := w.Matter.SaveRiskRow(w.ctx, who, id, r, w.chance(1, 2))
		w.did(who, err, "saves row %d of the risk assessment of %d", r.No, id)
	},
	func(w *world, id int64) {
		who, no := w.owner(id), rapid.IntRange(1, 2).Draw(w.t, "row")
		w.did(who, w.Matter.RemoveRiskRow(w.ctx, who, id, no, 1), "removes row %d of the risk assessment of %d", no, id)
	},
	func(w *world, id int64) {
		who := w.owner(id)
		x := matter.RiskConclusion{Conclusion: pick(w, []string{"", "proceed", "with_measures", "x"}, "conclusion"), FollowOn: w.aDay(), FollowBy: pick(w, []int64{0, who.PersonID}, "who")}
		w.did(who, w.Matter.ConcludeRisk(w.ctx, who, id, x), "concludes the risk assessment of %d", id)
	},
	func(w *world, id int64) {
		who := w.owner(id)
		w.did(who, w.Matter.RenewRisk(w.ctx, who, id), "begins a version of the risk assessment of %d", id)
	},
	func(w *world, id int64) {
		who := w.owner(id)
		w.did(who, w.Matter.FollowRisk(w.ctx, who, id, w.text("note"), w.text("reason")), "follows up the risk assessment of %d", id)
	},
	func(w *world, id int64) {
		who, kind := w.owner(id), pick(w, []string{matter.AsEmployee, matter.AsExpert, "x"}, "kind")
		w.did(who, w.Matter.AddParticipant(w.ctx, who, id, kind, pick(w, []string{"Jonas Berg", "Företagshälsovården", ""}, "name")), "adds a participant to the risk assessment of %d", id)
	},
	func(w *world, id int64) {
		who := w.somebody(access.SafetyRep)
		w.did(who, w.Matter.AnswerRisk(w.ctx, who, id, pick(w, []string{matter.Coming, matter.Declined}, "answer")), "answers the invitation to the risk assessment of %d", id)
	},
	func(w *world, id int64) {
		who, p := w.owner(id), []int64{w.aPerson(), w.person["Jonas Berg"]}
		w.did(who, w.Matter.InviteRisk(w.ctx, who, id, p[w.t0(2):]), "invites to the risk assessment of %d", id)
	},
	func(w *world, id int64) {
		who, agrees := w.somebody(access.SafetyRep), w.chance(1, 2)
		w.did(who, w.Matter.StateRisk(w.ctx, who, id, agrees, w.text("statement"), rapid.IntRange(0, 3).Draw(w.t, "version")), "states about the risks of %d, agreeing %v", id, agrees)
	},
	func(w *world, id int64) {
		who := w.owner(id)
		w.did(who, w.Matter.FixRisk(w.ctx, who, id, matter.RiskFix{WithoutReason: w.text("reason"), Reason: w.text("why")}), "fixes the risk assessment of %d", id)
	},
	func(w *world, id int64) {
		who, u := w.somebody(access.UnionRep), w.aUnion()
		w.did(who, w.Matter.RequestMBL(w.ctx, who, id, u), "requests MBL 11 in %d for %s", id, nameOf(w.union, u))
	},
	requestCentral, requestCentral, requestStep, requestStep,
	func(w *world, id int64) {
		who := w.somebody(access.UnionRep)
		w.did(who, w.Matter.WithdrawStep(w.ctx, who, id, w.aStep(id)), "takes a request for a step in %d back", id)
	},
	func(w *world, id int64) {
		who, u, kind := w.somebody(access.UnionRep), w.aUnion(), pick(w, []string{matter.KindMBL11, matter.KindMBL14, matter.KindMBL13}, "kind")
		w.did(who, w.Matter.WithdrawRequest(w.ctx, who, id, kind, u), "takes back the request of %s for %s in %d", nameOf(w.union, u), kind, id)
	},
	func(w *world, id int64) {
		who, u := w.somebody(access.UnionRep), w.aUnion()
		w.did(who, w.Matter.RequestLate(w.ctx, who, id, u, w.text("reason")), "asks late for negotiation in %d for %s", id, nameOf(w.union, u))
	},
	func(w *world, id int64) {
		who, yes := w.owner(id), w.chance(1, 2)
		w.did(who, w.Matter.AnswerLate(w.ctx, who, id, w.aLate(id), yes, w.text("answer")), "answers the late request in %d, consenting %v", id, yes)
	},
	func(w *world, id int64) {
		who, u := w.somebody(pick(w, []access.Role{access.UnionRep, access.Manager, access.Negotiator}, "role")), w.aUnion()
		e := matter.EntryForm{Kind: pick(w, []string{matter.EntryNote, matter.EntryMet, matter.EntryDemand, "x"}, "kind"), HappenedOn: w.aDay(), Counterpart: w.text("counterpart"), Body: w.text("body")}
		ref := fmt.Sprintf("%s-%d", pick(w, []string{matter.KindMBL11, matter.KindMBL14, matter.KindMBL19, "group"}, "kind"), u)
		_, err := w.Matter.LogEntry(w.ctx, who, id, ref, e)
		w.did(who, err, "writes in the log of %s in %d", ref, id)
	},
	func(w *world, id int64) {
		who, u := w.somebody(access.UnionRep), w.aUnion()
		w.did(who, w.Matter.Waive(w.ctx, who, id, u), "waives in %d for %s", id, nameOf(w.union, u))
	},
	func(w *world, id int64) {
		who, u := w.owner(id), w.aUnion()
		kind := pick(w, []string{matter.KindMBL11, matter.KindMBL13, matter.KindMBL38, matter.KindMBL14, matter.KindGroup, ""}, "kind")
		manner := pick(w, []string{matter.InAgreement, matter.InDisagreement, matter.ByWithdrawal, "x"}, "manner")
		w.did(who, w.Matter.EndNegotiation(w.ctx, who, id, kind, u, w.ending(manner)), "ends %s with %s in %d in %s", kind, nameOf(w.union, u), id, manner)
	},
	func(w *world, id int64) { w.decide(id, w.owner(id)) },
	func(w *world, id int64) { w.decide(id, w.owner(id)) },
	func(w *world, id int64) { w.recordBoard(id, w.somebody(access.Registrar), w.aDay()) },
	func(w *world, id int64) { w.recordBoard(id, w.somebody(access.Registrar), w.aDay()) },
	func(w *world, id int64) {
		who, e := w.owner(id), matter.ExceptionForm{What: w.text("what"), Harm: w.text("harm"), Unforeseen: "Ett rör brast", NoExtraMeeting: "Vi öppnar i dag"}
		w.did(who, w.Matter.RequestException(w.ctx, who, id, e), "requests an exception in %d", id)
	},
	answerException, answerException,
	func(w *world, id int64) {
		if w.chance(1, 6) {
			who := w.owner(id)
			w.did(who, w.Matter.Withdraw(w.ctx, who, id, w.text("reason")), "withdraws %d", id)
		}
	},
	func(w *world, id int64) {
		who := w.somebody(access.UnionRep)
		w.did(who, w.Matter.SaveNote(w.ctx, who, id, w.aUnion(), w.text("note"), rapid.IntRange(0, 2).Draw(w.t, "version")), "writes a union's note about %d", id)
	},
	func(w *world, id int64) { w.readMatter(id) },
}

// ending is how a negotiation ends, with what a withdrawal asks for.
func (w *world) ending(manner string) matter.Ending {
	return matter.Ending{Manner: manner, Reason: texts[0], NoticeOn: w.today()}
}

func requestCentral(w *world, id int64) {
	who, u := w.somebody(access.UnionRep), w.aUnion()
	w.did(who, w.Matter.RequestCentral(w.ctx, who, id, u), "requests central negotiation in %d for %s", id, nameOf(w.union, u))
}

func answerException(w *world, id int64) {
	who, yes := w.somebody(access.Negotiator), w.chance(2, 3)
	w.did(who, w.Matter.AnswerException(w.ctx, who, id, yes, w.text("answer")), "answers about the exception in %d, approving %v", id, yes)
}

// t0 is a number below n.
func (w *world) t0(n int) int { return rapid.IntRange(0, n-1).Draw(w.t, "index") }

func (w *world) deviation() matter.DecisionForm {
	return matter.DecisionForm{Deviation: pick(w, []string{matter.AsProposed, matter.AsProposed, matter.AsProposed, matter.MinorDeviation, matter.MaterialDeviation, "x"}, "deviation"),
		Text: w.text("text"), Views: w.text("views")}
}

// decide lets somebody try to decide, and holds what comes of it to the law of decisions.
func (w *world) decide(id int64, who access.Actor) {
	f := w.deviation()
	var was matter.Record
	if contains(w.matters, id) {
		was = w.Record(id)
	}
	_, err := w.Matter.Decide(w.ctx, who, id, f)
	w.did(who, err, "decides in %d, deviation %s", id, f.Deviation)
	w.lawOfDecisions(was, err)
	var blocked *matter.Blocked
	if errors.As(err, &blocked) && len(was.Gate(w.now())) == 0 {
		w.broken("the gate decides the POST too", "blocked by %v", err)
	}
}

func (w *world) recordBoard(id int64, who access.Actor, on clock.Date) {
	f := matter.BoardForm{DecidedOn: on, DecisionForm: w.deviation()}
	var was matter.Record
	if contains(w.matters, id) {
		was = w.Record(id)
	}
	err := w.Matter.RecordBoard(w.ctx, who, id, f)
	w.did(who, err, "records that the board decided in %d on %s, deviation %s", id, on, f.Deviation)
	w.lawOfDecisions(was, err)
}

// readMatter reads every page of a matter as somebody.
func (w *world) readMatter(id int64) {
	who := w.actor(pick(w, people, "who"))
	_, err := w.Matter.Get(w.ctx, who, id)
	w.did(who, err, "reads %d", id)
	_, err = w.Matter.Risk(w.ctx, who, id)
	w.did(who, err, "reads the risk assessment of %d", id)
	_, err = w.Matter.Plan(w.ctx, who, id)
	w.did(who, err, "reads the plan of %d", id)
	_, _, err = w.Matter.List(w.ctx, who, matter.Filter{Mine: w.chance(1, 2), Query: w.text("query"), UnitID: w.orForeign(0), Before: w.orForeign(0)})
	w.did(who, err, "lists matters")
	_, err = w.Matter.Start(w.ctx, who, w.text("filter"), []int64{w.orForeign(w.unit[units[0]])})
	w.did(who, err, "begins a matter")
	err = w.Matter.FinishTask(w.ctx, who, w.aTask())
	w.did(who, err, "finishes a task")
	if fail.KindOf(err) == fail.Conflict {
		w.broken("a task is finished or not", "%v", err)
	}
}
