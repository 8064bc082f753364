package matter

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/organisation"
)

// Paragraphs that a union may request negotiation under about a question that it has brought: the general right, and the
// right in questions about its members (MBL 10, 12 §§).
const (
	MBL10 = "mbl10"
	MBL12 = "mbl12"
)

// Paragraphs lists them in the order in which they are offered.
var Paragraphs = []string{MBL10, MBL12}

// meetDays is when the parties meet at the latest after a local negotiation was requested (MBL 16 §: within two weeks).
const meetDays = 14

// Raised is a question that a union, or a safety representative, has brought to the employer (handbook "Union-raised
// matters"; FRICK16).
type Raised struct {
	ID           int64
	Title        string
	Why          string
	GroupID      int64
	GroupName    string
	UnitID       int64 // 0: the whole group
	UnitName     string
	WantedOn     clock.Date
	PersonID     int64
	PersonName   string
	Role         string
	UnionID      int64 // 0: a safety representative's
	UnionName    string
	AnswererID   int64
	AnswererName string
	RaisedAt     time.Time
	AnswerBy     clock.Date
	Status       string // waiting, accepted, declined, withdrawn
	Answer       string
	AnsweredName string
	AnsweredAt   *time.Time
	MatterID     int64
	Number       string
	Paragraph    string // "": no negotiation requested
	RequestedAt  *time.Time
	MeetBy       clock.Date
	NegotiatedAt *time.Time
	Manner       string
	Version      int
}

// Overdue reports whether the employer has not answered in time.
func (q Raised) Overdue(today clock.Date) bool {
	return q.Status == "waiting" && today.After(q.AnswerBy)
}

// CanAnswer refuses unless the manager responsible may answer: the one who was asked, or whoever chairs the group now.
func (q Raised) CanAnswer(who access.Actor) error {
	switch {
	case who.Role != access.Manager || who.PersonID != q.AnswererID && !who.IsChair(q.GroupID):
		return fail.New(fail.Forbidden, "paths.error.not_answerer")
	case q.Status != "waiting":
		return fail.New(fail.Conflict, "paths.error.answered_already")
	}
	return nil
}

// CanNegotiate refuses unless the union may request negotiation about its question. A refusal by the employer never takes
// that right away, nor does silence: it stands until the question has become a matter (MBL 10, 12 §§).
func (q Raised) CanNegotiate(who access.Actor) error {
	switch {
	case q.UnionID == 0:
		return fail.New(fail.Invalid, "paths.error.no_union_question")
	case !who.Represents(q.UnionID):
		return fail.New(fail.Forbidden, "matter.error.no_mandate")
	case q.Status == "accepted":
		return fail.New(fail.Invalid, "paths.error.question_accepted")
	case q.Status == "withdrawn":
		return fail.New(fail.Invalid, "paths.error.question_withdrawn")
	case q.RequestedAt != nil:
		return fail.New(fail.Conflict, "matter.error.mbl_already")
	}
	return nil
}

// CanEnd refuses unless the employer may write down how the negotiation ended: the manager responsible, or the
// förhandlingschef (MBL 16 §).
func (q Raised) CanEnd(who access.Actor) error {
	switch {
	case q.RequestedAt == nil || q.NegotiatedAt != nil:
		return fail.New(fail.Invalid, "matter.error.no_negotiation")
	case who.Role != access.Negotiator && (who.Role != access.Manager || who.PersonID != q.AnswererID && !who.IsChair(q.GroupID)):
		return fail.New(fail.Forbidden, "paths.error.not_answerer")
	}
	return nil
}

// CanTakeBack refuses unless whoever brought the question may take it back: it waits for an answer.
func (q Raised) CanTakeBack(who access.Actor) error {
	switch {
	case who.PersonID != q.PersonID && (q.UnionID == 0 || !who.Represents(q.UnionID)):
		return fail.New(fail.Forbidden, "paths.error.not_raiser")
	case q.Status != "waiting" || q.RequestedAt != nil:
		return fail.New(fail.Conflict, "paths.error.answered_already")
	}
	return nil
}

// RaiseForm is what a union says to bring a question.
type RaiseForm struct {
	Title    string
	Why      string
	GroupID  int64
	UnitID   int64 // 0: the whole group
	UnionID  int64 // 0: the one that the person represents in the group
	WantedOn clock.Date
}

func (f RaiseForm) check(today clock.Date) error {
	var bad fail.Form
	checkText(&bad, "title", f.Title, 200, "matter.error.title_needed")
	checkText(&bad, "why", f.Why, 4000, "paths.error.why_needed")
	if f.GroupID == 0 {
		bad.Add("group", "paths.error.group_needed")
	}
	switch {
	case f.WantedOn.IsZero():
		bad.Add("wanted_on", "matter.error.date_needed")
	case f.WantedOn.Before(today):
		bad.Add("wanted_on", "matter.error.date_past")
	}
	return bad.Err()
}

