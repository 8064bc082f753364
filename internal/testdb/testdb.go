// Package testdb gives each test a Postgres database of its own, cloned from a
// migrated template.
//
// The server is the one of SAMVERKA_TEST_DATABASE_URL (a superuser's address)
// when that is set. Otherwise the test programs that run at the same time share
// a throwaway server, which ends and removes itself some seconds after the last
// of them.
package testdb

import (
	"context"
	"crypto/rand"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5/pgxpool"
)

// DB is one test's database, gone when the test ends. The throwaway server
// gathers no statistics by itself: whoever measures queries on many rows asks
// for ANALYZE first.
type DB struct {
	// App works as samverka_app, as the product does: row security holds.
	App *pgxpool.Pool
	// Owner works as samverka_owner, who runs the migrations. Row security holds
	// here too, since it is forced.
	Owner *pgxpool.Pool
	// Super works as the superuser and sees every organisation's rows.
	Super *pgxpool.Pool

	AppURL, OwnerURL, SuperURL string
}

// New gives a database with all migrations applied, the job queue's too.
func New(t testing.TB) DB {
	t.Helper()
	s := reach(t)
	tmpl, err := template()
	if err != nil {
		t.Fatalf("testdb: making the template: %v", err)
	}
	return clone(t, s, tmpl)
}

// Empty gives a database with nothing in it, for tests of the migrations.
func Empty(t testing.TB) DB {
	t.Helper()
	s := reach(t)
	if err := prepared(); err != nil {
		t.Fatalf("testdb: creating the roles: %v", err)
	}
	return clone(t, s, "template0")
}

func reach(t testing.TB) address {
	t.Helper()
	s, err := server()
	if err != nil {
		t.Fatalf("testdb: no Postgres to test against: %v", err)
	}
	return s
}

func clone(t testing.TB, s address, tmpl string) DB {
	t.Helper()
	ctx := context.Background()
	name := prefix + strings.ToLower(rand.Text()[:16])
	create := "CREATE DATABASE " + name + " OWNER samverka_owner TEMPLATE " + tmpl
	if s.inMemory() { // the quickest there, and the slowest on a disk
		create += " STRATEGY FILE_COPY"
	}
	if err := s.exec(ctx, create); err != nil {
		t.Fatalf("testdb: %v", err)
	}
	db := DB{AppURL: s.as("samverka_app", name), OwnerURL: s.as("samverka_owner", name), SuperURL: s.as("", name)}
	db.App, db.Owner, db.Super = open(t, db.AppURL), open(t, db.OwnerURL), open(t, db.SuperURL)
	t.Cleanup(func() {
		for _, p := range []*pgxpool.Pool{db.App, db.Owner, db.Super} {
			p.Close()
		}
		// What a test has opened beside the pools must not keep its database.
		if err := s.exec(ctx, "DROP DATABASE "+name+" WITH (FORCE)"); err != nil {
			t.Errorf("testdb: %v", err)
		}
	})
	return db
}

// open makes a pool that connects when it is first used.
func open(t testing.TB, url string) *pgxpool.Pool {
	t.Helper()
	config, err := pgxpool.ParseConfig(url)
	if err != nil {
		t.Fatal(err)
	}
	config.MaxConns, config.MinConns = 8, 0
	config.ConnConfig.RuntimeParams["timezone"] = "UTC"
	pool, err := pgxpool.NewWithConfig(context.Background(), config)
	if err != nil {
		t.Fatal(err)
	}
	return pool
}
