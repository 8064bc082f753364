package proptest

import (
	"context"
	"errors"
	"slices"
	"strings"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/internal/organisation"
	"samverka/internal/scene"
)

// mostFinishing is how many turns everybody needs at most, doing their best, from whatever state a history has reached.
const mostFinishing = 60

// lawOfNoDeadEnds: from every state some actor can move a matter on, until it is decided or is nobody's to decide.
func (w *world) lawOfNoDeadEnds() {
	for _, id := range w.matters {
		for turn := 0; !w.ended(w.Record(id)); turn++ {
			if turn == mostFinishing {
				r := w.Record(id)
				w.broken("no dead ends", "matter %d is %s and misses %s", id, r.State(w.now()), keys(r.Gate(w.now())))
			}
			w.finish(w.Record(id))
			w.laws()
		}
	}
}

func (w *world) ended(r matter.Record) bool {
	d, decided := r.LastDecision()
	return r.Status == "withdrawn" || r.Status == "closed" || decided && d.Deviation != matter.MaterialDeviation && d.ExceptionID == 0 ||
		decided && d.ExceptionID != 0 && len(r.Gate(w.now())) == 0
}

// finish lets those whom the first thing missing is up to do it, or time pass when it is up to nobody.
func (w *world) finish(r matter.Record) {
	owner := w.actor(person{r.OwnerName, access.Manager})
	ms := r.Gate(w.now())
	switch {
	case r.Status == "handed_over":
		w.did(owner, w.Matter.TakeOn(w.ctx, owner, r.ID), "takes %d on", r.ID)
	case len(ms) == 0:
		w.conclusion(r, owner)
	default:
		w.provide(r, owner, ms[0])
	}
}

func (w *world) provide(r matter.Record, owner access.Actor, m matter.Missing) {
	switch key := strings.TrimPrefix(m.Key, "matter.gate."); key {
	case "proposal":
		_, err := w.Matter.Propose(w.ctx, owner, r.ID, matter.ProposalForm{Body: texts[0], Reason: scene.Why})
		w.did(owner, err, "proposes in %d", r.ID)
	case "plan", "mbl38", "group_vacant":
		w.planAnew(r, owner)
	case "risk":
		w.risk(owner, r.ID)
	case "negotiation", "agreement_ended", "central":
		t := r.OpenNegotiations(w.now())[0]
		w.did(owner, w.Matter.EndNegotiation(w.ctx, owner, r.ID, t.Kind, t.UnionID, w.ending(matter.InAgreement)), "ends %s in %d", t.Label(), r.ID)
	case "window", "window_enhanced", "window_higher", "editorial":
		w.wait(r)
	case "step_vacant":
		w.takeBack(r, r.OpenSteps(w.trackOf(r, m).ID)[0])
	default:
		w.provideGroup(r, w.trackOf(r, m))
	}
}

// takeBack lets the union take its request back, which nobody can carry out. When it has nobody at all, it notifies somebody.
func (w *world) takeBack(r matter.Record, s matter.Step) {
	for _, p := range people {
		if who := w.actor(p); p.role == access.UnionRep && who.Represents(s.UnionID) {
			w.did(who, w.Matter.WithdrawStep(w.ctx, who, r.ID, s.ID), "takes the request for a step in %d back", r.ID)
			return
		}
	}
	w.notify(s.UnionName, groups[0])
}

// notify lets the union notify somebody who speaks for it in the group.
func (w *world) notify(union, group string) {
	w.moved = true
	w.say("Sixten Ask speaks for %s in %s from today", union, group)
	w.In(func(ctx context.Context, tx *db.OrgTx) error {
		return w.Setup.Mandates(ctx, tx, []organisation.MandateRow{{Person: "Sixten Ask", Role: "union_rep", Union: union, Group: group, From: w.today()}})
	})
}

