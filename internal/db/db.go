// Package db is the only door to Postgres: a pool that speaks as the application's role, and work confined to one
// organisation. It knows no tables.
package db

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"

	"samverka/internal/fail"
)

// AppRole is the role that obeys the policies; the application never works as another.
const AppRole = "samverka_app"

// DB is the pool, working as AppRole.
type DB struct{ pool *pgxpool.Pool }

// New wraps a pool whose connections already work as AppRole.
func New(pool *pgxpool.Pool) *DB { return &DB{pool} }

// Options tune the pool; the zero value is right for one process on a small machine.
type Options struct {
	MaxConns int32           // 0: 10
	Pooler   bool            // a transaction pooler stands between: no prepared statements are kept on the server
	Tracer   pgx.QueryTracer // counts round trips in tests
}

// Open connects to url and takes on AppRole on every connection.
func Open(ctx context.Context, url string, o Options) (*DB, error) {
	c, err := pgxpool.ParseConfig(url)
	if err != nil {
		return nil, fmt.Errorf("reading the database address: %w", err)
	}
	c.MaxConns = max(o.MaxConns, 10)
	c.MinConns = c.MaxConns / 2
	c.MaxConnLifetime, c.MaxConnLifetimeJitter = time.Hour, 10*time.Minute
	c.ConnConfig.ConnectTimeout = 3 * time.Second
	c.ConnConfig.Tracer = o.Tracer
	if o.Pooler {
		c.ConnConfig.DefaultQueryExecMode = pgx.QueryExecModeCacheDescribe
	}
	for k, v := range map[string]string{"statement_timeout": "20s", "lock_timeout": "5s", "idle_in_transaction_session_timeout": "30s",
		"timezone": "UTC", "application_name": "samverka", "jit": "off"} {
		if _, set := c.ConnConfig.RuntimeParams[k]; !set {
			c.ConnConfig.RuntimeParams[k] = v
		}
	}
	c.AfterConnect = func(ctx context.Context, conn *pgx.Conn) error {
		if c.ConnConfig.User == AppRole {
			return nil
		}
		_, err := conn.Exec(ctx, "SET ROLE "+AppRole)
		return err
	}
	pool, err := pgxpool.NewWithConfig(ctx, c)
	if err != nil {
		return nil, fmt.Errorf("opening the database: %w", err)
	}
	if err := pool.Ping(ctx); err != nil {
		pool.Close()
		return nil, fmt.Errorf("reaching the database: %w", err)
	}
	return New(pool), nil
}

// Close waits for work in hand and closes the pool.
func (d *DB) Close() { d.pool.Close() }

// Pool is for what works beside the organisations: sign-in (internal/identity) and the job queue (internal/notify).
func (d *DB) Pool() *pgxpool.Pool { return d.pool }

// Ping asks the database whether it answers.
func (d *DB) Ping(ctx context.Context) error { return d.pool.Ping(ctx) }

// OrgTx is a transaction confined to one organisation. Store functions take an *OrgTx, so a query outside any
// organisation does not compile.
type OrgTx struct {
	pgx.Tx
	OrgID int64
}

const enter = `SELECT set_config('app.org_id', $1, true)`

// InOrg runs f in a transaction that sees only organisation orgID; all of it is stored, or nothing.
func (d *DB) InOrg(ctx context.Context, orgID int64, f func(*OrgTx) error) error {
	err := pgx.BeginFunc(ctx, d.pool, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, enter, strconv.FormatInt(orgID, 10)); err != nil {
			return fmt.Errorf("entering organisation %d: %w", orgID, err)
		}
		return f(&OrgTx{tx, orgID})
	})
	return explain(err)
}

// Batch is a set of reads sent together in one round trip.
type Batch struct{ b pgx.Batch }

// Query queues one read; scan gets its rows when the batch is sent.
func (b *Batch) Query(sql string, args []any, scan func(pgx.Rows) error) {
	b.b.Queue(sql, args...).Query(scan)
}

// One queues a read of exactly one row into dst, by column name; no row is the refusal missing.
func One[T any](b *Batch, dst *T, missing error, sql string, args ...any) {
	b.Query(sql, args, func(rows pgx.Rows) error {
		v, err := pgx.CollectExactlyOneRow(rows, pgx.RowToStructByName[T])
		if errors.Is(err, pgx.ErrNoRows) {
			return missing
		}
		*dst = v
		return err
	})
}

