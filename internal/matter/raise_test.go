package matter_test

import (
	"testing"

	"samverka/internal/access"
	"samverka/internal/matter"
)

func TestRaised(t *testing.T) {
	t.Parallel()
	asked := matter.Raised{ID: 1, GroupID: lsg, PersonID: maria, UnionID: kommunal, AnswererID: amina, Status: "waiting", AnswerBy: day(3, 15)}
	as := func(status string, change ...func(*matter.Raised)) matter.Raised {
		q := asked
		q.Status = status
		for _, f := range change {
			f(&q)
		}
		return q
	}
	negotiating := func(q *matter.Raised) { q.RequestedAt = ptr(before) }
	over := func(q *matter.Raised) { q.NegotiatedAt = ptr(before) }
	noUnion := func(q *matter.Raised) { q.UnionID = 0 }
	chair := access.Actor{OrgID: 1, PersonID: 999, Role: access.Manager, Chairs: []int64{lsg}}
	chief := access.Actor{OrgID: 1, PersonID: 998, Role: access.Negotiator}
	for _, c := range []struct {
		name string
		got  error
		want string
	}{
		{"the manager who was asked answers", as("waiting").CanAnswer(asAmina), ""},
		{"the group's chair answers", as("waiting").CanAnswer(chair), ""},
		{"another manager does not", as("waiting").CanAnswer(asBirgitta), "paths.error.not_answerer"},
		{"the union does not", as("waiting").CanAnswer(asRep(maria, kommunal)), "paths.error.not_answerer"},
		{"answered once", as("declined").CanAnswer(asAmina), "paths.error.answered_already"},
		{"taken back", as("withdrawn").CanAnswer(asAmina), "paths.error.answered_already"},

		{"negotiation while the answer waits (MBL 10 §)", as("waiting").CanNegotiate(asRep(maria, kommunal)), ""},
		{"negotiation after a no (MBL 10, 12 §§; FRICK16)", as("declined").CanNegotiate(asRep(maria, kommunal)), ""},
		{"once", as("declined", negotiating).CanNegotiate(asRep(maria, kommunal)), "error.mbl_already"},
		{"for another union", as("declined").CanNegotiate(asRep(per, vision)), "error.no_mandate"},
		{"a safety representative's question (MBL 10 §: the unions')", as("declined", noUnion).CanNegotiate(asRep(maria, kommunal)), "paths.error.no_union_question"},
		{"a matter has its own ways", as("accepted").CanNegotiate(asRep(maria, kommunal)), "paths.error.question_accepted"},
		{"taken back: nothing to negotiate", as("withdrawn").CanNegotiate(asRep(maria, kommunal)), "paths.error.question_withdrawn"},

		{"the manager ends the negotiation (MBL 16 §)", as("declined", negotiating).CanEnd(asAmina), ""},
		{"the förhandlingschef ends it", as("declined", negotiating).CanEnd(chief), ""},
		{"not before it is requested", as("declined").CanEnd(asAmina), "error.no_negotiation"},
		{"not twice", as("declined", negotiating, over).CanEnd(asAmina), "error.no_negotiation"},
		{"not another manager", as("declined", negotiating).CanEnd(asBirgitta), "paths.error.not_answerer"},

		{"whoever brought it takes it back", as("waiting").CanTakeBack(asRep(maria, kommunal)), ""},
		{"another of the union takes it back", as("waiting").CanTakeBack(asRep(lina, kommunal)), ""},
		{"another union does not", as("waiting").CanTakeBack(asRep(per, vision)), "paths.error.not_raiser"},
		{"not when it is answered", as("declined").CanTakeBack(asRep(maria, kommunal)), "paths.error.answered_already"},
		{"not when it is negotiated", as("waiting", negotiating).CanTakeBack(asRep(maria, kommunal)), "paths.error.answered_already"},
	} {
		if got := refusal(c.got); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
	for _, c := range []struct {
		name string
		q    matter.Raised
		on   int
		want bool
	}{
		{"the last day", as("waiting"), 15, false}, {"the day after", as("waiting"), 16, true}, {"answered", as("declined"), 16, false},
	} {
		if got := c.q.Overdue(day(3, c.on)); got != c.want {
			t.Errorf("overdue, %s: got %v, want %v", c.name, got, c.want)
		}
	}
}
