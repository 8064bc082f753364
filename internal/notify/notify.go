// Package notify turns announcements into mail. Announce runs in the transaction of what it tells of: one row and one job
// for each person, or nothing when the transaction is rolled back. Workers send them over SMTP, retry while the mail
// server asks them to, and never send the same thing to the same person twice.
//
// Delivery is at most once from the instant at which the mail server has the whole message, and at least once before it.
// A worker writes the message, claims the row (queued → sending), and only then ends the message. Killed before the
// claim, the server throws away what it has and another worker starts over. Killed after the end, the row says sending and
// nobody sends again. Only when the process dies between the two, or the server's answer is lost, is it unknown whether
// the mail came through: such a mail becomes unclear, which the administrator sees.
package notify

import (
	"cmp"
	"context"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"

	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/db"
)

// Config says where mail goes and what its links lead to.
type Config struct {
	DB      *db.DB
	Clock   clock.Clock
	SMTP    string // smtp://user:password@host:port, or smtps:// for TLS from the start; "": mails are kept, not sent
	From    string // address that mails come from; needed when SMTP is set
	Back    string // mailbox that mails come back to; "": the sender's
	BaseURL string // https://samverka.example.se, without a slash at the end
	Log     *slog.Logger
	Workers int                // mails sent at once by this process; 0: 4
	Rescue  time.Duration      // after which a job whose process died is taken over; 0: 5 minutes
	Every   time.Duration      // how often what time brings about is looked for; 0: 15 minutes
	Settled func(state string) // is told what became of each mail; nil: nobody
	Poll    bool               // no LISTEN on the database: a transaction pooler stands between
}

const (
	jobTimeout  = time.Minute
	rescueAfter = 5 * time.Minute
	maxAttempts = 20 // the intervals grow: about six days in all
)

// Notifier sends what capabilities announce.
type Notifier struct {
	db      *db.DB
	clock   clock.Clock
	base    string
	log     *slog.Logger
	post    *postman // nil: nothing is sent
	jobs    *river.Client[pgx.Tx]
	remind  func(ctx context.Context, orgID int64) error                                   // what a tick does; nil: nothing
	missing func(ctx context.Context, orgID, matterID int64) ([]announce.Hindrance, error) // nil: nothing
	settled func(state string)
	running bool
	direct  sync.WaitGroup // mails on their way that no job carries
	stop    chan struct{}  // closed by Stop
}

// New checks the configuration. It connects to nothing: a mail server that is down does not stop the program.
func New(c Config) (*Notifier, error) {
	n := &Notifier{db: c.DB, clock: c.Clock, base: c.BaseURL, log: c.Log, settled: c.Settled, stop: make(chan struct{})}
	if n.log == nil {
		n.log = slog.Default()
	}
	if c.SMTP != "" {
		var err error
		if n.post, err = newPostman(c.SMTP, c.From, c.Back); err != nil {
			return nil, err
		}
	}
	workers := river.NewWorkers()
	river.AddWorker(workers, &mailWorker{n: n})
	river.AddWorker(workers, &tickWorker{n: n})
	river.AddWorker(workers, &remindWorker{n: n})
	timeout, rescue := jobTimeout, rescueAfter
	if c.Rescue > 0 {
		timeout, rescue = min(jobTimeout, c.Rescue), c.Rescue
	}
	var err error
	n.jobs, err = river.NewClient(riverpgxv5.New(c.DB.Pool()), &river.Config{
		Workers:              workers,
		Queues:               map[string]river.QueueConfig{river.QueueDefault: {MaxWorkers: cmp.Or(c.Workers, 4)}, clockQueue: {MaxWorkers: 2}},
		PeriodicJobs:         n.ticks(cmp.Or(c.Every, tickEvery)),
		JobTimeout:           timeout,
		RescueStuckJobsAfter: rescue,
		MaxAttempts:          maxAttempts,
		PollOnly:             c.Poll,
		ReindexerSchedule:    river.NeverSchedule(), // the application's role owns no index
		Logger:               n.log,
	})
	if err != nil {
		return nil, fmt.Errorf("setting up the jobs: %w", err)
	}
	return n, nil
}

// Sends reports whether there is a mail server to send through.
func (n *Notifier) Sends() bool { return n.post != nil }

// Start begins to work on the jobs, in the background, until Stop or until ctx ends.
func (n *Notifier) Start(ctx context.Context) error {
	if err := n.jobs.Start(ctx); err != nil {
		return fmt.Errorf("starting the jobs: %w", err)
	}
	n.running = true
	return nil
}

// Stop takes no new job and waits for those in hand; when ctx ends first they are cancelled, and taken over later.
func (n *Notifier) Stop(ctx context.Context) error {
	close(n.stop)
	n.direct.Wait()
	if !n.running {
		return nil
	}
	n.running = false
	if err := n.jobs.Stop(ctx); err != nil {
		return fmt.Errorf("stopping the jobs: %w", err)
	}
	return nil
}

// Drain waits until no mail is left to send: none queued, being sent, or waiting to be tried again. For tests.
func (n *Notifier) Drain(ctx context.Context) error {
	n.direct.Wait()
	const left = `SELECT EXISTS (SELECT FROM river_job WHERE kind = $1
		AND state IN ('available', 'pending', 'retryable', 'running', 'scheduled'))`
	for {
		var more bool
		if err := n.db.Pool().QueryRow(ctx, left, mailArgs{}.Kind()).Scan(&more); err != nil {
			return fmt.Errorf("looking for mail jobs: %w", err)
		}
		if !more {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(10 * time.Millisecond):
		}
	}
}
