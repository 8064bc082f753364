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
// called again. Later than the agreement says is warned of (SKR: at least two weeks).
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
		if err := fail.NeedReason(reason, c.rec.noticeWarnings(c.today())); err != nil {
			return err
		}
		dispatch, err := c.dispatch(ctx, "notice", reason, to)
		if err != nil {
			return err
		}
		c.log("meeting.notice_sent", 0, "Days", fmt.Sprint(c.today().DaysUntil(c.rec.Day())), "Reason", reason)
		c.tell(announce.Notice, dispatch, people(to))
		if !c.rec.Extra {
			return nil
		}
		return matter.AddTasks(ctx, c.tx, s.Clock, unionTasks(to, matter.Task{Kind: matter.TaskExtra, MeetingID: id, DueOn: c.rec.Day()})...)
	})
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

// SendPapers sends the papers of every matter on the agenda, in the version that stands. Sent again, it reaches new
// members, and everybody when a version is new. Refused: a matter before decision without a proposal. Warned of: later
// than the agreement says, no risk assessment begun, no notice, no confirmed plan (handbook T3).
func (s *Service) SendPapers(ctx context.Context, who access.Actor, id int64, reason string) error {
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
		items := c.rec.paperItems()
		for _, it := range items {
			if m, _ := c.rec.Matter(it.MatterID); it.Class == matter.BeforeDecision && len(m.Proposals) == 0 {
				return fail.New(fail.Invalid, "meeting.error.no_proposal", "Title", it.Title)
			}
		}
		to := c.rec.paperless(items)
		if len(items) == 0 {
			return fail.New(fail.Invalid, "meeting.error.no_papers")
		}
		if len(to) == 0 {
			return nil
		}
		if err := fail.NeedReason(reason, c.rec.papersWarnings(c.today())); err != nil {
			return err
		}
		return s.sendPapers(ctx, c, items, to, reason)
	})
}

func (s *Service) sendPapers(ctx context.Context, c *change, items []Item, to []Member, reason string) error {
	dispatch, err := c.dispatch(ctx, "papers", reason, to)
	if err != nil {
		return err
	}
	days := fmt.Sprint(c.today().DaysUntil(c.rec.Day()))
	tasks := unionTasks(to, matter.Task{Kind: matter.TaskReadPapers, MeetingID: c.rec.ID, DueOn: c.rec.Day()})
	late := c.today().After(c.rec.Agreement.PapersBy(c.rec.Day(), c.rec.Extra))
	for _, it := range items {
		m, _ := c.rec.Matter(it.MatterID)
		p, _ := m.Current()
		if err := c.exec(ctx, `INSERT INTO dispatch_papers (dispatch_id, item_id, matter_id, proposal_no) VALUES ($1, $2, $3, $4)`,
			dispatch, it.ID, it.MatterID, p.No); err != nil {
			return fmt.Errorf("sending papers: %w", err)
		}
		c.log("meeting.papers_sent", it.MatterID, "Title", it.Title, "No", fmt.Sprint(p.No), "Days", days, "Reason", reason)
		if late && it.Class == matter.BeforeDecision {
			tasks = append(tasks, unionTasks(to, matter.Task{Kind: matter.TaskLatePapers, MatterID: it.MatterID, MeetingID: c.rec.ID, DueOn: c.rec.Day()})...)
		}
	}
	c.tell(announce.Papers, dispatch, people(to))
	return matter.AddTasks(ctx, c.tx, s.Clock, tasks...)
}

// paperItems are the agenda's matters that have papers, or need them.
func (r Record) paperItems() []Item {
	return slices.DeleteFunc(slices.Clone(r.Items), func(it Item) bool {
		m, ok := r.Matter(it.MatterID)
		return !ok || len(m.Proposals) == 0 && it.Class != matter.BeforeDecision
	})
}

// paperless lists the members who lack the standing version of some item's papers.
func (r Record) paperless(items []Item) []Member {
	return slices.DeleteFunc(r.MembersOn(r.Day()), func(m Member) bool {
		return !slices.ContainsFunc(items, func(it Item) bool { return !r.hasPapers(it, m) })
	})
}

func (r Record) hasPapers(it Item, m Member) bool {
	mat, _ := r.Matter(it.MatterID)
	cur, _ := mat.Current()
	return slices.ContainsFunc(mat.Sent, func(x matter.Sent) bool {
		return x.Kind == "papers" && x.MeetingID == r.ID && x.ProposalNo == cur.No && slices.ContainsFunc(r.Dispatches, func(d Dispatch) bool {
			return d.Kind == "papers" && d.SentAt.Equal(x.At) && slices.ContainsFunc(r.Recipients, func(y Recipient) bool {
				return y.DispatchID == d.ID && y.PersonID == m.PersonID && y.UnionID == m.UnionID
			})
		})
	})
}

