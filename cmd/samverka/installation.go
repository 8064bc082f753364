package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"samverka/internal/clock"
	"samverka/internal/config"
	"samverka/internal/db"
	"samverka/internal/migrate"
	"samverka/internal/pgserver"
)

// installation is what every command that touches data stands on: the settings and an open, migrated database.
type installation struct {
	cfg      config.Config
	log      *slog.Logger
	clock    clock.Clock
	db       *db.DB
	pg       *pgserver.Server // nil: somebody else runs the server
	ownerURL string           // the address that migrates
}

// use says what a command needs of the installation.
type use struct {
	demo  bool // the demo's own private server: its data lies beside the real one's, never among it
	share bool // a private server that another samverka runs right now will do
}

// open reads the settings, starts the private server when no other is named, migrates, and opens the database. The caller
// closes.
func open(ctx context.Context, c console, u use) (in *installation, err error) {
	in = &installation{clock: clock.System{}}
	if in.cfg, err = config.Load(c.environ); err != nil {
		return nil, err
	}
	in.log = slog.New(slog.NewJSONHandler(c.err, &slog.HandlerOptions{Level: in.cfg.LogLevel}))
	for _, name := range in.cfg.Unknown {
		in.log.Warn("a variable in the environment means nothing here", slog.String("name", name))
	}
	defer func() {
		if err != nil {
			in.close()
		}
	}()
	appURL, err := in.reach(ctx, u)
	if err != nil {
		return in, err // closed above
	}
	if err = migrate.Up(ctx, in.ownerURL); err != nil {
		return in, err
	}
	in.db, err = db.Open(ctx, appURL, db.Options{Pooler: in.cfg.Pooler})
	return in, err
}

// reach finds or starts the server, and returns the application's address of it.
func (in *installation) reach(ctx context.Context, u use) (appURL string, err error) {
	if in.ownerURL = in.cfg.DatabaseURL; in.ownerURL != "" {
		return in.ownerURL, nil
	}
	dir := in.cfg.DataDir
	if dir == "" {
		if dir, err = pgserver.DefaultDir(os.Getuid(), os.Getenv); err != nil {
			return "", err
		}
	}
	if u.demo {
		dir += "-demo"
	}
	in.pg, err = pgserver.Start(ctx, pgserver.Options{Dir: dir, Log: prefixed{in.log}})
	if errors.Is(err, pgserver.ErrInUse) && u.share {
		in.ownerURL, err = running(dir, "samverka_owner")
		if err != nil {
			return "", err
		}
		return running(dir, db.AppRole)
	}
	if err != nil {
		return "", err
	}
	in.ownerURL = in.pg.URL("samverka_owner", in.pg.Database())
	return in.pg.URL(db.AppRole, in.pg.Database()), nil
}

// running addresses the private server that another process runs, as Postgres has written it down: the fourth line of
// postmaster.pid is the port and the fifth the directory of the socket.
func running(dir, user string) (string, error) {
	raw, err := os.ReadFile(filepath.Join(dir, "data", "postmaster.pid"))
	if err != nil {
		return "", fmt.Errorf("finding the running database server: %w", err)
	}
	lines := strings.Split(string(raw), "\n")
	if len(lines) < 5 {
		return "", errors.New("the running database server is not up yet; try again")
	}
	q := url.Values{"port": {lines[3]}, "host": {lines[4]}, "user": {user}}
	return (&url.URL{Scheme: "postgres", Path: "/samverka", RawQuery: q.Encode()}).String(), nil
}

// close ends in the order that loses nothing: first who asks, then the server.
func (in *installation) close() {
	if in.db != nil {
		in.db.Close()
	}
	if in.pg != nil {
		ctx, cancel := context.WithTimeout(context.Background(), 40*time.Second)
		defer cancel()
		if err := in.pg.Stop(ctx); err != nil {
			in.log.Error("the database server did not stop cleanly", slog.String("error", err.Error()))
		}
	}
}

// ended closes when the private server ends by itself; nil, which never does, when there is none.
func (in *installation) ended() <-chan struct{} {
	if in.pg == nil {
		return nil
	}
	return in.pg.Done()
}

// prefixed is an io.Writer that puts the supervisor's lines into the log.
type prefixed struct{ log *slog.Logger }

// Write implements io.Writer.
func (p prefixed) Write(b []byte) (int, error) {
	p.log.Info("postgres", slog.String("line", strings.TrimSpace(string(b))))
	return len(b), nil
}

// flags parses a command's options; what is not understood has been explained when errUsage comes back.
func flags(c console, name string, define func(*flag.FlagSet), args []string) (rest []string, err error) {
	f := flag.NewFlagSet("samverka "+name, flag.ContinueOnError)
	f.SetOutput(c.err)
	define(f)
	switch err := f.Parse(args); {
	case errors.Is(err, flag.ErrHelp), err != nil:
		return nil, errUsage
	}
	return f.Args(), nil
}

// noArgs refuses words after a command that takes none.
func noArgs(c console, name string, args []string) error {
	rest, err := flags(c, name, func(*flag.FlagSet) {}, args)
	if err == nil && len(rest) > 0 {
		_, _ = fmt.Fprintf(c.err, "samverka %s tar inga fler ord\n", name)
		return errUsage
	}
	return err
}
