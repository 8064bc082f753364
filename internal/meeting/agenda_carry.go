package meeting

import (
	"context"
	"fmt"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// Deferred is an item of an earlier meeting that was not treated there, and that no later meeting has taken over.
type Deferred struct {
	ID           int64
	Title        string
	Class        string
	Minutes      int
	MatterID     int64 // 0: none
	About        string
	SuggestionID int64
	MeetingID    int64
	Day          clock.Date // of the meeting that left it
	Status       string     // tabled, or what it was left as
	TabledTo     clock.Date
	TabledReason string
	Cancelled    bool // the meeting did not take place
}

// deferredLimit is the most left items that one meeting is offered.
const deferredLimit = 50

// queueDeferred finds what the group's earlier meetings left to the meeting $1: what was tabled to its day or before, what a
// meeting that ended did not come to, and what stood on a meeting that was called off. Not what has been taken over, or been
// treated or set up otherwise since, nor requests under AML 6:6a, which are placed by themselves.
func queueDeferred(b *db.Batch, dst *[]Deferred, meetingID int64) {
	db.Many(b, dst, fmt.Sprintf(`
		SELECT ai.id, ai.title, ai.class, ai.minutes_planned AS minutes, coalesce(ai.matter_id, 0) AS matter_id, ai.about, coalesce(ai.suggestion_id, 0) AS suggestion_id,
		       fm.id AS meeting_id, (fm.starts_at AT TIME ZONE 'Europe/Stockholm')::date AS day, ai.status, ai.tabled_to, ai.tabled_reason, fm.status = 'cancelled' AS cancelled
		FROM   meetings me
		JOIN   meetings fm ON fm.group_id = me.group_id AND fm.starts_at < me.starts_at AND fm.starts_at > me.starts_at - interval '18 months' AND fm.status <> 'planned'
		JOIN   agenda_items ai ON ai.meeting_id = fm.id AND ai.status IN ('tabled', 'planned', 'open') AND ai.class <> 'standing' AND ai.request_id IS NULL
		       AND CASE WHEN ai.status = 'tabled' THEN ai.tabled_to <= (me.starts_at AT TIME ZONE 'Europe/Stockholm')::date
		           WHEN fm.status = 'cancelled' THEN fm.moved_to IS NULL AND ai.from_item_id IS NULL ELSE fm.status = 'closed' END
		LEFT   JOIN matters m ON m.id = ai.matter_id
		WHERE  me.id = $1 AND me.status IN ('planned', 'open')
		AND    NOT EXISTS (SELECT FROM agenda_items x JOIN meetings xm ON xm.id = x.meeting_id AND xm.status <> 'cancelled' WHERE x.from_item_id = ai.id)
		AND    (ai.matter_id IS NULL OR m.status = 'open'
		        AND NOT EXISTS (SELECT FROM decisions d WHERE d.matter_id = m.id AND d.deviation <> 'material' AND d.exception_id IS NULL)
		        AND NOT EXISTS (SELECT FROM agenda_items x JOIN meetings xm ON xm.id = x.meeting_id
		            AND (xm.status <> 'cancelled' OR xm.moved_to IS NULL AND x.from_item_id IS NULL AND xm.starts_at < me.starts_at)
		            WHERE x.matter_id = ai.matter_id AND xm.group_id = me.group_id AND xm.starts_at > fm.starts_at))
		ORDER  BY fm.starts_at, ai.position LIMIT %d`, deferredLimit), meetingID)
}

// CarryOver takes an item that an earlier meeting left to this one, with its link to where it comes from; fromItemID 0 takes
// all that are offered. NotFound when it is not offered here.
func (s *Service) CarryOver(ctx context.Context, who access.Actor, id, fromItemID int64, reason string) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.run("planned", "open"); err != nil {
			return err
		}
		var all []Deferred
		var b db.Batch
		queueDeferred(&b, &all, id)
		if err := c.tx.Send(ctx, &b); err != nil {
			return fmt.Errorf("finding what earlier meetings left: %w", err)
		}
		taken := 0
		for _, d := range all {
			if fromItemID != 0 && d.ID != fromItemID {
				continue
			}
			if err := c.carry(ctx, s, d, reason); err != nil {
				return err
			}
			taken++
			var err error
			if c.rec, err = load(ctx, c.tx, id, c.today()); err != nil {
				return err
			}
		}
		if taken == 0 && fromItemID != 0 {
			return fail.New(fail.NotFound, "error.not_found")
		}
		return nil
	})
}

func (c *change) carry(ctx context.Context, s *Service, d Deferred, reason string) (err error) {
	from := addition{about: d.About, fromItemID: d.ID, suggestionID: d.SuggestionID}
	if d.MatterID != 0 {
		_, err = c.setUp(ctx, s, SetUpForm{MatterID: d.MatterID, Class: d.Class, Minutes: d.Minutes, Reason: reason}, from)
		return err
	}
	if d.Class == matter.BeforeDecision {
		d.Class = matter.EarlyDialogue
	}
	_, err = c.addOwn(ctx, AddForm{Title: d.Title, Class: d.Class, Minutes: d.Minutes, Reason: reason}, from)
	return err
}
