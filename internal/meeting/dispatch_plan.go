package meeting

import (
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// PlanAwaits are the matters that the meeting is to treat before decision although the parties have not agreed on the plan
// over several förvaltningar (handbook "Several groups": a mandatory plan, T3: before the first treatment).
func (r Record) PlanAwaits() []matter.Record {
	var ms []matter.Record
	for _, it := range r.Items {
		if m, ok := r.Matter(it.MatterID); ok && awaitsPlan(m, it.Class) && it.ConcludedAt == nil {
			ms = append(ms, m)
		}
	}
	return ms
}

func awaitsPlan(m matter.Record, class string) bool {
	return class == matter.BeforeDecision && m.PlanAwaits() && m.Status == "open"
}

// planned refuses to call to, or to send papers for, a treatment of such a matter. The owner and the parties agree first, or
// the meeting takes it up as early dialogue.
func (r Record) planned(m ...matter.Record) error {
	if len(m) == 0 {
		return nil
	}
	return fail.New(fail.Invalid, "paths.error.plan_awaits", "Title", m[0].Title, "Owner", m[0].OwnerName)
}
