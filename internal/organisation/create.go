package organisation

import (
	"context"
	"fmt"
	"strconv"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// NewOrganisation is what an organisation begins with.
type NewOrganisation struct {
	Name      string
	Demo      bool
	Palette   string    // "" : the first of Palettes
	Agreement Agreement // EffectiveAt may be left to HR (Unchosen): it has no silent default (SKR: write clearly which)
}

// CreateOrganisation makes an organisation with its first agreement and returns its id. It belongs to set-up: the command
// line, the demo and the tests call it, no page does, so it asks nobody; the log names the system. A name that is taken is
// refused as Conflict, a missing name or an agreement that does not add up as Invalid.
func CreateOrganisation(ctx context.Context, d *db.DB, c clock.Clock, n NewOrganisation) (int64, error) {
	n.Name = CleanName(n.Name)
	if n.Palette == "" {
		n.Palette = Palettes[0]
	}
	var f fail.Form
	checkProfile(&f, n.Name, n.Palette)
	checked := n.Agreement
	if !checked.Chosen() {
		checked.EffectiveAt = AtMeetingEnd
	}
	checked.check(&f)
	if err := f.Err(); err != nil {
		return 0, err
	}
	var id int64
	err := d.InOrg(ctx, 0, func(tx *db.OrgTx) error { // no organisation yet: the transaction enters it as soon as it exists
		rows, err := tx.Query(ctx, `
			INSERT INTO organisations (name, demo, palette, created_at) VALUES ($1, $2, $3, $4)
			ON CONFLICT ON CONSTRAINT organisations_name_key DO NOTHING RETURNING id`, n.Name, n.Demo, n.Palette, c.Now())
		if err != nil {
			return err
		}
		for rows.Next() {
			if err := rows.Scan(&id); err != nil {
				return err
			}
		}
		if err := rows.Err(); err != nil {
			return fmt.Errorf("creating the organisation: %w", err)
		}
		if id == 0 {
			return fail.New(fail.Conflict, "organisation.error.name_taken", "Name", n.Name)
		}
		if _, err := tx.Exec(ctx, `SELECT set_config('app.org_id', $1, true)`, strconv.FormatInt(id, 10)); err != nil {
			return err
		}
		tx.OrgID = id
		if err := saveAgreement(ctx, tx, n.Agreement, c.Now()); err != nil {
			return err
		}
		return audit.Write(ctx, tx, access.Actor{OrgID: id}, c.Now(), audit.Event{Kind: "organisation.created",
			Detail: map[string]string{"name": n.Name, "agreement_from": n.Agreement.ValidFrom.String()}})
	})
	return id, err
}

// Named returns the id of the organisation with the name, for the command line; no such name is NotFound.
func Named(ctx context.Context, d *db.DB, name string) (int64, error) {
	var ids []int64
	var b db.Batch
	db.Scalars(&b, &ids, `SELECT id FROM organisations WHERE lower(name) = lower($1)`, CleanName(name))
	if err := d.ReadOrg(ctx, 0, &b); err != nil {
		return 0, err
	}
	if len(ids) == 0 {
		return 0, fail.New(fail.NotFound, "organisation.error.unknown", "Name", name)
	}
	return ids[0], nil
}
