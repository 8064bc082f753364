package meeting

import (
	"context"
	"fmt"
	"slices"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// canSend refuses unless the meeting is over, the minutes are not approved, and at least one adjuster sits on the
// unions' side (SKR on minutes: at least one union representative).
func (r Record) canSend(adjusters []int64) error {
	switch {
	case r.Status != "closed" || r.Minutes == nil:
		return fail.New(fail.Invalid, "meeting.error.not_closed")
	case r.Minutes.Final():
		return fail.New(fail.Conflict, "error.minutes_immutable")
	case len(adjusters) == 0:
		return fail.New(fail.Invalid, "meeting.error.adjusters_needed")
	}
	union := false
	for _, id := range adjusters {
		known := slices.ContainsFunc(r.Attendance, func(a Attendance) bool { return a.PersonID == id })
		for _, m := range r.MembersOn(r.Day()) {
			known = known || m.PersonID == id
			union = union || m.PersonID == id && (m.UnionID != 0 || m.Role == "safety_rep" || m.Role == "chief_safety_rep")
		}
		if !known {
			return fail.New(fail.Invalid, "meeting.error.adjuster_foreign")
		}
	}
	if !union {
		return fail.New(fail.Invalid, "meeting.error.adjuster_union")
	}
	return nil
}

// SendMinutes sends the minutes to the adjusters named, who have the agreement's days to answer.
func (s *Service) SendMinutes(ctx context.Context, who access.Actor, id int64, adjusters []int64) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.run(); err != nil {
			return err
		}
		if err := c.rec.canSend(adjusters); err != nil {
			return err
		}
		due := c.rec.Agreement.ApprovalUntil(c.today())
		if err := c.exec(ctx, `UPDATE minutes SET status = 'sent', sent_at = $1, due_on = $2 WHERE meeting_id = $3`, c.now, due, id); err != nil {
			return err
		}
		if err := c.exec(ctx, `DELETE FROM adjusters WHERE meeting_id = $1 AND answer IS NULL AND NOT person_id = ANY ($2)`, id, adjusters); err != nil {
			return err
		}
		if err := c.exec(ctx, `INSERT INTO adjusters (meeting_id, person_id) SELECT $1, unnest($2::bigint[]) ON CONFLICT DO NOTHING`, id, adjusters); err != nil {
			return err
		}
		c.log("meeting.minutes_sent", 0, "Due", due.String())
		c.tell(announce.Approve, versioned(id, c.rec.Minutes.Version), adjusters)
		if err := matter.FinishTasks(ctx, c.tx, s.Clock, matter.Done{Kind: matter.TaskSendMinutes, MeetingID: id}); err != nil {
			return err
		}
		if err := s.askAdjusters(ctx, c, c.rec.unanswered(adjusters), due); err != nil {
			return err
		}
		return s.finishMinutes(ctx, c) // when only those who had not answered were taken off
	})
}

// unanswered are those of the adjusters who have not answered yet.
func (r Record) unanswered(adjusters []int64) []int64 {
	return slices.DeleteFunc(slices.Clone(adjusters), func(p int64) bool {
		return slices.ContainsFunc(r.Adjusters, func(a Adjuster) bool { return a.PersonID == p && a.Answer != "" })
	})
}

func (s *Service) askAdjusters(ctx context.Context, c *change, adjusters []int64, due clock.Date) error {
	var ts []matter.Task
	for _, p := range adjusters {
		ts = append(ts, matter.Task{PersonID: p, Role: c.rec.roleOf(p), Kind: matter.TaskApproveMinutes, MeetingID: c.rec.ID, DueOn: due})
	}
	return matter.AddTasks(ctx, c.tx, s.Clock, ts...)
}

// roleOf is the role in which the person takes part in the meeting.
func (r Record) roleOf(personID int64) access.Role {
	for _, m := range r.MembersOn(r.Day()) {
		switch {
		case m.PersonID != personID:
		case m.UnionID != 0:
			return access.UnionRep
		case m.Role == "safety_rep" || m.Role == "chief_safety_rep":
			return access.SafetyRep
		}
	}
	return access.Manager
}

// adjuster finds the actor among the adjusters of minutes that wait, in the version that the actor read; 0: whichever.
func (c *change) adjuster(version int) (Adjuster, error) {
	i := slices.IndexFunc(c.rec.Adjusters, func(a Adjuster) bool { return a.PersonID == c.who.PersonID })
	switch {
	case i < 0:
		return Adjuster{}, fail.New(fail.Forbidden, "meeting.error.not_adjuster")
	case c.rec.Minutes == nil || c.rec.Minutes.Status == "draft":
		return Adjuster{}, fail.New(fail.Invalid, "meeting.error.minutes_not_sent")
	case c.rec.Minutes.Final():
		return Adjuster{}, fail.New(fail.Conflict, "error.minutes_immutable")
	case version != 0 && version != c.rec.Minutes.Version:
		return Adjuster{}, fail.New(fail.Conflict, "meeting.error.minutes_changed")
	}
	return c.rec.Adjusters[i], nil
}

// Approve approves the minutes in the version that the actor read. When the last adjuster has answered, the minutes are
// fixed for ever.
func (s *Service) Approve(ctx context.Context, who access.Actor, id int64, version int) error {
	return s.answer(ctx, who, id, version, "approved", "")
}

