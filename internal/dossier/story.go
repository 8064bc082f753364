package dossier

import (
	"context"
	"slices"
	"strconv"
	"time"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/matter"
	"samverka/internal/meeting"
)

// Service tells matters, and notes to whom they were given out.
type Service struct {
	DB      *db.DB
	Clock   clock.Clock
	Matter  *matter.Service
	Meeting *meeting.Service
}

// Event is one event of the log, with its link in the chain.
type Event struct {
	audit.Entry
	MeetingID int64
	Hash      string // SHA-256 in hexadecimal, of the event and of all before it
}

// Presence is somebody who took part in a meeting, or was called and did not.
type Presence struct {
	MeetingID int64
	Name      string
	Role      string   // chair, or the mandate's role; "": guest
	Unions    []string // whom the person spoke for
	Presence  string   // in_person, remote, absent
	ArrivedAt *time.Time
	LeftAt    *time.Time
	Replaces  string
}

// At reports whether the person was there at some time between from and to; a zero time sets no limit.
func (p Presence) At(from, to *time.Time) bool {
	return p.Presence != "absent" && (to == nil || p.ArrivedAt == nil || !p.ArrivedAt.After(*to)) && (from == nil || p.LeftAt == nil || p.LeftAt.After(*from))
}

// Story is all that happened in a matter, as its reader may see it.
type Story struct {
	matter.Aftermath
	Now     time.Time
	Stands  matter.State // where the matter stands; "": that is not told
	Events  []Event      // oldest first
	Present []Presence   // at meetings that the reader may open, by name
	Open    []int64      // meetings that the reader may open
	Minutes []int64      // those of them with minutes that the reader may open
}

// whole are the events about a meeting as a whole that belong to the story of each matter on its agenda.
var whole = []string{"meeting.notice_sent", "meeting.opened", "meeting.closed", "meeting.cancelled", "meeting.moved", "meeting.extra_accepted", "meeting.extra_refused",
	"meeting.minutes_sent", "meeting.minutes_changed", "meeting.minutes_objected", "meeting.minutes_maintained", "meeting.minutes_final"}

const itsMeetings = `(SELECT ai.meeting_id FROM agenda_items ai WHERE ai.matter_id = $1)`

