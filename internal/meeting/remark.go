package meeting

import (
	"context"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// ParagraphRemark is what a member or an adjuster has to say about one § before it is approved, and the chair's answer.
type ParagraphRemark struct {
	ID         int64
	ItemID     int64
	Version    int // of the minutes when it was written
	PersonID   int64
	Name       string
	Text       string
	At         time.Time
	Answer     string // "", changed, kept
	AnswerText string
	Answerer   string
	AnsweredAt *time.Time
}

// RemarksOn are the remarks on the item's §, oldest first.
func (r Record) RemarksOn(itemID int64) []ParagraphRemark {
	return slices.DeleteFunc(slices.Clone(r.Remarks), func(x ParagraphRemark) bool { return x.ItemID != itemID })
}

// CanRemark refuses who is neither of the group nor an adjuster, and minutes that do not take remarks any more.
func (r Record) CanRemark(who access.Actor, itemID int64) error {
	adjuster := slices.ContainsFunc(Active(r.Adjusters), func(a Adjuster) bool { return a.PersonID == who.PersonID })
	_, known := r.Item(itemID)
	_, done := r.Immediate(itemID)
	switch {
	case !who.InGroup(r.GroupID) && !adjuster:
		return fail.New(fail.Forbidden, "minutes.error.not_member")
	case r.Minutes == nil:
		return fail.New(fail.Invalid, "meeting.error.not_closed")
	case r.Minutes.Final(), done:
		return fail.New(fail.Conflict, "error.minutes_immutable")
	case !known:
		return fail.New(fail.NotFound, "error.not_found")
	}
	return nil
}

// Remark notes what the actor has to say about the item's §; the chair answers.
func (s *Service) Remark(ctx context.Context, who access.Actor, id, itemID int64, text string) error {
	if err := who.Require(access.MinutesApprove); err != nil {
		return err
	}
	var f fail.Form
	checkText(&f, "text", text, 10000, "minutes.error.remark_needed")
	if err := f.Err(); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.rec.CanRemark(who, itemID); err != nil {
			return err
		}
		it, _ := c.rec.Item(itemID)
		c.log("meeting.remark", 0, "Title", it.Title, "Text", text)
		var remark int64
		if err := c.tx.QueryRow(ctx, `INSERT INTO minutes_remarks (meeting_id, item_id, version, person_id, text, at) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
			id, itemID, c.rec.Minutes.Version, who.PersonID, text, c.now).Scan(&remark); err != nil {
			return err
		}
		c.tell(announce.Remark, remark, []int64{c.rec.ChairID})
		due := c.today().Add(3)
		if c.rec.Minutes.Status == "sent" {
			due = c.rec.Minutes.DueOn
		}
		return matter.AddTasks(ctx, c.tx, s.Clock, matter.Task{PersonID: c.rec.ChairID, Role: access.Manager, Kind: matter.TaskAnswerRemark, MeetingID: id, DueOn: due})
	})
}

// AnswerRemark is the chair's answer: the text is changed, or it is not, because of the reason.
func (s *Service) AnswerRemark(ctx context.Context, who access.Actor, remarkID int64, answer, reason string) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	var f fail.Form
	missing := ""
	if answer == "kept" {
		missing = "minutes.error.kept_because"
	}
	checkText(&f, "reason", reason, 10000, missing)
	if answer != "changed" && answer != "kept" {
		f.Add("answer", "minutes.error.answer")
	}
	if err := f.Err(); err != nil {
		return err
	}
	var meetingID int64
	err := s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		return tx.QueryRow(ctx, `SELECT meeting_id FROM minutes_remarks WHERE id = $1`, remarkID).Scan(&meetingID)
	})
	if err == pgx.ErrNoRows {
		return fail.New(fail.NotFound, "error.not_found")
	}
	if err != nil {
		return err
	}
	return s.change(ctx, who, meetingID, func(c *change) error {
		if err := c.run(); err != nil {
			return err
		}
		if c.rec.Minutes.Final() {
			return fail.New(fail.Conflict, "error.minutes_immutable")
		}
		i := slices.IndexFunc(c.rec.Remarks, func(x ParagraphRemark) bool { return x.ID == remarkID })
		x := c.rec.Remarks[i]
		it, _ := c.rec.Item(x.ItemID)
		c.log("meeting.remark_"+answer, 0, "Title", it.Title, "Name", x.Name, "Text", reason)
		if err := c.tx.Exec1(ctx, `UPDATE minutes_remarks SET answer = $1, answer_text = $2, answered_by = $3, answered_at = $4 WHERE id = $5 AND answer IS NULL`,
			answer, reason, who.PersonID, c.now, remarkID); err != nil {
			return err
		}
		c.tell(announce.RemarkAnswer, remarkID, []int64{x.PersonID})
		if slices.ContainsFunc(c.rec.Remarks, func(o ParagraphRemark) bool { return o.ID != remarkID && o.Answer == "" }) {
			return nil
		}
		return matter.FinishTasks(ctx, c.tx, s.Clock, matter.Done{Kind: matter.TaskAnswerRemark, MeetingID: meetingID})
	})
}
