package pgserver

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

const (
	// fastShutdown is how long SIGINT gets before SIGQUIT follows.
	fastShutdown = 30 * time.Second
	// immediateShutdown is how long SIGQUIT gets before SIGKILL follows.
	immediateShutdown = 10 * time.Second
)

// clearWay stops a server that outlived its parent and removes the pid file
// that it, or a crash, left behind. It must be called under our own lock: then
// whatever still runs on the data is an orphan and nobody's work.
//
// The pid file alone proves nothing, since the number may have been given to
// another process of the same user; Postgres would refuse to start over it.
func clearWay(ctx context.Context, data string, log io.Writer) error {
	pids := serversOn(data)
	if len(pids) > 0 {
		fmt.Fprintf(log, "A Postgres from an earlier run is still up (process %d); stopping it.\n", pids[0])
	}
	for _, step := range []struct {
		signal syscall.Signal
		wait   time.Duration
	}{{syscall.SIGINT, fastShutdown}, {syscall.SIGQUIT, immediateShutdown}, {syscall.SIGKILL, immediateShutdown}} {
		if gone, err := signalAll(ctx, data, step.signal, step.wait); err != nil || gone {
			if err != nil {
				return err
			}
			break
		}
	}
	if left := serversOn(data); len(left) > 0 {
		return fmt.Errorf("process %d still runs Postgres on %s and could not be stopped", left[0], data)
	}
	err := os.Remove(filepath.Join(data, "postmaster.pid"))
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}

// signalAll signals what runs on data and waits until nothing does. Its first
// process is the postmaster; once that is gone, the rest are leftovers that end
// by themselves or at the next, harder signal.
func signalAll(ctx context.Context, data string, s syscall.Signal, wait time.Duration) (gone bool, err error) {
	for _, pid := range serversOn(data) {
		_ = syscall.Kill(pid, s)
	}
	for deadline := time.Now().Add(wait); time.Now().Before(deadline); {
		if len(serversOn(data)) == 0 {
			return true, nil
		}
		select {
		case <-ctx.Done():
			return false, ctx.Err()
		case <-time.After(10 * time.Millisecond):
		}
	}
	return false, nil
}

// serversOn lists the Postgres processes that run on a data directory, the one
// named by the pid file first. A process counts when its program is postgres
// and its working directory is the data. Where there is no /proc only the
// process of the pid file is looked at.
func serversOn(data string) []int {
	real, err := filepath.EvalSymlinks(data)
	if err != nil {
		return nil
	}
	var pids []int
	named := pidOf(data)
	if named > 0 && isServer(named, real) {
		pids = append(pids, named)
	}
	entries, err := os.ReadDir("/proc")
	if err != nil {
		return pids
	}
	for _, e := range entries {
		pid, err := strconv.Atoi(e.Name())
		if err == nil && pid != named && isServer(pid, real) {
			pids = append(pids, pid)
		}
	}
	return pids
}

func isServer(pid int, data string) bool {
	proc := filepath.Join("/proc", strconv.Itoa(pid))
	exe, err := os.Readlink(filepath.Join(proc, "exe"))
	if err != nil {
		return isServerWithoutProc(pid)
	}
	cwd, err := os.Readlink(filepath.Join(proc, "cwd"))
	// A package upgrade under a running server leaves " (deleted)" in the name.
	return err == nil && cwd == data && filepath.Base(strings.TrimSuffix(exe, " (deleted)")) == "postgres"
}

// pidOf reads the process id from the cluster's pid file: 0 when there is none.
func pidOf(data string) int {
	raw, err := os.ReadFile(filepath.Join(data, "postmaster.pid"))
	if err != nil {
		return 0
	}
	first, _, _ := strings.Cut(string(raw), "\n")
	pid, _ := strconv.Atoi(strings.TrimSpace(first))
	return max(pid, 0)
}
