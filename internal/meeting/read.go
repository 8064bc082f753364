package meeting

import (
	"context"
	"fmt"
	"time"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// Page is everything that the meeting's pages show, read in one round trip.
type Page struct {
	Record
	Now    time.Time
	Events []audit.Entry // newest first
}

// Get reads one meeting. NotFound when the actor may not know of it.
func (s *Service) Get(ctx context.Context, who access.Actor, id int64) (Page, error) {
	if err := who.Require(access.MeetingRead); err != nil {
		return Page{}, err
	}
	p := Page{Now: s.Clock.Now()}
	var b db.Batch
	where, args := Visible(who, 2)
	done := p.Record.queue(&b, id, where, args, clock.DateOf(p.Now))
	if who.May(access.EventsRead) {
		audit.QueueMeeting(&b, &p.Events, id, 100)
	}
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return Page{}, err
	}
	done()
	return p, nil
}

// Row is one meeting in the list.
type Row struct {
	Meeting
	Matters      int        // on the agenda
	MinutesState string     // status of the minutes; "": none
	MinutesDue   clock.Date // zero: none
}

// Filter narrows the list of meetings.
type Filter struct {
	Past    bool  // before today, newest first; otherwise from today, next first
	GroupID int64 // 0: any
	Minutes bool  // only meetings with minutes
	After   int64 // keyset: the last row's id of the page before; 0: the first page
}

// PageSize is the number of meetings on one page of the list.
const PageSize = 25

// List is one page of the meetings that the actor may know of; more reports whether there are further ones. groups are
// those for which the actor may plan meetings.
func (s *Service) List(ctx context.Context, who access.Actor, f Filter) (rows []Row, groups []Group, more bool, err error) {
	if err := who.Require(access.MeetingRead); err != nil {
		return nil, nil, false, err
	}
	where, args := Visible(who, 1)
	p := func(v any) string {
		args = append(args, v)
		return fmt.Sprintf("$%d", len(args))
	}
	order, cmp := "ASC", ">"
	if f.Past {
		order, cmp = "DESC", "<"
		where += " AND me.starts_at < " + p(clock.Today(s.Clock).Start())
	} else {
		where += " AND me.starts_at >= " + p(clock.Today(s.Clock).Start())
	}
	if f.GroupID != 0 {
		where += " AND me.group_id = " + p(f.GroupID)
	}
	if f.Minutes {
		where += " AND EXISTS (SELECT FROM minutes mi WHERE mi.meeting_id = me.id)"
	}
	if f.After != 0 {
		where += fmt.Sprintf(" AND (me.starts_at, me.id) %s (SELECT starts_at, id FROM meetings WHERE id = %s)", cmp, p(f.After))
	}
	var b db.Batch
	db.Many(&b, &rows, fmt.Sprintf(`SELECT `+meetingColumns+`,
		(SELECT count(*) FROM agenda_items ai WHERE ai.meeting_id = me.id AND ai.matter_id IS NOT NULL) AS matters,
		coalesce((SELECT mi.status FROM minutes mi WHERE mi.meeting_id = me.id), '') AS minutes_state,
		(SELECT mi.due_on FROM minutes mi WHERE mi.meeting_id = me.id) AS minutes_due`+fromMeetings+`
		WHERE %s ORDER BY me.starts_at %s, me.id %s LIMIT %d`, where, order, order, PageSize+1), args...)
	db.Many(&b, &groups, `SELECT id, name, level FROM groups WHERE id = ANY ($1) AND closed_on IS NULL ORDER BY name COLLATE "sv-SE-x-icu"`, runs(who))
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return nil, nil, false, err
	}
	if len(rows) > PageSize {
		rows, more = rows[:PageSize], true
	}
	return rows, groups, more, nil
}

// Group is one for which the actor may plan meetings.
type Group struct {
	ID    int64
	Name  string
	Level string
}

func runs(who access.Actor) []int64 {
	var ids []int64
	for _, g := range who.Groups() {
		if who.RunsMeetings(g) {
			ids = append(ids, g)
		}
	}
	return ids
}

// ItemRef finds the meeting of a matter's open treatment in which the actor's union may take a position; for the
// position page, which starts from the matter.
func (s *Service) ItemRef(ctx context.Context, who access.Actor, matterID int64) (meetingID, itemID int64, err error) {
	if err := who.Require(access.UnionSpeak); err != nil {
		return 0, 0, err
	}
	type ref struct{ MeetingID, ID int64 }
	var refs []ref
	var b db.Batch
	db.Many(&b, &refs, `
		SELECT ai.meeting_id, ai.id FROM agenda_items ai JOIN meetings me ON me.id = ai.meeting_id
		WHERE  ai.matter_id = $1 AND ai.class = 'before_decision' AND me.group_id = ANY ($2) AND me.status <> 'cancelled'
		ORDER  BY ai.status = 'open' AND me.status = 'open' DESC, me.starts_at DESC LIMIT 1`, matterID, who.Groups())
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return 0, 0, err
	}
	if len(refs) == 0 {
		return 0, 0, fail.New(fail.NotFound, "error.not_found")
	}
	return refs[0].MeetingID, refs[0].ID, nil
}
