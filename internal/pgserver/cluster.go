package pgserver

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// majorOf reads which version made a cluster: 0 when there is none yet. A data
// directory with files but no version is refused with ErrNotACluster.
func majorOf(data string) (int, error) {
	raw, err := os.ReadFile(filepath.Join(data, "PG_VERSION"))
	if err == nil {
		major, err := strconv.Atoi(strings.TrimSpace(string(raw)))
		if err != nil {
			return 0, fmt.Errorf("%w: %s has an unreadable PG_VERSION", ErrNotACluster, data)
		}
		return major, nil
	}
	if !errors.Is(err, os.ErrNotExist) {
		return 0, err
	}
	entries, err := os.ReadDir(data)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return 0, err
	}
	if len(entries) > 0 {
		return 0, fmt.Errorf("%w: %s. Nothing has been changed; move it away or choose another directory with SAMVERKA_DATA_DIR", ErrNotACluster, data)
	}
	return 0, nil
}

// create makes the cluster beside its place and moves it there when it is
// whole, so that a half made one is never taken for a cluster. The rest of an
// interrupted attempt is the only thing that is ever removed.
func create(ctx context.Context, b Binaries, p paths, a account) error {
	if err := os.RemoveAll(p.fresh); err != nil {
		return err
	}
	if err := os.Mkdir(p.fresh, 0o700); err != nil {
		return err
	}
	if err := a.own(p.fresh); err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, b.Path("initdb"), "-D", p.fresh, "-U", "postgres",
		"--auth-local=trust", "--auth-host=reject", "--data-checksums", "--encoding=UTF8", "--locale=C.UTF-8")
	cmd.Env, cmd.Dir = environment(p.dir), p.dir
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: a.drop, Setsid: true}
	endWithParent(cmd.SysProcAttr)
	out, err := startLocked(cmd.CombinedOutput)
	if err != nil {
		return createError(a, p, err, string(out))
	}
	// An empty directory may stand there already; rename replaces it.
	return os.Rename(p.fresh, p.data)
}

func createError(a account, p paths, err error, output string) error {
	switch {
	case strings.Contains(output, "could not look up effective user ID"):
		return noAccount(a.uid, output)
	case strings.Contains(output, noSpace):
		return diskFull(p, output)
	}
	return fmt.Errorf("initdb: %w\n%s", err, output)
}
