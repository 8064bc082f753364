package proptest

import (
	"errors"
	"slices"
	"time"

	"pgregory.net/rapid"

	"samverka/internal/access"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/internal/organisation"
	"samverka/internal/scene"
)

// onward does the next useful thing for one matter, as the people concerned would; without it hardly any history would
// come near a decision.
func (w *world) onward() {
	if len(w.matters) == 0 {
		w.create()
		return
	}
	id := w.matters[0]
	if w.chance(1, 4) {
		id = pick(w, w.matters, "matter")
	}
	r := w.Record(id)
	owner := w.actor(person{r.OwnerName, access.Manager})
	switch {
	case r.Status == "handed_over":
		w.did(owner, w.Matter.TakeOn(w.ctx, owner, id), "takes %d on", id)
	case r.Status == "withdrawn" && w.chance(1, 2):
		w.did(owner, w.Matter.Reopen(w.ctx, owner, id, scene.Why), "opens %d again", id)
	case r.Status != "open":
		w.create()
	case len(r.Proposals) == 0:
		_, err := w.Matter.Propose(w.ctx, owner, id, matter.ProposalForm{Body: texts[0], Reason: scene.Why})
		w.did(owner, err, "proposes in %d", id)
	case r.PlanConfirmedAt == nil:
		ps := w.plan(false)
		w.did(owner, w.Matter.ConfirmPlan(w.ctx, owner, id, ps, "Enligt försöket"), "plans %d:%s", id, w.planText(ps))
	case r.NeedsRisk() && !r.RiskFixed():
		w.risk(owner, id)
	case w.mayBeDecided(r) && !w.chance(1, 6):
		w.conclusion(r, owner)
	case w.chance(1, 2) && w.claim(r):
	case w.goOnTreating(r):
	case w.mayBeDecided(r):
		w.again(r, owner)
	case w.treat(r):
	case w.endNegotiations(r, owner):
	default:
		w.wait(r)
	}
}

func (w *world) risk(owner access.Actor, id int64) {
	err := w.Matter.DescribeRisk(w.ctx, owner, id, matter.RiskChange{Change: "Så som förslaget säger."})
	w.did(owner, err, "describes the change in the risk assessment of %d", id)
	_, err = w.Matter.SaveRiskRow(w.ctx, owner, id, matter.RiskRow{Area: "workload", Source: "Stress", Probability: 2, Consequence: 2}, true)
	w.did(owner, err, "assesses the risks of %d", id)
	page, err := w.Matter.Risk(w.ctx, owner, id)
	w.did(owner, err, "reads the risk assessment of %d", id)
	for _, r := range page.Newest.Rows { // measures that nobody is to take
		if r.Planned() {
			r.AtOnce = true
			_, err := w.Matter.SaveRiskRow(w.ctx, owner, id, r, true)
			w.did(owner, err, "says that row %d of the risk assessment of %d is done at once", r.No, id)
		}
	}
	w.did(owner, w.Matter.ConcludeRisk(w.ctx, owner, id, matter.RiskConclusion{Conclusion: "proceed"}), "concludes the risk assessment of %d", id)
	w.did(owner, w.Matter.FixRisk(w.ctx, owner, id, matter.RiskFix{WithoutReason: scene.Why, Reason: scene.Why}), "fixes the risk assessment of %d", id)
}

// mayBeDecided reports whether nothing but the decision is left.
func (w *world) mayBeDecided(r matter.Record) bool {
	d, decided := r.LastDecision()
	return len(r.Gate(w.now())) == 0 && (!decided || d.Deviation == matter.MaterialDeviation)
}

// conclusion decides a matter whose gate is empty. That must be possible.
func (w *world) conclusion(r matter.Record, owner access.Actor) {
	if r.Decider == matter.ByBoard {
		rut := w.actor(person{"Rut Alm", access.Registrar})
		err := w.Matter.RecordBoard(w.ctx, rut, r.ID, matter.BoardForm{DecidedOn: w.today(), DecisionForm: matter.DecisionForm{Deviation: matter.AsProposed}})
		w.did(rut, err, "records that the board decided in %d today", r.ID)
		w.lawOfDecisions(r, err)
		w.possible(err)
		return
	}
	_, err := w.Matter.Decide(w.ctx, owner, r.ID, matter.DecisionForm{Deviation: matter.AsProposed})
	w.did(owner, err, "decides in %d", r.ID)
	w.lawOfDecisions(r, err)
	w.possible(err)
}

