package pgserver

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"
)

// Each test here is a way in which a private server has gone wrong for real.
// As root they run with the server dropped to postgres; TestAsOrdinaryUser then
// runs a server as nobody.

// 1: root's home is closed to the account that root drops to.
func TestDefaultDirIsOutsideRootsHome(t *testing.T) {
	t.Parallel()
	env := func(m map[string]string) func(string) string { return func(k string) string { return m[k] } }
	for _, tc := range []struct {
		name string
		uid  int
		env  map[string]string
		want string
	}{
		{"root", 0, map[string]string{"HOME": "/root", "XDG_DATA_HOME": "/root/.data"}, "/var/lib/samverka"},
		{"XDG", 1000, map[string]string{"HOME": "/home/a", "XDG_DATA_HOME": "/home/a/d"}, "/home/a/d/samverka"},
		{"XDG must be absolute", 1000, map[string]string{"HOME": "/home/a", "XDG_DATA_HOME": "d"}, "/home/a/.local/share/samverka"},
		{"home", 1000, map[string]string{"HOME": "/home/a"}, "/home/a/.local/share/samverka"},
		{"homeless", 1000, nil, ""},
	} {
		got, err := DefaultDir(tc.uid, env(tc.env))
		if got != tc.want || (err == nil) != (tc.want != "") {
			t.Errorf("%s: got %q, %v, want %q", tc.name, got, err, tc.want)
		}
	}
}

func TestNewParentsAreReachable(t *testing.T) {
	t.Parallel()
	s := start(t, Options{Dir: filepath.Join(place(t), "a", "b", "c")})
	if got := ask(t, s.URL("postgres", "postgres"), "SELECT 'up'"); got != "up" {
		t.Errorf("got %q", got)
	}
}

func TestClosedParentIsNamed(t *testing.T) {
	t.Parallel()
	closed := filepath.Join(place(t), "closed")
	if err := os.Mkdir(closed, 0o700); err != nil {
		t.Fatal(err)
	}
	stranger := account{uid: 54321, gid: 54321, drop: &syscall.Credential{Uid: 54321, Gid: 54321}}
	err := reachable(closed, stranger)
	if !errors.Is(err, ErrUnreachable) || !strings.Contains(err.Error(), closed+" ") {
		t.Errorf("got %v, want ErrUnreachable that names %s", err, closed)
	}
	if err := os.Chmod(closed, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := reachable(closed, stranger); err != nil {
		t.Errorf("open directory: got %v", err)
	}
}

// 2: a socket's path may be 107 bytes at most.
func TestLongPathGetsAShortSocket(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(place(t), strings.Repeat("long", 20), strings.Repeat("path", 20))
	s := start(t, Options{Dir: dir})
	if got := len(filepath.Join(s.p.socket, ".s.PGSQL."+port)); got > maxSocketPath {
		t.Errorf("got a socket path of %d bytes, want %d at most", got, maxSocketPath)
	}
	if got := ask(t, s.URL("samverka_app", "samverka"), "SELECT 'up'"); got != "up" {
		t.Errorf("got %q", got)
	}
	st, err := os.Stat(s.p.socket)
	if err != nil || st.Mode().Perm() != 0o700 {
		t.Errorf("got %v, %v, want a directory closed to others", st.Mode(), err)
	}
	_ = s.Stop(context.Background())
	if _, err := os.Stat(s.p.socket); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the borrowed socket directory is left behind: %v", err)
	}
}

