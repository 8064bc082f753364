package organisation

import (
	"context"
	"slices"

	"samverka/internal/access"
	"samverka/internal/db"
)

// mandateRowsPage is how many rows a list of mandates shows at a time.
const mandateRowsPage = 50

// MandateFilter narrows a list of mandates.
type MandateFilter struct {
	Text  string // person, union, group or unit
	Role  string // "" : all
	After string // where the page before ended
	Ended bool   // those that have ended, instead of those of today and later
}

// MandatePage is a page of mandates.
type MandatePage struct {
	Rows []Mandate
	Next string // "" : no more
	Text string
}

// Mandates lists mandates for those who keep them.
func (s *Service) Mandates(ctx context.Context, who access.Actor, f MandateFilter) (MandatePage, error) {
	if err := who.Require(access.OrganisationWrite); err != nil {
		return MandatePage{}, err
	}
	return s.listMandates(ctx, who, f, nil)
}

// Representatives lists the safety representatives and the groups' members of today, whom the employer shall announce
// to all staff: name, area, period and work address (AMF 10 §). Nothing else is shown.
func (s *Service) Representatives(ctx context.Context, who access.Actor, f MandateFilter) (MandatePage, error) {
	if err := who.Require(access.OrganisationRead); err != nil {
		return MandatePage{}, err
	}
	f.Ended = false
	return s.listMandates(ctx, who, f, []string{SafetyRep, ChiefSafetyRep, UnionRep, UnionSubstitute, EmployerRep, Secretary})
}

func (s *Service) listMandates(ctx context.Context, who access.Actor, f MandateFilter, announced []string) (MandatePage, error) {
	roles := MandateRoles
	if announced != nil {
		roles = announced
	}
	if slices.Contains(roles, f.Role) {
		roles = []string{f.Role}
	}
	sortName, id := cutCursor(f.After)
	var b db.Batch
	page := MandatePage{Text: CleanName(f.Text)}
	db.Many(&b, &page.Rows, mandateRows+`
		WHERE m.role = ANY($2) AND (m.valid_until IS NULL OR m.valid_until >= $1) <> $3 AND ($4 OR m.valid_from <= $1)
			AND (p.closed_on IS NULL OR p.closed_on > $1 OR $3)
			AND ($5 = '' OR p.name ILIKE $5 OR n.name ILIKE $5 OR g.name ILIKE $5 OR u.name ILIKE $5)
			AND ($7 = 0 OR (p.sort_name COLLATE "sv-SE-x-icu", m.id) > ($6 COLLATE "sv-SE-x-icu", $7))`+mandateOrder+` LIMIT $8`,
		s.today(), roles, f.Ended, announced == nil, like(page.Text), sortName, id, mandateRowsPage+1)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return MandatePage{}, err
	}
	if len(page.Rows) > mandateRowsPage {
		page.Rows = page.Rows[:mandateRowsPage]
		last := page.Rows[mandateRowsPage-1]
		page.Next = cursor(last)
	}
	return page, nil
}

// Mandate reads one mandate and what its form chooses between. One that is not there is NotFound.
func (s *Service) Mandate(ctx context.Context, who access.Actor, id int64) (Mandate, Choices, error) {
	if err := who.Require(access.OrganisationWrite); err != nil {
		return Mandate{}, Choices{}, err
	}
	var b db.Batch
	var m Mandate
	var c Choices
	db.One(&b, &m, notFound(), mandateRows+` WHERE m.id = $1`, id)
	s.queueChoices(&b, &c)
	err := s.DB.ReadOrg(ctx, who.OrgID, &b)
	return m, c, err
}

// Choices are the names that forms offer.
type Choices struct {
	Unions []string
	Groups []string
	Levels []string
}

// Choices lists what the forms of groups and mandates choose between.
func (s *Service) Choices(ctx context.Context, who access.Actor) (Choices, error) {
	if err := who.Require(access.OrganisationWrite); err != nil {
		return Choices{}, err
	}
	var b db.Batch
	var c Choices
	s.queueChoices(&b, &c)
	err := s.DB.ReadOrg(ctx, who.OrgID, &b)
	return c, err
}

func (s *Service) queueChoices(b *db.Batch, c *Choices) {
	db.Scalars(b, &c.Unions, `SELECT name FROM unions WHERE closed_on IS NULL OR closed_on > $1 ORDER BY name COLLATE "sv-SE-x-icu"`, s.today())
	db.Scalars(b, &c.Groups, `SELECT name FROM groups WHERE closed_on IS NULL OR closed_on > $1 ORDER BY name COLLATE "sv-SE-x-icu"`, s.today())
	db.Scalars(b, &c.Levels, `SELECT unnest(level_names) FROM agreement_on($1, '{}', 0)`, s.today())
}
