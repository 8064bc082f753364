package acceptance

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/identity"
	"samverka/internal/notify"
	"samverka/internal/notify/smtptest"
	"samverka/internal/organisation"
	"samverka/internal/server"
	"samverka/internal/testdb"
)

// world is one scenario: the product on a database of its own, and what the scenario knows of it by name.
type world struct {
	scope    *scope
	ctx      context.Context
	clock    *clock.Test
	clockSet bool
	db       *db.DB
	post     *smtptest.Server
	mails    *notify.Notifier
	identity *identity.Service
	base     string
	log      logBook

	org                   int64
	agreement             organisation.Agreement // as the tables have said so far
	begins                clock.Date
	scene                 scene
	names                 register
	people                map[string]*person
	matters               map[string]*matterRef
	attachments           map[string]string // where a file is, by its title
	weeding               string            // the page of the weeding that was proposed last
	meetings              map[meetingKey]*meetingRef
	suggestions, requests map[string]int64 // by title
	apts                  map[string]int64 // by unit
	raised                map[string]*raisedRef
	attempt               *attempt
	draft, draftOf        string            // the wizard that is under way, and whose it is
	draftTitle, answered  string            // what it is about, and where the answers led
	preview, textPath     string            // what a change of the agreement would mean; the page of its text
	asked                 []string          // what has stood first in the Beslutsläge
	answers               map[string]string // what people say when they are asked, unless they agree
	kept                  *form             // a form that was opened and not sent
	read                  map[string]string // the form with the text of minutes that was last read
}

func newWorld(t *testing.T) *world {
	return &world{scope: &scope{TB: t}, ctx: context.Background(), scene: newScene(), people: map[string]*person{},
		matters: map[string]*matterRef{}, attachments: map[string]string{}, meetings: map[meetingKey]*meetingRef{},
		answers: map[string]string{}, apts: map[string]int64{}, suggestions: map[string]int64{}, raised: map[string]*raisedRef{}, requests: map[string]int64{}}
}

// start brings up the database, the mail server, the jobs and the product.
func (w *world) start() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("starting the product: %v", r)
		}
	}()
	w.clock = clock.NewTest(clock.NewDate(2027, time.January, 1).At(8, 0))
	w.db = db.New(testdb.New(w.scope).App)
	w.post = smtptest.New(w.scope)
	site := httptest.NewUnstartedServer(nil)
	w.base = "http://" + site.Listener.Addr().String()
	log := slog.New(slog.NewTextHandler(&w.log, &slog.HandlerOptions{Level: slog.LevelWarn}))
	w.mails, err = notify.New(notify.Config{DB: w.db, Clock: w.clock, SMTP: w.post.URL, From: "samverka@example.se", BaseURL: w.base, Log: log})
	if err != nil {
		return err
	}
	w.mails.Missing(w.reminders().Missing)
	if err := w.mails.Start(w.ctx); err != nil {
		return err
	}
	w.scope.Cleanup(func() { _ = w.mails.Stop(context.Background()) })
	deps := server.Assemble(w.db, w.clock, w.mails)
	deps.Log, deps.BaseURL, deps.Timeout = log, w.base, patience
	deps.Identity.Hasher, deps.Identity.Mail, deps.Identity.BaseURL = identity.NewHasher(64, 1), w.mails, w.base
	w.identity = deps.Identity
	site.Config.Handler = http.Handler(server.New(deps))
	site.Start()
	w.scope.Cleanup(site.Close)
	return nil
}

// end takes the scenario's world down; a failed scenario shows the end of the server's log.
func (w *world) end(name string, err error) {
	if err != nil {
		w.scope.Logf("%s: %v\nthe server's log ends:\n%s", name, err, w.log.tail(4000))
	}
	w.scope.end()
}

// patience is how long a page or the mails may take on a machine that does much else.
const patience = 3 * time.Minute

// drain waits until every mail so far is on its way.
func (w *world) drain() error {
	ctx, cancel := context.WithTimeout(w.ctx, patience)
	defer cancel()
	return w.mails.Drain(ctx)
}

// scope is one scenario's share of the test: what is to be taken down when the scenario ends, not when all have.
type scope struct {
	testing.TB
	mu       sync.Mutex
	cleanups []func()
}

// Cleanup implements testing.TB.
func (s *scope) Cleanup(f func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.cleanups = append(s.cleanups, f)
}

// Fatal implements testing.TB: the scenario ends, the others go on.
func (s *scope) Fatal(args ...any) { panic(fmt.Sprint(args...)) }

// Fatalf implements testing.TB as Fatal does.
func (s *scope) Fatalf(format string, args ...any) { panic(fmt.Sprintf(format, args...)) }

func (s *scope) end() {
	for i := len(s.cleanups) - 1; i >= 0; i-- {
		s.cleanups[i]()
	}
	s.cleanups = nil
}

// logBook keeps the server's log.
type logBook struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

// Write implements io.Writer.
func (l *logBook) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.Write(b)
}

func (l *logBook) tail(n int) string {
	l.mu.Lock()
	defer l.mu.Unlock()
	all := l.buf.Bytes()
	if len(all) > n {
		all = all[len(all)-n:]
	}
	return string(all)
}