func (w *world) possible(err error) {
	if err != nil {
		w.broken("what the gate lets through can be decided", "%v", err)
	}
}

func (w *world) endNegotiations(r matter.Record, owner access.Actor) bool {
	open := r.OpenNegotiations(w.now())
	if len(open) == 0 {
		return false
	}
	t := pick(w, open, "negotiation")
	manner := pick(w, []string{matter.InAgreement, matter.InAgreement, matter.InDisagreement, matter.ByWithdrawal}, "manner")
	w.did(owner, w.Matter.EndNegotiation(w.ctx, owner, r.ID, t.Kind, t.UnionID, w.ending(manner)), "ends %s in %d in %s", t.Label(), r.ID, manner)
	return true
}

// wait moves the clock to the day after the nearest time limit, or to tomorrow.
func (w *world) wait(r matter.Record) {
	to := w.today().Add(1)
	for _, m := range r.Gate(w.now()) {
		if m.When.After(w.today()) && m.When.DaysUntil(to) < 0 {
			to = m.When.Add(1)
		}
	}
	w.advance(to.At(9, 0))
}

// treat takes one group's treatment a step on, and reports whether there was one to take.
func (w *world) treat(r matter.Record) bool {
	var left []matter.Track
	for _, t := range r.Tracks {
		if s := r.TrackState(t, w.now()); t.Kind == matter.KindGroup && (t.Mandatory || len(r.OpenSteps(t.ID)) > 0) && !s.Finished() && s != matter.TrackAwaits {
			left = append(left, t)
		}
	}
	slices.SortFunc(left, func(a, b matter.Track) int { return len(b.GroupAbove) - len(a.GroupAbove) })
	if r.Agreement.GroupOrder == organisation.TopDown {
		slices.Reverse(left)
	}
	if len(left) == 0 {
		return false
	}
	t := left[0]
	chair := w.actor(person{t.ChairName, access.Manager})
	w.call(r, t, chair)
	return true
}

// goOnTreating takes a treatment that is planned or under way a step on, and reports whether there is one.
func (w *world) goOnTreating(r matter.Record) bool {
	for _, it := range slices.Backward(r.Items) {
		if it.Class == matter.BeforeDecision && it.MeetingStatus != "cancelled" && it.Status != "tabled" && it.EffectiveAt == nil && (it.MeetingStatus != "closed" || it.ConcludedAt != nil) {
			w.treatItem(r, it, w.actor(person{chairs[it.GroupName], access.Manager}))
			return true
		}
	}
	return false
}

// again lays out an editorial version of a matter that could be decided, and takes it to a group once more, or
// hears an objection to its being editorial.
func (w *world) again(r matter.Record, owner access.Actor) {
	no, err := w.Matter.Propose(w.ctx, owner, r.ID, matter.ProposalForm{Body: texts[0], Editorial: true, Reason: scene.Why})
	w.did(owner, err, "proposes in %d an editorial version", r.ID)
	for _, t := range r.Tracks {
		if t.Kind == matter.KindGroup && t.Mandatory {
			if u := pick(w, unions, "union"); w.chance(1, 2) {
				who := w.speaker(t.GroupName, u)
				w.did(who, w.Matter.ObjectEditorial(w.ctx, who, r.ID, no, w.union[u]), "objects for %s to version %d of %d being editorial", u, no, r.ID)
				return
			}
			w.call(w.Record(r.ID), t, w.actor(person{t.ChairName, access.Manager}))
			return
		}
	}
}

