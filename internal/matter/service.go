package matter

import (
	"context"
	"slices"
	"time"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// Service carries out what people ask of matters. Every operation asks who first, and is one transaction.
type Service struct {
	DB       *db.DB
	Clock    clock.Clock
	Announce announce.Sender
}

// change is one write to a matter in the making: the locked record, and what is to be logged and told when it is done.
type change struct {
	tx     *db.OrgTx
	rec    Record
	who    access.Actor
	now    time.Time
	events []audit.Event
	tells  []announce.Announcement
}

// change locks the matter, runs f, and writes the log and the announcements last.
func (s *Service) change(ctx context.Context, who access.Actor, id int64, f func(*change) error) error {
	where, args := Visible(who, 2)
	return s.locked(ctx, who, id, where, args, f)
}

// locked is change for whoever the condition on m, with the matter as $1, lets know of it.
func (s *Service) locked(ctx context.Context, who access.Actor, id int64, where string, args []any, f func(*change) error) error {
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		now := s.Clock.Now()
		rec, err := lock(ctx, tx, id, where, args, clock.DateOf(now))
		if err != nil {
			return err
		}
		c := &change{tx: tx, rec: rec, who: who, now: now}
		if err := f(c); err != nil {
			return err
		}
		return s.finish(ctx, c)
	})
}

func (s *Service) finish(ctx context.Context, c *change) error {
	if err := s.Announce.Announce(ctx, c.tx, c.tells...); err != nil {
		return err
	}
	return audit.Write(ctx, c.tx, c.who, c.now, c.events...)
}

// log notes an event; detail are name, value pairs. Empty values are left out.
func (c *change) log(kind string, detail ...string) {
	d := map[string]string{}
	for i := 0; i+1 < len(detail); i += 2 {
		if detail[i+1] != "" {
			d[detail[i]] = detail[i+1]
		}
	}
	c.events = append(c.events, audit.Event{Kind: kind, MatterID: c.rec.ID, Detail: d})
}

func (c *change) tell(kind announce.Kind, subject int64, to ...int64) {
	to = slices.DeleteFunc(slices.Clone(to), func(p int64) bool { return p == 0 || p == c.who.PersonID })
	if len(to) > 0 {
		c.tells = append(c.tells, announce.Announcement{Kind: kind, Subject: subject, MatterID: c.rec.ID, To: to})
	}
}

func (c *change) today() clock.Date { return clock.DateOf(c.now) }

// owned refuses unless the actor owns the matter and it is still open.
func (c *change) owned() error {
	switch {
	case c.rec.OwnerID != c.who.PersonID:
		return fail.New(fail.Forbidden, "matter.error.not_owner")
	case c.rec.Status != "open":
		return fail.New(fail.Invalid, "matter.error.not_open_matter")
	}
	return nil
}

func (c *change) exec(ctx context.Context, sql string, args ...any) error {
	_, err := c.tx.Exec(ctx, sql, args...)
	return err
}
