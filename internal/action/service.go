package action

import (
	"context"
	"fmt"
	"strings"
	"time"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// Service carries out what people say about an action, wherever it comes from.
type Service struct {
	DB    *db.DB
	Clock clock.Clock
}

// Page is one action for somebody whom it concerns.
type Page struct {
	Action
	May    May
	People []Person // who may be asked, for those who may hand it on
	Today  clock.Date
}

// Get reads an action. NotFound for those whom it does not concern.
func (s *Service) Get(ctx context.Context, who access.Actor, id int64) (Page, error) {
	if err := who.Require(access.TaskFinish); err != nil {
		return Page{}, err
	}
	p := Page{Today: clock.Today(s.Clock)}
	var all []Action
	var b db.Batch
	Queue(&b, &all, `WHERE ac.id = $1`, id)
	db.Many(&b, &p.People, doers(`(SELECT matter_id FROM actions WHERE id = $1)`, `(SELECT meeting_id FROM actions WHERE id = $1)`, `(SELECT followup_id FROM actions WHERE id = $1)`, `$2`), id, p.Today)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return Page{}, fmt.Errorf("reading action %d: %w", id, err)
	}
	if len(all) == 0 || !all[0].Concerns(who) {
		return Page{}, fail.New(fail.NotFound, "error.not_found")
	}
	p.Action, p.May = all[0], all[0].May(who)
	return p, nil
}

// Finish says that an action is done, and what came of it. Conflict when somebody changed it meanwhile.
func (s *Service) Finish(ctx context.Context, who access.Actor, id int64, result string, version int) error {
	var f fail.Form
	checkText(&f, "result", result, 2000, "")
	if err := f.Err(); err != nil {
		return err
	}
	return s.change(ctx, who, id, version, func(c *change) error {
		if err := c.CanFinish(who); err != nil {
			return err
		}
		c.log("action.done", "Result", result)
		return Finish(ctx, c.tx, who, c.now, c.Action, result)
	})
}

// Move moves an action to another day, with the reason.
func (s *Service) Move(ctx context.Context, who access.Actor, id int64, due clock.Date, why string, version int) error {
	var f fail.Form
	checkText(&f, "why", why, 1000, "matter.error.reason_needed")
	if due.IsZero() {
		f.Add("due", "action.error.date")
	}
	if err := f.Err(); err != nil {
		return err
	}
	return s.change(ctx, who, id, version, func(c *change) error {
		if err := c.CanMove(who, due, clock.DateOf(c.now)); err != nil {
			return err
		}
		c.log("action.moved", "Due", due.String(), "Reason", why)
		return c.set(ctx, `first_due_on = coalesce(first_due_on, due_on), due_on = $1, replanned = $2`, due, strings.TrimSpace(why))
	})
}

// Give asks somebody else to do it, with the reason.
func (s *Service) Give(ctx context.Context, who access.Actor, id, person int64, why string, version int) error {
	var f fail.Form
	checkText(&f, "reason_given", why, 1000, "matter.error.reason_needed")
	if err := f.Err(); err != nil {
		return err
	}
	return s.change(ctx, who, id, version, func(c *change) error {
		var doers []Person
		var b db.Batch
		QueueDoers(&b, &doers, Place{MatterID: c.MatterID, MeetingID: c.MeetingID, FollowupID: c.FollowupID}, clock.DateOf(c.now))
		if err := c.tx.Send(ctx, &b); err != nil {
			return err
		}
		if err := c.CanGive(who, person, doers); err != nil {
			return err
		}
		to, _ := find(doers, person)
		role := to.Role()
		if c.Planned() {
			role = access.Manager
		}
		c.log("action.given", "Name", to.Name, "Reason", why)
		return c.set(ctx, `first_person_id = coalesce(first_person_id, person_id), person_id = $1, replanned = $2, role = $5`, person, strings.TrimSpace(why), string(role))
	})
}

// change is one write to an action in the making.
type change struct {
	Action
	tx     *db.OrgTx
	now    time.Time
	events []audit.Event
}

func (s *Service) change(ctx context.Context, who access.Actor, id int64, version int, f func(*change) error) error {
	if err := who.Require(access.TaskFinish); err != nil {
		return err
	}
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		c := &change{tx: tx, now: s.Clock.Now()}
		var all []Action
		var b db.Batch
		b.Exec(`SELECT FROM actions WHERE id = $1 FOR UPDATE`, id)
		Queue(&b, &all, `WHERE ac.id = $1`, id)
		if err := tx.Send(ctx, &b); err != nil {
			return err
		}
		if len(all) == 0 {
			return fail.New(fail.NotFound, "error.not_found")
		}
		c.Action = all[0]
		if version != 0 {
			c.Version = version
		}
		if err := f(c); err != nil {
			return err
		}
		return audit.Write(ctx, tx, who, c.now, c.events...)
	})
}

// set changes the row, unless somebody else was first, and its task with it. $3 and $4 are taken.
func (c *change) set(ctx context.Context, columns string, args ...any) error {
	args = append(args[:2:2], append([]any{c.ID, c.Version}, args[2:]...)...)
	if err := c.tx.Exec1(ctx, `UPDATE actions SET `+columns+`, version = version + 1 WHERE id = $3 AND version = $4`, args...); err != nil {
		return err
	}
	return retask(ctx, c.tx, c.now, `ac.id = $1`, c.ID)
}

// log notes an event about the action, in the matter's history and in the meeting's.
func (c *change) log(kind string, detail ...string) {
	d := map[string]string{"What": c.What}
	for i := 0; i+1 < len(detail); i += 2 {
		if detail[i+1] != "" {
			d[detail[i]] = detail[i+1]
		}
	}
	if c.MeetingID != 0 {
		d["Group"], d["Date"] = c.GroupName, clock.DateOf(*c.StartsAt).String()
	}
	if c.FollowupID != 0 {
		d["Group"] = c.GroupName
	}
	c.events = append(c.events, audit.Event{Kind: kind, MatterID: c.MatterID, MeetingID: c.MeetingID, Detail: d})
}
