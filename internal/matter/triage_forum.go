package matter

import (
	"context"
	"slices"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// omitted are the groups and negotiations that the rules proposed, by name, and that the plan does not have.
func (a Assessed) omitted(plan []PlanTrack, duty string) []string {
	var names []string
	for _, t := range a.Tracks {
		has := slices.ContainsFunc(plan, func(p PlanTrack) bool {
			weaker := p.Kind == KindInfo && t.Kind == KindGroup && duty == DutyNegotiate
			return p.twin(t.PlanTrack) && !weaker
		})
		if beside := t.Kind == KindInfo && duty == DutyNegotiate; !has && !beside {
			names = append(names, Track{Kind: t.Kind, GroupName: t.Name, UnionName: t.Name}.Label())
		}
	}
	return names
}

// leftOut asks for a reason when the plan leaves out what the questions led to, and notes it as a correction, once for the
// same groups.
func (s *Service) leftOut(ctx context.Context, c *change, plan []PlanTrack, reason string) error {
	var a Assessed
	var b db.Batch
	finish := queueAssessed(&b, &a, c.rec.ID)
	if err := c.tx.Send(ctx, &b); err != nil {
		return err
	}
	finish()
	names := join(a.omitted(plan, c.rec.Duty))
	said := slices.ContainsFunc(a.Corrections, func(x Corrected) bool { return x.What == CorrectForum && x.Was == names })
	if names == "" || said {
		return nil
	}
	if err := fail.NeedReason(reason, []fail.Warning{{Key: "triage.warn.forum", Args: []any{"Names", names}, Source: "MBL 11 §; avtalet: grupper och ordning"}}); err != nil {
		return err
	}
	var planned []string
	for _, p := range plan {
		planned = append(planned, c.planName(ctx, p))
	}
	return s.corrected(ctx, c, CorrectForum, names, join(planned), reason)
}

// planName names one line of a plan.
func (c *change) planName(ctx context.Context, p PlanTrack) string {
	var group, union string
	_ = c.tx.QueryRow(ctx, `SELECT coalesce((SELECT name FROM groups WHERE id = $1), ''), coalesce((SELECT name FROM unions WHERE id = $2), '')`, p.GroupID, p.UnionID).Scan(&group, &union)
	return Track{Kind: p.Kind, GroupName: group, UnionName: union}.Label()
}

// Corrections lists corrected triages for HR: those that nobody has read first, then the newest.
func (s *Service) Corrections(ctx context.Context, who access.Actor) ([]Corrected, error) {
	if err := who.Require(access.TriageReview); err != nil {
		return nil, err
	}
	var b db.Batch
	var cs []Corrected
	db.Many(&b, &cs, correctedColumns+` ORDER BY (c.read_at IS NOT NULL), c.id DESC LIMIT 200`)
	err := s.DB.ReadOrg(ctx, who.OrgID, &b)
	return cs, err
}

// ReadCorrections notes that HR has read what was corrected in the matter's triage.
func (s *Service) ReadCorrections(ctx context.Context, who access.Actor, id int64) error {
	if err := who.Require(access.TriageReview); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.exec(ctx, `UPDATE matter_corrections SET read_by = $1, read_at = $2 WHERE matter_id = $3 AND read_at IS NULL`, who.PersonID, c.now, id); err != nil {
			return err
		}
		return FinishTasks(ctx, c.tx, s.Clock, Done{Kind: TaskReadTriage, MatterID: id})
	})
}

// AssessmentPage is what the rules said of a matter, what people corrected, and what the rules would say today.
type AssessmentPage struct {
	Record
	Assessed
	Triage Triage
	Today  clock.Date
}

// Assessment reads the page of the matter's triage. NotFound when the actor may not know of the matter.
func (s *Service) Assessment(ctx context.Context, who access.Actor, id int64) (AssessmentPage, error) {
	if err := who.Require(access.MatterRead); err != nil {
		return AssessmentPage{}, err
	}
	p := AssessmentPage{Today: clock.Today(s.Clock)}
	var b db.Batch
	var in Situation
	var drafts []draftRow
	where, args := Visible(who, 2)
	assemble := Queue(&b, `SELECT m.id FROM matters m WHERE m.id = $1 AND `+where, slices.Concat([]any{id}, args), p.Today)
	finish := queueAssessed(&b, &p.Assessed, id)
	in.queue(&b, p.Today, `SELECT unit_id FROM matter_units WHERE matter_id = $1`, id)
	db.Many(&b, &drafts, draftColumns+` WHERE d.matter_id = $1 ORDER BY d.id LIMIT 1`, id)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return AssessmentPage{}, err
	}
	rs := assemble()
	if len(rs) == 0 {
		return AssessmentPage{}, fail.New(fail.NotFound, "error.not_found")
	}
	finish()
	p.Record = rs[0]
	if len(drafts) > 0 {
		in.answer(drafts[0].Answers)
	}
	in.describe(p.Record)
	p.Triage = in.Triage(p.Today)
	return p, nil
}
