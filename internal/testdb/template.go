package testdb

import (
	"context"
	"crypto/sha256"
	"fmt"
	"hash"
	"io/fs"
	"sync"

	"github.com/jackc/pgx/v5"

	"samverka/internal/migrate"
	"samverka/internal/pgserver"
	"samverka/migrations"
)

// setupLock keeps test programs that start together from making the same
// template or roles at once.
const setupLock = 7_265_003

// prepared creates the roles.
var prepared = sync.OnceValue(func() error {
	s, err := server()
	if err != nil {
		return err
	}
	return setup(s, func(context.Context, *pgx.Conn) error { return nil })
})

// template makes the migrated database, unless another test program has made
// one from the same migrations.
var template = sync.OnceValues(func() (string, error) {
	s, err := server()
	if err != nil {
		return "", err
	}
	name, err := templateName()
	if err != nil {
		return "", err
	}
	return name, setup(s, func(ctx context.Context, c *pgx.Conn) error { return makeTemplate(ctx, c, s, name) })
})

func setup(s address, f func(context.Context, *pgx.Conn) error) error {
	ctx := context.Background()
	return s.with(ctx, func(c *pgx.Conn) error {
		if _, err := c.Exec(ctx, "SELECT pg_advisory_lock($1)", setupLock); err != nil {
			return err
		}
		if _, err := c.Exec(ctx, pgserver.RolesSQL, pgx.QueryExecModeSimpleProtocol); err != nil {
			return err
		}
		return f(ctx, c)
	})
}

// makeTemplate marks the database as a template when it is whole; one without
// the mark was interrupted and is made again.
func makeTemplate(ctx context.Context, c *pgx.Conn, s address, name string) error {
	var whole bool
	err := c.QueryRow(ctx, "SELECT coalesce((SELECT datistemplate FROM pg_database WHERE datname = $1), false)", name).Scan(&whole)
	if err != nil || whole {
		return err
	}
	for _, statement := range []string{
		"DROP DATABASE IF EXISTS " + name + " WITH (FORCE)",
		"CREATE DATABASE " + name + " OWNER samverka_owner TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'",
	} {
		if _, err := c.Exec(ctx, statement); err != nil {
			return err
		}
	}
	if err := migrate.Up(ctx, s.as("samverka_owner", name)); err != nil {
		return err
	}
	// Statistics travel with the clones; without them each plans blindly.
	if err := analyze(ctx, s.as("", name)); err != nil {
		return err
	}
	_, err = c.Exec(ctx, "ALTER DATABASE "+name+" WITH IS_TEMPLATE true ALLOW_CONNECTIONS false")
	return err
}

func analyze(ctx context.Context, url string) error {
	c, err := pgx.Connect(ctx, url)
	if err != nil {
		return err
	}
	defer c.Close(ctx)
	_, err = c.Exec(ctx, "ANALYZE")
	return err
}

// templateName changes whenever anything does that a migrated database is made
// of.
func templateName() (string, error) {
	sum := sha256.New()
	if err := digest(sum, migrations.FS); err != nil {
		return "", err
	}
	queue, err := migrate.QueueVersions()
	if err != nil {
		return "", err
	}
	fmt.Fprint(sum, pgserver.RolesSQL, queue)
	return fmt.Sprintf("%stemplate_%x", prefix, sum.Sum(nil)[:8]), nil
}

func digest(sum hash.Hash, files fs.FS) error {
	return fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(files, path)
		fmt.Fprintf(sum, "%s %d\n%s", path, len(content), content)
		return err
	})
}
