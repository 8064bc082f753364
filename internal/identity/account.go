package identity

import (
	"context"
	"errors"
	"fmt"
	"net/mail"
	"strings"

	"github.com/jackc/pgx/v5"

	"samverka/internal/fail"
)

// CreateAccount makes a way in with an address and a passphrase, and returns its id. An ill-formed or taken address and a
// weak passphrase are Invalid with messages about the fields email and password.
func (s *Service) CreateAccount(ctx context.Context, email, password string) (int64, error) {
	email, err := address("email", email)
	if err != nil {
		return 0, err
	}
	if err := checkPassphrase("password", password, email); err != nil {
		return 0, err
	}
	hash, err := s.hasher().hash(password)
	if err != nil {
		return 0, fmt.Errorf("hashing a password: %w", err)
	}
	var id int64
	err = s.DB.Pool().QueryRow(ctx, `
		INSERT INTO accounts (email, password_hash, created_at) VALUES ($1, $2, $3) ON CONFLICT (email) DO NOTHING RETURNING id`,
		email, hash, s.Clock.Now()).Scan(&id)
	if errors.Is(err, pgx.ErrNoRows) {
		var f fail.Form
		f.Add("email", "identity.email.taken")
		return 0, f.Err()
	}
	if err != nil {
		return 0, fmt.Errorf("creating an account: %w", err)
	}
	return id, nil
}

// EnsureAccount returns the account of an address, made without a password when there is none: its owner chooses one
// through a reset link.
func (s *Service) EnsureAccount(ctx context.Context, email string) (int64, error) {
	email, err := address("email", email)
	if err != nil {
		return 0, err
	}
	var id int64
	err = s.DB.Pool().QueryRow(ctx, `
		WITH made AS (INSERT INTO accounts (email, created_at) VALUES ($1, $2) ON CONFLICT (email) DO NOTHING RETURNING id)
		SELECT id FROM made UNION ALL SELECT id FROM accounts WHERE email = $1 LIMIT 1`, email, s.Clock.Now()).Scan(&id)
	if err != nil {
		return 0, fmt.Errorf("finding an account: %w", err)
	}
	return id, nil
}

// ChangePassword changes the account's own password and ends its other sessions; keep is the hash of the one in use. A
// wrong current password and a weak new one are Invalid with messages about current and password.
func (s *Service) ChangePassword(ctx context.Context, accountID int64, keep []byte, current, password string) error {
	var hash, email string
	err := s.DB.Pool().QueryRow(ctx, `SELECT coalesce(password_hash, ''), email FROM accounts WHERE id = $1`, accountID).Scan(&hash, &email)
	if err != nil {
		return fmt.Errorf("reading an account: %w", err)
	}
	if err := s.slowDown(ctx, attemptKey("change", email)); err != nil {
		return err
	}
	if !s.hasher().matches(current, hash) {
		var f fail.Form
		f.Add("current", "identity.password.wrong")
		return f.Err()
	}
	if err := checkPassphrase("password", password, email); err != nil {
		return err
	}
	if err := s.setPassword(ctx, s.DB.Pool(), accountID, password); err != nil {
		return err
	}
	if err := s.forgive(ctx, attemptKey("change", email)); err != nil {
		return err
	}
	return s.SignOutEverywhere(ctx, accountID, keep)
}

// Disable closes the account and ends its sessions at once (ASVS 7.4.2).
func (s *Service) Disable(ctx context.Context, accountID int64) error {
	if _, err := s.DB.Pool().Exec(ctx, `UPDATE accounts SET disabled_at = $2 WHERE id = $1`, accountID, s.Clock.Now()); err != nil {
		return fmt.Errorf("disabling an account: %w", err)
	}
	return s.SignOutEverywhere(ctx, accountID, nil)
}

func (s *Service) setPassword(ctx context.Context, q querier, accountID int64, password string) error {
	hash, err := s.hasher().hash(password)
	if err != nil {
		return fmt.Errorf("hashing a password: %w", err)
	}
	if _, err := q.Exec(ctx, `UPDATE accounts SET password_hash = $2 WHERE id = $1`, accountID, hash); err != nil {
		return fmt.Errorf("storing a password: %w", err)
	}
	return nil
}

// address is the address in the form in which it is kept; an ill-formed one is Invalid with a message about the field.
func address(field, email string) (string, error) {
	email = normalise(email)
	a, err := mail.ParseAddress(email)
	if err != nil || a.Address != email || len(email) > 254 || !strings.Contains(email, ".") {
		var f fail.Form
		f.Add(field, "identity.email.shape")
		return "", f.Err()
	}
	return email, nil
}

func normalise(email string) string { return strings.ToLower(strings.TrimSpace(email)) }
