package meeting

import (
	"context"
	"fmt"
	"slices"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// SetUpForm puts a matter on the agenda.
type SetUpForm struct {
	MatterID int64
	Class    string
	Minutes  int    // 0: 20
	Reason   string // why although a rule warned
}

// SetUp puts a matter on the meeting's agenda in one class, or changes the class of one that is already there. The
// matter's owner, and the meeting's chair or secretary, may. A class before decision makes the group part of the plan. What
// comes after the notice, or after the last day for items, needs a reason and is marked as late.
func (s *Service) SetUp(ctx context.Context, who access.Actor, id int64, f SetUpForm) error {
	if err := who.Require(access.MeetingSetUp); err != nil {
		return err
	}
	if !slices.Contains(matter.Classes, f.Class) {
		return fail.New(fail.Invalid, "meeting.error.class")
	}
	return s.change(ctx, who, id, func(c *change) error {
		_, err := c.setUp(ctx, s, f, addition{})
		return err
	})
}

// addition is what an item holds besides its matter: where it comes from.
type addition struct {
	about        string
	fromItemID   int64
	suggestionID int64
}

// setUp puts the matter on the agenda and returns its item.
func (c *change) setUp(ctx context.Context, s *Service, f SetUpForm, from addition) (itemID int64, err error) {
	if f.Minutes <= 0 || f.Minutes > 480 {
		f.Minutes = 20
	}
	m, err := matter.Lock(ctx, c.tx, c.who, f.MatterID, c.today())
	switch {
	case err != nil:
		return 0, err
	case m.OwnerID != c.who.PersonID && !c.who.RunsMeetings(c.rec.GroupID):
		return 0, fail.New(fail.Forbidden, "meeting.error.not_runner")
	case c.rec.Status != "planned" && c.rec.Status != "open":
		return 0, fail.New(fail.Invalid, "meeting.error.status")
	case m.Status != "open":
		return 0, fail.New(fail.Invalid, "matter.error.not_open_matter")
	}
	if c.rec.Frozen() && awaitsPlan(m, f.Class) {
		return 0, c.rec.planned(m)
	}
	if err := fail.NeedReason(f.Reason, c.rec.setUpWarnings(m, f.Class, c.today())); err != nil {
		return 0, err
	}
	track, err := matter.TrackFor(ctx, c.tx, s.Clock, m, c.rec.GroupID, f.Class)
	if err != nil {
		return 0, err
	}
	c.log("meeting.set_up", m.ID, "Class", f.Class, "Title", m.Title, "Reason", f.Reason)
	if i := slices.IndexFunc(c.rec.Items, func(it Item) bool { return it.MatterID == m.ID }); i >= 0 {
		return c.rec.Items[i].ID, c.reclass(ctx, c.rec.Items[i], f, track)
	}
	return c.add(ctx, item{addition: from, title: m.Title, class: f.Class, minutes: f.Minutes, matter: m.ID, track: track, reason: f.Reason})
}

// reclass changes what an item is treated as. After the notice it counts as late: those who were called read something else.
func (c *change) reclass(ctx context.Context, it Item, f SetUpForm, track int64) error {
	if it.Status != "planned" {
		return fail.New(fail.Invalid, "meeting.error.item_begun")
	}
	position := it.Position
	if it.Class != f.Class {
		var err error
		if position, err = c.place(ctx, f.Class); err != nil {
			return err
		}
	}
	late := c.rec.Frozen() && it.Class != f.Class
	if err := c.exec(ctx, `
		UPDATE agenda_items SET class = $2, position = $3, minutes_planned = $4, track_id = nullif($5::bigint, 0),
		       late_at = CASE WHEN $6 THEN $7 ELSE late_at END, late_reason = CASE WHEN $6 THEN $8 ELSE late_reason END
		WHERE  id = $1`, it.ID, f.Class, position, f.Minutes, track, late, c.now, f.Reason); err != nil {
		return fmt.Errorf("setting item %d up anew: %w", it.ID, err)
	}
	return c.touchAgenda(ctx)
}

// item is one that is about to be added.
type item struct {
	addition
	title, class, presenter string
	minutes                 int
	matter, track, request  int64
	reason                  string // kept when the item comes late
}

// add puts the item on the agenda, where its class is treated, and marks it as late when it is.
func (c *change) add(ctx context.Context, x item) (id int64, err error) {
	position, err := c.place(ctx, x.class)
	if err != nil {
		return 0, err
	}
	var late any
	if c.rec.Late(c.today()) {
		late = c.now
	} else {
		x.reason = ""
	}
	err = c.tx.QueryRow(ctx, `
		INSERT INTO agenda_items (meeting_id, position, title, class, minutes_planned, matter_id, track_id, about, presenter_role, late_at, late_reason,
		       from_item_id, suggestion_id, request_id, secrecy)
		VALUES ($1, $2, $3, $4, $5, nullif($6::bigint, 0), nullif($7::bigint, 0), $8, $9, $10, $11, nullif($12::bigint, 0), nullif($13::bigint, 0), nullif($14::bigint, 0),
		       coalesce((SELECT secrecy FROM agenda_items WHERE id = $12), ''))
		RETURNING id`,
		c.rec.ID, position, x.title, x.class, x.minutes, x.matter, x.track, x.about, x.presenter, late, x.reason, x.fromItemID, x.suggestionID, x.request).Scan(&id)
	if err != nil {
		return 0, fmt.Errorf("adding to the agenda: %w", err)
	}
	return id, c.touchAgenda(ctx)
}

// AddForm is an item without a matter.
type AddForm struct {
	Title   string
	Class   string
	Minutes int
	About   string
	Reason  string // why although it comes late
}

func (f AddForm) check() error {
	var bad fail.Form
	checkText(&bad, "title", f.Title, 200, "meeting.error.title_needed")
	checkText(&bad, "about", f.About, 4000, "")
	if f.Class != matter.Standing && !slices.Contains(matter.Classes, f.Class) || f.Class == matter.BeforeDecision {
		bad.Add("class", "meeting.error.class")
	}
	if f.Minutes < 1 || f.Minutes > 480 {
		bad.Add("minutes", "meeting.error.minutes")
	}
	return bad.Err()
}

// AddItem puts an item without a matter on the agenda. The chair or secretary does; members suggest one (Suggest). What comes
// after the notice, or after the last day for items, needs a reason and is marked as late.
func (s *Service) AddItem(ctx context.Context, who access.Actor, id int64, f AddForm) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	if err := f.check(); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.run("planned", "open"); err != nil {
			return err
		}
		_, err := c.addOwn(ctx, f, addition{about: f.About})
		return err
	})
}

