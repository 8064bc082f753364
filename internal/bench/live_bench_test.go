package bench

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/testdb"
)

// liveSize has as many groups as the region, and fewer people behind them.
var liveSize = Size{Name: "Region Mellansjö", Employees: 10_000, Units: 2_000, FSG: 18, LSG: 420, Unions: 20, Reps: 1_400, Safety: 2_500, Years: 1, Today: 60}

// BenchmarkLive measures how long it takes from that the notes are saved until everybody who follows has looked again: 500
// viewers of one meeting, and 300 meetings with 5 viewers each, each saving every ten seconds. Everything runs in this
// process, streams and refetches through the product's whole handler, on two cores beside Postgres; what a network and a
// browser add, and the browsers' spreading of at most 250 ms, is not counted.
func BenchmarkLive(b *testing.B) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(2))
	d := testdb.New(b)
	c := connect(b, d.SuperURL)
	o, err := Generate(b.Context(), c, 1, liveSize, true)
	if err != nil {
		b.Fatal(err)
	}
	s, _, _ := stage(b, d, c, o, 2)
	meetings, err := o.goLive(b.Context(), c, 300, 500)
	if err != nil {
		b.Fatal(err)
	}
	if len(meetings) < 300 {
		b.Fatalf("only %d meetings go on", len(meetings))
	}
	ctx, stop := context.WithCancel(b.Context())
	defer stop()
	go s.Listen(ctx)
	b.Run("500 åskådare på ett möte", func(b *testing.B) { s.oneMeeting(b, c, meetings[0]) })
	b.Run("300 möten med 5 åskådare", func(b *testing.B) { s.manyMeetings(b, c, meetings) })
}

// audience lets viewers of each meeting follow, and answers how many bytes each costs.
func (s *Stage) audience(b *testing.B, ctx context.Context, meetings []*Live, each int) (*Audience, float64) {
	b.Helper()
	a := &Audience{stage: s, waiting: map[string]*wave{}}
	before := memory()
	for i, m := range meetings {
		for k := range each {
			if err := a.Follow(ctx, s.Token(s.Units+1+(i*each+k)%500), m.Path); err != nil {
				b.Fatal(err)
			}
		}
	}
	return a, (memory() - before) / float64(len(meetings)*each)
}

// memory is what is in use, heap and stacks, after tidying up.
func memory() float64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc + m.StackInuse)
}

func (s *Stage) oneMeeting(b *testing.B, c *pgx.Conn, m *Live) {
	const viewers = 500
	ctx, stop := context.WithCancel(b.Context())
	defer stop()
	a, each := s.audience(b, ctx, []*Live{m}, viewers)
	var all []time.Duration
	n := 0
	for b.Loop() {
		n++
		took, err := a.Save(m, viewers, fmt.Sprintf("Anteckning %d.", n))
		if err != nil {
			b.Fatal(err)
		}
		all = append(all, took...)
	}
	s.report(b, c, all, each)
}

func (s *Stage) manyMeetings(b *testing.B, c *pgx.Conn, meetings []*Live) {
	const viewers, every, rounds = 5, 10 * time.Second, 2
	ctx, stop := context.WithCancel(b.Context())
	defer stop()
	a, each := s.audience(b, ctx, meetings, viewers)
	var mu sync.Mutex
	var all []time.Duration
	for n := 0; b.Loop(); n++ {
		var wg sync.WaitGroup
		for i, m := range meetings {
			wg.Go(func() {
				time.Sleep(every * time.Duration(i) / time.Duration(len(meetings)))
				for k := range rounds {
					began := time.Now()
					took, err := a.Save(m, viewers, fmt.Sprintf("Anteckning %d %d.", n, k))
					if err != nil {
						b.Error(err)
						return
					}
					mu.Lock()
					all = append(all, took...)
					mu.Unlock()
					time.Sleep(every - time.Since(began))
				}
			})
		}
		wg.Wait()
	}
	s.report(b, c, all, each)
}

func (s *Stage) report(b *testing.B, c *pgx.Conn, all []time.Duration, each float64) {
	b.Helper()
	if len(all) == 0 {
		return
	}
	slices.Sort(all)
	at := func(share float64) float64 {
		return float64(all[int(share*float64(len(all)-1))].Microseconds()) / 1000
	}
	b.ReportMetric(at(0.5), "p50-ms")
	b.ReportMetric(at(0.99), "p99-ms")
	b.ReportMetric(at(1), "last-ms")
	b.ReportMetric(each, "B/viewer")
	b.ReportMetric(float64(connections(b, c)), "pg-conns")
	b.ReportMetric(0, "ns/op")
}

// connections is how many the application has to Postgres, the one that listens included.
func connections(t testing.TB, c *pgx.Conn) (n int) {
	t.Helper()
	if err := c.QueryRow(context.Background(), `SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'samverka%'`).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

// Connections do not grow with those who follow: the pool and one that listens.
func TestConnectionsDoNotGrowWithViewers(t *testing.T) {
	t.Parallel()
	d := testdb.New(t)
	c := connect(t, d.SuperURL)
	o, err := Generate(t.Context(), c, 1, Small, true)
	if err != nil {
		t.Fatal(err)
	}
	s, _, _ := stage(t, d, c, o, 2)
	meetings, err := o.goLive(t.Context(), c, 3, 30)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	go s.Listen(ctx)
	a := &Audience{stage: s, waiting: map[string]*wave{}}
	for i := range 150 {
		if err := a.Follow(ctx, s.Token(s.Units+1+i%30), meetings[i%3].Path); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := a.Save(meetings[0], 50, "Alla ska se det."); err != nil {
		t.Fatal(err)
	}
	most := int(s.DB.Pool().Config().MaxConns) + 1
	if got := connections(t, c); got > most {
		t.Errorf("%d connections for 150 viewers, want at most the pool's and one: %d", got, most)
	}
	var listening int
	if err := c.QueryRow(t.Context(), `SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'samverka live'`).Scan(&listening); err != nil {
		t.Fatal(err)
	}
	if listening != 1 {
		t.Errorf("%d connections listen, want 1", listening)
	}
	if got := s.DB.Pool().Stat().AcquiredConns(); got != 0 {
		t.Errorf("viewers who wait hold %d connections", got)
	}
}
