package meeting

import (
	"context"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// Archive is a meeting with approved minutes as the registrator keeps it.
type Archive struct {
	Page
	Sent []Sent // by time, then by name
}

// Sent is one dispatch to one person.
type Sent struct {
	DispatchID int64
	Kind       string // notice or papers
	SentAt     time.Time
	SenderName string
	Reason     string
	Name       string
	UnionName  string
	ReadAt     *time.Time
}

// Archive reads what is kept of a meeting. NotFound until its minutes are approved.
func (s *Service) Archive(ctx context.Context, who access.Actor, id int64) (Archive, error) {
	if err := who.Require(access.MeetingArchive); err != nil {
		return Archive{}, err
	}
	a := Archive{Page: Page{Now: s.Clock.Now()}}
	var b db.Batch
	where, args := Visible(who, 2)
	done := a.Record.queue(&b, id, where, args, clock.DateOf(a.Now))
	db.Many(&b, &a.Sent, `
		SELECT d.id AS dispatch_id, d.kind, d.sent_at, se.name AS sender_name, d.reason, pe.name, coalesce(un.name, '') AS union_name, dr.read_at
		FROM   dispatches d JOIN people se ON se.id = d.sent_by JOIN dispatch_recipients dr ON dr.dispatch_id = d.id
		JOIN   people pe ON pe.id = dr.person_id LEFT JOIN unions un ON un.id = dr.union_id
		WHERE  d.meeting_id = $1 ORDER BY d.sent_at, d.id, pe.sort_name COLLATE "sv-SE-x-icu", dr.id`, id)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return Archive{}, err
	}
	done()
	if a.Minutes == nil || !a.Minutes.Final() {
		return Archive{}, fail.New(fail.NotFound, "error.not_found")
	}
	return a, nil
}
