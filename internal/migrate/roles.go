package migrate

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"

	"samverka/internal/pgserver"
)

// ErrRoles says that the server lacks what the migrations stand on.
var ErrRoles = errors.New("the database server is not prepared for Samverka")

// ensureRoles sees that the roles exist and that this user may act as them: the
// migrations grant to them, hand functions over to them, and the application
// becomes samverka_app. A superuser gets what is missing created.
func ensureRoles(ctx context.Context, c *pgx.Conn) error {
	var user string
	var super, there, member bool
	err := c.QueryRow(ctx, `
SELECT current_user,
       (SELECT rolsuper FROM pg_roles WHERE rolname = current_user),
       count(*) = 3,
       coalesce(bool_and(pg_has_role(current_user, oid, 'MEMBER')) FILTER (WHERE rolname <> 'samverka_owner'), false)
FROM pg_roles WHERE rolname IN ('samverka_owner', 'samverka_app', 'samverka_search')`).Scan(&user, &super, &there, &member)
	if err != nil {
		return err
	}
	switch {
	case there && member:
		return nil
	case super:
		_, err := c.Exec(ctx, pgserver.RolesSQL, pgx.QueryExecModeSimpleProtocol)
		return err
	case there:
		return fmt.Errorf("%w: run this as a superuser of it, then start again:\n\nGRANT samverka_app, samverka_search TO %s;",
			ErrRoles, pgx.Identifier{user}.Sanitize())
	}
	return fmt.Errorf("%w: run this as a superuser of it, then start again:\n\n%s\nGRANT samverka_app, samverka_search TO %s;",
		ErrRoles, pgserver.RolesSQL, pgx.Identifier{user}.Sanitize())
}
