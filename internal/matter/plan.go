package matter

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/fail"
)

// PlanTrack is one line of the samverkansplan.
type PlanTrack struct {
	Kind    string // KindGroup, KindInfo, KindMBL11, KindMBL13 or KindMBL38
	GroupID int64
	UnionID int64
}

func (p PlanTrack) same(t Track) bool {
	if p.Kind == KindGroup || p.Kind == KindInfo {
		return t.GroupID == p.GroupID && t.GroupID != 0
	}
	return t.Kind == p.Kind && t.UnionID == p.UnionID
}

// mandatory reports whether the line has to be finished before the decision: whatever is negotiated or goes through
// samverkan, and information when that is all that the unions are owed (DutyInform).
func (p PlanTrack) mandatory(duty string) bool { return p.Kind != KindInfo || duty == DutyInform }

// twin reports whether q is about the same group, or the same negotiation.
func (p PlanTrack) twin(q PlanTrack) bool {
	return p.same(Track{Kind: q.Kind, GroupID: q.GroupID, UnionID: q.UnionID})
}

// checkPlan refuses a plan in which nothing precedes the decision, unless something is negotiated that the plan does not
// hold, as a union's request is.
func checkPlan(plan []PlanTrack, duty string, negotiated bool) error {
	mandatory := negotiated
	for i, p := range plan {
		inGroup := p.Kind == KindGroup || p.Kind == KindInfo
		switch {
		case slices.ContainsFunc(plan[:i], p.twin):
			return fail.New(fail.Invalid, "matter.error.plan_twice")
		case inGroup && p.GroupID == 0:
			return fail.New(fail.Invalid, "matter.error.plan_group")
		case !inGroup && !slices.Contains([]string{KindMBL11, KindMBL13, KindMBL38}, p.Kind):
			return fail.New(fail.Invalid, "matter.error.plan_kind")
		case !inGroup && p.UnionID == 0:
			return fail.New(fail.Invalid, "matter.error.plan_union")
		}
		mandatory = mandatory || p.mandatory(duty)
	}
	if !mandatory {
		return fail.New(fail.Invalid, "matter.error.plan_empty")
	}
	return nil
}

// negotiated reports whether a negotiation that somebody requested, or the agreement calls for, precedes the decision.
func (r Record) negotiated() bool {
	return slices.ContainsFunc(r.Tracks, func(t Track) bool { return t.Negotiation() && t.Origin != "plan" && t.Mandatory && !t.Void() })
}

// withUncovered adds negotiation under MBL 11 § with the unions outside the agreement in groups that turn to information
// because nobody can be heard there: it has come by itself as long as the group was to treat the matter.
func (r Record) withUncovered(plan []PlanTrack, now time.Time) []PlanTrack {
	plan = slices.Clone(plan)
	for _, t := range r.Tracks {
		if !r.Deserted(t, now) || slices.Contains(plan, PlanTrack{Kind: KindGroup, GroupID: t.GroupID}) {
			continue
		}
		for _, u := range r.Uncovered(t.GroupID, r.treatmentDay(t, now)) {
			p := PlanTrack{Kind: KindMBL11, UnionID: u.ID}
			owed := func(x Track) bool { return x.Kind == KindMBL11 && x.UnionID == u.ID && !x.Void() }
			if !slices.Contains(plan, p) && !slices.ContainsFunc(r.Tracks, owed) {
				plan = append(plan, p)
			}
		}
	}
	return plan
}

// ConfirmPlan fixes which groups and negotiations the matter has to pass. Tracks on which something has happened stay,
// others follow the new plan. Refused: a plan in which nothing precedes the decision, groups and unions that are not the
// organisation's. To leave out a group or a negotiation that the questions led to needs a reason, which HR and the unions
// read. Over several förvaltningar the parties have to have agreed on the plan: ConfirmAgreedPlan.
func (s *Service) ConfirmPlan(ctx context.Context, who access.Actor, id int64, plan []PlanTrack, reason string) error {
	return s.ConfirmAgreedPlan(ctx, who, id, plan, reason, AgreedForm{})
}

