package meeting

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/clock"
	"samverka/internal/matter"
)

// TestWhatSendingPapersWarnsOf: papers begin samverkan, so what has to come before is asked for with a reason (handbook T3;
// agreement: papers; AML 6:4).
func TestWhatSendingPapersWarnsOf(t *testing.T) {
	t.Parallel()
	when := clock.NewDate(2027, 3, 1).At(9, 0)
	with := func(class string, change func(*matter.Record)) func(*Record) {
		m := matter.Record{Matter: matter.Matter{ID: 7, Title: "Nytt schema", WorkEnvironment: true, PlanConfirmedAt: &when},
			Proposals: []matter.Proposal{{No: 1}}, Risks: []matter.Risk{{No: 1, Invited: 1}}}
		change(&m)
		return func(r *Record) { r.Items, r.Matters = []Item{{ID: 1, MatterID: 7, Class: class}}, []matter.Record{m} }
	}
	whole := with(matter.BeforeDecision, func(*matter.Record) {})
	for _, c := range []struct {
		name  string
		rec   Record
		today clock.Date
		want  []string
	}{
		{"in time, all there", on(called, whole), clock.NewDate(2027, time.March, 24), nil},
		{"a day late", on(called, whole), clock.NewDate(2027, time.March, 25), []string{"meeting.warn.papers_late"}},
		{"before the notice", on(whole), clock.NewDate(2027, time.March, 17), []string{"meeting.warn.not_called"}},
		{"no plan (MBL 11 §)", on(called, with(matter.BeforeDecision, func(m *matter.Record) { m.PlanConfirmedAt = nil })), clock.NewDate(2027, time.March, 24), []string{"meeting.warn.no_plan"}},
		{"no risk assessment begun (AML 6:4)", on(called, with(matter.BeforeDecision, func(m *matter.Record) { m.Risks = nil })), clock.NewDate(2027, time.March, 24), []string{"meeting.warn.no_risk"}},
		{"no safety representative invited (AML 6:4)", on(called, with(matter.BeforeDecision, func(m *matter.Record) { m.Risks[0].Invited = 0 })), clock.NewDate(2027, time.March, 24), []string{"meeting.warn.risk_uninvited"}},
		{"none needed", on(called, with(matter.BeforeDecision, func(m *matter.Record) { m.Risks, m.WorkEnvironment = nil, false })), clock.NewDate(2027, time.March, 24), nil},
		{"information owes neither", on(called, with(matter.Information, func(m *matter.Record) { m.Risks, m.PlanConfirmedAt = nil, nil })), clock.NewDate(2027, time.March, 24), nil},
	} {
		if diff := cmp.Diff(c.want, keys(c.rec.papersWarnings(c.today))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}
