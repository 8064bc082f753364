package pgserver

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"syscall"
)

// lock makes one process the master of a directory. The kernel gives it back
// when the process ends, however it ends.
type lock struct{ file *os.File }

// acquire answers ErrInUse, naming the process, when somebody else holds it.
func acquire(path string) (*lock, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		defer f.Close()
		if !errors.Is(err, syscall.EWOULDBLOCK) {
			return nil, fmt.Errorf("locking %s: %w", path, err)
		}
		holder, _ := os.ReadFile(path)
		return nil, fmt.Errorf("%w: process %s holds %s", ErrInUse, strings.TrimSpace(string(holder)), path)
	}
	if err := f.Truncate(0); err == nil {
		_, _ = f.WriteAt(fmt.Appendf(nil, "%d\n", os.Getpid()), 0)
	}
	return &lock{f}, nil
}

func (l *lock) release() { _ = l.file.Close() }
