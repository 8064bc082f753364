package meeting

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/fail"
	"samverka/internal/matter"
	"samverka/internal/organisation"
)

// Alone is that samverkan about an item is to be concluded, or is, although no organisation came: the chair proposes it with
// the reason, HR confirms it (handbook 4.4).
type Alone struct {
	At            *time.Time // the proposal; nil: none
	ByID          int64
	ByName        string
	Reason        string
	ConfirmedAt   *time.Time
	ConfirmedName string
}

// Alone is the item's proposal to conclude without any organisation, and its confirmation.
func (it Item) Alone() Alone {
	return Alone{it.AloneAt, it.AloneByID, it.AloneByName, it.ConcludedReason, it.AloneConfirmedAt, it.AloneConfirmedName}
}

// Seen names the proposal, so that an answer is about the one that was read.
func (a Alone) Seen() string {
	if a.At == nil {
		return ""
	}
	return strconv.FormatInt(a.At.UnixMicro(), 10)
}

// ProposeAlone proposes that samverkan about the item is concluded although no organisation came. The chair does, while the
// minutes are not sent: they say it. Refused with *matter.Blocked while anything is missing, a second call first of all.
func (s *Service) ProposeAlone(ctx context.Context, who access.Actor, itemID int64, reason string) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	return s.changeItem(ctx, who, itemID, func(c *change, it Item) error {
		m, t, err := c.treatment(it)
		switch {
		case err != nil:
			return err
		case !who.IsChair(c.rec.GroupID):
			return fail.New(fail.Forbidden, "meeting.error.not_chair")
		case it.AloneAt != nil:
			return fail.New(fail.Conflict, "meeting.error.alone_already")
		case c.rec.Minutes != nil && c.rec.Minutes.Status != "draft":
			return fail.New(fail.Invalid, "meeting.error.alone_minutes")
		}
		var f fail.Form
		checkText(&f, "reason", reason, 2000, "meeting.error.reason_needed")
		if err := f.Err(); err != nil {
			return err
		}
		if err := m.CanConcludeAlone(t, c.now); err != nil {
			return err
		}
		c.log("meeting.alone_proposed", m.ID, "Title", it.Title, "Reason", reason)
		if err := c.exec(ctx, `UPDATE agenda_items SET concluded_reason = $1, alone_by = $2, alone_at = $3 WHERE id = $4`, reason, who.PersonID, c.now, itemID); err != nil {
			return err
		}
		return s.askHR(ctx, c, it, m.ID)
	})
}

// askHR gives everybody at HR but the proposer the task, and tells them.
func (s *Service) askHR(ctx context.Context, c *change, it Item, matterID int64) error {
	rows, err := c.tx.Query(ctx, `SELECT DISTINCT person_id FROM held_roles($1) WHERE role = $2 AND person_id <> $3 ORDER BY 1`, c.today(), string(access.HR), c.who.PersonID)
	if err != nil {
		return fmt.Errorf("finding who confirms: %w", err)
	}
	to, err := pgx.CollectRows(rows, pgx.RowTo[int64])
	if err != nil {
		return fmt.Errorf("finding who confirms: %w", err)
	}
	var tasks []matter.Task
	for _, p := range to {
		tasks = append(tasks, matter.Task{PersonID: p, Role: access.HR, Kind: matter.TaskConfirmAlone, MatterID: matterID, MeetingID: c.rec.ID, ItemID: it.ID,
			DueOn: c.today().AddWorkingDays(3)})
	}
	c.tells = append(c.tells, announce.Announcement{Kind: announce.AloneAsk, Subject: versioned(it.ID, int(c.now.Unix()/60)), MatterID: matterID, MeetingID: c.rec.ID, To: to})
	return matter.AddTasks(ctx, c.tx, s.Clock, tasks...)
}

// AnswerAlone is HR's answer to the proposal that was seen: confirmed, samverkan is concluded; declined, with the reason, the
// chair may call again. Whoever proposed it may not confirm it.
func (s *Service) AnswerAlone(ctx context.Context, who access.Actor, itemID int64, seen string, confirm bool, reason string) error {
	if err := who.Require(access.AloneConfirm); err != nil {
		return err
	}
	return s.changeItem(ctx, who, itemID, func(c *change, it Item) error {
		m, t, err := c.treatment(it)
		switch {
		case err != nil:
			return err
		case it.AloneAt == nil || it.AloneConfirmedAt != nil || it.Alone().Seen() != seen:
			return fail.New(fail.Conflict, "meeting.error.alone_answered")
		case it.AloneByID == who.PersonID:
			return fail.New(fail.Forbidden, "meeting.error.two_people")
		}
		if err := matter.FinishTasks(ctx, c.tx, s.Clock, matter.Done{Kind: matter.TaskConfirmAlone, MatterID: m.ID}); err != nil {
			return err
		}
		c.tells = append(c.tells, announce.Announcement{Kind: announce.AloneAnswer, Subject: versioned(it.ID, int(c.now.Unix()/60)), MatterID: m.ID, MeetingID: c.rec.ID, To: []int64{it.AloneByID}})
		if !confirm {
			return c.declineAlone(ctx, it, m.ID, reason)
		}
		if err := m.CanConcludeAlone(t, c.now); err != nil {
			return err
		}
		c.log("meeting.alone_confirmed", m.ID, "Title", it.Title, "No", number(it.ProposalNo), "Reason", it.ConcludedReason)
		if err := c.exec(ctx, `UPDATE agenda_items SET status = 'concluded', concluded_at = $1, ended_at = coalesce(ended_at, $1), concluded_by = alone_by,
			alone_confirmed_by = $2, alone_confirmed_at = $1 WHERE id = $3`, c.now, who.PersonID, itemID); err != nil {
			return err
		}
		if !c.rec.effective(m.AgreementIn(c.rec.GroupID).EffectiveAt) {
			return nil
		}
		return matter.TakeEffect(ctx, c.tx, s.Clock, m.ID, itemID)
	})
}

// effective reports whether what conclusions wait for, the meeting's end or the minutes' approval, has already been.
func (r Record) effective(when string) bool {
	if when == organisation.AtApproval {
		return r.Minutes != nil && r.Minutes.Final()
	}
	return r.Status == "closed"
}

func (c *change) declineAlone(ctx context.Context, it Item, matterID int64, reason string) error {
	var f fail.Form
	checkText(&f, "reason", reason, 2000, "meeting.error.reason_needed")
	if err := f.Err(); err != nil {
		return err
	}
	c.log("meeting.alone_declined", matterID, "Title", it.Title, "Reason", reason)
	return c.dropAlone(ctx, it)
}

// dropAlone takes a proposal back that somebody's coming, or a decline, has made void; the log keeps it.
func (c *change) dropAlone(ctx context.Context, it Item) error {
	if it.AloneAt == nil {
		return nil
	}
	if err := c.exec(ctx, `UPDATE agenda_items SET concluded_reason = '', alone_by = NULL, alone_at = NULL WHERE id = $1`, it.ID); err != nil {
		return err
	}
	return c.exec(ctx, `UPDATE tasks SET done_at = $1 WHERE kind = $2 AND item_id = $3 AND done_at IS NULL`, c.now, matter.TaskConfirmAlone, it.ID)
}
