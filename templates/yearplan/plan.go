package yearplan

import (
	"context"
	"strings"
	"time"

	"samverka/internal/clock"
	"samverka/internal/i18n"
	"samverka/internal/yearplan"
	"samverka/templates/ui"
)

// Month is one month of the list.
type Month struct {
	No       int
	Themes   []yearplan.Theme
	Meetings []yearplan.Meeting
	Drafts   []yearplan.Draft
	Avoided  []yearplan.Occasion // moved or skipped by the series, with no draft to show it
}

// months deals the plan out on the months of its year.
func planMonths(p yearplan.Plan) []Month {
	all := make([]Month, 12)
	of := func(d clock.Date) *Month {
		y, m, _ := d.YMD()
		if y != p.Year {
			return nil
		}
		return &all[m-1]
	}
	for i := range all {
		all[i].No = i + 1
		for _, t := range p.Themes {
			if t.Month == i+1 {
				all[i].Themes = append(all[i].Themes, t)
			}
		}
	}
	for _, m := range p.Meetings {
		if x := of(m.Day()); x != nil {
			x.Meetings = append(x.Meetings, m)
		}
	}
	for _, d := range p.Drafts {
		if x := of(d.Day()); x != nil {
			x.Drafts = append(x.Drafts, d)
		}
	}
	for _, o := range p.Occasions(clock.NewDate(p.Year, time.January, 1), clock.NewDate(p.Year, time.December, 31)) {
		if x := of(o.RuleDay); x != nil && (o.Moved() || o.Day.IsZero()) && o.RuleDay.After(p.Today) {
			x.Avoided = append(x.Avoided, o)
		}
	}
	return all
}

func (m Month) empty() bool {
	return len(m.Meetings)+len(m.Drafts)+len(m.Avoided)+len(m.Themes) == 0
}

func themeList(m Month) string {
	titles := make([]string, len(m.Themes))
	for i, t := range m.Themes {
		titles[i] = t.Title
	}
	return strings.Join(titles, " · ")
}

func avoided(ctx context.Context, o yearplan.Occasion) string {
	if o.Moved() {
		return i18n.T(ctx, "year.plan.moved", "From", i18n.Date(ctx, o.RuleDay), "To", i18n.Date(ctx, o.Day), "Why", why(ctx, o))
	}
	return i18n.T(ctx, "year.plan.skipped", "From", i18n.Date(ctx, o.RuleDay), "Why", why(ctx, o))
}

// halves are the half-years of the shown year that meetings can still be made for.
func halves(p yearplan.Plan) (all []yearplan.Half) {
	for _, h := range []yearplan.Half{{Year: p.Year}, {Year: p.Year, Autumn: true}} {
		if _, last := h.Days(); last.After(p.Today) {
			all = append(all, h)
		}
	}
	return all
}

func halfText(ctx context.Context, h yearplan.Half) string {
	if h.Autumn {
		return i18n.T(ctx, "year.plan.make_autumn", "Year", h.Year)
	}
	return i18n.T(ctx, "year.plan.make_spring", "Year", h.Year)
}

func halfValue(h yearplan.Half) string {
	if h.Autumn {
		return "host"
	}
	return "var"
}

// meetingPath leads to a published meeting; "" when the reader may not open it.
func meetingPath(p yearplan.Plan, m yearplan.Meeting) string {
	switch {
	case !p.Opens && p.GroupID != 0:
		return ""
	case p.UnitID != 0:
		return "/apt/" + number(m.ID)
	}
	return "/moten/" + number(m.ID)
}

func pickName(d yearplan.Draft) string { return "draft_" + number(d.ID) }

// early says whether the drafts are early enough for union time to be planned (handbook 5.1: six months).
func early(p yearplan.Plan) bool {
	kept := p.Kept()
	return len(kept) > 0 && !kept[0].Day().Before(p.Today.AddMonths(6))
}

func clashing(p yearplan.Plan) (n int) {
	for _, d := range p.Kept() {
		if d.Own || len(d.Clashes) > 0 {
			n++
		}
	}
	return n
}

func count(p yearplan.Plan) (meetings int) {
	for _, m := range p.Meetings {
		if m.Status != "cancelled" {
			meetings++
		}
	}
	return meetings
}

func wheelLabel(ctx context.Context, p yearplan.Plan) string {
	return i18n.T(ctx, "year.wheel.label", "Year", p.Year, "Meetings", i18n.N(ctx, "year.wheel.meetings", count(p)), "Drafts", i18n.N(ctx, "year.wheel.drafts", len(p.Kept())))
}

func seriesRows(ctx context.Context, p yearplan.Plan) (rows []ui.ListRow) {
	for _, s := range p.Series {
		rows = append(rows, ui.ListRow{Text: Rule(ctx, s.Rule), Href: "/arshjul/serier/" + number(s.ID), Detail: seriesAbout(ctx, s)})
	}
	return rows
}

func choiceRows(ctx context.Context, cs []yearplan.Choice) (rows []ui.ListRow) {
	for _, c := range cs {
		r := ui.ListRow{Text: Name(ctx, c.Scope, c.Name), Href: Path(c.Scope, 0)}
		if !c.Next.IsZero() {
			r.Meta = i18n.T(ctx, "year.choose.next", "Date", i18n.Date(ctx, c.Next))
		} else {
			r.Meta = i18n.T(ctx, "year.choose.no_next")
		}
		if c.Drafts > 0 {
			r.Tag, r.TagTone = i18n.N(ctx, "year.choose.drafts", c.Drafts), ui.Info
		}
		if c.State != yearplan.InTime {
			r.Tag, r.TagTone = i18n.T(ctx, intervalTags[c.State]), intervalTone(c.State)
		}
		rows = append(rows, r)
	}
	return rows
}

var intervalTags = map[yearplan.IntervalState]string{yearplan.Near: "year.interval.tag_near", yearplan.Passed: "year.interval.tag_passed",
	yearplan.TooLong: "year.interval.tag_too_long", yearplan.Never: "year.interval.tag_never"}

func warnedRows(ctx context.Context, cs []yearplan.Choice) (rows []ui.ListRow) {
	for i, r := range choiceRows(ctx, cs) {
		if !cs[i].Last.IsZero() {
			r.Detail = i18n.T(ctx, "year.choose.last", "Date", i18n.Date(ctx, cs[i].Last))
		}
		rows = append(rows, r)
	}
	return rows
}
