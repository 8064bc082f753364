package notify

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"

	"samverka/internal/announce"
)

// What time brings about runs as jobs too: every quarter of an hour the one process that leads asks for a tick, the tick
// asks for one job for each organisation, and whichever process is free does it. A second request while one waits or runs
// is dropped, so two processes never do the same twice at once; that nothing is told twice is the mails' own doing.
const (
	tickEvery  = 15 * time.Minute
	clockQueue = "clock"
	ticksKept  = 3 // attempts: the next tick comes soon
)

// tickArgs asks for a remindArgs for each organisation.
type tickArgs struct{}

// Kind implements river.JobArgs.
func (tickArgs) Kind() string { return "tick" }

// remindArgs asks for all that time has made due in one organisation.
type remindArgs struct {
	OrgID int64 `json:"org_id" river:"unique"`
}

// Kind implements river.JobArgs.
func (remindArgs) Kind() string { return "remind" }

// Remind sets what a tick does for each organisation. To be called before Start.
func (n *Notifier) Remind(f func(ctx context.Context, orgID int64) error) { n.remind = f }

// Missing sets what is read of a matter when a mail tells what stands before its decision. To be called before Start.
func (n *Notifier) Missing(f func(ctx context.Context, orgID, matterID int64) ([]announce.Hindrance, error)) {
	n.missing = f
}

// ticks asks for a tick now and then, as soon as somebody leads.
func (n *Notifier) ticks(every time.Duration) []*river.PeriodicJob {
	ask := func() (river.JobArgs, *river.InsertOpts) {
		if n.remind == nil {
			return nil, nil
		}
		return tickArgs{}, &river.InsertOpts{Queue: clockQueue, MaxAttempts: ticksKept, UniqueOpts: river.UniqueOpts{ByPeriod: every}}
	}
	return []*river.PeriodicJob{river.NewPeriodicJob(river.PeriodicInterval(every), ask, &river.PeriodicJobOpts{ID: "tick", RunOnStart: true})}
}

// waiting are the states in which a job has still to be done.
var waiting = []rivertype.JobState{rivertype.JobStateAvailable, rivertype.JobStatePending, rivertype.JobStateRunning, rivertype.JobStateScheduled}

// Tick asks for one job for each organisation, now.
func (n *Notifier) Tick(ctx context.Context) error {
	rows, err := n.db.Pool().Query(ctx, `SELECT id FROM organisations ORDER BY id`)
	if err != nil {
		return fmt.Errorf("listing organisations: %w", err)
	}
	orgs, err := pgx.CollectRows(rows, pgx.RowTo[int64])
	if err != nil || len(orgs) == 0 {
		return err
	}
	jobs := make([]river.InsertManyParams, len(orgs))
	for i, org := range orgs {
		jobs[i] = river.InsertManyParams{Args: remindArgs{org}, InsertOpts: &river.InsertOpts{Queue: clockQueue, MaxAttempts: ticksKept,
			UniqueOpts: river.UniqueOpts{ByArgs: true, ByState: waiting}}}
	}
	if _, err := n.jobs.InsertMany(ctx, jobs); err != nil {
		return fmt.Errorf("asking for reminders: %w", err)
	}
	return nil
}

type tickWorker struct {
	river.WorkerDefaults[tickArgs]
	n *Notifier
}

// Work implements river.Worker.
func (w *tickWorker) Work(ctx context.Context, _ *river.Job[tickArgs]) error {
	return plain(w.n.Tick(ctx))
}

type remindWorker struct {
	river.WorkerDefaults[remindArgs]
	n *Notifier
}

// Work implements river.Worker.
func (w *remindWorker) Work(ctx context.Context, job *river.Job[remindArgs]) error {
	if w.n.remind == nil {
		return nil
	}
	return plain(w.n.remind(ctx, job.Args.OrgID))
}

// plain is an error as it may be kept with a job and shown to an administrator: of what Postgres says only the code, since
// its text quotes rows.
func plain(err error) error {
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return fmt.Errorf("postgres %s", pg.Code)
	}
	return err
}
