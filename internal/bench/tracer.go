package bench

import (
	"context"
	"sync"

	"github.com/jackc/pgx/v5"
)

// Count is what the database was asked: statements, and the round trips that they went out in.
type Count struct{ Statements, Trips int }

// Tracer counts what goes to the database, and keeps the statements while Keep is set. Preparing a statement, once for each
// connection, is not counted.
type Tracer struct {
	mu    sync.Mutex
	count Count
	Keep  bool
	Kept  []Statement
}

// Statement is one that was sent.
type Statement struct {
	SQL  string
	Args []any
}

// Reset forgets what has been counted.
func (t *Tracer) Reset() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.count, t.Kept = Count{}, nil
}

// Count is what has been counted since the last Reset.
func (t *Tracer) Count() Count {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.count
}

func (t *Tracer) add(statements, trips int, sql string, args []any) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.count.Statements += statements
	t.count.Trips += trips
	if t.Keep && statements > 0 {
		t.Kept = append(t.Kept, Statement{sql, args})
	}
}

// TraceQueryStart implements pgx.QueryTracer.
func (t *Tracer) TraceQueryStart(ctx context.Context, _ *pgx.Conn, d pgx.TraceQueryStartData) context.Context {
	t.add(1, 1, d.SQL, d.Args)
	return ctx
}

// TraceQueryEnd implements pgx.QueryTracer.
func (t *Tracer) TraceQueryEnd(context.Context, *pgx.Conn, pgx.TraceQueryEndData) {}

// TraceBatchStart implements pgx.BatchTracer.
func (t *Tracer) TraceBatchStart(ctx context.Context, _ *pgx.Conn, _ pgx.TraceBatchStartData) context.Context {
	t.add(0, 1, "", nil)
	return ctx
}

// TraceBatchQuery implements pgx.BatchTracer.
func (t *Tracer) TraceBatchQuery(_ context.Context, _ *pgx.Conn, d pgx.TraceBatchQueryData) {
	t.add(1, 0, d.SQL, d.Args)
}

// TraceBatchEnd implements pgx.BatchTracer.
func (t *Tracer) TraceBatchEnd(context.Context, *pgx.Conn, pgx.TraceBatchEndData) {}