func (r Record) papersWarnings(today clock.Date) []fail.Warning {
	var ws []fail.Warning
	if r.NoticeAt == nil {
		ws = append(ws, fail.Warning{Key: "meeting.warn.not_called", Source: "Avtalet: kallelse"})
	}
	if by := r.Agreement.PapersBy(r.Day(), r.Extra); today.After(by) {
		ws = append(ws, fail.Warning{Key: "meeting.warn.papers_late", Source: "Avtalet: handlingar, dagar",
			Args: []any{"Days", today.DaysUntil(r.Day()), "Agreed", by.DaysUntil(r.Day())}})
	}
	for _, it := range r.paperItems() {
		m, _ := r.Matter(it.MatterID)
		if it.Class != matter.BeforeDecision {
			continue
		}
		if m.PlanConfirmedAt == nil {
			ws = append(ws, fail.Warning{Key: "meeting.warn.no_plan", Args: []any{"Title", m.Title}, Source: "MBL 11 §"})
		}
		if m.WorkEnvironment && len(m.Risks) == 0 {
			ws = append(ws, fail.Warning{Key: "meeting.warn.no_risk", Args: []any{"Title", m.Title}, Source: "AML 6:4, AFS 2023:1"})
		}
	}
	return ws
}

// AnswerPapers records the union's answer about late papers to one treatment: accepted, or tabling requested, which is
// granted when the papers were late. Taking a position is not the same as accepting late papers.
func (s *Service) AnswerPapers(ctx context.Context, who access.Actor, itemID, unionID int64, accept bool) error {
	if err := who.Require(access.UnionSpeak); err != nil {
		return err
	}
	return s.changeItem(ctx, who, itemID, func(c *change, it Item) error {
		m, t, err := c.treatment(it)
		switch {
		case err != nil:
			return err
		case !who.Speaks(unionID, c.rec.GroupID):
			return fail.New(fail.Forbidden, "matter.error.no_mandate")
		case it.Class != matter.BeforeDecision:
			return fail.New(fail.Invalid, "matter.error.not_before_decision")
		case it.ConcludedAt != nil || c.rec.Status == "closed" || c.rec.Status == "cancelled":
			return fail.New(fail.Invalid, "matter.error.positions_locked")
		case accept && t.PapersAt == nil:
			return fail.New(fail.Invalid, "meeting.error.papers_not_sent")
		}
		p, _ := m.Current()
		kind := "meeting.late_papers_accepted"
		if !accept {
			kind = "meeting.tabling_requested"
		}
		c.log(kind, m.ID, "Union", c.unionName(unionID))
		var answer int64
		if err := c.tx.QueryRow(ctx, `INSERT INTO paper_answers (item_id, union_id, accepted, person_id, proposal_no, at) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
			itemID, unionID, accept, who.PersonID, p.No, c.now).Scan(&answer); err != nil {
			return fmt.Errorf("answering about late papers: %w", err)
		}
		c.tell(announce.LateAnswer, answer, []int64{m.OwnerID, c.rec.ChairID})
		return matter.FinishTasks(ctx, c.tx, s.Clock, matter.Done{Kind: matter.TaskLatePapers, MatterID: m.ID, MeetingID: c.rec.ID, UnionID: unionID})
	})
}

// AnswerExtra records whether the union accepts the extra meeting: all entitled must, or nothing is concluded there.
func (s *Service) AnswerExtra(ctx context.Context, who access.Actor, id, unionID int64, accept bool) error {
	if err := who.Require(access.UnionSpeak); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		switch {
		case !who.Speaks(unionID, c.rec.GroupID):
			return fail.New(fail.Forbidden, "matter.error.no_mandate")
		case !c.rec.Extra:
			return fail.New(fail.Invalid, "meeting.error.not_extra")
		case c.rec.Status == "closed" || c.rec.Status == "cancelled":
			return fail.New(fail.Invalid, "meeting.error.status")
		}
		kind := "meeting.extra_accepted"
		if !accept {
			kind = "meeting.extra_refused"
		}
		c.log(kind, 0, "Union", c.unionName(unionID))
		c.tell(announce.ExtraAnswer, versioned(id, int(unionID)), []int64{c.rec.ChairID})
		if err := c.exec(ctx, `
			INSERT INTO extra_consents (meeting_id, union_id, accepted, person_id, at) VALUES ($1, $2, $3, $4, $5)
			ON CONFLICT (org_id, meeting_id, union_id) DO UPDATE SET accepted = excluded.accepted, person_id = excluded.person_id, at = excluded.at`,
			id, unionID, accept, who.PersonID, c.now); err != nil {
			return err
		}
		return matter.FinishTasks(ctx, c.tx, s.Clock, matter.Done{Kind: matter.TaskExtra, MeetingID: id, UnionID: unionID})
	})
}

func (c *change) unionName(id int64) string {
	for _, m := range c.rec.Members {
		if m.UnionID == id {
			return m.UnionName
		}
	}
	return ""
}

// MarkRead notes that the actor has opened the meeting's papers: the dispatch log's read receipt (handbook L10).
func (s *Service) MarkRead(ctx context.Context, who access.Actor, id int64) error {
	if err := who.Require(access.MeetingRead); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.exec(ctx, `
			UPDATE dispatch_recipients dr SET read_at = $1 FROM dispatches d
			WHERE  d.id = dr.dispatch_id AND d.meeting_id = $2 AND dr.person_id = $3 AND dr.read_at IS NULL`, c.now, id, who.PersonID); err != nil {
			return err
		}
		return matter.FinishTasks(ctx, c.tx, s.Clock, matter.Done{Kind: matter.TaskReadPapers, MeetingID: id, PersonID: who.PersonID})
	})
}
