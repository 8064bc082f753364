package bench

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/matter"
	"samverka/internal/organisation"
	"samverka/internal/scene"
	"samverka/internal/testdb"
)

const (
	gateTracks, gateVersions, gateUnions = 10, 5, 6
	archived                             = 90_000
)

// BenchmarkGate judges one matter with 10 tracks, 5 versions and 60 positions, in the middle of its samverkan. x-floor is how
// many floors it costs: the floor is the least that a meeting's page can be, in the same run and on the same rows.
func BenchmarkGate(b *testing.B) {
	s, id, meeting := heavyMatter(b)
	floor := s.floorOf(b, meeting)
	perFloor := 0.0
	b.Run("golv", func(b *testing.B) { perFloor = alone(b, floor, floor.page, 0) })
	b.Run("läs och bedöm", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			s.load(b, id).Gate(s.Clock.Now())
		}
		report(b, perFloor)
	})
	b.Run("bedöm", func(b *testing.B) {
		r := s.load(b, id)
		b.ReportAllocs()
		for b.Loop() {
			r.Gate(s.Clock.Now())
		}
		report(b, perFloor)
	})
}

// BenchmarkGateStates shows HR the whole organisation's gate states, of 90 000 matters on their way.
func BenchmarkGateStates(b *testing.B) {
	s, pages, d := archive(b)
	floor := s.floor(b, d, pages)
	perFloor := 0.0
	b.Run("golv", func(b *testing.B) { perFloor = alone(b, floor, floor.page, 0) })
	for _, p := range pages {
		if p.Name == "översikt, HR" || p.Name == "ärendelista, HR" {
			b.Run(p.Name, func(b *testing.B) {
				s.warm(b, p)
				alone(b, s.Handler, p, perFloor)
			})
		}
	}
}

// stageWithScene is a matter's organisation, played through the real operations.
type stageWithScene struct{ *scene.Scene }

