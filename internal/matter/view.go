package matter

import (
	"context"
	"slices"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// unitRows is how many units one page offers; the rest are found by name.
const unitRows = 100

// UnitChoice is a unit that the actor may start a matter about.
type UnitChoice struct {
	ID     int64
	Name   string
	Parent string
}

// StartPage is what the form that starts a matter offers.
type StartPage struct {
	Units []UnitChoice // nearest the top first
	More  bool         // there are more units than are offered: search for the rest
}

// Start reads what the form that starts a matter offers: the units that the actor answers for, as Create judges it.
// filter narrows them by name; those in chosen are always there.
func (s *Service) Start(ctx context.Context, who access.Actor, filter string, chosen []int64) (StartPage, error) {
	if err := who.Require(access.MatterWrite); err != nil {
		return StartPage{}, err
	}
	var b db.Batch
	var p StartPage
	queueUnits(&b, &p, who, filter, chosen)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return StartPage{}, err
	}
	p.cut()
	return p, nil
}

func queueUnits(b *db.Batch, p *StartPage, who access.Actor, filter string, chosen []int64) {
	if chosen == nil {
		chosen = []int64{}
	}
	db.Many(b, &p.Units, `
		SELECT u.id, u.name, coalesce(up.name, '') AS parent FROM units u LEFT JOIN units up ON up.id = u.parent_id
		WHERE  u.closed_on IS NULL AND (u.ancestors && $1
		    OR EXISTS (SELECT FROM group_units gu WHERE gu.group_id = ANY ($2) AND gu.unit_id = ANY (u.ancestors)))
		AND    ($3 = '' OR strpos(lower(u.name), lower($3)) > 0 OR u.id = ANY ($4))
		ORDER  BY u.id = ANY ($4) DESC, cardinality(u.ancestors), u.name COLLATE "sv-SE-x-icu" LIMIT $5`,
		who.Units, who.Chairs, filter, chosen, unitRows+1)
}

func (p *StartPage) cut() {
	if len(p.Units) > unitRows {
		p.Units, p.More = p.Units[:unitRows], true
	}
}

// PlanPage is what the page of the samverkansplan shows.
type PlanPage struct {
	Record
	Groups []GroupChoice // those that cover one of the units first
	Unions []PartyChoice
	Triage Triage
}

// Plan reads the page of the samverkansplan, with what the rules would propose now. NotFound when the actor may not know
// of the matter; Forbidden for who cannot own one.
func (s *Service) Plan(ctx context.Context, who access.Actor, id int64) (PlanPage, error) {
	if err := who.Require(access.MatterWrite); err != nil {
		return PlanPage{}, err
	}
	today := clock.Today(s.Clock)
	var p PlanPage
	var b db.Batch
	in := Situation{}
	var drafts []draftRow
	where, args := Visible(who, 2)
	assemble := Queue(&b, `SELECT m.id FROM matters m WHERE m.id = $1 AND `+where, slices.Concat([]any{id}, args), today)
	in.queue(&b, today, `SELECT unit_id FROM matter_units WHERE matter_id = $1`, id)
	db.Many(&b, &p.Groups, `
		SELECT g.id, g.name, g.level, EXISTS (SELECT FROM group_units gu JOIN units u ON gu.unit_id = ANY (u.ancestors)
			JOIN matter_units mu ON mu.unit_id = u.id AND mu.matter_id = $1 WHERE gu.group_id = g.id) AS covers
		FROM   groups g WHERE g.closed_on IS NULL ORDER BY covers DESC, g.name COLLATE "sv-SE-x-icu"`, id)
	db.Many(&b, &drafts, draftColumns+` WHERE d.matter_id = $1 ORDER BY d.id LIMIT 1`, id)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return PlanPage{}, err
	}
	rs := assemble()
	if len(rs) == 0 {
		return PlanPage{}, fail.New(fail.NotFound, "error.not_found")
	}
	p.Record, p.Unions = rs[0], in.Unions
	if len(drafts) > 0 {
		in.answer(drafts[0].Answers)
	}
	in.describe(p.Record)
	p.Triage = in.Triage(today)
	return p, nil
}

// Describable reports whether the newest version was made by a deviating decision and may still be described by its owner:
// no papers of it went out and no treatment of it began.
func (r Record) Describable() bool {
	cur, ok := r.Current()
	return ok && cur.FromDeviation && !r.treated(cur.No)
}
