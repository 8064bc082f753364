package organisation

import (
	"context"
	"fmt"

	"samverka/internal/clock"
	"samverka/internal/db"
)

// Setup lays an organisation out by names: for the demo, the tests and a first start. Each call adds what is missing and
// brings what is there to what the rows say, so it may be called again and again; it closes nothing. People who are named
// and not there are added. It asks nobody and logs nothing: no page reaches it. An unknown name is an ordinary error that
// names it, since it is the caller's mistake.
type Setup struct {
	Clock      clock.Clock
	MailDomain string // of the addresses made for people without one; "" : example.se
}

// UnitRow is a unit; what is left empty stays as it is.
type UnitRow struct {
	Name      string
	Parent    string // may stand later among the rows
	Manager   string
	Headcount int
	Code      string
}

// UnionRow is a union. Collective agreement is the ordinary case.
type UnionRow struct {
	Name           string
	AgreementFrom  clock.Date
	AgreementUntil clock.Date // last day
	NoCollective   bool
}

// GroupRow is a group.
type GroupRow struct {
	Name            string
	Level           string
	Units           []string // all units of the group
	Chair           string
	Parent          string // may stand later among the rows
	SafetyCommittee bool
}

// MandateRow is a mandate. The same person, role, union, group and unit again means the same mandate, with new dates.
type MandateRow struct {
	Person string
	Role   string // one of MandateRoles
	Union  string
	Group  string
	Unit   string
	From   clock.Date // zero: the first day of the first agreement
	Until  clock.Date // last day; zero: until further notice
}

// PersonRow is a person; an empty Email becomes one made from the name, and Code and Unit stay as they are when empty.
type PersonRow struct {
	Name  string
	Email string
	Unit  string
	Code  string
}

// Agreement stores the agreement's parameters from its ValidFrom on, in place of those that began the same day.
func (s Setup) Agreement(ctx context.Context, tx *db.OrgTx, a Agreement) error {
	return saveAgreement(ctx, tx, a, s.Clock.Now())
}

// OwnRow is a place's own arrangement: the parameters named, with their values in Agreement.
type OwnRow struct {
	Unit      string // or
	Group     string
	Names     []string
	Agreement Agreement // ValidFrom, and the values
}

// Own stores arrangements, each in place of the place's from the same day.
func (s Setup) Own(ctx context.Context, tx *db.OrgTx, rows []OwnRow) error {
	known, err := readNames(ctx, tx)
	if err != nil {
		return err
	}
	for _, r := range rows {
		e := AgreementEdit{Scope: Scope{known.units[CleanName(r.Unit)], known.groups[CleanName(r.Group)]}, Agreement: r.Agreement, Own: r.Names}
		if (e.UnitID == 0) == (e.GroupID == 0) {
			return fmt.Errorf("no place is called %q", r.Unit+r.Group)
		}
		if err := saveArrangement(ctx, tx, Arrangement{UnitID: e.UnitID, GroupID: e.GroupID, ValidFrom: r.Agreement.ValidFrom, Terms: e.terms()}, s.Clock.Now()); err != nil {
			return err
		}
	}
	return nil
}

// Units adds or changes units.
func (s Setup) Units(ctx context.Context, tx *db.OrgTx, rows []UnitRow) error {
	var managers []PersonRow
	for _, r := range rows {
		if r.Manager != "" {
			managers = append(managers, PersonRow{Name: r.Manager})
		}
	}
	if err := s.People(ctx, tx, managers); err != nil {
		return err
	}
	people, err := personIDs(ctx, tx, nil)
	if err != nil {
		return err
	}
	units, err := unitIDs(ctx, tx)
	if err != nil {
		return err
	}
	for _, r := range rows {
		name := CleanName(r.Name)
		if units[name], err = upsertUnit(ctx, tx, units[name], name, r, people[CleanName(r.Manager)]); err != nil {
			return err
		}
	}
	for _, r := range rows {
		if r.Parent == "" {
			continue
		}
		parent, ok := units[CleanName(r.Parent)]
		if !ok {
			return fmt.Errorf("unit %q: no unit is called %q", r.Name, r.Parent)
		}
		if _, err := tx.Exec(ctx, `UPDATE units SET parent_id = $2 WHERE id = $1`, units[CleanName(r.Name)], parent); err != nil {
			return err
		}
	}
	return refreshAncestors(ctx, tx)
}