func (s stageWithScene) load(t testing.TB, id int64) (r matter.Record) {
	t.Helper()
	err := s.DB.InOrg(context.Background(), s.Org, func(tx *db.OrgTx) (err error) {
		r, err = matter.Load(context.Background(), tx, id, clock.Today(s.Clock))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func (s stageWithScene) floorOf(b *testing.B, meeting int64) floorStage {
	b.Helper()
	pool, err := pgxpool.New(context.Background(), s.Test.SuperURL)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(pool.Close)
	return floorStage{Floor{pool}, Page{Name: "golv", Visits: []Visit{{Method: http.MethodGet, Path: fmt.Sprintf("/moten/%d?%d", meeting, s.Org)}}}}
}

// heavyMatter plays a matter through ten groups with six unions each; half of the groups have concluded, one in disagreement.
func heavyMatter(t testing.TB) (s stageWithScene, id, meeting int64) {
	t.Helper()
	s = stageWithScene{scene.New(t, clock.NewDate(2027, 3, 1).At(9, 0))}
	groups, stands := s.manyGroups()
	id = s.Start("Amina Larsson", "Ny organisation", "Hemtjänst", clock.NewDate(2027, 6, 30), groups...)
	s.Risk("Amina Larsson", id)
	ctx, who := context.Background(), s.Chef("Amina Larsson")
	for range gateVersions - 1 {
		if _, err := s.Matter.Propose(ctx, who, id, matter.ProposalForm{Body: "Sex områden i stället för tio.", Reason: scene.Why}); err != nil {
			t.Fatal(err)
		}
	}
	starts := clock.NewDate(2027, 3, 31).At(8, 0)
	var meetings, items []int64
	for _, g := range groups {
		m, it := s.Call("Amina Larsson", g, id, starts)
		meetings, items = append(meetings, m), append(items, it)
	}
	s.Clock.Set(starts.Add(time.Hour))
	for i := range groups {
		s.Treat("Amina Larsson", meetings[i], items[i], stands...)
		if i%2 == 0 {
			s.Conclude("Amina Larsson", meetings[i], items[i])
		}
		stands[0].Stance, stands[0].Reason = matter.Agrees, "" // only the first group disagrees
	}
	return s, id, meetings[1]
}

func (s stageWithScene) manyGroups() (groups []string, stands []scene.Stand) {
	s.In(func(ctx context.Context, tx *db.OrgTx) error {
		var us []organisation.UnionRow
		var gs []organisation.GroupRow
		var ms []organisation.MandateRow
		for u := range gateUnions {
			name := fmt.Sprintf("Förbund %d", u+1)
			us = append(us, organisation.UnionRow{Name: name})
			stands = append(stands, scene.Stand{Person: "Ombud " + name, Union: name, Stance: matter.Agrees})
		}
		for g := range gateTracks {
			name := fmt.Sprintf("LSG %d", g+1)
			groups, gs = append(groups, name), append(gs, organisation.GroupRow{Name: name, Level: "LSG", Units: []string{"Hemtjänst"}, Chair: "Amina Larsson"})
			for _, x := range stands {
				ms = append(ms, organisation.MandateRow{Person: x.Person, Role: "union_rep", Union: x.Union, Group: name})
			}
		}
		for _, step := range []func() error{
			func() error { return s.Setup.Unions(ctx, tx, us) },
			func() error {
				return s.Setup.Units(ctx, tx, []organisation.UnitRow{{Name: "Hemtjänst", Manager: "Amina Larsson", Headcount: 400}})
			},
			func() error { return s.Setup.Groups(ctx, tx, gs) },
			func() error { return s.Setup.Mandates(ctx, tx, ms) },
		} {
			if err := step(); err != nil {
				return err
			}
		}
		return nil
	})
	stands[0].Stance, stands[0].Reason = matter.Disagrees, "För stora områden"
	return groups, stands
}

// archiveSQL copies matters of the organisation until there are so many more, all of them open and undecided, with what the
// gate says of each.
const archiveSQL = `
	SET session_replication_role = replica;
	CREATE TEMP TABLE pattern AS SELECT row_number() OVER (ORDER BY id) AS n, count(*) OVER () AS among, id FROM matters WHERE org_id = @org;
	INSERT INTO matters OVERRIDING SYSTEM VALUE SELECT (jsonb_populate_record(m, jsonb_build_object('id', @base + 50000000 + x, 'number', 'ARKIV ' || x, 'status', 'open'))).*
	FROM generate_series(1, @count) x JOIN pattern ON pattern.n = 1 + x % pattern.among JOIN matters m ON m.id = pattern.id;
	INSERT INTO matter_units (org_id, matter_id, unit_id) SELECT mu.org_id, @base + 50000000 + x, mu.unit_id
	FROM generate_series(1, @count) x JOIN pattern ON pattern.n = 1 + x % pattern.among JOIN matter_units mu ON mu.org_id = @org AND mu.matter_id = pattern.id;
	INSERT INTO matter_verdicts (org_id, matter_id, judged_on, state, missing, earliest, too_early)
	SELECT @org, @base + 50000000 + x, date '@day', (ARRAY['preparation', 'in_samverkan', 'awaits_request', 'ready'])[1 + x % 4], x % 4, date '@day' + x % 60, x % 10 = 0 FROM generate_series(1, @count) x;
	RESET session_replication_role`

// archive opens the product on a small organisation with 90 000 matters on their way.
func archive(b *testing.B) (*Stage, []Page, testdb.DB) {
	b.Helper()
	d := testdb.New(b)
	c := connect(b, d.SuperURL)
	o, err := Generate(b.Context(), c, 1, Small, true)
	if err != nil {
		b.Fatal(err)
	}
	s, pages, d := stage(b, d, c, o, 12)
	if _, err := c.Exec(b.Context(), strings.NewReplacer("@org", fmt.Sprint(o.ID), "@base", fmt.Sprint(o.Base), "@count", fmt.Sprint(archived), "@day", Day.String()).Replace(archiveSQL), pgx.QueryExecModeSimpleProtocol); err != nil {
		b.Fatal(err)
	}
	if _, err := c.Exec(b.Context(), "VACUUM ANALYZE", pgx.QueryExecModeSimpleProtocol); err != nil {
		b.Fatal(err)
	}
	return s, pages, d
}
