package demo

import (
	"context"
	"fmt"

	"samverka/internal/db"
)

// writePost lays out what the outbox shows of the last two months: the demo sends nothing, so what would have gone out
// stands as sent, with a few that did not arrive. It is read by the administrator and by whoever sent the notice.
func (s *stage) writePost(ctx context.Context, tx *db.OrgTx) error {
	since := s.end.AddDate(0, -2, 0)
	for _, sql := range []string{
		`INSERT INTO mails (person_id, kind, subject_id, meeting_id, queued_at, sent_at, state)
		 SELECT DISTINCT dr.person_id, d.kind, d.id, d.meeting_id, d.sent_at, d.sent_at + interval '20 seconds', 'sent'
		 FROM dispatches d JOIN dispatch_recipients dr ON dr.dispatch_id = d.id JOIN people p ON p.id = dr.person_id AND p.email <> ''
		 WHERE d.org_id = $1 AND d.sent_at BETWEEN $2 AND $3 AND d.kind IN ('notice', 'papers') AND dr.person_id <> d.sent_by ON CONFLICT DO NOTHING`,
		`INSERT INTO mails (person_id, kind, subject_id, matter_id, queued_at, sent_at, state)
		 SELECT DISTINCT ma.person_id, 'decided', d.id, d.matter_id, d.recorded_at, d.recorded_at + interval '1 day', 'gathered'
		 FROM decisions d JOIN tracks t ON t.matter_id = d.matter_id JOIN mandates ma ON ma.group_id = t.group_id AND ma.role = 'union_rep'
		 JOIN people p ON p.id = ma.person_id AND p.email <> '' WHERE d.org_id = $1 AND d.recorded_at BETWEEN $2 AND $3 ON CONFLICT DO NOTHING`,
		`UPDATE mails SET state = 'failed', sent_at = NULL, problem = 'mail server said 552 to the message'
		 WHERE org_id = $1 AND queued_at BETWEEN $2 AND $3 AND kind = 'papers' AND id IN (SELECT max(id) FROM mails WHERE kind = 'papers')`,
		`UPDATE mails SET state = 'bounced', problem = 'returned: 5.1.1'
		 WHERE org_id = $1 AND queued_at BETWEEN $2 AND $3 AND kind = 'notice' AND id IN (SELECT max(id) FROM mails WHERE kind = 'notice')`,
		`UPDATE people p SET mail_problem = m.problem, mail_problem_at = m.queued_at + interval '1 minute' FROM mails m
		 WHERE p.org_id = $1 AND m.org_id = $1 AND m.person_id = p.id AND m.state = 'bounced' AND m.queued_at BETWEEN $2 AND $3`,
	} {
		if _, err := tx.Exec(ctx, sql, s.org, since, s.end); err != nil {
			return fmt.Errorf("laying out the demo's mail: %w", err)
		}
	}
	return nil
}
