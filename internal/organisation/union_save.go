package organisation

import (
	"context"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// SaveUnion adds the union or changes it (u.ID 0: a new one), and returns its id. The dates of the samverkansavtal are per
// union: outside them the union is negotiated with by itself (MBL 11 §), and without a collective agreement by MBL 13 §.
// Invalid, Conflict and NotFound as for SaveUnit.
func (s *Service) SaveUnion(ctx context.Context, who access.Actor, u Union) (int64, error) {
	if err := who.Require(access.OrganisationWrite); err != nil {
		return 0, err
	}
	id := u.ID
	err := s.write(ctx, who, func(tx *db.OrgTx) (audit.Event, error) {
		var f fail.Form
		u.Name = checkName(&f, "name", u.Name)
		if !u.AgreementFrom.IsZero() && !u.AgreementUntil.IsZero() && u.AgreementUntil.Before(u.AgreementFrom) {
			f.Add("agreement_until", "organisation.error.dates_in_order")
		}
		var taken bool
		if err := tx.QueryRow(ctx, `SELECT EXISTS (SELECT FROM unions WHERE lower(name) = lower($1) AND id <> $2)`, u.Name, u.ID).Scan(&taken); err != nil {
			return audit.Event{}, err
		}
		if taken {
			f.Add("name", "organisation.error.union_taken", "Name", u.Name)
		}
		if err := f.Err(); err != nil {
			return audit.Event{}, err
		}
		e := audit.Event{Kind: "organisation.union_saved", Detail: map[string]string{"name": u.Name, "from": u.AgreementFrom.String(), "until": u.AgreementUntil.String()}}
		if u.ID == 0 {
			return e, tx.QueryRow(ctx, `INSERT INTO unions (name, agreement_from, agreement_until, collective_agreement)
				VALUES ($1, $2, $3, $4) RETURNING id`, u.Name, u.AgreementFrom, u.AgreementUntil, u.CollectiveAgreement).Scan(&id)
		}
		return e, update(ctx, tx, "unions", u.ID, u.Version, `name = $3, agreement_from = $4, agreement_until = $5, collective_agreement = $6`,
			u.Name, u.AgreementFrom, u.AgreementUntil, u.CollectiveAgreement)
	})
	return id, err
}

// CloseUnion closes the union from the given day on; the zero date opens it again.
func (s *Service) CloseUnion(ctx context.Context, who access.Actor, id int64, version string, on clock.Date) error {
	if err := who.Require(access.OrganisationWrite); err != nil {
		return err
	}
	return s.write(ctx, who, func(tx *db.OrgTx) (audit.Event, error) {
		return closeRow(ctx, tx, "unions", "organisation.union_closed", id, version, on)
	})
}
