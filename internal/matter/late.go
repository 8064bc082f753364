package matter

import (
	"context"
	"fmt"
	"strings"
	"time"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/fail"
)

// LateRequest is a union's request for negotiation under MBL 11 § after the first samverkan occasion, when it takes the
// consent of both (SKR FAQ 2018; handbook T5).
type LateRequest struct {
	MatterID      int64
	ID            int64
	UnionID       int64
	UnionName     string
	Reason        string
	RequesterName string
	RequestedAt   time.Time
	Consented     *bool
	Answer        string
	AnswererName  string
	AnsweredAt    *time.Time
}

// CanRequestLate refuses unless the union's time to request negotiation has passed, the matter is undecided, and no request
// waits. In the time there still is, the request needs nobody's consent.
func (r Record) CanRequestLate(unionID int64, now time.Time) error {
	switch err := r.CanRequestMBL(unionID, now); {
	case err == nil:
		return fail.New(fail.Invalid, "matter.error.late_in_time")
	case fail.KeyOf(err) != "matter.error.mbl_late":
		return err
	}
	if _, ok := r.OpenLate(unionID); ok {
		return fail.New(fail.Conflict, "matter.error.late_already")
	}
	return nil
}

// OpenLate is the late request that waits for the employer's answer; the zero union asks for any.
func (r Record) OpenLate(unionID int64) (LateRequest, bool) {
	return find(r.Late, func(l LateRequest) bool { return l.AnsweredAt == nil && (unionID == 0 || l.UnionID == unionID) })
}

// RequestLate asks the employer, for the union, to negotiate under MBL 11 § although the first samverkan occasion is past.
func (s *Service) RequestLate(ctx context.Context, who access.Actor, id, unionID int64, reason string) error {
	if err := who.Require(access.UnionSpeak); err != nil {
		return err
	}
	var f fail.Form
	checkText(&f, "reason", reason, 4000, "matter.error.reason_needed")
	if err := f.Err(); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if !who.Represents(unionID) {
			return fail.New(fail.Forbidden, "matter.error.no_mandate")
		}
		if err := c.rec.CanRequestLate(unionID, c.now); err != nil {
			return err
		}
		var late int64
		if err := c.tx.QueryRow(ctx, `INSERT INTO late_requests (matter_id, union_id, reason, requested_by, requested_at) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
			id, unionID, strings.TrimSpace(reason), who.PersonID, c.now).Scan(&late); err != nil {
			return fmt.Errorf("requesting negotiation late: %w", err)
		}
		c.log("matter.late_requested", "Union", c.unionName(unionID), "Reason", reason)
		to, err := parties(ctx, c.tx, id, c.today())
		if err != nil {
			return err
		}
		c.tell(announce.LateRequest, late, append(to.Chiefs, c.rec.OwnerID)...)
		return AddTasks(ctx, c.tx, s.Clock, Task{PersonID: c.rec.OwnerID, Role: access.Manager, Kind: TaskLateRequest, MatterID: id, UnionID: unionID, DueOn: c.today().Add(7)})
	})
}

// AnswerLate consents to the late request, which begins the negotiation, or declines it and says why. The owner or the
// förhandlingschef does. Declined, samverkan goes on as it was.
func (s *Service) AnswerLate(ctx context.Context, who access.Actor, id, lateID int64, consent bool, answer string) error {
	if err := who.Require(access.NegotiationEnd); err != nil {
		return err
	}
	var f fail.Form
	checkText(&f, "answer", answer, 4000, needed(!consent, "matter.error.answer_needed"))
	if err := f.Err(); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		l, ok := find(c.rec.Late, func(l LateRequest) bool { return l.ID == lateID })
		switch {
		case !ok:
			return fail.New(fail.NotFound, "error.not_found")
		case who.Role == access.Manager && who.PersonID != c.rec.OwnerID:
			return fail.New(fail.Forbidden, "matter.error.not_owner")
		case l.AnsweredAt != nil:
			return fail.New(fail.Conflict, "matter.error.late_answered")
		case consent && (c.rec.Status != "open" || len(c.rec.Decisions) > 0):
			return fail.New(fail.Invalid, "matter.error.not_open_matter")
		}
		return s.answerLate(ctx, c, l, consent, answer)
	})
}

func (s *Service) answerLate(ctx context.Context, c *change, l LateRequest, consent bool, answer string) error {
	if err := c.exec(ctx, `UPDATE late_requests SET consented = $1, answer = $2, answered_by = $3, answered_at = $4 WHERE id = $5`,
		consent, strings.TrimSpace(answer), c.who.PersonID, c.now, l.ID); err != nil {
		return err
	}
	if err := FinishTasks(ctx, c.tx, s.Clock, Done{Kind: TaskLateRequest, MatterID: c.rec.ID, UnionID: l.UnionID}); err != nil {
		return err
	}
	reps, err := spokespeople(ctx, c.tx, l.UnionID, c.today())
	if err != nil {
		return err
	}
	c.tell(announce.LateRequestAnswer, l.ID, reps...)
	if !consent {
		c.log("matter.late_declined", "Union", l.UnionName, "Answer", answer)
		return nil
	}
	c.log("matter.late_consented", "Union", l.UnionName, "Answer", answer)
	u := Union{l.UnionID, l.UnionName}
	track, err := c.openNegotiation(ctx, KindMBL11, u, "request")
	if err != nil {
		return err
	}
	return s.tellNegotiation(ctx, c, announce.MBL, track, []Union{u})
}
