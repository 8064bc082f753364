package db_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/organisation"
	"samverka/internal/testdb"
)

// two opens two organisations with one union each.
func two(t *testing.T) (d *db.DB, first, second int64) {
	t.Helper()
	d = db.New(testdb.New(t).App)
	for i, name := range []string{"Älvsunda kommun", "Älvsunda Energi AB"} {
		id, err := organisation.CreateOrganisation(t.Context(), d, clock.NewTest(clock.NewDate(2027, 3, 1).At(9, 0)),
			organisation.NewOrganisation{Name: name, Agreement: organisation.Default(clock.NewDate(2027, 1, 1))})
		if err != nil {
			t.Fatal(err)
		}
		exec(t, d, id, `INSERT INTO unions (name) VALUES ($1)`, []string{"Kommunal", "Ledarna"}[i])
		first, second = second, id
	}
	return d, first, second
}

func exec(t *testing.T, d *db.DB, org int64, sql string, args ...any) {
	t.Helper()
	err := d.InOrg(t.Context(), org, func(tx *db.OrgTx) error {
		_, err := tx.Exec(t.Context(), sql, args...)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func unions(t *testing.T, d *db.DB, org int64) (names []string) {
	t.Helper()
	var b db.Batch
	db.Scalars(&b, &names, `SELECT name FROM unions ORDER BY name`)
	if err := d.ReadOrg(t.Context(), org, &b); err != nil {
		t.Fatal(err)
	}
	return names
}

func TestEachOrganisationSeesItsOwn(t *testing.T) {
	t.Parallel()
	d, first, second := two(t)
	if diff := cmp.Diff([]string{"Kommunal"}, unions(t, d, first)); diff != "" {
		t.Errorf("the first (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"Ledarna"}, unions(t, d, second)); diff != "" {
		t.Errorf("the second (-want +got):\n%s", diff)
	}
	exec(t, d, first, `UPDATE unions SET name = 'Vår'`)
	if diff := cmp.Diff([]string{"Ledarna"}, unions(t, d, second)); diff != "" {
		t.Errorf("an update of everything reached the other organisation (-want +got):\n%s", diff)
	}
	err := d.InOrg(t.Context(), first, func(tx *db.OrgTx) error {
		_, err := tx.Exec(t.Context(), `INSERT INTO unions (org_id, name) VALUES ($1, 'Smugglad')`, second)
		return err
	})
	if err == nil {
		t.Error("a row was written into another organisation")
	}
}

// The organisation is the transaction's: the connection goes back to the pool without it.
func TestOutsideAnOrganisationThereIsNothing(t *testing.T) {
	t.Parallel()
	d, first, _ := two(t)
	for range 20 {
		unions(t, d, first)
		exec(t, d, first, `SELECT 1`)
		var seen int
		if err := d.Pool().QueryRow(t.Context(), `SELECT count(*) FROM unions`).Scan(&seen); err != nil || seen != 0 {
			t.Fatalf("outside any organisation %d unions were seen, %v", seen, err)
		}
	}
	if _, err := d.Pool().Exec(t.Context(), `INSERT INTO unions (name) VALUES ('Ingens')`); err == nil {
		t.Error("a row of no organisation was written")
	}
}

func TestInOrgIsAllOrNothing(t *testing.T) {
	t.Parallel()
	d, first, _ := two(t)
	boom := errors.New("boom")
	err := d.InOrg(t.Context(), first, func(tx *db.OrgTx) error {
		if _, err := tx.Exec(t.Context(), `INSERT INTO unions (name) VALUES ('Halv')`); err != nil {
			return err
		}
		return boom
	})
	if !errors.Is(err, boom) {
		t.Errorf("error = %v, want the function's own", err)
	}
	if diff := cmp.Diff([]string{"Kommunal"}, unions(t, d, first)); diff != "" {
		t.Errorf("after an undone transaction (-want +got):\n%s", diff)
	}
}

// All reads of a batch see the same moment, and one that finds nothing says which refusal it is.
func TestBatchReads(t *testing.T) {
	t.Parallel()
	d, first, _ := two(t)
	missing := fail.New(fail.NotFound, "error.not_found")
	type union struct {
		ID   int64
		Name string
	}
	var one union
	var many []union
	var b db.Batch
	db.One(&b, &one, missing, `SELECT id, name FROM unions WHERE name = $1`, "Kommunal")
	db.Many(&b, &many, `SELECT id, name FROM unions`)
	if err := d.ReadOrg(t.Context(), first, &b); err != nil {
		t.Fatal(err)
	}
	if one.Name != "Kommunal" || len(many) != 1 || many[0] != one {
		t.Errorf("read %+v and %+v", one, many)
	}
	var c db.Batch
	db.One(&c, &one, missing, `SELECT id, name FROM unions WHERE name = $1`, "Ledarna")
	if err := d.ReadOrg(t.Context(), first, &c); !errors.Is(err, missing) {
		t.Errorf("another organisation's row = %v, want %v", err, missing)
	}
}

func TestExec1RefusesWhenSomebodyWasFirst(t *testing.T) {
	t.Parallel()
	d, first, _ := two(t)
	err := d.InOrg(t.Context(), first, func(tx *db.OrgTx) error {
		return tx.Exec1(t.Context(), `UPDATE unions SET name = 'Ny' WHERE name = $1`, "Gammal")
	})
	if got := fail.KindOf(err); got != fail.Conflict {
		t.Errorf("an update of no row = %v, want a conflict", err)
	}
}

// What the database refuses is said in words, and none of its values reach a page.
func TestRefusalsOfTheDatabase(t *testing.T) {
	t.Parallel()
	d, first, _ := two(t)
	for _, c := range []struct {
		name string
		sql  string
		args []any
		want fail.Kind
	}{
		{"a NUL character", `INSERT INTO unions (name) VALUES ($1)`, []any{"Kom\x00munal"}, fail.Invalid},
		{"bytes that are not UTF-8", `INSERT INTO unions (name) VALUES ($1)`, []any{"Kom\xffmunal"}, fail.Invalid},
		{"a number too large", `SELECT $1::bigint * 4`, []any{int64(1) << 62}, fail.Invalid},
		{"a day that is none", `SELECT $1::text::date`, []any{"2027-02-30"}, fail.Invalid},
		{"a statement that takes too long", `SELECT pg_sleep(5)`, nil, fail.Unavailable},
		{"a statement that is wrong", `SELECT FROM nowhere`, nil, fail.Internal},
	} {
		err := d.InOrg(t.Context(), first, func(tx *db.OrgTx) error {
			if _, err := tx.Exec(t.Context(), `SET LOCAL statement_timeout = 50`); err != nil {
				return err
			}
			_, err := tx.Exec(t.Context(), c.sql, c.args...)
			return err
		})
		if got := fail.KindOf(err); got != c.want || err == nil {
			t.Errorf("%s: %v is of kind %d, want %d", c.name, err, got, c.want)
		}
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	err := d.InOrg(ctx, first, func(tx *db.OrgTx) error {
		_, err := tx.Exec(ctx, `SELECT pg_sleep(5)`)
		return err
	})
	if got := fail.KindOf(err); got != fail.Unavailable {
		t.Errorf("out of time: %v is of kind %d, want %d", err, got, fail.Unavailable)
	}
}

func TestLockedRowIsAConflict(t *testing.T) {
	t.Parallel()
	d, first, _ := two(t)
	lock := func(tx *db.OrgTx, mode string) error {
		_, err := tx.Exec(t.Context(), `SELECT FROM unions FOR UPDATE `+mode)
		return err
	}
	err := d.InOrg(t.Context(), first, func(tx *db.OrgTx) error {
		if err := lock(tx, ""); err != nil {
			return err
		}
		return d.InOrg(t.Context(), first, func(other *db.OrgTx) error { return lock(other, "NOWAIT") })
	})
	if got := fail.KindOf(err); got != fail.Conflict {
		t.Errorf("a row that is held = %v, want a conflict", err)
	}
}

func TestOpenTakesOnTheApplicationsRole(t *testing.T) {
	t.Parallel()
	tdb := testdb.New(t)
	for _, o := range []db.Options{{}, {Pooler: true}} {
		d, err := db.Open(t.Context(), tdb.OwnerURL, o)
		if err != nil {
			t.Fatal(err)
		}
		var role, zone string
		if err := d.Pool().QueryRow(t.Context(), `SELECT current_user, current_setting('timezone')`).Scan(&role, &zone); err != nil {
			t.Fatal(err)
		}
		d.Close()
		if role != db.AppRole || zone != "UTC" {
			t.Errorf("with %+v: role %s, zone %s, want %s, UTC", o, role, zone, db.AppRole)
		}
	}
	if _, err := db.Open(t.Context(), "postgres://127.0.0.1:1/nothing?connect_timeout=1", db.Options{}); err == nil {
		t.Error("a database that is not there was opened")
	}
}
