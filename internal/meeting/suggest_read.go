package meeting

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// The states of a suggestion.
const (
	Waiting   = "waiting"
	Taken     = "taken"
	Declined  = "declined"
	Withdrawn = "withdrawn"
)

// Suggestion is what somebody wants a group to take up, and what came of it.
type Suggestion struct {
	ID           int64
	GroupID      int64
	GroupName    string
	Title        string
	Why          string
	Class        string
	MatterID     int64 // 0: none
	Number       string
	PersonID     int64
	PersonName   string
	Role         string
	UnionName    string
	CreatedAt    time.Time
	Status       string
	Answer       string
	AnsweredName string
	AnsweredAt   *time.Time
	MeetingID    int64 // where it was taken up; 0: nowhere
	ItemID       int64
	StartsAt     *time.Time
}

const suggestionColumns = `
	SELECT s.id, s.group_id, g.name AS group_name, s.title, s.why, s.class, coalesce(s.matter_id, 0) AS matter_id, coalesce(m.number, '') AS number, s.person_id,
	       p.name AS person_name, s.role, coalesce(un.name, '') AS union_name, s.created_at, s.status, s.answer, coalesce(an.name, '') AS answered_name, s.answered_at,
	       coalesce(l.meeting_id, 0) AS meeting_id, coalesce(l.item_id, 0) AS item_id, l.starts_at
	FROM   agenda_suggestions s JOIN groups g ON g.id = s.group_id JOIN people p ON p.id = s.person_id
	LEFT   JOIN matters m ON m.id = s.matter_id LEFT JOIN unions un ON un.id = s.union_id LEFT JOIN people an ON an.id = s.answered_by
	LEFT   JOIN LATERAL (SELECT me.id AS meeting_id, ai.id AS item_id, me.starts_at FROM agenda_items ai JOIN meetings me ON me.id = ai.meeting_id
	       WHERE ai.suggestion_id = s.id AND me.status <> 'cancelled' ORDER BY me.starts_at DESC LIMIT 1) l ON true`

// suggestionOf locks and reads one suggestion inside a transaction. NotFound unless it is the actor's own, or for a group
// whose meetings they run.
func suggestionOf(ctx context.Context, tx *db.OrgTx, who access.Actor, id int64) (Suggestion, error) {
	rows, err := tx.Query(ctx, suggestionColumns+` WHERE s.id = $1 AND (s.person_id = $2 OR s.group_id = ANY ($3)) FOR UPDATE OF s`, id, who.PersonID, runs(who))
	if err != nil {
		return Suggestion{}, fmt.Errorf("reading suggestion %d: %w", id, err)
	}
	g, err := pgx.CollectExactlyOneRow(rows, pgx.RowToStructByName[Suggestion])
	if err == pgx.ErrNoRows {
		return g, fail.New(fail.NotFound, "error.not_found")
	}
	return g, err
}

// Upcoming is a coming meeting of a group, to take things up at.
type Upcoming struct {
	ID       int64
	StartsAt time.Time
	ItemsBy  clock.Date
	NoticeAt *time.Time
}

// SuggestionPage is one suggestion; to whoever runs the group's meetings, with those that are to come.
type SuggestionPage struct {
	Suggestion
	Runs     bool
	Meetings []Upcoming
	Today    clock.Date
}

// Suggestion reads one suggestion. NotFound unless it is the actor's own, or for a group whose meetings they run.
func (s *Service) Suggestion(ctx context.Context, who access.Actor, id int64) (SuggestionPage, error) {
	if err := who.Require(access.AgendaSuggest); err != nil {
		return SuggestionPage{}, err
	}
	p := SuggestionPage{Today: clock.Today(s.Clock)}
	var b db.Batch
	db.One(&b, &p.Suggestion, fail.New(fail.NotFound, "error.not_found"), suggestionColumns+` WHERE s.id = $1 AND (s.person_id = $2 OR s.group_id = ANY ($3))`,
		id, who.PersonID, runs(who))
	db.Many(&b, &p.Meetings, `
		SELECT me.id, me.starts_at, (me.starts_at AT TIME ZONE 'Europe/Stockholm')::date - CASE WHEN me.extra THEN least(a.items_days, a.extra_meeting_days) ELSE a.items_days END AS items_by,
		       (SELECT min(d.sent_at) FROM dispatches d WHERE d.meeting_id = me.id AND d.kind = 'notice') AS notice_at
		FROM   agenda_suggestions s JOIN meetings me ON me.group_id = s.group_id AND me.status IN ('planned', 'open') AND me.starts_at > $2
		CROSS  JOIN LATERAL agreement_on($3::date, group_path(me.group_id), me.group_id) a
		WHERE  s.id = $1 ORDER BY me.starts_at LIMIT 6`, id, p.Today.Start(), p.Today)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return SuggestionPage{}, err
	}
	if p.Runs = who.RunsMeetings(p.GroupID); !p.Runs {
		p.Meetings = nil
	}
	return p, nil
}

