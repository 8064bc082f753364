package main

import (
	"context"
	"fmt"

	"samverka/internal/demo"
	"samverka/internal/identity"
)

// demoServe runs the demo: its data is made the first time, visitors choose whom to be, and no mail leaves. Over a database
// that holds other data it refuses before it writes anything.
func demoServe(ctx context.Context, c console, args []string) error {
	if err := noArgs(c, "demo", args); err != nil {
		return err
	}
	in, err := open(ctx, c, use{demo: true})
	if err != nil {
		return err
	}
	defer in.close()
	if err := (&identity.Service{DB: in.db, Clock: in.clock}).RequireDemoOnly(ctx); err != nil {
		return err
	}
	fmt.Fprintln(c.out, "Demokommunen läses in om den inte redan finns …")
	if err := demo.Load(ctx, in.db, in.clock, demo.Owner(in.ownerURL)); err != nil {
		return err
	}
	return in.serve(ctx, c, true)
}
