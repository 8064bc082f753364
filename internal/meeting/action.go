package meeting

import (
	"context"
	"fmt"
	"slices"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// Action is an åtgärd: what a meeting asked somebody to do, and by when. It is done when its task is.
type Action struct {
	ID         int64
	MeetingID  int64
	ItemID     int64
	ItemTitle  string
	StartsAt   time.Time // of its meeting
	What       string
	PersonID   int64
	PersonName string
	DueOn      clock.Date
	DoneAt     *time.Time
}

// Late reports whether the action should have been done before today.
func (a Action) Late(today clock.Date) bool { return a.DoneAt == nil && a.DueOn.Before(today) }

// actionSQL reads actions ac with what they belong to.
const actionSQL = `
	SELECT ac.id, ac.meeting_id, ac.item_id, ai.title AS item_title, am.starts_at, ac.what, ac.person_id, pe.name AS person_name, ac.due_on,
	       (SELECT max(t.done_at) FROM tasks t WHERE t.org_id = ac.org_id AND t.action_id = ac.id) AS done_at
	FROM   meeting_actions ac JOIN agenda_items ai ON ai.org_id = ac.org_id AND ai.id = ac.item_id JOIN meetings am ON am.org_id = ac.org_id AND am.id = ac.meeting_id
	JOIN   people pe ON pe.org_id = ac.org_id AND pe.id = ac.person_id `

// earlierSQL is the åtgärdslista that meeting $1 begins with: what the group's earlier meetings asked for and is not done,
// or was done since the last of them.
const earlierSQL = actionSQL + `
	JOIN   meetings here ON here.org_id = am.org_id AND here.group_id = am.group_id AND here.starts_at > am.starts_at
	WHERE  here.id = $1 AND EXISTS (SELECT FROM tasks t WHERE t.org_id = ac.org_id AND t.action_id = ac.id AND (t.done_at IS NULL OR t.done_at >
		(SELECT max(la.starts_at) FROM meetings la WHERE la.org_id = here.org_id AND la.group_id = here.group_id AND la.status = 'closed' AND la.starts_at < here.starts_at)))
	ORDER  BY ac.due_on, ac.id LIMIT 50`

// ActionForm is what is written about an action.
type ActionForm struct {
	What     string
	PersonID int64
	DueOn    clock.Date
}

func (a ActionForm) check(day clock.Date) error {
	var f fail.Form
	checkText(&f, "what", a.What, 500, "live.error.what")
	if a.PersonID == 0 {
		f.Add("person", "live.error.person")
	}
	switch {
	case a.DueOn.IsZero():
		f.Add("due", "meeting.error.date_needed")
	case a.DueOn.Before(day):
		f.Add("due", "live.error.due_past")
	}
	return f.Err()
}

// AddAction records that somebody who belongs to the meeting is to do something. It comes on their list at once.
func (s *Service) AddAction(ctx context.Context, who access.Actor, itemID int64, form ActionForm) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	return s.changeItem(ctx, who, itemID, func(c *change, it Item) error {
		if err := c.draft(); err != nil {
			return err
		}
		if err := form.check(c.rec.Day()); err != nil {
			return err
		}
		role, err := c.taskRole(ctx, form.PersonID)
		if err != nil {
			return err
		}
		if err := c.write(ctx); err != nil {
			return err
		}
		var id int64
		err = c.tx.QueryRow(ctx, `INSERT INTO meeting_actions (meeting_id, item_id, what, person_id, due_on, created_by, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
			c.rec.ID, itemID, form.What, form.PersonID, form.DueOn, who.PersonID, c.now).Scan(&id)
		if err != nil {
			return fmt.Errorf("recording an action: %w", err)
		}
		c.log("meeting.action_added", it.MatterID, "Title", it.Title, "Text", form.What, "To", form.DueOn.String())
		return matter.AddTasks(ctx, c.tx, s.Clock, matter.Task{PersonID: form.PersonID, Role: role, Kind: matter.TaskAction, MeetingID: c.rec.ID, ActionID: id, DueOn: form.DueOn})
	})
}

// RemoveAction takes back an action that was recorded in this meeting, until the minutes are sent.
func (s *Service) RemoveAction(ctx context.Context, who access.Actor, meetingID, actionID int64) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	return s.change(ctx, who, meetingID, func(c *change) error {
		if err := c.draft(); err != nil {
			return err
		}
		i := slices.IndexFunc(c.rec.Actions, func(a Action) bool { return a.ID == actionID })
		if i < 0 {
			return fail.New(fail.NotFound, "error.not_found")
		}
		if err := c.write(ctx); err != nil {
			return err
		}
		c.log("meeting.action_removed", 0, "Text", c.rec.Actions[i].What)
		return c.exec(ctx, `DELETE FROM meeting_actions WHERE id = $1`, actionID)
	})
}

// FinishAction notes that an action of this meeting, or of an earlier one of the group, is done.
func (s *Service) FinishAction(ctx context.Context, who access.Actor, meetingID, actionID int64) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	return s.change(ctx, who, meetingID, func(c *change) error {
		if err := c.run("planned", "open", "closed"); err != nil {
			return err
		}
		tag, err := c.tx.Exec(ctx, `
			UPDATE tasks t SET done_at = coalesce(t.done_at, $1) FROM meeting_actions ac JOIN meetings am ON am.id = ac.meeting_id
			WHERE  ac.id = $2 AND t.action_id = ac.id AND am.group_id = $3`, c.now, actionID, c.rec.GroupID)
		if err == nil && tag.RowsAffected() == 0 {
			return fail.New(fail.NotFound, "error.not_found")
		}
		return err
	})
}

// draft refuses unless the actor runs the meeting and what is written in it may still be changed.
func (c *change) draft() error {
	if err := c.run("open", "closed"); err != nil {
		return err
	}
	if c.rec.Minutes != nil && c.rec.Minutes.Status != "draft" {
		return fail.New(fail.Invalid, "meeting.error.minutes_sent")
	}
	return nil
}

// taskRoles are the roles in which the group's members do what they are asked to.
var taskRoles = map[string]access.Role{"chair": access.Manager, "secretary": access.Manager, "employer_rep": access.Manager, "union_rep": access.UnionRep,
	"union_substitute": access.UnionRep, "safety_rep": access.SafetyRep, "chief_safety_rep": access.SafetyRep, "hr": access.HR, "negotiator": access.Negotiator,
	"registrar": access.Registrar}

// taskRole is the role in which somebody of the meeting, a member or a guest on the list, gets a task. NotFound when they do
// not belong to it.
func (c *change) taskRole(ctx context.Context, person int64) (role access.Role, err error) {
	for _, m := range c.rec.MembersOn(c.rec.Day()) {
		if role, ok := taskRoles[m.Role]; ok && m.PersonID == person {
			return role, nil
		}
	}
	if !slices.ContainsFunc(c.rec.people(), func(p int64) bool { return p == person }) {
		return role, fail.New(fail.NotFound, "error.not_found")
	}
	var manages bool
	err = c.tx.QueryRow(ctx, `SELECT EXISTS (SELECT FROM units WHERE manager_id = $1) OR EXISTS (SELECT FROM groups WHERE chair_id = $1)`, person).Scan(&manages)
	if manages {
		return access.Manager, err
	}
	return access.Employee, err
}

// people are the members of the day and those on the attendance list.
func (r Record) people() []int64 {
	var ids []int64
	for _, m := range r.MembersOn(r.Day()) {
		ids = append(ids, m.PersonID)
	}
	for _, a := range r.Attendance {
		ids = append(ids, a.PersonID)
	}
	return ids
}
