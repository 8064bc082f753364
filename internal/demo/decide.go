package demo

import (
	"context"
	"fmt"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/matter"
	"samverka/internal/organisation"
)

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
		return err
	})
	s.feedBack(j, day)
	s.carryOut(j, day)
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
		return h.matters.RecordBoard(ctx, s.actor(s.holder(organisation.Registrar), access.Registrar), j.id, f)
	})
	if j.fate != deviating {
		s.feedBack(j, recorded)
		s.carryOut(j, recorded)
		s.giveOut(j, recorded)
	}
}

// giveOut lets the registrar give out a matter that a board has decided lately, masked, and a week later whole.
func (s *stage) giveOut(j *journey, recorded clock.Date) {
	day := workday(recorded, 5)
	if s.given || clock.DateOf(s.end).DaysUntil(day) > -14 || clock.DateOf(s.end).DaysUntil(day) < -200 {
		return
	}
	s.given = true
	give := func(day clock.Date, masked bool, reason string) {
		s.then(at(day, 10, j.n), j.branch, "give out "+j.name, func(ctx context.Context, h *hand) error {
			_, err := h.dossiers.Disclose(ctx, s.actor(s.holder(organisation.Registrar), access.Registrar), j.id, masked, reason)
			return err
		})
	}
	give(day, true, "")
	give(workday(day, 5), false, "Ingen uppgift i akten omfattas av sekretess. Bilagorna är lästa en och en.")
}

// lately is how long the persona among the managers has put off telling her staff, in days.
const lately = 75

// feedBack lets the managers tell their staff; some are late with it.
func (s *stage) feedBack(j *journey, day clock.Date) {
	mine := j.owner == s.personas[Code(access.Manager)] && day.DaysUntil(clock.DateOf(s.end)) < lately
	if mine || j.n%9 == 4 {
		return
	}
	s.then(at(workday(day, 12), 15, j.n), j.branch, "feedback on "+j.name, func(ctx context.Context, h *hand) error {
		var tasks []struct {
			ID   int64
			Name string
		}
		var b db.Batch
		db.Many(&b, &tasks, `SELECT t.id, p.name FROM tasks t JOIN people p ON p.id = t.person_id WHERE t.matter_id = $1 AND t.kind IN ($2, $3) AND t.done_at IS NULL ORDER BY t.id`,
			j.id, matter.TaskFeedback, matter.TaskFeedbackGroup)
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
