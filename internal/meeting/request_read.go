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
)

const requestColumns = `
	SELECT r.id, r.person_id, p.name AS person_name, r.mandate, r.unit_id, u.name AS unit_name, u.ancestors, r.place, r.title, r.problem, r.wanted, r.kind, r.committee,
	       coalesce(r.group_id, 0) AS group_id, coalesce(g.name, '') AS group_name, r.received_at, r.due_on, coalesce(r.outcome, '') AS outcome, r.answer,
	       coalesce(an.name, '') AS answered_name, r.answered_at, r.version, r.withdrawn_at, r.withdrawn_reason, coalesce(l.meeting_id, 0) AS meeting_id, coalesce(l.item_id, 0) AS item_id,
	       l.starts_at, coalesce(l.status, '') AS item_status
	FROM   safety_requests r JOIN people p ON p.id = r.person_id JOIN units u ON u.id = r.unit_id
	LEFT   JOIN groups g ON g.id = r.group_id LEFT JOIN people an ON an.id = r.answered_by
	LEFT   JOIN LATERAL (SELECT me.id AS meeting_id, ai.id AS item_id, me.starts_at, ai.status FROM agenda_items ai JOIN meetings me ON me.id = ai.meeting_id
	       WHERE ai.request_id = r.id AND me.status <> 'cancelled' ORDER BY me.starts_at DESC LIMIT 1) l ON true`

// visibleRequest is the condition on a row r of requests, with its unit u, that the actor may know of it: whoever made it, the
// managers of the unit and above, those who sit in the committee, representatives whose area covers the unit, and HR.
func visibleRequest(who access.Actor, first int) (where string, args []any) {
	p := func(v any) string {
		args = append(args, v)
		return fmt.Sprintf("$%d", first+len(args)-1)
	}
	switch who.Role {
	case access.HR, access.Negotiator:
		return "true", nil
	case access.Manager:
		where = fmt.Sprintf("u.ancestors && %s OR r.group_id = ANY (%s)", p(who.Units), p(who.Groups()))
	case access.SafetyRep:
		if who.Everywhere() {
			return "true", nil
		}
		where = fmt.Sprintf("r.person_id = %s OR u.ancestors && %s OR r.group_id = ANY (%s)", p(who.PersonID), p(who.MandateUnits()), p(who.Groups()))
	case access.UnionRep:
		where = fmt.Sprintf("r.committee AND r.group_id = ANY (%s)", p(who.Groups()))
	default:
		return "false", nil
	}
	return "(" + where + ")", args
}

// requestOf locks and reads one request inside a transaction. NotFound when the actor may not know of it.
func requestOf(ctx context.Context, tx *db.OrgTx, who access.Actor, id int64) (SafetyRequest, error) {
	where, args := visibleRequest(who, 2)
	rows, err := tx.Query(ctx, requestColumns+` WHERE r.id = $1 AND `+where+` FOR UPDATE OF r`, slices.Concat([]any{id}, args)...)
	if err != nil {
		return SafetyRequest{}, fmt.Errorf("reading request %d: %w", id, err)
	}
	r, err := pgx.CollectExactlyOneRow(rows, pgx.RowToStructByName[SafetyRequest])
	if err == pgx.ErrNoRows {
		return r, fail.New(fail.NotFound, "error.not_found")
	}
	return r, err
}

// RequestPage is one request with the moment that it is read.
type RequestPage struct {
	SafetyRequest
	Now time.Time
}

// Request reads one request. NotFound when the actor may not know of it.
func (s *Service) Request(ctx context.Context, who access.Actor, id int64) (RequestPage, error) {
	if err := who.Require(access.SafetyRead); err != nil {
		return RequestPage{}, err
	}
	p := RequestPage{Now: s.Clock.Now()}
	var b db.Batch
	where, args := visibleRequest(who, 2)
	db.One(&b, &p.SafetyRequest, fail.New(fail.NotFound, "error.not_found"), requestColumns+` WHERE r.id = $1 AND `+where, slices.Concat([]any{id}, args)...)
	return p, s.DB.ReadOrg(ctx, who.OrgID, &b)
}

// RequestList is a page of requests, those that wait for an answer first.
type RequestList struct {
	Rows  []SafetyRequest
	Today clock.Date
	More  bool
}

// requestLimit is the most requests that the list shows.
const requestLimit = 100

// Requests lists the requests that the actor may know of: unanswered first, by the day of their answer.
func (s *Service) Requests(ctx context.Context, who access.Actor) (RequestList, error) {
	if err := who.Require(access.SafetyRead); err != nil {
		return RequestList{}, err
	}
	l := RequestList{Today: clock.Today(s.Clock)}
	var b db.Batch
	where, args := visibleRequest(who, 1)
	db.Many(&b, &l.Rows, fmt.Sprintf(`%s WHERE %s ORDER BY r.answered_at IS NOT NULL OR r.withdrawn_at IS NOT NULL, CASE WHEN r.answered_at IS NULL AND r.withdrawn_at IS NULL THEN r.due_on END, r.id DESC LIMIT %d`,
		requestColumns, where, requestLimit+1), args...)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return RequestList{}, err
	}
	if l.More = len(l.Rows) > requestLimit; l.More {
		l.Rows = l.Rows[:requestLimit]
	}
	return l, nil
}

// RequestUnit is a workplace that the representative may make a request about.
type RequestUnit struct {
	ID   int64
	Name string
}

// unitLimit is the most workplaces that the form offers.
const unitLimit = 300

// RequestUnits lists the workplaces that the representative stands for.
func (s *Service) RequestUnits(ctx context.Context, who access.Actor) (units []RequestUnit, err error) {
	if err := who.Require(access.SafetyRequest); err != nil {
		return nil, err
	}
	var b db.Batch
	db.Many(&b, &units, fmt.Sprintf(`
		SELECT u.id, u.name FROM units u
		WHERE  (u.closed_on IS NULL OR u.closed_on > $1) AND ($2 OR u.ancestors && $3 OR EXISTS (SELECT FROM group_units gu JOIN groups g ON g.id = gu.group_id
		       WHERE g.safety_committee AND gu.group_id = ANY ($4) AND gu.unit_id = ANY (u.ancestors)))
		ORDER  BY u.name COLLATE "sv-SE-x-icu" LIMIT %d`, unitLimit), clock.Today(s.Clock), who.Everywhere(), who.MandateUnits(), who.Groups())
	return units, s.DB.ReadOrg(ctx, who.OrgID, &b)
}
