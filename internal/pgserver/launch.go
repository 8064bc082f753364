package pgserver

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"syscall"
)

// noSpace is how the C library words a full disk in the C.UTF-8 locale.
const noSpace = "No space left on device"

// stillHeld is how Postgres says that processes of a killed server linger.
const stillHeld = "pre-existing shared memory block"

var errStillHeld = errors.New("an earlier Postgres still holds its memory")

// maxLog is when postgres.log is put aside for a new one at a start.
const maxLog = 10 << 20

// process is one postmaster. done closes when it has ended.
type process struct {
	cmd  *exec.Cmd
	done chan struct{}
	err  error // set before done closes
	log  string
	from int64 // where this run begins in the log
}

// startLocked runs f on a thread that lives as long as f does, since the signal
// at the parent's death follows the thread and not the process.
func startLocked[T any](f func() (T, error)) (T, error) {
	type result struct {
		value T
		err   error
	}
	c := make(chan result, 1)
	go func() {
		runtime.LockOSThread()
		v, err := f()
		c <- result{v, err}
	}()
	r := <-c
	return r.value, r.err
}

func launch(o Options, b Binaries, p paths, a account) (*process, error) {
	log, from, err := openLog(p.log)
	if err != nil {
		return nil, err
	}
	defer log.Close()
	cmd := exec.Command(b.Path("postgres"), o.serverArgs(p)...)
	cmd.Env, cmd.Dir = environment(p.dir), p.dir
	cmd.Stdout, cmd.Stderr = log, log
	// A session of its own: Ctrl-C in the terminal must reach us and not the
	// server, which we stop when the last request has been answered.
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: a.drop, Setsid: true}
	if !o.outliveUs {
		endWithParent(cmd.SysProcAttr)
	}
	run := &process{cmd: cmd, done: make(chan struct{}), log: p.log, from: from}
	started := make(chan error, 1)
	go func() {
		runtime.LockOSThread()
		err := cmd.Start()
		started <- err
		if err == nil {
			run.err = cmd.Wait()
			close(run.done)
		}
	}()
	return run, <-started
}

func openLog(path string) (*os.File, int64, error) {
	if st, err := os.Stat(path); err == nil && st.Size() > maxLog {
		if err := os.Rename(path, path+".1"); err != nil {
			return nil, 0, err
		}
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, 0, err
	}
	st, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, 0, err
	}
	return f, st.Size(), nil
}

func (r *process) alive() bool {
	select {
	case <-r.done:
		return false
	default:
		return true
	}
}

// output is what this run has written to the log.
func (r *process) output() string {
	f, err := os.Open(r.log)
	if err != nil {
		return ""
	}
	defer f.Close()
	if _, err := f.Seek(r.from, io.SeekStart); err != nil {
		return ""
	}
	raw, _ := io.ReadAll(io.LimitReader(f, maxLog))
	return string(raw)
}

// failure says why the postmaster ended, with the last lines of its log.
func (r *process) failure(p paths) error {
	out := r.output()
	lines := strings.Split(strings.TrimSpace(out), "\n")
	tail := strings.Join(lines[max(0, len(lines)-6):], "\n")
	switch {
	case strings.Contains(out, noSpace):
		return diskFull(p, tail)
	case strings.Contains(out, stillHeld):
		return fmt.Errorf("%w:\n%s", errStillHeld, tail)
	}
	return fmt.Errorf("postgres ended by itself (%v); its log is %s and ends with:\n%s", r.err, r.log, tail)
}
