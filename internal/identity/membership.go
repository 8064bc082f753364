package identity

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"

	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// Membership is one organisation where an account is somebody.
type Membership struct {
	OrgID    int64
	OrgName  string
	PersonID int64
	Name     string
}

// Memberships lists the organisations that the account may enter, by name.
func (s *Service) Memberships(ctx context.Context, accountID int64) ([]Membership, error) {
	if accountID == 0 {
		return nil, nil
	}
	return acrossOrgs[Membership](ctx, s, `
		SELECT p.org_id, o.name AS org_name, p.id AS person_id, p.name FROM people p JOIN organisations o ON o.id = p.org_id
		WHERE  p.account_id = $1 AND p.org_id = current_org() AND (p.closed_on IS NULL OR p.closed_on > $2) ORDER BY p.id LIMIT 1`,
		accountID, clock.Today(s.Clock))
}

// Link makes the account the way in for the person. The person's earlier way in, if any, no longer leads there.
func (s *Service) Link(ctx context.Context, orgID, personID, accountID int64) error {
	return s.DB.InOrg(ctx, orgID, func(tx *db.OrgTx) error {
		return tx.Exec1(ctx, `UPDATE people SET account_id = $2 WHERE org_id = current_org() AND id = $1`, personID, accountID)
	})
}

// linkByEmail makes the account the way in for every person with its address, in each organisation, who has none yet. The
// caller has seen proof that the account's owner reads mail sent to the address.
func (s *Service) linkByEmail(ctx context.Context, accountID int64, email string) error {
	orgs, err := s.organisationIDs(ctx)
	if err != nil {
		return err
	}
	for _, org := range orgs {
		err := s.DB.InOrg(ctx, org, func(tx *db.OrgTx) error {
			_, err := tx.Exec(ctx, `UPDATE people SET account_id = $1 WHERE org_id = current_org() AND email = $2 AND account_id IS NULL`, accountID, email)
			return err
		})
		if err != nil {
			return fmt.Errorf("linking an account in organisation %d: %w", org, err)
		}
	}
	return nil
}

// knownAddress reports whether some organisation knows a person of today with the address.
func (s *Service) knownAddress(ctx context.Context, email string) (bool, error) {
	type row struct{ PersonID int64 }
	found, err := acrossOrgs[row](ctx, s, `
		SELECT id AS person_id FROM people WHERE org_id = current_org() AND email = $1 AND (closed_on IS NULL OR closed_on > $2)`,
		email, clock.Today(s.Clock))
	return len(found) > 0, err
}

// accountRow is an account as sign-in needs it.
type accountRow struct {
	ID           int64
	PasswordHash string
	Disabled     bool
}

func (s *Service) findAccount(ctx context.Context, email string) (accountRow, error) {
	rows, _ := s.DB.Pool().Query(ctx, `
		SELECT id, coalesce(password_hash, '') AS password_hash, disabled_at IS NOT NULL AS disabled FROM accounts WHERE email = $1`, email)
	return pgx.CollectExactlyOneRow(rows, pgx.RowToStructByName[accountRow])
}

// Logo is the organisation's own mark and its media type; NotFound when it has none.
func (s *Service) Logo(ctx context.Context, orgID int64) (data []byte, kind string, err error) {
	err = s.DB.Pool().QueryRow(ctx, `SELECT logo, coalesce(logo_type, '') FROM organisations WHERE id = $1 AND logo IS NOT NULL`, orgID).Scan(&data, &kind)
	if errors.Is(err, pgx.ErrNoRows) || err == nil && kind == "" {
		return nil, "", fail.New(fail.NotFound, "error.not_found")
	}
	if err != nil {
		return nil, "", fmt.Errorf("reading a logo: %w", err)
	}
	return data, kind, nil
}
