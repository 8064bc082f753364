package meeting

import (
	"context"
	"fmt"
	"slices"
	"time"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/matter"
	"samverka/internal/organisation"
)

// Regrouping is what ending a group means: its open matters, its coming meetings, and the unions that would be left out.
type Regrouping struct {
	Group      organisation.Link
	ClosedOn   clock.Date // when it already has ended
	Version    string
	Successors []organisation.Link
	To         organisation.Link // the successor looked at; ID 0: none chosen
	Matters    []matter.Record
	Meetings   []ComingMeeting
	Unions     []string // with a mandate in the group, and none in the successor
	Now        time.Time
}

// ComingMeeting is one that the group has planned.
type ComingMeeting struct {
	ID       int64
	StartsAt time.Time
	Called   bool    // a notice has gone out: it is held, or called off, as it is
	Matters  []int64 // on its agenda
}

// regrouping queues what ending the group means; $1 is the group, $2 the successor.
func (s *Service) queueRegrouping(b *db.Batch, r *Regrouping, group, to int64) func() error {
	today := clock.DateOf(r.Now)
	type head struct {
		ID       int64
		Name     string
		ClosedOn clock.Date
		Version  string
	}
	var g head
	var chosen []organisation.Link
	db.One(b, &g, fail.New(fail.NotFound, "error.not_found"), `SELECT id, name, closed_on, xmin::text AS version FROM groups WHERE id = $1`, group)
	db.Many(b, &r.Successors, `SELECT id, name FROM groups WHERE id <> $1 AND (closed_on IS NULL OR closed_on > $2) ORDER BY name COLLATE "sv-SE-x-icu" LIMIT 1000`, group, today)
	db.Many(b, &chosen, `SELECT id, name FROM groups WHERE id = $1 AND id <> $2 AND (closed_on IS NULL OR closed_on > $3)`, to, group, today)
	assemble := matter.Queue(b, matter.Owed, []any{group}, today)
	db.Many(b, &r.Meetings, `
		SELECT me.id, me.starts_at, EXISTS (SELECT FROM dispatches d WHERE d.meeting_id = me.id) AS called,
		       ARRAY(SELECT ai.matter_id FROM agenda_items ai WHERE ai.meeting_id = me.id AND ai.matter_id IS NOT NULL ORDER BY 1) AS matters
		FROM   meetings me WHERE me.group_id = $1 AND me.status = 'planned' AND me.starts_at >= $2 ORDER BY me.starts_at LIMIT 200`, group, r.Now)
	const holds = `ma.valid_from <= $3 AND (ma.valid_until IS NULL OR ma.valid_until >= $3)`
	db.Scalars(b, &r.Unions, `
		SELECT DISTINCT un.name FROM mandates ma JOIN unions un ON un.id = ma.union_id WHERE ma.group_id = $1 AND `+holds+` AND $2::bigint <> 0
		AND    NOT EXISTS (SELECT FROM mandates x WHERE x.group_id = $2 AND x.union_id = ma.union_id AND x.valid_from <= $3 AND (x.valid_until IS NULL OR x.valid_until >= $3))
		ORDER  BY 1`, group, to, today)
	return func() error {
		r.Group, r.ClosedOn, r.Version = organisation.Link{ID: g.ID, Name: g.Name}, g.ClosedOn, g.Version
		if to != 0 && len(chosen) == 0 {
			return fail.New(fail.NotFound, "error.not_found")
		}
		if len(chosen) > 0 {
			r.To = chosen[0]
		}
		r.Matters = slices.DeleteFunc(assemble(), func(m matter.Record) bool { return !m.OwedBy(group) })
		return nil
	}
}

// TreatedOn is the day of the first called meeting that has the matter on its agenda; zero: none.
func (r Regrouping) TreatedOn(matterID int64) clock.Date {
	for _, m := range r.Meetings {
		if m.Called && slices.Contains(m.Matters, matterID) {
			return clock.DateOf(m.StartsAt)
		}
	}
	return clock.Date{}
}

// Regrouping reads what ending the group means, with the successor to look at; 0: none yet. NotFound for groups that are
// not there, or not open.
func (s *Service) Regrouping(ctx context.Context, who access.Actor, group, to int64) (Regrouping, error) {
	if err := who.Require(access.GroupEnd); err != nil {
		return Regrouping{}, err
	}
	r := Regrouping{Now: s.Clock.Now()}
	var b db.Batch
	finish := s.queueRegrouping(&b, &r, group, to)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return Regrouping{}, err
	}
	return r, finish()
}

// RegroupForm says what goes where when a group ends.
type RegroupForm struct {
	To       int64
	On       clock.Date // from which day the group is closed
	Matters  []int64
	Meetings []int64
	Version  string
	Reason   string // why although a union is left out
}

// Regroup ends the group and lets its successor go on with the matters and meetings chosen, all or nothing. A matter on the
// agenda of a meeting that moves goes along. Conflict when the group has changed since it was looked at. Warned of: unions
// without a mandate in the successor.
func (s *Service) Regroup(ctx context.Context, who access.Actor, group int64, f RegroupForm) error {
	if err := who.Require(access.GroupEnd); err != nil {
		return err
	}
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		r := Regrouping{Now: s.Clock.Now()}
		var b db.Batch
		finish := s.queueRegrouping(&b, &r, group, f.To)
		if err := tx.Send(ctx, &b); err != nil {
			return err
		}
		if err := finish(); err != nil {
			return err
		}
		if err := r.check(f); err != nil {
			return err
		}
		return s.regroup(ctx, tx, who, r, f)
	})
}

