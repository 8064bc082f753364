package meeting

import (
	"context"
	"fmt"
	"math"
	"slices"
	"time"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// MarkRead notes that the actor has opened the meeting's papers: the dispatch log's read receipt (handbook L10).
func (s *Service) MarkRead(ctx context.Context, who access.Actor, id int64) error {
	return s.MarkReadTo(ctx, who, id, math.MaxInt64)
}

// MarkReadTo is MarkRead of what had been sent when the actor saw the page: last is the newest dispatch there. What has
// come since stays unread.
func (s *Service) MarkReadTo(ctx context.Context, who access.Actor, id, last int64) error {
	if err := who.Require(access.MeetingRead); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.exec(ctx, `
			UPDATE dispatch_recipients dr SET read_at = $1 FROM dispatches d
			WHERE  d.id = dr.dispatch_id AND d.meeting_id = $2 AND dr.person_id = $3 AND d.id <= $4 AND dr.read_at IS NULL`, c.now, id, who.PersonID, last); err != nil {
			return err
		}
		if slices.ContainsFunc(c.rec.Recipients, func(x Recipient) bool {
			return x.Kind == "papers" && x.PersonID == who.PersonID && x.DispatchID > last && x.ReadAt == nil
		}) {
			return nil
		}
		return matter.FinishTasks(ctx, c.tx, s.Clock, matter.Done{Kind: matter.TaskReadPapers, MeetingID: id, PersonID: who.PersonID})
	})
}

// Unread lists the members who have not said that they have read their papers, each once, but for the one who asks.
func (r Record) Unread(asks int64) []Member {
	var all []Member
	for _, m := range r.MembersOn(r.Day()) {
		waits := slices.ContainsFunc(r.Recipients, func(x Recipient) bool { return x.Kind == "papers" && x.PersonID == m.PersonID && x.ReadAt == nil })
		if waits && m.PersonID != asks && !slices.ContainsFunc(all, func(y Member) bool { return y.PersonID == m.PersonID }) {
			all = append(all, m)
		}
	}
	return all
}

// RemindedOn is the last day on which those who had not read were reminded; zero: none.
func (r Record) RemindedOn() clock.Date {
	for _, d := range r.Dispatches { // newest first
		if d.Kind == "reminder" {
			return clock.DateOf(d.SentAt)
		}
	}
	return clock.Date{}
}

// Remind reminds those who have not said that they have read their papers, and nobody else, at most once a day.
func (s *Service) Remind(ctx context.Context, who access.Actor, id int64) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.run("planned"); err != nil {
			return err
		}
		to := c.rec.Unread(who.PersonID)
		switch {
		case !c.now.Before(c.rec.StartsAt):
			return fail.New(fail.Invalid, "meeting.error.begun")
		case len(to) == 0:
			return fail.New(fail.Invalid, "meeting.error.all_read")
		case c.rec.RemindedOn() == c.today():
			return fail.New(fail.Invalid, "meeting.error.reminded_today")
		}
		dispatch, err := c.dispatch(ctx, "reminder", "", to)
		if err != nil {
			return err
		}
		c.log("meeting.reminded", 0, "Count", fmt.Sprint(len(to)))
		c.tell(announce.Reminder, dispatch, people(to))
		return nil
	})
}

