package apt

import (
	"context"
	"fmt"
	"strings"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// Publish lets all staff read the notes, and tells them. Refused while a sitting is left to hold; items that have not ended
// are warned of: each is to have an answer (handbook 5.3).
func (s *Service) Publish(ctx context.Context, who access.Actor, id int64, reason string) error {
	if err := who.Require(access.APTRun); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.run(Held); err != nil {
			return err
		}
		if err := fail.NeedReason(reason, c.rec.publishWarnings()); err != nil {
			return err
		}
		if err := c.tell(ctx, announce.APTNotes, id); err != nil {
			return err
		}
		c.log("apt.published", 0, "Reason", reason)
		if err := c.exec(ctx, `UPDATE apts SET status = 'published', published_at = $1, version = version + 1 WHERE id = $2`, c.now, id); err != nil {
			return err
		}
		if err := c.exec(ctx, `UPDATE apt_sittings SET writer_id = NULL, writer_until = NULL WHERE apt_id = $1`, id); err != nil { // who wrote is not kept
			return err
		}
		return matter.FinishTasks(ctx, c.tx, s.Clock, matter.Done{Kind: matter.TaskAPTNotes, APTID: id})
	})
}

// Unended lists the items that have no outcome although something was said about them.
func (r Record) Unended() []Item {
	var all []Item
	for _, it := range r.Items {
		if it.Outcome == "" && (it.Kind != KindStanding || r.Noted(it.ID)) {
			all = append(all, it)
		}
	}
	return all
}

// Noted reports whether any sitting has written about the item.
func (r Record) Noted(itemID int64) bool {
	for _, n := range r.Notes {
		if n.ItemID == itemID && strings.TrimSpace(n.Text) != "" {
			return true
		}
	}
	return false
}

func (r Record) publishWarnings() []fail.Warning {
	left := r.Unended()
	if len(left) == 0 {
		return nil
	}
	titles := make([]string, len(left))
	for i, it := range left {
		titles[i] = it.Title
	}
	return []fail.Warning{{Key: "apt.warn.not_ended", Args: []any{"Titles", strings.Join(titles, ", ")}, Source: "Handboken 5.3"}}
}

// Attend ticks that the actor took part in some sitting. Others see a count.
func (s *Service) Attend(ctx context.Context, who access.Actor, id int64) error {
	return s.mark(ctx, who, id, "attended_at", func(r Record) bool {
		return r.Status != Cancelled && !clock.DateOf(s.Clock.Now()).Before(r.Day())
	})
}

// MarkRead ticks that the actor has read the notes. Others see a count.
func (s *Service) MarkRead(ctx context.Context, who access.Actor, id int64) error {
	return s.mark(ctx, who, id, "read_at", func(r Record) bool { return r.Status == Published })
}

func (s *Service) mark(ctx context.Context, who access.Actor, id int64, column string, allowed func(Record) bool) error {
	if err := who.Require(access.APTTakePart); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if !allowed(c.rec) {
			return fail.New(fail.Invalid, "apt.error.status")
		}
		if err := c.colleague(ctx); err != nil {
			return err
		}
		err := c.exec(ctx, fmt.Sprintf(`INSERT INTO apt_marks (apt_id, person_id, %[1]s) VALUES ($1, $2, $3)
			ON CONFLICT (org_id, apt_id, person_id) DO UPDATE SET %[1]s = coalesce(apt_marks.%[1]s, excluded.%[1]s)`, column), id, who.PersonID, c.now)
		if err != nil {
			return fmt.Errorf("ticking: %w", err)
		}
		return nil
	})
}

// colleague refuses unless the APT is for the actor.
func (c *change) colleague(ctx context.Context) error {
	var is bool
	err := c.tx.QueryRow(ctx, fmt.Sprintf(`SELECT $3::bigint IN `+workplaces, 1, 2), c.who.PersonID, homes(c.who), c.rec.UnitID).Scan(&is)
	if err != nil {
		return fmt.Errorf("reading where the actor works: %w", err)
	}
	if !is {
		return fail.New(fail.Forbidden, "apt.error.not_workplace")
	}
	return nil
}
