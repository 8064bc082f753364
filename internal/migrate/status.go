package migrate

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/pressly/goose/v3"

	"samverka/migrations"
)

// State is what a database has been migrated to, beside what this program
// carries.
type State struct {
	Have, Want int64
	Pending    []string // file names, in order
}

// Status reads the state without changing anything: a database that has never
// been migrated has 0.
func Status(ctx context.Context, url string) (State, error) {
	c, err := pgx.Connect(ctx, url)
	if err != nil {
		return State{}, err
	}
	defer c.Close(context.WithoutCancel(ctx))
	return status(ctx, c, migrations.FS)
}

// Querier is a pool, connection or transaction.
type Querier interface {
	QueryRow(ctx context.Context, sql string, args ...any) pgx.Row
}

// AtVersion answers nil when the database has exactly the migrations of this
// program, else an error that says which it has. It is one quick query, which
// the application's role may ask.
func AtVersion(ctx context.Context, q Querier) error {
	s, err := status(ctx, q, migrations.FS)
	if err != nil {
		return err
	}
	if s.Have != s.Want {
		return fmt.Errorf("the database is at version %d and this program expects %d", s.Have, s.Want)
	}
	return nil
}

func status(ctx context.Context, q Querier, files fs.FS) (State, error) {
	var s State
	err := q.QueryRow(ctx, "SELECT coalesce(max(version_id), 0) FROM goose_db_version WHERE is_applied").Scan(&s.Have)
	var pg *pgconn.PgError
	if errors.As(err, &pg) && pg.Code == "42P01" { // no such table
		err = nil
	}
	if err != nil {
		return s, err
	}
	names, err := fs.Glob(files, "*.sql")
	if err != nil {
		return s, err
	}
	for _, name := range names { // Glob sorts, and the numbers are padded
		version, err := goose.NumericComponent(name)
		if err != nil {
			return s, err
		}
		s.Want = max(s.Want, version)
		if version > s.Have {
			s.Pending = append(s.Pending, name)
		}
	}
	return s, nil
}
