package overview

import (
	"context"
	"fmt"
	"slices"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/matter"
)

// Kinds of decisions that the register can be narrowed to.
const (
	Disagreeing = "oeniga"  // some organisation disagreed
	Deviating   = "avviker" // the decision deviates from what was treated
	BeforeAll   = "fore"    // decided before samverkan, by an approved exception
	ByTheBoard  = "namnden" // a board decided
)

// DecisionKinds lists them in the order in which they are offered.
var DecisionKinds = []string{Disagreeing, Deviating, BeforeAll, ByTheBoard}

// RegisterFilter narrows the register.
type RegisterFilter struct {
	Year     int    // 0: all
	Category string // "": any
	Kind     string // one of DecisionKinds; "": any
	Before   int64  // keyset: ids below this; 0: from the newest
	All      bool   // no pages, for export; at most registerExport rows
}

// registerRows and registerExport are the most rows of a page and of an export.
const (
	registerRows   = 50
	registerExport = 20000
)

// Registered is one decision with how it came about.
type Registered struct {
	ID            int64
	MatterID      int64
	Number        string
	Title         string
	Category      string
	DecidedOn     clock.Date
	ByBoard       bool
	OwnerName     string
	Deviation     string
	DeviationText string
	Views         string
	Before        bool // before samverkan, by an exception
	Units         []string
	Groups        []string // that treated the matter before decision
	Disagreed     []string // organisations
	Alone         bool     // concluded in some group although no organisation came
}

// Register lists the decisions in matters that the actor may know of, the newest first; more reports whether there are
// older ones. years are those that have decisions.
func (s *Service) Register(ctx context.Context, who access.Actor, f RegisterFilter) (rows []Registered, years []int, more bool, err error) {
	if err := who.Require(access.DecisionsRead); err != nil {
		return nil, nil, false, err
	}
	where, args := matter.Visible(who, 1)
	p := func(v any) string {
		args = append(args, v)
		return fmt.Sprintf("$%d", len(args))
	}
	seen, n := where, len(args)
	if f.Year != 0 {
		where += fmt.Sprintf(" AND d.decided_on BETWEEN %s AND %s", p(clock.NewDate(f.Year, 1, 1)), p(clock.NewDate(f.Year, 12, 31)))
	}
	if f.Category != "" {
		where += " AND m.category = " + p(f.Category)
	}
	where += kinds[f.Kind]
	if f.Before != 0 {
		where += fmt.Sprintf(" AND (d.decided_on, d.id) < (SELECT x.decided_on, x.id FROM decisions x WHERE x.id = %s)", p(f.Before))
	}
	limit := registerRows
	if f.All {
		limit = registerExport
	}
	var b db.Batch
	db.Many(&b, &rows, fmt.Sprintf(`
		SELECT d.id, m.id AS matter_id, m.number, m.title, m.category, d.decided_on, d.by_board, o.name AS owner_name, d.deviation, d.deviation_text, d.views,
		       d.exception_id IS NOT NULL AS before,
		       ARRAY(SELECT u.name FROM matter_units mu JOIN units u ON u.id = mu.unit_id WHERE mu.matter_id = m.id ORDER BY u.name COLLATE "sv-SE-x-icu") AS units,
		       ARRAY(SELECT g.name FROM tracks t JOIN groups g ON g.id = t.group_id WHERE t.matter_id = m.id AND t.kind = 'group' ORDER BY g.name COLLATE "sv-SE-x-icu") AS groups,
		       ARRAY(SELECT DISTINCT un.name FROM `+against+`) AS disagreed,
		       EXISTS (SELECT FROM agenda_items ai JOIN proposals pr ON pr.id = d.proposal_id
		               WHERE ai.matter_id = m.id AND ai.alone_confirmed_at IS NOT NULL AND ai.proposal_no <= pr.no) AS alone
		FROM   decisions d JOIN matters m ON m.id = d.matter_id JOIN people o ON o.id = m.owner_id
		WHERE  %s ORDER BY d.decided_on DESC, d.id DESC LIMIT %d`, where, limit+1), args...)
	db.Scalars(&b, &years, `SELECT DISTINCT extract(year FROM d.decided_on)::int AS year FROM decisions d JOIN matters m ON m.id = d.matter_id WHERE `+seen+` ORDER BY year DESC`, args[:n]...)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return nil, nil, false, fmt.Errorf("reading the register: %w", err)
	}
	if len(rows) > limit {
		return rows[:limit], years, true, nil
	}
	return slices.Clip(rows), years, false, nil
}

// against are the organisations that disagreed in the matter on the version decided.
const against = `positions po JOIN agenda_items ai ON ai.id = po.item_id JOIN unions un ON un.id = po.union_id JOIN proposals pr ON pr.id = d.proposal_id
	WHERE ai.matter_id = m.id AND po.superseded_at IS NULL AND po.stance = 'disagrees' AND ai.concluded_at IS NOT NULL AND ai.proposal_no <= pr.no`

var kinds = map[string]string{
	Disagreeing: ` AND EXISTS (SELECT FROM ` + against + `)`,
	Deviating:   ` AND d.deviation <> 'none'`,
	BeforeAll:   ` AND d.exception_id IS NOT NULL`,
	ByTheBoard:  ` AND d.by_board`,
}
