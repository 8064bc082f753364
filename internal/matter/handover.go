package matter

import (
	"context"
	"slices"
	"strings"
	"time"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// Handover is a question that a manager without the mandate gave, in writing, to the next manager above (Skellefteå;
// handbook 3 "Not for samverkan", 4.3 "Lifting a matter").
type Handover struct {
	MatterID       int64
	ID             int64
	FromID         int64
	FromName       string
	ToID           int64
	ToName         string
	Reason         string
	At             time.Time
	AcceptedAt     *time.Time
	ReturnedAt     *time.Time
	ReturnedReason string
	ReturnerName   string
}

// Waiting is the handover that has been neither taken on nor returned.
func (r Record) Waiting() (Handover, bool) {
	return find(r.Handovers, func(h Handover) bool { return h.AcceptedAt == nil && h.ReturnedAt == nil })
}

// lastHandover is the newest that holds: by it the owner has the matter.
func (r Record) lastHandover() (Handover, bool) {
	for _, h := range slices.Backward(r.Handovers) {
		if h.ReturnedAt == nil {
			return h, true
		}
	}
	return Handover{}, false
}

// CanHandOver refuses unless the owner may give the matter to the next manager above: open, undecided and not in the
// middle of a treatment.
func (r Record) CanHandOver(who access.Actor) error {
	switch {
	case who.Role != access.Manager || who.PersonID != r.OwnerID:
		return fail.New(fail.Forbidden, "matter.error.not_owner")
	case r.Status != "open":
		return fail.New(fail.Invalid, "matter.error.not_open_matter")
	case len(r.Decisions) > 0:
		return fail.New(fail.Invalid, "matter.error.already_decided")
	case r.treating():
		return fail.New(fail.Invalid, "matter.error.treatment_open")
	}
	return nil
}

// treating reports whether some meeting is treating the matter before decision right now.
func (r Record) treating() bool {
	return slices.ContainsFunc(r.Items, func(it Item) bool {
		return it.Class == BeforeDecision && it.Status == "open" && it.MeetingStatus == "open"
	})
}

// CanTakeOn refuses unless the matter has been handed over to the actor, who has not answered.
func (r Record) CanTakeOn(who access.Actor) (Handover, error) {
	h, ok := r.Waiting()
	switch {
	case !ok || r.Status != "handed_over":
		return h, fail.New(fail.Conflict, "paths.error.not_handed_over")
	case who.Role != access.Manager || who.PersonID != h.ToID:
		return h, fail.New(fail.Forbidden, "paths.error.not_receiver")
	}
	return h, nil
}

// CanReturn refuses unless the handover may be undone: by the one who has the matter, before the decision, or by the one
// who gave it, for as long as nobody has taken it on.
func (r Record) CanReturn(who access.Actor) (Handover, error) {
	h, ok := r.lastHandover()
	switch {
	case !ok:
		return h, fail.New(fail.Invalid, "paths.error.not_handed_over")
	case who.Role != access.Manager || who.PersonID != h.ToID && (who.PersonID != h.FromID || h.AcceptedAt != nil):
		return h, fail.New(fail.Forbidden, "paths.error.not_receiver")
	case r.Status != "open" && r.Status != "handed_over":
		return h, fail.New(fail.Invalid, "matter.error.not_open_matter")
	case len(r.Decisions) > 0:
		return h, fail.New(fail.Invalid, "matter.error.already_decided")
	case r.treating():
		return h, fail.New(fail.Invalid, "matter.error.treatment_open")
	}
	return h, nil
}

// Receiver is a manager above who may be given the matter.
type Receiver struct {
	PersonID int64
	Name     string
	Unit     string
}

// receivers finds the next managers above: for each of the matter's units the nearest unit upwards with a manager, above
// all that the owner manages.
const receivers = `
	SELECT DISTINCT n.person_id, n.name, n.unit FROM matters m JOIN matter_units mu ON mu.matter_id = m.id JOIN units u ON u.id = mu.unit_id
	CROSS  JOIN LATERAL (
		SELECT p.id AS person_id, p.name, a.name AS unit FROM units a JOIN people p ON p.id = a.manager_id
		WHERE  a.id = ANY (u.ancestors) AND (a.closed_on IS NULL OR a.closed_on > $2) AND a.manager_id <> m.owner_id AND (p.closed_on IS NULL OR p.closed_on > $2)
		AND    cardinality(a.ancestors) < coalesce((SELECT min(cardinality(o.ancestors)) FROM units o WHERE o.id = ANY (u.ancestors) AND o.manager_id = m.owner_id), cardinality(u.ancestors) + 1)
		ORDER  BY cardinality(a.ancestors) DESC LIMIT 1) n
	WHERE  m.id = $1 ORDER BY n.name`

// HandOver gives the matter at once, in writing, to a next manager above. The one who gave it goes on reading it and is
// owed feedback.
func (s *Service) HandOver(ctx context.Context, who access.Actor, id, to int64, reason string) error {
	if err := who.Require(access.MatterWrite); err != nil {
		return err
	}
	if err := written(reason); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.rec.CanHandOver(who); err != nil {
			return err
		}
		var all []Receiver
		var b db.Batch
		db.Many(&b, &all, receivers, id, c.today())
		if err := c.tx.Send(ctx, &b); err != nil {
			return err
		}
		r, ok := find(all, func(r Receiver) bool { return r.PersonID == to })
		switch {
		case len(all) == 0:
			return fail.New(fail.Invalid, "paths.error.no_manager_above")
		case !ok:
			return &fail.Error{Kind: fail.Invalid, Key: "error.form", Fields: []fail.Field{{Name: "to", Key: "paths.error.receiver_needed"}}}
		}
		c.log("matter.handed_over", "Person", r.Name, "Reason", reason)
		err := c.exec(ctx, `INSERT INTO matter_handovers (matter_id, from_id, to_id, reason, at) VALUES ($1, $2, $3, $4, $5)`, id, who.PersonID, to, strings.TrimSpace(reason), c.now)
		if err != nil {
			return err
		}
		c.tell(announce.HandedOver, stamped(id, c.now), to)
		if err := c.newOwner(ctx, who.PersonID, to, "handed_over", strings.TrimSpace(reason)); err != nil {
			return err
		}
		return AddTasks(ctx, c.tx, s.Clock, Task{PersonID: to, Role: access.Manager, Kind: TaskTakeOver, MatterID: id, DueOn: c.today().AddWorkingDays(3)})
	})
}