// SendAgain sends a dispatch once more to one of its recipients, whose mail did not come through. It stands in the log as
// a sending of its own.
func (s *Service) SendAgain(ctx context.Context, who access.Actor, id, dispatchID, personID int64) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.run("planned"); err != nil {
			return err
		}
		i := slices.IndexFunc(c.rec.Dispatches, func(d Dispatch) bool { return d.ID == dispatchID && d.Kind != "reminder" })
		var to []Member
		for _, x := range c.rec.Recipients {
			if x.DispatchID == dispatchID && x.PersonID == personID {
				to = append(to, Member{PersonID: personID, UnionID: x.UnionID})
			}
		}
		if i < 0 || len(to) == 0 {
			return fail.New(fail.NotFound, "error.not_found")
		}
		if !c.now.Before(c.rec.StartsAt) {
			return fail.New(fail.Invalid, "meeting.error.begun")
		}
		kind := c.rec.Dispatches[i].Kind
		again, err := c.dispatch(ctx, kind, "", to)
		if err != nil {
			return err
		}
		if err := c.exec(ctx, `
			INSERT INTO dispatch_papers (dispatch_id, item_id, matter_id, proposal_no)
			SELECT $1, item_id, matter_id, proposal_no FROM dispatch_papers WHERE dispatch_id = $2`, again, dispatchID); err != nil {
			return err
		}
		c.log("meeting.sent_again", 0, "Person", c.rec.nameOf(personID))
		c.tell(map[string]announce.Kind{"notice": announce.Notice, "papers": announce.Papers}[kind], again, []int64{personID})
		return nil
	})
}

func (r Record) nameOf(person int64) string {
	for _, m := range r.Members {
		if m.PersonID == person {
			return m.Name
		}
	}
	for _, a := range r.Attendance {
		if a.PersonID == person {
			return a.Name
		}
	}
	return ""
}

// Delivery is what became of one dispatch for one person.
type Delivery struct {
	DispatchID int64
	PersonID   int64
	Name       string
	Unions     string // for which organisations; "": for none
	ReadAt     *time.Time
	Mail       string // state of the mail; "": none, as when the person has no address
	Problem    string
	MailedAt   *time.Time
}

func queueDeliveries(b *db.Batch, dst *[]Delivery, id int64) {
	db.Many(b, dst, `
		SELECT dr.dispatch_id, dr.person_id, pe.name, coalesce(string_agg(DISTINCT un.name, ', '), '') AS unions, min(dr.read_at) AS read_at,
		       coalesce(m.state, '') AS mail, coalesce(m.problem, '') AS problem, m.sent_at AS mailed_at
		FROM   dispatches d JOIN dispatch_recipients dr ON dr.dispatch_id = d.id JOIN people pe ON pe.id = dr.person_id LEFT JOIN unions un ON un.id = dr.union_id
		LEFT   JOIN mails m ON m.person_id = dr.person_id AND m.subject_id = d.id AND m.meeting_id = d.meeting_id
		       AND m.kind IN ('notice', 'papers', 'moved', 'reminder')
		WHERE  d.meeting_id = $1
		GROUP  BY d.sent_at, d.id, dr.dispatch_id, dr.person_id, pe.id, m.id
		ORDER  BY d.sent_at DESC, d.id DESC, pe.sort_name COLLATE "sv-SE-x-icu"`, id)
}

// News is what has come to a person since they last said they had read: the items whose papers are new or changed.
// ok: they have read something before.
func (r Record) News(person int64) (news []Paper, ok bool) {
	read, had := map[int64]int{}, map[int64]bool{}
	for _, x := range r.Recipients {
		if x.Kind != "papers" || x.PersonID != person {
			continue
		}
		for _, p := range r.Papers {
			if p.DispatchID != x.DispatchID {
				continue
			}
			if x.ReadAt != nil {
				read[p.ItemID], ok = max(read[p.ItemID], p.No), true
			}
			had[p.DispatchID] = had[p.DispatchID] || x.ReadAt == nil
		}
	}
	for _, p := range r.Papers {
		if had[p.DispatchID] && p.No > read[p.ItemID] {
			p.Before = read[p.ItemID]
			news = slices.DeleteFunc(news, func(x Paper) bool { return x.ItemID == p.ItemID })
			news = append(news, p)
		}
	}
	return news, ok
}

// LastDispatch is the newest dispatch's id; 0: none.
func (r Record) LastDispatch() int64 {
	var last int64
	for _, d := range r.Dispatches {
		last = max(last, d.ID)
	}
	return last
}
