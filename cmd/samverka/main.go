// Command samverka is the whole product: the pages, the jobs and, where nobody else runs one, its own Postgres.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/pgserver"
)

// Exit codes beside 0.
const (
	exitFailed   = 1 // what was asked for could not be done, or verify found a broken link
	exitUsage    = 2 // the words after the command were not understood
	exitNoServer = 3 // there is no Postgres to be had here
)

// version is set by the linker: -X main.version=1.2.0.
var version = "dev"

// command is one word after samverka.
type command struct {
	name, args, about string
	run               func(ctx context.Context, c console, args []string) error
}

// console is what a command reads and writes.
type console struct {
	in       io.Reader
	out, err io.Writer
	environ  []string
}

var commands = []command{
	{"serve", "", "Kör Samverka.", serve},
	{"demo", "", "Kör demokommunen, som läses in första gången.", demoServe},
	{"migrate", "", "För databasen till den här versionen.", migrateUp},
	{"import", "--organisation NAMN [--apply] FIL…", "Visa vad filer skulle ändra i organisationen, och ändra det med --apply.", importFiles},
	{"bounce", "[ADRESS]", "Ta emot ett mejl som kom tillbaka, från e-postserverns rör.", bounce},
	{"verify", "", "Kontrollera händelseloggens kedja.", verify},
	{"admin", "create --organisation NAMN --email ADRESS --namn NAMN", "Lägg upp en organisation och dess första administratör.", admin},
	{"healthcheck", "", "Fråga den som kör här om den är redo.", healthcheck},
	{"version", "", "Visa versionen.", showVersion},
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, console{in: os.Stdin, out: os.Stdout, err: os.Stderr, environ: os.Environ()}, os.Args[1:])
	stop()
	os.Exit(code)
}

// errUsage says that the words after a command were not understood; what is wrong has been written.
var errUsage = errors.New("usage")

func run(ctx context.Context, c console, args []string) int {
	if len(args) == 0 || args[0] == "help" || args[0] == "-h" || args[0] == "--help" {
		usage(c.out)
		return 0
	}
	for _, cmd := range commands {
		if cmd.name == args[0] {
			return exitCode(c, cmd.run(ctx, c, args[1:]))
		}
	}
	fmt.Fprintf(c.err, "samverka: kommandot %q finns inte\n\n", args[0])
	usage(c.err)
	return exitUsage
}

func exitCode(c console, err error) int {
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errUsage):
		return exitUsage
	case errors.Is(err, pgserver.ErrNoBinaries):
		fmt.Fprintln(c.err, err)
		return exitNoServer
	}
	fmt.Fprintln(c.err, "samverka:", inWords(err))
	if errors.Is(err, errLater) {
		return exitLater
	}
	return exitFailed
}

// inWords says a refusal as a page would, and any other error as it is.
func inWords(err error) string {
	var f *fail.Error
	if !errors.As(err, &f) {
		return err.Error()
	}
	ctx := i18n.With(context.Background(), i18n.Swedish)
	if len(f.Fields) == 0 {
		return i18n.T(ctx, f.Key, f.Args...)
	}
	text := ""
	for _, field := range f.Fields {
		text += "\n  " + field.Name + ": " + i18n.T(ctx, field.Key, field.Args...)
	}
	return i18n.T(ctx, f.Key, f.Args...) + text
}

func usage(w io.Writer) {
	fmt.Fprint(w, "Samverka: frågor genom samverkan till ett lagligt beslut.\n\n")
	for _, cmd := range commands {
		fmt.Fprintf(w, "  samverka %s %s\n        %s\n", cmd.name, cmd.args, cmd.about)
	}
	fmt.Fprint(w, "\nInställningar läses ur miljön: SAMVERKA_DATABASE_URL, SAMVERKA_ADDR, SAMVERKA_BASE_URL, SAMVERKA_SMTP_URL … (se README).\n")
}

func showVersion(_ context.Context, c console, _ []string) error {
	v := version
	if info, ok := debug.ReadBuildInfo(); ok && v == "dev" {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				v += " " + s.Value[:min(12, len(s.Value))]
			}
		}
	}
	_, err := fmt.Fprintln(c.out, "samverka", v)
	return err
}
