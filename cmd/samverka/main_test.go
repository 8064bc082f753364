package main

import (
	"bytes"
	"context"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/identity"
	"samverka/internal/testdb"
)

// terminal runs commands against a test's database.
type terminal struct {
	t        *testing.T
	d        testdb.DB
	environ  []string
	in       string
	out, err safeBuffer
}

type safeBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *safeBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *safeBuffer) take() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	text := s.b.String()
	s.b.Reset()
	return text
}

func newTerminal(t *testing.T) *terminal {
	t.Helper()
	d := testdb.New(t)
	return &terminal{t: t, d: d, environ: []string{"SAMVERKA_DATABASE_URL=" + d.OwnerURL, "SAMVERKA_BASE_URL=http://samverka.test"}}
}

// run gives the exit code and what was said.
func (m *terminal) run(args ...string) (code int, out, err string) {
	m.t.Helper()
	code = run(m.t.Context(), console{in: strings.NewReader(m.in), out: &m.out, err: &m.err, environ: m.environ}, args)
	return code, m.out.take(), m.err.take()
}

const tampered = `SET session_replication_role = replica; UPDATE event_texts SET detail = detail || '{"name": "En annan"}'::jsonb WHERE seq = 1; RESET session_replication_role`

func (m *terminal) admin() string {
	m.t.Helper()
	code, out, err := m.run("admin", "create", "--organisation", "Provkommunen", "--email", "ada@example.se", "--namn", "Ada Alm")
	if code != 0 {
		m.t.Fatalf("admin create: %d, %s", code, err)
	}
	return out
}

func TestCommandsExplainThemselves(t *testing.T) {
	t.Parallel()
	m := &terminal{t: t}
	_, help, _ := m.run("help")
	for _, c := range commands {
		if !strings.Contains(help, "samverka "+c.name) {
			t.Errorf("the help does not mention %s", c.name)
		}
	}
	for _, args := range [][]string{{"fly"}, {"serve", "now"}, {"admin"}, {"admin", "create", "--organisation", "A"}, {"import"}, {"verify", "--x"}, {"bounce", "a@b.se", "c@d.se"}} {
		if code, _, err := m.run(args...); code != exitUsage || err == "" {
			t.Errorf("%v: got %d and %q, want %d and an explanation", args, code, err, exitUsage)
		}
	}
	if code, out, _ := m.run("version"); code != 0 || !strings.HasPrefix(out, "samverka ") {
		t.Errorf("version: %d, %q", code, out)
	}
	m.environ = []string{"SAMVERKA_ADDR=nowhere"}
	if code, _, err := m.run("verify"); code != exitFailed || !strings.Contains(err, "SAMVERKA_ADDR") {
		t.Errorf("a bad setting: %d, %q", code, err)
	}
}

func TestTheFirstAdministratorGetsALink(t *testing.T) {
	t.Parallel()
	m := newTerminal(t)
	_, token, ok := strings.Cut(m.admin(), "http://samverka.test/nytt-losenord/")
	if !ok {
		t.Fatal("no link was printed")
	}
	s := &identity.Service{DB: db.New(m.d.App), Clock: clock.System{}, Hasher: identity.NewHasher(64, 1)}
	const password = "fyra gröna hästar dansar"
	if err := s.UseReset(t.Context(), strings.TrimSpace(token), password); err != nil {
		t.Fatal(err)
	}
	session, err := s.SignIn(t.Context(), "ada@example.se", password, identity.Visit{})
	if err != nil {
		t.Fatal(err)
	}
	ses, who, err := s.Load(t.Context(), identity.Hash(session))
	if err != nil || who.Role != "admin" || ses.OrgName != "Provkommunen" || ses.Demo {
		t.Errorf("got %+v, %+v, %v", ses, who, err)
	}
	var effective string
	if err := m.d.Super.QueryRow(t.Context(), `SELECT effective_at FROM agreements`).Scan(&effective); err != nil || effective != "" {
		t.Errorf("samverkan takes effect at %q, %v: want nothing chosen before somebody has", effective, err)
	}
	if code, _, err := m.run("admin", "create", "--organisation", "Provkommunen", "--email", "inte en adress", "--namn", "Bo"); code != exitFailed || !strings.Contains(err, "email") {
		t.Errorf("a bad address: %d, %q", code, err)
	}
}

