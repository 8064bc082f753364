package bench

import (
	"context"
	"fmt"
	"net/http"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"samverka/internal/matter"
	"samverka/internal/testdb"
)

// BenchmarkRegion measures the pages on the region, one reader at a time and then sixteen, and beside them the floor, in the
// same process and on the same rows: the figure to look at is x-floor, how many floors a page costs. Timings of different
// machines, or of different runs, say little.
//
// The test server keeps nothing safe on disk (fsync is off), so that what a write costs is the least it can.
func BenchmarkRegion(b *testing.B) {
	s, pages, d := region(b)
	floor := s.floor(b, d, pages)
	var floorAlone, floorTogether float64
	b.Run("golv", func(b *testing.B) { floorAlone = alone(b, floor, floor.page, 0) })
	b.Run("bedöm alla ärenden", s.judge)
	for _, p := range pages {
		b.Run(p.Name, func(b *testing.B) {
			s.warm(b, p)
			a, n := s.ask(b, p.Visits[0])
			html, err := a.HTML()
			if err != nil {
				b.Fatal(err)
			}
			alone(b, s.Handler, p, floorAlone)
			b.ReportMetric(float64(n.Trips), "trips/op")
			b.ReportMetric(float64(n.Statements), "queries/op")
			b.ReportMetric(float64(len(html)), "html-B")
			b.ReportMetric(float64(a.Sent), "gzip-B")
		})
	}
	b.Run("golv, 16 samtidigt", func(b *testing.B) { floorTogether = together(b, floor, floor.page, 0) })
	for _, p := range pages {
		if p.Name == "möte" || p.Name == "att göra, chef" || p.Name == "ärende, chef" {
			b.Run(p.Name+", 16 samtidigt", func(b *testing.B) {
				s.warm(b, p)
				together(b, s.Handler, p, floorTogether)
			})
		}
	}
}

// region opens the product on the region, among the rows of a small organisation.
func region(b *testing.B) (*Stage, []Page, testdb.DB) {
	b.Helper()
	d := testdb.New(b)
	c := connect(b, d.SuperURL)
	var o Organisation
	for n, size := range []Size{Small, Region} {
		began := time.Now()
		var err error
		if o, err = Generate(b.Context(), c, n+1, size, true); err != nil {
			b.Fatal(err)
		}
		b.Logf("%s generated in %s", size.Name, time.Since(began).Round(time.Second))
	}
	if _, err := c.Exec(b.Context(), "VACUUM", pgx.QueryExecModeSimpleProtocol); err != nil {
		b.Fatal(err)
	}
	return stage(b, d, c, o, 50)
}

// judge has every matter judged that is on its way, as the first of a day does.
func (s *Stage) judge(b *testing.B) {
	b.ReportAllocs()
	for day := range b.N {
		if err := matter.Judge(b.Context(), s.DB, s.ID, Now.AddDate(0, 0, day+1)); err != nil {
			b.Fatal(err)
		}
	}
	if err := matter.Judge(b.Context(), s.DB, s.ID, Now); err != nil {
		b.Fatal(err)
	}
}

// floorStage is the floor's handler, and the page of meetings that it shows.
type floorStage struct {
	http.Handler
	page Page
}

// floor asks as the superuser, whom no policy binds, for the same meetings as the product's page.
func (s *Stage) floor(b *testing.B, d testdb.DB, pages []Page) floorStage {
	b.Helper()
	config, err := pgxpool.ParseConfig(d.SuperURL)
	if err != nil {
		b.Fatal(err)
	}
	config.MaxConns, config.ConnConfig.RuntimeParams["jit"] = 16, "off"
	pool, err := pgxpool.NewWithConfig(context.Background(), config)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(pool.Close)
	f := floorStage{Handler: Floor{pool}, page: Page{Name: "golv"}}
	for _, p := range pages {
		if p.Name == "möte" {
			for _, v := range p.Visits {
				f.page.Visits = append(f.page.Visits, Visit{Method: http.MethodGet, Path: fmt.Sprintf("%s?%d", v.Path, s.ID)})
			}
		}
	}
	return f
}

// warm visits every row of the page once.
func (s *Stage) warm(b *testing.B, p Page) {
	b.Helper()
	for _, v := range p.Visits {
		s.ask(b, v)
	}
}

// once visits the page's ith row.
func once(h http.Handler, p Page, i int) error {
	v := p.Visits[i%len(p.Visits)]
	a, err := Ask(h, v, false)
	if err == nil && a.Status >= http.StatusBadRequest {
		err = fmt.Errorf("%s %s: status %d", v.Method, v.Path, a.Status)
	}
	return err
}

// alone measures one reader, and answers nanoseconds for each page.
func alone(b *testing.B, h http.Handler, p Page, floor float64) float64 {
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		if err := once(h, p, i); err != nil {
			b.Fatal(err)
		}
		i++
	}
	return report(b, floor)
}

// together measures sixteen readers at a time.
func together(b *testing.B, h http.Handler, p Page, floor float64) float64 {
	b.ReportAllocs()
	b.SetParallelism(8) // on two cores
	b.ResetTimer()
	var i atomic.Int64
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			if err := once(h, p, int(i.Add(1))); err != nil {
				b.Error(err)
				return
			}
		}
	})
	per := report(b, floor)
	b.ReportMetric(float64(time.Second)/per, "pages/s")
	return per
}

func report(b *testing.B, floor float64) float64 {
	per := float64(b.Elapsed().Nanoseconds()) / float64(b.N)
	if floor > 0 {
		b.ReportMetric(per/floor, "x-floor")
	}
	return per
}
