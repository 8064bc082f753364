package meeting

import (
	"context"
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
	return r.canAdjust(adjusters)
}

// canAdjust refuses unless all belong to the meeting and as many of them to the unions' side as the agreement says.
func (r Record) canAdjust(adjusters []int64) error {
	union := map[int64]bool{}
	for _, id := range adjusters {
		if !r.belongs(id) {
			return fail.New(fail.Invalid, "meeting.error.adjuster_foreign")
		}
		if r.side(id) == UnionSide {
			union[id] = true
		}
	}
	switch need := min(r.Agreement.AdjustersMinimum, r.unionSide()); {
	case len(union) == 0:
		return fail.New(fail.Invalid, "meeting.error.adjuster_union")
	case len(union) < need:
		return fail.New(fail.Invalid, "meeting.error.adjusters_few", "Need", need)
	}
	return nil
}

// unionSide is how many of the unions' side the meeting was called for or had.
func (r Record) unionSide() int {
	people := map[int64]bool{}
	for _, m := range r.MembersOn(r.Day()) {
		if r.side(m.PersonID) == UnionSide {
			people[m.PersonID] = true
		}
	}
	return len(people)
}

// Askable are the members who may be asked to approve the minutes: those of the meeting's day, and who has come to the
// unions' side since. They speak for their organisation when nobody who was there is left (SKR: at least one union
// representative).
func (r Record) Askable() []Member {
	return slices.DeleteFunc(slices.Clone(r.Members), func(m Member) bool {
		return !m.holds(r.Day()) && !(m.From.After(r.Day()) && m.unionSide())
	})
}

// belongs reports whether the person was called to the meeting, attended it, or may be asked for those who did.
func (r Record) belongs(personID int64) bool {
	return slices.ContainsFunc(r.Attendance, func(a Attendance) bool { return a.PersonID == personID }) ||
		slices.ContainsFunc(r.Askable(), func(m Member) bool { return m.PersonID == personID })
}

// side is the side on which the person takes part: the unions' for their representatives and for safety representatives.
func (r Record) side(personID int64) string {
	for _, m := range r.Askable() {
		if m.PersonID == personID && m.unionSide() {
			return UnionSide
		}
	}
	return EmployerSide
}

// roleOf is the role in which the person takes part in the meeting.
func (r Record) roleOf(personID int64) access.Role {
	for _, m := range r.Askable() {
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

// SendMinutes sends the minutes to the adjusters named, who have the agreement's days to answer. Sent again, those who have
// not answered and are not named are asked no more; they keep a mark.
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
		if c.rec.Minutes.Status == "draft" {
			if err := c.sendText(ctx, c.rec.Minutes.Version); err != nil {
				return err
			}
		}
		if err := c.exec(ctx, `UPDATE minutes SET status = 'sent', sent_at = $1, due_on = $2 WHERE meeting_id = $3`, c.now, due, id); err != nil {
			return err
		}
		if err := s.nameAdjusters(ctx, c, adjusters, due); err != nil {
			return err
		}
		c.log("meeting.minutes_sent", 0, "Due", due.String())
		c.tell(announce.Approve, versioned(id, c.rec.Minutes.Version), adjusters)
		if err := matter.FinishTasks(ctx, c.tx, s.Clock, matter.Done{Kind: matter.TaskSendMinutes, MeetingID: id}); err != nil {
			return err
		}
		return s.finishMinutes(ctx, c) // when only those who had not answered were taken off
	})
}

func (s *Service) nameAdjusters(ctx context.Context, c *change, adjusters []int64, due clock.Date) error {
	for _, a := range c.rec.Adjusters {
		if a.Answer != "" || slices.Contains(adjusters, a.PersonID) {
			continue
		}
		if err := s.takeOff(ctx, c, a); err != nil {
			return err
		}
	}
	for _, p := range adjusters {
		if err := c.exec(ctx, `
			INSERT INTO adjusters (meeting_id, person_id, side, asked_at) VALUES ($1, $2, $3, $4)
			ON CONFLICT (org_id, meeting_id, person_id) DO UPDATE SET replaced_at = NULL, asked_at = coalesce(adjusters.asked_at, excluded.asked_at)`,
			c.rec.ID, p, c.rec.side(p), c.now); err != nil {
			return err
		}
	}
	return s.askAdjusters(ctx, c, c.rec.unanswered(adjusters), due)
}

