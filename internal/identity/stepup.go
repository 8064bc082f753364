package identity

import (
	"context"
	"fmt"
	"time"

	"samverka/internal/fail"
)

// FreshFor is how long after proving who they are a person may sign something without proving it again (handbook L12).
const FreshFor = 15 * time.Minute

// Fresh reports whether the session's person proved who they are lately. In the demo nobody proves anything.
func (s Session) Fresh(now time.Time) bool { return s.AccountID == 0 || now.Sub(s.AuthAt) < FreshFor }

// Signature says how the session's person has proved who they are, for what they sign.
func (s Session) Signature(now time.Time) string {
	if s.AccountID == 0 {
		return s.Method
	}
	return fmt.Sprintf("%s %s", s.Method, s.AuthAt.UTC().Format(time.RFC3339))
}

// Reauthenticate proves once more who the session's person is, with the account's password, before they sign something. A
// wrong password and too many attempts are Invalid with a message about the field password.
func (s *Service) Reauthenticate(ctx context.Context, ses Session, tokenHash []byte, password string) error {
	if ses.AccountID == 0 {
		return nil
	}
	key := attemptKey("stepup", fmt.Sprint(ses.AccountID))
	if err := s.slowDown(ctx, key); err != nil {
		return err
	}
	var hash string
	if err := s.DB.Pool().QueryRow(ctx, `SELECT coalesce(password_hash, '') FROM accounts WHERE id = $1 AND disabled_at IS NULL`, ses.AccountID).Scan(&hash); err != nil {
		return fmt.Errorf("reading an account: %w", err)
	}
	if !s.hasher().matches(password, hash) {
		var f fail.Form
		f.Add("password", "identity.stepup.wrong")
		return f.Err()
	}
	if err := s.forgive(ctx, key); err != nil {
		return err
	}
	if _, err := s.DB.Pool().Exec(ctx, `UPDATE sessions SET auth_at = $2 WHERE token_hash = $1`, tokenHash, s.Clock.Now()); err != nil {
		return fmt.Errorf("noting that a password was given: %w", err)
	}
	return nil
}
