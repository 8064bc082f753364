package meeting

import (
	"context"
	"encoding/hex"
	"slices"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// changePart is change for the meeting that the part belongs to.
func (s *Service) changePart(ctx context.Context, who access.Actor, partID int64, f func(*change, Part) error) error {
	var meetingID int64
	err := s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		return tx.QueryRow(ctx, `SELECT meeting_id FROM minutes_parts WHERE id = $1`, partID).Scan(&meetingID)
	})
	if err == pgx.ErrNoRows {
		return fail.New(fail.NotFound, "error.not_found")
	}
	if err != nil {
		return err
	}
	return s.change(ctx, who, meetingID, func(c *change) error {
		p, ok := c.rec.Part(partID)
		if !ok {
			return fail.New(fail.NotFound, "error.not_found")
		}
		return f(c, p)
	})
}

// ApprovePart approves a § at once, or a correction: the text that the actor saw.
func (s *Service) ApprovePart(ctx context.Context, who access.Actor, partID int64, seen Seen) error {
	if err := who.Require(access.MinutesApprove); err != nil {
		return err
	}
	return s.changePart(ctx, who, partID, func(c *change, p Part) error {
		if err := c.canAnswer(p); err != nil {
			return err
		}
		if err := sees(seen, 0, p.Digest); err != nil {
			return err
		}
		return s.answerPart(ctx, c, p, "approved", "", seen.Method)
	})
}

// ObjectToPart says why the actor does not approve; the chair withdraws the text and may propose another.
func (s *Service) ObjectToPart(ctx context.Context, who access.Actor, partID int64, text string) error {
	if err := who.Require(access.MinutesApprove); err != nil {
		return err
	}
	var f fail.Form
	checkText(&f, "text", text, 10000, "meeting.error.objection_needed")
	if err := f.Err(); err != nil {
		return err
	}
	return s.changePart(ctx, who, partID, func(c *change, p Part) error {
		if err := c.canAnswer(p); err != nil {
			return err
		}
		return s.answerPart(ctx, c, p, "objected", text, "")
	})
}

// canAnswer refuses who is no adjuster of the part, and a part that no longer waits.
func (c *change) canAnswer(p Part) error {
	switch {
	case !slices.ContainsFunc(ActiveIn(c.rec.AdjustersOf(p.ID)), func(a PartAdjuster) bool { return a.PersonID == c.who.PersonID }):
		return fail.New(fail.Forbidden, "meeting.error.not_adjuster")
	case p.Status == "approved":
		return fail.New(fail.Conflict, "error.minutes_immutable")
	case p.Status != "sent":
		return fail.New(fail.Conflict, "minutes.error.part_withdrawn")
	}
	return nil
}

func (s *Service) answerPart(ctx context.Context, c *change, p Part, answer, text, method string) error {
	if err := c.exec(ctx, `
		UPDATE minutes_part_adjusters SET answer = $1, objection = $2, answered_at = $3, digest = $4, method = $5, role = $6 WHERE part_id = $7 AND person_id = $8`,
		answer, text, c.now, p.Digest, method, string(c.who.Role), p.ID, c.who.PersonID); err != nil {
		return err
	}
	c.log("meeting.part_"+answer, 0, "Text", text, "SHA256", hex.EncodeToString(p.Digest), "Method", method)
	if err := s.finishPartTask(ctx, c, p.Kind, c.who.PersonID); err != nil {
		return err
	}
	if answer == "objected" {
		c.tell(announce.Objection, -p.ID, []int64{c.rec.ChairID})
		return nil
	}
	var waiting int
	if err := c.tx.QueryRow(ctx, `SELECT count(*) FROM minutes_part_adjusters WHERE part_id = $1 AND replaced_at IS NULL AND answer IS DISTINCT FROM 'approved'`, p.ID).Scan(&waiting); err != nil || waiting > 0 {
		return err
	}
	return s.finishPart(ctx, c, p)
}

// finishPart fixes what all have approved. A § whose conclusion waits for its approval takes effect: the decision need not
// wait for the rest of the minutes.
func (s *Service) finishPart(ctx context.Context, c *change, p Part) error {
	c.log("meeting.part_final", 0, "SHA256", hex.EncodeToString(p.Digest))
	if err := c.exec(ctx, `UPDATE minutes_parts SET status = 'approved', ended_at = $1 WHERE id = $2`, c.now, p.ID); err != nil {
		return err
	}
	if p.Kind == Correction {
		c.tell(announce.Corrected, p.ID, c.rec.audience(c.today()))
		return nil
	}
	return s.takeEffectOf(ctx, c, p.ItemID, "approval")
}

// WithdrawPart takes back a § or a correction that is not approved yet; the chair or the secretary does.
func (s *Service) WithdrawPart(ctx context.Context, who access.Actor, partID int64) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	return s.changePart(ctx, who, partID, func(c *change, p Part) error {
		if err := c.run(); err != nil {
			return err
		}
		switch p.Status {
		case "approved":
			return fail.New(fail.Conflict, "error.minutes_immutable")
		case "withdrawn":
			return nil
		}
		c.log("meeting.part_withdrawn", 0)
		if err := c.exec(ctx, `UPDATE minutes_parts SET status = 'withdrawn', ended_at = $1 WHERE id = $2`, c.now, partID); err != nil {
			return err
		}
		for _, a := range c.rec.AdjustersOf(p.ID) {
			if err := s.finishPartTask(ctx, c, p.Kind, a.PersonID); err != nil {
				return err
			}
		}
		return nil
	})
}

// finishPartTask closes the person's task when no part of the kind waits for them any more.
func (s *Service) finishPartTask(ctx context.Context, c *change, kind string, personID int64) error {
	var waiting bool
	if err := c.tx.QueryRow(ctx, `SELECT EXISTS (SELECT FROM minutes_part_adjusters a JOIN minutes_parts p ON p.id = a.part_id
		WHERE p.meeting_id = $1 AND p.kind = $2 AND p.status = 'sent' AND a.person_id = $3 AND a.replaced_at IS NULL AND a.answer IS NULL)`, c.rec.ID, kind, personID).Scan(&waiting); err != nil || waiting {
		return err
	}
	return matter.FinishTasks(ctx, c.tx, s.Clock, matter.Done{Kind: partTask(kind), MeetingID: c.rec.ID, PersonID: personID})
}
