package yearplan

import (
	"context"
	"slices"
	"time"

	"samverka/internal/access"
	"samverka/internal/booking"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/organisation"
)

// Meeting is a published meeting, or one sitting of an APT, in a plan.
type Meeting struct {
	ID       int64 // the meeting's, or the APT's
	Title    string
	StartsAt time.Time
	EndsAt   time.Time
	Place    string
	Status   string // planned, open, closed, cancelled
	Moved    bool
	Extra    bool
	Called   bool
}

// Day is the meeting's date.
func (m Meeting) Day() clock.Date { return clock.DateOf(m.StartsAt) }

// Held reports whether the meeting has begun.
func (m Meeting) Held() bool { return m.Status == "open" || m.Status == "closed" }

// Plan is a scope's plan of one year, as one person may see it.
type Plan struct {
	Scope
	Name      string
	Committee bool // a safety committee
	Edit      bool // the reader plans for the scope
	Opens     bool // the reader may open the meetings themselves
	Today     clock.Date
	Year      int
	Themes    []Theme
	OwnThemes bool
	Meetings  []Meeting // in order of time; cancelled ones too
	Agreement organisation.Agreement
	Interval  Interval // of a safety committee: how it stands today, by what is published

	// What only who plans sees.
	Drafts []Draft // in order of time; dropped ones too
	Series []Series
	Breaks []Break
	Gaps   []Interval // of a safety committee: what breaks the rule when the drafts are counted in
}

// head is the scope's own row.
type head struct {
	Name      string
	Committee bool
	Mine      bool
}

// Plan reads a scope's plan of one year. NotFound when the reader may not know of it; drafts and series only for who plans.
func (s *Service) Plan(ctx context.Context, who access.Actor, scope Scope, year int) (p Plan, err error) {
	if err := who.Require(access.YearRead); err != nil {
		return p, err
	}
	today := clock.Today(s.Clock)
	if y, _, _ := today.YMD(); year < y-5 || year > y+5 {
		year = y
	}
	p = Plan{Scope: scope, Today: today, Year: year}
	first, end := clock.NewDate(year, time.January, 1), clock.NewDate(year+1, time.January, 1)
	var h head
	var themes []themeRow
	var held, next []clock.Date
	var later []clock.Date
	var cal booking.Calendar
	var b db.Batch
	queueHead(&b, &h, who, scope)
	db.Many(&b, &themes, themesOf, scope.GroupID, scope.UnitID)
	db.Many(&b, &p.Meetings, meetingsOf, scope.GroupID, scope.UnitID, first.Start(), end.Start())
	organisation.QueueAgreement(&b, &p.Agreement, today, organisation.Scope{UnitID: scope.UnitID, GroupID: scope.GroupID})
	db.Scalars(&b, &held, heldOf, scope.GroupID, today.Add(1).Start())
	db.Scalars(&b, &next, plannedOf+` LIMIT 1`, scope.GroupID, today.Start())
	plans := who.May(access.YearPlan)
	if plans {
		db.Many(&b, &p.Drafts, `SELECT `+draftColumns+` FROM planned_dates WHERE `+where+` AND status <> 'published' AND starts_at >= $3 AND starts_at < $4 ORDER BY starts_at, id`,
			scope.GroupID, scope.UnitID, first.Start(), end.Start())
		db.Many(&b, &p.Series, `SELECT `+seriesColumns+` FROM meeting_series WHERE `+where+` ORDER BY id`, scope.GroupID, scope.UnitID)
		db.Many(&b, &p.Breaks, breaksOf, first.Add(-7), end.Add(7))
		db.Scalars(&b, &later, plannedOf, scope.GroupID, today.Start())
		booking.Queue(&b, &cal, booking.Need{From: first.Start(), Until: end.Start(), Groups: one(scope.GroupID), Units: one(scope.UnitID)})
	}
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return Plan{}, err
	}
	p.Name, p.Committee = h.Name, h.Committee
	p.Edit = plans && (scope.GroupID != 0 && who.RunsMeetings(scope.GroupID) || scope.UnitID != 0 && h.Mine)
	p.Opens = who.Role != access.Employee
	p.Themes, p.OwnThemes = effective(themes)
	p.Interval = IntervalOf(firstOf(held), firstOf(next), p.Agreement)
	if !p.Edit {
		p.Drafts, p.Series, p.Breaks = nil, nil, nil
		return p, nil
	}
	p.judge(cal)
	if p.Committee {
		p.Gaps = Gaps(p.days(held, later), today, p.Agreement)
	}
	return p, nil
}

