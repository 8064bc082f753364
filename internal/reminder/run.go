package reminder

import (
	"context"
	"fmt"
	"time"

	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/learning"
	"samverka/internal/matter"
)

// Letters writes the morning's letters, once a day, inside the transaction given.
type Letters interface {
	Mornings(ctx context.Context, tx *db.OrgTx) error
}

// Service does what time makes due.
type Service struct {
	DB       *db.DB
	Clock    clock.Clock
	Announce announce.Sender
	Letters  Letters
}

// Run does all that is due now in one organisation, in one transaction: ends the tasks that time has made moot, begins the
// introductions of those who have come into a role, tells what is to be told, and writes the morning's letters with it. Done again it does nothing more, and two at once do it once.
// Nobody asks for it but the clock.
//
// The verdicts of the organisation's matters come first, in transactions of their own: what the day has changed is worked out
// by the first tick after midnight, so that no reader of the overview waits for it.
func (s *Service) Run(ctx context.Context, orgID int64) error {
	if err := matter.Judge(ctx, s.DB, orgID, s.Clock.Now()); err != nil {
		return err
	}
	return s.DB.InOrg(ctx, orgID, func(tx *db.OrgTx) error {
		var mine bool
		if err := tx.QueryRow(ctx, `SELECT pg_try_advisory_xact_lock($1)`, runLock+orgID).Scan(&mine); err != nil || !mine {
			return err // somebody else is at it
		}
		now := s.Clock.Now()
		if err := expire(ctx, tx, now); err != nil {
			return err
		}
		if err := learning.Run(ctx, tx, now); err != nil {
			return err
		}
		f, err := facts(ctx, tx, now)
		if err != nil {
			return err
		}
		for _, r := range f.Ready {
			if err := matter.GiveDecision(ctx, tx, s.Clock, r); err != nil {
				return err
			}
		}
		if err := matter.WarnOfEnds(ctx, tx, s.Clock, s.Announce); err != nil {
			return err
		}
		if err := s.Announce.Announce(ctx, tx, Due(f, now)...); err != nil {
			return err
		}
		return s.Letters.Mornings(ctx, tx)
	})
}

// runLock and the organisation's number are the lock that keeps two processes from doing one organisation at the same
// time. What they tell is told once anyway.
const runLock int64 = 20_270_419 << 32

// expire ends the tasks that time has made moot: what was to be read or answered before a meeting that is over, and limits
// that have run out.
func expire(ctx context.Context, tx *db.OrgTx, now time.Time) error {
	_, err := tx.Exec(ctx, `
		UPDATE tasks t SET done_at = $1 WHERE t.done_at IS NULL AND (
			t.kind = ANY ($2) AND t.due_on < $3
			OR t.kind = ANY ($4) AND EXISTS (SELECT FROM meetings me WHERE me.id = t.meeting_id AND me.status IN ('closed', 'cancelled')))`,
		now, []string{matter.TaskCentralWindow, matter.TaskObjectionTime, matter.TaskAgreementEnds}, clock.DateOf(now),
		[]string{matter.TaskReadPapers, matter.TaskLatePapers, matter.TaskExtra})
	if err != nil {
		return fmt.Errorf("ending tasks whose time is over: %w", err)
	}
	return nil
}