// planAnew keeps the plan, except that a group in which nobody can be heard is informed. When nothing is left to precede the
// decision, the employer negotiates with somebody.
func (w *world) planAnew(r matter.Record, owner access.Actor) {
	var ps []matter.PlanTrack
	precedes := slices.ContainsFunc(r.OpenNegotiations(w.now()), func(t matter.Track) bool { return t.Mandatory })
	for _, t := range r.Tracks {
		switch {
		case r.Deserted(t, w.now()):
			ps = append(ps, matter.PlanTrack{Kind: matter.KindInfo, GroupID: t.GroupID})
		case t.Origin == "plan":
			ps = append(ps, matter.PlanTrack{Kind: t.Kind, GroupID: t.GroupID, UnionID: t.UnionID})
			precedes = precedes || t.Mandatory
		}
	}
	if r.MissesMBL38() {
		ps, precedes = append(ps, matter.PlanTrack{Kind: matter.KindMBL38, UnionID: w.union[unions[0]]}), true
	}
	if !precedes {
		ps = append(ps, matter.PlanTrack{Kind: matter.KindMBL13, UnionID: w.union[unions[0]]})
	}
	w.did(owner, w.Matter.ConfirmPlan(w.ctx, owner, r.ID, ps, "Enligt försöket"), "plans %d:%s", r.ID, w.planText(ps))
}

// trackOf is the group's track that the entry is about.
func (w *world) trackOf(r matter.Record, m matter.Missing) matter.Track {
	i := slices.IndexFunc(r.Tracks, func(t matter.Track) bool { return t.GroupID != 0 && t.GroupName == m.Args[1] })
	if i < 0 {
		w.broken("entries name their group", "%+v", m)
	}
	return r.Tracks[i]
}

// provideGroup takes the group's newest treatment a step on, or calls a meeting when there is none under way.
func (w *world) provideGroup(r matter.Record, t matter.Track) {
	chair := w.actor(person{t.ChairName, access.Manager})
	class := matter.BeforeDecision
	if t.Kind == matter.KindInfo {
		class = matter.Information
	}
	for _, it := range slices.Backward(r.Items) {
		alive := it.MeetingStatus == "planned" || it.MeetingStatus == "open" || it.MeetingStatus == "closed" && it.ConcludedAt != nil && it.EffectiveAt == nil
		if it.GroupID == t.GroupID && it.Class == class && it.Status != "tabled" && it.Status != "handled" && alive && !(it.ConcludedAt != nil && it.EffectiveAt != nil) {
			w.carryOn(r, it, chair)
			return
		}
	}
	starts := w.today().Add(max(r.Agreement.NoticeDays, r.Agreement.PapersDays)+3).OrNextWorkingDay().At(13, 0)
	id := w.planMeeting(t.GroupName, starts, false)
	if id == 0 { // the group meets then already
		w.advance(w.today().Add(1).At(9, 0))
	} else if w.setUp(chair, id, r.ID, class) {
		w.did(chair, w.Meeting.SendNotice(w.ctx, chair, id, scene.Why), "sends the notice of meeting %d", id)
		w.did(chair, w.Meeting.SendPapers(w.ctx, chair, id, scene.Why), "sends the papers of meeting %d", id)
	}
}

// carryOn is what the treatment needs next.
func (w *world) carryOn(r matter.Record, it matter.Item, chair access.Actor) {
	switch {
	case it.ConcludedAt != nil && it.MeetingStatus == "closed":
		w.approveAll(r, it, chair)
	case it.MeetingStatus == "planned" && w.now().Before(it.StartsAt) || it.ConcludedAt != nil:
		w.treatItem(r, it, chair)
	case it.MeetingStatus == "planned":
		w.did(chair, w.Meeting.Open(w.ctx, chair, it.MeetingID), "opens meeting %d", it.MeetingID)
	case it.Status == "planned":
		w.did(chair, w.Meeting.OpenItem(w.ctx, chair, it.ID), "begins item %d", it.ID)
	case it.Class == matter.Information:
		w.did(chair, w.Meeting.Handle(w.ctx, chair, it.ID), "handles item %d", it.ID)
	default:
		w.hearAll(r, it, chair)
	}
}

