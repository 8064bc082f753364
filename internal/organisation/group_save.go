package organisation

import (
	"context"
	"strings"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// GroupForm is a group as a form writes it: parent, chair and units in words.
type GroupForm struct {
	ID              int64 // 0: a new one
	Version         string
	Name            string
	Level           string
	Parent          string
	Chair           string // name, e-mail address or employee number
	Units           []string
	SafetyCommittee bool
}

// SaveGroup adds the group or changes it, and returns its id. Invalid, Conflict and NotFound as for SaveUnit.
func (s *Service) SaveGroup(ctx context.Context, who access.Actor, in GroupForm) (int64, error) {
	if err := who.Require(access.OrganisationWrite); err != nil {
		return 0, err
	}
	id := in.ID
	err := s.write(ctx, who, func(tx *db.OrgTx) (audit.Event, error) {
		var f fail.Form
		in.Name, in.Level = checkName(&f, "name", in.Name), CleanName(in.Level)
		if in.Level == "" || len(in.Level) > 40 {
			f.Add("level", "organisation.error.level_needed")
		}
		found, err := s.resolveGroup(ctx, tx, &f, in)
		if err != nil {
			return audit.Event{}, err
		}
		if err := f.Err(); err != nil {
			return audit.Event{}, err
		}
		if id, err = saveGroup(ctx, tx, in, found); err != nil {
			return audit.Event{}, err
		}
		return audit.Event{Kind: "organisation.group_saved", Detail: map[string]string{"name": in.Name, "chair": in.Chair,
			"units": strings.Join(in.Units, ", ")}}, setGroupUnits(ctx, tx, id, found.units)
	})
	return id, err
}

// groupIDs are what a form's words mean.
type groupIDs struct {
	parent, chair int64
	units         []int64
}

func (s *Service) resolveGroup(ctx context.Context, tx *db.OrgTx, f *fail.Form, in GroupForm) (g groupIDs, err error) {
	r := resolver{tx, s.today(), f}
	if g.parent, err = r.group(ctx, "parent", in.Parent); err != nil {
		return g, err
	}
	if g.chair, err = r.person(ctx, "chair", in.Chair); err != nil {
		return g, err
	}
	for _, u := range in.Units {
		id, err := r.unit(ctx, "units", u)
		if err != nil {
			return g, err
		}
		if id != 0 {
			g.units = append(g.units, id)
		}
	}
	if len(in.Units) == 0 {
		f.Add("units", "organisation.error.units_needed")
	}
	var taken, cycle bool
	err = tx.QueryRow(ctx, `
		WITH RECURSIVE up AS (SELECT id, parent_id FROM groups WHERE id = $3
			UNION SELECT g.id, g.parent_id FROM groups g JOIN up ON g.id = up.parent_id)
		SELECT EXISTS (SELECT FROM groups WHERE lower(name) = lower($1) AND id <> $2), $2 <> 0 AND EXISTS (SELECT FROM up WHERE id = $2)`,
		in.Name, in.ID, g.parent).Scan(&taken, &cycle)
	if taken {
		f.Add("name", "organisation.error.group_taken", "Name", in.Name)
	}
	if cycle {
		f.Add("parent", "organisation.error.group_cycle")
	}
	return g, err
}

func saveGroup(ctx context.Context, tx *db.OrgTx, in GroupForm, g groupIDs) (id int64, err error) {
	if in.ID == 0 {
		err = tx.QueryRow(ctx, `INSERT INTO groups (name, level, parent_id, chair_id, safety_committee)
			VALUES ($1, $2, nullif($3, 0), nullif($4, 0), $5) RETURNING id`, in.Name, in.Level, g.parent, g.chair, in.SafetyCommittee).Scan(&id)
		return id, err
	}
	return in.ID, update(ctx, tx, "groups", in.ID, in.Version, `name = $3, level = $4, parent_id = nullif($5, 0), chair_id = nullif($6, 0),
		safety_committee = $7`, in.Name, in.Level, g.parent, g.chair, in.SafetyCommittee)
}

// CloseGroup closes the group from the given day on; the zero date opens it again.
func (s *Service) CloseGroup(ctx context.Context, who access.Actor, id int64, version string, on clock.Date) error {
	if err := who.Require(access.OrganisationWrite); err != nil {
		return err
	}
	return s.write(ctx, who, func(tx *db.OrgTx) (audit.Event, error) {
		return closeRow(ctx, tx, "groups", "organisation.group_closed", id, version, on)
	})
}
