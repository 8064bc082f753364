package meeting

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/booking"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// cancel takes a meeting off. Calendars only heed news with a higher sequence.
const cancel = `UPDATE meetings SET status = 'cancelled', status_reason = $1, calendar_sequence = calendar_sequence + 1, version = version + 1 WHERE id = $2`

// Cancel calls the meeting off and tells those who were called.
func (s *Service) Cancel(ctx context.Context, who access.Actor, id int64, reason string) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	var f fail.Form
	checkText(&f, "reason", reason, 2000, "meeting.error.reason_needed")
	if err := f.Err(); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.run("planned"); err != nil {
			return err
		}
		c.log("meeting.cancelled", 0, "Reason", reason)
		c.tell(announce.Cancelled, id, c.rec.called())
		if err := c.endTasks(ctx); err != nil {
			return err
		}
		if err := c.exec(ctx, cancel, reason, id); err != nil {
			return err
		}
		return placeRequests(ctx, c.tx, c.rec.GroupID, c.now)
	})
}

// Move plans a new time for the meeting: the old one is marked as moved, and its agenda follows. Who was called to the old
// one is called to the new one by the same act, with one mail that says from when to when; who may not come that day is
// told that it is off for them. Papers have to go out again. Too few days before the new one is warned of, as for a
// notice. It returns the new meeting.
func (s *Service) Move(ctx context.Context, who access.Actor, id int64, p PlanForm) (newID int64, err error) {
	if err := who.Require(access.MeetingRun); err != nil {
		return 0, err
	}
	err = s.change(ctx, who, id, func(c *change) error {
		if err := c.run("planned"); err != nil {
			return err
		}
		p.GroupID, p.Extra = c.rec.GroupID, c.rec.Extra
		if err := cmp.Or(p.check(c.now), checkWhy(p.Why)); err != nil {
			return err
		}
		if p.EndsAt.IsZero() {
			p.EndsAt = p.StartsAt.Add(c.rec.EndsAt.Sub(c.rec.StartsAt))
		}
		ws, err := c.moveWarnings(ctx, p)
		if err != nil {
			return err
		}
		if err := fail.NeedReason(p.Reason, ws); err != nil {
			return err
		}
		why := cmp.Or(strings.TrimSpace(p.Why), p.Reason)
		if err := c.exec(ctx, cancel, why, id); err != nil {
			return err
		}
		if newID, err = insert(ctx, c.tx, who, p, c.now); err != nil {
			return err
		}
		c.log("meeting.moved", 0, "To", clock.DateOf(p.StartsAt).String(), "Reason", why)
		if err := c.moveItems(ctx, newID); err != nil {
			return err
		}
		if err := c.endTasks(ctx); err != nil || c.rec.NoticeAt == nil {
			return err
		}
		return s.recall(ctx, c, newID, p.Reason)
	})
	return newID, err
}

func checkWhy(why string) error {
	var f fail.Form
	checkText(&f, "why", why, 2000, "")
	return f.Err()
}

// moveWarnings ask why the new time lies on a day off, clashes, or leaves fewer days than a notice needs.
func (c *change) moveWarnings(ctx context.Context, p PlanForm) ([]fail.Warning, error) {
	clashes, err := booking.Clashes(ctx, c.tx, booking.Query{Starts: p.StartsAt, Ends: p.EndsAt, Place: p.Place, GroupID: p.GroupID, ExceptMeeting: c.rec.ID})
	if err != nil {
		return nil, err
	}
	ws := append(p.warnings(), booking.Warnings(clashes)...)
	if c.rec.NoticeAt != nil {
		moved := c.rec
		moved.StartsAt = p.StartsAt
		ws = append(ws, moved.noticeWarnings(c.today())...)
	}
	return ws, nil
}

// recall calls those whose mandates hold on the new day to the meeting that replaces this one.
func (s *Service) recall(ctx context.Context, c *change, newID int64, reason string) error {
	rec, err := load(ctx, c.tx, newID, c.today())
	if err != nil {
		return err
	}
	n := &change{tx: c.tx, rec: rec, who: c.who, now: c.now}
	to := rec.MembersOn(rec.Day())
	dispatch, err := s.call(ctx, n, to, reason)
	if err != nil {
		return err
	}
	before, after := c.rec.called(), people(to)
	in := func(ids []int64) func(int64) bool { return func(id int64) bool { return slices.Contains(ids, id) } }
	n.tell(announce.Moved, dispatch, slices.DeleteFunc(slices.Clone(before), func(id int64) bool { return !in(after)(id) }))
	n.tell(announce.Notice, dispatch, slices.DeleteFunc(after, in(before)))
	c.tell(announce.Cancelled, c.rec.ID, slices.DeleteFunc(before, in(people(to))))
	c.tells, c.events = append(c.tells, n.tells...), append(c.events, n.events...)
	return nil
}

