package matter

import (
	"context"
	"fmt"
	"slices"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/fail"
)

// DecisionForm is what the decider states. Every decision says whether it is what has been through samverkan.
type DecisionForm struct {
	Deviation string // AsProposed, MinorDeviation or MaterialDeviation
	Text      string // what deviates, and why
	Views     string // how the views were used
}

func (d DecisionForm) check() error {
	var f fail.Form
	if !slices.Contains([]string{AsProposed, MinorDeviation, MaterialDeviation}, d.Deviation) {
		f.Add("deviation", "matter.error.deviation")
	}
	checkText(&f, "text", d.Text, 10000, needed(d.Deviation != AsProposed, "matter.error.text_needed"))
	checkText(&f, "views", d.Views, 10000, "")
	return f.Err()
}

// Decide takes the manager's decision. Refused with *Blocked while the gate lists anything and no exception is approved.
// A decision that in substance is another than the treated proposal is not taken: it becomes the next version, and the
// tracks reopen (MBL 11 §; handbook T11, "Decision differs"). It reports whether a decision was taken.
func (s *Service) Decide(ctx context.Context, who access.Actor, id int64, d DecisionForm) (taken bool, err error) {
	if err := who.Require(access.MatterWrite); err != nil {
		return false, err
	}
	if err := d.check(); err != nil {
		return false, err
	}
	err = s.change(ctx, who, id, func(c *change) error {
		if d.Deviation == MaterialDeviation {
			if err := c.rec.mayDecide(who); err != nil {
				return err
			}
			return s.deviate(ctx, c, d.Text)
		}
		if err := c.rec.CanDecide(who, c.now); err != nil {
			return err
		}
		taken = true
		return s.take(ctx, c, d)
	})
	return taken, err
}

// take stores the manager's decision and what follows from it.
func (s *Service) take(ctx context.Context, c *change, d DecisionForm) error {
	var exception int64
	kind := "matter.decided"
	if e, ok := c.rec.ApprovedException(); ok && len(c.rec.Gate(c.now)) > 0 {
		exception, kind = e.ID, "matter.decided_before"
	}
	id, err := c.storeDecision(ctx, d, c.today(), false, exception)
	if err != nil {
		return err
	}
	c.log(kind, "Deviation", d.Deviation, "Text", d.Text)
	to, err := parties(ctx, c.tx, c.rec.ID, c.today())
	if err != nil {
		return err
	}
	tell := announce.Decided
	if d.Deviation == MinorDeviation {
		tell = announce.MinorChange
	}
	c.tell(tell, id, append(to.Unions, to.Safety...)...)
	if err := s.afterDecision(ctx, c); err != nil || exception == 0 {
		return err
	}
	return s.consultAfterwards(ctx, c)
}

// consultAfterwards gives the owner of a matter that was decided first its samverkan to do as soon as possible.
func (s *Service) consultAfterwards(ctx context.Context, c *change) error {
	return AddTasks(ctx, c.tx, s.Clock, Task{PersonID: c.rec.OwnerID, Role: access.Manager, Kind: TaskAfterwards, MatterID: c.rec.ID,
		DueOn: c.today().AddWorkingDays(c.rec.Agreement.AfterwardsDays)})
}

func (c *change) storeDecision(ctx context.Context, d DecisionForm, day clock.Date, board bool, exception int64) (id int64, err error) {
	p, ok := c.rec.Current()
	if !ok {
		return 0, fail.New(fail.Invalid, "matter.error.no_proposal")
	}
	err = c.tx.QueryRow(ctx, `
		INSERT INTO decisions (matter_id, proposal_id, decided_on, by_board, deviation, deviation_text, views, exception_id, recorded_by, recorded_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, nullif($8::bigint, 0), $9, $10) RETURNING id`,
		c.rec.ID, p.ID, day, board, d.Deviation, d.Text, d.Views, exception, c.who.PersonID, c.now).Scan(&id)
	if err != nil {
		return 0, fmt.Errorf("storing the decision: %w", err)
	}
	return id, nil
}

// afterDecision owes everyone concerned their feedback, and closes what was only on the way here.
func (s *Service) afterDecision(ctx context.Context, c *change) error {
	for _, kind := range []string{TaskDecide, TaskRecordBoard, TaskConsult, TaskAgreementEnds} {
		if err := FinishTasks(ctx, c.tx, s.Clock, Done{Kind: kind, MatterID: c.rec.ID}); err != nil {
			return err
		}
	}
	return s.oweFeedback(ctx, c)
}

// deviate makes the deviating content the next version: outcomes on earlier ones are outdated.
func (s *Service) deviate(ctx context.Context, c *change, text string) error {
	no := len(c.rec.Proposals) + 1
	if _, ok := c.rec.Current(); !ok {
		return fail.New(fail.Invalid, "matter.error.no_proposal")
	}
	err := c.exec(ctx, `INSERT INTO proposals (matter_id, no, body, from_deviation, created_by, created_at) VALUES ($1, $2, $3, true, $4, $5)`,
		c.rec.ID, no, text, c.who.PersonID, c.now)
	if err != nil {
		return err
	}
	c.log("matter.deviation", "No", fmt.Sprint(no), "Text", text)
	return AddTasks(ctx, c.tx, s.Clock, Task{PersonID: c.rec.OwnerID, Role: access.Manager, Kind: TaskConsult, MatterID: c.rec.ID, ProposalNo: no,
		DueOn: c.today().Add(14)})
}
