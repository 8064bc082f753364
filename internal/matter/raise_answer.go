package matter

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// question is one write to a question that was brought.
type question struct {
	Raised
	tx    *db.OrgTx
	who   access.Actor
	now   time.Time
	tells []announce.Announcement
	event audit.Event
}

// answer locks the question, runs f, and writes the announcements and the log last.
func (s *Service) answer(ctx context.Context, who access.Actor, id int64, kind string, f func(*question) error) error {
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		r, err := raised(ctx, tx, who, id)
		if err != nil {
			return err
		}
		q := &question{Raised: r, tx: tx, who: who, now: s.Clock.Now(), event: audit.Event{Kind: kind, Detail: map[string]string{"Title": r.Title}}}
		if err := f(q); err != nil {
			return err
		}
		if err := s.Announce.Announce(ctx, tx, q.tells...); err != nil {
			return err
		}
		return audit.Write(ctx, tx, who, q.now, q.event)
	})
}

func (q *question) tell(kind announce.Kind, to ...int64) {
	to = slices.DeleteFunc(to, func(p int64) bool { return p == 0 || p == q.who.PersonID })
	if len(to) > 0 {
		q.tells = append(q.tells, announce.Announcement{Kind: kind, Subject: q.ID, MatterID: q.MatterID, UnionID: q.UnionID, To: to})
	}
}

// set changes the row if nobody has since it was read.
func (q *question) set(ctx context.Context, set string, args ...any) error {
	return q.tx.Exec1(ctx, `UPDATE raised_questions SET `+set+`, version = version + 1 WHERE id = $1 AND version = $2`, slices.Concat([]any{q.ID, q.Version}, args)...)
}

// Accept takes the question on: it becomes a matter of the manager's, planned in the group, and the union that brought it
// takes part as in any other.
func (s *Service) Accept(ctx context.Context, who access.Actor, id int64, n New) (matterID int64, err error) {
	if err := who.Require(access.MatterWrite); err != nil {
		return 0, err
	}
	err = s.answer(ctx, who, id, "raised.accepted", func(q *question) error {
		if err := q.CanAnswer(who); err != nil {
			return err
		}
		if matterID, err = CreateIn(ctx, q.tx, s.Clock, who, n); err != nil {
			return err
		}
		q.MatterID, q.event.MatterID = matterID, matterID
		q.event.Detail["Union"], q.event.Detail["Person"] = q.raiser(), q.PersonName
		if _, err := q.tx.Exec(ctx, `INSERT INTO tracks (matter_id, kind, group_id, mandatory, origin, created_at) VALUES ($1, 'group', $2, true, 'plan', $3)`,
			matterID, q.GroupID, q.now); err != nil {
			return fmt.Errorf("planning the question in its group: %w", err)
		}
		if err := q.set(ctx, `status = 'accepted', answered_by = $3, answered_at = $4, matter_id = $5`, who.PersonID, q.now, matterID); err != nil {
			return err
		}
		q.tell(announce.RaisedAnswered, q.PersonID)
		return s.finishRaised(ctx, q, TaskAnswerRaised, TaskNegotiateRaised)
	})
	return matterID, err
}

// raiser names who brought the question: the union, or the safety representative.
func (q Raised) raiser() string {
	if q.UnionName != "" {
		return q.UnionName
	}
	return q.PersonName
}

func (s *Service) finishRaised(ctx context.Context, q *question, kinds ...string) error {
	for _, kind := range kinds {
		if err := FinishTasks(ctx, q.tx, s.Clock, Done{Kind: kind, QuestionID: q.ID}); err != nil {
			return err
		}
	}
	return nil
}

// Decline says no in writing. The union is told why, and what it may do: request negotiation (MBL 10, 12 §§).
func (s *Service) Decline(ctx context.Context, who access.Actor, id int64, reason string) error {
	if err := who.Require(access.MatterWrite); err != nil {
		return err
	}
	var f fail.Form
	checkText(&f, "answer", reason, 4000, "matter.error.reason_needed")
	if err := f.Err(); err != nil {
		return err
	}
	return s.answer(ctx, who, id, "raised.declined", func(q *question) error {
		if err := q.CanAnswer(who); err != nil {
			return err
		}
		q.event.Detail["Reason"] = reason
		if err := q.set(ctx, `status = 'declined', answered_by = $3, answered_at = $4, answer = $5`, who.PersonID, q.now, strings.TrimSpace(reason)); err != nil {
			return err
		}
		q.tell(announce.RaisedAnswered, q.PersonID)
		return s.finishRaised(ctx, q, TaskAnswerRaised)
	})
}

