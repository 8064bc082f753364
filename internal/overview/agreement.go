package overview

import (
	"context"
	"fmt"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/internal/organisation"
)

// Touched is what the change comes to concern.
type Touched struct {
	Meetings []TouchedMeeting // planned ones whose last day to call moves
	Called   int              // meetings that have been called and keep their rules
	Open     int              // open matters that have not been treated
	Treated  int              // open matters that keep the old rules
	Matters  []TouchedMatter  // of both, those that the reader may know of
	Example  *TouchedMeeting  // a meeting to make the examples of
}

// TouchedMeeting is a planned meeting.
type TouchedMeeting struct {
	ID            int64
	Group         string
	Day           clock.Date
	Before, After clock.Date // the last day to call it
	Passes        bool       // the new day comes before the rules do
	Readable      bool
}

// TouchedMatter is an open matter.
type TouchedMatter struct {
	ID      int64
	Number  string
	Title   string
	Treated bool
}

// touchedShown is how many meetings and matters of each sort are named.
const touchedShown = 20

type plannedMeeting struct {
	ID       int64
	GroupID  int64
	Group    string
	Day      clock.Date
	Extra    bool
	Called   bool
	Path     []int64
	Readable bool
}

type openMatter struct {
	TouchedMatter
	Readable bool
}

// Touched reads what a change of the agreement comes to concern: meetings planned for the day it holds from or later, and
// open matters in which nothing is decided.
func (s *Service) Touched(ctx context.Context, who access.Actor, in organisation.Scope, x organisation.AgreementEffect) (Touched, error) {
	if err := who.Require(access.OrganisationWrite); err != nil {
		return Touched{}, err
	}
	today := clock.Today(s.Clock)
	var meetings []plannedMeeting
	var matters []openMatter
	var b db.Batch
	where, args := meeting.Visible(who, 4)
	db.Many(&b, &meetings, fmt.Sprintf(`
		SELECT me.id, me.group_id, g.name AS "group", (me.starts_at AT TIME ZONE 'Europe/Stockholm')::date AS day, me.extra, group_path(g.id) AS path, (%s) AS readable,
		       EXISTS (SELECT FROM dispatches d WHERE d.org_id = me.org_id AND d.meeting_id = me.id AND d.kind = 'notice') AS called
		FROM   meetings me JOIN groups g ON g.org_id = me.org_id AND g.id = me.group_id
		WHERE  me.status = 'planned' AND me.starts_at >= $1 AND ($2 = 0 OR $2 = ANY (group_path(g.id))) AND ($3 = 0 OR g.id = $3)
		ORDER  BY me.starts_at, me.id LIMIT 2000`, where), append([]any{later(x.From, today).Start(), in.UnitID, in.GroupID}, args...)...)
	where, args = matter.Visible(who, 3)
	db.Many(&b, &matters, fmt.Sprintf(`
		SELECT m.id, m.number, m.title, m.agreement_on IS NOT NULL AS treated, (%s) AS readable FROM matters m
		WHERE  %s AND ($2 = 0 OR EXISTS (SELECT FROM tracks t WHERE t.org_id = m.org_id AND t.matter_id = m.id AND t.group_id = $2))
		AND    ($1 = 0 OR NOT EXISTS (SELECT FROM matter_units mu JOIN units u ON u.org_id = mu.org_id AND u.id = mu.unit_id
		        WHERE mu.org_id = m.org_id AND mu.matter_id = m.id AND NOT $1 = ANY (u.ancestors)))
		ORDER  BY m.agreement_on IS NOT NULL, m.id DESC`, where, undecided), append([]any{in.UnitID, in.GroupID}, args...)...)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return Touched{}, err
	}
	var t Touched
	for _, m := range meetings {
		t.meeting(m, x, today)
	}
	for _, m := range matters {
		t.matter(m)
	}
	return t, nil
}

func later(a, b clock.Date) clock.Date {
	if a.After(b) {
		return a
	}
	return b
}

// meeting counts the meeting, and names it when its last day to call moves.
func (t *Touched) meeting(m plannedMeeting, x organisation.AgreementEffect, today clock.Date) {
	at := organisation.Place{Within: m.Path, Group: m.GroupID}
	y := TouchedMeeting{ID: m.ID, Group: m.Group, Day: m.Day, Readable: m.Readable}
	_, y.Before = x.Before.Calling(today, m.Day, m.Extra, at)
	_, y.After = x.After.Calling(today, m.Day, m.Extra, at)
	y.Passes = x.After.On(x.From, at).NoticeBy(m.Day, m.Extra).Before(x.From)
	if t.Example == nil && !m.Extra {
		t.Example = &y
	}
	switch {
	case m.Called:
		t.Called++
	case y.Before != y.After && len(t.Meetings) < touchedShown:
		t.Meetings = append(t.Meetings, y)
	}
}

func (t *Touched) matter(m openMatter) {
	n := &t.Open
	if m.Treated {
		n = &t.Treated
	}
	if *n++; m.Readable && *n <= touchedShown {
		t.Matters = append(t.Matters, m.TouchedMatter)
	}
}
