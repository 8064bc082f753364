package testdb

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"samverka/internal/pgserver"
)

// keepVar turns a test program into the keeper of the shared server.
const keepVar = "SAMVERKA_TESTDB_KEEP"

const (
	// lookEvery is how often the keeper looks whether anybody is left.
	lookEvery = 250 * time.Millisecond
	// linger is how long it waits for the next test program.
	linger = 5 * time.Second
)

func init() {
	dir := os.Getenv(keepVar)
	if dir == "" {
		return
	}
	if err := keep(dir); err != nil {
		_ = os.WriteFile(filepath.Join(dir, failureFile), []byte(err.Error()), 0o600)
		os.Exit(1)
	}
	os.Exit(0)
}

// keep runs the server until nobody has used it for a while.
func keep(dir string) error {
	k, err := hold(filepath.Join(dir, keeper), syscall.LOCK_EX)
	if err != nil {
		return err
	}
	defer k.Close()
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	home := filepath.Join(dir, fmt.Sprintf("pg-%d", os.Getpid()))
	s, err := pgserver.Start(ctx, pgserver.Options{
		Dir: home, Throwaway: true, MaxConnections: 300,
		// Hundreds of short-lived databases keep the vacuum busy for nothing.
		Settings: map[string]string{"autovacuum": "off", "max_wal_size": "4GB", "checkpoint_timeout": "1h"},
	})
	if err != nil {
		_ = os.RemoveAll(home)
		return err
	}
	if err := announce(dir, s.URL("postgres", "postgres")); err != nil {
		_ = s.Stop(context.Background())
		return err
	}
	free := waitUntilFree(ctx, dir, s.Done())
	// From here nobody new gets in: those who wait at the gate find the files gone.
	_ = os.Remove(filepath.Join(dir, addressFile))
	err = s.Stop(context.Background())
	_ = os.RemoveAll(home)
	if free {
		_ = os.RemoveAll(dir)
	}
	return err
}

func announce(dir, url string) error {
	fresh := filepath.Join(dir, addressFile+".new")
	if err := os.WriteFile(fresh, []byte(url), 0o600); err != nil {
		return err
	}
	return os.Rename(fresh, filepath.Join(dir, addressFile))
}

// waitUntilFree returns true holding gate and users, so that the directory can
// be removed, and false when the keeper must end while others still use it.
func waitUntilFree(ctx context.Context, dir string, died <-chan struct{}) bool {
	lonely := time.Now()
	for {
		select {
		case <-ctx.Done():
			return false
		case <-died:
			return false
		case <-time.After(lookEvery):
		}
		u, err := hold(filepath.Join(dir, users), syscall.LOCK_EX|syscall.LOCK_NB)
		if err != nil {
			lonely = time.Now()
			continue
		}
		if time.Since(lonely) > linger {
			if g, err := hold(filepath.Join(dir, gate), syscall.LOCK_EX|syscall.LOCK_NB); err == nil {
				keepOpen(u)
				keepOpen(g)
				return true
			}
			lonely = time.Now()
		}
		u.Close()
	}
}
