package meeting

import (
	"context"
	"fmt"
	"strings"
	"time"

	"samverka/internal/access"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// Draft is what somebody wrote about an item and could not save. Only they see it.
type Draft struct {
	ItemID  int64
	Note    string
	SavedAt time.Time
}

// WriteNote is SaveNote for whoever does not go on writing.
func (s *Service) WriteNote(ctx context.Context, who access.Actor, itemID int64, note string, version int) error {
	_, err := s.SaveNote(ctx, who, itemID, note, version)
	return err
}

// SaveNote saves the notes of one item, gives the actor the pen, and answers the version that now stands. Conflict when
// somebody else has the pen or saved first: then what was written is kept as the actor's draft, and the page shows both
// texts. The same text sent twice is saved once.
func (s *Service) SaveNote(ctx context.Context, who access.Actor, itemID int64, note string, version int) (saved int, err error) {
	if err := who.Require(access.MeetingRun); err != nil {
		return 0, err
	}
	note = strings.ReplaceAll(note, "\r\n", "\n") // as browsers send it
	var f fail.Form
	checkText(&f, "note", note, 20000, "")
	if err := f.Err(); err != nil {
		return 0, err
	}
	err = s.changeItem(ctx, who, itemID, func(c *change, it Item) (err error) {
		saved, err = c.note(ctx, it, note, version)
		return err
	})
	if fail.KindOf(err) != fail.Conflict {
		return saved, err
	}
	if kept := s.keepDraft(ctx, who, itemID, note); kept != nil {
		return 0, fmt.Errorf("keeping what could not be saved: %w", kept)
	}
	return 0, err
}

func (c *change) note(ctx context.Context, it Item, note string, version int) (saved int, err error) {
	if err := c.run("planned", "open", "closed"); err != nil {
		return 0, err
	}
	if c.rec.Minutes != nil && c.rec.Minutes.Status != "draft" {
		return 0, fail.New(fail.Invalid, "meeting.error.minutes_sent")
	}
	saved = it.NoteVersion
	if note != it.Note {
		if err := c.write(ctx); err != nil {
			return 0, err
		}
		saved = version + 1
		if err := c.tx.Exec1(ctx, `UPDATE agenda_items SET note = $1, note_version = note_version + 1 WHERE id = $2 AND note_version = $3`, note, it.ID, version); err != nil {
			return 0, err
		}
	}
	return saved, c.exec(ctx, `DELETE FROM note_drafts WHERE item_id = $1 AND person_id = $2`, it.ID, c.who.PersonID)
}

func (s *Service) keepDraft(ctx context.Context, who access.Actor, itemID int64, note string) error {
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		_, err := tx.Exec(ctx, `
			INSERT INTO note_drafts (item_id, person_id, note, saved_at) VALUES ($1, $2, $3, $4)
			ON CONFLICT (org_id, item_id, person_id) DO UPDATE SET note = excluded.note, saved_at = excluded.saved_at`, itemID, who.PersonID, note, s.Clock.Now())
		return err
	})
}

// DropDraft throws away what the actor could not save.
func (s *Service) DropDraft(ctx context.Context, who access.Actor, itemID int64) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		_, err := tx.Exec(ctx, `DELETE FROM note_drafts WHERE item_id = $1 AND person_id = $2`, itemID, who.PersonID)
		return err
	})
}
