// Package migrate brings a database to the shape that this version of Samverka
// expects: the product's own migrations first, then the job queue's tables, and
// last the application's rights to those.
package migrate

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"

	"samverka/migrations"
)

// upLock lets one process at a time through, so that several that start
// together end up with one migrated database and no error.
const upLock = 7_265_002

// lockTimeout is how long a migration waits for a table that others use. The
// queue behind a waiting ALTER TABLE stands still, so it gives up and tries
// again rather than waiting long.
const (
	lockTimeout = "2s"
	lockTries   = 15
)

// Up applies everything that is missing, as the user of url, who becomes the
// owner of what is created. The connection must be a direct one: the locks do
// not survive a transaction pooler. ErrRoles comes back, with SQL to paste, when
// the roles are missing and this user may not create them.
func Up(ctx context.Context, url string) error { return up(ctx, url, migrations.FS) }

func up(ctx context.Context, url string, files fs.FS) error {
	return alone(ctx, url, func(c *pgx.Conn) error {
		if err := ensureRoles(ctx, c); err != nil {
			return err
		}
		if err := product(ctx, url, files, (*goose.Provider).Up); err != nil {
			return err
		}
		return jobsUp(ctx, url, c)
	})
}

// Product applies the product's own migrations and leaves the job queue out.
// The readable schema is made from such a database.
func Product(ctx context.Context, url string) error {
	return product(ctx, url, migrations.FS, (*goose.Provider).Up)
}

// Down takes everything back, the job queue too, with all data in it.
func Down(ctx context.Context, url string) error { return down(ctx, url, migrations.FS) }

func down(ctx context.Context, url string, files fs.FS) error {
	return alone(ctx, url, func(*pgx.Conn) error {
		if err := jobsDown(ctx, url); err != nil {
			return err
		}
		return product(ctx, url, files, func(p *goose.Provider, ctx context.Context) ([]*goose.MigrationResult, error) {
			return p.DownTo(ctx, 0)
		})
	})
}

// alone runs f while no other process migrates the same database.
func alone(ctx context.Context, url string, f func(*pgx.Conn) error) error {
	c, err := pgx.Connect(ctx, url)
	if err != nil {
		return fmt.Errorf("connecting to migrate: %w", err)
	}
	defer c.Close(context.WithoutCancel(ctx))
	if _, err := c.Exec(ctx, "SELECT pg_advisory_lock($1)", upLock); err != nil {
		return fmt.Errorf("waiting for another migration: %w", err)
	}
	return f(c)
}

func product(ctx context.Context, url string, files fs.FS, step func(*goose.Provider, context.Context) ([]*goose.MigrationResult, error)) error {
	p, closeAll, err := provider(url, files)
	if err != nil {
		return err
	}
	defer closeAll()
	for try := 1; ; try++ {
		_, err := step(p, ctx)
		var pg *pgconn.PgError
		if !errors.As(err, &pg) || pg.Code != "55P03" || try == lockTries {
			return named(err)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Second):
		}
	}
}

// named adds which file a migration failed in.
func named(err error) error {
	var partial *goose.PartialError
	if errors.As(err, &partial) && partial.Failed != nil && partial.Failed.Source != nil {
		return fmt.Errorf("migration %s: %w", path.Base(partial.Failed.Source.Path), err)
	}
	return err
}

func provider(url string, files fs.FS) (*goose.Provider, func(), error) {
	config, err := pgx.ParseConfig(url)
	if err != nil {
		return nil, nil, err
	}
	config.RuntimeParams["lock_timeout"] = lockTimeout
	locker, err := lock.NewPostgresSessionLocker()
	if err != nil {
		return nil, nil, err
	}
	pool := stdlib.OpenDB(*config)
	p, err := goose.NewProvider(goose.DialectPostgres, pool, files, goose.WithSessionLocker(locker))
	if err != nil {
		pool.Close()
		return nil, nil, fmt.Errorf("reading the migrations: %w", err)
	}
	return p, func() { _ = pool.Close() }, nil
}
