package meeting

import (
	"context"
	"fmt"
	"slices"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/audit"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// WithdrawRequest takes the actor's own request back, with the reason if they want to give one. It stays readable, and the log
// says when; nobody owes an answer any more, and the committee need not treat it: the chair may take it off an agenda.
func (s *Service) WithdrawRequest(ctx context.Context, who access.Actor, id int64, version int, reason string) error {
	if err := who.Require(access.SafetyRequest); err != nil {
		return err
	}
	var f fail.Form
	checkText(&f, "reason", reason, 2000, "")
	if err := f.Err(); err != nil {
		return err
	}
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		now := s.Clock.Now()
		r, err := requestOf(ctx, tx, who, id)
		switch {
		case err != nil:
			return err
		case r.PersonID != who.PersonID:
			return fail.New(fail.Forbidden, "agenda.error.not_own_request")
		case r.WithdrawnAt != nil:
			return nil
		}
		if err := tx.Exec1(ctx, `UPDATE safety_requests SET withdrawn_at = $1, withdrawn_reason = $2, version = version + 1 WHERE id = $3 AND version = $4`, now, reason, id, version); err != nil {
			return err
		}
		if err := matter.FinishTasks(ctx, tx, s.Clock, matter.Done{Kind: matter.TaskAnswerRequest, RequestID: id}); err != nil {
			return err
		}
		to, err := withdrawnFor(ctx, tx, r)
		if err != nil {
			return err
		}
		if err := s.Announce.Announce(ctx, tx, announce.Announcement{Kind: announce.RequestWithdrawn, Subject: versioned(id, version), To: to}); err != nil {
			return err
		}
		return audit.Write(ctx, tx, who, now, audit.Event{Kind: "safety.withdrawn", Detail: map[string]string{"Title": r.Title, "Unit": r.UnitName, "Reason": reason}})
	})
}

// withdrawnFor are those who had to see to the request: the manager who answers for the unit, and the committee's chair.
func withdrawnFor(ctx context.Context, tx *db.OrgTx, r SafetyRequest) ([]int64, error) {
	var manager, chair int64
	err := tx.QueryRow(ctx, `
		SELECT coalesce((SELECT m.manager_id FROM units m WHERE m.id = ANY ($1) AND m.manager_id IS NOT NULL ORDER BY array_position($1::bigint[], m.id) DESC LIMIT 1), 0),
		       coalesce((SELECT g.chair_id FROM groups g WHERE g.id = $2), 0)`, r.Ancestors, r.GroupID).Scan(&manager, &chair)
	if err != nil {
		return nil, fmt.Errorf("finding who answers for request %d: %w", r.ID, err)
	}
	to := slices.Compact([]int64{manager, chair})
	return slices.DeleteFunc(to, func(p int64) bool { return p == 0 || p == r.PersonID }), nil
}
