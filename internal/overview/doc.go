// Package overview reads across subjects and writes nothing of its own: Att göra, search, and the HR overview
// (organisationsläge), before which it has matter.Judge bring the verdicts up to date. What
// a person may know of a matter is decided by matter.Visible, here as on the matter's own page.
package overview

import (
	"samverka/internal/clock"
	"samverka/internal/db"
)

// Service answers what stands where.
type Service struct {
	DB    *db.DB
	Clock clock.Clock
}
