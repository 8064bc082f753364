package apt

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// Service carries out what people ask of APT. Every operation asks who first, and is one transaction.
type Service struct {
	DB       *db.DB
	Clock    clock.Clock
	Announce announce.Sender
}

// change is one write to an APT in the making.
type change struct {
	tx     *db.OrgTx
	rec    Record
	who    access.Actor
	clock  clock.Clock
	now    time.Time
	events []audit.Event
	tells  []announce.Announcement
}

// change locks the APT, runs f, and writes the announcements and the log last.
func (s *Service) change(ctx context.Context, who access.Actor, id int64, f func(*change) error) error {
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		now := s.Clock.Now()
		rec, err := lock(ctx, tx, who, id, clock.DateOf(now))
		if err != nil {
			return err
		}
		c := &change{tx: tx, rec: rec, who: who, clock: s.Clock, now: now}
		if err := f(c); err != nil {
			return err
		}
		if err := s.Announce.Announce(ctx, tx, c.tells...); err != nil {
			return err
		}
		return audit.Write(ctx, tx, who, now, c.events...)
	})
}

// of finds the APT that a part belongs to. NotFound when there is no such part.
func (s *Service) of(ctx context.Context, who access.Actor, table string, id int64) (aptID int64, err error) {
	err = s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		return tx.QueryRow(ctx, `SELECT apt_id FROM `+table+` WHERE id = $1`, id).Scan(&aptID)
	})
	if err == pgx.ErrNoRows {
		return 0, fail.New(fail.NotFound, "error.not_found")
	}
	if err != nil {
		return 0, fmt.Errorf("finding the APT of %s %d: %w", table, id, err)
	}
	return aptID, nil
}

// changeItem is change for the APT that holds the item.
func (s *Service) changeItem(ctx context.Context, who access.Actor, itemID int64, f func(*change, Item) error) error {
	id, err := s.of(ctx, who, "apt_items", itemID)
	if err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		it, ok := c.rec.Item(itemID)
		if !ok {
			return fail.New(fail.NotFound, "error.not_found")
		}
		return f(c, it)
	})
}

// changeSitting is change for the APT that the sitting is one of.
func (s *Service) changeSitting(ctx context.Context, who access.Actor, sittingID int64, f func(*change, Sitting) error) error {
	id, err := s.of(ctx, who, "apt_sittings", sittingID)
	if err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		si, ok := c.rec.Sitting(sittingID)
		if !ok {
			return fail.New(fail.NotFound, "error.not_found")
		}
		return f(c, si)
	})
}

func (c *change) today() clock.Date { return clock.DateOf(c.now) }

func (c *change) exec(ctx context.Context, sql string, args ...any) error {
	_, err := c.tx.Exec(ctx, sql, args...)
	return err
}

// log notes an event about the APT and, when matterID is not zero, about the matter. detail are name, value pairs. What
// employees propose, ask and tick is never logged: the log knows who.
func (c *change) log(kind string, matterID int64, detail ...string) {
	d := map[string]string{"Unit": c.rec.UnitName, "Date": c.rec.Day().String()}
	for i := 0; i+1 < len(detail); i += 2 {
		if detail[i+1] != "" {
			d[detail[i]] = detail[i+1]
		}
	}
	c.events = append(c.events, audit.Event{Kind: kind, MatterID: matterID, Detail: d})
}

// tell announces something to the unit's staff, except to whoever does it.
func (c *change) tell(ctx context.Context, kind announce.Kind, subject int64) error {
	to, err := c.staff(ctx)
	if err != nil {
		return err
	}
	to = slices.DeleteFunc(to, func(p int64) bool { return p == c.who.PersonID })
	if len(to) > 0 {
		c.tells = append(c.tells, announce.Announcement{Kind: kind, Subject: subject, APTID: c.rec.ID, To: to})
	}
	return nil
}

// staff are the people whom the APT is for today.
func (c *change) staff(ctx context.Context) ([]int64, error) {
	rows, err := c.tx.Query(ctx, `SELECT id FROM (`+staffOf("$1")+`) s`, c.rec.UnitID, c.today())
	if err != nil {
		return nil, fmt.Errorf("reading who works in the unit: %w", err)
	}
	return pgx.CollectRows(rows, pgx.RowTo[int64])
}

// Runs reports whether the actor leads the APT: as manager of the unit or of one above it.
func (a APT) Runs(who access.Actor) bool {
	return who.Role == access.Manager && slices.ContainsFunc(a.UnitPath, func(u int64) bool { return slices.Contains(who.Units, u) })
}

// run refuses unless the actor leads the APT and it stands in one of the statuses.
func (c *change) run(statuses ...string) error {
	if !c.rec.Runs(c.who) {
		return fail.New(fail.Forbidden, "apt.error.not_manager")
	}
	return c.in(statuses...)
}

func (c *change) in(statuses ...string) error {
	if len(statuses) > 0 && !slices.Contains(statuses, c.rec.Status) {
		return fail.New(fail.Invalid, "apt.error.status")
	}
	return nil
}

// versioned is the subject of an announcement about one version of an APT, so that each version is told of once.
func (c *change) versioned() int64 { return c.rec.ID<<12 | int64(c.rec.Version&0xfff) }
