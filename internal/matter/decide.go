package matter

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

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
	return AddTasks(ctx, c.tx, s.Clock, Task{PersonID: c.rec.OwnerID, Role: access.Manager, Kind: TaskAfterwards, MatterID: c.rec.ID,
		DueOn: c.today().AddWorkingDays(3)})
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

// afterDecision gives every affected unit's manager the feedback to do, and closes what was only on the way here.
func (s *Service) afterDecision(ctx context.Context, c *change) error {
	for _, kind := range []string{TaskDecide, TaskRecordBoard, TaskConsult} {
		if err := FinishTasks(ctx, c.tx, s.Clock, Done{Kind: kind, MatterID: c.rec.ID}); err != nil {
			return err
		}
	}
	var ts []Task
	for _, u := range c.rec.Units {
		person := u.ManagerID
		if person == 0 {
			person = c.rec.OwnerID
		}
		ts = append(ts, Task{PersonID: person, Role: access.Manager, Kind: TaskFeedback, MatterID: c.rec.ID, UnitID: u.ID, DueOn: c.today().Add(30)})
	}
	return AddTasks(ctx, c.tx, s.Clock, ts...)
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

// BoardForm is the board's decision as the registrar records it.
type BoardForm struct {
	DecidedOn clock.Date
	DecisionForm
}

// CanRecordBoard refuses unless a board decides the matter and, for a decision as proposed, everything was finished on
// the day that the board decided (handbook T11: not before T10).
func (r Record) CanRecordBoard(f BoardForm, today clock.Date) error {
	d, decided := r.LastDecision()
	switch {
	case r.Decider != ByBoard:
		return fail.New(fail.Invalid, "matter.error.manager_decides")
	case r.Status != "open":
		return fail.New(fail.Invalid, "matter.error.not_open_matter")
	case decided && d.Deviation != MaterialDeviation:
		return fail.New(fail.Conflict, "matter.error.already_decided")
	}
	var form fail.Form
	switch {
	case f.DecidedOn.IsZero():
		form.Add("decided_on", "matter.error.date_needed")
	case f.DecidedOn.After(today):
		form.Add("decided_on", "matter.error.date_future")
	}
	if err := form.Err(); err != nil || f.Deviation == MaterialDeviation {
		return err
	}
	if ms := r.on(f.DecidedOn).Gate(f.DecidedOn.At(23, 59)); len(ms) > 0 {
		return &Blocked{ms}
	}
	return nil
}

// on is the record as far as outcomes had taken effect, negotiations ended, windows been waived, the risk assessment been
// fixed and the plan confirmed by the end of day.
func (r Record) on(day clock.Date) Record {
	r.Items = slices.Clone(r.Items)
	for i, it := range r.Items {
		r.Items[i].EffectiveAt = by(it.EffectiveAt, day)
	}
	r.Tracks = slices.Clone(r.Tracks)
	for i, t := range r.Tracks {
		r.Tracks[i].ClosedAt, r.Tracks[i].WaivedAt = by(t.ClosedAt, day), by(t.WaivedAt, day)
	}
	r.Positions = slices.Clone(r.Positions)
	for i, p := range r.Positions {
		r.Positions[i].WaivedAt = by(p.WaivedAt, day)
	}
	r.Risks = slices.Clone(r.Risks)
	for i, x := range r.Risks {
		r.Risks[i].FixedAt = by(x.FixedAt, day)
	}
	r.PlanConfirmedAt = by(r.PlanConfirmedAt, day)
	return r
}

// by is t if it lies on day or before, else nil.
func by(t *time.Time, day clock.Date) *time.Time {
	if t != nil && clock.DateOf(*t).After(day) {
		return nil
	}
	return t
}

// RecordBoard records what the board decided. A materially deviating decision is a fact: it is recorded with a red flag,
// becomes the next version, execution is stopped, and unions and HR are told (handbook "Decision differs").
func (s *Service) RecordBoard(ctx context.Context, who access.Actor, id int64, f BoardForm) error {
	if err := who.Require(access.BoardRecord); err != nil {
		return err
	}
	if err := f.check(); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.rec.CanRecordBoard(f, c.today()); err != nil {
			return err
		}
		decision, err := c.storeDecision(ctx, f.DecisionForm, f.DecidedOn, true, 0)
		if err != nil {
			return err
		}
		to, err := parties(ctx, c.tx, id, c.today())
		if err != nil {
			return err
		}
		everyone := slices.Concat(to.Unions, to.Safety, []int64{c.rec.OwnerID})
		if f.Deviation == MaterialDeviation {
			c.log("matter.board_deviated", "Date", f.DecidedOn.String(), "Text", f.Text)
			c.tell(announce.Deviation, decision, append(everyone, to.HR...)...)
			return s.deviate(ctx, c, f.Text)
		}
		c.log("matter.board_decided", "Date", f.DecidedOn.String(), "Text", f.Text)
		c.tell(announce.Decided, decision, everyone...)
		return s.afterDecision(ctx, c)
	})
}

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

// RequestException asks the förhandlingschef for leave to decide before samverkan: only synnerliga skäl count (MBL 11 §
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
		c.tell(announce.ExceptionAsk, exception, to.Chiefs...)
		var ts []Task
		for _, p := range to.Chiefs {
			ts = append(ts, Task{PersonID: p, Role: access.Negotiator, Kind: TaskException, MatterID: id, DueOn: c.today()})
		}
		return AddTasks(ctx, c.tx, s.Clock, ts...)
	})
}

// OpenException is the request that waits for an answer.
func (r Record) OpenException() (Exception, bool) {
	i := slices.IndexFunc(r.Exceptions, func(e Exception) bool { return e.DecidedAt == nil })
	if i < 0 {
		return Exception{}, false
	}
	return r.Exceptions[i], true
}

// AnswerException approves or rejects the request that waits. Never the one who asked. An approval tells all entitled
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