func (c *change) addOwn(ctx context.Context, f AddForm, from addition) (itemID int64, err error) {
	if err := fail.NeedReason(f.Reason, c.rec.lateWarnings(c.today())); err != nil {
		return 0, err
	}
	c.log("meeting.item_added", 0, "Title", f.Title, "Reason", f.Reason)
	return c.add(ctx, item{addition: from, title: f.Title, class: f.Class, minutes: f.Minutes, reason: f.Reason})
}

// RemoveItem takes an item off the agenda, where CanRemove allows it. What somebody had suggested waits again.
func (s *Service) RemoveItem(ctx context.Context, who access.Actor, itemID int64) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	return s.changeItem(ctx, who, itemID, func(c *change, it Item) error {
		if err := c.run("planned"); err != nil {
			return err
		}
		if err := c.rec.CanRemove(it); err != nil {
			return err
		}
		c.log("meeting.item_removed", it.MatterID, "Title", it.Title)
		tag, err := c.tx.Exec(ctx, `DELETE FROM agenda_items ai WHERE ai.id = $1 AND ai.status = 'planned' AND NOT EXISTS (SELECT FROM dispatch_papers dp WHERE dp.item_id = ai.id)
			AND NOT EXISTS (SELECT FROM paper_answers pa WHERE pa.item_id = ai.id)`, itemID)
		switch {
		case err != nil:
			return err
		case tag.RowsAffected() == 0:
			return fail.New(fail.Invalid, "meeting.error.item_sent")
		case it.SuggestionID != 0:
			if err := c.exec(ctx, `UPDATE agenda_suggestions SET status = 'waiting', answered_by = NULL, answered_at = NULL WHERE id = $1 AND status = 'taken'`, it.SuggestionID); err != nil {
				return err
			}
		}
		return c.touchAgenda(ctx)
	})
}