// TakeBack withdraws the question before it is answered.
func (s *Service) TakeBack(ctx context.Context, who access.Actor, id int64) error {
	if err := who.Require(access.MatterRaise); err != nil {
		return err
	}
	return s.answer(ctx, who, id, "raised.withdrawn", func(q *question) error {
		if err := q.CanTakeBack(who); err != nil {
			return err
		}
		if err := q.set(ctx, `status = 'withdrawn'`); err != nil {
			return err
		}
		return s.finishRaised(ctx, q, TaskAnswerRaised)
	})
}

// RequestRaised requests negotiation about the question (MBL 10, 12 §§). The employer has to meet within two weeks (16 §).
func (s *Service) RequestRaised(ctx context.Context, who access.Actor, id int64, paragraph string) error {
	if err := who.Require(access.UnionSpeak); err != nil {
		return err
	}
	if !slices.Contains(Paragraphs, paragraph) {
		var f fail.Form
		f.Add("paragraph", "paths.error.paragraph")
		return f.Err()
	}
	return s.answer(ctx, who, id, "raised.mbl_requested", func(q *question) error {
		if err := q.CanNegotiate(who); err != nil {
			return err
		}
		today := clock.DateOf(q.now)
		by := today.Add(meetDays)
		q.event.Detail["Union"], q.event.Detail["Track"], q.event.Detail["Due"] = q.UnionName, "MBL "+strings.TrimPrefix(paragraph, "mbl")+" §", by.String()
		if err := q.set(ctx, `paragraph = $3, requested_at = $4, requested_by = $5, meet_by = $6`, paragraph, q.now, who.PersonID, by); err != nil {
			return err
		}
		chiefs, err := negotiators(ctx, q.tx, today)
		if err != nil {
			return err
		}
		q.tell(announce.RaisedMBL, append(chiefs, q.AnswererID)...)
		ts := []Task{{PersonID: q.AnswererID, Role: access.Manager, Kind: TaskNegotiateRaised, QuestionID: id, UnionID: q.UnionID, DueOn: by}}
		for _, p := range chiefs {
			ts = append(ts, Task{PersonID: p, Role: access.Negotiator, Kind: TaskNegotiateRaised, QuestionID: id, UnionID: q.UnionID, DueOn: by})
		}
		return AddTasks(ctx, q.tx, s.Clock, ts...)
	})
}

// negotiators are the förhandlingschefer of the day.
func negotiators(ctx context.Context, tx *db.OrgTx, day clock.Date) (people []int64, err error) {
	var b db.Batch
	db.Scalars(&b, &people, `SELECT DISTINCT ma.person_id FROM mandates ma WHERE ma.role = 'negotiator' AND ma.valid_from <= $1
		AND (ma.valid_until IS NULL OR ma.valid_until >= $1) ORDER BY 1`, day)
	return people, tx.Send(ctx, &b)
}

// EndRaised writes down how the negotiation about the question ended (MBL 16 §).
func (s *Service) EndRaised(ctx context.Context, who access.Actor, id int64, manner string) error {
	if err := who.Require(access.NegotiationEnd); err != nil {
		return err
	}
	if !slices.Contains([]string{InAgreement, InDisagreement, ByWithdrawal}, manner) {
		var f fail.Form
		f.Add("manner", "matter.error.manner")
		return f.Err()
	}
	return s.answer(ctx, who, id, "raised.negotiated", func(q *question) error {
		if err := q.CanEnd(who); err != nil {
			return err
		}
		q.event.Detail["Union"], q.event.Detail["Manner"] = q.UnionName, manner
		if err := q.set(ctx, `negotiated_at = $3, negotiated_by = $4, manner = $5`, q.now, who.PersonID, manner); err != nil {
			return err
		}
		return s.finishRaised(ctx, q, TaskNegotiateRaised)
	})
}
