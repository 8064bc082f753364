package pgserver

import (
	"errors"
	"fmt"
)

// The refusals that a caller can tell apart with errors.Is.
var (
	// ErrNoBinaries: no usable Postgres server was found on this machine.
	ErrNoBinaries error = noBinaries{}
	// ErrInUse: another Samverka already runs on the same directory.
	ErrInUse = errors.New("another Samverka is already running on this directory")
	// ErrDiskFull: the server cannot start until there is room on the disk.
	ErrDiskFull = errors.New("the disk is full")
	// ErrUnreachable: the account that runs Postgres may not enter the directory.
	ErrUnreachable = errors.New("the directory cannot be reached by the account that runs Postgres")
	// ErrNoAccount: the user running this has no entry in the machine's user list.
	ErrNoAccount = errors.New("this user is not in the machine's user list")
	// ErrWrongMajor: the cluster belongs to a Postgres version that is not installed.
	ErrWrongMajor = errors.New("the data belongs to another version of Postgres")
	// ErrNotACluster: the data directory holds something that is not a cluster.
	ErrNotACluster = errors.New("the data directory holds files but no Postgres cluster")
)

// noBinaries is written for somebody who has just tried to start the program,
// in text that can be pasted.
type noBinaries struct{}

func (noBinaries) Error() string {
	return `No Postgres server was found on this machine (version 15 or newer is needed). Choose one of these ways:

1. Install it, then start again (Debian and Ubuntu):

     sudo apt-get update && sudo apt-get install -y postgresql

2. Run everything in containers:

     docker compose up --build

3. Use a server that you already have:

     export SAMVERKA_DATABASE_URL='postgres://samverka_owner:PASSWORD@HOST:5432/samverka'

If Postgres is installed in an unusual place, point SAMVERKA_PGBIN at the directory that holds postgres and initdb.`
}

func wrongMajor(data string, have int) error {
	return fmt.Errorf(`%w: %s was made by Postgres %d, which is not installed here.
Nothing has been changed. Install that version and start again:

  sudo apt-get update && sudo apt-get install -y postgresql-%d

or point SAMVERKA_PGBIN at its bin directory`, ErrWrongMajor, data, have, have)
}

func noAccount(uid int, output string) error {
	return fmt.Errorf(`%w: Postgres cannot create a cluster as user id %d, because that id has no name here.
Give the id a name (a line in /etc/passwd, or libnss-wrapper in a container), run as a user that has one,
or use a server of your own through SAMVERKA_DATABASE_URL.
%s`, ErrNoAccount, uid, output)
}

func diskFull(p paths, tail string) error {
	return fmt.Errorf(`%w: Postgres could not start in %s. What was saved is still there.
Make room on that disk and start again.
%s`, ErrDiskFull, p.dir, tail)
}