// ConfirmAgreedPlan is ConfirmPlan with what the parties have agreed on. One group that concludes for all makes the others'
// tracks information.
func (s *Service) ConfirmAgreedPlan(ctx context.Context, who access.Actor, id int64, plan []PlanTrack, reason string, agreed AgreedForm) error {
	if err := who.Require(access.MatterWrite); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.owned(); err != nil {
			return err
		}
		plan = c.rec.withUncovered(plan, c.now)
		if err := checkPlan(plan, c.rec.Duty, c.rec.negotiated()); err != nil {
			return err
		}
		if d, ok := c.rec.LastDecision(); ok && d.Deviation != MaterialDeviation && d.ExceptionID == 0 {
			return fail.New(fail.Invalid, "matter.error.already_decided")
		}
		seated, err := c.seated(ctx, plan)
		if err != nil {
			return err
		}
		if err := c.rec.checkAgreed(agreed, plan, seated, c.today()); err != nil {
			return err
		}
		chosen := plan
		if c.rec.Wide() {
			plan = concludedBy(agreed.Concluder, plan)
		}
		if err := c.keepAgreed(ctx, agreed); err != nil {
			return err
		}
		if err := c.dropTracks(ctx, plan); err != nil {
			return err
		}
		for _, p := range plan {
			if err := c.planTrack(ctx, p); err != nil {
				return err
			}
		}
		if err := s.leftOut(ctx, c, chosen, reason); err != nil { // a plan that does not hold is refused first
			return err
		}
		names, err := c.planNames(ctx)
		if err != nil {
			return err
		}
		c.log("matter.planned", "Tracks", names)
		return c.exec(ctx, `UPDATE matters SET plan_confirmed_at = coalesce(plan_confirmed_at, $1), version = version + 1 WHERE id = $2`, c.now, id)
	})
}

// dropTracks removes the planned tracks that the new plan lacks and on which nothing has happened.
func (c *change) dropTracks(ctx context.Context, plan []PlanTrack) error {
	for _, t := range c.rec.Tracks {
		kept := slices.ContainsFunc(plan, func(p PlanTrack) bool { return p.same(t) })
		used := t.Origin != "plan" || t.ClosedAt != nil || c.rec.liftedTo(t) || slices.ContainsFunc(c.rec.Items, func(it Item) bool { return it.TrackID == t.ID })
		if kept || used {
			continue
		}
		if err := c.exec(ctx, `DELETE FROM tracks t WHERE t.id = $1 AND NOT EXISTS (SELECT FROM negotiation_entries e WHERE e.track_id = t.id)`, t.ID); err != nil {
			return err
		}
	}
	return nil
}

func (c *change) planTrack(ctx context.Context, p PlanTrack) error {
	if p.Kind == KindGroup || p.Kind == KindInfo {
		p.UnionID = 0
	} else {
		p.GroupID = 0
	}
	i := slices.IndexFunc(c.rec.Tracks, p.same)
	if i >= 0 && c.rec.Tracks[i].HandedAt == nil && p.Kind == KindInfo && c.rec.Deserted(c.rec.Tracks[i], c.now) {
		return c.exec(ctx, `UPDATE tracks SET kind = $1, mandatory = $2 WHERE id = $3`, p.Kind, p.mandatory(c.rec.Duty), c.rec.Tracks[i].ID)
	}
	if i >= 0 && (c.rec.Tracks[i].HandedAt != nil || p.Kind == KindInfo && (c.rec.begun(c.rec.Tracks[i]) || c.rec.liftedTo(c.rec.Tracks[i]))) {
		return nil // what has begun, was handed over or has been lifted here stays what it is
	}
	if i >= 0 { // a group's track may turn from information to samverkan and back
		return c.exec(ctx, `UPDATE tracks SET kind = $1, mandatory = $2 WHERE id = $3 AND origin = 'plan'`, p.Kind, p.mandatory(c.rec.Duty), c.rec.Tracks[i].ID)
	}
	tag, err := c.tx.Exec(ctx, `
		INSERT INTO tracks (matter_id, kind, group_id, union_id, mandatory, origin, created_at)
		SELECT $1, $2, nullif($3::bigint, 0), nullif($4::bigint, 0), $5, 'plan', $6
		WHERE  ($3 = 0 OR EXISTS (SELECT FROM groups g WHERE g.id = $3 AND g.closed_on IS NULL)) AND ($4 = 0 OR EXISTS (SELECT FROM unions u WHERE u.id = $4))`,
		c.rec.ID, p.Kind, p.GroupID, p.UnionID, p.mandatory(c.rec.Duty), c.now)
	if err == nil && tag.RowsAffected() == 0 {
		return fail.New(fail.Invalid, "matter.error.plan_foreign")
	}
	return err
}

// begun reports whether the group has opened a treatment before decision.
func (r Record) begun(t Track) bool {
	return slices.ContainsFunc(r.Items, func(it Item) bool { return it.TrackID == t.ID && it.Class == BeforeDecision && it.OpenedAt != nil })
}

func (c *change) planNames(ctx context.Context) (string, error) {
	rows, _ := c.tx.Query(ctx, `
		SELECT coalesce(g.name, upper(left(t.kind, 3)) || ' ' || substr(t.kind, 4) || ' ' || u.name)
		FROM   tracks t LEFT JOIN groups g ON g.id = t.group_id LEFT JOIN unions u ON u.id = t.union_id WHERE t.matter_id = $1 ORDER BY t.id`, c.rec.ID)
	names, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		return "", fmt.Errorf("naming the tracks: %w", err)
	}
	return join(names), nil
}
