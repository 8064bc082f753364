package matter

import (
	"context"
	"fmt"
	"slices"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/organisation"
)

const raisedColumns = `
	SELECT q.id, q.title, q.why, q.group_id, g.name AS group_name, coalesce(q.unit_id, 0) AS unit_id, coalesce(u.name, '') AS unit_name, q.wanted_on,
	       q.person_id, p.name AS person_name, q.role, coalesce(q.union_id, 0) AS union_id, coalesce(un.name, '') AS union_name, q.answerer_id, an.name AS answerer_name,
	       q.raised_at, q.answer_by, q.status, q.answer, coalesce(ab.name, '') AS answered_name, q.answered_at, coalesce(q.matter_id, 0) AS matter_id,
	       coalesce(m.number, '') AS number, coalesce(q.paragraph, '') AS paragraph, q.requested_at, q.meet_by, q.negotiated_at, coalesce(q.manner, '') AS manner, q.version
	FROM   raised_questions q JOIN groups g ON g.id = q.group_id JOIN people p ON p.id = q.person_id JOIN people an ON an.id = q.answerer_id
	LEFT   JOIN units u ON u.id = q.unit_id LEFT JOIN unions un ON un.id = q.union_id LEFT JOIN people ab ON ab.id = q.answered_by
	LEFT   JOIN matters m ON m.id = q.matter_id`

// visibleRaised is the condition on a row q that the actor may know of the question: whoever brought it and the others of
// the union, the manager asked, those who take part in the group, HR and the förhandlingschef.
func visibleRaised(who access.Actor, first int) (where string, args []any) {
	p := func(v any) string {
		args = append(args, v)
		return fmt.Sprintf("$%d", first+len(args)-1)
	}
	switch who.Role {
	case access.HR, access.Negotiator:
		return "true", nil
	case access.Manager:
		where = fmt.Sprintf("q.answerer_id = %s OR q.group_id = ANY (%s)", p(who.PersonID), p(who.Groups()))
	case access.UnionRep:
		where = fmt.Sprintf("q.person_id = %s AND q.role = 'union_rep' OR q.union_id = ANY (%s) AND q.group_id = ANY (%s)", p(who.PersonID), p(who.Unions()), p(who.Groups()))
	case access.SafetyRep:
		where = fmt.Sprintf("q.person_id = %s AND q.role = 'safety_rep'", p(who.PersonID))
	default:
		return "false", nil
	}
	return "(" + where + ")", args
}

// RaisedPage is one question with the moment that it is read.
type RaisedPage struct {
	Raised
	Today clock.Date
	Start StartPage // the units that the manager may start the matter about
}

// Raised reads one question. NotFound when the actor may not know of it.
func (s *Service) Raised(ctx context.Context, who access.Actor, id int64) (RaisedPage, error) {
	if err := who.Require(access.RaisedRead); err != nil {
		return RaisedPage{}, err
	}
	p := RaisedPage{Today: clock.Today(s.Clock)}
	var b db.Batch
	where, args := visibleRaised(who, 2)
	db.One(&b, &p.Raised, fail.New(fail.NotFound, "error.not_found"), raisedColumns+` WHERE q.id = $1 AND `+where, slices.Concat([]any{id}, args)...)
	if who.May(access.MatterWrite) {
		db.Many(&b, &p.Start.Units, `
			SELECT u.id, u.name, coalesce(up.name, '') AS parent FROM raised_questions q JOIN units u ON true LEFT JOIN units up ON up.id = u.parent_id
			WHERE  q.id = $1 AND u.closed_on IS NULL AND (u.id = q.unit_id OR EXISTS (SELECT FROM group_units gu WHERE gu.group_id = q.group_id AND gu.unit_id = ANY (u.ancestors)))
			AND    (u.ancestors && $2 OR EXISTS (SELECT FROM group_units gu WHERE gu.group_id = ANY ($3) AND gu.unit_id = ANY (u.ancestors)))
			ORDER  BY u.id = q.unit_id DESC NULLS LAST, cardinality(u.ancestors), u.name COLLATE "sv-SE-x-icu" LIMIT $4`, id, who.Units, who.Chairs, unitRows+1)
	}
	err := s.DB.ReadOrg(ctx, who.OrgID, &b)
	p.Start.cut()
	return p, err
}

// RaisedList is a page of questions, those that wait first.
type RaisedList struct {
	Rows  []Raised
	Today clock.Date
	More  bool
	On    bool // the agreement lets unions bring questions
}

// raisedRows is the most questions that the list shows.
const raisedRows = 100

