package testdb

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/pgserver"
)

// The shared server is kept by a process of its own, a second run of whichever
// test program came first. Three file locks in its directory hold it together;
// the kernel lets go of them when their process ends, however it ends:
//
//	gate    one at a time looks for, starts or ends the server
//	users   each test program holds it shared; free means that nobody is left
//	keeper  held while the server is kept; free means that it is not
const (
	gate, users, keeper = "gate", "users", "keeper"
	addressFile         = "url"
	failureFile         = "failure"
)

// startWithin is how long the server gets to come up on a busy machine.
const startWithin = 90 * time.Second

// shared gives the address of the shared server, starting it if there is none.
func shared() (string, error) {
	return sharedIn(filepath.Join(roomiest(), "samverka-test-"+strconv.Itoa(os.Getuid())))
}

// memory is a file system in memory, where cloning a database takes a tenth of
// the time.
const memory = "/dev/shm"

// roomiest is memory where there is plenty of it, else the temporary directory.
// Containers often have 64 MiB there.
func roomiest() string {
	if room, err := pgserver.Room(memory); err == nil && room.Free > 4<<30 {
		return memory
	}
	return os.TempDir()
}

func sharedIn(dir string) (string, error) {
	for {
		if err := ownDir(dir); err != nil {
			return "", err
		}
		url, err := join(dir)
		// The server may have ended, and its directory gone, while we waited.
		if !errors.Is(err, errMoved) {
			return url, err
		}
	}
}

// ownDir sees that the directory is ours: in a place open to all, somebody else
// could have put it there. Others may pass through, for Postgres does when we
// are root.
func ownDir(dir string) error {
	if err := os.Mkdir(dir, 0o711); err != nil && !errors.Is(err, os.ErrExist) {
		return err
	}
	st, err := os.Lstat(dir)
	if errors.Is(err, os.ErrNotExist) {
		return ownDir(dir)
	}
	if err != nil {
		return err
	}
	sys, ok := st.Sys().(*syscall.Stat_t)
	if !ok || !st.IsDir() || int(sys.Uid) != os.Getuid() {
		return fmt.Errorf("%s belongs to somebody else; remove it", dir)
	}
	return os.Chmod(dir, 0o711)
}

func join(dir string) (string, error) {
	g, err := hold(filepath.Join(dir, gate), syscall.LOCK_EX)
	if err != nil {
		return "", err
	}
	defer g.Close()
	u, err := hold(filepath.Join(dir, users), syscall.LOCK_SH)
	if err != nil {
		return "", err
	}
	keepOpen(u)
	k, err := hold(filepath.Join(dir, keeper), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		url, err := os.ReadFile(filepath.Join(dir, addressFile))
		if err != nil || !answers(string(url)) { // it is on its way out
			time.Sleep(50 * time.Millisecond)
			return "", errMoved
		}
		return string(url), nil
	}
	if err != nil {
		return "", err
	}
	k.Close()
	sweep(dir)
	return spawn(dir)
}

func answers(url string) bool {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	c, err := pgx.Connect(ctx, url)
	if err != nil {
		return false
	}
	_ = c.Close(ctx)
	return true
}

// sweep removes what a killed keeper has left. Its Postgres has ended with it.
func sweep(dir string) {
	left, _ := filepath.Glob(filepath.Join(dir, "pg-*"))
	for _, path := range append(left, filepath.Join(dir, addressFile), filepath.Join(dir, failureFile)) {
		_ = os.RemoveAll(path)
	}
}

// spawn starts the keeper and waits until its server answers.
func spawn(dir string) (string, error) {
	self, err := os.Executable()
	if err != nil {
		return "", err
	}
	cmd := exec.Command(self)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), keepVar+"="+dir)
	// Away from our terminal and pipes: go test waits for those to close.
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	if err := cmd.Start(); err != nil {
		return "", err
	}
	ended := make(chan struct{})
	go func() { _ = cmd.Wait(); close(ended) }()
	for deadline := time.Now().Add(startWithin); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		if url, err := os.ReadFile(filepath.Join(dir, addressFile)); err == nil {
			return string(url), nil
		}
		select {
		case <-ended:
			why, _ := os.ReadFile(filepath.Join(dir, failureFile))
			return "", fmt.Errorf("the shared test server did not start: %s", strings.TrimSpace(string(why)))
		default:
		}
	}
	_ = cmd.Process.Signal(syscall.SIGTERM)
	return "", fmt.Errorf("the shared test server did not start within %v", startWithin)
}

// kept holds the locks that are kept until this program ends. Without it the
// garbage collector would close their files.
var kept struct {
	sync.Mutex
	files []*os.File
}

func keepOpen(f *os.File) {
	kept.Lock()
	defer kept.Unlock()
	kept.files = append(kept.files, f)
}

var errMoved = errors.New("the shared server has just ended")

// hold opens and locks a file. errMoved comes back when the file was removed
// before the lock was ours, since a lock on it then says nothing.
func hold(path string, how int) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if errors.Is(err, os.ErrNotExist) {
		return nil, errMoved
	}
	if err != nil {
		return nil, err
	}
	if err := flock(f, how); err != nil {
		f.Close()
		return nil, err
	}
	ours, err := f.Stat()
	if err == nil {
		var there os.FileInfo
		if there, err = os.Stat(path); err == nil && os.SameFile(ours, there) {
			return f, nil
		}
	}
	f.Close()
	return nil, errMoved
}

func flock(f *os.File, how int) error {
	for {
		if err := syscall.Flock(int(f.Fd()), how); !errors.Is(err, syscall.EINTR) {
			return err
		}
	}
}
