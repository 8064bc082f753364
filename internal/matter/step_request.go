package matter

import (
	"context"
	"fmt"
	"strings"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/organisation"
)

// RequestStep requests, for the union that disagreed, the step that the agreement puts before central negotiation: enhanced
// samverkan in the group, or a treatment in the group above. The employer has to carry it out before deciding.
func (s *Service) RequestStep(ctx context.Context, who access.Actor, id, positionID int64, note string) error {
	if err := who.Require(access.UnionSpeak); err != nil {
		return err
	}
	var f fail.Form
	checkText(&f, "note", note, 4000, "")
	if err := f.Err(); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		claim, err := c.rec.CanRequestStep(positionID, c.now)
		switch {
		case claim.Position.UnionID != 0 && !who.Represents(claim.Position.UnionID):
			return fail.New(fail.Forbidden, "matter.error.no_mandate")
		case err != nil:
			return err
		}
		track, err := c.stepTrack(ctx, claim)
		if err != nil {
			return err
		}
		var item any
		if it, ok := c.rec.openTreatment(track); ok {
			item = it.ID
		}
		p := claim.Position
		var step int64
		err = c.tx.QueryRow(ctx, `
			INSERT INTO disagreement_steps (matter_id, kind, position_id, union_id, track_id, proposal_no, note, requested_by, requested_at, item_id)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
			id, claim.Step, p.ID, p.UnionID, track, claim.Item.ProposalNo, strings.TrimSpace(note), who.PersonID, c.now, item).Scan(&step)
		if err != nil {
			return fmt.Errorf("requesting a step: %w", err)
		}
		c.log("matter.step_requested", "Union", p.UnionName, "Step", claim.Step, "Group", claim.group(), "Text", note)
		return s.tellStep(ctx, c, step, claim)
	})
}

// group is where the step is carried out.
func (c Claim) group() string {
	if c.Step == organisation.StepHigherGroup {
		return c.Track.ParentName
	}
	return c.Track.GroupName
}

// openTreatment is the treatment before decision that goes on in the track right now.
func (r Record) openTreatment(trackID int64) (Item, bool) {
	return find(r.Items, func(it Item) bool {
		return it.TrackID == trackID && it.Class == BeforeDecision && it.Status == "open" && it.MeetingStatus == "open"
	})
}

// stepTrack is the track on which the step is carried out: the group's own, or the one of the group above.
func (c *change) stepTrack(ctx context.Context, claim Claim) (id int64, err error) {
	if claim.Step == organisation.StepEnhanced {
		return claim.Track.ID, nil
	}
	err = c.tx.QueryRow(ctx, `
		INSERT INTO tracks (matter_id, kind, group_id, mandatory, origin, created_at) VALUES ($1, 'group', $2, false, 'request', $3)
		ON CONFLICT (org_id, matter_id, group_id) WHERE group_id IS NOT NULL
		DO UPDATE SET kind = 'group', origin = CASE WHEN tracks.kind = 'info' THEN 'request' ELSE tracks.origin END RETURNING id`,
		c.rec.ID, claim.Track.ParentID, c.now).Scan(&id)
	if err != nil {
		return 0, fmt.Errorf("taking the matter to the group above: %w", err)
	}
	return id, nil
}

func (s *Service) tellStep(ctx context.Context, c *change, step int64, claim Claim) error {
	to, err := parties(ctx, c.tx, c.rec.ID, c.today())
	if err != nil {
		return err
	}
	c.tell(announce.StepRequested, step, append(to.Chiefs, c.rec.OwnerID, claim.Track.ChairID)...)
	return AddTasks(ctx, c.tx, s.Clock, Task{PersonID: c.rec.OwnerID, Role: access.Manager, Kind: TaskStep, MatterID: c.rec.ID, UnionID: claim.Position.UnionID, DueOn: c.today().Add(14)})
}

// WithdrawStep takes the union's request for a step back, before its treatment has begun. The window runs on to its end.
func (s *Service) WithdrawStep(ctx context.Context, who access.Actor, id, stepID int64) error {
	if err := who.Require(access.UnionSpeak); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		step, err := c.rec.CanWithdrawStep(stepID)
		switch {
		case step.ID != 0 && !who.Represents(step.UnionID):
			return fail.New(fail.Forbidden, "matter.error.no_mandate")
		case err != nil:
			return err
		}
		c.log("matter.request_withdrawn", "Union", step.UnionName)
		if err := c.exec(ctx, `UPDATE disagreement_steps SET withdrawn_at = $1 WHERE id = $2`, c.now, stepID); err != nil {
			return err
		}
		return s.relieved(ctx, c, Done{Kind: TaskStep, MatterID: id, UnionID: step.UnionID})
	})
}

// relieved closes what a request that was taken back had put on somebody's list, and passes the decision on when nothing
// else is left.
func (s *Service) relieved(ctx context.Context, c *change, d Done) error {
	if err := FinishTasks(ctx, c.tx, s.Clock, d); err != nil {
		return err
	}
	r, err := Load(ctx, c.tx, c.rec.ID, c.today())
	if err != nil {
		return err
	}
	return giveDecision(ctx, c.tx, s.Clock, r)
}

// beginSteps binds the steps that wait on the item's track to the treatment that begins.
func beginSteps(ctx context.Context, tx *db.OrgTx, r Record, it Item) error {
	for _, s := range r.OpenSteps(it.TrackID) {
		if it.TrackID == 0 || it.Class != BeforeDecision {
			return nil
		}
		if _, err := tx.Exec(ctx, `UPDATE disagreement_steps SET item_id = $1 WHERE id = $2`, it.ID, s.ID); err != nil {
			return fmt.Errorf("beginning a step: %w", err)
		}
	}
	return nil
}

// endSteps takes the steps that the treatment carried out off the owner's list.
func endSteps(ctx context.Context, tx *db.OrgTx, c clock.Clock, r Record, itemID int64) error {
	for _, s := range r.Steps {
		if s.ItemID != itemID {
			continue
		}
		if err := FinishTasks(ctx, tx, c, Done{Kind: TaskStep, MatterID: r.ID, UnionID: s.UnionID}); err != nil {
			return err
		}
	}
	return nil
}
