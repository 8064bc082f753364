package meeting

import (
	"context"
	"encoding/hex"
	"slices"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// adjuster finds the actor among the adjusters of minutes that wait, in the version that the actor read; 0: whichever.
func (c *change) adjuster(version int) (Adjuster, error) {
	i := slices.IndexFunc(c.rec.Adjusters, func(a Adjuster) bool { return a.PersonID == c.who.PersonID && a.Active() })
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

// Approve approves the text that the actor saw; Conflict when another stands there now. When the last adjuster has answered,
// the minutes are fixed for ever.
func (s *Service) Approve(ctx context.Context, who access.Actor, id int64, seen Seen) error {
	return s.answer(ctx, who, id, seen, "approved", "")
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
	return s.answer(ctx, who, id, Seen{Version: version}, "objected", text)
}

// Maintain keeps the actor's objection to the text that the actor saw: it is attached, and the minutes close "justerat med
// erinran".
func (s *Service) Maintain(ctx context.Context, who access.Actor, id int64, seen Seen) error {
	return s.answer(ctx, who, id, seen, "maintained", "")
}

func (s *Service) answer(ctx context.Context, who access.Actor, id int64, seen Seen, answer, text string) error {
	if err := who.Require(access.MinutesApprove); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		a, err := c.adjuster(seen.Version)
		if err != nil {
			return err
		}
		if answer == "maintained" {
			if a.Answer != "objected" {
				return fail.New(fail.Invalid, "meeting.error.no_objection")
			}
			text = a.Objection
		}
		if answer != "objected" {
			if err := sees(seen, c.rec.Minutes.Version, c.rec.Minutes.Digest); err != nil {
				return err
			}
		}
		if err := c.exec(ctx, `
			UPDATE adjusters SET answer = $1, objection = $2, answered_at = $3, version = $4, digest = $5, method = $6, role = $7
			WHERE  meeting_id = $8 AND person_id = $9`,
			answer, text, c.now, c.rec.Minutes.Version, c.rec.Minutes.Digest, seen.Method, string(who.Role), id, who.PersonID); err != nil {
			return err
		}
		c.log("meeting.minutes_"+answer, 0, "Text", text, "SHA256", hex.EncodeToString(c.rec.Minutes.Digest), "Method", seen.Method)
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

// finishMinutes fixes the minutes when every adjuster has approved or maintains an objection: the text is the one that was
// sent, to the byte.
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
	r.Minutes.Status = status
	approval := r.approval(c.now)
	approval.Effects = r.Effects()
	text, _, err := fix(approval)
	if err != nil {
		return err
	}
	c.log("meeting.minutes_final", 0, "Status", status, "SHA256", hex.EncodeToString(r.Minutes.Digest))
	if err := c.exec(ctx, `UPDATE minutes SET status = $1, approved_at = $2, content = $3, digest = $4, approval = $5, published_on = $6, audience = $7 WHERE meeting_id = $8`,
		status, c.now, string(r.Minutes.Content), r.Minutes.Digest, text, c.today().Add(c.rec.Agreement.PublishDays), c.rec.Agreement.PublishAudience, c.rec.ID); err != nil {
		return err
	}
	c.tell(announce.MinutesDone, c.rec.ID, r.audience(c.today()))
	for _, kind := range []string{matter.TaskObjection, matter.TaskAnswerRemark} {
		if err := matter.FinishTasks(ctx, c.tx, s.Clock, matter.Done{Kind: kind, MeetingID: c.rec.ID}); err != nil {
			return err
		}
	}
	return nil
}

// audience are the group's members today, whom approved minutes are sent to.
func (r Record) audience(today clock.Date) []int64 {
	var to []int64
	for _, m := range r.MembersOn(today) {
		if !slices.Contains(to, m.PersonID) {
			to = append(to, m.PersonID)
		}
	}
	return to
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
		return s.newText(ctx, c)
	})
}

// newText is what follows when the text of minutes changes whose version has been counted up: what was sent is sent anew,
// and everybody answers again.
func (s *Service) newText(ctx context.Context, c *change) error {
	if c.rec.Minutes.Status == "draft" {
		return nil
	}
	asked := c.rec.Adjusters
	r, err := load(ctx, c.tx, c.rec.ID, c.today())
	if err != nil {
		return err
	}
	c.rec = r
	if err := c.sendText(ctx, r.Minutes.Version); err != nil {
		return err
	}
	due := r.Agreement.ApprovalUntil(c.today())
	if err := c.exec(ctx, `UPDATE adjusters SET answer = NULL, objection = '', answered_at = NULL, digest = NULL, asked_at = $2 WHERE meeting_id = $1 AND replaced_at IS NULL`, r.ID, c.now); err != nil {
		return err
	}
	if err := c.exec(ctx, `UPDATE minutes SET due_on = $1 WHERE meeting_id = $2`, due, r.ID); err != nil {
		return err
	}
	var to []int64
	for _, a := range Active(asked) {
		to = append(to, a.PersonID)
	}
	c.tell(announce.MinutesNew, versioned(r.ID, r.Minutes.Version), to)
	if err := matter.FinishTasks(ctx, c.tx, s.Clock, matter.Done{Kind: matter.TaskObjection, MeetingID: r.ID}); err != nil {
		return err
	}
	return s.askAdjusters(ctx, c, to, due)
}

// CanAnswer refuses what Approve and Maintain would: before somebody is asked to prove who they are.
func (s *Service) CanAnswer(ctx context.Context, who access.Actor, id int64, seen Seen) error {
	if err := who.Require(access.MinutesApprove); err != nil {
		return err
	}
	p, err := s.Get(ctx, who, id)
	if err != nil {
		return err
	}
	c := change{rec: p.Record, who: who, now: p.Now}
	if _, err := c.adjuster(seen.Version); err != nil {
		return err
	}
	return sees(seen, p.Minutes.Version, p.Minutes.Digest)
}
