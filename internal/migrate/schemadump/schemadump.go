// Package schemadump writes the schema as one readable file, for those who want
// to see the whole of it without following its history.
package schemadump

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"

	"samverka/internal/migrate"
	"samverka/internal/pgserver"
)

const head = `-- The schema as the migrations leave it, without the job queue's tables.
-- Made by make schema, with Postgres %d. Do not edit: change the migrations.
`

// Header begins a file that pg_dump of this major version has made. Versions
// word the same schema differently.
func Header(major int) string { return fmt.Sprintf(head, major) }

// Binaries finds a server that has pg_dump beside it.
func Binaries() (pgserver.Binaries, bool) {
	b, err := pgserver.Find("", 0)
	if err != nil {
		return b, false
	}
	_, err = os.Stat(b.Path("pg_dump"))
	return b, err == nil
}

// Of dumps the database of url, which migrate.Product has been run on.
func Of(ctx context.Context, b pgserver.Binaries, url string) (string, error) {
	cmd := exec.CommandContext(ctx, b.Path("pg_dump"), "--schema-only", "--no-owner", "--no-tablespaces",
		"--schema=public", "--exclude-table=goose_db_version*", "--exclude-table=river_*", "--dbname="+url)
	var errors strings.Builder
	cmd.Stderr = &errors
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("pg_dump: %w\n%s", err, errors.String())
	}
	return Header(b.Major) + tidy(string(out)), nil
}

// setting is a line that prepares the session which reads a dump.
var setting = regexp.MustCompile(`^SET [a-z_]+ = [^ ]+;$`)

// tidy leaves out what is the same in every dump or different in each.
func tidy(dump string) string {
	var b strings.Builder
	blank := true
	for line := range strings.Lines(dump) {
		line = strings.TrimRight(line, "\n")
		switch {
		case line == "--", strings.HasPrefix(line, "-- Name: "), strings.HasPrefix(line, "-- PostgreSQL database dump"),
			strings.HasPrefix(line, "-- Dumped "), setting.MatchString(line), strings.HasPrefix(line, "SELECT pg_catalog.set_config"),
			strings.HasPrefix(line, `\restrict `), strings.HasPrefix(line, `\unrestrict `),
			line == "CREATE SCHEMA public;", strings.HasPrefix(line, "COMMENT ON SCHEMA public"):
			continue
		case line == "":
			if blank {
				continue
			}
		}
		if blank = line == ""; blank {
			b.WriteString("\n")
			continue
		}
		b.WriteString(strings.ReplaceAll(line, "public.", "") + "\n")
	}
	return "\n" + strings.TrimSpace(b.String()) + "\n"
}

// Make dumps from a throwaway server of its own.
func Make(ctx context.Context, b pgserver.Binaries) (_ string, err error) {
	dir, err := os.MkdirTemp("/tmp", "samverka-schema")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	if err := os.Chmod(dir, 0o711); err != nil {
		return "", err
	}
	s, err := pgserver.Start(ctx, pgserver.Options{Dir: filepath.Join(dir, "pg"), BinDir: b.Dir, Throwaway: true})
	if err != nil {
		return "", err
	}
	defer func() { _ = s.Stop(context.WithoutCancel(ctx)) }()
	owner := s.URL("samverka_owner", s.Database())
	if err := migrate.Product(ctx, owner); err != nil {
		return "", err
	}
	return Of(ctx, b, owner)
}
