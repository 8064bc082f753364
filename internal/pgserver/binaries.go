package pgserver

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// minMajor is the oldest server that the migrations are written for.
const minMajor = 15

// Binaries is a directory with a Postgres server in it.
type Binaries struct {
	Dir   string
	Major int
}

// Path is the full path of one program, which need not exist.
func (b Binaries) Path(program string) string { return filepath.Join(b.Dir, program) }

// Find looks for server binaries: dir if it is given, else SAMVERKA_PGBIN, the
// places where Debian, Red Hat and Homebrew put them (newest first), and PATH.
// With major above zero only that version will do. It answers ErrNoBinaries
// when nothing usable is found, and an error of its own when a directory that
// was asked for holds no server.
func Find(dir string, major int) (Binaries, error) {
	if dir == "" {
		dir = os.Getenv("SAMVERKA_PGBIN")
	}
	if dir != "" {
		b, err := inspect(dir)
		if err != nil {
			return b, fmt.Errorf("no Postgres server in %s (SAMVERKA_PGBIN): %w", dir, err)
		}
		if major > 0 && b.Major != major {
			return b, fmt.Errorf("%w: %s holds Postgres %d", ErrWrongMajor, dir, b.Major)
		}
		return b, nil
	}
	for _, candidate := range candidates() {
		b, err := inspect(candidate)
		if err != nil || b.Major < minMajor || (major > 0 && b.Major != major) {
			continue
		}
		return b, nil
	}
	return Binaries{}, ErrNoBinaries
}

var places = []string{
	"/usr/lib/postgresql/*/bin",
	"/usr/pgsql-*/bin",
	"/opt/homebrew/opt/postgresql@*/bin",
	"/usr/local/opt/postgresql@*/bin",
}

func candidates() []string {
	var all []string
	for _, pattern := range places {
		found, _ := filepath.Glob(pattern)
		newestFirst(found)
		all = append(all, found...)
	}
	if p, err := exec.LookPath("postgres"); err == nil {
		if real, err := filepath.EvalSymlinks(p); err == nil {
			p = real
		}
		all = append(all, filepath.Dir(p))
	}
	return all
}

var number = regexp.MustCompile(`\d+`)

// newestFirst sorts by the version in the path, as a number: 9 comes after 18.
func newestFirst(dirs []string) {
	version := func(dir string) int {
		n, _ := strconv.Atoi(number.FindString(dir))
		return n
	}
	slices.SortStableFunc(dirs, func(a, b string) int { return cmp.Compare(version(b), version(a)) })
}

func inspect(dir string) (Binaries, error) {
	b := Binaries{Dir: dir}
	for _, program := range []string{"postgres", "initdb"} {
		st, err := os.Stat(b.Path(program))
		if err != nil {
			return b, err
		}
		if st.IsDir() || st.Mode()&0o111 == 0 {
			return b, fmt.Errorf("%s is not a program", b.Path(program))
		}
	}
	out, err := exec.Command(b.Path("postgres"), "-V").Output()
	if err != nil {
		return b, fmt.Errorf("%s -V: %w", b.Path("postgres"), err)
	}
	_, version, _ := strings.Cut(string(out), ") ")
	b.Major, err = strconv.Atoi(number.FindString(version))
	if err != nil {
		return b, errors.New("unknown version: " + strings.TrimSpace(string(out)))
	}
	return b, nil
}
