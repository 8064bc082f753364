package organisation

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// agreementOn reads the agreement of day $1 in the unit $2 or the group $3 (0: not asked for).
var agreementOn = `SELECT ` + AgreementColumns + ` FROM agreement_on($1, CASE WHEN $3 <> 0 THEN group_path($3)
	ELSE coalesce((SELECT ancestors FROM units WHERE id = $2), '{}') END, $3)`

// Scope is a part of the organisation that the agreement is asked for in: a group, or else a unit, or else the whole.
type Scope struct{ UnitID, GroupID int64 }

// AgreementOn is the agreement whose parameters hold on day in the scope, as Rulebook.On says. An organisation without any
// is refused as Invalid.
func AgreementOn(ctx context.Context, tx *db.OrgTx, day clock.Date, in Scope) (Agreement, error) {
	rows, err := tx.Query(ctx, agreementOn, day, in.UnitID, in.GroupID)
	if err != nil {
		return Agreement{}, fmt.Errorf("reading the agreement: %w", err)
	}
	a, err := pgx.CollectExactlyOneRow(rows, pgx.RowToStructByName[Agreement])
	if errors.Is(err, pgx.ErrNoRows) {
		return Agreement{}, errNoAgreement()
	}
	return a, err
}

// QueueAgreement queues what AgreementOn reads.
func QueueAgreement(b *db.Batch, dst *Agreement, day clock.Date, in Scope) {
	db.One(b, dst, errNoAgreement(), agreementOn, day, in.UnitID, in.GroupID)
}

func errNoAgreement() error { return fail.New(fail.Invalid, "agreement.error.none") }

// saveAgreement stores the row, in place of one from the same date.
func saveAgreement(ctx context.Context, tx *db.OrgTx, a Agreement, at time.Time) error {
	names, values := []string{"valid_from", "created_at"}, []any{a.ValidFrom, at}
	var places, sets []string
	for _, p := range Parameters {
		names, values = append(names, p.Name), append(values, p.Value(a))
		sets = append(sets, p.Name+" = excluded."+p.Name)
	}
	for i := range names {
		places = append(places, fmt.Sprintf("$%d", i+1))
	}
	_, err := tx.Exec(ctx, `INSERT INTO agreements (`+strings.Join(names, ", ")+`) VALUES (`+strings.Join(places, ", ")+`)
		ON CONFLICT ON CONSTRAINT agreements_valid_from_key DO UPDATE SET `+strings.Join(sets, ", "), values...)
	if err != nil {
		return fmt.Errorf("saving the agreement: %w", err)
	}
	return nil
}

// saveArrangement stores the place's arrangement, in place of one from the same date.
func saveArrangement(ctx context.Context, tx *db.OrgTx, o Arrangement, at time.Time) error {
	_, err := tx.Exec(ctx, `INSERT INTO arrangements (unit_id, group_id, valid_from, terms, created_at) VALUES (nullif($1::bigint, 0), nullif($2::bigint, 0), $3, $4, $5)
		ON CONFLICT ON CONSTRAINT arrangements_valid_from_key DO UPDATE SET terms = excluded.terms`, o.UnitID, o.GroupID, o.ValidFrom, o.Terms, at)
	if err != nil {
		return fmt.Errorf("saving an arrangement: %w", err)
	}
	return nil
}
