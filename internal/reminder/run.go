package reminder

import (
	"context"
	"fmt"

	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/db"
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

// Run does all that is due now in one organisation, in one transaction. Done again it does nothing more, and two at once
// do it once. Nobody asks for it but the clock.
func (s *Service) Run(ctx context.Context, orgID int64) error {
	return s.DB.InOrg(ctx, orgID, func(tx *db.OrgTx) error {
		if err := s.Letters.Mornings(ctx, tx); err != nil {
			return fmt.Errorf("writing the morning's letters: %w", err)
		}
		return nil
	})
}