// Raise brings a question to the manager responsible: the unit's, or the group's chair. The answer is owed within the
// agreement's days for a request. Refused: when the agreement leaves it to MBL, and for a group or a unit that the person
// does not stand for.
func (s *Service) Raise(ctx context.Context, who access.Actor, f RaiseForm) (id int64, err error) {
	if err := who.Require(access.MatterRaise); err != nil {
		return 0, err
	}
	now := s.Clock.Now()
	today := clock.DateOf(now)
	if err := f.check(today); err != nil {
		return 0, err
	}
	err = s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		a, err := organisation.AgreementOn(ctx, tx, today, organisation.Scope{UnitID: f.UnitID, GroupID: f.GroupID})
		if err != nil {
			return err
		}
		if !a.UnionRaised {
			return fail.New(fail.Invalid, "paths.error.raising_off")
		}
		if err := speaksIn(who, &f); err != nil {
			return err
		}
		to, err := responsible(ctx, tx, f, today)
		if err != nil {
			return err
		}
		by := a.RequestUntil(today)
		err = tx.QueryRow(ctx, `
			INSERT INTO raised_questions (title, why, group_id, unit_id, wanted_on, person_id, role, union_id, answerer_id, raised_at, answer_by)
			VALUES ($1, $2, $3, nullif($4::bigint, 0), $5, $6, $7, nullif($8::bigint, 0), $9, $10, $11) RETURNING id`,
			strings.TrimSpace(f.Title), strings.TrimSpace(f.Why), f.GroupID, f.UnitID, f.WantedOn, who.PersonID, string(who.Role), f.UnionID, to, now, by).Scan(&id)
		if err != nil {
			return fmt.Errorf("bringing a question: %w", err)
		}
		if err := AddTasks(ctx, tx, s.Clock, Task{PersonID: to, Role: access.Manager, Kind: TaskAnswerRaised, QuestionID: id, DueOn: by}); err != nil {
			return err
		}
		if err := s.Announce.Announce(ctx, tx, announce.Announcement{Kind: announce.RaisedAsk, Subject: id, To: []int64{to}},
			announce.Announcement{Kind: announce.RaisedReceipt, Subject: id, To: []int64{who.PersonID}}); err != nil {
			return err
		}
		return audit.Write(ctx, tx, who, now, audit.Event{Kind: "raised.asked", Detail: map[string]string{"Title": f.Title, "Due": by.String()}})
	})
	return id, err
}

// speaksIn refuses a group that the person does not take part in, and settles for which union the question is brought.
func speaksIn(who access.Actor, f *RaiseForm) error {
	if who.Role == access.SafetyRep {
		f.UnionID = 0
		if !who.InGroup(f.GroupID) && !who.Everywhere() && len(who.MandateUnits()) == 0 {
			return fail.New(fail.Forbidden, "matter.error.no_mandate")
		}
		return nil
	}
	var unions []int64
	for _, m := range who.Mandates {
		if m.GroupID == f.GroupID && m.UnionID != 0 && !slices.Contains(unions, m.UnionID) {
			unions = append(unions, m.UnionID)
		}
	}
	if f.UnionID == 0 && len(unions) == 1 {
		f.UnionID = unions[0]
	}
	var bad fail.Form
	switch {
	case len(unions) == 0:
		bad.Add("group", "paths.error.group_foreign")
	case !slices.Contains(unions, f.UnionID):
		bad.Add("union", "paths.error.union_needed")
	}
	return bad.Err()
}

// responsible is who answers: the manager of the unit, or the nearest above, or else the group's chair. The group has to be
// open and to cover the unit.
func responsible(ctx context.Context, tx *db.OrgTx, f RaiseForm, today clock.Date) (person int64, err error) {
	var covered bool
	err = tx.QueryRow(ctx, `
		SELECT coalesce((SELECT a.manager_id FROM units u JOIN units a ON a.id = ANY (u.ancestors) AND a.manager_id IS NOT NULL
		                 WHERE u.id = $2 ORDER BY cardinality(a.ancestors) DESC LIMIT 1), g.chair_id, 0),
		       $2 = 0 OR EXISTS (SELECT FROM units u JOIN group_units gu ON gu.group_id = g.id AND gu.unit_id = ANY (u.ancestors)
		                         WHERE u.id = $2 AND (u.closed_on IS NULL OR u.closed_on > $3))
		FROM   groups g WHERE g.id = $1 AND (g.closed_on IS NULL OR g.closed_on > $3)`, f.GroupID, f.UnitID, today).Scan(&person, &covered)
	var bad fail.Form
	switch {
	case errors.Is(err, pgx.ErrNoRows):
		bad.Add("group", "paths.error.group_foreign")
	case err != nil:
		return 0, fmt.Errorf("finding who answers: %w", err)
	case !covered:
		bad.Add("unit", "paths.error.unit_outside")
	case person == 0:
		bad.Add("group", "paths.error.nobody_answers")
	}
	return person, bad.Err()
}
