package pgserver

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"syscall"
)

// ballastSize is room held back on the disk, so that there is something to give
// up when it fills: Postgres cannot even start on a full disk.
const ballastSize = 64 << 20

// Disk is the room where a directory lies, in bytes.
type Disk struct{ Free, Total uint64 }

// Level says how an amount of free room should be met.
type Level int

// The levels, from calm to alarm.
const (
	DiskOK       Level = iota
	DiskLow            // tell the administrator
	DiskReadOnly       // take no more writes
)

// Room measures the disk that dir lies on, as seen by an ordinary user.
func Room(dir string) (Disk, error) {
	var st syscall.Statfs_t
	if err := syscall.Statfs(dir, &st); err != nil {
		return Disk{}, fmt.Errorf("measuring the disk of %s: %w", dir, err)
	}
	unit := uint64(st.Bsize)
	return Disk{Free: uint64(st.Bavail) * unit, Total: uint64(st.Blocks) * unit}, nil
}

// Level is DiskLow under a tenth free and DiskReadOnly under a twentieth. On a
// large disk a tenth is plenty, so more than 10 GiB free is never low and more
// than 2 GiB never stops writing.
func (d Disk) Level() Level {
	switch {
	case d.Free < d.Total/20 && d.Free < 2<<30:
		return DiskReadOnly
	case d.Free < d.Total/10 && d.Free < 10<<30:
		return DiskLow
	}
	return DiskOK
}

// Disk measures the room left for the cluster.
func (s *Server) Disk() (Disk, error) { return Room(s.p.dir) }

// keepBallast writes the ballast when it is missing and there is plenty of
// room. Failing to is worth a line but never a refusal to start.
func (s *Server) keepBallast() {
	if s.opt.Throwaway {
		return
	}
	if _, err := os.Stat(s.p.ballast); !errors.Is(err, os.ErrNotExist) {
		return
	}
	room, err := Room(s.p.dir)
	if err != nil || room.Level() != DiskOK || room.Free < 4*ballastSize {
		fmt.Fprintf(s.opt.Log, "Little room is left on the disk of %s.\n", s.p.dir)
		return
	}
	if err := writeBallast(s.p.ballast); err != nil {
		fmt.Fprintf(s.opt.Log, "The reserve of disk space could not be made: %v\n", err)
	}
}

// writeBallast fills the file with noise, since some file systems store zeros
// in no space at all.
func writeBallast(path string) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), "ballast.*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(f.Name())
		}
	}()
	noise := rand.NewChaCha8([32]byte{})
	block := make([]byte, 1<<20)
	for range ballastSize / len(block) {
		_, _ = noise.Read(block)
		if _, err = f.Write(block); err != nil {
			f.Close()
			return err
		}
	}
	if err = f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