// call plans a meeting of the group with the matter on its agenda, at the agreement's shortest time, and sends what is due.
func (w *world) call(r matter.Record, t matter.Track, chair access.Actor) {
	extra := w.chance(1, 8)
	days := max(r.Agreement.NoticeDays, r.Agreement.PapersDays) + rapid.IntRange(-1, 2).Draw(w.t, "slack")
	if extra {
		days = r.Agreement.ExtraMeetingDays
	}
	id := w.planMeeting(t.GroupName, w.within(w.today().Add(max(days, 0))), extra)
	if id == 0 || !w.setUp(chair, id, r.ID, matter.BeforeDecision) || w.chance(1, 10) {
		w.tick()
		return
	}
	w.did(chair, w.Meeting.SendNotice(w.ctx, chair, id, scene.Why), "sends the notice of meeting %d", id)
	if w.chance(9, 10) {
		w.did(chair, w.Meeting.SendPapers(w.ctx, chair, id, scene.Why), "sends the papers of meeting %d", id)
	}
}

func (w *world) treatItem(r matter.Record, it matter.Item, chair access.Actor) {
	switch {
	case it.MeetingStatus == "planned" && it.NoticeAt == nil && w.now().Before(it.StartsAt):
		w.did(chair, w.Meeting.SendNotice(w.ctx, chair, it.MeetingID, scene.Why), "sends the notice of meeting %d", it.MeetingID)
	case it.MeetingStatus == "planned" && it.PapersAt == nil && w.now().Before(it.StartsAt):
		w.did(chair, w.Meeting.SendPapers(w.ctx, chair, it.MeetingID, scene.Why), "sends the papers of meeting %d", it.MeetingID)
	case it.MeetingStatus == "planned" && w.now().Before(it.StartsAt):
		w.advance(it.StartsAt)
	case it.MeetingStatus == "planned":
		w.did(chair, w.Meeting.Open(w.ctx, chair, it.MeetingID), "opens meeting %d", it.MeetingID)
		there := []meeting.Presence{{PersonID: w.person["Sixten Ask"], Presence: "remote"}, {PersonID: w.person["Per Holm"], Presence: "absent"}}
		w.did(chair, w.Meeting.Attend(w.ctx, chair, it.MeetingID, there[:1+w.t0(2)]), "records attendance at %d", it.MeetingID)
	case it.Status == "planned":
		w.did(chair, w.Meeting.OpenItem(w.ctx, chair, it.ID), "begins item %d", it.ID)
	case it.ConcludedAt != nil && it.MeetingStatus == "open":
		w.did(chair, w.Meeting.Close(w.ctx, chair, it.MeetingID), "ends meeting %d", it.MeetingID)
	case it.ConcludedAt != nil:
		w.approve(it, chair)
	default:
		w.hear(r, it, chair)
	}
}

// speaker speaks for the union in the group: its representative there, or the substitute.
func (w *world) speaker(group, union string) access.Actor {
	name := reps[group][union]
	if name == "" || w.chance(1, 10) {
		name = "Sixten Ask"
	}
	return w.actor(person{name, access.UnionRep})
}

// hear takes the positions that are missing, or what stands in the way of a conclusion out of it, or concludes.
func (w *world) hear(r matter.Record, it matter.Item, chair access.Actor) {
	if slices.Index(w.matters, r.ID)%3 == 1 && w.nobodyComes(r, it, chair) {
		return
	}
	for _, u := range r.Entitled(it.GroupID, it.Day()) {
		if slices.ContainsFunc(r.Positions, func(p matter.Position) bool { return p.ItemID == it.ID && p.UnionID == u.ID }) && !w.chance(1, 6) {
			continue // one in six thinks again
		}
		who := w.speaker(it.GroupName, u.Name)
		stance, reason := w.stance()
		if w.did(who, w.Meeting.TakePosition(w.ctx, who, it.ID, u.ID, stance, reason), "states for %s in item %d: %s", u.Name, it.ID, stance) {
			return
		}
	}
	err := w.Meeting.Conclude(w.ctx, chair, it.ID)
	w.did(chair, err, "concludes item %d", it.ID)
	var blocked *matter.Blocked
	if err == nil || !errors.As(err, &blocked) {
		return
	}
	for _, m := range blocked.Missing {
		if m.Who == "" {
			continue
		}
		who := w.speaker(it.GroupName, m.Who)
		switch m.Key {
		case "matter.conclude.papers", "matter.conclude.tabling":
			w.did(who, w.Meeting.AnswerPapers(w.ctx, who, it.ID, w.union[m.Who], true), "accepts for %s the late papers of item %d", m.Who, it.ID)
		case "matter.conclude.extra":
			w.did(who, w.Meeting.AnswerExtra(w.ctx, who, it.MeetingID, w.union[m.Who], true), "accepts for %s extra meeting %d", m.Who, it.MeetingID)
		}
	}
	if w.chance(1, 3) {
		to := w.today().Add(7)
		w.did(chair, w.Meeting.TableItem(w.ctx, chair, it.ID, to, scene.Why), "tables item %d to %s", it.ID, to)
		w.did(chair, w.Meeting.Close(w.ctx, chair, it.MeetingID), "ends meeting %d", it.MeetingID)
	}
}

