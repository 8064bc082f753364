package organisation

import (
	"context"
	"fmt"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/privacy"
)

// UnitForm is a unit as a form writes it: parent and manager in words.
type UnitForm struct {
	ID        int64 // 0: a new one
	Version   string
	Name      string
	Code      string
	Parent    string // name or code; empty: at the top
	Manager   string // name, e-mail address or employee number
	Headcount int
}

// SaveUnit adds the unit or changes it, and returns its id. What the form gets wrong is Invalid with field messages, a unit
// that somebody changed meanwhile is Conflict, one that is not there NotFound.
func (s *Service) SaveUnit(ctx context.Context, who access.Actor, in UnitForm) (int64, error) {
	if err := who.Require(access.OrganisationWrite); err != nil {
		return 0, err
	}
	id := in.ID
	err := s.write(ctx, who, func(tx *db.OrgTx) (audit.Event, error) {
		var f fail.Form
		r := resolver{tx, s.today(), &f}
		in.Name, in.Code = checkName(&f, "name", in.Name), CleanName(in.Code)
		if privacy.HasPersonnummer(in.Code) {
			f.Add("code", "organisation.error.personal_number")
		}
		if in.Headcount < 0 || in.Headcount > 1_000_000 {
			f.Add("headcount", "organisation.error.headcount")
		}
		parent, err := r.unit(ctx, "parent", in.Parent)
		if err != nil {
			return audit.Event{}, err
		}
		manager, err := r.person(ctx, "manager", in.Manager)
		if err != nil {
			return audit.Event{}, err
		}
		if err := checkUnitPlace(ctx, tx, &f, in, parent); err != nil {
			return audit.Event{}, err
		}
		if err := f.Err(); err != nil {
			return audit.Event{}, err
		}
		if id, err = saveUnit(ctx, tx, in, parent, manager); err != nil {
			return audit.Event{}, err
		}
		return audit.Event{Kind: "organisation.unit_saved", Detail: map[string]string{"name": in.Name, "manager": in.Manager, "parent": in.Parent}},
			refreshAncestors(ctx, tx)
	})
	return id, err
}

// checkUnitPlace refuses a cycle, a namesake beside it and a code that another unit has.
func checkUnitPlace(ctx context.Context, tx *db.OrgTx, f *fail.Form, in UnitForm, parent int64) error {
	var cycle, namesake, code bool
	err := tx.QueryRow(ctx, `
		SELECT $1 <> 0 AND EXISTS (SELECT FROM units WHERE id = $2 AND $1 = ANY(ancestors)),
		       EXISTS (SELECT FROM units WHERE lower(name) = lower($3) AND coalesce(parent_id, 0) = $2 AND id <> $1 AND closed_on IS NULL),
		       $4 <> '' AND EXISTS (SELECT FROM units WHERE code = $4 AND id <> $1)`,
		in.ID, parent, in.Name, in.Code).Scan(&cycle, &namesake, &code)
	if err != nil {
		return fmt.Errorf("checking the unit's place: %w", err)
	}
	if cycle {
		f.Add("parent", "organisation.error.unit_cycle")
	}
	if namesake {
		f.Add("name", "organisation.error.unit_namesake", "Name", in.Name)
	}
	if code {
		f.Add("code", "organisation.error.unit_code_taken")
	}
	return nil
}

func saveUnit(ctx context.Context, tx *db.OrgTx, in UnitForm, parent, manager int64) (id int64, err error) {
	if in.ID == 0 {
		err = tx.QueryRow(ctx, `INSERT INTO units (name, code, parent_id, manager_id, headcount)
			VALUES ($1, nullif($2, ''), nullif($3, 0), nullif($4, 0), nullif($5, 0)) RETURNING id`,
			in.Name, in.Code, parent, manager, in.Headcount).Scan(&id)
		return id, err
	}
	return in.ID, update(ctx, tx, "units", in.ID, in.Version, `name = $3, code = nullif($4, ''), parent_id = nullif($5, 0),
		manager_id = nullif($6, 0), headcount = nullif($7, 0)`, in.Name, in.Code, parent, manager, in.Headcount)
}

// CloseUnit closes the unit from the given day on; the zero date opens it again. Nothing is deleted: matters and minutes
// keep it. A unit with open units below it is refused as Invalid.
func (s *Service) CloseUnit(ctx context.Context, who access.Actor, id int64, version string, on clock.Date) error {
	if err := who.Require(access.OrganisationWrite); err != nil {
		return err
	}
	return s.write(ctx, who, func(tx *db.OrgTx) (audit.Event, error) {
		var below int
		if err := tx.QueryRow(ctx, `SELECT count(*) FROM units WHERE parent_id = $1 AND (closed_on IS NULL OR closed_on > $2)`, id, on).Scan(&below); err != nil {
			return audit.Event{}, err
		}
		if below > 0 && !on.IsZero() {
			return audit.Event{}, fail.New(fail.Invalid, "organisation.error.unit_has_children", "Count", below)
		}
		return closeRow(ctx, tx, "units", "organisation.unit_closed", id, version, on)
	})
}
