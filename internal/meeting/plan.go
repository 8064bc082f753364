package meeting

import (
	"context"
	"fmt"
	"time"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/booking"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/matter"
	"samverka/internal/organisation"
)

// PlanForm is what a chair or secretary says to plan a meeting.
type PlanForm struct {
	GroupID  int64
	StartsAt time.Time // zero: not understood
	EndsAt   time.Time // zero: two hours later
	Place    string
	Extra    bool
	Reason   string // why although a rule warned
	Why      string // a move: why the meeting moves
	Themes   []Theme
}

// Theme is something that the year plan proposes for the agenda.
type Theme struct{ Title, Class string }

func (p PlanForm) check(now time.Time) error {
	var f fail.Form
	checkText(&f, "place", p.Place, 200, "")
	switch {
	case p.GroupID == 0:
		f.Add("group", "meeting.error.group_needed")
	case p.StartsAt.IsZero():
		f.Add("date", "meeting.error.start_needed")
	case p.StartsAt.Before(now):
		f.Add("date", "meeting.error.start_past")
	}
	if !p.EndsAt.IsZero() && !p.EndsAt.After(p.StartsAt) {
		f.Add("ends", "meeting.error.ends_before")
	}
	return f.Err()
}

func (p PlanForm) warnings() []fail.Warning { return DayOff(p.StartsAt) }

// DayOff asks why a meeting lies on a day off.
func DayOff(t time.Time) []fail.Warning {
	if clock.DateOf(t).IsWorkingDay() {
		return nil
	}
	return []fail.Warning{{Key: "meeting.warn.day_off", Args: []any{"Date", clock.DateOf(t).String()}, Source: "Helgdagar, lag 1989:253"}}
}

// Plan puts a meeting of the group in the calendar, with the standing items on its agenda. Chair and secretary may.
// Refused: a start in the past, and one that overlaps another meeting of the group. A day off and clashes with other
// meetings, rooms and published times warn.
func (s *Service) Plan(ctx context.Context, who access.Actor, p PlanForm) (id int64, err error) {
	if err := who.Require(access.MeetingRun); err != nil {
		return 0, err
	}
	err = s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		id, err = PlanIn(ctx, tx, s.Clock, who, p)
		return err
	})
	return id, err
}

// extraAllowed refuses an extra meeting where the agreement knows none.
func extraAllowed(ctx context.Context, tx *db.OrgTx, p PlanForm, today clock.Date) error {
	if !p.Extra {
		return nil
	}
	a, err := organisation.AgreementOn(ctx, tx, today, organisation.Scope{GroupID: p.GroupID})
	if err != nil || a.ExtraMeetings {
		return err
	}
	var f fail.Form
	f.Add("extra", "meeting.error.no_extra")
	return f.Err()
}

// PlanIn is Plan as part of a larger operation, such as the publishing of a whole year's plan.
func PlanIn(ctx context.Context, tx *db.OrgTx, c clock.Clock, who access.Actor, p PlanForm) (id int64, err error) {
	now := c.Now()
	if err := p.check(now); err != nil {
		return 0, err
	}
	if !who.RunsMeetings(p.GroupID) {
		return 0, fail.New(fail.Forbidden, "meeting.error.not_runner")
	}
	if err := extraAllowed(ctx, tx, p, clock.DateOf(now)); err != nil {
		return 0, err
	}
	if p.EndsAt.IsZero() {
		p.EndsAt = p.StartsAt.Add(2 * time.Hour)
	}
	if err := hold(ctx, tx, p); err != nil {
		return 0, err
	}
	ws := p.warnings()
	if p.Reason == "" {
		clashes, err := booking.Clashes(ctx, tx, booking.Query{Starts: p.StartsAt, Ends: p.EndsAt, Place: p.Place, GroupID: p.GroupID})
		if err != nil {
			return 0, err
		}
		ws = append(ws, booking.Warnings(clashes)...)
	}
	if err := fail.NeedReason(p.Reason, ws); err != nil {
		return 0, err
	}
	if id, err = put(ctx, tx, who, p, now); err != nil {
		return 0, err
	}
	if err := matter.FollowNextMeeting(ctx, tx, 0, p.GroupID, clock.DateOf(p.StartsAt)); err != nil {
		return 0, err
	}
	return id, audit.Write(ctx, tx, who, now, audit.Event{Kind: "meeting.planned", MeetingID: id,
		Detail: map[string]string{"Date": clock.DateOf(p.StartsAt).String(), "Reason": p.Reason}})
}

// insert is what planning and moving have in common.
func insert(ctx context.Context, tx *db.OrgTx, who access.Actor, p PlanForm, now time.Time) (id int64, err error) {
	if err := hold(ctx, tx, p); err != nil {
		return 0, err
	}
	return put(ctx, tx, who, p, now)
}

// hold locks the group and refuses a time that overlaps another of its meetings.
func hold(ctx context.Context, tx *db.OrgTx, p PlanForm) error {
	var group int64
	var busy bool
	err := tx.QueryRow(ctx, `SELECT id FROM groups WHERE id = $1 AND closed_on IS NULL FOR UPDATE`, p.GroupID).Scan(&group)
	if err != nil {
		return fail.Wrap(fail.NotFound, err, "error.not_found")
	}
	err = tx.QueryRow(ctx, `SELECT EXISTS (SELECT FROM meetings WHERE group_id = $1 AND status <> 'cancelled' AND starts_at < $3 AND ends_at > $2)`,
		p.GroupID, p.StartsAt, p.EndsAt).Scan(&busy)
	if err != nil {
		return fmt.Errorf("looking for another meeting: %w", err)
	}
	if busy {
		return fail.New(fail.Conflict, "meeting.error.overlap")
	}
	return nil
}

func put(ctx context.Context, tx *db.OrgTx, who access.Actor, p PlanForm, now time.Time) (id int64, err error) {
	err = tx.QueryRow(ctx, `INSERT INTO meetings (group_id, starts_at, ends_at, place, extra, created_by, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
		p.GroupID, p.StartsAt, p.EndsAt, p.Place, p.Extra, who.PersonID, now).Scan(&id)
	if err != nil {
		return 0, fmt.Errorf("planning the meeting: %w", err)
	}
	if err := furnish(ctx, tx, id, p.GroupID, now); err != nil {
		return 0, err
	}
	return id, propose(ctx, tx, id, p.GroupID, p.Themes)
}

// propose puts the year plan's themes on a new agenda, each where its class comes.
func propose(ctx context.Context, tx *db.OrgTx, meetingID, groupID int64, themes []Theme) error {
	if len(themes) == 0 {
		return nil
	}
	t, err := templateOf(ctx, tx, groupID)
	if err != nil {
		return err
	}
	var b db.Batch
	for i, x := range themes {
		b.Exec(`INSERT INTO agenda_items (meeting_id, position, title, class, minutes_planned) VALUES ($1, $2, $3, $4, 10)`, meetingID, starts(t)[x.Class]+10*i, x.Title, x.Class)
	}
	if err := tx.Send(ctx, &b); err != nil {
		return fmt.Errorf("proposing the year plan's themes: %w", err)
	}
	return nil
}
