package identity

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/fail"
)

// ErrNoSession says that the token opens nothing: it is unknown, it has run out, or its account or person is closed.
var ErrNoSession = errors.New("no such session")

// Session is a signed-in person's visit.
type Session struct {
	AccountID   int64 // 0 in the demo
	OrgID       int64 // 0 until an organisation is chosen
	PersonID    int64
	Role        access.Role // as stored; the Actor's role is what counts
	Method      string      // how the person signed in: password, demo …
	SeveralOrgs bool        // the account has people in more organisations
	AuthAt      time.Time   // when the person last proved who they are
	SeenAt      time.Time
	OrgName     string
	Demo        bool
	Palette     string
	HasLogo     bool
	HelpVersion int    // raised when the organisation changes its own help texts
	Place       string // what the acting role is about: "Hemtjänst Väst"
}

// The statements of one load go out together. Postgres takes them as one transaction, and the first, which finds the
// session, also confines the rest to the session's organisation: a foreign token sees nothing, an unknown one sets none.
const (
	findSession = `
		WITH s AS MATERIALIZED (
			SELECT s.*, set_config('app.org_id', coalesce(s.org_id::text, ''), true) AS entered
			FROM   sessions s LEFT JOIN accounts a ON a.id = s.account_id
			WHERE  s.token_hash = $1 AND s.expires_at > $2 AND s.last_seen_at > $3 AND a.disabled_at IS NULL)
		SELECT coalesce(s.account_id, 0) AS account_id, coalesce(s.org_id, 0) AS org_id, coalesce(s.person_id, 0) AS person_id,
		       s.role, s.method, s.several_orgs, coalesce(s.auth_at, s.created_at) AS auth_at, s.last_seen_at AS seen_at, coalesce(o.name, '') AS org_name,
		       coalesce(o.demo, false) AS demo, coalesce(o.palette, '') AS palette, o.logo IS NOT NULL AS has_logo, coalesce(o.help_version, 0) AS help_version, '' AS place
		FROM   s LEFT JOIN organisations o ON o.id = s.org_id`
	mine       = ` JOIN sessions s ON s.org_id = current_org() AND s.token_hash = $1 `
	findPerson = `
		SELECT p.name, coalesce(p.unit_id, 0) AS unit_id, coalesce(u.name, '') AS unit_name
		FROM   people p` + mine + `AND s.person_id = p.id LEFT JOIN units u ON u.org_id = p.org_id AND u.id = p.unit_id
		WHERE  p.org_id = s.org_id AND (p.closed_on IS NULL OR p.closed_on > $2)`
	findMandates = `
		SELECT m.role, coalesce(m.union_id, 0) AS union_id, coalesce(m.group_id, 0) AS group_id, coalesce(m.unit_id, 0) AS unit_id,
		       coalesce(o.name, '') AS union_name, coalesce(g.name, '') AS group_name, coalesce(u.name, '') AS unit_name
		FROM   mandates m` + mine + `AND s.person_id = m.person_id
		LEFT   JOIN unions o ON o.org_id = m.org_id AND o.id = m.union_id
		LEFT   JOIN groups g ON g.org_id = m.org_id AND g.id = m.group_id
		LEFT   JOIN units u ON u.org_id = m.org_id AND u.id = m.unit_id
		WHERE  m.org_id = s.org_id AND m.valid_from <= $2 AND (m.valid_until IS NULL OR m.valid_until >= $2)
		ORDER  BY m.id`
	findUnits = `
		SELECT u.id, u.name FROM units u` + mine + `AND s.person_id = u.manager_id
		WHERE  u.org_id = s.org_id AND (u.closed_on IS NULL OR u.closed_on > $2) ORDER BY cardinality(u.ancestors), u.name`
	findChairs = `
		SELECT g.id, g.name FROM groups g` + mine + `AND s.person_id = g.chair_id
		WHERE  g.org_id = s.org_id AND (g.closed_on IS NULL OR g.closed_on > $2) ORDER BY g.name`
)

// Load answers whose session a token's hash is and who they are today, in one round trip. The Actor is empty until an
// organisation is chosen. An unknown, expired or closed session is ErrNoSession.
func (s *Service) Load(ctx context.Context, tokenHash []byte) (Session, access.Actor, error) {
	now := s.Clock.Now()
	ses, st, err := s.read(ctx, tokenHash, now)
	if err != nil {
		return Session{}, access.Actor{}, err
	}
	if now.Sub(ses.SeenAt) >= touchEvery {
		if err := s.touch(ctx, tokenHash, now); err != nil {
			return Session{}, access.Actor{}, err
		}
	}
	if ses.OrgID == 0 {
		return ses, access.Actor{}, nil
	}
	who := st.actor(ses.Role)
	ses.Place = st.whereabouts(who)
	return ses, who, nil
}

func (s *Service) read(ctx context.Context, tokenHash []byte, now time.Time) (Session, standing, error) {
	var b pgx.Batch
	var ses []Session
	type person struct {
		Name     string
		UnitID   int64
		UnitName string
	}
	var people []person
	var st standing
	today := clock.DateOf(now)
	queue(&b, &ses, findSession, tokenHash, now, now.Add(-IdleTimeout))
	queue(&b, &people, findPerson, tokenHash, today)
	queue(&b, &st.mandates, findMandates, tokenHash, today)
	queue(&b, &st.units, findUnits, tokenHash, today)
	queue(&b, &st.chairs, findChairs, tokenHash, today)
	if err := s.DB.Pool().SendBatch(ctx, &b).Close(); err != nil {
		return Session{}, st, fail.Wrap(fail.Unavailable, fmt.Errorf("loading the session: %w", err), "error.unavailable")
	}
	if len(ses) == 0 || ses[0].OrgID != 0 && len(people) == 0 {
		return Session{}, st, ErrNoSession
	}
	if len(people) > 0 {
		p := people[0]
		st.orgID, st.personID, st.name, st.home = ses[0].OrgID, ses[0].PersonID, p.Name, place{p.UnitID, p.UnitName}
	}
	return ses[0], st, nil
}

// touch notes that the session is in use, at most once a minute: a write for every page would cost more than the page.
func (s *Service) touch(ctx context.Context, tokenHash []byte, now time.Time) error {
	_, err := s.DB.Pool().Exec(ctx, `UPDATE sessions SET last_seen_at = $2 WHERE token_hash = $1 AND last_seen_at < $2`, tokenHash, now)
	if err != nil {
		return fail.Wrap(fail.Unavailable, fmt.Errorf("touching the session: %w", err), "error.unavailable")
	}
	return nil
}

func queue[T any](b *pgx.Batch, dst *[]T, sql string, args ...any) {
	b.Queue(sql, args...).Query(func(rows pgx.Rows) (err error) {
		*dst, err = pgx.CollectRows(rows, pgx.RowToStructByName[T])
		return err
	})
}