func one(id int64) []int64 {
	if id == 0 {
		return nil
	}
	return []int64{id}
}

func firstOf(days []clock.Date) clock.Date {
	if len(days) == 0 {
		return clock.Date{}
	}
	return days[0]
}

func queueHead(b *db.Batch, h *head, who access.Actor, scope Scope) {
	missing := fail.New(fail.NotFound, "error.not_found")
	c := conditions{first: 2}
	if scope.GroupID != 0 {
		visible := c.group(who)
		db.One(b, h, missing, `SELECT g.name, g.safety_committee AS committee, false AS mine FROM groups g WHERE g.id = $1 AND `+visible, append([]any{scope.GroupID}, c.args...)...)
		return
	}
	visible := c.unit(who)
	mine := c.p(who.Units)
	db.One(b, h, missing, `SELECT u.name, false AS committee, coalesce(u.ancestors && `+mine+`::bigint[], false) AS mine FROM units u WHERE u.id = $1 AND `+visible,
		append([]any{scope.UnitID}, c.args...)...)
}

const meetingsOf = `
	SELECT me.id, '' AS title, me.starts_at, me.ends_at, me.place, me.status, me.moved_to IS NOT NULL AS moved, me.extra,
	       EXISTS (SELECT FROM dispatches d WHERE d.meeting_id = me.id AND d.kind = 'notice') AS called
	FROM   meetings me WHERE me.group_id = $1 AND me.starts_at >= $3 AND me.starts_at < $4
	UNION  ALL
	SELECT a.id, a.title, si.starts_at, si.ends_at, si.place, CASE WHEN a.status = 'cancelled' THEN a.status ELSE si.status END, false, false, a.invited_at IS NOT NULL
	FROM   apts a JOIN apt_sittings si ON si.org_id = a.org_id AND si.apt_id = a.id WHERE a.unit_id = $2 AND si.starts_at >= $3 AND si.starts_at < $4
	ORDER  BY starts_at, id`

// heldOf is the day of the group's latest meeting that was held, plannedOf the days of those to come, in order.
const (
	heldOf = `SELECT (starts_at AT TIME ZONE 'Europe/Stockholm')::date FROM meetings WHERE group_id = $1 AND status IN ('open', 'closed') AND starts_at < $2
		ORDER BY starts_at DESC LIMIT 1`
	plannedOf = `SELECT (starts_at AT TIME ZONE 'Europe/Stockholm')::date FROM meetings WHERE group_id = $1 AND status = 'planned' AND starts_at >= $2 ORDER BY starts_at`
)

// judge notes what speaks against each draft.
func (p *Plan) judge(cal booking.Calendar) {
	for i := range p.Drafts {
		d := &p.Drafts[i]
		if d.Status != Kept {
			continue
		}
		d.Own = p.overlaps(*d)
		if !d.Own {
			d.Clashes = cal.Clashes(d.query(p.Scope))
		}
	}
}

// overlaps reports whether the draft overlaps one of the scope's own meetings, or another draft.
func (p *Plan) overlaps(d Draft) bool {
	over := func(starts, ends time.Time) bool { return starts.Before(d.EndsAt) && d.StartsAt.Before(ends) }
	return slices.ContainsFunc(p.Meetings, func(m Meeting) bool { return m.Status != "cancelled" && over(m.StartsAt, m.EndsAt) }) ||
		slices.ContainsFunc(p.Drafts, func(x Draft) bool { return x.ID != d.ID && x.Status == Kept && over(x.StartsAt, x.EndsAt) })
}

// days are those of the meetings held and to come, the drafts counted in.
func (p *Plan) days(held, planned []clock.Date) []clock.Date {
	all := slices.Concat(held, planned)
	for _, d := range p.Drafts {
		if d.Status == Kept {
			all = append(all, d.Day())
		}
	}
	slices.SortFunc(all, func(a, b clock.Date) int { return b.DaysUntil(a) })
	return slices.Compact(all)
}

// State says how a safety committee's interval stands today; "" for other groups.
func (p Plan) State() IntervalState {
	if !p.Committee {
		return InTime
	}
	return p.Interval.State(p.Today, p.Agreement)
}

// Kept are the drafts to be published.
func (p Plan) Kept() []Draft {
	return slices.DeleteFunc(slices.Clone(p.Drafts), func(d Draft) bool { return d.Status != Kept })
}

// Occasions are what the scope's series give between two days, with what was moved or skipped.
func (p Plan) Occasions(from, until clock.Date) (all []Occasion) {
	for _, s := range p.Series {
		all = append(all, s.Dates(from, until, p.Breaks)...)
	}
	return all
}
