package pgserver

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNewestFirst(t *testing.T) {
	t.Parallel()
	got := []string{"/usr/lib/postgresql/9.6/bin", "/usr/lib/postgresql/15/bin", "/usr/lib/postgresql/18/bin"}
	newestFirst(got)
	want := []string{"/usr/lib/postgresql/18/bin", "/usr/lib/postgresql/15/bin", "/usr/lib/postgresql/9.6/bin"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestFindFindsTheServerOfThisMachine(t *testing.T) {
	t.Parallel()
	b, err := Find("", 0)
	if err != nil {
		t.Fatal(err)
	}
	if b.Major < minMajor {
		t.Errorf("got Postgres %d, want %d or newer", b.Major, minMajor)
	}
	if same, err := Find("", b.Major); err != nil || same.Major != b.Major {
		t.Errorf("asked for %d: got %v, %v", b.Major, same, err)
	}
}

func TestFindRefusals(t *testing.T) {
	t.Parallel()
	if _, err := Find("", 999); !errors.Is(err, ErrNoBinaries) {
		t.Errorf("unknown version: got %v, want ErrNoBinaries", err)
	}
	empty := t.TempDir()
	if _, err := Find(empty, 0); err == nil || errors.Is(err, ErrNoBinaries) || !strings.Contains(err.Error(), empty) {
		t.Errorf("asked-for directory without a server: got %v, want an error that names it", err)
	}
	if _, err := Find(fakeServer(t, 16), 15); !errors.Is(err, ErrWrongMajor) {
		t.Errorf("another version: got %v, want ErrWrongMajor", err)
	}
}

func TestNoBinariesSaysThreeWays(t *testing.T) {
	t.Parallel()
	for _, want := range []string{"apt-get install -y postgresql", "docker compose up", "SAMVERKA_DATABASE_URL="} {
		if got := ErrNoBinaries.Error(); !strings.Contains(got, want) {
			t.Errorf("got %q, want %q in it", got, want)
		}
	}
}

// fakeServer is a directory whose programs say that they are a version.
func fakeServer(t *testing.T, major int) string {
	t.Helper()
	dir := t.TempDir()
	for _, program := range []string{"postgres", "initdb"} {
		script := "#!/bin/sh\necho 'postgres (PostgreSQL) " + string(rune('0'+major/10)) + string(rune('0'+major%10)) + ".1'\n"
		if err := os.WriteFile(filepath.Join(dir, program), []byte(script), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
