package live

import (
	"context"
	"fmt"
	"log/slog"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/db"
)

// How often things are looked at.
const (
	pollEvery  = time.Second
	proveEvery = time.Minute // a connection that is silent is asked whether it lives
	firstPause = 250 * time.Millisecond
	longPause  = 15 * time.Second
)

// Source is where a hub hears of changes.
type Source struct {
	DB      *db.DB
	Channel string // to LISTEN on
	Poll    bool   // a transaction pooler stands between: ask for the versions instead
	// Versions tells how far an organisation's meetings have come, and which are over.
	Versions func(ctx context.Context, org int64, meetings []int64) (at map[int64]uint64, over map[int64]bool, err error)
	Log      *slog.Logger
}

// Run hears of changes until ctx ends, through every lost connection, and then closes the hub.
func (h *Hub) Run(ctx context.Context, s Source) {
	defer h.Close()
	if s.Poll {
		h.poll(ctx, s)
		return
	}
	pause := firstPause
	for ctx.Err() == nil {
		began, err := h.listen(ctx, s)
		if ctx.Err() != nil {
			return
		}
		s.Log.Warn("nothing is heard of meetings for now", slog.String("error", err.Error()))
		if began {
			pause = firstPause
		}
		wait(ctx, pause)
		pause = min(2*pause, longPause)
	}
}

func wait(ctx context.Context, d time.Duration) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
	case <-t.C:
	}
}

// listen hears what Postgres tells, on a connection of its own, until it breaks. began: it was heard at all.
func (h *Hub) listen(ctx context.Context, s Source) (began bool, err error) {
	pool := s.DB.Pool().Config()
	own := pool.ConnConfig.Copy()
	own.Tracer, own.RuntimeParams["application_name"] = nil, "samverka live"
	c, err := pgx.ConnectConfig(ctx, own)
	if err != nil {
		return false, err
	}
	defer func() { _ = c.Close(context.WithoutCancel(ctx)) }()
	if pool.AfterConnect != nil {
		if err := pool.AfterConnect(ctx, c); err != nil {
			return false, err
		}
	}
	if _, err := c.Exec(ctx, "LISTEN "+pgx.Identifier{s.Channel}.Sanitize()); err != nil {
		return false, err
	}
	h.everyone() // what happened while nobody listened
	for {
		waiting, cancel := context.WithTimeout(ctx, proveEvery)
		n, err := c.WaitForNotification(waiting)
		cancel()
		switch {
		case err == nil:
			h.heard(n.Payload)
		case ctx.Err() != nil || waiting.Err() == nil:
			return true, err
		default:
			if err := c.Ping(ctx); err != nil {
				return true, err
			}
		}
	}
}

// heard reads "organisation meeting version status".
func (h *Hub) heard(payload string) {
	parts := strings.Fields(payload)
	if len(parts) != 4 {
		return
	}
	var n [3]uint64
	for i := range n {
		v, err := strconv.ParseUint(parts[i], 10, 63)
		if err != nil {
			return
		}
		n[i] = v
	}
	h.tell(Place{int64(n[0]), int64(n[1])}, n[2], parts[3] != "planned" && parts[3] != "open")
}

// poll asks for the versions of what is followed.
func (h *Hub) poll(ctx context.Context, s Source) {
	tick := time.NewTicker(pollEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		for org, meetings := range h.followed() {
			if err := h.look(ctx, s, org, meetings); err != nil && ctx.Err() == nil {
				s.Log.Warn("the versions of meetings cannot be read", slog.String("error", err.Error()))
			}
		}
	}
}

func (h *Hub) look(ctx context.Context, s Source, org int64, meetings []int64) error {
	at, over, err := s.Versions(ctx, org, meetings)
	if err != nil {
		return fmt.Errorf("organisation %d: %w", org, err)
	}
	for id, version := range at {
		h.tell(Place{org, id}, version, over[id])
	}
	return nil
}
