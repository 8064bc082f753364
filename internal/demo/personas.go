package demo

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"samverka/internal/access"
	"samverka/internal/db"
)

// Persona is somebody whom a visitor may be to see what a role is about.
type Persona struct {
	OrgID    int64
	OrgName  string
	PersonID int64
	Name     string
	Role     access.Role
}

// Code is the mark, in people.code, of the person who shows the role: demo-manager, demo-union-rep …
func Code(r access.Role) string { return "demo-" + strings.ReplaceAll(string(r), "_", "-") }

// Personas names one fitting person for each role in every organisation of the demo, in the order of access.Roles.
func Personas(ctx context.Context, d *db.DB) ([]Persona, error) {
	var orgs []int64
	var b db.Batch
	db.Scalars(&b, &orgs, `SELECT id FROM organisations WHERE demo ORDER BY id`)
	if err := d.ReadOrg(ctx, 0, &b); err != nil {
		return nil, fmt.Errorf("looking for demos: %w", err)
	}
	var all []Persona
	for _, org := range orgs {
		var rows []struct {
			ID                  int64
			Name, Code, OrgName string
		}
		var b db.Batch
		db.Many(&b, &rows, `
			SELECT p.id, p.name, p.code, o.name AS org_name FROM people p JOIN organisations o ON o.id = p.org_id AND o.demo
			WHERE  p.org_id = $1 AND p.code LIKE 'demo-%' AND p.closed_on IS NULL`, org)
		if err := d.ReadOrg(ctx, org, &b); err != nil {
			return nil, fmt.Errorf("looking for personas: %w", err)
		}
		for _, role := range access.Roles {
			for _, r := range rows {
				if r.Code == Code(role) {
					all = append(all, Persona{org, r.OrgName, r.ID, r.Name, role})
				}
			}
		}
	}
	return slices.Clip(all), nil
}
