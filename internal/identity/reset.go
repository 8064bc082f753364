package identity

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"samverka/internal/fail"
)

// ResetValid is how long a link to choose a password works.
const ResetValid = time.Hour

// Reset is a mail with a link to choose a password. Link is a secret: it is in no log and no job.
type Reset struct {
	AccountID int64
	Email     string
	Link      string
	Lang      string // the language that the person asked in
}

// Mailer sends the link, in the transaction that makes it, and returns at once whether or not the mail gets through.
// internal/notify is one.
type Mailer interface {
	SendReset(ctx context.Context, tx pgx.Tx, r Reset) error
}

// AskReset sends a link to choose a password to the address, if some organisation knows a person with it or it has an
// account. The answer is the same whether it does or not. An ill-formed address and too many requests are Invalid.
func (s *Service) AskReset(ctx context.Context, email, lang string, visit Visit) error {
	email, err := address("email", email)
	if err != nil {
		return err
	}
	if err := s.slowDown(ctx, attemptKey("reset", email, visit.Address)); err != nil {
		return err
	}
	known, err := s.knownAddress(ctx, email)
	if err != nil {
		return err
	}
	if _, err := s.findAccount(ctx, email); !known && errors.Is(err, pgx.ErrNoRows) || s.Mail == nil {
		return nil
	}
	id, err := s.EnsureAccount(ctx, email)
	if err != nil {
		return err
	}
	return pgx.BeginFunc(ctx, s.DB.Pool(), func(tx pgx.Tx) error {
		link, err := s.newReset(ctx, tx, id)
		if err != nil {
			return err
		}
		return s.Mail.SendReset(ctx, tx, Reset{AccountID: id, Email: email, Link: link, Lang: lang})
	})
}

// ResetLink makes a link to choose a password, for an administrator to hand over.
func (s *Service) ResetLink(ctx context.Context, accountID int64) (string, error) {
	return s.newReset(ctx, s.DB.Pool(), accountID)
}

// querier is a pool or a transaction.
type querier interface {
	Exec(ctx context.Context, sql string, args ...any) (pgconn.CommandTag, error)
}

func (s *Service) newReset(ctx context.Context, q querier, accountID int64) (link string, err error) {
	token := NewToken()
	_, err = q.Exec(ctx, `INSERT INTO password_resets (token_hash, account_id, expires_at) VALUES ($1, $2, $3)`,
		Hash(token), accountID, s.Clock.Now().Add(ResetValid))
	if err != nil {
		return "", fmt.Errorf("making a reset link: %w", err)
	}
	return s.BaseURL + "/nytt-losenord/" + token, nil
}

// CheckReset reports whether the link still works; one that does not is Invalid. Looking does not use it up.
func (s *Service) CheckReset(ctx context.Context, token string) error {
	var live bool
	err := s.DB.Pool().QueryRow(ctx, `SELECT EXISTS (SELECT FROM password_resets WHERE token_hash = $1 AND expires_at > $2 AND used_at IS NULL)`,
		Hash(token), s.Clock.Now()).Scan(&live)
	if err != nil {
		return fmt.Errorf("looking at a reset link: %w", err)
	}
	if !live {
		return fail.New(fail.Invalid, "identity.reset.dead")
	}
	return nil
}

// UseReset chooses a new password through the link, once, ends all sessions of the account, and makes the account the way
// in for the people with its address. A dead link and a weak password (field password) are Invalid.
func (s *Service) UseReset(ctx context.Context, token, password string) error {
	var id int64
	var email string
	err := pgx.BeginFunc(ctx, s.DB.Pool(), func(tx pgx.Tx) error {
		err := tx.QueryRow(ctx, `
			UPDATE password_resets r SET used_at = $2 FROM accounts a
			WHERE  r.token_hash = $1 AND r.expires_at > $2 AND r.used_at IS NULL AND a.id = r.account_id AND a.disabled_at IS NULL
			RETURNING a.id, a.email`, Hash(token), s.Clock.Now()).Scan(&id, &email)
		if errors.Is(err, pgx.ErrNoRows) {
			return fail.New(fail.Invalid, "identity.reset.dead")
		}
		if err != nil {
			return fmt.Errorf("using a reset link: %w", err)
		}
		if err := checkPassphrase("password", password, email); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, `UPDATE password_resets SET used_at = $2 WHERE account_id = $1 AND used_at IS NULL`, id, s.Clock.Now()); err != nil {
			return fmt.Errorf("closing older reset links: %w", err)
		}
		return s.setPassword(ctx, tx, id, password)
	})
	if err != nil {
		return err
	}
	if err := s.linkByEmail(ctx, id, email); err != nil {
		return err
	}
	return s.SignOutEverywhere(ctx, id, nil)
}
