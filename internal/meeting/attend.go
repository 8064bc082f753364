package meeting

import (
	"context"
	"fmt"
	"slices"
	"time"

	"samverka/internal/access"
	"samverka/internal/fail"
)

// Presence is one row of the attendance list as it is recorded.
type Presence struct {
	PersonID   int64
	Presence   string    // in_person, remote, absent; "": not recorded
	ArrivedAt  time.Time // zero: from the start
	LeftAt     time.Time // zero: to the end
	ReplacesID int64     // 0: nobody
}

// presences are what the attendance list may say.
var presences = []string{"in_person", "remote", "absent"}

// Attend records who attends, digitally or in the room, from when to when, and whom a substitute replaces. Rows of people
// who are not named stay as they were. Reasons for absence are not recorded (handbook L9).
func (s *Service) Attend(ctx context.Context, who access.Actor, id int64, rows []Presence) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.run("open"); err != nil {
			return err
		}
		if err := c.write(ctx); err != nil {
			return err
		}
		for _, r := range rows {
			if r.Presence == "" {
				continue
			}
			if !slices.Contains(presences, r.Presence) {
				return fail.New(fail.Invalid, "meeting.error.presence")
			}
			if !r.LeftAt.IsZero() && !r.ArrivedAt.IsZero() && !r.LeftAt.After(r.ArrivedAt) {
				return fail.New(fail.Invalid, "meeting.error.left_before")
			}
			if err := c.exec(ctx, `
				INSERT INTO attendances (meeting_id, person_id, presence, arrived_at, left_at, replaces_id) VALUES ($1, $2, $3, $4, $5, nullif($6::bigint, 0))
				ON CONFLICT (org_id, meeting_id, person_id) DO UPDATE SET presence = excluded.presence, arrived_at = excluded.arrived_at,
					left_at = excluded.left_at, replaces_id = excluded.replaces_id`,
				id, r.PersonID, r.Presence, orNull(r.ArrivedAt), orNull(r.LeftAt), r.ReplacesID); err != nil {
				return fmt.Errorf("recording attendance: %w", err)
			}
		}
		c.log("meeting.attendance", 0, "Count", fmt.Sprint(len(rows)))
		return nil
	})
}

func orNull(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return t
}
