package demo

import (
	"context"

	"samverka/internal/access"
	"samverka/internal/action"
	"samverka/internal/clock"
	"samverka/internal/matter"
)

// carryOut lets the owner set the decision to work, follow it up and, when it is long ago, close the matter. Every seventh
// matter is left as it was decided, though most have done what was agreed, and in some a safety representative stops the work.
func (s *stage) carryOut(j *journey, day clock.Date) {
	act := func(days, hour int, what string, do func(context.Context, *hand, access.Actor, *matter.AfterPage) error) {
		s.then(at(workday(day, days), hour, j.n), j.branch, what+" "+j.name, func(ctx context.Context, h *hand) error {
			who := j.who(s)
			p, err := h.matters.After(ctx, who, j.id)
			if err != nil {
				return err
			}
			return do(ctx, h, who, &p)
		})
	}
	measures := func(ctx context.Context, h *hand, who access.Actor, p *matter.AfterPage) error {
		return s.takeMeasures(ctx, h, j, p)
	}
	if j.n%7 == 6 || j.fate == deviating {
		if j.n%4 != 0 {
			act(30, 15, "take the measures of", measures)
		}
		return
	}
	act(4, 10, "plan", func(ctx context.Context, h *hand, who access.Actor, _ *matter.AfterPage) error {
		return h.matters.AddAction(ctx, who, j.id, action.Form{What: "Berätta för vikarier och nyanställda vad som gäller", PersonID: who.PersonID, DueOn: workday(day, 15)})
	})
	if j.n%3 == 0 {
		act(5, 10, "plan more of", func(ctx context.Context, h *hand, who access.Actor, p *matter.AfterPage) error {
			return h.matters.AddAction(ctx, who, j.id, action.Form{What: "Gå igenom åtgärderna i riskbedömningen med skyddsombudet", PersonID: p.People[0].ID, DueOn: workday(day, 40)})
		})
	}
	if j.environment && j.n%4 == 1 {
		act(5, 14, "assess again", func(ctx context.Context, h *hand, who access.Actor, _ *matter.AfterPage) error {
			return s.renewRisk(ctx, h, j, day)
		})
	}
	act(6, 13, "set to work", func(ctx context.Context, h *hand, who access.Actor, _ *matter.AfterPage) error {
		return h.matters.Execute(ctx, who, j.id, "Riskbedömningen från samverkan gäller, inget har ändrats sedan dess.")
	})
	act(14, 9, "finish an action of", func(ctx context.Context, h *hand, who access.Actor, p *matter.AfterPage) error {
		for _, a := range p.Actions {
			if a.PersonID == who.PersonID && a.DoneAt == nil {
				return h.actions.Finish(ctx, who, a.ID, "Klart.", a.Version)
			}
		}
		return nil
	})
	act(24, 15, "take the measures of", measures)
	act(25, 9, "follow up", func(ctx context.Context, h *hand, who access.Actor, _ *matter.AfterPage) error {
		return h.matters.Follow(ctx, who, j.id)
	})
	if j.n%13 == 5 {
		safety := s.safety(j)
		s.then(at(workday(day, 27), 15, j.n), j.branch, "stop work of "+j.name, func(ctx context.Context, h *hand) error {
			return h.matters.StopWork(ctx, s.actor(safety, access.SafetyRep), j.id, "Reservlarmet fungerar inte för den som arbetar ensam på natten. Arbetet stoppas tills det gör det.")
		})
		return
	}
	s.lookBack(j, act)
}

// lookBack checks the effect twelve weeks on, and closes most of the matters.
func (s *stage) lookBack(j *journey, act func(int, int, string, func(context.Context, *hand, access.Actor, *matter.AfterPage) error)) {
	act(63, 10, "look at the effect of", func(ctx context.Context, h *hand, who access.Actor, p *matter.AfterPage) error {
		result, note := matter.AsMeant, ""
		if j.n%4 == 1 {
			result, note = matter.PartlyMet, "Det tog längre tid än väntat. Vi ser efter igen om tre månader."
		}
		for _, k := range p.Checks {
			if k.CheckedAt == nil {
				if err := h.matters.RecordCheck(ctx, who, j.id, k.ID, result, note); err != nil {
					return err
				}
			}
		}
		if !j.environment || j.n%2 == 0 {
			return nil
		}
		return h.matters.FollowRisk(ctx, who, j.id, "Åtgärderna är gjorda. Skyddsombudet och gruppen tycker att belastningen har minskat. Vi tar upp det igen vid nästa skyddsrond.", "Det som är kvar följs upp vid skyddsronden.")
	})
	if j.n%5 == 2 {
		return
	}
	act(65, 11, "close", func(ctx context.Context, h *hand, who access.Actor, _ *matter.AfterPage) error {
		return h.matters.Close(ctx, who, j.id, "Börja med frågorna på APT innan förslaget skrivs. Då blev det färre ändringar på slutet.", "Det som är kvar görs i ordinarie arbete.")
	})
}