// called lists those whom a notice has reached, each once.
func (r Record) called() []int64 {
	var ids []int64
	for _, x := range r.Recipients {
		if x.Kind == "notice" && !slices.Contains(ids, x.PersonID) {
			ids = append(ids, x.PersonID)
		}
	}
	return ids
}

// endTasks ends what the meeting asked of people.
func (c *change) endTasks(ctx context.Context) error {
	return c.exec(ctx, `UPDATE tasks SET done_at = $1 WHERE meeting_id = $2 AND done_at IS NULL`, c.now, c.rec.ID)
}

// moveItems lets the new meeting take over the old one's place in calendars, and its agenda.
func (c *change) moveItems(ctx context.Context, newID int64) error {
	var b db.Batch
	b.Exec(`UPDATE meetings SET moved_to = $1 WHERE id = $2`, newID, c.rec.ID)
	b.Exec(`UPDATE meetings me SET calendar_uid = old.calendar_uid, calendar_sequence = old.calendar_sequence FROM meetings old WHERE me.id = $1 AND old.id = $2`, newID, c.rec.ID)
	b.Exec(`INSERT INTO agenda_items (meeting_id, position, title, class, minutes_planned, matter_id, track_id, about, presenter_role, presenter_id, from_item_id, suggestion_id, secrecy)
		SELECT $1, position, title, class, minutes_planned, matter_id, track_id, about, presenter_role, presenter_id, from_item_id, suggestion_id, secrecy
		FROM agenda_items WHERE meeting_id = $2 AND class <> 'standing' AND request_id IS NULL`, newID, c.rec.ID)
	return c.tx.Send(ctx, &b)
}

// free refuses a time at which the group has another meeting than the one given.
func free(ctx context.Context, tx *db.OrgTx, groupID, except int64, starts, ends time.Time) error {
	var busy bool
	err := tx.QueryRow(ctx, `SELECT EXISTS (SELECT FROM meetings WHERE group_id = $1 AND id <> $2 AND status <> 'cancelled' AND starts_at < $4 AND ends_at > $3)`,
		groupID, except, starts, ends).Scan(&busy)
	if err != nil {
		return fmt.Errorf("looking for another meeting: %w", err)
	}
	if busy {
		return fail.New(fail.Conflict, "meeting.error.overlap")
	}
	return nil
}

// PlaceForm is another place or another end for a meeting that stays on its day.
type PlaceForm struct {
	Place string
	Ends  string // time of day, "15:00"; "": as before
}

// read is the new end; what cannot be understood is noted.
func (p PlaceForm) read(f *fail.Form, r Record) time.Time {
	if p.Ends == "" {
		return r.EndsAt
	}
	hour, minute, err := clock.ParseTime(p.Ends)
	if err != nil {
		f.Fields = append(f.Fields, fail.Field{Name: "ends", Key: "meeting.error.time"})
		return r.EndsAt
	}
	ends := r.Day().At(hour, minute)
	if !ends.After(r.StartsAt) {
		f.Fields = append(f.Fields, fail.Field{Name: "ends", Key: "meeting.error.ends_before"})
	}
	return ends
}

// SetPlace changes where the meeting is held and when it ends, and tells those who were called, if anything changed.
func (s *Service) SetPlace(ctx context.Context, who access.Actor, id int64, p PlaceForm) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.run("planned"); err != nil {
			return err
		}
		p.Place = strings.TrimSpace(p.Place)
		var f fail.Form
		checkText(&f, "place", p.Place, 200, "")
		ends := p.read(&f, c.rec)
		if err := f.Err(); err != nil {
			return err
		}
		if p.Place == c.rec.Place && ends.Equal(c.rec.EndsAt) {
			return nil
		}
		if err := free(ctx, c.tx, c.rec.GroupID, id, c.rec.StartsAt, ends); err != nil {
			return err
		}
		c.log("meeting.place_changed", 0, "Place", p.Place, "Before", c.rec.Place)
		c.tell(announce.Updated, versioned(id, c.rec.CalendarSequence+1), c.rec.called())
		return c.exec(ctx, `UPDATE meetings SET place = $1, ends_at = $2, calendar_sequence = calendar_sequence + 1, version = version + 1 WHERE id = $3`, p.Place, ends, id)
	})
}
