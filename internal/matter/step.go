package matter

import (
	"slices"
	"time"

	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/organisation"
)

// Step is a union's written request for the agreement's next step after its disagreement, before central negotiation:
// enhanced samverkan in the same group, or a treatment in the group above (handbook 4.3 "Lifting", T8).
type Step struct {
	MatterID      int64
	ID            int64
	Kind          string // organisation.StepEnhanced or organisation.StepHigherGroup
	PositionID    int64  // the disagreement that it follows from
	UnionID       int64
	UnionName     string
	TrackID       int64 // where it is carried out
	ProposalNo    int
	Note          string
	RequesterName string
	RequestedAt   time.Time
	ItemID        int64 // the treatment that carries it out, once that has begun
	WithdrawnAt   *time.Time
}

// live reports whether the request stands and is about a version that still holds.
func (r Record) live(s Step) bool { return s.WithdrawnAt == nil && s.ProposalNo >= r.baseNo() }

// carried reports whether the step has been carried out: the treatment that does it is concluded.
func (r Record) carried(s Step) bool {
	it, ok := r.Item(s.ItemID)
	return ok && r.Holds(it)
}

// OpenSteps are the requests that the employer still has to carry out on the track; the zero id asks for all tracks.
func (r Record) OpenSteps(trackID int64) []Step {
	var ss []Step
	for _, s := range r.Steps {
		if (trackID == 0 || s.TrackID == trackID) && r.live(s) && !r.carried(s) {
			ss = append(ss, s)
		}
	}
	return ss
}

// stepped reports whether a step on a version that still holds is, or was, carried out on the track.
func (r Record) stepped(t Track) bool {
	return t.ID != 0 && slices.ContainsFunc(r.Steps, func(s Step) bool { return s.TrackID == t.ID && r.live(s) })
}

// owed reports whether the track has to be finished before the decision: the plan says so, or a union's step does.
func (r Record) owed(t Track) bool { return t.Mandatory && !t.Void() || r.stepped(t) }

// claimed reports whether the position's organisation has requested the step that its window is for.
func (r Record) claimed(p Position) bool {
	return slices.ContainsFunc(r.Steps, func(s Step) bool { return s.PositionID == p.ID && r.live(s) })
}

// StepOf is the step that the treatment carries out; "": it is the group's own, first treatment.
func (r Record) StepOf(it Item) string {
	kind := ""
	for _, s := range r.Steps {
		open := s.ItemID == 0 && s.TrackID == it.TrackID && it.OpenedAt == nil && it.MeetingStatus == "planned"
		if r.live(s) && (s.ItemID == it.ID || open) && kind != organisation.StepHigherGroup {
			kind = s.Kind
		}
	}
	return kind
}

// NextStep is what a union that disagreed in the treatment may request, by the agreement's order: the first step after the
// one that the treatment carried out. A group without one above, or one in which the union has no seat, has no higher group.
func (r Record) NextStep(p Position, today clock.Date) string {
	it, _ := r.Item(p.ItemID)
	steps := r.Agreement.DisagreementSteps
	if i := slices.Index(steps, r.StepOf(it)); i >= 0 {
		steps = steps[i+1:]
	}
	for _, s := range steps {
		if s != organisation.StepHigherGroup || r.hasHigher(it, p.UnionID, today) {
			return s
		}
	}
	return organisation.StepCentral
}

func (r Record) hasHigher(it Item, unionID int64, today clock.Date) bool {
	t, ok := r.trackByID(it.TrackID)
	return ok && t.ParentID != 0 && slices.ContainsFunc(r.Seats, func(s Seat) bool {
		return s.GroupID == t.ParentID && s.UnionID == unionID && s.holds(today) && s.Covered(today)
	})
}

func (r Record) trackByID(id int64) (Track, bool) {
	i := slices.IndexFunc(r.Tracks, func(t Track) bool { return id != 0 && t.ID == id })
	if i < 0 {
		return Track{}, false
	}
	return r.Tracks[i], true
}

// Claim is a disagreement whose window is open, and what the union may request in it.
type Claim struct {
	Position Position
	Item     Item
	Track    Track
	Step     string
	Until    clock.Date
}

// Claims are the union's open windows about treatments, with what it may request in each; the zero id asks for all unions.
func (r Record) Claims(unionID int64, now time.Time) []Claim {
	var cs []Claim
	for _, p := range r.Positions {
		it, _ := r.Item(p.ItemID)
		if unionID != 0 && p.UnionID != unionID || !r.Holds(it) || it.EffectiveAt == nil || !r.windowOpen(p, now) {
			continue
		}
		t, _ := r.trackByID(it.TrackID)
		cs = append(cs, Claim{Position: p, Item: it, Track: t, Step: r.NextStep(p, clock.DateOf(now)), Until: p.WindowUntil})
	}
	return cs
}

// CanRequestStep refuses unless the disagreement's window is open and the agreement puts a step before central negotiation
// there (handbook T8; MBL sets no limit, the agreement does).
func (r Record) CanRequestStep(positionID int64, now time.Time) (Claim, error) {
	i := slices.IndexFunc(r.Positions, func(p Position) bool { return p.ID == positionID })
	if i < 0 {
		return Claim{}, fail.New(fail.NotFound, "error.not_found")
	}
	p := r.Positions[i]
	it, _ := r.Item(p.ItemID)
	switch {
	case r.claimed(p):
		return Claim{}, fail.New(fail.Conflict, "matter.error.step_already")
	case p.Stance != Disagrees || !r.Holds(it):
		return Claim{}, fail.New(fail.Invalid, "matter.error.central_not_disagreed")
	case it.EffectiveAt == nil:
		return Claim{}, fail.New(fail.Invalid, "matter.error.central_early")
	case r.Status != "open" || len(r.Decisions) > 0 && !r.reopened():
		return Claim{}, fail.New(fail.Invalid, "matter.error.already_decided")
	case !r.windowOpen(p, now):
		return Claim{}, fail.New(fail.Invalid, "matter.error.central_late", "Until", p.WindowUntil.String())
	}
	t, _ := r.trackByID(it.TrackID)
	c := Claim{Position: p, Item: it, Track: t, Step: r.NextStep(p, clock.DateOf(now)), Until: p.WindowUntil}
	if c.Step == organisation.StepCentral {
		return c, fail.New(fail.Invalid, "matter.error.step_is_central")
	}
	return c, nil
}

// CanWithdrawStep refuses unless the request stands, and its treatment neither goes on nor has been concluded (handbook
// T9). One that nobody could conclude must not bind the union for ever, nor one in which nobody can be heard any more.
func (r Record) CanWithdrawStep(id int64) (Step, error) {
	i := slices.IndexFunc(r.Steps, func(s Step) bool { return s.ID == id })
	switch {
	case i < 0:
		return Step{}, fail.New(fail.NotFound, "error.not_found")
	case !r.live(r.Steps[i]):
		return Step{}, fail.New(fail.Conflict, "matter.error.step_withdrawn_already")
	}
	it, ok := r.Item(r.Steps[i].ItemID)
	if ok && (it.ConcludedAt != nil || it.MeetingStatus == "open" && len(r.Entitled(it.GroupID, it.Day())) > 0) {
		return Step{}, fail.New(fail.Invalid, "matter.error.step_begun")
	}
	return r.Steps[i], nil
}
