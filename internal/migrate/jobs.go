package migrate

import (
	"context"
	"fmt"
	"io"
	"log/slog"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivermigrate"
)

func jobsUp(ctx context.Context, url string, c *pgx.Conn) error {
	err := jobs(ctx, url, rivermigrate.DirectionUp, nil)
	if err != nil {
		return err
	}
	if _, err := c.Exec(ctx, grants); err != nil {
		return fmt.Errorf("giving the application its rights: %w", err)
	}
	return nil
}

func jobsDown(ctx context.Context, url string) error {
	return jobs(ctx, url, rivermigrate.DirectionDown, &rivermigrate.MigrateOpts{TargetVersion: -1})
}

func jobs(ctx context.Context, url string, direction rivermigrate.Direction, o *rivermigrate.MigrateOpts) error {
	pool, err := pgxpool.New(ctx, url)
	if err != nil {
		return err
	}
	defer pool.Close()
	m, err := queue(pool)
	if err != nil {
		return err
	}
	if _, err := m.Migrate(ctx, direction, o); err != nil {
		return fmt.Errorf("migrating the job queue %s: %w", direction, err)
	}
	return nil
}

func queue(pool *pgxpool.Pool) (*rivermigrate.Migrator[pgx.Tx], error) {
	return rivermigrate.New(riverpgxv5.New(pool), &rivermigrate.Config{Logger: slog.New(slog.NewTextHandler(io.Discard, nil))})
}

// QueueVersions names the job queue's migrations, so that what is built from
// them can tell when they change.
func QueueVersions() ([]string, error) {
	m, err := queue(nil)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, v := range m.AllVersions() {
		names = append(names, fmt.Sprint(v.Version, v.Name, v.SQLUp))
	}
	return names, nil
}

// grants let the application work the queue and read which version the schema
// has. The queue has no row security: its jobs carry ids only.
const grants = `
DO $$
DECLARE
  t text;
BEGIN
  FOR t IN SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
           WHERE schemaname = current_schema() AND tablename LIKE 'river\_%' LOOP
    EXECUTE 'GRANT SELECT, INSERT, UPDATE, DELETE ON ' || t || ' TO samverka_app';
  END LOOP;
  FOR t IN SELECT format('%I.%I', schemaname, sequencename) FROM pg_sequences
           WHERE schemaname = current_schema() AND sequencename LIKE 'river\_%' LOOP
    EXECUTE 'GRANT USAGE ON SEQUENCE ' || t || ' TO samverka_app';
  END LOOP;
  GRANT SELECT ON goose_db_version TO samverka_app;
END
$$`
