package proptest

import (
	"samverka/internal/access"
	"samverka/internal/matter"
	"samverka/internal/scene"
)

// ofPaths are what moves a matter between groups and managers, or describes it anew.
var ofPaths = []func(w *world, id int64){
	func(w *world, id int64) {
		who, g := w.owner(id), w.aGroup()
		w.did(who, w.Matter.Lift(w.ctx, who, id, g, w.text("reason")), "lifts %d from %s", id, nameOf(w.group, g))
	},
	func(w *world, id int64) {
		who, from, to := w.owner(id), w.group["FSG VO"], w.aGroup()
		w.did(who, w.Matter.SendBack(w.ctx, who, id, from, to, w.text("reason")), "sends %d back to %s", id, nameOf(w.group, to))
	},
	func(w *world, id int64) {
		who, to := w.owner(id), w.person[pick(w, []string{"Birgitta Ek", "Birgitta Ek", "Olle Berg"}, "to")]
		w.did(who, w.Matter.HandOver(w.ctx, who, id, to, w.text("reason")), "hands %d over", id)
	},
	func(w *world, id int64) {
		who := w.owner(id)
		w.did(who, w.Matter.TakeOn(w.ctx, who, id), "takes %d on", id)
	},
	func(w *world, id int64) {
		who := w.somebody(access.Manager)
		w.did(who, w.Matter.Return(w.ctx, who, id, w.text("reason")), "returns %d", id)
	},
	func(w *world, id int64) {
		who := w.owner(id)
		w.did(who, w.Matter.Reopen(w.ctx, who, id, w.text("reason")), "opens %d again", id)
	},
	edit, edit,
}

// edit describes the question anew, with the version that stands.
func edit(w *world, id int64) {
	if !contains(w.matters, id) {
		return
	}
	r, who := w.Record(id), w.owner(id)
	f := matter.EditForm{Version: r.Version, New: matter.New{Title: r.Title, Purpose: w.text("purpose"), Category: pick(w, []string{"working_time", "premises"}, "category"),
		PlannedDecision: w.aDay(), Decider: pick(w, []string{matter.ByManager, matter.ByBoard}, "decider"), WorkEnvironment: r.WorkEnvironment, Outsiders: r.Outsiders, Reason: scene.Why}}
	for _, u := range r.Units {
		f.UnitIDs = append(f.UnitIDs, u.ID)
	}
	if w.chance(1, 3) {
		f.UnitIDs = []int64{w.unit[pick(w, units, "unit")]}
	}
	w.did(who, w.Matter.Edit(w.ctx, who, id, f), "describes %d anew: %s, %s, units %v", id, f.Category, f.Decider, f.UnitIDs)
}
