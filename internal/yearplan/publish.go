package yearplan

import (
	"context"
	"fmt"
	"slices"
	"time"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/apt"
	"samverka/internal/audit"
	"samverka/internal/booking"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/meeting"
)

// Pick is a draft in the version that the person saw.
type Pick struct {
	ID      int64
	Version int
}

// Publication is what a publishing came to.
type Publication struct {
	ID        int64
	Count     int
	First     time.Time
	MeetingID int64 // the first one's, or
	APTID     int64 // the first APT's
}

// Publish makes meetings, or APTs, of the drafts: all of them or none. Clashes and days off warn and need one reason. Each
// member is told once. Refused: no drafts, one that overlaps the scope's own meetings, and, as a Conflict, drafts that
// somebody has changed, dropped or published meanwhile.
func (s *Service) Publish(ctx context.Context, who access.Actor, scope Scope, picks []Pick, reason string) (done Publication, err error) {
	if err := who.Require(access.YearPlan); err != nil {
		return done, err
	}
	switch {
	case scope.IsZero():
		return done, fail.New(fail.NotFound, "error.not_found")
	case len(picks) == 0:
		return done, fail.New(fail.Invalid, "year.error.no_draft")
	}
	err = s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		name, err := editable(ctx, tx, who, scope)
		if err != nil {
			return err
		}
		p := publishing{s: s, tx: tx, who: who, scope: scope, now: s.Clock.Now(), reason: reason}
		if err := p.read(ctx, picks); err != nil {
			return err
		}
		if err := p.warn(ctx); err != nil {
			return err
		}
		if done, err = p.store(ctx); err != nil {
			return err
		}
		if err := p.tell(ctx, done); err != nil {
			return err
		}
		return audit.Write(ctx, tx, who, p.now, audit.Event{Kind: "year.published", Detail: map[string]string{"Name": name, "Count": fmt.Sprint(done.Count),
			"First": clock.DateOf(done.First).String(), "Reason": reason}})
	})
	return done, err
}

// publishing is one Publish on its way.
type publishing struct {
	s      *Service
	tx     *db.OrgTx
	who    access.Actor
	scope  Scope
	now    time.Time
	reason string
	drafts []Draft
	warned []bool // by draft: a rule warns
}

// read finds the drafts as they were picked.
func (p *publishing) read(ctx context.Context, picks []Pick) error {
	ids := make([]int64, len(picks))
	for i, x := range picks {
		ids[i] = x.ID
	}
	var b db.Batch
	db.Many(&b, &p.drafts, `SELECT `+draftColumns+` FROM planned_dates WHERE `+where+` AND id = ANY ($3) AND status = 'draft' ORDER BY starts_at, id FOR UPDATE`,
		p.scope.GroupID, p.scope.UnitID, ids)
	if err := p.tx.Send(ctx, &b); err != nil {
		return err
	}
	for _, x := range picks {
		if !slices.ContainsFunc(p.drafts, func(d Draft) bool { return d.ID == x.ID && d.Version == x.Version }) {
			return fail.New(fail.Conflict, "year.error.changed")
		}
	}
	for i, d := range p.drafts {
		if !d.StartsAt.After(p.now) {
			return fail.New(fail.Invalid, "year.error.draft_past", "Date", d.Day().String())
		}
		if i > 0 && d.StartsAt.Before(p.drafts[i-1].EndsAt) {
			return fail.New(fail.Invalid, "year.error.draft_own", "Date", d.Day().String())
		}
	}
	return nil
}

// warn looks for clashes and days off, all drafts at once, and asks for one reason.
func (p *publishing) warn(ctx context.Context) error {
	var cal booking.Calendar
	var own []Meeting
	var b db.Batch
	n := booking.Need{From: p.drafts[0].StartsAt, Until: p.drafts[len(p.drafts)-1].EndsAt, Groups: one(p.scope.GroupID), Units: one(p.scope.UnitID)}
	booking.Queue(&b, &cal, n)
	db.Many(&b, &own, meetingsOf, p.scope.GroupID, p.scope.UnitID, n.From.Add(-24*time.Hour), n.Until)
	if err := p.tx.Send(ctx, &b); err != nil {
		return err
	}
	var ws []fail.Warning
	p.warned = make([]bool, len(p.drafts))
	for i, d := range p.drafts {
		if slices.ContainsFunc(own, func(m Meeting) bool {
			return m.Status != "cancelled" && m.StartsAt.Before(d.EndsAt) && d.StartsAt.Before(m.EndsAt)
		}) {
			return fail.New(fail.Invalid, "year.error.draft_own", "Date", d.Day().String())
		}
		w := append(meeting.DayOff(d.StartsAt), booking.Warnings(cal.Clashes(d.query(p.scope)))...)
		p.warned[i] = len(w) > 0
		ws = append(ws, w...)
	}
	return fail.NeedReason(p.reason, ws)
}

