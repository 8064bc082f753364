package apt

import (
	"context"
	"fmt"
	"slices"

	"samverka/internal/access"
	"samverka/internal/fail"
)

// NoteForm is one sitting's notes on one item, as they are saved.
type NoteForm struct {
	SittingID   int64
	Text        string
	Version     int  // of the note that was read; 0: nothing was written yet
	Over        bool // the pen is taken over from whoever has it
	ReadThrough bool // the writer has read it through although words of health or union stand there
}

// MayWrite reports whether the actor writes notes: the manager, and whoever they let write.
func (r Record) MayWrite(who access.Actor) bool {
	return r.Runs(who) || slices.ContainsFunc(r.Writers, func(w Writer) bool { return w.PersonID == who.PersonID })
}

// WriteNote saves one sitting's notes on an item, from the moment that the sitting begins. Notes say what was said, never by
// whom. A personnummer is refused; words of one person's health or union membership have to be read through. Conflict when
// somebody else has the pen or saved first; nothing is lost then. Published notes may be corrected by the manager.
func (s *Service) WriteNote(ctx context.Context, who access.Actor, itemID int64, n NoteForm) error {
	if err := who.Require(access.APTTakePart); err != nil {
		return err
	}
	var f fail.Form
	checkNote(&f, "text", n.Text, 10000, "", n.ReadThrough)
	return s.changeItem(ctx, who, itemID, func(c *change, it Item) error {
		si, _ := c.rec.Sitting(n.SittingID)
		if err := c.writes(si); err != nil {
			return err
		}
		if err := f.Err(); err != nil {
			return err
		}
		if err := c.write(ctx, si, n.Over); err != nil {
			return err
		}
		if c.rec.Status == Published {
			c.log("apt.notes_changed", 0, "Title", it.Title)
		}
		return c.saveNote(ctx, it, n)
	})
}

func (c *change) saveNote(ctx context.Context, it Item, n NoteForm) error {
	old := c.rec.Note(it.ID, n.SittingID)
	switch {
	case old.Version != n.Version:
		return fail.New(fail.Conflict, "error.conflict")
	case old.Text == n.Text:
		return nil
	}
	err := c.exec(ctx, `INSERT INTO apt_notes (item_id, sitting_id, text, updated_at) VALUES ($1, $2, $3, $4)
		ON CONFLICT (org_id, item_id, sitting_id) DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at, version = apt_notes.version + 1`,
		it.ID, n.SittingID, n.Text, c.now)
	if err != nil {
		return fmt.Errorf("saving notes: %w", err)
	}
	return nil
}

// LetWrite lets a colleague of the unit write notes at this APT, by turns with the manager.
func (s *Service) LetWrite(ctx context.Context, who access.Actor, id, personID int64) error {
	if err := who.Require(access.APTRun); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.run(Planned, Invited, Held); err != nil {
			return err
		}
		staff, err := c.staff(ctx)
		if err != nil {
			return err
		}
		if !slices.Contains(staff, personID) {
			return &fail.Error{Kind: fail.Invalid, Key: "error.form", Fields: []fail.Field{{Name: "person", Key: "apt.error.not_colleague"}}}
		}
		c.log("apt.writer_added", 0)
		return c.exec(ctx, `INSERT INTO apt_writers (apt_id, person_id) VALUES ($1, $2) ON CONFLICT DO NOTHING`, id, personID)
	})
}

// StopWriting takes the pen back from a colleague.
func (s *Service) StopWriting(ctx context.Context, who access.Actor, id, personID int64) error {
	if err := who.Require(access.APTRun); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.run(); err != nil {
			return err
		}
		c.log("apt.writer_removed", 0)
		if err := c.drop(ctx, personID); err != nil {
			return err
		}
		return c.exec(ctx, `DELETE FROM apt_writers WHERE apt_id = $1 AND person_id = $2`, id, personID)
	})
}