// nobodyComes lets no organisation come, unless one has spoken: the chair proposes to conclude all the same, or calls again,
// and HR answers. It reports whether it did.
func (w *world) nobodyComes(r matter.Record, it matter.Item, chair access.Actor) bool {
	if slices.ContainsFunc(r.Positions, func(p matter.Position) bool { return p.ItemID == it.ID }) {
		return false
	}
	var rows []meeting.Presence
	for _, s := range r.Seats {
		if s.GroupID == it.GroupID {
			rows = append(rows, meeting.Presence{PersonID: s.PersonID, Presence: "absent"})
		}
	}
	w.did(chair, w.Meeting.Attend(w.ctx, chair, it.MeetingID, rows), "records that nobody came to %d", it.MeetingID)
	err := w.Meeting.ProposeAlone(w.ctx, chair, it.ID, w.text("reason"))
	w.did(chair, err, "proposes to conclude item %d without anybody", it.ID)
	if err != nil || w.chance(1, 2) {
		w.did(chair, w.Meeting.Close(w.ctx, chair, it.MeetingID), "ends meeting %d", it.MeetingID)
	}
	if err == nil {
		w.answerAlone(it.ID)
	}
	return true
}

// answerAlone is HR's answer, or that of the chair who is at HR too, which is refused.
func (w *world) answerAlone(item int64) {
	var at []time.Time
	query(w, `SELECT coalesce(alone_at, '-infinity') FROM agenda_items WHERE id = $1`, &at, item)
	who := w.actor(pick(w, []person{{"Hanna Ros", access.HR}, {"Hanna Ros", access.HR}, {"Amina Larsson", access.HR}}, "who"))
	seen := meeting.Alone{At: &at[0]}.Seen()
	yes := w.chance(2, 3)
	w.did(who, w.Meeting.AnswerAlone(w.ctx, who, item, seen, yes, w.text("reason")), "answers about item %d that nobody came to: %v", item, yes)
}

// approve takes the meeting's minutes a step nearer to their approval.
func (w *world) approve(it matter.Item, chair access.Actor) {
	adjusters := []int64{chair.PersonID, w.person["Jonas Berg"]}
	for _, u := range unions {
		if p := reps[it.GroupName][u]; p != "" {
			adjusters[1] = w.person[p]
		}
	}
	w.did(chair, w.Meeting.SendMinutes(w.ctx, chair, it.MeetingID, adjusters), "sends the minutes of %d", it.MeetingID)
	for _, p := range people {
		if slices.Contains(adjusters, w.person[p.name]) && (p.role == access.Manager || p.role == access.UnionRep || p.role == access.SafetyRep) {
			who := w.actor(p)
			w.did(who, w.Meeting.Approve(w.ctx, who, it.MeetingID, w.seen(it.MeetingID)), "approves the minutes of %d", it.MeetingID)
		}
	}
}

// tick moves the clock by minutes, hours or days, now and then to midnight.
func (w *world) tick() {
	switch rapid.IntRange(0, 5).Draw(w.t, "how far") {
	case 0:
		w.advance(w.today().Add(1).Start())
	case 1:
		w.advance(w.today().At(23, 59))
	case 2, 3:
		w.advance(w.today().Add(rapid.IntRange(1, 4).Draw(w.t, "days")).At(9, 0))
	case 4:
		w.advance(w.today().Add(rapid.IntRange(5, 15).Draw(w.t, "days")).At(9, 0))
	default:
		w.advance(w.now().Add(time.Hour))
	}
}
