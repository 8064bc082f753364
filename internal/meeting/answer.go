package meeting

import (
	"context"
	"fmt"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// AnswerPapers records the union's answer about late papers to one treatment: accepted, or tabling requested, which is
// granted when the papers were late. Taking a position is not the same as accepting late papers.
func (s *Service) AnswerPapers(ctx context.Context, who access.Actor, itemID, unionID int64, accept bool) error {
	if err := who.Require(access.UnionSpeak); err != nil {
		return err
	}
	return s.changeItem(ctx, who, itemID, func(c *change, it Item) error {
		m, t, err := c.treatment(it)
		switch {
		case err != nil:
			return err
		case !who.Speaks(unionID, c.rec.GroupID):
			return fail.New(fail.Forbidden, "matter.error.no_mandate")
		case it.Class != matter.BeforeDecision:
			return fail.New(fail.Invalid, "matter.error.not_before_decision")
		case it.ConcludedAt != nil || c.rec.Status == "closed" || c.rec.Status == "cancelled":
			return fail.New(fail.Invalid, "matter.error.positions_locked")
		case accept && t.PapersAt == nil:
			return fail.New(fail.Invalid, "meeting.error.papers_not_sent")
		}
		p, _ := m.Current()
		kind := "meeting.late_papers_accepted"
		if !accept {
			kind = "meeting.tabling_requested"
		}
		c.log(kind, m.ID, "Union", c.unionName(unionID))
		var answer int64
		if err := c.tx.QueryRow(ctx, `INSERT INTO paper_answers (item_id, union_id, accepted, person_id, proposal_no, at) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
			itemID, unionID, accept, who.PersonID, p.No, c.now).Scan(&answer); err != nil {
			return fmt.Errorf("answering about late papers: %w", err)
		}
		c.tell(announce.LateAnswer, answer, []int64{m.OwnerID, c.rec.ChairID})
		return matter.FinishTasks(ctx, c.tx, s.Clock, matter.Done{Kind: matter.TaskLatePapers, MatterID: m.ID, MeetingID: c.rec.ID, UnionID: unionID})
	})
}

// AnswerExtra records whether the union accepts the extra meeting: all entitled must, or nothing is concluded there.
func (s *Service) AnswerExtra(ctx context.Context, who access.Actor, id, unionID int64, accept bool) error {
	if err := who.Require(access.UnionSpeak); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		switch {
		case !who.Speaks(unionID, c.rec.GroupID):
			return fail.New(fail.Forbidden, "matter.error.no_mandate")
		case !c.rec.Extra:
			return fail.New(fail.Invalid, "meeting.error.not_extra")
		case c.rec.Status == "closed" || c.rec.Status == "cancelled":
			return fail.New(fail.Invalid, "meeting.error.status")
		}
		kind := "meeting.extra_accepted"
		if !accept {
			kind = "meeting.extra_refused"
		}
		c.log(kind, 0, "Union", c.unionName(unionID))
		c.tell(announce.ExtraAnswer, versioned(id, int(unionID)), []int64{c.rec.ChairID})
		if err := c.exec(ctx, `
			INSERT INTO extra_consents (meeting_id, union_id, accepted, person_id, at) VALUES ($1, $2, $3, $4, $5)
			ON CONFLICT (org_id, meeting_id, union_id) DO UPDATE SET accepted = excluded.accepted, person_id = excluded.person_id, at = excluded.at`,
			id, unionID, accept, who.PersonID, c.now); err != nil {
			return err
		}
		return matter.FinishTasks(ctx, c.tx, s.Clock, matter.Done{Kind: matter.TaskExtra, MeetingID: id, UnionID: unionID})
	})
}

func (c *change) unionName(id int64) string {
	for _, m := range c.rec.Members {
		if m.UnionID == id {
			return m.UnionName
		}
	}
	return ""
}
