package pgserver

import (
	"os"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// A server of an ordinary user. As root we become nobody for it.
func TestAsOrdinaryUser(t *testing.T) {
	t.Parallel()
	dir := place(t)
	var as *asUser
	if os.Getuid() == 0 {
		as = nobody(t)
		giveTo(t, dir, *as)
	}
	h := hold(t, filepath.Join(dir, "deep", "er"), as)
	if h.fail != "" {
		t.Fatal(h.fail)
	}
	if got := ask(t, h.url, "SELECT 'up'"); got != "up" {
		t.Errorf("got %q", got)
	}
	h.kill(t)
	again := hold(t, filepath.Join(dir, "deep", "er"), as)
	if again.fail != "" {
		t.Fatalf("starting again: %s", again.fail)
	}
}

// 3: a user id without a name, as container platforms hand out. Only root can
// become one, so the words are checked for themselves as well.
func TestUserWithoutAName(t *testing.T) {
	t.Parallel()
	got := noAccount(54321, "").Error()
	if os.Getuid() == 0 {
		dir := place(t)
		as := asUser{54321, 54321}
		giveTo(t, dir, as)
		got = hold(t, filepath.Join(dir, "x"), &as).fail
	}
	for _, want := range []string{"54321", "libnss-wrapper", "SAMVERKA_DATABASE_URL"} {
		if !strings.Contains(got, want) {
			t.Errorf("got %q, want %q in it", got, want)
		}
	}
}

func TestInitdbsWordsForAMissingNameAreUnderstood(t *testing.T) {
	t.Parallel()
	err := createError(account{uid: 54321}, paths{}, os.ErrInvalid, "initdb: error: could not look up effective user ID 54321: user does not exist\n")
	if !strings.Contains(text(err), "libnss-wrapper") {
		t.Errorf("got %v", err)
	}
}

func nobody(t *testing.T) *asUser {
	t.Helper()
	u, err := user.Lookup("nobody")
	if err != nil {
		t.Fatal(err)
	}
	uid, _ := strconv.ParseUint(u.Uid, 10, 32)
	gid, _ := strconv.ParseUint(u.Gid, 10, 32)
	return &asUser{uint32(uid), uint32(gid)}
}

func giveTo(t *testing.T, dir string, u asUser) {
	t.Helper()
	if err := os.Chown(dir, int(u.uid), int(u.gid)); err != nil {
		t.Fatal(err)
	}
}
