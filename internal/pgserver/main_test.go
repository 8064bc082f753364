package pgserver

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// helperVar makes this test binary start a server and hold it, so that tests
// can kill its parent, or run it as another user.
const helperVar = "SAMVERKA_PGSERVER_HELPER"

func TestMain(m *testing.M) {
	if dir := os.Getenv(helperVar); dir != "" {
		holdServer(dir)
		return
	}
	code := m.Run()
	_ = os.Remove(helperCopy())
	os.Exit(code)
}

func helperCopy() string {
	return filepath.Join("/tmp", fmt.Sprintf("samverka-helper-%d", os.Getpid()))
}

func holdServer(dir string) {
	signal.Ignore(syscall.SIGINT)
	s, err := Start(context.Background(), Options{
		Dir: dir, Throwaway: true, outliveUs: os.Getenv(helperVar+"_OUTLIVE") != "",
	})
	if err != nil {
		fmt.Println("error", strconv.Quote(err.Error()))
		return
	}
	fmt.Println("ready", s.Pid(), s.URL("postgres", "postgres"))
	_, _ = io.Copy(io.Discard, os.Stdin) // until the test closes it
	_ = s.Stop(context.Background())
}

// helper is another process of ours that holds a server.
type helper struct {
	cmd   *exec.Cmd
	stdin io.Closer
	pid   int // of Postgres
	url   string
	fail  string // the error text when it did not start
}

type asUser struct{ uid, gid uint32 }

// hold starts a helper. With as it runs as that user, which only root can ask.
func hold(t *testing.T, dir string, as *asUser, env ...string) *helper {
	t.Helper()
	cmd := exec.Command(ownBinary(t))
	cmd.Dir = "/"
	cmd.Env = append(os.Environ(), helperVar+"="+dir)
	cmd.Env = append(cmd.Env, env...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if as != nil {
		cmd.SysProcAttr.Credential = &syscall.Credential{Uid: as.uid, Gid: as.gid, Groups: []uint32{}}
	}
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { stdin.Close(); _ = cmd.Wait() })
	line, err := bufio.NewReader(stdout).ReadString('\n')
	if err != nil {
		t.Fatalf("the helper said nothing: %v", err)
	}
	h := &helper{cmd: cmd, stdin: stdin}
	if rest, ok := strings.CutPrefix(line, "error "); ok {
		h.fail, _ = strconv.Unquote(strings.TrimSpace(rest))
		return h
	}
	if _, err := fmt.Sscanf(line, "ready %d %s", &h.pid, &h.url); err != nil {
		t.Fatalf("helper: %q: %v", line, err)
	}
	return h
}

// kill ends the helper the hard way and waits for it.
func (h *helper) kill(t *testing.T) {
	t.Helper()
	if err := h.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = h.cmd.Wait()
}

// ownBinary is a copy of this test binary that other users may run.
func ownBinary(t *testing.T) string {
	t.Helper()
	path, err := copiedBinary()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

var copiedBinary = sync.OnceValues(func() (string, error) {
	if os.Getuid() != 0 {
		return os.Executable()
	}
	exe, err := os.ReadFile("/proc/self/exe")
	if err != nil {
		return "", err
	}
	return helperCopy(), os.WriteFile(helperCopy(), exe, 0o755)
})

// place is a directory with a short path that every user may enter.
// t.TempDir lies under one that only we may.
func place(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("/tmp", "smv")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

// start brings up a throwaway server and stops it when the test ends.
func start(t *testing.T, o Options) *Server {
	t.Helper()
	o.Throwaway = true
	s, err := Start(t.Context(), o)
	if err != nil {
		t.Fatalf("Start: %v", err)
	}
	t.Cleanup(func() { _ = s.Stop(context.Background()) })
	return s
}

func ask(t *testing.T, url, query string) string {
	t.Helper()
	got, err := tryAsk(t.Context(), url, query)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return got
}

func tryAsk(ctx context.Context, url, query string) (string, error) {
	c, err := pgx.Connect(ctx, url)
	if err != nil {
		return "", err
	}
	defer c.Close(context.WithoutCancel(ctx))
	var got string
	err = c.QueryRow(ctx, query).Scan(&got)
	return got, err
}

// eventually waits for something that another process is about to do.
func eventually(t *testing.T, what string, within time.Duration, ok func() bool) {
	t.Helper()
	for deadline := time.Now().Add(within); !ok(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("not within %v: %s", within, what)
		}
	}
}
