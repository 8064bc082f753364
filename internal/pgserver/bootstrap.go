package pgserver

import (
	"context"
	_ "embed"
	"fmt"

	"github.com/jackc/pgx/v5"
)

// RolesSQL creates the roles samverka_owner, samverka_app and samverka_search
// on any server, when it is run by a superuser. Running it again is harmless.
//
//go:embed roles.sql
var RolesSQL string

// bootstrapLock keeps two that start at once from creating the same things.
const bootstrapLock = 7_265_001

// Bootstrap creates the roles and the database where they are missing, on the
// server that superuserURL leads to. The database is UTF-8 with the C.UTF-8
// locale, belongs to samverka_owner, and lets nobody in but the product's roles.
// Passwords are left alone: on a server that asks for them the administrator
// sets them with ALTER ROLE.
func Bootstrap(ctx context.Context, superuserURL, database string) error {
	c, err := pgx.Connect(ctx, superuserURL)
	if err != nil {
		return fmt.Errorf("connecting as superuser: %w", err)
	}
	defer c.Close(context.WithoutCancel(ctx))
	if _, err := c.Exec(ctx, "SELECT pg_advisory_lock($1)", bootstrapLock); err != nil {
		return err
	}
	if _, err := c.Exec(ctx, RolesSQL, pgx.QueryExecModeSimpleProtocol); err != nil {
		return fmt.Errorf("creating the roles: %w", err)
	}
	return createDatabase(ctx, c, database)
}

func createDatabase(ctx context.Context, c *pgx.Conn, database string) error {
	name := pgx.Identifier{database}.Sanitize()
	var exists bool
	if err := c.QueryRow(ctx, "SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)", database).Scan(&exists); err != nil {
		return err
	}
	if !exists {
		_, err := c.Exec(ctx, "CREATE DATABASE "+name+" OWNER samverka_owner TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'")
		if err != nil {
			return fmt.Errorf("creating the database %s: %w", database, err)
		}
	}
	for _, statement := range []string{
		"REVOKE ALL ON DATABASE " + name + " FROM PUBLIC",
		"GRANT CONNECT, TEMPORARY ON DATABASE " + name + " TO samverka_owner",
		"GRANT CONNECT ON DATABASE " + name + " TO samverka_app",
	} {
		if _, err := c.Exec(ctx, statement); err != nil {
			return fmt.Errorf("opening the database %s to its roles: %w", database, err)
		}
	}
	return nil
}
