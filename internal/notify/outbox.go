package notify

import (
	"context"
	"fmt"
	"time"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/i18n"
)

// Outbox shows what has been mailed and what stood in the way, for whoever looks after the installation. It holds no
// titles: an administrator sees that mail went, not what a matter is about.
type Outbox struct{ DB *db.DB }

// outboxPage is how many mails one page shows.
const outboxPage = 50

// Entry is one mail as the outbox shows it.
type Entry struct {
	ID         int64
	Kind       announce.Kind
	State      string // queued, sending, sent, failed, unclear, kept, digest, gathered, off, bounced
	Problem    string
	QueuedAt   time.Time
	SentAt     *time.Time
	PersonName string
	Number     string // of the matter
	GroupName  string
	StartsAt   time.Time
	UnionName  string
	AboutOn    clock.Date
}

// Subject is the mail's subject with the matter's number in place of its title.
func (e Entry) Subject(ctx context.Context) string {
	if e.Kind == morningLetter {
		return i18n.T(ctx, "post.outbox.morning", "Date", i18n.Date(ctx, e.QueuedAt))
	}
	l, ok := letters[e.Kind]
	if !ok {
		return string(e.Kind)
	}
	return i18n.T(ctx, l.subject, "Group", e.GroupName, "Date", i18n.Date(ctx, e.StartsAt), "Title", e.Number,
		"Union", e.UnionName, "On", i18n.Date(ctx, e.AboutOn))
}

const entries = `
	SELECT m.id, m.kind, m.state, m.problem, m.queued_at, m.sent_at, p.name AS person_name, coalesce(a.number, '') AS number,
	       coalesce(g.name, u.name, '') AS group_name, coalesce(t.starts_at, x.starts_at, m.queued_at) AS starts_at, coalesce(un.name, '') AS union_name, m.about_on
	FROM   mails m JOIN people p ON p.org_id = m.org_id AND p.id = m.person_id
	LEFT   JOIN matters a ON a.org_id = m.org_id AND a.id = m.matter_id
	LEFT   JOIN meetings t ON t.org_id = m.org_id AND t.id = m.meeting_id
	LEFT   JOIN groups g ON g.org_id = t.org_id AND g.id = t.group_id
	LEFT   JOIN apts x ON x.org_id = m.org_id AND x.id = m.apt_id
	LEFT   JOIN units u ON u.org_id = x.org_id AND u.id = x.unit_id
	LEFT   JOIN unions un ON un.org_id = m.org_id AND un.id = m.union_id
	WHERE  m.org_id = $1`

// List gives the newest mails that are older than the one given (0: all), and whether there are more.
func (o *Outbox) List(ctx context.Context, who access.Actor, before int64) ([]Entry, bool, error) {
	if err := who.Require(access.OrganisationWrite); err != nil {
		return nil, false, err
	}
	var b db.Batch
	var es []Entry
	db.Many(&b, &es, entries+` AND ($2::bigint = 0 OR m.id < $2) ORDER BY m.id DESC LIMIT $3`, who.OrgID, before, outboxPage+1)
	if err := o.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return nil, false, fmt.Errorf("reading the outbox: %w", err)
	}
	if len(es) > outboxPage {
		return es[:outboxPage], true, nil
	}
	return es, false, nil
}
