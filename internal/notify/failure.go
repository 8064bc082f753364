package notify

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"

	"samverka/internal/access"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// Failures is all that has gone wrong in an organisation's jobs and mail and is not put right.
type Failures struct {
	Addresses []Address // that mail comes back from
	Mails     []Entry   // failed, bounced or unclear, the newest first
	MailCount int       // all of them
	Jobs      []Job     // that wait for another try or have given up
	JobCount  int
}

// None reports whether everything is as it should be.
func (f Failures) None() bool { return len(f.Addresses)+f.MailCount+f.JobCount == 0 }

// Address is a person whose address mail comes back from.
type Address struct {
	PersonID int64
	Name     string
	Problem  string
	Since    time.Time
}

// Job is one piece of work that did not succeed. It holds no content and no address.
type Job struct {
	ID      int64
	Kind    string // mail, remind
	State   string // retryable: tried again at Next; discarded, cancelled: given up
	Attempt int
	Problem string
	At      *time.Time // last tried
	Next    time.Time
	MailID  int64 // 0: none
}

// GivenUp reports whether nobody tries again unless asked to.
func (j Job) GivenUp() bool { return j.State != "retryable" }

const failed = `m.state IN ('failed', 'bounced', 'unclear')`

// jobsOf finds an organisation's jobs by what they were given: river_job knows no organisations and has no policy.
const jobsOf = ` FROM river_job j WHERE j.args ->> 'org_id' = $1::text AND j.state IN ('retryable', 'discarded', 'cancelled')`

// Failures reads what has gone wrong.
func (o *Outbox) Failures(ctx context.Context, who access.Actor) (Failures, error) {
	if err := who.Require(access.OrganisationWrite); err != nil {
		return Failures{}, err
	}
	var f Failures
	type count struct{ Mails, Jobs int }
	var n count
	var b db.Batch
	org := fmt.Sprint(who.OrgID)
	db.Many(&b, &f.Addresses, `SELECT id AS person_id, name, mail_problem AS problem, mail_problem_at AS since FROM people
		WHERE org_id = $1 AND mail_problem <> '' AND closed_on IS NULL ORDER BY sort_name LIMIT 200`, who.OrgID)
	db.Many(&b, &f.Mails, entries+` AND `+failed+` ORDER BY m.id DESC LIMIT $2`, who.OrgID, outboxPage)
	db.Many(&b, &f.Jobs, `
		SELECT j.id, j.kind, j.state::text AS state, j.attempt, coalesce(j.errors[array_upper(j.errors, 1)] ->> 'error', '') AS problem,
		       j.attempted_at AS at, j.scheduled_at AS next, coalesce((j.args ->> 'mail_id')::bigint, 0) AS mail_id`+jobsOf+` ORDER BY j.id DESC LIMIT $2`, org, outboxPage)
	db.One(&b, &n, fail.New(fail.NotFound, "error.not_found"), `
		SELECT (SELECT count(*) FROM mails m WHERE m.org_id = $2 AND `+failed+`) AS mails, (SELECT count(*)`+jobsOf+`) AS jobs`, org, who.OrgID)
	if err := o.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return Failures{}, fmt.Errorf("reading failures: %w", err)
	}
	f.MailCount, f.JobCount = n.Mails, n.Jobs
	return f, nil
}

// RetryMail sends a mail again that failed, came back or got no answer. NotFound when there is no such mail, or when it has
// been put right already. After no answer it may come twice: whoever asks has been told.
func (o *Outbox) RetryMail(ctx context.Context, who access.Actor, id int64) error {
	if err := who.Require(access.OrganisationWrite); err != nil {
		return err
	}
	n, err := o.again(ctx, who, func(ctx context.Context, tx *db.OrgTx, jobs *river.Client[pgx.Tx]) (int, error) {
		return retryMails(ctx, tx, jobs, failed+` AND m.id = $2`, id)
	})
	if err == nil && n == 0 {
		return fail.New(fail.NotFound, "error.not_found")
	}
	return err
}

