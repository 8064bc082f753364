package notify

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"

	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/db"
)

var _ announce.Sender = (*Notifier)(nil)

// mailArgs is all that a job holds: river_job knows no organisations, so no text may lie in it.
type mailArgs struct {
	OrgID  int64 `json:"org_id"`
	MailID int64 `json:"mail_id"`
}

// Kind implements river.JobArgs.
func (mailArgs) Kind() string { return "mail" }

// put stores one mail for each person with an e-mail address who still works here. The same thing told twice, also by
// two transactions at once, stays one mail. A demo's mails, and all when there is no mail server, are kept.
const put = `
	INSERT INTO mails (person_id, kind, subject_id, matter_id, meeting_id, apt_id, queued_at, state)
	SELECT DISTINCT ON (p.id, a.kind, a.subject) p.id, a.kind, a.subject, nullif(a.matter, 0), nullif(a.meeting, 0), nullif(a.apt, 0), $6,
	       CASE WHEN o.demo OR NOT $7 THEN 'kept' ELSE 'queued' END
	FROM   unnest($1::bigint[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[], $10::bigint[]) AS a (person, kind, subject, matter, meeting, apt)
	JOIN   people p ON p.org_id = $8 AND p.id = a.person AND p.email <> '' AND (p.closed_on IS NULL OR p.closed_on > $9)
	JOIN   organisations o ON o.id = p.org_id
	ORDER  BY p.id, a.kind, a.subject
	ON     CONFLICT ON CONSTRAINT mails_once DO NOTHING
	RETURNING id, state`

// Announce implements announce.Sender: in two round trips, whatever the number of people.
func (n *Notifier) Announce(ctx context.Context, tx *db.OrgTx, as ...announce.Announcement) error {
	var people, subjects, matters, meetings, apts []int64
	var kinds []string
	for _, a := range as {
		if _, ok := letters[a.Kind]; !ok {
			return fmt.Errorf("announcing %q: no mail is written for it", a.Kind)
		}
		for _, id := range a.To {
			people, kinds, subjects = append(people, id), append(kinds, string(a.Kind)), append(subjects, a.Subject)
			matters, meetings, apts = append(matters, a.MatterID), append(meetings, a.MeetingID), append(apts, a.APTID)
		}
	}
	if len(people) == 0 {
		return nil
	}
	now := n.clock.Now()
	rows, err := tx.Query(ctx, put, people, kinds, subjects, matters, meetings, now, n.post != nil, tx.OrgID, clock.DateOf(now), apts)
	if err != nil {
		return fmt.Errorf("writing mails: %w", err)
	}
	var jobs []river.InsertManyParams
	var id int64
	var state string
	_, err = pgx.ForEachRow(rows, []any{&id, &state}, func() error {
		if state == "queued" {
			jobs = append(jobs, river.InsertManyParams{Args: mailArgs{OrgID: tx.OrgID, MailID: id}})
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("writing mails: %w", err)
	}
	if len(jobs) == 0 {
		return nil
	}
	if _, err := n.jobs.InsertManyTx(ctx, tx.Tx, jobs); err != nil {
		return fmt.Errorf("queueing mails: %w", err)
	}
	return nil
}
