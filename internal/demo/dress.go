package demo

import (
	"context"
	_ "embed" // the municipality's arms
	"fmt"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/organisation"
)

//go:embed logo.png
var kommunLogo []byte

// dress gives the organisation its logo, when it has one.
func (w *world) dress(ctx context.Context, d *db.DB, c clock.Clock) error {
	if w.logo == nil {
		return nil
	}
	settings := &organisation.Service{DB: d, Clock: c}
	who := w.actor(w.personas[Code(access.Admin)], access.Admin)
	set, err := settings.Settings(ctx, who)
	if err == nil {
		err = settings.SaveProfile(ctx, who, organisation.Profile{Version: set.Organisation.Version, Name: set.Organisation.Name, Palette: w.palette, Logo: w.logo})
	}
	if err != nil {
		return fmt.Errorf("dressing %s: %w", w.name, err)
	}
	return nil
}