// newOwner gives the matter and what its owner had to do to another manager.
func (c *change) newOwner(ctx context.Context, from, to int64, status, reason string) error {
	var b db.Batch
	b.Exec(`UPDATE matters SET owner_id = $1, status = $2, status_reason = $3, version = version + 1 WHERE id = $4`, to, status, reason, c.rec.ID)
	b.Exec(`UPDATE tasks SET person_id = $1 WHERE matter_id = $2 AND person_id = $3 AND role = 'manager' AND done_at IS NULL AND kind = ANY ($4)`, to, c.rec.ID, from,
		[]string{TaskDecide, TaskConsult, TaskNegotiate, TaskAfterwards})
	b.Exec(`UPDATE tasks SET done_at = $1 WHERE matter_id = $2 AND kind = $3 AND done_at IS NULL`, c.now, c.rec.ID, TaskTakeOver)
	return c.tx.Send(ctx, &b)
}

// TakeOn takes the matter on that was handed over to the actor: it goes on where it was.
func (s *Service) TakeOn(ctx context.Context, who access.Actor, id int64) error {
	if err := who.Require(access.MatterWrite); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		h, err := c.rec.CanTakeOn(who)
		if err != nil {
			return err
		}
		c.log("matter.taken_on", "Person", h.FromName)
		c.tell(announce.TakenOn, stamped(id, c.now), h.FromID)
		if err := c.exec(ctx, `UPDATE matter_handovers SET accepted_at = $1 WHERE id = $2`, c.now, h.ID); err != nil {
			return err
		}
		if err := c.newOwner(ctx, h.ToID, h.ToID, "open", ""); err != nil {
			return err
		}
		return s.resume(ctx, c)
	})
}

// Return gives the matter back to the one who handed it over, or takes it back before anybody has taken it on.
func (s *Service) Return(ctx context.Context, who access.Actor, id int64, reason string) error {
	if err := who.Require(access.MatterWrite); err != nil {
		return err
	}
	if err := written(reason); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		h, err := c.rec.CanReturn(who)
		if err != nil {
			return err
		}
		kind := "matter.handed_back"
		if who.PersonID == h.FromID {
			kind = "matter.taken_back"
		}
		c.log(kind, "Person", h.FromName, "Reason", reason)
		c.tell(announce.HandedBack, stamped(id, c.now), h.FromID, h.ToID)
		if err := c.exec(ctx, `UPDATE matter_handovers SET returned_at = $1, returned_by = $2, returned_reason = $3 WHERE id = $4`,
			c.now, who.PersonID, strings.TrimSpace(reason), h.ID); err != nil {
			return err
		}
		if err := c.newOwner(ctx, h.ToID, h.FromID, "open", ""); err != nil {
			return err
		}
		return s.resume(ctx, c)
	})
}

// resume puts the decision on the right list again for a matter that goes on.
func (s *Service) resume(ctx context.Context, c *change) error {
	rec, err := Load(ctx, c.tx, c.rec.ID, c.today())
	if err != nil {
		return err
	}
	return giveDecision(ctx, c.tx, s.Clock, rec)
}

// HandOverPage is what the page that hands a matter over shows.
type HandOverPage struct {
	Record
	Receivers []Receiver
}

// Receivers reads the matter and the next managers above. NotFound when the actor may not know of it.
func (s *Service) Receivers(ctx context.Context, who access.Actor, id int64) (HandOverPage, error) {
	var p HandOverPage
	err := s.readOne(ctx, who, id, &p.Record, func(b *db.Batch) { db.Many(b, &p.Receivers, receivers, id, clock.Today(s.Clock)) })
	return p, err
}
