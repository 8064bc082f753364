package overview

import (
	"context"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/matter"
)

// outcomeRows is how many decisions the page of what came of questions shows.
const outcomeRows = 30

// Outcome is what came of a question that concerned somebody's workplace: the decision, how views were used, what was
// told, and whether it turned out as meant.
type Outcome struct {
	MatterID  int64
	Title     string
	Units     []string
	DecidedOn clock.Date
	ByBoard   bool
	Proposal  string
	Deviation string // what differs from the proposal; "": nothing
	Views     string
	ToldAt    *time.Time // when the unit's staff were told
	Told      string
	CheckedAt *time.Time
	Result    string
	Note      string
	Lessons   string
}

// Outcomes lists the newest decisions about the actor's own workplace, without those that are secret: everybody concerned
// gets to know what was decided and why, also of what was not adopted (handbook 9.1, T14).
func (s *Service) Outcomes(ctx context.Context, who access.Actor) ([]Outcome, error) {
	if err := who.Require(access.OutcomesRead); err != nil {
		return nil, err
	}
	var rows []Outcome
	var b db.Batch
	db.Many(&b, &rows, `
		SELECT m.id AS matter_id, m.title, d.decided_on, d.by_board, pr.body AS proposal, d.deviation_text AS deviation, d.views,
		       ARRAY(SELECT u.name FROM matter_units mu JOIN units u ON u.id = mu.unit_id WHERE mu.matter_id = m.id ORDER BY u.name COLLATE "sv-SE-x-icu") AS units,
		       f.given_at AS told_at, coalesce(f.note, '') AS told, k.checked_at, coalesce(k.result, '') AS result, coalesce(k.note, '') AS note,
		       CASE WHEN m.status = 'closed' THEN m.status_reason ELSE '' END AS lessons
		FROM   matters m
		JOIN   LATERAL (SELECT * FROM decisions d WHERE d.matter_id = m.id ORDER BY d.id DESC LIMIT 1) d ON true
		JOIN   proposals pr ON pr.id = d.proposal_id
		LEFT   JOIN LATERAL (SELECT f.given_at, f.note FROM matter_feedback f JOIN units mine ON mine.id = ANY ($1)
		       WHERE f.matter_id = m.id AND f.unit_id = ANY (mine.ancestors) AND f.given_at IS NOT NULL ORDER BY f.given_at DESC LIMIT 1) f ON true
		LEFT   JOIN LATERAL (SELECT k.checked_at, k.result, k.note FROM matter_checks k WHERE k.matter_id = m.id AND k.checked_at IS NOT NULL ORDER BY k.checked_at DESC LIMIT 1) k ON true
		WHERE  m.secrecy = '' AND d.deviation <> $2 AND EXISTS (SELECT FROM matter_units mu JOIN units mine ON mine.id = ANY ($1) WHERE mu.matter_id = m.id AND mu.unit_id = ANY (mine.ancestors))
		ORDER  BY d.decided_on DESC, d.id DESC LIMIT $3`, who.MandateUnits(), matter.MaterialDeviation, outcomeRows)
	return rows, s.DB.ReadOrg(ctx, who.OrgID, &b)
}