// Story reads a matter's story. NotFound when the actor may not know of the matter.
func (s *Service) Story(ctx context.Context, who access.Actor, id int64) (Story, error) {
	if err := who.Require(access.MatterRead); err != nil {
		return Story{}, err
	}
	st := Story{Now: s.Clock.Now()}
	var b db.Batch
	where, args := matter.Visible(who, 2)
	assemble := matter.Queue(&b, `SELECT m.id FROM matters m WHERE m.id = $1 AND `+where, slices.Concat([]any{id}, args), clock.DateOf(st.Now))
	st.Aftermath.Queue(&b, id)
	seen, seeing := meeting.Visible(who, 2)
	mine := slices.Concat([]any{id}, seeing)
	db.Many(&b, &st.Events, `
		SELECT e.seq, e.at, coalesce(p.name, '') AS person_name, e.role, e.kind, t.detail, coalesce(e.meeting_id, 0) AS meeting_id, encode(e.hash, 'hex') AS hash
		FROM   events e JOIN event_texts t ON t.org_id = e.org_id AND t.seq = e.seq LEFT JOIN people p ON p.org_id = e.org_id AND p.id = e.person_id
		WHERE  e.matter_id = $1 OR e.matter_id IS NULL AND e.kind = ANY ($`+strconv.Itoa(len(mine)+1)+`) AND e.meeting_id IN `+itsMeetings+`
		AND    (e.kind = 'meeting.notice_sent' OR EXISTS (SELECT FROM meetings me WHERE me.id = e.meeting_id AND `+seen+`))
		ORDER  BY e.seq`, append(slices.Clone(mine), any(whole))...)
	db.Many(&b, &st.Present, `
		SELECT at.meeting_id, pe.name, CASE WHEN g.chair_id = pe.id THEN 'chair' ELSE coalesce(min(ma.role), '') END AS role, at.presence, at.arrived_at, at.left_at,
		       coalesce(re.name, '') AS replaces, coalesce(array_agg(DISTINCT un.name) FILTER (WHERE un.name IS NOT NULL), '{}') AS unions
		FROM   attendances at JOIN meetings me ON me.id = at.meeting_id JOIN groups g ON g.id = me.group_id JOIN people pe ON pe.id = at.person_id
		LEFT   JOIN people re ON re.id = at.replaces_id
		LEFT   JOIN mandates ma ON ma.group_id = me.group_id AND ma.person_id = pe.id AND ma.valid_from <= (me.starts_at AT TIME ZONE 'Europe/Stockholm')::date
		       AND (ma.valid_until IS NULL OR ma.valid_until >= (me.starts_at AT TIME ZONE 'Europe/Stockholm')::date)
		LEFT   JOIN unions un ON un.id = ma.union_id
		WHERE  me.id IN `+itsMeetings+` AND `+seen+`
		GROUP  BY at.meeting_id, pe.id, pe.name, pe.sort_name, g.chair_id, at.presence, at.arrived_at, at.left_at, re.name
		ORDER  BY at.meeting_id, g.chair_id = pe.id DESC, pe.sort_name COLLATE "sv-SE-x-icu"`, mine...)
	db.Scalars(&b, &st.Open, `SELECT me.id FROM meetings me WHERE me.id IN `+itsMeetings+` AND `+seen+` ORDER BY me.starts_at, me.id`, mine...)
	db.Scalars(&b, &st.Minutes, `SELECT me.id FROM meetings me JOIN minutes mi ON mi.meeting_id = me.id WHERE me.id IN `+itsMeetings+` AND `+seen+` ORDER BY me.starts_at, me.id`, mine...)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return Story{}, err
	}
	rs := assemble()
	if len(rs) == 0 {
		return Story{}, fail.New(fail.NotFound, "error.not_found")
	}
	st.Record = rs[0]
	st.Stands = st.State(st.Now)
	st.withhold()
	return st, nil
}

// withhold leaves out of what is told of meetings that the reader may not open what stands on their own pages only.
func (st *Story) withhold() {
	for i, e := range st.Events {
		if e.MeetingID != 0 && !slices.Contains(st.Open, e.MeetingID) && !onMatter(e.Kind) {
			st.Events[i].Detail = only(e.Detail, append(slices.Clone(plain), "Title", "Class")...)
		}
	}
}

// onMatter reports whether the matter's own page says all that the event does: what each organisation said, and why a
// treatment was tabled.
func onMatter(kind string) bool {
	return kind == "meeting.position" || kind == "meeting.position_recorded" || kind == "meeting.position_confirmed" || kind == "meeting.item_tabled"
}

// MayOpen reports whether the reader may open the meeting.
func (st Story) MayOpen(meetingID int64) bool { return slices.Contains(st.Open, meetingID) }

// There are those who were there while the matter was treated.
func (st Story) There(it matter.Item, ended *time.Time) []Presence {
	return slices.DeleteFunc(slices.Clone(st.Present), func(p Presence) bool { return p.MeetingID != it.MeetingID || !p.At(it.OpenedAt, ended) })
}

// Last is the newest event of the log in the story that is no disclosure of it; 0: none.
func (st Story) Last() int64 {
	for _, e := range slices.Backward(st.Events) {
		if SortOf(e.Kind) != Given {
			return e.Seq
		}
	}
	return 0
}

// only are the details with the names.
func only(detail map[string]string, names ...string) map[string]string {
	kept := map[string]string{}
	for _, n := range names {
		if v := detail[n]; v != "" {
			kept[n] = v
		}
	}
	return kept
}
