package identity

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"

	"samverka/internal/fail"
)

// Method is a way to prove who one is. The password is one; single sign-on will be others: each ends in the id of an
// account, and Enter makes the session.
type Method interface {
	// Name is kept in the session: "password".
	Name() string
	// Prove returns the account that the answers prove, or an Invalid refusal that does not say which answer was wrong.
	Prove(ctx context.Context, answers map[string]string, visit Visit) (accountID int64, err error)
}

// Enter starts a session for an account that a method has proven, and returns its token. With one organisation to enter,
// the session is there at once; with several, the person chooses. With none it is Invalid.
func (s *Service) Enter(ctx context.Context, accountID int64, method string, visit Visit) (token string, err error) {
	in, err := s.Memberships(ctx, accountID)
	if err != nil {
		return "", err
	}
	n := newSession{accountID: accountID, method: method, device: visit.Device, several: len(in) > 1}
	switch len(in) {
	case 0:
		return "", fail.New(fail.Invalid, "identity.signin.nobody")
	case 1:
		n.orgID, n.personID = in[0].OrgID, in[0].PersonID
	}
	return s.start(ctx, n)
}

// SignIn proves who one is by address and password and starts a session. A wrong pair, a closed account and too many
// attempts are Invalid; the first two say the same.
func (s *Service) SignIn(ctx context.Context, email, password string, visit Visit) (token string, err error) {
	return s.SignInBy(ctx, Password{s}, map[string]string{"email": email, "password": password}, visit)
}

// SignInBy is SignIn by any method.
func (s *Service) SignInBy(ctx context.Context, m Method, answers map[string]string, visit Visit) (token string, err error) {
	account, err := m.Prove(ctx, answers, visit)
	if err != nil {
		return "", err
	}
	return s.Enter(ctx, account, m.Name(), visit)
}

// Password is the method of accounts with an address and a password of their own.
type Password struct{ s *Service }

// Name implements Method.
func (Password) Name() string { return "password" }

// Prove implements Method; the answers are email and password.
func (p Password) Prove(ctx context.Context, answers map[string]string, visit Visit) (int64, error) {
	email := normalise(answers["email"])
	together, alone := attemptKey("signin", email, visit.Address), attemptKey("signin", email)
	if err := p.s.count(ctx, together, failsTogether); err != nil {
		return 0, err
	}
	if err := p.s.count(ctx, alone, failsAccount); err != nil {
		return 0, err
	}
	a, err := p.s.findAccount(ctx, email)
	if err != nil && !errors.Is(err, pgx.ErrNoRows) {
		return 0, fmt.Errorf("finding an account: %w", err)
	}
	if !p.s.hasher().matches(answers["password"], a.PasswordHash) || a.Disabled {
		return 0, fail.New(fail.Invalid, "identity.signin.wrong")
	}
	return a.ID, p.s.forgive(ctx, together, alone)
}
