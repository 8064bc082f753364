// Package identity is the way in: accounts and passwords, sessions, the organisations that a person may enter, and the
// roles that a person may act in there. An account is a way in; a person is somebody in one organisation.
//
// These tables are global by nature and hold nothing of an organisation's content: accounts, sessions, password_resets,
// sign_in_attempts. What belongs to an organisation (people, mandates) is read under that organisation's policy.
package identity

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/clock"
	"samverka/internal/db"
)

// How long a session lives (ASVS 7.3): half an hour without use, a working day at most.
const (
	IdleTimeout     = 30 * time.Minute
	AbsoluteTimeout = 10 * time.Hour
	touchEvery      = time.Minute
)

// Service answers who somebody is. It is safe for concurrent use.
type Service struct {
	DB      *db.DB
	Clock   clock.Clock
	Mail    Mailer  // nil: password resets by e-mail are not offered
	BaseURL string  // begins the links in mails: https://samverka.kommun.se
	Hasher  *Hasher // nil: DefaultHasher
}

func (s *Service) hasher() *Hasher {
	if s.Hasher != nil {
		return s.Hasher
	}
	return DefaultHasher
}

// organisationIDs lists every organisation of the installation.
func (s *Service) organisationIDs(ctx context.Context) ([]int64, error) {
	rows, _ := s.DB.Pool().Query(ctx, `SELECT id FROM organisations ORDER BY id`)
	ids, err := pgx.CollectRows(rows, pgx.RowTo[int64])
	if err != nil {
		return nil, fmt.Errorf("listing organisations: %w", err)
	}
	return ids, nil
}

// acrossOrgs sends the same read to every organisation, each under its own policy, in one round trip.
func acrossOrgs[T any](ctx context.Context, s *Service, sql string, args ...any) ([]T, error) {
	ids, err := s.organisationIDs(ctx)
	if err != nil {
		return nil, err
	}
	var all []T
	var b pgx.Batch
	for _, id := range ids {
		b.Queue(`SELECT set_config('app.org_id', $1, true)`, strconv.FormatInt(id, 10))
		b.Queue(sql, args...).Query(func(rows pgx.Rows) error {
			found, err := pgx.CollectRows(rows, pgx.RowToStructByName[T])
			all = append(all, found...)
			return err
		})
	}
	if err := s.DB.Pool().SendBatch(ctx, &b).Close(); err != nil {
		return nil, fmt.Errorf("reading across organisations: %w", err)
	}
	return all, nil
}
