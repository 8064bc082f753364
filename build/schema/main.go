// Schema writes internal/db/schema.sql anew.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"samverka/internal/migrate/schemadump"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	b, ok := schemadump.Binaries()
	if !ok {
		return errors.New("pg_dump was not found beside a Postgres server; on Debian: apt-get install postgresql")
	}
	dump, err := schemadump.Make(context.Background(), b)
	if err != nil {
		return err
	}
	return os.WriteFile("internal/db/schema.sql", []byte(dump), 0o644)
}
