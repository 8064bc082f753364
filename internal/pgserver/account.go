package pgserver

import (
	"fmt"
	"os"
	"os/user"
	"strconv"
	"syscall"
)

// account is whom the server runs as. Postgres refuses to run as root.
type account struct {
	uid, gid int
	// drop is set when we are root and have to become somebody else.
	drop *syscall.Credential
}

func accountFor(name string) (account, error) {
	if os.Getuid() != 0 {
		return account{uid: os.Getuid(), gid: os.Getgid()}, nil
	}
	u, err := user.Lookup(name)
	if err != nil {
		return account{}, fmt.Errorf("as root, Postgres is run by the user %s, which is missing here (useradd --system %s makes it): %w", name, name, err)
	}
	uid, err := strconv.ParseUint(u.Uid, 10, 31)
	if err != nil {
		return account{}, err
	}
	gid, err := strconv.ParseUint(u.Gid, 10, 31)
	if err != nil {
		return account{}, err
	}
	return account{
		uid: int(uid), gid: int(gid),
		drop: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid), Groups: []uint32{}},
	}, nil
}

// own hands a path over to the account when we are root.
func (a account) own(path string) error {
	if a.drop == nil {
		return nil
	}
	return os.Lchown(path, a.uid, a.gid)
}

// environment is small on purpose: PGDATA, PGPORT and their like must not reach
// the server. The libraries' variables let libnss-wrapper name a user id.
func environment(dir string) []string {
	env := []string{"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "TZ=UTC", "HOME=" + dir}
	for _, name := range []string{"LD_LIBRARY_PATH", "LD_PRELOAD", "NSS_WRAPPER_PASSWD", "NSS_WRAPPER_GROUP"} {
		if v, ok := os.LookupEnv(name); ok {
			env = append(env, name+"="+v)
		}
	}
	return env
}