// store notes the publication and makes a meeting of every draft.
func (p *publishing) store(ctx context.Context) (done Publication, err error) {
	first, last := p.drafts[0], p.drafts[len(p.drafts)-1]
	done = Publication{Count: len(p.drafts), First: first.StartsAt}
	err = p.tx.QueryRow(ctx, `INSERT INTO year_publications (group_id, unit_id, meetings, first_at, last_at, reason, published_by, published_at)
		VALUES (nullif($1::bigint, 0), nullif($2::bigint, 0), $3, $4, $5, $6, $7, $8) RETURNING id`,
		p.scope.GroupID, p.scope.UnitID, done.Count, done.First, last.EndsAt, p.reason, p.who.PersonID, p.now).Scan(&done.ID)
	if err != nil {
		return done, fmt.Errorf("noting the publication: %w", err)
	}
	themes, _, err := themesIn(ctx, p.tx, p.scope)
	if err != nil {
		return done, err
	}
	used, err := p.monthsUsed(ctx)
	if err != nil {
		return done, err
	}
	for i, d := range p.drafts {
		reason := ""
		if p.warned[i] {
			reason = p.reason
		}
		var mine []Theme
		if y, m, _ := d.Day().YMD(); !used[month{y, m}] {
			mine, used[month{y, m}] = inMonth(themes, int(m)), true
		}
		meetingID, aptID, err := p.put(ctx, done.ID, d, mine, reason)
		if err != nil {
			return done, err
		}
		if i == 0 {
			done.MeetingID, done.APTID = meetingID, aptID
		}
	}
	return done, nil
}

type month struct {
	year  int
	month time.Month
}

// monthsUsed are the months in which the scope meets already: their themes have an agenda to stand on.
func (p *publishing) monthsUsed(ctx context.Context) (map[month]bool, error) {
	var days []clock.Date
	var b db.Batch
	db.Scalars(&b, &days, daysTaken, p.scope.GroupID, p.scope.UnitID, p.drafts[0].StartsAt.AddDate(0, -1, 0), p.drafts[len(p.drafts)-1].EndsAt.AddDate(0, 1, 0))
	if err := p.tx.Send(ctx, &b); err != nil {
		return nil, err
	}
	used := map[month]bool{}
	for _, day := range days {
		if slices.ContainsFunc(p.drafts, func(d Draft) bool { return d.Day() == day }) {
			continue
		}
		y, m, _ := day.YMD()
		used[month{y, m}] = true
	}
	return used, nil
}

// put makes a meeting, or an APT, of one draft.
func (p *publishing) put(ctx context.Context, publication int64, d Draft, themes []Theme, reason string) (meetingID, aptID int64, err error) {
	if p.scope.GroupID != 0 {
		f := meeting.PlanForm{GroupID: p.scope.GroupID, StartsAt: d.StartsAt, EndsAt: d.EndsAt, Place: d.Place, Reason: reason}
		for _, t := range themes {
			f.Themes = append(f.Themes, meeting.Theme{Title: t.Title, Class: t.Class})
		}
		meetingID, err = meeting.PlanIn(ctx, p.tx, p.s.Clock, p.who, f)
	} else {
		f := apt.PlanForm{UnitID: p.scope.UnitID, Sittings: []apt.SittingForm{{StartsAt: d.StartsAt, EndsAt: d.EndsAt, Place: d.Place}}, Reason: reason}
		for _, t := range themes {
			f.Themes = append(f.Themes, t.Title)
		}
		aptID, err = apt.PlanIn(ctx, p.tx, p.s.Clock, p.who, f)
	}
	if err != nil {
		return 0, 0, err
	}
	return meetingID, aptID, p.tx.Exec1(ctx, `UPDATE planned_dates SET status = 'published', publication_id = $2, meeting_id = nullif($3::bigint, 0), apt_id = nullif($4::bigint, 0),
		version = version + 1 WHERE id = $1 AND status = 'draft'`, d.ID, publication, meetingID, aptID)
}

// tell writes one mail to each person: how many meetings, and the first one's date. The notices themselves go out later,
// one by one.
func (p *publishing) tell(ctx context.Context, done Publication) error {
	var to []int64
	var b db.Batch
	day := clock.DateOf(done.First)
	db.Scalars(&b, &to, `
		SELECT DISTINCT x.person_id FROM (
			SELECT ma.person_id FROM mandates ma WHERE ma.group_id = $1 AND ma.valid_from <= $3 AND (ma.valid_until IS NULL OR ma.valid_until >= $3)
			UNION ALL SELECT g.chair_id FROM groups g WHERE g.id = $1
			UNION ALL SELECT pe.id FROM people pe WHERE pe.unit_id = $2
			UNION ALL SELECT ma.person_id FROM mandates ma WHERE ma.unit_id = $2 AND ma.role = 'employee' AND ma.valid_from <= $3 AND (ma.valid_until IS NULL OR ma.valid_until >= $3)
		) x WHERE x.person_id IS NOT NULL AND x.person_id <> $4 ORDER BY 1`, p.scope.GroupID, p.scope.UnitID, day, p.who.PersonID)
	if err := p.tx.Send(ctx, &b); err != nil {
		return err
	}
	if len(to) == 0 {
		return nil
	}
	return p.s.Announce.Announce(ctx, p.tx, announce.Announcement{Kind: announce.YearPlan, Subject: done.ID, MeetingID: done.MeetingID, APTID: done.APTID, To: to})
}
