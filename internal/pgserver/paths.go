package pgserver

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
)

const (
	port = "5432"
	// maxSocketPath is what sockaddr_un holds on Linux, less the ending zero.
	maxSocketPath = 107
)

// paths are the places of one server.
type paths struct {
	dir      string // everything below
	data     string // the cluster
	fresh    string // initdb's work, renamed to data when it is whole
	socket   string // directory of the socket
	borrowed bool   // socket lies outside dir and is removed at the end
	log      string
	lock     string
	ballast  string
}

// prepare creates the directories that are missing, owned by the account. It
// answers ErrUnreachable, naming the directory in the way, when the account
// could not get there.
func prepare(dir string, a account) (paths, error) {
	p := paths{
		dir:     dir,
		data:    filepath.Join(dir, "data"),
		fresh:   filepath.Join(dir, "data.new"),
		socket:  filepath.Join(dir, "run"),
		log:     filepath.Join(dir, "postgres.log"),
		lock:    filepath.Join(dir, "lock"),
		ballast: filepath.Join(dir, "ballast"),
	}
	if err := makeDir(dir, a); err != nil {
		return p, err
	}
	if err := reachable(dir, a); err != nil {
		return p, err
	}
	if len(filepath.Join(p.socket, ".s.PGSQL."+port)) > maxSocketPath {
		p.socket, p.borrowed = shortSocketDir(dir, a), true
	}
	return p, makeSocketDir(p.socket, a)
}

// makeDir is MkdirAll that hands every directory it creates to the account.
// MkdirAll alone would leave root's own closed directories on the way.
func makeDir(dir string, a account) error {
	st, err := os.Stat(dir)
	if err == nil {
		if !st.IsDir() {
			return fmt.Errorf("%s is not a directory", dir)
		}
		return nil
	}
	if !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if parent := filepath.Dir(dir); parent != dir {
		if err := makeDir(parent, a); err != nil {
			return err
		}
	}
	if err := os.Mkdir(dir, 0o700); err != nil {
		return err
	}
	return a.own(dir)
}

// reachable finds the first directory on the way that the account may not enter.
// As ourselves there is nothing to find: making the directory has shown it.
func reachable(dir string, a account) error {
	if a.drop == nil {
		return nil
	}
	for d := dir; ; d = filepath.Dir(d) {
		st, err := os.Stat(d)
		if err != nil {
			return fmt.Errorf("%w: %w", ErrUnreachable, err)
		}
		if !mayEnter(st, a) {
			return fmt.Errorf("%w: %s is closed to user id %d. Choose another directory with SAMVERKA_DATA_DIR, or open that one with: chmod o+x %s",
				ErrUnreachable, d, a.uid, d)
		}
		if d == filepath.Dir(d) {
			return nil
		}
	}
}

func mayEnter(st os.FileInfo, a account) bool {
	sys, ok := st.Sys().(*syscall.Stat_t)
	if !ok {
		return true
	}
	switch {
	case int(sys.Uid) == a.uid:
		return st.Mode()&0o100 != 0
	case int(sys.Gid) == a.gid:
		return st.Mode()&0o010 != 0
	}
	return st.Mode()&0o001 != 0
}

// shortSocketDir is a place for the socket when the data directory's path is
// too long for one. The name is the same every time for the same directory.
func shortSocketDir(dir string, a account) string {
	sum := sha256.Sum256([]byte(dir))
	name := fmt.Sprintf("samverka-%d-%x", a.uid, sum[:6])
	if x := os.Getenv("XDG_RUNTIME_DIR"); a.drop == nil && filepath.IsAbs(x) {
		candidate := filepath.Join(x, name)
		if _, err := os.Stat(x); err == nil && len(candidate)+len("/.s.PGSQL."+port) <= maxSocketPath {
			return candidate
		}
	}
	return filepath.Join("/tmp", name)
}

// makeSocketDir creates the directory or takes the one that is there, but only
// if it belongs to the account and is closed to everybody else: whoever owns
// the directory could put a socket of their own in it.
func makeSocketDir(dir string, a account) error {
	err := os.Mkdir(dir, 0o700)
	if err == nil {
		return a.own(dir)
	}
	if !errors.Is(err, os.ErrExist) {
		return err
	}
	st, err := os.Lstat(dir)
	if err != nil {
		return err
	}
	sys, ok := st.Sys().(*syscall.Stat_t)
	if !ok || !st.IsDir() || int(sys.Uid) != a.uid || st.Mode().Perm()&0o077 != 0 {
		return fmt.Errorf("%s must be a directory that only user id %d may enter; remove it and start again", dir, a.uid)
	}
	return nil
}