// RaisedList lists the questions that the actor may know of: unanswered first, by the day of their answer.
func (s *Service) RaisedList(ctx context.Context, who access.Actor) (RaisedList, error) {
	if err := who.Require(access.RaisedRead); err != nil {
		return RaisedList{}, err
	}
	l := RaisedList{Today: clock.Today(s.Clock)}
	var b db.Batch
	var a organisation.Agreement
	where, args := visibleRaised(who, 1)
	db.Many(&b, &l.Rows, fmt.Sprintf(`%s WHERE %s ORDER BY q.status <> 'waiting', CASE WHEN q.status = 'waiting' THEN q.answer_by END, q.id DESC LIMIT %d`,
		raisedColumns, where, raisedRows+1), args...)
	organisation.QueueAgreement(&b, &a, l.Today, organisation.Scope{})
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return RaisedList{}, err
	}
	if l.More = len(l.Rows) > raisedRows; l.More {
		l.Rows = l.Rows[:raisedRows]
	}
	l.On = a.UnionRaised
	return l, nil
}

// RaiseChoices are what the form that brings a question offers.
type RaiseChoices struct {
	Groups []GroupChoice
	Units  []UnitChoice // that the groups cover
	Unions []Union      // that the person represents
	On     bool
	Today  clock.Date
	Until  clock.Date // the day of the answer, if the question is brought today
}

// RaiseChoices reads them. The parameter of the agreement says whether unions bring questions at all.
func (s *Service) RaiseChoices(ctx context.Context, who access.Actor) (RaiseChoices, error) {
	if err := who.Require(access.MatterRaise); err != nil {
		return RaiseChoices{}, err
	}
	c := RaiseChoices{Today: clock.Today(s.Clock)}
	var b db.Batch
	var a organisation.Agreement
	own := `g.id = ANY ($1) OR EXISTS (SELECT FROM group_units gu JOIN units mu ON gu.unit_id = ANY (mu.ancestors) WHERE gu.group_id = g.id AND mu.id = ANY ($2))`
	if who.Role != access.SafetyRep {
		own = `g.id = ANY ($1) AND $2::bigint[] IS NOT NULL`
	}
	if who.Role == access.SafetyRep && who.Everywhere() {
		own = `$1::bigint[] IS NOT NULL AND $2::bigint[] IS NOT NULL`
	}
	db.Many(&b, &c.Groups, `SELECT g.id, g.name, g.level, true AS covers FROM groups g WHERE (g.closed_on IS NULL OR g.closed_on > $3) AND (`+own+`)
		ORDER BY g.name COLLATE "sv-SE-x-icu" LIMIT 100`, who.Groups(), ids(who.MandateUnits()), c.Today)
	db.Many(&b, &c.Units, `
		SELECT u.id, u.name, coalesce(up.name, '') AS parent FROM units u LEFT JOIN units up ON up.id = u.parent_id
		WHERE  (u.closed_on IS NULL OR u.closed_on > $3) AND EXISTS (SELECT FROM groups g JOIN group_units gx ON gx.group_id = g.id WHERE gx.unit_id = ANY (u.ancestors) AND (`+own+`))
		ORDER  BY cardinality(u.ancestors), u.name COLLATE "sv-SE-x-icu" LIMIT 200`, who.Groups(), ids(who.MandateUnits()), c.Today)
	organisation.QueueAgreement(&b, &a, c.Today, organisation.Scope{})
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return RaiseChoices{}, err
	}
	c.On, c.Until = a.UnionRaised, a.RequestUntil(c.Today)
	for _, m := range who.Mandates {
		u := Union{m.UnionID, m.UnionName}
		if who.Role == access.UnionRep && m.UnionID != 0 && !slices.Contains(c.Unions, u) {
			c.Unions = append(c.Unions, u)
		}
	}
	return c, nil
}

// ids is an empty list rather than none.
func ids(of []int64) []int64 {
	if of == nil {
		return []int64{}
	}
	return of
}

// raised locks and reads one question inside a transaction. NotFound when the actor may not know of it.
func raised(ctx context.Context, tx *db.OrgTx, who access.Actor, id int64) (Raised, error) {
	where, args := visibleRaised(who, 2)
	rows, err := tx.Query(ctx, raisedColumns+` WHERE q.id = $1 AND `+where+` FOR UPDATE OF q`, slices.Concat([]any{id}, args)...)
	if err != nil {
		return Raised{}, fmt.Errorf("reading question %d: %w", id, err)
	}
	q, err := pgx.CollectExactlyOneRow(rows, pgx.RowToStructByName[Raised])
	if err == pgx.ErrNoRows {
		return q, fail.New(fail.NotFound, "error.not_found")
	}
	return q, err
}
