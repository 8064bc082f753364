package demo

import (
	"context"
	"slices"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/matter"
)

// writeRisk writes the matter's risk assessment, part by part.
func (s *stage) writeRisk(ctx context.Context, h *hand, j *journey, day clock.Date) error {
	who := j.who(s)
	x := matter.RiskChange{Change: j.text(j.proposal), Reason: j.text(j.purpose), Starts: "Två veckor efter beslutet.", Affected: "Alla som arbetar på " + j.units[0] + ".",
		NoChange: "Vi fortsätter som i dag. Det som förslaget skulle lösa är kvar, och de risker som redan finns följer vi upp vid skyddsronden.", ReadThrough: true}
	if j.n%3 == 0 {
		x.AlternativeB = "Börja i mindre skala under tolv veckor"
	}
	if err := h.matters.DescribeRisk(ctx, who, j.id, x); err != nil {
		return err
	}
	for i, r := range j.risks {
		if _, err := h.matters.SaveRiskRow(ctx, who, j.id, j.riskRow(i, r, day, who.PersonID), true); err != nil {
			return err
		}
	}
	return h.matters.ConcludeRisk(ctx, who, j.id, riskConclusion(day, who))
}

// riskConclusion is how the owner ends an assessment.
func riskConclusion(day clock.Date, who access.Actor) matter.RiskConclusion {
	return matter.RiskConclusion{Conclusion: "with_measures", FollowOn: workday(day, 90), FollowBy: who.PersonID, ReadThrough: true,
		Equality: "Vi har gått igenom om ändringen slår olika mot kvinnor och män, eller mot dem som arbetar deltid. Deltidsanställda påverkas mest och får vara med i planeringen.",
		Economy:  "Ryms inom budgeten. Tid för introduktion är inräknad.",
		Service:  "Brukare och anhöriga märker liten skillnad. De får information innan ändringen börjar."}
}

// riskRow is one of the subject's risks, with all that belongs to it.
func (j *journey) riskRow(i int, r matter.RiskRow, day clock.Date, owner int64) matter.RiskRow {
	r.Source, r.Affected, r.Measure = j.text(r.Source), j.text(r.Affected), j.text(r.Measure)
	r.ResponsibleID, r.DueOn = owner, after(day, 70+15*i)
	if i == 0 {
		r.EffectOn = after(day, 115)
	}
	r.Protection = []string{"Rutiner och introduktion finns.", "Skyddsronden tar upp frågan varje vår.", ""}[(i+j.n)%3]
	r.AfterProb, r.AfterCons = max(1, r.Probability-2), r.Consequence
	r.NoneProbability = []int{matter.NotThere, max(1, r.Probability-1), matter.AsProposal}[(i+j.n)%3]
	if j.n%3 == 0 {
		r.BProbability = max(1, r.Probability-1)
	}
	if i == 2 {
		r.AtOnce = true
	}
	return r
}

// inviteRisk invites the safety representative, and to some assessments an employee and an expert from outside.
func (s *stage) inviteRisk(ctx context.Context, h *hand, j *journey, safety string) error {
	who := j.who(s)
	if err := h.matters.InviteRisk(ctx, who, j.id, []int64{s.person(safety)}); err != nil {
		return err
	}
	if j.n%4 == 0 {
		if err := h.matters.AddParticipant(ctx, who, j.id, matter.AsExpert, "Företagshälsovården"); err != nil {
			return err
		}
	}
	if j.unstated && slices.Contains(j.units, homeCare) {
		return h.matters.AddParticipant(ctx, who, j.id, matter.AsEmployee, s.world.personas[Code(access.Employee)])
	}
	return nil
}

// renewRisk makes the assessment again for what was decided, with what had been forgotten.
func (s *stage) renewRisk(ctx context.Context, h *hand, j *journey, day clock.Date) error {
	who := j.who(s)
	if err := h.matters.RenewRisk(ctx, who, j.id); err != nil {
		return err
	}
	_, err := h.matters.SaveRiskRow(ctx, who, j.id, matter.RiskRow{Area: "competence", Source: "Vikarier och nyanställda hinner inte lära sig det nya före start", Affected: "Vikarier och nyanställda",
		Probability: 3, Consequence: 2, Measure: "Halv dags introduktion före första passet", ResponsibleID: who.PersonID, DueOn: after(day, 20), AfterProb: 1, AfterCons: 2}, true)
	if err != nil {
		return err
	}
	if err := h.matters.ConcludeRisk(ctx, who, j.id, riskConclusion(day, who)); err != nil {
		return err
	}
	return h.matters.FixRisk(ctx, who, j.id, matter.RiskFix{WithoutReason: "Skyddsombudet var med på genomgången och hade inget att tillägga till sitt förra yttrande."})
}

// takeMeasures says that what the assessment asked for is done.
func (s *stage) takeMeasures(ctx context.Context, h *hand, j *journey, p *matter.AfterPage) error {
	for _, a := range p.Actions {
		if a.DoneAt == nil {
			if err := h.actions.Finish(ctx, j.who(s), a.ID, "Gjort enligt planen.", a.Version); err != nil {
				return err
			}
		}
	}
	return nil
}
