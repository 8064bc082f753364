package apt

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// ItemForm is one item of the agenda: topic, form of dialogue and time.
type ItemForm struct {
	Title    string
	Form     string
	Minutes  int
	Category string // "": about no change
	Version  int    // of the item that is changed
}

func (f *ItemForm) check() error {
	var x fail.Form
	f.Title = strings.TrimSpace(f.Title)
	checkText(&x, "title", f.Title, 200, "apt.error.title_needed")
	if !slices.Contains(Forms, f.Form) {
		x.Add("form", "apt.error.form")
	}
	if f.Minutes < 1 || f.Minutes > 480 {
		x.Add("minutes", "apt.error.minutes")
	}
	if f.Category != "" && !slices.Contains(matter.Categories, f.Category) {
		x.Add("category", "matter.error.category")
	}
	return x.Err()
}

// AddItem puts an item of the manager's own on the agenda.
func (s *Service) AddItem(ctx context.Context, who access.Actor, id int64, f ItemForm) error {
	if err := who.Require(access.APTRun); err != nil {
		return err
	}
	if err := f.check(); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.run(Planned, Invited); err != nil {
			return err
		}
		c.log("apt.item_added", 0, "Title", f.Title)
		_, err := c.insertItem(ctx, KindOwn, f)
		return err
	})
}

// insertItem puts an item where those of its kind come.
func (c *change) insertItem(ctx context.Context, kind string, f ItemForm) (id int64, err error) {
	err = c.tx.QueryRow(ctx, `
		INSERT INTO apt_items (apt_id, position, kind, title, form, minutes, category)
		SELECT $1, coalesce(max(position), $2 - 10) + 10, $3, $4, $5, $6, $7 FROM apt_items WHERE apt_id = $1 AND position BETWEEN $2 AND $2 + 190 RETURNING id`,
		c.rec.ID, placeOf[kind], kind, f.Title, f.Form, f.Minutes, f.Category).Scan(&id)
	if err != nil {
		return 0, fmt.Errorf("adding an item: %w", err)
	}
	return id, nil
}

// ChangeItem changes topic, form of dialogue, time or category of an item that has not ended. Conflict when somebody else
// changed it first.
func (s *Service) ChangeItem(ctx context.Context, who access.Actor, itemID int64, f ItemForm) error {
	if err := who.Require(access.APTRun); err != nil {
		return err
	}
	if err := f.check(); err != nil {
		return err
	}
	return s.changeItem(ctx, who, itemID, func(c *change, it Item) error {
		if err := c.run(Planned, Invited, Held); err != nil {
			return err
		}
		switch {
		case it.Outcome != "":
			return fail.New(fail.Invalid, "apt.error.ended")
		case it.Version != f.Version:
			return fail.New(fail.Conflict, "error.conflict")
		}
		return c.exec(ctx, `UPDATE apt_items SET title = $1, form = $2, minutes = $3, category = $4, version = version + 1 WHERE id = $5`,
			f.Title, f.Form, f.Minutes, f.Category, itemID)
	})
}

// MoveItem swaps the item with its neighbour above (up) or below.
func (s *Service) MoveItem(ctx context.Context, who access.Actor, itemID int64, up bool) error {
	if err := who.Require(access.APTRun); err != nil {
		return err
	}
	return s.changeItem(ctx, who, itemID, func(c *change, it Item) error {
		if err := c.run(Planned, Invited); err != nil {
			return err
		}
		i := slices.IndexFunc(c.rec.Items, func(x Item) bool { return x.ID == it.ID })
		j := i + 1
		if up {
			j = i - 1
		}
		if j < 0 || j >= len(c.rec.Items) {
			return nil
		}
		order := slices.Clone(c.rec.Items)
		order[i], order[j] = order[j], order[i]
		var ids []int64
		for _, x := range order {
			ids = append(ids, x.ID)
		}
		return c.exec(ctx, `UPDATE apt_items i SET position = 1000 * o.at FROM unnest($1::bigint[]) WITH ORDINALITY AS o (id, at) WHERE i.id = o.id AND i.apt_id = $2`, ids, c.rec.ID)
	})
}

// RemoveItem takes an item off the agenda, unless it has ended or holds notes. A proposal waits again for an answer.
func (s *Service) RemoveItem(ctx context.Context, who access.Actor, itemID int64) error {
	if err := who.Require(access.APTRun); err != nil {
		return err
	}
	return s.changeItem(ctx, who, itemID, func(c *change, it Item) error {
		if err := c.run(Planned, Invited); err != nil {
			return err
		}
		if it.Outcome != "" || slices.ContainsFunc(c.rec.Notes, func(n Note) bool { return n.ItemID == itemID }) {
			return fail.New(fail.Invalid, "apt.error.ended")
		}
		c.log("apt.item_removed", 0, "Title", it.Title)
		if err := c.exec(ctx, `UPDATE apt_proposals SET status = 'waiting', item_id = NULL, answered_at = NULL WHERE item_id = $1`, itemID); err != nil {
			return err
		}
		return c.exec(ctx, `DELETE FROM apt_items WHERE id = $1`, itemID)
	})
}
