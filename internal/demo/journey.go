package demo

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/internal/organisation"
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

// travel puts down what happens to the matter from its first idea to its first sitting.
func (s *stage) travel(j *journey) {
	d := j.path[0].day()
	j.created = before(d, 38+j.n%7)
	act := func(day clock.Date, hour int, what string, do func(context.Context, *hand) error) {
		s.then(at(day, hour, j.n), j.branch, what+" "+j.name, do)
	}
	if j.early != nil {
		j.created = before(j.early.day(), s.agreement.NoticeDays+8)
		s.setUp(j, j.early)
	}
	s.then(at(j.created, 8, j.n), "", "create "+j.name, func(ctx context.Context, h *hand) error { return s.create(ctx, h, j) })
	if j.dropped() {
		act(before(d, 30), 15, "withdraw", func(ctx context.Context, h *hand) error {
			return h.matters.Withdraw(ctx, j.who(s), j.id, "Förutsättningarna har ändrats. Frågan kommer tillbaka när budgeten är beslutad.")
		})
		return
	}
	if !j.undialogued {
		act(before(d, 33), 15, "APT about", func(ctx context.Context, h *hand) error { return s.talk(ctx, h, j) })
	}
	act(before(d, 27), 9, "propose", func(ctx context.Context, h *hand) error {
		reason := ""
		if j.undialogued {
			reason = "Frågan berör hela organisationen. Dialogen förs i grupperna."
		}
		_, err := h.matters.Propose(ctx, j.who(s), j.id, matter.ProposalForm{Body: j.text(j.proposal), Alternatives: j.text(j.alternatives), Reason: reason})
		return err
	})
	act(before(d, 26), 11, "plan", func(ctx context.Context, h *hand) error {
		return h.matters.ConfirmPlan(ctx, j.who(s), j.id, j.tracks(s))
	})
	switch {
	case j.environment && j.unstated:
		s.assess(j, before(d, s.agreement.PapersDays+2)) // the safety representative has a few days left
	case j.environment:
		s.assess(j, before(d, 25))
	}
	for _, t := range slices.Concat(j.path, j.informed) {
		s.setUp(j, t)
	}
	s.negotiate(j)
	if j.fate == revised && len(j.path) > 1 {
		act(after(d, 5), 13, "revise", func(ctx context.Context, h *hand) error { return s.propose(ctx, h, j, false) })
	}
}

// negotiate puts down the negotiations that go on beside the groups: about work by others than employees, and those that
// a union has requested instead of samverkan.
func (s *stage) negotiate(j *journey) {
	d := j.path[0].day()
	if j.outsiders {
		var unions []string
		for _, x := range j.path[0].speakers()[:2] {
			unions = append(unions, x.union)
		}
		s.endNegotiations(j, at(before(d, 3), 15, j.n), matter.KindMBL38, unions, matter.InAgreement)
	}
	for _, x := range j.path[0].speakers() {
		if !j.negotiator[x.union] {
			continue
		}
		s.then(at(before(d, 8), 16, j.n), j.branch, "request negotiation about "+j.name, func(ctx context.Context, h *hand) error {
			return h.matters.RequestMBL(ctx, s.actor(x.person, access.UnionRep), j.id, s.union(x.union))
		})
		s.endNegotiations(j, at(workday(d, 12), 15, j.n), matter.KindMBL11, []string{x.union}, []string{matter.InAgreement, matter.InDisagreement}[j.n%2])
	}
}

// setUp puts the matter on the sitting's agenda, before the notice goes out.
func (s *stage) setUp(j *journey, t *sitting) {
	s.then(at(before(t.day(), s.agreement.NoticeDays+3), 8, j.n), j.branch, "set up "+j.name, func(ctx context.Context, h *hand) error { return s.putUp(ctx, h, j, t) })
}

func (s *stage) putUp(ctx context.Context, h *hand, j *journey, t *sitting) error {
	why := ""
	if t.day().After(j.planned) {
		why = "Beslutet flyttas fram tills gruppen har behandlat frågan."
	}
	x := t.treatment(j)
	x.set = true
	return reasoned(why, func(reason string) error {
		return h.meetings.SetUp(ctx, j.who(s), t.id, meeting.SetUpForm{MatterID: j.id, Class: x.class, Minutes: 15 + 5*(j.n%4), Reason: reason})
	})
}

func (t *sitting) treatment(j *journey) *treatment {
	i := slices.IndexFunc(t.items, func(x *treatment) bool { return x.j == j })
	if i < 0 {
		return nil
	}
	return t.items[i]
}

func (s *stage) create(ctx context.Context, h *hand, j *journey) (err error) {
	ids := make([]int64, len(j.units))
	for i, u := range j.units {
		ids[i] = s.world.unit(u)
	}
	j.id, err = h.matters.Create(ctx, j.who(s), matter.New{Title: j.name, UnitIDs: ids, Category: j.category, Purpose: j.text(j.purpose), PlannedDecision: j.planned,
		Decider: j.decider, WorkEnvironment: j.environment, Outsiders: j.outsiders, Secrecy: j.secrecy})
	return err
}

