package matter

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/fail"
	"samverka/internal/organisation"
)

// ExceptionForm is the structured motive of a request to decide before samverkan.
type ExceptionForm struct{ What, Harm, Unforeseen, NoExtraMeeting string }

func (e ExceptionForm) check() error {
	var f fail.Form
	checkText(&f, "what", e.What, 4000, "matter.error.what_needed")
	checkText(&f, "harm", e.Harm, 4000, "matter.error.harm_needed")
	checkText(&f, "unforeseen", e.Unforeseen, 4000, "matter.error.unforeseen_needed")
	checkText(&f, "no_extra_meeting", e.NoExtraMeeting, 4000, "matter.error.no_extra_meeting_needed")
	return f.Err()
}

// RequestException asks the förhandlingschef, or whom the agreement names, for leave to decide before samverkan: only synnerliga skäl count (MBL 11 §
// second paragraph), and late planning is none. All four motives are needed.
func (s *Service) RequestException(ctx context.Context, who access.Actor, id int64, e ExceptionForm) error {
	if err := who.Require(access.MatterWrite); err != nil {
		return err
	}
	if err := e.check(); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.owned(); err != nil {
			return err
		}
		p, ok := c.rec.Current()
		if _, decided := c.rec.LastDecision(); decided || !ok {
			return fail.New(fail.Invalid, "matter.error.exception_state")
		}
		var exception int64
		err := c.tx.QueryRow(ctx, `
			INSERT INTO exceptions (matter_id, proposal_no, what, harm, unforeseen, no_extra_meeting, requested_by, requested_at)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
			id, p.No, e.What, e.Harm, e.Unforeseen, e.NoExtraMeeting, who.PersonID, c.now).Scan(&exception)
		if err != nil {
			return fmt.Errorf("requesting an exception: %w", err)
		}
		c.log("matter.exception_requested", "What", e.What, "Harm", e.Harm, "Unforeseen", e.Unforeseen, "NoExtraMeeting", e.NoExtraMeeting)
		to, err := parties(ctx, c.tx, id, c.today())
		if err != nil {
			return err
		}
		asked := to.Chiefs
		if c.rec.Approver() == access.HR {
			asked = to.HR
		}
		c.tell(announce.ExceptionAsk, exception, asked...)
		var ts []Task
		for _, p := range asked {
			ts = append(ts, Task{PersonID: p, Role: c.rec.Approver(), Kind: TaskException, MatterID: id, DueOn: c.today()})
		}
		return AddTasks(ctx, c.tx, s.Clock, ts...)
	})
}

// Approver is the role that answers a request to decide before samverkan (handbook 11).
func (r Record) Approver() access.Role {
	if r.Agreement.ExceptionApprover == organisation.ByHR {
		return access.HR
	}
	return access.Negotiator
}

// OpenException is the request that waits for an answer.
func (r Record) OpenException() (Exception, bool) {
	i := slices.IndexFunc(r.Exceptions, func(e Exception) bool { return e.DecidedAt == nil })
	if i < 0 {
		return Exception{}, false
	}
	return r.Exceptions[i], true
}

// AnswerException approves or rejects the request that waits. The role that the agreement names does, and never the one who asked. An approval tells all entitled
// organisations and safety representatives at once; a rejection says why.
func (s *Service) AnswerException(ctx context.Context, who access.Actor, id int64, approve bool, answer string) error {
	if err := who.Require(access.ExceptionDecide); err != nil {
		return err
	}
	var f fail.Form
	checkText(&f, "answer", answer, 4000, needed(!approve, "matter.error.answer_needed"))
	if err := f.Err(); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		e, ok := c.rec.OpenException()
		switch {
		case who.Role != c.rec.Approver():
			return fail.New(fail.Forbidden, "matter.error.not_approver")
		case !ok:
			return fail.New(fail.NotFound, "matter.error.no_exception")
		case e.RequestedBy == who.PersonID:
			return fail.New(fail.Forbidden, "matter.error.own_exception")
		}
		if err := c.exec(ctx, `UPDATE exceptions SET approved = $1, answer = $2, decided_by = $3, decided_at = $4 WHERE id = $5`,
			approve, strings.TrimSpace(answer), who.PersonID, c.now, e.ID); err != nil {
			return err
		}
		if err := FinishTasks(ctx, c.tx, s.Clock, Done{Kind: TaskException, MatterID: id}); err != nil {
			return err
		}
		if !approve {
			c.log("matter.exception_rejected", "Answer", answer)
			c.tell(announce.ExceptionNo, e.ID, c.rec.OwnerID)
			return nil
		}
		c.log("matter.exception_approved", "Answer", answer)
		to, err := parties(ctx, c.tx, id, c.today())
		if err != nil {
			return err
		}
		c.tell(announce.Exception, e.ID, slices.Concat(to.Unions, to.Safety, []int64{c.rec.OwnerID})...)
		return AddTasks(ctx, c.tx, s.Clock, Task{PersonID: c.rec.OwnerID, Role: access.Manager, Kind: TaskDecide, MatterID: id, DueOn: c.today()})
	})
}