// takeOff asks the adjuster no more; the mark stays.
func (s *Service) takeOff(ctx context.Context, c *change, a Adjuster) error {
	if err := c.exec(ctx, `UPDATE adjusters SET replaced_at = coalesce(replaced_at, $1) WHERE meeting_id = $2 AND person_id = $3`, c.now, c.rec.ID, a.PersonID); err != nil {
		return err
	}
	return matter.FinishTasks(ctx, c.tx, s.Clock, matter.Done{Kind: matter.TaskApproveMinutes, MeetingID: c.rec.ID, PersonID: a.PersonID})
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

// canSubstitute refuses a substitute where it would not do: the one replaced has to be somebody who is asked and has not
// answered, the substitute somebody else of the meeting, and the unions' side keeps at least one.
func (r Record) canSubstitute(personID, substituteID int64) error {
	asked := func(id int64) bool {
		return slices.ContainsFunc(Active(r.Adjusters), func(a Adjuster) bool { return a.PersonID == id })
	}
	i := slices.IndexFunc(Active(r.Adjusters), func(a Adjuster) bool { return a.PersonID == personID })
	switch {
	case r.Minutes == nil || r.Minutes.Status == "draft":
		return fail.New(fail.Invalid, "meeting.error.minutes_not_sent")
	case r.Minutes.Final():
		return fail.New(fail.Conflict, "error.minutes_immutable")
	case i < 0:
		return fail.New(fail.Invalid, "minutes.error.replace_whom")
	case Active(r.Adjusters)[i].Answer != "" && Active(r.Adjusters)[i].Answer != "objected":
		return fail.New(fail.Invalid, "minutes.error.replace_answered")
	case substituteID == 0 || asked(substituteID):
		return fail.New(fail.Invalid, "minutes.error.substitute_whom")
	}
	standing := []int64{substituteID}
	for _, a := range Active(r.Adjusters) {
		if a.PersonID != personID {
			standing = append(standing, a.PersonID)
		}
	}
	return r.canAdjust(standing)
}

// Substitute names a substitute for an adjuster who does not answer or is away (handbook 5.2).
func (s *Service) Substitute(ctx context.Context, who access.Actor, id, personID, substituteID int64) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.run(); err != nil {
			return err
		}
		if err := c.rec.canSubstitute(personID, substituteID); err != nil {
			return err
		}
		i := slices.IndexFunc(c.rec.Adjusters, func(a Adjuster) bool { return a.PersonID == personID })
		if err := s.takeOff(ctx, c, c.rec.Adjusters[i]); err != nil {
			return err
		}
		if err := c.exec(ctx, `
			INSERT INTO adjusters (meeting_id, person_id, side, asked_at, replaces_id) VALUES ($1, $2, $3, $4, $5)
			ON CONFLICT (org_id, meeting_id, person_id) DO UPDATE SET replaced_at = NULL, asked_at = excluded.asked_at, replaces_id = excluded.replaces_id,
				answer = NULL, objection = '', answered_at = NULL, digest = NULL`,
			id, substituteID, c.rec.side(substituteID), c.now, personID); err != nil {
			return err
		}
		due := later(c.rec.Minutes.DueOn, c.rec.Agreement.ApprovalUntil(c.today()))
		if err := c.exec(ctx, `UPDATE minutes SET due_on = $1 WHERE meeting_id = $2`, due, id); err != nil {
			return err
		}
		c.log("meeting.minutes_substitute", 0, "Name", c.rec.nameOf(personID), "Substitute", c.rec.nameOf(substituteID))
		c.tell(announce.Approve, versioned(id, c.rec.Minutes.Version), []int64{substituteID})
		return s.askAdjusters(ctx, c, []int64{substituteID}, due)
	})
}

func later(a, b clock.Date) clock.Date {
	if a.After(b) {
		return a
	}
	return b
}
