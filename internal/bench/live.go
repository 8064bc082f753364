package bench

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
)

// Audience is who follows meetings as they go: viewers, each with a stream, who look again when they are told to.
type Audience struct {
	stage   *Stage
	mu      sync.Mutex
	waiting map[string]*wave // by the path of the meeting
}

// wave is one save on its way to everybody who follows.
type wave struct {
	version uint64
	began   time.Time
	left    int
	took    []time.Duration
	done    chan struct{}
}

// viewer is one who follows.
type viewer struct {
	token, path string
	news        chan uint64
	header      http.Header
}

// Header implements http.ResponseWriter.
func (v *viewer) Header() http.Header { return v.header }

// WriteHeader implements http.ResponseWriter.
func (v *viewer) WriteHeader(int) {}

// Flush implements http.Flusher.
func (v *viewer) Flush() {}

// Write implements http.ResponseWriter: what comes is an event.
func (v *viewer) Write(b []byte) (int, error) {
	if _, data, ok := strings.Cut(string(b), "event: andrat\ndata: "); ok {
		if n, err := strconv.ParseUint(strings.TrimSpace(data), 10, 64); err == nil {
			select {
			case <-v.news:
			default:
			}
			v.news <- n
		}
	}
	return len(b), nil
}

// Follow opens a viewer's stream of the meeting at path, which ends with ctx.
func (a *Audience) Follow(ctx context.Context, token, path string) error {
	v := &viewer{token: token, path: path, news: make(chan uint64, 1), header: http.Header{}}
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://samverka.test"+path+"/strom", nil)
	if err != nil {
		return err
	}
	r.RemoteAddr = "192.0.2.1:1234"
	r.AddCookie(&http.Cookie{Name: "session", Value: token})
	go a.stage.Handler.ServeHTTP(v, r)
	select {
	case <-v.news: // how far the meeting has come
	case <-time.After(30 * time.Second):
		return fmt.Errorf("%s: the stream does not begin", path)
	}
	go a.look(ctx, v)
	return nil
}

// look looks again each time there is something new, and notes when it has come.
func (a *Audience) look(ctx context.Context, v *viewer) {
	for {
		select {
		case <-ctx.Done():
			return
		case n := <-v.news:
			got, err := Ask(a.stage.Handler, Visit{Method: http.MethodGet, Path: v.path + "/lage", Token: v.token, Script: true}, false)
			if err == nil && got.Status == http.StatusOK {
				a.arrived(v.path, n)
			}
		}
	}
}

func (a *Audience) arrived(path string, version uint64) {
	a.mu.Lock()
	defer a.mu.Unlock()
	w := a.waiting[path]
	if w == nil || version < w.version || w.left == 0 {
		return
	}
	w.took = append(w.took, time.Since(w.began))
	if w.left--; w.left == 0 {
		close(w.done)
	}
}

// Live is a meeting that goes on, and who writes in it.
type Live struct {
	Path, Item string
	Chair      string // token
	version    int    // of the notes
	seen       int64  // of the meeting
}

// Save saves the notes once and waits until all viewers of the meeting have looked again.
func (a *Audience) Save(m *Live, viewers int, text string) ([]time.Duration, error) {
	w := &wave{began: time.Now(), left: viewers, done: make(chan struct{}), version: uint64(m.seen + 1)}
	a.mu.Lock()
	a.waiting[m.Path] = w
	a.mu.Unlock()
	m.version++
	m.seen++
	got, err := Ask(a.stage.Handler, Visit{Method: http.MethodPost, Path: m.Path + "/punkter/" + m.Item + "/anteckning", Token: m.Chair, Script: true,
		Form: url.Values{"note": {text}, "version": {strconv.Itoa(m.version)}}}, true)
	if err != nil {
		return nil, err
	}
	if got.Status != http.StatusOK {
		html, _ := got.HTML()
		return nil, fmt.Errorf("%s: status %d: %s", m.Path, got.Status, html)
	}
	select {
	case <-w.done:
		return w.took, nil
	case <-time.After(time.Minute):
		return nil, fmt.Errorf("%s: %d of %d viewers have not looked again after a minute", m.Path, w.left, viewers)
	}
}

// goLive opens n of the organisation's meetings as the superuser that c is, and makes HR of its first viewers, who may follow
// them all.
func (o Organisation) goLive(ctx context.Context, c *pgx.Conn, n, viewers int) ([]*Live, error) {
	for _, sql := range []string{
		`UPDATE meetings SET status = 'open', opened_at = @now WHERE id IN (SELECT me.id FROM meetings me WHERE me.org_id = @org AND me.status IN ('open', 'planned')
			AND EXISTS (SELECT FROM agenda_items ai WHERE ai.meeting_id = me.id) ORDER BY me.status, me.starts_at, me.id LIMIT @count)`,
		`INSERT INTO mandates (org_id, person_id, role, valid_from) SELECT @org, @base + @units + i, 'hr', @day::date - 30 FROM generate_series(1, @viewers) i`,
		`UPDATE sessions SET role = 'hr' WHERE org_id = @org AND person_id BETWEEN @base + @units + 1 AND @base + @units + @viewers`,
	} {
		sql = strings.NewReplacer("@org", fmt.Sprint(o.ID), "@base", fmt.Sprint(o.Base), "@count", fmt.Sprint(n), "@viewers", fmt.Sprint(viewers), "@units", fmt.Sprint(o.Units), "@day", "'"+Day.String()+"'",
			"@now", "'"+Now.UTC().Format("2006-01-02 15:04:05+00")+"'").Replace(sql)
		if _, err := c.Exec(ctx, sql); err != nil {
			return nil, fmt.Errorf("%s: %w", sql, err)
		}
	}
	rows, _ := c.Query(ctx, `
		SELECT me.id, (SELECT min(ai.id) FROM agenda_items ai WHERE ai.meeting_id = me.id), g.chair_id,
		       (SELECT ai.note_version FROM agenda_items ai WHERE ai.meeting_id = me.id ORDER BY ai.id LIMIT 1), me.live_version
		FROM   meetings me JOIN groups g ON g.id = me.group_id WHERE me.org_id = $1 AND me.status = 'open' ORDER BY me.id LIMIT $2`, o.ID, n)
	return pgx.CollectRows(rows, func(row pgx.CollectableRow) (*Live, error) {
		var meeting, item, chair int64
		m := &Live{}
		err := row.Scan(&meeting, &item, &chair, &m.version, &m.seen)
		m.Path, m.Item, m.Chair = fmt.Sprintf("/moten/%d", meeting), fmt.Sprint(item), o.Token(int(chair-o.Base))
		m.version--
		return m, err
	})
}
