package pgserver

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"
)

// Server is a running private Postgres.
type Server struct {
	opt  Options
	bin  Binaries
	p    paths
	lock *lock
	run  *process
	stop sync.Once
}

// Start brings up the server in Options.Dir, creating the cluster, the roles
// and the database the first time. It returns when the server answers, or with
// one of the errors of this package, whose text says what to do. A slow start
// after a crash is waited for as long as ctx allows.
//
// The server ends with Stop, and by itself if this process is killed.
func Start(ctx context.Context, o Options) (*Server, error) {
	o, err := o.complete()
	if err != nil {
		return nil, err
	}
	a, err := accountFor(o.Account)
	if err != nil {
		return nil, err
	}
	p, err := prepare(o.Dir, a)
	if err != nil {
		return nil, err
	}
	l, err := acquire(p.lock)
	if err != nil {
		return nil, err
	}
	s := &Server{opt: o, p: p, lock: l}
	if err := s.start(ctx, a); err != nil {
		s.close()
		return nil, err
	}
	return s, nil
}

func (s *Server) start(ctx context.Context, a account) error {
	major, err := majorOf(s.p.data)
	if err != nil {
		return err
	}
	s.bin, err = Find(s.opt.BinDir, major)
	if major > 0 && (errors.Is(err, ErrNoBinaries) || errors.Is(err, ErrWrongMajor)) {
		return wrongMajor(s.p.data, major)
	}
	if err != nil {
		return err
	}
	if major == 0 {
		fmt.Fprintf(s.opt.Log, "Creating a Postgres %d cluster in %s\n", s.bin.Major, s.p.dir)
		if err := create(ctx, s.bin, s.p, a); err != nil {
			return err
		}
	}
	if err := s.launch(ctx, a); err != nil {
		return err
	}
	s.keepBallast()
	err = Bootstrap(ctx, s.URL("postgres", "postgres"), s.opt.Database)
	if err != nil {
		s.end(ctx)
	}
	return err
}

// launch starts the postmaster. On a full disk it gives up the ballast and
// tries once more: the room is there for exactly this. Processes of a killed
// server can hold its shared memory for a moment after they have left the
// process list, which is waited out.
func (s *Server) launch(ctx context.Context, a account) error {
	for tries := 1; ; tries++ {
		err := s.launchOnce(ctx, a)
		switch {
		case err == nil:
			return nil
		case errors.Is(err, errStillHeld) && tries < 50:
			time.Sleep(100 * time.Millisecond)
		case errors.Is(err, ErrDiskFull) && os.Remove(s.p.ballast) == nil:
			fmt.Fprintf(s.opt.Log, "The disk is full; the reserved %d MiB in %s have been given up to get started.\n", ballastSize>>20, s.p.ballast)
		default:
			return err
		}
	}
}

func (s *Server) launchOnce(ctx context.Context, a account) error {
	if err := clearWay(ctx, s.p.data, s.opt.Log); err != nil {
		return err
	}
	run, err := launch(s.opt, s.bin, s.p, a)
	if err != nil {
		return err
	}
	s.run = run
	if err := s.ready(ctx); err != nil {
		s.end(ctx)
		return err
	}
	return nil
}

// ready waits until our own child answers. That somebody answers is not
// enough: it might be another server on the same socket.
func (s *Server) ready(ctx context.Context) error {
	tell := time.NewTicker(10 * time.Second)
	defer tell.Stop()
	for {
		if s.run.alive() && pidOf(s.p.data) == s.run.cmd.Process.Pid && s.answers(ctx) {
			return nil
		}
		select {
		case <-s.run.done:
			return s.run.failure(s.p)
		case <-ctx.Done():
			return fmt.Errorf("waiting for Postgres in %s: %w", s.p.dir, ctx.Err())
		case <-tell.C:
			fmt.Fprintln(s.opt.Log, "Postgres is still getting ready; after a crash this can take a few minutes.")
		case <-time.After(5 * time.Millisecond):
		}
	}
}

func (s *Server) answers(ctx context.Context) bool {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	c, err := pgx.Connect(ctx, s.URL("postgres", "postgres"))
	if err != nil {
		return false
	}
	_ = c.Close(ctx)
	return true
}

// URL addresses a database of this server through its socket.
func (s *Server) URL(user, database string) string {
	q := url.Values{"host": {s.p.socket}, "port": {port}, "user": {user}}
	return (&url.URL{Scheme: "postgres", Path: "/" + database, RawQuery: q.Encode()}).String()
}

// Database is the name of the product's database.
func (s *Server) Database() string { return s.opt.Database }

// Dir is where the cluster lives.
func (s *Server) Dir() string { return s.p.dir }

// Binaries are the server programs in use.
func (s *Server) Binaries() Binaries { return s.bin }

// Pid is the process id of the postmaster.
func (s *Server) Pid() int { return s.run.cmd.Process.Pid }

// Done closes when the server has ended, whoever ended it.
func (s *Server) Done() <-chan struct{} { return s.run.done }

// Wait blocks until the server has ended. It answers nil after a clean stop.
func (s *Server) Wait() error {
	<-s.run.done
	if s.run.err == nil {
		return nil
	}
	return s.run.failure(s.p)
}

// Stop ends the server: at once for those who are idle or in the middle of
// something (their transactions are rolled back), harder after half a minute or
// when ctx ends. It returns when the server is gone and may be called again.
func (s *Server) Stop(ctx context.Context) error {
	s.stop.Do(func() {
		s.end(ctx)
		s.close()
	})
	return s.Wait()
}

// end uses SIGINT and never SIGTERM, which would wait for every open
// connection to go away by itself.
func (s *Server) end(ctx context.Context) {
	for _, step := range []struct {
		signal syscall.Signal
		wait   time.Duration
	}{{syscall.SIGINT, fastShutdown}, {syscall.SIGQUIT, immediateShutdown}} {
		_ = s.run.cmd.Process.Signal(step.signal)
		select {
		case <-s.run.done:
			return
		case <-ctx.Done():
		case <-time.After(step.wait):
		}
		if ctx.Err() != nil {
			ctx = context.WithoutCancel(ctx)
		}
	}
	_ = s.run.cmd.Process.Kill()
	<-s.run.done
}

func (s *Server) close() {
	if s.p.borrowed {
		_ = os.Remove(filepath.Join(s.p.socket, ".s.PGSQL."+port+".lock"))
		_ = os.Remove(s.p.socket)
	}
	s.lock.release()
}
