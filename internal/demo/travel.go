package demo

import (
	"context"
	"slices"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/matter"
	"samverka/internal/meeting"
)

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
		if err := s.attach(ctx, h, j, d); err != nil {
			return err
		}
		_, err := h.matters.Propose(ctx, j.who(s), j.id, matter.ProposalForm{Body: j.text(j.proposal), Alternatives: j.text(j.alternatives), Reason: reason})
		return err
	})
	act(before(d, 26), 11, "plan", func(ctx context.Context, h *hand) error {
		return h.matters.ConfirmPlan(ctx, j.who(s), j.id, j.tracks(s), "")
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
	return reasoned(why, holidays, func(reason string) error {
		return h.meetings.SetUp(ctx, j.who(s), t.id, meeting.SetUpForm{MatterID: j.id, Class: x.class, Minutes: 15 + 5*(j.n%4), Reason: reason})
	})
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

// assess puts down the risk assessment: written, with the safety representatives invited, stated on and fixed.
func (s *stage) assess(j *journey, day clock.Date) {
	safety := s.safety(j)
	s.then(at(day, 13, j.n), j.branch, "assess "+j.name, func(ctx context.Context, h *hand) error {
		if err := s.writeRisk(ctx, h, j, day); err != nil {
			return err
		}
		h.wait(5)
		return s.inviteRisk(ctx, h, j, safety)
	})
	if j.unstated {
		return
	}
	s.then(at(workday(day, 2), 10, j.n), j.branch, "state about "+j.name, func(ctx context.Context, h *hand) error {
		body := "Riskerna är rätt beskrivna. Åtgärderna behöver följas upp på APT efter en månad."
		if j.n%6 == 5 {
			body = "Jag instämmer inte. Arbetsbelastningen är för lågt bedömd och åtgärden kommer för sent."
		}
		return h.matters.StateRisk(ctx, s.actor(safety, access.SafetyRep), j.id, j.n%6 != 5, body, 0)
	})
	s.then(at(workday(day, 3), 11, j.n), j.branch, "fix the assessment of "+j.name, func(ctx context.Context, h *hand) error {
		return h.matters.FixRisk(ctx, j.who(s), j.id, matter.RiskFix{})
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
