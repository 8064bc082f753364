package notify

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/db"
)

// morningLetter is the mail that gathers what has waited for the morning, once per person and day.
const morningLetter announce.Kind = "morning"

// The morning letter goes out from this hour on working days, and no later than the other: a process that was down sends
// it when it is up again, but not in the evening.
const (
	morningFrom  = 7
	morningUntil = 16
)

// staleAfter is for how many days an overdue task alone makes a letter; after that it is listed when there is a letter.
const staleAfter = 30

// morningOf is the day whose letters are to be written at now, and whether there is one: a working day, from seven.
func morningOf(now time.Time) (clock.Date, bool) {
	day := clock.DateOf(now)
	return day, day.IsWorkingDay() && !now.Before(day.At(morningFrom, 0)) && now.Before(day.At(morningUntil, 0))
}

// Mornings writes the day's letters unless they are written or it is not the time, in the transaction given: one mail for
// each person for whom something waits or who has something to do. Nothing when there is nothing.
func (n *Notifier) Mornings(ctx context.Context, tx *db.OrgTx) error {
	now := n.clock.Now()
	day, ok := morningOf(now)
	if !ok {
		return nil
	}
	var first clock.Date
	err := tx.QueryRow(ctx, `INSERT INTO mornings (day, written_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING day`, day, now).Scan(&first)
	if errors.Is(err, pgx.ErrNoRows) {
		return nil // written
	}
	if err != nil {
		return fmt.Errorf("opening the morning of %s: %w", day, err)
	}
	if err := dropUnwanted(ctx, tx, day); err != nil {
		return err
	}
	rows, err := tx.Query(ctx, writeMorning, tx.OrgID, day, endOfWeek(day), day.Add(-staleAfter), now, n.Sends(), string(morningLetter), dayNumber(day), string(TopicTasks))
	if err != nil {
		return fmt.Errorf("writing morning letters: %w", err)
	}
	return n.queue(ctx, tx, rows)
}

// dropUnwanted takes away what waits for people who have since turned its topic off, or left.
func dropUnwanted(ctx context.Context, tx *db.OrgTx, day clock.Date) error {
	kinds, of := kindsByTopic()
	_, err := tx.Exec(ctx, `
		UPDATE mails m SET state = 'off' WHERE m.org_id = $1 AND m.state = 'digest' AND (
			EXISTS (SELECT FROM unnest($2::text[], $3::text[]) k (kind, topic) JOIN mail_settings s ON s.topic = k.topic AND s.manner = 'never'
			        WHERE k.kind = m.kind AND s.org_id = m.org_id AND s.person_id = m.person_id)
			OR EXISTS (SELECT FROM people p WHERE p.org_id = m.org_id AND p.id = m.person_id AND p.closed_on <= $4))`, tx.OrgID, kinds, of, day)
	if err != nil {
		return fmt.Errorf("dropping unwanted mails: %w", err)
	}
	return nil
}

// kindsByTopic are the kinds that may be turned off, each with its topic.
func kindsByTopic() (kinds, of []string) {
	for k, t := range topics {
		if ruleOf(t).may(Never) {
			kinds, of = append(kinds, string(k)), append(of, string(t))
		}
	}
	return kinds, of
}

// writeMorning stores a letter for each person who has something waiting, or an open task that is due this week or overdue,
// and binds to it what waited.
const writeMorning = `
	WITH wanting AS (
		SELECT m.person_id FROM mails m WHERE m.org_id = $1 AND m.state = 'digest'
		UNION
		SELECT t.person_id FROM tasks t JOIN held_roles($2) h ON h.person_id = t.person_id AND h.role = t.role
		WHERE  t.org_id = $1 AND t.done_at IS NULL AND t.due_on BETWEEN $4 AND $3
		AND    NOT EXISTS (SELECT FROM mail_settings s WHERE s.org_id = $1 AND s.person_id = t.person_id AND s.topic = $9 AND s.manner = 'never')),
	letters AS (
		INSERT INTO mails (person_id, kind, subject_id, queued_at, state)
		SELECT p.id, $7, $8, $5, CASE WHEN o.demo OR NOT $6 THEN 'kept' ELSE 'queued' END
		FROM   wanting w JOIN people p ON p.org_id = $1 AND p.id = w.person_id AND p.email <> '' AND (p.closed_on IS NULL OR p.closed_on > $2)
		JOIN   organisations o ON o.id = p.org_id
		ON     CONFLICT ON CONSTRAINT mails_once DO NOTHING
		RETURNING id, person_id, state),
	bound AS (
		UPDATE mails m SET state = 'gathered', digest_id = l.id FROM letters l WHERE m.org_id = $1 AND m.person_id = l.person_id AND m.state = 'digest')
	SELECT id, state FROM letters`

// dayNumber is the letter's subject: its day, so that nobody gets two on one day.
func dayNumber(d clock.Date) int64 {
	y, m, day := d.YMD()
	return int64(y)*10000 + int64(m)*100 + int64(day)
}

// endOfWeek is the Sunday of the day's week.
func endOfWeek(d clock.Date) clock.Date { return d.Add((7 - int(d.Weekday())) % 7) }

// task is a line of a morning letter about something to do.
type task struct {
	ID         int64
	Kind       string
	DueOn      clock.Date
	ProposalNo int
	MatterID   int64
	Number     string
	MeetingID  int64
	APTID      int64
	GroupName  string
	StartsAt   *time.Time
	UnitName   string
	UnionName  string
}

// inLetter reports whether something waited tells of the task already, as a reminder does.
func (t task) inLetter(gs []mail) bool {
	return slices.ContainsFunc(gs, func(g mail) bool {
		return reminds[g.Kind] == t.Kind && (g.MeetingID == 0 || g.MeetingID == t.MeetingID) && (g.MatterID == 0 || g.MatterID == t.MatterID)
	})
}

// reminds says which kind of task a reminder is about.
var reminds = map[announce.Kind]string{
	announce.RemindApprove: "approve_minutes",
	announce.RemindLate:    "answer_late_papers",
	announce.RemindExtra:   "answer_extra",
	announce.RemindPapers:  "read_papers",
	announce.RemindRisk:    "state_risk",
	announce.Ready:         "decide",
}
