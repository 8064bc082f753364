package metrics

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/prometheus/client_golang/prometheus"

	"samverka/internal/db"
)

// patience is how long one look at the database may take.
const patience = 3 * time.Second

func describe(name, help string, labels ...string) *prometheus.Desc {
	return prometheus.NewDesc("samverka_"+name, help, labels, nil)
}

// pool measures the connections to Postgres.
type pool struct{ db *db.DB }

var (
	connections = describe("db_connections", "Connections to Postgres, by state.", "state")
	connMost    = describe("db_connections_max", "The most connections that this process opens.")
	waits       = describe("db_acquire_waits_total", "Times that no connection was free.")
	cancelled   = describe("db_acquire_cancelled_total", "Times that somebody gave up waiting for a connection.")
	waited      = describe("db_acquire_seconds_total", "Time spent waiting for connections.")
)

// Describe implements prometheus.Collector.
func (pool) Describe(ch chan<- *prometheus.Desc) {
	for _, d := range []*prometheus.Desc{connections, connMost, waits, cancelled, waited} {
		ch <- d
	}
}

// Collect implements prometheus.Collector.
func (p pool) Collect(ch chan<- prometheus.Metric) {
	s := p.db.Pool().Stat()
	gauge := func(d *prometheus.Desc, v float64, labels ...string) {
		ch <- prometheus.MustNewConstMetric(d, prometheus.GaugeValue, v, labels...)
	}
	gauge(connections, float64(s.AcquiredConns()), "used")
	gauge(connections, float64(s.IdleConns()), "idle")
	gauge(connMost, float64(s.MaxConns()))
	ch <- prometheus.MustNewConstMetric(waits, prometheus.CounterValue, float64(s.EmptyAcquireCount()))
	ch <- prometheus.MustNewConstMetric(cancelled, prometheus.CounterValue, float64(s.CanceledAcquireCount()))
	ch <- prometheus.MustNewConstMetric(waited, prometheus.CounterValue, s.AcquireDuration().Seconds())
}

// work measures the jobs and mails that wait or have stopped, in the whole installation.
type work struct{ db *db.DB }

var (
	jobs    = describe("jobs", "Jobs that wait, run or have stopped.", "queue", "state")
	jobAge  = describe("jobs_oldest_seconds", "How long the oldest job that could run has waited.", "queue")
	pending = describe("mails", "Mails that are not settled, or did not arrive, by state.", "state")
)

// Describe implements prometheus.Collector.
func (work) Describe(ch chan<- *prometheus.Desc) {
	for _, d := range []*prometheus.Desc{jobs, jobAge, pending} {
		ch <- d
	}
}

// Collect implements prometheus.Collector.
func (w work) Collect(ch chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if err := w.jobs(ctx, ch); err != nil {
		ch <- prometheus.NewInvalidMetric(jobs, fmt.Errorf("counting jobs: %w", err))
	}
	if err := w.mails(ctx, ch); err != nil {
		ch <- prometheus.NewInvalidMetric(pending, fmt.Errorf("counting mails: %w", err))
	}
}

func (w work) jobs(ctx context.Context, ch chan<- prometheus.Metric) error {
	rows, err := w.db.Pool().Query(ctx, `
		SELECT queue, state::text, count(*)::float8, coalesce(extract(epoch FROM now() - min(scheduled_at) FILTER (WHERE state = 'available')), 0)::float8
		FROM   river_job WHERE state IN ('available', 'running', 'retryable', 'scheduled', 'discarded') GROUP BY 1, 2`)
	if err != nil {
		return err
	}
	var queue, state string
	var n, age float64
	_, err = pgx.ForEachRow(rows, []any{&queue, &state, &n, &age}, func() error {
		ch <- prometheus.MustNewConstMetric(jobs, prometheus.GaugeValue, n, queue, state)
		if state == "available" {
			ch <- prometheus.MustNewConstMetric(jobAge, prometheus.GaugeValue, max(age, 0), queue)
		}
		return nil
	})
	return err
}

// mails asks in each organisation, since none sees another's, and adds up.
func (w work) mails(ctx context.Context, ch chan<- prometheus.Metric) error {
	rows, err := w.db.Pool().Query(ctx, `SELECT id FROM organisations`)
	if err != nil {
		return err
	}
	orgs, err := pgx.CollectRows(rows, pgx.RowTo[int64])
	if err != nil {
		return err
	}
	sum := map[string]float64{}
	var b pgx.Batch
	for _, org := range orgs {
		b.Queue(`SELECT set_config('app.org_id', $1, true)`, strconv.FormatInt(org, 10))
		b.Queue(`SELECT state, count(*)::float8 FROM mails WHERE org_id = $1 AND state IN ('queued', 'sending', 'failed', 'unclear', 'digest', 'bounced') GROUP BY 1`, org).
			Query(func(rows pgx.Rows) error {
				var state string
				var n float64
				_, err := pgx.ForEachRow(rows, []any{&state, &n}, func() error { sum[state] += n; return nil })
				return err
			})
	}
	if err := w.db.Pool().SendBatch(ctx, &b).Close(); err != nil {
		return err
	}
	for state, n := range sum {
		ch <- prometheus.MustNewConstMetric(pending, prometheus.GaugeValue, n, state)
	}
	return nil
}
