package yearplan_test

import (
	"context"
	"slices"
	"sync"
	"testing"
	"time"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/organisation"
	"samverka/internal/testdb"
	"samverka/internal/yearplan"
)

var today = clock.NewDate(2027, time.January, 11)

// place is an organisation with a safety committee, another group that shares its union representative, and two units.
type place struct {
	t     *testing.T
	ctx   context.Context
	db    *db.DB
	clock *clock.Test
	svc   *yearplan.Service
	told  *told
	org   int64
	ids   map[string]int64

	chair, other, rep, staff, hr, admin access.Actor
}

// told keeps what was announced.
type told struct {
	mu  sync.Mutex
	all []announce.Announcement
}

func (a *told) Announce(_ context.Context, _ *db.OrgTx, as ...announce.Announcement) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.all = append(a.all, as...)
	return nil
}

func newPlace(t *testing.T) *place {
	t.Helper()
	p := &place{t: t, ctx: context.Background(), db: db.New(testdb.New(t).App), clock: clock.NewTest(today.At(9, 0)), told: &told{}, ids: map[string]int64{}}
	p.svc = &yearplan.Service{DB: p.db, Clock: p.clock, Announce: p.told}
	var err error
	p.org, err = organisation.CreateOrganisation(p.ctx, p.db, p.clock, organisation.NewOrganisation{Name: "Älvsunda kommun", Agreement: organisation.Default(today.Add(-365))})
	p.ok(err)
	set := organisation.Setup{Clock: p.clock}
	p.ok(p.db.InOrg(p.ctx, p.org, func(tx *db.OrgTx) error {
		for _, step := range []func() error{
			func() error {
				return set.Units(p.ctx, tx, []organisation.UnitRow{{Name: "Väst", Manager: "Amina Larsson"}, {Name: "Öst", Manager: "Eva Åberg"}})
			},
			func() error {
				return set.Unions(p.ctx, tx, []organisation.UnionRow{{Name: "Kommunal", AgreementFrom: today.Add(-365)}})
			},
			func() error {
				return set.Groups(p.ctx, tx, []organisation.GroupRow{{Name: "LSG Väst", Level: "LSG", Units: []string{"Väst"}, Chair: "Amina Larsson", SafetyCommittee: true},
					{Name: "LSG Öst", Level: "LSG", Units: []string{"Öst"}, Chair: "Eva Åberg"}})
			},
			func() error {
				return set.People(p.ctx, tx, []organisation.PersonRow{{Name: "Nils Nord", Unit: "Väst"}, {Name: "Hanna Ros"}, {Name: "Ada Alm"}})
			},
			func() error {
				return set.Mandates(p.ctx, tx, []organisation.MandateRow{{Person: "Rosa Lindqvist", Role: "union_rep", Union: "Kommunal", Group: "LSG Väst"},
					{Person: "Rosa Lindqvist", Role: "union_rep", Union: "Kommunal", Group: "LSG Öst"}})
			},
		} {
			if err := step(); err != nil {
				return err
			}
		}
		return nil
	}))
	type row struct {
		Name string
		ID   int64
	}
	var rows []row
	var b db.Batch
	db.Many(&b, &rows, `SELECT name, id FROM people UNION ALL SELECT name, id FROM groups UNION ALL SELECT name, id FROM units UNION ALL SELECT name, id FROM unions`)
	p.ok(p.db.ReadOrg(p.ctx, p.org, &b))
	for _, r := range rows {
		p.ids[r.Name] = r.ID
	}
	p.chair, p.other = p.actor("Amina Larsson", access.Manager), p.actor("Eva Åberg", access.Manager)
	p.chair.Units, p.chair.Chairs = []int64{p.ids["Väst"]}, []int64{p.ids["LSG Väst"]}
	p.other.Units, p.other.Chairs = []int64{p.ids["Öst"]}, []int64{p.ids["LSG Öst"]}
	p.rep = p.actor("Rosa Lindqvist", access.UnionRep)
	for _, g := range []string{"LSG Väst", "LSG Öst"} {
		p.rep.Mandates = append(p.rep.Mandates, access.Mandate{Role: "union_rep", UnionID: p.ids["Kommunal"], GroupID: p.ids[g], GroupName: g})
	}
	p.staff, p.hr, p.admin = p.actor("Nils Nord", access.Employee), p.actor("Hanna Ros", access.HR), p.actor("Ada Alm", access.Admin)
	return p
}

func (p *place) actor(name string, role access.Role) access.Actor {
	return access.Actor{OrgID: p.org, PersonID: p.ids[name], Name: name, Role: role, Roles: []access.Role{role}}
}

func (p *place) ok(err error) {
	p.t.Helper()
	if err != nil {
		p.t.Fatal(err)
	}
}

func (p *place) group(name string) yearplan.Scope { return yearplan.Scope{GroupID: p.ids[name]} }
func (p *place) unit(name string) yearplan.Scope  { return yearplan.Scope{UnitID: p.ids[name]} }

// series gives the scope a meeting every n:th Wednesday at 13.
func (p *place) series(who access.Actor, scope yearplan.Scope, every int, room string) {
	p.t.Helper()
	p.ok(p.svc.SaveSeries(p.ctx, who, yearplan.Series{Scope: scope, Starts: 13 * 60, Minutes: 120, Place: room,
		Rule: yearplan.Rule{Kind: yearplan.Weeks, Every: every, Weekday: 3, From: today, OnDayOff: yearplan.Move, Breaks: true}}))
}

func (p *place) plan(who access.Actor, scope yearplan.Scope) yearplan.Plan {
	p.t.Helper()
	plan, err := p.svc.Plan(p.ctx, who, scope, 2027)
	p.ok(err)
	return plan
}

var spring = yearplan.Half{Year: 2027}

func (p *place) drafts(who access.Actor, scope yearplan.Scope) []yearplan.Pick {
	p.t.Helper()
	_, err := p.svc.MakeDrafts(p.ctx, who, scope, spring)
	p.ok(err)
	return picks(p.plan(who, scope))
}

func picks(plan yearplan.Plan) (all []yearplan.Pick) {
	for _, d := range plan.Kept() {
		all = append(all, yearplan.Pick{ID: d.ID, Version: d.Version})
	}
	return all
}

func (p *place) number(sql string, args ...any) int {
	p.t.Helper()
	var got []int
	var b db.Batch
	db.Scalars(&b, &got, sql, args...)
	p.ok(p.db.ReadOrg(p.ctx, p.org, &b))
	if len(got) != 1 {
		p.t.Fatalf("%s: %d rows, want 1", sql, len(got))
	}
	return got[0]
}

func days(ds []yearplan.Draft) (all []string) {
	for _, d := range ds {
		all = append(all, d.Day().String())
	}
	slices.Sort(all)
	return all
}
