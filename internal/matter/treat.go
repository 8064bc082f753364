package matter

import (
	"context"
	"fmt"
	"slices"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
)

// What follows is for internal/meeting: the turns of a treatment, inside the meeting's own transaction.

// TrackFor returns the track that a treatment of the matter in the group belongs to, making one when the class is
// samverkan before decision and the plan has none: what is treated before decision is part of the plan. 0: none.
//
// A group that has lifted the question may only be told of it: Invalid.
func TrackFor(ctx context.Context, tx *db.OrgTx, c clock.Clock, r Record, groupID int64, class string) (id int64, err error) {
	if class == BeforeDecision {
		if err := r.takesUp(groupID); err != nil {
			return 0, err
		}
		if err := FinishTasks(ctx, tx, c, Done{Kind: TaskTakeUp, MatterID: r.ID}); err != nil {
			return 0, err
		}
	}
	matterID := r.ID
	err = tx.QueryRow(ctx, `
		WITH made AS (
			INSERT INTO tracks (matter_id, kind, group_id, mandatory, origin, created_at)
			SELECT $1, 'group', $2, true, 'plan', $3 WHERE $4 = 'before_decision'
			ON CONFLICT (org_id, matter_id, group_id) WHERE group_id IS NOT NULL
			DO UPDATE SET kind = 'group', mandatory = tracks.mandatory OR tracks.kind = 'info' RETURNING id)
		SELECT coalesce((SELECT id FROM made), (SELECT t.id FROM tracks t WHERE t.matter_id = $1 AND t.group_id = $2), 0)`,
		matterID, groupID, c.Now(), class).Scan(&id)
	if err != nil {
		return 0, fmt.Errorf("finding the track of matter %d in group %d: %w", matterID, groupID, err)
	}
	return id, nil
}

// Opened keeps the negotiations that arose by themselves by the day of the treatment, and the agreement's parameters as
// they hold at the matter's first treatment. One that was planned for the same reason is owed from now on, whatever a new
// plan says.
func Opened(ctx context.Context, tx *db.OrgTx, c clock.Clock, r Record, it Item) error {
	for _, u := range r.Uncovered(it.GroupID, it.Day()) {
		i := slices.IndexFunc(r.Tracks, func(t Track) bool { return t.Kind == KindMBL11 && t.UnionID == u.ID && !t.Void() })
		switch {
		case it.Class != BeforeDecision, i >= 0 && r.Tracks[i].Origin != "plan":
			continue
		case i >= 0:
			if _, err := tx.Exec(ctx, `UPDATE tracks SET origin = 'agreement_ended', mandatory = true WHERE id = $1`, r.Tracks[i].ID); err != nil {
				return fmt.Errorf("keeping a negotiation with a union outside the agreement: %w", err)
			}
			continue
		}
		_, err := tx.Exec(ctx, `INSERT INTO tracks (matter_id, kind, union_id, mandatory, origin, created_at) VALUES ($1, 'mbl11', $2, true, 'agreement_ended', $3)`,
			r.ID, u.ID, c.Now())
		if err != nil {
			return fmt.Errorf("adding a negotiation with a union outside the agreement: %w", err)
		}
		if err := AddTasks(ctx, tx, c, Task{PersonID: r.OwnerID, Role: access.Manager, Kind: TaskNegotiate, MatterID: r.ID, UnionID: u.ID, DueOn: clock.Today(c).Add(14)}); err != nil {
			return err
		}
	}
	if err := beginSteps(ctx, tx, r, it); err != nil {
		return err
	}
	_, err := tx.Exec(ctx, `UPDATE matters SET agreement_on = $1, agreement_id = nullif($2::bigint, 0) WHERE id = $3 AND agreement_on IS NULL`, clock.Today(c), r.Agreement.ID, r.ID)
	return err
}

// resumed ends the negotiations that were owed because a union's agreement did not hold, when it held on the day of the
// treatment that has now taken effect: the union was heard in the group. Not when another group treated the matter without
// it, nor when the negotiation has begun.
func resumed(ctx context.Context, tx *db.OrgTx, c clock.Clock, r Record, it Item) error {
	for _, t := range r.Tracks {
		if t.Kind != KindMBL11 || t.Origin != "agreement_ended" || t.ClosedAt != nil || !r.resumes(t.UnionID, it, c.Now()) {
			continue
		}
		if _, err := tx.Exec(ctx, `UPDATE tracks t SET closed_at = $1, close_manner = $2 WHERE t.id = $3 AND NOT EXISTS (SELECT FROM negotiation_entries e WHERE e.track_id = t.id)`,
			c.Now(), AgreementResumed, t.ID); err != nil {
			return fmt.Errorf("taking a union back into samverkan: %w", err)
		}
		if err := FinishTasks(ctx, tx, c, Done{Kind: TaskNegotiate, MatterID: r.ID, UnionID: t.UnionID}); err != nil {
			return err
		}
	}
	return nil
}

