package yearplan

import (
	"context"
	"fmt"
	"strings"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/organisation"
)

// Choice is one plan that the reader may look at.
type Choice struct {
	Scope
	Name      string
	Level     string // of a group; "" for an APT
	Committee bool
	Last      clock.Date // of a group: the latest meeting held
	Next      clock.Date
	Drafts    int
	Mine      bool          // the reader plans for it, or takes part
	Months    int           // of a safety committee: the agreement's longest gap, and
	Days      int           // the days after which it warns
	State     IntervalState `db:"-"`
}

// Choices are the plans that the reader may look at.
type Choices struct {
	Mine   []Choice // those that the reader plans for or takes part in
	Found  []Choice // others, by search
	Warned []Choice // safety committees near or past their limit, of all that the reader may know of
	Query  string
	More   bool // there are more than are shown
	Search bool // there are others than Mine to look for
}

// choiceLimit is the most plans that one list shows.
const choiceLimit = 40

// Choose lists the plans that the reader may look at: their own, and, for those who see many, what they search for.
func (s *Service) Choose(ctx context.Context, who access.Actor, query string) (c Choices, err error) {
	if err := who.Require(access.YearRead); err != nil {
		return c, err
	}
	today := clock.Today(s.Clock)
	c.Query = strings.TrimSpace(query)
	c.Search = who.May(access.OverviewRead) || who.Role == access.Registrar
	var b db.Batch
	mine, found, warned := conditions{first: 4}, conditions{first: 4}, conditions{first: 4}
	groups, units := mine.own(who, c.Search)
	drafts := who.May(access.YearPlan)
	queueChoices(&b, &c.Mine, today, drafts, groups, units, mine)
	if c.Search && c.Query != "" {
		like := found.p("%" + likeEscaper.Replace(strings.ToLower(c.Query)) + "%")
		queueChoices(&b, &c.Found, today, false, found.group(who)+" AND lower(g.name) LIKE "+like, found.unit(who)+" AND lower(u.name) LIKE "+like, found)
	}
	queueChoices(&b, &c.Warned, today, false, "g.safety_committee AND "+warned.group(who), "false", warned)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return Choices{}, err
	}
	for _, list := range []*[]Choice{&c.Mine, &c.Found} {
		c.More = c.More || len(*list) > choiceLimit
		*list = (*list)[:min(len(*list), choiceLimit)]
	}
	c.judge(today)
	return c, nil
}

// own are the conditions on rows g and u of the plans that come without searching: for those who may search, the groups they
// take part in; the APTs of units that they manage, and of their workplace.
func (c *conditions) own(who access.Actor, search bool) (groups, units string) {
	switch {
	case who.Role == access.Admin:
		return "false", "false"
	case search:
		groups = "g.id = ANY (" + c.p(who.Groups()) + ")"
	default:
		groups = c.group(who)
	}
	return groups, fmt.Sprintf("(u.id = ANY (%s) OR u.id IN %s)", c.p(who.Units), c.workplace(who))
}

var likeEscaper = strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)

func queueChoices(b *db.Batch, dst *[]Choice, today clock.Date, drafts bool, groups, units string, c conditions) {
	db.Many(b, dst, fmt.Sprintf(`SELECT * FROM (
		SELECT g.id AS group_id, 0::bigint AS unit_id, g.name, g.level, g.safety_committee AS committee, true AS mine,
		       (SELECT (max(me.starts_at) AT TIME ZONE 'Europe/Stockholm')::date FROM meetings me WHERE me.group_id = g.id AND me.status IN ('open', 'closed')) AS last,
		       (SELECT (min(me.starts_at) AT TIME ZONE 'Europe/Stockholm')::date FROM meetings me WHERE me.group_id = g.id AND me.status = 'planned' AND me.starts_at >= $2) AS next,
		       CASE WHEN $3 THEN (SELECT count(*) FROM planned_dates d WHERE d.group_id = g.id AND d.status = 'draft') ELSE 0 END AS drafts,
		       coalesce(a.safety_gap_months, 3) AS months, coalesce(a.safety_warn_days, 75) AS days
		FROM   groups g LEFT JOIN LATERAL agreement_on($1, group_path(g.id), g.id) a ON g.safety_committee WHERE (g.closed_on IS NULL OR g.closed_on > $1) AND %s
		UNION  ALL
		SELECT 0, u.id, u.name, '', false, true, NULL,
		       (SELECT (min(si.starts_at) AT TIME ZONE 'Europe/Stockholm')::date FROM apts a JOIN apt_sittings si ON si.org_id = a.org_id AND si.apt_id = a.id
		        WHERE a.unit_id = u.id AND a.status <> 'cancelled' AND si.status <> 'cancelled' AND si.starts_at >= $2),
		       CASE WHEN $3 THEN (SELECT count(*) FROM planned_dates d WHERE d.unit_id = u.id AND d.status = 'draft') ELSE 0 END, 0, 0
		FROM   units u WHERE (u.closed_on IS NULL OR u.closed_on > $1) AND %s
		) x ORDER BY x.level = '', x.name COLLATE "sv-SE-x-icu" LIMIT %d`, groups, units, 500), append([]any{today, today.Start(), drafts}, c.args...)...)
}

// judge notes how each safety committee stands, and keeps those among Warned that a rule warns of.
func (c *Choices) judge(today clock.Date) {
	for _, list := range [][]Choice{c.Mine, c.Found, c.Warned} {
		for i := range list {
			if list[i].Committee {
				a := organisation.Agreement{SafetyGapMonths: list[i].Months, SafetyWarnDays: list[i].Days}
				list[i].State = IntervalOf(list[i].Last, list[i].Next, a).State(today, a)
			}
		}
	}
	var warned []Choice
	for _, w := range c.Warned {
		if w.State != InTime {
			warned = append(warned, w)
		}
	}
	c.Warned = warned[:min(len(warned), choiceLimit)]
}
