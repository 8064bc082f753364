package meeting

import (
	"context"
	"slices"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// canReplace refuses a substitute for an adjuster of the part where it would not do: the one replaced has to be somebody who is
// asked and has not approved, the substitute somebody else of the meeting, and the unions' side keeps at least one.
func (r Record) canReplace(p Part, personID, substituteID int64) error {
	asked := ActiveIn(r.AdjustersOf(p.ID))
	i := slices.IndexFunc(asked, func(a PartAdjuster) bool { return a.PersonID == personID })
	switch {
	case p.Status == "approved":
		return fail.New(fail.Conflict, "error.minutes_immutable")
	case p.Status != "sent":
		return fail.New(fail.Conflict, "minutes.error.part_withdrawn")
	case i < 0:
		return fail.New(fail.Invalid, "minutes.error.replace_whom")
	case asked[i].Answer == "approved":
		return fail.New(fail.Invalid, "minutes.error.replace_answered")
	case substituteID == 0 || slices.ContainsFunc(asked, func(a PartAdjuster) bool { return a.PersonID == substituteID }):
		return fail.New(fail.Invalid, "minutes.error.substitute_whom")
	}
	standing := []int64{substituteID}
	for _, a := range asked {
		if a.PersonID != personID {
			standing = append(standing, a.PersonID)
		}
	}
	return r.canAdjust(standing)
}

// SubstituteInPart names a substitute for an adjuster of a § or a correction who does not answer or is away (handbook 5.2).
func (s *Service) SubstituteInPart(ctx context.Context, who access.Actor, partID, personID, substituteID int64) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	return s.changePart(ctx, who, partID, func(c *change, p Part) error {
		if err := c.run(); err != nil {
			return err
		}
		if err := c.rec.canReplace(p, personID, substituteID); err != nil {
			return err
		}
		if err := c.exec(ctx, `UPDATE minutes_part_adjusters SET replaced_at = $1 WHERE part_id = $2 AND person_id = $3`, c.now, p.ID, personID); err != nil {
			return err
		}
		if err := s.finishPartTask(ctx, c, p.Kind, personID); err != nil {
			return err
		}
		if err := c.exec(ctx, `
			INSERT INTO minutes_part_adjusters (part_id, person_id, side, replaces_id) VALUES ($1, $2, $3, $4)
			ON CONFLICT (org_id, part_id, person_id) DO UPDATE SET replaced_at = NULL, replaces_id = excluded.replaces_id, answer = NULL, objection = '', answered_at = NULL, digest = NULL`,
			p.ID, substituteID, c.rec.side(substituteID), personID); err != nil {
			return err
		}
		c.log("meeting.minutes_substitute", 0, "Name", c.rec.nameOf(personID), "Substitute", c.rec.nameOf(substituteID))
		c.tell(announce.ApprovePart, p.ID, []int64{substituteID})
		return matter.AddTasks(ctx, c.tx, s.Clock, matter.Task{PersonID: substituteID, Role: c.rec.roleOf(substituteID), Kind: partTask(p.Kind), MeetingID: c.rec.ID, DueOn: c.rec.partDue(p.Kind, c.today())})
	})
}
