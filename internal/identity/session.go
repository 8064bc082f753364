package identity

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/fail"
)

// Visit is what a new session is told of where it comes from.
type Visit struct {
	Address string // the client's address, for throttling only
	Device  string // a short description of the browser, shown to the account's owner
}

// NewToken makes a secret of 256 random bits for a cookie or a link. Only its Hash is stored.
func NewToken() string {
	var b [32]byte
	_, _ = rand.Read(b[:]) // never fails (crypto/rand)
	return base64.RawURLEncoding.EncodeToString(b[:])
}

// Hash is what is stored of a token: a leaked backup opens nothing.
func Hash(token string) []byte {
	sum := sha256.Sum256([]byte(token))
	return sum[:]
}

// newSession is a row of sessions about to be written.
type newSession struct {
	accountID, orgID, personID int64
	role                       access.Role
	method, device             string
	several                    bool
}

func (s *Service) start(ctx context.Context, n newSession) (token string, err error) {
	token = NewToken()
	now := s.Clock.Now()
	_, err = s.DB.Pool().Exec(ctx, `
		INSERT INTO sessions (token_hash, account_id, org_id, person_id, role, method, created_at, last_seen_at, expires_at, device, several_orgs)
		VALUES ($1, nullif($2, 0), nullif($3, 0), nullif($4, 0), $5, $6, $7, $7, $8, $9, $10)`,
		Hash(token), n.accountID, n.orgID, n.personID, n.role, n.method, now, now.Add(AbsoluteTimeout), n.device, n.several)
	if err != nil {
		return "", fmt.Errorf("starting a session: %w", err)
	}
	return token, nil
}

// SignOut ends the session.
func (s *Service) SignOut(ctx context.Context, tokenHash []byte) error {
	if _, err := s.DB.Pool().Exec(ctx, `DELETE FROM sessions WHERE token_hash = $1`, tokenHash); err != nil {
		return fmt.Errorf("signing out: %w", err)
	}
	return nil
}

// SignOutEverywhere ends every session of the account; except one when keep is its hash.
func (s *Service) SignOutEverywhere(ctx context.Context, accountID int64, keep []byte) error {
	_, err := s.DB.Pool().Exec(ctx, `DELETE FROM sessions WHERE account_id = $1 AND ($2::bytea IS NULL OR token_hash <> $2)`, accountID, keep)
	if err != nil {
		return fmt.Errorf("signing out everywhere: %w", err)
	}
	return nil
}

// OpenSession is one of an account's sessions as its owner sees it.
type OpenSession struct {
	Device    string
	CreatedAt time.Time
	SeenAt    time.Time
	Current   bool
}

// Sessions lists the account's open sessions, the latest used first.
func (s *Service) Sessions(ctx context.Context, accountID int64, current []byte) ([]OpenSession, error) {
	now := s.Clock.Now()
	rows, _ := s.DB.Pool().Query(ctx, `
		SELECT device, created_at, last_seen_at AS seen_at, token_hash = $2 AS current FROM sessions
		WHERE account_id = $1 AND expires_at > $3 AND last_seen_at > $4 ORDER BY last_seen_at DESC LIMIT 50`,
		accountID, current, now, now.Add(-IdleTimeout))
	open, err := pgx.CollectRows(rows, pgx.RowToStructByName[OpenSession])
	if err != nil {
		return nil, fmt.Errorf("listing sessions: %w", err)
	}
	return open, nil
}

// ChooseRole makes the session act in another of the person's roles (handbook 2, rule 2). A role that the person does not
// hold today is Forbidden.
func (s *Service) ChooseRole(ctx context.Context, tokenHash []byte, role access.Role) error {
	_, who, err := s.Load(ctx, tokenHash)
	if err != nil {
		return err
	}
	if !slices.Contains(who.Roles, role) {
		return fail.New(fail.Forbidden, "error.forbidden")
	}
	if _, err := s.DB.Pool().Exec(ctx, `UPDATE sessions SET role = $2 WHERE token_hash = $1`, tokenHash, role); err != nil {
		return fmt.Errorf("choosing a role: %w", err)
	}
	return nil
}

// ChooseOrganisation moves the session to another organisation where the account is somebody. Any other is NotFound.
func (s *Service) ChooseOrganisation(ctx context.Context, tokenHash []byte, orgID int64) error {
	ses, _, err := s.Load(ctx, tokenHash)
	if err != nil {
		return err
	}
	all, err := s.Memberships(ctx, ses.AccountID)
	if err != nil {
		return err
	}
	for _, m := range all {
		if m.OrgID == orgID {
			_, err := s.DB.Pool().Exec(ctx, `UPDATE sessions SET org_id = $2, person_id = $3, role = '' WHERE token_hash = $1`, tokenHash, orgID, m.PersonID)
			if err != nil {
				return fmt.Errorf("choosing an organisation: %w", err)
			}
			return nil
		}
	}
	return fail.New(fail.NotFound, "error.not_found")
}

// Sweep removes what has run out: sessions, reset links and the traces of sign-in attempts.
func (s *Service) Sweep(ctx context.Context) error {
	now := s.Clock.Now()
	var b pgx.Batch
	b.Queue(`DELETE FROM sessions WHERE expires_at <= $1 OR last_seen_at <= $2`, now, now.Add(-IdleTimeout))
	b.Queue(`DELETE FROM password_resets WHERE expires_at <= $1`, now)
	b.Queue(`DELETE FROM sign_in_attempts WHERE at < $1`, now.Add(-24*time.Hour))
	if err := s.DB.Pool().SendBatch(ctx, &b).Close(); err != nil {
		return fmt.Errorf("sweeping sessions: %w", err)
	}
	return nil
}