// talk notes the dialogue at the APT of the units' own managers, one after the other.
func (s *stage) talk(ctx context.Context, h *hand, j *journey) error {
	for i, u := range j.units {
		if i == 2 {
			return nil // the others do it at their next APT
		}
		h.wait(20)
		if err := h.matters.RecordDialogue(ctx, j.who(s), j.id, s.world.unit(u), j.text(j.dialogue)); err != nil {
			return err
		}
	}
	return nil
}

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

// assess puts down the risk assessment: written, with the safety representatives invited, stated on and fixed.
func (s *stage) assess(j *journey, day clock.Date) {
	safety := s.safety(j)
	s.then(at(day, 13, j.n), j.branch, "assess "+j.name, func(ctx context.Context, h *hand) error {
		if err := h.matters.SaveRisk(ctx, j.who(s), j.id, j.risk(day)); err != nil {
			return err
		}
		h.wait(5)
		return h.matters.InviteRisk(ctx, j.who(s), j.id, []int64{s.person(safety)})
	})
	if j.unstated {
		return
	}
	s.then(at(workday(day, 2), 10, j.n), j.branch, "state about "+j.name, func(ctx context.Context, h *hand) error {
		body := "Riskerna är rätt beskrivna. Åtgärderna behöver följas upp på APT efter en månad."
		if j.n%6 == 5 {
			body = "Jag instämmer inte. Arbetsbelastningen är för lågt bedömd och åtgärden kommer för sent."
		}
		return h.matters.StateRisk(ctx, s.actor(safety, access.SafetyRep), j.id, j.n%6 != 5, body)
	})
	s.then(at(workday(day, 3), 11, j.n), j.branch, "fix the assessment of "+j.name, func(ctx context.Context, h *hand) error {
		return h.matters.FixRisk(ctx, j.who(s), j.id, "")
	})
}

// safety is a safety representative of the unit or, where there is none, of the group.
func (s *stage) safety(j *journey) string {
	for _, u := range j.units {
		if p := s.safetyOf(u); p != "" {
			return p
		}
	}
	return j.path[0].safety[0]
}

