package matter

import (
	"context"
	"fmt"
	"slices"
	"time"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// Page is everything that the matter's page shows, read in one round trip.
type Page struct {
	Record
	Now    time.Time
	Events []audit.Entry // newest first
	Notes  []UnionNote   // of the unions that the actor represents; never of others
	Groups []GroupChoice // groups and unions that a plan may name
	Unions []Union
	// Meetings are coming meetings of the plan's groups, for setting the matter up.
	Meetings []MeetingChoice
	Process  []ProcessStep // of the process that it follows
	Assessed Assessed      // what the rules said of it, and what was corrected
	After    Aftermath     // what follows the decision
	Raised   Bringer       // who brought the question, when it was not the owner
}

// Bringer is who brought the question that a matter came from.
type Bringer struct {
	ID     int64  // of the question; 0: nobody, the owner started the matter
	Union  string // "": a safety representative
	Person string
}

// UnionNote is a union's own note on the matter. The employer's side never sees it (handbook 2, rule 4).
type UnionNote struct {
	UnionID   int64
	UnionName string
	Body      string
	Version   int
	UpdatedAt time.Time
}

// GroupChoice is a group that a plan may name; Covers: it covers one of the matter's units.
type GroupChoice struct {
	ID     int64
	Name   string
	Level  string
	Covers bool
}

// MeetingChoice is a coming meeting on which the matter may be set up.
type MeetingChoice struct {
	ID        int64
	GroupID   int64
	GroupName string
	StartsAt  time.Time
	Extra     bool
}

// Get reads one matter's page. NotFound when the actor may not know of it.
func (s *Service) Get(ctx context.Context, who access.Actor, id int64) (Page, error) {
	if err := who.Require(access.MatterRead); err != nil {
		return Page{}, err
	}
	p := Page{Now: s.Clock.Now()}
	today := clock.DateOf(p.Now)
	var b db.Batch
	where, args := Visible(who, 2)
	assemble := Queue(&b, `SELECT m.id FROM matters m WHERE m.id = $1 AND `+where, slices.Concat([]any{id}, args), today)
	audit.QueueMatter(&b, &p.Events, id, 200)
	p.After.Queue(&b, id)
	finish, steps := queueAssessed(&b, &p.Assessed, id), queueSteps(&b, id)
	var bringers []Bringer
	db.Many(&b, &bringers, `
		SELECT q.id, coalesce(un.name, '') AS union, pe.name AS person FROM raised_questions q JOIN people pe ON pe.id = q.person_id
		LEFT JOIN unions un ON un.id = q.union_id WHERE q.matter_id = $1`, id)
	db.Many(&b, &p.Notes, `
		SELECT n.union_id, u.name AS union_name, n.body, n.version, n.updated_at FROM union_notes n JOIN unions u ON u.id = n.union_id
		WHERE  n.matter_id = $1 AND n.union_id = ANY ($2)`, id, speaksFor(who))
	db.Many(&b, &p.Groups, `
		SELECT g.id, g.name, g.level, EXISTS (SELECT FROM group_units gu WHERE gu.group_id = g.id AND gu.unit_id IN (
			SELECT unnest(u.ancestors) FROM matter_units mu JOIN units u ON u.id = mu.unit_id WHERE mu.matter_id = $1)) AS covers
		FROM   groups g WHERE g.closed_on IS NULL AND $2 ORDER BY covers DESC, g.name COLLATE "sv-SE-x-icu"`, id, who.Role == access.Manager)
	db.Many(&b, &p.Unions, `SELECT id, name FROM unions WHERE closed_on IS NULL AND $1 ORDER BY name COLLATE "sv-SE-x-icu"`, who.Role == access.Manager)
	db.Many(&b, &p.Meetings, `
		SELECT me.id, me.group_id, g.name AS group_name, me.starts_at, me.extra FROM meetings me JOIN groups g ON g.id = me.group_id
		WHERE  me.status = 'planned' AND me.starts_at >= $2 AND $3
		AND    (me.group_id IN (SELECT t.group_id FROM tracks t WHERE t.matter_id = $1) OR me.group_id = ANY ($4)) ORDER BY me.starts_at LIMIT 50`,
		id, today.Start(), who.Role == access.Manager, who.Groups())
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return Page{}, err
	}
	rs := assemble()
	if len(rs) == 0 {
		return Page{}, fail.New(fail.NotFound, "error.not_found")
	}
	finish()
	p.Record, p.After.Record, p.Process = rs[0], rs[0], steps(rs[0])
	if len(bringers) > 0 {
		p.Raised = bringers[0]
	}
	return p, nil
}

func speaksFor(who access.Actor) []int64 {
	if who.Role != access.UnionRep {
		return nil
	}
	return who.Unions()
}

// Filter narrows the list of matters.
type Filter struct {
	Mine     bool   // owned by the actor
	Category string // "": any
	UnitID   int64  // this unit and below; 0: any
	Query    string // words in number, title or purpose
	Before   int64  // keyset: ids below this; 0: from the newest
}

// PageSize is the number of matters on one page of the list.
const PageSize = 25

// List is one page of the matters that the actor may know of, newest first; more reports whether there are older ones.
func (s *Service) List(ctx context.Context, who access.Actor, f Filter) (rs []Record, more bool, err error) {
	if err := who.Require(access.MatterRead); err != nil {
		return nil, false, err
	}
	where, args := Visible(who, 1)
	p := func(v any) string {
		args = append(args, v)
		return fmt.Sprintf("$%d", len(args))
	}
	if f.Mine {
		where += " AND m.owner_id = " + p(who.PersonID)
	}
	if f.Category != "" {
		where += " AND m.category = " + p(f.Category)
	}
	if f.UnitID != 0 {
		where += " AND EXISTS (SELECT FROM matter_units mu JOIN units u ON u.id = mu.unit_id WHERE mu.matter_id = m.id AND " + p(f.UnitID) + " = ANY (u.ancestors))"
	}
	if q := SearchQuery(f.Query); q != "" {
		where += " AND m.search @@ to_tsquery('swedish', " + p(q) + ")"
	}
	if f.Before != 0 {
		where += " AND m.id < " + p(f.Before)
	}
	var b db.Batch
	assemble := Queue(&b, fmt.Sprintf(`SELECT m.id FROM matters m WHERE %s ORDER BY m.id DESC LIMIT %d`, where, PageSize+1), args, clock.Today(s.Clock))
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return nil, false, err
	}
	rs = assemble()
	if len(rs) > PageSize {
		return rs[:PageSize], true, nil
	}
	return rs, false, nil
}
