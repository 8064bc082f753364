package meeting

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/matter"
	"samverka/internal/organisation"
)

// The two things that a safety representative may request of the employer (AML 6:6a first paragraph).
const (
	RequestMeasure     = "measure"     // an action to reach a satisfactory work environment
	RequestExamination = "examination" // that something is looked into
)

// RequestKinds lists them in the order in which they are offered.
var RequestKinds = []string{RequestMeasure, RequestExamination}

// RequestOutcomes are what the employer may answer. An answer never takes the question off the committee's agenda.
var RequestOutcomes = []string{"done", "will_do", "partly", "not"}

// RequestForm is what a safety representative says.
type RequestForm struct {
	UnitID    int64
	UnitName  string // where the list was too long to choose from; UnitID 0
	Place     string // where in the workplace
	Title     string
	Problem   string
	Wanted    string
	Kind      string // RequestMeasure or RequestExamination
	Committee bool   // the safety committee shall treat it (AML 6:6a)
}

func (f RequestForm) check() error {
	var bad fail.Form
	if f.UnitID == 0 && f.UnitName == "" {
		bad.Add("unit", "agenda.error.unit_needed")
	}
	checkText(&bad, "place", f.Place, 200, "")
	checkText(&bad, "title", f.Title, 200, "agenda.error.request_title")
	checkText(&bad, "problem", f.Problem, 4000, "agenda.error.problem")
	checkText(&bad, "wanted", f.Wanted, 4000, "agenda.error.wanted")
	if !slices.Contains(RequestKinds, f.Kind) {
		bad.Add("kind", "agenda.error.kind")
	}
	return bad.Err()
}

// RequestSafety receives a request under AML 6:6a and answers with its receipt: what, where, from whom, when, and the day by
// which the employer answers. What the committee shall treat is put on its next agenda at once; without a committee that
// covers the unit, HR and the manager still have it. Refused: a unit outside the representative's area.
func (s *Service) RequestSafety(ctx context.Context, who access.Actor, f RequestForm) (id int64, err error) {
	if err := who.Require(access.SafetyRequest); err != nil {
		return 0, err
	}
	if err := f.check(); err != nil {
		return 0, err
	}
	err = s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		id, err = s.receive(ctx, tx, who, f)
		return err
	})
	return id, err
}

// covering is who answers for a unit, and which committee covers it: the nearest one upwards.
type covering struct {
	UnitID    int64
	Ancestors []int64
	Name      string
	ManagerID int64 // the unit's own, or the nearest above
	GroupID   int64
	ChairID   int64
}

const coveringUnit = `
	SELECT u.id AS unit_id, u.ancestors, u.name,
	       coalesce((SELECT m.manager_id FROM units m WHERE m.id = ANY (u.ancestors) AND m.manager_id IS NOT NULL ORDER BY array_position(u.ancestors, m.id) DESC LIMIT 1), 0) AS manager_id,
	       coalesce(g.id, 0) AS group_id, coalesce(g.chair_id, 0) AS chair_id
	FROM   units u LEFT JOIN LATERAL (
	       SELECT g.id, g.chair_id FROM groups g JOIN group_units gu ON gu.group_id = g.id AND gu.unit_id = ANY (u.ancestors)
	       WHERE g.safety_committee AND (g.closed_on IS NULL OR g.closed_on > $2) ORDER BY array_position(u.ancestors, gu.unit_id) DESC, g.id LIMIT 1) g ON true
	WHERE  (u.id = $1 OR $1 = 0 AND lower(u.name) = lower($3)) AND (u.closed_on IS NULL OR u.closed_on > $2)`

func (s *Service) receive(ctx context.Context, tx *db.OrgTx, who access.Actor, f RequestForm) (id int64, err error) {
	now := s.Clock.Now()
	today := clock.DateOf(now)
	rows, err := tx.Query(ctx, coveringUnit, f.UnitID, today, f.UnitName)
	if err != nil {
		return 0, fmt.Errorf("finding who answers for unit %d: %w", f.UnitID, err)
	}
	u, err := pgx.CollectExactlyOneRow(rows, pgx.RowToStructByName[covering])
	if errors.Is(err, pgx.ErrNoRows) || errors.Is(err, pgx.ErrTooManyRows) || err == nil && !inArea(who, u) {
		var bad fail.Form
		bad.Add("unit", "agenda.error.unit_area")
		return 0, bad.Err()
	}
	if err != nil {
		return 0, err
	}
	a, err := organisation.AgreementOn(ctx, tx, today, organisation.Scope{UnitID: u.UnitID})
	if err != nil {
		return 0, err
	}
	due := a.RequestUntil(today)
	err = tx.QueryRow(ctx, `
		INSERT INTO safety_requests (person_id, mandate, unit_id, place, title, problem, wanted, kind, committee, group_id, received_at, due_on)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, nullif($10::bigint, 0), $11, $12) RETURNING id`,
		who.PersonID, mandateOf(who), u.UnitID, f.Place, f.Title, f.Problem, f.Wanted, f.Kind, f.Committee, u.GroupID, now, due).Scan(&id)
	if err != nil {
		return 0, fmt.Errorf("receiving a request: %w", err)
	}
	if f.Committee && u.GroupID != 0 {
		if err := placeRequests(ctx, tx, u.GroupID, now); err != nil {
			return 0, err
		}
	}
	if err := matter.AddTasks(ctx, tx, s.Clock, matter.Task{PersonID: u.ManagerID, Role: access.Manager, Kind: matter.TaskAnswerRequest, RequestID: id, UnitID: u.UnitID, DueOn: due}); err != nil {
		return 0, err
	}
	if err := s.Announce.Announce(ctx, tx, received(id, who.PersonID, u)...); err != nil {
		return 0, err
	}
	return id, audit.Write(ctx, tx, who, now, audit.Event{Kind: "safety.requested", Detail: map[string]string{"Title": f.Title, "Unit": u.Name, "Due": due.String()}})
}

