package identity

import (
	"context"
	"crypto/sha256"
	"fmt"
	"strings"
	"time"

	"samverka/internal/fail"
)

// How often one may fail. A municipality sits behind one address, so the address alone never locks anybody out: what is
// counted is the account together with the address, and far more generously the account alone.
const (
	window        = 15 * time.Minute
	failsTogether = 5
	failsAccount  = 50
)

// attemptKey is the digest under which attempts are counted: no personal data is kept.
func attemptKey(parts ...string) []byte {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x1f")))
	return sum[:]
}

// slowDown counts one more attempt and refuses with Invalid when there were too many lately. The attempt counts as failed
// until forgive is called, so that parallel attempts cannot slip past the count.
func (s *Service) slowDown(ctx context.Context, key []byte) error {
	return s.count(ctx, key, failsTogether)
}

func (s *Service) count(ctx context.Context, key []byte, limit int) error {
	now := s.Clock.Now()
	var n int
	err := s.DB.Pool().QueryRow(ctx, `
		WITH n AS MATERIALIZED (SELECT count(*) AS fails FROM sign_in_attempts WHERE key = $1 AND at > $3 AND NOT ok),
		     one AS (INSERT INTO sign_in_attempts (key, at, ok) SELECT $1, $2, false FROM n WHERE fails < $4)
		SELECT fails FROM n`, key, now, now.Add(-window), limit).Scan(&n)
	if err != nil {
		return fmt.Errorf("counting attempts: %w", err)
	}
	if n >= limit {
		return fail.New(fail.Invalid, "identity.signin.slow", "Minutes", int(window.Minutes()))
	}
	return nil
}

// forgive forgets the failed attempts: the right password was given.
func (s *Service) forgive(ctx context.Context, keys ...[]byte) error {
	_, err := s.DB.Pool().Exec(ctx, `UPDATE sign_in_attempts SET ok = true WHERE key = ANY($1) AND NOT ok`, keys)
	if err != nil {
		return fmt.Errorf("forgiving attempts: %w", err)
	}
	return nil
}
