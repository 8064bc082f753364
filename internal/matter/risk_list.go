package matter

import (
	"context"
	"fmt"
	"slices"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
)

// riskRowsListed is how many assessments a page lists.
const riskRowsListed = 50

// What the list of assessments may be narrowed to.
const (
	RisksOpen = "utkast" // drafts, for dialogue
	RisksLate = "sena"   // measures or effects past their day
)

// RiskListed is a matter's newest assessment in the list.
type RiskListed struct {
	MatterID    int64
	Number      string
	Title       string
	No          int
	FixedAt     *time.Time
	FollowedAt  *time.Time
	Invited     int // anybody
	Rows        int
	Left        int // measures and effects that are left
	Late        int // of those, past their day
	MyAnswer    string
	MyStatement bool
	Mine        bool // the reader is invited
}

// RiskList is a page of the assessments that the reader may know of, the newest matter first.
type RiskList struct {
	Rows []RiskListed
	More bool
}

// Risks lists the assessments of the matters that the actor may know of: a safety representative those of their skyddsområde, a
// manager those of their units and below, HR all (AML 6:4; handbook 2). before is the last matter of the page before; 0: the first.
func (s *Service) Risks(ctx context.Context, who access.Actor, only string, before int64) (RiskList, error) {
	if err := who.Require(access.MatterRead); err != nil {
		return RiskList{}, err
	}
	var l RiskList
	var b db.Batch
	where, args := Visible(who, 5)
	today := clock.Today(s.Clock)
	db.Many(&b, &l.Rows, fmt.Sprintf(`
		WITH seen AS (
			SELECT m.id, m.number, m.title, ra.id AS assessment, ra.no, ra.fixed_at, ra.followed_at,
			       (SELECT count(*) FROM actions x WHERE x.matter_id = m.id AND x.risk_row IS NOT NULL AND x.done_at IS NULL)
			       + (SELECT count(*) FROM matter_checks x WHERE x.matter_id = m.id AND x.risk_row IS NOT NULL AND x.checked_at IS NULL) AS "left",
			       (SELECT count(*) FROM actions x WHERE x.matter_id = m.id AND x.risk_row IS NOT NULL AND x.done_at IS NULL AND x.due_on < $3)
			       + (SELECT count(*) FROM matter_checks x WHERE x.matter_id = m.id AND x.risk_row IS NOT NULL AND x.checked_at IS NULL AND x.due_on < $3) AS late
			FROM   matters m JOIN LATERAL (SELECT r.id, r.no, r.fixed_at, r.followed_at FROM risk_assessments r WHERE r.matter_id = m.id ORDER BY r.no DESC LIMIT 1) ra ON true
			WHERE  %s AND ($4 = 0 OR m.id < $4))
		SELECT s.id AS matter_id, s.number, s.title, s.no, s.fixed_at, s.followed_at, s.left, s.late,
		       (SELECT count(*) FROM risk_participants p WHERE p.assessment_id = s.assessment) AS invited,
		       (SELECT count(*) FROM risk_rows r WHERE r.assessment_id = s.assessment) AS rows,
		       coalesce(me.answer, '') AS my_answer, me.stated_at IS NOT NULL AS my_statement, me.id IS NOT NULL AS mine
		FROM   seen s LEFT JOIN risk_participants me ON me.assessment_id = s.assessment AND me.person_id = $1
		WHERE  ($2 <> 'utkast' OR s.fixed_at IS NULL) AND ($2 <> 'sena' OR s.late > 0) ORDER BY s.id DESC LIMIT %d`, where, riskRowsListed+1),
		slices.Concat([]any{who.PersonID, only, today, before}, args)...)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return l, err
	}
	if l.More = len(l.Rows) > riskRowsListed; l.More {
		l.Rows = l.Rows[:riskRowsListed]
	}
	return l, nil
}

// State is how far the newest version has come.
func (r RiskListed) State() string {
	switch {
	case r.FollowedAt != nil:
		return RiskFollowed
	case r.FixedAt != nil:
		return RiskFixed
	case r.Invited > 0:
		return RiskDialogue
	}
	return RiskDraft
}