// resumes reports whether the union was entitled in the treatment, and its agreement holds for every group of the plan.
func (r Record) resumes(unionID int64, it Item, now time.Time) bool {
	is := func(u Union) bool { return u.ID == unionID }
	for _, g := range r.Tracks {
		if g.Kind == KindGroup && g.Mandatory && slices.ContainsFunc(r.Uncovered(g.GroupID, r.treatmentDay(g, now)), is) {
			return false
		}
	}
	return slices.ContainsFunc(r.Entitled(it.GroupID, it.Day()), is)
}

// TakeEffect makes the conclusion of a treatment effective now: windows open for those who disagreed (handbook T6-T8), and
// whoever decides gets to know.
func TakeEffect(ctx context.Context, tx *db.OrgTx, c clock.Clock, matterID, itemID int64) error {
	today := clock.Today(c)
	r, err := Load(ctx, tx, matterID, today)
	if err != nil {
		return err
	}
	var b db.Batch
	b.Exec(`UPDATE agenda_items SET effective_at = $1 WHERE id = $2 AND concluded_at IS NOT NULL AND effective_at IS NULL`, c.Now(), itemID)
	b.Exec(`UPDATE positions SET window_until = $1 WHERE item_id = $2 AND stance = 'disagrees' AND superseded_at IS NULL AND window_until IS NULL`,
		r.Agreement.CentralUntil(today), itemID)
	if err := tx.Send(ctx, &b); err != nil {
		return fmt.Errorf("making the conclusion effective: %w", err)
	}
	if r, err = Load(ctx, tx, matterID, today); err != nil {
		return err
	}
	if err := endSteps(ctx, tx, c, r, itemID); err != nil {
		return err
	}
	if it, ok := r.Item(itemID); ok && r.Holds(it) {
		if err := resumed(ctx, tx, c, r, it); err != nil {
			return err
		}
	}
	if r, err = Load(ctx, tx, matterID, today); err != nil {
		return err
	}
	if len(r.Ahead(c.Now())) == 0 {
		if err := FinishTasks(ctx, tx, c, Done{Kind: TaskAgreementEnds, MatterID: r.ID}); err != nil {
			return err
		}
	}
	return giveDecision(ctx, tx, c, r)
}

// GiveDecision is for internal/reminder: time alone may be what opens the gate.
func GiveDecision(ctx context.Context, tx *db.OrgTx, c clock.Clock, r Record) error {
	return giveDecision(ctx, tx, c, r)
}

// giveDecision puts the decision on somebody's list when nothing, or nothing but time, is left.
func giveDecision(ctx context.Context, tx *db.OrgTx, c clock.Clock, r Record) error {
	now := c.Now()
	if d, ok := r.LastDecision(); ok && d.ExceptionID != 0 && len(r.Gate(now)) == 0 {
		return FinishTasks(ctx, tx, c, Done{Kind: TaskAfterwards, MatterID: r.ID})
	}
	if s := r.State(now); s != Ready && s != AwaitsRequest {
		return nil
	}
	if r.Decider == ByManager {
		return AddTasks(ctx, tx, c, Task{PersonID: r.OwnerID, Role: access.Manager, Kind: TaskDecide, MatterID: r.ID, DueOn: later(r.Earliest(now), r.PlannedDecision)})
	}
	_, err := tx.Exec(ctx, `
		INSERT INTO tasks (person_id, role, kind, matter_id, due_on, created_at)
		SELECT DISTINCT ma.person_id, 'registrar', 'record_board', $1::bigint, $2::date, $3::timestamptz FROM mandates ma
		WHERE  ma.role = 'registrar' AND ma.valid_from <= $4 AND (ma.valid_until IS NULL OR ma.valid_until >= $4)
		AND    NOT EXISTS (SELECT FROM tasks x WHERE x.person_id = ma.person_id AND x.kind = 'record_board' AND x.matter_id = $1 AND x.done_at IS NULL)`,
		r.ID, later(r.Earliest(now), r.PlannedDecision), now, clock.DateOf(now))
	return err
}

func later(a, b clock.Date) clock.Date {
	if a.After(b) {
		return a
	}
	return b
}