func upsertUnit(ctx context.Context, tx *db.OrgTx, id int64, name string, r UnitRow, manager int64) (int64, error) {
	if id == 0 {
		err := tx.QueryRow(ctx, `INSERT INTO units (name, code, manager_id, headcount)
			VALUES ($1, nullif($2, ''), nullif($3, 0), nullif($4, 0)) RETURNING id`, name, r.Code, manager, r.Headcount).Scan(&id)
		return id, err
	}
	_, err := tx.Exec(ctx, `UPDATE units SET code = coalesce(nullif($2, ''), code), manager_id = coalesce(nullif($3, 0), manager_id),
		headcount = coalesce(nullif($4, 0), headcount) WHERE id = $1`, id, r.Code, manager, r.Headcount)
	return id, err
}

// Unions adds or changes unions.
func (s Setup) Unions(ctx context.Context, tx *db.OrgTx, rows []UnionRow) error {
	for _, r := range rows {
		if _, err := tx.Exec(ctx, `
			INSERT INTO unions (name, agreement_from, agreement_until, collective_agreement) VALUES ($1, $2, $3, $4)
			ON CONFLICT ON CONSTRAINT unions_name_key DO UPDATE SET agreement_from = excluded.agreement_from,
				agreement_until = excluded.agreement_until, collective_agreement = excluded.collective_agreement, closed_on = NULL`,
			CleanName(r.Name), r.AgreementFrom, r.AgreementUntil, !r.NoCollective); err != nil {
			return fmt.Errorf("union %q: %w", r.Name, err)
		}
	}
	return nil
}

// Groups adds or changes groups; a group's units become those of its row.
func (s Setup) Groups(ctx context.Context, tx *db.OrgTx, rows []GroupRow) error {
	var chairs []PersonRow
	for _, r := range rows {
		if r.Chair != "" {
			chairs = append(chairs, PersonRow{Name: r.Chair})
		}
	}
	if err := s.People(ctx, tx, chairs); err != nil {
		return err
	}
	known, err := readNames(ctx, tx)
	if err != nil {
		return err
	}
	for _, r := range rows {
		id, err := upsertGroup(ctx, tx, r, known)
		if err != nil {
			return fmt.Errorf("group %q: %w", r.Name, err)
		}
		known.groups[CleanName(r.Name)] = id
	}
	for _, r := range rows {
		if r.Parent == "" {
			continue
		}
		parent, ok := known.groups[CleanName(r.Parent)]
		if !ok {
			return fmt.Errorf("group %q: no group is called %q", r.Name, r.Parent)
		}
		if _, err := tx.Exec(ctx, `UPDATE groups SET parent_id = $2 WHERE id = $1`, known.groups[CleanName(r.Name)], parent); err != nil {
			return err
		}
	}
	return nil
}

func upsertGroup(ctx context.Context, tx *db.OrgTx, r GroupRow, known names) (id int64, err error) {
	units := make([]int64, len(r.Units))
	for i, u := range r.Units {
		var ok bool
		if units[i], ok = known.units[CleanName(u)]; !ok {
			return 0, fmt.Errorf("no unit is called %q", u)
		}
	}
	err = tx.QueryRow(ctx, `
		INSERT INTO groups (name, level, chair_id, safety_committee) VALUES ($1, $2, nullif($3, 0), $4)
		ON CONFLICT ON CONSTRAINT groups_name_key DO UPDATE SET level = excluded.level,
			chair_id = coalesce(excluded.chair_id, groups.chair_id), safety_committee = excluded.safety_committee, closed_on = NULL
		RETURNING id`, CleanName(r.Name), r.Level, known.people[CleanName(r.Chair)], r.SafetyCommittee).Scan(&id)
	if err != nil {
		return 0, err
	}
	return id, setGroupUnits(ctx, tx, id, units)
}

// setGroupUnits makes units the group's units, no more and no fewer.
func setGroupUnits(ctx context.Context, tx *db.OrgTx, group int64, units []int64) error {
	if units == nil {
		units = []int64{}
	}
	if _, err := tx.Exec(ctx, `DELETE FROM group_units WHERE group_id = $1 AND NOT unit_id = ANY($2)`, group, units); err != nil {
		return err
	}
	_, err := tx.Exec(ctx, `INSERT INTO group_units (group_id, unit_id) SELECT $1, unnest($2::bigint[]) ON CONFLICT DO NOTHING`, group, units)
	return err
}
