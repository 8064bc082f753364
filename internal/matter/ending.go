package matter

import (
	"context"
	"fmt"
	"slices"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/fail"
)

// Ending is how a negotiation ended.
type Ending struct {
	Manner string // InAgreement, InDisagreement or ByWithdrawal
	// Reason is, for a withdrawal, how the party that withdraws has fulfilled its duty to negotiate (MBL 16 §).
	Reason   string
	NoticeOn clock.Date // the day of the written notice
}

func (e Ending) check(kind string, today clock.Date) error {
	var f fail.Form
	if kind != KindMBL19 && !slices.Contains([]string{InAgreement, InDisagreement, ByWithdrawal}, e.Manner) {
		f.Add("manner", "matter.error.manner")
	}
	withdrawal := e.Manner == ByWithdrawal && kind != KindMBL19
	checkText(&f, "reason", e.Reason, 4000, needed(withdrawal, "matter.error.withdrawal_reason"))
	switch {
	case withdrawal && e.NoticeOn.IsZero():
		f.Add("notice_on", "matter.error.withdrawal_date")
	case e.NoticeOn.After(today):
		f.Add("notice_on", "matter.error.date_future")
	}
	return f.Err()
}

// EndNegotiation closes a negotiation with a union, in agreement, in disagreement or by written notice of withdrawal, which
// says when and how the duty was fulfilled (MBL 16 §). It is about the newest version. A local negotiation that ends without
// agreement opens the window for the central one (MBL 14 §).
func (s *Service) EndNegotiation(ctx context.Context, who access.Actor, id int64, kind string, unionID int64, e Ending) error {
	if err := who.Require(access.NegotiationEnd); err != nil {
		return err
	}
	if err := e.check(kind, clock.Today(s.Clock)); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		t, err := c.negotiation(kind, unionID)
		if err != nil {
			return err
		}
		p, ok := c.rec.Current()
		if !ok {
			return fail.New(fail.Invalid, "matter.error.no_proposal")
		}
		if t.ID == 0 {
			if _, err := c.openNegotiation(ctx, t.Kind, Union{t.UnionID, t.UnionName}, t.Origin); err != nil {
				return err
			}
		}
		var until, notice any
		if kind != KindMBL14 && kind != KindMBL19 && e.Manner != InAgreement {
			until = c.rec.Agreement.CentralUntil(c.today())
		}
		if kind == KindMBL19 {
			e.Manner = Informed
		}
		if e.Manner == ByWithdrawal {
			notice = e.NoticeOn
		}
		c.log("matter.negotiation_ended", "Track", t.Label(), "Manner", e.Manner, "No", fmt.Sprint(p.No))
		if err := c.exec(ctx, `
			UPDATE tracks SET closed_at = $1, closed_by = $2, close_manner = $3, close_reason = $9, notice_on = $10, proposal_no = $4, window_until = $5, waived_at = NULL
			WHERE  matter_id = $6 AND kind = $7 AND union_id = $8 AND (closed_at IS NULL OR kind <> 'mbl14' AND proposal_no < $4 AND close_manner NOT IN ('request_withdrawn', 'agreement_resumed'))`,
			c.now, who.PersonID, e.Manner, p.No, until, id, kind, unionID, e.Reason, notice); err != nil {
			return err
		}
		return s.relieved(ctx, c, Done{Kind: TaskNegotiate, MatterID: id, UnionID: unionID})
	})
}

// negotiation finds the open negotiation that may be ended by the actor.
func (c *change) negotiation(kind string, unionID int64) (Track, error) {
	if c.who.Role == access.Manager && c.who.PersonID != c.rec.OwnerID {
		return Track{}, fail.New(fail.Forbidden, "matter.error.not_owner")
	}
	for _, t := range c.rec.AllTracks(c.now) {
		if t.Kind == kind && t.UnionID == unionID && c.rec.negotiationOpen(t, c.now) {
			return t, nil
		}
	}
	return Track{}, fail.New(fail.NotFound, "matter.error.no_negotiation")
}

func (r Record) negotiationOpen(t Track, now time.Time) bool {
	s := r.TrackState(t, now)
	return t.Negotiation() && (t.ClosedAt == nil || s == TrackOutdated && t.Kind != KindMBL14)
}

// OpenNegotiations lists the negotiations that are still to be held or ended.
func (r Record) OpenNegotiations(now time.Time) []Track {
	return slices.DeleteFunc(r.AllTracks(now), func(t Track) bool { return !r.negotiationOpen(t, now) })
}