// SuggestionList is one's own suggestions, and those that wait in the groups whose meetings one runs.
type SuggestionList struct {
	Waiting []Suggestion
	Own     []Suggestion
}

// listLimit is the most suggestions of each sort that the list shows.
const listLimit = 60

// Suggestions lists what waits for the actor to see to, the oldest first, and what they have suggested themselves, the
// newest first.
func (s *Service) Suggestions(ctx context.Context, who access.Actor) (l SuggestionList, err error) {
	if err := who.Require(access.AgendaSuggest); err != nil {
		return l, err
	}
	var b db.Batch
	db.Many(&b, &l.Own, fmt.Sprintf(`%s WHERE s.person_id = $1 ORDER BY s.id DESC LIMIT %d`, suggestionColumns, listLimit), who.PersonID)
	db.Many(&b, &l.Waiting, fmt.Sprintf(`%s WHERE s.group_id = ANY ($1) AND s.status = 'waiting' ORDER BY s.id LIMIT %d`, suggestionColumns, listLimit), runs(who))
	return l, s.DB.ReadOrg(ctx, who.OrgID, &b)
}

// SuggestGroup is a group that the actor may suggest something to.
type SuggestGroup struct {
	ID      int64
	Name    string
	ChairID int64
	NextAt  *time.Time // its next meeting
	ItemsBy clock.Date // last day for items to it; zero: no meeting is planned
}

// suggestGroups selects the groups that the actor may suggest to: $1 groups, $2 units, $3 today, $4 now.
const suggestGroups = `
	SELECT g.id, g.name, coalesce(g.chair_id, 0) AS chair_id, n.starts_at AS next_at,
	       (n.starts_at AT TIME ZONE 'Europe/Stockholm')::date - CASE WHEN n.extra THEN least(a.items_days, a.extra_meeting_days) ELSE a.items_days END AS items_by
	FROM   groups g
	LEFT   JOIN LATERAL (SELECT me.starts_at, me.extra FROM meetings me WHERE me.group_id = g.id AND me.status = 'planned' AND me.starts_at > $4 ORDER BY me.starts_at LIMIT 1) n ON true
	LEFT   JOIN LATERAL agreement_on($3::date, group_path(g.id), g.id) a ON true
	WHERE  (g.closed_on IS NULL OR g.closed_on > $3) AND (g.id = ANY ($1) OR EXISTS (SELECT FROM group_units gu JOIN units u ON u.id = ANY ($2) AND gu.unit_id = ANY (u.ancestors) WHERE gu.group_id = g.id))`

func suggestArgs(who access.Actor, today clock.Date, more ...any) []any {
	return append([]any{who.Groups(), who.Units, today, today.Start()}, more...)
}

// SuggestChoices is what the form offers.
type SuggestChoices struct {
	Groups  []SuggestGroup
	Matters []Choice
}

// SuggestChoices lists the groups that the actor may suggest to, and the open matters that they may point to.
func (s *Service) SuggestChoices(ctx context.Context, who access.Actor) (c SuggestChoices, err error) {
	if err := who.Require(access.AgendaSuggest); err != nil {
		return c, err
	}
	var b db.Batch
	db.Many(&b, &c.Groups, suggestGroups+` ORDER BY g.name COLLATE "sv-SE-x-icu"`, suggestArgs(who, clock.Today(s.Clock))...)
	visible, args := matter.Visible(who, 3)
	db.Many(&b, &c.Matters, fmt.Sprintf(`
		SELECT m.id, m.number, m.title, false AS planned FROM matters m
		WHERE  m.status = 'open' AND m.id IN (
		       (SELECT t.matter_id FROM tracks t WHERE t.group_id = ANY ($1) ORDER BY t.matter_id DESC LIMIT 200)
		       UNION (SELECT o.id FROM matters o WHERE o.owner_id = $2 ORDER BY o.id DESC LIMIT 50)) AND %s
		AND    NOT EXISTS (SELECT FROM decisions d WHERE d.matter_id = m.id AND d.deviation <> 'material' AND d.exception_id IS NULL)
		ORDER  BY m.id DESC LIMIT %d`, visible, choiceRows), slices.Concat([]any{who.Groups(), who.PersonID}, args)...)
	return c, s.DB.ReadOrg(ctx, who.OrgID, &b)
}
