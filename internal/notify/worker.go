package notify

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/riverqueue/river"

	"samverka/internal/announce"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// mailWorker sends one mail.
type mailWorker struct {
	river.WorkerDefaults[mailArgs]
	n *Notifier
}

// Work implements river.Worker. An error means: try again later.
func (w *mailWorker) Work(ctx context.Context, job *river.Job[mailArgs]) error {
	return plain(w.work(ctx, job))
}

func (w *mailWorker) work(ctx context.Context, job *river.Job[mailArgs]) error {
	n, org, id := w.n, job.Args.OrgID, job.Args.MailID
	m, err := n.find(ctx, org, id)
	switch {
	case fail.KindOf(err) == fail.NotFound:
		return nil // weeded
	case err != nil:
		return fmt.Errorf("reading mail %d: %w", id, err)
	case m.State == "sending": // whoever claimed it died between the message's end and the receipt
		return n.settle(ctx, org, id, "sending", "unclear", "interrupted")
	case m.State != "queued":
		return nil
	case n.post == nil:
		return n.settle(ctx, org, id, "queued", "kept", "")
	case m.Email == "":
		return n.settle(ctx, org, id, "queued", "failed", "no address")
	}
	t, ok, err := n.write(ctx, org, m)
	if err != nil {
		return err
	}
	if !ok { // a morning letter of which nothing is left
		return n.settle(ctx, org, id, "queued", "off", "")
	}
	t.invites = n.invitesOf(m)
	claimed := false
	err = n.post.send(ctx, t, sealed(toReturn, org, id, m.MailKey), n.clock.Now(), func() error {
		ok, err := n.move(ctx, org, id, "queued", "sending", "")
		if err != nil {
			return fmt.Errorf("claiming mail %d: %w", id, err)
		}
		if !ok {
			return errTaken
		}
		claimed = true
		return nil
	})
	return w.record(ctx, job, claimed, err)
}

// write composes the mail with its ways back: where to unsubscribe, and the address that it returns to. ok is false when
// there is nothing to say: all that was missing is done.
func (n *Notifier) write(ctx context.Context, org int64, m mail) (t text, ok bool, err error) {
	unsubscribe := ""
	if ruleOf(topics[m.Kind]).may(Never) {
		unsubscribe = n.base + UnsubscribePath(org, m.ID, m.MailKey)
	}
	if m.Kind == morningLetter {
		mo, err := n.findMorning(ctx, org, m)
		if err != nil {
			return text{}, false, fmt.Errorf("reading morning letter %d: %w", m.ID, err)
		}
		t, ok = composeMorning(m, mo, n.base, unsubscribe)
	} else {
		hs, err := n.hindrances(ctx, org, m)
		if err != nil {
			return text{}, false, err
		}
		if t, err = compose(m, hs, n.base, unsubscribe); err != nil {
			return text{}, false, err
		}
		ok = m.Kind != announce.Blocked || len(hs) > 0 || m.Secrecy != ""
	}
	t.returns = n.post.returnTo(sealed(toReturn, org, m.ID, m.MailKey))
	return t, ok, nil
}

// record stores what became of an attempt.
func (w *mailWorker) record(ctx context.Context, job *river.Job[mailArgs], claimed bool, err error) error {
	n, org, id := w.n, job.Args.OrgID, job.Args.MailID
	// The receipt is written although the job's time is up: the mail has left.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	from := "queued"
	if claimed {
		from = "sending"
	}
	var no *refusal
	switch {
	case err == nil:
		return n.settle(ctx, org, id, from, "sent", "")
	case errors.Is(err, errTaken):
		return nil
	case errors.Is(err, errUnclear):
		return n.settle(ctx, org, id, from, "unclear", "no answer")
	case errors.As(err, &no) && no.final(), job.Attempt >= job.MaxAttempts:
		n.log.WarnContext(ctx, "mail failed", slog.Int64("org", org), slog.Int64("mail", id), slog.String("problem", err.Error()))
		return n.settle(ctx, org, id, from, "failed", err.Error())
	case claimed: // asked to come back after the whole message: it is not delivered
		if err := n.settle(ctx, org, id, from, "queued", ""); err != nil {
			return err
		}
	}
	return err
}

// settle moves the mail on; that somebody else already has is no error.
func (n *Notifier) settle(ctx context.Context, org, id int64, from, to, problem string) error {
	moved, err := n.move(ctx, org, id, from, to, problem)
	if err != nil {
		return fmt.Errorf("recording mail %d as %s: %w", id, to, err)
	}
	if moved && n.settled != nil {
		n.settled(to)
	}
	return nil
}

func (n *Notifier) move(ctx context.Context, org, id int64, from, to, problem string) (moved bool, err error) {
	err = n.db.InOrg(ctx, org, func(tx *db.OrgTx) error {
		tag, err := tx.Exec(ctx, `
			UPDATE mails SET state = $4, problem = $5, sent_at = CASE WHEN $4 = 'sent' THEN $6::timestamptz END
			WHERE  org_id = $1 AND id = $2 AND (state = $3 OR state = 'unclear' AND $4 = 'sent')`, org, id, from, to, problem, n.clock.Now())
		moved = tag.RowsAffected() == 1
		return err
	})
	return moved, err
}
