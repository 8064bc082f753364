package meeting

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// requestMinutes is the time that a request gets on an agenda until the chair says otherwise.
const requestMinutes = 15

// waitingRequest is one that the committee has yet to treat and that stands on no coming agenda.
type waitingRequest struct {
	ID         int64
	Title      string
	Problem    string
	ReceivedAt time.Time
	LastItemID int64      // where it stood last; 0: nowhere
	TabledTo   clock.Date // not before; zero: at once
}

const waitingRequests = `
	SELECT r.id, r.title, r.problem, r.received_at, coalesce(l.id, 0) AS last_item_id, l.tabled_to
	FROM   safety_requests r
	LEFT   JOIN LATERAL (SELECT ai.id, CASE WHEN ai.status = 'tabled' THEN ai.tabled_to END AS tabled_to FROM agenda_items ai JOIN meetings me ON me.id = ai.meeting_id
	       WHERE ai.request_id = r.id ORDER BY me.starts_at DESC, ai.id DESC LIMIT 1) l ON true
	WHERE  r.group_id = $1 AND r.committee AND r.withdrawn_at IS NULL
	AND    NOT EXISTS (SELECT FROM agenda_items ai JOIN meetings me ON me.id = ai.meeting_id WHERE ai.request_id = r.id AND me.status <> 'cancelled'
	       AND (ai.status IN ('handled', 'concluded') OR me.status IN ('planned', 'open') AND ai.status IN ('planned', 'open')))
	ORDER  BY r.received_at, r.id`

// placeRequests puts every request under AML 6:6a that waits for the group on its next meeting; without a coming meeting
// they wait for the next one that is planned. Nobody is asked: the committee shall treat them.
func placeRequests(ctx context.Context, tx *db.OrgTx, groupID int64, now time.Time) error {
	rows, err := tx.Query(ctx, waitingRequests, groupID)
	if err != nil {
		return fmt.Errorf("finding requests that wait for group %d: %w", groupID, err)
	}
	waiting, err := pgx.CollectRows(rows, pgx.RowToStructByName[waitingRequest])
	if err != nil {
		return err
	}
	for _, w := range waiting {
		if err := placeRequest(ctx, tx, groupID, w, now); err != nil {
			return fmt.Errorf("placing request %d: %w", w.ID, err)
		}
	}
	return nil
}

func placeRequest(ctx context.Context, tx *db.OrgTx, groupID int64, w waitingRequest, now time.Time) error {
	from := now
	if start := w.TabledTo.Start(); !w.TabledTo.IsZero() && start.After(now) {
		from = start
	}
	var id int64
	err := tx.QueryRow(ctx, `SELECT id FROM meetings WHERE group_id = $1 AND status = 'planned' AND starts_at > $2 ORDER BY starts_at LIMIT 1`, groupID, from).Scan(&id)
	if err == pgx.ErrNoRows {
		return nil
	}
	if err != nil {
		return err
	}
	rec, err := load(ctx, tx, id, clock.DateOf(now))
	if err != nil {
		return err
	}
	c := &change{tx: tx, rec: rec, now: now}
	_, err = c.add(ctx, item{addition: addition{about: w.Problem, fromItemID: w.LastItemID}, title: w.Title, class: matter.EarlyDialogue, minutes: requestMinutes,
		presenter: "safety", request: w.ID, reason: lateRequest(w.ReceivedAt)})
	return err
}

// lateRequest is why a request comes late to an agenda, in the words of the agenda.
func lateRequest(at time.Time) string {
	return "Skyddsombudets begäran kom in " + at.In(clock.Stockholm).Format("2006-01-02 15.04") + ". Skyddskommittén ska behandla den (AML 6 kap. 6 a §)."
}

// Group treats a request together with another item of the agenda, or alone again (with 0): the chair may group and order
// requests under AML 6:6a, never refuse them.
func (s *Service) Group(ctx context.Context, who access.Actor, itemID, with int64) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	return s.changeItem(ctx, who, itemID, func(c *change, it Item) error {
		if err := c.run("planned", "open"); err != nil {
			return err
		}
		lead, ok := c.rec.Item(with)
		switch {
		case it.RequestID == 0:
			return fail.New(fail.Invalid, "agenda.error.group_request")
		case with != 0 && (!ok || lead.ID == it.ID || lead.TogetherID != 0):
			return fail.New(fail.Invalid, "agenda.error.group_with")
		case slices.ContainsFunc(c.rec.Items, func(x Item) bool { return x.TogetherID == it.ID }):
			return fail.New(fail.Invalid, "agenda.error.group_leads")
		}
		c.log("meeting.item_grouped", 0, "Title", it.Title, "With", lead.Title)
		if err := c.exec(ctx, `UPDATE agenda_items SET together_id = nullif($2::bigint, 0) WHERE id = $1`, itemID, with); err != nil {
			return err
		}
		items := slices.Clone(c.rec.Items)
		for i := range items {
			if items[i].ID == itemID {
				items[i].TogetherID = with
			}
		}
		if with == 0 {
			return c.touchAgenda(ctx)
		}
		at := slices.IndexFunc(items, func(x Item) bool { return x.ID == with }) + 1
		if at > slices.IndexFunc(items, func(x Item) bool { return x.ID == itemID })+1 {
			at--
		}
		return c.order(ctx, moved(items, with, at))
	})
}
