package pgserver

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestStartCreatesRolesAndDatabase(t *testing.T) {
	t.Parallel()
	dir := place(t)
	s := start(t, Options{Dir: dir})
	super, owner, app := s.URL("postgres", "samverka"), s.URL("samverka_owner", "samverka"), s.URL("samverka_app", "samverka")
	for _, tc := range []struct{ name, url, query, want string }{
		{"encoding", super, "SELECT pg_encoding_to_char(encoding) FROM pg_database WHERE datname = 'samverka'", "UTF8"},
		{"locale", super, "SELECT datcollate || ' ' || datctype FROM pg_database WHERE datname = 'samverka'", "C.UTF-8 C.UTF-8"},
		{"upper case of å", super, "SELECT upper('åäö')", "ÅÄÖ"},
		{"owner", super, "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'samverka'", "samverka_owner"},
		{"owner signs in", owner, "SELECT current_user", "samverka_owner"},
		{"app signs in", app, "SELECT current_user", "samverka_app"},
		{"app has no way round row security", app, "SELECT (rolbypassrls OR rolsuper OR rolcreatedb OR rolcreaterole OR rolinherit)::text FROM pg_roles WHERE rolname = current_user", "false"},
		{"search bypasses and cannot sign in", super, "SELECT (rolbypassrls AND NOT rolcanlogin AND NOT rolsuper)::text FROM pg_roles WHERE rolname = 'samverka_search'", "true"},
		{"owner may become app", owner, "SELECT pg_has_role('samverka_app', 'MEMBER')::text", "true"},
		{"app may not become owner", app, "SELECT pg_has_role('samverka_owner', 'MEMBER')::text", "false"},
		{"no TCP", super, "SELECT current_setting('listen_addresses')", ""},
		{"socket closed to others", super, "SELECT current_setting('unix_socket_permissions')", "0700"},
		{"throwaway is fast", super, "SELECT current_setting('fsync') || current_setting('synchronous_commit')", "offoff"},
	} {
		if got := ask(t, tc.url, tc.query); got != tc.want {
			t.Errorf("%s: got %q, want %q", tc.name, got, tc.want)
		}
	}
	if got, err := tryAsk(t.Context(), s.URL("samverka_search", "samverka"), "SELECT 1::text"); err == nil {
		t.Errorf("samverka_search signed in and got %q", got)
	}
}

func TestDataIsKeptBetweenStarts(t *testing.T) {
	t.Parallel()
	dir := place(t)
	s := start(t, Options{Dir: dir})
	ask(t, s.URL("samverka_owner", "samverka"), "WITH x AS (SELECT set_config('a.b', 'c', false)) SELECT * FROM x")
	if _, err := tryAsk(t.Context(), s.URL("samverka_owner", "samverka"), "CREATE TABLE kept AS SELECT 'Älvsunda' AS name"); err == nil {
		t.Fatal("a statement without rows gave one")
	}
	if err := s.Stop(t.Context()); err != nil {
		t.Fatalf("Stop: %v", err)
	}
	if err := s.Stop(t.Context()); err != nil {
		t.Errorf("a second Stop: got %v, want nothing", err)
	}
	again := start(t, Options{Dir: dir})
	if got, want := ask(t, again.URL("samverka_owner", "samverka"), "SELECT name FROM kept"), "Älvsunda"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestSecondStartOnSameDirectoryIsRefused(t *testing.T) {
	t.Parallel()
	dir := place(t)
	start(t, Options{Dir: dir})
	_, err := Start(t.Context(), Options{Dir: dir, Throwaway: true})
	if !errors.Is(err, ErrInUse) {
		t.Errorf("got %v, want ErrInUse", err)
	}
}

func TestDoneWhenServerEndsByItself(t *testing.T) {
	t.Parallel()
	dir := place(t)
	s := start(t, Options{Dir: dir})
	if err := s.run.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	select {
	case <-s.Done():
	case <-time.After(10 * time.Second):
		t.Fatal("Done did not close")
	}
	if err := s.Wait(); err == nil || !strings.Contains(err.Error(), s.p.log) {
		t.Errorf("got %v, want an error that names the log", err)
	}
	if err := s.Stop(t.Context()); err == nil {
		t.Error("Stop called a killed server a clean end")
	}
	// The next start recovers, and takes over the memory that was left behind.
	start(t, Options{Dir: dir})
}

func TestStartGivesUpWithItsContext(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	dir := place(t)
	if s, err := Start(ctx, Options{Dir: dir, Throwaway: true}); err == nil {
		_ = s.Stop(context.Background())
		t.Fatal("started under a cancelled context")
	}
	// What was left must not stand in the way.
	start(t, Options{Dir: dir})
}

func TestSettings(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name      string
		throwaway bool
		setting   string
		want      string
	}{
		{"harmless", false, "work_mem", ""},
		{"unsafe", false, "fsync", "lose committed data"},
		{"unsafe in capitals", false, "Synchronous_Commit", "lose committed data"},
		{"unsafe on a throwaway", true, "fsync", ""},
		{"ours", true, "listen_addresses", "decided by the supervisor"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			_, err := Options{Dir: "/x", Throwaway: tc.throwaway, Settings: map[string]string{tc.setting: "x"}}.complete()
			if got := text(err); (tc.want == "") != (got == "") || !strings.Contains(got, tc.want) {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

func TestOrdinaryServerKeepsItsPromises(t *testing.T) {
	t.Parallel()
	s, err := Start(t.Context(), Options{Dir: place(t), Settings: map[string]string{"work_mem": "8MB"}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Stop(context.Background()) })
	query := "SELECT current_setting('fsync') || ' ' || current_setting('synchronous_commit') || ' ' || current_setting('full_page_writes') || ' ' || current_setting('work_mem')"
	if got, want := ask(t, s.URL("postgres", "postgres"), query), "on on on 8MB"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	st, err := os.Stat(filepath.Join(s.Dir(), "ballast"))
	if err != nil || st.Size() != ballastSize {
		t.Errorf("the ballast: got %v, %v, want %d bytes", st, err, ballastSize)
	}
}

func text(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}
