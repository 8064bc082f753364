//go:build !linux

package pgserver

import (
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// endWithParent has no counterpart here: a server left behind by a killed
// parent is stopped at the next start instead.
func endWithParent(*syscall.SysProcAttr) {}

func isServerWithoutProc(pid int) bool {
	out, err := exec.Command("ps", "-p", strconv.Itoa(pid), "-o", "comm=").Output()
	return err == nil && filepath.Base(strings.TrimSpace(string(out))) == "postgres"
}
