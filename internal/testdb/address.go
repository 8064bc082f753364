package testdb

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"strings"
	"sync"

	"github.com/jackc/pgx/v5"
)

// prefix begins the name of everything that the tests create on a server.
const prefix = "samverka_test_"

// address is a superuser's way to a server.
type address struct {
	url *url.URL
	// ours asks for no passwords, so any role can sign in for itself.
	ours bool
}

// server is the one that this test program uses, found or started once.
var server = sync.OnceValues(func() (address, error) {
	raw := os.Getenv("SAMVERKA_TEST_DATABASE_URL")
	ours := raw == ""
	if ours {
		var err error
		if raw, err = shared(); err != nil {
			return address{}, fmt.Errorf("%w\n\nthe tests can also use a server of yours: set SAMVERKA_TEST_DATABASE_URL to a superuser's address", err)
		}
	}
	u, err := url.Parse(raw)
	if err != nil {
		return address{}, fmt.Errorf("SAMVERKA_TEST_DATABASE_URL: %w", err)
	}
	return address{u, ours}, nil
})

// as addresses a database in a role. The role is taken on by the connection
// itself, so that the superuser's password is enough for all of them; on a
// server of ours the user simply is the role.
func (a address) as(role, database string) string {
	u := *a.url
	u.Path = "/" + database
	q := u.Query()
	switch {
	case role == "":
	case a.ours:
		q.Set("user", role)
	default:
		q.Set("role", role)
	}
	u.RawQuery = q.Encode()
	return u.String()
}

func (a address) inMemory() bool {
	return a.ours && strings.HasPrefix(a.url.Query().Get("host"), memory)
}

// with runs f on a connection to the server's own database.
func (a address) with(ctx context.Context, f func(*pgx.Conn) error) error {
	c, err := pgx.Connect(ctx, a.as("", "postgres"))
	if err != nil {
		return err
	}
	defer c.Close(ctx)
	return f(c)
}

func (a address) exec(ctx context.Context, statement string) error {
	return a.with(ctx, func(c *pgx.Conn) error {
		_, err := c.Exec(ctx, statement)
		return err
	})
}
