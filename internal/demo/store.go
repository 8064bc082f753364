package demo

import (
	"context"
	"fmt"
	"strconv"

	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/learning"
	"samverka/internal/organisation"
)

// store puts the sketch into the organisation, in one transaction.
func (s *sketch) store(ctx context.Context, d *db.DB, c clock.Clock, org int64) error {
	setup := organisation.Setup{Clock: c, MailDomain: s.mailDomain}
	groups := make([]organisation.GroupRow, len(s.groups))
	for i, g := range s.groups {
		groups[i] = g.GroupRow
	}
	err := d.InOrg(ctx, org, func(tx *db.OrgTx) error {
		if err := s.storePeople(ctx, tx); err != nil {
			return err
		}
		units, later := s.apart()
		if err := setup.Units(ctx, tx, units); err != nil {
			return err
		}
		if err := s.employ(ctx, tx); err != nil {
			return err
		}
		if err := setup.Unions(ctx, tx, s.unions); err != nil {
			return err
		}
		if err := setup.Groups(ctx, tx, groups); err != nil {
			return err
		}
		if err := setup.Mandates(ctx, tx, s.mandates); err != nil {
			return err
		}
		if err := learning.Run(ctx, tx, s.settled().At(9, 0)); err != nil {
			return err
		}
		return setup.Units(ctx, tx, later)
	})
	if err != nil {
		return fmt.Errorf("storing %s: %w", s.name, err)
	}
	return nil
}

// storePeople adds all people at once: thousands, one statement.
func (s *sketch) storePeople(ctx context.Context, tx *db.OrgTx) error {
	codes := map[string]string{}
	for code, name := range s.personas {
		codes[name] = code
	}
	n := len(s.people)
	name, sorted, email, code := make([]string, n), make([]string, n), make([]string, n), make([]string, n)
	taken := map[string]bool{}
	for i, p := range s.people {
		name[i], sorted[i] = p.name, organisation.SortName(p.name)
		email[i] = organisation.MailName(p.name)
		for k := 2; taken[email[i]]; k++ {
			email[i] = organisation.MailName(p.name) + strconv.Itoa(k)
		}
		taken[email[i]] = true
		email[i] += "@" + s.mailDomain
		if code[i] = codes[p.name]; code[i] == "" {
			code[i] = fmt.Sprintf("A%05d", i+1)
		}
	}
	_, err := tx.Exec(ctx, `
		INSERT INTO people (name, sort_name, email, code)
		SELECT x.name, x.sorted, x.email, x.code FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) WITH ORDINALITY x (name, sorted, email, code, n) ORDER BY x.n`,
		name, sorted, email, code)
	return err
}

// employ says where everybody works, once the units are there.
func (s *sketch) employ(ctx context.Context, tx *db.OrgTx) error {
	name, unit := make([]string, len(s.people)), make([]string, len(s.people))
	for i, p := range s.people {
		name[i], unit[i] = p.name, p.unit
	}
	_, err := tx.Exec(ctx, `
		UPDATE people p SET unit_id = u.id FROM unnest($1::text[], $2::text[]) x (name, unit) JOIN units u ON u.name = x.unit
		WHERE p.name = x.name`, name, unit)
	return err
}
