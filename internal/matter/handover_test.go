package matter_test

import (
	"testing"
	"time"

	"samverka/internal/access"
	"samverka/internal/matter"
)

// given is Amina's matter with Birgitta since 5 March, who has not taken it on.
func given(r *matter.Record) {
	r.Handovers = []matter.Handover{{ID: 1, FromID: amina, FromName: "Amina Larsson", ToID: birgitta, ToName: "Birgitta Ek", At: at(day(3, 5), 9, 0)}}
	r.OwnerID, r.OwnerName, r.Status = birgitta, "Birgitta Ek", "handed_over"
}

func takenOn(r *matter.Record) {
	given(r)
	r.Handovers[0].AcceptedAt, r.Status = ptr(at(day(3, 6), 9, 0)), "open"
}

func returned(r *matter.Record) {
	given(r)
	r.Handovers[0].ReturnedAt, r.Status, r.OwnerID = ptr(at(day(3, 6), 9, 0)), "open", amina
}

func TestHandOver(t *testing.T) {
	t.Parallel()
	closed := func(r *matter.Record) { r.Status = "closed" }
	rule := func(f func(matter.Record) error) func(matter.Record, time.Time) string {
		return func(r matter.Record, _ time.Time) string { return refusal(f(r)) }
	}
	check(t, []row[string]{
		{"the owner, undecided (Skellefteå; handbook 3 Not for samverkan)", planned(), before, ""},
		{"decided", concluded(decided(matter.AsProposed, 0)), evening, "error.already_decided"},
		{"in the middle of a treatment", opened(), during, "error.treatment_open"},
		{"closed", planned(closed), before, "error.not_open_matter"},
		{"somebody else's", planned(takenOn), before, "error.not_owner"},
	}, rule(func(r matter.Record) error { return r.CanHandOver(asAmina) }))
	check(t, []row[string]{
		{"waits for the receiver", planned(given), before, ""},
		{"taken on already", planned(takenOn), before, "paths.error.not_handed_over"},
		{"never handed over", planned(), before, "paths.error.not_handed_over"},
	}, rule(func(r matter.Record) error { _, err := r.CanTakeOn(asBirgitta); return err }))
	check(t, []row[string]{
		{"not the receiver", planned(given), before, "paths.error.not_receiver"},
	}, rule(func(r matter.Record) error { _, err := r.CanTakeOn(asAmina); return err }))
	check(t, []row[string]{
		{"the giver takes it back while nobody has taken it on", planned(given), before, ""},
		{"not once it is taken on", planned(takenOn), before, "paths.error.not_receiver"},
		{"not twice", planned(returned), before, "paths.error.not_handed_over"},
	}, rule(func(r matter.Record) error { _, err := r.CanReturn(asAmina); return err }))
	check(t, []row[string]{
		{"the receiver hands it back at once", planned(given), before, ""},
		{"the receiver hands it back later", planned(takenOn), before, ""},
		{"not when it is decided", concluded(takenOn, decided(matter.AsProposed, 0)), evening, "error.already_decided"},
		{"not in the middle of a treatment", opened(takenOn), during, "error.treatment_open"},
		{"not when it is withdrawn", planned(takenOn, func(r *matter.Record) { r.Status = "withdrawn" }), before, "error.not_open_matter"},
	}, rule(func(r matter.Record) error { _, err := r.CanReturn(asBirgitta); return err }))
	check(t, []row[matter.State]{
		{"handed over and not taken on: Överlämnat (handbook 4.3 side states)", planned(given), before, matter.HandedOver},
		{"taken on: where it was", planned(takenOn), before, matter.InSamverkan},
	}, func(r matter.Record, now time.Time) matter.State { return r.State(now) })
}

func TestCanReopen(t *testing.T) {
	t.Parallel()
	status := func(s string) func(*matter.Record) { return func(r *matter.Record) { r.Status = s } }
	as := func(who access.Actor) func(matter.Record, time.Time) string {
		return func(r matter.Record, _ time.Time) string { return refusal(r.CanReopen(who)) }
	}
	check(t, []row[string]{
		{"withdrawn (handbook 4.3 side states)", planned(status("withdrawn")), before, ""},
		{"closed", concluded(decided(matter.AsProposed, 0), status("closed")), evening, ""},
		{"open", planned(), before, "paths.error.reopen_open"},
		{"handed over: taken on or handed back instead", planned(status("handed_over")), before, "paths.error.reopen_handed"},
	}, as(asAmina))
	check(t, []row[string]{{"somebody else's", planned(status("withdrawn")), before, "error.not_owner"}}, as(asBirgitta))
	check(t, []row[matter.TrackState]{
		{"outcomes older than a new version are outdated as always (handbook New information)", concluded(version(false)), at(day(4, 2), 9, 0), matter.TrackOutdated},
	}, func(r matter.Record, now time.Time) matter.TrackState { return r.TrackState(r.Tracks[0], now) })
}
