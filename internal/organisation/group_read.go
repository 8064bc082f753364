package organisation

import (
	"context"

	"samverka/internal/access"
	"samverka/internal/db"
)

// GroupPage is a group with its members and units.
type GroupPage struct {
	Group    Group
	Children []Link
	Units    []Link
	Members  []Mandate // those of today, also the employer's side
	Unions   []GroupUnion
	Write    bool
	Plan     bool // the reader may see its year plan
	Raise    bool // the reader may bring a question to it
	End      bool // the reader may end it and move what it has
}

// GroupUnion is a union in the group today.
type GroupUnion struct {
	Name        string
	InAgreement bool // entitled: the agreement holds today
}

// NoSafety reports that a safety committee lacks a safety representative, who shall be a member (AMF 8 §).
func (p GroupPage) NoSafety() bool {
	if !p.Group.SafetyCommittee {
		return false
	}
	for _, m := range p.Members {
		if OfSafety(m.Role) {
			return false
		}
	}
	return true
}

const groups = `
	SELECT g.id, g.name, g.level, coalesce(g.parent_id, 0) AS parent_id, coalesce(pg.name, '') AS parent_name, coalesce(c.id, 0) AS chair_id,
		coalesce(c.name, '') AS chair_name, g.safety_committee, g.closed_on, g.` + version + ` AS version
	FROM groups g LEFT JOIN groups pg ON pg.org_id = g.org_id AND pg.id = g.parent_id
	LEFT JOIN people c ON c.org_id = g.org_id AND c.id = g.chair_id AND (c.closed_on IS NULL OR c.closed_on > $1)`

// Group reads one group, open or closed. One that is not there is NotFound.
func (s *Service) Group(ctx context.Context, who access.Actor, id int64) (GroupPage, error) {
	if err := who.Require(access.OrganisationRead); err != nil {
		return GroupPage{}, err
	}
	p := GroupPage{Write: who.May(access.OrganisationWrite), Plan: readsPlans(who) || who.InGroup(id), Raise: who.May(access.MatterRaise) && who.InGroup(id), End: who.May(access.GroupEnd)}
	var b db.Batch
	s.queueGroup(&b, &p, id)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return GroupPage{}, err
	}
	return p, nil
}

// readsPlans reports whether the actor sees everybody's year plans.
func readsPlans(who access.Actor) bool {
	return who.Role == access.HR || who.Role == access.Negotiator || who.Role == access.Registrar
}

// EditGroup reads one group and what its form chooses between. One that is not there is NotFound.
func (s *Service) EditGroup(ctx context.Context, who access.Actor, id int64) (GroupPage, Choices, error) {
	if err := who.Require(access.OrganisationWrite); err != nil {
		return GroupPage{}, Choices{}, err
	}
	var p GroupPage
	var c Choices
	var b db.Batch
	s.queueGroup(&b, &p, id)
	s.queueChoices(&b, &c)
	err := s.DB.ReadOrg(ctx, who.OrgID, &b)
	return p, c, err
}

func (s *Service) queueGroup(b *db.Batch, p *GroupPage, id int64) {
	db.One(b, &p.Group, notFound(), groups+` WHERE g.id = $2`, s.today(), id)
	db.Many(b, &p.Children, `SELECT id, name FROM groups WHERE parent_id = $1 AND (closed_on IS NULL OR closed_on > $2) ORDER BY name COLLATE "sv-SE-x-icu" LIMIT 100`, id, s.today())
	db.Many(b, &p.Units, `SELECT u.id, u.name FROM group_units gu JOIN units u ON u.org_id = gu.org_id AND u.id = gu.unit_id WHERE gu.group_id = $1
		ORDER BY u.name COLLATE "sv-SE-x-icu"`, id)
	db.Many(b, &p.Members, mandates+` AND m.group_id = $2`+mandateOrder, s.today(), id)
	db.Many(b, &p.Unions, `
		SELECT n.name, (n.agreement_from IS NULL OR n.agreement_from <= $2) AND (n.agreement_until IS NULL OR n.agreement_until >= $2) AS in_agreement
		FROM unions n WHERE EXISTS (SELECT FROM mandates m WHERE m.org_id = n.org_id AND m.union_id = n.id AND m.group_id = $1
			AND m.valid_from <= $2 AND (m.valid_until IS NULL OR m.valid_until >= $2)) ORDER BY n.name COLLATE "sv-SE-x-icu"`, id, s.today())
}

// GroupRecord is a group as a list shows it.
type GroupRecord struct {
	Group
	Units   int
	Members int
}

// Groups lists the open groups, the level with the fewest groups first: CSG before FSG before LSG.
func (s *Service) Groups(ctx context.Context, who access.Actor) ([]GroupRecord, error) {
	if err := who.Require(access.OrganisationRead); err != nil {
		return nil, err
	}
	var b db.Batch
	var list []GroupRecord
	db.Many(&b, &list, `SELECT x.*, (SELECT count(*) FROM group_units gu WHERE gu.group_id = x.id) AS units, (SELECT count(*) FROM mandates m
			WHERE m.group_id = x.id AND m.valid_from <= $1 AND (m.valid_until IS NULL OR m.valid_until >= $1)) AS members
		FROM (`+groups+` WHERE g.closed_on IS NULL OR g.closed_on > $1) x
		ORDER BY count(*) OVER (PARTITION BY x.level), x.level, x.name COLLATE "sv-SE-x-icu" LIMIT 1000`, s.today())
	err := s.DB.ReadOrg(ctx, who.OrgID, &b)
	return list, err
}

// UnionRecord is a union as a list shows it.
type UnionRecord struct {
	Union
	Mandates int // notified mandates today; never members (GDPR 9.2 b)
}

// Unions lists all unions, those that are closed last.
func (s *Service) Unions(ctx context.Context, who access.Actor) ([]UnionRecord, error) {
	if err := who.Require(access.OrganisationRead); err != nil {
		return nil, err
	}
	var b db.Batch
	var list []UnionRecord
	db.Many(&b, &list, unions+` ORDER BY coalesce(n.closed_on <= $1, false), n.name COLLATE "sv-SE-x-icu"`, s.today())
	err := s.DB.ReadOrg(ctx, who.OrgID, &b)
	return list, err
}

const unions = `
	SELECT n.id, n.name, n.agreement_from, n.agreement_until, n.collective_agreement, n.closed_on, n.` + version + ` AS version,
		(SELECT count(*) FROM mandates m WHERE m.org_id = n.org_id AND m.union_id = n.id AND m.valid_from <= $1
			AND (m.valid_until IS NULL OR m.valid_until >= $1)) AS mandates FROM unions n`

// Union reads one union, for its form. One that is not there is NotFound.
func (s *Service) Union(ctx context.Context, who access.Actor, id int64) (UnionRecord, error) {
	if err := who.Require(access.OrganisationRead); err != nil {
		return UnionRecord{}, err
	}
	var b db.Batch
	var u UnionRecord
	db.One(&b, &u, notFound(), unions+` WHERE n.id = $2`, s.today(), id)
	err := s.DB.ReadOrg(ctx, who.OrgID, &b)
	return u, err
}
