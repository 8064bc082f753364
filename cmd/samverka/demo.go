package main

import "context"

// demoServe runs the demo: its data is loaded the first time, visitors choose whom to be, and no mail leaves.
func demoServe(ctx context.Context, c console, args []string) error {
	if err := noArgs(c, "demo", args); err != nil {
		return err
	}
	in, err := open(ctx, c, use{demo: true})
	if err != nil {
		return err
	}
	defer in.close()
	return in.serve(ctx, c, true)
}
