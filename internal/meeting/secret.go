package meeting

import (
	"cmp"
	"context"
	"strings"

	"samverka/internal/access"
	"samverka/internal/fail"
)

// SecrecyOf is the paragraph of OSL under which the item is secret: its matter's, or its own; "": it is not.
func (r Record) SecrecyOf(it Item) string {
	m, _ := r.Matter(it.MatterID)
	return cmp.Or(m.Secrecy, it.Secrecy)
}

// canMark refuses to mark an item whose matter is secret already, which is said in the matter, and to mark or unmark what is
// so already (OSL 10:11-14; handbook L5).
func (r Record) canMark(it Item, law string) error {
	m, _ := r.Matter(it.MatterID)
	switch {
	case r.Status == "cancelled":
		return fail.New(fail.Invalid, "meeting.error.status")
	case m.Secrecy != "":
		return fail.New(fail.Invalid, "meeting.error.secret_matter", "Number", m.Number, "Law", m.Secrecy)
	case it.Secrecy == law:
		return fail.New(fail.Conflict, "meeting.error.secret_already")
	}
	return nil
}

// MarkSecret keeps the item from those outside the group, in the minutes and on the second screen, under a paragraph of OSL;
// "" lets them read it again. It may be done at any time, also when the minutes are approved: what was approved stays to the
// byte, and what was secret as its text was fixed stays so. Chair and secretary may; the reason is logged.
func (s *Service) MarkSecret(ctx context.Context, who access.Actor, itemID int64, law, reason string) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	law = strings.TrimSpace(law)
	var f fail.Form
	checkText(&f, "law", law, 200, "")
	checkText(&f, "reason", reason, 2000, "meeting.error.reason_needed")
	if err := f.Err(); err != nil {
		return err
	}
	return s.changeItem(ctx, who, itemID, func(c *change, it Item) error {
		if err := c.run(); err != nil {
			return err
		}
		if err := c.rec.canMark(it, law); err != nil {
			return err
		}
		kind := "meeting.item_secret"
		if law == "" {
			kind = "meeting.item_public"
		}
		c.log(kind, it.MatterID, "Title", it.Title, "Law", law, "Reason", reason)
		return c.exec(ctx, `UPDATE agenda_items SET secrecy = $1 WHERE id = $2`, law, itemID)
	})
}
