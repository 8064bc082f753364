package testdb

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// joinVar makes this test program join the shared server of a directory, say
// its address, and stay until its input closes.
const joinVar = "SAMVERKA_TESTDB_JOIN"

func TestMain(m *testing.M) {
	if dir := os.Getenv(joinVar); dir != "" {
		url, err := sharedIn(dir)
		fmt.Println(url, err)
		_, _ = os.Stdin.Read(make([]byte, 1))
		return
	}
	os.Exit(m.Run())
}

// member is another test program on the shared server.
type member struct {
	cmd  *exec.Cmd
	said string
}

func joinAs(t *testing.T, dir string) *member {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), joinVar+"="+dir)
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
	line := make([]byte, 4096)
	n, _ := stdout.Read(line)
	url, problem, _ := strings.Cut(strings.TrimSpace(string(line[:n])), " ")
	if problem != "<nil>" {
		t.Fatalf("joining: %s %s", url, problem)
	}
	return &member{cmd, url}
}

func TestProgramsShareOneServerThatRemovesItself(t *testing.T) {
	t.Parallel()
	dir := sharedPlace(t)
	var members [3]*member
	var wait sync.WaitGroup
	for i := range members {
		wait.Go(func() { members[i] = joinAs(t, dir) })
	}
	wait.Wait()
	for _, m := range members[1:] {
		if m == nil || members[0] == nil {
			t.Fatal("not everybody joined")
		}
		if m.said != members[0].said {
			t.Errorf("got two servers: %q and %q", m.said, members[0].said)
		}
	}
	if got := askURL(t, members[0].said, "SELECT 'up'"); got != "up" {
		t.Errorf("got %q", got)
	}
	// Two leave the hard way: the server stays for the third, and then goes.
	for _, m := range members[:2] {
		_ = m.cmd.Process.Kill()
	}
	time.Sleep(linger + 4*lookEvery)
	if got := askURL(t, members[2].said, "SELECT 'up'"); got != "up" {
		t.Errorf("with one left: got %q", got)
	}
	_ = members[2].cmd.Process.Kill()
	waitUntilGone(t, dir)
}

func TestKilledKeeperIsReplaced(t *testing.T) {
	t.Parallel()
	dir := sharedPlace(t)
	first := joinAs(t, dir)
	if err := syscall.Kill(keeperOf(t, dir), syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	_ = first.cmd.Process.Kill()
	waitUntilUnkept(t, dir)
	second := joinAs(t, dir)
	if second.said == first.said {
		t.Errorf("got the dead server's address %q again", second.said)
	}
	if got := askURL(t, second.said, "SELECT 'up'"); got != "up" {
		t.Errorf("got %q", got)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "pg-*")); len(left) != 1 {
		t.Errorf("got %v, want the new server's directory alone", left)
	}
	_ = second.cmd.Process.Kill()
	waitUntilGone(t, dir)
}

// keeperOf reads the keeper's process id from the name of its directory.
func keeperOf(t *testing.T, dir string) int {
	t.Helper()
	found, _ := filepath.Glob(filepath.Join(dir, "pg-*"))
	if len(found) != 1 {
		t.Fatalf("got %v, want one server", found)
	}
	var pid int
	if _, err := fmt.Sscanf(filepath.Base(found[0]), "pg-%d", &pid); err != nil {
		t.Fatal(err)
	}
	return pid
}

// waitUntilUnkept returns when the kernel has taken the killed keeper's lock back.
func waitUntilUnkept(t *testing.T, dir string) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		if k, err := hold(filepath.Join(dir, keeper), syscall.LOCK_EX|syscall.LOCK_NB); err == nil {
			k.Close()
			return
		}
	}
	t.Fatal("the killed keeper still holds its lock")
}

func sharedPlace(t *testing.T) string {
	t.Helper()
	parent, err := os.MkdirTemp("/tmp", "smv")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(parent) })
	if err := os.Chmod(parent, 0o755); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(parent, "shared")
}

func waitUntilGone(t *testing.T, dir string) {
	t.Helper()
	for deadline := time.Now().Add(linger + 25*time.Second); ; time.Sleep(50 * time.Millisecond) {
		_, err := os.Stat(dir)
		if errors.Is(err, os.ErrNotExist) {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("%s is still there", dir)
		}
	}
}
