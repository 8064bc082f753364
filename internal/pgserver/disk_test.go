package pgserver

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/jackc/pgx/v5"
)

func TestDiskLevel(t *testing.T) {
	t.Parallel()
	const g = 1 << 30
	for _, tc := range []struct {
		name string
		disk Disk
		want Level
	}{
		{"half", Disk{Free: 10 * g, Total: 20 * g}, DiskOK},
		{"a tenth", Disk{Free: 2 * g, Total: 20 * g}, DiskOK},
		{"under a tenth", Disk{Free: 19 * g / 10, Total: 20 * g}, DiskLow},
		{"under a twentieth", Disk{Free: 9 * g / 10, Total: 20 * g}, DiskReadOnly},
		{"a large disk has room at 4 %", Disk{Free: 40 * g, Total: 1000 * g}, DiskOK},
		{"a large disk is low at 0.8 %", Disk{Free: 8 * g, Total: 1000 * g}, DiskLow},
		{"a large disk is full at 0.1 %", Disk{Free: 1 * g, Total: 1000 * g}, DiskReadOnly},
	} {
		if got := tc.disk.Level(); got != tc.want {
			t.Errorf("%s: got %d, want %d", tc.name, got, tc.want)
		}
	}
}

func TestRoom(t *testing.T) {
	t.Parallel()
	got, err := Room("/")
	if err != nil || got.Total == 0 || got.Free > got.Total {
		t.Errorf("got %+v, %v", got, err)
	}
	if _, err := Room(filepath.Join(t.TempDir(), "missing")); err == nil {
		t.Error("a missing directory was measured")
	}
}

// 11: on a full disk Postgres cannot start; the ballast makes the room. This
// server's program complains of a full disk for as long as the ballast is there.
func TestBallastIsGivenUpOnAFullDisk(t *testing.T) {
	t.Parallel()
	real, err := Find("", 0)
	if err != nil {
		t.Fatal(err)
	}
	dir, bin := place(t), place(t)
	ballast := filepath.Join(dir, "ballast")
	script := "#!/bin/sh\nif [ \"$1\" = -D ] && [ -e " + ballast + " ]; then echo 'FATAL:  could not write lock file: No space left on device' >&2; exit 1; fi\nexec " + real.Path("postgres") + " \"$@\"\n"
	if err := os.WriteFile(filepath.Join(bin, "postgres"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(real.Path("initdb"), filepath.Join(bin, "initdb")); err != nil {
		t.Fatal(err)
	}
	start(t, Options{Dir: dir, BinDir: real.Dir}).Stop(context.Background())

	if err := os.WriteFile(ballast, []byte("room"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := start(t, Options{Dir: dir, BinDir: bin})
	if got := ask(t, s.URL("postgres", "postgres"), "SELECT 'up'"); got != "up" {
		t.Errorf("got %q", got)
	}
	if _, err := os.Stat(ballast); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the ballast is still there: %v", err)
	}
}

// The same on a real full disk. Only those who may mount can make one; the
// others see that a full disk is told apart by its words.
func TestFullDiskLosesNothing(t *testing.T) {
	t.Parallel()
	dir := place(t)
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=110m,mode=0755"); err != nil {
		t.Logf("a small disk cannot be mounted here (%v): checking the words alone", err)
		log := filepath.Join(dir, "log")
		if err := os.WriteFile(log, []byte("PANIC:  could not write to file: No space left on device\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := (&process{log: log}).failure(paths{dir: dir}); !errors.Is(err, ErrDiskFull) {
			t.Errorf("got %v, want ErrDiskFull", err)
		}
		return
	}
	t.Cleanup(func() { _ = syscall.Unmount(dir, 0) })
	s := start(t, Options{Dir: filepath.Join(dir, "s")})
	stuff := filepath.Join(dir, "stuff")
	writeUntilFull(t, s, stuff)
	_ = s.run.cmd.Process.Kill()
	<-s.Done()
	s.close()
	if full, err := Start(t.Context(), Options{Dir: filepath.Join(dir, "s"), Throwaway: true}); !errors.Is(err, ErrDiskFull) {
		if err == nil {
			_ = full.Stop(context.Background())
		}
		t.Fatalf("got %v, want ErrDiskFull", err)
	}
	if err := os.Remove(stuff); err != nil {
		t.Fatal(err)
	}
	again := start(t, Options{Dir: filepath.Join(dir, "s")})
	if got, want := ask(t, again.URL("postgres", "samverka"), "SELECT count(*)::text FROM minutes"), "1000"; got != want {
		t.Errorf("rows after the full disk: got %s, want %s", got, want)
	}
}

// writeUntilFull saves a thousand rows, lets something else take the rest of
// the disk, and writes on until the server can no longer.
func writeUntilFull(t *testing.T, s *Server, stuff string) {
	t.Helper()
	c, err := pgx.Connect(t.Context(), s.URL("postgres", "samverka"))
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close(context.Background())
	for _, statement := range []string{
		"CREATE TABLE minutes (body text)",
		"INSERT INTO minutes SELECT repeat('§', 200) FROM generate_series(1, 1000)",
		"CREATE TABLE lost (body text)",
	} {
		if _, err := c.Exec(t.Context(), statement); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(stuff, make([]byte, 110<<20), 0o600); !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("the disk did not fill: %v", err)
	}
	if _, err := c.Exec(t.Context(), "INSERT INTO lost SELECT repeat('§', 2000) FROM generate_series(1, 20000)"); err == nil {
		t.Fatal("a full disk took 80 MB")
	}
}