func (j *journey) risk(day clock.Date) matter.RiskForm {
	f := matter.RiskForm{Change: j.text(j.proposal), Conclusion: "with_measures"}
	for i, r := range j.risks {
		r.Source, r.Affected, r.Measure = j.text(r.Source), j.text(r.Affected), j.text(r.Measure)
		r.Responsible, r.DueOn = j.owner, after(day, 50+15*i)
		f.Rows = append(f.Rows, r)
	}
	return f
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

// effective is the day when the sitting's conclusions take effect; zero: it is not known yet.
func (s *stage) effective(t *sitting) clock.Date {
	if s.agreement.EffectiveAt == organisation.AtMeetingEnd {
		return t.day()
	}
	sent := workday(t.day(), 1+t.n%2)
	switch t.minutes {
	case minutesMaintained:
		return workday(sent, 4)
	case "":
		return workday(sent, 1+max(t.n%4, (t.n+1)%4))
	}
	return clock.Date{}
}

// arrive puts down what follows after the matter's last treatment.
func (s *stage) arrive(j *journey) {
	last := j.path[len(j.path)-1]
	x := last.treatment(j)
	effective := s.effective(last)
	if x.outcome != concluded || last.goesOn || j.fate == nothing || j.dropped() || effective.IsZero() {
		return
	}
	open := clock.Date{}
	if len(x.disagree) > 0 {
		open = s.agreement.CentralUntil(effective)
	}
	ready := effective
	if len(j.negotiator) > 0 {
		ready = workday(j.path[0].day(), 12)
		if j.n%2 == 1 {
			ready = s.agreement.CentralUntil(ready).Add(1)
		}
	}
	switch {
	case !open.IsZero() && j.fate == waived:
		ready = after(effective, 2)
		s.forUnions(j, x, at(ready, 9, j.n), "waive", func(ctx context.Context, h *hand, who access.Actor, union int64) error {
			return h.matters.Waive(ctx, who, j.id, union)
		})
	case !open.IsZero() && j.fate == centralised:
		s.forUnions(j, x, at(after(effective, 1), 13, j.n), "request central negotiation", func(ctx context.Context, h *hand, who access.Actor, union int64) error {
			return h.matters.RequestCentral(ctx, who, j.id, union)
		})
		ready = workday(effective, 16)
		s.endNegotiations(j, at(ready, 10, j.n), matter.KindMBL14, x.unions(), []string{matter.InAgreement, matter.InDisagreement, matter.ByWithdrawal}[j.n%3])
	case !open.IsZero():
		ready = open.Add(1)
	}
	if j.leave {
		return
	}
	s.decideAfter(j, after(ready, 1+j.n%3))
}

func (x *treatment) unions() []string {
	var us []string
	for u := range x.disagree {
		us = append(us, u)
	}
	slices.Sort(us)
	return us
}

// forUnions puts down what each disagreeing union's representative does.
func (s *stage) forUnions(j *journey, x *treatment, at time.Time, what string, do func(context.Context, *hand, access.Actor, int64) error) {
	last := j.path[len(j.path)-1]
	for _, who := range last.speakers() {
		if x.disagree[who.union] != "" {
			s.then(at, j.branch, what+" "+j.name, func(ctx context.Context, h *hand) error {
				return do(ctx, h, s.actor(who.person, access.UnionRep), s.union(who.union))
			})
		}
	}
}

func (s *stage) endNegotiations(j *journey, at time.Time, kind string, unions []string, manner string) {
	for _, u := range unions {
		s.then(at, j.branch, "end negotiation about "+j.name, func(ctx context.Context, h *hand) error {
			return h.matters.EndNegotiation(ctx, s.actor(s.holder(organisation.Negotiator), access.Negotiator), j.id, kind, s.union(u), manner)
		})
	}
}

// decideAfter puts down the decision and the feedback that follows.
func (s *stage) decideAfter(j *journey, day clock.Date) {
	act := func(day clock.Date, hour int, what string, do func(context.Context, *hand) error) {
		s.then(at(day, hour, j.n), j.branch, what+" "+j.name, do)
	}
	switch j.fate {
	case undecided:
		return
	case withdrawn:
		act(day, 10, "withdraw", func(ctx context.Context, h *hand) error {
			return h.matters.Withdraw(ctx, j.who(s), j.id, "Synpunkterna i samverkan visar att förslaget inte löser problemet. Vi börjar om.")
		})
		return
	case outdated:
		act(day, 13, "revise", func(ctx context.Context, h *hand) error { return s.propose(ctx, h, j, false) })
		return
	case editorial:
		day = workday(clock.DateOf(s.end), -1) // the time to object runs
		act(day, 8, "edit", func(ctx context.Context, h *hand) error { return s.propose(ctx, h, j, true) })
		return
	case laterEditorial:
		act(day, 8, "edit", func(ctx context.Context, h *hand) error { return s.propose(ctx, h, j, true) })
		day = day.AddWorkingDays(s.agreement.EditorialObjectionDays + 2)
	}
	if j.decider == matter.ByBoard {
		s.record(j, day)
		return
	}
	act(day, 14, "decide", func(ctx context.Context, h *hand) error {
		_, err := h.matters.Decide(ctx, j.who(s), j.id, j.decision())
		return s.lawful(err)
	})
	s.feedBack(j, day)
}

func (j *journey) decision() matter.DecisionForm {
	if j.fate == minor || j.fate == deviating {
		return matter.DecisionForm{Deviation: matter.MinorDeviation, Views: j.text(j.views),
			Text: "Starten flyttas fram fyra veckor så att introduktionen hinner bli klar. I övrigt enligt förslaget."}
	}
	return matter.DecisionForm{Deviation: matter.AsProposed, Views: j.text(j.views)}
}

func (s *stage) propose(ctx context.Context, h *hand, j *journey, editorial bool) error {
	body := j.text(j.revised)
	if editorial {
		body = j.text(j.proposal) + " Datum och enheternas namn är rättade."
	}
	_, err := h.matters.Propose(ctx, j.who(s), j.id, matter.ProposalForm{Body: body, Alternatives: j.text(j.alternatives), Editorial: editorial})
	return err
}

// record puts down the board's decision and when the registrar gets to know of it.
func (s *stage) record(j *journey, day clock.Date) {
	recorded := workday(day, 2)
	s.then(at(recorded, 13, j.n), j.branch, "record the board's decision on "+j.name, func(ctx context.Context, h *hand) error {
		f := matter.BoardForm{DecidedOn: day, DecisionForm: matter.DecisionForm{Deviation: matter.AsProposed, Views: j.text(j.views)}}
		if j.fate == deviating {
			f.DecisionForm = matter.DecisionForm{Deviation: matter.MaterialDeviation, Text: "Nämnden beslutar i stället: " + j.text(j.revised)}
		}
		return s.lawful(h.matters.RecordBoard(ctx, s.actor(s.holder(organisation.Registrar), access.Registrar), j.id, f))
	})
	if j.fate != deviating {
		s.feedBack(j, recorded)
	}
}

// feedBack lets the managers tell their staff; some are late with it.
func (s *stage) feedBack(j *journey, day clock.Date) {
	if j.n%9 == 4 {
		return
	}
	s.then(at(workday(day, 12), 15, j.n), j.branch, "feedback on "+j.name, func(ctx context.Context, h *hand) error {
		var tasks []struct {
			ID   int64
			Name string
		}
		var b db.Batch
		db.Many(&b, &tasks, `SELECT t.id, p.name FROM tasks t JOIN people p ON p.id = t.person_id WHERE t.matter_id = $1 AND t.kind = $2 AND t.done_at IS NULL ORDER BY t.id`,
			j.id, matter.TaskFeedback)
		if err := s.db.ReadOrg(ctx, s.org, &b); err != nil {
			return err
		}
		for _, t := range tasks {
			if err := h.matters.FinishTask(ctx, s.actor(t.Name, access.Manager), t.ID); err != nil {
				return fmt.Errorf("task of %s: %w", t.Name, err)
			}
		}
		return nil
	})
}
