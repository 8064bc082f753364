package apt

import (
	"context"
	"fmt"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// Ask puts a question in the box, once the notes are published. Nobody's name is kept with it, and the log does not hold
// it. Whoever the APT is for may ask.
func (s *Service) Ask(ctx context.Context, who access.Actor, id, itemID int64, text string, readThrough bool) error {
	if err := who.Require(access.APTTakePart); err != nil {
		return err
	}
	var f fail.Form
	checkNote(&f, "text", text, 2000, "apt.error.question_needed", readThrough)
	if err := f.Err(); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.in(Published); err != nil {
			return err
		}
		if err := c.colleague(ctx); err != nil {
			return err
		}
		if _, ok := c.rec.Item(itemID); !ok {
			itemID = 0
		}
		if err := c.exec(ctx, `INSERT INTO apt_questions (apt_id, item_id, text, asked_on) VALUES ($1, nullif($2::bigint, 0), $3, $4)`,
			id, itemID, text, clock.DateOf(c.now)); err != nil {
			return fmt.Errorf("asking: %w", err)
		}
		return matter.AddTasks(ctx, c.tx, s.Clock, matter.Task{PersonID: c.rec.LeadID, Role: access.Manager, Kind: matter.TaskAPTQuestion, APTID: id,
			UnitID: c.rec.UnitID, DueOn: c.today().AddWorkingDays(5)})
	})
}

// AnswerQuestion answers a question for all of the unit to read. Conflict when it was answered meanwhile.
func (s *Service) AnswerQuestion(ctx context.Context, who access.Actor, questionID int64, text string, version int, readThrough bool) error {
	if err := who.Require(access.APTRun); err != nil {
		return err
	}
	var f fail.Form
	checkNote(&f, "answer", text, 4000, "apt.error.answer_needed", readThrough)
	if err := f.Err(); err != nil {
		return err
	}
	id, err := s.of(ctx, who, "apt_questions", questionID)
	if err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.run(Published); err != nil {
			return err
		}
		if err := c.tx.Exec1(ctx, `UPDATE apt_questions SET answer = $1, answered_at = $2, version = version + 1 WHERE id = $3 AND version = $4`,
			text, c.now, questionID, version); err != nil {
			return err
		}
		c.log("apt.question_answered", 0)
		for _, q := range c.rec.Questions {
			if q.ID != questionID && q.AnsweredAt == nil {
				return nil
			}
		}
		return matter.FinishTasks(ctx, c.tx, s.Clock, matter.Done{Kind: matter.TaskAPTQuestion, APTID: id})
	})
}
