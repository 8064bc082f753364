package pgserver

import "syscall"

// endWithParent makes the kernel send the fast-shutdown signal when the thread
// that started the process is gone, which is how the server ends even when we
// are killed outright.
func endWithParent(attr *syscall.SysProcAttr) { attr.Pdeathsig = syscall.SIGINT }

// isServerWithoutProc is for systems without /proc. Here a process that cannot
// be read has either ended or belongs to somebody else.
func isServerWithoutProc(int) bool { return false }
