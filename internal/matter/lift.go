package matter

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// hangs reports whether the track belongs to a group that has ended without concluding.
func (r Record) hangs(t Track, now time.Time) bool {
	return !t.GroupClosedOn.IsZero() && !clock.DateOf(now).Before(t.GroupClosedOn) && !r.concluded(t)
}

// missingHanging says that a group which has ended still owes the matter its treatment, and where that is mended.
func (r Record) missingHanging(t Track) Missing {
	m := Missing{Key: "paths.gate.group_closed", Args: []any{"Group", t.GroupName}, Who: r.OwnerName, Link: r.path(fmt.Sprintf("/lyft?grupp=%d", t.GroupID)),
		Action: "paths.gate.do_move", Source: "Handboken 3: öppna ärenden följer med när en grupp avslutas"}
	if above, _ := t.Above(); above == 0 || t.Kind != KindGroup {
		m.Link, m.Action = r.path("/plan"), "matter.gate.do_plan"
	}
	return m
}

// liftedTo reports whether some group has lifted the question to the track's group.
func (r Record) liftedTo(t Track) bool {
	return t.GroupID != 0 && slices.ContainsFunc(r.Tracks, func(x Track) bool { return x.HandedTo == t.GroupID })
}

// Above is where the track's question goes when it is lifted: the group that goes on for one that ended, or else the one
// above; id 0: nowhere.
func (t Track) Above() (id int64, name string) {
	if !t.GroupClosedOn.IsZero() && t.SuccessorID != 0 {
		return t.SuccessorID, t.SuccessorName
	}
	return t.AboveID, t.AboveName
}

// track is the group's track, and whether the matter has one.
func (r Record) track(groupID int64) (Track, bool) {
	return find(r.Tracks, func(t Track) bool { return t.GroupID == groupID && groupID != 0 })
}

// CanLiftUp refuses unless the question may be lifted from the group to the one above (SKR 2023; Skellefteå; handbook
// "Lifting a matter"): by the owner or the group's chair, before the group has concluded and not in the middle of a treatment.
func (r Record) CanLiftUp(who access.Actor, groupID int64) (Track, error) {
	t, err := r.movable(who, groupID)
	if err != nil {
		return t, err
	}
	if above, _ := t.Above(); above == 0 {
		return t, fail.New(fail.Invalid, "paths.error.lift_top", "Group", t.GroupName)
	}
	return t, nil
}

// CanSendBack refuses unless the question may go back from the group that it was lifted to, to the one that lifted it: by
// the owner or the chair of the group that has it, before it has concluded.
func (r Record) CanSendBack(who access.Actor, fromID, toID int64) (from, to Track, err error) {
	to, ok := r.track(toID)
	if !ok || to.HandedTo != fromID || to.HandedAt == nil {
		return from, to, fail.New(fail.Invalid, "paths.error.not_lifted_here")
	}
	if from, err = r.movable(who, fromID); err != nil {
		return from, to, err
	}
	if !to.GroupClosedOn.IsZero() {
		return from, to, fail.New(fail.Invalid, "paths.error.group_ended", "Group", to.GroupName)
	}
	return from, to, nil
}

// movable refuses unless the group has the question before decision and may let it go.
func (r Record) movable(who access.Actor, groupID int64) (Track, error) {
	t, ok := r.track(groupID)
	switch {
	case !ok:
		return t, fail.New(fail.NotFound, "error.not_found")
	case who.Role != access.Manager || who.PersonID != r.OwnerID && !who.IsChair(groupID):
		return t, fail.New(fail.Forbidden, "paths.error.not_lifter")
	case r.Status != "open":
		return t, fail.New(fail.Invalid, "matter.error.not_open_matter")
	case r.done():
		return t, fail.New(fail.Invalid, "matter.error.already_decided")
	case t.HandedAt != nil:
		return t, fail.New(fail.Conflict, "paths.error.lifted_already", "Group", t.GroupName, "To", t.HandedToName)
	case t.Kind != KindGroup || !t.Mandatory:
		return t, fail.New(fail.Invalid, "paths.error.nothing_to_lift", "Group", t.GroupName)
	case r.concluded(t):
		return t, fail.New(fail.Invalid, "paths.error.lift_concluded", "Group", t.GroupName)
	case slices.ContainsFunc(r.Items, func(it Item) bool { return it.TrackID == t.ID && it.Status == "open" && it.MeetingStatus == "open" }):
		return t, fail.New(fail.Invalid, "matter.error.treatment_open")
	}
	return t, nil
}

// done reports whether a decision stands that ends samverkan before it: neither one that deviates nor one taken first.
func (r Record) done() bool {
	d, ok := r.LastDecision()
	return ok && d.Deviation != MaterialDeviation && d.ExceptionID == 0
}

// Settled reports whether the matter is decided for good: what was through samverkan before it stands.
func (r Record) Settled() bool { return r.done() }

// Lift lifts the question from the group to the one above, in writing: the lower group's track ends as handed over, the
// higher group owes the treatment, and the lower one is owed feedback (handbook "Lifting a matter").
func (s *Service) Lift(ctx context.Context, who access.Actor, id, groupID int64, reason string) error {
	if err := who.Require(access.MatterWrite); err != nil {
		return err
	}
	if err := written(reason); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		t, err := c.rec.CanLiftUp(who, groupID)
		if err != nil {
			return err
		}
		above, name := c.rec.goesOn(t)
		if err := c.takeOver(ctx, above); err != nil {
			return err
		}
		c.log("matter.lifted", "Group", t.GroupName, "To", name, "Reason", reason)
		if err := c.hand(ctx, t.ID, above, reason); err != nil {
			return err
		}
		return s.passOn(ctx, c, announce.Lifted, t, above)
	})
}

