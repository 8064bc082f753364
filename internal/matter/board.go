package matter

import (
	"context"
	"slices"
	"time"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/fail"
)

// BoardForm is the board's decision as the registrar records it.
type BoardForm struct {
	DecidedOn clock.Date
	DecisionForm
}

// CanRecordBoard refuses unless a board decides the matter and, for a decision as proposed, everything was finished on
// the day that the board decided (handbook T11: not before T10), or an exception is approved (MBL 11 § second paragraph).
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
	if ms := r.boardMissing(f.DecidedOn); len(ms) > 0 {
		if _, ok := r.on(f.DecidedOn).ApprovedException(); !ok {
			return &Blocked{ms}
		}
	}
	return nil
}

// boardMissing lists what was missing when the board decided.
func (r Record) boardMissing(day clock.Date) []Missing { return r.on(day).Gate(day.At(23, 59)) }

// on is the record as far as treatments had been concluded and taken effect, negotiations ended, windows been waived, an
// exception been answered, the risk assessment been fixed and the plan confirmed by the end of day.
func (r Record) on(day clock.Date) Record {
	r.Items = slices.Clone(r.Items)
	for i, it := range r.Items {
		r.Items[i].EffectiveAt = by(it.EffectiveAt, day)
		if it.ConcludedAt != nil && by(it.ConcludedAt, day) == nil {
			r.Items[i].ConcludedAt, r.Items[i].Status = nil, "open"
		}
		if it.Day().After(day) { // the meeting was still to come
			r.Items[i].OpenedAt, r.Items[i].Status, r.Items[i].MeetingStatus = nil, "planned", "planned"
		}
	}
	r.Tracks = slices.Clone(r.Tracks)
	for i, t := range r.Tracks {
		r.Tracks[i].ClosedAt, r.Tracks[i].WaivedAt = by(t.ClosedAt, day), by(t.WaivedAt, day)
	}
	r.Steps = slices.Clone(r.Steps)
	for i, s := range r.Steps {
		r.Steps[i].WithdrawnAt = by(s.WithdrawnAt, day)
	}
	r.Positions = slices.Clone(r.Positions)
	for i, p := range r.Positions {
		r.Positions[i].WaivedAt = by(p.WaivedAt, day)
	}
	r.Risks = slices.Clone(r.Risks)
	for i, x := range r.Risks {
		r.Risks[i].FixedAt = by(x.FixedAt, day)
	}
	r.Exceptions = slices.DeleteFunc(slices.Clone(r.Exceptions), func(e Exception) bool { return e.DecidedAt != nil && by(e.DecidedAt, day) == nil })
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
		var exception int64
		if e, ok := c.rec.on(f.DecidedOn).ApprovedException(); ok && f.Deviation != MaterialDeviation && len(c.rec.boardMissing(f.DecidedOn)) > 0 {
			exception = e.ID
		}
		decision, err := c.storeDecision(ctx, f.DecisionForm, f.DecidedOn, true, exception)
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
		if err := s.afterDecision(ctx, c); err != nil || exception == 0 {
			return err
		}
		return s.consultAfterwards(ctx, c)
	})
}
