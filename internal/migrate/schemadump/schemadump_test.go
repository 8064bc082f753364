package schemadump_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"

	"samverka/internal/migrate/schemadump"
	"samverka/internal/testdb"
)

// The file says what the migrations do. Where the same pg_dump is at hand it is
// compared to the letter, elsewhere table by table.
func TestSchemaFileIsCurrent(t *testing.T) {
	t.Parallel()
	raw, err := os.ReadFile("../../db/schema.sql")
	if err != nil {
		t.Fatal(err)
	}
	want := string(raw)
	b, ok := schemadump.Binaries()
	if !ok || !strings.HasPrefix(want, schemadump.Header(b.Major)) {
		t.Log("no pg_dump of the file's version here: comparing the tables' names")
		compareTables(t, want)
		return
	}
	got, err := schemadump.Make(t.Context(), b)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("internal/db/schema.sql is old; run make schema (-file +migrations):\n%s", diff)
	}
	compareTables(t, want)
}

func compareTables(t *testing.T, file string) {
	t.Helper()
	rows, err := testdb.New(t).Super.Query(t.Context(), `
SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE 'river\_%' AND tablename <> 'goose_db_version'`)
	if err != nil {
		t.Fatal(err)
	}
	got, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, m := range regexp.MustCompile(`(?m)^CREATE TABLE (\S+) \($`).FindAllStringSubmatch(file, -1) {
		want = append(want, m[1])
	}
	slices.Sort(got)
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("tables (-file +migrations):\n%s", diff)
	}
}
