package organisation

import (
	"bytes"
	"context"
	"image"
	"time"

	"samverka/internal/access"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// Look is how an organisation's papers look.
type Look struct {
	Name    string
	Palette string
	Logo    []byte
}

// LookAt is how the organisation looked at a time, so that a paper from then is written the same each time. The zero time
// is now.
func (s *Service) LookAt(ctx context.Context, who access.Actor, at time.Time) (Look, error) {
	if err := who.Require(access.OrganisationRead); err != nil {
		return Look{}, err
	}
	if at.IsZero() {
		at = s.Clock.Now()
	}
	var looks []Look
	var b db.Batch
	db.Many(&b, &looks, `SELECT name, palette, logo FROM (
			SELECT until, id, name, palette, logo FROM former_looks WHERE until > $2
			UNION ALL SELECT 'infinity', 0, name, palette, logo FROM organisations WHERE id = $1) l ORDER BY until, id LIMIT 1`, who.OrgID, at)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return Look{}, err
	}
	if len(looks) == 0 {
		return Look{}, fail.New(fail.NotFound, "error.not_found")
	}
	return looks[0], nil
}

// Picture is the logo, nil when there is none.
func (l Look) Picture() image.Image {
	picture, _, err := image.Decode(bytes.NewReader(l.Logo))
	if err != nil {
		return nil
	}
	return picture
}

// keepLook notes how the organisation has looked until now, when that is about to change.
func keepLook(ctx context.Context, tx *db.OrgTx, until time.Time, next Look, logoStays bool) error {
	_, err := tx.Exec(ctx, `INSERT INTO former_looks (until, name, palette, logo) SELECT $2, name, palette, logo FROM organisations
		WHERE id = $1 AND (name <> $3 OR palette <> $4 OR NOT $6 AND logo IS DISTINCT FROM $5)`,
		tx.OrgID, until, next.Name, next.Palette, next.Logo, logoStays)
	return err
}
