package matter_test

import (
	"testing"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/matter"
)

var asBirgitta = access.Actor{OrgID: 1, PersonID: birgitta, Role: access.Manager, Chairs: []int64{fsg}}

// below lays the LSG under the FSG.
func below(r *matter.Record) { r.Tracks[0].AboveID, r.Tracks[0].AboveName = fsg, "FSG VO" }

// liftedUp is the LSG's question with the FSG, which has it since 20 March.
func liftedUp(r *matter.Record) {
	below(r)
	inFSG(r)
	t := &r.Tracks[0]
	t.Mandatory, t.HandedTo, t.HandedToName, t.HandedAt = false, fsg, "FSG VO", ptr(at(day(3, 20), 9, 0))
	r.Tracks[1].Origin = "lifted"
	r.Items[0].Class = matter.Information
}

func ended1(on clock.Date) func(*matter.Record) {
	return func(r *matter.Record) { r.Tracks[0].GroupClosedOn = on }
}

func TestCanLiftUp(t *testing.T) {
	t.Parallel()
	as := func(who access.Actor) func(matter.Record, time.Time) string {
		return func(r matter.Record, _ time.Time) string { _, err := r.CanLiftUp(who, lsg); return refusal(err) }
	}
	check(t, []row[string]{
		{"the owner, before the treatment (SKR 2023; handbook Lifting a matter)", planned(below), before, ""},
		{"adjourned", opened(below, func(r *matter.Record) { r.Items[0].MeetingStatus = "closed" }), evening, ""},
		{"outdated by a new version (handbook New information)", concluded(below, version(false)), at(day(4, 1), 10, 0), ""},
		{"nothing above the group", planned(), before, "paths.error.lift_top"},
		{"in the middle of the treatment", opened(below), during, "error.treatment_open"},
		{"concluded on a version that holds (MBL 11 §)", concluded(below), evening, "paths.error.lift_concluded"},
		{"lifted already", planned(liftedUp), before, "paths.error.lifted_already"},
		{"only informed (MBL 19 §)", planned(below, func(r *matter.Record) { r.Tracks[0].Kind, r.Tracks[0].Mandatory = matter.KindInfo, false }), before, "paths.error.nothing_to_lift"},
		{"negotiated under MBL instead", planned(below, func(r *matter.Record) { r.Tracks[0].Mandatory = false }), before, "paths.error.nothing_to_lift"},
		{"decided", concluded(below, decided(matter.AsProposed, 0)), evening, "error.already_decided"},
		{"decided first, by exception: samverkan afterwards may be lifted (MBL 11 § 2 st.)", planned(below, decided(matter.AsProposed, 3)), before, ""},
		{"withdrawn", planned(below, func(r *matter.Record) { r.Status = "withdrawn" }), before, "error.not_open_matter"},
		{"the group is not in the plan", planned(func(r *matter.Record) { r.Tracks = nil }), before, "error.not_found"},
		{"the group has ended and another goes on", planned(func(r *matter.Record) {
			r.Tracks[0].GroupClosedOn, r.Tracks[0].SuccessorID, r.Tracks[0].SuccessorName = day(3, 1), fsg, "FSG VO"
		}), before, ""},
	}, as(asAmina))
	check(t, []row[string]{{"neither owner nor chair", planned(below), before, "paths.error.not_lifter"}}, as(asBirgitta))
	chair := access.Actor{OrgID: 1, PersonID: birgitta, Role: access.Manager, Chairs: []int64{lsg}}
	check(t, []row[string]{{"the group's chair", planned(below), before, ""}}, as(chair))
	check(t, []row[string]{{"a union's representative", planned(below), before, "paths.error.not_lifter"}}, as(asRep(maria, kommunal)))
}

