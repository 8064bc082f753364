package meeting

import (
	"context"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/matter"
	"samverka/internal/privacy"
)

// Channel is where Postgres tells of changes: organisation, meeting, version and status, with spaces between.
const Channel = "samverka_live"

// Service carries out what people ask of meetings. Every operation asks who first, and is one transaction.
type Service struct {
	DB       *db.DB
	Clock    clock.Clock
	Announce announce.Sender

	rooms sharedRooms
}

// change is one write to a meeting in the making.
type change struct {
	tx     *db.OrgTx
	rec    Record
	who    access.Actor
	now    time.Time
	events []audit.Event
	tells  []announce.Announcement
}

// change locks the meeting, runs f, and writes the announcements, the log and the sign to those who follow last.
func (s *Service) change(ctx context.Context, who access.Actor, id int64, f func(*change) error) error {
	return s.locked(ctx, who, `me.id = $1`, id, f)
}

// changeItem is change for the meeting that holds the item.
func (s *Service) changeItem(ctx context.Context, who access.Actor, itemID int64, f func(*change, Item) error) error {
	return s.locked(ctx, who, `me.id = (SELECT ai.meeting_id FROM agenda_items ai WHERE ai.id = $1)`, itemID, func(c *change) error {
		it, ok := c.rec.Item(itemID)
		if !ok {
			return fail.New(fail.NotFound, "error.not_found")
		}
		return f(c, it)
	})
}

func (s *Service) locked(ctx context.Context, who access.Actor, which string, id int64, f func(*change) error) error {
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		now := s.Clock.Now()
		rec, err := lock(ctx, tx, who, which, id, clock.DateOf(now))
		if err != nil {
			return err
		}
		c := &change{tx: tx, rec: rec, who: who, now: now}
		if err := f(c); err != nil {
			return err
		}
		if err := s.Announce.Announce(ctx, tx, c.tells...); err != nil {
			return err
		}
		if err := audit.Write(ctx, tx, who, now, c.events...); err != nil {
			return err
		}
		return c.signal(ctx)
	})
}

// signal raises what the meeting's followers have seen, and tells them to look again once the transaction is committed.
func (c *change) signal(ctx context.Context) error {
	return c.exec(ctx, `
		WITH seen AS (UPDATE meetings SET live_version = live_version + 1, changed_at = $1 WHERE id = $2 RETURNING org_id, id, live_version, status)
		SELECT pg_notify($3, concat_ws(' ', org_id, id, live_version, status)) FROM seen`, c.now, c.rec.ID, Channel)
}

func (c *change) today() clock.Date { return clock.DateOf(c.now) }

// log notes an event about the meeting and, when matterID is not zero, about the matter. detail are name, value pairs.
func (c *change) log(kind string, matterID int64, detail ...string) {
	d := map[string]string{"Group": c.rec.GroupName, "Date": c.rec.Day().String()}
	for i := 0; i+1 < len(detail); i += 2 {
		if detail[i+1] != "" {
			d[detail[i]] = detail[i+1]
		}
	}
	c.events = append(c.events, audit.Event{Kind: kind, MatterID: matterID, MeetingID: c.rec.ID, Detail: d})
}

func (c *change) tell(kind announce.Kind, subject int64, to []int64) {
	to = slices.DeleteFunc(slices.Clone(to), func(p int64) bool { return p == 0 || p == c.who.PersonID })
	if len(to) > 0 {
		c.tells = append(c.tells, announce.Announcement{Kind: kind, Subject: subject, MeetingID: c.rec.ID, To: to})
	}
}

func (c *change) exec(ctx context.Context, sql string, args ...any) error {
	_, err := c.tx.Exec(ctx, sql, args...)
	return err
}

// run refuses unless the actor is the group's chair or secretary and the meeting stands in one of the statuses.
func (c *change) run(statuses ...string) error {
	if !c.who.RunsMeetings(c.rec.GroupID) {
		return fail.New(fail.Forbidden, "meeting.error.not_runner")
	}
	if len(statuses) > 0 && !slices.Contains(statuses, c.rec.Status) {
		return fail.New(fail.Invalid, "meeting.error.status")
	}
	return nil
}

// treatment is the matter's record and its treatment in the item.
func (c *change) treatment(it Item) (matter.Record, matter.Item, error) {
	m, ok := c.rec.Matter(it.MatterID)
	if !ok {
		return matter.Record{}, matter.Item{}, fail.New(fail.Invalid, "meeting.error.no_matter")
	}
	t, _ := m.Item(it.ID)
	return m, t, nil
}

// checkText notes what is wrong with one text field: missing (said by missingKey, if any), too long, or holding a
// personnummer.
func checkText(f *fail.Form, name, text string, most int, missingKey string) {
	switch n := utf8.RuneCountInString(text); {
	case missingKey != "" && strings.TrimSpace(text) == "":
		f.Fields = append(f.Fields, fail.Field{Name: name, Key: missingKey})
	case n > most:
		f.Add(name, "error.too_long", "Max", most, "Over", n-most)
	case privacy.HasPersonnummer(text):
		f.Add(name, "error.personnummer")
	}
}

// versioned is the subject of an announcement about one version of a thing, so that each version is told of once.
func versioned(id int64, version int) int64 { return id<<12 | int64(version&0xfff) }
