package pgserver

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// The container installation prepares its server with the same roles and a
// script; here both are run as the Postgres image does.
func TestComposePreparesTheSameDatabase(t *testing.T) {
	t.Parallel()
	s := start(t, Options{Dir: place(t), Database: "other"})
	if _, err := os.Stat(s.Binaries().Path("psql")); err != nil {
		t.Logf("no psql beside this server, so the script stays untried: %v", err)
		return
	}
	for _, args := range [][]string{
		{"psql", "-v", "ON_ERROR_STOP=1", "-q", "-U", "postgres", "-d", "postgres", "-f", "roles.sql"},
		{"bash", "-e", "../../build/compose/20-database.sh"},
	} {
		cmd := exec.Command(args[0], args[1:]...)
		cmd.Env = []string{
			"PATH=" + s.Binaries().Dir + ":" + os.Getenv("PATH"), "PGHOST=" + s.p.socket, "PGPORT=" + port,
			"SAMVERKA_DB_PASSWORD=it's", "POSTGRES_USER=postgres",
		}
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", filepath.Base(args[len(args)-1]), err, out)
		}
	}
	got := ask(t, s.URL("postgres", "samverka"), describe("samverka"))
	if want := ask(t, s.URL("postgres", "other"), describe("other")); got != want {
		t.Errorf("got %q, want it as Bootstrap makes it: %q", got, want)
	}
	const hasPassword = "SELECT (rolpassword LIKE 'SCRAM-SHA-256$%')::text FROM pg_authid WHERE rolname = 'samverka_owner'"
	if got := ask(t, s.URL("postgres", "postgres"), hasPassword); got != "true" {
		t.Errorf("the owner's password: got %q, want it set", got)
	}
}

func describe(database string) string {
	return `SELECT concat_ws(' ', pg_get_userbyid(datdba), pg_encoding_to_char(encoding), datcollate, datctype, array_to_string(datacl, ','))
FROM pg_database WHERE datname = '` + database + `'`
}