func TestCanSendBack(t *testing.T) {
	t.Parallel()
	as := func(who access.Actor) func(matter.Record, time.Time) string {
		return func(r matter.Record, _ time.Time) string {
			_, _, err := r.CanSendBack(who, fsg, lsg)
			return refusal(err)
		}
	}
	check(t, []row[string]{
		{"the chair of the higher group (handbook: återremittera)", planned(liftedUp), before, ""},
		{"never lifted", planned(below, inFSG), before, "paths.error.not_lifted_here"},
		{"the higher group has concluded", planned(liftedUp, open(1), saysIn(fsgItem, kommunal, matter.Agrees), conclude(1)), at(day(4, 8), 9, 0), "paths.error.lift_concluded"},
		{"the higher group is treating it", planned(liftedUp, open(1)), at(day(4, 7), 9, 30), "error.treatment_open"},
		{"the lower group has ended", planned(liftedUp, ended1(day(3, 25))), before, "paths.error.group_ended"},
	}, as(asBirgitta))
	check(t, []row[string]{{"the owner", planned(liftedUp), before, ""}}, as(asAmina))
	other := access.Actor{OrgID: 1, PersonID: 999, Role: access.Manager}
	check(t, []row[string]{{"another manager", planned(liftedUp), before, "paths.error.not_lifter"}}, as(other))
}

// What the lower group lifted is owed by the higher, and by it alone.
func TestLiftedAtTheGate(t *testing.T) {
	t.Parallel()
	check(t, []row[string]{
		{"the higher group owes the treatment (handbook Lifting a matter)", planned(liftedUp), before, "gate.group_planned"},
		{"the higher group has concluded", planned(liftedUp, open(1), saysIn(fsgItem, kommunal, matter.Agrees), conclude(1)), at(day(4, 8), 9, 0), ""},
		{"nothing but what was lifted away is a plan without samverkan (MBL 11 §)", planned(liftedUp, func(r *matter.Record) { r.Tracks = r.Tracks[:1] }), before, "gate.plan"},
		{"a group that has ended is named (handbook 3)", planned(ended1(day(3, 1)), func(r *matter.Record) { r.Tracks[0].SuccessorID = fsg }), before, "paths.gate.group_closed"},
		{"a group that ends tomorrow is as any other", planned(ended1(clock.DateOf(before).Add(1))), before, "gate.group_planned"},
		{"a group that concluded before it ended owes nothing", concluded(ended1(treatment.Add(1))), at(day(4, 2), 9, 0), ""},
	}, func(r matter.Record, now time.Time) string { return keys(r.Gate(now)) })
	check(t, []row[matter.TrackState]{
		{"handed over", planned(liftedUp), before, matter.TrackHanded},
	}, func(r matter.Record, now time.Time) matter.TrackState { return r.TrackState(r.Tracks[0], now) })
}

// Those who passed the question on are owed feedback before the matter is closed; others are asked for (Skellefteå).
func TestFeedbackDownIsOwed(t *testing.T) {
	t.Parallel()
	followed := func(r *matter.Record) {
		decided(matter.AsProposed, 0)(r)
		r.ExecutingAt, r.FollowingAt = ptr(evening), ptr(evening)
	}
	for _, c := range []struct {
		name string
		fb   matter.Feedback
		want string
	}{
		{"the group that lifted it", matter.Feedback{GroupID: lsg, Name: "LSG VO Väst"}, "paths.error.feedback_down"},
		{"given", matter.Feedback{GroupID: lsg, Name: "LSG VO Väst", GivenAt: ptr(evening)}, ""},
		{"another group is warned of only (handbook T14)", matter.Feedback{GroupID: fsg, Name: "FSG VO"}, ""},
		{"the manager who handed it over", matter.Feedback{ToPersonID: birgitta, Name: "Birgitta Ek"}, "paths.error.feedback_down"},
		{"an APT is warned of only (handbook T14)", matter.Feedback{UnitID: 5, Name: "Hemtjänst Väst"}, ""},
	} {
		a := matter.Aftermath{Record: planned(liftedUp, followed), Feedback: []matter.Feedback{c.fb}}
		if got := refusal(a.CanClose()); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
