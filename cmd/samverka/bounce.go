package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"

	"samverka/internal/notify"
)

// exitLater tells a mail server to try again (EX_TEMPFAIL of sysexits.h).
const exitLater = 75

// errLater is what a mail server had better try again.
var errLater = errors.New("later")

// bounce takes in one message that came back, from a mail server's pipe. What is of no use is dropped without complaint: a
// mail server would send its complaint on to somebody.
func bounce(ctx context.Context, c console, args []string) error {
	rest, err := flags(c, "bounce", func(*flag.FlagSet) {}, args)
	if err != nil {
		return err
	}
	to := ""
	switch len(rest) {
	case 0:
	case 1:
		to = rest[0]
	default:
		fmt.Fprintln(c.err, "samverka bounce [ADRESS] < mejlet")
		return errUsage
	}
	in, err := open(ctx, c, use{share: true})
	if err != nil {
		return fmt.Errorf("%w: %w", errLater, err)
	}
	defer in.close()
	switch err := (&notify.Bounces{DB: in.db, Clock: in.clock}).Take(ctx, c.in, to); {
	case err == nil:
		return nil
	case errors.Is(err, notify.ErrNoReport), errors.Is(err, notify.ErrUnknown):
		in.log.Info("a returned mail was dropped", slog.String("reason", err.Error()))
		return nil
	default:
		return fmt.Errorf("%w: %w", errLater, err)
	}
}
