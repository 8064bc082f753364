package overview

import (
	"context"
	"fmt"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/matter"
)

// Reorganised is what is left to look at after units have been moved or ended (handbook 3: open matters are transferred
// explicitly): undecided matters whose plan nobody has seen to since, and open groups of those units.
type Reorganised struct {
	Matters []ReorganisedMatter
	Groups  []ReorganisedGroup
	More    bool // there are more matters than are shown
	Hidden  bool // the matters are not for this role
}

// ReorganisedMatter is one such matter. One that the person may not read has its number and no title.
type ReorganisedMatter struct {
	ID        int64
	Number    string
	Title     string
	Readable  bool
	OwnerName string
	Units     []string // those of it that were moved or ended, or lie below
}

// ReorganisedGroup is an open group that covers such a unit by itself.
type ReorganisedGroup struct {
	ID    int64
	Name  string
	Units []string
}

// untouched are the undecided matters m of the units that nobody has planned, edited, handed over or moved since the time.
func untouched(units, since string) string {
	return undecided + ` AND m.created_at < ` + since + `
		AND EXISTS (SELECT FROM matter_units mu JOIN units u ON u.org_id = mu.org_id AND u.id = mu.unit_id WHERE mu.org_id = m.org_id AND mu.matter_id = m.id AND u.ancestors && ` + units + `)
		AND NOT EXISTS (SELECT FROM events e WHERE e.org_id = m.org_id AND e.matter_id = m.id AND e.at > ` + since + `
			AND e.kind IN ('matter.planned', 'matter.edited', 'matter.lifted', 'matter.handed_over', 'matter.regrouped'))`
}

// Reorganised reads what is left to do after the units were moved or ended at the time. Matters are for those who read the
// overview.
func (s *Service) Reorganised(ctx context.Context, who access.Actor, units []int64, since time.Time) (Reorganised, error) {
	if err := who.Require(access.OrganisationWrite); err != nil {
		return Reorganised{}, err
	}
	r := Reorganised{Hidden: !who.May(access.OverviewRead)}
	if len(units) == 0 {
		return r, nil
	}
	var b db.Batch
	db.Many(&b, &r.Groups, `
		SELECT g.id, g.name, ARRAY(SELECT u.name FROM group_units gu JOIN units u ON u.id = gu.unit_id WHERE gu.group_id = g.id AND u.id = ANY ($1) ORDER BY u.name) AS units
		FROM   groups g WHERE (g.closed_on IS NULL OR g.closed_on > $2) AND EXISTS (SELECT FROM group_units gu WHERE gu.group_id = g.id AND gu.unit_id = ANY ($1))
		ORDER  BY g.name COLLATE "sv-SE-x-icu" LIMIT $3`, units, clock.Today(s.Clock), factLimit)
	if !r.Hidden {
		visible, args := matter.Visible(who, 4)
		db.Many(&b, &r.Matters, fmt.Sprintf(`
			SELECT m.id, m.number, m.title, (%s) AS readable, p.name AS owner_name,
			       ARRAY(SELECT u.name FROM matter_units mu JOIN units u ON u.id = mu.unit_id WHERE mu.matter_id = m.id AND u.ancestors && $1 ORDER BY u.name) AS units
			FROM   matters m JOIN people p ON p.id = m.owner_id WHERE %s ORDER BY m.id DESC LIMIT $3`, visible, untouched("$1", "$2")),
			append([]any{units, since, factLimit + 1}, args...)...)
	}
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return Reorganised{}, fmt.Errorf("reading what a reorganisation leaves: %w", err)
	}
	if r.More = len(r.Matters) > factLimit; r.More {
		r.Matters = r.Matters[:factLimit]
	}
	return r, nil
}

// LooseImport is an import that moved or ended units whose matters nobody has seen to.
type LooseImport struct {
	ID   int64
	Done time.Time
	N    int
}

// looseDays is how long an import is kept in mind.
const looseDays = 180

// queueLoose queues the imports that HR has matters left to look at from.
func queueLoose(b *db.Batch, dst *[]LooseImport, who access.Actor, now time.Time) {
	if who.Role != access.HR {
		return
	}
	db.Many(b, dst, `
		SELECT * FROM (SELECT i.id, i.created_at AS done, (SELECT count(*) FROM matters m WHERE m.org_id = i.org_id AND `+
		untouched(`ARRAY(SELECT (x->>'id')::bigint FROM jsonb_array_elements(i.summary->'moved') x)`, `i.created_at`)+`) AS n
		FROM imports i WHERE i.org_id = $1 AND i.status = 'done' AND i.summary ? 'moved' AND i.created_at > $2) x WHERE n > 0 ORDER BY id DESC LIMIT 3`,
		who.OrgID, now.AddDate(0, 0, -looseDays))
}
