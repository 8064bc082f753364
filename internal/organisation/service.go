package organisation

import (
	"context"
	"fmt"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
)

// Service answers for the organisation capability. Every operation asks who may first.
type Service struct {
	DB    *db.DB
	Clock clock.Clock
}

// write runs f in a transaction that is alone in changing the organisation's register, and logs what f returns. Changes
// are rare and an import sees all rows, so one at a time is simplest to be right about.
func (s *Service) write(ctx context.Context, who access.Actor, f func(*db.OrgTx) (audit.Event, error)) error {
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		if err := Lock(ctx, tx); err != nil {
			return err
		}
		e, err := f(tx)
		if err != nil {
			return err
		}
		return audit.Write(ctx, tx, who, s.Clock.Now(), e)
	})
}

// lockClass keeps these locks apart from others that use the organisation's id.
const lockClass = 20107

// Lock makes the transaction the only one that changes the organisation's units, people, unions, groups and mandates.
func Lock(ctx context.Context, tx *db.OrgTx) error {
	if _, err := tx.Exec(ctx, `SELECT pg_advisory_xact_lock($1, $2)`, lockClass, int32(tx.OrgID)); err != nil {
		return fmt.Errorf("locking the organisation's register: %w", err)
	}
	return nil
}

func (s *Service) today() clock.Date { return clock.Today(s.Clock) }
