package meeting

import (
	"context"
	"fmt"
	"slices"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// SendNotice calls the group's members whose mandates hold on the meeting's day. Who has been called already is not
// called again. Later than the agreement says is warned of (SKR: at least two weeks). Refused while the parties have not
// agreed on the plan of a question over several förvaltningar that is to be treated.
func (s *Service) SendNotice(ctx context.Context, who access.Actor, id int64, reason string) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.run("planned"); err != nil {
			return err
		}
		if !c.now.Before(c.rec.StartsAt) {
			return fail.New(fail.Invalid, "meeting.error.begun")
		}
		to := c.rec.uncalled()
		if len(to) == 0 {
			return nil
		}
		if err := c.rec.planned(c.rec.PlanAwaits()...); err != nil {
			return err
		}
		if err := fail.NeedReason(reason, c.rec.noticeWarnings(c.today())); err != nil {
			return err
		}
		dispatch, err := s.call(ctx, c, to, reason)
		if err != nil {
			return err
		}
		c.tell(announce.Notice, dispatch, people(to))
		return nil
	})
}

// call is the notice to those given: its row, the log, and to the unions the question whether an extra meeting may be held.
func (s *Service) call(ctx context.Context, c *change, to []Member, reason string) (dispatch int64, err error) {
	if dispatch, err = c.dispatch(ctx, "notice", reason, to); err != nil {
		return 0, err
	}
	c.log("meeting.notice_sent", 0, "Days", fmt.Sprint(c.today().DaysUntil(c.rec.Day())), "Reason", reason)
	if !c.rec.Extra {
		return dispatch, nil
	}
	return dispatch, matter.AddTasks(ctx, c.tx, s.Clock, unionTasks(to, matter.Task{Kind: matter.TaskExtra, MeetingID: c.rec.ID, DueOn: c.rec.Day()})...)
}

// noticeWarnings says how many days before the meeting the notice goes out, when the agreement says more.
func (r Record) noticeWarnings(today clock.Date) []fail.Warning {
	if !today.After(r.Agreement.NoticeBy(r.Day(), r.Extra)) {
		return nil
	}
	return []fail.Warning{{Key: "meeting.warn.notice_late", Source: "Avtalet: kallelse, dagar",
		Args: []any{"Days", today.DaysUntil(r.Day()), "Agreed", r.Agreement.NoticeBy(r.Day(), r.Extra).DaysUntil(r.Day())}}}
}

// uncalled lists the members on the meeting's day that no notice has reached, for the union in question.
func (r Record) uncalled() []Member {
	return slices.DeleteFunc(r.MembersOn(r.Day()), func(m Member) bool {
		return slices.ContainsFunc(r.Recipients, func(x Recipient) bool {
			return x.Kind == "notice" && x.PersonID == m.PersonID && x.UnionID == m.UnionID
		})
	})
}

func people(ms []Member) []int64 {
	var ids []int64
	for _, m := range ms {
		if !slices.Contains(ids, m.PersonID) {
			ids = append(ids, m.PersonID)
		}
	}
	return ids
}

// unionTasks gives every union representative among ms the task.
func unionTasks(ms []Member, t matter.Task) []matter.Task {
	var ts []matter.Task
	for _, m := range ms {
		if m.Role == "union_rep" {
			t.PersonID, t.Role, t.UnionID = m.PersonID, access.UnionRep, m.UnionID
			ts = append(ts, t)
		}
	}
	return ts
}

func (c *change) dispatch(ctx context.Context, kind, reason string, to []Member) (id int64, err error) {
	err = c.tx.QueryRow(ctx, `INSERT INTO dispatches (meeting_id, kind, sent_at, sent_by, reason) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
		c.rec.ID, kind, c.now, c.who.PersonID, reason).Scan(&id)
	if err != nil {
		return 0, fmt.Errorf("sending %s: %w", kind, err)
	}
	persons, unions := make([]int64, len(to)), make([]int64, len(to))
	for i, m := range to {
		persons[i], unions[i] = m.PersonID, m.UnionID
	}
	return id, c.exec(ctx, `
		INSERT INTO dispatch_recipients (dispatch_id, person_id, union_id)
		SELECT DISTINCT $1::bigint, p, nullif(u, 0) FROM unnest($2::bigint[], $3::bigint[]) AS x (p, u)`, id, persons, unions)
}