func (r Regrouping) check(f RegroupForm) error {
	var bad fail.Form
	if r.To.ID == 0 {
		bad.Add("to", "paths.error.successor_needed")
	}
	if f.On.IsZero() && r.ClosedOn.IsZero() {
		bad.Add("on", "matter.error.date_needed")
	}
	for _, id := range f.Meetings {
		i := slices.IndexFunc(r.Meetings, func(m ComingMeeting) bool { return m.ID == id })
		if i < 0 || r.Meetings[i].Called {
			bad.Add("meetings", "paths.error.meeting_called")
			break
		}
	}
	if err := bad.Err(); err != nil {
		return err
	}
	if f.Version != r.Version {
		return fail.New(fail.Conflict, "organisation.error.changed_meanwhile")
	}
	var ws []fail.Warning
	for _, u := range r.Unions {
		ws = append(ws, fail.Warning{Key: "paths.warn.union_without_mandate", Args: []any{"Union", u, "Group", r.To.Name}, Source: "MBL 11 §; handboken 2"})
	}
	return fail.NeedReason(f.Reason, ws)
}

// goAlong are the matters chosen and those on the agendas of the meetings that move.
func (r Regrouping) goAlong(f RegroupForm) []int64 {
	chosen := slices.Clone(f.Matters)
	for _, m := range r.Meetings {
		if slices.Contains(f.Meetings, m.ID) {
			chosen = append(chosen, m.Matters...)
		}
	}
	var ids []int64
	for _, m := range r.Matters {
		if slices.Contains(chosen, m.ID) {
			ids = append(ids, m.ID)
		}
	}
	return ids
}

func (s *Service) regroup(ctx context.Context, tx *db.OrgTx, who access.Actor, r Regrouping, f RegroupForm) error {
	var tells []announce.Announcement
	events := []audit.Event{{Kind: "organisation.group_closed", Detail: map[string]string{"name": r.Group.Name, "from": f.On.String(), "to": r.To.Name}}}
	for _, id := range r.goAlong(f) {
		told, moved, err := matter.Regroup(ctx, tx, s.Clock, who, id, r.Group.ID, r.To.ID, f.Meetings, f.Reason)
		if err != nil {
			return err
		}
		if moved != nil {
			tells = append(tells, told...)
			events = append(events, audit.Event{Kind: "matter.regrouped", MatterID: id, Detail: map[string]string{"Group": moved.From, "To": r.To.Name, "Reason": f.Reason}})
		}
	}
	for _, m := range r.Meetings {
		if !slices.Contains(f.Meetings, m.ID) {
			continue
		}
		if err := moveMeeting(ctx, tx, m.ID, r.To.ID); err != nil {
			return err
		}
		events = append(events, audit.Event{Kind: "meeting.regrouped", MeetingID: m.ID, Detail: map[string]string{"Group": r.Group.Name, "To": r.To.Name, "Date": clock.DateOf(m.StartsAt).String()}})
	}
	var b db.Batch
	b.Exec(`UPDATE groups SET closed_on = coalesce(closed_on, $1), successor_id = $2 WHERE id = $3`, f.On, r.To.ID, r.Group.ID)
	b.Exec(`UPDATE matter_feedback SET group_id = $1, person_id = coalesce((SELECT chair_id FROM groups WHERE id = $1), person_id)
		WHERE group_id = $2 AND given_at IS NULL AND NOT EXISTS (SELECT FROM matter_feedback x WHERE x.matter_id = matter_feedback.matter_id AND x.group_id = $1 AND x.given_at IS NULL)`, r.To.ID, r.Group.ID)
	b.Exec(`UPDATE groups SET parent_id = $1 WHERE parent_id = $2 AND id <> $1`, r.To.ID, r.Group.ID)
	b.Exec(`UPDATE raised_questions SET group_id = $1 WHERE group_id = $2 AND status = 'waiting'`, r.To.ID, r.Group.ID)
	b.Exec(`UPDATE agenda_suggestions SET group_id = $1 WHERE group_id = $2 AND status = 'waiting'`, r.To.ID, r.Group.ID)
	if err := tx.Send(ctx, &b); err != nil {
		return fmt.Errorf("ending group %d: %w", r.Group.ID, err)
	}
	if err := s.Announce.Announce(ctx, tx, tells...); err != nil {
		return err
	}
	return audit.Write(ctx, tx, who, r.Now, events...)
}

// moveMeeting gives a coming meeting, which nobody has been called to, to another group at the same time.
func moveMeeting(ctx context.Context, tx *db.OrgTx, id, to int64) error {
	var starts, ends time.Time
	if err := tx.QueryRow(ctx, `SELECT starts_at, ends_at FROM meetings WHERE id = $1 AND status = 'planned' FOR UPDATE`, id).Scan(&starts, &ends); err != nil {
		return err
	}
	if err := free(ctx, tx, to, id, starts, ends); err != nil {
		return err
	}
	_, err := tx.Exec(ctx, `UPDATE meetings SET group_id = $1, calendar_sequence = calendar_sequence + 1, version = version + 1 WHERE id = $2`, to, id)
	return err
}
