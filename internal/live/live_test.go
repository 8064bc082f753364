package live

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"

	"samverka/internal/db"
	"samverka/internal/testdb"
)

func follow(t *testing.T, h *Hub, org, meeting int64) (<-chan uint64, func()) {
	t.Helper()
	news, leave, err := h.Subscribe(org, meeting)
	if err != nil {
		t.Fatal(err)
	}
	return news, leave
}

// taken is what lies in the channel; -1: nothing, -2: it is closed.
func taken(news <-chan uint64) int {
	select {
	case v, open := <-news:
		if !open {
			return -2
		}
		return int(v)
	default:
		return -1
	}
}

func TestTellsThoseWhoFollowTheMeeting(t *testing.T) {
	t.Parallel()
	h := New()
	a, leaveA := follow(t, h, 1, 7)
	b, _ := follow(t, h, 1, 7)
	other, _ := follow(t, h, 1, 8)
	foreign, _ := follow(t, h, 2, 7)
	for _, v := range []string{"1 7 3 open", "1 7 4 open", "1 7 5 open"} {
		h.heard(v)
	}
	if got := taken(a); got != 5 {
		t.Errorf("three changes came as %d, want the newest alone", got)
	}
	if got := taken(a); got != -1 {
		t.Errorf("after the newest came %d", got)
	}
	if got := taken(b); got != 5 {
		t.Errorf("the other follower heard %d", got)
	}
	if got := taken(other); got != -1 {
		t.Errorf("another meeting's follower heard %d", got)
	}
	if got := taken(foreign); got != -1 {
		t.Errorf("another organisation's follower heard %d", got)
	}
	h.heard("1 7 4 open") // late, from another process
	if got := taken(a); got != -1 {
		t.Errorf("an older version came: %d", got)
	}
	leaveA()
	leaveA()
	h.heard("1 7 6 open")
	if got := taken(a); got != -1 {
		t.Errorf("whoever has left heard %d", got)
	}
	if got := h.Followers(); got != 3 {
		t.Errorf("%d follow, want 3", got)
	}
}

func TestEndsWithTheMeetingAndTheHub(t *testing.T) {
	t.Parallel()
	h := New()
	over, leave := follow(t, h, 1, 7)
	goesOn, _ := follow(t, h, 1, 8)
	h.heard("1 7 9 closed")
	if got := taken(over); got != 9 {
		t.Errorf("the last version came as %d", got)
	}
	if got := taken(over); got != -2 {
		t.Errorf("a closed meeting is followed on: %d", got)
	}
	leave()
	h.Close()
	if got := taken(goesOn); got != -2 {
		t.Errorf("a closed hub is followed on: %d", got)
	}
	if _, _, err := h.Subscribe(1, 7); !errors.Is(err, ErrFull) {
		t.Errorf("a closed hub took a follower: %v", err)
	}
	if got := h.Followers(); got != 0 {
		t.Errorf("%d follow a closed hub", got)
	}
}

func TestWhatIsNotUnderstoodIsLeft(t *testing.T) {
	t.Parallel()
	h := New()
	news, _ := follow(t, h, 1, 7)
	for _, payload := range []string{"", "1 7 3", "1 7 x open", "-1 7 3 open", "1 7 3 open more", "99999999999999999999 7 3 open"} {
		h.heard(payload)
	}
	if got := taken(news); got != -1 {
		t.Errorf("nonsense came as %d", got)
	}
}

// Followers come and go while changes come: nothing is left behind, and nothing is sent on a closed channel.
func TestNothingLeaks(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	h := New()
	var wg sync.WaitGroup
	for i := range 200 {
		wg.Go(func() {
			for range 20 {
				news, leave, err := h.Subscribe(1, int64(i%5))
				if err != nil {
					t.Error(err)
					return
				}
				h.heard(fmt.Sprintf("1 %d %d open", i%5, i))
				select {
				case <-news:
				case <-time.After(10 * time.Millisecond):
				}
				if i%7 == 0 {
					h.heard(fmt.Sprintf("1 %d %d closed", i%5, i))
				}
				leave()
			}
		})
	}
	wg.Wait()
	if got, rooms := h.Followers(), len(h.rooms); got != 0 || rooms != 0 {
		t.Errorf("%d followers and %d rooms are left", got, rooms)
	}
}

func source(t *testing.T) (testdb.DB, Source) {
	t.Helper()
	d := testdb.New(t)
	return d, Source{DB: db.New(d.App), Channel: "samverka_live", Log: slog.New(slog.DiscardHandler)}
}

func await(t *testing.T, news <-chan uint64, want uint64) {
	t.Helper()
	for {
		select {
		case v, open := <-news:
			if v == want && open {
				return
			}
			if !open {
				t.Fatalf("closed before %d came", want)
			}
		case <-time.After(20 * time.Second):
			t.Fatalf("%d did not come", want)
		}
	}
}

func notify(t *testing.T, d testdb.DB, payload string) {
	t.Helper()
	if _, err := d.Super.Exec(t.Context(), `SELECT pg_notify('samverka_live', $1)`, payload); err != nil {
		t.Fatal(err)
	}
}

// However many follow, Postgres sees one listener; and a connection that is lost is made anew.
func TestOneConnectionListens(t *testing.T) {
	t.Parallel()
	d, s := source(t)
	h := New()
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { h.Run(ctx, s); close(done) }()
	var all []<-chan uint64
	for i := range 300 {
		news, _ := follow(t, h, 1, int64(i%30))
		all = append(all, news)
	}
	await(t, all[0], 0) // it listens
	listeners := func() (pids []int32) {
		rows, err := d.Super.Query(t.Context(), `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`)
		if err != nil {
			t.Fatal(err)
		}
		defer rows.Close()
		for rows.Next() {
			var pid int32
			if err := rows.Scan(&pid); err != nil {
				t.Fatal(err)
			}
			pids = append(pids, pid)
		}
		return pids
	}
	if got := listeners(); len(got) != 1 {
		t.Errorf("%d connections listen for 300 followers, want 1", len(got))
	}
	notify(t, d, "1 0 5 open")
	await(t, all[0], 5)
	for _, pid := range listeners() {
		if _, err := d.Super.Exec(t.Context(), `SELECT pg_terminate_backend($1)`, pid); err != nil {
			t.Fatal(err)
		}
	}
	await(t, all[0], 0) // something may have been missed
	notify(t, d, "1 0 6 open")
	await(t, all[0], 6)
	stop()
	select {
	case <-done:
	case <-time.After(10 * time.Second):
		t.Fatal("it does not end")
	}
	if got := h.Followers(); got != 0 {
		t.Errorf("%d follow after the end", got)
	}
}

// Behind a transaction pooler the versions are asked for, only of what is followed.
func TestAsksWherePostgresCannotTell(t *testing.T) {
	t.Parallel()
	_, s := source(t)
	var version atomic.Uint64
	version.Store(4)
	s.Poll, s.Versions = true, func(_ context.Context, org int64, meetings []int64) (map[int64]uint64, map[int64]bool, error) {
		if org != 1 || len(meetings) != 1 || meetings[0] != 7 {
			t.Errorf("asked for %v of %d", meetings, org)
		}
		v := version.Load()
		return map[int64]uint64{7: v}, map[int64]bool{7: v == 6}, nil
	}
	h := New()
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	go h.Run(ctx, s)
	news, _ := follow(t, h, 1, 7)
	await(t, news, 4)
	version.Store(5)
	await(t, news, 5)
	version.Store(6)
	await(t, news, 6)
	if v, open := <-news; open {
		t.Errorf("a meeting that is over told %d", v)
	}
}
