package meeting

import (
	"context"
	"slices"
	"strings"

	"samverka/internal/access"
	"samverka/internal/fail"
)

// MinutesWriter is somebody whom the chair lets write in the minutes.
type MinutesWriter struct {
	PersonID int64
	Name     string
}

// Writes reports whether the actor may write in the minutes: chair, secretary, and whom the chair lets.
func (r Record) Writes(who access.Actor) bool {
	return who.RunsMeetings(r.GroupID) || who.May(access.MinutesWrite) && slices.ContainsFunc(r.Writers, func(w MinutesWriter) bool { return w.PersonID == who.PersonID })
}

// canWrite refuses who may not write in the §, and a § whose text is fixed.
func (r Record) canWrite(who access.Actor, itemID int64) error {
	_, done := r.Immediate(itemID)
	_, waiting := r.Waiting(itemID)
	switch {
	case !r.Writes(who):
		return fail.New(fail.Forbidden, "minutes.error.not_writer")
	case r.Minutes == nil:
		return fail.New(fail.Invalid, "meeting.error.not_closed")
	case r.Minutes.Final(), done:
		return fail.New(fail.Conflict, "error.minutes_immutable")
	case waiting:
		return fail.New(fail.Invalid, "minutes.error.section_waits")
	}
	return nil
}

// CanWriteSection reports whether the actor may change the item's § now.
func (r Record) CanWriteSection(who access.Actor, itemID int64) bool {
	return r.canWrite(who, itemID) == nil
}

// WriteSection saves the text of one §. Conflict when somebody else saved it first: the page then shows both texts. After
// sending, it is a new version of the minutes: everyone approves again. phrase: added below the text.
func (s *Service) WriteSection(ctx context.Context, who access.Actor, itemID int64, text, phrase string, version int) error {
	if err := who.Require(access.MinutesWrite); err != nil {
		return err
	}
	if phrase = strings.TrimSpace(phrase); phrase != "" {
		text = strings.TrimSpace(text + "\n\n" + phrase)
	}
	var f fail.Form
	checkText(&f, "text", text, 20000, "")
	if err := f.Err(); err != nil {
		return err
	}
	return s.changeItem(ctx, who, itemID, func(c *change, it Item) error {
		if err := c.rec.canWrite(who, itemID); err != nil {
			return err
		}
		if err := c.tx.Exec1(ctx, `UPDATE agenda_items SET note = $1, note_version = note_version + 1 WHERE id = $2 AND note_version = $3`, text, itemID, version); err != nil {
			return err
		}
		if text == it.Note {
			return nil
		}
		c.log("meeting.minutes_section", it.MatterID, "Title", it.Title, "Text", text)
		if c.rec.Minutes.Status == "draft" {
			return nil
		}
		if err := c.exec(ctx, `UPDATE minutes SET version = version + 1 WHERE meeting_id = $1`, c.rec.ID); err != nil {
			return err
		}
		return s.newText(ctx, c)
	})
}

// LetWrite says who besides chair and secretary may write in the minutes; the chair does. They belong to the meeting.
func (s *Service) LetWrite(ctx context.Context, who access.Actor, id int64, people []int64) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if !who.IsChair(c.rec.GroupID) {
			return fail.New(fail.Forbidden, "minutes.error.not_chair")
		}
		if c.rec.Minutes != nil && c.rec.Minutes.Final() {
			return fail.New(fail.Conflict, "error.minutes_immutable")
		}
		var names []string
		for _, p := range people {
			if !c.rec.belongs(p) {
				return fail.New(fail.Invalid, "meeting.error.adjuster_foreign")
			}
			names = append(names, c.rec.nameOf(p))
			if err := c.exec(ctx, `INSERT INTO minutes_writers (meeting_id, person_id, let_by, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`, id, p, who.PersonID, c.now); err != nil {
				return err
			}
		}
		c.log("meeting.minutes_writers", 0, "Names", strings.Join(names, ", "))
		return c.exec(ctx, `DELETE FROM minutes_writers WHERE meeting_id = $1 AND NOT person_id = ANY ($2)`, id, orEmpty(people))
	})
}

func orEmpty(ids []int64) []int64 {
	if ids == nil {
		return []int64{}
	}
	return ids
}