// RetryJob does a piece of work again at once. NotFound when it is not the organisation's or has been done.
func (o *Outbox) RetryJob(ctx context.Context, who access.Actor, id int64) error {
	if err := who.Require(access.OrganisationWrite); err != nil {
		return err
	}
	n, err := o.again(ctx, who, func(ctx context.Context, tx *db.OrgTx, jobs *river.Client[pgx.Tx]) (int, error) {
		return retryJobs(ctx, tx, jobs, ` AND j.id = $2`, id)
	})
	if err == nil && n == 0 {
		return fail.New(fail.NotFound, "error.not_found")
	}
	return err
}

// RetryAll does everything again that did not succeed, except mails that may have come through. It tells how many.
func (o *Outbox) RetryAll(ctx context.Context, who access.Actor) (int, error) {
	if err := who.Require(access.OrganisationWrite); err != nil {
		return 0, err
	}
	return o.again(ctx, who, func(ctx context.Context, tx *db.OrgTx, jobs *river.Client[pgx.Tx]) (int, error) {
		mails, err := retryMails(ctx, tx, jobs, `m.state IN ('failed', 'bounced') AND $2::bigint IS NOT NULL`, 0)
		if err != nil {
			return 0, err
		}
		others, err := retryJobs(ctx, tx, jobs, ` AND $2::bigint IS NOT NULL`, 0)
		return mails + others, err
	})
}

// again runs f in the organisation with a client of the job queue.
func (o *Outbox) again(ctx context.Context, who access.Actor, f func(context.Context, *db.OrgTx, *river.Client[pgx.Tx]) (int, error)) (n int, err error) {
	jobs, err := river.NewClient(riverpgxv5.New(o.DB.Pool()), &river.Config{Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		return 0, fmt.Errorf("reaching the job queue: %w", err)
	}
	err = o.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		n, err = f(ctx, tx, jobs)
		return err
	})
	return n, err
}

func retryMails(ctx context.Context, tx *db.OrgTx, jobs *river.Client[pgx.Tx], where string, id int64) (int, error) {
	rows, err := tx.Query(ctx, `UPDATE mails m SET state = 'queued', problem = '' WHERE m.org_id = $1 AND `+where+` RETURNING m.id`, tx.OrgID, id)
	if err != nil {
		return 0, fmt.Errorf("sending mails again: %w", err)
	}
	ids, err := pgx.CollectRows(rows, pgx.RowTo[int64])
	if err != nil || len(ids) == 0 {
		return 0, err
	}
	args := make([]river.InsertManyParams, len(ids))
	for i, id := range ids {
		args[i] = river.InsertManyParams{Args: mailArgs{OrgID: tx.OrgID, MailID: id}, InsertOpts: &river.InsertOpts{MaxAttempts: maxAttempts}}
	}
	if _, err := jobs.InsertManyTx(ctx, tx.Tx, args); err != nil {
		return 0, fmt.Errorf("queueing mails again: %w", err)
	}
	return len(ids), nil
}

func retryJobs(ctx context.Context, tx *db.OrgTx, jobs *river.Client[pgx.Tx], and string, id int64) (int, error) {
	rows, err := tx.Query(ctx, `SELECT j.id`+jobsOf+and+` FOR UPDATE`, fmt.Sprint(tx.OrgID), id)
	if err != nil {
		return 0, fmt.Errorf("finding jobs: %w", err)
	}
	ids, err := pgx.CollectRows(rows, pgx.RowTo[int64])
	if err != nil {
		return 0, fmt.Errorf("finding jobs: %w", err)
	}
	for _, id := range ids {
		if _, err := jobs.JobRetryTx(ctx, tx.Tx, id); err != nil {
			return 0, fmt.Errorf("retrying job %d: %w", id, err)
		}
	}
	return len(ids), nil
}

// TrustAddress takes the mark off an address that somebody says is right. NotFound when it bears none.
func (o *Outbox) TrustAddress(ctx context.Context, who access.Actor, person int64) error {
	if err := who.Require(access.OrganisationWrite); err != nil {
		return err
	}
	return o.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		tag, err := tx.Exec(ctx, `UPDATE people SET mail_problem = '', mail_problem_at = NULL WHERE org_id = $1 AND id = $2 AND mail_problem <> ''`, who.OrgID, person)
		if err == nil && tag.RowsAffected() == 0 {
			return fail.New(fail.NotFound, "error.not_found")
		}
		return err
	})
}