// Many queues a read of any number of rows into dst, by column name.
func Many[T any](b *Batch, dst *[]T, sql string, args ...any) {
	b.Query(sql, args, func(rows pgx.Rows) (err error) {
		*dst, err = pgx.CollectRows(rows, pgx.RowToStructByName[T])
		return err
	})
}

// Scalars queues a read of one column into dst.
func Scalars[T any](b *Batch, dst *[]T, sql string, args ...any) {
	b.Query(sql, args, func(rows pgx.Rows) (err error) {
		*dst, err = pgx.CollectRows(rows, pgx.RowTo[T])
		return err
	})
}

// ReadOrg sends the batch as one round trip that sees only organisation orgID. Postgres takes it as one transaction, so
// all reads see the same moment.
func (d *DB) ReadOrg(ctx context.Context, orgID int64, b *Batch) error {
	var all pgx.Batch
	all.Queue(enter, strconv.FormatInt(orgID, 10))
	all.QueuedQueries = append(all.QueuedQueries, b.b.QueuedQueries...)
	return explain(d.pool.SendBatch(ctx, &all).Close())
}

// Send sends the batch inside the transaction, as one round trip.
func (tx *OrgTx) Send(ctx context.Context, b *Batch) error { return tx.SendBatch(ctx, &b.b).Close() }

// Exec1 runs an update that must touch exactly one row; no row is a Conflict: somebody else was first.
func (tx *OrgTx) Exec1(ctx context.Context, sql string, args ...any) error {
	tag, err := tx.Exec(ctx, sql, args...)
	if err != nil {
		return err
	}
	if tag.RowsAffected() == 0 {
		return fail.New(fail.Conflict, "error.conflict")
	}
	return nil
}

// explain turns what the database says into refusals where people can do something about it; the values in Postgres'
// messages never reach a page.
func explain(err error) error {
	var pg *pgconn.PgError
	switch {
	case err == nil, fail.KindOf(err) != fail.Internal:
		return err
	case errors.As(err, &pg):
		if k, ok := constraintKeys[pg.ConstraintName]; ok {
			return fail.Wrap(k.kind, err, k.key)
		}
		switch pg.Code[:2] {
		case "22": // a value that the column cannot hold
			return fail.Wrap(fail.Invalid, err, "error.value")
		case "40", "55": // serialisation, deadlock, lock not available
			return fail.Wrap(fail.Conflict, err, "error.conflict")
		case "53", "57", "08": // out of resources, cancelled, connection
			return fail.Wrap(fail.Unavailable, err, "error.unavailable")
		}
	case errors.Is(err, context.DeadlineExceeded), pgconn.Timeout(err):
		return fail.Wrap(fail.Unavailable, err, "error.unavailable")
	}
	return err
}

// constraintKeys says in words what the database refuses although the rules let it through.
var constraintKeys = map[string]struct {
	kind fail.Kind
	key  string
}{
	"attendances_person_fkey":    {fail.Invalid, "error.value"},
	"attendances_replaces_fkey":  {fail.Invalid, "error.value"},
	"decisions_gate":             {fail.Invalid, "error.decision_gate"},
	"minutes_immutable":          {fail.Conflict, "error.minutes_immutable"},
	"minutes_gate":               {fail.Conflict, "meeting.error.minutes_changed"},
	"adjusters_gate":             {fail.Conflict, "meeting.error.minutes_changed"},
	"minutes_versions_pkey":      {fail.Conflict, "error.conflict"},
	"minutes_parts_one_standing": {fail.Conflict, "minutes.error.part_standing"},
	"phrases_seed_once":          {fail.Conflict, "error.conflict"},
	"risk_rows_fixed":            {fail.Conflict, "error.risk_fixed"},
	"exceptions_one_open":        {fail.Conflict, "error.exception_open"},
	"matter_handovers_one_open":  {fail.Conflict, "error.conflict"},
	"retention_rules_pkey":       {fail.Conflict, "error.conflict"},
	"weedings_one_open":          {fail.Invalid, "retention.error.waiting"},
}

// Exec queues one write; for transactions only.
func (b *Batch) Exec(sql string, args ...any) { b.b.Queue(sql, args...) }
