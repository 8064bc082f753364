package meeting

import (
	"context"
	"fmt"
	"strings"
	"time"

	"samverka/internal/access"
	"samverka/internal/action"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// Choice is a matter that the actor may put on the agenda.
type Choice struct {
	ID      int64
	Number  string
	Title   string
	Planned bool // the group is part of its plan
}

// choiceRows is how many matters one page offers; the rest are set up from the matter's own page.
const choiceRows = 50

// ShowPage is what the meeting's own page shows.
type ShowPage struct {
	Page
	Choices    []Choice        // matters that the actor may put on the agenda
	Deliveries []Delivery      // what became of each dispatch, for whoever runs the meeting
	Earlier    []action.Action // the åtgärdslista that the meeting begins with
	MovedFrom  []time.Time     // when it was to begin before it was moved, the last first
}

// Show is Get with the matters that the actor may put on the agenda: one's own, and to whom runs the meeting those whose
// plan holds the group. NotFound when the actor may not know of the meeting.
func (s *Service) Show(ctx context.Context, who access.Actor, id int64) (ShowPage, error) {
	if err := who.Require(access.MeetingRead); err != nil {
		return ShowPage{}, err
	}
	p := ShowPage{Page: Page{Now: s.Clock.Now()}}
	var b db.Batch
	where, args := Visible(who, 2)
	done := p.Record.queue(&b, id, where, args, clock.DateOf(p.Now))
	if who.May(access.EventsRead) {
		audit.QueueMeeting(&b, &p.Events, id, 100)
	}
	db.Scalars(&b, &p.MovedFrom, `SELECT old.starts_at FROM meetings me JOIN meetings old ON old.group_id = me.group_id AND old.moved_to = me.id WHERE me.id = $1`, id)
	if who.May(access.MeetingRun) {
		queueDeliveries(&b, &p.Deliveries, id)
	}
	action.Queue(&b, &p.Earlier, action.Earlier, id)
	if who.May(access.MeetingSetUp) {
		queueChoices(&b, &p.Choices, who, id)
	}
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return ShowPage{}, err
	}
	done()
	if !who.RunsMeetings(p.GroupID) {
		p.Deliveries = nil
	}
	return p, nil
}

// MinutesList is one page of the meetings with minutes that the actor may know of, newest first; more reports whether
// there are older ones. after is the last row's id of the page before; 0: the first page.
func (s *Service) MinutesList(ctx context.Context, who access.Actor, after int64) (rows []Row, more bool, err error) {
	if err := who.Require(access.MeetingRead); err != nil {
		return nil, false, err
	}
	where, args := Visible(who, 1)
	if who.Role == access.Employee { // from the day on which they may read them
		args = append(args, clock.Today(s.Clock))
		where += fmt.Sprintf(" AND coalesce(mm.published_on <= $%d, true)", len(args))
	}
	if after != 0 {
		args = append(args, after)
		where += fmt.Sprintf(" AND (me.starts_at, me.id) < (SELECT starts_at, id FROM meetings WHERE id = $%d)", len(args))
	}
	var b db.Batch
	db.Many(&b, &rows, fmt.Sprintf(`SELECT `+meetingColumns+`,
		(SELECT count(*) FROM agenda_items ai WHERE ai.meeting_id = me.id AND ai.matter_id IS NOT NULL) AS matters,
		mm.status AS minutes_state, mm.due_on AS minutes_due`+fromMeetings+` JOIN minutes mm ON mm.meeting_id = me.id
		WHERE %s ORDER BY me.starts_at DESC, me.id DESC LIMIT %d`, where, PageSize+1), args...)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return nil, false, err
	}
	if len(rows) > PageSize {
		return rows[:PageSize], true, nil
	}
	return rows, false, nil
}

// FindGuest finds the one person whose name or e-mail address is written, for the attendance list. Invalid when nobody is,
// or when several are: then the address tells them apart.
func (s *Service) FindGuest(ctx context.Context, who access.Actor, written string) (personID int64, err error) {
	if err := who.Require(access.MeetingRun); err != nil {
		return 0, err
	}
	var ids []int64
	var b db.Batch
	db.Scalars(&b, &ids, `SELECT id FROM people WHERE closed_on IS NULL AND (lower(name) = lower($1) OR lower(email) = lower($1)) LIMIT 2`, strings.TrimSpace(written))
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return 0, err
	}
	var f fail.Form
	switch len(ids) {
	case 1:
		return ids[0], nil
	case 0:
		f.Add("guest", "meeting.error.guest_unknown")
	default:
		f.Add("guest", "meeting.error.guest_several")
	}
	return 0, f.Err()
}

// Uncalled lists the members on the meeting's day that no notice has reached.
func (r Record) Uncalled() []Member { return r.uncalled() }

// PaperItems are the agenda's matters that have papers, or need them.
func (r Record) PaperItems() []Item { return r.paperItems() }

// Paperless lists the members who lack the standing version of some item's papers.
func (r Record) Paperless() []Member { return r.paperless(r.paperItems()) }

// Answered is the union's newest answer about late papers to the item; ok: there is one.
func (r Record) Answered(it Item, unionID int64) (accepted, ok bool) {
	m, _ := r.Matter(it.MatterID)
	for _, a := range m.Answers {
		if a.ItemID == it.ID && a.UnionID == unionID {
			return a.Accepted, true
		}
	}
	return false, false
}

// Position is the union's standing position in the item; ok: there is one.
func (r Record) Position(it Item, unionID int64) (p matter.Position, ok bool) {
	m, _ := r.Matter(it.MatterID)
	for _, x := range m.Positions {
		if x.ItemID == it.ID && x.UnionID == unionID {
			return x, true
		}
	}
	return matter.Position{}, false
}

// Runs lists the groups for which the actor may plan meetings.
func (s *Service) Runs(ctx context.Context, who access.Actor) (groups []Group, err error) {
	if err := who.Require(access.MeetingRun); err != nil {
		return nil, err
	}
	var b db.Batch
	db.Many(&b, &groups, `SELECT id, name, level FROM groups WHERE id = ANY ($1) AND closed_on IS NULL ORDER BY name COLLATE "sv-SE-x-icu"`, runs(who))
	return groups, s.DB.ReadOrg(ctx, who.OrgID, &b)
}
