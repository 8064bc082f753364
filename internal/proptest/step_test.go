package proptest

import (
	"slices"

	"pgregory.net/rapid"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/matter"
	"samverka/internal/organisation"
)

// aStep is a step that was requested in the matter, or nobody's.
func (w *world) aStep(id int64) int64 {
	var ids []int64
	query(w, `SELECT id FROM disagreement_steps WHERE matter_id = $1 ORDER BY id`, &ids, id)
	if len(ids) == 0 {
		return pick(w, foreign, "foreign step")
	}
	return w.orForeign(pick(w, ids, "step"))
}

func (w *world) aLate(id int64) int64 {
	var ids []int64
	query(w, `SELECT id FROM late_requests WHERE matter_id = $1 ORDER BY id`, &ids, id)
	if len(ids) == 0 {
		return pick(w, foreign, "foreign request")
	}
	return w.orForeign(pick(w, ids, "late request"))
}

// requestStep lets a union request the next step after some disagreement, its own or not, in time or not.
func requestStep(w *world, id int64) {
	var ids []int64
	query(w, `SELECT p.id FROM positions p JOIN agenda_items ai ON ai.id = p.item_id WHERE ai.matter_id = $1 ORDER BY p.id`, &ids, id)
	who, position := w.somebody(access.UnionRep), pick(w, foreign, "foreign position")
	if len(ids) > 0 {
		position = w.orForeign(pick(w, ids, "position"))
	}
	w.did(who, w.Matter.RequestStep(w.ctx, who, id, position, w.text("note")), "requests the step after position %d in %d", position, id)
}

// claim lets a union that disagreed request what its window is for, and reports whether there was one. That must be possible
// for who speaks for it.
func (w *world) claim(r matter.Record) bool {
	cs := r.Claims(0, w.now())
	if len(cs) == 0 || r.Status != "open" || len(r.Decisions) > 0 {
		return false
	}
	c := rapid.SampledFrom(cs).Draw(w.t, "claim")
	who := w.speaker(c.Item.GroupName, c.Position.UnionName)
	may := who.Represents(c.Position.UnionID) && slices.Contains(who.Groups(), c.Item.GroupID) // who has left the group may still speak in another
	var err error
	if c.Step == organisation.StepCentral {
		err = w.Matter.RequestCentral(w.ctx, who, r.ID, c.Position.UnionID)
	} else {
		err = w.Matter.RequestStep(w.ctx, who, r.ID, c.Position.ID, texts[0])
	}
	w.did(who, err, "requests %s for %s in %d, the window being open until %s", c.Step, c.Position.UnionName, r.ID, c.Until)
	if err != nil && may {
		w.broken("what a window is for may be requested in it", "%v", err)
	}
	return true
}

// lawOfSteps: an open window names one step, in the agreement's order, and while a step is open nothing may be decided.
func (w *world) lawOfSteps(r matter.Record) {
	for _, c := range r.Claims(0, w.now()) {
		if c.Until.Before(clock.DateOf(w.now())) {
			w.broken("a window that is past is closed", "%+v", c)
		}
	}
	if len(r.OpenSteps(0)) > 0 && len(r.Gate(w.now())) == 0 {
		w.broken("a step that was requested is carried out before the decision", "matter %d: %+v", r.ID, r.OpenSteps(0))
	}
}
