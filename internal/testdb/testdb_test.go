package testdb

import (
	"context"
	"net/url"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"samverka/internal/migrate"
)

func TestRolesOfThePools(t *testing.T) {
	t.Parallel()
	db := New(t)
	for _, tc := range []struct {
		pool *pgxpool.Pool
		url  string
		want string
	}{
		{db.App, db.AppURL, "samverka_app false"},
		{db.Owner, db.OwnerURL, "samverka_owner false"},
		{db.Super, db.SuperURL, "postgres true"},
	} {
		const query = "SELECT current_user || ' ' || rolsuper FROM pg_roles WHERE rolname = current_user"
		if got := ask(t, tc.pool, query); got != tc.want {
			t.Errorf("pool: got %q, want %q", got, tc.want)
		}
		if got := askURL(t, tc.url, query); got != tc.want {
			t.Errorf("URL: got %q, want %q", got, tc.want)
		}
	}
}

func TestDatabaseIsMigratedAndAlone(t *testing.T) {
	t.Parallel()
	one, other := New(t), New(t)
	if err := migrate.AtVersion(t.Context(), one.App); err != nil {
		t.Error(err)
	}
	if _, err := one.Owner.Exec(t.Context(), "CREATE TABLE mine ()"); err != nil {
		t.Fatal(err)
	}
	if got, want := ask(t, other.Owner, "SELECT coalesce(to_regclass('mine')::text, 'not here')"), "not here"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := ask(t, one.App, "SELECT count(*)::text FROM river_job"), "0"; got != want {
		t.Errorf("jobs: got %q, want %q", got, want)
	}
}

func TestEmptyHasNoTables(t *testing.T) {
	t.Parallel()
	db := Empty(t)
	if got, want := ask(t, db.Owner, "SELECT count(*)::text FROM pg_tables WHERE schemaname = 'public'"), "0"; got != want {
		t.Errorf("got %q tables, want %q", got, want)
	}
}

func TestDatabaseIsGoneAfterTheTest(t *testing.T) {
	t.Parallel()
	var name string
	t.Run("inner", func(t *testing.T) {
		db := New(t)
		name = ask(t, db.App, "SELECT current_database()")
		// A connection that the test forgot must not keep the database.
		c, err := pgx.Connect(context.Background(), db.AppURL)
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Ping(context.Background()); err != nil {
			t.Fatal(err)
		}
	})
	if got, want := ask(t, Empty(t).Super, "SELECT count(*)::text FROM pg_database WHERE datname = '"+name+"'"), "0"; got != want {
		t.Errorf("%s: got %s databases, want %s", name, got, want)
	}
}

func TestAddressInARole(t *testing.T) {
	t.Parallel()
	parse := func(s string) *url.URL {
		u, err := url.Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		return u
	}
	ours := address{parse("postgres:///postgres?host=%2Frun&user=postgres"), true}
	theirs := address{parse("postgres://root:pw@db:5432/x?sslmode=disable"), false}
	got := []string{ours.as("samverka_app", "a"), ours.as("", "a"), theirs.as("samverka_app", "a"), theirs.as("", "a")}
	want := []string{
		"postgres:///a?host=%2Frun&user=samverka_app", "postgres:///a?host=%2Frun&user=postgres",
		"postgres://root:pw@db:5432/a?role=samverka_app&sslmode=disable", "postgres://root:pw@db:5432/a?sslmode=disable",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func BenchmarkNew(b *testing.B) {
	New(b)
	for b.Loop() {
		b.StopTimer()
		s, _ := server()
		tmpl, _ := template()
		b.StartTimer()
		_ = clone(b, s, tmpl)
	}
}

func ask(t *testing.T, pool *pgxpool.Pool, query string) string {
	t.Helper()
	var got string
	if err := pool.QueryRow(t.Context(), query).Scan(&got); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return got
}

func askURL(t *testing.T, url, query string) string {
	t.Helper()
	c, err := pgx.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close(context.Background())
	var got string
	if err := c.QueryRow(t.Context(), query).Scan(&got); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return got
}