// goesOn is the group that the question comes to: the one above, or where that has lifted it already.
func (r Record) goesOn(t Track) (id int64, name string) {
	id, name = t.Above()
	for range r.Tracks {
		x, ok := r.track(id)
		if !ok || x.HandedAt == nil || x.HandedTo == t.GroupID {
			break
		}
		id, name = x.HandedTo, x.HandedToName
	}
	return id, name
}

// SendBack sends the question back to the group that lifted it. The group that had it in the plan anyway keeps it.
func (s *Service) SendBack(ctx context.Context, who access.Actor, id, fromID, toID int64, reason string) error {
	if err := who.Require(access.MatterWrite); err != nil {
		return err
	}
	if err := written(reason); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		from, to, err := c.rec.CanSendBack(who, fromID, toID)
		if err != nil {
			return err
		}
		if err := c.takeOver(ctx, toID); err != nil {
			return err
		}
		c.log("matter.sent_back", "Group", from.GroupName, "To", to.GroupName, "Reason", reason)
		others := slices.ContainsFunc(c.rec.Tracks, func(x Track) bool { return x.HandedTo == fromID && x.ID != to.ID })
		if from.Origin == "lifted" && !others {
			if err := c.hand(ctx, from.ID, toID, reason); err != nil {
				return err
			}
		}
		return s.passOn(ctx, c, announce.SentBack, from, toID)
	})
}

func written(reason string) error {
	var f fail.Form
	checkText(&f, "reason", reason, 2000, "matter.error.reason_needed")
	return f.Err()
}

// takeOver makes the group owe the matter its treatment before decision.
func (c *change) takeOver(ctx context.Context, groupID int64) error {
	tag, err := c.tx.Exec(ctx, `
		INSERT INTO tracks (matter_id, kind, group_id, mandatory, origin, created_at)
		SELECT $1, 'group', g.id, true, 'lifted', $3 FROM groups g WHERE g.id = $2 AND (g.closed_on IS NULL OR g.closed_on > $4)
		ON CONFLICT (org_id, matter_id, group_id) WHERE group_id IS NOT NULL
		DO UPDATE SET kind = 'group', mandatory = true, origin = CASE WHEN tracks.kind = 'info' THEN 'lifted' ELSE tracks.origin END,
			handed_to = NULL, handed_at = NULL, handed_by = NULL, handed_reason = ''`, c.rec.ID, groupID, c.now, c.today())
	if err == nil && tag.RowsAffected() == 0 {
		return fail.New(fail.Invalid, "paths.error.no_group_above")
	}
	return err
}

// hand ends the track: another group has the question. What was planned there before decision becomes information.
func (c *change) hand(ctx context.Context, trackID, to int64, reason string) error {
	var b db.Batch
	b.Exec(`UPDATE tracks SET mandatory = false, handed_to = $1, handed_at = $2, handed_by = $3, handed_reason = $4 WHERE id = $5`,
		to, c.now, c.who.PersonID, strings.TrimSpace(reason), trackID)
	b.Exec(`
		WITH turned AS (UPDATE agenda_items ai SET class = 'information' FROM meetings me
			WHERE me.id = ai.meeting_id AND ai.track_id = $1 AND ai.class = 'before_decision' AND ai.status = 'planned' AND me.status IN ('planned', 'open') RETURNING me.id)
		UPDATE meetings SET agenda_version = agenda_version + 1 WHERE id IN (SELECT id FROM turned)`, trackID)
	return c.tx.Send(ctx, &b)
}

// passOn tells the owner, the unions and the chair of the group that now has the question, who has to take it up.
func (s *Service) passOn(ctx context.Context, c *change, kind announce.Kind, from Track, to int64) error {
	var chair int64
	if err := c.tx.QueryRow(ctx, `SELECT coalesce(chair_id, 0) FROM groups WHERE id = $1`, to).Scan(&chair); err != nil {
		return err
	}
	all, err := parties(ctx, c.tx, c.rec.ID, c.today())
	if err != nil {
		return err
	}
	c.tell(kind, stamped(from.ID, c.now), slices.Concat(all.Unions, all.Safety, []int64{c.rec.OwnerID, chair, from.ChairID})...)
	if err := FinishTasks(ctx, c.tx, s.Clock, Done{Kind: TaskTakeUp, MatterID: c.rec.ID}); err != nil {
		return err
	}
	if chair == 0 {
		chair = c.rec.OwnerID
	}
	return AddTasks(ctx, c.tx, s.Clock, Task{PersonID: chair, Role: access.Manager, Kind: TaskTakeUp, MatterID: c.rec.ID, DueOn: c.today().Add(7)})
}

// stamped is the subject of an announcement about something that may happen to the same row again.
func stamped(id int64, at time.Time) int64 { return id<<32 | at.Unix()&0xffffffff }

// takesUp reports whether the group may treat the matter before decision: not when it has lifted the question.
func (r Record) takesUp(groupID int64) error {
	if t, ok := r.track(groupID); ok && t.HandedAt != nil {
		return fail.New(fail.Invalid, "paths.error.lifted_already", "Group", t.GroupName, "To", t.HandedToName)
	}
	return nil
}
