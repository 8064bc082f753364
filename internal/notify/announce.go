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
// two transactions at once, stays one mail. A demo's mails, and all when there is no mail server, are kept. Otherwise it
// goes as the person wants that topic's mails: at once, in the morning, or not at all.
const put = `
	INSERT INTO mails (person_id, kind, subject_id, matter_id, meeting_id, apt_id, union_id, about_on, queued_at, state)
	SELECT DISTINCT ON (p.id, a.kind, a.subject) p.id, a.kind, a.subject, nullif(a.matter, 0), nullif(a.meeting, 0), nullif(a.apt, 0), nullif(a.union_id, 0), a.on_day, $1,
	       CASE WHEN o.demo OR NOT $2 THEN 'kept'
	            ELSE CASE coalesce(s.manner, a.manner) WHEN 'morning' THEN 'digest' WHEN 'never' THEN 'off' ELSE 'queued' END END
	FROM   unnest($3::bigint[], $4::text[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[], $9::date[], $10::text[], $11::text[], $14::bigint[])
	       AS a (person, kind, subject, matter, meeting, union_id, on_day, topic, manner, apt)
	JOIN   people p ON p.org_id = $12 AND p.id = a.person AND p.email <> '' AND (p.closed_on IS NULL OR p.closed_on > $13)
	JOIN   organisations o ON o.id = p.org_id
	LEFT   JOIN mail_settings s ON s.org_id = p.org_id AND s.person_id = p.id AND s.topic = a.topic
	ORDER  BY p.id, a.kind, a.subject
	ON     CONFLICT ON CONSTRAINT mails_once DO NOTHING
	RETURNING id, state`

// told are announcements as the columns of put.
type told struct {
	people, subjects, matters, meetings, apts, unions []int64
	kinds, topics, manners                            []string
	days                                              []clock.Date
}

func (t *told) add(a announce.Announcement) {
	topic := topics[a.Kind]
	r := ruleOf(topic)
	if r.fixed() { // what a person chose while it was open counts no more
		topic = ""
	}
	for _, id := range a.To {
		t.people, t.subjects, t.matters = append(t.people, id), append(t.subjects, a.Subject), append(t.matters, a.MatterID)
		t.meetings, t.apts, t.unions = append(t.meetings, a.MeetingID), append(t.apts, a.APTID), append(t.unions, a.UnionID)
		t.days = append(t.days, a.On)
		t.kinds, t.topics, t.manners = append(t.kinds, string(a.Kind)), append(t.topics, string(topic)), append(t.manners, string(r.usual()))
	}
}

// Announce implements announce.Sender: in two round trips, whatever the number of people.
func (n *Notifier) Announce(ctx context.Context, tx *db.OrgTx, as ...announce.Announcement) error {
	var t told
	for _, a := range as {
		if _, ok := letters[a.Kind]; !ok {
			return fmt.Errorf("announcing %q: no mail is written for it", a.Kind)
		}
		t.add(a)
	}
	if len(t.people) == 0 {
		return nil
	}
	now := n.clock.Now()
	rows, err := tx.Query(ctx, put, now, n.Sends(), t.people, t.kinds, t.subjects, t.matters, t.meetings, t.unions, t.days, t.topics, t.manners,
		tx.OrgID, clock.DateOf(now), t.apts)
	if err != nil {
		return fmt.Errorf("writing mails: %w", err)
	}
	return n.queue(ctx, tx, rows)
}

// queue makes a job of each of the mails, given as id and state, that is to leave now.
func (n *Notifier) queue(ctx context.Context, tx *db.OrgTx, rows pgx.Rows) error {
	var jobs []river.InsertManyParams
	var id int64
	var state string
	_, err := pgx.ForEachRow(rows, []any{&id, &state}, func() error {
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
