package migrate_test

import (
	"context"
	"errors"
	"net/url"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5/pgxpool"

	"samverka/internal/migrate"
	"samverka/internal/testdb"
)

// everything lists what a database holds of the product and the queue.
const everything = `
SELECT coalesce(string_agg(what, E'\n' ORDER BY what), '') FROM (
  SELECT c.relkind::text || ' ' || c.relname AS what FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relname NOT LIKE 'goose\_db\_version%'
  UNION ALL
  SELECT 'function ' || p.oid::regprocedure FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  UNION ALL
  SELECT 'type ' || t.typname FROM pg_type t
    WHERE t.typnamespace = 'public'::regnamespace AND t.typtype = 'e'
  UNION ALL
  SELECT 'policy ' || tablename || '.' || policyname || ' ' || coalesce(qual, '') FROM pg_policies
  UNION ALL
  SELECT 'trigger ' || tgrelid::regclass || '.' || tgname FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL
  SELECT 'constraint ' || conrelid::regclass || '.' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND conrelid <> 0 AND conrelid <> coalesce(to_regclass('goose_db_version')::oid, 0)
  UNION ALL
  SELECT 'grant ' || table_name || ' ' || privilege_type || ' ' || grantee FROM information_schema.role_table_grants
    WHERE table_schema = 'public' AND grantee LIKE 'samverka\_%' AND table_name <> 'goose_db_version'
) all_of_it`

func TestUpDownUp(t *testing.T) {
	t.Parallel()
	db := testdb.Empty(t)
	ctx := t.Context()
	if err := migrate.Up(ctx, db.OwnerURL); err != nil {
		t.Fatalf("up: %v", err)
	}
	first := ask(t, db.Super, everything)
	if err := migrate.Down(ctx, db.OwnerURL); err != nil {
		t.Fatalf("down: %v", err)
	}
	if got := ask(t, db.Super, everything); got != "" {
		t.Errorf("left after down:\n%s", got)
	}
	if err := migrate.Up(ctx, db.OwnerURL); err != nil {
		t.Fatalf("up again: %v", err)
	}
	if diff := cmp.Diff(strings.Split(first, "\n"), strings.Split(ask(t, db.Super, everything), "\n")); diff != "" {
		t.Errorf("the second time (-first +second):\n%s", diff)
	}
	if err := migrate.Up(ctx, db.OwnerURL); err != nil {
		t.Errorf("up with nothing to do: %v", err)
	}
}

func TestSeveralThatStartTogether(t *testing.T) {
	t.Parallel()
	db := testdb.Empty(t)
	var wait sync.WaitGroup
	var errs [3]error
	for i := range errs {
		wait.Go(func() { errs[i] = migrate.Up(t.Context(), db.OwnerURL) })
	}
	wait.Wait()
	if err := errors.Join(errs[:]...); err != nil {
		t.Fatal(err)
	}
	if err := migrate.AtVersion(t.Context(), db.App); err != nil {
		t.Error(err)
	}
}

func TestApplicationMayWorkTheQueueAndNothingMore(t *testing.T) {
	t.Parallel()
	db := testdb.New(t)
	for _, query := range []string{
		"INSERT INTO river_job (args, kind, max_attempts) VALUES ('{}', 'x', 1)",
		"UPDATE river_job SET kind = 'y'",
		"DELETE FROM river_job",
	} {
		if _, err := db.App.Exec(t.Context(), query); err != nil {
			t.Errorf("%s: %v", query, err)
		}
	}
	for _, query := range []string{
		"DROP TABLE river_job",
		"CREATE TABLE mine ()",
		"DELETE FROM goose_db_version",
		"SET ROLE samverka_owner",
		"SET ROLE samverka_search",
	} {
		if _, err := db.App.Exec(t.Context(), query); err == nil {
			t.Errorf("the application was allowed to: %s", query)
		}
	}
}

