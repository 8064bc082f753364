// Package audit keeps the event log: who did what, in which role, and when. It is append-only, and every organisation's
// events form a chain of SHA-256 digests that Verify proves (handbook L10).
package audit

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/db"
)

// Event is one entry to be written.
type Event struct {
	Kind      string // matter.decided: the message key is audit.<kind>
	MatterID  int64
	MeetingID int64
	Detail    map[string]string // what the entry says besides: names and texts, kept outside the chain
}

// Write appends events in the transaction of what they tell of; call it last, since the chain serialises writers.
func Write(ctx context.Context, tx *db.OrgTx, who access.Actor, at time.Time, events ...Event) error {
	var b pgx.Batch
	for _, e := range events {
		detail, err := json.Marshal(e.Detail)
		if err != nil {
			return fmt.Errorf("writing event %s: %w", e.Kind, err)
		}
		b.Queue(`
			WITH e AS (
				INSERT INTO events (at, person_id, role, kind, matter_id, meeting_id, seq, prev_hash, hash, text_digest)
				VALUES ($1, nullif($2, 0), $3, $4, nullif($5, 0), nullif($6, 0), 0, '', '',
					sha256(convert_to($7::jsonb::text, 'UTF8'))) RETURNING seq)
			INSERT INTO event_texts (seq, detail) SELECT seq, $7::jsonb FROM e`,
			at, who.PersonID, string(who.Role), e.Kind, e.MatterID, e.MeetingID, string(detail))
	}
	if err := tx.SendBatch(ctx, &b).Close(); err != nil {
		return fmt.Errorf("writing the event log: %w", err)
	}
	return nil
}

// Entry is one event as it is read.
type Entry struct {
	Seq        int64
	At         time.Time
	PersonName string
	Role       string
	Kind       string
	Detail     map[string]string
}

// Key is the message key of what happened.
func (e Entry) Key() string { return "audit." + e.Kind }

const entries = `
	SELECT e.seq, e.at, coalesce(p.name, '') AS person_name, e.role, e.kind, t.detail
	FROM   events e JOIN event_texts t ON t.org_id = e.org_id AND t.seq = e.seq
	LEFT   JOIN people p ON p.org_id = e.org_id AND p.id = e.person_id`

// QueueMatter queues the newest limit events of a matter.
func QueueMatter(b *db.Batch, dst *[]Entry, matterID int64, limit int) {
	db.Many(b, dst, entries+` WHERE e.matter_id = $1 ORDER BY e.seq DESC LIMIT $2`, matterID, limit)
}

// QueueMeeting queues the newest limit events of a meeting.
func QueueMeeting(b *db.Batch, dst *[]Entry, meetingID int64, limit int) {
	db.Many(b, dst, entries+` WHERE e.meeting_id = $1 ORDER BY e.seq DESC LIMIT $2`, meetingID, limit)
}
