package reminder

import (
	"context"

	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/matter"
)

// Missing is what the matter's decision waits for now, as a mail tells it.
func (s *Service) Missing(ctx context.Context, orgID, id int64) (hs []announce.Hindrance, err error) {
	now := s.Clock.Now()
	err = s.DB.InOrg(ctx, orgID, func(tx *db.OrgTx) error {
		r, err := matter.Load(ctx, tx, id, clock.DateOf(now))
		if err != nil {
			return err
		}
		for _, m := range r.Gate(now) {
			hs = append(hs, announce.Hindrance{Key: m.Key, Args: m.Args, Who: m.Who, On: m.When, Before: m.Before, Link: m.Link, Action: m.Action})
		}
		return nil
	})
	return hs, err
}