func TestStatus(t *testing.T) {
	t.Parallel()
	db := testdb.Empty(t)
	files := fstest.MapFS{
		"00001_a.sql": {Data: []byte("-- +goose Up\nCREATE TABLE a ();\n-- +goose Down\nDROP TABLE a;\n")},
		"00002_b.sql": {Data: []byte("-- +goose Up\nCREATE TABLE b ();\n-- +goose Down\nDROP TABLE b;\n")},
	}
	check := func(when string, of fstest.MapFS, want migrate.State) {
		t.Helper()
		got, err := migrate.StatusFiles(t.Context(), db.Owner, of)
		if err != nil {
			t.Fatalf("%s: %v", when, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", when, diff)
		}
	}
	check("before", files, migrate.State{Have: 0, Want: 2, Pending: []string{"00001_a.sql", "00002_b.sql"}})
	if err := migrate.UpFiles(t.Context(), db.OwnerURL, fstest.MapFS{"00001_a.sql": files["00001_a.sql"]}); err != nil {
		t.Fatal(err)
	}
	check("half way", files, migrate.State{Have: 1, Want: 2, Pending: []string{"00002_b.sql"}})
	if err := migrate.AtVersion(t.Context(), db.App); err == nil {
		t.Error("another version passed for this one")
	}
	if err := migrate.UpFiles(t.Context(), db.OwnerURL, files); err != nil {
		t.Fatal(err)
	}
	check("after", files, migrate.State{Have: 2, Want: 2})
	if err := migrate.DownFiles(t.Context(), db.OwnerURL, files); err != nil {
		t.Fatal(err)
	}
	check("taken back", files, migrate.State{Have: 0, Want: 2, Pending: []string{"00001_a.sql", "00002_b.sql"}})
}

func TestFailedMigrationLeavesNothingHalf(t *testing.T) {
	t.Parallel()
	db := testdb.Empty(t)
	files := fstest.MapFS{"00001_a.sql": {Data: []byte("-- +goose Up\nCREATE TABLE a ();\nCREATE TABLE a ();\n-- +goose Down\nDROP TABLE a;\n")}}
	if err := migrate.UpFiles(t.Context(), db.OwnerURL, files); err == nil || !strings.Contains(err.Error(), "00001_a.sql") {
		t.Errorf("got %v, want an error that names the file", err)
	}
	if got, want := ask(t, db.Owner, "SELECT coalesce(to_regclass('a')::text, 'nothing')"), "nothing"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A migration that meets a table in use gives way and tries again.
func TestMigrationWaitsForABusyTable(t *testing.T) {
	t.Parallel()
	db := testdb.Empty(t)
	files := fstest.MapFS{"00001_a.sql": {Data: []byte("-- +goose Up\nCREATE TABLE a ();\n-- +goose Down\nDROP TABLE a;\n")}}
	if err := migrate.UpFiles(t.Context(), db.OwnerURL, files); err != nil {
		t.Fatal(err)
	}
	tx, err := db.Owner.Begin(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tx.Exec(t.Context(), "LOCK a"); err != nil {
		t.Fatal(err)
	}
	go func() {
		time.Sleep(2500 * time.Millisecond) // past the first try
		_ = tx.Rollback(context.Background())
	}()
	files["00002_a.sql"] = &fstest.MapFile{Data: []byte("-- +goose Up\nALTER TABLE a ADD COLUMN b int;\n-- +goose Down\nALTER TABLE a DROP COLUMN b;\n")}
	if err := migrate.UpFiles(t.Context(), db.OwnerURL, files); err != nil {
		t.Errorf("up: %v", err)
	}
}

// A server that nobody has prepared: the words hold what to paste.
func TestStrangerIsToldWhatToGrant(t *testing.T) {
	t.Parallel()
	db := testdb.Empty(t)
	name := "stranger_" + strings.ToLower(strings.ReplaceAll(t.Name(), "/", "_"))
	if _, err := db.Super.Exec(t.Context(), "CREATE ROLE "+name+" LOGIN"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if _, err := db.Super.Exec(context.Background(), "DROP ROLE "+name); err != nil {
			t.Error(err)
		}
	})
	err := migrate.Up(t.Context(), asRole(t, db.SuperURL, name))
	if !errors.Is(err, migrate.ErrRoles) || !strings.Contains(err.Error(), `GRANT samverka_app, samverka_search TO "`+name+`"`) {
		t.Errorf("got %v, want ErrRoles with the grant", err)
	}
}

func TestSuperuserMigratesWithoutPreparation(t *testing.T) {
	t.Parallel()
	db := testdb.Empty(t)
	if err := migrate.Up(t.Context(), db.SuperURL); err != nil {
		t.Fatal(err)
	}
	if err := migrate.AtVersion(t.Context(), db.App); err != nil {
		t.Error(err)
	}
}

func asRole(t *testing.T, raw, role string) string {
	t.Helper()
	u, err := url.Parse(raw)
	if err != nil {
		t.Fatal(err)
	}
	q := u.Query()
	q.Set("role", role)
	u.RawQuery = q.Encode()
	return u.String()
}

func ask(t *testing.T, pool *pgxpool.Pool, query string) string {
	t.Helper()
	var got string
	if err := pool.QueryRow(t.Context(), query).Scan(&got); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return got
}