// Object lays an objection (erinran) before the chair, who changes the text or lets it stand.
func (s *Service) Object(ctx context.Context, who access.Actor, id int64, version int, text string) error {
	var f fail.Form
	checkText(&f, "text", text, 10000, "meeting.error.objection_needed")
	if err := who.Require(access.MinutesApprove); err != nil {
		return err
	}
	if err := f.Err(); err != nil {
		return err
	}
	return s.answer(ctx, who, id, version, "objected", text)
}

// Maintain keeps the actor's objection: it is attached, and the minutes close "justerat med erinran".
func (s *Service) Maintain(ctx context.Context, who access.Actor, id int64, version int) error {
	return s.answer(ctx, who, id, version, "maintained", "")
}

func (s *Service) answer(ctx context.Context, who access.Actor, id int64, version int, answer, text string) error {
	if err := who.Require(access.MinutesApprove); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		a, err := c.adjuster(version)
		if err != nil {
			return err
		}
		if answer == "maintained" {
			if a.Answer != "objected" {
				return fail.New(fail.Invalid, "meeting.error.no_objection")
			}
			text = a.Objection
		}
		if err := c.exec(ctx, `UPDATE adjusters SET answer = $1, objection = $2, answered_at = $3, version = $4 WHERE meeting_id = $5 AND person_id = $6`,
			answer, text, c.now, c.rec.Minutes.Version, id, who.PersonID); err != nil {
			return err
		}
		c.log("meeting.minutes_"+answer, 0, "Text", text)
		if err := matter.FinishTasks(ctx, c.tx, s.Clock, matter.Done{Kind: matter.TaskApproveMinutes, MeetingID: id, PersonID: who.PersonID}); err != nil {
			return err
		}
		if answer == "objected" {
			c.tell(announce.Objection, versioned(id, c.rec.Minutes.Version), []int64{c.rec.ChairID})
			return matter.AddTasks(ctx, c.tx, s.Clock, matter.Task{PersonID: c.rec.ChairID, Role: access.Manager, Kind: matter.TaskObjection, MeetingID: id, DueOn: c.rec.Minutes.DueOn})
		}
		return s.finishMinutes(ctx, c)
	})
}

// finishMinutes fixes the minutes when every adjuster has approved or maintains an objection.
func (s *Service) finishMinutes(ctx context.Context, c *change) error {
	r, err := load(ctx, c.tx, c.rec.ID, c.today())
	if err != nil {
		return err
	}
	all, objected := complete(r.Adjusters)
	if !all {
		return nil
	}
	status := "approved"
	if objected {
		status = "approved_with_objection"
	}
	if err := s.takeEffect(ctx, c, "approval"); err != nil {
		return err
	}
	if r, err = load(ctx, c.tx, c.rec.ID, c.today()); err != nil {
		return err
	}
	text, digest, err := r.Content().fix()
	if err != nil {
		return err
	}
	c.log("meeting.minutes_final", 0, "Status", status, "SHA256", fmt.Sprintf("%x", digest))
	if err := c.exec(ctx, `UPDATE minutes SET status = $1, approved_at = $2, content = $3, digest = $4 WHERE meeting_id = $5`, status, c.now, string(text), digest, c.rec.ID); err != nil {
		return err
	}
	return matter.FinishTasks(ctx, c.tx, s.Clock, matter.Done{Kind: matter.TaskObjection, MeetingID: c.rec.ID})
}

// ChangeMinutes writes the chair's additions. After sending, it is a new version: everyone approves again.
func (s *Service) ChangeMinutes(ctx context.Context, who access.Actor, id int64, text string, version int) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	var f fail.Form
	checkText(&f, "text", text, 40000, "")
	if err := f.Err(); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.run(); err != nil {
			return err
		}
		switch {
		case c.rec.Minutes == nil:
			return fail.New(fail.Invalid, "meeting.error.not_closed")
		case c.rec.Minutes.Final():
			return fail.New(fail.Conflict, "error.minutes_immutable")
		}
		c.log("meeting.minutes_changed", 0, "Text", text)
		if err := c.tx.Exec1(ctx, `UPDATE minutes SET addition = $1, version = version + 1 WHERE meeting_id = $2 AND ($3 = 0 OR version = $3)`, text, id, version); err != nil {
			return err
		}
		if c.rec.Minutes.Status == "draft" {
			return nil
		}
		return s.askAgain(ctx, c)
	})
}

func (s *Service) askAgain(ctx context.Context, c *change) error {
	due := c.rec.Agreement.ApprovalUntil(c.today())
	if err := c.exec(ctx, `UPDATE adjusters SET answer = NULL, objection = '', answered_at = NULL WHERE meeting_id = $1`, c.rec.ID); err != nil {
		return err
	}
	if err := c.exec(ctx, `UPDATE minutes SET due_on = $1 WHERE meeting_id = $2`, due, c.rec.ID); err != nil {
		return err
	}
	var to []int64
	for _, a := range c.rec.Adjusters {
		to = append(to, a.PersonID)
	}
	c.tell(announce.MinutesNew, versioned(c.rec.ID, c.rec.Minutes.Version+1), to)
	if err := matter.FinishTasks(ctx, c.tx, s.Clock, matter.Done{Kind: matter.TaskObjection, MeetingID: c.rec.ID}); err != nil {
		return err
	}
	return s.askAdjusters(ctx, c, to, due)
}
