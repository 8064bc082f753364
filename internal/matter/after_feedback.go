package matter

import (
	"context"
	"fmt"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// feedbackDays is when feedback is due at the latest, when no meeting is planned before.
const feedbackDays = 30

// feedbackManagerDays is when the manager who handed the question over knows what came of it, at the latest.
const feedbackManagerDays = 14

// oweFeedback makes the decision something to tell on the APT of every unit concerned and in every group that has had the
// matter, and its effect something to look at (handbook T12-T14; SKR on feedback 2023).
func (s *Service) oweFeedback(ctx context.Context, c *change) error {
	var ts []Task
	var b db.Batch
	const owe = `INSERT INTO matter_feedback (matter_id, unit_id, group_id, person_id, due_on)
		SELECT $1, nullif($2::bigint, 0), nullif($3::bigint, 0), $4, $5
		WHERE  NOT EXISTS (SELECT FROM matter_feedback f WHERE f.matter_id = $1 AND coalesce(f.unit_id, 0) = $2 AND coalesce(f.group_id, 0) = $3 AND f.given_at IS NULL)`
	for _, u := range c.rec.Units {
		t := Task{PersonID: u.ManagerID, Role: access.Manager, Kind: TaskFeedback, MatterID: c.rec.ID, UnitID: u.ID, DueOn: c.today().Add(feedbackDays)}
		if t.PersonID == 0 {
			t.PersonID = c.rec.OwnerID
		}
		ts = append(ts, t)
		b.Exec(owe, c.rec.ID, u.ID, 0, t.PersonID, t.DueOn)
	}
	for _, k := range c.rec.Tracks {
		if k.GroupID == 0 || k.HandedAt != nil && !k.GroupClosedOn.IsZero() {
			continue // a group that has ended hears nothing more
		}
		t := Task{PersonID: k.ChairID, Role: access.Manager, Kind: TaskFeedbackGroup, MatterID: c.rec.ID, DueOn: c.nextMeeting(k.GroupID)}
		if t.PersonID == 0 {
			t.PersonID = c.rec.OwnerID
		}
		ts = append(ts, t)
		b.Exec(owe, c.rec.ID, 0, k.GroupID, t.PersonID, t.DueOn)
	}
	for _, h := range c.rec.Handovers {
		if h.ReturnedAt != nil || h.FromID == c.rec.OwnerID {
			continue
		}
		t := Task{PersonID: c.rec.OwnerID, Role: access.Manager, Kind: TaskFeedbackManager, MatterID: c.rec.ID, DueOn: c.today().Add(feedbackManagerDays)}
		ts = append(ts, t)
		b.Exec(`INSERT INTO matter_feedback (matter_id, to_person_id, person_id, due_on) SELECT $1, $2, $3, $4
			WHERE NOT EXISTS (SELECT FROM matter_feedback f WHERE f.matter_id = $1 AND f.to_person_id = $2 AND f.given_at IS NULL)`, c.rec.ID, h.FromID, t.PersonID, t.DueOn)
	}
	due := c.today().Add(7 * FollowUpWeeks).OrNextWorkingDay()
	b.Exec(`INSERT INTO matter_checks (matter_id, what, person_id, due_on, created_at)
		SELECT $1, $2, $3, $4, $5 WHERE NOT EXISTS (SELECT FROM matter_checks x WHERE x.matter_id = $1 AND x.checked_at IS NULL)`,
		c.rec.ID, "Blev det som vi hade tänkt?", c.rec.OwnerID, due, c.now)
	ts = append(ts, Task{PersonID: c.rec.OwnerID, Role: access.Manager, Kind: TaskCheck, MatterID: c.rec.ID, DueOn: due})
	if err := c.tx.Send(ctx, &b); err != nil {
		return fmt.Errorf("owing feedback: %w", err)
	}
	return AddTasks(ctx, c.tx, s.Clock, ts...)
}

// nextMeeting is the day of the group's next meeting that is known from the matter, or the last day for feedback.
func (c *change) nextMeeting(groupID int64) clock.Date {
	day := c.today().Add(feedbackDays)
	for _, it := range c.rec.Items {
		if it.GroupID == groupID && it.MeetingStatus == "planned" && it.Day().After(c.today()) && it.Day().Before(day) {
			day = it.Day()
		}
	}
	return day
}

// FollowNextMeeting moves feedback that waits to the day of a meeting that has been planned: the unit's APT, or the
// group's. For the capabilities above; the one that is not meant is 0.
func FollowNextMeeting(ctx context.Context, tx *db.OrgTx, unitID, groupID int64, day clock.Date) error {
	var b db.Batch
	b.Exec(`UPDATE tasks t SET due_on = $3 FROM matter_feedback f
		WHERE f.given_at IS NULL AND f.due_on > $3 AND (f.unit_id = $1 OR f.group_id = $2) AND t.matter_id = f.matter_id AND t.person_id = f.person_id
		AND   t.done_at IS NULL AND (f.unit_id IS NOT NULL AND t.kind = 'feedback_apt' AND t.unit_id = f.unit_id OR f.group_id IS NOT NULL AND t.kind = 'feedback_group')`,
		unitID, groupID, day)
	b.Exec(`UPDATE matter_feedback SET due_on = $3 WHERE given_at IS NULL AND due_on > $3 AND (unit_id = $1 OR group_id = $2)`, unitID, groupID, day)
	if err := tx.Send(ctx, &b); err != nil {
		return fmt.Errorf("moving feedback to the meeting: %w", err)
	}
	return nil
}

// GiveFeedback notes that the unit's staff, or the group, know of the decision and how their views were used. Who is to
// give it may, and the matter's owner.
func (s *Service) GiveFeedback(ctx context.Context, who access.Actor, id, feedbackID int64, note string) error {
	if err := who.Require(access.MatterFollow); err != nil {
		return err
	}
	var f fail.Form
	checkText(&f, "note", note, 4000, "")
	if err := f.Err(); err != nil {
		return err
	}
	return s.act(ctx, who, id, func(c *afterChange) error {
		fb, err := c.after.Owed(who, feedbackID)
		if err != nil || fb.GivenAt != nil {
			return err
		}
		c.log("matter.feedback_given", "Name", fb.Name)
		if err := c.exec(ctx, `UPDATE matter_feedback SET given_at = $1, given_by = $2, note = $3 WHERE id = $4`, c.now, who.PersonID, note, feedbackID); err != nil {
			return err
		}
		if fb.ToPersonID != 0 {
			return FinishTasks(ctx, c.tx, s.Clock, Done{Kind: TaskFeedbackManager, MatterID: id, PersonID: fb.PersonID})
		}
		if fb.UnitID == 0 {
			return FinishTasks(ctx, c.tx, s.Clock, Done{Kind: TaskFeedbackGroup, MatterID: id, PersonID: fb.PersonID})
		}
		return c.exec(ctx, `UPDATE tasks SET done_at = $1 WHERE done_at IS NULL AND kind = $2 AND matter_id = $3 AND unit_id = $4`, c.now, TaskFeedback, id, fb.UnitID)
	})
}

// GiveAPTFeedback is GiveFeedback for the capability that holds the APTs, inside its transaction: the decision has been
// told on the unit's APT.
func GiveAPTFeedback(ctx context.Context, tx *db.OrgTx, c clock.Clock, who access.Actor, matterID, unitID int64) error {
	var b db.Batch
	b.Exec(`UPDATE matter_feedback SET given_at = $1, given_by = $2 WHERE matter_id = $3 AND unit_id = $4 AND given_at IS NULL`, c.Now(), who.PersonID, matterID, unitID)
	b.Exec(`UPDATE tasks SET done_at = $1 WHERE done_at IS NULL AND kind = $2 AND matter_id = $3 AND unit_id = $4`, c.Now(), TaskFeedback, matterID, unitID)
	if err := tx.Send(ctx, &b); err != nil {
		return fmt.Errorf("giving feedback: %w", err)
	}
	return nil
}