// received tells the representative that the request has come, and those who have to see to it.
func received(id, from int64, u covering) []announce.Announcement {
	subject := versioned(id, 0)
	all := []announce.Announcement{{Kind: announce.RequestReceipt, Subject: subject, To: []int64{from}}}
	var to []int64
	for _, p := range []int64{u.ManagerID, u.ChairID} {
		if p != 0 && p != from && !slices.Contains(to, p) {
			to = append(to, p)
		}
	}
	if len(to) > 0 {
		all = append(all, announce.Announcement{Kind: announce.RequestMade, Subject: subject, To: to})
	}
	return all
}

// inArea reports whether the representative stands for the unit: in its skyddsområde, in the committee that covers it, or as
// chief representative everywhere (AML 6:2-3).
func inArea(who access.Actor, u covering) bool {
	if who.Everywhere() || u.GroupID != 0 && who.InGroup(u.GroupID) {
		return true
	}
	return slices.ContainsFunc(who.MandateUnits(), func(id int64) bool { return slices.Contains(u.Ancestors, id) })
}

func mandateOf(who access.Actor) string {
	if slices.ContainsFunc(who.Mandates, func(m access.Mandate) bool { return m.Role == "chief_safety_rep" }) {
		return "chief_safety_rep"
	}
	return "safety_rep"
}

// AnswerRequest gives the employer's answer. The manager of the unit, or one above, does. Conflict when it has been answered
// since the reader saw it.
func (s *Service) AnswerRequest(ctx context.Context, who access.Actor, id int64, version int, outcome, answer string) error {
	if err := who.Require(access.SafetyAnswer); err != nil {
		return err
	}
	var f fail.Form
	if !slices.Contains(RequestOutcomes, outcome) {
		f.Add("outcome", "agenda.error.outcome")
	}
	checkText(&f, "answer", answer, 4000, "agenda.error.request_answer")
	if err := f.Err(); err != nil {
		return err
	}
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		now := s.Clock.Now()
		r, err := requestOf(ctx, tx, who, id)
		switch {
		case err != nil:
			return err
		case !r.AnswersFor(who):
			return fail.New(fail.Forbidden, "agenda.error.not_answerer")
		}
		if err := tx.Exec1(ctx, `UPDATE safety_requests SET outcome = $1, answer = $2, answered_by = $3, answered_at = $4, version = version + 1 WHERE id = $5 AND version = $6`,
			outcome, answer, who.PersonID, now, id, version); err != nil {
			return err
		}
		if err := matter.FinishTasks(ctx, tx, s.Clock, matter.Done{Kind: matter.TaskAnswerRequest, RequestID: id}); err != nil {
			return err
		}
		if err := s.Announce.Announce(ctx, tx, announce.Announcement{Kind: announce.RequestAnswered, Subject: versioned(id, version), To: []int64{r.PersonID}}); err != nil {
			return err
		}
		return audit.Write(ctx, tx, who, now, audit.Event{Kind: "safety.answered", Detail: map[string]string{"Title": r.Title, "Unit": r.UnitName, "Outcome": outcome}})
	})
}

// SafetyRequest is a request as it was received, and what came of it.
type SafetyRequest struct {
	ID           int64
	PersonID     int64
	PersonName   string
	Mandate      string
	UnitID       int64
	UnitName     string
	Ancestors    []int64 // of the unit, itself included
	Place        string
	Title        string
	Problem      string
	Wanted       string
	Kind         string
	Committee    bool
	GroupID      int64 // 0: no committee covers the unit
	GroupName    string
	ReceivedAt   time.Time
	DueOn        clock.Date
	Outcome      string // "": not answered
	Answer       string
	AnsweredName string
	AnsweredAt   *time.Time
	Version      int
	// WithdrawnAt is when the representative took the request back.
	WithdrawnAt     *time.Time
	WithdrawnReason string
	MeetingID       int64 // where the committee treats it, or did last; 0: no meeting yet
	ItemID          int64
	StartsAt        *time.Time
	ItemStatus      string
}

// Waits reports whether the employer owes an answer.
func (r SafetyRequest) Waits() bool { return r.AnsweredAt == nil && r.WithdrawnAt == nil }

// CanWithdraw reports whether the actor may take the request back: who made it, as a safety representative, once.
func (r SafetyRequest) CanWithdraw(who access.Actor) bool {
	return who.May(access.SafetyRequest) && r.PersonID == who.PersonID && r.WithdrawnAt == nil
}

// Overdue reports whether the employer has not answered in time: the law says without delay, the agreement says how long
// that is. The representative may then turn to Arbetsmiljöverket (AML 6:6a second paragraph).
func (r SafetyRequest) Overdue(today clock.Date) bool {
	return r.Waits() && today.After(r.DueOn)
}

// AnswersFor reports whether the actor answers for the unit: its manager, or one above.
func (r SafetyRequest) AnswersFor(who access.Actor) bool {
	return who.Role == access.Manager && r.WithdrawnAt == nil && slices.ContainsFunc(who.Units, func(u int64) bool { return slices.Contains(r.Ancestors, u) })
}
