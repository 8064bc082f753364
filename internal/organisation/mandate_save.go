package organisation

import (
	"context"
	"slices"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// MandateForm is a mandate as a form writes it. A person who is not in the register is added when both name and address
// are given: a union's own officer is in no HR system.
type MandateForm struct {
	ID      int64 // 0: a new one
	Version string
	Person  string // name, e-mail address or employee number
	Email   string // for a person who is new
	Role    string // one of MandateRoles
	Union   string
	Group   string
	Unit    string
	From    clock.Date
	Until   clock.Date // last day; zero: until further notice
	Reason  string     // why although a rule warned
}

// SaveMandate adds the mandate or changes it, and returns its id. Only an administrator gives or changes an
// administrator's (Forbidden). The same mandate twice for one time is Invalid; otherwise as for SaveUnit.
func (s *Service) SaveMandate(ctx context.Context, who access.Actor, in MandateForm) (int64, error) {
	if err := who.Require(access.OrganisationWrite); err != nil {
		return 0, err
	}
	id := in.ID
	err := s.write(ctx, who, func(tx *db.OrgTx) (audit.Event, error) {
		var f fail.Form
		in.check(&f)
		m, err := s.resolveMandate(ctx, tx, &f, in)
		if err != nil {
			return audit.Event{}, err
		}
		if err := s.adminOnly(ctx, tx, who, in); err != nil {
			return audit.Event{}, err
		}
		if err := checkMandateTwice(ctx, tx, &f, m); err != nil {
			return audit.Event{}, err
		}
		if err := f.Err(); err != nil {
			return audit.Event{}, err
		}
		if err := s.seatsLeft(ctx, tx, m, in.Reason); err != nil {
			return audit.Event{}, err
		}
		if id, err = saveMandate(ctx, tx, m, in); err != nil {
			return audit.Event{}, err
		}
		return audit.Event{Kind: "organisation.mandate_saved", Detail: map[string]string{"person": in.Person, "role": in.Role, "union": in.Union,
			"group": in.Group, "unit": in.Unit, "from": in.From.String(), "until": in.Until.String(), "reason": in.Reason}}, nil
	})
	return id, err
}

// check notes what does not add up without asking the database.
func (in *MandateForm) check(f *fail.Form) {
	in.Person, in.Email = checkName(f, "person", in.Person), checkEmail(f, "email", in.Email)
	if !slices.Contains(MandateRoles, in.Role) {
		f.Add("role", "organisation.error.role")
	}
	if OfUnion(in.Role) && CleanName(in.Union) == "" {
		f.Add("union", "organisation.error.union_needed")
	}
	if OfUnion(in.Role) && CleanName(in.Group) == "" && CleanName(in.Unit) == "" {
		f.Add("group", "organisation.error.group_needed")
	}
	if in.Role == SafetyRep && CleanName(in.Unit) == "" {
		f.Add("unit", "organisation.error.area_needed")
	}
	switch {
	case in.From.IsZero():
		f.Add("from", "organisation.error.from_needed")
	case !in.Until.IsZero() && in.Until.Before(in.From):
		f.Add("until", "organisation.error.dates_in_order")
	}
}

func (s *Service) resolveMandate(ctx context.Context, tx *db.OrgTx, f *fail.Form, in MandateForm) (m Mandate, err error) {
	r := resolver{tx, s.today(), f}
	m = Mandate{ID: in.ID, Role: in.Role, ValidFrom: in.From, ValidUntil: in.Until}
	if m.UnionID, err = r.union(ctx, "union", in.Union); err != nil {
		return m, err
	}
	if m.GroupID, err = r.group(ctx, "group", in.Group); err != nil {
		return m, err
	}
	if m.UnitID, err = r.unit(ctx, "unit", in.Unit); err != nil {
		return m, err
	}
	if in.Email == "" {
		m.PersonID, err = r.person(ctx, "person", in.Person)
		return m, err
	}
	var quiet fail.Form // an address that nobody has is a new person
	m.PersonID, err = resolver{tx, s.today(), &quiet}.person(ctx, "email", in.Email)
	return m, err
}

// adminOnly keeps HR from making itself administrator, and from ending one.
func (s *Service) adminOnly(ctx context.Context, tx *db.OrgTx, who access.Actor, in MandateForm) error {
	if who.Role == access.Admin {
		return nil
	}
	was := in.Role
	if in.ID != 0 && in.Role != Admin {
		if err := tx.QueryRow(ctx, `SELECT coalesce(max(role), '') FROM mandates WHERE id = $1`, in.ID).Scan(&was); err != nil {
			return err
		}
	}
	if was == Admin {
		return fail.New(fail.Forbidden, "organisation.error.admin_only")
	}
	return nil
}

// seatsLeft asks why a union gets more ordinary representatives in the group than the agreement gives it.
func (s *Service) seatsLeft(ctx context.Context, tx *db.OrgTx, m Mandate, reason string) error {
	if m.Role != UnionRep || m.GroupID == 0 || reason != "" {
		return nil
	}
	a, err := AgreementOn(ctx, tx, m.ValidFrom, Scope{GroupID: m.GroupID})
	if err != nil {
		return err
	}
	var taken int
	if err := tx.QueryRow(ctx, `SELECT count(DISTINCT person_id) FROM mandates WHERE role = 'union_rep' AND union_id = $1 AND group_id = $2 AND id <> $3 AND person_id <> $4
		AND valid_from <= coalesce($6, 'infinity'::date) AND coalesce(valid_until, 'infinity') >= $5::date`,
		m.UnionID, m.GroupID, m.ID, m.PersonID, m.ValidFrom, m.ValidUntil).Scan(&taken); err != nil || taken < a.SeatsPerUnion {
		return err
	}
	return fail.NeedReason(reason, []fail.Warning{{Key: "organisation.warn.seats", Args: []any{"Count", a.SeatsPerUnion}, Source: "Avtalet: platser i gruppen"}})
}

func checkMandateTwice(ctx context.Context, tx *db.OrgTx, f *fail.Form, m Mandate) error {
	var twice bool
	err := tx.QueryRow(ctx, `
		SELECT EXISTS (SELECT FROM mandates WHERE person_id = $1 AND role = $2 AND coalesce(union_id, 0) = $3 AND coalesce(group_id, 0) = $4
			AND coalesce(unit_id, 0) = $5 AND id <> $6 AND valid_from <= coalesce($8, 'infinity'::date) AND coalesce(valid_until, 'infinity') >= $7::date)`,
		m.PersonID, m.Role, m.UnionID, m.GroupID, m.UnitID, m.ID, m.ValidFrom, m.ValidUntil).Scan(&twice)
	if twice {
		f.Add("person", "organisation.error.mandate_twice")
	}
	return err
}

func saveMandate(ctx context.Context, tx *db.OrgTx, m Mandate, in MandateForm) (id int64, err error) {
	if m.PersonID == 0 {
		err := tx.QueryRow(ctx, `
			INSERT INTO people (name, sort_name, email) VALUES ($1, $2, $3)
			ON CONFLICT ON CONSTRAINT people_email_key DO UPDATE SET closed_on = NULL RETURNING id`, in.Person, SortName(in.Person), in.Email).Scan(&m.PersonID)
		if err != nil {
			return 0, err
		}
	}
	if m.ID == 0 {
		err = tx.QueryRow(ctx, `INSERT INTO mandates (person_id, role, union_id, group_id, unit_id, valid_from, valid_until)
			VALUES ($1, $2, nullif($3, 0), nullif($4, 0), nullif($5, 0), $6, $7) RETURNING id`,
			m.PersonID, m.Role, m.UnionID, m.GroupID, m.UnitID, m.ValidFrom, m.ValidUntil).Scan(&id)
		return id, err
	}
	return m.ID, update(ctx, tx, "mandates", m.ID, in.Version, `person_id = $3, role = $4, union_id = nullif($5, 0), group_id = nullif($6, 0),
		unit_id = nullif($7, 0), valid_from = $8, valid_until = $9`,
		m.PersonID, m.Role, m.UnionID, m.GroupID, m.UnitID, m.ValidFrom, m.ValidUntil)
}

// EndMandate makes last the mandate's last day. The zero date ends it now: access is gone the same day, history stays
// (handbook 2, rule 3).
func (s *Service) EndMandate(ctx context.Context, who access.Actor, id int64, version string, last clock.Date) error {
	if err := who.Require(access.OrganisationWrite); err != nil {
		return err
	}
	if last.IsZero() {
		last = s.today().Add(-1)
	}
	return s.write(ctx, who, func(tx *db.OrgTx) (audit.Event, error) {
		if err := s.adminOnly(ctx, tx, who, MandateForm{ID: id}); err != nil {
			return audit.Event{}, err
		}
		if err := update(ctx, tx, "mandates", id, version, `valid_until = greatest($3::date, valid_from - 1)`, last); err != nil {
			return audit.Event{}, err
		}
		var person, role string
		err := tx.QueryRow(ctx, `SELECT p.name, m.role FROM mandates m JOIN people p ON p.id = m.person_id WHERE m.id = $1`, id).Scan(&person, &role)
		return audit.Event{Kind: "organisation.mandate_ended", Detail: map[string]string{"person": person, "role": role, "until": last.String()}}, err
	})
}