// hearAll takes every position, and concludes. What still stands in the way takes another meeting.
func (w *world) hearAll(r matter.Record, it matter.Item, chair access.Actor) {
	var there []meeting.Presence
	for _, u := range r.Entitled(it.GroupID, it.Day()) {
		if who, ok := w.seated(r, it.GroupID, u.ID); ok {
			there = append(there, meeting.Presence{PersonID: who.PersonID, Presence: "in_person"})
		}
	}
	w.did(chair, w.Meeting.Attend(w.ctx, chair, it.MeetingID, there), "records who is there at %d", it.MeetingID)
	for _, u := range r.Entitled(it.GroupID, it.Day()) {
		who, ok := w.seated(r, it.GroupID, u.ID)
		if !ok {
			continue
		}
		w.did(who, w.Meeting.TakePosition(w.ctx, who, it.ID, u.ID, matter.Agrees, ""), "states for %s in item %d: agrees", u.Name, it.ID)
	}
	err := w.Meeting.Conclude(w.ctx, chair, it.ID)
	w.did(chair, err, "concludes item %d", it.ID)
	var blocked *matter.Blocked
	if !errors.As(err, &blocked) {
		return
	}
	for _, m := range blocked.Missing {
		who, ok := w.seated(r, it.GroupID, w.union[m.Who])
		switch {
		case !ok:
		case m.Key == "matter.conclude.papers", m.Key == "matter.conclude.tabling":
			w.did(who, w.Meeting.AnswerPapers(w.ctx, who, it.ID, w.union[m.Who], true), "accepts for %s the late papers of item %d", m.Who, it.ID)
		case m.Key == "matter.conclude.extra":
			w.did(who, w.Meeting.AnswerExtra(w.ctx, who, it.MeetingID, w.union[m.Who], true), "accepts for %s extra meeting %d", m.Who, it.MeetingID)
		}
	}
	if err := w.Meeting.Conclude(w.ctx, chair, it.ID); !w.did(chair, err, "concludes item %d", it.ID) {
		w.closeUnconcluded(r, it, chair)
	}
}

// closeUnconcluded ends a meeting that could not conclude: nobody came, somebody was not called, or another group is first.
func (w *world) closeUnconcluded(r matter.Record, it matter.Item, chair access.Actor) {
	w.did(chair, w.Meeting.Close(w.ctx, chair, it.MeetingID), "ends meeting %d", it.MeetingID)
	if !w.now().After(it.StartsAt) {
		w.advance(w.today().Add(1).At(9, 0))
	}
}

// seated speaks for the union in the group today.
func (w *world) seated(r matter.Record, group, union int64) (access.Actor, bool) {
	today := clock.DateOf(w.now())
	for _, s := range r.Seats {
		if s.GroupID == group && s.UnionID == union && !s.From.After(today) && (s.Until.IsZero() || !s.Until.Before(today)) {
			return w.actor(person{nameOf(w.person, s.PersonID), access.UnionRep}), true
		}
	}
	return access.Actor{}, false
}

// approveAll sends the minutes to the chair and somebody on the unions' side, and lets everybody who was ever asked approve.
func (w *world) approveAll(r matter.Record, it matter.Item, chair access.Actor) {
	adjusters := []int64{chair.PersonID}
	for _, s := range r.Seats {
		if who, ok := w.seated(r, it.GroupID, s.UnionID); ok && s.GroupID == it.GroupID && len(adjusters) == 1 {
			adjusters = append(adjusters, who.PersonID)
		}
	}
	if len(adjusters) == 1 {
		union := unions[0]
		if heard := r.Entitled(it.GroupID, it.Day()); len(heard) > 0 {
			union = heard[0].Name
		}
		w.notify(union, it.GroupName)
		return
	}
	w.did(chair, w.Meeting.SendMinutes(w.ctx, chair, it.MeetingID, adjusters), "sends the minutes of %d", it.MeetingID)
	var names []string
	query(w, `SELECT p.name FROM adjusters a JOIN people p ON p.id = a.person_id WHERE a.meeting_id = $1 AND a.replaced_at IS NULL AND a.answer IS DISTINCT FROM 'approved' ORDER BY 1`, &names, it.MeetingID)
	for _, p := range people {
		if slices.Contains(names, p.name) && (p.role == access.Manager || p.role == access.UnionRep || p.role == access.SafetyRep) {
			who := w.actor(p)
			w.did(who, w.Meeting.Maintain(w.ctx, who, it.MeetingID, w.asItIs(it.MeetingID)), "maintains the objection to the minutes of %d", it.MeetingID)
			w.did(who, w.Meeting.Approve(w.ctx, who, it.MeetingID, w.asItIs(it.MeetingID)), "approves the minutes of %d", it.MeetingID)
		}
	}
}

// asItIs is the text of the minutes as it stands.
func (w *world) asItIs(id int64) meeting.Seen {
	var all []string
	query(w, `SELECT encode(v.digest, 'hex') FROM minutes_versions v WHERE v.meeting_id = $1 ORDER BY v.version DESC LIMIT 1`, &all, id)
	return meeting.Seen{Digest: strings.Join(all, "")}
}