func TestBorrowedSocketDirectoryMustBeOurs(t *testing.T) {
	t.Parallel()
	open := filepath.Join(place(t), "open")
	if err := os.Mkdir(open, 0o700); err != nil {
		t.Fatal(err)
	}
	me := account{uid: os.Getuid(), gid: os.Getgid()}
	if err := makeSocketDir(open, me); err != nil {
		t.Errorf("our own closed directory: got %v", err)
	}
	if err := makeSocketDir(open, account{uid: me.uid + 1}); err == nil {
		t.Error("somebody else's directory was taken")
	}
	if err := os.Chmod(open, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := makeSocketDir(open, me); err == nil {
		t.Error("a directory open to others was taken")
	}
}

// 4: after a kill, an orphan may answer on the socket in our child's place.
func TestOrphanIsStoppedAndNotMistakenForOurs(t *testing.T) {
	t.Parallel()
	dir := place(t)
	h := hold(t, dir, nil, helperVar+"_OUTLIVE=1")
	h.kill(t)
	if got := ask(t, h.url, "SELECT 'orphan'"); got != "orphan" {
		t.Fatalf("the orphan should still answer: got %q", got)
	}
	s := start(t, Options{Dir: dir})
	if s.Pid() == h.pid {
		t.Errorf("the orphan %d was taken for our own", h.pid)
	}
	if diff := cmp.Diff([]int{s.Pid()}, postmasters(s.p.data)); diff != "" {
		t.Errorf("postmasters on the data (-want +got):\n%s", diff)
	}
}

// postmasters are the servers on data whose parent is not one of them.
func postmasters(data string) []int {
	pids := serversOn(data)
	of := map[int]bool{}
	for _, p := range pids {
		of[p] = true
	}
	var roots []int
	for _, p := range pids {
		raw, _ := os.ReadFile(fmt.Sprintf("/proc/%d/stat", p))
		var parent int
		_, rest, _ := strings.Cut(string(raw), ") ")
		_, _ = fmt.Sscanf(rest, "%1s %d", new(string), &parent)
		if !of[parent] {
			roots = append(roots, p)
		}
	}
	return roots
}

// 5: killed outright, we take the server with us, and it shuts down cleanly.
func TestServerEndsWithItsParent(t *testing.T) {
	t.Parallel()
	dir := place(t)
	h := hold(t, dir, nil)
	h.kill(t)
	data := filepath.Join(dir, "data")
	eventually(t, "the server is gone", 20*time.Second, func() bool { return len(serversOn(data)) == 0 })
	raw, err := os.ReadFile(filepath.Join(dir, "postgres.log"))
	if err != nil || !strings.Contains(string(raw), "database system is shut down") {
		t.Errorf("no clean shutdown in the log (%v):\n%s", err, raw)
	}
}

// 6: an ordinary shutdown would wait for the query that runs.
func TestStopDoesNotWaitForQueries(t *testing.T) {
	t.Parallel()
	s := start(t, Options{Dir: place(t)})
	c, err := pgx.Connect(t.Context(), s.URL("samverka_app", "samverka"))
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close(context.Background())
	asleep := make(chan error, 1)
	go func() { _, err := c.Exec(context.Background(), "SELECT pg_sleep(60)"); asleep <- err }()
	eventually(t, "the query runs", 10*time.Second, func() bool {
		n, err := tryAsk(t.Context(), s.URL("postgres", "postgres"), "SELECT count(*)::text FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)' AND state = 'active'")
		return err == nil && n == "1"
	})
	began := time.Now()
	if err := s.Stop(t.Context()); err != nil {
		t.Errorf("Stop: %v", err)
	}
	if got := time.Since(began); got > 15*time.Second {
		t.Errorf("stopping took %v", got)
	}
	if err := <-asleep; err == nil {
		t.Error("the query ended well, so the server waited for it")
	}
}

// 7: a pid file that lies.
func TestStalePidFile(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name string
		pid  func(t *testing.T, uid, gid int) string
	}{
		{"dead process", func(*testing.T, int, int) string { return "4194303" }},
		{"process id given to something else", func(t *testing.T, uid, gid int) string { return fmt.Sprint(sleeper(t, uid, gid)) }},
		{"empty file", func(*testing.T, int, int) string { return "" }},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			dir := place(t)
			s := start(t, Options{Dir: dir})
			a, err := accountFor("postgres")
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Stop(t.Context()); err != nil {
				t.Fatal(err)
			}
			content := tc.pid(t, a.uid, a.gid)
			if content != "" {
				content += "\n" + s.p.data + "\n1\n5432\n" + s.p.socket + "\n\n  1 1\nready\n"
			}
			path := filepath.Join(s.p.data, "postmaster.pid")
			if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
			if err := a.own(path); err != nil {
				t.Fatal(err)
			}
			start(t, Options{Dir: dir})
		})
	}
}

// sleeper is a live process of the server's user that is no server.
func sleeper(t *testing.T, uid, gid int) int {
	t.Helper()
	cmd := exec.Command("sleep", "300")
	if os.Getuid() == 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid), Groups: []uint32{}}}
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := cmd.Process.Signal(syscall.Signal(0)); err != nil {
			t.Errorf("the innocent process was ended: %v", err)
		}
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	return cmd.Process.Pid
}

// 8: Ctrl-C goes to the whole foreground group, and must not reach the server.
func TestCtrlCDoesNotReachTheServer(t *testing.T) {
	t.Parallel()
	h := hold(t, place(t), nil)
	if err := syscall.Kill(-h.cmd.Process.Pid, syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	time.Sleep(300 * time.Millisecond)
	if got := ask(t, h.url, "SELECT 'up'"); got != "up" {
		t.Errorf("got %q", got)
	}
}

// 9: an interrupted creation.
func TestHalfACreationIsNotACluster(t *testing.T) {
	t.Parallel()
	dir := place(t)
	fresh := filepath.Join(dir, "data.new")
	if err := os.Mkdir(fresh, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, f := range []string{"PG_VERSION", "postgresql.conf"} {
		if err := os.WriteFile(filepath.Join(fresh, f), []byte("15\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s := start(t, Options{Dir: dir})
	if _, err := os.Stat(fresh); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("data.new is left: %v", err)
	}
	if got := ask(t, s.URL("postgres", "postgres"), "SELECT 'up'"); got != "up" {
		t.Errorf("got %q", got)
	}
}

func TestFilesThatAreNoClusterAreLeftAlone(t *testing.T) {
	t.Parallel()
	dir := place(t)
	kept := sentinel(t, filepath.Join(dir, "data"))
	_, err := Start(t.Context(), Options{Dir: dir})
	if !errors.Is(err, ErrNotACluster) {
		t.Errorf("got %v, want ErrNotACluster", err)
	}
	kept()
}

// 10: data of another version is never touched, whatever binaries there are.
func TestDataOfAnotherVersionIsLeftAlone(t *testing.T) {
	t.Parallel()
	for name, bin := range map[string]string{"binaries found": "", "binaries given": fakeServer(t, 16)} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := place(t)
			data := filepath.Join(dir, "data")
			kept := sentinel(t, data)
			if err := os.WriteFile(filepath.Join(data, "PG_VERSION"), []byte("13\n"), 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := Start(t.Context(), Options{Dir: dir, BinDir: bin})
			if !errors.Is(err, ErrWrongMajor) || !strings.Contains(err.Error(), "postgresql-13") {
				t.Errorf("got %v, want ErrWrongMajor that says what to install", err)
			}
			kept()
		})
	}
}

// sentinel puts a file in dir and returns the check that it is still there.
func sentinel(t *testing.T, dir string) func() {
	t.Helper()
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "protokoll")
	if err := os.WriteFile(path, []byte("justerat"), 0o600); err != nil {
		t.Fatal(err)
	}
	return func() {
		t.Helper()
		if got, err := os.ReadFile(path); string(got) != "justerat" {
			t.Errorf("the file in the data directory: got %q, %v", got, err)
		}
	}
}