// TestReturnedMailOfNoUseIsDropped: a complaint would go to somebody as mail; only what may succeed later is asked for again.
func TestReturnedMailOfNoUseIsDropped(t *testing.T) {
	t.Parallel()
	m := newTerminal(t)
	m.in = "From: eva@example.se\r\nSubject: Hej\r\n\r\nHej\r\n"
	if code, out, err := m.run("bounce", "studs+1.2.00000000000000000000000000000000@example.se"); code != 0 || out != "" || !strings.Contains(err, "not a delivery report") {
		t.Errorf("somebody's letter: %d, %q, %q", code, out, err)
	}
	m.environ = []string{"SAMVERKA_DATABASE_URL=postgres://nobody@127.0.0.1:1/none"}
	if code, _, _ := m.run("bounce"); code != exitLater {
		t.Errorf("without a database: %d, want %d", code, exitLater)
	}
}

func TestVerifyNamesTheFirstBrokenLink(t *testing.T) {
	t.Parallel()
	m := newTerminal(t)
	m.admin()
	if code, out, err := m.run("verify"); code != 0 || !strings.Contains(out, "hel     Provkommunen: 1 händelser") {
		t.Errorf("a whole chain: %d, %q, %q", code, out, err)
	}
	if _, err := m.d.Super.Exec(t.Context(), tampered); err != nil {
		t.Fatal(err)
	}
	if code, out, _ := m.run("verify"); code != exitFailed || !strings.Contains(out, "BRUTEN  Provkommunen: händelse 1, dess text har ändrats") {
		t.Errorf("a changed text: %d, %q", code, out)
	}
}

func TestImportShowsBeforeItChanges(t *testing.T) {
	t.Parallel()
	m := newTerminal(t)
	m.admin()
	file := filepath.Join(t.TempDir(), "enheter.csv")
	if err := os.WriteFile(file, []byte("Enhet;Överordnad enhet\nOmsorgen;\nHemtjänst Väst;Omsorgen\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	count := func() (n int) {
		if err := m.d.Super.QueryRow(t.Context(), `SELECT count(*) FROM units`).Scan(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	if code, out, err := m.run("import", "--organisation", "Provkommunen", file); code != 0 || count() != 0 {
		t.Errorf("shown: %d, %d units, %q, %q", code, count(), out, err)
	}
	if code, out, err := m.run("import", "--organisation", "Provkommunen", "--apply", file); code != 0 || count() != 2 {
		t.Errorf("applied: %d, %d units, %q, %q", code, count(), out, err)
	}
	if code, _, err := m.run("import", "--organisation", "Okända", file); code != exitFailed || err == "" {
		t.Errorf("an unknown organisation: %d, %q", code, err)
	}
}

func TestDemoRefusesADatabaseWithOtherData(t *testing.T) {
	t.Parallel()
	m := newTerminal(t)
	m.admin()
	if code, _, err := m.run("demo"); code != exitFailed || !strings.Contains(err, "Provkommunen") {
		t.Errorf("got %d, %q; want a refusal that names the organisation", code, err)
	}
}

func TestServeAnswersAndStops(t *testing.T) {
	t.Parallel()
	m := newTerminal(t)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	addr := l.Addr().String()
	l.Close()
	m.environ = append(m.environ, "SAMVERKA_ADDR="+addr)
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan int, 1)
	go func() {
		ended <- run(ctx, console{in: strings.NewReader(m.in), out: &m.out, err: &m.err, environ: m.environ}, []string{"serve"})
	}()
	ready := false
	for range 100 {
		if code := run(ctx, console{in: strings.NewReader(m.in), out: &m.out, err: &m.err, environ: m.environ}, []string{"healthcheck"}); code == 0 {
			ready = true
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
	if !ready {
		t.Errorf("it never got ready: %s", m.err.take())
	}
	stop()
	select {
	case code := <-ended:
		if code != 0 {
			t.Errorf("it ended with %d: %s", code, m.err.take())
		}
	case <-time.After(20 * time.Second):
		t.Error("it did not stop")
	}
	if out := m.out.take(); !strings.Contains(out, "http://samverka.test") {
		t.Errorf("the address is not printed: %q", out)
	}
}
